package timex

import "fmt"

// time reads a time of the day and the day beside it: "6:40 p.m. (GMT +8)",
// "12:00 UTC Monday", "5:30PM", "five o'clock", "noon", "0600 hours".
func (s *scan) time(i int) (match, bool) {
	h, mi, sec, next, ok := s.clockFace(i)
	if !ok {
		return match{}, false
	}
	m := match{from: i, rule: RuleClock}
	code := fmt.Sprintf("%02d", h)
	if mi >= 0 {
		code += fmt.Sprintf(":%02d", mi)
	} else {
		code += ":00"
	}
	if sec >= 0 {
		code += fmt.Sprintf(":%02d", sec)
	}
	zone, offset := "", ""
	zone, offset, next = s.zone(next)
	m.to = next
	m.w = when{g: clock, code: code + zone, noYear: true}
	j := next
	if s.at(j).w == "," || s.words(j, "on") || s.words(j, "of") {
		j++
	}
	date, ok := s.dated(j)
	switch {
	case ok && (j == next || s.words(j-1, "on") || !s.at(j).glued && s.any(j-1, ",")):
		m.w, m.to, m.against, m.own = date.w, date.to, date.against, date.own
	case s.day.known() && (s.dayAt == s.sentence || s.account() && s.sentence-s.dayAt <= 2):
		m.w, m.against = s.day.to(day), s.place(s.day, s.dayAt)
	case s.created.g == day && !s.account() && !s.distant() && (s.sentence < clockLead || zone+offset != "") && !s.dayAhead(next):
		m.w, m.against = s.created, s.published()
	}
	m.w.g, m.w.code = clock, code+zone
	if e := m.w.edtf(); e != "" {
		m.edtf = e
		if zone == "" {
			m.edtf += offset
		}
	}
	return m, true
}

// clockLead is how many sentences may tell a time of the day of publication without
// naming that; further on one with its zone may, as in reports of markets.
const clockLead = 4

// dayAhead reports whether a day follows in the sentence that the time belongs to.
func (s *scan) dayAhead(k int) bool {
	for j := k; j < k+6; j++ {
		if s.is(j, weekdayWord) && s.at(j).upper && !weekdayAbbr[s.at(j).w] || s.month(j) != 0 && s.at(j+1).kind == kindNumber {
			return true
		}
	}
	return false
}

// clockFace reads the hour, and the minute and second where told (else -1).
func (s *scan) clockFace(i int) (h, mi, sec, next int, ok bool) {
	t := s.at(i)
	mi, sec = -1, -1
	switch {
	case t.w == "noon":
		return 12, mi, sec, i + 1, true
	case t.w == "midnight":
		return 0, mi, sec, i + 1, true
	case t.word.c&cardinal != 0 && t.word.n >= 1 && t.word.n <= 12:
		if s.words(i+1, "o", "'", "clock") {
			return s.halfDay(t.word.n, mi, sec, i+4)
		}
		if _, _, _, _, m := s.halfDay(t.word.n, mi, sec, i+1); m && s.meridiem(i+1) != 0 {
			return s.halfDay(t.word.n, mi, sec, i+1)
		}
		return 0, 0, 0, 0, false
	case t.kind != kindNumber || t.n < 0 || s.joined(i) && s.at(i-1).w != "@":
		return 0, 0, 0, 0, false
	}
	digits := width(t)
	next = i + 1
	h = t.n
	if digits == 4 && t.n < 2400 && t.n%100 < 60 && (t.n < 1000 || s.any(i-1, "at", "by", "until", "till", "from", "to", "since", "before", "after", "between", "around", "about", "-", "(", "on") || s.any(next, "gmt", "utc")) && (s.any(next, "hours", "hrs", "gmt", "utc") || s.words(next, "local") || s.words(next, "h")) {
		if s.any(next, "hours", "hrs", "h") {
			next++
		}
		return t.n / 100, t.n % 100, sec, next, true
	}
	if digits > 2 || h > 24 {
		return 0, 0, 0, 0, false
	}
	if s.words(next, "o", "'", "clock") {
		return s.halfDay(h, mi, sec, next+3)
	}
	sep := s.at(next)
	if (sep.w == ":" || sep.w == ".") && sep.glued && s.at(next+1).glued && s.at(next+1).kind == kindNumber && width(s.at(next+1)) == 2 && s.at(next+1).n < 60 {
		mi = s.at(next + 1).n
		next += 2
		if s.at(next).w == ":" && s.at(next).glued && s.at(next+1).kind == kindNumber && s.at(next+1).n < 60 && width(s.at(next+1)) == 2 {
			sec = s.at(next + 1).n
			next += 2
		}
		if sep.w == "." && s.meridiem(next) == 0 && !s.zoned(next) {
			return 0, 0, 0, 0, false // "5.30"
		}
	}
	if s.meridiem(next) != 0 {
		return s.halfDay(h, mi, sec, next)
	}
	if mi < 0 || h > 23 {
		return 0, 0, 0, 0, false
	}
	if s.any(next, "hours", "hrs", "hr", "h") {
		return h, mi, sec, next + 1, true
	}
	told := width(s.at(i)) == 2 && s.text[s.at(i).start] == '0' && h > 0 || s.at(next).w == "-" && s.at(next+2).w == ":" || s.zoned(next) || s.any(i-1, "at", "by", "until", "till", "from", "to", "around", "about", "since", "before", "after", "between", "-", "approximately", "on", "(", ",", "is", "was", "and") || i == 0
	if n := s.at(next); n.glued && (n.kind != kindPunct || n.w == "/" || n.w == ":" || n.w == "%") {
		told = false
	}
	return h, mi, sec, next, told && (digits == 2 || h > 0)
}

