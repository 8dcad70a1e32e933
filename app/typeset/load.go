package typeset

import (
	"math"
	"unicode"

	"github.com/go-text/typesetting/language"
)

// bounded returns v within [lo, hi], or lo for what is not a number.
func bounded(v, lo, hi float64) float64 {
	if math.IsNaN(v) {
		return lo
	}
	return min(max(v, lo), hi)
}

func safeStyle(st Style) Style {
	if st.Size = bounded(st.Size, 0, 10000); st.Size == 0 {
		st.Size = DefaultSize
	}
	if math.IsNaN(st.Tracking) {
		st.Tracking = 0
	}
	st.Tracking = bounded(st.Tracking, -st.Size/20, 10*st.Size) // less would turn narrow letters round
	return st
}

// load takes the text in: runes, byte offsets, span ends.
func (s *shaper) load(spans []Span, lang string) {
	s.runes, s.offset, s.flags = s.runes[:0], s.offset[:0], s.flags[:0]
	s.spans, s.items, s.glyphs = s.spans[:0], s.items[:0], s.glyphs[:0]
	s.missing, s.missed = nil, nil
	s.lang = language.NewLanguage(lang)
	switch len(spans) {
	case 0:
		s.joined = ""
	case 1:
		s.joined = spans[0].Text
	default:
		n := 0
		for _, sp := range spans {
			n += len(sp.Text)
		}
		b := make([]byte, 0, n)
		for _, sp := range spans {
			b = append(b, sp.Text...)
		}
		s.joined = string(b)
	}
	base := 0
	for _, sp := range spans {
		start := int32(len(s.runes))
		for i, r := range sp.Text { // span by span: half a character at an end stays in its span
			s.offset = append(s.offset, int32(base+i))
			s.runes = append(s.runes, r)
		}
		base += len(sp.Text)
		st := safeStyle(sp.Style)
		s.spans = append(s.spans, span{start, int32(len(s.runes)), st, bounded(sp.PadLeft, 0, 1e5),
			bounded(sp.PadRight, 0, 1e5), sp.NoBreak, s.fonts.primary(st)})
	}
	s.offset = append(s.offset, int32(base))
	n := len(s.runes)
	s.flags = resize(s.flags, n+1)
	s.level, s.width = resize(s.level, n), resize(s.width, n)
	clear(s.flags)
	clear(s.width)
	for i, r := range s.runes {
		switch {
		case isForced(r):
			s.flags[i] |= isHard | isSpace
		case r == '\t':
			s.flags[i] |= isSpace | isTab
		case r < ' ' || r >= 0x7f && r < 0xa0:
			s.runes[i] = '\u2060' // no room, nothing to draw, no break
		case unicode.Is(unicode.Zs, r) && r != 0xa0 && r != 0x202f, r == 0x200b:
			s.flags[i] |= isSpace
		}
	}
	for i := range s.spans {
		sp := &s.spans[i]
		a, b := sp.start, sp.end
		for a < b && s.flags[a]&isHard != 0 {
			a++
		}
		for a < b && s.flags[b-1]&isHard != 0 {
			b--
		}
		if a < b && sp.left+sp.right > 0 {
			s.flags[a] |= isLead
			s.flags[b-1] |= isTail
		}
	}
}

// isForced reports the characters after which a new line begins (UAX #14, BK,
// CR, LF, NL).
func isForced(r rune) bool {
	return r >= '\n' && r <= '\r' || r == 0x85 || r == 0x2028 || r == 0x2029
}

// boundaries marks where lines may and must begin (UAX #14) and where grapheme
// clusters do (UAX #29).
func (s *shaper) boundaries() {
	n := len(s.runes)
	if n == 0 {
		return
	}
	s.seg.Init(s.runes)
	for it := s.seg.LineIterator(); it.Next(); {
		l := it.Line()
		end := l.Offset + len(l.Text)
		if end == n || s.runes[end-1] == 0xad { // a soft hyphen would need a hyphen drawn
			continue
		}
		s.flags[end] |= mayBreak
		if l.IsMandatoryBreak {
			s.flags[end] |= mustBreak
		}
	}
	for it := s.seg.GraphemeIterator(); it.Next(); {
		s.flags[it.Grapheme().Offset] |= isGrapheme
	}
	s.flags[n] |= isGrapheme
	for _, sp := range s.spans {
		if sp.noBreak {
			for i := sp.start + 1; i < sp.end; i++ {
				s.flags[i] &^= mayBreak
			}
		}
	}
}
