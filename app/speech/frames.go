package speech

import (
	"strings"
	"sync"

	"briefline/app/lexicon"
	"briefline/app/syntax"
)

// frame is what a verb of saying governs and does, as assets/words/en/speech.txt
// explains.
type frame uint16

const (
	fClause frame = 1 << iota
	fTo
	fObject
	fThing
	fAs
	fTold
	fQuote
	fStrong
	fWeak
	fFinding
	fDenial
	fRequest
	fOffer
	fAgreement
)

var marks = map[string]frame{
	"clause": fClause, "to": fTo, "object": fObject, "thing": fThing, "as": fAs, "told": fTold, "quote": fQuote, "strong": fStrong,
	"weak": fWeak, "finding": fFinding, "denial": fDenial, "request": fRequest, "offer": fOffer, "agreement": fAgreement,
}

var english = sync.OnceValue(func() words {
	l := lexicon.English()
	w := words{
		speech: l.Class("speech"), nouns: l.Class("speech-nouns"), documents: l.Class("documents"), persons: l.Class("persons"),
		bodies: l.Class("bodies"), titles: l.Class("titles"), groups: l.Class("groups"), places: l.Class("places"), grants: l.Class("grants"),
		frames: map[string]frame{},
	}
	for _, v := range w.speech.Words() {
		for _, m := range w.speech.Marks(v) {
			w.frames[v] |= marks[m]
		}
	}
	return w
})

// frameOf returns the frame of a word that is a verb of saying, 0 for any other.
func (r *reader) frameOf(w *syntax.Word) frame {
	if w.POS != syntax.VERB && !(w.POS == syntax.AUX && w.Lemma == "say") {
		return 0
	}
	return r.w.frames[strings.ToLower(w.Lemma)]
}

// person reports whether a common noun is one for a person, or for persons.
func (r *reader) person(w *syntax.Word) bool {
	lemma := strings.ToLower(w.Lemma)
	if r.w.persons.Has(lemma) || r.w.groups.Has(lemma) {
		return true
	}
	if w.POS == syntax.PROPN && r.w.persons.Has(strings.ToLower(w.Form)) {
		return true
	}
	if i := strings.LastIndexByte(lemma, '-'); i > 0 {
		return r.w.persons.Has(lemma[i+1:])
	}
	return false
}

// body reports whether a common noun is one for a body.
func (r *reader) body(w *syntax.Word) bool { return r.w.bodies.Has(strings.ToLower(w.Lemma)) }

// document reports whether a noun is one for what is written.
func (r *reader) document(w *syntax.Word) bool {
	return w.POS == syntax.NOUN && r.w.documents.Has(strings.ToLower(w.Lemma))
}

func firstOrSecond(w *syntax.Word) bool {
	if w.POS != syntax.PRON {
		return false
	}
	switch strings.ToLower(w.Form) {
	case "i", "we", "you":
		return true
	}
	return false
}

// negated reports whether "not", "n't" or "never" hangs on a word.
func negated(s *syntax.Sentence, i int) bool {
	for _, k := range s.Kids(i) {
		switch strings.ToLower(s.Words[k].Lemma) {
		case "not", "n't", "never", "n’t":
			return true
		}
	}
	return false
}

// clausal reports whether a word heads a clause: a verb, or a predicate with a
// subject or copula.
func clausal(s *syntax.Sentence, i int) bool {
	w := &s.Words[i]
	return w.POS == syntax.VERB || s.Kid(i, "cop", "nsubj", "csubj", "expl") >= 0 || w.POS == syntax.AUX
}

// caseOf returns the preposition of word i in lower case, its lemma; empty for
// none.
func caseOf(s *syntax.Sentence, i int) string {
	if k := s.Kid(i, "case"); k >= 0 {
		return strings.ToLower(s.Words[k].Lemma)
	}
	return ""
}

// hasMark reports whether word i has a marker or preposition of this lemma.
func hasMark(s *syntax.Sentence, i int, lemma string) bool {
	for _, k := range s.Kids(i) {
		if s.Is(k, "mark", "case") && strings.EqualFold(s.Words[k].Lemma, lemma) {
			return true
		}
	}
	return false
}

