package panels

import (
	"math"
	"slices"
	"strings"

	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/app/outline"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
)

// ReviewItem is what a draft's review shows of an item: a date or kind with a
// remark, a title, and where in the article it stands.
type ReviewItem struct {
	Head, Remark string
	Title        string
	Notes        []string // small lines below the title
	Wide         bool     // the buttons stand below the text
	Plain        bool     // the title is a text to read: not bold
}

// ReviewItem words an item for a review. An item that the briefing does not hold
// is the zero ReviewItem.
func (d *Desk) ReviewItem(x *Index, p Pick) ReviewItem {
	w, b := d.Words, x.Briefing
	switch p.Kind {
	case KindEvent:
		if e := b.EventByID(p.ID); e != nil {
			it := ReviewItem{Title: e.Title}
			it.Head, it.Remark = d.reviewDate(b, e)
			it.Notes = append(it.Notes, d.standing(x, p, e.Evidence, e.Title))
			if e.Note != "" {
				it.Notes = append(it.Notes, e.Note)
			}
			return it
		}
	case KindParticipant:
		if q := b.ParticipantByID(p.ID); q != nil {
			return d.reviewParticipant(x, p, q)
		}
	case KindStatement:
		if s := b.StatementByID(p.ID); s != nil {
			it := ReviewItem{Head: outline.Heading(w, s.Kind), Title: outline.Quoted(w, s, s.Words), Remark: w.Text("side.unattributed"), Plain: true}
			if q := b.ParticipantByID(s.Speaker); q != nil {
				it.Remark = q.Name
			}
			it.Notes = append(it.Notes, d.standing(x, p, s.Evidence, s.Words))
			if s.Note != "" {
				it.Notes = append(it.Notes, s.Note)
			}
			return it
		}
	case KindCheck:
		if c := x.Check(p.ID); c != nil {
			return d.reviewCheck(x, p, c.Check)
		}
	}
	return ReviewItem{}
}

func (d *Desk) reviewParticipant(x *Index, p Pick, q *briefing.Participant) ReviewItem {
	w := d.Words
	it := ReviewItem{Head: outline.Kind(w, q.Kind), Title: q.Name}
	for _, id := range []string{q.Side, q.Affiliation} {
		if of := x.Briefing.ParticipantByID(id); of != nil && id != q.ID {
			it.Remark = of.Name
			break
		}
	}
	if q.Role != "" {
		role := q.Role
		if q.RoleBasis == briefing.BasisInferred {
			role += " · " + w.Text("basis.inferred")
		}
		it.Notes = append(it.Notes, role)
	}
	if len(q.Aliases) > 0 {
		it.Notes = append(it.Notes, w.Text("review.aliases", "names", strings.Join(q.Aliases[:min(len(q.Aliases), maxChips)], ", ")))
	}
	var names []string
	for _, n := range q.Names {
		names = append(names, n.Text)
	}
	if len(names) > 0 {
		it.Notes = append(it.Notes, strings.Join(names, " · "))
	}
	if len(q.Evidence) > 0 {
		it.Notes = append(it.Notes, w.Text("participant.mentions", "n", len(q.Evidence))+" · "+d.places(x, p))
	}
	return it
}

func (d *Desk) reviewCheck(x *Index, p Pick, c *briefing.Check) ReviewItem {
	w := d.Words
	it := ReviewItem{Head: w.Text("review.check." + string(c.Kind)), Title: outline.CheckWords(w, c), Remark: w.Text("review.check.open"), Wide: true}
	if detail := outline.CheckDetail(w, c); detail != "" {
		it.Notes = append(it.Notes, detail)
	}
	if c.Resolution != "" {
		it.Remark = w.Text("review.check.resolved")
		it.Notes = append(it.Notes, w.Text("check.resolved", "words", c.Resolution))
	}
	if at := d.places(x, p); at != "" {
		it.Notes = append(it.Notes, at)
	}
	return it
}

