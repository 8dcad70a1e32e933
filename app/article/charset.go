package article

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// decoded is a file's text in UTF-8, and where each of its bytes came from.
type decoded struct {
	text    string
	charset string
	same    bool // text is the file, byte for byte

	guessed  bool // the charset is told by the letters
	doubtful bool // and they are credible in none

	raw   []byte // behind a byte order mark
	first int    // bytes of the byte order mark
	enc   encoding.Encoding
	marks []mark // sorted
}

// mark says that the text's byte at is decoded from the byte raw, or from what
// begins there.
type mark struct{ at, raw int }

// stride is how many bytes of text lie between marks: an offset costs the
// decoding of so many again.
const stride = 256

// decode finds out the charset and decodes data with it: by its byte order mark,
// else by label (a name as HTML and MIME know it; may be empty), else by its looks.
// What is no character becomes U+FFFD.
func decode(data []byte, label string) *decoded {
	d := &decoded{raw: data}
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		d.first, d.enc, d.charset = 3, unicode.UTF8, "UTF-8"
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		d.first, d.enc, d.charset = 2, utf16le, "UTF-16LE"
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		d.first, d.enc, d.charset = 2, utf16be, "UTF-16BE"
	default:
		d.enc, d.charset = declared(data, label)
		if d.enc == nil {
			d.enc, d.charset, d.doubtful = detect(data)
			d.guessed = true
		}
	}
	d.raw = data[d.first:]
	if d.enc == unicode.UTF8 && utf8.Valid(d.raw) {
		d.text, d.same = string(d.raw), d.first == 0
		d.marks = []mark{{0, 0}}
		return d
	}
	d.fill()
	return d
}

var (
	utf16le = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	utf16be = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
)

// names are the charsets by the names that people know; the others go by those of
// the WHATWG Encoding Standard.
var names = map[string]string{"utf-8": "UTF-8", "utf-16le": "UTF-16LE", "utf-16be": "UTF-16BE", "koi8-r": "KOI8-R"}

// declared returns the encoding of that label; nil if there is none, or if the
// text is not in it: many a page says UTF-8 and is not, or says another and is.
func declared(data []byte, label string) (encoding.Encoding, string) {
	enc, name := charset.Lookup(label)
	if enc == nil || name == "replacement" || name == "x-user-defined" {
		return nil, ""
	}
	valid := utf8.Valid(data)
	if name == "utf-8" && !valid || valid && hasHigh(data) || name == "utf-16le" || name == "utf-16be" {
		return nil, ""
	}
	if n, ok := names[name]; ok {
		name = n
	}
	if name == "UTF-8" {
		enc = unicode.UTF8 // Lookup's is another value
	}
	return enc, name
}

func hasHigh(data []byte) bool {
	return bytes.ContainsFunc(data, func(r rune) bool { return r >= 0x80 })
}

// validButFew reports whether data is UTF-8 with a byte gone wrong here and there.
func validButFew(data []byte) bool {
	good, bad := 0, 0
	for rest := data; len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		rest = rest[n:]
	}
	return good > 20*bad
}

// detect16 tells UTF-16 without a byte order mark by the high halves, which are
// nearly all the same in any one script, and by its spaces.
func detect16(sample []byte) (encoding.Encoding, string) {
	n := len(sample) / 2
	if n < 4 {
		return nil, ""
	}
	var high [2][256]int
	var spaces [2]int
	for i := 0; i+1 < len(sample); i += 2 {
		high[0][sample[i]]++
		high[1][sample[i+1]]++
		if sample[i] == 0 && (sample[i+1] == ' ' || sample[i+1] == '\n') {
			spaces[0]++
		}
		if sample[i+1] == 0 && (sample[i] == ' ' || sample[i] == '\n') {
			spaces[1]++
		}
	}
	for be, h := range high {
		script := h[0] + max(h[4], h[6], h[5], h[3]) // Latin and signs; Cyrillic, Arabic, Hebrew, Greek
		if script*10 < n*9 || h[0] == 0 || spaces[be]*100 < n {
			continue
		}
		if be == 0 {
			return utf16be, "UTF-16BE"
		}
		return utf16le, "UTF-16LE"
	}
	return nil, ""
}

// fill decodes raw, piece by piece, and notes where each piece begins.
func (d *decoded) fill() {
	dec := d.enc.NewDecoder()
	out := make([]byte, 0, len(d.raw)+len(d.raw)/2)
	buf := make([]byte, stride)
	for at := 0; at < len(d.raw); {
		d.marks = append(d.marks, mark{len(out), at})
		n, used, err := dec.Transform(buf, d.raw[at:], true)
		out = append(out, buf[:n]...)
		at += used
		if err != nil && err != transform.ErrShortDst || n == 0 && used == 0 {
			break
		}
	}
	d.text = string(bytes.ToValidUTF8(out, []byte("\uFFFD")))
	d.raw = d.raw[:len(d.raw):len(d.raw)]
}

// offset returns where in the file the text's byte at begins.
func (d *decoded) offset(at int) int {
	if d.enc == unicode.UTF8 && len(d.marks) == 1 {
		return d.first + at
	}
	i := sort.Search(len(d.marks), func(i int) bool { return d.marks[i].at > at }) - 1
	if i < 0 {
		return d.first
	}
	m := d.marks[i]
	if at == m.at {
		return d.first + m.raw
	}
	buf := make([]byte, at-m.at)
	_, used, _ := d.enc.NewDecoder().Transform(buf, d.raw[m.raw:], true)
	return d.first + m.raw + used
}
