package timeline

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

const (
	cellPoints = 64 // least width of a cell; less than twice that
	perCell    = 20 // items that one cell shows before it folds
	blockLen   = 128
	maxLevel   = 62
	maxCells   = 4096 // more in one window: coarser cells for the folds
)

// cellLevel returns the level of the cells at a resolution: cells of 1<<level
// seconds, counted from 1970, nested from level to level, so that what falls into
// one cell does not depend on the window.
func cellLevel(perPoint float64) int {
	width := math.Ceil(max(perPoint, minPerPoint) * cellPoints)
	if width >= 1<<maxLevel {
		return maxLevel
	}
	return bits.Len64(uint64(width) - 1)
}

// foldLevel raises a level until a window has no more than maxCells cells.
func foldLevel(level int, from, to int64) int {
	for level < maxLevel && (to-1)>>level-from>>level >= maxCells {
		level++
	}
	return level
}

// index answers windows over items sorted by Lo. For each item it knows the
// coarsest level at which the item is among the perCell heaviest of its cell:
// cells are nested, so it is at all finer levels too. Blocks of items let a window
// pass over what it does not meet and count what it does not show.
type index struct {
	bounds []bounds // per item, apart from the items so that a scan reads little
	shown  []int8   // per item: the coarsest level that shows it
	rank   []int32  // per item: its place by weight, 0 the heaviest
	byRank []int32
	blocks []block
}

type bounds struct{ lo, hi int64 }

type block struct {
	minHi, maxHi int64
	maxShown     int8
	first        int32 // the item of least rank
}

func newIndex(items []Item) index {
	n := len(items)
	x := index{bounds: make([]bounds, n), shown: make([]int8, n), rank: make([]int32, n), byRank: make([]int32, n)}
	for i := range items {
		x.bounds[i], x.byRank[i] = bounds{items[i].Lo, items[i].Hi}, int32(i)
	}
	slices.SortStableFunc(x.byRank, func(a, b int32) int {
		return cmp.Compare(items[b].Weight, items[a].Weight)
	})
	for r, i := range x.byRank {
		x.rank[i] = int32(r)
	}
	x.reveal(items)
	for lo := 0; lo < n; lo += blockLen {
		b := block{minHi: items[lo].Hi, maxHi: items[lo].Hi, maxShown: x.shown[lo], first: int32(lo)}
		for i := lo; i < min(lo+blockLen, n); i++ {
			b.minHi, b.maxHi = min(b.minHi, items[i].Hi), max(b.maxHi, items[i].Hi)
			b.maxShown = max(b.maxShown, x.shown[i])
			if x.rank[i] < x.rank[b.first] {
				b.first = int32(i)
			}
		}
		x.blocks = append(x.blocks, b)
	}
	return x
}

// reveal sets shown: a tournament from the finest cells up, in which the perCell
// heaviest of a cell go on to the next level.
func (x *index) reveal(items []Item) {
	left := make([]int32, len(items)) // who is still in, by Lo
	for i := range left {
		left[i] = int32(i)
	}
	for level := cellLevel(minPerPoint); level <= maxLevel && len(left) > perCell; level++ {
		kept := left[:0]
		for lo := 0; lo < len(left); {
			hi := lo + 1
			cell := items[left[lo]].Lo >> level
			for hi < len(left) && items[left[hi]].Lo>>level == cell {
				hi++
			}
			group := left[lo:hi]
			lo = hi
			if len(group) > perCell {
				slices.SortFunc(group, func(a, b int32) int { return cmp.Compare(x.rank[a], x.rank[b]) })
				for _, i := range group[perCell:] {
					x.shown[i] = int8(level - 1)
				}
				group = group[:perCell]
				slices.Sort(group)
			}
			kept = append(kept, group...)
		}
		left = kept
	}
	for _, i := range left {
		x.shown[i] = maxLevel
	}
}

// Window returns the items that meet [from, to): all of them as long as m has no
// more than max, otherwise the 20 heaviest that start in each cell of 64 to 128
// points, and of these the max heaviest. A fold stands for the rest of a cell;
// what starts before the window counts in the first.
func (m *Memory) Window(from, to int64, perPoint float64, max int) Window {
	var w Window
	m.window(&w, from, to, perPoint, max)
	return w
}

