package views

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/storage/repository"
	"fyne.io/fyne/v2/test"
)

// Asking where to save leaves the file that is there alone.
func TestAskingKeepsTheFile(t *testing.T) {
	test.NewTempApp(t)
	before, err := repository.ForScheme("file")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { repository.Register("file", before) })
	if !keepFiles() {
		t.Fatal("Fyne's repository of files is not known any more")
	}
	path := filepath.Join(t.TempDir(), "Сводка 1.pdf")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	w, err := storage.Writer(storage.NewFileURI(path))
	if err != nil {
		t.Fatal(err)
	}
	if got := w.URI().Path(); got != filepath.ToSlash(path) {
		t.Errorf("path = %q, want %q", got, path)
	}
	w.Close()
	if got, _ := os.ReadFile(path); string(got) != "old" {
		t.Errorf("the file holds %q, want %q", got, "old")
	}
	if ok, err := storage.CanList(storage.NewFileURI(filepath.Dir(path))); !ok || err != nil {
		t.Errorf("folders cannot be listed any more: %v, %v", ok, err)
	}
}
