// Package extract turns an article into a draft briefing: its dates, events,
// participants and statements, a card and the checks that it needs, each led back
// to its sentence. It joins what timex, names, attribution, coref and event find.
//
// A draft states nothing of its own. Titles, points and statements are the
// article's words, cut but never reworded, and a claim stands with whoever makes
// it. What the article leaves open stays open, and a check says so.
//
// Drafting is not all or nothing: what could not be read becomes a check, not an
// error. It takes time linear in the length of the text and knows no clock, so
// one article gives one draft.
package extract

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	txt "briefline/app/text"

	"briefline/app/analysis"
	"briefline/app/article"
	"briefline/app/briefing"
	"briefline/app/card"
	"briefline/app/coref"
	"briefline/app/edtf"
	"briefline/app/event"
	"briefline/app/i18n"
	"briefline/app/names"
	"briefline/app/people"
	"briefline/app/scorer"
	"briefline/app/speech"
	"briefline/app/syntax"
	"briefline/app/timex"
	"briefline/app/wordlist"
	"briefline/assets"
)

// Extractor drafts briefings. New makes one; it is safe for concurrent use.
type Extractor struct {
	catalog *i18n.Catalog
	words   *wordlist.List
	parser  func() (*syntax.Parser, error)
	points  *scorer.Model // chooses the sentences of the card
	whom    *scorer.Model // chooses who is shown
	events  *event.Model
}

// wordList is read once, when the first draft is made: the window's start does
// not pay for it.
var wordList = sync.OnceValues(func() (*wordlist.List, error) { return wordlist.Read(assets.Words()) })

// pointsModel chooses the sentences of the card.
var pointsModel = sync.OnceValues(func() (*scorer.Model, error) { return scorer.Read(assets.Model("points")) })

// peopleModel chooses who is shown of those whom an article names.
var peopleModel = sync.OnceValues(func() (*scorer.Model, error) { return scorer.Read(assets.Model("people")) })

// New returns an extractor that words its checks from the catalog.
func New(words *i18n.Catalog) (*Extractor, error) {
	list, err := wordList()
	if err != nil {
		return nil, err
	}
	points, err := pointsModel()
	if err != nil {
		return nil, err
	}
	whom, err := peopleModel()
	if err != nil {
		return nil, err
	}
	events, err := eventModel()
	if err != nil {
		return nil, err
	}
	return &Extractor{catalog: words, words: list, parser: sync.OnceValues(syntax.English), points: points, whom: whom, events: events}, nil
}

// Options are what is known about an article beside the file.
type Options struct {
	// Published is the publication date where the person gives it; zero leaves it
	// to the article. It is marked as added.
	Published edtf.Date
}

// Draft returns the draft of an article. The error is that of ctx; an article
// with text always gives a draft.
func (x *Extractor) Draft(ctx context.Context, a *article.Article, o Options) (*briefing.Briefing, error) {
	parser, err := x.parser()
	if err != nil {
		return nil, err
	}
	d := &draft{x: x, parser: parser, article: a, options: o}
	for _, step := range []func(){
		d.readSource, d.readText, d.people, d.says, d.happens, d.card, d.checks, d.readingChecks,
	} {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		step()
	}
	return d.b, nil
}

// draft is one article on its way to a briefing.
type draft struct {
	x       *Extractor
	parser  *syntax.Parser
	article *article.Article
	options Options
	b       *briefing.Briefing
	source  *briefing.Source // the one source of b
	head    head
	ids     map[string]bool
	next    map[string]int // how many of a name were made unlike others

	analysis   *analysis.Analysis
	prose      bool            // talk is read as prose, for scoring
	given      []briefing.Span // mentions that coreference is to group, for scoring; nil for its own
	sentences  []briefing.Span
	dates      []timex.Expression
	names      []names.Name
	statements []speech.Statement
	mentions   *coref.Result
	events     []event.Event
	moreEvents []event.Event // dated, and not chosen

	entityID    []string               // participant ID of each group; empty when it is not shown
	eventID     []string               // event ID of each event
	voices      map[speech.Part]string // participant of each voice of talk that nobody is named for
	statementAt []int                  // index in statements of each statement of b
	told        [][2]int               // pairs of statements of b that say the same, the later one second
}

// The bounds of what a text is read for: an article has 2,000 words, the longest of an
// encyclopaedia 30,000. What lies beyond stays in the source, and a check says so.
const (
	maxWords = 60_000
	maxBytes = 400_000 // the same for scripts that put no blanks between words
)

