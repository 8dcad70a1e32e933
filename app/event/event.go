// Package event finds what an English article says has happened or is to happen:
// who met, what was signed, when the earthquake struck, and how such events lie
// to each other in time.
//
// Four rules stand above all others. An event has a date only when the words
// give it one, and the date says whether it stands in the event's own clause or
// was inferred. What only a speaker tells is marked Reported. A title is made of
// the source's own words: words are left out, none is put in or repaired. And
// what is not sure to be an event is left out: twenty of them are a timeline,
// and a wrong one costs more than a missing one.
//
// The package is pure. Its rules and word lists are our own.
package event

import (
	"briefline/app/briefing"
	"briefline/app/names"
	"briefline/app/timex"
)

// Event is something that happened, is to happen, or is said to have happened.
type Event struct {
	Trigger briefing.Span // the event word: "met", "agreement", "defeat"
	Span    briefing.Span // the clause or noun phrase that tells of it, the evidence

	// Title is made from the words of Span: an article or "his" in front of a
	// noun, the date and clauses that hang on are left out, and the first letter
	// is a capital. Where words run into each other it may be cut within one,
	// "thenew security agreementwith" to "New security agreement", so that it
	// never shows a spelling that the source does not have.
	Title string

	Date   int            // index into the expressions, -1 when undated
	Basis  briefing.Basis // of the date: stated in the event's own clause, or inferred from nearby; empty when undated
	Others []int          // expressions that give another date for the same event; often nil

	// Fresh says that no words date the event and that it is told as the news of the
	// day. Date is then the dateline's, inferred, where the text has one; else -1, and
	// when the publication date is known, it happened on that day or shortly before.
	Fresh bool

	Relations []Relation // to others of the list; often nil
	Names     []int      // indices of the names that take part
	Places    []int      // indices of the names that say where
	Salience  float64    // for choosing what is shown: the higher the better

	Negated, Future, Hypothetical bool

	Reported  bool // it stands inside a statement: a speaker says so, not the source
	Statement int  // index into the statements, -1 when not Reported

	Kind   string // one of the kinds of this package
	SameAs int    // index of an earlier event that this is another naming of, -1 when none
}

// Relation orders its event against another: this event is Kind that one. It
// hangs on words of the text, Evidence.
type Relation struct {
	Kind     briefing.RelationKind
	Event    int // index into the list
	Evidence briefing.Span
}

// Limits of what is returned.
const (
	most         = 20 // events, other namings of them not counted
	mostNamings  = 3  // other namings that are kept of one event
	leastSalient = 1.0
)

// Find returns the events of text that are worth a place on its timeline, in the
// order of the text: at most twenty, and beside them their other namings, which
// have SameAs set. dates are those of [timex.Tag]; sentences, dates, named and
// statements are in order, and whatever does not lie in the text is passed over.
// It takes time linear in the length of text.
func Find(text string, sentences []briefing.Span, dates []timex.Expression, named []names.Name, statements []briefing.Span) []Event {
	d := newReader(text, sentences, dates, named, statements)
	for d.next() {
		d.gather()
	}
	d.merge()
	return d.choose()
}

// Dating is when something happened by the words around it.
type Dating struct {
	Date  int            // index into the expressions, -1 when undated
	Basis briefing.Basis // as in [Event]
	Fresh bool           // as in [Event]
}

// DateOf returns the dating of each trigger, by the same rules as [Find] and for
// any word that is given. triggers are in order.
func DateOf(text string, sentences []briefing.Span, dates []timex.Expression, named []names.Name, statements, triggers []briefing.Span) []Dating {
	out := make([]Dating, len(triggers))
	ahead := make([]bool, len(triggers))
	for i := range out {
		out[i].Date = -1
	}
	d := newReader(text, sentences, dates, named, statements)
	k := 0
	for d.next() {
		for k < len(triggers) && triggers[k].Start < d.sentence.Start {
			k++
		}
		for ; k < len(triggers) && triggers[k].Start < d.sentence.End; k++ {
			if w := d.wordAt(triggers[k].Start); w >= 0 {
				out[k] = d.dating(w)
				ahead[k] = d.comes(w) || d.doubted(w)
			}
		}
	}
	infer(text, triggers, out)
	for i := range out {
		if out[i].Date < 0 && d.dateline >= 0 && !ahead[i] {
			out[i].Date, out[i].Basis = d.dateline, briefing.BasisInferred
		}
	}
	return out
}
