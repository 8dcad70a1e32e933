package kit

import (
	"image"
	"image/color"
	"image/draw"
	"slices"
	"strings"

	"briefline/app/typeset"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Piece is a run of text in one style.
type Piece struct {
	Text  string
	Style typeset.Style
	Ink   Role   // RoleNone means RoleInk
	Pill  Role   // a rounded background, for a chip; RoleNone for none
	Link  string // what OnTap and OnHover get; empty for plain text
}

// Plain returns one piece of text in a style and colour.
func Plain(s string, style typeset.Style, ink Role) []Piece {
	return []Piece{{Text: s, Style: style, Ink: ink}}
}

// ChipPiece returns the n-th pill of a row of references such as "S10". The
// first is glued to the word before it, so that no line begins with it; a line
// may break before every fourth, so that a long row does not take the word with
// it to the next line.
func ChipPiece(n int, label, link string) []Piece {
	joint := "\u2060"
	if n > 0 && n%3 == 0 {
		joint = "\u200B"
	}
	return []Piece{{Text: joint, Style: Chip}, {Text: label, Style: Chip, Ink: RoleAccent, Pill: RoleChip, Link: link}}
}

// chipGap and chipPad are the room, in points, outside and inside a pill.
const chipGap, chipPad = 2.5, 6

// Range is a half-open byte range of a text's joined pieces, with the colour
// to lay behind it.
type Range struct {
	Start, End int
	Back       Role
}

// Label shows shaped text that wraps to its width and leaves the mouse alone.
// Its height follows from its width: see HeightFor.
type Label struct {
	widget.BaseWidget
	node

	// LineHeight is a multiple of the type size; 0 means 1.4.
	LineHeight float64
	// MaxLines cuts the text with an ellipsis; 0 means no limit.
	MaxLines int
	// Align places the lines between the edges.
	Align typeset.Align
	// Balance makes the lines about equally long, for headlines.
	Balance bool

	pieces []Piece
	ranges []Range
	marks  []Mark
	raster *canvas.Raster
	back   Role

	laid    map[float32]*typeset.Text // by width
	hover   string                    // link under the pointer
	current string                    // link drawn as chosen

	anchor, caret int // selection in bytes; equal when there is none
}

// NewLabel returns one line of text.
func NewLabel(s string, style typeset.Style, ink Role) *Label {
	t := &Label{pieces: Plain(s, style, ink), MaxLines: 1}
	t.ExtendBaseWidget(t)
	return t
}

// NewBlock returns text that wraps and takes no mouse.
func NewBlock(pieces ...Piece) *Label {
	t := &Label{pieces: pieces}
	t.ExtendBaseWidget(t)
	return t
}

// SetPieces replaces the text.
func (t *Label) SetPieces(pieces ...Piece) {
	if !slices.Equal(t.pieces, pieces) { // a button says the same again and again
		t.pieces, t.laid = pieces, nil
	}
	t.ranges, t.marks = nil, nil
	t.anchor, t.caret = 0, 0
	t.Refresh()
}

// SetRanges lays colours behind parts of the text; nil takes them away.
func (t *Label) SetRanges(r []Range) {
	if len(r) == 0 && len(t.ranges) == 0 {
		return
	}
	t.ranges = r
	t.Refresh()
}

// SetCurrent draws the pills of a link as chosen; "" draws none so.
func (t *Label) SetCurrent(link string) {
	if t.current != link {
		t.current = link
		t.Refresh()
	}
}

// String returns the joined pieces.
func (t *Label) String() string {
	var b strings.Builder
	for _, p := range t.pieces {
		b.WriteString(p.Text)
	}
	return b.String()
}

// Links returns the links of the pieces in order, without repeats next to each
// other.
func (t *Label) Links() []string {
	var out []string
	for _, p := range t.pieces {
		if p.Link != "" && (len(out) == 0 || out[len(out)-1] != p.Link) {
			out = append(out, p.Link)
		}
	}
	return out
}

// maxLaid is for how many widths a text is kept laid out: one line, the width
// that it has, and one that it is being measured for.
const maxLaid = 3

// layout shapes the text for a width in points; 0 or less means one line.
func (t *Label) layout(width float32) *typeset.Text {
	width = max(width, 0)
	if l := t.laid[width]; l != nil {
		return l
	}
	spans := make([]typeset.Span, len(t.pieces))
	for i, p := range t.pieces {
		s := typeset.Span{Text: p.Text, Style: p.Style, Tag: i}
		if p.Pill != RoleNone {
			s.PadLeft, s.PadRight, s.NoBreak = chipGap+chipPad, chipGap+chipPad, true
		}
		spans[i] = s
	}
	p := typeset.Paragraph{
		Spans: spans, Align: t.Align, LineHeight: t.LineHeight, MaxLines: t.MaxLines, Width: float64(width),
	}
	l := Current().Fonts.Layout(p)
	if t.Balance && width > 0 {
		l = balance(p, l)
	}
	if len(t.laid) >= maxLaid || t.laid == nil {
		t.laid = map[float32]*typeset.Text{}
	}
	t.laid[width] = l
	return l
}

// balance lays a paragraph out in the narrowest column that needs no more
// lines than laid has.
func balance(p typeset.Paragraph, laid *typeset.Text) *typeset.Text {
	if n := len(laid.Lines); n < 2 || n > 4 {
		return laid
	}
	least, most := p.Width/2, p.Width
	for most-least > 4 {
		p.Width = (least + most) / 2
		if l := Current().Fonts.Layout(p); len(l.Lines) > len(laid.Lines) {
			least = p.Width
		} else {
			most, laid = p.Width, l
		}
	}
	return laid
}

// HeightFor returns the height in points that the text takes at a width.
func (t *Label) HeightFor(width float32) float32 { return ceil(t.layout(width).Height) }

// Natural returns the size of the text on one line.
func (t *Label) Natural() fyne.Size {
	l := t.layout(0)
	return fyne.NewSize(ceil(l.Width), ceil(l.Height))
}

func ceil(v float64) float32 {
	n := float32(int(v))
	if float64(n) < v {
		n++
	}
	return n
}

// MinSize asks for nothing: the column that the text stands in decides.
func (t *Label) MinSize() fyne.Size { return noSize }

// CreateRenderer makes the raster that the text is painted into.
func (t *Label) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	t.raster = canvas.NewRaster(t.paint)
	return &labelRenderer{t: t, objects: []fyne.CanvasObject{t.raster}}
}

