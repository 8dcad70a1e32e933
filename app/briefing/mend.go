package briefing

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The longest texts that a briefing shows in one piece, in bytes of UTF-8. A line
// is shaped whole before it is cut to its place, so that one without bound takes
// memory without bound. The text of a source has no bound of its own.
const (
	MaxTitle = 1000   // of a briefing or an event, and a headline
	MaxName  = 500    // a name, a role, a byline, the words of a date
	MaxWords = 20_000 // a key point, a statement, a check, a note
)

// maxMended is how many faults Mend tells of.
const maxMended = 100

// Mend puts right what could not be drawn and tells what that was, the first
// hundred faults; nil when there was none. Afterwards
//
//   - sentences lie inside their text, in order, at the bounds of characters, and
//     cover something; one without an end reaches to the next,
//   - anchors name a source that exists and a range inside its text,
//   - whatever names a participant, an event or a statement names one that exists,
//   - IDs are there, and each names one item; those of the review are in order,
//   - titles, names and words are no longer than [MaxTitle], [MaxName] and
//     [MaxWords], and end in an ellipsis where they were cut.
//
// What is sound stays as it is. Mend changes b, so it is for a briefing that
// nobody else has yet: [Read] calls it.
func (b *Briefing) Mend() []Fault {
	m := &mender{b: b}
	m.sources()
	m.identify()
	m.refer()
	m.shorten()
	m.sortReview()
	for i := range b.Sources {
		m.keepSpans(&b.Sources[i])
	}
	return m.faults
}

type mender struct {
	b      *Briefing
	faults []Fault
}

func (m *mender) say(path, reason string) {
	if len(m.faults) < maxMended {
		m.faults = append(m.faults, Fault{path, reason})
	}
}

// sources brings the sentences of every source into its text.
func (m *mender) sources() {
	for i := range m.b.Sources {
		s := &m.b.Sources[i]
		var sound []Span
		end := 0
		for j, span := range s.Sentences {
			right := span
			if right.End == 0 && right.Start >= 0 {
				right.End = nextStart(s, j)
			}
			right = inside(right, s.Text)
			right.Start = max(right.Start, end)
			if right != span {
				m.say(fmt.Sprintf("$.sources[%d].sentences[%d]", i, j), "not a range of whole characters after the sentence above")
			}
			if right.Start < right.End {
				sound = append(sound, right)
				end = right.End
			} else if right == span {
				m.say(fmt.Sprintf("$.sources[%d].sentences[%d]", i, j), "covers nothing")
			}
		}
		s.Sentences = sound
	}
}

// nextStart returns where the sentence after the j-th begins, or where the text
// ends.
func nextStart(s *Source, j int) int {
	if j+1 < len(s.Sentences) && s.Sentences[j+1].Start > s.Sentences[j].Start {
		return s.Sentences[j+1].Start
	}
	return len(s.Text)
}

// inside returns the part of a span that lies in text, widened to whole
// characters; one that covers nothing where none does.
func inside(s Span, text string) Span {
	s.Start, s.End = min(max(s.Start, 0), len(text)), min(max(s.End, 0), len(text))
	if s.Start >= s.End {
		return Span{Start: s.Start, End: s.Start}
	}
	for !utf8.RuneStart(text[s.Start]) && s.Start > 0 {
		s.Start--
	}
	for s.End < len(text) && !utf8.RuneStart(text[s.End]) {
		s.End++
	}
	return s
}

// keepSpans forgets what was said of sentences that are no more.
func (m *mender) keepSpans(s *Source) {
	if s.SpanExtra == nil {
		return
	}
	kept := map[Span]*Extra{}
	for _, span := range s.Sentences {
		if extra := s.SpanExtra[span]; extra != nil {
			kept[span] = extra
		}
	}
	if s.SpanExtra = kept; len(kept) == 0 {
		s.SpanExtra = nil
	}
}

