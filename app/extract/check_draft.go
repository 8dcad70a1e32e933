package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"briefline/app/analysis"
	"briefline/app/briefing"
	"briefline/app/syntax"
)

// Kinds of checks that only drafts have; the set is open.
const (
	checkHeadlineDate  briefing.CheckKind = "headline-event-date"
	checkTwoNumbers    briefing.CheckKind = "number-conflict"
	checkUnnamedSource briefing.CheckKind = "unnamed-source"
	checkQuoteCut      briefing.CheckKind = "quote-cut"
	checkSpeakerOpen   briefing.CheckKind = "speaker-open"
	checkEndsEarly     briefing.CheckKind = "ends-early"
)

// headlineCheck says that the event which the article is about has no sure day,
// though its day would be known if the text told it.
func (d *draft) headlineCheck() {
	if d.source.Published.EDTF.IsZero() {
		return // that there is no day of publication is a check of its own
	}
	e := d.headlineEvent()
	if e == nil || e.State == briefing.StatePlanned && !e.Date.EDTF.IsZero() {
		return
	}
	at := briefing.Span{Start: e.Evidence[0].Start, End: e.Evidence[0].End}
	switch {
	case e.Date.EDTF.IsZero():
		d.check(checkHeadlineDate, "draft.check.headline.none", values(plain("event", e.Title)), at)
	case slices.Contains(e.Date.Doubts, briefing.DoubtDatePublication) || slices.Contains(e.Doubts, briefing.DoubtDatePublication):
		d.check(checkHeadlineDate, "draft.check.headline.day", values(plain("event", e.Title)), at)
	}
}

// headlineEvent is the event that the headline or the lead tells, nil for none.
func (d *draft) headlineEvent() *briefing.Event {
	a := d.analysis
	tells := func(e *briefing.Event, sentence int) bool {
		return slices.ContainsFunc(e.Evidence, func(x briefing.Anchor) bool { return d.sentenceOf(x.Start) == sentence })
	}
	places := []int{a.Headline}
	places = append(places, a.Lead[:min(1, len(a.Lead))]...)
	for _, s := range places {
		for i := range d.b.Events {
			if s >= 0 && tells(&d.b.Events[i], s) {
				return &d.b.Events[i]
			}
		}
	}
	return nil
}

// figureChecks shows a figure with two values of which the text calls neither
// outdated: they cannot both hold.
func (d *draft) figureChecks() {
	for i := range d.b.Figures {
		f := &d.b.Figures[i]
		if len(f.Values) != 2 || !f.Values[0].AsOf.EDTF.IsZero() || !f.Values[1].AsOf.EDTF.IsZero() || d.overlap(f.Values[0], f.Values[1]) {
			continue
		}
		x, y := f.Values[0], f.Values[1]
		a, b := d.sentenceOf(x.Evidence[0].Start), d.sentenceOf(y.Evidence[0].Start)
		if a == b || a < 0 || b < 0 || d.toldOfThePast(b) || d.toldOfThePast(a) {
			continue
		}
		d.check(checkTwoNumbers, "draft.check.numbers", values(plain("label", f.Label), plain("first", x.Words), plain("second", y.Words)),
			briefing.Span{Start: x.Evidence[0].Start, End: x.Evidence[0].End}, briefing.Span{Start: y.Evidence[0].Start, End: y.Evidence[0].End})
	}
}

// overlap reports whether two values may be one: "at least 90" and "about 100".
func (d *draft) overlap(a, b briefing.FigureValue) bool {
	loose := func(v briefing.FigureValue) bool {
		r, _ := utf8.DecodeRuneInString(v.Words)
		return v.Low != v.High || r < '0' || r > '9'
	}
	if !loose(a) && !loose(b) {
		return false
	}
	return a.Low <= b.High*1.15 && b.Low <= a.High*1.15
}

// toldOfThePast reports whether the clause of a sentence's root is told with
// "had", or as what was so before.
func (d *draft) toldOfThePast(i int) bool {
	s := &d.analysis.Sentences[i]
	for k := range s.Words {
		switch strings.ToLower(s.Words[k].Form) {
		case "had", "earlier", "initially", "previously", "originally", "first", "last":
			return true
		}
	}
	return false
}

