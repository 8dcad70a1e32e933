package timeline

import (
	"cmp"
	"math"
	"slices"
	"sort"
)

// maxKept is how many events off the window lanes remember before they forget the
// far ones. Only panning through more than this can bring an event back elsewhere.
const maxKept = 20_000

// folded is the lane of what found no room.
const folded = -1

// entry is one event that lanes know of.
type entry struct {
	item          Item
	title, detail float64 // widths, capped
	label         float64 // the wider of both
	seen          uint64  // the last plan whose source returned it
	band, lane    int
	plain         bool // holds its lane without a label

	// The claim on the lane at the current scale, half-open, in time: the bar, the
	// label from the bar's left, and the gap to the next.
	left, right int64
}

// lanes is what plans hand on: who holds which lane. A row is sorted and its claims
// do not overlap. It belongs to one plan at a time.
type lanes struct {
	measures measures
	perPoint float64 // 0 before the first plan
	stamp    uint64
	byID     map[string]*entry
	all      []*entry // the values of byID
	bands    []band
	overflow bool // a row of clusters was needed since the lanes were last arranged

	window, left, right Window   // what the source returned, and to either side
	now                 []*entry // of the window itself
	fresh               []*entry // seen for the first time
	scratch             []*entry
}

// band is the rows of one group.
type band struct {
	id   string
	rows [][]*entry
}

// measures is what claims depend on besides the scale. When it changes, lanes are
// checked again as when zooming out.
type measures struct {
	labelGap, plainGap, point, minBar, maxLabel float64
	cap, bands                                  int // rows a band, number of bands
	group                                       bool
}

// claim returns the stretch of a lane that e takes at a scale. Every part of it
// shrinks with perPoint, so claims that do not overlap stay so when zooming in.
func (m *measures) claim(e *entry, perPoint float64, plain bool) (left, right int64) {
	left, right = barSpan(&e.item, m.size(&e.item), perPoint)
	gap := m.plainGap
	if !plain && e.label > 0 {
		right = max(right, left+seconds(e.label, perPoint))
		gap = m.labelGap
	}
	return left, right + seconds(gap, perPoint)
}

func (m *measures) size(it *Item) float64 {
	if it.Point {
		return m.point
	}
	return m.minBar
}

// barSpan returns what a bar covers: the item's bounds, widened about their middle
// where they are too narrow to see.
func barSpan(it *Item, size, perPoint float64) (left, right int64) {
	mid, half := it.Lo+(it.Hi-it.Lo)/2, seconds(size/2, perPoint)
	return min(it.Lo, mid-half), max(it.Hi, mid+half)
}

func seconds(points, perPoint float64) int64 { return int64(math.Ceil(points * perPoint)) }

// update takes in what the source returned and gives a lane to everything in it:
// for the window [from, to), and for the wider [outerFrom, outerTo), from which
// labels and dots reach in.
func (t *lanes) update(l *Layout, m measures, from, to, outerFrom, outerTo int64, perPoint float64) {
	t.stamp++
	t.fresh, t.now = t.fresh[:0], t.now[:0]
	changed := t.perPoint != 0 && t.measures != m
	t.measures = m
	for i := range t.window.Items {
		changed = t.take(l, &t.window.Items[i]) || changed
	}
	inWindow := len(t.now)
	for _, items := range [][]Item{t.left.Items, t.right.Items} {
		for i := range items {
			// What meets the window itself is among its items, or in a fold.
			if it := &items[i]; it.Lo >= to || it.Hi <= from {
				changed = t.take(l, it) || changed
			}
		}
	}
	t.now = t.now[:inWindow]
	t.drop(func(e *entry) bool { return e.seen != t.stamp && e.item.Lo < outerTo && e.item.Hi > outerFrom })

	old := t.perPoint
	t.perPoint = perPoint
	switch {
	case old == 0:
		t.arrange()
	case changed || perPoint > old:
		t.drop(func(e *entry) bool { return e.seen != t.stamp })
		t.rearrange()
	case perPoint < old:
		t.refine()
	default:
		slices.SortFunc(t.fresh, byWeight)
		t.placeAll(t.fresh)
	}
	if len(t.all) > maxKept {
		reach := 8 * float64(outerTo-outerFrom)
		t.drop(func(e *entry) bool {
			return float64(e.item.Lo-outerTo) > reach || float64(outerFrom-e.item.Hi) > reach
		})
	}
}

// take notes that the source returned it; changed reports that it is not what it
// was, so its claim may not hold.
func (t *lanes) take(l *Layout, it *Item) (changed bool) {
	e := t.byID[it.ID]
	if e == nil {
		e = t.add(it)
		t.fresh = append(t.fresh, e)
	}
	if e.seen == t.stamp {
		return false
	}
	e.seen = t.stamp
	t.now = append(t.now, e)
	was, label, band := &e.item, e.label, e.band
	changed = was.Lo != it.Lo || was.Hi != it.Hi || was.Point != it.Point
	e.item = *it
	t.measure(l, e)
	return changed || label >= 0 && label != e.label || band != e.band
}

// add makes the entry of an item, which no lane holds and nobody has measured.
func (t *lanes) add(it *Item) *entry {
	e := &entry{item: *it, lane: folded, label: -1, band: t.bandOf(it)}
	t.byID[it.ID] = e
	t.all = append(t.all, e)
	return e
}

func (t *lanes) measure(l *Layout, e *entry) {
	width := func(f func(string) float64) float64 {
		if f == nil {
			return 0
		}
		return max(0, min(f(e.item.ID), t.measures.maxLabel))
	}
	e.title, e.detail = width(l.Title), width(l.Detail)
	e.label = max(e.title, e.detail)
	e.band = t.bandOf(&e.item)
}

