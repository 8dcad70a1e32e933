package edtf

// Member is one date of an expression, or a span of dates within it.
type Member struct {
	From, To       Date // simple dates; zero where their end is not EndKnown
	FromEnd, ToEnd End
	Range          bool // written with "/" or ".."; otherwise From and To are the same
}

// Members returns the parts of d in the order written: the dates and ranges of a
// set, the one span of an interval, and d itself when it is a simple date. It is
// nil for the zero Date.
func (d Date) Members() []Member {
	if d.IsZero() {
		return nil
	}
	var out []Member
	_, err := walk(d.text, func(m Member) { out = append(out, m) })
	if err != nil {
		panic("edtf: a parsed date does not parse again: " + err.Error())
	}
	return out
}

// Fields returns the components of a simple date: KindDate, KindDateTime or
// KindSeason. It is false for any other.
func (d Date) Fields() (Fields, bool) {
	if d.kind != KindDate && d.kind != KindDateTime && d.kind != KindSeason {
		return Fields{}, false
	}
	p := parser{s: d.text}
	f, err := p.fields(true)
	return f, err == nil
}

// simple makes the date of one set of components.
func simple(text string, f Fields) Date {
	d := Date{
		text:      text,
		kind:      KindDate,
		precision: f.Precision(),
		qualifier: f.YearQualifier | f.MonthQualifier | f.DayQualifier,
		bounds:    f.Bounds(),
	}
	switch {
	case f.Season != 0:
		d.kind = KindSeason
	case f.TimePrecision != PrecisionNone:
		d.kind = KindDateTime
	}
	return d
}

// add widens the set or interval d by a member.
func (d *Date) add(m Member) {
	b := Bounds{From: Min, To: Max, FromEnd: m.FromEnd, ToEnd: m.ToEnd}
	p := PrecisionSecond
	if m.FromEnd == EndKnown {
		b.From = m.From.bounds.From
		p = min(p, m.From.precision)
	}
	if m.ToEnd == EndKnown {
		b.To = m.To.bounds.To
		p = min(p, m.To.precision)
	}
	d.qualifier |= m.From.qualifier | m.To.qualifier
	if d.bounds == (Bounds{}) {
		d.bounds, d.precision = b, p
		return
	}
	d.precision = min(d.precision, p)
	if b.From < d.bounds.From || b.FromEnd != EndKnown {
		d.bounds.From, d.bounds.FromEnd = b.From, b.FromEnd
	}
	if b.To > d.bounds.To || b.ToEnd != EndKnown {
		d.bounds.To, d.bounds.ToEnd = b.To, b.ToEnd
	}
}
