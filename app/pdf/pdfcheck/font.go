package pdfcheck

import (
	"encoding/binary"
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf16"

	"briefline/app/pdf/pdfread"
)

func u16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }
func u32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }

// fontInUse is a font and the codes that texts use of it.
type fontInUse struct {
	key   any
	codes map[int]bool
}

func (c *checker) fontOf(v any) *fontInUse {
	for _, f := range c.used {
		if f.key == v {
			return f
		}
	}
	f := &fontInUse{v, map[int]bool{}}
	c.used = append(c.used, f)
	return f
}

var subsetName = regexp.MustCompile(`^[A-Z]{6}\+[^+]+$`)

// fonts looks at the fonts in use (ISO 19005-2, 6.2.11): embedded, with the
// widths of the font program, every code with a meaning.
func (c *checker) fonts() {
	for _, f := range c.used {
		d := c.file.Dict(f.key)
		base, _ := d["BaseFont"].(pdfread.Name)
		say := func(ok bool, format string, args ...any) {
			c.want(ok, "font %s: %s", base, fmt.Sprintf(format, args...))
		}
		say(d["Subtype"] == pdfread.Name("Type0") && d["Encoding"] == pdfread.Name("Identity-H"), "not Type 0 with Identity-H")
		kids := c.file.Array(d["DescendantFonts"])
		if len(kids) != 1 {
			say(false, "%d descendants", len(kids))
			continue
		}
		cid := c.file.Dict(kids[0])
		desc := c.file.Dict(cid["FontDescriptor"])
		say(cid["Subtype"] == pdfread.Name("CIDFontType2") && cid["CIDToGIDMap"] == pdfread.Name("Identity"), "codes are not glyph indices")
		say(subsetName.MatchString(string(base)) && cid["BaseFont"] == base && desc["FontName"] == base, "names differ, or it is no subset")
		program := c.unpack("font "+string(base), desc["FontFile2"])
		p, err := parse(program)
		if err != nil {
			say(false, "%v", err)
			continue
		}
		say(c.file.Dict(desc["FontFile2"])["Length1"] == len(program), "Length1 is not %d", len(program))
		widths := c.widths(cid["W"])
		meanings := meanings(c.unpack("font "+string(base), d["ToUnicode"]))
		for _, code := range slices.Sorted(maps.Keys(f.codes)) {
			if code == 0 || code >= p.glyphs {
				say(false, "text uses code %d of %d glyphs", code, p.glyphs)
				continue
			}
			want := p.width(code)
			say(code < len(widths) && math.Abs(widths[code]-want) < 0.5, "code %d: width is not %.2f", code, want)
			m, ok := meanings[code]
			say(ok && m != "" && !strings.ContainsAny(m, "\x00\ufeff\ufffe"), "code %d: stands for %q", code, m)
		}
	}
}

// widths reads a W array of one block from 0 on.
func (c *checker) widths(v any) (out []float64) {
	a := c.file.Array(v)
	if len(a) != 2 || a[0] != 0 {
		return nil
	}
	for _, w := range c.file.Array(a[1]) {
		out = append(out, number(w))
	}
	return out
}

// meanings reads the bfchar blocks of a ToUnicode CMap.
func meanings(cmap []byte) map[int]string {
	out := map[int]string{}
	l := pdfread.NewLexer(cmap)
	var args []pdfread.String
	for {
		v, err := l.Next()
		if err != nil {
			return out
		}
		switch v := v.(type) {
		case pdfread.String:
			args = append(args, v)
		case pdfread.Operator:
			for i := 0; v == "endbfchar" && i+1 < len(args); i += 2 {
				if len(args[i]) != 2 {
					continue
				}
				var units []uint16
				for k := 0; k+1 < len(args[i+1]); k += 2 {
					units = append(units, uint16(args[i+1][k])<<8|uint16(args[i+1][k+1]))
				}
				out[int(args[i][0])<<8|int(args[i][1])] = string(utf16.Decode(units))
			}
			args = args[:0]
		}
	}
}

// program is what the checks need of a TrueType font.
type program struct {
	hmtx   []byte
	upem   float64
	widths int
	glyphs int
}

func (p *program) width(glyph int) float64 {
	return float64(u16(p.hmtx, 4*min(glyph, p.widths-1))) * 1000 / p.upem
}

// parse takes a font apart and checks its sums and its glyphs' places.
func parse(b []byte) (*program, error) {
	if len(b) < 12 || u32(b, 0) != 0x00010000 {
		return nil, fmt.Errorf("not a TrueType program")
	}
	if sum(b) != 0xB1B0AFBA {
		return nil, fmt.Errorf("checksum of the program is wrong")
	}
	tables := map[string][]byte{}
	for i := range int(u16(b, 4)) {
		row := 12 + 16*i
		if row+16 > len(b) {
			return nil, fmt.Errorf("table %d is missing", i)
		}
		tag, at, n := string(b[row:row+4]), uint64(u32(b, row+8)), uint64(u32(b, row+12))
		if at%4 != 0 || at+n > uint64(len(b)) {
			return nil, fmt.Errorf("table %s lies outside", tag)
		}
		t := b[at : at+n]
		if tag == "head" && n >= 12 {
			t = append([]byte(nil), t...)
			clear(t[8:12])
		}
		if sum(t) != u32(b, row+4) {
			return nil, fmt.Errorf("checksum of table %s is wrong", tag)
		}
		tables[tag] = t
	}
	head, hhea, maxp, loca, glyf := tables["head"], tables["hhea"], tables["maxp"], tables["loca"], tables["glyf"]
	if len(head) < 54 || len(hhea) < 36 || len(maxp) < 6 {
		return nil, fmt.Errorf("head, hhea or maxp is missing")
	}
	p := &program{tables["hmtx"], float64(u16(head, 18)), int(u16(hhea, 34)), int(u16(maxp, 4))}
	size, at := 2, func(i int) int { return 2 * int(u16(loca, 2*i)) }
	if u16(head, 50) == 1 {
		size, at = 4, func(i int) int { return int(u32(loca, 4*i)) }
	}
	if p.upem == 0 || p.widths == 0 || len(p.hmtx) < 4*p.widths || len(loca) != size*(p.glyphs+1) {
		return nil, fmt.Errorf("tables of unequal length")
	}
	for i := range p.glyphs {
		if at(i) > at(i+1) || at(i+1) > len(glyf) {
			return nil, fmt.Errorf("glyph %d lies outside", i)
		}
	}
	return p, nil
}

func sum(p []byte) (s uint32) {
	for len(p) >= 4 {
		s += binary.BigEndian.Uint32(p)
		p = p[4:]
	}
	var rest [4]byte
	copy(rest[:], p)
	return s + binary.BigEndian.Uint32(rest[:])
}
