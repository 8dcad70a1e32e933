package datetext

import (
	"regexp"
	"strconv"
	"strings"

	"briefline/app/edtf"
)

type parser struct{ o Options }

// whole are phrases without a date in them.
var whole = map[string]string{
	"start and end open": "../..", "start not known, end open": "/..", "start open, end not known": "../",
	"date not known": "XXXX-XX-XX", "year not known": "XXXX", "month and year not known": "XXXX-XX",
}

// expression reads anything: EDTF, a date, an interval, a set.
func (p *parser) expression(s piece) (edtf.Date, *Error) {
	s = s.trim()
	if d, err := edtf.Parse(s.text); err == nil {
		return d, nil
	}
	if text, ok := whole[strings.ToLower(s.text)]; ok {
		return edtf.MustParse(text), nil
	}
	if d, err, ok := p.openInterval(s); ok {
		return d, err
	}
	if d, err, ok := p.limit(s); ok {
		return d, err
	}
	if _, ok := inDigits(s); ok {
		return p.qualified(s)
	}
	var first *Error // of a shape that is there and does not hold a date
	for _, read := range []func(piece) (edtf.Date, *Error, bool){p.list, p.interval} {
		d, err, ok := read(s)
		if ok && err == nil {
			return d, nil
		}
		if ok && first == nil {
			first = err
		}
	}
	d, err := p.qualified(s)
	if err != nil && first != nil {
		return d, first
	}
	return d, err
}

// openInterval reads "since 2016", "from 2016 on", "until 2016", "within 2016" and
// what app/i18n says of ends that are not known. With "from", an interval that has
// both ends is left to interval.
func (p *parser) openInterval(s piece) (edtf.Date, *Error, bool) {
	ends := func(rest piece, before, after string) (edtf.Date, *Error, bool) {
		d, err := p.qualified(rest)
		if err != nil {
			return d, err, true
		}
		d, err = s.built(before + d.String() + after)
		return d, err, true
	}
	if rest, ok := s.cut("until", "till", "up to", "up until"); ok {
		if rest, unknown := rest.cutEnd(", start not known"); unknown {
			return ends(rest, "/", "")
		}
		return ends(rest, "../", "")
	}
	if rest, ok := s.cut("within"); ok {
		d, err := p.qualified(rest)
		if err != nil {
			return d, err, true
		}
		d, err = s.built(d.String() + "/" + d.String())
		return d, err, true
	}
	rest, ok := s.cut("from", "since", "ever since", "starting")
	if !ok {
		return edtf.Date{}, nil, false
	}
	if rest, unknown := rest.cutEnd(", end not known"); unknown {
		return ends(rest, "", "/")
	}
	rest, on := rest.cutEnd("on", "onwards", "onward")
	if !on && separator.MatchString(rest.text) {
		d, err, ok := p.interval(rest)
		return d, err, ok
	}
	return ends(rest, "", "/..")
}

// built parses an expression that was put together.
func (s piece) built(text string) (edtf.Date, *Error) {
	d, err := edtf.Parse(text)
	if err == nil {
		return d, nil
	}
	if syntax, ok := err.(*edtf.SyntaxError); ok && strings.Contains(syntax.Want, "not before the start") {
		return edtf.Date{}, s.fail("backwards")
	}
	return edtf.Date{}, s.fail("not-understood")
}

// limit reads "before 2016", "in or after May 2016", "between 1990 and 1995".
func (p *parser) limit(s piece) (edtf.Date, *Error, bool) {
	if rest, ok := s.cut("between"); ok {
		if strings.Contains(strings.ToLower(rest.text), " or ") {
			return edtf.Date{}, nil, false // a list whose first member this is
		}
		for _, at := range and.FindAllStringIndex(rest.text, -1) {
			from, to, err := p.pair(rest.to(at[0]), rest.from(at[1]))
			if err != nil {
				return edtf.Date{}, err, true
			}
			d, err := s.built("[" + from.String() + ".." + to.String() + "]")
			return d, err, true
		}
		return edtf.Date{}, s.fail("not-understood"), true
	}
	for _, l := range []struct {
		words  []string
		by     int64 // units beyond the date
		before bool
	}{
		{[]string{"in or before", "on or before", "by", "not after", "no later than", "at the latest"}, 0, true},
		{[]string{"in or after", "on or after", "not before", "no earlier than"}, 0, false},
		{[]string{"before", "prior to", "earlier than"}, -1, true},
		{[]string{"after", "later than"}, 1, false},
	} {
		rest, ok := s.cut(l.words...)
		if !ok {
			continue
		}
		if listWord.MatchString(rest.text) {
			return edtf.Date{}, nil, false
		}
		d, err := p.qualified(rest)
		if err != nil {
			return d, err, true
		}
		if l.by != 0 {
			moved, ok := edtf.Step(d, l.by)
			if !ok {
				return d, s.fail("not-understood"), true
			}
			d = moved
		}
		text := "[" + d.String() + "..]"
		if l.before {
			text = "[.." + d.String() + "]"
		}
		d, err = s.built(text)
		return d, err, true
	}
	return edtf.Date{}, nil, false
}

var (
	and       = regexp.MustCompile(`(?i)\s+and\s+`)
	separator = regexp.MustCompile(`(?i)\s+(?:to|until|till|through)\s+|\s*[–—]\s*|\s+-\s+|-`)
	listWord  = regexp.MustCompile(`(?i)\s(?:or|and)\s`)
	listSep   = regexp.MustCompile(`(?i)\s*,\s+(?:(?:or|and)\s+)?|\s+(?:or|and)\s+`)
)