// subject is Sentence.Subject, mended for speech: of two subjects the one nearer
// to the verb; of "X was quoted as saying" X; of a passive of telling who tells,
// not who is told. none reports that the sentence says that nobody is named.
func (r *reader) subject(sentence, i int) (word int, none bool) {
	s := &r.a.Sentences[sentence]
	w := &s.Words[i]
	f := r.frameOf(w)
	if f&fTold != 0 && s.Kid(i, "nsubj:pass", "aux:pass") >= 0 {
		k := agent(s, i)
		return k, k < 0
	}
	if o := quotedAs(s, i); o >= 0 {
		return o, false
	}
	best := nearestSubject(s, i)
	if best < 0 {
		best = stray(s, i)
	}
	if best < 0 {
		if o := r.outer(s, i, f); o >= 0 {
			return r.subject(sentence, o)
		}
	}
	if best < 0 || s.Words[best].Feat("PronType") == "Rel" {
		best = s.Subject(i)
	}
	if best < 0 {
		return best, false
	}
	if strings.EqualFold(s.Words[best].Form, "it") && (s.Kid(i, "aux:pass") >= 0 || w.Tag == "VBN") {
		k := r.announcedBy(s, i)
		return k, k < 0
	}
	if s.Is(best, "nsubj:pass") && f != 0 { // "Reed was urged to leave", "the cut was announced by Reed"
		if k := agent(s, i); k >= 0 {
			return k, false
		}
		if w.Lemma != "quote" && w.Lemma != "cite" {
			return -1, true
		}
	}
	return best, false
}

// agent returns who does what a passive verb says, -1 where nobody is named.
func agent(s *syntax.Sentence, i int) int {
	for _, k := range s.Kids(i) {
		if s.Is(k, "obl:agent") || s.Is(k, "obl") && caseOf(s, k) == "by" {
			return k
		}
	}
	return -1
}

// announcedBy returns by whom or where something is said impersonally: "it is noted
// on the page", "it was announced by Reed"; -1 for nobody.
func (r *reader) announcedBy(s *syntax.Sentence, i int) int {
	for _, k := range s.Kids(i) {
		if s.Is(k, "obl") && (caseOf(s, k) == "by" || r.document(&s.Words[k])) {
			return k
		}
	}
	return -1
}

// quotedAs returns X of "X was quoted as saying", -1 for any other verb.
func quotedAs(s *syntax.Sentence, i int) int {
	w := &s.Words[i]
	if w.Lemma != "say" || w.Tag != "VBG" || w.Head < 0 || !hasMark(s, i, "as") {
		return -1
	}
	if l := s.Words[w.Head].Lemma; l != "quote" && l != "cite" {
		return -1
	}
	return s.Kid(w.Head, "obj", "nsubj:pass")
}

// nearestSubject returns the subject that stands nearest to a verb, -1 for none.
func nearestSubject(s *syntax.Sentence, i int) int {
	best := -1
	for _, k := range s.Kids(i) {
		if s.Is(k, "nsubj") && (best < 0 || abs(k-i) < abs(best-i)) {
			best = k
		}
	}
	return best
}

// outer returns the verb of saying whose speaker goes on with verb i, which hangs
// on what was said: "said the ferry was old | and called it unsafe", ", adding that
// it sank". -1 for none.
func (r *reader) outer(s *syntax.Sentence, i int, f frame) int {
	w := &s.Words[i]
	h := w.Head
	if h < 0 || !s.Is(h, "ccomp") || s.Words[h].Head < 0 {
		return -1
	}
	o := s.Words[h].Head
	if r.adding(s, i, h) && r.frameOf(&s.Words[o]) != 0 {
		return o
	}
	second := f != 0 && f&fWeak == 0 && s.Is(i, "conj") && (w.Tag == "VBD" || w.Tag == "VBZ")
	if second && r.frameOf(&s.Words[h]) == 0 && r.frameOf(&s.Words[o])&fStrong != 0 && s.Words[o].Tag == w.Tag {
		return o
	}
	return -1
}

// stray returns the subject of a verb of saying that the parser has hung on the
// clause before it: "A ballot had shown 91 percent, Ann Reed | said". -1 for none.
func stray(s *syntax.Sentence, verb int) int {
	k := s.Kid(verb, "ccomp")
	if k < 0 || k > verb {
		return -1
	}
	first := -1
	for _, y := range s.Kids(k) {
		if !s.Is(y, "nsubj") {
			continue
		}
		if first >= 0 && y > k && y < verb {
			return y
		}
		first = y
	}
	return -1
}

// passive reports whether a verb is a passive one: with its auxiliary or subject,
// or a past participle that no "have" governs.
func passive(s *syntax.Sentence, i int) bool {
	if s.Kid(i, "nsubj:pass", "aux:pass", "csubj:pass") >= 0 {
		return true
	}
	if s.Words[i].Tag != "VBN" {
		return false
	}
	for _, k := range s.Kids(i) {
		if s.Is(k, "aux") && s.Words[k].Lemma == "have" {
			return false
		}
	}
	return !s.Is(i, "conj")
}

func abs(n int) int { return max(n, -n) }
