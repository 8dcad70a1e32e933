package views

import (
	"context"
	"log"
	"slices"
	"strings"
	"time"

	"briefline/app/briefing"
	"briefline/app/library"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
)

// Measures of the library's column, in points.
const (
	libraryWidth = 248
	// libraryLeast is how wide a window must be for the column to stand beside the
	// others. In a narrower one it lies over them, when it is asked for.
	libraryLeast = 1180
	libraryPad   = 12
	// libraryFirst is how many entries are read before anything is shown; the rest
	// follows.
	libraryFirst = 50
)

// libraryPanel is the column that lists the library.
type libraryPanel struct {
	*kit.Box
	f     *Frame
	head  *kit.Label
	chips []*kit.Button // by state
	dates *kit.Button
	list  *kit.List
	hint  *kit.Label  // what to do where the list is empty
	act   *kit.Button // does it
	rule  *kit.Fill

	entries []library.Entry
	counts  library.Counts
	filter  library.Filter
	narrow  string // what the filter by date is called; empty: any date
	turn    int    // counts the reads begun; an old one is thrown away
	hidden  bool   // in a wide window, by the person's choice
	drawer  bool   // it lies over the others in a narrow window
}

// listing is what the library's column begins with.
type listing struct {
	entries []library.Entry
	counts  library.Counts
}

// readListing reads the numbers of the library and the first entries of a list.
func readListing(ctx context.Context, lib *library.Library, filter library.Filter) (s listing, err error) {
	if s.counts, err = lib.Counts(ctx); err == nil {
		s.entries, err = lib.List(ctx, filter)
	}
	return s, err
}

var libraryStates = []library.State{library.StateAny, library.StateDraft, library.StateReviewed, library.StateTrash}

func newLibraryPanel(f *Frame) *libraryPanel {
	p := &libraryPanel{f: f}
	back, edge := newShield(), kit.NewFill(kit.RoleLine)
	p.rule = kit.NewFill(kit.RoleLine)
	p.head = kit.NewLabel("", kit.Caption, kit.RoleMuted)
	objects := []fyne.CanvasObject{back, edge, p.head}
	for _, state := range libraryStates {
		b := kit.NewButton("", func() { p.choose(state) })
		b.Small = true
		p.chips = append(p.chips, b)
		objects = append(objects, b)
	}
	p.dates = kit.NewButton("", nil)
	p.dates.Small, p.dates.OnTap = true, p.askDates
	p.list = kit.NewList(f.words.Text("library.name"))
	p.list.Row = func(i int) kit.ListRow { return p.row(&p.entries[i]) }
	p.list.Key = func(i int) string { return p.entries[i].ID }
	p.list.OnOpen = func(i int) { p.open(p.entries[i].ID) }
	p.list.OnMenu = p.openMenu
	p.list.OnKey = p.key
	p.hint = kit.NewBlock()
	p.act = kit.NewButton("", nil)
	objects = append(objects, p.dates, p.list.Page, p.hint, p.act, p.rule)
	p.Box = kit.NewBox(func(width float32, place bool) float32 {
		h := p.Box.Size().Height
		if place {
			kit.Put(back, 0, 0, width, h)
			kit.Put(edge, width-1, 0, 1, h)
			p.place(width, h)
		}
		return h
	}, objects...)
	p.refresh()
	return p
}

// place puts what the column holds.
func (p *libraryPanel) place(width, h float32) {
	inner := width - 2*libraryPad - 1
	n := p.head.Natural()
	kit.Put(p.head, libraryPad, 14, min(n.Width, inner), n.Height)
	x, y := float32(libraryPad), float32(14)+n.Height+8
	const gap = 4
	for _, b := range append(slices.Clone(p.chips), p.dates) {
		w := min(b.Natural().Width, inner)
		if x > libraryPad && x+w > libraryPad+inner {
			x, y = libraryPad, y+22+gap
		}
		kit.Put(b, x, y, w, 22)
		x += w + gap
	}
	y += 22 + 10
	kit.Put(p.rule, 0, y-1, width-1, 1)
	kit.Put(p.list.Page, libraryPad, y+4, inner, max(1, h-y-4))
	empty := len(p.entries) == 0
	setVisible(p.list.Page, !empty)
	setVisible(p.hint, empty)
	setVisible(p.act, empty && p.act.OnTap != nil)
	if empty {
		hh := p.hint.HeightFor(inner)
		kit.Put(p.hint, libraryPad, y+14, inner, hh)
		b := p.act.Natural()
		kit.Put(p.act, libraryPad, y+14+hh+14, min(b.Width, inner), 32)
	}
}

