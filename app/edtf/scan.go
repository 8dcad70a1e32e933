package edtf

import (
	"fmt"
	"strings"
)

// parser reads s from byte i on.
type parser struct {
	s string
	i int
}

// peek returns the byte at hand, 0 at the end.
func (p *parser) peek() byte {
	if p.i < len(p.s) {
		return p.s[p.i]
	}
	return 0
}

func (p *parser) skip(prefix string) bool {
	if !strings.HasPrefix(p.s[p.i:], prefix) {
		return false
	}
	p.i += len(prefix)
	return true
}

// want is the error at the byte at hand.
func (p *parser) want(what string) error { return p.wantAt(p.i, what) }

func (p *parser) wantAt(i int, what string) error {
	return &SyntaxError{Input: p.s, Offset: i, Want: what}
}

// qualifier reads "?", "~", "%" or nothing.
func (p *parser) qualifier() Qualifier {
	var q Qualifier
	switch p.peek() {
	case '~':
		q = Approximate
	case '?':
		q = Uncertain
	case '%':
		q = Approximate | Uncertain
	default:
		return 0
	}
	p.i++
	return q
}

// fields reads one date. A qualifier before a component is of that component
// alone, one after it of all components up to there ("qualification" in the
// profile).
func (p *parser) fields(withTime bool) (f Fields, err error) {
	f.YearQualifier = p.qualifier()
	if f.Year, err = p.year(); err != nil {
		return f, err
	}
	f.YearQualifier |= p.qualifier()
	if f.Year.Long() || f.Year.Significant > 0 || p.peek() != '-' {
		return f, nil
	}
	p.i++

	f.MonthQualifier = p.qualifier()
	if err = p.month(&f); err != nil {
		return f, err
	}
	q := p.qualifier()
	f.YearQualifier |= q
	f.MonthQualifier |= q
	if f.Season != 0 || p.peek() != '-' {
		return f, nil
	}
	p.i++

	f.DayQualifier = p.qualifier()
	if err = p.day(&f); err != nil {
		return f, err
	}
	q = p.qualifier()
	f.YearQualifier |= q
	f.MonthQualifier |= q
	f.DayQualifier |= q
	if p.peek() == 'T' {
		err = p.timeOfDay(&f, withTime)
	}
	return f, err
}

// digits reads two digits, each of which may be X.
func (p *parser) digits(what string) (Digits, error) {
	for n := range 2 {
		if p.i+n >= len(p.s) || !digit(p.s[p.i+n]) && p.s[p.i+n] != 'X' {
			return "", p.wantAt(p.i+n, what)
		}
	}
	p.i += 2
	return Digits(p.s[p.i-2 : p.i]), nil
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

func (p *parser) month(f *Fields) error {
	const what = "a month 01 to 12 or a season 21 to 41, of two digits or X"
	start := p.i
	g, err := p.digits(what)
	if err != nil {
		return err
	}
	if n := g.Int(); n >= seasonFirst && n <= seasonLast {
		f.Season = n
		return nil
	}
	f.Month = g
	if len(f.Months()) == 0 {
		return p.wantAt(start, what)
	}
	return nil
}

func (p *parser) day(f *Fields) error {
	const what = "a day of two digits or X"
	start := p.i
	g, err := p.digits(what)
	if err != nil {
		return err
	}
	month := f.Months()
	f.Day = g
	if len(f.Months()) == 0 {
		most := 0
		for _, m := range month {
			most = max(most, f.longest(m))
		}
		return p.wantAt(start, fmt.Sprintf("a day 01 to %d", most))
	}
	return nil
}
