package session

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"briefline/app/briefing"
)

const (
	// maxSteps is how many steps can be undone.
	maxSteps = 1000
	// maxBytes bounds what the steps take, in memory and unpacked in a file. The
	// newest step stays whatever it takes.
	maxBytes = 32 << 20
	// historyForm is the version of the form of a kept history.
	historyForm = 1
)

// ErrHistory is returned for a history that is damaged, too large, from another
// version of its form, or not one of the briefing.
var ErrHistory = errors.New("history does not belong to the briefing or is damaged")

// entry is a step as it is kept: immutable, so a [History] shares it.
type entry struct {
	step          Step
	fields        []string
	hunks         []hunk
	before, after []byte // briefing files that hold what differs
}

func (e *entry) size() int {
	n := len(e.before) + len(e.after) + 64*len(e.hunks) + len(e.step.Message) + 64
	for _, a := range e.step.Args {
		n += len(a)
	}
	return n
}

// entry packs the patch. The error is that of writing the result: a text that
// is not UTF-8, for one.
func (p *patch) entry(name Step) (*entry, error) {
	e := &entry{step: name, fields: p.fields, hunks: p.hunks}
	for _, side := range []struct {
		b  *briefing.Briefing
		to *[]byte
	}{{p.before, &e.before}, {p.after, &e.after}} {
		var out bytes.Buffer
		if err := side.b.Write(&out); err != nil {
			return nil, err
		}
		*side.to = out.Bytes()
	}
	return e, nil
}

// patch unpacks the step.
func (e *entry) patch() (*patch, error) {
	p := &patch{fields: e.fields, hunks: e.hunks}
	var err error
	if p.before, err = briefing.Parse(bytes.NewReader(e.before)); err != nil {
		return nil, err
	}
	if p.after, err = briefing.Parse(bytes.NewReader(e.after)); err != nil {
		return nil, err
	}
	return p, p.check()
}

// trim forgets the oldest steps beyond the bounds, of which most is in bytes.
func trim(steps []*entry, most int) []*entry {
	size, from := 0, len(steps)
	for from > 0 && len(steps)-from < maxSteps {
		if size += steps[from-1].size(); size > most && from < len(steps) {
			break
		}
		from--
	}
	return steps[from:]
}

// History is what can be undone and redone, at one moment of a session. It is
// never changed, and may be packed by any goroutine.
type History struct {
	current    *briefing.Briefing
	undo, redo []*entry
	most       int
}

// History returns the steps as they are now.
func (s *Session) History() History {
	return History{s.current, append([]*entry(nil), s.undo...), append([]*entry(nil), s.redo...), s.most}
}

// Len returns how many steps can be undone and redone.
func (h History) Len() (undo, redo int) { return len(h.undo), len(h.redo) }

// historyFile is the form of a kept history: JSON, packed by gzip (RFC 1952),
// whose sum tells damage.
type historyFile struct {
	Form int         `json:"form"`
	Sum  []byte      `json:"sum"` // SHA-256 of the briefing file that the steps lead to
	Undo []fileEntry `json:"undo"`
	Redo []fileEntry `json:"redo"`
}

type fileEntry struct {
	Step   Step            `json:"step"`
	Fields []string        `json:"fields,omitempty"`
	Hunks  []hunk          `json:"hunks,omitempty"`
	Before json.RawMessage `json:"before"`
	After  json.RawMessage `json:"after"`
}

// Steps names the steps that can be undone and redone; the next one is the last of
// each.
func (h History) Steps() (undo, redo []Step) {
	for _, e := range h.undo {
		undo = append(undo, e.step)
	}
	for _, e := range h.redo {
		redo = append(redo, e.step)
	}
	return undo, redo
}

// Briefing returns the briefing that the steps lead to.
func (h History) Briefing() *briefing.Briefing { return h.current }

// MarshalBinary is Pack for a caller that has not written the briefing. Errors
// are those of writing it.
func (h History) MarshalBinary() ([]byte, error) {
	var out bytes.Buffer
	if err := h.current.Write(&out); err != nil {
		return nil, err
	}
	return h.Pack(out.Bytes())
}

// Pack packs the history with the sum of file, which is what
// [briefing.Briefing.Write] wrote of its briefing; [Session.Restore] takes it. The
// newest steps that fit 32 MiB unpacked are kept, of what can be undone before
// what can be redone.
func (h History) Pack(file []byte) ([]byte, error) {
	sum := sha256.Sum256(file)
	undo := trim(h.undo, h.most)
	size := 0
	for _, e := range undo {
		size += e.size()
	}
	redo := h.redo
	for from := len(redo); ; from-- {
		if from == 0 {
			break
		}
		if size += redo[from-1].size(); size > h.most {
			redo = redo[from:]
			break
		}
	}
	whole := historyFile{Form: historyForm, Sum: sum[:], Undo: fileEntries(undo), Redo: fileEntries(redo)}
	var out bytes.Buffer
	zip, _ := gzip.NewWriterLevel(&out, gzip.BestSpeed) // the level is a valid one
	if err := json.NewEncoder(zip).Encode(whole); err != nil {
		return nil, err
	}
	if err := zip.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func fileEntries(steps []*entry) []fileEntry {
	out := make([]fileEntry, len(steps))
	for i, e := range steps {
		out[i] = fileEntry{e.step, e.fields, e.hunks, e.before, e.after}
	}
	return out
}

func sumOf(b *briefing.Briefing) ([]byte, error) {
	sum := sha256.New()
	if err := b.Write(sum); err != nil {
		return nil, err
	}
	return sum.Sum(nil), nil
}

// Restore takes the steps of a history that was kept with this briefing. On an
// error, which is [ErrHistory], the session is as it was: a history can be lost,
// a briefing cannot.
func (s *Session) Restore(kept []byte) error {
	file, err := unpack(kept)
	if err != nil {
		return err
	}
	sum, err := sumOf(s.current)
	if err != nil || !bytes.Equal(sum, file.Sum) {
		return fmt.Errorf("%w: another briefing", ErrHistory)
	}
	undo, err := entries(file.Undo)
	if err != nil {
		return err
	}
	redo, err := entries(file.Redo)
	if err != nil {
		return err
	}
	s.undo, s.redo = undo, redo
	return nil
}

func unpack(kept []byte) (file historyFile, err error) {
	zip, err := gzip.NewReader(bytes.NewReader(kept))
	if err != nil {
		return file, fmt.Errorf("%w: %w", ErrHistory, err)
	}
	// Twice the bound: a last step that is larger alone, and its JSON.
	raw, err := io.ReadAll(io.LimitReader(zip, 8*maxBytes))
	if err != nil {
		return file, fmt.Errorf("%w: %w", ErrHistory, err)
	}
	if err := json.Unmarshal(raw, &file); err != nil {
		return file, fmt.Errorf("%w: %w", ErrHistory, err)
	}
	if file.Form != historyForm || len(file.Undo) > maxSteps || len(file.Redo) > maxSteps {
		return file, fmt.Errorf("%w: form %d", ErrHistory, file.Form)
	}
	return file, nil
}

// entries takes the steps of a file as far as they make sense in form.
func entries(steps []fileEntry) ([]*entry, error) {
	out := make([]*entry, len(steps))
	for i, f := range steps {
		e := &entry{f.Step, f.Fields, f.Hunks, f.Before, f.After}
		if err := (&patch{fields: e.fields, hunks: e.hunks}).check(); err != nil {
			return nil, fmt.Errorf("%w: step %d: %w", ErrHistory, i, err)
		}
		out[i] = e
	}
	return out, nil
}