// identify gives an ID of its own to each item that has none or another's.
func (m *mender) identify() {
	taken, next := map[string]bool{}, map[string]int{}
	type item struct {
		path, kind string
		id         *string
	}
	var items []item
	add := func(path, kind string, id *string) {
		items = append(items, item{path, kind, id})
		taken[*id] = true
	}
	b := m.b
	add("$.title", "title", &b.Title.ID)
	if !isZeroLine(b.BottomLine) {
		add("$.bottomLine", "bottom-line", &b.BottomLine.ID)
	}
	for i := range b.KeyPoints {
		add("$.keyPoints["+strconv.Itoa(i)+"]", "line", &b.KeyPoints[i].ID)
	}
	for i := range b.Sources {
		add("$.sources["+strconv.Itoa(i)+"]", "source", &b.Sources[i].ID)
	}
	for i := range b.Events {
		add("$.events["+strconv.Itoa(i)+"]", "event", &b.Events[i].ID)
	}
	for i := range b.Participants {
		add("$.participants["+strconv.Itoa(i)+"]", "participant", &b.Participants[i].ID)
	}
	for i := range b.Statements {
		add("$.statements["+strconv.Itoa(i)+"]", "statement", &b.Statements[i].ID)
	}
	for i := range b.Checks {
		add("$.checks["+strconv.Itoa(i)+"]", "check", &b.Checks[i].ID)
	}
	for i := range b.Notes {
		add("$.notes["+strconv.Itoa(i)+"]", "note", &b.Notes[i].ID)
	}
	mine := make(map[string]bool, len(items))
	for _, it := range items {
		if *it.id != "" && !mine[*it.id] {
			mine[*it.id] = true
			continue
		}
		reason := "same ID as another item"
		if *it.id == "" {
			reason = "no ID"
		}
		m.say(it.path+".id", reason)
		for {
			next[it.kind]++
			if id := it.kind + "-" + strconv.Itoa(next[it.kind]); !taken[id] {
				*it.id, taken[id], mine[id] = id, true, true
				break
			}
		}
	}
}

// refer takes out what points at nothing.
func (m *mender) refer() {
	b := m.b
	sources, events, participants, statements := map[string]*Source{}, map[string]bool{}, map[string]bool{}, map[string]bool{}
	for i := range b.Sources {
		sources[b.Sources[i].ID] = &b.Sources[i]
	}
	for i := range b.Events {
		events[b.Events[i].ID] = true
	}
	for i := range b.Participants {
		participants[b.Participants[i].ID] = true
	}
	for i := range b.Statements {
		statements[b.Statements[i].ID] = true
	}
	m.anchors(func(path string, ev []Anchor) []Anchor { return m.evidence(path, ev, sources) })
	for i := range b.Events {
		e, path := &b.Events[i], fmt.Sprintf("$.events[%d]", i)
		e.Places = m.those(path+".places", e.Places, participants)
		e.Participants = m.those(path+".participants", e.Participants, participants)
		e.Statements = m.those(path+".statements", e.Statements, statements)
		e.Relations = kept(e.Relations, func(k int, r *Relation) bool {
			return m.there(fmt.Sprintf("%s.relations[%d].event", path, k), r.Event, events)
		})
	}
	for i := range b.Participants {
		p, path := &b.Participants[i], fmt.Sprintf("$.participants[%d]", i)
		m.that(path+".affiliation", &p.Affiliation, participants)
		m.that(path+".side", &p.Side, participants)
	}
	for i := range b.Statements {
		s, path := &b.Statements[i], fmt.Sprintf("$.statements[%d]", i)
		m.that(path+".speaker", &s.Speaker, participants)
		m.that(path+".addressee", &s.Addressee, participants)
	}
}

func (m *mender) there(path, id string, known map[string]bool) bool {
	if !known[id] {
		m.say(path, "names nothing in the briefing")
	}
	return known[id]
}

func (m *mender) that(path string, id *string, known map[string]bool) {
	if *id != "" && !m.there(path, *id, known) {
		*id = ""
	}
}

func (m *mender) those(path string, ids []string, known map[string]bool) []string {
	return kept(ids, func(k int, id *string) bool { return m.there(fmt.Sprintf("%s[%d]", path, k), *id, known) })
}

// kept returns the items of list that keep says yes to; nil instead of none.
func kept[T any](list []T, keep func(i int, item *T) bool) []T {
	n := 0
	for i := range list {
		if keep(i, &list[i]) {
			list[n] = list[i]
			n++
		}
	}
	if n == 0 {
		return nil
	}
	clear(list[n:])
	return list[:n]
}

