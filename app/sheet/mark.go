package sheet

import "briefline/app/typeset"

// Mark is one thing on a page: *Words or *Shape.
type Mark interface{ mark() }

// Words are lines of a text. Lines [From, To) of Text stand on the page, the top
// left corner of line From at X, Y: a glyph's y is Y - Text.Lines[From].Y + its
// own. The lines of one Text may be on several pages.
type Words struct {
	Node     *Node // nil: an artifact
	Text     *typeset.Text
	From, To int
	X, Y     float64
	Inks     []Color // by span of the text; a span beyond the last has the last one

	// Nodes gives, by span of the text, the node that a span belongs to where that
	// is a kid of Node (a Link, a Span with its own language); nil, or a span
	// beyond the last: it belongs to Node itself. Kids stand in Node.Kids in the
	// order of their spans, and what is Node's own stands between them by its
	// place in the text.
	Nodes []*Node
	Links []SpanLink
}

// SpanLink makes a span of a text a link. Only those in lines [From, To) are on
// the page; Text.SpanRects says where.
type SpanLink struct {
	Span int
	Dest string // key of Document.Dests; empty with a URI
	URI  string
	Tip  string // words for what it leads to, never empty
	Node *Node  // Tag is TagLink; the same as Words.Nodes[Span]
}

// Shape is a filled or stroked box or polygon.
type Shape struct {
	Node        *Node // nil: an artifact
	X, Y, W, H  float64
	Radius      float64 // of the corners, at most half of W and H
	Fill        Color
	Stroke      Color // drawn over the edge, half inside and half outside
	StrokeWidth float64
	Dash        []float64 // lengths on and off; nil is a solid stroke
	// Fade is how strong the fill is from left (At 0) to right (At 1), linear
	// between stops, which increase; nil is full strength.
	Fade  []Stop
	Hatch Hatch // pattern over the fill, in the colour Stroke, clipped to the shape
	// Poly replaces the box: corners in page coordinates, closed. Two corners are
	// a line.
	Poly [][2]float64
}

func (*Words) mark() {}
func (*Shape) mark() {}

// Stop is one point of a Fade; At and Strength are from 0 to 1.
type Stop struct{ At, Strength float64 }

// Hatch is a pattern that tells shapes apart without colour.
type Hatch int

const (
	HatchNone     Hatch = iota
	HatchDiagonal       // lines rising to the right, 3 points apart, 0.6 wide
	HatchDots           // dots of 1 point, 3 points apart
)

// Color is a colour of sRGB; None paints nothing. The zero Color is black.
type Color struct {
	R, G, B uint8
	None    bool
}
