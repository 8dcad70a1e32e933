package pdfread

import (
	"bytes"
	"errors"
	"io"
	"strconv"
)

// errSyntax says that there is no value where one should be. The offset would
// tell a reader of the file nothing: it counts in an unpacked stream at times.
var errSyntax = errors.New("not a PDF value")

// errWork says that bytes were read again and again, which only a file made to
// waste time brings about.
var errWork = errors.New("too much work")

const (
	deepest = 64      // nesting of arrays and dictionaries
	widest  = 1 << 20 // entries of an array or dictionary
)

// Lexer reads values one after the other.
type Lexer struct {
	data []byte
	pos  int
	refs bool // "1 0 R" is a reference; otherwise words are operators
	work *int // bytes that may still be looked at; nil: no bound
}

// NewLexer returns a lexer for a content stream.
func NewLexer(content []byte) *Lexer { return &Lexer{data: content} }

// Next returns the next value or operator; io.EOF behind the last.
func (l *Lexer) Next() (any, error) { return l.value(0) }

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// skip passes white space and comments.
func (l *Lexer) skip() {
	for l.pos < len(l.data) {
		switch c := l.data[l.pos]; {
		case isSpace(c):
			l.pos++
		case c == '%':
			for l.pos < len(l.data) && l.data[l.pos] != '\n' && l.data[l.pos] != '\r' {
				l.pos++
			}
		default:
			return
		}
	}
}

// value reads one value. The work it took is charged once, at the outermost.
func (l *Lexer) value(depth int) (v any, err error) {
	if depth == 0 && l.work != nil {
		if *l.work <= 0 {
			return nil, errWork
		}
		from := l.pos
		defer func() { *l.work -= l.pos - from + 1 }()
	}
	l.skip()
	if l.pos >= len(l.data) {
		return nil, io.EOF
	}
	if depth > deepest {
		return nil, errSyntax
	}
	switch c := l.data[l.pos]; {
	case c == '/':
		l.pos++
		return l.name(), nil
	case c == '(':
		return l.literal()
	case c == '<' && l.pos+1 < len(l.data) && l.data[l.pos+1] == '<':
		return l.dict(depth)
	case c == '<':
		return l.hex()
	case c == '[':
		return l.array(depth)
	case isDigit(c) || c == '+' || c == '-' || c == '.':
		return l.number()
	case isDelimiter(c):
		return nil, errSyntax
	}
	return l.word()
}

func (l *Lexer) word() (any, error) {
	from := l.pos
	for l.pos < len(l.data) && !isSpace(l.data[l.pos]) && !isDelimiter(l.data[l.pos]) {
		l.pos++
	}
	switch w := string(l.data[from:l.pos]); {
	case w == "true":
		return true, nil
	case w == "false":
		return false, nil
	case w == "null":
		return nil, nil
	case l.refs:
		l.pos = from
		return nil, errSyntax
	default:
		return Operator(w), nil
	}
}

func (l *Lexer) number() (any, error) {
	from := l.pos
	for l.pos++; l.pos < len(l.data) && (isDigit(l.data[l.pos]) || l.data[l.pos] == '.'); l.pos++ {
	}
	s := string(l.data[from:min(l.pos, from+64)])
	n, err := strconv.Atoi(s)
	if err != nil {
		f, err := strconv.ParseFloat(s, 64)
		if err != nil {
			return nil, errSyntax
		}
		return f, nil
	}
	if l.refs && isDigit(s[0]) {
		if end, ok := l.generation(); ok {
			l.pos = end
			return Ref(n), nil
		}
	}
	return n, nil
}

// generation reports whether " 0 R" follows, and where it ends.
func (l *Lexer) generation() (end int, ok bool) {
	p := l.pos
	blank := func() bool {
		from := p
		for p < len(l.data) && isSpace(l.data[p]) {
			p++
		}
		return p > from
	}
	if !blank() {
		return 0, false
	}
	from := p
	for p < len(l.data) && p-from < 6 && isDigit(l.data[p]) {
		p++
	}
	if p == from || !blank() || p >= len(l.data) || l.data[p] != 'R' {
		return 0, false
	}
	p++
	if p < len(l.data) && !isSpace(l.data[p]) && !isDelimiter(l.data[p]) {
		return 0, false
	}
	return p, true
}

