package briefing

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Fault is something wrong with a briefing's content.
type Fault struct {
	Path   string // JSON path such as $.events[2].date
	Reason string // without text of the article
}

// String returns "$.events[2].date: reason".
func (f Fault) String() string { return f.Path + ": " + f.Reason }

// Validate returns every fault, in the order of the file; nil when the briefing
// is sound. Dates and the shape of the file are [Read]'s to check.
func (b *Briefing) Validate() []Fault {
	v := &validator{b: b, ids: map[string]string{}, participants: map[string]*Participant{},
		sources: map[string]*Source{}, events: map[string]int{}, statements: map[string]bool{}}
	v.index()
	v.whole()
	for i := range b.Sources {
		v.source(fmt.Sprintf("$.sources[%d]", i), &b.Sources[i])
	}
	for i := range b.Events {
		v.event(fmt.Sprintf("$.events[%d]", i), &b.Events[i])
	}
	for i := range b.More {
		v.event(fmt.Sprintf("$.more[%d]", i), &b.More[i])
	}
	v.order()
	for i := range b.Participants {
		v.participant(fmt.Sprintf("$.participants[%d]", i), &b.Participants[i])
	}
	for i := range b.Statements {
		v.statement(fmt.Sprintf("$.statements[%d]", i), &b.Statements[i])
	}
	for i := range b.Figures {
		v.figure(fmt.Sprintf("$.figures[%d]", i), &b.Figures[i])
	}
	for i, c := range b.Checks {
		p := fmt.Sprintf("$.checks[%d]", i)
		v.id(p, c.ID)
		v.filled(p+".kind", string(c.Kind))
		v.filled(p+".words", c.Words)
		v.need(p, len(c.Evidence) > 0 || c.Detail != "", "neither evidence nor a detail")
		v.evidence(p, c.Evidence)
	}
	for i, n := range b.Notes {
		p := fmt.Sprintf("$.notes[%d]", i)
		v.id(p, n.ID)
		v.filled(p+".text", n.Text)
		v.evidence(p, n.Evidence)
	}
	v.review(&b.Review)
	return v.faults
}

// review asks for lists that are sorted and share no ID, so that equal states of
// a review are equal files.
func (v *validator) review(r *Review) {
	listed := map[string]bool{}
	for _, list := range []struct {
		name string
		ids  []string
	}{{"accepted", r.Accepted}, {"dropped", r.Dropped}, {"seen", r.Seen}} {
		for i, id := range list.ids {
			p := fmt.Sprintf("$.review.%s[%d]", list.name, i)
			if v.need(p, id != "", "empty") && v.need(p, i == 0 || list.ids[i-1] < id, "not after the ID before it") {
				v.need(p, !listed[id], "stands in another list too")
			}
			listed[id] = true
		}
	}
}

type validator struct {
	b            *Briefing
	faults       []Fault
	ids          map[string]string // ID to the path that has it
	sources      map[string]*Source
	participants map[string]*Participant
	events       map[string]int // ID to index
	statements   map[string]bool
}

// index collects what IDs may point at. The first of two equal IDs counts.
func (v *validator) index() {
	for i := range slices.Backward(v.b.Sources) {
		v.sources[v.b.Sources[i].ID] = &v.b.Sources[i]
	}
	for i := range slices.Backward(v.b.Events) {
		v.events[v.b.Events[i].ID] = i
	}
	for i := range slices.Backward(v.b.Participants) {
		v.participants[v.b.Participants[i].ID] = &v.b.Participants[i]
	}
	for _, s := range v.b.Statements {
		v.statements[s.ID] = true
	}
}

func (v *validator) need(path string, ok bool, reason string) bool {
	if !ok {
		v.faults = append(v.faults, Fault{path, reason})
	}
	return ok
}

func (v *validator) filled(path, text string) {
	v.need(path, strings.TrimSpace(text) != "", "empty")
}

