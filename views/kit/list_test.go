package kit

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// numbered is a list of n rows in a window that shows some ten of them.
func numbered(t *testing.T, n int) *List {
	t.Helper()
	start(t)
	l := NewList("numbers")
	l.Row = func(i int) ListRow {
		// Titles of one to four lines.
		return ListRow{Title: strings.Repeat("word ", 1+i%4*7) + fmt.Sprint(i), Note: "note"}
	}
	l.Key = func(i int) string { return fmt.Sprint(i) }
	w := test.NewTempWindow(t, l.Page)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(224, 700))
	l.SetLen(n)
	return l
}

// Rows stand below each other without a gap too much, wherever the list was
// scrolled to, and only those in view are built.
func TestListPlacesRowsInView(t *testing.T) {
	l := numbered(t, 5000)
	for _, y := range []float32{0, 10_000, 200_000, 1e9, 150_000, 40} {
		l.Page.ScrollTo(y)
		l.show()
		if n := len(l.shown); n == 0 || n > 25 {
			t.Fatalf("at %v: %d rows built, want those in view", y, n)
		}
		for i := l.first; i+1 < l.last; i++ {
			a, b := l.shown[i].back, l.shown[i+1].back
			if gap := b.Position().Y - a.Position().Y - a.Size().Height; gap < listGap-1 || gap > listGap+1 {
				t.Errorf("at %v: %v points between rows %d and %d, want %d", y, gap, i, i+1, listGap)
			}
		}
		first, last := l.shown[l.first].back, l.shown[l.last-1].back
		top, high := l.Page.Offset(), l.Page.Size().Height
		if first.Position().Y > top+listGap+1 || last.Position().Y+last.Size().Height+listGap+1 < min(top+high, l.Size().Height) {
			t.Errorf("at %v: rows from %v to %v do not fill %v to %v", y, first.Position().Y, last.Position().Y+last.Size().Height, top, top+high)
		}
	}
}

// Keys go through the list, and Ctrl and Shift choose several.
func TestListChooses(t *testing.T) {
	l := numbered(t, 100)
	opened := -1
	l.OnOpen = func(i int) { opened = i }
	key := func(names ...fyne.KeyName) {
		for _, n := range names {
			l.TypedKey(&fyne.KeyEvent{Name: n})
		}
	}
	l.FocusGained()
	key(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if opened != 2 {
		t.Errorf("two down and Enter: opened %d, want 2", opened)
	}
	key(fyne.KeyEnd)
	if got := l.Chosen(); !slices.Equal(got, []int{99}) || !slices.Contains(l.Built(), l.Row(99).Title) {
		t.Errorf("End: chosen %v, in view %v, want the last", got, slices.Contains(l.Built(), l.Row(99).Title))
	}
	if r := l.shown[99]; r == nil || r.back.Position().Y+r.back.Size().Height > l.Page.Offset()+l.Page.Size().Height {
		t.Error("End: the last row is cut off")
	}
	key(fyne.KeyHome)
	l.pick(3, fyne.KeyModifierShift)
	l.pick(1, fyne.KeyModifierShortcutDefault)
	if got, want := l.Chosen(), []int{0, 2, 3}; !slices.Equal(got, want) {
		t.Errorf("chosen %v, want %v", got, want)
	}
	opened = -1
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: fyne.KeyModifierShortcutDefault}
	ev.Position = fyne.NewPos(20, l.Top(5)+10)
	l.MouseDown(ev)
	if got, want := l.Chosen(), []int{0, 2, 3, 5}; !slices.Equal(got, want) || opened >= 0 {
		t.Errorf("Ctrl and a click: chosen %v, opened %d, want %v and none", got, opened, want)
	}
	// What is gone is not chosen any more.
	l.SetLen(3)
	if got, want := l.Chosen(), []int{0, 2}; !slices.Equal(got, want) {
		t.Errorf("of three rows: chosen %v, want %v", got, want)
	}
}
