package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"briefline/app/analysis"
	"briefline/app/briefing"
	"briefline/app/card"
	txt "briefline/app/text"
)

// The card's measures, in bytes.
const (
	longestTitle = 130
	longestPoint = 320
	longestLead  = 420
)

// card makes the title, the bottom line, the key points, the figures and what is
// not known, all in the words of the source. What somebody claims is never a line
// without whoever claims it.
func (d *draft) card() {
	d.title()
	d.b.Genre = card.Genre(d.analysis)
	if d.x.foreign(d.source) {
		d.plainCard()
		return
	}
	chosen := card.Choose(d.x.points, d.cardInput())
	if chosen.Lead >= 0 {
		d.bottomLine(chosen.Lead)
	}
	for _, p := range chosen.Points {
		d.b.KeyPoints = append(d.b.KeyPoints, d.point(p))
	}
	d.figures()
	for _, i := range card.Unknown(d.analysis) {
		span := d.bare(i)
		d.b.Unknown = append(d.b.Unknown, briefing.Line{
			ID: d.id("", "unknown"), Text: d.lineText(i, longestPoint), Basis: briefing.BasisStated, Evidence: []briefing.Anchor{d.anchor(span)},
		})
	}
}

// plainCard shows of a text in a language that is not parsed its first sentence,
// and those that open a paragraph: the words of the source, chosen by nothing but
// their place. What stands between quotation marks is left out, since nobody can
// tell whose words they are.
func (d *draft) plainCard() {
	a := d.analysis
	const most, shortest = 3, 25 // points; bytes of a sentence
	for i := range a.Sentences {
		bare := d.bare(i)
		words := strings.TrimRight(d.source.Text[bare.Start:bare.End], `"'”’»)] `)
		last, _ := utf8.DecodeLastRuneInString(words)
		opens := i == 0 || a.Paragraph[i-1] != a.Paragraph[i]
		if a.Furniture[i] || i == a.Headline || len(words) < shortest || !strings.ContainsRune(".!。…؟।", last) ||
			strings.ContainsAny(words, `«»“”„"「」`) || d.b.BottomLine.Text != "" && !opens {
			continue
		}
		l := briefing.Line{Text: shorten(oneLine(d.source.Text[bare.Start:bare.End]), longestPoint), Basis: briefing.BasisStated,
			Evidence: []briefing.Anchor{d.anchor(bare)}}
		if d.b.BottomLine.Text == "" {
			l.ID = "bottom-line"
			d.b.BottomLine = l
			continue
		}
		l.ID = d.id("", "point")
		if d.b.KeyPoints = append(d.b.KeyPoints, l); len(d.b.KeyPoints) == most {
			return
		}
	}
}

// cardInput says of the draft what the choice of sentences rests on.
func (d *draft) cardInput() card.Input {
	in := card.Input{A: d.analysis, Genre: d.b.Genre}
	for i := range d.b.Events {
		e := card.Event{Confidence: d.b.Events[i].Confidence}
		for _, a := range d.b.Events[i].Evidence {
			if s := d.sentenceOf(a.Start); s >= 0 {
				e.Sentences = append(e.Sentences, s)
			}
		}
		in.Events = append(in.Events, e)
	}
	for k := range d.b.Statements {
		s := &d.b.Statements[k]
		for _, a := range s.Evidence[:min(1, len(s.Evidence))] {
			if i := d.sentenceOf(a.Start); i >= 0 {
				in.Said = append(in.Said, card.Said{Sentence: i, Span: txt.Span{Start: a.Start, End: a.End}, Direct: s.Direct, Known: s.Speaker != ""})
			}
		}
	}
	in.Named = func(i int) bool { return d.openingName(i, d.bare(i).Start) != "" }
	sides := map[int]string{} // of the first statement of each sentence
	for k := range d.b.Statements {
		s := &d.b.Statements[k]
		if len(s.Evidence) == 0 {
			continue
		}
		if p := d.b.ParticipantByID(s.Speaker); p != nil {
			if i := d.sentenceOf(s.Evidence[0].Start); i >= 0 {
				if _, told := sides[i]; !told {
					sides[i] = p.Side
				}
			}
		}
	}
	in.Side = func(i int) string { return sides[i] }
	return in
}

