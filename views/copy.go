package views

import (
	"context"
	"io"
	"log"
	"path/filepath"

	"briefline/app/safefile"
)

// saveCopy asks for a file and writes the open briefing there, in one step: what
// stood there stays when writing fails. A briefing of the library that was
// imported and not changed is written byte for byte as it came.
func (f *Frame) saveCopy() {
	if f.askSave == nil || f.index == nil {
		return
	}
	b, id, lib := f.index.Briefing, f.work.id, f.work.lib
	f.work.flush()
	if f.work.waits(id) {
		id = "" // the library has an older version
	}
	f.askSave(fileName(b)+".briefing", func(path string) {
		f.background(func() func() {
			var err error
			if lib != nil && id != "" {
				err = lib.ExportFile(context.Background(), id, path)
			} else {
				err = safefile.Write(path, 0o644, func(w io.Writer) error { return b.Write(w) })
			}
			return func() { f.copied(path, err) }
		})
	})
}

// copied tells what became of a copy.
func (f *Frame) copied(path string, err error) {
	if err != nil {
		log.Print(err)
		f.Say(f.words.Text("copy.failed", "file", filepath.Base(path), "reason", reason(err)))
		return
	}
	f.tell(f.words.Text("copy.saved", "file", filepath.Base(path)))
}
