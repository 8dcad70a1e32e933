package timeline

// Style is how firmly an event's place in time is known.
type Style int

// The styles. They follow the legend: solid, fading, outlined.
const (
	StyleStated   Style = iota // solid over the whole of what the date means
	StyleRough                 // approximate, uncertain, one of several: edges fade
	StyleOpen                  // one end or both are open or unknown
	StyleAdded                 // dated by the editor: outlined
	StyleRelative              // no date: placed by relations to other events
)

// Item is one event with a place in time. Lo < Hi and Lo <= CoreLo <= CoreHi <=
// Hi hold after NewMemory.
type Item struct {
	ID string
	// Lo and Hi are the widest bounds, half-open. Where OpenLo or OpenHi is set
	// that end is not known and Lo or Hi is only how far the bar reaches.
	Lo, Hi int64
	// CoreLo and CoreHi bound the certain part, equal to Lo and Hi when stated.
	// The bar fades from nothing at Lo to full at CoreLo, and from CoreHi to Hi.
	// CoreLo == CoreHi: no part is certain, the fades meet there.
	CoreLo, CoreHi int64
	OpenLo, OpenHi bool
	Style          Style
	Added          bool    // date or event is the editor's, whatever the style
	Point          bool    // a day or less: a dot where it is too small for a bar
	Weight         float64 // importance: the lighter folds first
	Groups         []string
}

// Fold stands for items that a source left out of a window.
type Fold struct {
	Lo, Hi int64 // earliest Lo and latest Hi of the items, half-open
	// At is the middle of their starts, each clamped to the window: where a cluster
	// for them stands.
	At    int64
	Count int    // at least 1
	First string // ID of the heaviest, the earliest among equals
}

// Window is the answer of a Source.
type Window struct {
	Items  []Item // at most max, in no order that matters
	Folded []Fold // counts of the rest; every item is in one of the two
}

// Source holds events and says what is in a window of time, half-open, at a
// resolution of perPoint seconds a point, with at most max items.
//
// For lanes to hold still, a source returns the same items for windows that
// differ by a pan, and at a smaller perPoint all that it returned at a larger
// one, as far as they meet the window and max allows.
type Source interface {
	Window(from, to int64, perPoint float64, max int) Window
	// Span returns the half-open time that holds all items, open ends at their
	// reach; ok is false when there is none.
	Span() (from, to int64, ok bool)
	Len() int // items with a place in time
}
