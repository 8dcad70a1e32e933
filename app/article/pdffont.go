package article

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"briefline/app/pdf/pdfread"
	"golang.org/x/text/encoding/charmap"
)

// pdfFont tells which letters codes stand for, and how wide they are.
type pdfFont struct {
	wide    bool              // codes of two bytes, unless toUnicode says otherwise
	letters map[uint32]string // by ToUnicode
	lengths [5]bool           // of codes, by ToUnicode
	simple  [256]string
	widths  map[uint32]float64 // em
	width   float64            // of all others
}

// code is one code of a string.
type code struct {
	code  uint32
	bytes int
	text  string // "" if it is not known
	width float64
}

const maxCodes = 1 << 20 // that all fonts of a file give letters

func (r *pdfReader) font(v any) *pdfFont {
	key, isRef := v.(pdfread.Ref)
	if f, ok := r.fonts[key]; ok && isRef {
		return f
	}
	d := r.file.Dict(v)
	if d == nil {
		return nil
	}
	f := &pdfFont{widths: map[uint32]float64{}, width: 0.5}
	if d["ToUnicode"] != nil {
		broken := r.broken
		if s := r.unpack(d["ToUnicode"]); s != nil {
			f.toUnicode(s, &r.codes)
		}
		r.broken = broken // a font is no part of the page
	}
	if r.file.Get(d["Subtype"]) == pdfread.Name("Type0") {
		f.wide = true
		kids := r.file.Array(d["DescendantFonts"])
		if len(kids) > 0 {
			r.wideWidths(f, r.file.Dict(kids[0]))
		}
	} else {
		r.encoding(f, d)
		r.simpleWidths(f, d)
	}
	if isRef && len(r.fonts) < 10_000 {
		r.fonts[key] = f
	}
	return f
}

// next takes the first code of s, which is not empty.
func (f *pdfFont) next(s string) code {
	n := 1
	if f.wide {
		n = 2
		if f.letters != nil {
			for try := 1; try <= 4; try++ {
				if f.lengths[try] && try <= len(s) {
					if _, ok := f.letters[bigEndian(s[:try])]; ok {
						n = try
						break
					}
				}
			}
		}
	}
	n = min(n, len(s))
	c := code{code: bigEndian(s[:n]), bytes: n}
	if t, ok := f.letters[c.code]; ok {
		c.text = t
	} else if !f.wide {
		c.text = f.simple[s[0]]
	}
	w, ok := f.widths[c.code]
	if !ok {
		w = f.width
	}
	c.width = w
	return c
}

func bigEndian(s string) (n uint32) {
	for i := range min(len(s), 4) {
		n = n<<8 | uint32(s[i])
	}
	return n
}

// toUnicode reads a CMap (ISO 32000-1, 9.10.3). Each code that it gives a letter,
// again or for the first time, is taken off left; at 0 it stops.
func (f *pdfFont) toUnicode(s []byte, left *int) {
	f.letters = map[uint32]string{}
	l := pdfread.NewLexer(s)
	var args []any
	set := func(code pdfread.String, n uint32, text string) {
		if *left--; *left > 0 && len(code) > 0 && len(code) <= 4 {
			f.letters[n] = text
			f.lengths[len(code)] = true
		}
	}
	for {
		v, err := l.Next()
		if err != nil {
			return
		}
		op, ok := v.(pdfread.Operator)
		if !ok {
			if len(args) < 1000 {
				args = append(args, v)
			}
			continue
		}
		switch op {
		case "endbfchar":
			for i := 0; i+1 < len(args); i += 2 {
				from, _ := args[i].(pdfread.String)
				to, _ := args[i+1].(pdfread.String)
				set(from, bigEndian(string(from)), utf16Text(to))
			}
		case "endbfrange":
			for i := 0; i+2 < len(args); i += 3 {
				lo, _ := args[i].(pdfread.String)
				hi, _ := args[i+1].(pdfread.String)
				first, last := bigEndian(string(lo)), bigEndian(string(hi))
				switch to := args[i+2].(type) {
				case pdfread.String:
					text := utf16Runes(to)
					for n := first; n <= last && n-first < 1<<16 && len(text) > 0 && *left > 0; n++ {
						if r := text[len(text)-1]; r != 0 && utf8.ValidRune(r) { // a range may begin at zero, which is no letter
							set(lo, n, string(text))
						}
						if text[len(text)-1]++; n == math.MaxUint32 {
							break
						}
					}
				case pdfread.Array:
					for k, e := range to {
						if t, ok := e.(pdfread.String); ok && first+uint32(k) <= last && *left > 0 {
							set(lo, first+uint32(k), utf16Text(t))
						}
					}
				}
			}
		}
		args = args[:0]
	}
}

