package speech

import (
	"regexp"
	"strings"

	"briefline/app/analysis"
	txt "briefline/app/text"
)

// structure gives the sentences of an interview, a speech or a transcript to
// their voices. What comes before them is prose.
func (r *reader) structure() {
	switch r.a.Talk {
	case analysis.Labels:
		r.labels()
	case analysis.Interview:
		r.interview()
	case analysis.Speech:
		r.speech()
	}
}

// voice is who speaks a stretch of talk: a group, or words of the page.
type voice struct {
	group int
	named txt.Span
	how   How
	part  Part
}

// give adds the sentences of a stretch as the words of a voice.
func (r *reader) give(at txt.Span, v voice, rule Rule) {
	for i := r.a.SentenceAt(at.Start); i >= 0 && i < len(r.a.Sentences) && r.a.Sentences[i].Start < at.End; i++ {
		s := r.a.Sentences[i].Span
		s.Start, s.End = max(s.Start, at.Start), min(s.End, at.End)
		if i == r.a.Headline || r.a.Furniture[i] {
			continue
		}
		r.talk[i] = true
		words := r.trim(s)
		if words.Start >= words.End || !strings.ContainsAny(words.Of(r.a.Text), " ") {
			continue
		}
		c := candidate{sentence: i, cueIn: -1, verb: -1, subject: -1, quote: -1, group: v.group, named: v.named}
		c.Speaker.How, c.Speaker.Part = v.how, v.part
		r.add(c, rule, words)
	}
}

// labels reads a transcript: each paragraph is its label's until the next one.
func (r *reader) labels() {
	all := r.a.Labels()
	voices := map[string]voice{}
	for n, l := range all {
		name := l.Span.Of(r.a.Text)
		v, ok := voices[name]
		if !ok {
			v = r.labelled(l.Span)
			if g := r.presents(l.Words); g >= 0 {
				v = voice{group: g, how: ByLabel}
			}
			voices[name] = v
		}
		r.give(l.Words, v, Label)
		until := r.a.Paragraphs()
		if n+1 < len(all) {
			until = all[n+1].Paragraph
		}
		for p := l.Paragraph + 1; p < until; p++ {
			r.give(r.a.ParagraphSpan(p), v, Label)
		}
	}
}

var thisIs = regexp.MustCompile(`(?:\b[Tt]his is |\b[Mm]y name is |\bI am |\bI['’]m )`)

// presents returns the person as whom a voice presents itself: "This is Ann Reed."
// -1 for none.
func (r *reader) presents(at txt.Span) int {
	for _, m := range thisIs.FindAllStringIndex(at.Of(r.a.Text), 3) {
		if start := at.Start + m[1]; r.nameAt(start) {
			return r.personIn(txt.Span{Start: start, End: start + 1})
		}
	}
	return -1
}

// labelled is the voice of a label: the group that its words name, or have as an
// office; else the label's own words. "Q" and "A" name nobody.
func (r *reader) labelled(at txt.Span) voice {
	words := at.Of(r.a.Text)
	if g, ok := r.names[fold(words)]; ok {
		return voice{group: g, how: ByLabel}
	}
	if len(words) <= 1 {
		if words == "A" {
			return r.mainVoice(Answerer)
		}
		return voice{group: -1, how: ByVoice, part: Asker}
	}
	bare := strings.TrimPrefix(strings.TrimPrefix(words, "THE "), "The ")
	for g := range r.a.Groups {
		for _, role := range r.a.Groups[g].Roles {
			if strings.EqualFold(role.Words, bare) {
				return voice{group: g, how: ByRole}
			}
		}
	}
	return voice{group: -1, named: at, how: ByLabel}
}

// interview reads paragraphs of questions and answers, from the first question
// on.
func (r *reader) interview() {
	asker, answer := r.asker(), r.mainVoice(Answerer)
	begun := false
	for p := 0; p < r.a.Paragraphs(); p++ {
		at := r.a.ParagraphSpan(p)
		line := at.Of(r.a.Text)
		question := strings.HasSuffix(line, "?") && r.a.Quoted(at.End-1) < 0
		begun = begun || p > 0 && (question || r.firstPerson(at))
		if !begun || !strings.ContainsAny(line[len(line)-1:], ".!?)\"'") && !strings.HasSuffix(line, "”") && !strings.HasSuffix(line, "…") {
			continue
		}
		if question {
			r.give(at, asker, Answer)
		} else {
			r.give(at, answer, Answer)
		}
	}
}

// speech gives the text behind the headline to its one voice.
func (r *reader) speech() {
	v := r.mainVoice(Orator)
	from := len(r.a.Text)
	if len(r.a.Lead) > 0 {
		from = r.a.Sentences[r.a.Lead[0]].Start
	}
	if r.a.Dateline.End > from {
		from = r.a.Dateline.End
	}
	for p := 0; p < r.a.Paragraphs(); p++ {
		at := r.a.ParagraphSpan(p)
		at.Start = max(at.Start, from)
		if at.Start < at.End && strings.ContainsAny(at.Of(r.a.Text), ".!?") {
			r.give(at, v, Voice)
		}
	}
}

var (
	interviewed = regexp.MustCompile(`(?i:interview(?:ed|s|ing)?(?: with| of)?|spoke (?:to|with)|talked (?:to|with)|sat down with|caught up with|chatted with|conversation with|speaks? (?:to|with)|talks? (?:to|with)|q&a with)\s+`)
	remarksBy   = regexp.MustCompile(`(?i:remarks|address|speech|statement|lecture|letter|message|testimony)(?: delivered| given)? (?i:by|of|from)\s+`)
	iAm         = regexp.MustCompile(`(?:\bI, |\b[Mm]y name is |\bI am |\bI['’]m )`)
)

