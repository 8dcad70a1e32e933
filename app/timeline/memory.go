package timeline

import (
	"cmp"
	"slices"

	"briefline/app/edtf"
)

// An open end reaches this share of the known span beyond it, but a day at least.
// The share lets the bar fade out over the last quarter or so of a fitted window.
const (
	reachShare = 0.4
	minReach   = 24 * 60 * 60
)

// Memory is a Source in memory. It does not change once made and may be used from
// several goroutines.
type Memory struct {
	items    []Item // by Lo, then Hi, then as given
	shelf    []string
	byID     map[string]int
	groups   []string
	from, to int64
	index    index
}

// NewMemory returns a source of items, with the IDs that have no place in time in
// the order of the shelf. It keeps neither slice. IDs must differ.
//
// It puts items right: Hi lies after Lo, the core lies within and is the whole of
// a stated or added item with both ends known, and ends that are open, or at
// edtf.Min or edtf.Max, are set to their reach (see Span). An item with no known
// end at all joins the shelf, and so does one further away than a Scale can go, 28
// billion years.
func NewMemory(items []Item, shelf []string) *Memory {
	m := &Memory{
		items: make([]Item, 0, len(items)),
		shelf: slices.Clone(shelf),
		byID:  make(map[string]int, len(items)),
	}
	from, to := knownSpan(items)
	reach := max(int64(reachShare*(float64(to)-float64(from))), minReach)
	for _, it := range items {
		it.OpenLo = it.OpenLo || it.Lo <= edtf.Min
		it.OpenHi = it.OpenHi || it.Hi >= edtf.Max
		if it.OpenLo && it.OpenHi || it.Lo >= maxStart || it.Hi <= -maxStart {
			m.shelf = append(m.shelf, it.ID)
			continue
		}
		switch {
		case it.OpenHi:
			it.Hi = min(max(to, it.Lo, it.CoreHi)+reach, edtf.Max)
		case it.OpenLo:
			it.Lo = max(min(from, it.Hi, it.CoreLo)-reach, edtf.Min)
		}
		m.items = append(m.items, sound(it))
	}
	slices.SortStableFunc(m.items, func(a, b Item) int {
		return cmp.Or(cmp.Compare(a.Lo, b.Lo), cmp.Compare(a.Hi, b.Hi))
	})
	for i, it := range m.items {
		m.byID[it.ID] = i
		for _, g := range it.Groups {
			if !slices.Contains(m.groups, g) {
				m.groups = append(m.groups, g)
			}
		}
		if i == 0 {
			m.from, m.to = it.Lo, it.Hi
		}
		m.to = max(m.to, it.Hi)
	}
	m.index = newIndex(m.items)
	return m
}

// knownSpan returns the hull of the ends that are known.
func knownSpan(items []Item) (from, to int64) {
	from, to = edtf.Max, edtf.Min
	add := func(t int64) {
		if t > -maxStart && t < maxStart {
			from, to = min(from, t), max(to, t)
		}
	}
	for _, it := range items {
		if !it.OpenLo {
			add(it.Lo)
		}
		if !it.OpenHi {
			add(it.Hi)
		}
	}
	if from > to {
		return 0, 0
	}
	return from, to
}

// sound holds the order Lo < Hi and Lo <= CoreLo <= CoreHi <= Hi.
func sound(it Item) Item {
	it.Lo = min(it.Lo, edtf.Max-1)
	it.Hi = max(it.Hi, it.Lo+1)
	firm := it.Style == StyleStated || it.Style == StyleAdded
	if firm && !it.OpenLo && !it.OpenHi {
		it.CoreLo, it.CoreHi = it.Lo, it.Hi
	}
	it.CoreLo = max(it.Lo, min(it.CoreLo, it.Hi))
	it.CoreHi = max(it.CoreLo, min(it.CoreHi, it.Hi))
	return it
}

// Span returns the half-open time that holds all items; ok is false when there is
// none. An open end counts with its reach: beyond everything known by 40 % of
// the known span, never less than a day. So several open ends stop at one line,
// and a fitted window gives most of its width to what is known.
func (m *Memory) Span() (from, to int64, ok bool) { return m.from, m.to, len(m.items) > 0 }

// Len returns the number of items with a place in time.
func (m *Memory) Len() int { return len(m.items) }

// Shelf returns the IDs of the events without a place in time, in relation order.
func (m *Memory) Shelf() []string { return slices.Clone(m.shelf) }

// Groups returns the groups of the items, each once, in time order.
func (m *Memory) Groups() []string { return slices.Clone(m.groups) }

// Item returns the item with an ID; ok is false when there is none in time.
func (m *Memory) Item(id string) (item Item, ok bool) {
	i, ok := m.byID[id]
	if !ok {
		return Item{}, false
	}
	return m.items[i], true
}

// Order returns all IDs: by earliest instant, then by latest, then as given; those
// of the shelf last.
func (m *Memory) Order() []string {
	out := make([]string, 0, len(m.items)+len(m.shelf))
	for _, it := range m.items {
		out = append(out, it.ID)
	}
	return append(out, m.shelf...)
}

// Next returns the ID step places after id in Order, before it when step is
// negative, stopping at either end. From "" or an unknown id a step forward leads
// to the first and a step back to the last. It is "" when there is no event.
func (m *Memory) Next(id string, step int) string {
	n := len(m.items) + len(m.shelf)
	if n == 0 {
		return ""
	}
	at, ok := m.byID[id]
	if !ok {
		at = slices.Index(m.shelf, id)
		if ok = at >= 0; ok {
			at += len(m.items)
		}
	}
	switch {
	case ok:
		at = max(0, min(at+step, n-1))
	case step < 0:
		at = n - 1
	default:
		at = 0
	}
	if at < len(m.items) {
		return m.items[at].ID
	}
	return m.shelf[at-len(m.items)]
}
