package panels

import (
	"strings"

	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/app/i18n"
	"briefline/app/outline"
	"briefline/app/typeset"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
)

// Desk is what the panels of one window share: the words, and whom to tell of
// a gesture. Every function must be
// set but those that say otherwise.
type Desk struct {
	Words *i18n.Catalog
	// Pick is told what the person picked.
	Pick func(Pick)
	// Hover is told what the pointer rests on and where the bubble about it may
	// hang; the zero Pick when it rests on nothing.
	Hover func(p Pick, at fyne.Position)
	// Resized is told when a panel has become higher or lower.
	Resized func()
	// Reveal is asked to scroll to a stretch of a rover.
	Reveal func(r *kit.Rover, y, h float32)
	// Scroll is told that the wheel turned over what does not take it, to scroll the
	// page that this stands on; nil where there is none.
	Scroll func(*fyne.ScrollEvent)
	// Publish asks the person for the publication date of a source, by its ID; nil
	// where nothing can be changed, and then no button offers it.
	Publish func(source string)
	// Menu is told that the person asks what can be done with something, and where
	// on the canvas the answer may hang; Edit and Delete that it is to be edited or
	// taken away. They are nil where nothing can be changed, and then no button
	// offers it.
	Menu         func(p Pick, at fyne.Position)
	Edit, Delete func(p Pick)
	// Picked returns what is picked; nil like Menu.
	Picked func() Pick
	// Move is told the date that an event was dragged to along the timeline; nil
	// like Menu, and then dragging only pans.
	Move func(id string, d edtf.Date)
	// Keys words the keys in a tip as the platform does; nil leaves them.
	Keys func(tip string) string
	// Focus is asked to give a rover the keyboard.
	Focus func(fyne.Focusable)
}

// Silent returns a desk that shows words and tells nobody, for pictures.
func Silent(words *i18n.Catalog) *Desk {
	return &Desk{
		Words: words, Pick: func(Pick) {}, Hover: func(Pick, fyne.Position) {}, Resized: func() {},
		Reveal: func(*kit.Rover, float32, float32) {}, Focus: func(fyne.Focusable) {},
	}
}

// FirstTexts returns what of a briefing the first screen is likely to show, by
// style, for kit.Warm.
func FirstTexts(b *briefing.Briefing) map[typeset.Style][]string {
	out := map[typeset.Style][]string{
		kit.Headline: {b.Title.Text},
		kit.Lead:     {b.BottomLine.Text},
		kit.Chip:     {"S0123456789"},
	}
	add := func(style typeset.Style, s string) {
		const enough = 12
		if len(out[style]) < enough {
			out[style] = append(out[style], s)
		}
	}
	for _, l := range b.KeyPoints {
		add(kit.Body, l.Text)
	}
	for _, p := range b.Participants {
		add(kit.BodyBold, p.Name)
		add(kit.Small, p.Role)
		for _, n := range p.Names {
			add(kit.Small, n.Text)
		}
	}
	for _, e := range b.Events {
		add(titleStyle, e.Title)
	}
	for _, c := range b.Checks[:min(len(b.Checks), stripChecks)] {
		add(kit.Note, c.Words)
	}
	return out
}

// text returns a selectable text whose links are picks; a click beside them
// picks own, when that is not zero.
func (d *Desk) text(own Pick, pieces ...kit.Piece) *kit.Text {
	t := kit.NewText(pieces...)
	t.OnTap = func(link string) {
		p := ParsePick(link)
		if p.Kind == KindNone {
			p = own
		}
		if p.Kind != KindNone {
			d.Pick(p)
		}
	}
	t.OnHover = func(link string, at fyne.Position) { d.Hover(ParsePick(link), at) }
	t.OnMenu = func(link string, at fyne.Position) {
		p := own
		if p.Kind == KindNone {
			p = ParsePick(link)
		}
		d.menu(p, at)
	}
	return t
}

