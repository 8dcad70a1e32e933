package article

import (
	"strings"
	"time"
	"unicode"

	htmldate "github.com/markusmobius/go-htmldate"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// spot is a short piece of a page that holds a date.
type spot struct {
	date   DateAt
	words  string
	label  Label
	class  string // the class or ID that says so
	alone  bool   // nothing but the date, and words that go with it
	attr   bool   // said by an attribute
	nearby int    // blocks since the last heading of the first levels; -1 above the first
	aside  bool   // in a table of facts, a footer, a list of other articles, comments
}

// The bounds of the search for spots.
const (
	maxSpots     = 400
	maxSpotBlock = 200 // bytes of text in a block that states a date
	maxDateDepth = 600
)

// spotter walks over a page and notes the dates that stand in pieces of their own.
type spotter struct {
	spots  []spot
	seen   map[*html.Node]bool // blocks that were read
	nearby int
	nodes  int
}

// spotsOf returns where a page states dates, in order.
func spotsOf(doc *html.Node) []spot {
	s := &spotter{seen: map[*html.Node]bool{}, nearby: -1}
	s.walk(doc, 0, false)
	entries := map[string]bool{}
	heads := func(p spot) bool {
		return p.label == NoLabel && p.class == "" && !p.attr && p.date.Start == 0 && strings.HasPrefix(p.words[p.date.End:], ": ") && isEntry(p.words)
	}
	for _, p := range s.spots {
		if heads(p) {
			entries[p.date.Value] = true
		}
	}
	for i, p := range s.spots { // "12 June 2018: Storm damages the pier", and others of its kind
		s.spots[i].aside = p.aside || len(entries) > 2 && heads(p)
	}
	return s.spots
}

func (s *spotter) walk(n *html.Node, depth int, aside bool) {
	if s.nodes++; depth > maxDateDepth || len(s.spots) >= maxSpots || s.nodes > 2*maxElements {
		return
	}
	switch n.Type {
	case html.TextNode:
		if strings.ContainsFunc(n.Data, unicode.IsDigit) {
			s.block(n, aside)
		}
		return
	case html.ElementNode:
		if skipped[n.DataAtom] || n.DataAtom == atom.Head {
			return
		}
		switch n.DataAtom {
		case atom.H1, atom.H2:
			s.nearby = 0
		case atom.P, atom.Div, atom.Li, atom.Section, atom.Td:
			if s.nearby >= 0 {
				s.nearby++
			}
		}
		aside = aside || isAside(n)
		s.attribute(n, aside)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s.walk(c, depth+1, aside)
	}
}

// asideNames are the classes and IDs of what is beside an article, whole or up to a
// hyphen: "sidebar", "related-posts"; not "post-footer", where its own date stands.
var asideNames = wordSet(`comment comments commentlist related sidebar footer copyright infobox teaser recommended
	recommendations calendar kalender breadcrumb breadcrumbs popular latest trending weather wetter ticker newsticker disqus
	replies cookie banner menu nav navigation`)

func isAside(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Main, atom.Article:
		return false
	case atom.Footer, atom.Nav, atom.Aside, atom.Form, atom.Figcaption, atom.Blockquote:
		return true
	}
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" || len(a.Val) > 300 {
			continue
		}
		for name := range strings.FieldsSeq(strings.ToLower(a.Val)) {
			if i := strings.IndexAny(name, "-_"); asideNames[name] || i > 0 && asideNames[name[:i]] {
				return true
			}
		}
	}
	return false
}

// classWords returns the words of an element's class, ID and itemprop, in lower
// case: "postDate entry-meta" is post, date, entry, meta.
func classWords(n *html.Node) (out []string) {
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" && a.Key != "itemprop" && a.Key != "property" || len(a.Val) > 300 {
			continue
		}
		var word []rune
		lower := false
		for _, r := range a.Val + " " {
			if unicode.IsLetter(r) && !(unicode.IsUpper(r) && lower) {
				word = append(word, unicode.ToLower(r))
			} else {
				if len(word) > 0 {
					out = append(out, string(word))
				}
				if word = word[:0]; unicode.IsLetter(r) {
					word = append(word, unicode.ToLower(r))
				}
			}
			lower = unicode.IsLower(r)
		}
	}
	return out
}

// saysPublished reports whether the words of a class say that the element holds the
// day of publication; "date" alone says so of any.
func saysPublished(words []string) bool {
	what, date := false, false
	for _, w := range words {
		switch w {
		case "published", "pubdate", "postdate", "publishdate", "datepublished", "publication", "posted", "erstellt", "veroeffentlicht", "publicado":
			return true
		case "updated", "modified", "event", "start", "end", "birth":
			return false
		case "post", "entry", "article", "news", "story", "publish", "artikel", "beitrag", "blog", "press", "nota", "noticia":
			what = true
		case "date", "datum", "fecha", "data", "day", "timestamp", "time", "dateline":
			date = true
		}
	}
	return what && date
}

