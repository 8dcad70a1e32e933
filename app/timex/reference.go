package timex

// published says that something was counted from the publication date.
func (s *scan) published() string { return againstPublished + " " + s.created.value() }

// before says that it was counted from the date that the text has come to.
func (s *scan) before() string { return s.place(s.ref, s.refAt) }

// What [Expression.Against] begins with: the ID of a message. A blank and the date
// follow, in TIMEX3.
const (
	againstPublished = "timex.against.published"
	againstSentence  = "timex.against.sentence" // a date of the same sentence
	againstBefore    = "timex.against.before"   // of the sentence before
	againstEarlier   = "timex.against.earlier"  // further up
)

func (s *scan) place(w when, at int) string {
	id := againstEarlier
	switch s.sentence - at {
	case 0:
		id = againstSentence
	case 1:
		id = againstBefore
	}
	return id + " " + w.value()
}

// near reports whether the date that the text has come to was given in this
// sentence or in the one before.
func (s *scan) near() bool { return s.ref.known() && s.sentence-s.refAt <= 1 }

// survey finds out whether a text counts from the day of writing. News does: its
// lead says "on Thursday" or "has resigned" or names a day of its own year, and
// further down stand words like "last month". An account of the past does not, and
// then alone may its own dates give a year to those that have none: see account.
func (s *scan) survey(sentences []Span) {
	const (
		lead = 3  // sentences at the head of a text
		rare = 10 // dates of its own for each word that counts from the day of writing
	)
	own, counted := 0, 0
	for n, sp := range sentences {
		if sp.Start < 0 || sp.End > len(s.text) || sp.Start >= sp.End {
			continue
		}
		for tz := (tokenizer{text: s.text, pos: sp.Start, end: sp.End}); tz.next(&s.toks); {
			for i := range s.toks {
				switch {
				case s.quoted(s.at(i).start):
				case s.counts(i):
					counted++
					s.news = s.news || n < lead
				case n < lead && s.opensNews(i):
					s.news = true
				case s.ownYear(i):
					own++
				}
			}
		}
	}
	s.news = s.news || own < rare*counted
}

// ownYear reports whether the number at token i is a year that is not the present
// one, and notes years of three digits.
func (s *scan) ownYear(i int) bool {
	t := s.at(i)
	if t.kind != kindNumber {
		return false
	}
	if width(t) == 4 {
		y, ok := s.plainYear(i)
		return ok && !s.current(when{y: y})
	}
	if s.any(i+1, "bc", "bce") || s.any(i-1, "ad") || width(t) == 3 && s.any(i-1, ".") && s.any(i-2, "c", "ca") || width(t) == 3 && s.month(i-1) != 0 && s.at(i-2).kind == kindNumber {
		s.ancient = s.ancient || t.n < 1000
		return true
	}
	return false
}

// opensNews reports whether token i, in the lead, tells that the text is news: a
// day of the present year, or the perfect.
func (s *scan) opensNews(i int) bool {
	if s.any(i, "has", "have") {
		return isPast(s.at(i+1).w) || isPast(s.at(i+2).w)
	}
	y, ok := 0, false
	if s.at(i).kind == kindNumber && width(s.at(i)) == 4 {
		y, ok = s.plainYear(i)
	}
	return ok && s.current(when{y: y}) && (s.is(i-1, monthWord) || s.at(i-1).w == "," && s.at(i-2).kind == kindNumber)
}

// counts reports whether token i begins words that count from the day of writing.
func (s *scan) counts(i int) bool {
	t := s.at(i)
	switch t.w {
	case "ago", "yesterday", "tomorrow", "tonight":
		return true
	case "today":
		return s.verbNear(i) != unknownTense
	case "last", "next", "this":
		return s.is(i+1, unitWord|seasonWord|partWord|weekdayWord) && !s.is(i+1, plural) && !s.any(i-1, "the", "very")
	}
	if t.word.c&weekdayWord == 0 || t.word.c&plural != 0 || !t.upper || weekdayAbbr[t.w] {
		return false
	}
	// "Sunday, 7 December" is a date of its own, "Bloody Sunday" a name.
	n := i + 1
	if s.at(n).w == "," {
		n++
	}
	return s.at(n).kind != kindNumber && !s.is(n, monthWord) && !s.any(i-1, "the", "a", "each", "every") && !(s.at(i-1).upper && i > 1)
}

// account reports whether the text has come to a passage that tells of the past
// day by day or month by month, so that a date without its year belongs to it: the
// last dates had a past year of their own, and no word of the whole text counts
// from the day of writing. News never is one, however many years it looks back.
func (s *scan) account() bool {
	const (
		dates = 2 // months or days of a past year in a row
		years = 2 // dates in a row that are all long past
	)
	return !s.news && s.ref.known() && s.ref.g >= year && (s.streak >= dates || s.past >= years && s.long(s.ref))
}

// distant reports whether the text tells of years long past before it, so that a
// date without a year is hardly one of the year of publication.
func (s *scan) distant() bool {
	return !s.news && s.ref.known() && s.ref.g >= year && s.long(s.ref)
}

