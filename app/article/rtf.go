package article

import (
	"bytes"
	"context"
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

// readRTF reads the words of rich text (RTF 1.9.1), in a document's own charset
// and in Unicode. Pictures, notes, headers and footers are left out.
func readRTF(ctx context.Context, data []byte) (*Article, error) {
	r := &rtf{data: data, enc: charmap.Windows1252, skipAfter: 1}
	if err := r.run(ctx); err != nil {
		return nil, err
	}
	r.flush()
	a, err := r.out.article(Bytes, nil)
	if err != nil {
		return nil, err
	}
	r.info(a)
	topLines(a)
	return a, nil
}

type rtf struct {
	data []byte
	pos  int
	out  builder
	enc  encoding.Encoding

	ignored   int // depth of the group that is left out; 0: none
	depth     int
	skipAfter int   // characters that stand for a \u in readers that know none
	skips     []int // of the groups outside
	skip      int

	pending  []byte // bytes in enc, not yet decoded
	units    []uint16
	from, to int // where they stand
}

// destinations are groups that hold no text of the body (RTF 1.9.1, page 9).
var destinations = map[string]bool{
	"fonttbl": true, "colortbl": true, "stylesheet": true, "info": true, "pict": true, "object": true, "header": true, "headerl": true,
	"headerr": true, "headerf": true, "footer": true, "footerl": true, "footerr": true, "footerf": true, "footnote": true, "annotation": true,
	"listtable": true, "listoverridetable": true, "rsidtbl": true, "generator": true, "themedata": true, "datastore": true, "xmlnstbl": true,
	"fldinst": true, "bkmkstart": true, "bkmkend": true, "latentstyles": true, "filetbl": true, "revtbl": true,
	"shppict": true, "nonshppict": true, "atnid": true, "atnauthor": true, "mmathPr": true, "wgrffmtfilter": true,
}

const maxRTFDepth = 1000

func (r *rtf) run(ctx context.Context) error {
	for n := 0; r.pos < len(r.data); n++ {
		if n%65536 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if r.out.full() {
			return &Error{Reason: TooLarge}
		}
		switch c := r.data[r.pos]; c {
		case '{':
			r.flush()
			r.pos++
			if r.depth++; r.depth > maxRTFDepth {
				return &Error{Reason: Damaged, Where: "its nesting"}
			}
			r.skips = append(r.skips, r.skipAfter)
		case '}':
			r.flush()
			r.pos++
			if r.ignored == r.depth {
				r.ignored = 0
			}
			r.depth = max(0, r.depth-1)
			if n := len(r.skips); n > 0 {
				r.skipAfter, r.skips = r.skips[n-1], r.skips[:n-1]
			}
			if r.depth == 0 {
				return nil
			}
		case '\\':
			r.control()
		case '\r', '\n', 0:
			r.pos++
		default:
			r.byte(c, r.pos, r.pos+1)
			r.pos++
		}
	}
	return nil
}

// control reads what begins with a backslash.
func (r *rtf) control() {
	from := r.pos
	r.pos++
	if r.pos >= len(r.data) {
		return
	}
	c := r.data[r.pos]
	if !(c|0x20 >= 'a' && c|0x20 <= 'z') {
		r.pos++
		switch c {
		case '\'':
			if r.pos+2 <= len(r.data) {
				b, err := strconv.ParseUint(string(r.data[r.pos:r.pos+2]), 16, 8)
				r.pos += 2
				if err == nil {
					r.byte(byte(b), from, r.pos)
				}
			}
		case '*':
			if r.ignored == 0 {
				r.ignored = r.depth
			}
		case '~':
			r.word("\u00A0", from)
		case '_':
			r.word("\u2011", from)
		case '\\', '{', '}':
			r.byte(c, from, r.pos)
		case '\r', '\n':
			r.paragraph()
		}
		return
	}
	for r.pos < len(r.data) && r.data[r.pos]|0x20 >= 'a' && r.data[r.pos]|0x20 <= 'z' && r.pos-from < 40 {
		r.pos++
	}
	name := string(r.data[from+1 : r.pos])
	begin := r.pos
	for r.pos < len(r.data) && r.pos-begin < 12 && (r.data[r.pos] >= '0' && r.data[r.pos] <= '9' || r.pos == begin && r.data[r.pos] == '-') {
		r.pos++
	}
	number, err := strconv.Atoi(string(r.data[begin:r.pos]))
	if r.pos < len(r.data) && r.data[r.pos] == ' ' {
		r.pos++
	}
	r.command(name, number, err == nil, from)
}

func (r *rtf) command(name string, number int, numbered bool, from int) {
	if destinations[name] && r.ignored == 0 {
		r.flush()
		r.ignored = r.depth
	}
	switch name {
	case "par", "sect", "page", "row":
		r.paragraph()
	case "line":
		r.word("\n", from)
	case "tab", "cell":
		r.word("\t", from)
	case "emdash":
		r.word("—", from)
	case "endash":
		r.word("–", from)
	case "lquote":
		r.word("‘", from)
	case "rquote":
		r.word("’", from)
	case "ldblquote":
		r.word("“", from)
	case "rdblquote":
		r.word("”", from)
	case "bullet":
		r.word("•", from)
	case "uc":
		r.skipAfter = min(max(number, 0), 10)
	case "u":
		if numbered {
			r.unit(uint16(int16(number)), from)
			r.skip = r.skipAfter
		}
	case "bin":
		r.pos = min(len(r.data), r.pos+max(0, number))
	case "ansicpg":
		if enc, err := htmlindex.Get("windows-" + strconv.Itoa(number)); err == nil {
			r.enc = enc
		} else if number == 65001 {
			r.enc = encoding.Nop
		}
	case "mac":
		r.enc = charmap.Macintosh
	}
}

// byte takes one byte in the document's charset.
func (r *rtf) byte(c byte, from, to int) {
	if r.skip > 0 {
		r.skip--
		return
	}
	if r.ignored > 0 {
		return
	}
	if len(r.units) > 0 {
		r.flush()
	}
	if len(r.pending) > 0 && (r.to != from || len(r.pending) > 200) {
		r.flush()
	}
	if len(r.pending) == 0 {
		r.from = from
	}
	r.pending = append(r.pending, c)
	r.to = to
}

// unit takes one unit of UTF-16; surrogates come in two.
func (r *rtf) unit(u uint16, from int) {
	if r.ignored > 0 {
		return
	}
	if len(r.pending) > 0 {
		r.flush()
	}
	if len(r.units) > 0 && !utf16.IsSurrogate(rune(r.units[len(r.units)-1])) {
		r.flush()
	}
	if len(r.units) == 0 {
		r.from = from
	}
	r.units = append(r.units, u)
	r.to = r.pos
}

func (r *rtf) word(s string, from int) {
	r.flush()
	if r.ignored == 0 {
		r.out.made(s, from, r.pos)
	}
}

// flush writes what is pending. Plain letters stand byte for byte in the file.
func (r *rtf) flush() {
	if len(r.units) > 0 {
		r.out.made(string(utf16.Decode(r.units)), r.from, r.to)
		r.units = r.units[:0]
	}
	if len(r.pending) == 0 {
		return
	}
	if r.to-r.from == len(r.pending) && !hasHigh(r.pending) {
		r.out.verbatim(string(r.pending), r.from)
	} else if s, err := r.enc.NewDecoder().Bytes(r.pending); err == nil {
		r.out.made(strings.ToValidUTF8(string(s), "\uFFFD"), r.from, r.to)
	}
	r.pending = r.pending[:0]
}

func (r *rtf) paragraph() {
	r.flush()
	if r.ignored == 0 {
		r.out.paragraph()
	}
}

// info takes title and author out of the group info: of the file, so hints.
func (r *rtf) info(a *Article) {
	for _, f := range []struct {
		field *Field
		name  string
	}{{&a.Headline, "title"}, {&a.Byline, "author"}} {
		_, rest, ok := bytes.Cut(r.data[:min(len(r.data), 1<<20)], []byte(`{\`+f.name+" "))
		if !ok {
			continue
		}
		value, _, ok := bytes.Cut(rest[:min(len(rest), 500)], []byte("}"))
		if s := squeeze(string(value)); ok && s != "" && !strings.ContainsAny(s, "\\{") && !hasHigh(value) {
			*f.field = Field{Value: s, Origin: "RTF info " + f.name, Hint: true}
		}
	}
}
