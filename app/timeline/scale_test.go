package timeline

import (
	"math"
	"math/rand/v2"
	"testing"

	"briefline/app/edtf"
)

const year = 365.2425 * 86400

// farther apart than a float64 of Unix seconds can tell
var deep = []int64{0, 1451606400, -62135596800, -2.08e15 + 7, -3.1556952e16 + 3, -4.35e17 + 1}

func TestScaleInverse(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		at := deep[r.IntN(len(deep))] + r.Int64N(1e6)
		perPoint := minPerPoint * math.Pow(2, 40*r.Float64())
		s := Scale{PerPoint: perPoint}.at(at, 700*r.Float64())
		for range 5 {
			s = s.Pan(500 * (r.Float64() - .5))
			s = s.Zoom(700*r.Float64(), math.Pow(2, r.Float64()-.5))
		}
		x := 2000*r.Float64() - 500
		if back := s.X(s.Time(x)); back > x+1e-6 || back < x-1/s.PerPoint-1e-6 {
			t.Fatalf("%+v: X(Time(%v)) = %v, want within a second before it", s, x, back)
		}
		// x holds no more than 52 bits of the way.
		at = s.Time(x)
		if off := at - s.Time(s.X(at)); off < 0 || float64(off) > 1+1e-9*s.PerPoint {
			t.Fatalf("%+v: Time(X(%d)) is %d seconds before it", s, at, off)
		}
	}
}

// A second stays a second, also a billion years ago.
func TestScaleHoldsSeconds(t *testing.T) {
	for _, at := range deep {
		s := Scale{PerPoint: minPerPoint}.at(at, 350)
		for range 1000 {
			s = s.Pan(1.0 / 3).Pan(-1.0 / 3)
		}
		if got := s.X(at+1) - s.X(at); math.Abs(got-1.0/minPerPoint) > 1e-9 {
			t.Errorf("at %d: one second = %v points, want %v", at, got, 1.0/minPerPoint)
		}
		if got := s.X(at); math.Abs(got-350) > 1e-6 {
			t.Errorf("at %d: X = %v after panning to and fro, want 350", at, got)
		}
	}
}

func TestZoomHoldsTheCursor(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		at := deep[r.IntN(len(deep))]
		x := 700 * r.Float64()
		s := Scale{PerPoint: minPerPoint * math.Pow(2, 30*r.Float64())}.at(at, x)
		for range 10 {
			s = s.Zoom(x, math.Pow(2, 4*r.Float64()-2))
		}
		if got := s.X(at); math.Abs(got-x) > 1e-4 {
			t.Fatalf("%d: at %v after zooming about %v", at, got, x)
		}
	}
}

func TestScaleLimits(t *testing.T) {
	s := Fit(0, 1, 700, 0)
	if s.PerPoint != minPerPoint {
		t.Errorf("a second fitted: %v seconds a point, want %v", s.PerPoint, float64(minPerPoint))
	}
	if got := s.X(0); math.Abs(got-350) > 1 {
		t.Errorf("a second fitted: at %v, want the middle", got)
	}
	for range 200 {
		s = s.Zoom(100, .5).Pan(1e6)
	}
	if s.PerPoint != maxPerPoint || s.Start != -maxStart {
		t.Errorf("zoomed and panned out: %+v, want %v a point from %v", s, maxPerPoint, -maxStart)
	}
	for range 200 {
		s = s.Zoom(100, 2)
	}
	if s.PerPoint != minPerPoint {
		t.Errorf("zoomed in: %v a point, want %v", s.PerPoint, float64(minPerPoint))
	}
	if got := s.Zoom(0, math.NaN()); got != s {
		t.Errorf("zoomed by NaN: %+v, want %+v", got, s)
	}
	if s := Fit(edtf.Min, edtf.Max, 700, 0); s.PerPoint != maxPerPoint {
		t.Errorf("all time fitted: %v a point, want %v", s.PerPoint, maxPerPoint)
	}
}

func TestFit(t *testing.T) {
	s := Fit(1000, 701_000, 700, 50)
	if a, b := s.X(1000), s.X(701_000); math.Abs(a-50) > 1e-9 || math.Abs(b-650) > 1e-9 {
		t.Errorf("fitted to %v and %v, want 50 and 650", a, b)
	}
	if got := s.Pan(25).X(1000); math.Abs(got-75) > 1e-9 {
		t.Errorf("panned by 25: at %v, want 75", got)
	}
}
