// Package speech finds who says what in a text, and by which words: direct speech
// from mark to mark, indirect speech by the frames of the verbs and nouns of
// saying on the tree, and talk by the structure of the page.
//
// Nothing is reworded. A direct statement is byte for byte what stands between a
// pair of marks, cut only at the ends of sentences; an indirect one is a clause of
// the text. Who speaks is read off the tree of the cue, and where only the context
// tells, a doubt says so; without a sure speaker a statement has none.
//
// Every rule has an ID. The cases that earned them stand in testdata; the lists of
// words in assets/words.
package speech

import (
	"cmp"
	"slices"

	"briefline/app/analysis"
	"briefline/app/briefing"
	"briefline/app/lexicon"
	txt "briefline/app/text"
)

// Statement is one saying. Its spans are half-open bytes of the text.
type Statement struct {
	Words     txt.Span // what is said: without "that", marks around it and the closing stop
	Rest      txt.Span // the second part of words that the cue cuts in two; zero for most
	Cue       txt.Span // the verb, noun or preposition that credits it; zero where only the page's structure does
	Speaker   Speaker
	Addressee int // group that it is said to, -1 for none
	Kind      briefing.StatementKind
	Direct    bool // quoted word for word, from the first word to the last
	// WithCue says that the words mean what was said only with the cue before
	// them: "denied that …", "urged them to …".
	WithCue bool
	Rule    Rule
	Sure    float64 // that this is a statement and whole, 0 to 1
	Doubts  []analysis.Doubt
	Quote   int // of Analysis.Quotes, the quotation that it is a piece of; -1 for none
	Date    int // of Analysis.Dates, the time of saying; -1 where not told
}

// Speaker is who says a statement.
type Speaker struct {
	Group          int      // -1 where no group was found
	Name           string   // the words that name the speaker, where there is no group; else empty
	Span           txt.Span // the naming in the text; zero where no words name anybody
	Sentence, Head int      // its head word, -1 without
	How            How
	Part           Part // in talk, for a voice that the text names nobody for
	Sure           float64
}

// Part is what somebody does in an interview or a speech.
type Part uint8

// The parts.
const (
	NoPart   Part = iota
	Orator        // holds the speech
	Asker         // asks the questions
	Answerer      // answers them
)

// Known reports whether the text names or describes who speaks.
func (s *Speaker) Known() bool { return s.Group >= 0 || s.Name != "" }

// Rule is the ID of the rule that found a statement.
type Rule string

// The rules, the surest first: where two tell the same words the longer one
// stays, of two alike the first of this list.
const (
	Label     Rule = "speech.label"     // REED: We did.
	Answer    Rule = "speech.answer"    // a paragraph of an interview
	Voice     Rule = "speech.voice"     // a sentence of a speech
	Quoted    Rule = "speech.quoted"    // “We did,” said Reed.
	Signed    Rule = "speech.signed"    // a paragraph above "— Ann Reed"
	Block     Rule = "speech.block"     // a paragraph or list behind "Reed wrote:"
	According Rule = "speech.according" // It sank, according to Reed.
	Clause    Rule = "speech.clause"    // Reed said that it sank.
	Inner     Rule = "speech.inner"     // It sank, Reed said.
	As        Rule = "speech.as"        // As Reed said, it sank.
	To        Rule = "speech.to"        // Reed vowed to stay.
	Object    Rule = "speech.object"    // Reed denied any link.
	Thing     Rule = "speech.thing"     // Reed announced a cut of rates.
	Described Rule = "speech.described" // Reed described the plan as dead.
	Noun      Rule = "speech.noun"      // her claim that it sank
)

// Doubts that a statement may carry.
const (
	DoubtPronoun analysis.Doubt = "speaker-by-pronoun"    // "he" was read as somebody
	DoubtContext analysis.Doubt = "speaker-from-context"  // no words beside the statement name the speaker
	DoubtNoun    analysis.Doubt = "speaker-by-noun"       // "the minister" was read as somebody
	DoubtVoice   analysis.Doubt = "speaker-by-structure"  // the voice of an interview or a speech
	DoubtNobody  analysis.Doubt = "speaker-open"          // the text does not settle who
	DoubtCut     analysis.Doubt = "quote-cut-by-the-page" // no mark closes the quotation
	DoubtLow     analysis.Doubt = "low-score"             // the rule errs often
)

