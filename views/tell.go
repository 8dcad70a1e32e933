package views

import (
	"briefline/views/kit"

	"fyne.io/fyne/v2"
)

// action is a button of a notice: a message ID and what it does.
type action struct {
	label string
	do    func()
}

// warn shows what went wrong above the card, with buttons for the ways out, and
// scrolls there.
func (f *Frame) warn(message string, ways ...action) {
	f.notify(message, false, ways)
	if _, ok := f.follower(); f.main != nil && !ok {
		f.main.ScrollTo(0)
	}
}

// tell shows something that is good to know above the card, and leaves the
// window where it is scrolled.
func (f *Frame) tell(message string, ways ...action) { f.notify(message, true, ways) }

func (f *Frame) notify(message string, quiet bool, ways []action) {
	n := f.notice
	ink := kit.RoleWarn
	n.back.Set(kit.RoleWarnBack, kit.RoleWarn)
	if quiet {
		ink = kit.RoleInk
		n.back.Set(kit.RoleChip, kit.RoleLine)
	}
	n.text.SetPieces(kit.Plain(message, kit.Body, ink)...)
	n.actions = nil
	objects := []fyne.CanvasObject{n.back, n.text, n.close}
	for _, way := range ways {
		b := kit.NewButton(f.words.Text(way.label), way.do)
		b.Small = true
		n.actions = append(n.actions, b)
		objects = append(objects, b)
	}
	n.SetObjects(objects...)
	n.Show()
	if f.main != nil {
		f.canvas.Refresh(n.Box)
		f.reflow()
	}
}

// hideNotice takes the notice above the card away.
func (f *Frame) hideNotice() {
	if f.notice.Visible() {
		f.notice.Hide()
		f.reflow()
	}
}

// placeActions puts the buttons into rows of a width and returns the height that
// they take.
func (n *notice) placeActions(x0, y0, width float32, place bool) float32 {
	if len(n.actions) == 0 {
		return 0
	}
	const high, gap = 24, 8
	x, y := float32(0), float32(0)
	for _, b := range n.actions {
		w := min(b.Natural().Width, width)
		if x > 0 && x+w > width {
			x, y = 0, y+high+gap
		}
		if place {
			kit.Put(b, x0+x, y0+y-4, w, high)
		}
		x += w + gap
	}
	return y + high + gap - 4
}
