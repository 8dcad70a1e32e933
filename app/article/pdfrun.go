package article

import (
	"math"

	"briefline/app/pdf/pdfread"
)

// matrix is [a b c d e f] (ISO 32000-1, 8.3.3).
type matrix [6]float64

// mul returns the matrix that does m first and n second.
func (m matrix) mul(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// glyph is a letter where it stands on the page: x to end on the line y, upwards.
type glyph struct {
	text        string
	x, end, y   float64
	width, size float64
	turn        int // quarters by which its line is turned, or slanting
}

type pdfState struct {
	ctm                     matrix
	font                    *pdfFont
	size, char, word, scale float64
	leading, rise           float64
}

// pdfMachine runs a content stream as far as text goes (ISO 32000-1, 9).
type pdfMachine struct {
	reader   *pdfReader
	state    pdfState
	saved    []pdfState
	tm, lm   matrix
	glyphs   []glyph
	artifact int // open marked content that is none of the text, and what is in it
	marked   int
}

func (m *pdfMachine) run(content []byte, resources pdfread.Dict, depth int) {
	l := pdfread.NewLexer(content)
	var args []any
	for r := m.reader; r.shown <= maxGlyphs && !r.tooMuch; {
		v, err := l.Next()
		if err != nil {
			return // what the lexer can't read ends the stream
		}
		op, ok := v.(pdfread.Operator)
		if !ok {
			if len(args) < 64 {
				args = append(args, v)
			}
			continue
		}
		switch op {
		case "Do":
			m.object(arg(args, 0), resources, depth)
		case "BI":
			r.images++
		case "Tf":
			if name, ok := arg(args, 0).(pdfread.Name); ok {
				fonts := r.file.Dict(resources["Font"])
				m.state.font = r.font(fonts[name])
			}
			m.state.size = num(args, 1)
		default:
			m.operator(string(op), args)
		}
		args = args[:0]
	}
}

func arg(args []any, i int) any {
	if i < len(args) {
		return args[i]
	}
	return nil
}

func num(args []any, i int) float64 {
	switch v := arg(args, i).(type) {
	case int:
		return float64(v)
	case float64:
		if !math.IsNaN(v) && !math.IsInf(v, 0) {
			return v
		}
	}
	return 0
}

func matrixOf(args []any) matrix {
	return matrix{num(args, 0), num(args, 1), num(args, 2), num(args, 3), num(args, 4), num(args, 5)}
}

func (m *pdfMachine) operator(op string, args []any) {
	s := &m.state
	switch op {
	case "q":
		if len(m.saved) < 512 {
			m.saved = append(m.saved, *s)
		}
	case "Q":
		if n := len(m.saved); n > 0 {
			*s, m.saved = m.saved[n-1], m.saved[:n-1]
		}
	case "cm":
		s.ctm = matrixOf(args).mul(s.ctm)
	case "BT":
		m.tm = matrix{1, 0, 0, 1, 0, 0}
		m.lm = m.tm
	case "Tc":
		s.char = num(args, 0)
	case "Tw":
		s.word = num(args, 0)
	case "Tz":
		s.scale = num(args, 0) / 100
	case "TL":
		s.leading = num(args, 0)
	case "Ts":
		s.rise = num(args, 0)
	case "Td":
		m.move(num(args, 0), num(args, 1))
	case "TD":
		s.leading = -num(args, 1)
		m.move(num(args, 0), num(args, 1))
	case "Tm":
		m.tm = matrixOf(args)
		m.lm = m.tm
	case "T*":
		m.move(0, -s.leading)
	case "Tj":
		m.show(arg(args, 0))
	case "'":
		m.move(0, -s.leading)
		m.show(arg(args, 0))
	case "\"":
		s.word, s.char = num(args, 0), num(args, 1)
		m.move(0, -s.leading)
		m.show(arg(args, 2))
	case "TJ":
		list, _ := arg(args, 0).(pdfread.Array)
		for _, v := range list {
			if _, ok := v.(pdfread.String); ok {
				m.show(v)
			} else {
				m.tm = matrix{1, 0, 0, 1, -num([]any{v}, 0) / 1000 * s.size * s.scale, 0}.mul(m.tm)
			}
		}
	case "BMC", "BDC":
		m.marked++
		if tag, _ := arg(args, 0).(pdfread.Name); tag == "Artifact" && m.artifact == 0 {
			m.artifact = m.marked
		}
	case "EMC":
		if m.marked == m.artifact {
			m.artifact = 0
		}
		m.marked = max(0, m.marked-1)
	}
}

func (m *pdfMachine) move(x, y float64) {
	m.lm = matrix{1, 0, 0, 1, x, y}.mul(m.lm)
	m.tm = m.lm
}

// object shows a form, or notes a picture.
func (m *pdfMachine) object(v any, resources pdfread.Dict, depth int) {
	r := m.reader
	name, _ := v.(pdfread.Name)
	ref := r.file.Dict(resources["XObject"])[name]
	d := r.file.Dict(ref)
	switch d["Subtype"] {
	case pdfread.Name("Image"):
		r.images++
	case pdfread.Name("Form"):
		if depth >= maxFormDepth || r.left <= 0 || r.tooMuch {
			r.tooMuch = r.tooMuch || r.left <= 0
			return
		}
		before, saved := m.state, m.saved
		m.saved = nil
		if a := r.file.Array(d["Matrix"]); len(a) == 6 {
			m.state.ctm = matrixOf(a).mul(m.state.ctm)
		}
		own := r.file.Dict(d["Resources"])
		if own == nil {
			own = resources
		}
		m.run(r.unpack(ref), own, depth+1)
		m.state, m.saved = before, saved
	}
}

// show notes the letters of a string (ISO 32000-1, 9.4.4).
func (m *pdfMachine) show(v any) {
	str, _ := v.(pdfread.String)
	s, r := &m.state, m.reader
	if s.font == nil {
		return
	}
	for rest := string(str); rest != ""; {
		c := s.font.next(rest)
		rest = rest[c.bytes:]
		at := matrix{s.size * s.scale, 0, 0, s.size, 0, s.rise}.mul(m.tm).mul(s.ctm)
		advance := c.width*s.size + s.char
		if c.bytes == 1 && c.code == ' ' {
			advance += s.word
		}
		m.tm = matrix{1, 0, 0, 1, advance * s.scale, 0}.mul(m.tm)
		if m.artifact > 0 {
			continue
		}
		r.shown++
		if c.text == "" {
			r.unknown++
			c.text = "\uFFFD"
		}
		if c.text == " " {
			r.blank++
		}
		size := math.Hypot(at[2], at[3])
		width := c.width * math.Hypot(at[0], at[1])
		g := glyph{text: c.text, x: at[4], end: at[4] + width, y: at[5], width: width, size: size, turn: turnOf(at[0], at[1])}
		if size > 0 && size < 1e5 && math.Abs(g.x) < 1e6 && math.Abs(g.y) < 1e6 {
			m.glyphs = append(m.glyphs, g)
		}
	}
}
