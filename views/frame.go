package views

import (
	"context"
	"time"

	"briefline/app/about"
	"briefline/app/briefing"
	"briefline/app/i18n"
	"briefline/app/settings"
	"briefline/views/kit"
	"briefline/views/panels"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
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
	words    *i18n.Catalog
	theme    *kit.Theme
	desk     *panels.Desk
	canvas   fyne.Canvas
	window   *fyne.Container // what the window shows: root, or the print view
	root     *fyne.Container
	layer    *fyne.Container // over what the window shows: the work that runs
	print    *printView      // nil while it is closed
	asking   *newView        // nil like print
	versions *versionsView   // nil like print
	review   *reviewView     // nil like print

	// open asks the person for a file and opens it; nil where nobody can be
	// asked, and then no button offers it.
	open func()
	// askSave asks the person where to save a file; nil like open.
	askSave func(name string, done func(path string))
	// askFiles asks the person for an article's file or a folder of them, and
	// drafts what was chosen; nil like open.
	askFiles func(folder bool)
	// openFile opens a file with the system's program for it; nil like open.
	openFile func(path string)
	// sendJob prints a PDF and returns what to tell the person, and whether
	// another program still reads the file; nil like open.
	sendJob func(ctx context.Context, path, title, paper string) (message string, reading bool, err error)
	// spawn runs slow work beside the window.
	spawn func(func())
	// post runs something on the window's thread.
	post func(func())
	// every calls do on the window's thread again and again until stop is called;
	// nil where no clock is to tick.
	every func(each time.Duration, do func()) (stop func())
	// dismiss closes the dialog that is open; nil when none is.
	dismiss func()
	// make drafts an article: a file, a link or pasted text. The error is worded
	// for the reader. nil where there is none to do it.
	make func(context.Context, article) (*briefing.Briefing, error)
	// redate gives a source of a briefing another publication date, in place; nil
	// like make.
	redate func(b *briefing.Briefing, source string, published briefing.Dating)
	// askFolder asks the person for a folder; nil like open.
	askFolder func(done func(dir string))
	// setLibrary remembers which library the person chose; nil like make.
	setLibrary func(path string)
	// bundled is the briefing that a new library begins with, in the file form.
	bundled []byte
	// setMode remembers the theme that the person chose.
	setMode func(kit.Mode)

	// hintClosed remembers that the person has closed the hint for newcomers; may
	// be nil.
	hintClosed func()
	// program is told about.
	program about.Program

	work *workspace // what is open and where it is kept

	index        *panels.Index
	card         *panels.Card
	timeline     *panels.Timeline
	positions    *panels.Positions // nil when nobody says anything
	notes        *panels.Notes     // nil when there are none
	participants *panels.Participants
	source       *panels.Source
	dates        *panels.Dates
	detail       *panels.Detail

	notice      *notice
	hint        *hint
	about       *aboutView // nil while it is closed
	newNotice   *notice    // of the view that asks for an article; nil while that is closed
	main        *kit.Page
	side        *sidePanel
	search      *searchBar
	library     *libraryPanel // nil where there is no library to list
	status      *statusBar
	bubble      *kit.Bubble
	tip         fyne.CanvasObject // over everything; nil while none shows
	results     *results
	task        *task
	menu        *kit.Menu          // nil while none is open
	form        *kit.Dialog        // nil like menu
	picker      *kit.Picker        // nil like menu
	menuAt      fyne.Position      // where the main menu hung last
	menuBack    func()             // gives the keyboard back to what had it before the menu
	formBack    func()             // the same of the form
	toldDeleted bool               // the notice says that something was deleted
	keepForm    func() bool        // whether the form is saved when the window closes; nil for no
	saveForm    func()             // what the main button of the form does
	complain    func(words string) // shows in the form what is wrong, "" for nothing
	afterForm   func()             // done once the form was saved; nil for nothing
	pick        panels.Pick
	hover       hover
	size        fyne.Size // that was laid out for
}

