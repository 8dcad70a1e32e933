package edtf

// year reads a year of four digits or X, or a long one after "Y".
func (p *parser) year() (Year, error) {
	start := p.i
	var y Year
	var err error
	if p.skip("Y") {
		err = p.longYear(&y)
	} else {
		err = p.shortYear(&y)
	}
	if err != nil {
		return y, err
	}
	if y.Known() && p.peek() == 'S' {
		p.i++
		err = p.significant(&y)
	}
	y.Text = p.s[start:p.i]
	return y, err
}

// shortYear reads "1985", "-0043", "19XX". As 0 has no sign, "-0000" is no year
// and "-XXXX" does not mean it.
func (p *parser) shortYear(y *Year) error {
	const what = "a year of four digits or X"
	start := p.i
	minus := p.skip("-")
	for n := range 4 {
		switch c := p.peek(); {
		case c == 'X':
			y.High = y.High*10 + 9
			y.Value *= 10
		case digit(c):
			y.High = y.High*10 + int64(c-'0')
			y.Value = y.Value*10 + int64(c-'0')
		case n == 0 && !minus:
			return p.want("a date: " + what)
		default:
			return p.want(what)
		}
		p.i++
	}
	y.Low, y.Text = y.Value, p.s[start:p.i]
	if !minus {
		return nil
	}
	if y.High == 0 {
		return p.wantAt(start, "\"0000\", as the year 0 has no sign")
	}
	y.Value = -y.Value
	y.Low, y.High = -y.High, y.Value
	if y.High == 0 {
		y.High = -y.step()
	}
	return nil
}

// The digits of a long year: more than four, or "Y" would not be needed, and at
// most 18, to fit an int64.
const (
	longYearLeast = 10_000
	longYearMost  = 18
)

// longYear reads what follows "Y": "-170000002", "17E7".
func (p *parser) longYear(y *Year) error {
	minus := p.skip("-")
	start := p.i
	if c := p.peek(); !digit(c) || c == '0' {
		return p.want("a digit 1 to 9")
	}
	for ; digit(p.peek()); p.i++ {
		if p.i-start == longYearMost {
			return p.want("a year of at most 18 digits")
		}
		y.Value = y.Value*10 + int64(p.peek()-'0')
	}
	if p.skip("E") {
		exp := p.i
		if c := p.peek(); !digit(c) || c == '0' {
			return p.want("an exponent of digits")
		}
		most := longYearMost - (exp - 1 - start)
		for ; digit(p.peek()); p.i++ {
			y.Exponent = y.Exponent*10 + int(p.peek()-'0')
			if y.Exponent > most {
				return p.wantAt(exp, "a year of at most 18 digits when written out")
			}
		}
		y.Value *= pow10(y.Exponent)
	}
	if y.Value < longYearLeast {
		return p.wantAt(start, "a year of more than four digits after \"Y\"")
	}
	if minus {
		y.Value = -y.Value
	}
	y.Low, y.High = y.Value, y.Value
	return nil
}

// significant reads what follows "S": how many digits, counted from the left,
// are sure: "1950S2" is 1900 to 1999 (the profile's "significant digits").
func (p *parser) significant(y *Year) error {
	n := max(y.Value, -y.Value)
	digits := 1
	for v := n; v >= 10; v /= 10 {
		digits++
	}
	if c := p.peek(); !digit(c) || c == '0' {
		return p.want("a count of significant digits")
	}
	for ; digit(p.peek()); p.i++ {
		y.Significant = min(digits, y.Significant*10+int(p.peek()-'0'))
	}
	unit := pow10(digits - y.Significant)
	low := n / unit * unit
	if y.Value < 0 {
		y.Low, y.High = -(low + unit - 1), -low
	} else {
		y.Low, y.High = low, low+unit-1
	}
	return nil
}
