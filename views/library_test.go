package views

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"briefline/app/briefing"
	"briefline/app/desk"
	"briefline/app/library"
	"briefline/app/session"
	"briefline/assets"
	"briefline/views/kit"
	"briefline/views/panels"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// thread runs what comes from beside the window, when the test waits for it: on
// the goroutine of the test, as a window has one of its own.
type thread chan func()

// until runs what comes until something holds.
func (c thread) until(t testing.TB, what string, holds func() bool) {
	t.Helper()
	patience := time.After(40 * time.Second)
	for !holds() {
		select {
		case do := <-c:
			do()
		case <-patience:
			t.Fatalf("waited for %s", what)
		}
	}
}

// shelved is a window in memory on a library, of the titles given, the last one
// used last. It shows what a start shows.
func shelved(t testing.TB, titles ...string) (*Frame, thread) {
	t.Helper()
	path := filepath.Join(t.TempDir(), library.FileName)
	stock(t, path, titles...)
	return onLibrary(t, desk.Window{Library: path})
}

// stock puts briefings of some titles into the library at a path.
func stock(t testing.TB, path string, titles ...string) {
	t.Helper()
	ctx := context.Background()
	now := time.Now().Add(-time.Duration(len(titles)+1) * time.Minute)
	lib, err := library.Open(ctx, path, library.Options{Now: func() time.Time { now = now.Add(time.Second); return now }})
	if err != nil {
		t.Fatal(err)
	}
	var made []*briefing.Briefing
	for i, title := range titles {
		made = append(made, entitled(t, fmt.Sprintf("b%d", i), title))
	}
	if _, err := lib.AddAll(ctx, made); err != nil {
		t.Fatal(err)
	}
	if err := lib.Close(); err != nil {
		t.Fatal(err)
	}
}

// entitled is the bundled briefing under another ID and title; it is a draft.
func entitled(t testing.TB, id, title string) *briefing.Briefing {
	t.Helper()
	b := bishkek(t)
	b.ID, b.Title.Text, b.Status = id, title, briefing.StatusDraft
	return b
}

// askFolder asks the person of the next window for a folder.
var askFolder func(done func(dir string))

func onLibrary(t testing.TB, o desk.Window) (*Frame, thread) {
	t.Helper()
	f := start(t)
	c := make(thread, 1000)
	f.post = func(do func()) { c <- do }
	f.make = func(context.Context, article) (*briefing.Briefing, error) { return nil, context.Canceled }
	f.bundled, f.askFolder = o.Bundled, askFolder
	if err := f.begin(openFirst(o, nil), assets.Bishkek()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.work.close(); err != nil {
			t.Error(err)
		}
	})
	f.canvas.(*recorder).window.SetContent(f.stage.Window)
	return f, c
}

// listed are the titles that the list has built rows of.
func listed(f *Frame) []string { return f.library.list.Built() }

func tap(f *Frame, row int, held fyne.KeyModifier, button desktop.MouseButton) {
	l := f.library.list
	ev := &desktop.MouseEvent{Button: button, Modifier: held}
	ev.Position = fyne.NewPos(40, l.Top(row)+20)
	ev.AbsolutePosition = ev.Position
	l.MouseDown(ev)
	l.MouseUp(ev)
	if button == desktop.MouseButtonSecondary {
		l.TappedSecondary(&ev.PointEvent)
	}
}

func typeKey(f *Frame, key fyne.KeyName) { f.library.list.TypedKey(&fyne.KeyEvent{Name: key}) }

func TestLibraryListsLastUsedFirst(t *testing.T) {
	f, c := shelved(t, "First", "Second", "Third")
	if got, want := listed(f), []string{"Third", "Second", "First"}; !slices.Equal(got, want) {
		t.Fatalf("listed %q, want %q", got, want)
	}
	if got := f.index.Briefing.Title.Text; got != "Third" {
		t.Errorf("shows %q, want the one used last", got)
	}
	tap(f, 2, 0, desktop.MouseButtonPrimary)
	c.until(t, "the tapped briefing", func() bool { return f.index.Briefing.Title.Text == "First" })
	if got, want := listed(f), []string{"Third", "Second", "First"}; !slices.Equal(got, want) {
		t.Errorf("opened: listed %q, want %q: the list stays as it is gone through", got, want)
	}
	typeKey(f, fyne.KeyUp)
	typeKey(f, fyne.KeyReturn)
	c.until(t, "the briefing above", func() bool { return f.index.Briefing.Title.Text == "Second" })
}

