package library

import (
	"context"
	"io"

	"briefline/app/briefing"
	"briefline/app/safefile"
)

// File is a briefing file that is to be imported.
type File struct {
	Name string // for the caller; the library does not look at it
	Data []byte
}

// Imported is what became of a [File].
type Imported struct {
	Name string
	ID   string // what the library calls the briefing; empty with Err
	// Known says that the library had this version already, and nothing was
	// added. Revision is which one of the briefing it is: when that is not the
	// current one, the library holds a later version of the file.
	Known    bool
	Revision int64
	// Beside is another briefing of the library whose file has the same ID and
	// says something else: the two are versions of one. Empty: none.
	Beside string
	// Mended is the first of what could not be drawn and was put right; empty:
	// nothing. The file itself is kept, and exported as it came while nothing is
	// edited.
	Mended briefing.Fault
	Err    error // *briefing.FileError, briefing.ErrTooLarge
}

// Import takes briefing files into the library in one transaction, in their
// order, and returns what became of each. A file's own history and ID stay as
// they are, and nothing in the library is replaced: a file that says something
// else than the briefing of the same ID comes to stand beside it. What was in the
// trash comes out of it.
//
// The error is one of writing, and then no file was imported. Import some fifty
// at a time to show progress and to be able to stop.
func (l *Library) Import(ctx context.Context, files ...File) ([]Imported, error) {
	out := make([]Imported, len(files))
	documents := make([]document, len(files))
	for i, f := range files {
		out[i].Name = f.Name
		documents[i], out[i].Err = readFile(f.Data)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	err := l.transact(ctx, func(t *txn) error {
		for i, d := range documents {
			if out[i].Err != nil {
				continue
			}
			got, err := l.take(t, d)
			if err != nil {
				return err
			}
			got.Name, got.Mended = out[i].Name, d.mended
			out[i] = got
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// take imports one document.
func (l *Library) take(t *txn, d document) (Imported, error) {
	type candidate struct {
		key, trashed int64
		id           string
	}
	var candidates []candidate
	err := t.each("SELECT d.key, d.id, e.trashed FROM document d JOIN entry e ON e.key = d.key WHERE d.file = $1 ORDER BY e.trashed <> 0, d.key", []any{d.briefing.ID}, func(r scanner) error {
		var c candidate
		err := r.Scan(&c.key, &c.id, &c.trashed)
		candidates = append(candidates, c)
		return err
	})
	if err != nil {
		return Imported{}, err
	}
	for _, c := range candidates {
		known := Imported{ID: c.id, Known: true}
		err := found(t.row("SELECT revision FROM revision WHERE doc = $1 AND digest = $2 ORDER BY revision DESC LIMIT 1", c.key, d.digest).Scan(&known.Revision))
		if err == ErrMissing {
			continue
		}
		if err != nil {
			return Imported{}, err
		}
		if err := t.keepOriginal(c.key, &d); err != nil {
			return Imported{}, err
		}
		if c.trashed != 0 {
			if _, err := t.exec("UPDATE entry SET trashed = 0 WHERE key = $1", c.key); err != nil {
				return Imported{}, err
			}
			if err := t.reindexOne(c.key, 0); err != nil {
				return Imported{}, err
			}
			if err := t.note(c.id, ChangeRestored, known.Revision, l.owner); err != nil {
				return Imported{}, err
			}
		}
		return known, nil
	}
	id, err := l.insert(t, &d, KindImported)
	added := Imported{ID: id, Revision: 1}
	if len(candidates) > 0 {
		added.Beside = candidates[0].id
	}
	return added, err
}

// Export returns the file of a briefing's current version: byte for byte the one
// that was imported when the briefing says the same, else the canonical form.
// Errors: [ErrMissing], [ErrDamaged].
func (l *Library) Export(ctx context.Context, id string) ([]byte, error) {
	var body, sum, packed []byte
	err := l.read.row(ctx, `SELECT d.body, d.digest, o.body FROM document d LEFT JOIN original o ON o.doc = d.key AND o.digest = d.digest WHERE d.id = $1`,
		[]any{id}, &body, &sum, &packed)
	if err != nil {
		return nil, missing(id, err)
	}
	if packed != nil {
		return unpack(packed)
	}
	if body, err = stretch(body); err != nil {
		return nil, err
	}
	return body, intact(id, body, sum)
}

// ExportFile writes the file of a briefing to path in one step: a failure leaves
// what was there. Errors: those of [Library.Export] and safefile.Write.
func (l *Library) ExportFile(ctx context.Context, id, path string) error {
	data, err := l.Export(ctx, id)
	if err != nil {
		return err
	}
	return classify(safefile.Write(path, 0o644, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	}))
}
