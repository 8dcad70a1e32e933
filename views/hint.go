package views

import (
	"strconv"

	"briefline/views/kit"
)

// hint is a strip above the card for a newcomer: what to do, in three steps. Once
// it was closed it does not come again.
type hint struct {
	*kit.Box
	close *kit.Button
}

// newHint returns the strip, hidden.
func newHint(f *Frame) *hint {
	h := &hint{}
	w := f.words
	back := kit.NewFrame(kit.RoleChip, kit.RoleControl, 6)
	head := kit.NewLabel(w.Text("hint.title"), kit.BodyBold, kit.RoleInk)
	h.close = kit.NewButton(w.Text("hint.close"), func() {
		h.Hide()
		f.reflow()
		if f.hintClosed != nil {
			f.hintClosed()
		}
	})
	h.close.Small = true
	var steps []*kit.Box
	for i, id := range []string{"hint.drop", "hint.review", "hint.print"} {
		steps = append(steps, hintStep(i+1, w.Text(id), w.Text(id+".how")))
	}
	h.Box = kit.NewBox(func(width float32, place bool) float32 {
		const pad, gap = 14, 18
		n, b := head.Natural(), h.close.Natural()
		columns := 1
		if width >= 620 { // beside one another where they can be read
			columns = len(steps)
		}
		column := (width - 2*pad - gap*float32(columns-1)) / float32(columns)
		top := pad + n.Height + 8
		all := top // where the lowest step ends
		for i, s := range steps {
			x, y := float32(pad), top
			if columns > 1 {
				x += float32(i) * (column + gap)
			} else if i > 0 {
				y = all + 8
			}
			h := s.HeightFor(column)
			if place {
				kit.Put(s, x, y, column, h)
			}
			all = max(all, y+h)
		}
		all += pad
		if place {
			kit.Put(back, 0, 0, width, all)
			kit.Put(head, pad, pad, n.Width, n.Height)
			kit.Put(h.close, width-pad-b.Width, pad-3, b.Width, 24)
		}
		return all
	}, back, head, steps[0], steps[1], steps[2], h.close)
	h.Hide()
	return h
}

// showHint shows the strip until it is closed.
func (f *Frame) showHint() {
	f.hint.Show()
	f.reflow()
}

// hintStep is a number, what to do, and how.
func hintStep(number int, what, how string) *kit.Box {
	const dot = 22
	disc := kit.NewFrame(kit.RoleAccent, kit.RoleNone, dot/2)
	digit := kit.NewLabel(strconv.Itoa(number), kit.SmallBold, kit.RoleOnAccent)
	head := kit.NewBlock(kit.Plain(what, kit.BodyBold, kit.RoleInk)...)
	text := kit.NewBlock(kit.Plain(how, kit.Small, kit.RoleMuted)...)
	return kit.NewBox(func(width float32, place bool) float32 {
		const indent = dot + 10
		inner := width - indent
		hh, ht := head.HeightFor(inner), text.HeightFor(inner)
		if place {
			n := digit.Natural()
			kit.Put(disc, 0, 0, dot, dot)
			kit.Put(digit, (dot-n.Width)/2, (dot-n.Height)/2, n.Width, n.Height)
			kit.Put(head, indent, 1, inner, hh)
			kit.Put(text, indent, hh+2, inner, ht)
		}
		return max(dot, hh+2+ht)
	}, disc, digit, head, text)
}
