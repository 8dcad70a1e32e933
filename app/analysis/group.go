package analysis

import txt "briefline/app/text"

// Group is who or what its mentions mean: one participant.
type Group struct {
	Name        string // the fullest name as written, without titles; of a group that is only described the description
	Short       string // how a second naming says it: a surname, an acronym; Name where there is none
	Kind        Kind
	Number      Number
	Gender      Gender
	Named       bool   // it has a name; else it is only described
	Roles       []Role // most reliable first
	Affiliation int    // group that its role is held with, -1 for none
	Aliases     []string
	Mentions    []Mention // in the order of the text
	Agency      bool      // who publishes the story: takes no part in it
	Code        string    // ISO 3166 of a state that is known
	Doubts      []Doubt
}

// Role is what a group is, as the text tells: an office, a calling, a rank.
type Role struct {
	Words string   // "Interior Minister", in one line
	Span  txt.Span // where the text says so
	Sure  float64  // 0 to 1
	// Inferred: the words tell it of somebody else: "his Kyrgyz counterpart".
	Inferred bool
}

// Mention is one naming of a group.
type Mention struct {
	Sentence, Head int      // its head word, -1 where the sentence was not parsed
	Span           txt.Span // the naming without titles: "Paul Reiner", "the minister", "he"
	Form           Form
	Sure           float64 // that it means its group, 0 to 1
}

// Form is how a mention names.
type Form uint8

// The forms.
const (
	Name Form = iota + 1
	Noun
	Pronoun
)

// Kind is what a group is.
type Kind uint8

// The kinds.
const (
	Person Kind = iota + 1
	Organisation
	State
	Place
	People // a group of people: "residents", "the defendants"
)

// Number is whether a group is one or many.
type Number uint8

// The numbers. NumberUnknown agrees with each.
const (
	NumberUnknown Number = iota
	Singular
	Plural
)

// Gender is what the text tells by "she", "Mr" or "spokeswoman".
type Gender uint8

// The genders. GenderUnknown agrees with each.
const (
	GenderUnknown Gender = iota
	Male
	Female
	Neuter
)

// Doubt is the ID of a reason why a finding may be wrong, as briefing items carry
// them.
type Doubt string