func (v *validator) id(path, id string) {
	if !v.need(path+".id", id != "", "empty") {
		return
	}
	if first, taken := v.ids[id]; taken {
		v.need(path+".id", false, "same ID as "+first)
		return
	}
	v.ids[id] = path
}

// oneOf asks for a value of a closed set.
func oneOf[T ~string](v *validator, path string, value T, set ...T) {
	if !slices.Contains(set, value) {
		words := make([]string, len(set))
		for i, s := range set {
			words[i] = string(s)
		}
		v.need(path, false, "unknown value; want "+strings.Join(words, ", "))
	}
}

// basis checks the member basis of the object at path. It, like grounded and
// evidence, words a path only for a fault, as an edit waits for all of this.
func (v *validator) basis(path string, b Basis) {
	switch b {
	case "", BasisStated, BasisInferred, BasisAdded:
		return
	}
	oneOf(v, path+".basis", b, BasisStated, BasisInferred, BasisAdded)
}

// grounded holds an item to the rule that all stands on: evidence, or added by
// the editor, who says why.
func (v *validator) grounded(path string, b Basis, note string, ev []Anchor) {
	v.basis(path, b)
	if b == BasisAdded {
		if strings.TrimSpace(note) == "" {
			v.need(path+".note", false, "empty; what was added needs a note")
		}
	} else {
		v.need(path, len(ev) > 0, "neither evidence nor added with a note")
	}
	v.evidence(path, ev)
}

func (v *validator) evidence(path string, ev []Anchor) {
	for i, a := range ev {
		s := v.sources[a.Source]
		if s != nil && a.stands(s.Text) {
			continue
		}
		p := fmt.Sprintf("%s.evidence[%d]", path, i)
		if !v.need(p+".source", s != nil, "no such source") ||
			!v.span(p, Span{Start: a.Start, End: a.End}, s.Text) {
			continue
		}
		if v.need(p+".exact", s.Text[a.Start:a.End] == a.Exact, "not the text at this position") {
			v.need(p+".prefix", strings.HasSuffix(s.Text[:a.Start], a.Prefix), "not the text before the quote")
			v.need(p+".suffix", strings.HasPrefix(s.Text[a.End:], a.Suffix), "not the text after the quote")
		}
	}
}

// stands reports whether an anchor has no fault in text.
func (a Anchor) stands(text string) bool {
	return 0 <= a.Start && a.Start < a.End && a.End <= len(text) &&
		utf8.RuneStart(text[a.Start]) && (a.End == len(text) || utf8.RuneStart(text[a.End])) &&
		text[a.Start:a.End] == a.Exact &&
		strings.HasSuffix(text[:a.Start], a.Prefix) && strings.HasPrefix(text[a.End:], a.Suffix)
}

// span asks for some whole characters of text.
func (v *validator) span(path string, s Span, text string) bool {
	return v.need(path, 0 <= s.Start && s.End <= len(text) && s.Start <= s.End, "outside the text") &&
		v.need(path, s.Start < s.End, "covers nothing") &&
		v.need(path, utf8.RuneStart(text[s.Start]) && (s.End == len(text) || utf8.RuneStart(text[s.End])),
			"begins or ends inside a character")
}

func (v *validator) whole() {
	b := v.b
	v.need("$.version", b.Version >= 1, "want a version from 1")
	v.filled("$.id", b.ID)
	v.line("$.title", b.Title)
	if !isZeroLine(b.BottomLine) {
		v.line("$.bottomLine", b.BottomLine)
	}
	for i, l := range b.KeyPoints {
		v.line(fmt.Sprintf("$.keyPoints[%d]", i), l)
	}
	for i, l := range b.Unknown {
		v.line(fmt.Sprintf("$.unknown[%d]", i), l)
	}
	if b.Status != "" {
		oneOf(v, "$.status", b.Status, StatusDraft, StatusReviewed)
	}
	y := b.Modified.UTC().Year()
	v.need("$.modified", 0 <= y && y <= 9999, "beyond the years 0 to 9999")
}

