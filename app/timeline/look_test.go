package timeline

import "testing"

func TestLook(t *testing.T) {
	for _, tt := range []struct {
		item Item
		want Look
	}{
		{Item{Style: StyleStated}, LookStated},
		{Item{Style: StyleAdded}, LookStated}, // Added says whose it is, not the style
		{Item{Style: StyleRough}, LookRough},
		{Item{Style: StyleOpen}, LookRough},
		{Item{Style: StyleRelative}, LookOrder},
		{Item{Style: StyleRough, Added: true}, LookAdded},
		{Item{Style: StyleRelative, Added: true}, LookAdded},
	} {
		if got := tt.item.Look(); got != tt.want {
			t.Errorf("%+v: look = %d, want %d", tt.item, got, tt.want)
		}
	}
}