// attribute notes a date that an element's attribute gives: <abbr title="…">.
func (s *spotter) attribute(n *html.Node, aside bool) {
	if n.DataAtom == atom.Meta || n.DataAtom == atom.Img || n.DataAtom == atom.A {
		return
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "datetime", "title", "content", "data-date", "data-datetime", "data-time", "data-published":
		default:
			continue
		}
		if len(a.Val) > 64 || !strings.ContainsFunc(a.Val, unicode.IsDigit) {
			continue
		}
		if d, ok := ReadDateLine(a.Val); ok && len(d.Rest) == 0 && isDay(d.Date.Value) {
			p := spot{date: d.Date, words: squeeze(a.Val), attr: true, nearby: s.nearby, aside: aside, alone: true, label: d.Label}
			if words := classWords(n); saysPublished(words) {
				p.class = strings.Join(words, " ")
			}
			s.spots = append(s.spots, p)
		}
	}
}

// block reads the block that a text stands in, once.
func (s *spotter) block(text *html.Node, aside bool) {
	block := text.Parent
	class := ""
	for n := text.Parent; n != nil; n = n.Parent {
		if words := classWords(n); class == "" && saysPublished(words) {
			class = strings.Join(words, " ")
		}
		if block = n; !inlineElements[n.DataAtom] {
			break
		}
	}
	if block == nil || s.seen[block] {
		return
	}
	s.seen[block] = true
	label := factLabel(block)
	var b strings.Builder
	if label != "" {
		b.WriteString(label + ": ")
	}
	plainOf(block, &b, 0)
	for line := range strings.Lines(b.String()) {
		if line = squeeze(line); len(line) <= maxSpotBlock {
			s.line(line, label != "", spot{nearby: s.nearby, aside: aside || strings.Contains(line, "©"), class: class})
		}
	}
}

// line notes the days in a line of a block; fact says that a label of a table or a
// list begins it.
func (s *spotter) line(line string, fact bool, as spot) {
	for i, d := range FindDates(line) {
		if !isDay(d.Value) || d.Range || i >= 4 {
			continue
		}
		p := as
		p.date, p.words = d, line
		if l, ok := ReadDateLine(line); ok && l.Date.Start == d.Start {
			p.label, p.alone = l.Label, len(l.Rest) == 0 || l.Label != NoLabel && len(l.Rest) < 3
		}
		p.aside = p.aside || fact && !p.alone // "Opened: 7 May 1856"
		s.spots = append(s.spots, p)
	}
}

// factLabel returns the words that name what a cell of a table or an entry of a list
// of terms holds; "" if there are none.
func factLabel(n *html.Node) string {
	if n.DataAtom != atom.Td && n.DataAtom != atom.Dd {
		return ""
	}
	for p := n.PrevSibling; p != nil; p = p.PrevSibling {
		if p.DataAtom == atom.Th || p.DataAtom == atom.Dt || p.DataAtom == atom.Td {
			var b strings.Builder
			plainOf(p, &b, 0)
			if s := squeeze(b.String()); len(s) < 60 {
				return strings.TrimSuffix(s, ":")
			}
			return ""
		}
	}
	return ""
}

// plainOf writes the text of a block, a line for each stretch between its blocks and
// breaks; what its blocks hold is theirs.
func plainOf(n *html.Node, b *strings.Builder, depth int) {
	if depth > 40 || b.Len() > 20*maxSpotBlock {
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(strings.ReplaceAll(c.Data, "\n", " "))
		case c.Type != html.ElementNode || skipped[c.DataAtom]:
		case c.DataAtom == atom.Br || !inlineElements[c.DataAtom]:
			b.WriteByte('\n')
		default:
			if c.DataAtom == atom.Span || c.DataAtom == atom.Time {
				b.WriteByte(' ')
			}
			plainOf(c, b, depth+1)
			b.WriteByte(' ')
		}
	}
}

// oldest is the year of the first pages of the web: no page came out before, and a
// day before it is one that its text tells of.
const oldest = "1991"

// datePage settles the publication date of a page by what stands in sight, where its
// head does not, and keeps what may be that date as candidates.
func (a *Article) datePage(doc *html.Node) {
	spots := spotsOf(doc)
	if a.encyclopaedic && !a.Published.IsZero() {
		a.Published.Hint = true // the day on which somebody began the page
		return
	}
	switch {
	case a.Published.IsZero(), a.Published.Inferred:
		if s, ok := statedSpot(spots); ok {
			origin := "line of the page"
			if s.class != "" && s.label != LabelPublished {
				origin = "element of the class " + s.class
			}
			a.Published = Field{Value: s.date.Value, Words: s.words, Origin: origin}
		}
	default:
		a.localDay(spots)
	}
	if a.Published.Inferred && strings.HasPrefix(a.Published.Origin, "meta") { // of the file, as often as of the article
		if s, ok := loneSpot(spots); ok {
			a.Published = Field{Value: s.date.Value, Words: s.words, Origin: "line of the page", Inferred: true}
		}
	}
	if a.Published.IsZero() {
		a.searchDate(doc, spots)
	}
	if s, ok := loneSpot(spots); ok && a.Published.IsZero() {
		a.Published = Field{Value: s.date.Value, Words: s.words, Origin: "line of the page", Inferred: true}
	}
	if !a.Published.IsZero() {
		return
	}
	for _, s := range spots {
		told := !s.alone && s.label == NoLabel && len(s.words) > 60 // of a sentence
		if !s.aside && !told && s.date.Value > oldest && len(a.Candidates) < 4 {
			a.candidate(Field{Value: s.date.Value, Words: s.words, Origin: "date found in the page"})
		}
	}
}

