package attribution

import (
	"strings"

	"briefline/app/briefing"
)

// signs are the words that tell a kind, in lower case with a blank to each side
// where a word begins or ends. The first group that has one decides; what a
// later group has is the second kind.
var signs = []struct {
	kind  briefing.StatementKind
	words []string
}{
	{briefing.StatementOffer, []string{
		" ready to ", " prepared to ", " willing to ", " readiness ", " preparedness ", " willingness ", " offered to ", " offers to ", " an offer ",
		" will help ", " will support ", " will assist ", " will stand by ", " will provide ", " will cooperate ", " will share ", " would help ", " would support ",
	}},
	{briefing.StatementAgreement, nil}, // see agreement
	{briefing.StatementRequest, []string{
		" interested in ", " interest in ", " priority ", " priorities ", " calls on ", " called on ", " call on ", " calls for ", " called for ", " call for ",
		" urge ", " urges ", " urged ", " demand ", " demands ", " demanded ", " want to ", " wants to ", " asks for ", " we ask ", " appeal to ",
		" is of great importance ", " of great importance ", " has sought ", " have sought ", " seeks ", " we seek ", " hopes to ", " hope to ", " wishes to ",
		" should ", " please ", " needs to ", " need to ",
	}},
	{briefing.StatementDenial, []string{
		" by no means ", " rejects the accusation", " rejected the accusation", " rejects accusation", " rejected accusation",
		" rejects the allegation", " rejected the allegation", " rejects allegation", " rejected allegation", " is not true ", " no truth ",
		" had nothing to do with ", " has nothing to do with ", " had no part in ", " has no part in ",
	}},
}

var agreementNouns = []string{" agreement", " accord ", " treaty ", " pact ", " memorandum ", " ceasefire ", " truce "}
var agreementSigns = []string{" sign ", " signed ", " signing ", " second ", " third ", " new ", " thenew ", " agreed ", " reached ", " concluded ", " ratified "}

// kindOf returns what a speaker does with the words, and a second kind or "".
// The sides play no part in it, nor does the verb of saying, unless it governs
// an infinitive or names the act: to ask, to deny, to agree.
func kindOf(content string, v cueVerb) (kind, also briefing.StatementKind) {
	var found []briefing.StatementKind
	add := func(k briefing.StatementKind) {
		for _, f := range found {
			if f == k {
				return
			}
		}
		found = append(found, k)
	}
	switch {
	case v.frame&denies != 0:
		add(briefing.StatementDenial)
	case v.lemma == "agree":
		add(briefing.StatementAgreement)
	case v.lemma == "offer", v.lemma == "promise", v.lemma == "pledge", v.lemma == "vow":
		add(briefing.StatementOffer)
	case v.frame&asks != 0:
		add(briefing.StatementRequest)
	}
	low := plainWords(content)
	for _, g := range signs {
		if g.kind == briefing.StatementAgreement {
			if hasAny(low, agreementNouns) && hasAny(low, agreementSigns) {
				add(g.kind)
			}
			continue
		}
		if hasAny(low, g.words) {
			add(g.kind)
		}
	}
	switch len(found) {
	case 0:
		return briefing.StatementClaim, ""
	case 1:
		if found[0] == briefing.StatementRequest {
			return found[0], briefing.StatementClaim
		}
		return found[0], ""
	}
	return found[0], found[1]
}

// plainWords returns the first words of s in lower case, with one blank around
// each and no marks.
func plainWords(s string) string {
	const enough = 600
	if len(s) > enough {
		s = s[:enough]
	}
	var b strings.Builder
	b.WriteByte(' ')
	blank := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'A' <= c && c <= 'Z':
			b.WriteByte(c + 'a' - 'A')
			blank = false
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c >= 0x80 || c == '-' || c == '\'':
			b.WriteByte(c)
			blank = false
		case !blank:
			b.WriteByte(' ')
			blank = true
		}
	}
	if !blank {
		b.WriteByte(' ')
	}
	return b.String()
}

func hasAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// split parts the content of s, the words [at, end), where a clause behind ",
// but" is of another kind that asks or offers: "he is not seeking war, but he
// will help whoever asks".
func (r *reader) split(s Statement, at, end int, v cueVerb) []Statement {
	for k := at + 3; k < end-3 && r.budget > 0; k++ {
		if r.w[k].s != "," || r.w[k].quote >= 0 || r.w[k+1].low != "but" && r.w[k+1].low != "and" {
			continue
		}
		if !r.clauseAfter(k + 2) {
			continue
		}
		c, d := r.content(at, k), r.content(k+2, end)
		k1, a1 := kindOf(r.text[c.Start:c.End], v)
		k2, a2 := kindOf(r.text[d.Start:d.End], v)
		if k1 == k2 || k2 != briefing.StatementOffer && k2 != briefing.StatementRequest && k1 != briefing.StatementOffer {
			continue
		}
		t := s
		s.Content, s.Kind, s.Also = c, k1, a1
		t.Content, t.Kind, t.Also = d, k2, a2
		return []Statement{s, t}
	}
	return []Statement{s}
}