// utf16Runes decodes UTF-16, or a single byte.
func utf16Runes(s pdfread.String) []rune {
	if len(s) == 1 {
		return []rune{rune(s[0])}
	}
	units := make([]uint16, len(s)/2)
	for i := range units {
		units[i] = uint16(s[2*i])<<8 | uint16(s[2*i+1])
	}
	return utf16.Decode(units)
}

func utf16Text(s pdfread.String) string {
	text := string(utf16Runes(s))
	return strings.Map(func(r rune) rune {
		if r == 0 || r == utf8.RuneError {
			return -1
		}
		return r
	}, text)
}

// encoding fills the table of a simple font (ISO 32000-1, 9.6.6).
func (r *pdfReader) encoding(f *pdfFont, d pdfread.Dict) {
	base := r.file.Get(d["Encoding"])
	differences := pdfread.Array(nil)
	if e, ok := base.(pdfread.Dict); ok {
		base = r.file.Get(e["BaseEncoding"])
		differences = r.file.Array(e["Differences"])
	}
	table := charmap.Windows1252
	if base == pdfread.Name("MacRomanEncoding") {
		table = charmap.Macintosh
	}
	for i := range 256 {
		if c := table.DecodeByte(byte(i)); i >= ' ' && c != utf8.RuneError && c >= ' ' {
			f.simple[i] = string(c)
		}
	}
	if base == nil {
		for i, s := range standardEncoding {
			f.simple[i] = s
		}
		if flags, _ := r.file.Get(r.file.Dict(d["FontDescriptor"])["Flags"]).(int); flags&4 != 0 && differences == nil && d["Subtype"] == pdfread.Name("Type3") {
			f.simple = [256]string{}
		}
	}
	type3 := r.file.Get(d["Subtype"]) == pdfread.Name("Type3")
	font, _ := r.file.Get(d["BaseFont"]).(pdfread.Name)
	if base == nil && !type3 && !r.builtIn(f, r.file.Dict(d["FontDescriptor"])) && isTeX(string(font)) {
		for i := range 128 {
			f.simple[i] = texLetter(i)
		}
	}
	at := 0
	for _, v := range differences {
		switch v := r.file.Get(v).(type) {
		case int:
			at = v
		case pdfread.Name:
			if at >= 0 && at < 256 {
				if f.simple[at] = glyphName(string(v)); type3 && f.simple[at] == "" {
					f.simple[at] = dvipsName(string(v))
				}
			}
			at++
		}
	}
}

// standardEncoding is where Adobe's standard encoding differs from Windows-1252
// (ISO 32000-1, annex D.2).
var standardEncoding = map[int]string{
	0x27: "’", 0x60: "‘", 0xA4: "⁄", 0xA6: "ƒ", 0xA8: "¤", 0xA9: "'", 0xAA: "“", 0xAC: "‹", 0xAD: "›", 0xAE: "fi", 0xAF: "fl",
	0xB1: "–", 0xB2: "†", 0xB3: "‡", 0xB4: "·", 0xB7: "•", 0xB8: "‚", 0xB9: "„", 0xBA: "”", 0xBC: "…", 0xBD: "‰", 0xD0: "—",
	0xE1: "Æ", 0xE8: "Ł", 0xE9: "Ø", 0xEA: "Œ", 0xF1: "æ", 0xF5: "ı", 0xF8: "ł", 0xF9: "ø", 0xFA: "œ", 0xFB: "ß",
}

