// Package settings keeps what the program remembers between two starts: the
// window's size, the theme, the last file and the open tab. One small JSON file
// holds it, and losing that file loses nothing of the reader's work.
package settings

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"briefline/app/safefile"
)

// Theme is how the window is coloured.
type Theme string

// The themes. ThemeSystem follows the desktop and is the default.
const (
	ThemeSystem Theme = "system"
	ThemeLight  Theme = "light"
	ThemeDark   Theme = "dark"
)

// Settings are the values of the file. Change the fields and Save; the value is
// plain and may be copied. Members of the file that this version does not know,
// or whose value it does not understand, are written back as they were.
type Settings struct {
	Width, Height float32 // window size in points; 0 = never stored
	Theme         Theme   // one of the themes, never empty after Load
	LastFile      string  // path of the briefing opened last; empty = the bundled one
	Tab           string  // name of the open tab of the side panel; empty = the first
	HintClosed    bool    // the hint for newcomers was closed
	LibraryHidden bool    // the library's column was closed
	Library       string  // path of the library that the person chose; empty = the usual one

	Libraries []string // paths that have held a library, last used first
	Warned    []string // libraries in synced folders that the person was warned of

	members map[string]json.RawMessage // of the file that was read
	read    map[string]json.RawMessage // what the fields stood for then, as JSON
	hold    error                      // why the file there must not be replaced
}

// BrokenError says that the settings file was no JSON object. Its bytes were
// kept under another name.
type BrokenError struct {
	Path string // the settings file
	Kept string // where its bytes are now; empty when they could not be moved
	Err  error  // what is wrong with it
}

// Error names the file and where its bytes are.
func (e *BrokenError) Error() string {
	if e.Kept == "" {
		return fmt.Sprintf("read settings %q: %v", e.Path, e.Err)
	}
	return fmt.Sprintf("read settings %q: %v (kept as %q)", e.Path, e.Err, e.Kept)
}

// Unwrap returns the cause.
func (e *BrokenError) Unwrap() error { return e.Err }

const (
	// maxBytes bounds what Load takes into memory. The file has some hundred.
	maxBytes = 1 << 20
	// A window smaller than this cannot be used, in points. One larger is on no
	// screen, and more than some graphics drivers can draw.
	minSize, maxSize = 200, 7680
	// maxKept bounds the search for a free name of a broken file.
	maxKept = 100
)

// Default returns the settings of a first start.
func Default() Settings { return Settings{Theme: ThemeSystem} }

// Path returns where the settings file belongs for this user:
// briefline/settings.json in os.UserConfigDir. The error is that function's.
func Path() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "briefline", "settings.json"), nil
}

// Load reads the settings file. The returned settings are always usable: a file
// that is missing gives the defaults and no error, one that cannot be read the
// defaults and the error, and one that is no JSON object the defaults and a
// *BrokenError, after its bytes were moved to path + ".broken" (or ".broken-2",
// and so on, so that no earlier one is lost). A single value of the wrong type
// or out of range counts as not set.
func Load(path string) (Settings, error) {
	s := Default()
	data, broken, err := readFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		s.hold = err
		return s, err
	}
	var members map[string]json.RawMessage
	if broken == nil {
		broken = json.Unmarshal(data, &members)
	}
	if broken == nil && members == nil {
		broken = errors.New("null instead of an object")
	}
	if broken != nil {
		err := &BrokenError{Path: path, Kept: setAside(path), Err: broken}
		if err.Kept == "" {
			s.hold = err
		}
		return s, err
	}

	s.members = members
	for name, field := range s.fields() {
		if raw, ok := members[name]; ok {
			// A value of the wrong type leaves the field as it is.
			_ = json.Unmarshal(raw, field)
		}
	}
	s.mend()
	s.read, err = s.encode()
	return s, err
}

// maxLibraries is how many paths of libraries are remembered.
const maxLibraries = 50

// Knows reports whether the path has held a library.
func (s *Settings) Knows(library string) bool { return slices.Contains(s.Libraries, library) }

