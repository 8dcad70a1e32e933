package views

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"briefline/app/briefing"
	"briefline/app/desk"
	"briefline/app/edtf"
	"briefline/app/library"
	"briefline/assets"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// shelf is a window over a library in a folder of its own.
func shelf(t *testing.T) (*Frame, *library.Library) {
	t.Helper()
	f := start(t)
	f.canvas.(*recorder).window.SetContent(f.stage.Window)
	f.spawn = func(work func()) { work() }
	lib, err := library.Open(context.Background(), filepath.Join(t.TempDir(), library.FileName), library.Options{Bundled: assets.Bishkek()})
	if err != nil {
		t.Fatal(err)
	}
	f.work = newWorkspace(f, lib)
	t.Cleanup(func() {
		if err := f.work.close(); err != nil {
			t.Error(err)
		}
	})
	return f, lib
}

// titled is a sound briefing of its own, of an article of its own.
func titled(t testing.TB, title string) *briefing.Briefing {
	b := bishkek(t).Clone()
	b.ID, b.Title.Text, b.Title.Stress, b.Status = strings.ToLower(title), title, "", briefing.StatusDraft
	b.Sources[0].Text += "\n" + title // an article that no library has yet
	return b
}

// noticed is what the notice above the card says; empty while it is hidden.
func noticed(f *Frame) string {
	if !f.notice.Visible() {
		return ""
	}
	return f.notice.text.String()
}

func TestDraftOpensAndIsKept(t *testing.T) {
	f, lib := shelf(t)
	f.make = func(_ context.Context, a article) (*briefing.Briefing, error) {
		return titled(t, "Made of "+a.label()), nil
	}
	f.draft(article{name: "/home/ann/story.html"})
	if got := f.index.Briefing.Title.Text; got != "Made of story.html" {
		t.Errorf("got %q open, want the draft", got)
	}
	entries, err := lib.List(context.Background(), library.Filter{State: library.StateDraft})
	if err != nil || len(entries) != 1 || entries[0].ID != f.work.id {
		t.Errorf("the library holds %v (%v), want the draft that is open", entries, err)
	}
	if f.task.Visible() || f.task.running() {
		t.Error("the strip of the work still shows")
	}
}

// Of several, those that can be read are kept, and each failure is told.
func TestDraftManyTellsFailures(t *testing.T) {
	f, lib := shelf(t)
	f.make = func(_ context.Context, a article) (*briefing.Briefing, error) {
		if strings.Contains(a.name, "bad") {
			return nil, fmt.Errorf("%s is a picture.", a.name)
		}
		return titled(t, a.name), nil
	}
	var articles []article
	for i := range 12 {
		name := fmt.Sprintf("good%d", i)
		if i%4 == 3 {
			name = fmt.Sprintf("bad%d", i)
		}
		articles = append(articles, article{name: name})
	}
	f.draft(articles...)
	entries, err := lib.List(context.Background(), library.Filter{State: library.StateDraft})
	if err != nil || len(entries) != 9 {
		t.Errorf("the library holds %d drafts (%v), want 9", len(entries), err)
	}
	for _, want := range []string{"9 of 12", "bad3 is a picture.", "bad7", "bad11"} {
		if !strings.Contains(noticed(f), want) {
			t.Errorf("the notice says %q, want %q in it", noticed(f), want)
		}
	}
	if got := f.index.Briefing.Title.Text; got != "good0" {
		t.Errorf("got %q open, want the first", got)
	}
}

// Cancelling keeps what is done, and leaves open what was open.
func TestDraftIsCancelled(t *testing.T) {
	f, lib := shelf(t)
	f.work.open(bishkek(t), "", 0, nil)
	f.make = func(ctx context.Context, a article) (*briefing.Briefing, error) {
		if a.name == "slow" {
			f.task.stop.Tapped(nil)
			return nil, ctx.Err()
		}
		return titled(t, a.name), nil
	}
	f.draft(article{name: "slow"})
	if f.index.Briefing.ID != "bishkek" || noticed(f) != "" {
		t.Errorf("open is %q, the notice says %q; want what was open, and nothing", f.index.Briefing.ID, noticed(f))
	}
	var stop context.CancelFunc
	f.spawn = func(work func()) {
		stop = f.task.cancel
		work()
	}
	f.make = func(ctx context.Context, a article) (*briefing.Briefing, error) {
		if a.name == "slow" {
			stop()
			return nil, context.Canceled
		}
		return titled(t, a.name), nil
	}
	f.draft(article{name: "one"}, article{name: "two"}, article{name: "slow"}, article{name: "slow"}, article{name: "slow"})
	entries, err := lib.List(context.Background(), library.Filter{State: library.StateDraft})
	if err != nil || len(entries) == 0 {
		t.Errorf("the library holds %d drafts (%v), want what was done", len(entries), err)
	}
	if !strings.Contains(noticed(f), "Stopped") {
		t.Errorf("the notice says %q, want that it was stopped", noticed(f))
	}
}