// glyphName returns the letter of a glyph's name (Adobe Glyph List); "" if it is
// not known.
func glyphName(name string) string {
	if i := strings.IndexByte(name, '.'); i > 0 {
		name = name[:i]
	}
	if s, ok := glyphNames[name]; ok {
		return s
	}
	if len(name) == 1 {
		return name
	}
	if strings.Contains(name, "_") && len(name) < 40 { // a ligature: "f_f_i"
		var b strings.Builder
		for part := range strings.SplitSeq(name, "_") {
			letter := glyphName(part)
			if letter == "" {
				return ""
			}
			b.WriteString(letter)
		}
		return b.String()
	}
	for _, prefix := range []string{"uni", "u"} {
		hex, ok := strings.CutPrefix(name, prefix)
		if !ok || len(hex) < 4 || len(hex) > 6 {
			continue
		}
		if n, err := strconv.ParseUint(hex, 16, 32); err == nil && utf8.ValidRune(rune(n)) {
			return string(rune(n))
		}
	}
	if n, err := strconv.Atoi(strings.TrimPrefix(name, "afii")); err == nil && n >= 10017 && n <= 10097 {
		return afii(n)
	}
	for mark, combining := range map[string]string{"acute": "\u0301", "grave": "\u0300", "circumflex": "\u0302", "dieresis": "\u0308", "tilde": "\u0303", "caron": "\u030C", "cedilla": "\u0327", "ring": "\u030A", "macron": "\u0304", "breve": "\u0306", "ogonek": "\u0328", "dotaccent": "\u0307", "hungarumlaut": "\u030B"} {
		if letter, ok := strings.CutSuffix(name, mark); ok && len(letter) == 1 {
			return compose1(letter + combining)
		}
	}
	return ""
}

// afii returns the Cyrillic letter of that number.
func afii(n int) string {
	const capitals = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
	const small = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
	if i := n - 10017; i < 33 {
		return string([]rune(capitals)[i])
	}
	if i := n - 10065; i >= 0 && i < 33 {
		return string([]rune(small)[i])
	}
	return ""
}

func (r *pdfReader) simpleWidths(f *pdfFont, d pdfread.Dict) {
	scale := 0.001
	if m := r.file.Array(d["FontMatrix"]); len(m) == 6 {
		scale = num(m, 0)
	}
	first, _ := r.file.Get(d["FirstChar"]).(int)
	list := r.file.Array(d["Widths"])
	for i, w := range list[:min(len(list), 256)] {
		f.widths[uint32(first+i)] = num([]any{r.file.Get(w)}, 0) * scale
	}
	if len(list) > 0 {
		f.width = num([]any{r.file.Get(r.file.Dict(d["FontDescriptor"])["MissingWidth"])}, 0) * scale
		return
	}
	name, _ := r.file.Get(d["BaseFont"]).(pdfread.Name)
	for i := range 256 { // of one of the fonts that need no widths, near enough to part words
		w := 0.53
		switch c := byte(i); {
		case strings.Contains(string(name), "Courier"):
			w = 0.6
		case strings.IndexByte("ijl.,;:'|!It()/ ", c) >= 0:
			w = 0.27
		case strings.IndexByte("mwMW%", c) >= 0:
			w = 0.83
		case c >= 'A' && c <= 'Z':
			w = 0.68
		}
		f.widths[uint32(i)] = w
	}
}

// wideWidths reads the widths of a composite font (ISO 32000-1, 9.7.4.3).
func (r *pdfReader) wideWidths(f *pdfFont, d pdfread.Dict) {
	f.width = 1
	if v := r.file.Get(d["DW"]); v != nil {
		f.width = num([]any{v}, 0) / 1000
	}
	list := r.file.Array(d["W"])
	for i := 0; i+1 < len(list); {
		first, _ := r.file.Get(list[i]).(int)
		if widths, ok := r.file.Get(list[i+1]).(pdfread.Array); ok {
			for k, w := range widths {
				if len(f.widths) < maxCodes {
					f.widths[uint32(first+k)] = num([]any{r.file.Get(w)}, 0) / 1000
				}
			}
			i += 2
			continue
		}
		last, _ := r.file.Get(list[i+1]).(int)
		if i+2 < len(list) {
			w := num([]any{r.file.Get(list[i+2])}, 0) / 1000
			for n := first; n <= last && n-first < 1<<16 && len(f.widths) < maxCodes; n++ {
				f.widths[uint32(n)] = w
			}
		}
		i += 3
	}
}