// shown reports whether the column is on the screen in a window of a width.
func (p *libraryPanel) shown(window float32) bool {
	if p == nil {
		return false
	}
	if window < libraryLeast {
		return p.drawer
	}
	return !p.hidden
}

// docked is how much of a window's width the column takes from the others.
func (p *libraryPanel) docked(window float32) float32 {
	if p.shown(window) && window >= libraryLeast {
		return libraryWidth
	}
	return 0
}

// toggle shows the column or hides it.
func (p *libraryPanel) toggle() {
	if p == nil {
		return
	}
	if p.f.size.Width < libraryLeast {
		p.drawer = !p.drawer
	} else {
		p.hidden = !p.hidden
		p.f.looks()
	}
	p.f.relayout()
	if p.shown(p.f.size.Width) {
		p.f.canvas.Focus(p.list)
	}
}

// row is what the list shows of a briefing.
func (p *libraryPanel) row(e *library.Entry) kit.ListRow {
	w := p.f.words
	r := kit.ListRow{Title: e.Title}
	if strings.TrimSpace(r.Title) == "" {
		r.Title = w.Text("library.untitled")
	}
	date := w.Text("library.noDate")
	if !e.Published.IsZero() {
		date = w.DateShort(e.Published)
	}
	switch {
	case !e.Trashed.IsZero():
		r.Note = w.Text("library.thrown", "when", w.Ago(e.Trashed, time.Now()))
	case e.Status == briefing.StatusDraft && e.OpenChecks > 0:
		r.Note, r.Warn = w.Text("library.toReview", "n", e.OpenChecks), true
	case e.Status == briefing.StatusDraft:
		r.Note = w.Text("status.draft") + " · " + date
	case e.Publisher != "":
		// A publisher in Arabic script must not turn the line, nor draw the day's
		// number to it.
		r.Note = "\u200e\u2068" + e.Publisher + "\u2069 · " + date
	default:
		r.Note = date
	}
	return r
}

// set shows what was read of the library.
func (p *libraryPanel) set(s listing) {
	p.counts, p.entries = s.counts, s.entries
	p.refresh()
}

// refresh words the column anew.
func (p *libraryPanel) refresh() {
	w, c := p.f.words, p.counts
	all := c.Drafts + c.Reviewed
	p.head.SetPieces(kit.Plain(strings.ToUpper(w.Text("library.head", "n", all)), kit.Caption, kit.RoleMuted)...)
	for i, n := range []int{all, c.Drafts, c.Reviewed, c.Trashed} {
		b := p.chips[i]
		b.Chosen = p.filter.State == libraryStates[i]
		b.SetText(w.Text("library.state."+[]string{"all", "drafts", "reviewed", "trash"}[i], "n", n))
	}
	p.dates.Chosen = p.narrow != ""
	if p.narrow == "" {
		p.dates.SetText(w.Text("library.anyDate"))
	} else {
		p.dates.SetText(p.narrow)
	}
	hint, label, do := "library.empty", "menu.new", p.f.openNew
	switch {
	case p.filtered():
		hint, label, do = "library.emptyFilter", "library.showAll", p.showAll
	case p.filter.State == library.StateTrash:
		hint, label, do = "library.emptyTrash", "library.showAll", p.showAll
	case p.f.make == nil:
		do = nil
	}
	p.hint.SetPieces(kit.Plain(w.Text(hint), kit.Body, kit.RoleMuted)...)
	p.act.SetText(w.Text(label))
	p.act.OnTap = do
	p.list.SetLen(len(p.entries))
	p.list.SetOpen(p.f.work.id)
	p.Box.Arrange()
	p.f.canvas.Refresh(p.Box)
}

