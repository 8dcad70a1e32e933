package views

import (
	"strconv"
	"time"

	"briefline/app/briefing"
	"briefline/app/library"
	"briefline/app/settings"
	"briefline/views/kit"
	"briefline/views/panels"
	"briefline/views/stage"

	"fyne.io/fyne/v2"
)

// The tabs of the side panel.
const (
	tabParticipants = iota
	tabSource
	tabDates
	tabCount
)

// tabNames are the tabs as the settings store them.
var tabNames = []string{tabParticipants: "participants", tabSource: "source", tabDates: "dates"}

// sidePanel is the right column: tabs, and below them the detail of what is
// picked. In a wide window the participants stand beside the text and its dates.
type sidePanel struct {
	*kit.Box
	f     *Frame
	tabs  *kit.Tabs
	head  *kit.Label // of the participants, in two columns
	right *kit.Tabs  // of the second column
	pages [tabCount]*kit.Page
	twin  bool // there are two columns
	foot  *kit.Page
	last  *panels.Highlight
}

const (
	sidePad   = 14
	footShare = 0.44 // of the side panel's height, at most
)

func newSidePanel(f *Frame) *sidePanel {
	s := &sidePanel{f: f}
	back := kit.NewFill(kit.RoleSurface)
	edge, rule := kit.NewFill(kit.RoleLine), kit.NewFill(kit.RoleLine)
	rule.Hide()
	var names []string
	for _, n := range tabNames {
		names = append(names, f.words.Text("tab."+n))
	}
	s.tabs = kit.NewTabs(names...)
	for i, n := range tabNames {
		s.tabs.Tips = append(s.tabs.Tips, f.words.Text("tip.tab."+n, "keys", kit.Keys("Main+"+strconv.Itoa(i+1))))
	}
	s.right = kit.NewTabs(names[tabSource:]...)
	s.head = kit.NewLabel(names[tabParticipants], kit.Section, kit.RoleInk)
	split := kit.NewFill(kit.RoleLine)
	s.pages[tabParticipants] = kit.NewPage(kit.Inset(f.participants.Rover, sidePad, 0, sidePad, 16))
	s.pages[tabSource] = kit.NewPage(kit.Inset(f.source.Rover, sidePad, 0, sidePad, 16))
	s.pages[tabDates] = kit.NewPage(kit.Inset(f.dates.Rover, sidePad, 0, sidePad, 16))
	s.pages[tabSource].Hide()
	s.pages[tabDates].Hide()
	s.foot = kit.NewPage(kit.Inset(f.detail.Box, sidePad, 10, sidePad, 12))
	s.foot.Hide()
	s.tabs.OnChange = func(i int) {
		if i != tabParticipants {
			s.right.Choose(i - tabSource)
		}
		s.showPages()
		s.follow(s.last)
		f.looks()
	}
	s.right.OnChange = func(i int) { s.tabs.Choose(i + tabSource) }
	s.Box = kit.NewBox(func(width float32, place bool) float32 {
		h := s.Box.Size().Height
		if !place {
			return h
		}
		column := width
		if width >= 2*sideTwin {
			column = width / 2
		}
		foot := float32(0)
		if !f.detail.Empty() {
			foot = min(f.detail.HeightFor(column-2*sidePad-1)+23, h*footShare)
		}
		kit.Put(back, 0, 0, width, h)
		kit.Put(edge, 0, 0, 1, h)
		const top = 10 + 32
		s.setTwin(column < width, split)
		if s.twin {
			n := s.head.Natural()
			kit.Put(s.head, sidePad, 16, n.Width, n.Height)
			kit.Put(s.pages[tabParticipants], 1, top, column-2, max(1, h-foot-top))
			kit.Put(s.right, column+sidePad, 10, column-2*sidePad, 32)
			kit.Put(s.pages[tabSource+s.right.Chosen()], column+1, top, column-2, max(1, h-top))
			kit.Put(split, column, 0, 1, h)
		} else {
			kit.Put(s.tabs, sidePad, 10, width-2*sidePad, 32)
			// The hidden page is laid out when it is first asked for.
			kit.Put(s.pages[s.tabs.Chosen()], 1, top, width-1, max(1, h-top-foot))
		}
		kit.Put(s.foot, 1, h-foot, column-1, max(foot, 1))
		kit.Put(rule, 1, h-foot, column-1, 1)
		if foot > 0 {
			s.foot.Show()
			rule.Show()
		} else {
			s.foot.Hide()
			rule.Hide()
		}
		return h
	}, back, s.tabs, s.head, s.pages[tabParticipants], s.right, s.pages[tabSource], s.pages[tabDates], s.foot, edge, split, rule)
	s.head.Hide()
	s.right.Hide()
	split.Hide()
	return s
}

