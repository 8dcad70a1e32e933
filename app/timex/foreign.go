package timex

import "strings"

// foreign reads the whole dates of a text in another language than English: those
// in digits, the day first, and those with a month of months.
// Sentences are cut by the rules of English, which end one behind "am 12.", so that
// a line is read as one.
func (s *scan) foreign(sentences []Span, months map[string]int) {
	var lines []Span
	for _, sp := range sentences {
		if n := len(lines) - 1; n >= 0 && sp.Start >= lines[n].End && sp.End <= len(s.text) && !strings.Contains(s.text[lines[n].End:sp.Start], "\n") {
			lines[n].End = sp.End
			continue
		}
		lines = append(lines, sp)
	}
	for i, sp := range lines {
		if sp.Start < 0 || sp.End > len(s.text) || sp.Start >= sp.End {
			continue
		}
		s.sentence = i
		for tz := (tokenizer{text: s.text, pos: sp.Start, end: sp.End}); tz.next(&s.toks); {
			for k := 0; k < len(s.toks); {
				m, ok := s.wholeDate(k, months)
				if !ok {
					k++
					continue
				}
				s.emit(m)
				k = m.to
			}
		}
	}
}

// wholeDate reads a date in another language at token k.
func (s *scan) wholeDate(k int, months map[string]int) (match, bool) {
	if m, ok := s.hanDate(k); ok {
		return m, true
	}
	if m, ok := s.numeric(k); ok && (m.w.g == day || m.w.g == clock || m.rule == RuleDigitsUnclear || m.rule == RuleNoSuchDay) {
		if m.rule == RuleDigitsUnclear { // English alone puts the month first
			m.w, m.val, m.edtf, m.keep, m.rule = when{g: day, y: s.at(k + 4).n, m: s.at(k + 2).n, d: s.at(k).n}, "", "", false, RuleDigits
		}
		return m, m.rule != RuleDayName
	}
	if m, ok := s.dayMonth(k, months); ok {
		return m, true
	}
	// "mayo de 2021": a month and its year
	if mo, next := s.otherMonth(k, months); mo > 0 {
		if y, end, ok := s.otherYear(next); ok {
			return match{from: k, to: end, own: true, rule: RuleAsWritten, w: when{g: month, y: y, m: mo}}, true
		}
	}
	// A year that stands alone is one only between the years of news.
	if s.yearLike(k) && s.at(k).n >= 1900 && s.at(k).n < 2100 && !s.at(k+1).glued && s.yearAlone(k) {
		return match{from: k, to: k + 1, own: true, rule: RuleYear, w: when{g: year, y: s.at(k).n}}, true
	}
	return match{}, false
}

// dayMonth reads "19 мая 2021 года", "12. März 2019", "3 de mayo de 2021", "1er
// janvier"; without its year the date stays open.
func (s *scan) dayMonth(k int, months map[string]int) (match, bool) {
	t := s.at(k)
	if t.kind != kindNumber || width(t) > 2 || t.n < 1 || t.n > 31 || s.joined(k) && s.at(k).glued {
		return match{}, false
	}
	j := k + 1
	for j < k+4 && s.any(j, ".", "er", "º", "°", "ª", "de", "d", "'", "o", "-", "ος", "й", "го", "е") {
		j++
	}
	mo, next := s.otherMonth(j, months)
	if mo == 0 {
		return match{}, false
	}
	m := match{from: k, to: next, rule: RuleMonthDay, w: when{g: day, noYear: true, m: mo, d: t.n}}
	y, end, ok := s.otherYear(next)
	if ok {
		m.to, m.own, m.rule = end, true, RuleAsWritten
		m.w.y, m.w.noYear = y, false
	}
	if !valid(m.w.y, mo, t.n, m.w.noYear) {
		m.val, m.rule, m.w = m.w.value(), RuleNoSuchDay, when{}
	}
	return m, true
}

// otherMonth returns the month that token k names, 0 for none, and where it ends.
func (s *scan) otherMonth(k int, months map[string]int) (mo, next int) {
	t := s.at(k)
	if t.kind != kindWord {
		return 0, k
	}
	if mo = months[t.w+" "+s.at(k+1).w]; mo > 0 {
		return mo, k + 2
	}
	if mo = months[t.w]; mo == 0 {
		return 0, k
	}
	next = k + 1
	if s.at(next).w == "-" && s.at(next).glued {
		return 0, k // "Mai-Bowle"
	}
	if s.at(next).w == "." && s.at(next).glued && (s.yearLike(next+1) || s.any(next+1, "de")) {
		next++
	}
	return mo, next
}

// otherYear reads the year that ends a date, and the word for "year" that some
// languages put behind it.
func (s *scan) otherYear(k int) (y, next int, ok bool) {
	for n := 0; n < 2 && s.any(k, ",", "de", "del", "do", "-", "г", "عام", "سنة", "سال"); n++ {
		k++
	}
	if !s.yearLike(k) {
		return 0, k, false
	}
	next = k + 1
	switch {
	case s.any(next, "года", "году", "год", "року", "рік", "r", "roku", "yil", "yilda", "yili", "yılında", "г", "р"):
		if next++; s.at(next).w == "." && s.at(next).glued && s.any(next-1, "г", "р", "r") {
			next++
		}
	}
	return s.at(k).n, next, true
}

// yearAlone reports whether the words around the number at k let it be a year: one
// of the prepositions of time before it, or brackets, or a word for "year" by it.
func (s *scan) yearAlone(k int) bool {
	return s.any(k-1, "im", "jahr", "jahre", "seit", "en", "depuis", "desde", "nel", "dal", "em", "in", "sinds", "sedan", "siden", "w", "od", "v", "în", "din", "(", "l'année", "année", "año", "ano", "anno", "år", "jaar", "roku", "عام", "سنة", "سال", "в", "с", "у", "з", "на") && !s.at(k+1).glued ||
		s.any(k+1, "года", "году", "год", "році", "року", "рік", "roku", "yil", "yilda", "yılında")
}

// hanDate reads "2021年5月19日" and its parts from the year on.
func (s *scan) hanDate(k int) (match, bool) {
	unit := func(j int, words ...string) bool {
		if s.at(j).kind == kindNone || !s.at(j).glued {
			return false
		}
		for _, w := range words {
			if t := s.at(j); len(s.text) >= t.start+len(w) && s.text[t.start:t.start+len(w)] == w {
				return true
			}
		}
		return false
	}
	if !(s.at(k).kind == kindNumber && width(s.at(k)) == 4 && s.at(k).n >= 1000 && s.at(k).n < 2200) || !unit(k+1, "年", "년") {
		return match{}, false
	}
	m := match{from: k, to: k + 2, end: s.at(k+1).start + len("年"), own: true, rule: RuleAsWritten, w: when{g: year, y: s.at(k).n}}
	if s.at(k+2).kind != kindNumber || s.at(k+2).n < 1 || s.at(k+2).n > 12 || !unit(k+3, "月", "월") {
		return m, true
	}
	m.w, m.to, m.end = when{g: month, y: m.w.y, m: s.at(k + 2).n}, k+4, s.at(k+3).start+len("月")
	if s.at(k+4).kind == kindNumber && unit(k+5, "日", "일") && valid(m.w.y, m.w.m, s.at(k+4).n, false) {
		m.w.g, m.w.d, m.to, m.end = day, s.at(k+4).n, k+6, s.at(k+5).start+len("日")
	}
	return m, true
}