func (l *Lexer) name() Name {
	var b []byte
	for l.pos < len(l.data) && !isSpace(l.data[l.pos]) && !isDelimiter(l.data[l.pos]) {
		c := l.data[l.pos]
		if c == '#' && l.pos+2 < len(l.data) {
			hi, lo := hexValue(l.data[l.pos+1]), hexValue(l.data[l.pos+2])
			if hi >= 0 && lo >= 0 {
				c = byte(hi<<4 | lo)
				l.pos += 2
			}
		}
		b = append(b, c)
		l.pos++
	}
	return Name(b)
}

func hexValue(c byte) int {
	switch {
	case isDigit(c):
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

func (l *Lexer) hex() (any, error) {
	var b []byte
	half := -1
	for l.pos++; l.pos < len(l.data); l.pos++ {
		c := l.data[l.pos]
		v := hexValue(c)
		switch {
		case c == '>':
			l.pos++
			if half >= 0 {
				b = append(b, byte(half<<4))
			}
			return String(b), nil
		case isSpace(c):
		case v < 0:
			return nil, errSyntax
		case half < 0:
			half = v
		default:
			b = append(b, byte(half<<4|v))
			half = -1
		}
	}
	return nil, errSyntax
}

// literal reads a string in parentheses (ISO 32000-1, 7.3.4.2).
func (l *Lexer) literal() (any, error) {
	var b []byte
	open := 0
	for ; l.pos < len(l.data); l.pos++ {
		switch c := l.data[l.pos]; c {
		case '(':
			if open++; open > 1 {
				b = append(b, c)
			}
		case ')':
			if open--; open == 0 {
				l.pos++
				return String(b), nil
			}
			b = append(b, c)
		case '\\':
			b = l.escape(b)
		case '\r': // a line end is one line feed, however it is written
			if l.pos+1 < len(l.data) && l.data[l.pos+1] == '\n' {
				l.pos++
			}
			b = append(b, '\n')
		default:
			b = append(b, c)
		}
	}
	return nil, errSyntax
}

// escape reads what follows a backslash and stops at its last byte.
func (l *Lexer) escape(b []byte) []byte {
	if l.pos+1 >= len(l.data) {
		return b
	}
	l.pos++
	c := l.data[l.pos]
	if i := bytes.IndexByte([]byte("nrtbf"), c); i >= 0 {
		return append(b, "\n\r\t\b\f"[i])
	}
	switch {
	case c == '\r' && l.pos+1 < len(l.data) && l.data[l.pos+1] == '\n':
		l.pos++
		return b
	case c == '\n' || c == '\r':
		return b
	case c >= '0' && c <= '7':
		v := int(c - '0')
		for k := 0; k < 2 && l.pos+1 < len(l.data) && l.data[l.pos+1] >= '0' && l.data[l.pos+1] <= '7'; k++ {
			l.pos++
			v = v<<3 | int(l.data[l.pos]-'0')
		}
		return append(b, byte(v))
	}
	return append(b, c)
}

func (l *Lexer) array(depth int) (any, error) {
	l.pos++
	a := Array{}
	for {
		l.skip()
		if l.pos >= len(l.data) {
			return nil, errSyntax
		}
		if l.data[l.pos] == ']' {
			l.pos++
			return a, nil
		}
		v, err := l.value(depth + 1)
		if err != nil || len(a) == widest {
			return nil, errSyntax
		}
		a = append(a, v)
	}
}

func (l *Lexer) dict(depth int) (any, error) {
	l.pos += 2
	d := Dict{}
	for {
		l.skip()
		switch {
		case l.pos+1 >= len(l.data):
			return nil, errSyntax
		case l.data[l.pos] == '>' && l.data[l.pos+1] == '>':
			l.pos += 2
			return d, nil
		case l.data[l.pos] != '/':
			return nil, errSyntax
		}
		l.pos++
		key := l.name()
		v, err := l.value(depth + 1)
		if err != nil || len(d) == widest {
			return nil, errSyntax
		}
		d[key] = v
	}
}