// reviewDate words when an event was, and how well that is known.
func (d *Desk) reviewDate(b *briefing.Briefing, e *briefing.Event) (head, remark string) {
	w := d.Words
	if !e.Date.EDTF.IsZero() {
		head = w.DateShort(e.Date.EDTF)
		remark, _ = outline.Remark(w, e)
		if len(e.Alternatives) > 0 && remark == "" {
			remark = w.Text("review.date.conflict")
		}
		if k := e.Date.EDTF.Kind(); remark == "" && (k == edtf.KindDate || k == edtf.KindSeason) {
			switch e.Date.EDTF.Precision() {
			case edtf.PrecisionYear:
				remark = w.Text("review.date.year")
			case edtf.PrecisionSeason:
				remark = w.Text("review.date.season")
			case edtf.PrecisionMonth:
				remark = w.Text("review.date.month")
			}
		}
		return head, remark
	}
	remark = w.Text("event.undated")
	if slices.ContainsFunc(b.Sources, func(s briefing.Source) bool { return s.Published.EDTF.IsZero() && datedIn(e, s.ID) }) {
		remark = w.Text("review.date.unpublished")
	}
	dates := e.Dates()
	slices.SortStableFunc(dates, func(a, b briefing.Dating) int { return begins(a) - begins(b) })
	var said []string
	for _, one := range dates {
		words := oneLine(one.Words)
		if words != "" && !slices.Contains(said, words) {
			said = append(said, words)
		}
	}
	if len(said) > 0 {
		return strings.Join(said, " / "), remark
	}
	for _, r := range e.Relations {
		other := b.EventByID(r.Event)
		id := "review.date." + string(r.Kind)
		if other != nil && !other.Date.EDTF.IsZero() && w.Has(id) {
			return w.Text(id, "date", w.DateShort(other.Date.EDTF)), w.Text("event.undated")
		}
	}
	return w.Text("review.date.none"), ""
}

// begins is where the words of a date stand in their source.
func begins(d briefing.Dating) int {
	if len(d.Evidence) == 0 {
		return math.MaxInt32
	}
	return d.Evidence[0].Start
}

// datedIn reports whether a source gives words for the date of an event.
func datedIn(e *briefing.Event, source string) bool {
	in := func(d briefing.Dating) bool {
		return slices.ContainsFunc(d.Evidence, func(a briefing.Anchor) bool { return a.Source == source })
	}
	return in(e.Date) || slices.ContainsFunc(e.Alternatives, in)
}

// places joins the sentence names of an item: "S1, S2".
func (d *Desk) places(x *Index, p Pick) string { return strings.ReplaceAll(d.names(x, p), " ", ", ") }

// maxQuote is how many characters of its evidence a card quotes.
const maxQuote = 160

// standing is where an item stands and the words that it rests on, unless these
// are its title.
func (d *Desk) standing(x *Index, p Pick, ev []briefing.Anchor, title string) string {
	at := d.places(x, p)
	if len(ev) == 0 {
		return d.Words.Text("review.noEvidence")
	}
	quote := oneLine(ev[0].Exact)
	if strings.EqualFold(strings.TrimSuffix(quote, "."), strings.TrimSuffix(oneLine(title), ".")) {
		return at
	}
	if r := []rune(quote); len(r) > maxQuote {
		quote = string(r[:maxQuote])
		if i := strings.LastIndexByte(quote, ' '); i > 0 {
			quote = quote[:i]
		}
		quote += " …"
	}
	return at + " · " + isolate(d.Words.Text("statement.quoted", "words", quote))
}

// isolate keeps a text of another direction from mixing with what stands around
// it (UAX #9, FSI and PDI).
func isolate(s string) string { return "\u2068" + s + "\u2069" }

// ReviewCard is an item of the review as a tile with its buttons.
type ReviewCard struct {
	*kit.Tile
	Item    ReviewItem
	Buttons []*kit.Button
}

// Measures of a card, in points.
const (
	cardPadX, cardPadY = 12, 10
	cardHead           = 96 // width of the date
	cardGap            = 10
	cardMini           = 4   // between two buttons
	cardLeast          = 150 // of the text beside its buttons
)

