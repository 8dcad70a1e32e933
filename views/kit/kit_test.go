package kit

import (
	"testing"
	"time"

	"briefline/assets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// start makes an app with the program's theme the current one.
func start(t testing.TB) *Theme {
	t.Helper()
	th := NewTheme(assets.Fonts(), ModeLight)
	test.NewTempApp(t).Settings().SetTheme(th)
	return th
}

// show gives a widget its size and makes its renderer, as a window does.
func show[W fyne.Widget](w W, width, height float32) W {
	w.Resize(fyne.NewSize(width, height))
	test.WidgetRenderer(w)
	return w
}

func at(x, y float32) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y), AbsolutePosition: fyne.NewPos(x+100, y+200)}, Button: desktop.MouseButtonPrimary}
}

func key(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }

// click presses and releases; soon says whether it counts with the click before,
// whatever time that took.
func click(t *Text, x, y float32, soon bool) {
	t.lastClick = time.Time{}
	if soon {
		t.lastClick = time.Now().Add(time.Hour) // later than any now: never too late
	}
	t.MouseDown(at(x, y))
	t.MouseUp(at(x, y))
}

// drag presses at x0, y0 and lets go at x1, y1.
func drag(t *Text, x0, y0, x1, y1 float32) {
	t.lastClick = time.Time{}
	t.MouseDown(at(x0, y0))
	t.Dragged(&fyne.DragEvent{PointEvent: at(x1, y1).PointEvent, Dragged: fyne.NewDelta(x1-x0, y1-y0)})
	t.MouseUp(at(x1, y1))
	t.DragEnd()
}

// near are the coordinates of a byte of the text.
func near(t *Text, offset int) (x, y float32) {
	r := t.layout(t.Size().Width).Rects(offset, offset+1)[0]
	return float32(r.X) + 0.5, float32(r.Y + r.H/2)
}

// over are the coordinates of the middle of a link.
func over(t *Text, link string) (x, y float32) {
	pos, size, _ := t.LinkRect(link)
	return pos.X + size.Width/2, pos.Y + size.Height/2
}
