package briefing

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"reflect"
	"strconv"
	"time"
	"unicode/utf8"

	"briefline/app/edtf"
)

// ErrNewer is returned for writing what came from a newer version: this program
// does not know all that the file says.
var ErrNewer = errors.New("briefing was made by a newer version and is read-only")

// Write writes the briefing file: members in the order of the model, then
// unknown ones by name, two spaces a level, anchors and spans on one line,
// line feeds, one at the end. Equal briefings give equal bytes. Nothing is
// written on an error.
//
// Errors: [ErrNewer], [ErrTooLarge], a text that is not UTF-8 or a time beyond
// the year 9999 (both with their path), or the error of w.
func (b *Briefing) Write(w io.Writer) error {
	if b.ReadOnly() {
		return ErrNewer
	}
	current := *b
	current.Version = Version
	e := &encoder{forms: forms{}}
	if err := e.value(reflect.ValueOf(&current).Elem(), "\n"); err != nil {
		return err
	}
	e.WriteByte('\n')
	if e.Len() > MaxSize {
		return ErrTooLarge
	}
	_, err := w.Write(e.Bytes())
	return err
}

type encoder struct {
	bytes.Buffer
	forms     forms
	path      path
	spanExtra map[Span]*Extra // of the source being written
}

// value writes v. A line break and the indentation of the line v stands on come
// as nl; empty means all on one line.
func (e *encoder) value(v reflect.Value, nl string) error {
	switch x := v.Interface().(type) {
	case edtf.Date:
		return e.text(x.String())
	case time.Time:
		if y := x.UTC().Year(); y < 0 || y > 9999 {
			return fmt.Errorf("write briefing: %s: year %d has no RFC 3339 form", e.path, y)
		}
		return e.text(x.UTC().Format(time.RFC3339Nano))
	}
	switch v.Kind() {
	case reflect.String:
		return e.text(v.String())
	case reflect.Bool:
		e.WriteString(strconv.FormatBool(v.Bool()))
	case reflect.Int:
		e.WriteString(strconv.FormatInt(v.Int(), 10))
	case reflect.Float64:
		if math.IsNaN(v.Float()) || math.IsInf(v.Float(), 0) {
			return fmt.Errorf("write briefing: %s: not a number", e.path)
		}
		e.WriteString(strconv.FormatFloat(v.Float(), 'f', -1, 64))
	case reflect.Slice:
		return e.list(v, nl)
	case reflect.Struct:
		return e.object(v, nl)
	}
	return nil
}

// next starts the i-th part of a list or object.
func (e *encoder) next(i int, nl string) {
	if i > 0 {
		e.WriteByte(',')
	}
	if nl != "" {
		e.WriteString(nl)
		e.WriteString("  ")
	} else if i > 0 {
		e.WriteByte(' ')
	}
}

func (e *encoder) list(v reflect.Value, nl string) error {
	if v.Type().Elem().Kind() == reflect.String {
		nl = ""
	}
	e.WriteByte('[')
	for i := range v.Len() {
		e.next(i, nl)
		e.path.index(i)
		if err := e.value(v.Index(i), deeper(nl)); err != nil {
			return err
		}
		e.path.pop()
	}
	if v.Len() > 0 {
		e.WriteString(nl)
	}
	e.WriteByte(']')
	return nil
}

func (e *encoder) object(v reflect.Value, nl string) error {
	var unknown *Extra
	switch x := v.Addr().Interface().(type) {
	case *Span:
		nl, unknown = "", e.spanExtra[*x]
	case *Anchor:
		nl, unknown = "", x.Extra
	case *Source:
		e.spanExtra, unknown = x.SpanExtra, x.Extra
	default:
		unknown = v.FieldByName("Extra").Interface().(*Extra)
	}
	n := 0
	e.WriteByte('{')
	for _, f := range e.forms.of(v.Type()).fields {
		field := v.Field(f.index)
		if f.omitEmpty && isEmpty(field) {
			continue
		}
		e.path.name(f.name)
		e.next(n, nl)
		n++
		if err := e.text(f.name); err != nil {
			return err
		}
		e.WriteString(": ")
		if err := e.value(field, deeper(nl)); err != nil {
			return err
		}
		e.path.pop()
	}
	if unknown != nil {
		for _, m := range unknown.members {
			e.next(n, nl)
			n++
			if err := e.text(m.name); err != nil {
				return err
			}
			e.WriteString(": ")
			if nl == "" {
				e.WriteString(m.value)
			} else if err := json.Indent(&e.Buffer, []byte(m.value), deeper(nl)[1:], "  "); err != nil {
				return fmt.Errorf("write briefing: %s: unknown member: %w", e.path, err)
			}
		}
	}
	if n > 0 {
		e.WriteString(nl)
	}
	e.WriteByte('}')
	return nil
}

func deeper(nl string) string {
	if nl == "" {
		return ""
	}
	return nl + "  "
}

// text writes s in quotes, escaping only what JSON demands (RFC 8259, 7).
func (e *encoder) text(s string) error {
	if !utf8.ValidString(s) {
		return fmt.Errorf("write briefing: %s: not valid UTF-8", e.path)
	}
	e.WriteByte('"')
	plain := 0 // from here on nothing was escaped
	for i := range len(s) {
		c := s[i]
		if c >= 0x20 && c != '"' && c != '\\' {
			continue
		}
		e.WriteString(s[plain:i])
		plain = i + 1
		switch c {
		case '"', '\\':
			e.WriteByte('\\')
			e.WriteByte(c)
		case '\n':
			e.WriteString(`\n`)
		case '\t':
			e.WriteString(`\t`)
		case '\r':
			e.WriteString(`\r`)
		default:
			fmt.Fprintf(e, `\u%04x`, c)
		}
	}
	e.WriteString(s[plain:])
	e.WriteByte('"')
	return nil
}
