package typeset

// Family is a kind of typeface.
type Family int

const (
	Sans  Family = iota // Noto Sans
	Serif               // Noto Serif
)

// Style says how a span looks. Arabic script comes from Vazirmatn and symbols
// from Briefline Symbols in every family.
type Style struct {
	Family Family
	Bold   bool    // Noto Serif has weight 600 here, the others 700
	Italic bool    // slanted by 12 degrees; there are no italic fonts
	Size   float64 // points an em; 0 means DefaultSize

	// Tracking is extra room in points after each letter, for heads in capitals.
	// It switches ligatures off, and does not act on Arabic script, whose letters
	// join.
	Tracking float64
}

// DefaultSize is the size in points of a Style that names none.
const DefaultSize = 13.5

// DefaultLineHeight is the height of a line as a multiple of its size where the
// paragraph names none.
const DefaultLineHeight = 1.4

// Direction is the base direction of a paragraph (UAX #9, P2, P3 and HL1).
type Direction int

const (
	Auto Direction = iota // by the first strong letter after each forced break; left to right if there is none
	LTR
	RTL
)

// Align places the lines in the width. Start and End follow the direction.
type Align int

const (
	Start Align = iota
	Center
	End
	Justify // stretches the spaces of lines that were broken for want of room
)

// Span is a piece of a paragraph in one style.
type Span struct {
	Text  string
	Style Style
	Tag   int // the caller's; typeset does not read it

	// PadLeft and PadRight are points kept free on either side, for a chip's pill.
	// A span that is broken has the first on its first piece and the other on its
	// last. A span without text takes no room.
	PadLeft, PadRight float64

	// NoBreak keeps the span in one line, even if it sticks out. To keep it with
	// the word before, join them with U+2060 or U+00A0.
	NoBreak bool
}

// Paragraph is text to lay out. Its zero value gives one empty line.
type Paragraph struct {
	Spans     []Span
	Direction Direction
	Align     Align
	Language  string // BCP 47, for letterforms that differ by language; may be empty

	LineHeight float64 // multiple of the size; 0 means DefaultLineHeight

	// MaxLines cuts the text; the last line then ends in "…". 0 means all.
	MaxLines int

	// Width is the room in points. Words that are wider break between grapheme
	// clusters. 0 means lines end at forced breaks only (LF, CR, CR LF, U+0085,
	// U+2028, U+2029, VT, FF; one at the very end opens no further line).
	Width float64
}
