package extract

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"briefline/app/briefing"
	"briefline/app/coref"
	token "briefline/app/text"
)

// The card's measures, in bytes.
const (
	longestTitle = 130
	longestPoint = 240
	longestLead  = 420
	mostPoints   = 5
)

// card makes the title, the bottom line and the key points, all in the words of
// the source. What somebody claims is never a line without whoever claims it.
func (d *draft) card() {
	d.title()
	lead := d.bottomLine()
	d.keyPoints(lead)
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
	for k, i := range d.statementAt {
		s := d.statements[i]
		if s.Content.Start >= at.Start && s.Content.End <= at.End && (s.Content.End-s.Content.Start)*2 > at.End-at.Start {
			who := d.who(&d.b.Statements[k])
			words := strings.TrimRight(oneLine(d.source.Text[s.Content.Start:s.Content.End]), ".")
			return shorten(d.text("draft.title.claim", "who", who, "words", capital(words)), longestTitle)
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

// bottomLine is the sentence that says most: whom it names, what happened, how
// near the top it stands. It returns the sentence's index.
func (d *draft) bottomLine() int {
	best, at := 0.0, -1
	weights := d.weights()
	for i, w := range weights {
		const top = 6 // sentences: below, nothing is the lead
		if i >= top && at >= 0 {
			break
		}
		if w > best {
			best, at = w, i
		}
	}
	if at < 0 {
		return -1
	}
	span := d.bare(at)
	d.b.BottomLine = briefing.Line{
		ID: "bottom-line", Text: shorten(d.sentence(span, briefing.Span{}), longestLead), Basis: briefing.BasisStated,
		Evidence: []briefing.Anchor{d.anchor(span)},
	}
	return at
}

// bare is a sentence without the dateline or mark before it.
func (d *draft) bare(i int) briefing.Span {
	s := d.sentences[i]
	if s.Start < d.head.body && d.head.body < s.End {
		s.Start = d.head.body
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

// weights says of each sentence how much of the article it carries; 0 for one
// that cannot stand alone: a headline, a fragment, "He added …".
func (d *draft) weights() []float64 {
	text := d.source.Text
	out := make([]float64, len(d.sentences))
	often := make([]int, len(d.mentions.Entities)) // how often each is named
	for i := range d.mentions.Entities {
		often[i] = len(d.mentions.Entities[i].Mentions)
	}
	named := make([]map[int]bool, len(d.sentences))
	for _, m := range d.mentions.Mentions {
		if i := d.sentenceOf(m.Start); i >= 0 && m.Entity >= 0 && m.Form == coref.Name {
			if named[i] == nil {
				named[i] = map[int]bool{}
			}
			named[i][m.Entity] = true
		}
	}
	dated, happens := map[int]bool{}, map[int]float64{}
	for _, x := range d.dates {
		dated[d.sentenceOf(x.Start)] = true
	}
	for i := range d.events {
		if d.eventID[i] != "" {
			s := d.sentenceOf(d.events[i].Trigger.Start)
			happens[s] = max(happens[s], 1)
		}
	}
	start := d.sentenceOf(d.firstSentence().Start)
	for i, s := range d.sentences {
		toks := token.Split(text, s)
		last, _ := utf8.DecodeLastRuneInString(text[s.Start:s.End])
		if i < start || len(toks) < 6 || !strings.ContainsRune(`.!?"'”’)»`, last) {
			continue
		}
		w := 2 / (1 + 0.35*float64(i-start))
		for e := range named[i] {
			w += 0.25 * min(float64(often[e]), 6)
		}
		w += happens[i]
		if dated[i] {
			w += 0.4
		}
		first := strings.ToLower(toks[0].Text(text))
		if pronouns[first] || first == "but" || first == "and" || first == "however" {
			w *= 0.3
		}
		if len(toks) > 70 {
			w *= 0.7
		}
		out[i] = w
	}
	return out
}

// keyPoints are what each side says, in turn and one of each kind first, so that
// no side has the word alone; without statements, the weightiest sentences.
func (d *draft) keyPoints(lead int) {
	var points []briefing.Line
	for _, k := range d.chooseStatements() {
		points = append(points, d.statementPoint(k))
	}
	if len(points) < 3 {
		points = append(points, d.sentencePoints(lead, points, mostPoints-1-len(points))...)
	}
	d.b.KeyPoints = points
}

// statementPoint is a statement as a key point: whose words, then the words. One
// that leans on what stands before it ("It was the second …") is shown with its
// whole sentence, where that names who speaks.
func (d *draft) statementPoint(k int) briefing.Line {
	s := &d.b.Statements[k]
	l := briefing.Line{ID: d.id("", "point"), Basis: briefing.BasisStated}
	if i := d.sentenceOf(d.content(k).Start); d.leans(k) && i >= 0 && !d.beginsWithPronoun(d.bare(i)) {
		span := d.bare(i)
		l.Text, l.Evidence = shorten(d.sentence(span, briefing.Span{}), longestPoint), []briefing.Anchor{d.anchor(span)}
		return l
	}
	id := "draft.point"
	switch at := d.statements[d.statementAt[k]]; {
	case d.withCue(at) != at.Content:
		id = "draft.point.cue"
	case s.Direct:
		id = "draft.point.quoted"
	}
	l.Stress = d.who(s)
	words := s.Words
	if id == "draft.point.cue" {
		words = d.source.Text[d.content(k).Start:][:1] + words[1:] // the cue goes on with the sentence
	}
	l.Text = shorten(d.text(id, "who", l.Stress, "words", words), longestPoint)
	l.Evidence = slices.Clone(s.Evidence)
	return l
}

// leans reports whether a statement begins with a word that points back.
func (d *draft) leans(k int) bool { return d.beginsWithPronoun(d.content(k)) }

func (d *draft) beginsWithPronoun(at briefing.Span) bool {
	first, _, _ := strings.Cut(strings.ToLower(d.source.Text[at.Start:at.End]), " ")
	return pronouns[strings.TrimRight(first, ",.;:")]
}

// pointKinds is the order in which kinds of statements become points: what is
// agreed, offered and asked for is what a meeting turns on; what is claimed comes
// last.
var pointKinds = []briefing.StatementKind{
	briefing.StatementAgreement, briefing.StatementOffer, briefing.StatementRequest, briefing.StatementClaim,
}

// chooseStatements returns indices of statements for the key points, by turns
// over the sides in the order in which they first speak. What the title or the
// bottom line says is not said again.
func (d *draft) chooseStatements() []int {
	bySide := map[string][]int{}
	var order []string
	for k := range d.b.Statements {
		s := &d.b.Statements[k]
		if s.Speaker == "" || len(strings.Fields(s.Words)) < 5 || d.repeats(k) || d.onCard(k) {
			continue
		}
		side := s.Speaker
		if p := d.b.ParticipantByID(s.Speaker); p.Side != "" {
			side = p.Side
		}
		if len(bySide[side]) == 0 {
			order = append(order, side)
		}
		bySide[side] = append(bySide[side], k)
	}
	for _, side := range order {
		bySide[side] = d.byKinds(bySide[side])
	}
	var out []int
	for round := 0; len(out) < mostPoints; round++ {
		any := false
		for _, side := range order {
			if round < len(bySide[side]) && len(out) < mostPoints {
				out = append(out, bySide[side][round])
				any = true
			}
		}
		if !any {
			break
		}
	}
	// An odd point more for one side is taken back where there are two sides.
	if len(order) == 2 && len(out)%2 == 1 && len(out) > 3 {
		out = out[:len(out)-1]
	}
	return out
}

// byKinds orders the statements of one side so that the first of each kind come
// before the second of any. Of one kind those come first that can be understood
// alone.
func (d *draft) byKinds(list []int) []int {
	buckets := make([][]int, len(pointKinds))
	for _, k := range list {
		i := slices.Index(pointKinds, d.b.Statements[k].Kind.Heading())
		buckets[i] = append(buckets[i], k)
	}
	alone := func(k int) int {
		if !d.leans(k) {
			return 0
		}
		if i := d.sentenceOf(d.content(k).Start); i >= 0 && !d.beginsWithPronoun(d.bare(i)) {
			return 1
		}
		return 2
	}
	for _, b := range buckets {
		slices.SortStableFunc(b, func(x, y int) int { return cmp.Compare(alone(x), alone(y)) })
	}
	var out []int
	for round := 0; len(out) < len(list); round++ {
		for _, b := range buckets {
			if round < len(b) {
				out = append(out, b[round])
			}
		}
	}
	return out
}

// onCard reports whether the title or the bottom line holds a statement already.
func (d *draft) onCard(k int) bool {
	at := d.content(k)
	for _, l := range []briefing.Line{d.b.Title, d.b.BottomLine} {
		for _, e := range l.Evidence {
			if e.Start <= at.Start && at.End <= e.End {
				return true
			}
		}
	}
	return false
}

// repeats reports whether a statement was told before, in nearly the same words.
func (d *draft) repeats(k int) bool {
	for _, pair := range d.told {
		if pair[1] == k {
			return true
		}
	}
	return false
}

// sentencePoints are the weightiest sentences beside the lead, in the order of
// the text.
func (d *draft) sentencePoints(lead int, points []briefing.Line, most int) []briefing.Line {
	weights := d.weights()
	said := map[int]bool{lead: true}
	for _, l := range append([]briefing.Line{d.b.Title}, points...) {
		for _, e := range l.Evidence {
			said[d.sentenceOf(e.Start)] = true
		}
	}
	var order []int
	for i, w := range weights {
		if w > 0 && !said[i] {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(weights[b], weights[a]) })
	order = order[:max(0, min(len(order), most))]
	slices.Sort(order)
	var out []briefing.Line
	for _, i := range order {
		span := d.bare(i)
		out = append(out, briefing.Line{
			ID: d.id("", "point"), Text: shorten(d.sentence(span, briefing.Span{}), longestPoint), Basis: briefing.BasisStated,
			Evidence: []briefing.Anchor{d.anchor(span)},
		})
	}
	return out
}