// evidence keeps the anchors in sources that there are, within their texts. An
// anchor is found again by its words, so one whose place is wrong may still be
// good.
func (m *mender) evidence(path string, ev []Anchor, sources map[string]*Source) []Anchor {
	return kept(ev, func(i int, a *Anchor) bool {
		s := sources[a.Source]
		if s == nil {
			m.say(fmt.Sprintf("%s.evidence[%d].source", path, i), "names nothing in the briefing")
			return false
		}
		if at := inside(Span{Start: a.Start, End: a.End}, s.Text); at != (Span{Start: a.Start, End: a.End}) {
			m.say(fmt.Sprintf("%s.evidence[%d]", path, i), "not a range of whole characters of the text")
			a.Start, a.End = at.Start, at.End
		}
		return true
	})
}

// anchors has do work on every list of anchors of the briefing.
func (m *mender) anchors(do func(path string, ev []Anchor) []Anchor) {
	b := m.b
	on := func(path string, ev *[]Anchor) {
		if len(*ev) > 0 {
			*ev = do(path, *ev)
		}
	}
	on("$.title", &b.Title.Evidence)
	on("$.bottomLine", &b.BottomLine.Evidence)
	for i := range b.KeyPoints {
		on(fmt.Sprintf("$.keyPoints[%d]", i), &b.KeyPoints[i].Evidence)
	}
	for i := range b.Sources {
		s, path := &b.Sources[i], fmt.Sprintf("$.sources[%d]", i)
		on(path+".published", &s.Published.Evidence)
		for k := range s.Dates {
			on(fmt.Sprintf("%s.dates[%d]", path, k), &s.Dates[k].Evidence)
		}
	}
	for i := range b.Events {
		e, path := &b.Events[i], fmt.Sprintf("$.events[%d]", i)
		on(path, &e.Evidence)
		on(path+".date", &e.Date.Evidence)
		for k := range e.Alternatives {
			on(fmt.Sprintf("%s.alternatives[%d]", path, k), &e.Alternatives[k].Evidence)
		}
		for k := range e.Relations {
			on(fmt.Sprintf("%s.relations[%d]", path, k), &e.Relations[k].Evidence)
		}
	}
	for i := range b.Participants {
		on(fmt.Sprintf("$.participants[%d]", i), &b.Participants[i].Evidence)
	}
	for i := range b.Statements {
		on(fmt.Sprintf("$.statements[%d]", i), &b.Statements[i].Evidence)
	}
	for i := range b.Checks {
		on(fmt.Sprintf("$.checks[%d]", i), &b.Checks[i].Evidence)
	}
	for i := range b.Notes {
		on(fmt.Sprintf("$.notes[%d]", i), &b.Notes[i].Evidence)
	}
}