// filtered reports whether an empty list may be the filter's doing.
func (p *libraryPanel) filtered() bool {
	return p.narrow != "" || p.filter.State == library.StateDraft || p.filter.State == library.StateReviewed
}

// read reads the list anew, beside the window: the first entries, then the rest.
func (p *libraryPanel) read() {
	lib := p.f.work.lib
	if lib == nil {
		return
	}
	p.turn++
	turn, filter := p.turn, p.filter
	show := func(limit int) (n int) {
		filter.Limit = limit
		s, err := readListing(context.Background(), lib, filter)
		p.f.later(func() {
			switch {
			case turn != p.turn:
			case err != nil:
				log.Print(err)
				p.f.Say(p.f.problem(err))
			default:
				p.set(s)
			}
		})
		return len(s.entries)
	}
	p.f.spawn(func() {
		if show(libraryFirst) == libraryFirst {
			show(0)
		}
	})
}

// choose shows the briefings of one state.
func (p *libraryPanel) choose(s library.State) {
	p.filter.State = s
	p.list.Choose("")
	p.list.Page.ScrollTo(0)
	p.read()
}

// showAll takes every filter away.
func (p *libraryPanel) showAll() {
	p.narrow, p.filter = "", library.Filter{}
	p.choose(library.StateAny)
}

// open shows a briefing of the list. Its place in the list stays: a list that
// moves under the pointer cannot be gone through.
func (p *libraryPanel) open(id string) {
	p.f.stage.Clear()
	p.f.work.openID(id)
	if p.drawer && p.f.size.Width < libraryLeast {
		p.toggle()
	}
}

// find returns where a briefing stands in the list, -1 for nowhere.
func (p *libraryPanel) find(id string) int {
	return slices.IndexFunc(p.entries, func(e library.Entry) bool { return e.ID == id })
}

// follow brings the list up to date with what happened to some briefings: changed
// ones stay where they are, new ones come to the top.
func (p *libraryPanel) follow(ids []string) {
	lib := p.f.work.lib
	if p == nil || lib == nil {
		return
	}
	const most = 40 // more of them, and reading everything is quicker
	if len(ids) > most {
		p.read()
		return
	}
	turn, filter := p.turn, p.filter
	p.f.background(func() func() {
		ctx := context.Background()
		counts, err := lib.Counts(ctx)
		now := map[string]library.Entry{} // those that are still there
		for _, id := range ids {
			e, err := lib.Entry(ctx, id)
			if err == nil && passes(filter, &e) {
				now[id] = e
			}
		}
		return func() {
			if turn != p.turn || err != nil {
				return // a newer reading is under way
			}
			p.counts = counts
			p.merge(ids, now)
			p.refresh()
		}
	})
}

// merge puts what is now known of some briefings into the list.
func (p *libraryPanel) merge(ids []string, now map[string]library.Entry) {
	entries := slices.Clone(p.entries)
	for _, id := range ids {
		e, there := now[id]
		i := slices.IndexFunc(entries, func(e library.Entry) bool { return e.ID == id })
		switch {
		case there && i >= 0:
			entries[i] = e
		case there && p.filter.Dates.IsZero():
			// Whether it is of a certain date only the library can tell: then it comes
			// with the next reading.
			entries = slices.Insert(entries, 0, e)
		case !there && i >= 0:
			entries = slices.Delete(entries, i, i+1)
		}
	}
	p.entries = entries
}

// passes reports whether an entry is of the state, and last used at the time,
// that a filter asks for.
func passes(f library.Filter, e *library.Entry) bool {
	if !f.UsedFrom.IsZero() && e.Used.Before(f.UsedFrom) {
		return false
	}
	trashed := !e.Trashed.IsZero()
	switch f.State {
	case library.StateTrash:
		return trashed
	case library.StateDraft:
		return !trashed && e.Status == briefing.StatusDraft
	case library.StateReviewed:
		return !trashed && e.Status == briefing.StatusReviewed
	}
	return !trashed
}
