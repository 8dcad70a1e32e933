package views

import (
	"briefline/views/forms"
	"briefline/views/kit"
	"briefline/views/panels"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// searchBar is the bar along the top: name, search field, buttons.
type searchBar struct {
	*kit.Box
	f     *Frame
	field *searchField
}

func newSearchBar(f *Frame) *searchBar {
	s := &searchBar{f: f}
	back, edge := kit.NewFill(kit.RoleSurface), kit.NewFill(kit.RoleLine)
	name := kit.NewLabel(f.words.Text("app.name"), kit.LeadBold, kit.RoleAccent)
	shelves := kit.NewButton(f.words.Text("library.name"), func() { f.library.toggle() })
	shelves.Tip = f.words.Text("tip.library", "keys", kit.Keys("Main+B"))
	s.field = newSearchField(f)
	open := kit.NewButton(f.words.Text("bar.open"), func() {
		if f.open != nil {
			f.open()
		}
	})
	pages := kit.NewButton(f.words.Text("bar.print"), f.openPrint)
	pages.Main = true
	open.Tip, pages.Tip = f.words.Text("tip.open", "keys", kit.Keys("Main+O")), f.words.Text("tip.print", "keys", kit.Keys("Main+P"))
	fresh := kit.NewButton(f.words.Text("bar.new"), f.openNew)
	more := kit.NewButton(f.words.Text("bar.menu"), nil)
	fresh.Tip, more.Tip = f.words.Text("tip.new", "keys", kit.Keys("Main+N")), f.words.Text("tip.main")
	more.OnTap = func() {
		at := more.Position()
		f.mainMenu(fyne.NewPos(at.X, at.Y+more.Size().Height+4))
	}
	s.Box = kit.NewBox(func(width float32, place bool) float32 {
		if !place {
			return barHeight
		}
		n := name.Natural()
		kit.Put(back, 0, 0, width, barHeight)
		kit.Put(edge, 0, barHeight-1, width, 1)
		kit.Put(name, 18, (barHeight-n.Height)/2, n.Width, n.Height)
		right := width - sidePad
		button := func(b *kit.Button, show bool) {
			setVisible(b, show)
			if show {
				n := b.Natural()
				kit.Put(b, right-n.Width, 10, n.Width, 32)
				right -= n.Width + 10
			}
		}
		button(more, true)
		button(pages, true)
		button(open, f.open != nil)
		button(fresh, f.make != nil)
		right -= 6
		x := 18 + n.Width + 28
		// The button stands where the column does not, and the field begins where
		// the column ends.
		listed := f.library != nil
		setVisible(shelves, listed && !(f.library.docked(width) > 0))
		if listed && shelves.Visible() {
			b := shelves.Natural()
			shelves.Chosen = f.library.shown(width)
			kit.Put(shelves, x-8, 10, b.Width, 32)
			x += b.Width + 4
		} else if listed {
			x = libraryWidth
		}
		kit.Put(s.field, x, 10, min(520, right-x), 32)
		return barHeight
	}, back, edge, name, shelves, s.field, fresh, open, pages, more)
	return s
}

// focus puts the keyboard into the search field.
func (s *searchBar) focus() { s.field.begin() }

// searchField looks like a field until someone types into it: Fyne's own field
// needs Fyne's fonts, which would be loaded before the first frame for nothing.
type searchField struct {
	widget.BaseWidget
	f     *Frame
	frame *kit.Fill
	label *kit.Label
	entry *searchEntry
	typed bool // the entry shows
}

func newSearchField(f *Frame) *searchField {
	s := &searchField{f: f, frame: kit.NewFrame(kit.RolePaper, kit.RoleControl, 6)}
	s.label = kit.NewLabel(f.words.Text("search.hint"), kit.Body, kit.RoleMuted)
	s.ExtendBaseWidget(s)
	return s
}

// begin shows the real field and gives it the keyboard.
func (s *searchField) begin() {
	if s.entry == nil {
		s.entry = newSearchEntry(s)
		s.entry.Move(fyne.NewPos(0, 0))
		s.entry.Resize(s.Size())
	}
	s.show(true)
	s.f.canvas.Focus(s.entry)
	s.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// show shows the real field or what looks like it.
func (s *searchField) show(entry bool) {
	if s.typed != entry {
		s.typed = entry
		s.Refresh()
		s.f.canvas.Refresh(s)
	}
}

// Tapped implements fyne.Tappable.
func (s *searchField) Tapped(*fyne.PointEvent) { s.begin() }

// FocusGained passes the keyboard on to the real field.
func (s *searchField) FocusGained() { s.begin() }

// FocusLost implements fyne.Focusable.
func (s *searchField) FocusLost() {}

// TypedRune implements fyne.Focusable.
func (s *searchField) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (s *searchField) TypedKey(*fyne.KeyEvent) {}

// Cursor implements desktop.Cursorable.
func (s *searchField) Cursor() desktop.Cursor { return desktop.TextCursor }

// CreateRenderer implements fyne.Widget.
func (s *searchField) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	return &searchRenderer{s}
}

type searchRenderer struct{ s *searchField }

func (r *searchRenderer) Layout(size fyne.Size) {
	kit.Put(r.s.frame, 0, 0, size.Width, size.Height)
	n := r.s.label.Natural()
	kit.Put(r.s.label, 11, (size.Height-n.Height)/2, max(1, min(n.Width, size.Width-22)), n.Height)
	if r.s.entry != nil {
		r.s.entry.Resize(size)
	}
}
func (r *searchRenderer) MinSize() fyne.Size { return fyne.NewSize(120, 32) }
func (r *searchRenderer) Objects() []fyne.CanvasObject {
	if r.s.typed {
		return []fyne.CanvasObject{r.s.entry}
	}
	return []fyne.CanvasObject{r.s.frame, r.s.label}
}
func (r *searchRenderer) Destroy() {}
func (r *searchRenderer) Refresh() {
	r.s.frame.Refresh()
	r.s.label.Refresh()
	if r.s.entry != nil {
		r.s.entry.Refresh()
	}
}

// searchEntry is the field being typed in; the arrow keys move in the results.
type searchEntry struct {
	widget.Entry
	field *searchField
}

func newSearchEntry(s *searchField) *searchEntry {
	e := &searchEntry{field: s}
	e.ExtendBaseWidget(e)
	e.SetPlaceHolder(s.f.words.Text("search.hint"))
	e.Scroll = fyne.ScrollNone
	e.OnChanged = s.f.results.find
	return e
}

// TypedKey implements fyne.Focusable.
func (e *searchEntry) TypedKey(ev *fyne.KeyEvent) {
	r := e.field.f.results
	switch ev.Name {
	case fyne.KeyDown:
		r.move(1)
	case fyne.KeyUp:
		r.move(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		r.choose()
	case fyne.KeyEscape:
		if r.Visible() {
			r.close()
			return
		}
		e.field.f.canvas.Unfocus()
	case fyne.KeyF2, forms.KeyMenu, fyne.KeyF10:
		e.field.f.canvas.Unfocus()   // the search is over
		e.field.f.forms.Key(ev.Name) // about what was found
	default:
		e.Entry.TypedKey(ev)
	}
}

// FocusGained shows the results of what stands in the field again.
func (e *searchEntry) FocusGained() {
	e.Entry.FocusGained()
	e.field.f.results.find(e.Text)
}

// FocusLost shows the hint again when nothing was typed.
func (e *searchEntry) FocusLost() {
	e.Entry.FocusLost()
	if e.Text == "" {
		e.field.show(false)
	}
}

// results is the list below the search field.
type results struct {
	*kit.Box
	f     *Frame
	page  *kit.Page
	list  *kit.Box
	rows  []*kit.Row
	found []panels.Result
	at    int
	lib   librarySearch
}

// resultsMost is how high the list of results gets, in points.
const resultsMost = 420

func newResults(f *Frame) *results {
	r := &results{f: f, list: kit.Stack(0)}
	back := kit.NewFrame(kit.RoleSurface, kit.RoleControl, 8)
	holder := kit.NewBox(func(width float32, place bool) float32 {
		h := r.list.HeightFor(width - 2*sidePad)
		if place {
			kit.Put(r.list, sidePad, 8, width-2*sidePad, h)
		}
		return h + 16
	})
	r.page = kit.NewPage(holder)
	r.Box = kit.NewBox(func(width float32, place bool) float32 {
		h := r.Box.Size().Height
		if place {
			holder.SetObjects(r.list)
			kit.Put(back, 0, 0, width, h)
			kit.Put(r.page, 1, 1, width-2, h-2)
		}
		return h
	}, back, r.page)
	r.Box.Hide()
	return r
}

// find shows what the briefing has for a query.
func (r *results) find(query string) {
	if r.f.index == nil {
		return
	}
	r.found, r.at = r.f.desk.Find(r.f.index, query), 0
	r.searchLibrary(query)
	r.build(query)
}

// build shows what was found so far.
func (r *results) build(query string) {
	r.rows = nil
	var blocks []kit.Block
	grouped := r.f.library != nil
	shown := r.found
	if grouped && len(shown) > 0 {
		blocks = append(blocks, r.heading("search.here"))
		shown = shown[:min(len(shown), r.lib.most())]
	}
	for i, res := range shown {
		blocks = append(blocks, r.row(i, res))
	}
	blocks = append(blocks, r.libraryBlocks(len(shown))...)
	if len(r.rows) == 0 {
		switch {
		case query == "":
			r.close()
			return
		case grouped && r.lib.waiting:
			blocks = append(blocks, kit.NewBlock(kit.Plain(r.f.words.Text("search.looking"), kit.Body, kit.RoleMuted)...))
		case grouped:
			blocks = append(blocks, kit.NewBlock(kit.Plain(r.f.words.Text("search.nowhere", "query", query), kit.Body, kit.RoleMuted)...))
		default:
			blocks = append(blocks, kit.NewBlock(kit.Plain(r.f.words.Text("search.nothing", "query", query), kit.Body, kit.RoleMuted)...))
		}
	}
	r.at = min(r.at, max(0, len(r.rows)-1))
	r.list = kit.Stack(6, blocks...)
	r.mark()
	r.Box.Show()
	r.place(r.f.root.Size())
	r.page.ScrollTo(0)
	r.Box.Refresh()
	r.f.canvas.Refresh(r.Box)
}

func (r *results) row(i int, res panels.Result) kit.Block {
	title := kit.NewBlock(kit.Plain(res.Title, kit.Body, kit.RoleInk)...)
	title.MaxLines = 2
	where := kit.NewBlock(kit.Plain(res.Where, kit.Small, kit.RoleMuted)...)
	row := kit.NewRow(kit.Stack(0, title, where), func() {
		r.at = i
		r.choose()
	})
	row.Name = res.Title
	r.rows = append(r.rows, row)
	return row
}

// place hangs the list below the field.
func (r *results) place(s fyne.Size) {
	if !r.Visible() {
		return
	}
	field := r.f.search.field
	w := max(field.Size().Width, 360)
	h := min(r.list.HeightFor(w-2*sidePad-2)+18, resultsMost, s.Height-barHeight-20)
	kit.Put(r.Box, field.Position().X, barHeight-6, w, h)
	r.Box.Arrange()
	r.page.Reflow()
}

func (r *results) mark() {
	for i, row := range r.rows {
		state := kit.RowPlain
		if i == r.at {
			state = kit.RowPicked
		}
		row.SetState(state)
	}
}

func (r *results) move(n int) {
	if len(r.rows) == 0 {
		return
	}
	r.at = min(max(r.at+n, 0), len(r.rows)-1)
	r.mark()
	row := r.rows[r.at]
	if pos, ok := kit.Offset(row, r.page.Content()); ok {
		r.page.Reveal(pos.Y, row.Size().Height)
	}
}

// choose picks the result that is marked.
func (r *results) choose() {
	if here := len(r.rows) - r.lib.rows; r.at < here {
		p := r.found[r.at].Pick
		r.f.canvas.Unfocus() // a field keeps the window's shortcuts to itself
		r.f.Pick(p)
		r.f.Reveal(p)
	} else if r.at < len(r.rows) {
		r.chooseLibrary(r.at - here)
	}
}

func (r *results) close() {
	if r.lib.cancel != nil { // an answer that comes now would open the list again
		r.lib.cancel()
		r.lib.cancel, r.lib.waiting = nil, false
	}
	if r.Visible() {
		r.Box.Hide()
	}
}