// interval reads "A to B", cut where both sides are dates.
func (p *parser) interval(s piece) (edtf.Date, *Error, bool) {
	for _, at := range separator.FindAllStringIndex(s.text, -1) {
		if at[0] == 0 || at[1] == len(s.text) {
			continue
		}
		from, to, err := p.pair(s.to(at[0]), s.from(at[1]))
		if err == nil {
			d, err := s.built(from.String() + "/" + to.String())
			return d, err, true
		}
		if err.Message != "datetext.not-understood" && err.Message != "datetext.no-year" {
			return edtf.Date{}, err, true
		}
	}
	return edtf.Date{}, nil, false
}

var (
	saysYear  = regexp.MustCompile(`(?i)\d{3}|\b(?:bc|bce|ad|ce)\b|\d\d?(?:st|nd|rd|th) (?:century|millennium)`)
	bareDay   = regexp.MustCompile(`^(\d\d?)(?:st|nd|rd|th)?$`)
	shortYear = regexp.MustCompile(`^\d\d$`)
)

// pair reads two dates of which the first may leave out what the second says:
// "12" and "14 May 2024", "June" and "August 2004"; or the second the century:
// "1990" and "95".
func (p *parser) pair(a, b piece) (from, to edtf.Date, err *Error) {
	a, b = a.trim(), b.trim()
	if shortYear.MatchString(b.text) {
		if from, err = p.qualified(a); err == nil {
			f, ok := from.Fields()
			n, _ := strconv.Atoi(b.text)
			if ok && f.Month == "" && f.Season == 0 && f.Year.Known() && f.Year.Value >= 1000 && int64(n) > f.Year.Value%100 {
				to = edtf.MustParse(strconv.Itoa(int(f.Year.Value/100*100) + n))
				return from, to, nil
			}
		}
		return from, to, b.fail("short-year")
	}
	if to, err = p.qualified(b); err != nil {
		return from, to, err
	}
	from, err = p.completed(a, to)
	return from, to, err
}

// completed reads a, which may leave out the month and the year that to has.
func (p *parser) completed(a piece, to edtf.Date) (edtf.Date, *Error) {
	f, ok := to.Fields()
	if ok && f.Year.Known() && !f.Year.Long() && !saysYear.MatchString(a.text) {
		if m := bareDay.FindStringSubmatch(a.text); m != nil && f.Month.Known() {
			n, _ := strconv.Atoi(m[1])
			if d, err := edtf.Parse(yearText(f.Year.Value) + "-" + string(f.Month) + "-" + two(n)); err == nil {
				return d, nil
			}
			return edtf.Date{}, a.fail("no-such-day")
		}
		if d, err := p.ofYear(a, f.Year.Value); err == nil {
			return d, nil
		}
	}
	return p.qualified(a)
}

func yearText(y int64) string {
	s := strconv.FormatInt(max(y, -y), 10)
	s = strings.Repeat("0", max(0, 4-len(s))) + s
	if y < 0 {
		s = "-" + s
	}
	return s
}

func two(n int) string {
	s := strconv.Itoa(n)
	if n < 10 {
		s = "0" + s
	}
	return s
}

// list reads "1667, 1668 or December 1760" and "1960 and December 1961".
func (p *parser) list(s piece) (edtf.Date, *Error, bool) {
	if !listWord.MatchString(s.text) {
		return edtf.Date{}, nil, false
	}
	items, or, and := members(s)
	if len(items) < 2 || or == and {
		return edtf.Date{}, nil, false
	}
	// From the last to the first, as an earlier one may leave out the year.
	texts := make([]string, len(items))
	var next edtf.Date
	for i := len(items) - 1; i >= 0; i-- {
		d, err, ok := p.limit(items[i])
		if !ok {
			d, err = p.completed(items[i], next)
		}
		if err != nil {
			return edtf.Date{}, err, true
		}
		texts[i] = d.String()
		if d.Kind() == edtf.KindOneOf {
			texts[i] = strings.Trim(texts[i], "[]")
		} else {
			next = d
		}
	}
	text := "[" + strings.Join(texts, ",") + "]"
	if and {
		text = "{" + strings.Join(texts, ",") + "}"
	}
	d, err := s.built(text)
	return d, err, true
}

// members cuts a list, but not inside "in or after", "between A and B", "May 24,
// 2024", "Monday, 5 May" and brackets.
func members(s piece) (items []piece, or, and bool) {
	start, between := 0, false
	for _, at := range listSep.FindAllStringIndex(s.text, -1) {
		before, after, sep := s.text[start:at[0]], s.text[at[1]:], strings.ToLower(s.text[at[0]:at[1]])
		lower := strings.ToLower(before)
		isAnd, isOr := strings.Contains(sep, "and"), strings.Contains(sep, "or")
		switch {
		case isOr && (strings.HasSuffix(lower, "in") || strings.HasSuffix(lower, "on")) && inOr.MatchString(after):
			continue
		case isAnd && strings.HasPrefix(lower, "between ") && !between:
			between = true
			continue
		case strings.Count(before, "(") > strings.Count(before, ")"):
			continue
		case !isAnd && !isOr && (dayBefore.MatchString(before) && yearFirst.MatchString(after) || weekday[lower]):
			continue
		}
		or, and = or || isOr, and || isAnd
		items = append(items, s.slice(start, at[0]).trim())
		start, between = at[1], false
	}
	return append(items, s.from(start).trim()), or, and
}

var (
	inOr      = regexp.MustCompile(`(?i)^(?:after|before)\s`)
	dayBefore = regexp.MustCompile(`(?i)[a-z]\.?\s+\d\d?(?:st|nd|rd|th)?$`)
	yearFirst = regexp.MustCompile(`^\d{4}\b`)
)
