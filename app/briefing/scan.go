package briefing

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"
)

// maxDepth bounds the nesting of a file; the form itself needs seven levels.
const maxDepth = 200

// FileError is a fault in a briefing file and where it is.
type FileError struct {
	Line, Column int    // from 1; columns count characters
	Path         string // JSON path such as $.events[2].date; empty for a fault of syntax
	Reason       string // without text of the file
	Err          error  // the cause, such as *edtf.SyntaxError; nil for most
}

// Error returns "line 12, column 5: $.events[2].date.edtf: reason".
func (e *FileError) Error() string {
	if e.Path == "" {
		return fmt.Sprintf("line %d, column %d: %s", e.Line, e.Column, e.Reason)
	}
	return fmt.Sprintf("line %d, column %d: %s: %s", e.Line, e.Column, e.Path, e.Reason)
}

// Unwrap returns the cause.
func (e *FileError) Unwrap() error { return e.Err }

// faultAt returns the fault at a byte offset of data.
func faultAt(data string, at int, path, reason string) *FileError {
	head := data[:min(at, len(data))]
	return &FileError{
		Line:   1 + strings.Count(head, "\n"),
		Column: 1 + utf8.RuneCountInString(head[strings.LastIndexByte(head, '\n')+1:]),
		Path:   path, Reason: reason,
	}
}

// scanner walks JSON (RFC 8259) without building anything. Beyond the grammar
// it asks for what I-JSON does (RFC 7493, 2.1 and 2.3): valid UTF-8, whole
// surrogate pairs, no name twice in one object.
type scanner struct {
	data  string
	pos   int
	depth int
}

// scanFile checks that data is one JSON value and nothing more.
func scanFile(data string) *FileError {
	if !utf8.ValidString(data) {
		at := 0
		for {
			r, n := utf8.DecodeRuneInString(data[at:])
			if r == utf8.RuneError && n <= 1 {
				return faultAt(data, at, "", "not valid UTF-8")
			}
			at += n
		}
	}
	s := &scanner{data: data}
	if err := s.value(); err != nil {
		return err
	}
	s.space()
	if s.pos < len(data) {
		return s.fault("more text after the end of the briefing")
	}
	return nil
}

func (s *scanner) fault(reason string) *FileError {
	if s.pos >= len(s.data) {
		reason = "the file ends too early"
	}
	return faultAt(s.data, s.pos, "", reason)
}

func (s *scanner) space() {
	for s.pos < len(s.data) && strings.IndexByte(" \t\r\n", s.data[s.pos]) >= 0 {
		s.pos++
	}
}

// peek returns the next byte that is not space, 0 at the end.
func (s *scanner) peek() byte {
	s.space()
	if s.pos == len(s.data) {
		return 0
	}
	return s.data[s.pos]
}

func (s *scanner) value() *FileError {
	switch c := s.peek(); {
	case c == '{' || c == '[':
		if s.depth++; s.depth > maxDepth {
			return s.fault(fmt.Sprintf("nested deeper than %d levels", maxDepth))
		}
		defer func() { s.depth-- }()
		if c == '[' {
			return s.array()
		}
		return s.object()
	case c == '"':
		return s.text()
	case c == '-' || '0' <= c && c <= '9':
		return s.number()
	}
	for _, word := range []string{"true", "false", "null"} {
		if strings.HasPrefix(s.data[s.pos:], word) {
			s.pos += len(word)
			return nil
		}
	}
	return s.fault("want a value")
}

func (s *scanner) array() *FileError {
	s.pos++
	if s.peek() == ']' {
		s.pos++
		return nil
	}
	for {
		if err := s.value(); err != nil {
			return err
		}
		switch s.peek() {
		case ',':
			s.pos++
		case ']':
			s.pos++
			return nil
		default:
			return s.fault("want , or ]")
		}
	}
}

func (s *scanner) object() *FileError {
	s.pos++
	if s.peek() == '}' {
		s.pos++
		return nil
	}
	names := map[string]bool{}
	for {
		if s.peek() != '"' {
			return s.fault("want a member name in quotes")
		}
		start := s.pos
		if err := s.text(); err != nil {
			return err
		}
		name := unquote(s.data[start:s.pos])
		if names[name] {
			return faultAt(s.data, start, "", "the same member name twice in one object")
		}
		names[name] = true
		if s.peek() != ':' {
			return s.fault("want :")
		}
		s.pos++
		if err := s.value(); err != nil {
			return err
		}
		switch s.peek() {
		case ',':
			s.pos++
		case '}':
			s.pos++
			return nil
		default:
			return s.fault("want , or }")
		}
	}
}

func (s *scanner) number() *FileError {
	digits := func() bool {
		from := s.pos
		for s.pos < len(s.data) && '0' <= s.data[s.pos] && s.data[s.pos] <= '9' {
			s.pos++
		}
		return s.pos > from
	}
	next := func(set string) bool {
		if s.pos < len(s.data) && strings.IndexByte(set, s.data[s.pos]) >= 0 {
			s.pos++
			return true
		}
		return false
	}
	next("-")
	if !next("0") && !digits() {
		return s.fault("want a digit")
	}
	if next(".") && !digits() {
		return s.fault("want a digit")
	}
	if next("eE") {
		next("+-")
		if !digits() {
			return s.fault("want a digit")
		}
	}
	return nil
}

func (s *scanner) text() *FileError {
	s.pos++
	for s.pos < len(s.data) {
		switch c := s.data[s.pos]; {
		case c == '"':
			s.pos++
			return nil
		case c < 0x20:
			return s.fault("line break or control character inside a text")
		case c == '\\':
			if err := s.escape(); err != nil {
				return err
			}
		default:
			s.pos++
		}
	}
	return s.fault("")
}

func (s *scanner) escape() *FileError {
	rest := s.data[s.pos:]
	if len(rest) > 1 && strings.IndexByte(`"\/bfnrt`, rest[1]) >= 0 {
		s.pos += 2
		return nil
	}
	u, ok := hex4(rest)
	if !ok {
		return s.fault(`unknown escape after \`)
	}
	if 0xD800 <= u && u < 0xE000 {
		low, ok := hex4(rest[6:])
		if !ok || u >= 0xDC00 || low < 0xDC00 || low >= 0xE000 {
			return s.fault("half a surrogate pair")
		}
		s.pos += 6
	}
	s.pos += 6
	return nil
}

// hex4 reads a leading \uXXXX.
func hex4(s string) (u rune, ok bool) {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return 0, false
	}
	for _, c := range []byte(s[2:6]) {
		d := strings.IndexByte("0123456789abcdef", c|0x20)
		if c < '0' || d < 0 {
			return 0, false
		}
		u = u<<4 | rune(d)
	}
	return u, true
}

// unquote returns what a scanned JSON text says. The result does not share
// memory with the file.
func unquote(raw string) string {
	if strings.IndexByte(raw, '\\') < 0 {
		return strings.Clone(raw[1 : len(raw)-1])
	}
	var s string
	if err := json.Unmarshal([]byte(raw), &s); err != nil {
		panic("briefing: unquote before scan: " + err.Error())
	}
	return s
}
