package briefing

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"briefline/app/edtf"
)

const (
	// MaxSize is the largest file that is read or written, in bytes.
	MaxSize = 64 << 20

	// maxMemory bounds what a file of {},{},{} swells to, in bytes of items.
	maxMemory = 256 << 20

	// maxDate is the longest EDTF date, in bytes: a set of some hundred days. Its
	// members are worded one by one.
	maxDate = 2000
)

// ErrTooLarge is returned for a file over [MaxSize], or one whose items would
// not fit into memory.
var ErrTooLarge = errors.New("briefing is larger than 64 MiB")

// Read reads a briefing file that can be drawn: what cannot is put right, as
// [Briefing.Mend] says. Unknown members are kept for [Briefing.Write]. A newer
// version is read as far as it is understood and is [Briefing.ReadOnly]. A byte
// order mark is skipped. What can be drawn need not be true to its rules: see
// [Briefing.Validate].
//
// Errors: *[FileError] for a fault in the file, [ErrTooLarge], or the error of r.
func Read(r io.Reader) (*Briefing, error) {
	b, _, err := ReadMended(r)
	return b, err
}

// ReadMended is Read, and tells what was put right.
func ReadMended(r io.Reader) (*Briefing, []Fault, error) {
	b, err := Parse(r)
	if err != nil {
		return nil, nil, err
	}
	return b, b.Mend(), nil
}

// Parse reads a briefing file as it stands, whatever it says. It is for who finds
// the faults of a file, and for parts of a briefing, which point at what is
// elsewhere. Errors: those of [Read].
func Parse(r io.Reader) (*Briefing, error) { return read(r, MaxSize, maxMemory) }

// read reads at most size bytes into at most memory bytes of items.
func read(r io.Reader, size, memory int) (*Briefing, error) {
	raw, err := io.ReadAll(io.LimitReader(r, int64(size)+1))
	if err != nil {
		return nil, err
	}
	if len(raw) > size {
		return nil, ErrTooLarge
	}
	data := strings.TrimPrefix(string(raw), "\ufeff")
	if fault := scanFile(data); fault != nil {
		return nil, fault
	}
	d := &decoder{scanner: scanner{data: data}, forms: forms{}, memory: memory}
	version, fault := d.version()
	if fault != nil {
		return nil, fault
	}
	d.lenient = version > Version
	b := new(Briefing)
	if err := d.decode(reflect.ValueOf(b).Elem()); err != nil {
		return nil, err
	}
	return b, nil
}

// decoder fills the model from data that scanFile has passed, so only the
// shapes of values can be wrong.
type decoder struct {
	scanner
	forms     forms
	path      path
	lenient   bool // a newer version: members of another shape are left out
	memory    int  // bytes left for items
	spanExtra map[Span]*Extra
}

func (d *decoder) faultAt(at int, reason string) *FileError {
	return faultAt(d.data, at, d.path.String(), reason)
}

// version finds the version before anything else is believed.
func (d *decoder) version() (version int, err error) {
	if d.peek() != '{' {
		return 0, d.faultAt(d.pos, "want an object")
	}
	start := d.pos
	err = d.members(func(name string) error {
		if name != "version" {
			return d.skip()
		}
		at := d.pos
		if err := d.decode(reflect.ValueOf(&version).Elem()); err != nil {
			return err
		}
		if version < 1 {
			return d.faultAt(at, "want a version from 1")
		}
		return nil
	})
	if err == nil && version == 0 {
		err = d.faultAt(start, "no version: not a briefing")
	}
	d.pos = 0
	return version, err
}

// members calls do for each member of the object at pos, which stands at the
// value then and must be left after it.
func (d *decoder) members(do func(name string) error) error {
	for d.pos++; d.peek() != '}'; {
		if d.data[d.pos] == ',' {
			d.pos++
			d.space()
		}
		start := d.pos
		_ = d.text()
		name := unquote(d.data[start:d.pos])
		d.peek()
		d.pos++ // the colon
		d.space()
		d.path.name(name)
		if err := do(name); err != nil {
			return err
		}
		d.path.pop()
	}
	d.pos++
	return nil
}

func (d *decoder) skip() error {
	_ = d.value()
	return nil
}

