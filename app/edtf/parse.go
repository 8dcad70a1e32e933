package edtf

import "strings"

// Parse reads one EDTF expression of level 0, 1 or 2. Nothing may stand around
// it, no blanks either. It takes time linear in the length of s. The error is a
// *SyntaxError.
func Parse(s string) (Date, error) {
	var d Date
	kind, err := walk(s, d.add)
	if err != nil {
		return Date{}, err
	}
	d.text, d.kind = s, kind
	return d, nil
}

// walk parses s, gives its members to visit in order, and returns its kind.
func walk(s string, visit func(Member)) (Kind, error) {
	p := &parser{s: s}
	switch {
	case p.skip("["):
		return KindOneOf, p.set(']', visit)
	case p.skip("{"):
		return KindAllOf, p.set('}', visit)
	case strings.Contains(s, "/"):
		return KindInterval, p.interval(visit)
	}
	d, err := p.date(true)
	if err == nil && p.i < len(s) {
		err = p.want("the end of the date")
	}
	if err == nil {
		visit(Member{From: d, To: d})
	}
	return d.kind, err
}

// interval reads "start/end", either of them blank or "..".
func (p *parser) interval(visit func(Member)) error {
	m := Member{Range: true}
	var err error
	if m.From, m.FromEnd, err = p.intervalEnd('/'); err != nil {
		return err
	}
	if p.peek() != '/' {
		return p.want("\"/\" between the ends of an interval")
	}
	p.i++
	end := p.i
	if m.FromEnd == EndUnknown && p.peek() == 0 {
		return p.want("a date or \"..\", as the start is blank")
	}
	if m.To, m.ToEnd, err = p.intervalEnd(0); err != nil {
		return err
	}
	if p.i < len(p.s) {
		return p.want("the end of the interval")
	}
	if backwards(m) {
		return p.wantAt(end, "an end that is not before the start")
	}
	visit(m)
	return nil
}

func (p *parser) intervalEnd(stop byte) (Date, End, error) {
	if p.peek() == stop {
		return Date{}, EndUnknown, nil
	}
	if p.skip("..") {
		return Date{}, EndOpen, nil
	}
	d, err := p.date(false)
	return d, EndKnown, err
}

// set reads the members up to the closing bracket, and requires it to be the
// last byte.
func (p *parser) set(closing byte, visit func(Member)) error {
	for first := true; ; first = false {
		m, err := p.member(first, closing)
		if err != nil {
			return err
		}
		visit(m)
		switch {
		case p.peek() == closing:
			if p.i++; p.i < len(p.s) {
				return p.want("the end of the set")
			}
			return nil
		case m.ToEnd == EndOpen:
			return p.want("a date, or \"" + string(closing) + "\" as nothing follows an open range")
		case p.peek() != ',':
			return p.want("\",\", \"..\" or \"" + string(closing) + "\"")
		}
		p.i++
	}
}

// member reads "a", "a..b", "..a" (only first) or "a.." (only last).
func (p *parser) member(first bool, closing byte) (m Member, err error) {
	if first && p.skip("..") {
		m.Range, m.FromEnd = true, EndOpen
		m.To, err = p.date(false)
		return m, err
	}
	if m.From, err = p.date(false); err != nil {
		return m, err
	}
	if m.To = m.From; !p.skip("..") {
		return m, nil
	}
	m.Range = true
	if c := p.peek(); c == closing || c == ',' {
		m.To, m.ToEnd = Date{}, EndOpen
		return m, nil
	}
	to := p.i
	if m.To, err = p.date(false); err != nil {
		return m, err
	}
	switch {
	case !alike(m.From, m.To):
		err = p.wantAt(to, "a date of the same precision as before the \"..\"")
	case backwards(m):
		err = p.wantAt(to, "an end that is not before the start")
	}
	return m, err
}

// alike reports whether both ends of a range have the same components, as rule 7
// of the profile's sets wants: a range stands for all the values between, so it
// must be plain whether these are years, seasons, months or days.
func alike(from, to Date) bool {
	f, _ := from.Fields()
	t, _ := to.Fields()
	if f.Season != 0 && t.Season != 0 {
		return seasonPrecision(f.Season) == seasonPrecision(t.Season)
	}
	return f.Season == t.Season && (f.Month == "") == (t.Month == "") && (f.Day == "") == (t.Day == "")
}

// backwards reports whether m ends before it starts.
func backwards(m Member) bool {
	if m.FromEnd != EndKnown || m.ToEnd != EndKnown {
		return false
	}
	from, to := m.From.bounds, m.To.bounds
	if from.From == to.To || from.From == Max || to.To == Min {
		// Far years were clamped, or the end touches the start from before.
		f, _ := m.From.Fields()
		t, _ := m.To.Fields()
		return t.Year.High < f.Year.Low || from.From == to.To && from.From != Max && from.From != Min
	}
	return to.To < from.From
}

// date reads a simple date up to the first byte that cannot belong to it.
func (p *parser) date(withTime bool) (Date, error) {
	start := p.i
	f, err := p.fields(withTime)
	if err != nil {
		return Date{}, err
	}
	return simple(p.s[start:p.i], f), nil
}