// However long the list is, only rows in view exist.
func TestLibraryOfManyBuildsFewRows(t *testing.T) {
	if testing.Short() {
		t.Skip("long: left out of -short")
	}
	var titles []string
	for i := range 400 {
		titles = append(titles, fmt.Sprintf("Briefing %d", i))
	}
	f, c := shelved(t, titles...)
	f.library.read()
	c.until(t, "all entries", func() bool { return f.library.list.Len() == 400 })
	typeKey(f, fyne.KeyEnd)
	got := listed(f)
	if len(got) > 30 || !slices.Contains(got, "Briefing 0") {
		t.Errorf("at the end: %d rows from %q, want few and the oldest among them", len(got), got[0])
	}
	typeKey(f, fyne.KeyHome)
	if got := listed(f); len(got) > 30 || got[0] != "Briefing 399" {
		t.Errorf("back at the start: %d rows from %q, want few from the newest", len(got), got[0])
	}
}

func TestLibraryFilters(t *testing.T) {
	f, c := shelved(t, "Draft one", "Draft two")
	lib := f.work.lib
	done := entitled(t, "done", "Reviewed one")
	done.Status = briefing.StatusReviewed
	if _, err := lib.AddAll(context.Background(), []*briefing.Briefing{done}); err != nil {
		t.Fatal(err)
	}
	f.library.choose(library.StateReviewed)
	c.until(t, "the reviewed ones", func() bool { return slices.Equal(listed(f), []string{"Reviewed one"}) })
	if got := f.library.chips[1].Text(); got != "Drafts 2" {
		t.Errorf("the chip of drafts says %q, want their number", got)
	}
	f.library.choose(library.StateTrash)
	c.until(t, "the empty trash", func() bool { return len(f.library.entries) == 0 })
	if !f.library.hint.Visible() || !strings.Contains(f.library.hint.String(), "trash is empty") {
		t.Errorf("an empty trash says %q, shown %v", f.library.hint, f.library.hint.Visible())
	}
	f.library.act.Tapped(nil)
	c.until(t, "everything", func() bool { return len(f.library.entries) == 3 })
	// The bundled article speaks of 2016; none of 1950.
	f.library.askDated()
	field := f.canvas.Focused().(*kit.Field)
	field.SetText("1950")
	f.forms.Now().Save()
	c.until(t, "nothing of 1950", func() bool { return len(f.library.entries) == 0 })
	f.library.askDated()
	f.canvas.Focused().(*kit.Field).SetText("2016")
	f.forms.Now().Save()
	c.until(t, "those of 2016", func() bool { return len(f.library.entries) == 3 })
	if got := f.library.dates.Text(); got != "Dated 2016" {
		t.Errorf("the filter is called %q, want its date", got)
	}
}

// Delete asks nothing, and the notice takes it back.
func TestLibraryTrash(t *testing.T) {
	f, c := shelved(t, "First", "Second", "Third")
	f.library.list.Choose(f.library.entries[0].ID)
	tap(f, 1, fyne.KeyModifierShift, desktop.MouseButtonPrimary)
	if got := len(f.library.chosen()); got != 2 {
		t.Fatalf("Shift chose %d, want 2", got)
	}
	typeKey(f, fyne.KeyDelete)
	c.until(t, "one to be left", func() bool { return slices.Equal(listed(f), []string{"First"}) })
	c.until(t, "the next one to show, and a notice", func() bool { return f.index.Briefing.Title.Text == "First" && f.notice.Visible() })
	if !f.notice.Visible() || len(f.notice.actions) != 1 {
		t.Fatalf("notice %v with %d buttons, want one that restores", f.notice.Visible(), len(f.notice.actions))
	}
	f.notice.actions[0].Tapped(nil)
	c.until(t, "all to be back", func() bool { return len(f.library.entries) == 3 })

	typeKey(f, fyne.KeyDelete)
	c.until(t, "the trash to hold one", func() bool { return f.library.counts.Trashed == 1 })
	f.library.choose(library.StateTrash)
	c.until(t, "the trash to show", func() bool { return f.library.list.Len() == 1 })
	tap(f, 0, 0, desktop.MouseButtonSecondary)
	if f.menu() == nil || !f.menu().Choose("Delete for good…") {
		t.Fatal("the trash offers no way to delete for good")
	}
	f.forms.Now().Save()
	c.until(t, "the trash to be empty", func() bool { return f.library.list.Len() == 0 })
	if n, err := f.work.lib.Size(context.Background(), library.Filter{}); n != 2 || err != nil {
		t.Errorf("%d left (%v), want 2", n, err)
	}
}

