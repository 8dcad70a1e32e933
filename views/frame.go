package views

import (
	"briefline/app/briefing"
	"briefline/app/i18n"
	"briefline/app/session"
	"briefline/app/settings"
	"briefline/views/forms"
	"briefline/views/kit"
	"briefline/views/panels"
	"briefline/views/stage"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Measures of the window, in points.
const (
	barHeight    = 52
	statusHeight = 26
	sideLeast    = 292
	sideMost     = 420
	sideTwin     = 390 // each of two columns
	sideShare    = 0.235
	mainMost     = 1180 // a line of text longer than that is hard to follow
	minWidth     = 720
	minHeight    = 420
)

// Frame is the content of a window that shows one briefing.
type Frame struct {
	words  *i18n.Catalog
	theme  *kit.Theme
	canvas fyne.Canvas
	host   // what the program around the window does for it
	board  // the panels of the briefing that is open
	desk   *panels.Desk
	stage  *stage.Stage // what lies over the panels
	forms  *forms.Forms // how what is open is edited
	work   *workspace   // what is open and where it is kept

	root    *fyne.Container // the panels with the bars and columns around them
	strip   *fyne.Container // over panels and views: the work that runs
	main    *kit.Page
	side    *sidePanel
	search  *searchBar
	results *results
	library *libraryPanel // nil where there is no library to list
	status  *statusBar
	notice  *notice
	hint    *hint
	bubble  *kit.Bubble
	task    *task

	lastNew string // what stands on the page that asks for an article, open or not
	hover   hover
	size    fyne.Size // that was laid out for
}

// newFrame returns the content for a canvas; Show fills it.
func newFrame(words *i18n.Catalog, theme *kit.Theme, canvas fyne.Canvas) *Frame {
	f := &Frame{words: words, theme: theme, canvas: canvas}
	f.desk = &panels.Desk{
		Words: words, Pick: f.Pick, Hover: f.hovered, Resized: f.reflow, Reveal: f.reveal, Scroll: f.scroll,
		Focus: func(o fyne.Focusable) { canvas.Focus(o) },
	}
	f.notice = newNotice(f)
	f.hint = newHint(f)
	f.bubble = kit.NewBubble()
	f.results = newResults(f)
	f.search = newSearchBar(f)
	f.status = newStatusBar(f)
	f.task = newTask(f)
	f.work = &workspace{f: f}
	f.root = container.New(frameLayout{f})
	f.strip = container.New(stripLayout{f}, f.task.Box)
	f.stage = stage.New(canvas, &stage.Layer{
		Object: f.root, Key: f.key, Mark: f.mark, Turn: turning(func() *kit.Page { return f.main }),
	}, f.strip)
	f.spawn = func(work func()) { go f.safely(work) }
	f.post = fyne.Do
	f.stage.OnPush = func() {
		f.bubble.Hide()
		f.results.close()
	}
	f.forms = forms.New(f, words, theme, canvas, f.stage)
	f.desk.Publish = f.forms.EditPublished
	f.desk.Menu, f.desk.Edit, f.desk.Delete, f.desk.Move = f.forms.Menu, f.forms.Edit, f.forms.Remove, f.forms.Move
	f.desk.Picked, f.desk.Keys = f.Picked, kit.Keys
	theme.OnKey, theme.OnRune, theme.OnTip = f.stage.Key, f.stage.Rune, f.tipped
	canvas.SetOnTypedKey(f.stage.Key)
	canvas.SetOnTypedRune(f.stage.Rune)
	f.shortcuts()
	return f
}

// Show replaces the briefing.
func (f *Frame) Show(b *briefing.Briefing) {
	f.stage.Clear()
	f.pick = panels.Pick{}
	f.build(b)
}

// update shows an edited version of the briefing that is open: what is picked,
// how far the window is scrolled and what stretch of time shows stay.
func (f *Frame) update(b *briefing.Briefing) {
	if f.index == nil {
		f.Show(b)
		return
	}
	if v, ok := f.follower(); ok {
		v.Replaced(b)
		return
	}
	pick, offset := f.pick, f.main.Offset()
	var sides [tabCount]float32
	for i, p := range f.side.pages {
		sides[i] = p.Offset()
	}
	axis, card, at := f.timeline, f.card, f.stop()
	f.build(b)
	f.timeline.Keep(axis)
	f.card.Keep(card)
	if f.index.Has(pick) {
		f.Pick(pick)
	}
	f.resume(at)
	f.main.ScrollTo(offset)
	for i, p := range f.side.pages {
		p.ScrollTo(sides[i])
	}
}

// build makes the panels anew.
func (f *Frame) build(b *briefing.Briefing) {
	f.bubble.Hide()
	f.fill(f.desk, b)
	blocks := []kit.Block{f.notice.Box}
	if isDraft(b) { // whoever has a draft has taken the hint's first step
		blocks = append(blocks, f.draftStrip(b))
	} else {
		blocks = append(blocks, f.hint.Box)
	}
	blocks = append(blocks, f.blocks()...)
	f.main = kit.NewPage(centred(kit.Stack(14, blocks...)))
	f.main.OnScroll = f.bubble.Hide
	tab := 0
	if f.side != nil {
		tab = f.side.tabs.Chosen()
	}
	f.side = newSidePanel(f)
	f.side.tabs.Choose(tab)
	f.status.show(f.index)
	// In the order of the Tab key; the last ones lie over the others. The paper
	// behind them is the canvas's own background.
	f.root.Objects = []fyne.CanvasObject{f.search.Box, f.main, f.side.Box, f.status.Box}
	if f.library != nil {
		f.root.Objects = append(f.root.Objects, f.library.Box)
	}
	f.root.Objects = append(f.root.Objects, f.results.Box, f.bubble.Box)
	f.root.Refresh()
}

// centred keeps the cards of the main column from growing too wide to read.
func centred(b kit.Block) kit.Block { return centredIn(b, mainMost, 18, 16) }

// centredIn puts a block in the middle of a page, at most as wide as most and
// with room around it, all in points.
func centredIn(b kit.Block, most, padX, padY float32) kit.Block {
	return kit.NewBox(func(width float32, place bool) float32 {
		w := min(width-2*padX, most)
		h := b.HeightFor(w)
		if place {
			kit.Put(b, float32(int((width-w)/2)), padY, w, h)
		}
		return h + 2*padY
	}, b)
}

// sideWidth is how much of a window's width the side panel takes: a column, or
// two where both fit beside a main column of full width.
func sideWidth(window float32) float32 {
	if window >= mainMost+2*sidePad+2*sideTwin {
		return 2 * sideTwin
	}
	return float32(int(min(max(window*sideShare, sideLeast), sideMost)))
}

// frameLayout places the parts of the window.
type frameLayout struct{ f *Frame }

// MinSize implements fyne.Layout.
func (l frameLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(minWidth, minHeight)
}

// Layout implements fyne.Layout.
func (l frameLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	f := l.f
	if len(objects) == 0 {
		return
	}
	side := sideWidth(s.Width)
	body := s.Height - barHeight - statusHeight
	kit.Put(f.search.Box, 0, 0, s.Width, barHeight)
	left := f.placeLibrary(s)
	kit.Put(f.main, left, barHeight, s.Width-side-left, body)
	kit.Put(f.side.Box, s.Width-side, barHeight, side, body)
	kit.Put(f.status.Box, 0, s.Height-statusHeight, s.Width, statusHeight)
	f.results.place(s)
	if s != f.size {
		f.size = s
		f.bubble.Hide()
		f.looks()
	}
	f.search.Box.Arrange()
}

// stripLayout places the strip of the work that runs.
type stripLayout struct{ f *Frame }

// MinSize implements fyne.Layout.
func (stripLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

// Layout implements fyne.Layout.
func (l stripLayout) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	const most, margin = 620, 18
	w := min(s.Width-2*margin, most)
	kit.Put(l.f.task.Box, float32(int((s.Width-w)/2)), s.Height-statusHeight-taskHeight-14, w, taskHeight)
}

// Pick selects one thing and lights up what belongs to it everywhere; the zero
// Pick selects nothing.
func (f *Frame) Pick(p panels.Pick) {
	f.bubble.Hide()
	f.results.close()
	if f.index == nil {
		return
	}
	if v, ok := f.follower(); ok {
		v.Picked(p)
		return
	}
	f.pick = p
	h := f.index.Relate(p)
	if h == nil {
		f.pick = panels.Pick{}
	}
	f.light(h)
	if p.Kind == panels.KindSentence {
		f.side.tabs.Choose(tabSource)
	}
	f.side.follow(h)
}

// Picked returns what is selected.
func (f *Frame) Picked() panels.Pick { return f.pick }

// background runs slow work beside the window and what it returns in it.
func (f *Frame) background(work func() (show func())) {
	f.spawn(func() {
		show := work()
		f.later(show)
	})
}

// openView shows a view in the window's place, and lets it be made once what was
// open has gone: that may still edit the briefing.
func (f *Frame) openView(make func() *stage.Layer) {
	f.stage.Clear()
	l := make()
	l.Kind = stage.View
	f.stage.Push(l)
}

// turning scrolls a page by a share of a screen.
func turning(page func() *kit.Page) func(screens float32) {
	return func(screens float32) {
		p := page()
		p.ScrollTo(p.Offset() + screens*p.Size().Height)
	}
}

// follower is a view that shows the open briefing in its own way, and so is told
// in the panels' place what happens to it.
type follower interface {
	// Replaced is told of another version, saved elsewhere.
	Replaced(*briefing.Briefing)
	// Changed is told of an edit.
	Changed(session.Change)
	// Picked is told what the person picked.
	Picked(panels.Pick)
	// Selected returns the words of a source that are selected.
	Selected() (source string, at briefing.Span, ok bool)
	// Saving is told that saving goes otherwise than before.
	Saving()
}

func (f *Frame) follower() (follower, bool) { return stage.Find[follower](f.stage) }

// reflower is a view that shows the notice, whose height has changed.
type reflower interface{ Reflow() }

// openPrint shows the pages of the open briefing in place of its panels.
func (f *Frame) openPrint() {
	if _, open := stage.Find[*printView](f.stage); open || f.index == nil {
		return
	}
	f.openView(func() *stage.Layer {
		v := newPrintView(f, f.index.Briefing)
		return &stage.Layer{Object: v.root, Of: v, Turn: turning(func() *kit.Page { return v.pages })}
	})
}

// taskChanged places the strip of the work that runs.
func (f *Frame) taskChanged() {
	if f.strip != nil {
		f.strip.Refresh()
		f.canvas.Refresh(f.strip)
	}
}

// reflow measures the main column again when a panel has changed its height.
func (f *Frame) reflow() {
	if v, ok := stage.Find[reflower](f.stage); ok {
		v.Reflow()
	} else if f.main != nil {
		f.main.Reflow()
	}
}

// scroll scrolls the main column when the wheel turns over the timeline.
func (f *Frame) scroll(ev *fyne.ScrollEvent) {
	if f.main != nil {
		f.main.ScrollBy(ev)
	}
}

// reveal scrolls to a stretch of a rover, in the page that it stands on.
func (f *Frame) reveal(r *kit.Rover, y, h float32) {
	for _, p := range append([]*kit.Page{f.main}, f.side.pages[:]...) {
		if pos, ok := kit.Offset(r, p.Content()); ok {
			p.Reveal(pos.Y+y, h)
			return
		}
	}
}

// cycleMode goes from the system's theme to light, dark, and back.
func (f *Frame) cycleMode() {
	next := map[kit.Mode]kit.Mode{kit.ModeSystem: kit.ModeLight, kit.ModeLight: kit.ModeDark, kit.ModeDark: kit.ModeSystem}
	f.theme.Mode = next[mode(f.theme.Mode)]
	fyne.CurrentApp().Settings().SetTheme(f.theme)
	f.status.refreshMode()
	if f.setMode != nil {
		f.setMode(f.theme.Mode)
	}
}

// mode is m, with the zero Mode named.
func mode(m kit.Mode) kit.Mode {
	if m == "" {
		return kit.ModeSystem
	}
	return m
}

// modeOf is the kit's name for the mode in the settings.
func modeOf(t settings.Theme) kit.Mode { return mode(kit.Mode(t)) }