// mainVoice is who answers an interview or holds a speech, as the headline, the
// introduction or a signature names them; else nobody: the person named most is
// as often spoken of.
func (r *reader) mainVoice(part Part) voice {
	const how = ByVoice
	head := ""
	headStart := 0
	if r.a.Headline >= 0 {
		headStart = r.a.Sentences[r.a.Headline].Start
		head = r.a.Sentences[r.a.Headline].Of(r.a.Text)
	}
	if g := r.personIn(txt.Span{Start: headStart, End: headStart + len(head)}); g >= 0 && (part == Orator || r.standsAlone(g, r.a.Headline)) {
		return voice{group: g, how: how}
	}
	const intro = 1200 // bytes
	opening := r.a.Text[:min(len(r.a.Text), intro)]
	for _, rule := range []*regexp.Regexp{interviewed, remarksBy, iAm} {
		for _, m := range rule.FindAllStringIndex(opening, 4) {
			if g := r.personIn(txt.Span{Start: m[1], End: min(len(opening), m[1]+110)}); g >= 0 && (rule != iAm || r.nameAt(m[1])) {
				return voice{group: g, how: how}
			}
		}
	}
	for g := range r.a.Groups { // "Ann Reed's inaugural address"
		for _, m := range r.a.Groups[g].Mentions {
			if r.a.Groups[g].Kind == analysis.Person && r.a.Groups[g].Named && m.Form == analysis.Name && m.Span.End < len(opening) && ofSpeech.MatchString(opening[m.Span.End:]) {
				return voice{group: g, how: how}
			}
		}
	}
	if part == Answerer { // the introduction of an interview presents who answers
		until := r.firstTalk()
		if g := r.personIn(txt.Span{Start: headStart + len(head), End: min(until, len(opening))}); g >= 0 {
			return voice{group: g, how: how}
		}
	}
	if n := r.a.Paragraphs(); n > 1 {
		last := r.a.ParagraphSpan(n - 1)
		if len(strings.Fields(last.Of(r.a.Text))) <= 6 {
			if g := r.personIn(last); g >= 0 {
				return voice{group: g, how: how}
			}
		}
	}
	return voice{group: -1, how: how, part: part}
}

var ofSpeech = regexp.MustCompile(`^['’]s (?:\p{L}+ ){0,3}(?i:speech|address|remarks|statement|lecture|letter|testimony)`)

// standsAlone reports whether a person is named in a sentence by other than a
// modifier: the "Reed cocktail" is not Reed.
func (r *reader) standsAlone(g, sentence int) bool {
	s := &r.a.Sentences[sentence]
	for _, m := range r.a.Groups[g].Mentions {
		if m.Sentence == sentence && m.Head >= 0 && !s.Is(m.Head, "compound", "nmod:poss", "amod") {
			return true
		}
	}
	return false
}

// firstPerson reports whether a stretch says I, we or you outside of quotations.
func (r *reader) firstPerson(at txt.Span) bool {
	for i := r.a.SentenceAt(at.Start); i >= 0 && i < len(r.a.Sentences) && r.a.Sentences[i].Start < at.End; i++ {
		s := &r.a.Sentences[i]
		for k := range s.Words {
			if firstOrSecond(&s.Words[k]) && r.a.Quoted(s.Words[k].Start) < 0 {
				return true
			}
		}
	}
	return false
}

// firstTalk is where the first question stands, or the first paragraph that says I
// or you.
func (r *reader) firstTalk() int {
	for p := 1; p < r.a.Paragraphs(); p++ {
		at := r.a.ParagraphSpan(p)
		if strings.HasSuffix(at.Of(r.a.Text), "?") || r.firstPerson(at) {
			return at.Start
		}
	}
	return len(r.a.Text)
}

// nameAt reports whether a name begins at a byte.
func (r *reader) nameAt(at int) bool {
	for _, n := range r.a.Names {
		if n.Start == at {
			return true
		}
	}
	return false
}

// personIn returns the first person that a stretch names, -1 for none.
func (r *reader) personIn(at txt.Span) int {
	best, where := -1, at.End
	for g := range r.a.Groups {
		if r.a.Groups[g].Kind != analysis.Person || !r.a.Groups[g].Named {
			continue
		}
		for _, m := range r.a.Groups[g].Mentions {
			if m.Form == analysis.Name && m.Span.Start >= at.Start && m.Span.Start < where {
				best, where = g, m.Span.Start
			}
		}
	}
	return best
}

// asker is who asks in an interview: whom the text calls its interviewer, or the
// paper that it names; else nobody.
func (r *reader) asker() voice {
	for g := range r.a.Groups {
		for _, role := range r.a.Groups[g].Roles {
			if strings.EqualFold(role.Words, "interviewer") {
				return voice{group: g, how: ByRole}
			}
		}
	}
	for g := range r.a.Groups {
		x := &r.a.Groups[g]
		if x.Agency || x.Kind == analysis.Organisation && r.w.bodies.Has(strings.ToLower(lastWord(x.Name)), "media") {
			return voice{group: g, how: ByVoice}
		}
	}
	return voice{group: -1, how: ByVoice, part: Asker}
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }
