package views

import (
	"time"

	"briefline/app/briefing"
	"briefline/app/session"
	"briefline/views/kit"
	"briefline/views/stage"

	"fyne.io/fyne/v2"
)

// reviewBar is the bar along the top: what is reviewed, how far it has come, and
// what can be done with all of it.
type reviewBar struct {
	*kit.Box
	v     *reviewView
	share float32 // that was looked at, 0 to 1
	title *kit.Label
	count *kit.Label
	undo  *kit.Button
	all   *kit.Button
	done  *kit.Button
	later *kit.Button
}

func newReviewBar(v *reviewView) *reviewBar {
	w := v.f.words
	s := &reviewBar{v: v}
	back, edge := kit.NewFill(kit.RoleSurface), kit.NewFill(kit.RoleLine)
	name := kit.NewLabel(w.Text("app.name"), kit.LeadBold, kit.RoleAccent)
	s.title, s.count = kit.NewLabel("", kit.Body, kit.RoleMuted), kit.NewLabel("", kit.Body, kit.RoleMuted)
	rest, part := kit.NewFrame(kit.RoleLine, kit.RoleNone, 3), kit.NewFrame(kit.RoleAccent, kit.RoleNone, 3)
	s.later = kit.NewButton(w.Text("review.later"), v.f.stage.Clear)
	s.later.Quiet, s.later.Tip = true, w.Text("review.later.tip")
	s.undo = kit.NewButton(w.Text("review.undo"), func() {
		v.f.work.undo()
		v.f.canvas.Unfocus()
	})
	s.all = kit.NewButton(w.Text("review.acceptAll"), v.acceptAll)
	s.all.Tip = w.Text("review.acceptAll.tip")
	s.done = kit.NewButton(w.Text("review.finish"), v.finish)
	s.done.Main, s.done.Tip = true, kit.Keys(w.Text("review.finish.tip"))
	s.Box = kit.NewBox(func(width float32, place bool) float32 {
		if !place {
			return barHeight
		}
		const gap, progress = 10, 160
		kit.Put(back, 0, 0, width, barHeight)
		kit.Put(edge, 0, barHeight-1, width, 1)
		right := width - sidePad
		for _, b := range []*kit.Button{s.done, s.all, s.undo, s.later} {
			n := b.Natural().Width
			right -= n
			kit.Put(b, right, 10, n, 32)
			right -= gap
		}
		middle := func(h float32) float32 { return (barHeight - h) / 2 }
		n, t, c := name.Natural(), s.title.Natural(), s.count.Natural()
		kit.Put(name, sidePad, middle(n.Height), n.Width, n.Height)
		x := sidePad + n.Width + gap
		// What does not fit goes: first the bar, then the end of the title.
		room := right - x - c.Width - gap
		const least = 180 // of the title: what is left of it beside the bar at least
		wide := room >= min(t.Width, least)+progress+8+2*gap
		setVisible(rest, wide)
		setVisible(part, wide && s.share > 0)
		if wide {
			room -= progress + 8 + gap
		}
		tw := min(t.Width, max(1, room-gap))
		kit.Put(s.title, x, middle(t.Height), tw, t.Height)
		x += tw + gap
		if wide {
			kit.Put(rest, x+8, middle(6), progress, 6)
			kit.Put(part, x+8, middle(6), max(6, progress*s.share), 6)
			x += 8 + progress + gap
		}
		kit.Put(s.count, x, middle(c.Height), c.Width, c.Height)
		return barHeight
	}, back, edge, name, s.title, rest, part, s.count, s.later, s.undo, s.all, s.done)
	return s
}

// show tells how far the review has come.
func (s *reviewBar) show() {
	v, w := s.v, s.v.f.words
	b := v.f.index.Briefing
	done, all := session.Progress(b)
	done += len(v.passed)
	s.share = 0
	if all > 0 {
		s.share = float32(done) / float32(all)
	}
	s.title.SetPieces(kit.Plain(w.Text("review.title", "name", articleName(b)), kit.Body, kit.RoleMuted)...)
	s.count.SetPieces(kit.Plain(w.Text("review.progress", "done", done, "n", all), kit.Body, kit.RoleMuted)...)
	s.undo.Tip, s.undo.Ink = v.f.work.undoLabel(), kit.RoleNone
	if s.undo.Tip == "" {
		s.undo.Ink = kit.RoleMuted // there is nothing to undo
	} else {
		s.undo.Tip += " · " + kit.Keys("Main+Z")
	}
	s.undo.Refresh()
	s.Box.Arrange()
}

// reviewFoot is the strip along the bottom: the keys, and how saving goes.
type reviewFoot struct {
	*kit.Box
	v     *reviewView
	saved *kit.Label
	halt  func() // ends the ticking
}

