package session

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"briefline/app/briefing"
)

// steps does n edits of several kinds.
func steps(t testing.TB, s *Session, n int) {
	t.Helper()
	for i := range n {
		must(t, s.Do(Step{Message: "x", Args: []string{"n", fmt.Sprint(i)}}, func(b *briefing.Briefing) error {
			switch i % 4 {
			case 0:
				b.Title.Text = fmt.Sprint("Title ", i)
			case 1:
				b.Events[i%len(b.Events)].Title = fmt.Sprint("Event ", i)
			case 2:
				b.Notes = append(b.Notes, briefing.Note{ID: fmt.Sprint("note-", i), Text: "N"})
			case 3:
				b.Sources[0].Headline = fmt.Sprint("Headline ", i)
			}
			return nil
		}))
	}
}

func pack(t testing.TB, s *Session) []byte {
	t.Helper()
	kept, err := s.History().MarshalBinary()
	must(t, err)
	return kept
}

// After a restart every step goes back and forth as before it.
func TestHistorySurvives(t *testing.T) {
	first := bundled(t)
	s := New(first)
	steps(t, s, 250)
	last := s.Briefing()
	for range 50 {
		s.Undo()
	}
	kept := pack(t, s)
	if len(kept) > 64<<10 {
		t.Errorf("250 steps take %d bytes, want 64 KiB at most", len(kept))
	}

	again := New(mustRead(t, []byte(file(t, s.Briefing()))))
	must(t, again.Restore(kept))
	if undo, redo := again.History().Len(); undo != 200 || redo != 50 {
		t.Errorf("got %d and %d steps, want 200 and 50", undo, redo)
	}
	if name, _ := again.UndoName(); name.Args[1] != "199" {
		t.Errorf("to undo: got %v, want 199", name)
	}
	if !bytes.Equal(pack(t, again), kept) {
		t.Error("packed again it is not the same")
	}
	for again.Redo() {
	}
	same(t, "redone", again.Briefing(), last)
	n := 0
	for again.Undo() {
		n++
	}
	if n != 250 {
		t.Errorf("undone %d steps, want 250", n)
	}
	same(t, "undone", again.Briefing(), first)
}

func TestHistoryIsBounded(t *testing.T) {
	s := New(bundled(t))
	steps(t, s, maxSteps+5)
	if undo, _ := s.History().Len(); undo != maxSteps {
		t.Errorf("%d steps, want %d", undo, maxSteps)
	}
	// Large steps crowd out old ones; the newest stays whatever it takes.
	s.most = 1 << 20
	for i := range 6 {
		must(t, s.Do(Step{Message: fmt.Sprint(i)}, func(b *briefing.Briefing) error {
			b.Title.Text = strings.Repeat(fmt.Sprint(i), s.most/4)
			return nil
		}))
	}
	if undo, _ := s.History().Len(); undo > 3 || undo < 1 {
		t.Errorf("%d large steps, want 1 to 3", undo)
	}
	must(t, s.Do(Step{}, func(b *briefing.Briefing) error {
		b.Title.Text = strings.Repeat("y", s.most+1)
		return nil
	}))
	if undo, _ := s.History().Len(); undo != 1 {
		t.Errorf("%d steps, want the newest alone", undo)
	}
	kept := pack(t, s)
	again := New(s.Briefing())
	must(t, again.Restore(kept))
	if !again.Undo() {
		t.Error("the newest step is not there")
	}
}

// A history that is damaged in any byte, cut or of another briefing is refused,
// and the session goes on.
func TestDamagedHistory(t *testing.T) {
	s := New(bundled(t))
	steps(t, s, 5)
	kept := pack(t, s)
	refused := func(what string, kept []byte) {
		t.Helper()
		if err := s.Restore(kept); !errors.Is(err, ErrHistory) {
			t.Errorf("%s: got %v, want ErrHistory", what, err)
		}
		if undo, _ := s.History().Len(); undo != 5 {
			t.Errorf("%s: %d steps, want the 5 as they were", what, undo)
		}
	}
	refused("none", nil)
	for i := 10; i < len(kept); i += 7 { // the head before says only how and when it was packed
		bad := bytes.Clone(kept)
		bad[i] ^= 0x10
		refused(fmt.Sprint("byte ", i), bad)
		refused(fmt.Sprint("cut at ", i), kept[:i])
	}
	other := New(bundled(t))
	if err := other.Restore(kept); !errors.Is(err, ErrHistory) {
		t.Errorf("another state of the briefing: got %v, want ErrHistory", err)
	}
	for _, bad := range []string{`{"form":2}`, `[]`, `{"form":1,"sum":""}`} {
		refused(bad, zipped(bad))
	}
}