type labelRenderer struct {
	t       *Label
	objects []fyne.CanvasObject
}

func (r *labelRenderer) Layout(s fyne.Size)           { r.t.raster.Resize(s) }
func (r *labelRenderer) MinSize() fyne.Size           { return r.t.MinSize() }
func (r *labelRenderer) Refresh()                     { r.t.raster.Refresh() }
func (r *labelRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *labelRenderer) Destroy()                     {}

// paint draws the text for w by h pixels.
func (t *Label) paint(w, h int) image.Image { return t.draw(t.Size().Width, w, h) }

// draw draws the text laid out to width points into w by h pixels.
func (t *Label) draw(width float32, w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	if width <= 0 || w <= 0 {
		return img
	}
	scale := float64(w) / float64(width)
	l, p := t.layout(width), Current().Palette()
	back := func(rects []typeset.Rect, c color.NRGBA) {
		for _, r := range rects {
			FillRound(img, r.X*scale, r.Y*scale, r.W*scale, r.H*scale, 2*scale, c)
		}
	}
	if t.back != RoleNone {
		draw.Draw(img, img.Rect, image.NewUniform(p[t.back]), image.Point{}, draw.Src)
	}
	for _, r := range t.ranges {
		back(l.Rects(r.Start, r.End), p[r.Back])
	}
	t.paintMarks(img, l, scale, p)
	if a, b := t.selected(); a < b {
		back(l.Rects(a, b), p[RoleSelect])
	}
	for i, piece := range t.pieces {
		if piece.Pill == RoleNone {
			continue
		}
		c := p[piece.Pill]
		if t.active(piece.Link) {
			c = p[RoleAccent]
		}
		for _, r := range l.SpanRects(i) {
			high := piece.Style.Size * 1.52
			r = piece.inset(r)
			FillRound(img, r.X*scale, (r.Y+(r.H-high)/2)*scale, r.W*scale, high*scale, high/2*scale, c)
		}
	}
	l.Draw(img, 0, 0, scale, t.ink(p))
	return img
}

// ink returns the colour of each span.
func (t *Label) ink(p *Palette) func(span int) color.Color {
	return func(i int) color.Color {
		if i < 0 || i >= len(t.pieces) {
			return p[RoleInk]
		}
		piece := t.pieces[i]
		switch {
		case piece.Pill != RoleNone && t.active(piece.Link):
			return p[RoleOnAccent]
		case piece.Ink == RoleNone:
			return p[RoleInk]
		}
		return p[piece.Ink]
	}
}

func (t *Label) active(link string) bool {
	return link != "" && (link == t.hover || link == t.current)
}

// linkAt returns the link under a position in the widget, and its box.
func (t *Label) linkAt(pos fyne.Position) (string, typeset.Rect) {
	l := t.layout(t.Size().Width)
	for i, p := range t.pieces {
		if p.Link == "" {
			continue
		}
		for _, r := range l.SpanRects(i) {
			r = p.inset(r)
			if x, y := float64(pos.X), float64(pos.Y); x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H {
				return p.Link, r
			}
		}
	}
	return t.markAt(pos)
}

// inset takes the room outside a pill off the box of its piece.
func (p Piece) inset(r typeset.Rect) typeset.Rect {
	if p.Pill != RoleNone {
		r.X, r.W = r.X+chipGap, r.W-2*chipGap
	}
	return r
}

// LinkRect returns the box of the first piece with the link, relative to the
// widget; ok is false when there is none.
func (t *Label) LinkRect(link string) (pos fyne.Position, size fyne.Size, ok bool) {
	l := t.layout(t.Size().Width)
	for i, p := range t.pieces {
		if p.Link != link {
			continue
		}
		for _, r := range l.SpanRects(i) {
			r = p.inset(r)
			return fyne.NewPos(float32(r.X), float32(r.Y)), fyne.NewSize(float32(r.W), float32(r.H)), true
		}
	}
	return pos, size, false
}
