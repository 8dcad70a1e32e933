package views

import (
	"bytes"
	"image"
	"image/png"
	"log"
	"strconv"
	"strings"

	"briefline/app/about"
	"briefline/assets"
	"briefline/views/kit"
	"briefline/views/stage"

	"fyne.io/fyne/v2"
	"golang.org/x/image/draw"
)

// aboutView tells which program this is and on whose work it stands. It stands
// in the window's place until it is closed.
type aboutView struct {
	f       *Frame
	root    *fyne.Container
	bar     *kit.Box
	page    *kit.Page
	field   *kit.Field
	count   *kit.Label
	rover   *kit.Rover
	list    *kit.Box
	entries []*licenceEntry
	shown   []*licenceEntry // that the search left
}

// licenceEntry is one licence: a row that opens its text and closes it again.
type licenceEntry struct {
	licence about.Licence
	lower   string // all that is searched, in small letters
	row     *kit.Row
	sign    *kit.Label
	text    *kit.Box // nil until it is opened first
	open    bool
	block   *kit.Box
}

func newAboutView(f *Frame, program about.Program, licences []about.Licence) *aboutView {
	v := &aboutView{f: f}
	w := f.words
	v.bar = viewBar(w.Text("about.title"), nil, kit.NewButton(w.Text("about.close"), f.stage.Clear))
	for _, l := range licences {
		v.entries = append(v.entries, v.entry(l))
	}
	v.shown = v.entries
	v.list = kit.NewBox(v.arrangeList, v.blocks()...)
	v.rover = kit.NewRover(w.Text("about.licences"), v.list, v.items)
	v.rover.Reveal = func(r *kit.Rover, y, h float32) {
		if pos, ok := kit.Offset(r, v.page.Content()); ok {
			v.page.Reveal(pos.Y+y, h)
		}
	}
	v.page = kit.NewPage(v.column(program))
	v.root = columnView(v.bar, v.page)
	return v
}

// openAbout shows the view in the window's place.
func (f *Frame) openAbout() {
	if _, open := stage.Find[*aboutView](f.stage); open {
		return
	}
	licences, _, err := about.ReadLicences(assets.Licences())
	if err != nil {
		log.Print(err) // a fault of the build, which its tests find
	}
	f.openView(func() *stage.Layer {
		v := newAboutView(f, f.program, licences)
		return &stage.Layer{Object: v.root, Of: v, Turn: turning(func() *kit.Page { return v.page })}
	})
}

// column is all below the bar.
func (v *aboutView) column(program about.Program) kit.Block {
	w := v.f.words
	name := kit.NewBlock(kit.Plain(w.Text("app.name"), kit.Headline, kit.RoleAccent)...)
	what := kit.NewBlock(kit.Plain(w.Text("about.what"), kit.Body, kit.RoleInk)...)
	// Selectable, for those who report a fault.
	version := kit.NewText(kit.Plain(aboutVersion(v, program), kit.Body, kit.RoleInk)...)
	own := kit.NewBlock(kit.Plain(w.Text("about.own"), kit.Small, kit.RoleMuted)...)
	head := kit.NewBlock(kit.Plain(strings.ToUpper(w.Text("about.licences")), kit.Caption, kit.RoleMuted)...)
	others := kit.NewBlock(kit.Plain(w.Text("about.others"), kit.Body, kit.RoleInk)...)
	v.field = kit.NewField("", w.Text("about.search"))
	v.field.OnType, v.field.OnDone = v.search, v.f.fieldLeft
	v.count = kit.NewLabel("", kit.Small, kit.RoleMuted)
	v.say()
	search := kit.NewBox(func(width float32, place bool) float32 {
		n := v.count.Natural()
		if place {
			kit.Put(v.field, 0, 0, min(360, width-n.Width-16), 33)
			kit.Put(v.count, width-n.Width, (33-n.Height)/2, n.Width, n.Height)
		}
		return 33
	}, v.field, v.count)
	icon := kit.NewPicture(w.Text("app.name"), 1, paintIcon)
	top := kit.NewBox(func(width float32, place bool) float32 {
		const side, gap = 64, 18
		inner := width - side - gap
		hn, hw := name.HeightFor(inner), what.HeightFor(inner)
		if place {
			kit.Put(icon, 0, 0, side, side)
			y := max(0, (side-hn-2-hw)/2)
			kit.Put(name, side+gap, y, inner, hn)
			kit.Put(what, side+gap, y+hn+2, inner, hw)
		}
		return max(side, hn+2+hw)
	}, icon, name, what)
	stack := kit.Stack(0, top, kit.Space(18), version, kit.Space(4), own,
		kit.Space(28), head, kit.Space(6), others, kit.Space(12), search, kit.Space(14), v.rover)
	return centredColumn(stack)
}

// paintIcon returns the program's icon, w by h pixels.
func paintIcon(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	if icon, err := png.Decode(bytes.NewReader(assets.Icon())); err == nil { // it is built in, and a test reads it
		draw.CatmullRom.Scale(img, img.Rect, icon, icon.Bounds(), draw.Src, nil)
	}
	return img
}

