package edtf

import (
	"math"
	"testing"
	"time"
)

// The oracle is package time, which agrees on the proleptic Gregorian calendar.
func TestCalendarAgreesWithTime(t *testing.T) {
	const step = 7_654_321_987 // about 242 years, and no multiple of a day
	for at := int64(-4e14); at < 4e14; at += step {
		y, m, d, h, min, s := Civil(at)
		want := time.Unix(at, 0).UTC()
		got := time.Date(int(y), time.Month(m), d, h, min, s, 0, time.UTC)
		if !got.Equal(want) || m != int(want.Month()) || d != want.Day() || y != int64(want.Year()) {
			t.Fatalf("Civil(%d): got %d-%d-%d %d:%d:%d, want %s", at, y, m, d, h, min, s, want)
		}
		if back := Unix(y, m, d, h, min, s); back != at {
			t.Fatalf("Unix(Civil(%d)): got %d", at, back)
		}
	}
	for days := int64(-800_000); days < 800_000; days++ { // every day of 4000 years
		at := days * daySeconds
		y, m, d, _, _, _ := Civil(at)
		if back := Unix(y, m, d, 0, 0, 0); back != at {
			t.Fatalf("Unix(Civil(%d)): got %d", at, back)
		}
		if d > daysIn(y, m) {
			t.Fatalf("Civil(%d): got day %d of month %d in %d", at, d, m, y)
		}
	}
}

func TestUnixClampsAndCarries(t *testing.T) {
	tests := []struct {
		year       int64
		month, day int
		want       int64
	}{
		{1970, 1, 1, 0},
		{1969, 12, 31, -daySeconds},
		{1969, 13, 1, 0},  // carries over
		{1971, -11, 1, 0}, // and back
		{1970, 1, 366, 365 * daySeconds},
		{146_138_514_284, 1, 1, Max},  // just beyond
		{-146_138_510_345, 1, 1, Min}, //
		{math.MaxInt64, 12, 31, Max},
		{math.MinInt64, 1, 1, Min},
	}
	for _, tt := range tests {
		if got := Unix(tt.year, tt.month, tt.day, 0, 0, 0); got != tt.want {
			t.Errorf("Unix(%d, %d, %d): got %d, want %d", tt.year, tt.month, tt.day, got, tt.want)
		}
	}
	if got := Max - Min; got < 0 {
		t.Errorf("Max - Min overflows: %d", got)
	}
	for _, at := range []int64{math.MinInt64, math.MinInt64 + 1, Min, -1, 0, Max, math.MaxInt64} {
		_, m, d, h, min, s := Civil(at)
		if m < 1 || m > 12 || d < 1 || d > 31 || h < 0 || h > 23 || min < 0 || min > 59 || s < 0 || s > 59 {
			t.Errorf("Civil(%d): got %d-%d %d:%d:%d", at, m, d, h, min, s)
		}
	}
}

func TestFarYearsClamp(t *testing.T) {
	b := MustParse("Y-3E17/Y3E17").Bounds()
	if b != (Bounds{From: Min, To: Max}) {
		t.Errorf("got %+v, want Min to Max with known ends", b)
	}
	b = MustParse("Y3E17").Bounds()
	if b != (Bounds{From: Max, To: Max}) {
		t.Errorf("got %+v, want both at Max", b)
	}
}