// title is the article's headline, else its first sentence shortened and marked
// as made.
func (d *draft) title() {
	l := briefing.Line{ID: "title", Basis: briefing.BasisStated}
	switch {
	case d.source.Headline != "":
		l.Text = oneLine(d.source.Headline)
		if at := d.head.headline; at.End > 0 && oneLine(d.source.Text[at.Start:at.End]) == l.Text {
			l.Evidence = []briefing.Anchor{d.anchor(at)}
		} else if i := strings.Index(d.source.Text, d.source.Headline); i >= 0 {
			l.Evidence = []briefing.Anchor{d.anchor(briefing.Span{Start: i, End: i + len(d.source.Headline)})}
		} else {
			// A page's title stands in its head, not in the text: the first
			// sentence carries it.
			l.Note = d.text("draft.title.page", "origin", d.article.Headline.Origin)
			l.Evidence = []briefing.Anchor{d.anchor(d.firstSentence())}
		}
	default:
		l.Basis, l.Note = briefing.BasisInferred, d.text("draft.title.made")
		at := d.firstSentence()
		l.Text = d.madeTitle(at)
		l.Evidence = []briefing.Anchor{d.anchor(at)}
	}
	if l.Text == "" { // nothing but marks
		l.Text = d.text("draft.title.none")
	}
	d.b.Title = l
}

// firstSentence is the first sentence of the body, without an agency's mark
// before it.
func (d *draft) firstSentence() briefing.Span {
	for _, s := range d.sentences {
		if s.End > d.head.body {
			return briefing.Span{Start: max(s.Start, min(d.head.body, s.End-1)), End: s.End}
		}
	}
	if len(d.sentences) > 0 {
		return d.sentences[0]
	}
	return briefing.Span{End: len(d.source.Text)}
}

// madeTitle shortens a sentence. Where the sentence is somebody's claim the title
// begins with whose: "Abdolreza Rahmani Fazli: Iran does not accept …".
func (d *draft) madeTitle(at briefing.Span) string {
	for k := range d.b.Statements {
		s := &d.b.Statements[k]
		if len(s.Evidence) == 0 {
			continue
		}
		e := s.Evidence[0]
		if e.Start >= at.Start && e.End <= at.End && (e.End-e.Start)*2 > at.End-at.Start {
			words := strings.TrimRight(oneLine(e.Exact), ".")
			return shorten(d.text("draft.title.claim", "who", d.who(s), "words", capital(words)), longestTitle)
		}
	}
	return capital(shorten(strings.TrimRight(oneLine(d.source.Text[at.Start:at.End]), "."), longestTitle))
}

// who names the speaker of a statement: the name, and the side where that is
// another.
func (d *draft) who(s *briefing.Statement) string {
	p := d.b.ParticipantByID(s.Speaker)
	if p == nil {
		return d.text("draft.speaker.unknown")
	}
	if side := d.b.ParticipantByID(p.Side); side != nil && side.ID != p.ID && !strings.Contains(p.Name, side.Name) {
		return d.text("draft.speaker.of", "name", p.Name, "side", side.Name)
	}
	return p.Name
}

// shorten cuts words at a blank so that they fit, with "…" for what is left out.
func shorten(words string, most int) string {
	if len(words) <= most {
		return words
	}
	cut := strings.LastIndexByte(words[:most-len("…")], ' ')
	if cut < most/2 { // no blank: at a character
		cut = most - len("…")
		for cut > 0 && !utf8.RuneStart(words[cut]) {
			cut--
		}
	}
	return strings.TrimRight(words[:cut], " ,;:–—-") + "…"
}

// bottomLine sets the sentence that tells what happened.
func (d *draft) bottomLine(i int) {
	d.b.BottomLine = briefing.Line{
		ID: "bottom-line", Text: d.lineText(i, longestLead), Basis: briefing.BasisStated,
		Evidence: []briefing.Anchor{d.anchor(d.bare(i))},
	}
}

// point sets a sentence as a key point. One that is nothing but somebody's words
// begins with whose they are.
func (d *draft) point(p card.Point) briefing.Line {
	l := briefing.Line{ID: d.id("", "point"), Basis: briefing.BasisStated, Evidence: []briefing.Anchor{d.anchor(d.bare(p.Sentence))},
		Text: d.lineText(p.Sentence, longestPoint), Confidence: rounded(p.Confidence)}
	if p.Confidence < .5 {
		l.Doubts = []briefing.Doubt{briefing.DoubtLowScore}
	}
	_, keep := d.cutLine(p.Sentence, longestPoint)
	if s := d.unattributed(p.Sentence, keep); s != nil {
		l.Stress = d.who(s)
	}
	return l
}

// rounded keeps two digits of a confidence: more would only look exact.
func rounded(x float64) float64 { return float64(int(x*100+.5)) / 100 }

