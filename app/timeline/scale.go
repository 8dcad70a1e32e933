package timeline

import (
	"math"

	"briefline/app/edtf"
)

// The limits of zoom: a window of 720 points shows from an hour to 22 billion
// years.
const (
	minPerPoint = 5
	maxPerPoint = 1e15
)

// maxStart keeps the window within reach of the calendar: 28 billion years on
// either side of 1970.
const maxStart = 9e17

// Scale maps time to points: x = (t - Start) / PerPoint. The zero Scale is not
// valid; use Fit.
type Scale struct {
	Start    float64 // Unix seconds at x = 0
	PerPoint float64 // seconds a point, more than 0

	// low is what Start is too coarse to hold: beyond 285 million years a float64
	// steps by more than a second.
	low float64
}

// Fit returns the scale that shows [from, to) in width points, with margin points
// left free at either side. A span too short or too long for the limits of zoom
// is centred.
func Fit(from, to int64, width, margin float64) Scale {
	room := max(width-2*margin, 1)
	length := float64(to) - float64(from)
	s := Scale{PerPoint: limit(length / room)}
	return s.at(from, margin+(room-length/s.PerPoint)/2)
}

// X returns where t stands.
func (s Scale) X(t int64) float64 {
	whole, rest := s.origin()
	return (float64(t-whole) - rest) / s.PerPoint
}

// Time returns the time at x, rounded down to the second and clamped to edtf.Min
// and edtf.Max. Time(X(t)) is t, give or take the second it is rounded by.
func (s Scale) Time(x float64) int64 {
	whole, rest := s.origin()
	d := math.Floor(rest + x*s.PerPoint)
	switch {
	case d >= float64(edtf.Max):
		return edtf.Max
	case d <= float64(edtf.Min):
		return edtf.Min
	}
	return max(edtf.Min, min(edtf.Max, whole+int64(d)))
}

// Zoom returns s with everything factor times as large; what is at x stays there.
// It stops at an hour and at 22 billion years a window of 720 points. A factor
// that is not positive returns s.
func (s Scale) Zoom(x, factor float64) Scale {
	if !(factor > 0) {
		return s
	}
	to := limit(s.PerPoint / factor)
	if to == s.PerPoint {
		return s
	}
	out := s.move(x * (s.PerPoint - to))
	out.PerPoint = to
	return out
}

// Pan returns s with everything moved right by dx points, as a drag does. It
// stops 28 billion years away from 1970.
func (s Scale) Pan(dx float64) Scale { return s.move(-dx * s.PerPoint) }

// at returns s moved so that t stands at x.
func (s Scale) at(t int64, x float64) Scale {
	s.Start = float64(t)
	s.low = float64(t - int64(s.Start))
	return s.move(-x * s.PerPoint)
}

// move adds seconds to the time at x = 0.
func (s Scale) move(seconds float64) Scale {
	// Two-sum (Knuth): sum + lost is exactly Start + seconds.
	sum := s.Start + seconds
	part := sum - s.Start
	lost := (s.Start - (sum - part)) + (seconds - part)
	lost += s.low
	s.Start = sum + lost
	s.low = lost - (s.Start - sum)
	if s.Start > maxStart || s.Start < -maxStart {
		s.Start, s.low = max(-maxStart, min(maxStart, s.Start)), 0
	}
	return s
}

// origin returns the time at x = 0 as whole seconds and a rest, so that the
// difference to another time is taken between integers.
func (s Scale) origin() (whole int64, rest float64) {
	floor := math.Floor(s.Start)
	whole, rest = int64(floor), s.Start-floor+s.low
	return whole, rest
}

func limit(perPoint float64) float64 {
	if !(perPoint > minPerPoint) { // also not a number
		return minPerPoint
	}
	return min(perPoint, maxPerPoint)
}
