package panels

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode"

	"briefline/app/briefing"
	"briefline/app/typeset"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
)

// Article is the text under review: numbered sentences with the words of every
// item marked, and those of the current item boxed. A click on marked words picks
// their item, one beside them the sentence.
type Article struct {
	*kit.Box
	desk    *Desk
	index   *Index
	lines   []*kit.Text // as they stand below each other
	refs    []briefing.Ref
	first   []int // of lines, by source
	current Pick
}

// Measures of the article, in points.
const (
	articlePad    = 26 // above and below
	articleLeft   = 46 // before a sentence: room for its number
	articleNumber = 14 // before the number
	articleMost   = 760
	articleGap    = 12 // between sentences
)

// articleStyle is the type of the sentences.
var articleStyle = typeset.Style{Family: typeset.Serif, Size: 15}

// NewArticle returns the sources of a briefing for a review.
func NewArticle(d *Desk, x *Index) *Article {
	a := &Article{desk: d}
	var blocks []kit.Block
	left := a.left(x.Briefing)
	for i := range x.Briefing.Sources {
		src := &x.Briefing.Sources[i]
		a.first = append(a.first, len(a.lines))
		if len(x.Briefing.Sources) > 1 {
			head := d.Words.Text("source.letter", "letter", briefing.SourceLetter(i))
			if src.Headline != "" {
				head += " · " + src.Headline
			}
			blocks = append(blocks, kit.Inset(kit.NewBlock(kit.Plain(head, kit.SmallBold, kit.RoleMuted)...), left, 8, articleLeft, articleGap))
		}
		for j, at := range src.Sentences {
			blocks = append(blocks, a.add(x.Briefing, briefing.Ref{Source: i, Sentence: j}, src.Text[at.Start:at.End], left))
		}
	}
	if len(a.lines) == 0 {
		none := kit.NewBlock(kit.Plain(d.Words.Text("source.none"), kit.Body, kit.RoleMuted)...)
		blocks = append(blocks, kit.Inset(none, articleLeft, 0, articleLeft, 0))
	}
	a.Box = kit.Inset(kit.Stack(articleGap, blocks...), 0, articlePad, 0, articlePad)
	a.Update(x)
	return a
}

// left is the room before the sentences: more where their numbers are long.
func (a *Article) left(b *briefing.Briefing) float32 {
	left := float32(articleLeft)
	for i := range b.Sources {
		name := b.RefName(briefing.Ref{Source: i, Sentence: max(len(b.Sources[i].Sentences)-1, 0)})
		left = max(left, articleNumber+float32(kit.Current().Fonts.Width(name, kit.Chip))+8)
	}
	return left
}

// add is one sentence behind its number, or before it in a text that runs from
// right to left.
func (a *Article) add(b *briefing.Briefing, ref briefing.Ref, words string, left float32) kit.Block {
	// A break inside a sentence is one of the file's, not of the page's; a blank is
	// as long, so that places in the text stay.
	t := kit.NewText(kit.Plain(strings.NewReplacer("\n", " ", "\r", " ").Replace(words), articleStyle, kit.RoleInk)...)
	t.LineHeight = 1.75
	t.OnTap = func(link string) {
		if p := ParsePick(link); p.Kind != KindNone {
			a.desk.Pick(p)
			return
		}
		a.desk.Pick(SentencePick(ref))
	}
	t.OnMenu = func(link string, at fyne.Position) {
		if a.desk.Menu == nil {
			return
		}
		p := ParsePick(link)
		if text, _, _ := kit.Current().SelectedText(); text == t || p.Kind == KindNone {
			p = SentencePick(ref) // what is selected is meant, and not what lies below it
		}
		a.desk.Menu(p, at)
	}
	number := kit.NewBlock(kit.Plain(b.RefName(ref), kit.Chip, kit.RoleMuted)...)
	a.lines, a.refs = append(a.lines, t), append(a.refs, ref)
	mirrored := rightToLeft(words)
	return kit.NewBox(func(width float32, place bool) float32 {
		inner := min(width-left-articleLeft, articleMost)
		x := left + float32(int((width-left-articleLeft-inner)/2))
		h := t.HeightFor(inner)
		if place {
			n := number.Natural()
			at := x - left + articleNumber
			if mirrored {
				at = x + inner + articleLeft - articleNumber - n.Width
			}
			kit.Put(number, at, 13-n.Height/2, n.Width, n.Height)
			kit.Put(t, x, 0, inner, h)
		}
		return h
	}, number, t)
}

// rightToLeft reports whether the first letter of a text is of a script that runs
// from right to left.
func rightToLeft(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko)
		}
	}
	return false
}

// Fits reports whether the article shows the texts of a briefing, so that Update
// is enough.
func (a *Article) Fits(b *briefing.Briefing) bool {
	return slices.EqualFunc(a.index.Briefing.Sources, b.Sources, func(x, y briefing.Source) bool {
		return x.Text == y.Text && x.Headline == y.Headline && slices.Equal(x.Sentences, y.Sentences)
	})
}

// Update marks the items of an edited briefing, whose texts are the same.
func (a *Article) Update(x *Index) {
	a.index = x
	a.mark()
}

// SetCurrent boxes the words that an item rests on; the zero Pick boxes none.
func (a *Article) SetCurrent(p Pick) {
	a.current = p
	a.mark()
}

