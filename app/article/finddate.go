package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// DateAt is a date with its year that stands somewhere in a line.
type DateAt struct {
	Start, End int    // bytes of the line, half-open
	Value      string // EDTF, a day or a month
	// Other is the day that the same figures mean where the month comes first:
	// 03/02/2026 is 3 February or 2 March. Empty where only one order makes a day.
	Other string
	// Range says that the date is the end of a span: "3 March 1931 – 5 May 2010".
	Range bool
}

const longestDateLine = 400 // bytes; a line that states a date is shorter

// FindDates returns the days and months with a year in a line, in the main
// languages of the web and in the figures that they use, in order. A year alone is
// none, and neither is a day without its year.
func FindDates(line string) (out []DateAt) {
	words := dateTokens(line[:cutAt(line, longestDateLine)])
	for i := 0; i < len(words); {
		d, n := dateFrom(words[i:])
		if n == 0 {
			i++
			continue
		}
		d.Start, d.End = words[i].start, words[i+n-1].end
		if i > 0 && words[i-1].isDay() && words[i].isDay() && isRange(strings.Trim(words[i].before, ". ")) {
			d.Range = true // "3-4 March 2015"
		}
		if m := len(out); m > 0 && isRange(line[out[m-1].End:d.Start]) {
			out[m-1].Range, d.Range = true, true
		}
		if d.Value != "" {
			out = append(out, d)
		}
		i += n
	}
	return out
}

// cutAt returns the length of s, or the last place before most between characters.
func cutAt(s string, most int) int {
	if len(s) <= most {
		return len(s)
	}
	for most > 0 && !utf8.RuneStart(s[most]) {
		most--
	}
	return most
}

func isRange(between string) bool {
	switch strings.ToLower(strings.TrimSpace(between)) {
	case "-", "–", "—", "‒", "to", "until", "bis", "au", "al", "по", "/":
		return true
	}
	return false
}

// dateToken is a number or a word of a line, with what parts it from the one before.
type dateToken struct {
	start, end int
	before     string // between the token before and this one
	word       string // in lower case; empty for a number
	number     int
	digits     int
}

// dateTokens takes a line apart. Figures of any script are numbers; a word and a
// number that touch are two, as in "3rd" and "2019年".
func dateTokens(line string) (out []dateToken) {
	const most = 120
	last := 0
	for at := 0; at < len(line) && len(out) < most; {
		r, size := utf8.DecodeRuneInString(line[at:])
		from, number := at, unicode.IsDigit(r)
		if !number && !unicode.IsLetter(r) {
			at += size
			continue
		}
		t := dateToken{start: at, before: line[last:at]}
		for at < len(line) {
			r, size = utf8.DecodeRuneInString(line[at:])
			if number {
				if !unicode.IsDigit(r) {
					break
				}
				if t.digits++; t.digits < 9 {
					t.number = t.number*10 + digitOf(r)
				}
			} else if !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) || at > from && unicode.Is(unicode.Han, r) {
				break
			}
			at += size
			if !number && unicode.Is(unicode.Han, r) {
				break // each is a word of its own: 年, 月
			}
		}
		if !number {
			t.word = strings.ToLower(line[from:at])
		}
		t.end, last = at, at
		out = append(out, t)
	}
	return out
}

// digitOf returns the value of a decimal digit: each script has its ten in a row.
func digitOf(r rune) int {
	if r < 0x80 {
		return int(r - '0')
	}
	zero := r
	for range 9 {
		if !unicode.IsDigit(zero - 1) {
			break
		}
		zero--
	}
	return int(r - zero)
}

// isYear takes the years of the press. Calendars that count from elsewhere stay
// out: 1402 is a year of Iran's.
func (t dateToken) isYear() bool { return t.digits == 4 && t.number >= 1600 && t.number <= 2200 }

func (t dateToken) isDay() bool {
	return t.digits >= 1 && t.digits <= 2 && t.number >= 1 && t.number <= 31
}

func (t dateToken) isMonth() bool {
	return t.digits >= 1 && t.digits <= 2 && t.number >= 1 && t.number <= 12
}

// parted reports whether what stands before the token is one of these.
func (t dateToken) parted(by ...string) bool {
	between := strings.TrimSpace(strings.ReplaceAll(t.before, "\u00A0", " "))
	for _, s := range by {
		if between == s {
			return true
		}
	}
	return false
}

// dateFrom reads the date that the tokens begin with, and of how many it is made;
// 0 if they begin with none.
func dateFrom(t []dateToken) (DateAt, int) {
	for _, read := range []func([]dateToken) (DateAt, int){yearFirst, figures, dayMonth, monthDay} {
		if d, n := read(t); n > 0 {
			return d, n
		}
	}
	return DateAt{}, 0
}

func day(year, month, day int) DateAt {
	value, _ := compose(year, month, day, clock{})
	return DateAt{Value: value}
}