// unattributed returns the statement that most of the kept words of a sentence
// are, so that the line must say whose they are; nil where they name the speaker,
// or nobody is known to speak.
func (d *draft) unattributed(i int, kept briefing.Span) *briefing.Statement {
	for k := range d.b.Statements {
		s := &d.b.Statements[k]
		here := slices.IndexFunc(s.Evidence, func(x briefing.Anchor) bool { return d.sentenceOf(x.Start) == i })
		if s.Speaker == "" || here < 0 {
			continue
		}
		at, p := s.Evidence[here], d.b.ParticipantByID(s.Speaker)
		named := slices.ContainsFunc(p.Evidence, func(m briefing.Anchor) bool {
			return m.Start >= kept.Start && m.End <= kept.End && (m.End <= at.Start || m.Start >= at.End)
		})
		if by := d.statements[d.statementAt[k]].Speaker.Span; by.End > 0 && by.Start >= kept.Start && by.End <= kept.End && (by.End <= at.Start || by.Start >= at.End) {
			named = true // the words that name the speaker stand there, under whatever name
		}
		if !named && 2*(min(at.End, kept.End)-at.Start) > kept.End-kept.Start {
			return s
		}
	}
	return nil
}

// lineText is a sentence as a line of the card: without what stands before its
// first word, cut at a clause bound where it is too long, its opening pronoun
// named, quotation marks that it leaves open closed. Where it is nothing but
// somebody's words, it begins with whose.
func (d *draft) lineText(i, most int) string {
	text, keep := d.cutLine(i, most)
	if s := d.unattributed(i, keep); s != nil {
		return d.text("draft.point", "who", d.who(s), "words", text)
	}
	return text
}

// cutLine is lineText without the speaker, and which words of the text it keeps.
func (d *draft) cutLine(i, most int) (string, briefing.Span) {
	s := &d.analysis.Sentences[i]
	bare := d.bare(i)
	keep, cut := card.Cut(s, d.source.Text, most+bare.Start-s.Start)
	keep.Start = max(keep.Start, bare.Start)
	words := oneLine(d.source.Text[keep.Start:keep.End])
	if name := d.openingName(i, keep.Start); name != "" {
		_, rest, _ := strings.Cut(words, " ")
		words = "[" + name + "] " + rest
	}
	words = strings.TrimRight(words, ",;: ")
	if cut {
		words += "…"
	}
	return shorten(closeQuotes(asSentence(words)), most+40), keep
}

// openingName is the name that a sentence's opening pronoun stands for, where
// that is sure; empty otherwise. A possessive pronoun keeps its place.
func (d *draft) openingName(i, start int) string {
	s := &d.analysis.Sentences[i]
	k := s.At(start)
	if k < 0 || s.Words[k].POS != "PRON" || s.Words[k].Feat("Poss") == "Yes" || s.Words[k].Feat("Person") != "3" {
		return ""
	}
	g := d.analysis.GroupAt(i, k)
	if g < 0 || !d.analysis.Groups[g].Named {
		return ""
	}
	const sure = .7
	for _, m := range d.analysis.Groups[g].Mentions {
		if m.Sentence == i && m.Head == k && m.Form == analysis.Pronoun && m.Sure >= sure {
			return d.analysis.Groups[g].Name
		}
	}
	return ""
}

// closeQuotes adds the mark that a line leaves open or that it only closes, with
// an ellipsis for the words on the other side.
func closeQuotes(words string) string {
	for _, pair := range [][2]string{{"“", "”"}, {"«", "»"}, {"„", "“"}} {
		open, shut := strings.Count(words, pair[0]), strings.Count(words, pair[1])
		if pair[0] == "„" && open == 0 {
			continue
		}
		switch {
		case open == shut+1 && strings.LastIndex(words, pair[0]) > strings.LastIndex(words, pair[1]):
			return words + pair[1]
		case shut == open+1 && (open == 0 || strings.Index(words, pair[1]) < strings.Index(words, pair[0])):
			return pair[0] + words
		}
	}
	if strings.Count(words, `"`)%2 == 1 {
		at := strings.IndexByte(words, '"')
		if at > 0 && words[at-1] == ' ' || at == 0 { // it opens
			return words + `"`
		}
		return `"` + words
	}
	return words
}

// bare is a sentence without the dateline or mark before it.
func (d *draft) bare(i int) briefing.Span {
	s := d.sentences[i]
	if s.Start < d.head.body && d.head.body < s.End {
		s.Start = d.head.body
		return s
	}
	if line := d.analysis.Dateline; s.Start <= line.Start && line.End > s.Start && line.End < s.End {
		s.Start = line.End
		return s
	}
	if s.Start > d.head.body { // the dateline may follow a summary
		inner := head{body: s.Start}
		inner.readDateline(d.source.Text)
		if s.Start < inner.body && inner.body < s.End {
			s.Start = inner.body
		}
	}
	return s
}