// Selected returns the words of a source that are selected with the mouse, as
// [Source.Selected] does.
func (a *Article) Selected() (source string, at briefing.Span, ok bool) {
	t, from, to := kit.Current().SelectedText()
	n := slices.Index(a.lines, t)
	if t == nil || n < 0 {
		return "", at, false
	}
	src := &a.index.Briefing.Sources[a.refs[n].Source]
	start := src.Sentences[a.refs[n].Sentence].Start
	at = trimmed(src.Text, briefing.Span{Start: start + from, End: start + to})
	return src.ID, at, at.Start < at.End
}

// layer is how far up the marks of a kind lie.
type layer int

const (
	layerSaid layer = iota
	layerEvent
	layerCurrent
	layerDate
	layerWho
	layerCount
)

// mark lays all marks anew.
func (a *Article) mark() {
	b := a.index.Briefing
	marks := make([][layerCount][]kit.Mark, len(a.lines))
	put := func(l layer, places []stretch, m kit.Mark) {
		for _, p := range places {
			a.each(p, func(line int, at briefing.Span) {
				m.Start, m.End = at.Start, at.End
				marks[line][l] = append(marks[line][l], m)
			})
		}
	}
	for _, s := range b.Statements {
		p := Pick{KindStatement, s.ID}
		put(layerSaid, a.index.spans[p], kit.Mark{Back: kit.RoleSaid, Link: p.String()})
	}
	for i := range b.Sources {
		for j := range b.Sources[i].Dates {
			put(layerDate, a.index.spans[DatePick(i, j)], kit.Mark{Back: kit.RoleWarnBack})
		}
	}
	for i := range b.Events {
		e := &b.Events[i]
		p := Pick{KindEvent, e.ID}
		dates := a.index.places(e.Date.Evidence)
		for _, d := range e.Alternatives {
			dates = append(dates, a.index.places(d.Evidence)...)
		}
		under := kit.RoleNone
		if len(dates) == 0 {
			under = kit.RoleWhenLine // nothing else in the text shows that there is one
		}
		put(layerEvent, a.index.places(e.Evidence), kit.Mark{Under: under, Link: p.String()})
		put(layerDate, dates, kit.Mark{Back: kit.RoleWarnBack, Link: p.String()})
	}
	for _, q := range b.Participants {
		p := Pick{KindParticipant, q.ID}
		put(layerWho, a.index.spans[p], kit.Mark{Back: kit.RoleWho, Under: kit.RoleSideA, Link: p.String()})
	}
	now := kit.Mark{Edge: kit.RoleAccent, Link: a.current.String()}
	switch a.current.Kind {
	case KindEvent:
		now.Back, now.Under = kit.RoleWhen, kit.RoleWhenLine
	case KindStatement:
		now.Back = kit.RoleSaid
	case KindParticipant:
		now.Back = kit.RoleWho
	case KindCheck:
		now.Back = kit.RoleWarnBack
	}
	put(layerCurrent, united(a.index.spans[a.current]), now)
	for i, t := range a.lines {
		all := slices.Concat(marks[i][:]...)
		if !slices.Equal(all, t.Marks()) {
			t.SetMarks(all)
		}
	}
}

// united makes one of stretches that overlap or touch, so that none has a box
// inside the box of another.
func united(places []stretch) (out []stretch) {
	places = slices.Clone(places)
	slices.SortFunc(places, func(p, q stretch) int {
		return cmp.Or(cmp.Compare(p.source, q.source), cmp.Compare(p.Start, q.Start))
	})
	for _, p := range places {
		if n := len(out); n > 0 && out[n-1].source == p.source && p.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, p.End)
			continue
		}
		out = append(out, p)
	}
	return out
}

// each calls do for every sentence that a stretch touches, with the bytes of the
// sentence that belong to it.
func (a *Article) each(p stretch, do func(line int, at briefing.Span)) {
	if p.source >= len(a.first) {
		return
	}
	sentences := a.index.Briefing.Sources[p.source].Sentences
	n := sort.Search(len(sentences), func(i int) bool { return sentences[i].End > p.Start })
	for ; n < len(sentences) && sentences[n].Start < p.End; n++ {
		s := sentences[n]
		do(a.first[p.source]+n, briefing.Span{Start: max(p.Start, s.Start) - s.Start, End: min(p.End, s.End) - s.Start})
	}
}

// At returns the ID of the first of some items of a kind that rests on a
// sentence, "" when none does.
func (x *Index) At(r briefing.Ref, kind Kind, ids []string) string {
	for _, id := range ids {
		if slices.Contains(x.refs[Pick{kind, id}], r) {
			return id
		}
	}
	return ""
}

// Place returns where in the article the words of an item begin, in points from
// its top: the stretch of their first sentence. ok is false when it rests on none.
func (a *Article) Place(p Pick) (y, h float32, ok bool) {
	best := -1
	for _, s := range a.index.spans[p] {
		a.each(s, func(line int, _ briefing.Span) {
			if best < 0 || line < best {
				best = line
			}
		})
	}
	if r, is := p.Ref(); is && r.Source < len(a.first) {
		best = a.first[r.Source] + r.Sentence
	}
	if best < 0 || best >= len(a.lines) {
		return 0, 0, false
	}
	pos, ok := kit.Offset(a.lines[best], a.Box)
	return pos.Y, a.lines[best].Size().Height, ok
}