// Remember says that the path holds a library. It reports whether that is news.
func (s *Settings) Remember(library string) (news bool) {
	if len(s.Libraries) > 0 && s.Libraries[0] == library {
		return false
	}
	others := slices.DeleteFunc(slices.Clone(s.Libraries), func(p string) bool { return p == library })
	s.Libraries = append([]string{library}, others[:min(len(others), maxLibraries-1)]...)
	return true
}

// Warn says that the person is warned of a library, and reports whether that is
// the first time.
func (s *Settings) Warn(library string) (first bool) {
	if slices.Contains(s.Warned, library) {
		return false
	}
	s.Warned = append(slices.Clone(s.Warned), library)
	return true
}

// Save writes the settings to path in one step, making its folder when there is
// none. What another window wrote there since stays, where this one has not changed
// the same. A failed save leaves the file as it was. When Load could neither read
// the file nor set it aside, Save leaves it alone and returns Load's error.
func (s Settings) Save(path string) error {
	if s.hold != nil {
		return s.hold
	}
	members := s.members
	if data, broken, err := readFile(path); err == nil && broken == nil {
		var theirs map[string]json.RawMessage
		if json.Unmarshal(data, &theirs) == nil && theirs != nil {
			members = theirs
		}
	}
	out := make(map[string]json.RawMessage, len(members)+8)
	for name, raw := range members {
		out[name] = raw
	}
	now, err := s.encode()
	if err != nil {
		return err
	}
	for name, raw := range now {
		_, inFile := members[name]
		if inFile && bytes.Equal(raw, s.read[name]) {
			continue // unchanged: keep the file's own spelling, understood or not
		}
		out[name] = raw
	}
	data, err := json.MarshalIndent(out, "", "  ")
	if err != nil {
		return fmt.Errorf("write settings: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return safefile.Write(path, 0o600, func(w io.Writer) error {
		_, err := w.Write(append(data, '\n'))
		return err
	})
}

// fields are the members of the file and where their values live.
func (s *Settings) fields() map[string]any {
	return map[string]any{
		"width":      &s.Width,
		"height":     &s.Height,
		"theme":      &s.Theme,
		"lastFile":   &s.LastFile,
		"tab":        &s.Tab,
		"hintClosed": &s.HintClosed,

		"libraryHidden": &s.LibraryHidden,
		"library":       &s.Library,
		"libraries":     &s.Libraries,
		"warned":        &s.Warned,
	}
}

func (s Settings) encode() (map[string]json.RawMessage, error) {
	out := make(map[string]json.RawMessage)
	for name, field := range s.fields() {
		raw, err := json.Marshal(field)
		if err != nil {
			return nil, fmt.Errorf("write settings: %s: %w", name, err)
		}
		out[name] = raw
	}
	return out, nil
}

// mend replaces what no window can use.
func (s *Settings) mend() {
	ok := func(points float32) bool { return points >= minSize && points <= maxSize }
	if !ok(s.Width) || !ok(s.Height) {
		s.Width, s.Height = 0, 0
	}
	switch s.Theme {
	case ThemeSystem, ThemeLight, ThemeDark:
	default:
		s.Theme = ThemeSystem
	}
}

func readFile(path string) (data []byte, broken, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	data, err = io.ReadAll(io.LimitReader(f, maxBytes+1))
	if err != nil {
		return nil, nil, err
	}
	if len(data) > maxBytes {
		return nil, fmt.Errorf("more than %d bytes", maxBytes), nil
	}
	return data, nil, nil
}

// setAside moves the broken file to the first free name and returns it, or ""
// when that cannot be done. The name is taken by an empty file first: a rename
// alone would replace what an earlier start had kept.
func setAside(path string) string {
	for n := 1; n <= maxKept; n++ {
		kept := path + ".broken"
		if n > 1 {
			kept = fmt.Sprintf("%s.broken-%d", path, n)
		}
		f, err := os.OpenFile(kept, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err == nil {
			err = f.Close()
		}
		if err == nil {
			err = os.Rename(path, kept)
		}
		if err != nil {
			return ""
		}
		return kept
	}
	return ""
}
