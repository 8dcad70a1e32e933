package extract

import (
	"errors"
	"strconv"
	"strings"

	"briefline/app/article"
	"briefline/app/briefing"
	"briefline/app/coref"
	"briefline/app/edtf"
	"briefline/app/event"
	"briefline/app/names"
	"briefline/app/speech"
	"briefline/app/syntax"
)

// Task is what Annotate looks for.
type Task string

// The tasks.
const (
	TaskTimex  Task = "timex"  // temporal expressions: type and TIMEX3 value
	TaskDates  Task = "dates"  // the same with EDTF dates, and the phrases that span others
	TaskNames  Task = "ner"    // names: PER, ORG, LOC
	TaskQuotes Task = "quotes" // statements with their speaker
	TaskEvents Task = "events" // events: the event word, its date in EDTF, its title
	TaskCoref  Task = "coref"  // mentions and which of them name the same
)

// ErrTask is returned for a task that there is none of.
var ErrTask = errors.New("no such task")

// Annotation is one finding in the form that scorers read. Start and End are
// bytes of UTF-8, half-open.
type Annotation struct {
	Start       int     `json:"start"`
	End         int     `json:"end"`
	Type        string  `json:"type"`
	Value       string  `json:"value,omitempty"`        // timex, dates
	EDTF        string  `json:"edtf,omitempty"`         // dates: in the calendar, where it has a place there
	Speaker     string  `json:"speaker,omitempty"`      // quotes: the name, by way of the cluster
	SpeakerSpan *[2]int `json:"speaker_span,omitempty"` // quotes: the words that name the speaker
	Kind        string  `json:"kind,omitempty"`         // quotes
	Group       string  `json:"group,omitempty"`        // coref
	Title       string  `json:"title,omitempty"`        // events
	Score       float64 `json:"score,omitempty"`        // events: of a hundred such, how many are right, divided by 100
	// Because is the evidence that moved the score of an event most, with its
	// worth in log odds.
	Because []event.Weight `json:"because,omitempty"`
}

// Annotate returns what a draft of the text rests on, for one task, so that
// anyone can score it. published is the publication date, zero for none. With
// mentions, in order of their start, coreference puts these into groups and finds
// none of its own, as scorers of groups ask; nil leaves it to find them.
func (x *Extractor) Annotate(text string, published edtf.Date, task Task, mentions []briefing.Span) ([]Annotation, error) {
	parser, err := x.parser()
	if err != nil {
		return nil, err
	}
	d := &draft{x: x, parser: parser, article: &article.Article{Text: text}, options: Options{Published: published}, given: mentions, prose: true}
	d.readSource()
	d.source.Language = english
	d.readText()
	switch task {
	case TaskTimex:
		return d.timexAnnotations(), nil
	case TaskDates:
		return d.dateAnnotations(), nil
	case TaskNames:
		return d.nameAnnotations(), nil
	case TaskQuotes:
		d.people()
		return d.quoteAnnotations(), nil
	case TaskEvents:
		return d.eventAnnotations(), nil
	case TaskCoref:
		return d.corefAnnotations(), nil
	}
	return nil, ErrTask
}

// Trees returns the sentences of a text, parsed.
func (x *Extractor) Trees(text string) ([]syntax.Sentence, error) {
	p, err := x.parser()
	if err != nil {
		return nil, err
	}
	return p.Parse(text, p.Sentences(text)), nil
}

func (d *draft) timexAnnotations() []Annotation {
	out := []Annotation{}
	for _, e := range d.dates {
		if e.Value != "" { // TIMEX3 has no word for a phrase that spans others
			out = append(out, Annotation{Start: e.Start, End: e.End, Type: string(e.Type), Value: e.Value})
		}
	}
	return out
}

func (d *draft) dateAnnotations() []Annotation {
	out := []Annotation{}
	for _, e := range d.dates {
		out = append(out, Annotation{Start: e.Start, End: e.End, Type: string(e.Type), Value: e.Value, EDTF: e.EDTF.String()})
	}
	return out
}

func (d *draft) nameAnnotations() []Annotation {
	out := []Annotation{}
	types := map[names.Kind]string{names.Person: "PER", names.Organisation: "ORG", names.Place: "LOC"}
	for _, n := range d.names {
		out = append(out, Annotation{Start: n.Start, End: n.End, Type: types[n.Kind]})
	}
	return out
}

func (d *draft) quoteAnnotations() []Annotation {
	out := []Annotation{}
	for i := range d.statements {
		s := &d.statements[i]
		if s.Rule == speech.To { // annotators mark no bidding or promising
			continue
		}
		if s.Quote >= 0 && d.sentenceOf(s.Cue.Start) != d.sentenceOf(s.Words.Start) {
			continue // nor the further sentences of a quotation
		}
		a := Annotation{Start: s.Words.Start, End: s.Words.End, Type: "statement", Kind: string(s.Kind)}
		if s.Speaker.Span.End > 0 {
			a.SpeakerSpan = &[2]int{s.Speaker.Span.Start, s.Speaker.Span.End}
			a.Speaker = oneLine(s.Speaker.Span.Of(d.source.Text))
		}
		// Who "he" is, and the words as they stand.
		if p := d.b.ParticipantByID(d.speaker(&s.Speaker)); p != nil && !strings.Contains(a.Speaker, p.Name) {
			a.Speaker = p.Name + " (" + a.Speaker + ")"
		}
		out = append(out, a)
	}
	return out
}

func (d *draft) eventAnnotations() []Annotation {
	out := []Annotation{}
	for _, e := range d.events {
		a := Annotation{Start: e.Trigger.Start, End: e.Trigger.End, Type: "event", Value: e.Date.EDTF.String(), Kind: string(e.State), Title: e.Title, Score: e.Confidence, Because: e.Because}
		out = append(out, a)
	}
	return out
}

func (d *draft) corefAnnotations() []Annotation {
	out := []Annotation{}
	types := map[briefing.ParticipantKind]string{
		briefing.KindPerson: "PER", briefing.KindGroup: "PER", briefing.KindOrganisation: "ORG",
		briefing.KindState: "LOC", briefing.KindPlace: "LOC",
	}
	for _, m := range d.mentions.Mentions {
		at := m.Span
		switch {
		case m.Entity < 0 || d.given == nil && m.Form == coref.Nominal:
			continue // descriptions carry roles, and no scorer's names
		case d.given == nil && m.Form == coref.Name:
			at = d.withArticle(m.Head)
		}
		out = append(out, Annotation{Start: at.Start, End: at.End, Group: strconv.Itoa(m.Entity), Type: types[d.mentions.Entities[m.Entity].Kind]})
	}
	return out
}

// withArticle is a name with the "the" before it, as annotators mark it.
func (d *draft) withArticle(at briefing.Span) briefing.Span {
	const article = "the "
	if from := at.Start - len(article); from >= 0 && strings.EqualFold(d.source.Text[from:at.Start], article) {
		at.Start = from
	}
	return at
}
