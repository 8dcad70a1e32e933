package typeset

// row is a line in runes: [start, end), of which what follows trim are spaces
// that take no room.
type row struct {
	start, trim, end int32
	base             int8  // level of its paragraph
	soft             bool  // broken for want of room
	cut              bool  // ends in an ellipsis; what follows trim is hidden
	ellipsis         int32 // span that the ellipsis belongs to
}

// slop is how far a line may stick out, in points: sums of rounded numbers.
const slop = 1e-6

// advance returns the room of rune i with its span's padding.
func (s *shaper) advance(i int32, base int8) float64 {
	w := s.width[i]
	if s.flags[i]&(isLead|isTail) != 0 {
		sp := &s.spans[s.spanAt(int(i))]
		lead, tail := sp.left, sp.right
		if base == 1 {
			lead, tail = tail, lead
		}
		if s.flags[i]&isLead != 0 {
			w += lead
		}
		if s.flags[i]&isTail != 0 {
			w += tail
		}
	}
	return w
}

// wrap breaks runes [from, to), the last of which may be a forced break, into
// rows no wider than width (0: one row), and appends them. It stops at limit
// rows and then returns where it stopped.
func (s *shaper) wrap(rows []row, from, to int32, base int8, width float64, limit int) ([]row, int32) {
	for start := from; ; {
		end := to
		if width > 0 {
			end = s.fit(start, to, base, width)
		}
		rows = append(rows, row{start: start, trim: s.trimmed(start, end), end: end, base: base, soft: end < to})
		if end == to || len(rows) == limit {
			return rows, end
		}
		start = end
	}
}

// fit returns where a line that begins at start ends: after the last word that
// has room, else within the word.
func (s *shaper) fit(start, to int32, base int8, width float64) int32 {
	var sum, spaces float64 // spaces: of those at the end of what was summed
	brk, inside := start, start
	room := width + slop
	for i := start; i < to; i++ {
		if i > start {
			if s.flags[i]&(mayBreak|isCluster) == mayBreak|isCluster {
				brk = i
			}
			if brk == start && s.divisible(i) {
				inside = i
			}
		}
		w := s.advance(i, base)
		if s.isSlack(i) {
			spaces += w
			continue
		}
		if (w > 0 || spaces > 0) && sum+spaces+w > room {
			if brk > start {
				return brk
			}
			if inside > start {
				return inside
			}
			// nothing can be parted yet: the line sticks out, up to where it can
			room = 0
		}
		sum += spaces + w
		spaces = 0
	}
	return to
}

// divisible reports whether a line may begin at i where no word ends.
func (s *shaper) divisible(i int32) bool {
	if s.flags[i]&(isGrapheme|isCluster) != isGrapheme|isCluster {
		return false
	}
	sp := &s.spans[s.spanAt(int(i))]
	return !sp.noBreak || sp.start == i
}

// isSlack reports whether rune i takes no room at a line's end: spaces, and what
// is invisible behind them.
func (s *shaper) isSlack(i int32) bool {
	const mask = isSpace | isLead | isTail
	if f := s.flags[i] & mask; f != isSpace && !(f == 0 && s.width[i] == 0 && isHidden(s.runes[i])) {
		return false
	}
	// a space that carries a combining mark is seen
	return s.flags[i]&isHard != 0 || int(i)+1 == len(s.runes) || s.flags[i+1]&(isCluster|isHard) != 0
}

// trimmed returns where the spaces at the end of [start, end) begin.
func (s *shaper) trimmed(start, end int32) int32 {
	for end > start && s.isSlack(end-1) {
		end--
	}
	return end
}

// cut shortens the last row so that an ellipsis has room, and hides the rest.
func (s *shaper) cut(r *row, width float64) {
	limit := r.trim
	if width <= 0 {
		r.finish(s, limit)
		return
	}
	var sum float64
	best, owner := r.start, int32(-1)
	var dots float64
	for i := r.start; ; i++ {
		k := int32(s.spanAt(int(max(i-1, r.start))))
		if k != owner {
			owner, dots = k, s.ellipsis(k).advance
		}
		if i == r.start || i == limit || s.divisible(i) {
			if sum+dots > width+slop {
				break
			}
			best = i
		}
		if i == limit {
			break
		}
		sum += s.advance(i, r.base)
	}
	r.finish(s, best)
}

func (r *row) finish(s *shaper, at int32) {
	r.cut, r.soft = true, false
	r.trim = s.trimmed(r.start, at)
	r.end = int32(len(s.runes))
	r.ellipsis = int32(s.spanAt(int(max(r.trim-1, r.start))))
}

// ellipsis returns the glyph "…" in the style of span k.
func (s *shaper) ellipsis(k int32) glyph {
	sp := &s.spans[k]
	face := s.face(sp.face)
	id, _ := face.NominalGlyph('…')
	return glyph{id: uint32(id), advance: float64(face.HorizontalAdvance(id)) * sp.style.Size / sp.face.upem}
}
