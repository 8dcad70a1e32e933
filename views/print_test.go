package views

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/app/pdf"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
)

// printing opens the print view of the bundled briefing; what runs beside the
// window runs at once.
func printing(t *testing.T, change func(b *briefing.Briefing)) (*Frame, *printView) {
	t.Helper()
	f := start(t)
	f.spawn = func(work func()) { work() }
	b := bishkek(t)
	if change != nil {
		change(b)
	}
	f.Show(b)
	f.openPrint()
	if f.print() == nil {
		t.Fatal("the print view is not open")
	}
	return f, f.print()
}

// What is chosen is laid out anew; what the preview shows is what is written.
func TestPrintViewLaysOut(t *testing.T) {
	_, v := printing(t, nil)
	whole := len(v.doc.Pages)
	if whole < 2 {
		t.Fatalf("%d pages, want card and source", whole)
	}
	v.paper.Objects()[1].(*kit.Button).Tapped(nil)
	if w, h := v.doc.Pages[0].W, v.doc.Pages[0].H; w != 612 || h != 792 {
		t.Errorf("Letter: page of %v by %v", w, h)
	}
	v.options.NoSource, v.options.NoStatements = true, true
	v.lay()
	if got := len(v.doc.Pages); got >= whole {
		t.Errorf("without source and statements: %d pages, want fewer than %d", got, whole)
	}
}

// The timeline alone goes on a sheet of its own, or is cut over several.
func TestPrintViewPoster(t *testing.T) {
	_, v := printing(t, nil)
	v.choosePoster(true)
	v.lay()
	if len(v.doc.Pages) != 1 || v.doc.Pages[0].W < 800 && v.doc.Pages[0].H < 800 {
		t.Errorf("poster: %d pages, the first %v by %v, want one of A3", len(v.doc.Pages), v.doc.Pages[0].W, v.doc.Pages[0].H)
	}
	if !v.poster.Visible() {
		t.Error("the sizes of a poster cannot be chosen")
	}
	v.options.Tile = true
	v.lay()
	if len(v.doc.Pages) < 2 {
		t.Errorf("cut over sheets: %d pages, want several", len(v.doc.Pages))
	}
}

func TestPrintViewSaves(t *testing.T) {
	f, v := printing(t, nil)
	path := filepath.Join(t.TempDir(), "Сводка для встречи.pdf")
	asked, opened := "", ""
	f.askSave = func(name string, done func(string)) { asked = name; done(path) }
	f.openFile = func(p string) { opened = p }
	v.save()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(asked, ".pdf") || !strings.HasPrefix(asked, "Kyrgyz minister") {
		t.Errorf("asked for %q, want the title with .pdf", asked)
	}
	if opened != path {
		t.Errorf("opened %q, want %q", opened, path)
	}
	file, err := pdf.Attached(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	b, err := briefing.Read(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if b.Title.Text != v.b.Title.Text {
		t.Errorf("attached: title %q, want %q", b.Title.Text, v.b.Title.Text)
	}

	v.attach = false
	v.save()
	if data, err = os.ReadFile(path); err != nil {
		t.Fatal(err)
	}
	if _, err := pdf.Attached(bytes.NewReader(data), int64(len(data))); err == nil {
		t.Error("without attaching: a briefing is attached")
	}
}

// What cannot be written is said, and the old file stays.
func TestPrintViewCannotSave(t *testing.T) {
	f, v := printing(t, nil)
	f.askSave = func(_ string, done func(string)) { done(filepath.Join(t.TempDir(), "no", "such", "folder.pdf")) }
	f.openFile = func(p string) { t.Errorf("opened %q, which was not written", p) }
	v.save()
	if got := v.message.String(); !strings.Contains(got, "folder.pdf could not be written") {
		t.Errorf("message = %q, want that it could not be written", got)
	}
}

func TestPrintViewSends(t *testing.T) {
	f, v := printing(t, nil)
	v.paper.Objects()[1].(*kit.Button).Tapped(nil)
	var size, title string
	f.sendJob = func(_ context.Context, path, name, paper string) (string, bool, error) {
		data, err := os.ReadFile(path)
		if err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
			t.Errorf("sent %.8q, %v, want a PDF", data, err)
		}
		title, size = name, paper
		return "with the printer", false, nil
	}
	v.send()
	if size != "Letter" || title != v.b.Title.Text {
		t.Errorf("sent %q on %q", title, size)
	}
	if got := v.message.String(); got != "with the printer" {
		t.Errorf("message = %q, want what the printer said", got)
	}
	f.sendJob = func(context.Context, string, string, string) (string, bool, error) {
		return "", false, os.ErrPermission
	}
	v.send()
	if got := v.message.String(); !strings.Contains(got, "Printing did not work") {
		t.Errorf("message = %q, want that it failed", got)
	}
}

// A briefing with faults prints nothing, and the faults are listed.
func TestPrintViewListsFaults(t *testing.T) {
	f, v := printing(t, func(b *briefing.Briefing) { b.Statements[2].Speaker = "nobody" })
	if v.doc != nil {
		t.Error("a faulty briefing was laid out")
	}
	if got := v.message.String(); !strings.Contains(got, "$.statements[2].speaker") {
		t.Errorf("message = %q, want the fault's path", got)
	}
	f.askSave = func(string, func(string)) { t.Error("saving was offered") }
	v.save()
	v.send()
}

func TestPrintViewCloses(t *testing.T) {
	f, _ := printing(t, nil)
	f.stage.Key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if f.print() != nil || f.stage.Window.Objects[0] != f.root {
		t.Error("Escape: the print view is still open")
	}
}

func TestFileName(t *testing.T) {
	for title, want := range map[string]string{
		"Grain talks: who pays?":    "Grain talks who pays",
		"":                          "briefing",
		"../../etc/passwd":          "etcpasswd",
		"report\u202egnp.exe":       "reportgnp.exe",
		"CON":                       "_CON",
		"…":                         "…",
		strings.Repeat("long ", 40): strings.TrimSpace(strings.Repeat("long ", 11)) + " long",
		"وزير الداخلية":             "وزير الداخلية",
	} {
		b := &briefing.Briefing{Title: briefing.Line{Text: title}}
		if got := fileName(b); got != want {
			t.Errorf("%q: file name = %q, want %q", title, got, want)
		}
	}
}