func isZeroLine(l Line) bool {
	return l.ID == "" && l.Text == "" && l.Stress == "" && l.Basis == "" && l.Note == "" && len(l.Evidence) == 0
}

func (v *validator) line(path string, l Line) {
	v.id(path, l.ID)
	v.filled(path+".text", l.Text)
	v.need(path+".stress", strings.Contains(l.Text, l.Stress), "not in the text of the line")
	v.grounded(path, l.Basis, l.Note, l.Evidence)
	v.confidence(path, l.Confidence)
}

// confidence asks for a share; its member name is the same wherever it stands.
func (v *validator) confidence(path string, c float64) {
	v.need(path+".confidence", 0 <= c && c <= 1, "want a number from 0 to 1")
}

func (v *validator) figure(path string, f *Figure) {
	v.id(path, f.ID)
	v.filled(path+".label", f.Label)
	v.confidence(path, f.Confidence)
	v.basis(path, f.Basis)
	v.need(path+".values", len(f.Values) > 0, "a figure without a value")
	for i := range f.Values {
		p, x := fmt.Sprintf("%s.values[%d]", path, i), &f.Values[i]
		v.filled(p+".words", x.Words)
		v.need(p+".high", x.Low <= x.High, "below low")
		v.dating(p+".asOf", x.AsOf, false)
		if x.Speaker != "" {
			v.participantID(p+".speaker", x.Speaker, "a place does not speak", KindPerson, KindOrganisation, KindState, KindGroup)
		}
		v.grounded(p, x.Basis, x.Note, x.Evidence)
	}
}

func (v *validator) source(path string, s *Source) {
	v.id(path, s.ID)
	v.filled(path+".text", s.Text)
	v.need(path+".text", utf8.ValidString(s.Text), "not valid UTF-8")
	// A publication date may come from outside the text, such as a page's head.
	v.dating(path+".published", s.Published, s.Published.Note != "" || s.Published.Rule != "")
	for i, d := range s.Dates {
		p := fmt.Sprintf("%s.dates[%d]", path, i)
		v.need(p, len(d.Evidence) > 0 && d.Evidence[0].Source == s.ID, "no phrase of this source as its first evidence")
		v.dating(p, d, false)
	}
	end := 0
	for i, span := range s.Sentences {
		p := fmt.Sprintf("%s.sentences[%d]", path, i)
		if v.span(p, span, s.Text) {
			v.need(p, span.Start >= end, "begins before the sentence above ends")
			end = max(end, span.End)
		}
	}
}

// dating checks a date; grounded says that it stands even without evidence.
func (v *validator) dating(path string, d Dating, grounded bool) {
	v.confidence(path, d.Confidence)
	if d.EDTF.IsZero() && d.Timex == "" || grounded {
		v.basis(path, d.Basis)
		v.need(path+".note", d.Basis != BasisAdded || d.Note != "", "empty; what was added needs a note")
		v.evidence(path, d.Evidence)
		return
	}
	v.grounded(path, d.Basis, d.Note, d.Evidence)
}

func (v *validator) event(path string, e *Event) {
	v.id(path, e.ID)
	v.filled(path+".title", e.Title)
	v.grounded(path, e.Basis, e.Note, e.Evidence)
	v.confidence(path, e.Confidence)
	if e.State != "" {
		oneOf(v, path+".state", e.State, StatePlanned, StatePostponed, StateCalledOff, StateClaimed)
	}
	v.dating(path+".date", e.Date, false)
	for i, d := range e.Alternatives {
		p := fmt.Sprintf("%s.alternatives[%d]", path, i)
		v.need(p, !d.EDTF.IsZero() || d.Timex != "", "gives no date")
		v.dating(p, d, false)
	}
	for i, r := range e.Relations {
		p := fmt.Sprintf("%s.relations[%d]", path, i)
		oneOf(v, p+".kind", r.Kind, RelationBefore, RelationAfter, RelationSince, RelationDuring, RelationSameAs)
		if _, ok := v.events[r.Event]; v.need(p+".event", ok, "no such event") {
			v.need(p+".event", r.Event != e.ID, "an event has no order to itself")
		}
		v.evidence(p, r.Evidence)
	}
	v.participantIDs(path+".places", e.Places, "neither a place nor a state", KindPlace, KindState)
	v.participantIDs(path+".participants", e.Participants, "a place takes no part",
		KindPerson, KindOrganisation, KindState, KindGroup)
	for i, id := range e.Statements {
		v.need(fmt.Sprintf("%s.statements[%d]", path, i), v.statements[id], "no such statement")
	}
}

