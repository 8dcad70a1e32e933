package attribution

import "strings"

// nominal is a verb whose content is a phrase. with is what must stand behind
// it, as of: the word that begins what follows, or a word further on.
type nominal struct {
	with    string // right behind the verb; "" for a noun phrase
	further string // must follow in the clause; "" for nothing
	heads   map[string]bool
	quoted  bool // a quotation follows further on
	frame   frame
}

var charges = words("accusation accusations allegation allegations claim claims charge charges report reports suggestion suggestions")

// nominals lists the verbs by their forms.
var nominals = func() map[string][]nominal {
	out := map[string][]nominal{}
	for _, row := range []struct {
		forms string
		n     nominal
	}{
		{"expressed voiced reaffirmed expresses expressing reaffirming", nominal{frame: says}},
		{"described describes describing characterised characterized", nominal{further: "as", frame: says}},
		{"accused accuses accusing", nominal{further: "of", frame: says}},
		{"called calls calling branded labelled labeled termed dubbed", nominal{quoted: true, frame: says}},
		{"called calls calling call", nominal{with: "on", further: "to", frame: bids | asks}},
		{"called calls calling call", nominal{with: "for", frame: asks}},
		{"appealed appeals appealing", nominal{with: "for", frame: asks}},
		{"appealed appeals appealing", nominal{with: "to", further: "to", frame: bids | asks}},
		{"warned warns warning", nominal{with: "of", frame: says}},
		{"warned warns warning", nominal{with: "against", frame: asks}},
		{"claimed claims claiming", nominal{heads: words("responsibility credit victory"), frame: says}},
		{"rejected rejects rejecting dismissed dismisses dismissing denied denies denying", nominal{heads: charges, frame: denies}},
	} {
		for f := range strings.FieldsSeq(row.forms) {
			out[f] = append(out[f], row.n)
		}
	}
	return out
}()

// moods are the adjectives that a clause with "that" follows: "is confident that".
var moods = words("concerned confident convinced sure certain aware afraid optimistic hopeful worried adamant")

// phrase reads a verb whose content is a phrase, at word i: "expressed readiness
// to help", "described Iran as safe", "called on them to leave".
func (r *reader) phrase(out []Statement, i int) []Statement {
	w := r.w[i]
	if moods[w.low] || w.low == "clear" {
		return r.mood(out, i)
	}
	for _, n := range nominals[w.s] {
		at := r.phraseStart(i, n)
		if at == 0 {
			continue
		}
		v := cueVerb{frame: n.frame, form: past, lemma: w.low}
		if strings.HasSuffix(w.low, "ing") {
			v.form = participle
		}
		g, skip := r.group(i, v)
		if skip {
			return out
		}
		sub := r.subject(g)
		if v.form == participle {
			sub = subject{a: -1, from: i, found: !zero(r.speaker) && r.at(i-1).s == ","}
			if m := r.mainSubject(i); !sub.found && m.found && r.at(i-1).s == "," {
				sub = m
			}
		}
		if !sub.found || sub.a >= 0 && r.at(sub.a).low == "you" {
			return out
		}
		end := r.end(i, at)
		if n.quoted {
			for k := at; k < end; k++ {
				if r.w[k].mark < 0 {
					end = k + 1
				}
			}
		}
		to := r.span(0, 0)
		if n.further == "to" {
			for k := at; k < end; k++ {
				if r.w[k].low == "to" {
					to = r.span(at, k)
					at = k
					break
				}
			}
		}
		c := r.content(at, end)
		if zero(c) {
			return out
		}
		s := r.statement(i, c, r.who(sub), v)
		s.Addressee = to
		if n.with != "" {
			s.Cue.End = r.w[i+1].end
		}
		if s.Form == Clause {
			s.Form = Phrase
			if n.further == "to" {
				s.Form = Infinitive
			}
		}
		return append(out, s)
	}
	return out
}

// phraseStart returns the first word of the phrase that n governs at word i, or 0.
func (r *reader) phraseStart(i int, n nominal) int {
	at := i + 1
	if n.with != "" {
		if r.at(at).low != n.with {
			return 0
		}
		at++
	}
	end := r.right(at)
	if at >= r.stop || end == at || r.at(at).class&objpron != 0 && n.further == "" {
		return 0
	}
	if n.heads != nil {
		for k := at; k < end; k++ {
			if n.heads[r.w[k].low] {
				return at
			}
		}
		return 0
	}
	if n.further == "" && !n.quoted {
		return at
	}
	for k := at + 1; k < i+reach/2 && k < r.stop; k++ {
		if n.quoted && r.w[k].mark > 0 || !n.quoted && r.w[k].low == n.further {
			return at
		}
		if r.w[k].s == "," || r.verbal(k, false) {
			break
		}
	}
	return 0
}

// mood reads "is confident that" and "made it clear that" at the adjective i.
func (r *reader) mood(out []Statement, i int) []Statement {
	g := i
	v := cueVerb{frame: thinks, form: base, lemma: r.w[i].low}
	for g > 0 && i-g < 4 && r.w[g-1].class&(adverb) != 0 && r.w[g-1].class&aux == 0 {
		g--
	}
	be := r.at(g - 1)
	if v.lemma == "clear" {
		if be.low == "it" {
			g--
			be = r.at(g - 1)
		}
		if be.low != "made" && be.low != "makes" && be.low != "make" {
			return out
		}
		v.frame = says
	} else {
		switch be.low {
		case "is", "are", "was", "were", "am", "been", "i'm", "i’m":
		default:
			return out
		}
	}
	at := i + 1
	switch {
	case r.at(at).low == "that":
		at++
	case r.at(at).class&prep != 0 || !r.plain(at, cueVerb{frame: that}):
		return out
	}
	g, skip := r.group(g-1, cueVerb{form: base})
	if skip {
		return out
	}
	sub := r.subject(g)
	if !sub.found || sub.a >= 0 && (r.at(sub.a).low == "you" || r.at(sub.a).low == "it") {
		return out
	}
	return append(out, r.forward(i, at, sub, v, r.span(0, 0))...)
}
