package library

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"briefline/app/safefile"
)

// place is where an open library stands: its file and the log beside it, as they
// were when it was opened. A file that is deleted, renamed or replaced while it is
// open goes on taking what is written to it, and nobody finds that again; with the
// log SQLite does not look (sqlite.org/howtocorrupt.html, 4.1).
type place struct {
	path      string
	file, log fs.FileInfo // log is nil where there is none
}

// standsAt takes down where a library stands that is open. The caller has read of
// it, so that the log is there.
func standsAt(path string) (*place, error) {
	file, err := identify(path)
	if err != nil {
		return nil, err
	}
	p := &place{path: path, file: file}
	if p.log, err = identify(path + "-wal"); errors.Is(err, fs.ErrNotExist) {
		return p, nil
	}
	return p, err
}

// identify returns which file a path names: its device and inode, on Windows its
// file ID. There the ID is read when two files are compared first, so that is done
// here.
func identify(path string) (fs.FileInfo, error) {
	info, err := os.Stat(path)
	if err == nil {
		os.SameFile(info, info)
	}
	return info, err
}

// check compares path and open file. Errors: [ErrMoved], or one of the file
// system.
func (p *place) check() error {
	if p == nil {
		return nil
	}
	if err := unmoved(p.path, p.file); err != nil {
		return err
	}
	if p.log != nil {
		return unmoved(p.path+"-wal", p.log)
	}
	return nil
}

func unmoved(path string, open fs.FileInfo) error {
	now, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return fmt.Errorf("%w: %s is not there", ErrMoved, filepath.Base(path))
	case err != nil:
		return err
	case !os.SameFile(now, open):
		return fmt.Errorf("%w: another %s stands in its place", ErrMoved, filepath.Base(path))
	}
	return nil
}

// InPlace reports whether the library's path still names the file that is open.
// It takes some microseconds. Errors: [ErrMoved], and then [Library.Rescue] keeps
// what was saved; one of the file system.
func (l *Library) InPlace() error { return l.place.check() }

// Rescue writes all that was saved into a copy beside the backups, for a library
// whose file was taken away from it: the open file still has everything. The copy
// is a [Backup] that is never pruned, and [Rescued] finds it at the next start.
//
// Where the library's folder cannot be written any more, the copy goes to the
// folder of [DefaultPath].
func (l *Library) Rescue(ctx context.Context) (Backup, error) {
	if l.write == nil {
		return Backup{}, ErrReadOnly
	}
	dirs := []string{backupDir(l.path)}
	if usual, err := DefaultPath(); err == nil && filepath.Dir(usual) != filepath.Dir(l.path) {
		dirs = append(dirs, backupDir(usual))
	}
	day := l.now().UTC().Format(time.DateOnly)
	var failed error
	for _, dir := range dirs {
		for n := 1; ; n++ {
			path := filepath.Join(dir, fmt.Sprintf("%s-%s-rescued-%d.db", stem(l.path), day, n))
			if _, err := os.Lstat(path); err == nil {
				continue
			}
			err := l.turn(ctx, func(t *txn) error {
				return writeCopy(path, l.now(), func(to string) error {
					_, err := t.w.conn.ExecContext(ctx, "VACUUM INTO $1", to)
					return err
				})
			})
			if err == nil {
				b, ok := backupAt(l.path, path)
				if !ok {
					return b, fmt.Errorf("rescue library: %q is not there", path)
				}
				return b, nil
			}
			failed = errors.Join(failed, err)
			break
		}
	}
	return Backup{}, classify(failed)
}

// Rescued returns the copies that [Library.Rescue] made for the library at path
// and that nobody has taken over yet, newest first.
func Rescued(path string) ([]Backup, error) {
	all, err := Backups(path)
	var out []Backup
	for _, b := range all {
		if b.Rescued && !b.Taken {
			out = append(out, b)
		}
	}
	return out, err
}

// TakeRescued marks a rescued copy as taken over: it stays among the backups, and
// is not offered again.
func TakeRescued(b Backup) error {
	if !b.Rescued || b.Taken {
		return nil
	}
	return os.Rename(b.Path, strings.TrimSuffix(b.Path, ".db")+"-taken.db")
}

// writeCopy has write make a file and puts it at path in one step. The file is for
// the person's eyes alone, and is removed when it is not finished, by a later start
// when not by this one.
func writeCopy(path string, now time.Time, write func(to string) error) error {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	safefile.Clean(dir, now)
	unfinished := safefile.Temporary(dir)
	// SQLite takes an empty file as one that it may fill, and keeps its mode.
	f, err := os.OpenFile(unfinished, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	err = f.Close()
	if err == nil {
		err = write(unfinished)
	}
	if err == nil {
		err = syncFile(unfinished)
	}
	if err == nil {
		err = os.Rename(unfinished, path)
	}
	if err != nil {
		return errors.Join(err, removeAll(unfinished, unfinished+"-journal"))
	}
	syncFolder(dir)
	return nil
}

// removeAll removes files that may not be there.
func removeAll(paths ...string) (err error) {
	for _, path := range paths {
		if gone := os.Remove(path); !errors.Is(gone, fs.ErrNotExist) {
			err = errors.Join(err, gone)
		}
	}
	return err
}

// synced are folders that a program copies to other machines as their files
// change, by a part of their path in small letters.
var synced = []struct{ part, service string }{
	{"dropbox", "Dropbox"}, {"onedrive", "OneDrive"}, {"google drive", "Google Drive"}, {"googledrive", "Google Drive"}, {"my drive", "Google Drive"},
	{"mobile documents", "iCloud"}, {"icloud", "iCloud"}, {"cloudstorage", "CloudStorage"}, {"nextcloud", "Nextcloud"}, {"owncloud", "ownCloud"},
	{"syncthing", "Syncthing"}, {"megasync", "MEGA"}, {"pcloud", "pCloud"}, {"box sync", "Box"}, {"seafile", "Seafile"}, {"yandex.disk", "Yandex"},
}

// Synced returns the program that copies the folder of the library at path to
// other machines, as far as the folder's name tells or a mark of it lies there;
// empty: none that is known. A copy taken while the library is open may be damaged,
// and a copy put back takes the place of the open file.
func Synced(path string) (service string) {
	path, err := filepath.Abs(path)
	if err != nil {
		return ""
	}
	for dir := filepath.Dir(path); ; dir = filepath.Dir(dir) {
		name := strings.ToLower(filepath.Base(dir))
		for _, s := range synced {
			if strings.HasPrefix(name, s.part) {
				return s.service
			}
		}
		for mark, service := range map[string]string{".dropbox": "Dropbox", ".stfolder": "Syncthing", ".sync": "Resilio"} {
			if _, err := os.Lstat(filepath.Join(dir, mark)); err == nil && dir != filepath.Dir(dir) && !isHome(dir) {
				return service
			}
		}
		if dir == filepath.Dir(dir) {
			return ""
		}
	}
}

// isHome reports whether dir is the person's own, where such programs keep their
// settings.
func isHome(dir string) bool {
	home, err := os.UserHomeDir()
	return err == nil && filepath.Clean(home) == dir
}