// setTwin changes between tabs and two columns.
func (s *sidePanel) setTwin(twin bool, split *kit.Fill) {
	if s.twin == twin {
		return
	}
	s.twin = twin
	for _, o := range []fyne.CanvasObject{s.head, s.right, split} {
		setVisible(o, twin)
	}
	setVisible(s.tabs, !twin)
	s.showPages()
	s.follow(s.last)
}

func (s *sidePanel) showPages() {
	for i, p := range s.pages {
		setVisible(p, s.shows(i))
	}
}

// shows reports whether a page is on the screen.
func (s *sidePanel) shows(tab int) bool {
	if s.twin {
		return tab == tabParticipants || tab == tabSource+s.right.Chosen()
	}
	return s.tabs.Chosen() == tab
}

func setVisible(o fyne.CanvasObject, show bool) {
	if show {
		o.Show()
	} else {
		o.Hide()
	}
}

// follow shows the detail of what is picked and scrolls the open tab to it.
func (s *sidePanel) follow(h *panels.Highlight) {
	s.last = h
	s.f.detail.Quotes = !s.shows(tabSource)
	s.f.detail.SetHighlight(h)
	s.Box.Arrange()
	s.foot.Reflow()
	s.foot.ScrollTo(0)
	s.Box.Refresh()
	if row := s.f.source.First(h); row != nil && s.shows(tabSource) {
		s.show(tabSource, row)
	}
	if h != nil && h.Pick.Kind == panels.KindDate && s.shows(tabDates) {
		if row := s.f.dates.RowOf(h.Pick); row != nil {
			s.show(tabDates, row)
		}
	}
	if h != nil && h.Pick.Kind == panels.KindParticipant && s.shows(tabParticipants) {
		if row := s.f.participants.RowOf(h.Pick); row != nil {
			s.show(tabParticipants, row)
		}
	}
}

func (s *sidePanel) show(tab int, row *kit.Row) {
	p := s.pages[tab]
	p.Reflow()
	if pos, ok := kit.Offset(row, p.Content()); ok {
		if y := pos.Y - p.Offset(); y < 0 || y+row.Size().Height > p.Size().Height {
			p.ScrollTo(pos.Y - p.Size().Height/4)
		}
	}
}

// statusBar is the strip along the bottom.
type statusBar struct {
	*kit.Box
	f    *Frame
	text *kit.Label
	mode *kit.Button

	parts []string  // what is said of the briefing
	saved string    // how saving goes; empty when nothing was edited
	at    time.Time // of the last save; zero while there was none, or one is under way

	typed   bool   // what stands in the form that is open is not saved
	waiting bool   // there are edits that are not saved yet
	broken  string // why they cannot be saved; "" when they can
}

func newStatusBar(f *Frame) *statusBar {
	s := &statusBar{f: f}
	back, edge := kit.NewFill(kit.RoleSurface), kit.NewFill(kit.RoleLine)
	s.text = kit.NewLabel("", kit.Small, kit.RoleMuted)
	s.mode = kit.NewButton("", f.cycleMode)
	s.mode.Quiet, s.mode.Small, s.mode.Tip = true, true, f.words.Text("tip.theme")
	s.refreshMode()
	s.Box = kit.NewBox(func(width float32, place bool) float32 {
		if place {
			n, m := s.text.Natural(), s.mode.Natural()
			kit.Put(back, 0, 0, width, statusHeight)
			kit.Put(edge, 0, 0, width, 1)
			kit.Put(s.text, sidePad, (statusHeight-n.Height)/2+0.5, min(n.Width, width-m.Width-3*sidePad), n.Height)
			kit.Put(s.mode, width-m.Width-6, 2, m.Width, statusHeight-3)
		}
		return statusHeight
	}, back, edge, s.text, s.mode)
	return s
}

