package views

import (
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/views/kit"
	"briefline/views/panels"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// editing is a window that shows the bundled briefing as one that can be edited,
// with what lies over it.
func editing(t testing.TB) *Frame {
	t.Helper()
	f := start(t)
	f.spawn = func(work func()) { work() }
	w := f.canvas.(*recorder).window
	w.SetContent(f.stage.Window)
	w.Resize(fyne.NewSize(1360, 860))
	f.work.open(bishkek(t), "", 0, nil)
	return f
}

func now(f *Frame) *briefing.Briefing { return f.work.session.Briefing() }

func pick(kind panels.Kind, id string) panels.Pick { return panels.Pick{Kind: kind, ID: id} }

// menuOf opens the menu of something and chooses a line of it.
func menuOf(t *testing.T, f *Frame, p panels.Pick, id string) {
	t.Helper()
	f.desk.Menu(p, fyne.NewPos(200, 200))
	chooseMenu(t, f, id)
}

func chooseMenu(t *testing.T, f *Frame, id string) {
	t.Helper()
	if f.menu() == nil {
		t.Fatalf("no menu is open to choose %q from", f.words.Text(id))
	}
	m := f.menu()
	if !m.Choose(f.words.Text(id)) {
		t.Fatalf("the menu offers %q, want %q among it", m.Labels(), f.words.Text(id))
	}
}

// choosing chooses a line of the picker that is open.
func choosing(t *testing.T, f *Frame, label string) {
	t.Helper()
	if f.picker() == nil {
		t.Fatalf("no list is open to choose %q from", label)
	}
	p := f.picker()
	if !p.Choose(label) {
		t.Fatalf("the list shows %q, want %q among it", p.Labels(), label)
	}
}

// inForm returns the block that stands below a caption of the form.
func inForm[T fyne.CanvasObject](t *testing.T, f *Frame, caption string) (out T) {
	t.Helper()
	if f.form() == nil {
		t.Fatal("no form is open")
	}
	want, after, found := f.words.Text(caption), false, false
	walk(f.form().Container, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if l, ok := o.(*kit.Label); ok && l.String() == want {
			after = true
		}
		if v, ok := o.(T); ok && after && !found {
			out, found = v, true
		}
		return true
	})
	if !found {
		t.Fatalf("the form has nothing below %q", want)
	}
	return out
}

// fill types into a field of the form in place of what stands there.
func fill(t *testing.T, f *Frame, caption, text string) {
	t.Helper()
	field := inForm[*kit.Field](t, f, caption)
	field.SetText(text)
}

// set chooses in a select of the form, by its list.
func set(t *testing.T, f *Frame, caption, label string) {
	t.Helper()
	test.Tap(inForm[*kit.Select](t, f, caption))
	choosing(t, f, label)
	if f.picker() != nil {
		f.picker().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	}
}

// tapIn taps the button of the form that is called id, the last of that name.
func tapIn(t *testing.T, f *Frame, id string) {
	t.Helper()
	var b *kit.Button
	walk(f.form().Container, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if v, ok := o.(*kit.Button); ok && v.Text() == f.words.Text(id) {
			b = v
		}
		return true
	})
	if b == nil {
		t.Fatalf("the form has no button %q", f.words.Text(id))
	}
	test.Tap(b)
}

// save saves the form, which must close.
func save(t *testing.T, f *Frame) {
	t.Helper()
	f.forms.Now().Save()
	if f.form() != nil {
		t.Fatalf("the form stays open: %s", formSays(f))
	}
}

// formSays is all the words of the form that is open.
func formSays(f *Frame) (out string) {
	if f.form() == nil {
		return ""
	}
	walk(f.form().Container, func(o fyne.CanvasObject, _ fyne.Position) bool {
		switch v := o.(type) {
		case *kit.Text:
			out += v.String() + "\n"
		case *kit.Label:
			out += v.String() + "\n"
		}
		return true
	})
	return out
}

// undone checks that one undo brings the briefing back that was there before.
func undone(t *testing.T, f *Frame, was *briefing.Briefing, step string) {
	t.Helper()
	if got := f.work.undoLabel(); !strings.Contains(got, step) {
		t.Errorf("the menu says %q, want %q in it", got, step)
	}
	edited := now(f)
	press(t, f, &fyne.ShortcutUndo{})
	if file(t, now(f)) != file(t, was) {
		t.Errorf("%s: undo does not bring back what was", step)
	}
	press(t, f, &desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift})
	if file(t, now(f)) != file(t, edited) {
		t.Errorf("%s: redo does not bring the edit back", step)
	}
	press(t, f, &fyne.ShortcutUndo{})
}

// file is the briefing as it is written, without the time of its last change.
func file(t *testing.T, b *briefing.Briefing) string {
	t.Helper()
	c := b.Clone()
	c.Modified = bishkek(t).Modified
	var s strings.Builder
	if err := c.Write(&s); err != nil {
		t.Fatal(err)
	}
	return s.String()
}