func newReviewFoot(v *reviewView) *reviewFoot {
	w := v.f.words
	s := &reviewFoot{v: v, halt: func() {}}
	back, edge := kit.NewFill(kit.RoleSurface), kit.NewFill(kit.RoleLine)
	hint := kit.NewLabel(kit.Keys(w.Text("review.keys")), kit.Small, kit.RoleMuted)
	s.saved = kit.NewLabel("", kit.Small, kit.RoleMuted)
	s.Box = kit.NewBox(func(width float32, place bool) float32 {
		if place {
			h, n := hint.Natural(), s.saved.Natural()
			kit.Put(back, 0, 0, width, statusHeight)
			kit.Put(edge, 0, 0, width, 1)
			kit.Put(s.saved, width-sidePad-n.Width, (statusHeight-n.Height)/2+0.5, max(1, n.Width), n.Height)
			kit.Put(hint, sidePad, (statusHeight-h.Height)/2+0.5, max(1, min(h.Width, width-n.Width-3*sidePad)), h.Height)
		}
		return statusHeight
	}, back, edge, hint, s.saved)
	if v.f.every != nil {
		s.halt = v.f.every(time.Second, s.show)
	}
	return s
}

func (s *reviewFoot) stop() { s.halt() }

// show tells how long ago the draft was saved.
func (s *reviewFoot) show() {
	said := s.v.f.draftKept()
	if s.saved.String() == said {
		return
	}
	s.saved.SetPieces(kit.Plain(said, kit.Small, kit.RoleMuted)...)
	s.Box.Arrange()
	s.v.f.canvas.Refresh(s.Box)
}

// draftKept says whether the open draft is safe, and since when.
func (f *Frame) draftKept() string {
	switch {
	case f.work == nil || !f.work.keeps():
		return f.words.Text("status.unsaved")
	case f.status.broken != "":
		return f.status.broken
	case f.status.waiting:
		return f.words.Text("status.saving")
	case f.status.at.IsZero():
		return f.words.Text("review.kept")
	}
	now := time.Now()
	if now.Sub(f.status.at) < time.Second {
		now = f.status.at.Add(time.Second)
	}
	return f.words.Text("review.keptAgo", "ago", f.words.Ago(f.status.at, now))
}

// tip shows what the control under the pointer does, and hides it again.
func (v *reviewView) tip(words string, at fyne.Position) {
	f := v.f
	v.hideTip()
	if words == "" {
		return
	}
	turn := f.hover.turn
	time.AfterFunc(hoverDelay, func() {
		f.later(func() {
			if open, _ := stage.Find[*reviewView](f.stage); f.hover.turn == turn && open == v && !f.stage.Covered() {
				v.bubble.Hang(at, v.root.Size(), kit.Plain(words, kit.Note, kit.RoleInk)...)
				f.canvas.Refresh(v.root)
			}
		})
	})
}

// canReopen reports whether the open briefing was reviewed and may be a draft again.
func (f *Frame) canReopen() bool {
	if f.index == nil || f.work == nil || f.work.session == nil {
		return false
	}
	b := f.index.Briefing
	return b.Status == briefing.StatusReviewed && !b.ReadOnly()
}

// reviewLayout places the parts of the review.
type reviewLayout struct{ v *reviewView }

// MinSize implements fyne.Layout.
func (l reviewLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(minWidth, minHeight)
}

// Layout implements fyne.Layout.
func (l reviewLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	v := l.v
	side := float32(int(min(max(s.Width*reviewShare, reviewLeast), reviewMost)))
	body := s.Height - barHeight - statusHeight
	x := s.Width - side
	kit.Put(objects[0], 0, 0, s.Width, s.Height)
	kit.Put(objects[1], x, barHeight, side, body)
	kit.Put(objects[2], x-1, barHeight, 1, body)
	kit.Put(v.bar.Box, 0, 0, s.Width, barHeight)
	kit.Put(v.left, 0, barHeight, x-1, body)
	const top = reviewTop - 2 + 32 + 12
	kit.Put(v.tabs, x+reviewPadX, barHeight+reviewTop-2, side-2*reviewPadX, 32)
	kit.Put(v.list, x, barHeight+top-1, side, max(1, body-top+1))
	// The notice of the window, which stands above the card otherwise.
	if n := v.f.notice; n.Visible() {
		w := side - 2*reviewPadX
		h := n.HeightFor(w)
		kit.Put(n.Box, x+reviewPadX, s.Height-statusHeight-h-12, w, h)
	}
	kit.Put(v.foot.Box, 0, s.Height-statusHeight, s.Width, statusHeight)
	v.reveal()
}