// meridiem returns how many tokens "a.m." takes at k, negative for p.m., 0 for none.
func (s *scan) meridiem(k int) int {
	w := s.at(k).w
	switch {
	case w == "am" && (s.at(k).glued || s.text[s.at(k).start] == 'A' || !s.is(k+1, cardinal)):
		return 1
	case w == "pm":
		return -1
	case (w == "a" || w == "p") && s.at(k+1).w == "." && s.at(k+1).glued && s.at(k+2).w == "m" && s.at(k+2).glued:
		n := 3
		if s.at(k+3).w == "." && s.at(k+3).glued {
			n = 4
		}
		if w == "p" {
			n = -n
		}
		return n
	}
	return 0
}

// halfDay applies a.m. and p.m., or "in the evening", to an hour.
func (s *scan) halfDay(h, mi, sec, k int) (int, int, int, int, bool) {
	if h > 12 && s.meridiem(k) == 0 || h > 23 {
		return h, mi, sec, k, h < 24
	}
	switch n := s.meridiem(k); {
	case n < 0:
		if h < 12 {
			h += 12
		}
		return h, mi, sec, k - n, true
	case n > 0:
		return h % 12, mi, sec, k + n, h <= 12
	}
	if s.words(k, "in", "the") {
		switch s.at(k + 2).w {
		case "afternoon", "evening":
			return h%12 + 12, mi, sec, k + 3, true
		case "morning":
			return h, mi, sec, k + 3, true
		}
	}
	return h, mi, sec, k, h >= 1
}

// zoned reports whether a time zone stands at k.
func (s *scan) zoned(k int) bool {
	if s.words(k, "(") {
		k++
	}
	_, ok := zones[s.at(k).w]
	return ok && s.at(k).upper || s.words(k, "local", "time")
}

// zone reads a time zone: what TIMEX3 adds for it, what EDTF does, and where it ends.
func (s *scan) zone(k int) (code, offset string, next int) {
	if s.words(k, "local", "time") {
		return "", "", k + 2
	}
	j := k
	if s.at(j).w == "(" {
		j++
	}
	o, ok := zones[s.at(j).w]
	if !ok || !s.at(j).upper || len(s.at(j).w) == 2 && s.text[s.at(j).start+1] > 'Z' {
		return "", "", k
	}
	end := j + 1
	if s.any(j, "eastern", "pacific") {
		if s.any(end, "standard", "daylight") {
			end++
		}
		if !s.words(end, "time") {
			return "", "", k
		}
		return "", "", end + 1
	}
	if s.any(j, "utc", "gmt") && s.any(end, "+", "-") && s.at(end+1).kind == kindNumber && s.at(end+1).n <= 14 {
		o = fmt.Sprintf("%s%02d:00", s.at(end).w, s.at(end+1).n)
		end += 2
	}
	if j > k && s.at(end).w == ")" {
		end++
	}
	if o == "Z" {
		return "Z", "", end
	}
	return "", o, end
}
