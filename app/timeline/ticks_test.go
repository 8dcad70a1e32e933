package timeline

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"briefline/app/edtf"
)

// labelled measures labels as about 6 points a letter.
func labelled(l Layout) Layout {
	l.TickLabel = func(at int64, p edtf.Precision) float64 {
		y, _, _, _, _, _ := edtf.Civil(at)
		if p <= edtf.PrecisionYear {
			return 6 * float64(len(fmt.Sprint(y)))
		}
		return 24
	}
	return l
}

func layout(width float64) Layout {
	l := labelled(DefaultLayout())
	l.Width = width
	return l
}

func dates(ticks []Tick) (out []string) {
	for _, k := range ticks {
		y, mo, d, h, mi, _ := edtf.Civil(k.At)
		s := fmt.Sprint(y)
		if k.Precision >= edtf.PrecisionMonth {
			s += fmt.Sprintf("-%02d", mo)
		}
		if k.Precision >= edtf.PrecisionDay {
			s += fmt.Sprintf("-%02d", d)
		}
		if k.Precision >= edtf.PrecisionHour {
			s += fmt.Sprintf("T%02d:%02d", h, mi)
		}
		out = append(out, s)
	}
	return out
}

func TestTicks(t *testing.T) {
	for _, tt := range []struct {
		from, to     string
		lower, upper []string
	}{
		{"2015-07", "2020-07", []string{"2016", "2017", "2018", "2019", "2020"}, nil},
		{"2018-02", "2018-06", []string{"2018-02", "2018-03", "2018-04", "2018-05", "2018-06"}, []string{"2018"}},
		{"2017-10", "2018-12", []string{"2017-10", "2018-01", "2018-04", "2018-07", "2018-10"}, []string{"2017", "2018"}},
		// a leap day, and no 29th beside the 1st of March
		{"2024-02-27", "2024-03-03", []string{"2024-02-27", "2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02", "2024-03-03"}, []string{"2024-02", "2024-03"}},
		{"2024-02-20", "2024-03-20", []string{"2024-02-22", "2024-03-01", "2024-03-08", "2024-03-15"}, []string{"2024-02", "2024-03"}},
		{"2024-05-23", "2024-05-23", []string{"2024-05-23T00:00", "2024-05-23T03:00", "2024-05-23T06:00", "2024-05-23T09:00", "2024-05-23T12:00", "2024-05-23T15:00", "2024-05-23T18:00", "2024-05-23T21:00"}, []string{"2024-05-23"}},
		// no year 0: 2 BC is -1, 1 BC is 0
		{"-0003", "0002", []string{"-3", "-2", "-1", "0", "1", "2"}, nil},
		{"-0039", "0050", []string{"-39", "-19", "1", "20", "40"}, nil},
		{"Y-66000000", "2000", []string{"-59999999", "-49999999", "-39999999", "-29999999", "-19999999", "-9999999", "1"}, nil},
	} {
		from, to := edtf.MustParse(tt.from).Bounds().From, edtf.MustParse(tt.to).Bounds().To
		if len(tt.from) == len("2015-07") && tt.to == "2020-07" {
			to = edtf.MustParse(tt.to).Bounds().From
		}
		l := layout(700)
		l.Width -= 1e-6 // without the boundary that ends the span
		lower, upper := l.ticks(Fit(from, to, 700, 0))
		if got := dates(lower); !slices.Equal(got, tt.lower) {
			t.Errorf("%s/%s: lower %v, want %v", tt.from, tt.to, got, tt.lower)
		}
		if got := dates(upper); !slices.Equal(got, tt.upper) {
			t.Errorf("%s/%s: upper %v, want %v", tt.from, tt.to, got, tt.upper)
		}
	}
}

// An axis of centuries and more is worded in round numbers, see i18n.Tick.
func TestTickPrecision(t *testing.T) {
	for n, want := range map[int64]edtf.Precision{
		1: edtf.PrecisionYear, 5: edtf.PrecisionYear, 20: edtf.PrecisionDecade, 500: edtf.PrecisionCentury,
		1000: edtf.PrecisionMillennium, 2_000_000: edtf.PrecisionMillion, coarsest: edtf.PrecisionBillion,
	} {
		if got := (step{years, n}).precision(); got != want {
			t.Errorf("every %d years: precision %v, want %v", n, got, want)
		}
	}
}