func (s *statusBar) refreshMode() {
	s.mode.SetText(s.f.words.Text("mode." + string(mode(s.f.theme.Mode))))
	if s.Box != nil {
		s.Box.Arrange()
	}
}

// show counts what the briefing traces and uses.
func (s *statusBar) show(x *panels.Index) {
	w := s.f.words
	traced, all := x.Traced()
	c := x.Coverage
	status := x.Briefing.Status
	if status == "" {
		status = briefing.StatusDraft
	}
	trust := w.Text("status.traced", "traced", traced, "n", all)
	if doubtful, items := x.Doubtful(); status == briefing.StatusDraft && doubtful > 0 {
		// That a line is traced says nothing of whether it is right.
		trust = w.Text("status.doubtful", "n", doubtful, "sure", items-doubtful)
	}
	s.parts = []string{
		w.Text("status." + string(status)),
		trust,
		w.Text("status.used", "used", len(c.Used), "n", len(c.Used)+len(c.Unused)),
	}
	if x.Briefing.ReadOnly() {
		s.parts = append(s.parts, w.Text("status.readOnly"))
	}
	s.fill()
}

// fill writes the bar anew.
func (s *statusBar) fill() {
	var pieces []kit.Piece
	parts := s.parts
	switch {
	case s.typed:
		parts = append(parts[:len(parts):len(parts)], s.f.words.Text("status.typing"))
	case s.saved != "":
		parts = append(parts[:len(parts):len(parts)], s.saved)
	}
	for i, p := range parts {
		if i > 0 {
			p = "     " + p
		}
		pieces = append(pieces, kit.Plain(p, kit.Small, kit.RoleMuted)...)
	}
	s.text.SetPieces(pieces...)
	s.Box.Arrange()
}

// saving tells how saving goes.
func (s *statusBar) saving(q library.QueueState) {
	s.waiting, s.broken = q.Waiting > 0, s.f.problem(q.Err)
	if v, ok := s.f.follower(); ok {
		defer v.Saving()
	}
	switch {
	case q.Err != nil:
		s.saved, s.at = s.f.problem(q.Err), time.Time{}
	case q.Waiting > 0:
		s.saved, s.at = s.f.words.Text("status.saving"), time.Time{}
	default:
		s.saved, s.at = s.f.words.Text("status.saved"), time.Now()
	}
	s.fill()
}

// unsaved tells that edits are not kept: there is no library.
func (s *statusBar) unsaved() {
	s.saved = s.f.words.Text("status.unsaved")
	s.fill()
}

// notice is a strip above the card that says what went wrong and what to do.
type notice struct {
	*kit.Box
	text    *kit.Text
	close   *kit.Button
	back    *kit.Fill
	actions []*kit.Button // below the words; often none
	deleted bool          // it says that something was deleted
}

func newNotice(f *Frame) *notice {
	n := &notice{text: kit.NewText()}
	n.back = kit.NewFrame(kit.RoleWarnBack, kit.RoleWarn, 6)
	n.close = kit.NewButton(f.words.Text("notice.close"), func() {
		n.Hide()
		f.reflow()
	})
	n.close.Small = true
	n.Box = kit.NewBox(func(width float32, place bool) float32 {
		const pad = 12
		b := n.close.Natural()
		w := width - 3*pad - b.Width
		h := n.text.HeightFor(w)
		total := 2*pad + h + n.placeActions(pad, pad+h+pad, width-2*pad, place)
		if place {
			kit.Put(n.back, 0, 0, width, total)
			kit.Put(n.text, pad, pad, w, h)
			kit.Put(n.close, width-pad-b.Width, pad-3, b.Width, 26)
		}
		return total
	}, n.back, n.text, n.close)
	n.Hide()
	return n
}

// Say shows a message above the card until it is closed; in the view that asks
// for an article, below its field.
func (f *Frame) Say(message string) {
	if v, ok := stage.Find[*newView](f.stage); ok {
		v.say(message)
		return
	}
	f.warn(message)
}

// tabOf is the tab that the settings name.
func tabOf(s settings.Settings) int {
	for i, n := range tabNames {
		if n == s.Tab {
			return i
		}
	}
	return tabParticipants
}