// yearFirst reads "2026-02-03", "2026/2/3", "2026. február 3.", "2026年2月3日".
func yearFirst(t []dateToken) (DateAt, int) {
	if len(t) < 3 || !t[0].isYear() {
		return DateAt{}, 0
	}
	for _, sep := range []string{"-", "/", "."} {
		if t[1].isMonth() && t[2].isDay() && t[1].parted(sep) && t[2].parted(sep) {
			return day(t[0].number, t[1].number, t[2].number), 3
		}
	}
	if m := monthOf(t[1].word); m > 0 && t[2].isDay() && t[1].parted("", ".", ",") && t[2].parted("") {
		return day(t[0].number, m, t[2].number), 3
	}
	signs := [3]string{"年", "月", "日"}
	if len(t) >= 6 && t[3].word == "월" || len(t) >= 2 && t[1].word == "년" {
		signs = [3]string{"년", "월", "일"}
	}
	if len(t) >= 6 && t[1].word == signs[0] && t[2].isMonth() && t[3].word == signs[1] && t[4].isDay() && t[5].word == signs[2] {
		return day(t[0].number, t[2].number, t[4].number), 6
	}
	return DateAt{}, 0
}

// figures reads "03.02.2026", which is the day first, and "03/02/2026" and
// "03-02-2026", which may be either. After a dash of a range it is a date's end.
func figures(t []dateToken) (DateAt, int) {
	if len(t) < 3 || !t[0].isDay() || !t[1].isDay() {
		return DateAt{}, 0
	}
	if t[2].digits == 2 && t[1].before == "." && t[2].before == "." && t[1].isMonth() && !(len(t) > 3 && t[3].before == ".") {
		return day(1900+t[2].number+100*(1-t[2].number/70), t[1].number, t[0].number), 3 // "03.02.26"
	}
	if !t[2].isYear() {
		return DateAt{}, 0
	}
	a, b, year := t[0].number, t[1].number, t[2].number
	switch {
	case t[1].parted(".") && t[2].parted("."):
		return day(year, b, a), 3
	case t[1].parted("/") && t[2].parted("/"), t[1].before == "-" && t[2].before == "-":
		first, second := day(year, b, a), day(year, a, b)
		if first.Value == "" {
			first, second = second, first
		}
		if second.Value != first.Value {
			first.Other = second.Value
		}
		return first, 3
	}
	return DateAt{}, 0
}

// dayMonth reads "3 February 2026", "3rd of Feb. 2026", "3. März 2026", "3 de mayo
// de 2026", "3-Feb-2026", "3 февраля 2026 г.".
func dayMonth(t []dateToken) (DateAt, int) {
	if len(t) < 3 || !t[0].isDay() {
		return DateAt{}, 0
	}
	i := 1
	if isOrdinalEnd(t[i]) {
		i++
	}
	for k := 0; k < 2 && i < len(t) && smallWords[t[i].word]; k++ {
		i++
	}
	if i+1 >= len(t) {
		return DateAt{}, 0
	}
	m := monthOf(t[i].word)
	if m == 0 || !t[i].parted("", ".", "-", "/", ",", "º", "ª") {
		return DateAt{}, 0
	}
	i++
	if smallWords[t[i].word] && i+1 < len(t) {
		i++
	}
	if !t[i].isYear() || !t[i].parted("", ".", ",", "-", "/", ".,") {
		return DateAt{}, 0
	}
	return day(t[i].number, m, t[0].number), i + 1
}

// monthDay reads "February 3, 2026", "Feb. 3rd 2026" and the month alone,
// "February 2026".
func monthDay(t []dateToken) (DateAt, int) {
	m := 0
	if len(t) >= 2 {
		m = monthOf(t[0].word)
	}
	if m == 0 {
		return DateAt{}, 0
	}
	i := 1
	if smallWords[t[i].word] && i+1 < len(t) {
		i++
	}
	if t[i].isYear() && t[i].parted("", ".", ",") && utf8.RuneCountInString(t[0].word) >= 3 && !shortMonths[t[0].word] {
		value, _ := compose(t[i].number, m, 0, clock{})
		return DateAt{Value: value}, i + 1
	}
	if i != 1 || !t[1].isDay() || !t[1].parted("", ".", "-") {
		return DateAt{}, 0
	}
	if i = 2; i < len(t) && isOrdinalEnd(t[i]) {
		i++
	}
	if i < len(t) && t[i].isYear() && t[i].parted("", ",", ".", "-", ".,") {
		return day(t[i].number, m, t[1].number), i + 1
	}
	return DateAt{}, 0
}

// isOrdinalEnd reports whether the token is the end of "3rd", "1er", "1º".
func isOrdinalEnd(t dateToken) bool {
	switch t.word {
	case "st", "nd", "rd", "th", "er", "º", "ª", "o", "e", "го", "ое":
		return t.before == ""
	}
	return false
}