// decode reads the value at pos into v.
func (d *decoder) decode(v reflect.Value) error {
	c, start := d.peek(), d.pos
	wrong := func(want string) error { return d.faultAt(start, "want "+want) }
	switch {
	case v.Type() == dateType:
		if c != '"' {
			return wrong("an EDTF date in quotes")
		}
		return d.date(v.Addr().Interface().(*edtf.Date))
	case v.Type() == timeType:
		if c != '"' {
			return wrong("a time in quotes")
		}
		_ = d.text()
		t, err := time.Parse(time.RFC3339Nano, unquote(d.data[start:d.pos]))
		if t = t.UTC(); err != nil || t.Year() < 0 || t.Year() > 9999 {
			return wrong("a time such as 2024-05-31T14:30:00Z")
		}
		v.Set(reflect.ValueOf(t))
		return nil
	}
	switch v.Kind() {
	case reflect.String:
		if c != '"' {
			return wrong("text in quotes")
		}
		_ = d.text()
		v.SetString(unquote(d.data[start:d.pos]))
	case reflect.Bool:
		if c != 't' && c != 'f' {
			return wrong("true or false")
		}
		_ = d.value()
		v.SetBool(c == 't')
	case reflect.Int:
		_ = d.value()
		n, err := strconv.Atoi(d.data[start:d.pos])
		if err != nil {
			return wrong("a whole number")
		}
		v.SetInt(int64(n))
	case reflect.Float64:
		_ = d.value()
		x, err := strconv.ParseFloat(d.data[start:d.pos], 64)
		if err != nil {
			return wrong("a number")
		}
		v.SetFloat(x)
	case reflect.Slice:
		if c != '[' {
			return wrong("a list")
		}
		return d.list(v)
	case reflect.Struct:
		if c != '{' {
			return wrong("an object")
		}
		return d.object(v)
	default:
		panic("briefing: no file form for " + v.Type().String())
	}
	return nil
}

func (d *decoder) date(to *edtf.Date) error {
	start := d.pos
	_ = d.text()
	raw := d.data[start:d.pos]
	if len(raw) > maxDate {
		return d.faultAt(start, fmt.Sprintf("a date longer than %d bytes", maxDate))
	}
	err := to.UnmarshalText([]byte(unquote(raw)))
	if err == nil {
		return nil
	}
	fault := d.faultAt(start, "not an EDTF date")
	if syntax := (*edtf.SyntaxError)(nil); errors.As(err, &syntax) {
		if strings.IndexByte(raw, '\\') < 0 {
			fault = d.faultAt(start+1+syntax.Offset, "")
		}
		fault.Reason = fmt.Sprintf("not an EDTF date: want %s", syntax.Want)
	}
	fault.Err = err
	return fault
}

func (d *decoder) list(v reflect.Value) error {
	elem := v.Type().Elem()
	d.pos++
	for i := 0; d.peek() != ']'; i++ {
		if d.data[d.pos] == ',' {
			d.pos++
		}
		if d.memory -= int(elem.Size()); d.memory < 0 {
			return ErrTooLarge
		}
		item := reflect.New(elem).Elem()
		d.path.index(i)
		if err := d.tolerant(item); err != nil {
			return err
		}
		d.path.pop()
		v.Set(reflect.Append(v, item))
	}
	d.pos++
	return nil
}

func (d *decoder) object(v reflect.Value) error {
	form := d.forms.of(v.Type())
	if v.Type() == reflect.TypeFor[Source]() {
		d.spanExtra = nil
	}
	var unknown []member
	err := d.members(func(name string) error {
		if i, ok := form.byName[name]; ok {
			return d.tolerant(v.Field(form.fields[i].index))
		}
		start := d.pos
		_ = d.value()
		var tight bytes.Buffer
		if err := json.Compact(&tight, []byte(d.data[start:d.pos])); err != nil {
			return d.faultAt(start, "want a value")
		}
		unknown = append(unknown, member{name, tight.String()})
		return nil
	})
	if err != nil {
		return err
	}
	if unknown != nil {
		slices.SortFunc(unknown, func(a, b member) int { return strings.Compare(a.name, b.name) })
		d.keep(v, &Extra{unknown})
	}
	if s, ok := v.Addr().Interface().(*Source); ok {
		s.SpanExtra = d.spanExtra
	}
	return nil
}

// keep stores unknown members in v, or with the source for a span, which stays
// a plain pair of numbers.
func (d *decoder) keep(v reflect.Value, unknown *Extra) {
	if span, ok := v.Interface().(Span); ok {
		if d.spanExtra == nil {
			d.spanExtra = map[Span]*Extra{}
		}
		d.spanExtra[span] = unknown
		return
	}
	v.FieldByName("Extra").Set(reflect.ValueOf(unknown))
}

// tolerant decodes v, or leaves it zero where a newer version gives it another
// shape. Nothing is lost by that: what is newer is never written.
func (d *decoder) tolerant(v reflect.Value) error {
	start, depth := d.pos, len(d.path)
	err := d.decode(v)
	if err == nil || !d.lenient || errors.Is(err, ErrTooLarge) {
		return err
	}
	v.SetZero()
	d.pos, d.path = start, d.path[:depth]
	_ = d.value()
	return nil
}