// NewReviewCard returns a card; tapped is told a click beside its buttons.
func NewReviewCard(it ReviewItem, tapped func(), buttons ...*kit.Button) *ReviewCard {
	head := kit.Plain(it.Head, kit.BodyBold, kit.RoleInk)
	if it.Remark != "" {
		head = append(head, kit.Piece{Text: "\n" + it.Remark, Style: kit.SmallBold, Ink: kit.RoleMuted})
	}
	title := kit.Plain(it.Title, kit.BodyBold, kit.RoleInk)
	if it.Plain {
		title[0].Style = kit.Body
	}
	for _, n := range it.Notes {
		if n != "" {
			if rightToLeft(it.Title) {
				n = "\u200F" + n // below its title, not across from it
			}
			title = append(title, kit.Piece{Text: "\n" + n, Style: kit.Small, Ink: kit.RoleMuted})
		}
	}
	left, right := kit.NewBlock(head...), kit.NewBlock(title...)
	left.LineHeight, right.LineHeight = 1.45, 1.45
	objects := []fyne.CanvasObject{left, right}
	for _, b := range buttons {
		b.Small = true
		objects = append(objects, b)
	}
	body := kit.NewBox(func(width float32, place bool) float32 {
		row := rowWidth(buttons)
		text := width - 2*cardPadX - cardHead - cardGap
		below := it.Wide || text-cardGap-row < cardLeast
		if !below && row > 0 {
			text -= row + cardGap
		}
		lh, rh := left.HeightFor(cardHead), right.HeightFor(text)
		x := float32(cardPadX + cardHead + cardGap)
		h := max(lh, rh)
		if place {
			kit.Put(left, cardPadX, cardPadY, cardHead, lh)
			kit.Put(right, x, cardPadY, text, rh)
		}
		switch {
		case len(buttons) == 0:
		case below:
			h = max(lh, rh+8+putButtons(buttons, x, cardPadY+rh+8, text, place))
		default:
			putButtons(buttons, width-cardPadX-row, cardPadY, row, place)
			h = max(h, 24)
		}
		return h + 2*cardPadY
	}, objects...)
	c := &ReviewCard{Tile: kit.NewTile(body, tapped), Item: it, Buttons: buttons}
	c.Name = it.Title
	return c
}

func rowWidth(buttons []*kit.Button) (w float32) {
	for i, b := range buttons {
		if i > 0 {
			w += cardMini
		}
		w += b.Natural().Width
	}
	return w
}

// putButtons sets buttons in as many rows as they need, from x, y, and returns how
// high these are.
func putButtons(buttons []*kit.Button, x, y, width float32, place bool) float32 {
	const high = 24
	left, top := float32(0), float32(0)
	for _, b := range buttons {
		n := b.Natural().Width
		if left > 0 && left+n > width {
			left, top = 0, top+high+cardMini
		}
		if place {
			kit.Put(b, x+left, y+top, min(n, width), high)
		}
		left += n + cardMini
	}
	return top + high
}

// NewReviewStrip returns a check as an amber strip with its answers as buttons.
func NewReviewStrip(words, detail string, tapped func(), buttons ...*kit.Button) kit.Block {
	back := kit.NewFrame(kit.RoleWarnBack, kit.RoleNone, 6)
	pieces := kit.Plain(words, kit.NoteBold, kit.RoleWarn)
	if detail != "" {
		pieces = append(pieces, kit.Piece{Text: "  " + detail, Style: kit.Note, Ink: kit.RoleWarn})
	}
	text := kit.NewText(pieces...)
	text.LineHeight = 1.45
	text.OnTap = func(string) { tapped() }
	objects := []fyne.CanvasObject{back, text}
	for _, b := range buttons {
		b.Small, b.Ink = true, kit.RoleWarn
		objects = append(objects, b)
	}
	return kit.NewBox(func(width float32, place bool) float32 {
		const padX, padY, gap = 12, 8, 5
		inner := width - 2*padX
		h := text.HeightFor(inner)
		if place {
			kit.Put(text, padX, padY, inner, h)
		}
		high := h + gap + putButtons(buttons, padX, padY+h+gap, inner, place) + 2*padY
		if place {
			kit.Put(back, 0, 0, width, high)
		}
		return high
	}, objects...)
}
