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

// lead is how many sentences at the head of a text can show that it is news.
const lead = 3

// survey decides whether the text tells of the past by its own dates: whether
// years that lie well behind the publication date are many, and words that count
// from the day of writing few.
func (s *scan) survey(sentences []Span) {
	past, other, deictic, close := 0, 0, 0, 0
	news := false // it begins with a day that is counted from the day of writing
	years := map[int]bool{}
	for n, sp := range sentences {
		if sp.Start < 0 || sp.End > len(s.text) || sp.Start >= sp.End {
			continue
		}
		for tz := (tokenizer{text: s.text, pos: sp.Start, end: sp.End}); tz.next(&s.toks); {
			for i, t := range s.toks {
				switch {
				case t.kind == kindNumber && t.end-t.start == 4:
					if y, ok := s.plainYear(i); ok {
						if s.created.g == noGrain || y < s.created.y {
							past++
							if s.created.g != noGrain && y >= s.created.y-5 {
								close++
							}
							if len(years) < 3 {
								years[y] = true
							}
						} else if y <= s.created.y+1 {
							other++
						}
					}
				case t.kind == kindNumber && s.any(i+1, "bc", "bce"):
					past++
					if len(years) < 3 {
						years[-t.n] = true
					}
				case t.w == "ago" || t.w == "yesterday" || t.w == "tomorrow" || t.w == "tonight":
					deictic++
					news = news || n < lead && past == 0
				case t.word.c&weekdayWord != 0 && !weekdayAbbr[t.w]:
					deictic++
					news = news || n < lead && past == 0 && s.any(i-1, "on", "last", "this") && !s.any(i+1, ",")
				case (t.w == "last" || t.w == "next" || t.w == "this") && s.is(i+1, unitWord|seasonWord|partWord):
					deictic++
				}
			}
		}
	}
	few := 4
	if s.created.g == noGrain {
		few = 3
	}
	s.narrative = !(news && s.created.g == day) && past >= few && (len(years) >= 3 || s.created.g != noGrain && close+deictic == 0) && past >= 2*other && past >= 3*deictic
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
	case s.narrative && s.ref.known() && s.ref.g >= year:
		return in(s.ref.y + s.turn(m, d)), s.before()
	case s.narrative || s.created.g < month:
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
	against := int64(240) // days that a date against the tense must be nearer
	for k := i - 1; k >= i-3; k-- {
		if same.g == month && !s.any(i-1, "by", "for", "until") && s.verb(k) == t {
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
		if t == ahead && gap < 0 || t == past && gap > 0 {
			cost += against
			if w.g == quarter || w.g == half || w.g == season {
				cost -= 90 // "closures during the fourth quarter": the verb is often another clause's
			}
		}
		if t == unknownTense && gap > 0 {
			cost += 120 // news tells what has been
		}
		if cost < far {
			best, far = w, cost
		}
	}
	return best
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
