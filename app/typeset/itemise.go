package typeset

import (
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
)

// shaper is the room one Layout works in. It belongs to one goroutine at a time,
// as do the font.Face values in it, which cache without a lock.
type shaper struct {
	fonts *Fonts
	faces [faceCount]*font.Face
	hb    [faceCount]*harfbuzz.Font
	buf   *harfbuzz.Buffer
	order orderer
	seg   segmenter.Segmenter

	joined  string
	spans   []span
	lang    language.Language
	runes   []rune  // what is shaped: control characters replaced
	offset  []int32 // byte of each rune, and the length
	flags   []trait // of each rune, and of the end
	level   []int8
	width   []float64 // of the cluster that begins at the rune, else 0
	items   []item
	glyphs  []glyph
	missing []rune
	missed  map[rune]bool
}

// span is a Span with its numbers made safe and its place in runes.
type span struct {
	start, end  int32
	style       Style
	left, right float64
	noBreak     bool
	face        *Face // primary
}

// item is a stretch of runes that is shaped at once; glyphs[g0:g1] are its.
type item struct {
	start, end int32
	span       int32
	level      int8
	face       *Face
	script     language.Script
	g0, g1     int32
}

// glyph is a shaped glyph in points, in visual order within its item.
type glyph struct {
	id            uint32
	cluster       int32
	x, y, advance float64
}

type trait uint16

const (
	mayBreak   trait = 1 << iota // a line may begin here
	mustBreak                    // a line must
	isGrapheme                   // a grapheme cluster begins here
	isCluster                    // a shaped cluster begins here
	isSpace                      // takes no room at a line's end
	isHard                       // a forced break
	isLead                       // first of a span with padding
	isTail                       // last of one
	isTab
)

// take hands out a shaper, and give takes it back.
func (f *Fonts) take() *shaper {
	f.mu.Lock()
	defer f.mu.Unlock()
	if n := len(f.idle); n > 0 {
		s := f.idle[n-1]
		f.idle = f.idle[:n-1]
		return s
	}
	return &shaper{fonts: f, buf: harfbuzz.NewBuffer()}
}

func (f *Fonts) give(s *shaper) {
	s.joined, s.missing = "", nil
	if cap(s.runes) > 1<<16 { // one huge text must not stay in memory
		return
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.idle = append(f.idle, s)
}

func (s *shaper) face(f *Face) *font.Face {
	if s.faces[f.id] == nil {
		s.faces[f.id] = font.NewFace(f.load().font)
		s.hb[f.id] = harfbuzz.NewFont(s.faces[f.id])
	}
	return s.faces[f.id]
}

func (s *shaper) has(f *Face, r rune) bool {
	_, ok := s.face(f).NominalGlyph(r)
	return ok
}

// itemise cuts runes [from, to), one paragraph in the sense of UAX #9, into
// items of one span, level, script and face. It returns the base level.
func (s *shaper) itemise(from, to int, dir Direction) int8 {
	levels, base := s.order.resolve(s.runes[from:to], dir)
	copy(s.level[from:to], levels)

	// A letter has its own script; a space, digit or bracket that of the last
	// letter which runs the way it does, so that a number in a Persian phrase is
	// Vazirmatn's and one after the phrase is not.
	ltr, rtl := language.Latin, language.Script(0)
	for i := from; i < to; i++ {
		if levels[i-from]&1 == 1 {
			if sc := language.LookupScript(s.runes[i]); sc.Strong() {
				rtl = sc
				break
			}
		}
	}
	if rtl == 0 {
		rtl = language.Latin
	}
	k := s.spanAt(from)
	var cur *item
	for i := from; i < to; i++ {
		if s.flags[i]&isHard != 0 {
			cur = nil
			continue
		}
		for s.spans[k].end <= int32(i) {
			k++
		}
		r, level := s.runes[i], levels[i-from]
		if r == '\t' { // a separator for the steps before, a space from here on
			r, s.runes[i] = ' ', ' '
		}
		script, mark := language.Latin, false
		if r >= 0x80 || !isLetter(r) {
			script = language.LookupScript(r)
			mark = script == language.Inherited
			switch {
			case script.Strong() && level&1 == 1:
				rtl = script
			case script.Strong():
				ltr = script
			case level > 0:
				script = rtl
			default:
				script = ltr
			}
		} else if level&1 == 0 {
			ltr = script
		}
		same := cur != nil && cur.span == int32(k) && cur.level == level
		var before *Face
		if same {
			before = cur.face
		}
		f := s.pick(r, script, mark, before, &s.spans[k])
		if same && cur.face == f && (cur.script == script || mark) {
			cur.end++
			continue
		}
		s.items = append(s.items, item{int32(i), int32(i + 1), int32(k), level, f, script, 0, 0})
		cur = &s.items[len(s.items)-1]
	}
	return base
}

func isLetter(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' }

// spanAt returns the span that rune i lies in; the last one for the end.
func (s *shaper) spanAt(i int) int {
	lo, hi := 0, len(s.spans)
	for lo < hi {
		if m := (lo + hi) / 2; s.spans[m].end <= int32(i) {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return min(lo, len(s.spans)-1)
}

// pick chooses the face for r. before is the face of what it stands behind in
// the same run, which marks and invisible characters keep.
func (s *shaper) pick(r rune, script language.Script, mark bool, before *Face, sp *span) *Face {
	if r >= ' ' && r < 0x7f && script != language.Arabic {
		return sp.face
	}
	hidden := isHidden(r)
	if before != nil && (hidden || mark && s.has(before, r)) {
		return before
	}
	if script == language.Arabic {
		if a := s.fonts.arabic(sp.style); hidden || s.has(a, r) {
			return a
		}
	}
	if hidden || s.has(sp.face, r) {
		return sp.face
	}
	if f := s.fonts.faces[symbols]; s.has(f, r) {
		return f
	}
	if a := s.fonts.arabic(sp.style); s.has(a, r) {
		return a
	}
	if s.missed == nil {
		s.missed = map[rune]bool{}
	}
	if !s.missed[r] {
		s.missed[r] = true
		s.missing = append(s.missing, r)
	}
	return sp.face
}

// isHidden reports what is default-ignorable (Unicode 15, DerivedCoreProperties):
// it takes no room and draws nothing in any font.
func isHidden(r rune) bool {
	switch {
	case r < 0xad:
		return false
	case r == 0xad, r == 0x34f, r == 0x61c, r == 0xfeff, r == 0x3164, r == 0xffa0,
		r >= 0x115f && r <= 0x1160, r >= 0x17b4 && r <= 0x17b5, r >= 0x180b && r <= 0x180f,
		r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f,
		r >= 0xfe00 && r <= 0xfe0f, r >= 0xfff0 && r <= 0xfff8,
		r >= 0x1bca0 && r <= 0x1bca3, r >= 0x1d173 && r <= 0x1d17a, r >= 0xe0000 && r <= 0xe0fff:
		return true
	}
	return false
}
