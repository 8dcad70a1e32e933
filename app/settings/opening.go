package settings

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"

	"briefline/app/safefile"
)

// Guard notes which briefing a start is about to open, so that one that ends the
// program is not opened by the next start too. The note is a small file beside the
// settings; it need not survive a power cut, which is no fault of the briefing.
type Guard struct {
	path string
	note note
}

// note is the form of the file.
type note struct {
	Opening   *Opening  `json:"opening,omitempty"`
	Process   int       `json:"process,omitempty"` // that opens it
	Suspected []Opening `json:"suspected,omitempty"`
}

// Opening is a briefing of a library.
type Opening struct {
	Library string `json:"library"` // path
	ID      string `json:"id"`
}

// maxSuspected is how many briefings are remembered that a start died of.
const maxSuspected = 20

// NewGuard reads the note in the folder dir. What an earlier start noted and did
// not take back is what it died of: died is that briefing, nil when there is none.
// A note that cannot be read counts as none.
func NewGuard(dir string) (g *Guard, died *Opening) {
	g = &Guard{path: filepath.Join(dir, "opening.json")}
	data, err := os.ReadFile(g.path)
	if err != nil || json.Unmarshal(data, &g.note) != nil {
		g.note = note{}
		return g, nil
	}
	if o := g.note.Opening; o != nil && !safefile.Alive(g.note.Process) {
		died = o
		g.note.Opening, g.note.Process = nil, 0
		g.suspect(*o)
		_ = g.write()
	}
	return g, died
}

func (g *Guard) suspect(o Opening) {
	if !slices.Contains(g.note.Suspected, o) {
		g.note.Suspected = append(g.note.Suspected, o)
	}
	if over := len(g.note.Suspected) - maxSuspected; over > 0 {
		g.note.Suspected = g.note.Suspected[over:]
	}
}

// Suspected reports whether a start died of a briefing and nobody has opened it
// since. A nil guard suspects nothing.
func (g *Guard) Suspected(o Opening) bool {
	return g != nil && slices.Contains(g.note.Suspected, o)
}

// Note writes down that a briefing is about to be opened. Call [Guard.TakeBack]
// once it has been drawn.
func (g *Guard) Note(o Opening) error {
	if g == nil {
		return nil
	}
	g.note.Opening, g.note.Process = &o, os.Getpid()
	return g.write()
}

// TakeBack says that what was noted has been drawn: it is suspected no more.
func (g *Guard) TakeBack() error {
	if g == nil || g.note.Opening == nil {
		return nil
	}
	g.Clear(*g.note.Opening)
	g.note.Opening, g.note.Process = nil, 0
	return g.write()
}

// Clear says that a briefing is suspected no more, for it was trashed or repaired.
// It is written with the next note.
func (g *Guard) Clear(o Opening) {
	if g != nil {
		g.note.Suspected = slices.DeleteFunc(g.note.Suspected, func(s Opening) bool { return s == o })
	}
}

func (g *Guard) write() error {
	if g.note.Opening == nil && len(g.note.Suspected) == 0 {
		err := os.Remove(g.path)
		if os.IsNotExist(err) {
			return nil
		}
		return err
	}
	data, err := json.Marshal(g.note)
	if err != nil {
		return err
	}
	dir := filepath.Dir(g.path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	beside := safefile.Temporary(dir)
	if err := os.WriteFile(beside, data, 0o600); err != nil {
		return err
	}
	return os.Rename(beside, g.path)
}