func zipped(text string) []byte {
	var out bytes.Buffer
	zip := gzip.NewWriter(&out)
	_, _ = io.WriteString(zip, text)
	_ = zip.Close()
	return out.Bytes()
}

func unzipped(t testing.TB, kept []byte) string {
	t.Helper()
	zip, err := gzip.NewReader(bytes.NewReader(kept))
	must(t, err)
	raw, err := io.ReadAll(zip)
	must(t, err)
	return string(raw)
}

// A history that is whole but senseless costs its steps, never the briefing.
func TestSenselessHistory(t *testing.T) {
	s := New(bundled(t))
	steps(t, s, 4)
	text := unzipped(t, pack(t, s))
	for _, tt := range []struct{ old, with string }{
		{`"at":1`, `"at":99`},
		{`"at":1`, `"at":-1`},
		{`"put":1`, `"put":2`},
		{`"list":"Events"`, `"list":"Sources"`},
		{`"list":"Events"`, `"list":"Version"`},
		{`"fields":["Title"]`, `"fields":["Version"]`},
		{`"fields":["Title"]`, `"fields":["Events"]`},
		{`"head":`, `"head":9999999`},
		{`"before":{`, `"before":{"version":0,"x":`},
		{`"before":{"version":1`, `"before":{"version":7`},
		{`"before":{`, `"before":null,"x":{`},
	} {
		bad := strings.Replace(text, tt.old, tt.with, -1)
		if bad == text {
			t.Fatalf("no %s in the history", tt.old)
		}
		again := New(s.Briefing())
		if err := again.Restore(zipped(bad)); err != nil {
			if !errors.Is(err, ErrHistory) && !strings.Contains(err.Error(), "invalid") {
				t.Errorf("%s: got %v, want ErrHistory", tt.with, err)
			}
			continue
		}
		for again.Undo() {
		}
		if err := again.Do(Step{}, retitle("Z")); err != nil {
			t.Errorf("%s: the session is stuck: %v", tt.with, err)
		}
	}
}

// Whatever a history holds, the briefing stays one that can be written.
func FuzzRestore(f *testing.F) {
	b := bundled(f)
	b.Events, b.Statements, b.Checks, b.KeyPoints = b.Events[:1], nil, nil, nil
	b.Events[0].Statements = nil
	s := New(b)
	steps(f, s, 8)
	s.Undo()
	whole := unzipped(f, pack(f, s))
	f.Add(whole)
	f.Add(strings.ReplaceAll(whole, `"at":1`, `"at":3`))
	f.Add(`{"form":1,"undo":[{"step":{"message":"x"},"hunks":[{"list":"Events","at":0,"cut":0,"put":1}],"before":{"version":1},"after":{"version":1}}]}`)
	sum, err := sumOf(s.Briefing())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		again := New(s.Briefing())
		_ = again.Restore(zipped(text))
		_ = again.Restore([]byte(text))
		// Again with the sum set right, so that the steps are reached.
		file, err := unpack(zipped(text))
		if err != nil {
			return
		}
		file.Sum = sum
		if again.undo, err = entries(file.Undo); err != nil {
			return
		}
		again.redo, _ = entries(file.Redo)
		again.Redo()
		for range 5 {
			again.Undo()
		}
		if again.Briefing().Version != briefing.Version {
			t.Fatal("another version")
		}
		var out bytes.Buffer
		if err := again.Briefing().Write(&out); err != nil {
			t.Fatal(err)
		}
	})
}