// newFrame returns the content for a canvas; Show fills it.
func newFrame(words *i18n.Catalog, theme *kit.Theme, canvas fyne.Canvas) *Frame {
	f := &Frame{words: words, theme: theme, canvas: canvas}
	f.desk = &panels.Desk{
		Words: words, Pick: f.Pick, Hover: f.hovered, Resized: f.reflow, Reveal: f.reveal,
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
	f.desk.Publish = f.editPublished
	f.desk.Menu, f.desk.Edit, f.desk.Delete, f.desk.Move = f.editMenu, f.edit, f.remove, f.moveEvent
	f.desk.Picked, f.desk.Keys = f.Picked, keys
	f.complain = func(string) {}
	f.root = container.New(frameLayout{f})
	f.layer = container.New(layerLayout{f}, f.task.Box)
	f.window = container.NewStack(f.root, f.layer)
	f.spawn = func(work func()) { go work() }
	f.post = fyne.Do
	theme.OnKey, theme.OnTip = f.typedKey, f.tipped
	canvas.SetOnTypedKey(f.typedKey)
	theme.OnRune = f.typedRune
	canvas.SetOnTypedRune(f.typedRune)
	f.shortcuts()
	return f
}

// Show replaces the briefing.
func (f *Frame) Show(b *briefing.Briefing) {
	f.closePrint()
	f.closeNew()
	f.closeAbout()
	f.closeReview()
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
	if f.review != nil {
		f.review.replaced(b)
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
	x := panels.NewIndex(b)
	f.index = x
	f.card = panels.NewCard(f.desk, x)
	f.timeline = panels.NewTimeline(f.desk, x)
	f.positions = panels.NewPositions(f.desk, x)
	f.participants = panels.NewParticipants(f.desk, x)
	f.source = panels.NewSource(f.desk, x)
	f.dates = panels.NewDates(f.desk, x)
	f.detail = panels.NewDetail(f.desk, x)
	blocks := []kit.Block{f.notice.Box}
	if isDraft(b) { // whoever has a draft has taken the hint's first step
		blocks = append(blocks, f.draftStrip(b))
	} else {
		blocks = append(blocks, f.hint.Box)
	}
	blocks = append(blocks, f.card.Rover, f.timeline.Box)
	if f.positions != nil {
		blocks = append(blocks, f.positions.Rover)
	}
	f.notes = panels.NewNotes(f.desk, x)
	if f.notes != nil {
		blocks = append(blocks, f.notes.Rover)
	}
	f.main = kit.NewPage(centred(kit.Stack(14, blocks...)))
	f.main.OnScroll = f.bubble.Hide
	tab := 0
	if f.side != nil {
		tab = f.side.tabs.Chosen()
	}
	f.side = newSidePanel(f)
	f.side.tabs.Choose(tab)
	f.status.show(x)
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
	}
	f.search.Box.Arrange()
}

// layerLayout places what lies over the window's content.
type layerLayout struct{ f *Frame }

// MinSize implements fyne.Layout.
func (layerLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

// Layout implements fyne.Layout.
func (l layerLayout) Layout(_ []fyne.CanvasObject, s fyne.Size) {
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
	if f.review != nil {
		f.review.picked(p)
		return
	}
	f.pick = p
	h := f.index.Relate(p)
	if h == nil {
		f.pick = panels.Pick{}
	}
	f.card.SetHighlight(h)
	f.timeline.SetHighlight(h)
	if f.positions != nil {
		f.positions.SetHighlight(h)
	}
	if f.notes != nil {
		f.notes.SetHighlight(h)
	}
	f.participants.SetHighlight(h)
	f.source.SetHighlight(h)
	f.dates.SetHighlight(h)
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

// openPrint shows the pages of the open briefing in place of its panels.
func (f *Frame) openPrint() {
	if f.index == nil || f.print != nil {
		return
	}
	f.closeNew()
	f.closeReview()
	f.bubble.Hide()
	f.results.close()
	f.canvas.Unfocus()
	f.print = newPrintView(f, f.index.Briefing)
	f.fill(f.print.root)
}

// closePrint goes back from the pages to the panels.
func (f *Frame) closePrint() {
	if f.print == nil {
		return
	}
	f.print = nil
	f.canvas.Unfocus()
	f.fill(f.root)
}

// fill shows o in the whole window.
func (f *Frame) fill(o fyne.CanvasObject) {
	f.window.Objects = []fyne.CanvasObject{o, f.layer}
	f.window.Refresh()
	f.canvas.Refresh(f.window)
}

// openMenu shows a menu at a point of the window, and gives it the keyboard.
func (f *Frame) openMenu(at fyne.Position, entries ...kit.Entry) {
	f.closeMenu()
	f.bubble.Hide()
	f.results.close()
	m := kit.NewMenu(entries...)
	f.menuBack = f.mark()
	m.OnClose = f.closeMenu
	f.menu = m
	m.Hang(at, f.window.Size())
	f.window.Objects = append(f.window.Objects, m)
	f.window.Refresh()
	f.canvas.Focus(m)
}

func (f *Frame) closeMenu() {
	if f.menu == nil {
		return
	}
	m := f.menu
	f.menu = nil
	f.uncover(m)
	f.menuBack()
}

// taskChanged places the strip of the work that runs.
func (f *Frame) taskChanged() {
	if f.layer != nil {
		f.layer.Refresh()
		f.canvas.Refresh(f.layer)
	}
}

// reflow measures the main column again when a panel has changed its height.
func (f *Frame) reflow() {
	if f.review != nil {
		f.review.root.Refresh() // the notice stands in it
		return
	}
	if f.main != nil {
		f.main.Reflow()
	}
	if f.asking != nil {
		f.asking.page.Reflow()
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

// typedKey handles the keys that no focused widget took.
func (f *Frame) typedKey(ev *fyne.KeyEvent) {
	if f.review != nil && f.review.key(ev.Name) {
		return
	}
	switch ev.Name {
	case fyne.KeyEscape:
		f.escape()
	case fyne.KeyPageDown:
		f.turnPage(1)
	case fyne.KeyPageUp:
		f.turnPage(-1)
	default:
		f.editKey(ev.Name)
	}
}

// typedRune handles the letters that no focused widget took.
func (f *Frame) typedRune(r rune) {
	if f.review != nil {
		f.review.letter(r)
	}
}

// turnPage scrolls by most of a screen.
func (f *Frame) turnPage(by float32) {
	p := f.main
	switch {
	case f.print != nil:
		p = f.print.pages
	case f.asking != nil:
		p = f.asking.page
	case f.versions != nil:
		p = f.versions.page
	case f.review != nil:
		p = f.review.left
	}
	p.ScrollTo(p.Offset() + by*p.Size().Height*0.85)
}

// escape takes back one thing after another: results, selected words, pick.
func (f *Frame) escape() {
	switch {
	case f.dismiss != nil:
		f.dismiss()
	case f.menu != nil:
		f.closeMenu()
	case f.picker != nil:
		f.closePicker()
	case f.form != nil:
		f.closeForm()
	case f.print != nil:
		f.closePrint()
	case f.asking != nil:
		f.closeNew()
	case f.about != nil:
		f.closeAbout()
	case f.review != nil:
		f.closeReview()
	case f.results.Visible():
		f.results.close()
	case f.library != nil && f.library.drawer && f.size.Width < libraryLeast:
		f.library.toggle()
	case f.versions != nil:
		f.closeVersions()
	case f.theme.ClearSelection():
	default:
		f.Pick(panels.Pick{})
	}
}

func (f *Frame) shortcuts() {
	on := func(key fyne.KeyName, do func()) {
		f.canvas.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault},
			func(fyne.Shortcut) {
				if f.form == nil && (f.review == nil || !f.review.shortcut(key)) { // a form is finished first
					do()
				}
			})
	}
	on(fyne.KeyK, f.search.focus)
	on(fyne.KeyF, f.search.focus)
	on(fyne.KeyL, func() { f.timeline.ShowList(!f.timeline.AsList()) })
	on(fyne.Key1, func() { f.side.tabs.Choose(tabParticipants) })
	on(fyne.Key2, func() { f.side.tabs.Choose(tabSource) })
	on(fyne.Key3, func() { f.side.tabs.Choose(tabDates) })
	on(fyne.KeyP, f.openPrint)
	on(fyne.KeyB, func() { f.library.toggle() })
	on(fyne.KeyR, f.openReview)
	on(fyne.KeyReturn, func() {}) // the review's
	on(fyne.KeyEnter, func() {})
	on(fyne.Key4, func() {})
	on(fyne.KeyN, f.openNew)
	on(fyne.KeyO, func() {
		if f.open != nil {
			f.open()
		}
	})
	f.canvas.AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { f.work.undo() })
	f.canvas.AddShortcut(&fyne.ShortcutRedo{}, func(fyne.Shortcut) { f.work.redo() })
	f.canvas.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift},
		func(fyne.Shortcut) { f.work.redo() })
	f.canvas.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift},
		func(fyne.Shortcut) { f.saveCopy() })
	f.canvas.AddShortcut(&fyne.ShortcutPaste{}, func(fyne.Shortcut) {
		if f.make != nil && f.print == nil && f.form == nil && f.review == nil {
			f.paste()
		}
	})
	f.canvas.AddShortcut(&fyne.ShortcutCopy{}, func(fyne.Shortcut) {
		if s := f.theme.Selection(); s != "" {
			fyne.CurrentApp().Clipboard().SetContent(s)
		}
	})
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
