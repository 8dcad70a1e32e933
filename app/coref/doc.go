// Package coref finds who and what an article speaks of: each naming of a
// person, an organisation or a state, and which namings mean the same one.
//
//	names, sentences -> scan (what names or describes whom: refs)
//	                 -> forms (which names are one name: "Rahmani Fazli")
//	                 -> link (descriptions and pronouns, in reading order)
//	                 -> sides (who belongs to which state or party)
//
// It is made for English news and works by rules, so that each link can be
// explained. Where two would do, it takes neither: the mention stays without an
// entity and stands in [Result.Unclear], for the reader to decide.
//
// All positions are half-open byte ranges of the text. The package is pure, and
// takes time linear in the length of the text: nothing looks back farther than
// a fixed number of mentions.
package coref

import (
	"sort"

	"briefline/app/briefing"
	"briefline/app/names"
)

// Form is how a mention names its entity.
type Form uint8

// The forms.
const (
	Name      Form = iota + 1 // "Rahmani Fazli", "Iran", "Tehran" for Iran
	Nominal                   // "the Iranian minister", "the company"
	Pronoun                   // "He", "its"
	Adjective                 // "Iranian", of a state: it qualifies another mention
)

// None stands where there is no entity.
const None = -1

// Mention is one naming in the text.
type Mention struct {
	briefing.Span               // with article, titles and role: "his Kyrgyz counterpart Colonel Kashkar Junushaliev"
	Head          briefing.Span // the name alone, or the head noun: "Kashkar Junushaliev"; inside Span
	Form          Form
	Entity        int  // index into Result.Entities, or None where it is unclear
	Speaks        bool // it is the subject of a word of saying
}

// Gender is what the text tells by "she", "Mr" or a "spokeswoman".
type Gender uint8

// The genders. GenderUnknown goes with each.
const (
	GenderUnknown Gender = iota
	Male
	Female
)

// Entity is who or what its mentions name.
type Entity struct {
	Kind briefing.ParticipantKind
	// Name is the fullest name as written, without titles; of an entity that is
	// only described the description; of one that is not written at all what
	// follows from the text (NameInferred).
	Name         string
	NameInferred bool
	Named        bool          // it has a name, written or by its adjective; else it is only described
	Role         string        // "Interior Minister", as written; empty if not told
	RoleSpan     briefing.Span // the words that tell the role, or that it is inferred from; zero without
	RoleInferred bool          // it follows from "counterpart" or "the Kyrgyz minister"
	Rank         string        // "Colonel"
	RankSpan     briefing.Span
	Affiliation  int // entity that the role is held with, or None
	// Side is the state or party that it belongs to, as the text tells: a state
	// that acts is its own side. None for what is only mentioned.
	Side     int
	Aliases  []string // other names and descriptions as written, without repetition, in the order of the text
	Mentions []int    // indexes into Result.Mentions, ascending; empty for what follows from the text only
	Code     string   // ISO 3166 of a state that is known
	Gender   Gender
	Plural   bool
	Agency   bool // the agency's mark at the head of the article: no participant
}

// Unclear is a mention that more than one entity fits.
type Unclear struct {
	Mention    int
	Candidates []int // at least two, likeliest first
}

// Result is all that Resolve found. Nothing in it is nil-checked: lists may be
// empty.
type Result struct {
	Entities []Entity
	Mentions []Mention // by Start, the longer first
	Unclear  []Unclear // by mention
}

// At returns the entity of the innermost mention that holds span, or that
// overlaps it where none holds it; None without one.
func (r *Result) At(span briefing.Span) int {
	const longest = 4000 // bytes of a mention, which stands in one sentence
	best, size, holds := None, 0, false
	first := sort.Search(len(r.Mentions), func(i int) bool { return r.Mentions[i].Start >= span.Start-longest })
	for _, m := range r.Mentions[first:] {
		if m.Start >= span.End {
			break
		}
		if m.End <= span.Start || m.Entity == None {
			continue
		}
		inside := m.Start <= span.Start && span.End <= m.End
		if best == None || inside && !holds || inside == holds && m.End-m.Start <= size {
			best, size, holds = m.Entity, m.End-m.Start, inside
		}
	}
	return best
}

// Options says what else is known of the text. The zero value works.
type Options struct {
	// Speakers are the words that name who says something, in order: a strong
	// hint for "He added".
	Speakers []briefing.Span
	// Given, when not nil, are the mentions to put into clusters, in order of
	// their start: none other comes out. Scorers that judge clusters alone give
	// them.
	Given []briefing.Span
}

// Resolve finds the mentions of a text and puts them into entities. Sentences
// are in order and do not overlap; named are the names of persons, organisations
// and places in it, in order. Spans that do not lie in the text are left out.
func Resolve(text string, sentences []briefing.Span, named []names.Name, o Options) *Result {
	d := newDoc(text, sentences, named, o)
	d.scan()
	d.form()
	d.link()
	d.side()
	return d.result()
}
