package timeline

import (
	"math"

	"briefline/app/edtf"
)

// labelGap is the least room between two labels of the axis, in points.
const labelGap = 8

// unit is what the calendar counts ticks in.
type unit int

const (
	minutes unit = iota
	hours
	days
	months
	years
)

// units tells how ticks of a unit are worded and which upper level stands over
// them, PrecisionNone for none.
var units = [...]struct {
	precision, above edtf.Precision
	seconds          float64 // of the shortest one
}{
	minutes: {edtf.PrecisionMinute, edtf.PrecisionDay, 60},
	hours:   {edtf.PrecisionHour, edtf.PrecisionDay, 3600},
	days:    {edtf.PrecisionDay, edtf.PrecisionMonth, 86400},
	months:  {edtf.PrecisionMonth, edtf.PrecisionYear, 28 * 86400},
	years:   {edtf.PrecisionYear, edtf.PrecisionNone, 365 * 86400},
}

// step is a distance of ticks: every n units.
type step struct {
	unit unit
	n    int64
}

// steps are the distances there are, fine to coarse; from 10 years on follow 20,
// 50, 100 and so on up to 10 billion, see coarser.
var steps = [...]step{
	{minutes, 1}, {minutes, 2}, {minutes, 5}, {minutes, 10}, {minutes, 15}, {minutes, 30},
	{hours, 1}, {hours, 3}, {hours, 6}, {hours, 12},
	{days, 1}, {days, 2}, {days, 7}, {days, 14},
	{months, 1}, {months, 3}, {months, 6},
	{years, 1}, {years, 2}, {years, 5}, {years, 10},
}

const coarsest = 10_000_000_000

// seconds returns the least distance of two ticks.
func (st step) seconds() float64 {
	if st.unit == months && st.n > 1 {
		return float64(st.n) * 30 * 86400 // January to March have 90 days
	}
	return float64(st.n) * units[st.unit].seconds
}

// precision returns what an axis with this step counts in: 20 years are decades.
func (st step) precision() edtf.Precision {
	p := units[st.unit].precision
	if st.unit == years {
		for n := st.n; n >= 10 && p > edtf.PrecisionBillion; n /= 10 {
			p--
		}
	}
	return p
}

// stepAt returns the i-th of all steps.
func stepAt(i int) step {
	if i < len(steps) {
		return steps[i]
	}
	i -= len(steps) - 1 // 10 years is 0 here
	n := int64(10)
	for ; i >= 3; i -= 3 {
		n *= 10
	}
	return step{years, min(n*[...]int64{1, 2, 5}[i], coarsest)}
}

// ticks returns both levels of the axis for the window: the finest step whose
// ticks stand TickGap apart and leave room for their labels.
func (l *Layout) ticks(s Scale) (lower, upper []Tick) {
	gap := max(l.TickGap, 1)
	i := 0
	for stepAt(i).seconds() < gap*s.PerPoint && stepAt(i).n < coarsest {
		i++
	}
	var st step
	for try := 0; ; try++ {
		st = stepAt(i + try)
		var widest float64
		lower, widest = l.level(s, st)
		if try == 3 || st.n >= coarsest || st.seconds()/s.PerPoint >= widest+labelGap {
			break
		}
	}
	l.fitLabels(lower)
	if above := units[st.unit].above; above != edtf.PrecisionNone {
		upper = l.context(s, above)
	}
	return lower, upper
}

// level returns the ticks in the window and the width of their widest label.
func (l *Layout) level(s Scale, st step) (ticks []Tick, widest float64) {
	p := st.precision()
	from, to := s.window(l.Width)
	for at := st.floor(from); at < to; {
		// Where the calendar ends years are clamped to what is no boundary.
		if x := s.X(at); x >= 0 && x <= l.Width && at > edtf.Min && at < edtf.Max {
			ticks = append(ticks, Tick{At: at, X: x, Precision: p})
			widest = max(widest, l.tickWidth(at, p))
		}
		next := st.next(at)
		if next <= at {
			break // the end of the calendar
		}
		at = next
	}
	return ticks, widest
}

func (l *Layout) tickWidth(at int64, p edtf.Precision) float64 {
	if l.TickLabel == nil {
		return 0
	}
	return l.TickLabel(at, p)
}

// fitLabels gives labels, centred on their ticks, to those that fit into the
// window and beside the one before.
func (l *Layout) fitLabels(ticks []Tick) {
	if l.TickLabel == nil {
		return
	}
	end := math.Inf(-1)
	for i := range ticks {
		t := &ticks[i]
		half := l.tickWidth(t.At, t.Precision) / 2
		if t.X-half >= max(end, 0) && t.X+half <= l.Width {
			t.Label = true
			end = t.X + half + labelGap
		}
	}
}

// context returns the upper level: boundaries in the window, and the last before
// it, whose label stands at the window's left until the next pushes it away.
func (l *Layout) context(s Scale, p edtf.Precision) []Tick {
	st := step{unit: years, n: 1}
	switch p {
	case edtf.PrecisionMonth:
		st.unit = months
	case edtf.PrecisionDay:
		st.unit = days
	}
	from, to := s.window(l.Width)
	var ticks []Tick
	for at := st.floor(from); at < to; at = st.next(at) {
		ticks = append(ticks, Tick{At: at, X: max(0, s.X(at)), Precision: p})
	}
	for i := range ticks {
		t := &ticks[i]
		room := l.Width
		if i+1 < len(ticks) {
			room = ticks[i+1].X - labelGap
		}
		t.Label = l.TickLabel != nil && t.X+l.contextWidth(t.At, p) <= room
	}
	return ticks
}

func (l *Layout) contextWidth(at int64, p edtf.Precision) float64 {
	if l.ContextLabel != nil {
		return l.ContextLabel(at, p)
	}
	w := l.TickLabel(at, p)
	if p > edtf.PrecisionYear { // with the year, and the month, beside it
		w += 2 * l.TickLabel(at, edtf.PrecisionYear)
	}
	if p > edtf.PrecisionMonth {
		w += 2 * l.TickLabel(at, edtf.PrecisionMonth)
	}
	return w
}
