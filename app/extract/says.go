package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefline/app/briefing"
	"briefline/app/speech"
)

// says makes the statements: the source's own words, with who says them.
func (d *draft) says() {
	for i := range d.statements {
		s := &d.statements[i]
		at := d.withCue(s)
		words := d.sentence(at, briefing.Span(s.Rest))
		if words == "" {
			continue
		}
		out := briefing.Statement{
			ID: d.id("", "statement"), Speaker: d.speaker(&s.Speaker), Kind: s.Kind, Words: words, Direct: s.Direct,
			Basis: briefing.BasisStated, Evidence: []briefing.Anchor{d.anchor(briefing.Span(s.Words))}, Confidence: s.Sure,
		}
		if s.Speaker.Known() {
			out.Confidence *= s.Speaker.Sure
		}
		for _, doubt := range s.Doubts {
			out.Doubts = append(out.Doubts, briefing.Doubt(doubt))
		}
		if s.Addressee >= 0 && d.entityID[s.Addressee] != out.Speaker {
			out.Addressee = d.entityID[s.Addressee]
		}
		if s.Date >= 0 {
			out.Date = dating(d.source, d.dates[s.Date])
		}
		if s.Rest.End > 0 {
			out.Evidence = append(out.Evidence, d.anchor(briefing.Span(s.Rest)))
		}
		if at != briefing.Span(s.Words) {
			out.Evidence = append([]briefing.Anchor{d.anchor(at)}, out.Evidence...)
		}
		// Who speaks may be named in another sentence.
		if named := briefing.Span(s.Speaker.Span); named.End > 0 && d.sentenceOf(named.Start) != d.sentenceOf(s.Words.Start) {
			out.Evidence = append(out.Evidence, d.anchor(named))
		}
		d.b.Statements = append(d.b.Statements, out)
		d.statementAt = append(d.statementAt, i)
	}
	d.told = d.tellings()
}

// withCue is the words of a statement, and before them the cue where the words
// alone would say something else: "denied that the delay had been political" is
// no claim that it had been, and "to publish the contract" nobody's words.
func (d *draft) withCue(s *speech.Statement) briefing.Span {
	const near = 160 // bytes: between the two stands who was urged
	if !s.WithCue || s.Cue.End == 0 || s.Cue.Start >= s.Words.Start || s.Words.Start-s.Cue.End > near {
		return briefing.Span(s.Words)
	}
	return briefing.Span{Start: s.Cue.Start, End: s.Words.End}
}

// speaker returns the participant who says a statement; empty when it is not
// known. Whom the article only describes becomes one here.
func (d *draft) speaker(s *speech.Speaker) string {
	if s.Group >= 0 {
		id := d.entityID[s.Group]
		if p := d.b.ParticipantByID(id); p != nil && p.Kind == briefing.KindPlace {
			return ""
		}
		return id
	}
	if s.Part != speech.NoPart {
		return d.voice(s.Part)
	}
	if s.Name == "" || s.Span.End == 0 {
		return ""
	}
	return d.unnamed(briefing.Span(s.Span))
}

// voice makes a participant of the voice of an interview or a speech whom the text
// does not name: "the speaker".
func (d *draft) voice(part speech.Part) string {
	if id := d.voices[part]; id != "" {
		return id
	}
	id := map[speech.Part]string{speech.Orator: "draft.voice.speaker", speech.Asker: "draft.voice.asker", speech.Answerer: "draft.voice.answerer"}[part]
	p := briefing.Participant{
		ID: d.id("", "voice"), Kind: briefing.KindPerson, Name: d.text(id), Basis: briefing.BasisInferred,
		Doubts: []briefing.Doubt{briefing.Doubt(speech.DoubtVoice)},
	}
	for i := range d.statements {
		if d.statements[i].Speaker.Part == part {
			p.Evidence = append(p.Evidence, d.anchor(briefing.Span(d.statements[i].Words)))
			break
		}
	}
	if d.voices == nil {
		d.voices = map[speech.Part]string{}
	}
	d.voices[part] = p.ID
	d.b.Participants = append(d.b.Participants, p)
	return p.ID
}

// unnamed makes a participant of a speaker whom the article only describes:
// "local officials". A pronoun that leads to nobody makes none.
func (d *draft) unnamed(at briefing.Span) string {
	words := oneLine(d.source.Text[at.Start:at.End])
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
			at := d.anchor(at)
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
		Evidence: []briefing.Anchor{d.anchor(at)},
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
