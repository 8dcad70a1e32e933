package kit

import (
	"fyne.io/fyne/v2"
)

// Bubble is a small note over the window that the mouse passes through.
type Bubble struct {
	*Box
	label *Label
}

// bubbleWidth is how wide a bubble gets, bubblePad its margin, in points.
const bubbleWidth, bubblePadX, bubblePadY = 380, 12, 9

// NewBubble returns a hidden bubble.
func NewBubble() *Bubble {
	b := &Bubble{label: NewBlock()}
	b.label.LineHeight = 1.45
	back := NewFrame(RoleSurface, RoleControl, 6)
	b.Box = NewBox(func(width float32, place bool) float32 {
		h := b.label.HeightFor(width-2*bubblePadX) + 2*bubblePadY
		if place {
			Put(back, 0, 0, width, h)
			Put(b.label, bubblePadX, bubblePadY, width-2*bubblePadX, h-2*bubblePadY)
		}
		return h
	}, back, b.label)
	b.Hide()
	return b
}

// Hang shows the bubble below a point, or above it where there is no room, and
// inside the window.
func (b *Bubble) Hang(at fyne.Position, window fyne.Size, pieces ...Piece) {
	b.label.SetPieces(pieces...)
	w := min(bubbleWidth, window.Width-16, b.label.Natural().Width+2*bubblePadX+1)
	h := b.HeightFor(w)
	x := max(8, min(at.X-10, window.Width-w-8))
	y := at.Y + 4
	if y+h > window.Height-8 {
		y = max(8, at.Y-h-26)
	}
	Put(b.Box, x, y, w, h)
	b.Box.Arrange()
	b.Box.Show()
	b.Box.Refresh()
}
