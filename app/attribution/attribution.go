// Package attribution finds who says what in English news, and by which words:
// the statements of an article, each with its speaker and its cue.
//
// It reads the form of a sentence, not its matter: a verb of saying, thinking
// or showing with a clause or a quotation; "according to"; "expressed" and
// "described … as" with what they govern; verbs such as "urged" with an
// infinitive. Every verb of saying is treated alike, whoever is its subject:
// who "claimed" and who "said" have both made a claim.
//
// The package returns words. To whom "he" refers is the matter of package
// coref. It is pure and takes time linear in the length of the text.
package attribution

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"briefline/app/briefing"
	"briefline/app/names"
)

// Form is the frame in which a statement stands.
type Form uint8

// The forms.
const (
	Clause     Form = iota + 1 // "said that the plan works", "the plan works, he said"
	Quotation                  // the content stands in quotation marks from its first word
	Phrase                     // "expressed readiness to help", "described Iran as safe"
	Infinitive                 // "urged them to leave", "agreed to meet"
)

// Statement is one saying. All spans are half-open bytes of the text and do not
// overlap one another.
type Statement struct {
	// Content is what is said: without "that", the quotation marks around it
	// and the closing stop.
	Content briefing.Span
	// Rest is the second part of content that the cue cuts in two ("The plan,
	// he said, works"). Zero for most.
	Rest briefing.Span
	// Speaker is the noun phrase that names who says it, titles included: "the
	// Iranian Interior Minister Abdolreza Rahmani Fazli", "He". Zero when the
	// text names nobody ("It was reported that …").
	Speaker briefing.Span
	// Addressee is to whom ("told reporters that …"). Zero for most.
	Addressee briefing.Span
	Cue       briefing.Span // "said", "according to"; zero when only a colon marks it or when Continues
	Kind      briefing.StatementKind
	Form      Form
	Sentence  int  // index in the sentences given to Find
	Direct    bool // quoted word for word, from the first word to the last
	Nested    bool // its cue lies within the content of another statement
	// Continues is set on the further sentences of a quotation, before or
	// behind the one that has the cue. Speaker is the same as there.
	Continues bool
	// Also is a second kind that the words bear as well, empty for most: a
	// claim that states an interest, a wish that states a fact.
	Also briefing.StatementKind
}

// Find returns the statements of text in the order of their content. sentences
// are in order and do not overlap; named are the names in the text, in order,
// and may be nil: then capital letters alone tell a name.
func Find(text string, sentences []briefing.Span, named []names.Name) []Statement {
	quotes := quotations(text)
	r := reader{text: text, quotes: quotes, named: named}
	var out []Statement
	for n, span := range sentences {
		for span.Start < span.End {
			piece := part(text, span)
			r.read(piece, n)
			out = r.statements(out)
			span.Start = piece.End
		}
	}
	out = carryOn(text, sentences, quotes, out)
	slices.SortStableFunc(out, func(a, b Statement) int {
		return cmp.Or(cmp.Compare(a.Content.Start, b.Content.Start), cmp.Compare(b.Content.End, a.Content.End))
	})
	return nest(out)
}

// part returns the first part of a sentence: all of it, unless it is longer than
// any sentence of news. That bounds the memory that a text without a stop takes.
func part(text string, s briefing.Span) briefing.Span {
	const most = 1 << 14
	if s.End-s.Start <= most {
		return s
	}
	end := s.Start + most
	if k := strings.LastIndexByte(text[end-200:end], ' '); k >= 0 {
		end += k - 200
	}
	for end > s.Start+most/2 && !utf8.RuneStart(text[end]) {
		end--
	}
	return briefing.Span{Start: s.Start, End: end}
}

// nest marks the statements whose cue lies in what another says, and drops
// those that repeat a span.
func nest(all []Statement) []Statement {
	out := all[:0]
	reach := 0 // the furthest end of a content so far
	for i, s := range all {
		if i > 0 && len(out) > 0 && s.Content == out[len(out)-1].Content {
			continue
		}
		s.Nested = !zero(s.Cue) && s.Cue.End <= reach && s.Cue.Start >= out[len(out)-1].Content.Start
		reach = max(reach, s.Content.End)
		out = append(out, s)
	}
	return out
}

func zero(s briefing.Span) bool { return s.End <= s.Start }