func TestRoundYears(t *testing.T) {
	for _, tt := range []struct {
		n    int64
		want []int64
	}{
		{1, []int64{-3, -2, -1, 0, 1, 2, 3}},
		{2, []int64{-5, -3, -1, 2, 4}}, // 6 BC, 4 BC, 2 BC, 2, 4
		{5, []int64{-9, -4, 1, 5, 10}}, // 10 BC, 5 BC, AD 1, 5
		{10, []int64{-19, -9, 1, 10, 20}},
		{1000, []int64{-1999, -999, 1, 1000, 2000}},
	} {
		y := tt.want[0]
		for _, want := range tt.want {
			if y != want {
				t.Errorf("every %d: %d, want %d", tt.n, y, want)
			}
			next := nextYear(y, tt.n)
			for z := y; z < next; z++ {
				if got := floorYear(z, tt.n); got != y {
					t.Errorf("every %d: floor of %d = %d, want %d", tt.n, z, got, y)
				}
			}
			y = next
		}
	}
}

// zones are set as the local zone: nothing may depend on it.
func inZones(t *testing.T, f func(t *testing.T)) {
	old := time.Local
	defer func() { time.Local = old }()
	for _, z := range []*time.Location{
		time.UTC, time.FixedZone("Bishkek", 6*3600), time.FixedZone("Tehran", 3*3600+1800), time.FixedZone("Honolulu", -10*3600),
	} {
		time.Local = z
		t.Run(z.String(), f)
	}
}

func TestTickLaws(t *testing.T) {
	inZones(t, func(t *testing.T) {
		r := rand.New(rand.NewPCG(5, 6))
		for range 4000 {
			s := randomScale(r)
			checkTicks(t, layout(200+2000*r.Float64()), s)
			if t.Failed() {
				return
			}
		}
	})
}

func FuzzTicks(f *testing.F) {
	f.Add(int64(0), 100.0, 700.0)
	f.Add(int64(-62135596800), 1e5, 700.0)
	f.Add(int64(edtf.Min), 1e15, 3000.0)
	f.Fuzz(func(t *testing.T, at int64, perPoint, width float64) {
		if !(width >= 0 && width < 1e5) {
			t.Skip()
		}
		s := Scale{PerPoint: limit(perPoint)}.at(max(edtf.Min, min(at, edtf.Max)), width/2)
		checkTicks(t, layout(width), s)
	})
}

// randomScale returns a scale of any zoom, near some time of interest.
func randomScale(r *rand.Rand) Scale {
	near := []int64{0, 1.5e9, -6.2e10, -62135596800, -2e15, -1e17}
	perPoint := minPerPoint * math.Pow(2, 47*r.Float64())
	at := near[r.IntN(len(near))] + int64((r.Float64()-.5)*min(3000*perPoint, 1e17))
	return Scale{PerPoint: limit(perPoint)}.at(at, 350)
}

func checkTicks(t *testing.T, l Layout, s Scale) {
	t.Helper()
	lower, upper := l.ticks(s)
	if len(lower) > int(l.Width/20)+2 {
		t.Errorf("%+v: %d ticks in %v points", s, len(lower), l.Width)
	}
	for k, ticks := range [][]Tick{lower, upper} {
		end := math.Inf(-1)
		for i, tick := range ticks {
			if i > 0 && (tick.At <= ticks[i-1].At || tick.X <= ticks[i-1].X) {
				t.Errorf("%+v: tick %d at %d, x %v, after %d, x %v", s, i, tick.At, tick.X, ticks[i-1].At, ticks[i-1].X)
			}
			if tick.X < 0 || tick.X > l.Width {
				t.Errorf("%+v: tick at x %v, window %v", s, tick.X, l.Width)
			}
			if !onBoundary(tick) {
				t.Errorf("%+v: tick %v is on no boundary of %v", s, dates([]Tick{tick}), tick.Precision)
			}
			if !tick.Label {
				continue
			}
			x0, x1 := tick.X-l.TickLabel(tick.At, tick.Precision)/2, tick.X+l.TickLabel(tick.At, tick.Precision)/2
			if k == 1 {
				x0, x1 = tick.X, tick.X+l.contextWidth(tick.At, tick.Precision)
			}
			if x0 < end || x0 < 0 || x1 > l.Width {
				t.Errorf("%+v: level %d: label from %v to %v, the last ended at %v, window %v", s, k, x0, x1, end, l.Width)
			}
			end = x1
		}
	}
}

func onBoundary(k Tick) bool {
	_, mo, d, h, mi, sec := edtf.Civil(k.At)
	switch k.Precision {
	default:
		return k.Precision >= edtf.PrecisionBillion && k.Precision <= edtf.PrecisionYear &&
			mo == 1 && d == 1 && h == 0 && mi == 0 && sec == 0
	case edtf.PrecisionMonth:
		return d == 1 && h == 0 && mi == 0 && sec == 0
	case edtf.PrecisionDay:
		return h == 0 && mi == 0 && sec == 0
	case edtf.PrecisionHour:
		return mi == 0 && sec == 0
	case edtf.PrecisionMinute:
		return sec == 0
	}
}
