package article

import (
	"sort"
	"strings"
)

// Unit is what a Place counts in.
type Unit string

// The units.
const (
	Bytes      Unit = "byte"      // of the file
	PartBytes  Unit = "partByte"  // of a part of a mail or MHTML file, decoded
	Pages      Unit = "page"      // of a PDF, from 1
	Paragraphs Unit = "paragraph" // of a Word document, from 1
)

// Place is where words stand in a file: the half-open range [Start, End), in Unit.
type Place struct {
	Unit       Unit
	Part       string // the part that PartBytes count in: "part 2", "part 1.2"
	Start, End int
}

// Map leads from an article's text to the file. The zero Map knows no place.
type Map struct {
	Unit Unit
	Part string

	runs []run // sorted, apart
	src  *decoded
	more []origin // of runs that stand elsewhere
}

// origin is another part of a file that words of an article come from.
type origin struct {
	unit Unit
	part string
	src  *decoded
}

// origin returns what the places of a run count in: 0 is the Map's own.
func (m Map) origin(in int) origin {
	if in > 0 && in <= len(m.more) {
		return m.more[in-1]
	}
	return origin{m.Unit, m.Part, m.src}
}

// run says that [start, end) of the text stands at [from, to) of the source: byte
// for byte if it is verbatim, else the one as a whole for the other.
type run struct {
	start, end int
	from, to   int
	verbatim   bool
	in         int // which of the Map's origins
}

// At returns the place that holds the words of the text's span [start, end): from
// the first that has a place to the last that has. It is false if none has, such
// as for the gap between paragraphs.
func (m Map) At(start, end int) (Place, bool) {
	i := sort.Search(len(m.runs), func(i int) bool { return m.runs[i].end > start })
	j := sort.Search(len(m.runs), func(i int) bool { return m.runs[i].start >= end })
	if start >= end || i >= j {
		return Place{}, false
	}
	from, to, in := m.runs[i].from, 0, m.runs[i].in
	for _, r := range m.runs[i:j] { // an extractor may have moved a heading
		if r.in != in {
			continue
		}
		lo, hi := r.from, r.to
		if r.verbatim {
			lo += max(0, start-r.start)
			hi -= max(0, r.end-end)
		}
		if r == m.runs[i] {
			from = lo
		}
		from, to = min(from, lo), max(to, hi)
	}
	o := m.origin(in)
	if o.src != nil {
		from, to = o.src.offset(from), o.src.offset(to)
	}
	return Place{o.unit, o.part, from, to}, true
}

// Placed returns how many bytes of [start, end) have a place.
func (m Map) Placed(start, end int) (n int) {
	i := sort.Search(len(m.runs), func(i int) bool { return m.runs[i].end > start })
	for ; i < len(m.runs) && m.runs[i].start < end; i++ {
		n += min(end, m.runs[i].end) - max(start, m.runs[i].start)
	}
	return n
}

// keep leaves only these spans of the text, in order, and the map with them.
func (a *Article) keep(spans [][2]int) {
	var text strings.Builder
	var runs []run
	i := 0
	for _, s := range spans {
		shift := text.Len() - s[0]
		for i < len(a.Map.runs) && a.Map.runs[i].end <= s[0] {
			i++
		}
		for k := i; k < len(a.Map.runs) && a.Map.runs[k].start < s[1]; k++ {
			r := a.Map.runs[k]
			lo, hi := max(r.start, s[0]), min(r.end, s[1])
			if r.verbatim {
				r.from, r.to = r.from+lo-r.start, r.to-(r.end-hi)
			}
			r.start, r.end = lo+shift, hi+shift
			runs = append(runs, r)
		}
		text.WriteString(a.Text[s[0]:s[1]])
	}
	a.Text, a.Map.runs = text.String(), runs
}

