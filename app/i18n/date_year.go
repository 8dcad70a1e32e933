package i18n

import (
	"strings"

	"github.com/dustin/go-humanize"

	"briefline/app/edtf"
)

// yearForm says how a year in words joins the words before it.
type yearForm int

const (
	yearPlain   yearForm = iota // "2016", "44 BC"
	yearSpan                    // "1990s", "20th century": with an article
	yearBetween                 // "between 50 BC and 41 BC"
	yearUnknown                 // nothing to say
)

type yearWords struct {
	form  yearForm
	text  string
	notes []string
	rough bool // an estimate, or with a digit not known: takes no "about"
}

// noYear reports whether nothing is known of y. Of "-XXXX" it is known to be BC.
func noYear(y edtf.Year) bool { return y.Text == "XXXX" }

// year words y. The span of "19XX", 1900 to 1999, is named as the century that
// all but its first year belong to, and likewise the millennium.
func (w wording) year(y edtf.Year) yearWords {
	n, right := y.Unspecified()
	switch {
	case noYear(y):
		return yearWords{form: yearUnknown}
	case y.Low != y.High && y.Known():
		return w.estimate(y)
	case y.Known():
		return yearWords{text: w.c.yearText(y.Value, y.Exponent > 0)}
	case !right && y.High > 0:
		// The digits say more than any span of years.
		text := strings.TrimLeft(y.Text, "0")
		if y.High < 1000 {
			text = w.c.Text("date.ad", "year", text)
		}
		note := w.text("date.digit-unknown", "n", strings.Count(text, "X"))
		return yearWords{text: text, notes: []string{note}, rough: true}
	case right && (n == 2 || n == 3):
		return yearWords{form: yearSpan, text: w.era(y, n), rough: true}
	case right && y.Low >= 1000 && y.Low%100 != 0:
		return yearWords{form: yearSpan, text: w.text("date.decade", "year", itoa(int(y.Low))), rough: true}
	}
	// "200X" is no "2000s", which may be the century, and "-004X" is not "40s BC".
	out := yearWords{form: yearBetween, text: w.between(y.Low, y.High, false), rough: true}
	if !right {
		out.notes = []string{w.text("date.digits-unknown")}
	}
	return out
}

// era words the century (n is 2) or millennium (3) of y.
func (w wording) era(y edtf.Year, n int) string {
	unit := int64(100)
	id := "date.century"
	if n == 3 {
		unit, id = 1000, "date.millennium"
	}
	// Counted away from zero, 1-based, on either side.
	near := min(max(y.Low, -y.Low), max(y.High, -y.High))
	text := w.text(id, "nth", w.c.Ordinal(int(near/unit)+1))
	if y.High < 0 {
		return w.c.Text("date.bc", "year", text)
	}
	return text
}

// estimate words a year of significant digits: "estimated 1950, between 1900 and
// 1999".
func (w wording) estimate(y edtf.Year) yearWords {
	round := y.High-y.Low+1 >= roundTo && max(y.Value, -y.Value) >= million
	return yearWords{
		text:  w.text("date.estimated", "year", w.c.yearText(y.Value, round || y.Exponent > 0)),
		notes: []string{w.between(y.Low, y.High, round)},
		rough: true,
	}
}

// between words the years low to high. Rounded, the end of the span stands for
// the last year in it: 171 to 172 million.
func (w wording) between(low, high int64, round bool) string {
	if round && low > 0 {
		high++
	} else if round {
		low--
	}
	return w.text("date.between", "from", w.c.yearText(low, round), "to", w.c.yearText(high, round))
}

// yearAlone words a year without month.
func (w wording) yearAlone(y edtf.Year) (phrase, bool) {
	words := w.year(y)
	if words.form == yearUnknown {
		return phrase{notes: []string{w.text("date.part-unknown", "parts", w.c.Text("date.part.year"))}}, false
	}
	return phrase{text: words.text, notes: words.notes}, !words.rough
}

// inYear joins words for a part of a year and the year. The second result says
// whether "about" may stand before it. An unknown year is left to the caller.
func (w wording) inYear(part string, y edtf.Year, join string) (phrase, bool) {
	words := w.year(y)
	switch words.form {
	case yearUnknown:
		return phrase{text: part}, false
	case yearSpan:
		return phrase{text: w.text("date.in-span", "date", part, "years", words.text)}, false
	case yearBetween:
		return phrase{text: w.text("date.in-between", "date", part, "between", words.text), notes: words.notes}, false
	}
	return phrase{text: w.text(join, "date", part, "year", words.text), notes: words.notes}, !words.rough
}

const (
	million = 1_000_000
	billion = 1_000_000_000
	roundTo = 10_000 // two decimals of a million
)

// yearText words an astronomical year: "2016", "44 BC" for -43, "AD 43" and
// "AD 12,000" where a bare number would not look like a year. Round, it may be
// "170 million BC" for -170000000, leaving the odd year aside.
func (c *Catalog) yearText(y int64, round bool) string {
	if round && y <= -million && y%roundTo == 0 {
		return c.Text("date.bc", "year", c.scaled(-y))
	}
	if round && y >= million && y%roundTo == 0 {
		return c.Text("date.ad", "year", c.scaled(y))
	}
	switch n := 1 - y; {
	case y <= 0:
		return c.Text("date.bc", "year", yearNumber(n))
	case y < 1000 || y >= 10_000:
		return c.Text("date.ad", "year", yearNumber(y))
	}
	return yearNumber(y)
}

func yearNumber(n int64) string {
	if n < 10_000 {
		return itoa(int(n))
	}
	return humanize.Comma(n)
}

// scaled words a multiple of roundTo in millions or billions, exactly.
func (c *Catalog) scaled(n int64) string {
	if n >= billion && n%(billion/100) == 0 {
		return c.Text("date.billion", "n", decimal(n, billion))
	}
	return c.Text("date.million", "n", decimal(n, million))
}

// decimal returns n/unit, which two decimals hold.
func decimal(n, unit int64) string {
	s := humanize.Comma(n / unit)
	if cents := int(n % unit / (unit / 100)); cents > 0 {
		s += "." + strings.TrimRight(two(cents), "0")
	}
	return s
}