func TestLibraryRename(t *testing.T) {
	f, c := shelved(t, "First", "Second")
	for i, want := range []string{"The open one", "Another"} {
		f.library.list.Choose(f.library.entries[i].ID)
		typeKey(f, fyne.KeyF2)
		field, ok := f.canvas.Focused().(*kit.Field)
		if !ok {
			t.Fatal("F2 asks for no title")
		}
		field.SetText(want)
		f.forms.Now().Save()
		id := f.library.entries[i].ID
		c.until(t, "the new title in the list", func() bool { return f.library.entries[i].Title == want })
		e, err := f.work.lib.Entry(context.Background(), id)
		if err != nil || e.Title != want {
			t.Errorf("the library says %q (%v), want %q", e.Title, err, want)
		}
	}
	if got := f.work.undoLabel(); !strings.Contains(got, "title") {
		t.Errorf("undo is called %q, want that of the title", got)
	}
	f.work.undo()
	c.until(t, "the old title", func() bool { return f.index.Briefing.Title.Text == "Second" })
}

func TestLibraryDuplicate(t *testing.T) {
	f, c := shelved(t, "First")
	tap(f, 0, 0, desktop.MouseButtonSecondary)
	if f.menu() == nil || !f.menu().Choose("Duplicate") {
		t.Fatal("no menu that duplicates")
	}
	c.until(t, "the copy to show", func() bool { return f.index.Briefing.Title.Text == "First (copy)" })
	c.until(t, "both to be listed", func() bool { return slices.Equal(listed(f), []string{"First (copy)", "First"}) })
}

// A narrow window has no room for the column: it lies over the others when it is
// asked for, and goes when something was opened.
func TestLibraryInANarrowWindow(t *testing.T) {
	f, c := shelved(t, "First", "Second")
	if w := f.main.Size().Width; !f.library.Visible() || f.main.Position().X != libraryWidth {
		t.Fatalf("wide: column %v, main at %v of %v", f.library.Visible(), f.main.Position().X, w)
	}
	resize(f, 1024, 640)
	if f.library.Visible() || f.main.Position().X != 0 {
		t.Fatalf("narrow: column %v, main at %v, want none and 0", f.library.Visible(), f.main.Position().X)
	}
	ctrlB := &desktop.CustomShortcut{KeyName: fyne.KeyB, Modifier: fyne.KeyModifierShortcutDefault}
	press(t, f, ctrlB)
	if !f.library.Visible() || f.main.Position().X != 0 {
		t.Fatalf("Ctrl+B: column %v, main at %v, want it over the main column", f.library.Visible(), f.main.Position().X)
	}
	// What is below does not get what is clicked beside the list.
	top := fyne.CanvasObject(nil)
	walk(f.library.Box, func(o fyne.CanvasObject, at fyne.Position) bool {
		if _, ok := o.(fyne.Tappable); ok && at.X <= 2 && at.Y <= barHeight+2 && o.Size().Width > 200 {
			top = o
		}
		return true
	})
	if top == nil {
		t.Error("a click beside the list goes through to the briefing")
	}
	tap(f, 1, 0, desktop.MouseButtonPrimary)
	c.until(t, "the other briefing", func() bool { return f.index.Briefing.Title.Text == "First" })
	if f.library.Visible() {
		t.Error("opened: the column still lies over the briefing")
	}
	resize(f, 1360, 860)
	press(t, f, ctrlB)
	if f.library.Visible() || !f.library.hidden {
		t.Error("wide: Ctrl+B leaves the column")
	}
}

