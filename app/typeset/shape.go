package typeset

import (
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// tabSpaces is the room of a tab in spaces. Stops would need the line's place.
const tabSpaces = 4

// noLigatures is for tracked text: letters that stand apart are not tied.
var noLigatures = []harfbuzz.Feature{
	{Tag: opentype.MustNewTag("liga"), End: harfbuzz.FeatureGlobalEnd},
	{Tag: opentype.MustNewTag("clig"), End: harfbuzz.FeatureGlobalEnd},
}

// shape fills the items' glyphs and the clusters' widths from item number from on.
func (s *shaper) shape(from int) {
	for i := from; i < len(s.items); i++ {
		s.shapeItem(&s.items[i])
	}
}

func (s *shaper) shapeItem(it *item) {
	st := &s.spans[it.span].style
	s.face(it.face)
	s.buf.Clear()
	s.buf.Props = harfbuzz.SegmentProperties{Direction: harfbuzz.LeftToRight, Script: it.script, Language: s.lang}
	if it.level&1 == 1 {
		s.buf.Props.Direction = harfbuzz.RightToLeft
	}
	var features []harfbuzz.Feature
	tracking := s.tracking(it)
	if tracking != 0 {
		features = noLigatures
	}
	// The text around goes along, so that letters join across a change of style.
	s.buf.AddRunes(s.runes, int(it.start), int(it.end-it.start))
	s.buf.Shape(s.hb[it.face.id], features)

	k := st.Size / it.face.upem
	it.g0 = int32(len(s.glyphs))
	s.flags[it.start] |= isCluster // even if its first character left no glyph
	for i, info := range s.buf.Info {
		pos := &s.buf.Pos[i]
		c := int32(info.Cluster)
		g := glyph{id: uint32(info.Glyph), cluster: c,
			x: float64(pos.XOffset) * k, y: -float64(pos.YOffset) * k, advance: float64(pos.XAdvance) * k}
		if s.flags[c]&isTab != 0 {
			g.advance *= tabSpaces
		}
		if tracking != 0 && g.advance > 0 { // marks and what is hidden take none
			g.advance += tracking
			if it.level&1 == 1 {
				g.x += tracking
			}
		}
		s.width[c] += g.advance
		s.flags[c] |= isCluster
		s.glyphs = append(s.glyphs, g)
	}
	it.g1 = int32(len(s.glyphs))
}

// tracking returns the extra room behind each letter of an item.
func (s *shaper) tracking(it *item) float64 {
	if it.script == language.Arabic {
		return 0
	}
	return s.spans[it.span].style.Tracking
}

// untrack takes the extra room behind the last letter of a paragraph back: it
// is room between letters. The paragraph's items begin with number from.
func (s *shaper) untrack(from int) {
	if from == len(s.items) {
		return
	}
	it := &s.items[len(s.items)-1]
	tracking := s.tracking(it)
	if tracking == 0 || it.g0 == it.g1 {
		return
	}
	g := &s.glyphs[it.g1-1]
	if it.level&1 == 1 {
		g = &s.glyphs[it.g0]
		g.x -= tracking
	}
	if g.advance > 0 {
		g.advance -= tracking
		s.width[g.cluster] -= tracking
	}
}