// join puts the text of b behind that of a, a paragraph apart.
func (a *Article) join(b *Article) {
	shift := len(a.Text)
	if shift > 0 {
		a.Text = strings.TrimRight(a.Text, "\n")
		for n := len(a.Map.runs); n > 0 && a.Map.runs[n-1].end > len(a.Text); n-- {
			r := &a.Map.runs[n-1]
			if r.verbatim {
				r.to -= r.end - len(a.Text)
			}
			if r.end = len(a.Text); r.start >= r.end {
				a.Map.runs = a.Map.runs[:n-1]
			}
		}
		a.Text += "\n\n"
		shift = len(a.Text)
	}
	a.Text += b.Text
	for in := 0; in <= len(b.Map.more); in++ {
		a.Map.more = append(a.Map.more, b.Map.origin(in))
	}
	first := len(a.Map.more) - len(b.Map.more)
	for _, r := range b.Map.runs {
		r.start, r.end, r.in = r.start+shift, r.end+shift, r.in+first
		a.Map.runs = append(a.Map.runs, r)
	}
}

// builder writes a text and notes where each piece stood.
type builder struct {
	text []byte
	runs []run
	due  string // to be written before what comes next, if anything does
}

// verbatim writes s, which stands byte for byte at from.
func (b *builder) verbatim(s string, from int) { b.add(s, from, from+len(s), true) }

// made writes s, which stands for [from, to): "&" for "&amp;".
func (b *builder) made(s string, from, to int) { b.add(s, from, to, false) }

// gap writes what has no place.
func (b *builder) gap(s string) {
	if s == "" {
		return
	}
	b.text = append(b.text, b.due...)
	b.due = ""
	b.text = append(b.text, s...)
}

func (b *builder) add(s string, from, to int, verbatim bool) {
	if i := strings.Index(s, "\u00AD"); i >= 0 { // where a word may be parted, and no part of it
		const size = len("\u00AD")
		if verbatim {
			b.add(s[:i], from, from+i, true)
			b.add(s[i+size:], from+i+size, to, true)
		} else {
			b.add(strings.ReplaceAll(s, "\u00AD", ""), from, to, false)
		}
		return
	}
	if s == "" {
		return
	}
	b.text = append(b.text, b.due...)
	b.due = ""
	start := len(b.text)
	b.text = append(b.text, s...)
	end := start + len(s)
	if n := len(b.runs); n > 0 {
		last := &b.runs[n-1]
		same := last.from == from && last.to == to && !verbatim && !last.verbatim // a page, a paragraph
		if last.end == start && (same || last.verbatim && verbatim && last.to == from) {
			last.end, last.to = end, to
			return
		}
	}
	b.runs = append(b.runs, run{start: start, end: end, from: from, to: to, verbatim: verbatim})
}

// paragraph parts what follows from what is there.
func (b *builder) paragraph() {
	if len(b.text) > 0 {
		b.due = "\n\n"
	}
}

// tail returns the last bytes of what is there, at most n.
func (b *builder) tail(n int) string { return string(b.text[max(0, len(b.text)-n):]) }

// cut takes the last n bytes back.
func (b *builder) cut(n int) {
	b.text = b.text[:len(b.text)-n]
	for i := len(b.runs) - 1; i >= 0 && b.runs[i].end > len(b.text); i-- {
		r := &b.runs[i]
		if r.verbatim {
			r.to -= r.end - len(b.text)
		}
		r.end = len(b.text)
		if r.end <= r.start {
			b.runs = b.runs[:i]
		}
	}
}

func (b *builder) full() bool { return len(b.text) > MaxText }

// article hands the text over. The error says that it is too long.
func (b *builder) article(unit Unit, src *decoded) (*Article, error) {
	if b.full() {
		return nil, &Error{Reason: TooLarge}
	}
	if src != nil && src.doubtful {
		return nil, &Error{Reason: WrongLetters}
	}
	a := &Article{Text: string(b.text), Map: Map{Unit: unit, runs: b.runs, src: src}}
	if src != nil {
		a.Charset = src.charset
		if src.guessed && src.charset != "UTF-8" && src.charset != "windows-1252" && !strings.HasPrefix(src.charset, "UTF-16") {
			a.note(Charset, src.charset)
		}
		if src.same {
			a.Map.src = nil
		}
	}
	return a, nil
}
