package typeset

import (
	"image"
	"image/color"

	"github.com/go-text/typesetting/font"
)

type (
	spanBox   struct{}
	graphemes struct{}
	shaper    struct{}
	maskCache struct{}
	zone      struct{}
	widthKey  struct {
		s  string
		st Style
	}
)

func zonesOf(*font.Face) []zone { return nil }

// Layout sets p.
func (f *Fonts) Layout(p Paragraph) *Text {
	h := DefaultSize * DefaultLineHeight
	return &Text{fonts: f, Lines: []Line{{Height: h, Baseline: 0.7 * h}}, Height: h}
}

// Width returns the width of s in points on one line.
func (f *Fonts) Width(s string, st Style) float64 { return 0.5 * st.Size * float64(len(s)) }

// Hit tells what lies at x, y.
func (t *Text) Hit(x, y float64) (offset, span int, inside bool) { return 0, -1, false }

// Rects returns the boxes of the bytes start to end.
func (t *Text) Rects(start, end int) []Rect { return nil }

// SpanRects returns the boxes of a span with its padding.
func (t *Text) SpanRects(span int) []Rect { return nil }

// Draw draws t.
func (t *Text) Draw(dst *image.RGBA, x, y, scale float64, color func(span int) color.Color) {}