func (d *Desk) keys(tip string) string {
	if d.Keys == nil {
		return tip
	}
	return d.Keys(tip)
}

// menu asks what can be done with p, if anything can.
func (d *Desk) menu(p Pick, at fyne.Position) {
	if d.Menu != nil && p.Kind != KindNone && p.Kind != kindMore {
		d.Menu(p, at)
	}
}

// item is a stop of the arrow keys that picks p, or edits it once it is picked, and
// whose other keys are about it too.
func (d *Desk) item(p Pick, o fyne.CanvasObject) kit.Item {
	it := kit.Item{Object: o, Activate: func() {
		if d.Picked != nil && d.Edit != nil && d.Picked() == p {
			d.Edit(p)
			return
		}
		d.Pick(p)
	}}
	if d.Menu != nil {
		it.Menu = func(at fyne.Position) { d.Menu(p, at) }
	}
	if d.Edit != nil {
		it.Edit = func() { d.Edit(p) }
	}
	if d.Delete != nil {
		it.Delete = func() { d.Delete(p) }
	}
	return it
}

// rover returns a keyboard stop around content.
func (d *Desk) rover(name string, content kit.Block, items func() []kit.Item) *kit.Rover {
	r := kit.NewRover(name, content, items)
	r.Reveal = func(r *kit.Rover, y, h float32) { d.Reveal(r, y, h) }
	return r
}

// maxChips is how many references a line shows; the rest are counted.
const maxChips = 8

// chips returns the pills of an item's sentences.
func (d *Desk) chips(x *Index, p Pick) []kit.Piece { return d.refChips(x, x.Refs(p)) }

// refChips returns the pills of sentences.
func (d *Desk) refChips(x *Index, refs []briefing.Ref) []kit.Piece {
	var out []kit.Piece
	for i, r := range refs {
		if i == maxChips && len(refs) > maxChips+1 {
			more := d.Words.Text("chips.more", "n", len(refs)-maxChips)
			return append(out, kit.Piece{Text: "\u00A0" + more, Style: kit.Small, Ink: kit.RoleMuted})
		}
		out = append(out, kit.ChipPiece(i, x.Briefing.RefName(r), SentencePick(r).String())...)
	}
	return out
}

// names joins the sentence names of an item: "S1 S2 S10".
func (d *Desk) names(x *Index, p Pick) string {
	refs := x.Refs(p)
	var out []string
	for i, r := range refs {
		if i == maxChips && len(refs) > maxChips+1 {
			out = append(out, d.Words.Text("chips.more", "n", len(refs)-maxChips))
			break
		}
		out = append(out, x.Briefing.RefName(r))
	}
	return strings.Join(out, " ")
}

// stress splits a line so that its stressed words stand in bold.
func stress(l *briefing.Line, plain, bold kit.Piece) []kit.Piece {
	before, after, ok := strings.Cut(l.Text, l.Stress)
	if l.Stress == "" || !ok {
		plain.Text = l.Text
		return []kit.Piece{plain}
	}
	tail := plain
	plain.Text, bold.Text, tail.Text = before, l.Stress, after
	return []kit.Piece{plain, bold, tail}
}

// addedMark is the remark after what the editor added, nil for anything else.
func (d *Desk) addedMark(b briefing.Basis, style kit.Piece) []kit.Piece {
	if b != briefing.BasisAdded {
		return nil
	}
	style.Text, style.Ink = " · "+d.Words.Text("basis.added"), kit.RoleAdded
	return []kit.Piece{style}
}

// detail is the line below an event: "2016 · Iran – Kyrgyzstan · S10".
func (d *Desk) detail(x *Index, e *briefing.Event) string {
	var parts []string
	remark, _ := outline.Remark(d.Words, e)
	for _, s := range []string{outline.When(d.Words, e, nil), remark, d.names(x, Pick{KindEvent, e.ID})} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " · ")
}