// window is Window into the buffers of w.
func (m *Memory) window(w *Window, from, to int64, perPoint float64, most int) {
	w.Items, w.Folded = w.Items[:0], w.Folded[:0]
	if from >= to {
		return
	}
	q := query{m: m, from: from, to: to, level: int8(cellLevel(perPoint))}
	if len(m.items) <= most {
		q.level = math.MinInt8 // below all: everything is shown
	}
	q.foldLevel = foldLevel(cellLevel(perPoint), from, to)
	q.firstCell = from >> q.foldLevel
	q.run()
	if len(q.hits) > most {
		q.cut(most)
	}
	for _, i := range q.hits {
		w.Items = append(w.Items, m.items[i])
	}
	for _, c := range q.cells {
		if c.count > 0 {
			w.Folded = append(w.Folded, Fold{
				Lo: c.lo, Hi: c.hi, At: c.atLo + (c.atHi-c.atLo)/2,
				Count: c.count, First: m.items[c.first].ID,
			})
		}
	}
}

// query is one run of window.
type query struct {
	m         *Memory
	from, to  int64
	level     int8
	foldLevel int
	firstCell int64
	hits      []int32
	cells     []cell
}

// cell counts what is not shown.
type cell struct {
	count      int
	lo, hi     int64
	atLo, atHi int64 // of the starts, clamped to the window
	first      int32
}

func (q *query) run() {
	x := &q.m.index
	for k, b := range x.blocks {
		lo := k * blockLen
		hi := min(lo+blockLen, len(x.bounds))
		start, last := x.bounds[lo].lo, x.bounds[hi-1].lo
		if start >= q.to {
			break
		}
		if b.maxHi <= q.from {
			continue
		}
		if b.maxShown < q.level && b.minHi > q.from && last < q.to && q.cellOf(start) == q.cellOf(last) {
			q.fold(start, last, b.maxHi, hi-lo, b.first)
			continue
		}
		for i := lo; i < hi; i++ {
			switch it := x.bounds[i]; {
			case it.lo >= q.to || it.hi <= q.from:
			case x.shown[i] >= q.level:
				q.hits = append(q.hits, int32(i))
			default:
				q.fold(it.lo, it.lo, it.hi, 1, int32(i))
			}
		}
	}
}

func (q *query) cellOf(lo int64) int64 { return max(lo, q.from)>>q.foldLevel - q.firstCell }

// fold counts n items of one cell that start between lo and last.
func (q *query) fold(lo, last, hi int64, n int, first int32) {
	if q.cells == nil {
		q.cells = make([]cell, (q.to-1)>>q.foldLevel-q.firstCell+1)
	}
	c := &q.cells[q.cellOf(lo)]
	atLo, atHi := max(lo, q.from), max(last, q.from)
	if c.count == 0 {
		*c = cell{lo: lo, hi: hi, atLo: atLo, atHi: atHi, first: first}
	}
	c.count += n
	c.lo, c.hi = min(c.lo, lo), max(c.hi, hi)
	c.atLo, c.atHi = min(c.atLo, atLo), max(c.atHi, atHi)
	if q.m.index.rank[first] < q.m.index.rank[c.first] {
		c.first = first
	}
}

// cut keeps the heaviest hits and folds the others. Ranks are the numbers from 0,
// so a bit for each sorts them.
func (q *query) cut(most int) {
	x := &q.m.index
	set := make([]uint64, (len(x.rank)+63)/64)
	for _, i := range q.hits {
		r := x.rank[i]
		set[r/64] |= 1 << (r % 64)
	}
	q.hits = q.hits[:0]
	for w, word := range set {
		for ; word != 0; word &= word - 1 {
			i := x.byRank[w*64+bits.TrailingZeros64(word)]
			if len(q.hits) < most {
				q.hits = append(q.hits, i)
				continue
			}
			it := &q.m.items[i]
			q.fold(it.Lo, it.Lo, it.Hi, 1, i)
		}
	}
}
