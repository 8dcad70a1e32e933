package timex

import (
	"sort"

	"briefline/app/edtf"
	"briefline/app/syntax"
)

// scan reads a text from its start to its end. What it knows of the reference
// time comes from the expressions that it has passed.
type scan struct {
	text     string
	created  when
	news     bool // the text counts from the day of writing
	ancient  bool // it names years before 1000, as "AD 420"
	streak   int  // months and days of past years in a row: see account
	past     int  // dates long past in a row
	sentence int
	depth    int     // of rules that call each other
	toks     []token // of the sentence, or a piece of it
	trees    []syntax.Sentence
	treeAt   int    // the tree that was looked at last
	quotes   []Span // in order
	quote    int    // the quotation that was looked at last
	out      []Expression

	ref     when // the last date that was resolved, with a year at least
	refAt   int  // its sentence
	refOwn  bool // its own words gave the year
	day     when // the last day
	dayAt   int
	lastDay int // token after the last expression, when that was a month and a day

	asides    bool // the last year was far from the story
	asideYear int

	thisWeekday int // the weekday that "this" stood before last

	previous     bool // an expression ended at previousEnd
	previousEnd  int
	previousWhen when
}

// match is an expression that a rule has read from tokens from to to, half-open.
type match struct {
	from, to int
	typ      Type
	val      string // TIMEX3; empty for that of w
	w        when   // none for a duration and the like
	edtf     string // instead of w's
	mod      string
	against  string
	rule     Rule
	own      bool // its own words gave the year
	anchor   Span
	end      int  // byte where it ends, when that is within its last token
	keep     bool // does not move the reference time
}

var beyond = &token{}

// at returns token i of the piece, or one of kindNone.
func (s *scan) at(i int) *token {
	if i < 0 || i >= len(s.toks) {
		return beyond
	}
	return &s.toks[i]
}

// words reports whether the tokens from i on are these words.
func (s *scan) words(i int, words ...string) bool {
	for k, w := range words {
		if s.at(i+k).w != w {
			return false
		}
	}
	return true
}

// any reports whether token i is one of the words.
func (s *scan) any(i int, words ...string) bool {
	w := s.at(i).w
	if w == "" {
		return false
	}
	for _, v := range words {
		if v == w {
			return true
		}
	}
	return false
}

func (s *scan) is(i int, c class) bool { return s.at(i).word.c&c != 0 }

// run tags the piece of a sentence in s.toks.
func (s *scan) run() {
	s.lastDay, s.previous = -1, false
	outer := 0 // where the last phrase ends that hangs on an event
	for i := 0; i < len(s.toks); {
		m, ok := s.event(i)
		if ok && m.from >= outer {
			s.emit(m)
			outer = m.to
		}
		if m, ok = s.best(i); ok && m.to > i {
			s.commit(m)
			i = m.to
			continue
		}
		i++
	}
}

const starts = monthWord | weekdayWord | unitWord | cardinal | ordinal | seasonWord | partWord | someWord | trigger

// best returns the longest expression that begins at token i.
func (s *scan) best(i int) (best match, ok bool) {
	t := s.at(i)
	if t.kind != kindNumber && t.word.c&starts == 0 && t.w != "'" {
		return match{}, false
	}
	best, ok = s.core(i)
	if m, found := s.modified(i); found && (!ok || m.to >= best.to) {
		best, ok = m, true
	}
	return best, ok
}

// core returns the longest expression at token i that has no modifier.
func (s *scan) core(i int) (best match, ok bool) {
	for _, rule := range rules {
		if m, found := rule(s, i); found && (!ok || m.to > best.to) {
			best, ok = m, true
		}
	}
	return best, ok
}

// rules are tried in this order; the first of the longest wins.
var rules []func(*scan, int) (match, bool)

func init() { // the rules call each other
	rules = []func(*scan, int) (match, bool){
		(*scan).date, (*scan).yearFirst, (*scan).numeric, (*scan).time, (*scan).follow, (*scan).year, (*scan).decade, (*scan).century,
		(*scan).weekday, (*scan).weekOn, (*scan).weekdayOfMonth, (*scan).today, (*scan).deictic, (*scan).anaphor, (*scan).quarter, (*scan).part,
		(*scan).vague, (*scan).ago, (*scan).set, (*scan).amount, (*scan).season, (*scan).holiday,
	}
}

