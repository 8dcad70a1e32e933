package views

import (
	"slices"

	"briefline/app/briefing"
	"briefline/app/session"
	"briefline/views/kit"
	"briefline/views/panels"
	"briefline/views/stage"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// reviewView goes through a draft item by item: the article at the left, the items
// at the right. It stands in the window's place until it is closed; every decision
// is an edit of the open briefing, so nothing is lost with it.
type reviewView struct {
	f       *Frame
	root    *fyne.Container
	bar     *reviewBar
	article *panels.Article
	left    *kit.Page
	tabs    *kit.Tabs
	list    *kit.Page
	foot    *reviewFoot
	bubble  *kit.Bubble
	tips    func(words string, at fyne.Position) // what shows them outside the review

	at     session.Tab // that shows
	states map[string]session.ReviewState
	order  [][]string // the items of each tab
	now    []string   // the current item of each tab, "" where there is none
	cards  map[string]*reviewCard
	strip  string // the check above the items; "" for none

	// passed are items that were looked at while there was something to redo: to
	// write that down at once would take the redoing away.
	passed []string
	// held keeps a change from being shown, since what comes next shows it.
	held bool
	// was is what was picked in the window, which is so again afterwards.
	was panels.Pick
	// stale says that the panels behind the review show an older briefing.
	stale bool
}

// Measures of the review, in points.
const (
	reviewShare = 0.4118 // of the window's width, for the items
	reviewLeast = 400
	reviewMost  = 680
	reviewPadX  = 18
	reviewTop   = 16
)

// kindOf is what kind of thing a tab lists.
func kindOf(tab session.Tab) panels.Kind {
	return map[session.Tab]panels.Kind{
		session.TabTimeline: panels.KindEvent, session.TabParticipants: panels.KindParticipant,
		session.TabStatements: panels.KindStatement, session.TabChecks: panels.KindCheck,
	}[tab]
}

// reviewTabNames are the messages on the tabs.
var reviewTabNames = map[session.Tab]string{
	session.TabTimeline: "review.tab.timeline", session.TabParticipants: "review.tab.participants",
	session.TabStatements: "review.tab.statements", session.TabChecks: "review.tab.checks",
}

// canReview reports whether the open briefing is a draft with anything to look at.
func (f *Frame) canReview() bool {
	if f.index == nil || f.work == nil || f.work.session == nil {
		return false
	}
	return isDraft(f.index.Briefing)
}

// isDraft reports whether a briefing is a draft that a person has yet to review.
func isDraft(b *briefing.Briefing) bool {
	if b.Status != briefing.StatusDraft || b.ReadOnly() {
		return false
	}
	_, all := session.Progress(b)
	return all > 0
}

// openReview shows the review of the open draft.
func (f *Frame) openReview() {
	if _, open := stage.Find[*reviewView](f.stage); open || !f.canReview() {
		return
	}
	var v *reviewView
	f.openView(func() *stage.Layer {
		v = newReviewView(f)
		v.was = f.pick
		return &stage.Layer{
			Object: v.root, Of: v, Key: v.key, Rune: v.letter, Shortcut: v.shortcut, Leaving: v.leaving, Closed: v.closed,
			Turn: turning(func() *kit.Page { return v.left }),
			Mark: func() func() { return func() {} }, // it has the keys while nothing has the keyboard
		}
	})
	v.show()
}

// reopenReview makes a reviewed briefing a draft again and goes through it.
func (f *Frame) reopenReview() {
	if f.work.edit(session.ReopenReview) {
		f.openReview()
	}
}

// leaving writes down what was looked at before the review goes.
func (v *reviewView) leaving() {
	v.leave()
	v.flush()
}

// closed goes back to the briefing. What was done is kept.
func (v *reviewView) closed() {
	f := v.f
	f.pick = v.was
	v.foot.stop()
	f.theme.OnTip = v.tips
	if v.stale {
		f.update(f.work.session.Briefing())
	} else {
		f.reflow()
	}
}

// Reflow places the notice, which stands in the review.
func (v *reviewView) Reflow() { v.root.Refresh() }

// Selected returns the words of the article that are selected.
func (v *reviewView) Selected() (source string, at briefing.Span, ok bool) {
	return v.article.Selected()
}

// Saving tells at the foot how saving goes.
func (v *reviewView) Saving() { v.foot.show() }

// Replaced shows another version of the draft: it was saved elsewhere. What has
// become a reviewed briefing there is no draft any more.
func (v *reviewView) Replaced(b *briefing.Briefing) {
	before := v.order
	v.stale, v.passed = true, nil
	v.f.index = panels.NewIndex(b)
	v.load(v.f.index)
	for i := range v.now {
		v.now[i] = stay(before[i], v.order[i], v.now[i])
	}
	if !isDraft(b) {
		v.now = make([]string, len(v.now)) // nothing is left that was being looked at
		v.f.stage.Clear()
		return
	}
	v.show()
}

func newReviewView(f *Frame) *reviewView {
	v := &reviewView{f: f, cards: map[string]*reviewCard{}, now: make([]string, len(session.Tabs()))}
	v.bar = newReviewBar(v)
	v.foot = newReviewFoot(v)
	v.bubble = kit.NewBubble()
	v.tips, f.theme.OnTip = f.theme.OnTip, v.tip
	var names []string
	for _, tab := range session.Tabs() {
		names = append(names, f.words.Text(reviewTabNames[tab], "n", 0))
	}
	v.tabs = kit.NewTabs(names...)
	v.list = kit.NewPage(kit.Space(1))
	v.load(f.index)
	for i, tab := range session.Tabs() {
		v.now[i] = v.firstUnseen(tab, 0)
		if v.now[i] == "" && len(v.order[i]) > 0 {
			v.now[i] = v.order[i][0]
		}
	}
	// The review goes on where it was left.
	for _, tab := range session.Tabs() {
		if v.firstUnseen(tab, 0) != "" {
			v.at = tab
			v.tabs.Choose(int(tab))
			break
		}
	}
	v.tabs.OnChange = func(i int) {
		v.leave()
		v.at = session.Tab(i)
		v.show()
	}
	v.root = container.New(reviewLayout{v}, kit.NewFill(kit.RoleSurface), kit.NewFill(kit.RolePaper), kit.NewFill(kit.RoleLine),
		v.bar.Box, v.left, v.tabs, v.list, v.foot.Box, f.notice.Box, v.bubble.Box)
	return v
}

// load takes the items of a briefing.
func (v *reviewView) load(x *panels.Index) {
	b := x.Briefing
	v.states = session.States(b)
	v.order = nil
	for _, tab := range session.Tabs() {
		v.order = append(v.order, session.Order(b, tab))
	}
	if v.article == nil || !v.article.Fits(b) {
		v.article = panels.NewArticle(v.desk(), x)
		v.left = kit.NewPage(v.article.Box)
		v.left.OnScroll = v.hideTip
		if v.root != nil {
			v.root.Objects[4] = v.left
			v.root.Refresh()
		}
	} else {
		v.article.Update(x)
	}
	var names []string
	for i, tab := range session.Tabs() {
		names = append(names, v.f.words.Text(reviewTabNames[tab], "n", len(v.order[i])))
	}
	v.tabs.SetNames(names...)
}

// desk is what the article tells of a click.
func (v *reviewView) desk() *panels.Desk {
	d := panels.Silent(v.f.words)
	d.Pick, d.Menu = v.Picked, v.menu
	return d
}

// current is the item that the keys act on, "" when there is none.
func (v *reviewView) current() string { return v.now[v.at] }

func (v *reviewView) pick() panels.Pick {
	if id := v.current(); id != "" {
		return panels.Pick{Kind: kindOf(v.at), ID: id}
	}
	return panels.Pick{}
}

// menu shows what can be done with an item, or with the words of the article that
// are selected.
func (v *reviewView) menu(p panels.Pick, at fyne.Position) {
	v.hideTip()
	if p.Kind != panels.KindSentence {
		v.Picked(p)
	}
	if entries := v.f.forms.Entries(p, at); len(entries) > 0 {
		v.f.forms.OpenMenu(at, entries...)
	}
}

// edit does an edit; what it changes comes back by Changed.
func (v *reviewView) edit(do func(*session.Session) error) bool { return v.f.work.edit(do) }

// Changed shows an edit, or that one was undone or done again: then the item that
// came back is the current one.
func (v *reviewView) Changed(c session.Change) {
	v.stale = true
	before, was := v.order, slices.Clone(v.now)
	v.f.index = panels.NewIndex(c.After)
	v.load(v.f.index)
	v.passed = slices.DeleteFunc(v.passed, func(id string) bool { return v.states[id] != session.Untouched })
	for i := range v.now {
		v.now[i] = stay(before[i], v.order[i], was[i])
	}
	if tab, id, ok := v.about(c); ok && c.Motion != session.Done {
		v.now[tab] = id
		v.tabs.Choose(int(tab))
	}
	v.show()
}

// about returns the item that a change is about; ok is false when that is none, or
// many of them.
func (v *reviewView) about(c session.Change) (tab session.Tab, id string, ok bool) {
	if c.Step.Message == "edit.accept-all" {
		return 0, "", false
	}
	for _, tab := range session.Tabs() {
		for _, id := range v.order[tab] {
			if slices.Contains(c.IDs, id) {
				return tab, id, true
			}
		}
	}
	return 0, "", false
}

// stay is where one stands in a list that has changed: on the same item, else on
// the first behind it that is left, else on the last.
func stay(before, after []string, at string) string {
	if len(after) == 0 {
		return ""
	}
	from := max(slices.Index(before, at), 0)
	for _, id := range before[min(from, len(before)):] {
		if slices.Contains(after, id) {
			return id
		}
	}
	return after[len(after)-1]
}

// next goes on to the next item that was never looked at: below, above, or in
// another tab. Without one it stays, and reports false.
func (v *reviewView) next(from int) bool {
	tabs := session.Tabs()
	for n := range tabs {
		tab := tabs[(int(v.at)+n)%len(tabs)]
		start := 0
		if n == 0 {
			start = from
		}
		if id := v.firstUnseen(tab, min(start, max(len(v.order[tab])-1, 0))); id != "" {
			v.goTo(tab, id)
			return true
		}
	}
	return false
}

func (v *reviewView) hideTip() {
	v.f.hover.turn++
	if v.bubble.Visible() {
		v.bubble.Hide()
	}
}
