package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefline/app/attribution"
	"briefline/app/briefing"
)

// says makes the statements: the source's own words, with who says them.
func (d *draft) says() {
	for i, s := range d.statements {
		at := d.withCue(s)
		words := d.sentence(at, s.Rest)
		switch {
		case words == "":
			continue
		case s.Nested: // what somebody says that another says stands in the other's words
			continue
		case s.Content.End <= d.head.body && s.Content.Start >= d.head.headline.Start && d.head.headline.End > 0:
			continue // a headline tells in short what the text tells
		}
		out := briefing.Statement{
			ID: d.id("", "statement"), Speaker: d.speaker(s.Speaker), Kind: s.Kind, Words: words, Direct: s.Direct,
			Basis: briefing.BasisStated, Evidence: []briefing.Anchor{d.anchor(at)},
		}
		if to := d.speaker(s.Addressee); to != out.Speaker {
			out.Addressee = to
		}
		if s.Rest.End > 0 {
			out.Evidence = append(out.Evidence, d.anchor(s.Rest))
		}
		// Who speaks may be named in another sentence.
		if s.Speaker.End > 0 && d.sentenceOf(s.Speaker.Start) != d.sentenceOf(s.Content.Start) {
			out.Evidence = append(out.Evidence, d.anchor(s.Speaker))
		}
		// Nobody of the list, yet the source names somebody: "a witness", "officials".
		if out.Speaker == "" && s.Speaker.End > 0 {
			out.Speaker = d.unnamed(s)
		}
		d.b.Statements = append(d.b.Statements, out)
		d.statementAt = append(d.statementAt, i)
	}
	d.told = d.tellings()
}

// withCue is the content of a statement, and before it the cue where the content
// alone would say something else: "denied that the delay had been political" is
// no claim that it had been, and "to publish the contract" nobody's words.
func (d *draft) withCue(s attribution.Statement) briefing.Span {
	const near = 120 // bytes: between the two stands who was urged
	if s.Form != attribution.Infinitive && s.Form != attribution.Phrase && !(s.Kind == briefing.StatementDenial && s.Form == attribution.Clause && d.denies(s.Cue)) {
		return s.Content
	}
	if s.Cue.End == 0 || s.Cue.End > s.Content.Start || s.Content.Start-s.Cue.End > near || s.Speaker.Start >= s.Cue.End && s.Speaker.End <= s.Content.Start {
		return s.Content
	}
	return briefing.Span{Start: s.Cue.Start, End: s.Content.End}
}

// denies reports whether a cue turns what it governs into its contrary.
func (d *draft) denies(cue briefing.Span) bool {
	for w := range strings.FieldsSeq(strings.ToLower(d.source.Text[cue.Start:cue.End])) {
		switch strings.TrimRight(w, ",") {
		case "deny", "denies", "denied", "denying", "reject", "rejects", "rejected", "rejecting", "dismiss", "dismissed",
			"dismisses", "dismissing", "refute", "refuted", "refutes", "refuting", "dispute", "disputed", "disputes",
			"disputing", "doubt", "doubts", "doubted", "doubting":
			return true
		}
	}
	return false
}

// unnamed makes a participant of a speaker whom the article only describes:
// "local officials". A pronoun that leads to nobody makes none.
func (d *draft) unnamed(s attribution.Statement) string {
	words := oneLine(d.source.Text[s.Speaker.Start:s.Speaker.End])
	low := strings.ToLower(words)
	if pronouns[low] || utf8.RuneCountInString(words) > 80 {
		return ""
	}
	bare := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(low, "the "), "a "), "an ")
	for i := range d.b.Participants {
		p := &d.b.Participants[i]
		if strings.EqualFold(p.Name, words) || strings.EqualFold(p.Name, bare) {
			if p.Kind == briefing.KindPlace {
				return ""
			}
			at := d.anchor(s.Speaker)
			for _, have := range p.Evidence {
				if have.Start == at.Start && have.End == at.End {
					return p.ID
				}
			}
			p.Evidence = append(p.Evidence, at)
			return p.ID
		}
	}
	kind := briefing.KindGroup
	if strings.HasPrefix(low, "a ") || strings.HasPrefix(low, "an ") || strings.HasPrefix(low, "one ") {
		kind = briefing.KindPerson
	}
	name := words[len(words)-len(bare):]
	p := briefing.Participant{
		ID: d.id(name, "participant"), Kind: kind, Name: capital(name), Basis: briefing.BasisStated,
		Evidence: []briefing.Anchor{d.anchor(s.Speaker)},
	}
	d.b.Participants = append(d.b.Participants, p)
	return p.ID
}

var pronouns = set(`he she it they we i you who which that this one his her their him them himself herself themselves
	another others some many both it’s`)

// sentence sets words of the text as a sentence: one line, a capital letter, a
// stop. Nothing else is changed. rest is what goes on behind "he said"; zero for
// none.
func (d *draft) sentence(at, rest briefing.Span) string {
	words := d.source.Text[at.Start:at.End]
	if rest.End > 0 {
		words = strings.TrimRight(words, " ,") + ", " + strings.TrimLeft(d.source.Text[rest.Start:rest.End], " ,")
	}
	return asSentence(words)
}

func asSentence(words string) string {
	words = strings.TrimRight(oneLine(words), ",;: ")
	if words == "" {
		return ""
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(words, `"'”’»)`))
	if !strings.ContainsRune(".!?…", last) {
		words += "."
	}
	return capital(words)
}

// capital sets the first letter of words in capitals; what begins with an inner
// capital ("eBay") stays.
func capital(words string) string {
	r, size := utf8.DecodeRuneInString(words)
	first, _, _ := strings.Cut(words, " ")
	if !unicode.IsLower(r) || strings.IndexFunc(first[size:], unicode.IsUpper) >= 0 {
		return words
	}
	return string(unicode.ToUpper(r)) + words[size:]
}