// bandOf returns the index of the band of an item: 0 is for what is in no group or
// in several.
func (t *lanes) bandOf(it *Item) int {
	id := ""
	if t.measures.group && len(it.Groups) == 1 {
		id = it.Groups[0]
	}
	for i := range t.bands {
		if t.bands[i].id == id {
			return i
		}
	}
	t.bands = append(t.bands, band{id: id})
	return len(t.bands) - 1
}

// drop forgets entries.
func (t *lanes) drop(out func(*entry) bool) {
	n := len(t.all)
	t.all = slices.DeleteFunc(t.all, func(e *entry) bool {
		if !out(e) {
			return false
		}
		delete(t.byID, e.item.ID)
		e.seen = 0
		return true
	})
	if len(t.all) == n {
		return
	}
	for b := range t.bands {
		rows := t.bands[b].rows
		for r := range rows {
			rows[r] = slices.DeleteFunc(rows[r], func(e *entry) bool { return e.seen == 0 })
		}
	}
}

// byWeight is the order in which events get lanes when there are too few: the
// heavy first, then those with known ends, then by time.
func byWeight(a, b *entry) int {
	return cmp.Or(cmp.Compare(b.item.Weight, a.item.Weight), byTime(a, b))
}

// byTime puts events with known ends before those that would block a lane for
// long without saying much, and the early before the late.
func byTime(a, b *entry) int {
	return cmp.Or(
		cmp.Compare(soft(&a.item), soft(&b.item)),
		cmp.Compare(a.item.Lo, b.item.Lo),
		cmp.Compare(a.item.Hi, b.item.Hi),
		cmp.Compare(a.item.ID, b.item.ID),
	)
}

func soft(it *Item) int {
	if it.OpenLo || it.OpenHi || it.Style == StyleRelative {
		return 1
	}
	return 0
}

// arrange gives lanes from scratch: in time order if all find room with their
// labels, so that a small timeline reads down like stairs; else the heavy first.
func (t *lanes) arrange() {
	t.overflow = false
	slices.SortFunc(t.fresh, byTime)
	if !slices.ContainsFunc(t.fresh, func(e *entry) bool { return !t.place(e, false) }) {
		return
	}
	t.clear()
	for _, e := range t.fresh {
		e.lane = folded
	}
	slices.SortFunc(t.fresh, byWeight)
	t.placeAll(t.fresh)
}

func (t *lanes) clear() {
	for b := range t.bands {
		t.bands[b].rows = t.bands[b].rows[:0]
	}
}

// rearrange checks all lanes anew after zooming out: who can keep his lane does,
// the heavy first; then the others look for room.
func (t *lanes) rearrange() {
	t.overflow = false
	t.clear()
	t.scratch = append(t.scratch[:0], t.all...)
	slices.SortFunc(t.scratch, byWeight)
	rest := t.scratch[:0]
	for _, e := range t.scratch {
		row := e.lane
		if row == folded || row >= t.measures.cap || !(t.put(e, row, false) || e.plain && t.put(e, row, true)) {
			rest = append(rest, e)
		}
	}
	t.placeAll(rest)
}

// refine makes use of the room that zooming in gives: labels for those without,
// lanes for those folded. Nobody else moves.
func (t *lanes) refine() {
	eager := t.scratch[:0]
	for _, e := range t.all {
		if e.lane != folded {
			e.left, e.right = t.measures.claim(e, t.perPoint, e.plain)
		}
		if e.plain || e.lane == folded {
			eager = append(eager, e)
		}
	}
	t.scratch = eager
	slices.SortFunc(eager, byWeight)
	for _, e := range eager {
		if e.lane == folded {
			t.placeAnywhere(e)
			continue
		}
		row := &t.bands[e.band].rows[e.lane]
		i := sort.Search(len(*row), func(i int) bool { return (*row)[i].left >= e.left })
		_, right := t.measures.claim(e, t.perPoint, false)
		if i+1 == len(*row) || (*row)[i+1].left >= right {
			e.plain, e.right = false, right
		}
	}
}

func (t *lanes) placeAll(list []*entry) {
	for _, e := range list {
		t.placeAnywhere(e)
	}
}

// placeAnywhere finds e a lane, without its label if need be, or folds it.
func (t *lanes) placeAnywhere(e *entry) {
	if t.place(e, false) || e.lane != folded && e.lane < t.measures.cap && t.put(e, e.lane, true) || t.place(e, true) {
		return
	}
	e.lane, e.plain = folded, false
}

// place puts e into the first lane with room for it.
func (t *lanes) place(e *entry, plain bool) bool {
	for row := 0; row < t.measures.cap; row++ {
		if t.put(e, row, plain) {
			return true
		}
	}
	return false
}

// put puts e into a lane if its claim is free there.
func (t *lanes) put(e *entry, lane int, plain bool) bool {
	b := &t.bands[e.band]
	for len(b.rows) <= lane {
		if len(b.rows) < cap(b.rows) {
			b.rows = b.rows[:len(b.rows)+1] // an emptied row keeps its room
			b.rows[len(b.rows)-1] = b.rows[len(b.rows)-1][:0]
			continue
		}
		b.rows = append(b.rows, nil)
	}
	left, right := t.measures.claim(e, t.perPoint, plain)
	row := b.rows[lane]
	i := sort.Search(len(row), func(i int) bool { return row[i].left >= left })
	if i < len(row) && row[i].left < right || i > 0 && row[i-1].right > left {
		return false
	}
	b.rows[lane] = slices.Insert(row, i, e)
	e.left, e.right, e.lane, e.plain = left, right, lane, plain
	return true
}