// shorten cuts what is too long to be drawn in one piece.
func (m *mender) shorten() {
	b := m.b
	m.line("$.title", &b.Title, MaxTitle)
	m.line("$.bottomLine", &b.BottomLine, MaxWords)
	for i := range b.KeyPoints {
		m.line(fmt.Sprintf("$.keyPoints[%d]", i), &b.KeyPoints[i], MaxWords)
	}
	m.cut("$.marking", &b.Marking, MaxName)
	for i := range b.Sources {
		s, path := &b.Sources[i], fmt.Sprintf("$.sources[%d]", i)
		m.cut(path+".headline", &s.Headline, MaxTitle)
		m.cut(path+".address", &s.Address, MaxWords)
		for _, name := range []struct {
			member string
			text   *string
		}{{".publisher", &s.Publisher}, {".place", &s.Place}, {".byline", &s.Byline}} {
			m.cut(path+name.member, name.text, MaxName)
		}
		m.dating(path+".published", &s.Published)
		for k := range s.Candidates {
			m.cut(path+".candidates["+strconv.Itoa(k)+"].words", &s.Candidates[k].Words, MaxName)
			m.cut(path+".candidates["+strconv.Itoa(k)+"].origin", &s.Candidates[k].Origin, MaxName)
		}
		for k := range s.Dates {
			m.dating(path+".dates["+strconv.Itoa(k)+"]", &s.Dates[k])
		}
	}
	for i := range b.Events {
		e, path := &b.Events[i], "$.events["+strconv.Itoa(i)+"]"
		m.cut(path+".title", &e.Title, MaxTitle)
		m.cut(path+".note", &e.Note, MaxWords)
		m.dating(path+".date", &e.Date)
		for k := range e.Alternatives {
			m.dating(path+".alternatives["+strconv.Itoa(k)+"]", &e.Alternatives[k])
		}
	}
	for i := range b.Participants {
		m.participant("$.participants["+strconv.Itoa(i)+"]", &b.Participants[i])
	}
	for i := range b.Statements {
		path := "$.statements[" + strconv.Itoa(i) + "]"
		m.cut(path+".words", &b.Statements[i].Words, MaxWords)
		m.cut(path+".note", &b.Statements[i].Note, MaxWords)
	}
	for i := range b.Checks {
		c, path := &b.Checks[i], "$.checks["+strconv.Itoa(i)+"]"
		m.cut(path+".words", &c.Words, MaxWords)
		m.cut(path+".detail", &c.Detail, MaxWords)
		for j := range c.Values {
			for k := range c.Values[j].Words {
				m.cut(path+".values["+strconv.Itoa(j)+"].words["+strconv.Itoa(k)+"]", &c.Values[j].Words[k], MaxWords)
			}
		}
		m.cut(path+".resolution", &c.Resolution, MaxWords)
	}
	for i := range b.Notes {
		m.cut("$.notes["+strconv.Itoa(i)+"].text", &b.Notes[i].Text, MaxWords)
	}
}

func (m *mender) participant(path string, p *Participant) {
	m.cut(path+".name", &p.Name, MaxName)
	m.cut(path+".role", &p.Role, MaxName)
	m.cut(path+".note", &p.Note, MaxWords)
	for k := range p.Aliases {
		m.cut(path+".aliases["+strconv.Itoa(k)+"]", &p.Aliases[k], MaxName)
	}
	for k := range p.Names {
		m.cut(path+".names["+strconv.Itoa(k)+"].text", &p.Names[k].Text, MaxName)
	}
}

func (m *mender) line(path string, l *Line, most int) {
	m.cut(path+".note", &l.Note, MaxWords)
	if m.cut(path+".text", &l.Text, most); !strings.Contains(l.Text, l.Stress) {
		m.say(path+".stress", "not in the text of the line")
		l.Stress = ""
	}
}

func (m *mender) dating(path string, d *Dating) {
	m.cut(path+".words", &d.Words, MaxName)
	m.cut(path+".against", &d.Against, MaxName)
	m.cut(path+".note", &d.Note, MaxWords)
}

func (m *mender) cut(path string, text *string, most int) {
	if len(*text) > most {
		m.say(path, fmt.Sprintf("longer than %d bytes", most))
		*text = Shorten(*text, most)
	}
}

// Shorten returns text cut to at most most bytes of whole characters, with an
// ellipsis at its end, after a word where one ends near; text itself when it is
// short enough.
func Shorten(text string, most int) string {
	if len(text) <= most {
		return text
	}
	const ellipsis, near = "…", 40
	at := max(0, most-len(ellipsis))
	for at > 0 && !utf8.RuneStart(text[at]) {
		at--
	}
	if space := strings.LastIndexByte(text[max(0, at-near):at], ' '); space >= 0 && at > near {
		at = at - near + space
	}
	return strings.TrimRight(text[:at], " ") + ellipsis
}

// sortReview puts the IDs of the review in ascending order, each into one list, as
// [Review] has them.
func (m *mender) sortReview() {
	listed := map[string]bool{}
	for _, list := range []*[]string{&m.b.Review.Accepted, &m.b.Review.Dropped, &m.b.Review.Seen} {
		sorted := slices.Sorted(slices.Values(*list))
		sorted = kept(sorted, func(_ int, id *string) bool {
			fresh := *id != "" && !listed[*id]
			listed[*id] = true
			return fresh
		})
		if !slices.Equal(sorted, *list) {
			m.say("$.review", "IDs out of order, or twice")
			*list = sorted
		}
	}
}