func (a *Article) candidate(f Field) {
	for _, c := range a.Candidates {
		if c.Value == f.Value {
			return
		}
	}
	a.Candidates = append(a.Candidates, f)
}

// statedSpot returns the spot that says of itself that it holds the day of
// publication: the first below the heading, else the first at all where they agree.
func statedSpot(spots []spot) (spot, bool) {
	best, values := -1, map[string]bool{}
	for i, s := range spots {
		if s.aside || s.date.Other != "" || s.date.Value < oldest || s.label == LabelUpdated || s.label != LabelPublished && s.class == "" || !s.alone && s.class == "" {
			continue
		}
		if best < 0 || spots[best].nearby < 0 && s.nearby >= 0 && s.nearby < 12 {
			best = i
		}
		values[s.date.Value] = true
	}
	if best < 0 || len(values) > 3 && spots[best].nearby != 0 && spots[best].nearby > 6 {
		return spot{}, false
	}
	return spots[best], true
}

// loneSpot returns the date that stands by itself next to the heading, where it is the
// only one there.
func loneSpot(spots []spot) (found spot, ok bool) {
	for _, s := range spots {
		if s.aside || !s.alone || s.label == LabelUpdated || s.date.Other != "" || s.date.Value < oldest || s.nearby < 0 || s.nearby > 6 {
			continue
		}
		if ok && s.date.Value != found.date.Value {
			return spot{}, false
		}
		found, ok = s, true
	}
	return found, ok
}

// localDay takes the day that the page shows where its head gives the time in UTC
// and that falls on the day before or after: readers, and the article's "on Friday",
// count by the day in sight.
func (a *Article) localDay(spots []spot) {
	utc, err := time.Parse(time.RFC3339, a.Published.Value)
	if _, offset := utc.Zone(); err != nil || offset != 0 {
		return
	}
	other := ""
	for _, s := range spots {
		if s.aside || s.attr || s.date.Other != "" || s.nearby > 10 {
			continue
		}
		day, err := time.Parse(time.DateOnly, s.date.Value)
		if err != nil {
			continue
		}
		if s.date.Value == a.Published.Value[:len("2006-01-02")] {
			return
		}
		// The day in sight is that of UTC's time somewhere on earth.
		if apart := utc.Sub(day); apart >= 24*time.Hour && apart < 36*time.Hour || apart < 0 && apart >= -14*time.Hour {
			other = s.date.Value
		}
	}
	if other != "" {
		a.Published.Value = other
		a.Published.Origin = "line of the page; in UTC, " + a.Published.Origin
	}
}

// searchDate asks go-htmldate, which finds a date by many signs and tells none of
// them. What it finds counts where the page shows that day in a piece of its own, or
// says it to machines; else it is a candidate.
func (a *Article) searchDate(doc *html.Node, spots []spot) {
	found, err := htmldate.FromDocument(doc, htmldate.Options{UseOriginalDate: true, URL: a.Address.Value})
	if err != nil || found.IsZero() {
		return
	}
	value, words := found.Format(time.DateOnly), squeeze(found.SrcString)
	f := Field{Value: value, Words: words, Origin: "date found in the page", Inferred: true}
	if len(words) > 100 {
		f.Words = ""
	}
	isAside := false
	for _, s := range spots {
		if s.date.Value != value && s.date.Other != value {
			continue
		}
		if s.aside && s.label != LabelPublished {
			isAside = true
			continue
		}
		if !s.alone && len(s.words) > 90 {
			continue // a sentence tells of that day
		}
		f.Words = s.words
		f.Origin = "line of the page"
		if s.date.Other != "" && (a.Language.Value == "" || strings.HasPrefix(strings.ToLower(a.Language.Value), "en")) {
			a.candidate(Field{Value: s.date.Value, Words: s.words, Origin: f.Origin}) // the day or the month first?
			a.candidate(Field{Value: s.date.Other, Words: s.words, Origin: f.Origin})
			return
		}
		if s.attr {
			f.Origin = "attribute of the page"
		}
		a.Published = f
		return
	}
	for _, d := range FindDates(words) { // of an attribute or a script
		if d.Value == value && d.Other == "" && !d.Range && !isAside && !strings.ContainsAny(words, "©<>") && value > oldest && len(words) < 64 {
			f.Origin = "data of the page"
			a.Published = f
			return
		}
	}
	if len(words) > 64 && !strings.ContainsAny(words, "/|·") { // a sentence tells of that day
		return
	}
	if strings.HasSuffix(value, "-01") && !strings.Contains(words, value) { // a month or a year, made a day
		return
	}
	a.candidate(f)
}
