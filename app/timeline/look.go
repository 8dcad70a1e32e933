package timeline

// Look is how the bar of an event is filled, on screen and on paper alike. It
// follows the legend.
type Look int

// The looks, in the order of the legend.
const (
	LookStated Look = iota // solid: the source states the date
	LookRough              // fading: known only roughly
	LookAdded              // outlined: the editor's, whatever the style
	LookOrder              // grey: only the order is known
	Looks                  // how many there are
)

// Look returns how the item's bar is filled.
func (it *Item) Look() Look {
	switch {
	case it.Added:
		return LookAdded
	case it.Style == StyleRelative:
		return LookOrder
	case it.Style == StyleStated, it.Style == StyleAdded:
		return LookStated
	}
	return LookRough
}
