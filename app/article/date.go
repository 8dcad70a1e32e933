package article

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"briefline/app/edtf"
)

// parseDate reads a date that is all of s, as files write them, into EDTF: to the
// day or the second, or to the month or year if that is all there is. It takes no
// date whose day and month could change places.
func parseDate(s string) (string, bool) {
	s = strings.TrimSpace(strings.Join(strings.Fields(s), " "))
	if len(s) < 4 || len(s) > 64 {
		return "", false
	}
	value, ok := isoDate(s)
	if !ok {
		value, ok = wordDate(s)
	}
	if !ok {
		return "", false
	}
	_, err := edtf.Parse(value)
	return value, err == nil
}

var isoPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)? ?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?)?)?$`)
})

// isoDate reads ISO 8601 and what is nearly it: "2024-05-24", "2024/05/24",
// "20240524", "2024-05-24 14:30:00 +0600".
func isoDate(s string) (string, bool) {
	if len(s) == 8 {
		if _, err := strconv.Atoi(s); err == nil {
			s = s[:4] + "-" + s[4:6] + "-" + s[6:]
		}
	}
	m := isoPattern().FindStringSubmatch(s)
	if m == nil {
		return "", false
	}
	n := make([]int, len(m))
	for i := 1; i < 7; i++ {
		n[i], _ = strconv.Atoi(m[i])
	}
	return compose(n[1], n[2], n[3], clock{m[4] != "", n[4], n[5], n[6], m[7]})
}

// clock is a time of day, with its zone as written; UTC if it says so, local if
// it says nothing.
type clock struct {
	known                bool
	hour, minute, second int
	zone                 string
}

// compose writes EDTF level 0 of what is known: month and day may be 0.
func compose(year, month, day int, c clock) (string, bool) {
	if year < 1400 || year > 2200 {
		return "", false
	}
	pad := func(n, width int) string {
		s := strconv.Itoa(n)
		return strings.Repeat("0", max(0, width-len(s))) + s
	}
	out := pad(year, 4)
	if month == 0 {
		return out, true
	}
	out += "-" + pad(month, 2)
	if day == 0 {
		return out, month <= 12
	}
	if t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC); int(t.Month()) != month || t.Day() != day {
		return "", false
	}
	out += "-" + pad(day, 2)
	if !c.known || c.hour > 23 || c.minute > 59 || c.second > 59 {
		return out, true
	}
	out += "T" + pad(c.hour, 2) + ":" + pad(c.minute, 2) + ":" + pad(c.second, 2)
	switch zone := c.zone; {
	case zone == "Z" || zone == "UTC" || zone == "GMT":
		out += "Z"
	case len(zone) == 5:
		out += zone[:3] + ":" + zone[3:]
	default:
		out += zone
	}
	return out, true
}

var months = map[string]int{
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
	"january": 1, "february": 2, "march": 3, "april": 4, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"januar": 1, "februar": 2, "märz": 3, "mai": 5, "juni": 6, "juli": 7, "oktober": 10, "dezember": 12,
	"января": 1, "февраля": 2, "марта": 3, "апреля": 4, "мая": 5, "июня": 6, "июля": 7, "августа": 8, "сентября": 9, "октября": 10, "ноября": 11, "декабря": 12,
	"janvier": 1, "février": 2, "mars": 3, "avril": 4, "juin": 6, "juillet": 7, "août": 8, "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12,
	"enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8, "septiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12,
}

// filler are words that a date may hold without meaning another.
var filler = map[string]bool{
	"mon": true, "tue": true, "tues": true, "wed": true, "thu": true, "thur": true, "thurs": true, "fri": true, "sat": true, "sun": true,
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"montag": true, "dienstag": true, "mittwoch": true, "donnerstag": true, "freitag": true, "samstag": true, "sonntag": true,
	"of": true, "the": true, "on": true, "at": true, "de": true, "г": true, "года": true, "uhr": true, "den": true,
}

// zones are the names of zones that mean one thing (RFC 5322, 4.3).
var zones = map[string]string{
	"z": "Z", "utc": "Z", "gmt": "Z", "ut": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
	"mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "msk": "+03:00", "cet": "+01:00", "cest": "+02:00",
}

// wordDate reads dates with the month in words, in either order, with weekday and
// time of day or without: "Thu, 24 May 2024 14:30:00 +0600", "May 24, 2024".
func wordDate(s string) (string, bool) {
	if value, ok := dottedDate(s); ok {
		return value, true
	}
	year, month, day := 0, 0, 0
	c := clock{}
	if i := strings.IndexByte(s, '('); i > 0 && strings.HasSuffix(s, ")") { // a comment, in mail
		s = s[:i]
	}
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return r == ' ' || r == ',' || r == '|' || r == '–' }) {
		if w = strings.TrimSuffix(w, "."); w == "" {
			continue
		}
		number := w
		for _, end := range []string{"st", "nd", "rd", "th"} {
			number = strings.TrimSuffix(number, end)
		}
		n, err := strconv.Atoi(number)
		switch {
		case strings.Contains(w, ":"):
			if c.known || !c.read(w) {
				return "", false
			}
		case (w == "am" || w == "a.m" || w == "pm" || w == "p.m") && c.known:
			if c.hour > 12 || !c.half(w[0]) {
				return "", false
			}
		case (w[0] == '+' || w[0] == '-') && len(w) == 5 && c.known && err == nil:
			c.zone = w
		case err == nil && n >= 1 && n <= 31 && day == 0 && len(number) <= 2:
			day = n
		case err == nil && len(number) == 4 && year == 0:
			year = n
		case months[w] != 0 && month == 0:
			month = months[w]
		case zones[w] != "" && c.known && c.zone == "":
			c.zone = zones[w]
		case filler[w]:
		default:
			return "", false
		}
	}
	if year == 0 || month == 0 {
		return "", false
	}
	return compose(year, month, day, c)
}

// read reads "14:30", "2:30pm" or "14:30:00".
func (c *clock) read(w string) bool {
	half := byte(0)
	for _, end := range []string{"am", "pm"} {
		if s, ok := strings.CutSuffix(w, end); ok {
			w, half = s, end[0]
		}
	}
	parts := strings.Split(w, ":")
	if len(parts) > 3 {
		return false
	}
	n := [3]int{}
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || v < 0 || v > 59 {
			return false
		}
		n[i] = v
	}
	c.known, c.hour, c.minute, c.second = true, n[0], n[1], n[2]
	return c.hour < 24 && (half == 0 || c.half(half))
}

// half moves the hour by the half of the day, 'a' or 'p'.
func (c *clock) half(which byte) bool {
	if c.hour < 1 || c.hour > 12 {
		return false
	}
	c.hour %= 12
	if which == 'p' {
		c.hour += 12
	}
	return true
}

// dottedDate reads "24.05.2024", which is the day first wherever it is written,
// and "24/05/2024" where only one order makes a date.
func dottedDate(s string) (string, bool) {
	date, rest, timed := strings.Cut(s, " ")
	sep := "."
	if strings.Contains(date, "/") {
		sep = "/"
	}
	parts := strings.Split(strings.TrimSuffix(date, ","), sep)
	if len(parts) != 3 || len(parts[2]) != 4 {
		return "", false
	}
	n := [3]int{}
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil {
			return "", false
		}
		n[i] = v
	}
	day, month := n[0], n[1]
	if sep == "/" {
		if day <= 12 && month <= 12 && day != month {
			return "", false
		}
		if month > 12 {
			day, month = month, day
		}
	}
	c := clock{}
	if timed && !c.read(rest) {
		return "", false
	}
	if month == 0 || day == 0 {
		return "", false
	}
	return compose(n[2], month, day, c)
}

var addressPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/_-]|$)`)
})

// dayOfAddress takes the day that many sites put into the addresses of their
// articles. It is the day in the newsroom: where the page gives its time in UTC,
// and that is the day before or after, it is the address that a reader there, and
// the article's "on Friday", agree with.
func (a *Article) dayOfAddress() {
	m := addressPattern().FindStringSubmatch(a.Address.Value)
	if m == nil {
		return
	}
	day, ok := isoDate(m[1] + "-" + m[2] + "-" + m[3])
	if !ok {
		return
	}
	if a.Published.IsZero() {
		a.Published = Field{Value: day, Words: strings.Trim(m[0], "/_-"), Origin: "address of the page", Inferred: true}
		return
	}
	utc, err := time.Parse(time.RFC3339, a.Published.Value)
	local, _ := time.Parse(time.DateOnly, day)
	if _, offset := utc.Zone(); err != nil || offset != 0 {
		return
	}
	if apart := utc.Sub(local); apart >= 24*time.Hour && apart < 36*time.Hour || apart < 0 && apart >= -14*time.Hour {
		a.Published.Value = day
		a.Published.Origin = "address of the page; in UTC, " + a.Published.Origin
	}
}
