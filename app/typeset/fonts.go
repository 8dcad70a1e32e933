package typeset

import (
	"bytes"
	"fmt"
	"io/fs"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// faceID names a font file; the order is that of fontFiles.
type faceID uint8

const (
	sansRegular faceID = iota
	sansBold
	serifRegular
	serifBold
	arabicRegular
	arabicBold
	symbols
	faceCount
)

var fontFiles = [faceCount]string{
	"NotoSans-Regular", "NotoSans-Bold", "NotoSerif-Regular", "NotoSerif-SemiBold",
	"Vazirmatn-Regular", "Vazirmatn-Bold", "BrieflineSymbols",
}

// Fonts is the program's set of fonts with the caches that hang on it: shaping
// plans, widths, glyph masks. A program has one. Safe for concurrent use.
type Fonts struct {
	faces [faceCount]*Face

	mu     sync.Mutex
	idle   []*shaper // shapers no one is using
	widths lru[widthKey, float64]

	masks maskCache
}

// Face is one font file. A face is the same pointer wherever it appears.
type Face struct {
	id   faceID
	name string
	fsys fs.FS

	once   sync.Once
	data   []byte
	font   *font.Font
	drawn  *font.Face // for the mask cache alone, under its lock; shapers have their own
	loader *opentype.Loader
	upem   float64
	ascent float64 // parts of an em
	desc   float64 // the same, positive
	zones  []zone
}

// Open returns the fonts in fsys (NotoSans-Regular.ttf and so on, as
// assets.Fonts has them). A file is read when text first needs it; one that is
// missing or broken is a mistake in the build, and panics then.
func Open(fsys fs.FS) *Fonts {
	f := &Fonts{}
	for i, name := range fontFiles {
		f.faces[i] = &Face{id: faceID(i), name: name, fsys: fsys}
	}
	return f
}

// Name returns the face's PostScript name, such as "NotoSans-Bold".
func (f *Face) Name() string { return f.name }

// Data returns the font file (TrueType). The caller must not change it.
func (f *Face) Data() []byte { return f.load().data }

// Table returns the raw table of that tag ("glyf", "hmtx"), nil if there is none.
func (f *Face) Table(tag string) []byte {
	if len(tag) != 4 {
		return nil
	}
	b, err := f.load().loader.RawTable(opentype.MustNewTag(tag))
	if err != nil {
		return nil
	}
	return b
}

// UnitsPerEm returns how many font units an em has: 1000 or 2048.
func (f *Face) UnitsPerEm() int { return int(f.load().upem) }

// Metrics returns the face's ascent and descent in parts of an em, both positive.
func (f *Face) Metrics() (ascent, descent float64) {
	f.load()
	return f.ascent, f.desc
}

func (f *Face) load() *Face {
	f.once.Do(func() {
		var err error
		if f.data, err = fs.ReadFile(f.fsys, f.name+".ttf"); err == nil {
			if f.loader, err = opentype.NewLoader(bytes.NewReader(f.data)); err == nil {
				f.font, err = font.NewFont(f.loader)
			}
		}
		if err != nil {
			panic(fmt.Errorf("typeset: font %s: %w", f.name, err))
		}
		f.upem = float64(f.font.Upem())
		f.drawn = font.NewFace(f.font)
		ext, _ := f.drawn.FontHExtents()
		f.ascent, f.desc = float64(ext.Ascender)/f.upem, -float64(ext.Descender)/f.upem
		if f.id < arabicRegular {
			f.zones = zonesOf(f.drawn)
		}
	})
	return f
}

// primary returns the face of a style's family and weight.
func (f *Fonts) primary(st Style) *Face {
	id := sansRegular
	if st.Family == Serif {
		id = serifRegular
	}
	if st.Bold {
		id++
	}
	return f.faces[id]
}

// arabic returns the face for Arabic script at a style's weight.
func (f *Fonts) arabic(st Style) *Face {
	if st.Bold {
		return f.faces[arabicBold]
	}
	return f.faces[arabicRegular]
}
