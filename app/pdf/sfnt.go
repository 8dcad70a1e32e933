package pdf

import (
	"encoding/binary"
	"fmt"

	"briefline/app/typeset"
)

// program is a TrueType font file taken apart (OpenType 1.9). The tables are
// parts of the file, so taking it apart costs next to nothing and is not cached.
type program struct {
	head, hhea, maxp, hmtx, loca, glyf, os2 []byte

	upem   float64
	wide   bool // loca holds offsets of four bytes
	widths int  // entries of hmtx with a width of their own
	glyphs int
}

func parseProgram(face *typeset.Face) (*program, error) {
	data, p := face.Data(), &program{}
	tables := map[string]*[]byte{"head": &p.head, "hhea": &p.hhea, "maxp": &p.maxp, "hmtx": &p.hmtx,
		"loca": &p.loca, "glyf": &p.glyf, "OS/2": &p.os2}
	if len(data) < 12 {
		return nil, fmt.Errorf("font %s: %d bytes", face.Name(), len(data))
	}
	for i := range int(u16(data, 4)) {
		row := 12 + 16*i
		if row+16 > len(data) {
			break
		}
		at, n := int(u32(data, row+8)), int(u32(data, row+12))
		if t := tables[string(data[row:row+4])]; t != nil && at+n <= len(data) {
			*t = data[at : at+n : at+n]
		}
	}
	if len(p.head) < 54 || len(p.hhea) < 36 || len(p.maxp) < 6 || p.glyf == nil {
		return nil, fmt.Errorf("font %s: not TrueType outlines", face.Name())
	}
	p.upem = float64(u16(p.head, 18))
	p.wide = u16(p.head, 50) == 1
	p.widths = int(u16(p.hhea, 34))
	p.glyphs = int(u16(p.maxp, 4))
	size := 2
	if p.wide {
		size = 4
	}
	if p.upem == 0 || p.widths == 0 || p.widths > p.glyphs || len(p.hmtx) < 2*(p.widths+p.glyphs) || len(p.loca) < size*(p.glyphs+1) {
		return nil, fmt.Errorf("font %s: tables of unequal length", face.Name())
	}
	return p, nil
}

func u16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }
func u32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }
func i16(b []byte, at int) int    { return int(int16(u16(b, at))) }

// metrics returns a glyph's advance and left side bearing in font units.
func (p *program) metrics(g uint16) (advance, bearing uint16) {
	switch i := int(g); {
	case i >= p.glyphs:
		return 0, 0
	case i < p.widths:
		return u16(p.hmtx, 4*i), u16(p.hmtx, 4*i+2)
	default:
		return u16(p.hmtx, 4*(p.widths-1)), u16(p.hmtx, 4*p.widths+2*(i-p.widths))
	}
}

// outline returns a glyph's part of the glyf table; nil for one without ink.
func (p *program) outline(g uint16) []byte {
	i := int(g)
	if i >= p.glyphs {
		return nil
	}
	var a, b int
	if p.wide {
		a, b = int(u32(p.loca, 4*i)), int(u32(p.loca, 4*i+4))
	} else {
		a, b = 2*int(u16(p.loca, 2*i)), 2*int(u16(p.loca, 2*i+2))
	}
	if a+10 > b || b > len(p.glyf) {
		return nil
	}
	return p.glyf[a:b]
}

