package speech

import (
	"strings"

	"briefline/app/briefing"
	"briefline/app/syntax"
)

// kind tells what the speaker does, by the verb of saying and the mood of the
// words, and whether the words need their cue: a modal verb inside a reported
// clause says nothing of that.
func (r *reader) kind(c *candidate) (briefing.StatementKind, bool) {
	f := r.cueFrame(c)
	negation := c.verb >= 0 && c.cueIn >= 0 && negated(&r.a.Sentences[c.cueIn], c.verb)
	if f&fDenial != 0 && !c.Direct && (c.Rule != Object || r.ofSaying(c)) {
		return briefing.StatementDenial, c.Rule == Clause || c.Rule == To
	}
	switch c.Rule {
	case To:
		switch {
		case negation:
			return briefing.StatementDenial, true
		case f&fAgreement != 0:
			return briefing.StatementAgreement, true
		case f&fOffer != 0:
			return briefing.StatementOffer, true
		case f&fRequest != 0:
			return briefing.StatementRequest, true
		}
		if c.verb >= 0 {
			switch r.a.Sentences[c.cueIn].Words[c.verb].Lemma {
			case "call", "appeal", "push":
				return briefing.StatementRequest, true
			}
		}
		return briefing.StatementClaim, true
	case Described:
		return briefing.StatementClaim, true
	case Thing, Noun:
		if c.Rule == Thing && c.verb >= 0 { // "expressed readiness to help"
			s := &r.a.Sentences[c.cueIn]
			if obj := s.Kid(c.verb, "obj"); obj >= 0 {
				switch strings.ToLower(s.Words[obj].Lemma) {
				case "readiness", "preparedness", "willingness":
					return briefing.StatementOffer, true
				}
			}
		}
		switch {
		case f&fOffer != 0:
			return briefing.StatementOffer, c.Rule == Thing
		case f&fRequest != 0:
			return briefing.StatementRequest, c.Rule == Thing
		}
		return briefing.StatementClaim, c.Rule == Thing
	case Clause:
		switch {
		case f&fRequest != 0:
			return briefing.StatementRequest, false
		case negation:
			return briefing.StatementClaim, true // "does not believe that …"
		case f&fOffer != 0:
			return briefing.StatementOffer, false
		}
	}
	if k := r.stance(c); k != "" {
		return k, false
	}
	if c.Direct && r.bids(c) {
		return briefing.StatementRequest, false
	}
	return briefing.StatementClaim, false
}

// stance is the kind that the predicate of the words tells itself: who is ready to
// do something offers it, who is interested in it asks for it. Empty for any other.
func (r *reader) stance(c *candidate) briefing.StatementKind {
	s := &r.a.Sentences[c.sentence]
	from, to := s.Within(c.Words)
	head := s.HeadOf(from, to)
	if head < 0 || negated(s, head) || s.Kid(head, "nsubj", "nsubj:pass") < 0 {
		return ""
	}
	switch w := &s.Words[head]; strings.ToLower(w.Lemma) {
	case "ready", "willing", "prepared", "prepare":
		if s.Kid(head, "xcomp", "ccomp", "advcl") >= 0 && (s.Kid(head, "cop", "aux:pass") >= 0 || w.POS == syntax.ADJ) {
			return briefing.StatementOffer
		}
	case "interested":
		return briefing.StatementRequest
	}
	return ""
}

// ofSaying reports whether a verb of denying has words as its object, or is one
// that nothing but words can follow: to reject a claim denies it, to dismiss a pact
// does not.
func (r *reader) ofSaying(c *candidate) bool {
	s := &r.a.Sentences[c.cueIn]
	switch s.Words[c.verb].Lemma {
	case "reject", "dismiss", "dispute":
		obj := s.Kid(c.verb, "obj")
		return obj >= 0 && (r.w.nouns.Has(strings.ToLower(s.Words[obj].Lemma)) || r.document(&s.Words[obj]))
	}
	return true
}

// cueFrame is what the verb or noun of saying does, 0 where there is none.
func (r *reader) cueFrame(c *candidate) frame {
	if c.verb < 0 || c.cueIn < 0 {
		return 0
	}
	w := &r.a.Sentences[c.cueIn].Words[c.verb]
	if f := r.frameOf(w); f != 0 {
		return f
	}
	var f frame
	for _, m := range r.w.nouns.Marks(strings.ToLower(w.Lemma)) {
		f |= marks[m]
	}
	return f
}

// bids reports whether quoted words are a bidding: an imperative at their head.
func (r *reader) bids(c *candidate) bool {
	s := &r.a.Sentences[c.sentence]
	from, to := s.Within(c.Words)
	if from < to && s.Words[from].POS == syntax.INTJ && strings.EqualFold(s.Words[from].Form, "please") {
		return true
	}
	return imperative(s, from, to) && len(strings.Fields(c.Words.Of(r.a.Text))) > 2
}

// weakCue reports whether the cue is of thought or finding.
func (c *candidate) weakCue(r *reader) bool { return r.cueFrame(c)&(fWeak|fFinding) != 0 }

// addressee returns the group that a statement is said to, -1 for none.
func (r *reader) addressee(c *candidate) int {
	if c.verb < 0 || c.cueIn < 0 || r.cueFrame(c)&fTold == 0 {
		return -1
	}
	s := &r.a.Sentences[c.cueIn]
	if k := s.Kid(c.verb, "iobj", "obj"); k >= 0 {
		if g := r.a.GroupAt(c.cueIn, k); g >= 0 && g != c.Speaker.Group {
			return g
		}
	}
	return -1
}

// timeOf returns the date that hangs on the verb of saying, -1 for none.
func (r *reader) timeOf(c *candidate) int {
	if c.verb < 0 || c.cueIn < 0 {
		return -1
	}
	s := &r.a.Sentences[c.cueIn]
	for _, k := range s.Kids(c.verb) {
		if s.Is(k, "obl", "nmod", "advmod") {
			if d := r.a.DateAt(c.cueIn, k); len(d) > 0 && (s.Words[k].Start < c.Words.Start || s.Words[k].Start >= c.Words.End) {
				return d[len(d)-1]
			}
		}
	}
	return -1
}