func TestFailedDraftKeepsWhatWasPasted(t *testing.T) {
	f, _ := shelf(t)
	f.work.open(bishkek(t), "", 0, nil)
	f.make = func(context.Context, article) (*briefing.Briefing, error) {
		return nil, errors.New("It cannot be reached.")
	}
	press(t, f, &desktop.CustomShortcut{KeyName: fyne.KeyN, Modifier: fyne.KeyModifierShortcutDefault})
	if f.asking() == nil {
		t.Fatal("the view that asks for an article is not there")
	}
	const link = "https://example.org/story"
	f.asking().field.SetText(link)
	f.asking().make.Tapped(nil)
	if f.asking() == nil || f.asking().field.Text != link {
		t.Fatal("what was pasted is gone")
	}
	if got := f.asking().notice.text.String(); !strings.Contains(got, "cannot be reached") {
		t.Errorf("the view says %q, want why there is no draft", got)
	}
	var asked article
	f.make = func(_ context.Context, a article) (*briefing.Briefing, error) {
		asked = a
		return titled(t, "There"), nil
	}
	f.asking().make.Tapped(nil)
	if f.asking() != nil || f.index.Briefing.Title.Text != "There" {
		t.Error("the draft does not show")
	}
	if asked.name != link || asked.text != "" {
		t.Errorf("asked for %+v, want the link by its name", asked)
	}
}

func TestPasteDrafts(t *testing.T) {
	f, _ := shelf(t)
	f.work.open(bishkek(t), "", 0, nil)
	var asked []article
	f.make = func(_ context.Context, a article) (*briefing.Briefing, error) {
		asked = append(asked, a)
		return titled(t, "Pasted"), nil
	}
	text := strings.Repeat("A sentence of an article. ", 10)
	for _, tt := range []struct {
		clip, name, text string
	}{
		{"word", "", ""},
		{text, "the pasted text", text},
		{" https://example.org/a \n", "https://example.org/a", ""},
	} {
		asked = nil
		fyne.CurrentApp().Clipboard().SetContent(tt.clip)
		press(t, f, &fyne.ShortcutPaste{})
		switch {
		case tt.name == "":
			if len(asked) != 0 || !strings.Contains(noticed(f), "no article on the clipboard") {
				t.Errorf("%q: asked for %v, said %q, want nothing but a word on why", tt.clip, asked, noticed(f))
			}
		case len(asked) != 1 || asked[0].name != tt.name || asked[0].text != tt.text:
			t.Errorf("%q: asked for %+v, want %q, %q", tt.clip, asked, tt.name, tt.text)
		}
	}
}

// Files that are dropped come to their place: briefings into the library,
// articles to be drafted, folders with all that is in them.
func TestDroppedFilesAreSorted(t *testing.T) {
	f, lib := shelf(t)
	f.work.open(bishkek(t), "", 0, nil)
	dir := t.TempDir()
	for name, data := range map[string]string{"in/a.txt": "A", "in/deep/b.html": "B", "in/.hidden": "H", "own.briefing": string(assets.Bishkek())} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var lock sync.Mutex
	var asked []string
	f.make = func(_ context.Context, a article) (*briefing.Briefing, error) {
		lock.Lock()
		defer lock.Unlock()
		asked = append(asked, a.label())
		return titled(t, a.label()), nil
	}
	o := desk.Window{Bytes: func(path string) ([]byte, error) {
		switch filepath.Ext(path) {
		case ".briefing":
			return os.ReadFile(path)
		case ".broken":
			return nil, errors.New("broken")
		}
		return nil, nil
	}}
	f.load(o, filepath.Join(dir, "in"), filepath.Join(dir, "own.briefing"), filepath.Join(dir, "no.broken"))
	if slices.Sort(asked); strings.Join(asked, " ") != "a.txt b.html" {
		t.Errorf("drafted %q, want both articles of the folder", asked)
	}
	entries, err := lib.List(context.Background(), library.Filter{})
	if err != nil || len(entries) != 3 {
		t.Errorf("the library holds %d briefings (%v), want the bundled one and two drafts", len(entries), err)
	}
	if !strings.Contains(noticed(f), "broken") {
		t.Errorf("the notice says %q, want that one file is broken", noticed(f))
	}
}

// The publication date is given in the ledger; the form says what it understood
// and refuses what is no date, and undo takes it back.
func TestPublicationDateIsCorrected(t *testing.T) {
	f, _ := shelf(t)
	f.work.open(bishkek(t), "", 0, nil)
	var redated []string
	f.redate = func(b *briefing.Briefing, source string, published briefing.Dating) {
		b.SourceByID(source).Published = published
		redated = append(redated, published.EDTF.String())
	}
	f.desk.Publish("mna")
	field := f.canvas.Focused().(*kit.Field)
	field.SetText("32 May 2024")
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if f.form() == nil || len(redated) != 0 {
		t.Fatalf("the form took what is no date: %v", redated)
	}
	field.SetText("3 May 2024")
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if f.form() != nil {
		t.Fatal("the form is still open")
	}
	s := f.index.Briefing.SourceByID("mna")
	if s.Published.EDTF != edtf.MustParse("2024-05-03") || s.Published.Basis != briefing.BasisAdded || s.Published.Note == "" {
		t.Errorf("published %+v, want 3 May 2024, added, with a note", s.Published)
	}
	if label := f.work.undoLabel(); !strings.Contains(label, "publication date") {
		t.Errorf("undo is called %q", label)
	}
	press(t, f, &fyne.ShortcutUndo{})
	if s := f.index.Briefing.SourceByID("mna"); !s.Published.EDTF.IsZero() {
		t.Errorf("after undo published %s, want no date", s.Published.EDTF)
	}
	f.desk.Publish("mna")
	f.stage.Key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if f.form() != nil {
		t.Error("Escape leaves the form open")
	}
}
