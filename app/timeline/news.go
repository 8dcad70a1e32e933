package timeline

import (
	"cmp"
	"slices"
)

// News returns the stretch of time that the news is about, half-open in Unix
// seconds: the events within reach of the day of publication, where the others
// lie so far off that an axis of everything would show these as one column. ok is
// false where one axis serves: fewer than two such events, or none far away, or
// no day of publication (published is 0).
func (m *Memory) News(published int64) (from, to int64, ok bool) {
	const (
		day    = 86400
		back   = 45 * day // how long before publication news may have begun
		ahead  = 60 * day // how far ahead its next steps may lie
		short  = 60 * day // a longer bar is background
		column = 6        // times narrower than everything: then it is a column
	)
	if published == 0 {
		return 0, 0, false
	}
	var near []Item
	for _, it := range m.items {
		if !it.OpenLo && !it.OpenHi && it.Hi-it.Lo <= short && it.Hi > published-back && it.Lo < published+ahead {
			near = append(near, it)
		}
	}
	const least = 2
	if len(near) < least {
		return 0, 0, false
	}
	from = slices.MinFunc(near, func(a, b Item) int { return cmp.Compare(a.Lo, b.Lo) }).Lo
	to = slices.MaxFunc(near, func(a, b Item) int { return cmp.Compare(a.Hi, b.Hi) }).Hi
	if m.to-m.from < column*max(to-from, day) {
		return 0, 0, false
	}
	return from, to, true
}
