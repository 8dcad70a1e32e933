package i18n

import (
	"testing"

	"briefline/app/edtf"
)

func TestTick(t *testing.T) {
	year := func(y int64) int64 { return edtf.Unix(y, 1, 1, 0, 0, 0) }
	tests := []struct {
		at            int64
		p             edtf.Precision
		tick, context string
	}{
		{year(2018), edtf.PrecisionYear, "2018", "2018"},
		{year(1990), edtf.PrecisionDecade, "1990", "1990"},
		{year(500), edtf.PrecisionCentury, "AD 500", "AD 500"},
		{year(12_000), edtf.PrecisionMillennium, "AD 12,000", "AD 12,000"},
		{year(0), edtf.PrecisionCentury, "1 BC", "1 BC"},
		{year(-43), edtf.PrecisionYear, "44 BC", "44 BC"},
		{year(-50), edtf.PrecisionDecade, "51 BC", "51 BC"}, // exact, though the axis is coarse
		{year(-49), edtf.PrecisionDecade, "50 BC", "50 BC"},
		{year(-99), edtf.PrecisionCentury, "100 BC", "100 BC"},
		{year(-9_999), edtf.PrecisionMillennium, "10,000 BC", "10,000 BC"},
		{year(-199_999), edtf.PrecisionHundredMillennia, "200,000 BC", "200,000 BC"},
		{year(-65_999_999), edtf.PrecisionMillion, "66 million BC", "66 million BC"},
		{year(-2_499_999), edtf.PrecisionHundredMillennia, "2.5 million BC", "2.5 million BC"},
		{year(-4_499_999_999), edtf.PrecisionHundredMillion, "4.5 billion BC", "4.5 billion BC"},
		{year(-12_999_999_999), edtf.PrecisionBillion, "13 billion BC", "13 billion BC"},
		{year(3_000_000), edtf.PrecisionMillion, "AD 3 million", "AD 3 million"},
		{edtf.Unix(2018, 3, 1, 0, 0, 0), edtf.PrecisionMonth, "Mar", "March 2018"},
		{edtf.Unix(2018, 4, 1, 0, 0, 0), edtf.PrecisionQuarter, "Apr", "April 2018"},
		{edtf.Unix(2018, 3, 12, 0, 0, 0), edtf.PrecisionDay, "12", "12 March 2018"},
		{edtf.Unix(2018, 3, 12, 0, 0, 0), edtf.PrecisionWeek, "12", "12 March 2018"},
		{edtf.Unix(-43, 3, 15, 0, 0, 0), edtf.PrecisionDay, "15", "15 March 44 BC"},
		{edtf.Unix(2018, 3, 12, 14, 0, 0), edtf.PrecisionHour, "14:00", "12 March 2018, 14:00"},
		{edtf.Unix(2018, 3, 12, 14, 5, 0), edtf.PrecisionMinute, "14:05", "12 March 2018, 14:05"},
		{edtf.Unix(2018, 3, 12, 14, 5, 9), edtf.PrecisionSecond, "14:05:09", "12 March 2018, 14:05:09"},
		{edtf.Min, edtf.PrecisionBillion, "146,138,510,345 BC", "146,138,510,345 BC"},
	}
	c := english(t)
	for _, tt := range tests {
		if got := c.Tick(tt.at, tt.p); got != tt.tick {
			t.Errorf("Tick(%d, %d): got %q, want %q", tt.at, tt.p, got, tt.tick)
		}
		if got := c.TickContext(tt.at, tt.p); got != tt.context {
			t.Errorf("TickContext(%d, %d): got %q, want %q", tt.at, tt.p, got, tt.context)
		}
	}
}