// readable returns how many bytes of a text are read for what it says, to the end of
// a paragraph or a word.
func readable(text string) int {
	words, inWord, end := 0, false, len(text)
	for i := range len(text) {
		blank := text[i] == ' ' || text[i] == '\n' || text[i] == '\t'
		if !blank && !inWord {
			words++
		}
		if inWord = !blank; blank && (words >= maxWords || i >= maxBytes) {
			end = i
			break
		}
	}
	if end = cut(text, min(end, maxBytes+1000)); end == len(text) {
		return end
	}
	if i := strings.LastIndex(text[:end], "\n\n"); i > end-end/20 {
		return i
	}
	return end
}

// readSource makes the briefing and its source, with what the article says of
// itself.
func (d *draft) readSource() {
	text := d.article.Text
	sum := sha256.Sum256([]byte(text))
	d.b = &briefing.Briefing{
		Version: briefing.Version, ID: "draft-" + hex.EncodeToString(sum[:6]), Language: d.x.catalog.Tag(),
		Status: briefing.StatusDraft, Sources: []briefing.Source{{ID: "source", Text: text}},
	}
	d.ids = map[string]bool{"source": true, "title": true, "bottom-line": true}
	d.source = &d.b.Sources[0]
	s := d.source
	for _, at := range txt.Sentences(text[:readable(text)]) {
		s.Sentences = append(s.Sentences, briefing.Span(at))
	}
	d.sentences = s.Sentences
	d.head = readHead(text)
	words := func(at briefing.Span) string { return text[at.Start:at.End] }
	first := func(values ...string) string {
		for _, v := range values {
			if v = strings.TrimSpace(v); v != "" {
				return v
			}
		}
		return ""
	}
	// A mail's subject may be as long as the mail.
	s.Headline = briefing.Shorten(first(d.article.Headline.Value, words(d.head.headline)), briefing.MaxTitle)
	s.Byline = briefing.Shorten(first(d.article.Byline.Value, words(d.head.byline)), briefing.MaxName)
	s.Publisher = briefing.Shorten(first(d.article.Publisher.Value, words(d.head.publisher)), briefing.MaxName)
	s.Place = briefing.Shorten(first(words(d.head.place), d.article.Place.Value), briefing.MaxName)
	s.Address = strings.TrimSpace(d.article.Address.Value)
	s.Language = d.language()
	s.Published = d.published()
	if s.Published.EDTF.IsZero() {
		s.Candidates = d.candidates()
	}
}

// candidates are the dates that may be that of publication, likeliest first.
func (d *draft) candidates() (out []briefing.Candidate) {
	const most = 6 // a person is asked once, by buttons in a row
	add := func(c briefing.Candidate) {
		known := slices.ContainsFunc(out, func(o briefing.Candidate) bool { return o.EDTF.String() == c.EDTF.String() })
		if !known && len(out) < most {
			out = append(out, c)
		}
	}
	for _, c := range d.head.maybe {
		c.Origin = d.text("draft.published.inText")
		add(c)
	}
	for _, f := range append(d.article.Candidates[:len(d.article.Candidates):len(d.article.Candidates)], d.article.Published) {
		if date, err := edtf.Parse(f.Value); err == nil && !f.IsZero() {
			add(briefing.Candidate{EDTF: date, Words: f.Words, Origin: f.Origin})
		}
	}
	return out
}

// published is the publication date with where it comes from: the person, the
// text, or the file, in this order.
func (d *draft) published() briefing.Dating {
	if !d.options.Published.IsZero() {
		return briefing.Dating{EDTF: d.options.Published, Basis: briefing.BasisAdded, Note: d.text("draft.published.given")}
	}
	if !d.head.date.IsZero() {
		at := d.head.published
		return briefing.Dating{
			EDTF: d.head.date, Words: d.source.Text[at.Start:at.End], Basis: briefing.BasisStated,
			Rule: "timex.rule.published", Evidence: []briefing.Anchor{briefing.NewAnchor(d.source, at.Start, at.End)},
		}
	}
	f := d.article.Published
	if f.IsZero() {
		return briefing.Dating{}
	}
	if f.Words == "" {
		f.Words = f.Value
	}
	if date, err := edtf.Parse(f.Value); err == nil && !f.Hint {
		basis := briefing.BasisStated
		if f.Inferred {
			basis = briefing.BasisInferred
		}
		return briefing.Dating{EDTF: date, Words: f.Words, Rule: f.Origin, Basis: basis}
	}
	// A file knows when it was written, not when its article came out.
	return briefing.Dating{Note: d.text("draft.published.hint", "value", f.Words, "origin", f.Origin)}
}

