package views

import (
	"slices"
	"strings"

	"briefline/app/briefing"
	"briefline/app/outline"
	"briefline/app/session"
	"briefline/views/kit"
	"briefline/views/panels"

	"fyne.io/fyne/v2"
)

// reviewCard is a card with what it was made of: it is made anew only when that
// has changed.
type reviewCard struct {
	*panels.ReviewCard
	item    panels.ReviewItem
	state   session.ReviewState
	current bool
}

// show shows the present tab with its current item, and the article with that
// item's words in view.
func (v *reviewView) show() {
	if v.held {
		return
	}
	f, b := v.f, v.f.index.Briefing
	kept := map[string]*reviewCard{}
	var blocks []kit.Block
	v.strip = v.stripOf(b)
	if v.strip != "" {
		blocks = append(blocks, v.stripBlock(b), kit.Space(10))
	}
	for i, id := range v.order[v.at] {
		if i > 0 {
			blocks = append(blocks, kit.Space(8))
		}
		c := v.card(id)
		kept[id] = c
		blocks = append(blocks, c.Tile)
	}
	if len(v.order[v.at]) == 0 {
		none := kit.NewBlock(kit.Plain(f.words.Text(reviewTabNames[v.at]+".none"), kit.Body, kit.RoleMuted)...)
		none.LineHeight = 1.5
		blocks = append(blocks, kit.Inset(none, 0, 10, 0, 0))
	}
	v.cards = kept
	offset := v.list.Offset()
	v.list = kit.NewPage(kit.Inset(kit.Stack(0, blocks...), reviewPadX, 1, reviewPadX, 16))
	v.list.OnScroll = v.hideTip
	v.article.SetCurrent(v.pick())
	f.pick = v.pick() // what menus and forms are about
	v.bar.show()
	v.foot.show()
	if v.root == nil {
		return
	}
	v.root.Objects[6] = v.list
	v.root.Refresh()
	v.list.ScrollTo(offset)
	v.reveal()
	f.canvas.Refresh(v.root)
}

// reveal scrolls so that the current item and its words show.
func (v *reviewView) reveal() {
	if c := v.cards[v.current()]; c != nil {
		if pos, ok := kit.Offset(c.Tile, v.list.Content()); ok {
			if v.order[v.at][0] == v.current() {
				v.list.ScrollTo(0) // with the strip above it
			} else {
				v.list.Reveal(pos.Y, c.Size().Height)
			}
		}
	}
	if y, h, ok := v.article.Place(v.pick()); ok {
		top, view := v.left.Offset(), v.left.Size().Height
		const air = 40
		if y < top+air/2 || y+h > top+view-air {
			v.left.ScrollTo(y - view*0.3)
		}
	}
}

// card is the card of an item of the present tab.
func (v *reviewView) card(id string) *reviewCard {
	p := panels.Pick{Kind: kindOf(v.at), ID: id}
	c := &reviewCard{item: v.f.desk.ReviewItem(v.f.index, p), state: v.states[id], current: id == v.current()}
	if have := v.cards[id]; have != nil && have.same(c) {
		return have
	}
	c.ReviewCard = panels.NewReviewCard(c.item, func() { v.goTo(v.at, id) }, v.buttons(p, c)...)
	c.OnMenu = func(at fyne.Position) { v.menu(p, at) }
	c.SetCurrent(c.current)
	return c
}

// same reports whether a card looks and does the same as another.
func (c *reviewCard) same(as *reviewCard) bool {
	x, y := c.item, as.item
	return c.state == as.state && c.current == as.current &&
		x.Head == y.Head && x.Remark == y.Remark && x.Title == y.Title && slices.Equal(x.Notes, y.Notes)
}

// buttons are what can be done with an item.
func (v *reviewView) buttons(p panels.Pick, c *reviewCard) (out []*kit.Button) {
	w, b := v.f.words, v.f.index.Briefing
	add := func(label, tip string, ink kit.Role, do func()) {
		button := kit.NewButton(label, do)
		button.Ink = ink
		if tip != "" {
			button.Tip = w.Text(tip)
		}
		out = append(out, button)
	}
	edit := func() { v.editItem(p) }
	done := c.state == session.Accepted || resolved(b, p)
	if p.Kind == panels.KindCheck && !done {
		for _, a := range v.answers(p.ID, true) {
			if c.current && a.keep {
				a.label = w.Text("review.key.enter", "label", a.label)
			}
			add(a.label, a.tip, kit.RoleNone, a.do)
		}
		if c.current {
			add(w.Text("review.drop.key"), "review.drop.tip", kit.RoleBad, func() { v.drop(p.ID) })
		}
		return out
	}
	switch {
	case done && p.Kind == panels.KindCheck && resolved(b, p):
		add(w.Text("review.reopen"), "review.reopen.tip", kit.RoleNone, func() {
			v.flush()
			v.edit(func(s *session.Session) error { return session.ReopenCheck(s, p.ID) })
		})
	case done:
		label := "review.accepted"
		if p.Kind == panels.KindCheck {
			label = "review.kept.check"
		}
		add(w.Text(label), "review.accepted.tip", kit.RoleGood, func() { v.reconsider(p.ID) })
	case c.current:
		add(w.Text("review.key.enter", "label", w.Text("review.accept")), "review.accept.tip", kit.RoleGood, func() { v.accept(p.ID) })
	default:
		add(w.Text("review.accept"), "review.accept.tip", kit.RoleGood, func() { v.accept(p.ID) })
	}
	if !c.current && !done && undated(b, p) {
		add(w.Text("review.addDate"), "", kit.RoleNone, edit)
	}
	if c.current {
		label := w.Text("review.edit.key")
		if undated(b, p) && !done {
			label = w.Text("review.addDate.key")
		}
		add(label, "review.edit.tip", kit.RoleNone, edit)
		add(w.Text("review.drop.key"), "review.drop.tip", kit.RoleBad, func() { v.drop(p.ID) })
	}
	return out
}

