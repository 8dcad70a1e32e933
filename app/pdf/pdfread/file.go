package pdfread

import (
	"bytes"
	"errors"
	"slices"
)

// ErrNotPDF says that there is no PDF header in the first 1,024 bytes.
var ErrNotPDF = errors.New("not a PDF")

// ErrFilter says that a stream is packed in a way that this package cannot
// unpack, or is damaged, or unpacks to more than was allowed.
var ErrFilter = errors.New("stream cannot be unpacked")

const (
	maxNumber   = 8_388_607 // of an object (ISO 32000-1, annex C)
	maxUnpacked = 128 << 20 // bytes of all object streams together
	maxHops     = 32        // from reference to reference
	maxObjects  = 1 << 20
)

// File is a PDF taken apart.
type File struct {
	// Trailer holds Root and Info (ISO 32000-1, 7.5.5), of the last trailer that
	// has a Root; nil if there is none.
	Trailer Dict

	// Locked says that the file is encrypted and needs a password: its strings and
	// streams are not to be read. What opens without one is read in the clear.
	Locked bool

	crypt   *crypt // nil: not encrypted
	data    []byte
	where   map[int]entry
	cache   map[int]any
	folded  []int // offsets of object streams
	work    int
	endless bool // no further endstream
}

// entry says where an object is.
type entry struct {
	at                 int    // offset of the value in data, or in body
	begin              int    // offset in data of the object, or of its object stream
	body               []byte // of the object stream, unpacked; nil: data
	holder             int    // number of the object stream
	number, generation int
	nth                int
}

// Open finds the objects in data, which must not change as long as the File is
// in use. Where a number is there twice, the last one counts. The error is
// ErrNotPDF.
func Open(data []byte) (*File, error) {
	if !bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")) {
		return nil, ErrNotPDF
	}
	f := &File{data: data, where: map[int]entry{}, cache: map[int]any{}, work: 8*len(data) + 1<<20}
	f.scan()
	f.unlock()
	f.unfold()
	if f.Trailer == nil {
		f.rebuild()
	}
	return f, nil
}

// rebuild makes a trailer of the catalog among the objects, as every reader does for a
// file that was cut before its end or has lost its cross-reference.
func (f *File) rebuild() {
	for _, n := range f.Numbers() {
		if d, ok := f.Get(Ref(n)).(Dict); ok && d["Type"] == Name("Catalog") && d["Pages"] != nil {
			f.Trailer = Dict{"Root": Ref(n)}
		}
	}
}