// readText finds what the text names and says.
func (d *draft) readText() {
	text, s := d.source.Text, d.source
	read := text[:readable(text)]
	d.analyse(read)
	d.dates, d.names = d.analysis.Dates, d.analysis.Names
	if d.x.foreign(s) {
		d.names = nil
		d.mentions = &coref.Result{}
		d.statements = quotedOnly(read)
		s.Dates = ledger(s, d.dates)
		return
	}
	s.Dates = ledger(s, d.dates)
	d.statements = speech.Find(d.analysis, speech.Options{Prose: d.prose})
	d.mentions = coref.Resolve(read, d.sentences, d.names, coref.Options{Given: d.given})
	d.events, d.moreEvents = event.Find(d.analysis, d.x.events)
}

// analyse parses the text and reads off it what all others share. What the
// parser has no words for is no sentence. A text in another language is not
// parsed.
func (d *draft) analyse(read string) {
	o := analysis.Options{Published: d.source.Published.EDTF, Language: d.source.Language}
	var trees []syntax.Sentence
	if d.x.foreign(d.source) {
		for _, at := range d.sentences {
			trees = append(trees, syntax.Sentence{Span: at})
			trees[len(trees)-1].Link()
		}
	} else {
		spans := slices.Clone(d.sentences)
		if i := d.sentenceOf(d.head.body); i >= 0 && spans[i].Start < d.head.body {
			spans[i].Start = d.head.body // a dateline is no part of the sentence's tree
		}
		trees = d.parser.Parse(read, spans)
		if i := slices.IndexFunc(trees, func(t syntax.Sentence) bool { return t.Start == d.head.body }); i >= 0 {
			if k := d.sentenceOf(d.head.body); k >= 0 {
				trees[i].Start = d.sentences[k].Start
			}
		}
		o.Groups, o.Parse = people.Groups, d.parser.Parse
		d.source.Sentences = d.source.Sentences[:0]
		for i := range trees {
			d.source.Sentences = append(d.source.Sentences, trees[i].Span)
		}
		d.sentences = d.source.Sentences
	}
	d.analysis = analysis.Make(read, trees, o)
}

// CardInput reads a text as a draft does and returns what its card is chosen
// from, for those who train that choice.
func (x *Extractor) CardInput(text string, published edtf.Date) (card.Input, error) {
	parser, err := x.parser()
	if err != nil {
		return card.Input{}, err
	}
	d := &draft{x: x, parser: parser, article: &article.Article{Text: text}, options: Options{Published: published}}
	for _, step := range []func(){d.readSource, d.readText, d.people, d.says, d.happens} {
		step()
	}
	d.b.Genre = card.Genre(d.analysis)
	return d.cardInput(), nil
}

// People reads a text as a draft does and returns all whom it names or describes,
// for those who train whom to show.
func (x *Extractor) People(text string, published edtf.Date) ([]people.Participant, error) {
	parser, err := x.parser()
	if err != nil {
		return nil, err
	}
	d := &draft{x: x, parser: parser, article: &article.Article{Text: text}, options: Options{Published: published}}
	d.readSource()
	d.readText()
	return people.Candidates(d.analysis, d.statements), nil
}

// text words a message.
func (d *draft) text(id string, kv ...any) string { return d.x.catalog.Text(id, kv...) }

// id returns an ID that is new in the briefing, made from words.
func (d *draft) id(words, otherwise string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(words) {
		switch {
		case unicode.IsLetter(r) && r < 0x80 || '0' <= r && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() >= 40 {
			break
		}
	}
	base := strings.Trim(b.String(), "-")
	if len(base) < 2 {
		base = otherwise
	}
	id := base
	for d.ids[id] {
		if d.next == nil {
			d.next = map[string]int{}
		}
		d.next[base]++
		id = base + "-" + strconv.Itoa(d.next[base]+1)
	}
	d.ids[id] = true
	return id
}

// anchor is the evidence of a stretch of the text.
func (d *draft) anchor(at briefing.Span) briefing.Anchor {
	return briefing.NewAnchor(d.source, at.Start, at.End)
}

// sentenceOf returns the index of the sentence that at begins in, -1 for none.
func (d *draft) sentenceOf(at int) int {
	lo, hi := 0, len(d.sentences)
	for lo < hi {
		if mid := (lo + hi) / 2; d.sentences[mid].End > at {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	if lo < len(d.sentences) && d.sentences[lo].Start <= at {
		return lo
	}
	return -1
}
