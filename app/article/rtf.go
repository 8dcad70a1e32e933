package article

import (
	"context"
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// readRTF reads the words of rich text (RTF 1.9.1), in a document's own charset
// and in Unicode. Pictures, notes, headers and footers are left out.
func readRTF(ctx context.Context, data []byte) (*Article, error) {
	r := &rtf{data: data, ansi: charmap.Windows1252, fonts: map[int]encoding.Encoding{}, rtfState: rtfState{skipAfter: 1, font: -1}}
	if err := r.run(ctx); err != nil {
		return nil, err
	}
	r.flush()
	a, err := r.out.article(Bytes, nil)
	if err != nil {
		return nil, err
	}
	r.info(a)
	underDates(a)
	topLines(a)
	for _, f := range r.dates {
		a.candidate(f)
	}
	return a, nil
}

// rtfState is what ends with a group.
type rtfState struct {
	font      int // -1: none, the document's own charset
	hidden    bool
	deleted   bool
	raised    bool
	skipAfter int // characters that stand for a \u in readers that know none
}

type rtf struct {
	rtfState
	data []byte
	pos  int
	out  builder

	ansi  encoding.Encoding         // of the document
	fonts map[int]encoding.Encoding // by their charsets
	deff  int                       // the font that text begins with

	ignored   int // depth of the group that is left out; 0: none
	fontTable int // depth of the table of fonts; 0: not in it
	entry     int // the font that the table is at
	depth     int
	states    []rtfState // of the groups outside
	begun     bool       // nothing of the group but its brace has been read
	star      bool       // the next word is one that readers may not know
	dateField string     // the code of a field whose result is the day of opening
	dates     []Field
	skip      int

	cells    bool // a cell of the row has ended
	rowStart int  // where the row begins in the text

	pending  []byte // bytes of the font's charset, not yet decoded
	units    []uint16
	from, to int // where they stand
}

// destinations are groups that hold no text of the body (RTF 1.9.1, page 9).
var destinations = map[string]bool{
	"fonttbl": true, "colortbl": true, "stylesheet": true, "info": true, "pict": true, "object": true, "header": true, "headerl": true,
	"headerr": true, "headerf": true, "footer": true, "footerl": true, "footerr": true, "footerf": true, "footnote": true, "annotation": true,
	"listtable": true, "list": true, "listoverride": true, "listtext": true, "pntext": true, "pntxta": true, "pntxtb": true,
	"xe": true, "tc": true, "txe": true, "rxe": true, "pgdsctbl": true, "sp": true, "do": true,
	"docvar": true, "formfield": true, "objdata": true, "pn": true, "ftnsep": true, "aftnsep": true, "passwordhash": true,
	"listoverridetable": true, "rsidtbl": true, "generator": true, "themedata": true, "datastore": true, "xmlnstbl": true,
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
			r.states = append(r.states, r.rtfState)
			r.begun = true
			continue
		case '}':
			r.flush()
			r.pos++
			if r.ignored == r.depth {
				r.ignored = 0
			}
			r.star = false
			r.depth = max(0, r.depth-1)
			if r.fontTable > r.depth {
				r.fontTable = 0
			}
			if n := len(r.states); n > 0 {
				r.rtfState, r.states = r.states[n-1], r.states[:n-1]
			}
			if r.depth == 0 {
				return nil
			}
		case '\\':
			r.control()
		case '\r', '\n', 0:
			r.pos++
			continue
		default:
			r.byte(c, r.pos, r.pos+1)
			r.pos++
		}
		r.begun = r.begun && r.star
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
			r.star = true // for the word behind it, and for the group only where it begins that
			return
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

// signs are the words that stand for characters.
var signs = map[string]string{
	"line": "\n", "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
}

// kept are words behind a star that open no group: the character style of a run.
var kept = wordSet("cs ds ts")

func (r *rtf) command(name string, number int, numbered bool, from int) {
	optional := r.star && r.begun && !kept[name]
	r.star = false
	if (destinations[name] || optional) && r.ignored == 0 {
		r.flush()
		r.ignored = r.depth
		switch name {
		case "fonttbl":
			r.fontTable = r.depth
		case "fldinst":
			r.dateField = r.fieldCode()
		}
	}
	if r.fontTable > 0 {
		r.fontEntry(name, number)
		return
	}
	if r.property(name, number, numbered) {
		return
	}
	if s, ok := signs[name]; ok {
		r.word(s, from)
		return
	}
	switch name {
	case "par", "sect", "page":
		r.paragraph()
	case "row", "nestrow":
		r.paragraph()
		r.cells, r.rowStart = false, len(r.out.text)
	case "cell", "nestcell":
		r.flush()
		r.cells = r.cells || r.ignored == 0
	case "trowd":
		r.rowStart = len(r.out.text)
	case "u":
		if numbered {
			r.unit(uint16(int16(number)), from)
			r.skip = r.skipAfter
		}
	case "bin":
		r.pos = min(len(r.data), r.pos+max(0, number))
	case "chdate", "chtime": // the day on which somebody opens it
	case "fldrslt":
		if r.dateField != "" && r.ignored == 0 {
			r.ignored = r.depth
			r.dateResult()
		}
	}
}

// property sets what holds to the end of the group. It is false for other words.
func (r *rtf) property(name string, number int, numbered bool) bool {
	on := !numbered || number != 0
	switch name {
	case "f", "af":
		if name == "f" {
			r.flush()
			r.font = number
		}
	case "plain":
		r.flush()
		r.font, r.hidden, r.deleted, r.raised = r.deff, false, false, false
	case "v":
		r.flush()
		r.hidden = on
	case "deleted":
		r.flush()
		r.deleted = on
	case "super":
		r.flush()
		r.raised = on
	case "nosupersub", "sub":
		r.flush()
		r.raised = false
	case "up":
		r.flush()
		r.raised = on && numbered
	case "uc":
		r.skipAfter = min(max(number, 0), 10)
	case "deff":
		r.deff, r.font = number, number
	case "ansicpg":
		if enc := codePage(number); enc != nil {
			r.ansi = enc
		}
	case "mac":
		r.ansi = charmap.Macintosh
	case "pc":
		r.ansi = charmap.CodePage437
	case "pca":
		r.ansi = charmap.CodePage850
	default:
		return false
	}
	return true
}

// byte takes one byte in the document's charset.
func (r *rtf) byte(c byte, from, to int) {
	if r.skip > 0 {
		r.skip--
		return
	}
	if r.silent() {
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
	if r.silent() {
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

// silent reports whether what is read is no text of the body.
func (r *rtf) silent() bool { return r.ignored > 0 || r.hidden || r.deleted }

func (r *rtf) word(s string, from int) {
	r.flush()
	if !r.silent() {
		r.betweenCells()
		r.out.made(s, from, r.pos)
	}
}

// betweenCells parts what follows from the cell before it.
func (r *rtf) betweenCells() {
	if !r.cells {
		return
	}
	r.cells = false
	row := strings.TrimSpace(string(r.out.text[min(r.rowStart, len(r.out.text)):]))
	switch end := leadingDate(row); {
	case row == "" || r.out.due != "":
	case end > 0 && end == len(strings.TrimRight(row, " :.")):
		r.out.gap(strings.TrimSuffix(": ", strings.Repeat(":", strings.Count(row[len(row)-1:], ":"))))
	default:
		r.out.gap("; ")
	}
}

// flush writes what is pending. Plain letters stand byte for byte in the file.
func (r *rtf) flush() {
	if len(r.units) > 0 {
		r.betweenCells()
		r.out.made(string(utf16.Decode(r.units)), r.from, r.to)
		r.units = r.units[:0]
	}
	if len(r.pending) == 0 {
		return
	}
	r.betweenCells()
	switch s, err := r.enc().NewDecoder().Bytes(r.pending); {
	case r.raised && err == nil:
		r.out.made(raisedText(r.out.tail(24), strings.ToValidUTF8(string(s), "")), r.from, r.to)
	case r.to-r.from == len(r.pending) && !hasHigh(r.pending):
		r.out.verbatim(string(r.pending), r.from)
	case err == nil:
		r.out.made(strings.ToValidUTF8(string(s), "\uFFFD"), r.from, r.to)
	}
	r.pending = r.pending[:0]
}

func (r *rtf) paragraph() {
	r.flush()
	if r.ignored == 0 {
		r.out.paragraph()
		if !r.cells {
			r.rowStart = len(r.out.text)
		}
	}
}
