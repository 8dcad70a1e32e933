package views

import (
	"log"
	"path/filepath"
	"sync"
	"time"

	"briefline/app/library"
	"briefline/app/settings"
)

// memory is what the window remembers from one start to the next. It is written
// when it changes, so that a log-off or a kill takes nothing of it along. A nil
// memory remembers nothing.
type memory struct {
	path  string          // of the settings; empty: they cannot be written
	guard *settings.Guard // nil like memory
	died  *settings.Opening

	mu     sync.Mutex
	s      settings.Settings
	saving sync.Mutex // held while they are written
}

// newMemory reads the note of what an earlier start died of beside the settings.
func newMemory(path string, s settings.Settings) *memory {
	m := &memory{path: path, s: s}
	if path != "" {
		m.guard, m.died = settings.NewGuard(filepath.Dir(path))
	}
	return m
}

// settings returns what is remembered now.
func (m *memory) settings() settings.Settings {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.s
}

// change changes what is remembered; do reports whether that is news, and then it
// is written.
func (m *memory) change(do func(*settings.Settings) (news bool)) {
	if m == nil {
		return
	}
	m.mu.Lock()
	news := do(&m.s)
	m.mu.Unlock()
	if news {
		m.save()
	}
}

func (m *memory) save() {
	m.saving.Lock()
	defer m.saving.Unlock()
	if m.path == "" {
		return
	}
	if err := m.settings().Save(m.path); err != nil {
		log.Print(err)
	}
}

// settle is how long the window waits for a size, a tab or a column to stay before
// it is written down.
const settle = time.Second

// remembers has what the window looks like written down soon after it changes.
func (f *Frame) remembers() {
	if f.memory == nil {
		return
	}
	var timer *time.Timer
	f.looksChanged = func() {
		if timer == nil {
			timer = time.AfterFunc(settle, func() { f.later(f.remember) })
		} else {
			timer.Reset(settle)
		}
	}
}

// looks says that the size, the tab or a column of the window may have changed.
func (f *Frame) looks() {
	if f.looksChanged != nil {
		f.looksChanged()
	}
}

// remember writes down what the window looks like.
func (f *Frame) remember() {
	size := f.canvas.Size()
	tab := tabNames[f.side.tabs.Chosen()]
	f.memory.change(func(s *settings.Settings) bool {
		before := *s
		s.Width, s.Height, s.Tab = size.Width, size.Height, tab
		if f.library != nil {
			s.LibraryHidden = f.library.hidden
		}
		return s.Width != before.Width || s.Height != before.Height || s.Tab != before.Tab || s.LibraryHidden != before.LibraryHidden
	})
}

// knows reports whether the path has held a library.
func (m *memory) knows(path string) bool {
	if m == nil {
		return false
	}
	s := m.settings()
	return s.Knows(path)
}

// holds takes down that a library is at the path, and returns the name of the
// program that copies its folder to other machines when the person is to be warned
// of that: once for a library.
func (m *memory) holds(path string) (service string) {
	m.change(func(s *settings.Settings) bool {
		news := s.Remember(path)
		if found := library.Synced(path); found != "" && s.Warn(path) {
			service, news = found, true
		}
		return news
	})
	return service
}
