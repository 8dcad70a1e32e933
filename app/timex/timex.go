// Package timex finds the temporal expressions of English news and says what
// they mean, in TIMEX3 and in EDTF; of other languages, whole dates.
//
// Three rules stand above all others. Without a publication date nothing is
// counted from one: "Thursday" stays XXXX-WXX-4 and has no EDTF date. A phrase
// that looks temporal is returned, resolved or not; none is left out because it
// is hard. And a date keeps the precision of its words: "in May" is a month.
//
// Dates are resolved in this order: from their own words; from a date that the
// sentence or the one before gives ("the next day", "on 3 and 5 May 2016"); in
// a text that tells of history, from the year it has come to; else from the
// publication date, in the direction that the tense of the clause gives ("said
// on Thursday" lies behind, "will meet on Thursday" ahead).
//
// Some phrases span others: "since the 2016 agreement" holds "2016", "3 to 5
// May" holds two days. The outer one has an empty Value, as TIMEX3 has no word
// for it, and an EDTF date for the whole.
//
// The package is pure: it knows no clock and no files. Its rules are our own.
package timex

import (
	"briefline/app/edtf"
	"briefline/app/syntax"
	txt "briefline/app/text"
)

// Type is the class of an expression in TIMEX3 (TimeML 1.2.1, clause 2.2).
type Type string

// The types.
const (
	Date     Type = "DATE"     // a day or anything longer: "May 2016"
	Time     Type = "TIME"     // finer than a day: "Friday morning", "5 p.m."
	Duration Type = "DURATION" // a length of time: "three years"
	Set      Type = "SET"      // what returns: "every Friday", "annual"
)

// Span is a half-open range of bytes in the text. The zero Span is none.
type Span = txt.Span

// Expression is one temporal expression.
type Expression struct {
	Start, End int // bytes of the text, half-open
	Type       Type
	Value      string    // TIMEX3; "XXXX-WXX-4" when unresolved, empty for a phrase that spans others
	EDTF       edtf.Date // zero when unresolved, or when there is no calendar date
	Against    string    // what it was resolved against: a message ID, a blank, a TIMEX3 date, as "timex.against.published 2024-05-14"; empty when its own words suffice
	Rule       Rule
	Mod        string // TIMEX3: APPROX START MID END BEFORE AFTER ON_OR_BEFORE ON_OR_AFTER LESS_THAN MORE_THAN EQUAL_OR_LESS EQUAL_OR_MORE; often empty
	Anchor     Span   // the event's words, for a phrase that hangs on an event: "the 2016 agreement"
	Quoted     bool   // it stands in a quotation: its "today" may be another day than the article's
	InName     bool   // it is part of a name, as in "Euro 2016" or "the Equality Act of 2010", and dates nothing by itself
}

// Options are what is known about a text beside its words.
type Options struct {
	Created   edtf.Date // publication date; zero when not known. Only a plain year, month or day without qualifier counts
	Sentences []Span    // in order, not overlapping; nil to find them with [txt.Sentences]

	// Language is the language of the text, as BCP 47; English when empty. Of
	// another language only dates are read that are whole by themselves: in digits,
	// the day first, and with the names of months that this package knows.
	Language string
	// Trees are the parsed sentences, in order; nil when nothing was parsed. What
	// they cover is read by its tree where the direction of a clause is asked for,
	// all else by rules over words.
	Trees []syntax.Sentence
	// Quotes is what stands between quotation marks, in order of their starts; nil
	// to find it.
	Quotes []Span
}

// Tag returns the temporal expressions of text, by start, an outer phrase
// before what it holds. They lie within a sentence each and overlap only where
// one spans others. It takes time linear in the length of text.
func Tag(text string, o Options) []Expression {
	sentences := o.Sentences
	if sentences == nil {
		sentences = txt.Sentences(text)
	}
	s := &scan{text: text, created: creation(o.Created), trees: o.Trees, quotes: o.Quotes}
	if s.quotes == nil {
		s.quotes = quotations(text)
	}
	if months, foreign := monthsOf(o.Language); foreign {
		s.foreign(sentences, months)
		return s.out
	}
	s.survey(sentences)
	for i, sp := range sentences {
		if sp.Start < 0 || sp.End > len(text) || sp.Start >= sp.End {
			continue
		}
		s.sentence = i
		first := len(s.out)
		for tz := (tokenizer{text: text, pos: sp.Start, end: sp.End}); tz.next(&s.toks); {
			s.run()
		}
		s.ranges(first)
		s.order(first)
	}
	return s.out
}