// comes reports whether the date at token i lies ahead of the day of writing, and
// not only of a day in the story: "will open", but not "would open".
func (s *scan) comes(i int) bool {
	if s.tense(i) != ahead {
		return false
	}
	for k := max(0, i-clauseTokens); k < len(s.toks) && k < i+clauseTokens; k++ {
		if s.any(k, "will", "shall", "ll", "is", "are", "plans", "expects") && !(s.at(k).upper && k > 0) {
			return true
		}
	}
	return false
}

// long reports whether w lies long before the publication date.
func (s *scan) long(w when) bool {
	const years = 10
	return s.created.g != noGrain && w.y < s.created.y-years
}

// dateless resolves a month, or a month and a day (d > 0), whose year the words
// do not tell. i is the first token, next the one after the last.
func (s *scan) dateless(m, d, i, next int) (w when, against string) {
	w = when{g: month, m: m, noYear: true}
	if d > 0 {
		w.g, w.d = day, d
	}
	in := func(y int) when {
		v := w
		v.y, v.noYear = y, false
		return v
	}
	if y, ok := s.yearAhead(next, d > 0); ok {
		return in(y), ""
	}
	switch {
	case s.told(i):
		return in(s.ref.y + s.turn(m, d)), s.before()
	case s.returns(i, w.g):
		return w, ""
	case s.account() && !s.comes(i):
		return in(s.ref.y + s.turn(m, d)), s.before()
	case s.distant() && s.near() && s.refOwn && !s.comes(i):
		return in(s.ref.y + s.turn(m, d)), s.before()
	case s.created.g < month || s.distant():
		return w, ""
	case s.created.g == month && d > 0 && s.created.m == m:
		return in(s.created.y), s.published()
	}
	c := s.created
	return s.nearest(in(c.y-1), in(c.y), in(c.y+1), i), s.published()
}

// told reports whether a date shortly before token i gives the year: a month or a
// day of a year that is not the present one, or such a year right before.
func (s *scan) told(i int) bool {
	if !s.ref.known() || !s.refOwn || s.current(s.ref) {
		return false
	}
	switch s.ref.g {
	case month, day, season, quarter:
		return s.refAt == s.sentence || s.near() && s.created.g != noGrain && s.tense(i) != ahead
	case year:
		return s.refAt == s.sentence && s.previous && i-s.previousEnd <= 3
	}
	return false
}

// current reports whether w is near the time of writing.
func (s *scan) current(w when) bool {
	return s.created.g != noGrain && w.y >= s.created.y-1 && w.y <= s.created.y+1
}

// turn is 1 when the story has gone into the next year to come to month m, -1
// when it looks back into the year before, else 0.
func (s *scan) turn(m, d int) int {
	if s.ref.g < month || s.ref.g == week || s.ref.g == weekend || s.ref.m == 0 {
		return 0
	}
	switch back := s.ref.m - m; {
	case back >= 8:
		return 1
	case back <= -10:
		return -1
	}
	return 0
}

// nearest chooses among the same date of three years by the tense: behind or
// ahead if it says so and the date is not too far, else what is nearest to the
// publication date.
func (s *scan) nearest(before, same, after when, i int) when {
	c, t := s.created, s.tense(i)
	neutral := t == ahead && s.moved(i) && s.had(i) // "had been scheduled for June"
	against := int64(240)                           // days that a date against the tense must be nearer
	if same.g == day {
		against = 400
	}
	for k := i - 1; k >= i-3; k-- {
		if same.g <= month && !s.any(i-1, "by", "for", "until") && s.verb(k) == t {
			against = 400 // "opened in June": the verb stands right there
		}
	}
	best, far := same, int64(1<<40)
	for _, w := range []when{before, same, after} {
		if w.g == day && !valid(w.y, w.m, w.d, false) {
			continue
		}
		gap := distance(c, w)
		cost := gap
		if gap < 0 {
			cost = -gap
		}
		if !neutral && (t == ahead && gap < 0 || t == past && gap > 0) {
			cost += against
			if w.g == quarter || w.g == half || w.g == season {
				cost -= 90 // "closures during the fourth quarter": the verb is often another clause's
			}
		}
		if t == unknownTense && gap > 0 {
			cost += 120 // news tells what has been
			if i == 0 && s.entry() {
				cost += 400
			}
		}
		if cost < far {
			best, far = w, cost
		}
	}
	return best
}

// had reports whether the clause before token i is in the pluperfect.
func (s *scan) had(i int) bool {
	for k := i - 1; k >= 0 && k > i-10; k-- {
		if s.any(k, "had") {
			return true
		}
		if s.any(k, ".", ";", ":") {
			return false
		}
	}
	return false
}

// entry reports whether the sentence is an entry of a chronology, "March 5: dock
// workers march", whose present tells what has been.
func (s *scan) entry() bool {
	for k := 1; k < 6; k++ {
		if w := s.at(k).w; w == ":" || w == "-" && !s.at(k).glued {
			return true
		}
	}
	return false
}

// distance counts days from c to w: 0 when they meet, negative when w lies behind.
func distance(c, w when) int64 {
	switch {
	case w.last() < c.first():
		return w.last() - c.first()
	case w.first() > c.last():
		return w.first() - c.last()
	}
	return 0
}
