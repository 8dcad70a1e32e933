package stage

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// set returns a stage over a floor with an entry, which notes the keys that the
// entry does not get.
func set(t *testing.T) (s *Stage, entry *widget.Entry, keys *[]fyne.KeyName) {
	t.Helper()
	test.NewTempApp(t)
	keys, entry = &[]fyne.KeyName{}, widget.NewEntry()
	c := test.NewCanvas()
	s = New(c, &Layer{Object: container.NewStack(entry), Key: func(k fyne.KeyName) bool {
		*keys = append(*keys, k)
		return true
	}}, canvas.NewRectangle(nil))
	c.SetContent(s.Window)
	return s, entry, keys
}

func press(s *Stage, name fyne.KeyName) { s.Key(&fyne.KeyEvent{Name: name}) }

var kinds = map[string]Kind{"view": View, "form": Form, "menu": Hung, "dialog": Foreign}

// Whatever lies over whatever, Escape takes one after another away, and the floor
// has the keys again.
func TestEveryLayerOverEveryOther(t *testing.T) {
	for below, first := range kinds {
		for above, second := range kinds {
			s, entry, keys := set(t)
			s.canvas.Focus(entry)
			var gone []string
			push := func(name string, k Kind) {
				l := &Layer{Kind: k, Of: name, Closed: func() { gone = append(gone, name) }}
				if k != Foreign {
					l.Object = canvas.NewRectangle(nil)
				}
				s.Push(l)
			}
			push("first", first)
			push("second", second)
			want := []string{"second", "first"}
			if first >= second {
				want = []string{"first", "second"} // it took the first one's place
			}
			if top, _ := Find[string](s); top != "second" {
				t.Errorf("%s over %s: %q is on top", above, below, top)
			}
			for range 5 {
				if s.Bare() {
					break
				}
				press(s, fyne.KeyEscape)
			}
			if !s.Bare() || !slices.Equal(gone, want) {
				t.Errorf("%s over %s: %q went, want %q", above, below, gone, want)
			}
			if s.canvas.Focused() != entry {
				t.Errorf("%s over %s: the keyboard did not go back", above, below)
			}
			if press(s, fyne.KeyF2); !slices.Equal(*keys, []fyne.KeyName{fyne.KeyF2}) {
				t.Errorf("%s over %s: the floor got %q, want F2", above, below, *keys)
			}
			if s.Window.Objects[0] != s.floor.Object || len(s.Window.Objects) != 2 {
				t.Errorf("%s over %s: %d objects are drawn", above, below, len(s.Window.Objects))
			}
		}
	}
}

// The keys are the top layer's alone, and so are shortcuts.
func TestTopLayerHasTheKeys(t *testing.T) {
	s, _, keys := set(t)
	var turned float32
	var runes []rune
	view := &Layer{
		Kind: View, Object: canvas.NewRectangle(nil), Rune: func(r rune) { runes = append(runes, r) },
		Key:  func(k fyne.KeyName) bool { return k == fyne.KeyF2 },
		Turn: func(n float32) { turned += n }, Shortcut: func(k fyne.KeyName) bool { return k == fyne.KeyL },
	}
	s.Push(view)
	for _, k := range []fyne.KeyName{fyne.KeyF2, fyne.KeyDelete, fyne.KeyPageDown} {
		press(s, k)
	}
	s.Rune('e')
	if len(*keys) > 0 || turned != 0.85 || string(runes) != "e" {
		t.Errorf("the floor got %q, the view turned by %v and got %q", *keys, turned, string(runes))
	}
	if s.Shortcut(fyne.KeyL) || !s.Shortcut(fyne.KeyP) {
		t.Error("shortcuts: want the view to take L and leave P")
	}
	s.Push(&Layer{Kind: Hung, Object: canvas.NewRectangle(nil)})
	if !s.Covered() || !s.Shortcut(fyne.KeyP) || s.Covered() {
		t.Error("a menu does not go when a shortcut is done")
	}
	form := &Layer{Kind: Form, Object: canvas.NewRectangle(nil)}
	s.Push(form)
	if s.Shortcut(fyne.KeyP) || !s.Busy() {
		t.Error("a form is not finished first")
	}
	if s.Rune('x'); string(runes) != "e" {
		t.Errorf("the view below the form got %q", string(runes))
	}
	s.Close(view)
	if !s.Bare() {
		t.Error("what lay over the view is left")
	}
	s.Close(view) // long gone
}

// A layer that asks for its own end while it goes, or opens another once it is
// gone, leaves the stack in order.
func TestClosingWithinClosing(t *testing.T) {
	s, _, _ := set(t)
	var l *Layer
	next := &Layer{Kind: Form, Object: canvas.NewRectangle(nil)}
	times := 0
	l = &Layer{Kind: View, Object: canvas.NewRectangle(nil), Leaving: func() { s.Close(l) }, Closed: func() {
		times++
		s.Push(next)
	}}
	s.Push(l)
	s.Pop()
	if times != 1 || s.top() != next {
		t.Errorf("closed %d times, %v on top, want once and the next", times, s.top())
	}
	s.CloseForms()
	s.Tip(canvas.NewRectangle(nil))
	if n := len(s.Window.Objects); n != 3 {
		t.Errorf("%d objects with a tip, want 3", n)
	}
	if s.Tip(nil); len(s.Window.Objects) != 2 || s.Pop() {
		t.Error("the tip is left, or there was something to pop")
	}
}