// sourceChecks shows a claim that weighs and that one source without a name
// makes: "officials who asked not to be named".
func (d *draft) sourceChecks() {
	for k := range d.b.Statements {
		s := &d.b.Statements[k]
		p := d.b.ParticipantByID(s.Speaker)
		if p == nil || s.Kind != briefing.StatementClaim || len(s.Evidence) == 0 || p.Kind != briefing.KindPerson && p.Kind != briefing.KindGroup {
			continue
		}
		i := d.sentenceOf(s.Evidence[0].Start)
		if i < 0 || !d.unnamedSource(i) {
			continue
		}
		d.check(checkUnnamedSource, "draft.check.unnamed", values(plain("who", p.Name)),
			briefing.Span{Start: s.Evidence[0].Start, End: s.Evidence[0].End})
		return
	}
}

// unnamedSource reports whether a sentence says of its speaker that no name is
// given: asked not to be named, on condition of anonymity, not authorised to
// speak.
func (d *draft) unnamedSource(i int) bool {
	s := &d.analysis.Sentences[i]
	for k := range s.Words {
		switch w := &s.Words[k]; w.Lemma {
		case "anonymity", "anonymous", "anonymously":
			return d.analysis.Quoted(w.Start) < 0
		case "name", "identify", "quote":
			if w.POS == syntax.VERB && s.Kid(k, "aux:pass") >= 0 && w.Tag == "VBN" && hasNot(s, k) {
				return true
			}
		case "authorize", "authorise":
			if hasNot(s, k) && s.Kid(k, "xcomp", "advcl", "acl") >= 0 {
				return true
			}
		}
	}
	return false
}

// hasNot reports whether a verb, or the verb that asks for it, is negated: "asked
// not to be named", "who did not want to be identified".
func hasNot(s *syntax.Sentence, k int) bool {
	for range 2 {
		for _, c := range s.Kids(k) {
			if s.Words[c].Lemma == "not" || s.Words[c].Lemma == "n't" {
				return true
			}
		}
		if k = s.Words[k].Head; k < 0 {
			return false
		}
	}
	return false
}

// quoteChecks shows quotations that the page cuts off.
func (d *draft) quoteChecks() {
	var at []briefing.Span
	for k := range d.b.Statements {
		s := &d.b.Statements[k]
		if slices.Contains(s.Doubts, briefing.DoubtQuoteCut) && len(s.Evidence) > 0 {
			at = append(at, briefing.Span{Start: s.Evidence[0].Start, End: s.Evidence[0].End})
		}
	}
	if len(at) > 0 {
		d.check(checkQuoteCut, "draft.check.quote", values(count(len(at))), at[:min(len(at), mostOfKind)]...)
	}
}

// speakerChecks shows words on the card whose speaker two could be, or whom the
// text leaves open.
func (d *draft) speakerChecks() {
	if d.x.foreign(d.source) {
		return
	}
	var at []briefing.Span
	for k := range d.b.Statements {
		s := &d.b.Statements[k]
		if s.Direct && (s.Speaker == "" || slices.Contains(s.Doubts, briefing.DoubtSpeakerOpen)) && len(s.Evidence) > 0 {
			at = append(at, briefing.Span{Start: s.Evidence[0].Start, End: s.Evidence[0].End})
		}
	}
	if len(at) > 0 {
		d.check(checkSpeakerOpen, "draft.check.speaker", values(count(len(at))), at[:min(len(at), mostOfKind)]...)
	}
}

// endCheck says that the text breaks off: its last line of prose has no end.
func (d *draft) endCheck() {
	a := d.analysis
	last := -1
	for i := range a.Sentences {
		if !a.Furniture[i] {
			last = i
		}
	}
	const prose = 8 // words: less is a heading or a signature
	if last < 3 || len(a.Sentences[last].Words) < prose || a.Talk == analysis.Labels {
		return
	}
	end := strings.TrimRight(a.Sentences[last].Of(a.Text), `"'”’»)] `)
	r, _ := utf8.DecodeLastRuneInString(end)
	if strings.ContainsRune(".!?:;—–*#", r) || !strings.ContainsRune("….", r) && a.Paragraph[last] != a.Paragraph[last-1] && last != len(a.Sentences)-1 {
		return
	}
	at := d.sentences[last]
	d.check(checkEndsEarly, "draft.check.ends", nil, at)
}
