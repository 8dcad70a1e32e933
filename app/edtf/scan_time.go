package edtf

// timeOfDay reads "T23:20:30" with or without zone, or "T23:20", "T23" of reduced
// precision. The date before it must be a full day.
func (p *parser) timeOfDay(f *Fields, allowed bool) error {
	switch {
	case !allowed:
		return p.want("a date without a time of day")
	case !f.Year.Known() || !f.Month.Known() || !f.Day.Known():
		return p.want("no time of day after unspecified digits")
	case f.YearQualifier|f.MonthQualifier|f.DayQualifier != 0:
		return p.want("no time of day after a qualifier")
	}
	p.i++
	var err error
	if f.Hour, err = p.clock("an hour 00 to 23", 23); err != nil {
		return err
	}
	f.TimePrecision = PrecisionHour
	if p.skip(":") {
		if f.Minute, err = p.clock("a minute 00 to 59", 59); err != nil {
			return err
		}
		f.TimePrecision = PrecisionMinute
	}
	second := p.i + 1
	if f.TimePrecision == PrecisionMinute && p.skip(":") {
		if f.Second, err = p.clock("a second 00 to 60", 60); err != nil {
			return err
		}
		f.TimePrecision = PrecisionSecond
	}
	if err = p.zone(f); err != nil {
		return err
	}
	// A leap second is the last of a day in UTC.
	if utc := ((f.Hour*60+f.Minute)*60 - f.Offset + 2*daySeconds) % daySeconds; f.Second == 60 && utc != daySeconds-60 {
		return p.wantAt(second, "a second 00 to 59, as 60 only follows 23:59:59 UTC")
	}
	return nil
}

// zone reads "Z", "-04", "+04:30" or nothing.
func (p *parser) zone(f *Fields) (err error) {
	start, sign := p.i, 1
	switch p.peek() {
	case 'Z':
		p.i++
		f.Zone = "Z"
		return nil
	case '-':
		sign = -1
	case '+':
	default:
		return nil
	}
	p.i++
	var hour, minute int
	if hour, err = p.clock("an offset hour 00 to 23", 23); err != nil {
		return err
	}
	if p.skip(":") {
		if minute, err = p.clock("an offset minute 00 to 59", 59); err != nil {
			return err
		}
	}
	f.Zone, f.Offset = p.s[start:p.i], sign*(hour*60+minute)*60
	if f.Offset == 0 && sign < 0 {
		return p.wantAt(start, "\"+00:00\" or \"Z\", as an offset of 0 is not negative")
	}
	return nil
}

// clock reads two digits up to most.
func (p *parser) clock(what string, most int) (int, error) {
	start := p.i
	for n := range 2 {
		if start+n >= len(p.s) || !digit(p.s[start+n]) {
			return 0, p.wantAt(start+n, what)
		}
	}
	v := int(p.s[start]-'0')*10 + int(p.s[start+1]-'0')
	if v > most {
		return 0, p.wantAt(start, what)
	}
	p.i += 2
	return v, nil
}
