package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Dialog is a panel over a shaded window: a title, content, and buttons at its
// foot. A click beside it does nothing, so that a form is not lost by accident;
// the caller closes it on Escape.
type Dialog struct {
	*fyne.Container
	// Width is how wide the panel gets, in points.
	Width float32

	back    *Fill
	title   *Label
	page    *Page
	content Block
	buttons []*Button
	left    *Button
	gates   [2]*gate

	// OnFocus gives the keyboard to an object: the Tab key goes round inside the
	// dialog. nil lets it leave.
	OnFocus func(fyne.Focusable)
}

// veil darkens the window and keeps clicks from what is below.
type veil struct {
	widget.BaseWidget
	fill *Fill
}

func newVeil() *veil {
	v := &veil{fill: NewFill(RoleVeil)}
	v.ExtendBaseWidget(v)
	return v
}

// Tapped implements fyne.Tappable.
func (v *veil) Tapped(*fyne.PointEvent) {}

// TappedSecondary implements fyne.SecondaryTappable.
func (v *veil) TappedSecondary(*fyne.PointEvent) {}

// Scrolled implements fyne.Scrollable.
func (v *veil) Scrolled(*fyne.ScrollEvent) {}

// MouseIn implements desktop.Hoverable.
func (v *veil) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable.
func (v *veil) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (v *veil) MouseOut() {}

// CreateRenderer implements fyne.Widget.
func (v *veil) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.fill) }

const (
	dialogPad   = 20
	dialogTitle = 46 // height of the title's strip
	dialogFoot  = 60
)

// NewDialog returns a dialog. The buttons stand in reverse order: the first one,
// which does what the dialog is for, at the right.
func NewDialog(title string, content Block, buttons ...*Button) *Dialog {
	d := &Dialog{Width: 480, content: content, buttons: buttons, back: NewFrame(RoleSurface, RoleControl, 10)}
	d.title = NewLabel(title, LeadBold, RoleInk)
	d.page = NewPage(Inset(content, dialogPad, 2, dialogPad, 6))
	d.gates[0], d.gates[1] = newGate(d, true), newGate(d, false)
	objects := []fyne.CanvasObject{newVeil(), d.gates[0], d.back, d.title, d.page}
	for _, b := range buttons {
		objects = append(objects, b)
	}
	d.Container = container.New(dialogLayout{d}, append(objects, d.gates[1])...)
	return d
}

// SetLeft puts a button at the left of the foot; nil for none.
func (d *Dialog) SetLeft(b *Button) {
	if b == nil {
		return
	}
	d.left = b
	last := len(d.Container.Objects) - 1
	d.Container.Objects = append(d.Container.Objects[:last:last], b, d.gates[1])
}

// Reveal scrolls to a block of the content.
func (d *Dialog) Reveal(b Block) {
	if pos, ok := Offset(b, d.page.Content()); ok {
		d.page.Reveal(pos.Y, b.Size().Height)
	}
}

// Reflow measures the content again when it has changed its height.
func (d *Dialog) Reflow() {
	d.page.Reflow()
	d.Container.Refresh()
}

type dialogLayout struct{ d *Dialog }

// MinSize implements fyne.Layout.
func (dialogLayout) MinSize([]fyne.CanvasObject) fyne.Size { return noSize }

// Layout implements fyne.Layout.
func (l dialogLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	d := l.d
	w := min(d.Width, s.Width-24)
	body := d.content.HeightFor(w-2*dialogPad) + 8
	body = min(body, s.Height-dialogTitle-dialogFoot-24)
	h := dialogTitle + body + dialogFoot
	x, y := float32(int((s.Width-w)/2)), float32(int(max(12, (s.Height-h)*0.36)))
	Put(objects[0], 0, 0, s.Width, s.Height)
	Put(d.gates[0], x, y, 1, 1)
	Put(d.gates[1], x, y, 1, 1)
	if d.left != nil {
		n := d.left.Natural()
		Put(d.left, x+dialogPad, y+h-dialogFoot+14, n.Width, 32)
	}
	Put(d.back, x, y, w, h)
	n := d.title.Natural()
	Put(d.title, x+dialogPad, y+16, min(n.Width, w-2*dialogPad), n.Height)
	Put(d.page, x+1, y+dialogTitle, w-2, body)
	right := x + w - dialogPad
	for _, b := range d.buttons {
		n := b.Natural()
		Put(b, right-n.Width, y+h-dialogFoot+14, n.Width, 32)
		right -= n.Width + 10
	}
}
