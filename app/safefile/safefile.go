// Package safefile replaces a file in one step: readers see the old bytes or
// the new ones, never a part of either, also after a power cut.
package safefile

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

// Write calls write with a temporary file beside path, brings its bytes to the
// disk and renames it to path. When write or any step fails, path is as it was
// and the temporary file is gone; the error is write's own or an *fs.PathError
// or *os.LinkError that names the file.
//
// A symbolic link is followed, so it stays a link. The mode of a file that
// exists is kept, a new file gets perm less the umask. What is no regular file
// (/dev/null, a pipe) cannot be replaced and is written to directly.
func Write(path string, perm fs.FileMode, write func(io.Writer) error) error {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	case info.IsDir():
		return &fs.PathError{Op: "write", Path: path, Err: errors.New("is a directory")}
	case !info.Mode().IsRegular():
		return writeDirect(path, write)
	default:
		perm = info.Mode().Perm()
	}

	f, err := createBeside(path, perm)
	if err != nil {
		return err
	}
	if err := fill(f, write); err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	if info != nil {
		// The umask may have taken away what the old file had.
		if err := os.Chmod(f.Name(), perm); err != nil {
			return errors.Join(err, os.Remove(f.Name()))
		}
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return syncFolder(filepath.Dir(path))
}

// fewNames is how many names of a folder are looked at for leftovers: a thousand
// files written into one folder take time in proportion to their number.
const fewNames = 256

// createBeside opens a new file in the folder of path: a rename is one step
// only within a file system. While it is being written nobody else reads it; what
// an earlier process left in the folder when it died goes.
func createBeside(path string, perm fs.FileMode) (*os.File, error) {
	dir := filepath.Dir(path)
	clean(dir, time.Now(), fewNames)
	return os.OpenFile(Temporary(dir), os.O_RDWR|os.O_CREATE|os.O_EXCL, perm)
}

func fill(f *os.File, write func(io.Writer) error) error {
	w := bufio.NewWriterSize(f, 64<<10)
	err := write(w)
	if err == nil {
		err = w.Flush()
	}
	if err == nil {
		err = f.Sync()
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	return err
}

func writeDirect(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 64<<10)
	err = write(w)
	if err == nil {
		err = w.Flush()
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	return err
}

// syncFolder makes the rename itself survive a power cut. Windows cannot sync a
// folder, and some network file systems refuse to: the bytes are safe by then,
// so that is no failure.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return nil
	}
	_ = d.Sync()
	return d.Close()
}