// The search shows what the library has, and opens it where the words stand.
func TestSearchFindsInTheLibrary(t *testing.T) {
	f, c := shelved(t, "Plain", "Grain corridor talks", "Wheat")
	f.results.find("corridor")
	c.until(t, "the hit", func() bool { return f.results.lib.rows == 1 })
	f.results.choose()
	c.until(t, "the found briefing", func() bool { return f.index.Briefing.Title.Text == "Grain corridor talks" })

	// A word of a statement picks that statement in the briefing that is opened.
	f.results.find("bloodshed")
	c.until(t, "hits of all", func() bool { return f.results.lib.rows == 3 && !f.results.lib.waiting })
	here := len(f.results.rows) - f.results.lib.rows
	if here == 0 {
		t.Fatal("nothing found in the open briefing")
	}
	i := slices.IndexFunc(f.results.lib.hits, func(h library.Hit) bool { return h.Title == "Wheat" })
	f.results.move(here + i)
	f.results.choose()
	c.until(t, "the other briefing with the place picked", func() bool {
		return f.index.Briefing.Title.Text == "Wheat" && f.Picked() != (panels.Pick{}) && f.index.Has(f.Picked())
	})
	// What was typed last counts, however late an earlier answer comes.
	f.results.find("corr")
	f.results.find("wheat")
	c.until(t, "the answer to the last", func() bool { return !f.results.lib.waiting })
	if hits := f.results.lib.hits; len(hits) != 1 || hits[0].Title != "Wheat" {
		t.Errorf("%d hits, want the one of the last query", len(hits))
	}
}

// Many new briefings go into the library in few steps, and all are there.
func TestKeepMany(t *testing.T) {
	if testing.Short() {
		t.Skip("long: left out of -short")
	}
	f, c := shelved(t, "First")
	var made []*briefing.Briefing
	for i := range 130 {
		made = append(made, entitled(t, fmt.Sprintf("new-%d", i), fmt.Sprintf("New %d", i)))
	}
	f.work.keep(made)
	if !f.task.running() {
		t.Error("no strip shows how far it has come")
	}
	c.until(t, "the first of them", func() bool { return f.index.Briefing.Title.Text == "New 0" })
	if n, err := f.work.lib.Size(context.Background(), library.Filter{}); n != 131 || err != nil {
		t.Errorf("%d in the library (%v), want 131", n, err)
	}
	if f.task.running() {
		t.Error("the strip still shows")
	}
	c.until(t, "all in the list", func() bool { return f.library.list.Len() == 131 })
}

// Of several files all sound ones are kept, and each other is told.
func TestDroppedFilesAreKeptAndTold(t *testing.T) {
	f, c := shelved(t, "First")
	var good bytes.Buffer
	if err := entitled(t, "good", "A good one").Write(&good); err != nil {
		t.Fatal(err)
	}
	o := desk.Window{Bytes: func(path string) ([]byte, error) {
		switch path {
		case "unreadable":
			return nil, fmt.Errorf("unreadable: no such file")
		case "broken":
			return []byte("{"), nil
		}
		return good.Bytes(), nil
	}}
	f.load(o, "unreadable", "broken", "good")
	c.until(t, "the good one", func() bool { return f.index.Briefing.Title.Text == "A good one" })
	c.until(t, "a notice", func() bool { return f.notice.Visible() })
	said := f.notice.text.String()
	if lines := strings.Split(said, "\n"); len(lines) != 2 || !strings.Contains(said, "unreadable") {
		t.Errorf("the notice says %q, want a line for each of the two", said)
	}
}

// retitle is an edit as any.
func retitle(w *workspace, title string) bool {
	return w.edit(func(s *session.Session) error {
		return s.Do(session.Step{Message: "edit.title-text"}, func(b *briefing.Briefing) error {
			b.Title.Text = title
			return nil
		})
	})
}
