package timeline

import "briefline/app/briefing"

// Memory is a Source in memory.
type Memory struct {
	items []Item
	shelf []string
}

// NewMemory returns a source of items, with the IDs that have no place in time in
// the order of the shelf.
func NewMemory(items []Item, shelf []string) *Memory { return &Memory{items: items, shelf: shelf} }

// FromBriefing returns the events of b.
func FromBriefing(b *briefing.Briefing) *Memory { return NewMemory(nil, nil) }

// Window implements Source.
func (m *Memory) Window(from, to int64, perPoint float64, max int) Window { return Window{} }

// Span implements Source.
func (m *Memory) Span() (from, to int64, ok bool) { return 0, 0, false }

// Len implements Source.
func (m *Memory) Len() int { return len(m.items) }

// Shelf returns the IDs of the events without a place in time, in relation order.
func (m *Memory) Shelf() []string { return m.shelf }

// Order returns all IDs in time order, then those of the shelf.
func (m *Memory) Order() []string { return nil }

// Item returns the item with an ID; ok is false when there is none.
func (m *Memory) Item(id string) (item Item, ok bool) { return Item{}, false }

// Next returns the ID that is step places after id in Order, held at the ends.
func (m *Memory) Next(id string, step int) string { return "" }