func (s *scan) commit(m match) {
	m.typ = m.kind()
	s.emit(m)
	s.previous, s.previousEnd, s.previousWhen = true, m.to, m.w
	s.lastDay = -1
	if m.w.g == day {
		s.lastDay = m.to
	}
	if !s.account() && m.w.noYear && !m.keep && m.typ != Set {
		s.forget(m)
	}
	switch {
	case s.counting(&m) && (s.quoted(s.at(m.from).start) || !s.news && s.past > 0):
		return // what a speaker counts from is no part of the story
	case s.ref.known() && s.besides(m), m.keep, !m.w.known(), m.typ != Date && m.typ != Time:
		return
	case s.aside(m):
		return
	}
	s.follows(m)
	s.ref, s.refAt = m.w, s.sentence
	s.refOwn = m.own || s.created.g != noGrain && m.against != "" && m.against != s.published()
	if m.w.g >= day && m.w.d != 0 {
		s.day, s.dayAt = m.w, s.sentence
	}
}

// forget drops the date that the text had come to: what follows m may hang on m,
// whose year is not known. Among years long past it is of one of them all the same.
func (s *scan) forget(m match) {
	if s.day = (when{}); m.w.g <= day && m.w.g != noGrain {
		s.ref = s.ref.to(year)
		if s.news || !s.long(s.ref) {
			s.ref = when{}
		}
	}
}

// besides reports whether m is told beside the story: a year in brackets, a date
// before a noun ("the August 1792 uprising"), what was planned for a later year.
func (s *scan) besides(m match) bool {
	n := s.at(m.to)
	switch {
	case !m.own || m.w.g > month || m.w.g < year:
		return false
	case m.w.g == year && s.bracketed(m.from) && s.at(m.to).w == ")":
		return true
	case s.any(m.from-1, "the", "its", "his", "her", "their", "s") && n.kind == kindWord && !n.upper && n.word.c == 0 && !s.any(m.to, closedWords...) && s.verb(m.to) == unknownTense:
		return true
	}
	return s.tense(m.from) == ahead && s.any(m.from-1, "in", "for") && m.w.y > s.ref.y
}

// follows counts the months and days of past years that stand in a row.
func (s *scan) follows(m match) {
	switch {
	case s.quoted(s.at(m.from).start):
	case m.against != "" && m.against == s.published(), s.current(m.w):
		s.streak, s.past = 0, 0
	case m.w.g >= season && m.w.g != weekend:
		s.streak++
		fallthrough
	case m.w.g == year && s.long(m.w):
		if s.long(m.w) {
			s.past++
		}
	}
}

// aside reports whether m is a year far from those that a story has come to. It
// leads the story there only when another such year follows.
func (s *scan) aside(m match) bool {
	const far = 12 // years
	if !s.account() || !m.own {
		return false
	}
	gap := func(a, b int) bool { return a-b > far || b-a > far }
	if !gap(m.w.y, s.ref.y) || s.asides && !gap(m.w.y, s.asideYear) {
		s.asides = false
		return false
	}
	s.asides, s.asideYear = true, m.w.y
	return true
}

// kind is the type of m: that of its date where the rule set none.
func (m match) kind() Type {
	switch {
	case m.typ != "":
		return m.typ
	case m.w.g >= part:
		return Time
	}
	return Date
}

func (s *scan) emit(m match) {
	m.typ = m.kind()
	if m.val == "" && m.anchor == (Span{}) {
		m.val = m.w.value()
	}
	e := Expression{Start: s.toks[m.from].start, End: s.toks[m.to-1].end, Type: m.typ, Value: m.val,
		Against: m.against, Rule: m.rule, Mod: m.mod, Anchor: m.anchor, Quoted: s.quoted(s.toks[m.from].start), InName: s.inName(m)}
	if m.end > 0 {
		e.End = m.end
	}
	text := m.edtf
	if text == "" && (m.typ == Date || m.typ == Time) {
		text = qualified(m.w, m.mod)
	}
	if text != "" {
		e.EDTF, _ = edtf.Parse(text) // a date out of EDTF's reach stays without one
	}
	if e.EDTF.IsZero() {
		e.Against = ""
	}
	s.out = append(s.out, e)
}

// qualified is the EDTF of a date under a TIMEX3 modifier. "Early" and the like
// do not narrow it: by how much is a guess.
func qualified(w when, mod string) string {
	text := w.edtf()
	if text == "" || w.g == week || w.g == weekend || w.g == clock {
		return text
	}
	switch mod {
	case "APPROX":
		return text + "~"
	case "ON_OR_AFTER":
		return text + "/.."
	case "ON_OR_BEFORE":
		return "../" + text
	case "BEFORE":
		return "[.." + text + "]"
	case "AFTER":
		return "[" + text + "..]"
	}
	return text
}

// order puts an outer phrase before what it holds, from expression first on.
func (s *scan) order(first int) {
	out := s.out[first:]
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].Start != out[j].Start {
			return out[i].Start < out[j].Start
		}
		return out[i].End > out[j].End
	})
}