// reader finds the statements of one text.
type reader struct {
	a      *analysis.Analysis
	w      words
	found  []candidate
	said   memory
	talk   map[int]bool // sentences that the structure has given to a voice
	names  nameIndex
	prose  bool        // what is quoted is read, too
	pieced map[int]int // pieces of each quotation
}

// candidate is a statement on its way: who speaks is a word of the tree, or words
// of the page.
type candidate struct {
	Statement
	sentence int // that the words begin in
	verb     int // in the sentence of the cue, -1 for none
	cueIn    int // sentence of the cue
	subject  int // head word of the speaker, in cueIn unless subjectIn is set
	named    txt.Span
	group    int // voice settled by structure
	quote    int // of Analysis.Quotes, -1
}

// words are the lists that the rules ask.
type words struct {
	speech, nouns, documents, persons, bodies, titles, groups, places, grants *lexicon.Class
	frames                                                                    map[string]frame
}

// Options say how to read.
type Options struct {
	// Prose reads quotations, interviews and speeches as prose: only what the text itself
	// credits to somebody is a statement, as annotators of attribution mark it.
	Prose bool
}

// Find returns the statements of a text, in the order of their words. No two
// overlap by much.
func Find(a *analysis.Analysis, o Options) []Statement {
	r := &reader{a: a, w: english(), prose: o.Prose, talk: map[int]bool{}}
	r.names = indexNames(a)
	if !o.Prose {
		r.structure()
	}
	for i := range a.Sentences {
		if i == a.Headline || a.Furniture[i] || r.talk[i] {
			continue
		}
		r.frames(i)
		r.accordingTo(i)
		r.nounFrames(i)
	}
	r.blocks()
	r.quotations()
	r.found = r.choose(r.found)
	out := make([]Statement, 0, len(r.found))
	for i := range r.found {
		c := &r.found[i]
		r.speaker(c)
		r.settle(c)
		out = append(out, c.Statement)
	}
	return out
}

// settle fills what follows from the rest of a statement.
func (r *reader) settle(c *candidate) {
	c.Quote = c.quote
	c.Kind, c.WithCue = r.kind(c)
	c.Sure = sureOf[c.Rule]
	if c.Direct {
		c.Sure = max(c.Sure, .95)
	}
	if c.weakCue(r) && !r.somebody(&c.Speaker) {
		c.Sure = min(c.Sure, .6)
	}
	if c.quote >= 0 && !r.a.Quotes[c.quote].Closed {
		c.Doubts = append(c.Doubts, DoubtCut)
		c.Sure = min(c.Sure, .7)
	}
	switch {
	case !c.Speaker.Known():
		c.Doubts = append(c.Doubts, DoubtNobody)
	case doubtOf[c.Speaker.How] != "":
		c.Doubts = append(c.Doubts, doubtOf[c.Speaker.How])
	}
	if c.Sure < .7 {
		c.Doubts = append(c.Doubts, DoubtLow)
	}
	c.Addressee, c.Date = r.addressee(c), r.timeOf(c)
}

// sureOf is the share of right statements by rule, from the gold briefings kept
// back (quoted, clause) or, where those were too few, from those at hand.
var sureOf = map[Rule]float64{
	Label: .95, Answer: .95, Voice: .9, Quoted: .97, Signed: .9, Block: .85, According: .9, Clause: .88, Inner: .93, As: .75,
	To: .8, Object: .75, Thing: .65, Described: .75, Noun: .8,
}

// byWords orders candidates by where their words begin, the longer first.
func byWords(a, b candidate) int {
	return cmp.Or(cmp.Compare(a.Words.Start, b.Words.Start), cmp.Compare(b.end(), a.end()), cmp.Compare(rank(a.Rule), rank(b.Rule)))
}

func (c *candidate) end() int { return max(c.Words.End, c.Rest.End) }

var ranks = []Rule{Label, Answer, Voice, Signed, Block, Quoted, According, Inner, Clause, As, Noun, To, Described, Object, Thing}

func rank(r Rule) int { return slices.Index(ranks, r) }