func (v *validator) participantIDs(path string, ids []string, reason string, kinds ...ParticipantKind) {
	for i, id := range ids {
		v.participantID(fmt.Sprintf("%s[%d]", path, i), id, reason, kinds...)
	}
}

// participantID checks one ID. A participant of an unknown kind has its own fault.
func (v *validator) participantID(path, id, reason string, kinds ...ParticipantKind) *Participant {
	p := v.participants[id]
	if !v.need(path, p != nil, "no such participant") {
		return nil
	}
	all := []ParticipantKind{KindPerson, KindOrganisation, KindState, KindPlace, KindGroup}
	v.need(path, slices.Contains(kinds, p.Kind) || !slices.Contains(all, p.Kind), reason)
	return p
}

func (v *validator) participant(path string, p *Participant) {
	v.id(path, p.ID)
	oneOf(v, path+".kind", p.Kind, KindPerson, KindOrganisation, KindState, KindPlace, KindGroup)
	v.filled(path+".name", p.Name)
	if p.RoleBasis != "" {
		oneOf(v, path+".roleBasis", p.RoleBasis, BasisStated, BasisInferred, BasisAdded)
	}
	v.need(path+".note", p.RoleBasis != BasisAdded || p.Note != "", "empty; what was added needs a note")
	if p.Affiliation != "" {
		v.participantID(path+".affiliation", p.Affiliation, "neither an organisation, a state nor a group",
			KindOrganisation, KindState, KindGroup)
		v.need(path+".affiliation", p.Affiliation != p.ID, "a participant is no part of itself")
	}
	if p.Side != "" {
		side := v.participantID(path+".side", p.Side, "neither an organisation, a state nor a group",
			KindOrganisation, KindState, KindGroup)
		v.need(path+".side", side == nil || side.Side == side.ID, "not a side: a side names itself as its side")
	}
	for i, n := range p.Names {
		q := fmt.Sprintf("%s.names[%d]", path, i)
		v.filled(q+".text", n.Text)
		v.basis(q, n.Basis)
		v.need(q+".note", n.Basis != BasisAdded || n.Note != "", "empty; what was added needs a note")
	}
	v.grounded(path, p.Basis, p.Note, p.Evidence)
	v.confidence(path, p.Confidence)
}

func (v *validator) statement(path string, s *Statement) {
	v.id(path, s.ID)
	oneOf(v, path+".kind", s.Kind, StatementClaim, StatementOffer, StatementRequest, StatementAgreement, StatementDenial)
	v.filled(path+".words", s.Words)
	speaks := []ParticipantKind{KindPerson, KindOrganisation, KindState, KindGroup}
	if s.Speaker != "" {
		v.participantID(path+".speaker", s.Speaker, "a place does not speak", speaks...)
	}
	if s.Addressee != "" {
		v.participantID(path+".addressee", s.Addressee, "a place is not spoken to", speaks...)
		v.need(path+".addressee", s.Addressee != s.Speaker, "the speaker")
	}
	v.grounded(path, s.Basis, s.Note, s.Evidence)
	v.confidence(path, s.Confidence)
	v.dating(path+".date", s.Date, false)
}