// subset returns a font file whose glyph i is glyph gids[i] of p. The parts of
// composite glyphs follow behind; instructions are left out.
func (p *program) subset(gids []uint16) []byte {
	gids = append([]uint16(nil), gids...)
	parts := map[uint16]uint16{}
	part := func(g uint16) uint16 {
		n, ok := parts[g]
		if !ok {
			n = uint16(len(gids))
			gids, parts[g] = append(gids, g), n
		}
		return n
	}
	var glyf, loca, hmtx []byte
	var starts []int
	for i := 0; i < len(gids); i++ { // grows while it runs
		starts = append(starts, len(glyf))
		if g := p.outline(gids[i]); g != nil && i16(g, 0) >= 0 {
			glyf = appendSimple(glyf, g)
		} else if g != nil {
			glyf = appendComposite(glyf, g, part)
		}
		if len(glyf)%2 != 0 { // the short form of loca counts in twos
			glyf = append(glyf, 0)
		}
	}
	wide := len(glyf) > 2*0xffff
	for _, at := range append(starts, len(glyf)) {
		if wide {
			loca = binary.BigEndian.AppendUint32(loca, uint32(at))
		} else {
			loca = binary.BigEndian.AppendUint16(loca, uint16(at/2))
		}
	}
	for _, g := range gids {
		advance, bearing := p.metrics(g)
		hmtx = binary.BigEndian.AppendUint16(hmtx, advance)
		hmtx = binary.BigEndian.AppendUint16(hmtx, bearing)
	}
	head, hhea, maxp := clone(p.head), clone(p.hhea), clone(p.maxp)
	binary.BigEndian.PutUint32(head[8:], 0) // checkSumAdjustment, set by sfnt
	binary.BigEndian.PutUint16(head[50:], 0)
	if wide {
		head[51] = 1
	}
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(gids)))
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(gids)))
	for at := 18; at <= 26 && at+2 <= len(maxp); at += 2 { // storage, functions, instructions, stack: none left
		binary.BigEndian.PutUint16(maxp[at:], 0)
	}
	return sfnt([]table{{"glyf", glyf}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}})
}

func clone(b []byte) []byte { return append([]byte(nil), b...) }

// appendSimple copies a simple glyph without its instructions.
func appendSimple(glyf, g []byte) []byte {
	at := 10 + 2*i16(g, 0)
	if at+2 > len(g) || at+2+int(u16(g, at)) > len(g) {
		return glyf
	}
	glyf = append(append(glyf, g[:at]...), 0, 0)
	return append(glyf, g[at+2+int(u16(g, at)):]...)
}

// Flags of a composite glyph's component (OpenType, glyf table).
const (
	argsAreWords     = 0x0001
	haveScale        = 0x0008
	moreComponents   = 0x0020
	haveXYScale      = 0x0040
	haveTwoByTwo     = 0x0080
	haveInstructions = 0x0100
)

// appendComposite copies a composite glyph; part gives each component's number
// in the subset.
func appendComposite(glyf, g []byte, part func(uint16) uint16) []byte {
	glyf = append(glyf, g[:10]...)
	for at := 10; at+4 <= len(g); {
		flags := u16(g, at)
		n := 6
		if flags&argsAreWords != 0 {
			n = 8
		}
		switch {
		case flags&haveScale != 0:
			n += 2
		case flags&haveXYScale != 0:
			n += 4
		case flags&haveTwoByTwo != 0:
			n += 8
		}
		if at+n > len(g) {
			break
		}
		glyf = binary.BigEndian.AppendUint16(glyf, flags&^haveInstructions)
		glyf = binary.BigEndian.AppendUint16(glyf, part(u16(g, at+2)))
		glyf = append(glyf, g[at+4:at+n]...)
		at += n
		if flags&moreComponents == 0 {
			break
		}
	}
	return glyf
}

type table struct {
	tag  string
	data []byte
}

// sfnt puts a font file together: tables on multiples of four bytes, checksums,
// and checkSumAdjustment. There must be 4 to 7 tables, sorted by tag.
func sfnt(tables []table) []byte {
	n := len(tables)
	b := []byte{0, 1, 0, 0, 0, byte(n), 0, 64, 0, 2, 0, byte(16*n - 64)}
	at, head := 12+16*n, 0
	for _, t := range tables {
		b = append(b, t.tag...)
		b = binary.BigEndian.AppendUint32(b, checksum(t.data))
		b = binary.BigEndian.AppendUint32(b, uint32(at))
		b = binary.BigEndian.AppendUint32(b, uint32(len(t.data)))
		if t.tag == "head" {
			head = at
		}
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		b = append(b, t.data...)
		for len(b)%4 != 0 {
			b = append(b, 0)
		}
	}
	binary.BigEndian.PutUint32(b[head+8:], 0xB1B0AFBA-checksum(b))
	return b
}

// checksum sums a table as numbers of four bytes, zeros behind it.
func checksum(p []byte) (sum uint32) {
	for ; len(p) >= 4; p = p[4:] {
		sum += binary.BigEndian.Uint32(p)
	}
	var rest [4]byte
	copy(rest[:], p)
	return sum + binary.BigEndian.Uint32(rest[:])
}
