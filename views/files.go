package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage/repository"
)

// fileSystem is all that Fyne's dialogs use of its repository of files.
type fileSystem interface {
	repository.AppendableRepository
	repository.DeleteAllRepository
	repository.ListableRepository
	repository.HierarchicalRepository
	repository.CopyableRepository
	repository.MovableRepository
}

// askOnly is a repository of files whose Writer touches nothing. Fyne's save
// dialog opens, and so empties, the file that the person chose, before anything
// is there to write: a full disk or a kill would lose the old one. We only want
// to know its name, and write it in one step.
type askOnly struct{ fileSystem }

// Writer returns a writer that leaves the file as it is.
func (askOnly) Writer(u fyne.URI) (fyne.URIWriteCloser, error) { return named{u}, nil }

type named struct{ uri fyne.URI }

func (n named) URI() fyne.URI               { return n.uri }
func (n named) Write(b []byte) (int, error) { return len(b), nil }
func (n named) Close() error                { return nil }

// keepFiles has the save dialog ask for names only; false when Fyne's files
// are not what they were, and saving must not be offered.
func keepFiles() bool {
	r, err := repository.ForScheme("file")
	if err != nil {
		return false
	}
	files, ok := r.(fileSystem)
	if ok {
		repository.Register("file", askOnly{files})
	}
	return ok
}