// undated reports whether an item is an event that has no date and for which the
// source has no words of one.
func undated(b *briefing.Briefing, p panels.Pick) bool {
	e := b.EventByID(p.ID)
	return p.Kind == panels.KindEvent && e != nil && e.Date.EDTF.IsZero() && e.Date.Words == ""
}

// checkOf returns a check of a briefing, nil when it is not there.
func checkOf(b *briefing.Briefing, id string) *briefing.Check {
	for i := range b.Checks {
		if b.Checks[i].ID == id {
			return &b.Checks[i]
		}
	}
	return nil
}

func resolved(b *briefing.Briefing, p panels.Pick) bool {
	c := checkOf(b, p.ID)
	return p.Kind == panels.KindCheck && c != nil && c.Resolution != ""
}

// answer is what a check can be answered with.
type answer struct {
	label, tip string
	keep       bool // leaves it open: what Enter does
	do         func()
}

// answers are those of a check: its own choices, then a word of one's own, and
// what takes the person to where it can be set right.
func (v *reviewView) answers(id string, own bool) (out []answer) {
	w, b := v.f.words, v.f.index.Briefing
	check := checkOf(b, id)
	if check == nil {
		return nil
	}
	for n, c := range session.ChoicesOf(b, id) {
		a := answer{label: w.Text(c.Message), keep: c.Open, do: func() { v.choose(id, n, c) }}
		if c.Open {
			a.label, a.tip = w.Text("review.keep"), "review.keep.tip"
			if check.Kind == briefing.CheckDateConflict {
				a.label = w.Text("review.keepBoth")
			}
		}
		out = append(out, a)
	}
	switch check.Kind {
	case briefing.CheckNoPublicationDate:
		if source := unpublished(b, check); v.f.redate != nil && source != "" {
			out = append(out, answer{label: w.Text("review.giveDate"), do: func() { v.f.forms.EditPublished(source) }})
		}
	case briefing.CheckUndatedEvent:
		if e := v.eventOf(check); e != "" {
			out = append(out, answer{label: w.Text("review.addDate"), do: func() { v.editItem(panels.Pick{Kind: panels.KindEvent, ID: e}) }})
		}
	}
	if own {
		out = append(out, answer{label: w.Text("review.resolve"), tip: "review.resolve.tip", do: func() { v.editItem(panels.Pick{Kind: panels.KindCheck, ID: id}) }})
	}
	return out
}

// unpublished returns the source without a publication date that a check is about.
func unpublished(b *briefing.Briefing, c *briefing.Check) string {
	for _, s := range b.Sources {
		about := len(c.Evidence) == 0 || slices.ContainsFunc(c.Evidence, func(a briefing.Anchor) bool { return a.Source == s.ID })
		if about && s.Published.EDTF.IsZero() {
			return s.ID
		}
	}
	return ""
}

// eventOf returns the event without a date that a check is about.
func (v *reviewView) eventOf(c *briefing.Check) string {
	b := v.f.index.Briefing
	for i := range b.Events {
		e := &b.Events[i]
		for _, a := range e.Evidence {
			if undated(b, panels.Pick{Kind: panels.KindEvent, ID: e.ID}) && slices.ContainsFunc(c.Evidence, func(q briefing.Anchor) bool {
				return q.Source == a.Source && q.Start < a.End && a.Start < q.End
			}) {
				return e.ID
			}
		}
	}
	return ""
}

// stripKinds are the checks that stand above the items of a tab, as they are about
// these.
var stripKinds = map[session.Tab][]briefing.CheckKind{
	session.TabTimeline:     {briefing.CheckDateConflict, briefing.CheckNoPublicationDate},
	session.TabParticipants: {briefing.CheckUnclearReference, briefing.CheckRoleNotStated},
	session.TabStatements:   {briefing.CheckWordingVariation, briefing.CheckAmbiguousCount},
}

// stripOf is the check above the items of the present tab: the first of its kinds
// that is not decided.
func (v *reviewView) stripOf(b *briefing.Briefing) string {
	for _, kind := range stripKinds[v.at] {
		for _, c := range b.Checks {
			if c.Kind == kind && c.Resolution == "" && v.states[c.ID] != session.Accepted {
				return c.ID
			}
		}
	}
	return ""
}

func (v *reviewView) stripBlock(b *briefing.Briefing) kit.Block {
	id := v.strip
	var buttons []*kit.Button
	for _, a := range v.answers(id, checkOf(b, id).Kind != briefing.CheckDateConflict) {
		button := kit.NewButton(a.label, a.do)
		if a.tip != "" {
			button.Tip = v.f.words.Text(a.tip)
		}
		buttons = append(buttons, button)
	}
	head, rest, _ := strings.Cut(outline.CheckWords(v.f.words, checkOf(b, id)), ": ")
	return panels.NewReviewStrip(head, rest, func() { v.goTo(session.TabChecks, id) }, buttons...)
}
