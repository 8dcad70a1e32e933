// Package event finds what an English article says has happened or is to happen:
// who met, what was signed, when the earthquake struck, and how such events lie
// to each other in time.
//
// Every clause and every noun of a happening is a candidate, whoever tells it and
// wherever in its sentence it stands. Two scorers say how likely an analyst would
// put it on a timeline, and rules say which candidates tell one event: a retelling
// joins the first as evidence and may date it. What is chosen is titled with the
// source's words, cut at the bounds of clauses, and dated by rules in a fixed
// order, each with an ID that the reader sees worded.
//
// Three rules stand above all others. An event has a date only when the words give
// it one or the article's own day does, and it says which. What only a speaker
// tells is claimed, not happened. And two happenings are never made one: tellings
// with different numbers or days stay apart.
//
// The package is pure. Its word lists are our own; its weights are learnt by
// app/event/train from briefings that analysts made.
package event

import (
	"briefline/app/analysis"
	"briefline/app/briefing"
	"briefline/app/edtf"
	txt "briefline/app/text"
)

// Event is something that happened, is to happen, or is said to have happened.
type Event struct {
	Sentence int      // of the analysis
	Trigger  txt.Span // the event word: "met", "agreement", "defeat"
	Span     txt.Span // the clause or noun phrase that tells of it, the evidence
	Title    string   // about eleven words at most; pronouns named in brackets

	Date   Dating
	Others []Dating // other dates that tellings give it; often nil

	State     briefing.EventState // empty: it happened
	Reported  txt.Span            // the clause of a speaker that alone tells it; zero when the article does
	Who       []int               // groups of the analysis that take part
	Where     []int               // groups that say where
	Again     []Telling           // other tellings of the same event, the likeliest first
	Relations []Relation

	Confidence float64          // how many of a hundred such events are right, divided by 100
	Doubts     []briefing.Doubt // why to look at it before it is used
	Score      float64          // of the scorers, for an order by weight
	Because    []Weight         // the evidence that moved Score most, the strongest first
}

// Telling is another place where an event is told.
type Telling struct{ Trigger, Span txt.Span }

// Dating is when something happened. The zero Dating is undated.
type Dating struct {
	EDTF       edtf.Date
	Expression int // index into the dates of the analysis, -1 when no words of the text give it
	Rule       Rule
	Basis      briefing.Basis
	Confidence float64
	Doubts     []briefing.Doubt
}

// IsZero reports whether nothing dates the event.
func (d Dating) IsZero() bool { return d.Rule == "" }

// Relation orders its event against another: this event is Kind that one.
type Relation struct {
	Kind     briefing.RelationKind
	Event    int // index into the list of events
	Evidence txt.Span
}

// Weight is one piece of evidence with what it adds to the score, in log odds.
type Weight struct {
	Feature string  `json:"feature"`
	Worth   float64 `json:"worth"`
}

// Find returns the events of an article that are worth a place on its timeline, in
// the order of the text, and what else it dates: one happening for each sentence
// with a date of its own that no chosen event stands in. It takes time linear in
// the length of the text.
func Find(a *analysis.Analysis, m *Model) (chosen, more []Event) {
	r := newReader(a)
	list := r.candidates()
	for _, c := range list {
		r.score(c, m)
	}
	told := r.choose(list, m)
	for _, t := range told {
		chosen = append(chosen, r.event(t, m))
	}
	r.relate(told, chosen)
	for _, c := range r.rest(list, told) {
		more = append(more, r.event(&telling{main: c}, m))
	}
	return chosen, more
}
