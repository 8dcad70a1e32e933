package typeset

// Text is a paragraph laid out. It is not changed after Layout, and may be read
// and drawn by several goroutines at once.
type Text struct {
	Lines     []Line // top to bottom, at least one; their byte ranges follow each other and cover the text
	Width     float64
	Height    float64
	Truncated bool // MaxLines hid some of the text

	fonts   *Fonts
	joined  string
	boxes   []spanBox
	marks   graphemes
	missing []rune
}

// Line is one line. Its visible part reaches from X to X+Width; spaces at which
// it was broken take no room.
type Line struct {
	Y        float64 // top, from the text's top
	Baseline float64 // from the text's top
	Ascent   float64 // of the largest span's font, above the baseline
	Descent  float64 // the same below the baseline, positive
	Height   float64 // room to the next line
	X, Width float64
	Runs     []Run // left to right; their padding lies between them

	Start, End int // bytes; the last line of a cut text holds all that is hidden
}

// Run is a piece of a line in one face, size, direction and span.
type Run struct {
	Face     *Face
	Size     float64 // points an em
	Slant    float64 // x added per y above the baseline: 0, or 0.2126 (12 degrees) for italic
	X, Width float64 // from the text's left; without padding
	PadLeft  float64 // room kept free before X for the span's PadLeft; 0 unless its edge is here
	PadRight float64 // the same behind X+Width
	Glyphs   []Glyph // left to right
	Level    int8    // UAX #9 embedding level; odd is right to left
	Span     int     // index into Paragraph.Spans

	Start, End int // bytes

	dots bool // the ellipsis; it stands for all that is hidden, and is not parted
}

// Glyph is one glyph, placed. A long printed briefing holds a million of them:
// its numbers are no wider than a page needs.
type Glyph struct {
	ID      uint32  // index in the face's file
	X, Y    float32 // its origin, from the run's X and the line's baseline, y down
	Advance float32 // room it takes, from the pen; 0 for marks and for what is hidden

	Start, End int32 // bytes of its cluster; the glyphs of one cluster stand together
}

// Rect is a box in points, y down, from the text's top left.
type Rect struct{ X, Y, W, H float64 }

// String returns the spans' text joined, which the byte offsets count in.
func (t *Text) String() string { return t.joined }

// Missing returns the characters that no font has, each once, in the order of
// their first appearance; they are drawn as boxes. It is nil if there are none.
func (t *Text) Missing() []rune { return t.missing }

// slant is the tangent of 12 degrees.
const slant = 0.2126

// spanBox holds the height of a span's font in points.
type spanBox struct{ ascent, descent float64 }
