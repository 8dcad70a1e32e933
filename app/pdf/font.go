package pdf

import (
	"crypto/sha256"
	"fmt"

	"briefline/app/typeset"
)

// font is a face as one document uses it: the glyphs in use, numbered in the
// order of first use. The number is the character code and, in the embedded
// subset, the glyph index.
type font struct {
	*program
	label string // its name in the resources
	face  *typeset.Face
	ref   ref
	slots []slot // slots[0] is .notdef, which no text refers to (ISO 19005-2, 6.2.11.8)
	codes map[slot]uint16
}

// slot is a glyph that stands for a text. A glyph that stands for two different
// texts has two slots, so that what is copied out of the page is exact.
type slot struct {
	glyph uint16
	text  string
}

// font returns the document's font for a face.
func (w *writer) font(face *typeset.Face) *font {
	if f := w.fontOf[face]; f != nil {
		return f
	}
	p, err := parseProgram(face)
	if err != nil {
		w.fail(err)
		p = &program{upem: 1000}
	}
	f := &font{program: p, face: face, label: fmt.Sprintf("F%d", len(w.fonts)+1), ref: w.alloc(),
		slots: make([]slot, 1), codes: map[slot]uint16{}}
	w.fonts, w.fontOf[face] = append(w.fonts, f), f
	return f
}

// code returns the character code for a glyph that stands for text.
func (f *font) code(glyph uint16, text string) uint16 {
	s := slot{glyph, text}
	c, ok := f.codes[s]
	if !ok {
		if len(f.slots) > 0xfff0 { // codes have two bytes; parts of composites need room too
			return 0
		}
		c = uint16(len(f.slots))
		f.slots, f.codes[s] = append(f.slots, s), c
	}
	return c
}

// width returns the room of a glyph in thousandths of an em, as the file has it.
func (f *font) width(glyph uint16) float64 {
	advance, _ := f.metrics(glyph)
	return float64(int(float64(advance)*1e5/f.upem+0.5)) / 100
}

// writeFont writes a font's objects: Type 0 with a CIDFontType2 descendant whose
// codes are glyph indices (ISO 32000-1, 9.7).
func (w *writer) writeFont(f *font) {
	gids := make([]uint16, len(f.slots))
	for i, s := range f.slots {
		gids[i] = s.glyph
	}
	subset := f.subset(gids)
	sum := sha256.Sum256(subset)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	base := name(string(tag) + "+" + f.face.Name())

	em := func(units int) string { return pt(float64(units) * 1000 / f.upem) }
	capHeight := i16(f.hhea, 4) * 7 / 10
	if len(f.os2) >= 90 && i16(f.os2, 88) > 0 {
		capHeight = i16(f.os2, 88)
	}
	data := w.addStream(fmt.Sprintf("/Length1 %d", len(subset)), subset, true)
	const symbolic = 4 // codes mean glyphs, not letters of a Latin set
	descriptor := w.addf("<</Type/FontDescriptor/FontName%s/Flags %d/FontBBox[%s %s %s %s]/ItalicAngle 0/Ascent %s/Descent %s/CapHeight %s/StemV 80/FontFile2 %v>>",
		base, symbolic, em(i16(f.head, 36)), em(i16(f.head, 38)), em(i16(f.head, 40)), em(i16(f.head, 42)),
		em(i16(f.hhea, 4)), em(i16(f.hhea, 6)), em(capHeight), data)
	var widths []byte
	for i, g := range gids {
		if i > 0 {
			widths = append(widths, ' ')
		}
		widths = number(widths, f.width(g), 2)
	}
	cid := w.addf("<</Type/Font/Subtype/CIDFontType2/BaseFont%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %v/DW 0/W[0[%s]]/CIDToGIDMap/Identity>>",
		base, descriptor, widths)
	unicode := w.addStream("", f.toUnicode(), true)
	w.set(f.ref, fmt.Appendf(nil, "<</Type/Font/Subtype/Type0/BaseFont%s/Encoding/Identity-H/DescendantFonts[%v]/ToUnicode %v>>", base, cid, unicode))
}

// toUnicode returns the CMap from codes to what they stand for (ISO 32000-1,
// 9.10.3).
func (f *font) toUnicode() []byte {
	b := []byte("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n" +
		"/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	const most = 100 // entries a block may have
	for i := 1; i < len(f.slots); i += most {
		end := min(i+most, len(f.slots))
		b = fmt.Appendf(b, "%d beginbfchar\n", end-i)
		for c := i; c < end; c++ {
			b = append(hex4(append(b, '<'), uint16(c)), "><"...)
			b = append(utf16Hex(b, f.slots[c].text), ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"...)
}