// Numbers returns the numbers of all objects, sorted.
func (f *File) Numbers() []int {
	out := make([]int, 0, len(f.where))
	for n := range f.where {
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}

// Where tells where an object begins: at an offset in the file, or as the nth in
// the object stream of number holder, which is 0 otherwise.
func (f *File) Where(number int) (offset, holder, nth int, ok bool) {
	e, ok := f.where[number]
	if e.body != nil {
		return 0, e.holder, e.nth, ok
	}
	return e.begin, 0, 0, ok
}

// scan passes over the file from object to object.
func (f *File) scan() {
	next := func(word string, from int) int {
		if i := bytes.Index(f.data[from:], []byte(word)); i >= 0 {
			return from + i
		}
		return len(f.data)
	}
	obj, trailer := next("obj", 0), next("trailer", 0)
	for pos := 0; (obj < len(f.data) || trailer < len(f.data)) && f.work > 0; {
		if trailer < obj {
			pos = trailer + len("trailer")
			if v, end, err := f.parse(pos); err == nil {
				pos = end
				f.trailer(v)
			}
		} else {
			pos = obj + len("obj")
			if number, generation, begin, ok := f.header(obj); ok {
				pos = f.object(number, generation, begin, pos)
			}
		}
		if obj < pos {
			obj = next("obj", pos)
		}
		if trailer < pos {
			trailer = next("trailer", pos)
		}
	}
}

// header reads "12 0 " backwards from the word obj.
func (f *File) header(at int) (number, generation, begin int, ok bool) {
	back := func(is func(byte) bool, most int) (n int) {
		for ; n < most && at > 0 && is(f.data[at-1]); n++ {
			at--
		}
		return n
	}
	value := func(from, to int) (n int) {
		for _, c := range f.data[from:to] {
			n = n*10 + int(c-'0')
		}
		return n
	}
	back(isSpace, 16)
	end := at
	if back(isDigit, 5) == 0 {
		return 0, 0, 0, false
	}
	generation = value(at, end)
	if back(isSpace, 16) == 0 {
		return 0, 0, 0, false
	}
	end = at
	if back(isDigit, 7) == 0 || at > 0 && isDigit(f.data[at-1]) {
		return 0, 0, 0, false
	}
	number = value(at, end)
	return number, generation, at, number > 0 && number <= maxNumber
}

// object notes the object whose value is at pos, and returns where to look on.
func (f *File) object(number, generation, begin, pos int) int {
	v, end, err := f.parse(pos)
	if err != nil {
		return pos
	}
	if len(f.where) >= maxObjects {
		f.work = 0
		return end
	}
	f.where[number] = entry{at: pos, begin: begin, number: number, generation: generation}
	s, ok := v.(Stream)
	if !ok {
		return end
	}
	switch s.Dict["Type"] {
	case Name("ObjStm"):
		f.folded = append(f.folded, begin)
	case Name("XRef"):
		f.trailer(s.Dict)
	}
	return end
}

func (f *File) trailer(v any) {
	d, _ := v.(Dict)
	if s, ok := v.(Stream); ok {
		d = s.Dict
	}
	if _, ok := d["Root"].(Ref); ok {
		f.Trailer = d
	}
}

// parse reads the value at pos, and the stream if it is one.
func (f *File) parse(pos int) (v any, end int, err error) {
	data := f.data
	l := Lexer{data: data, pos: pos, refs: true, work: &f.work}
	if v, err = l.value(0); err != nil {
		return nil, 0, err
	}
	d, ok := v.(Dict)
	if !ok {
		return v, l.pos, nil
	}
	end = l.pos
	l.skip()
	rest, ok := bytes.CutPrefix(data[l.pos:], []byte("stream"))
	if !ok {
		return d, end, nil
	}
	start := l.pos + len("stream")
	if bytes.HasPrefix(rest, []byte("\r\n")) {
		start += 2
	} else if bytes.HasPrefix(rest, []byte("\n")) {
		start++
	}
	n, ok := f.length(start, d)
	if !ok {
		return nil, 0, errSyntax
	}
	return Stream{d, data[start : start+n : start+n]}, start + n, nil
}

// length returns how many bytes a stream has: as it says, if it ends there, else
// up to the next endstream.
func (f *File) length(start int, d Dict) (int, bool) {
	data := f.data
	n, ok := d["Length"].(int)
	if r, isRef := d["Length"].(Ref); isRef {
		if e, there := f.where[int(r)]; there && e.body == nil {
			l := Lexer{data: f.data, pos: e.at, refs: true, work: &f.work}
			v, _ := l.value(0)
			n, ok = v.(int)
		}
	}
	word := []byte("endstream")
	if ok && n >= 0 && n <= len(data)-start {
		if rest := bytes.TrimLeft(data[start+n:min(len(data), start+n+16)], "\r\n "); bytes.HasPrefix(rest, word) {
			return n, true
		}
	}
	if f.endless {
		return 0, false
	}
	i := bytes.Index(data[start:], word)
	if i < 0 {
		f.endless = true
		return 0, false
	}
	f.work -= i
	for k := 0; k < 2 && i > 0 && (data[start+i-1] == '\n' || data[start+i-1] == '\r'); k++ {
		i--
	}
	return i, true
}

// unfold finds the objects in object streams (ISO 32000-1, 7.5.7).
func (f *File) unfold() {
	left := maxUnpacked
	numbers := map[int]int{} // offset of an object stream that counts -> its number
	for n, e := range f.where {
		numbers[e.begin] = n
	}
	for _, begin := range f.folded {
		number, ok := numbers[begin]
		if !ok {
			continue // an older version of it
		}
		s, _ := f.Get(Ref(number)).(Stream)
		delete(f.cache, number)
		body, err := f.Unpack(s, left)
		if err != nil {
			continue
		}
		left -= len(body)
		count, _ := s.Dict["N"].(int)
		first, _ := s.Dict["First"].(int)
		l := Lexer{data: body, work: &f.work}
		for nth := range min(max(count, 0), len(body)) {
			a, err := l.value(0)
			b, err2 := l.value(0)
			n, ok := a.(int)
			at, ok2 := b.(int)
			if err != nil || err2 != nil || !ok || !ok2 {
				break
			}
			at += first
			if n <= 0 || n > maxNumber || at < 0 || at > len(body) {
				continue
			}
			if old, ok := f.where[n]; !ok || old.begin < begin {
				f.where[n] = entry{at: at, begin: begin, body: body, holder: number, nth: nth}
			}
		}
	}
}

// Get returns what v stands for: the object if it is a Ref, and so on; nil if
// there is none or it cannot be read; any other value itself.
func (f *File) Get(v any) any {
	for range maxHops {
		r, ok := v.(Ref)
		if !ok {
			return v
		}
		got, ok := f.cache[int(r)]
		if !ok {
			if e, there := f.where[int(r)]; there {
				got = f.read(e)
			}
			f.cache[int(r)] = got
		}
		v = got
	}
	return nil
}

func (f *File) read(e entry) (v any) {
	if e.body == nil {
		v, _, _ = f.parse(e.at)
		if f.crypt != nil && e.number != f.crypt.number {
			v = f.crypt.decrypt(v, e.number, e.generation)
		}
		return v
	}
	l := Lexer{data: e.body, pos: e.at, refs: true, work: &f.work} // no streams in streams
	v, _ = l.value(0)
	return v
}

// Dict returns the dictionary that v stands for, a stream's too; nil if there is
// none. A nil Dict has no entries.
func (f *File) Dict(v any) Dict {
	switch v := f.Get(v).(type) {
	case Dict:
		return v
	case Stream:
		return v.Dict
	}
	return nil
}

// Array returns the array that v stands for; nil if there is none.
func (f *File) Array(v any) Array {
	a, _ := f.Get(v).(Array)
	return a
}