// aboutVersion words what is known of the program.
func aboutVersion(v *aboutView, p about.Program) string {
	w := v.f.words
	facts := []string{w.Text("about.version", "version", p.Version)}
	if p.Build > 0 {
		facts = append(facts, w.Text("about.build", "build", strconv.Itoa(p.Build)))
	}
	if p.Commit != "" {
		facts = append(facts, w.Text("about.commit", "commit", p.Commit))
	}
	return strings.Join(facts, " · ")
}

// entry returns the row of a licence.
func (v *aboutView) entry(l about.Licence) *licenceEntry {
	e := &licenceEntry{licence: l, lower: strings.ToLower(strings.Join(l.Works, "\n") + "\n" + l.Kind + "\n" + l.Text)}
	e.sign = kit.NewLabel("▶", kit.Small, kit.RoleMuted)
	names := kit.NewBlock(kit.Plain(strings.Join(l.Works, "\n"), kit.Body, kit.RoleInk)...)
	kind := kit.NewLabel(l.Kind, kit.Small, kit.RoleMuted)
	line := kit.NewBox(func(width float32, place bool) float32 {
		const indent = 20
		k, s := kind.Natural(), e.sign.Natural()
		k.Width = min(k.Width, width/2)
		inner := width - indent - k.Width - 16
		h := names.HeightFor(inner)
		if place {
			kit.Put(e.sign, 0, 8, s.Width, s.Height)
			kit.Put(names, indent, 6, inner, h)
			kit.Put(kind, width-k.Width, 7, k.Width, k.Height)
		}
		return h + 12
	}, e.sign, names, kind)
	e.row = kit.NewRow(line, func() { v.toggle(e) })
	e.row.Name = strings.Join(l.Works, ", ") + ", " + l.Kind
	rule := kit.NewFill(kit.RoleLine)
	e.block = kit.NewBox(func(width float32, place bool) float32 {
		h := e.row.HeightFor(width)
		if place {
			kit.Put(e.row, 0, 0, width, h)
		}
		if e.open {
			t := e.text.HeightFor(width - 20)
			if place {
				kit.Put(e.text, 20, h+4, width-20, t)
			}
			h += 4 + t + 14
		}
		if place {
			kit.Put(rule, 0, h, width, 1)
		}
		return h + 1
	}, e.row, rule)
	return e
}

// toggle opens the text of a licence, or closes it.
func (v *aboutView) toggle(e *licenceEntry) {
	e.open = !e.open
	sign := "▶"
	if e.open {
		sign = "▼"
		if e.text == nil {
			e.text = licenceText(e.licence.Text)
			e.block.SetObjects(append(e.block.Objects(), e.text)...)
		}
	}
	setVisible(e.text, e.open)
	e.sign.SetPieces(kit.Plain(sign, kit.Small, kit.RoleMuted)...)
	v.page.Reflow()
	v.f.canvas.Refresh(v.root)
}

// licenceText sets a text in its paragraphs: what is scrolled away is not painted,
// and some of them are as long as a book.
func licenceText(text string) *kit.Box {
	var blocks []kit.Block
	for part := range strings.SplitSeq(text, "\n\n") {
		if part = strings.Trim(part, "\n"); part != "" {
			blocks = append(blocks, kit.NewText(kit.Plain(part, kit.Small, kit.RoleInk)...))
		}
	}
	return kit.Stack(8, blocks...)
}

// search leaves the licences in which all of the words stand.
func (v *aboutView) search(text string) {
	words := strings.Fields(strings.ToLower(text))
	v.shown = nil
	for _, e := range v.entries {
		all := true
		for _, word := range words {
			all = all && strings.Contains(e.lower, word)
		}
		if all {
			v.shown = append(v.shown, e)
		}
	}
	v.list.SetObjects(v.blocks()...)
	v.say()
	v.page.Reflow()
	v.f.canvas.Refresh(v.root)
}

// say tells how many licences the search left.
func (v *aboutView) say() {
	v.count.SetPieces(kit.Plain(v.f.words.Text("about.count", "shown", len(v.shown), "n", len(v.entries)), kit.Small, kit.RoleMuted)...)
}

func (v *aboutView) blocks() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(v.shown))
	for i, e := range v.shown {
		objects[i] = e.block
	}
	return objects
}

func (v *aboutView) arrangeList(width float32, place bool) float32 {
	y := float32(0)
	for _, e := range v.shown {
		h := e.block.HeightFor(width)
		if place {
			kit.Put(e.block, 0, y, width, h)
		}
		y += h
	}
	return y
}

func (v *aboutView) items() []kit.Item {
	items := make([]kit.Item, len(v.shown))
	for i, e := range v.shown {
		items[i] = kit.Item{Object: e.row, Activate: func() { v.toggle(e) }}
	}
	return items
}
