package session

import (
	"bytes"
	"errors"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"briefline/app/briefing"
)

func bundled(t testing.TB) *briefing.Briefing {
	t.Helper()
	raw, err := os.ReadFile("../../assets/bishkek.briefing")
	if err != nil {
		t.Fatal(err)
	}
	return mustRead(t, raw)
}

func mustRead(t testing.TB, raw []byte) *briefing.Briefing {
	t.Helper()
	b, err := briefing.Read(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func file(t testing.TB, b *briefing.Briefing) string {
	t.Helper()
	var out bytes.Buffer
	if err := b.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// same holds got to want, and shows the first line in which they differ.
func same(t testing.TB, what string, got, want *briefing.Briefing) {
	t.Helper()
	g, w := strings.Split(file(t, got), "\n"), strings.Split(file(t, want), "\n")
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			t.Fatalf("%s: line %d: got %q, want %q", what, i+1, at(g, i), at(w, i))
		}
	}
}

func at(lines []string, i int) string {
	if i >= len(lines) {
		return "the end"
	}
	return lines[i]
}

func retitle(text string) func(*briefing.Briefing) error {
	return func(b *briefing.Briefing) error {
		b.Title.Text = text
		return nil
	}
}

func TestDoUndoRedo(t *testing.T) {
	b := bundled(t)
	first := file(t, b)
	s := New(b)
	var changes []Change
	cancel := s.OnChange(func(c Change) { changes = append(changes, c) })

	must(t, s.Do(Step{Message: "a"}, retitle("A")))
	must(t, s.Do(Step{Message: "b", Args: []string{"n", "1"}}, retitle("B")))
	if got := s.Briefing().Title.Text; got != "B" || file(t, b) != first {
		t.Errorf("title = %q, want B, and the first briefing as it was", got)
	}
	if name, ok := s.UndoName(); name.Message != "b" || !ok {
		t.Errorf("to undo: got %v, want b", name)
	}
	if _, ok := s.RedoName(); ok || s.Redo() {
		t.Error("something to redo before anything was undone")
	}
	if !s.Undo() || s.Briefing().Title.Text != "A" || !s.Undo() || s.Undo() {
		t.Errorf("undone: got %q", s.Briefing().Title.Text)
	}
	same(t, "undone", s.Briefing(), b)
	if name, ok := s.RedoName(); name.Message != "a" || !ok {
		t.Errorf("to redo: got %v, want a", name)
	}
	s.Redo()
	s.Redo()
	if got := s.Briefing().Title.Text; got != "B" {
		t.Errorf("redone: got %q, want B", got)
	}
	s.Undo()
	must(t, s.Do(Step{Message: "c"}, retitle("C")))
	if _, ok := s.RedoName(); ok {
		t.Error("redo after another edit")
	}
	var got []Motion
	for _, c := range changes {
		got = append(got, c.Motion)
		if !slices.Equal(c.IDs, []string{"title"}) || c.Before == c.After {
			t.Errorf("change %v: IDs %v, want the title's", c.Step, c.IDs)
		}
	}
	if want := []Motion{Done, Done, Undone, Undone, Redone, Redone, Undone, Done}; !slices.Equal(got, want) {
		t.Errorf("changes: got %v, want %v", got, want)
	}
	if last := changes[len(changes)-1]; last.After != s.Briefing() || last.Step.Message != "c" {
		t.Errorf("last change: got %+v", last.Step)
	}
	n := len(changes)
	cancel()
	must(t, s.Do(Step{}, retitle("D")))
	if len(changes) != n {
		t.Error("a cancelled notice came")
	}
}

// What fails, panics or changes nothing leaves the session as it was.
func TestNoTrace(t *testing.T) {
	s := New(bundled(t))
	must(t, s.Do(Step{Message: "a"}, retitle("A")))
	s.Undo()
	s.OnChange(func(c Change) { t.Errorf("notice of %v", c.Step) })
	before := s.Briefing()
	own := errors.New("own")
	s.largest = 1 << 20
	tests := []struct {
		name string
		edit func(*briefing.Briefing) error
		want string // part of the error; "" for none
	}{
		{"nothing", func(*briefing.Briefing) error { return nil }, ""},
		{"the same", retitle(before.Title.Text), ""},
		{"an empty list for none", func(b *briefing.Briefing) error { b.Notes = []briefing.Note{}; return nil }, ""},
		{"error after a change", func(b *briefing.Briefing) error { b.Events = nil; return own }, "own"},
		{"empty title", retitle(" "), "edit.error.empty"},
		{"added without a note", func(b *briefing.Briefing) error { b.Title.Basis = briefing.BasisAdded; return nil }, "edit.error.needs-note"},
		{"no evidence", func(b *briefing.Briefing) error { b.Title.Evidence = nil; return nil }, "edit.error.needs-evidence"},
		{"dangling", func(b *briefing.Briefing) error { b.Events = b.Events[1:]; return nil }, "edit.error.unsound"},
		{"not UTF-8", retitle("\xff"), "edit.error.text"},
		{"too large", retitle(strings.Repeat("x", 1<<20)), "edit.error.source-large"},
		{"time", func(b *briefing.Briefing) error {
			b.Modified = time.Date(12000, 1, 1, 0, 0, 0, 0, time.UTC)
			return nil
		}, "edit.error"},
	}
	for _, tt := range tests {
		err := s.Do(Step{Message: "x"}, tt.edit)
		if (err == nil) != (tt.want == "") || err != nil && !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got error %v, want %q", tt.name, err, tt.want)
		}
	}
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic of an edit is swallowed")
			}
		}()
		_ = s.Do(Step{}, func(b *briefing.Briefing) error { b.Title.Text = "X"; panic("own") })
	}()
	if s.Briefing() != before {
		t.Error("another briefing")
	}
	if name, _ := s.RedoName(); name.Message != "a" {
		t.Errorf("to redo: got %v, want a", name)
	}
	if _, ok := s.UndoName(); ok {
		t.Error("a step to undo")
	}
}

// A briefing that came with faults can be edited: only new ones are refused.
func TestFaultsOfOld(t *testing.T) {
	b := bundled(t)
	b.Events[3].Note, b.Events[3].Basis = "", briefing.BasisAdded // no note
	s := New(b)
	must(t, s.Do(Step{}, retitle("A")))
	// The fault moves up in the list with its event, and stays the old one.
	must(t, s.Do(Step{}, func(b *briefing.Briefing) error {
		b.Events[3].Relations = nil
		b.Events = slices.Delete(b.Events, 0, 3)
		return nil
	}))
	err := s.Do(Step{}, func(b *briefing.Briefing) error {
		b.Statements[0].Words = ""
		return nil
	})
	if e := (*Error)(nil); !errors.As(err, &e) || len(e.Faults) != 1 || e.Faults[0].Path != "$.statements[0].words" {
		t.Errorf("got %v, want the new fault alone", err)
	}
}

func TestReadOnly(t *testing.T) {
	b := bundled(t)
	b.Version = briefing.Version + 1
	s := New(b)
	if err := s.Do(Step{}, retitle("A")); !errors.Is(err, briefing.ErrNewer) || s.Briefing() != b {
		t.Errorf("got %v, want ErrNewer", err)
	}
}

// The time of the edit is that of the briefing, and undo brings the old one back.
func TestModified(t *testing.T) {
	b := bundled(t)
	s := New(b)
	now := time.Date(2030, 1, 2, 3, 4, 5, 0, time.UTC)
	s.Now = func() time.Time { return now }
	must(t, s.Do(Step{}, retitle(b.Title.Text)))
	if s.Briefing() != b {
		t.Error("an edit of nothing changes the time")
	}
	must(t, s.Do(Step{}, retitle("A")))
	if got := s.Briefing().Modified; got != now {
		t.Errorf("modified %v, want %v", got, now)
	}
	s.Undo()
	same(t, "undone", s.Briefing(), b)
}

// A listener may edit; all listeners end up with the briefing as it is.
func TestEditFromNotice(t *testing.T) {
	s := New(bundled(t))
	s.OnChange(func(c Change) {
		if c.After.Title.Text == "A" {
			must(t, s.Do(Step{}, retitle("B")))
		}
	})
	must(t, s.Do(Step{}, retitle("A")))
	if got := s.Briefing().Title.Text; got != "B" {
		t.Errorf("got %q, want B", got)
	}
	s.Undo()
	if got := s.Briefing().Title.Text; got != "B" { // undone to A, which the listener turns into B again
		t.Errorf("got %q, want B", got)
	}
}

func TestCompare(t *testing.T) {
	full := bundled(t)
	event := func(id string) briefing.Event { return briefing.Event{ID: id[:1], Title: id} }
	tests := []struct {
		name, before, after string
		hunks               int
	}{
		{"same", "a b c", "a b c", 0},
		{"one changed", "a b c", "a b2 c", 1},
		{"two far apart", "a b c d e", "a2 b c d e2", 2},
		{"deleted", "a b c", "a c", 1},
		{"deleted two in a row", "a b c d", "a d", 1},
		{"added", "a c", "a b c", 1},
		{"added at the end", "a", "a b c", 1},
		{"all new", "", "a b", 1},
		{"all gone", "a b", "", 1},
		{"deleted one, changed another", "a b c d", "b c d2", 2},
		{"another in its place", "a b c", "a x c", 1},
		{"two others in place", "a b c d", "x y c2 d", 2},
		{"swapped", "a b c d", "a c b d", 1},
		{"moved to the end", "a b c d", "b c d a", 1},
		{"reversed and shorter", "a b c d", "d2 b", 1},
	}
	for _, tt := range tests {
		before, after := full.Clone(), full.Clone()
		before.Events, after.Events = nil, nil
		for _, id := range strings.Fields(tt.before) {
			before.Events = append(before.Events, event(id))
		}
		for _, id := range strings.Fields(tt.after) {
			after.Events = append(after.Events, event(id))
		}
		p := compare(before, after)
		if len(p.hunks) > tt.hunks || len(p.hunks) == 0 && tt.hunks > 0 || len(p.fields) > 0 {
			t.Errorf("%s: got hunks %+v, want %d", tt.name, p.hunks, tt.hunks)
		}
		forward, err := p.apply(before, false)
		must(t, err)
		same(t, tt.name, forward, after)
		back, err := p.apply(after, true)
		must(t, err)
		same(t, tt.name+" back", back, before)
		if slices.ContainsFunc(p.hunks, func(h hunk) bool { return h.Put > 0 }) { // what puts nothing has nothing to be known by
			if _, err := p.apply(full, true); err == nil {
				t.Errorf("%s: applies to another briefing", tt.name)
			}
		}
	}
}

// The text of a source is kept as what differs in it.
func TestCompareSourceText(t *testing.T) {
	tests := []struct{ before, after string }{
		{"one two three", "one 2 three"},
		{"одна два", "одна двр"}, // two letters that share a byte
		{"aaaa", "aaa"},
		{"a", "aa"},
		{"ж", "з"},
		{"same", "same"},
		{"x", "y"},
	}
	for _, tt := range tests {
		before, after := &briefing.Briefing{Version: 1}, &briefing.Briefing{Version: 1}
		before.Sources = []briefing.Source{{ID: "s", Text: tt.before, Headline: "old", Sentences: []briefing.Span{{Start: 0, End: 1}}}}
		after.Sources = []briefing.Source{{ID: "s", Text: tt.after, Headline: "new", Sentences: []briefing.Span{{Start: 0, End: 1}}}}
		e, err := compare(before, after).entry(Step{})
		must(t, err)
		p, err := e.patch()
		must(t, err)
		got, err := p.apply(before, false)
		must(t, err)
		same(t, tt.after, got, after)
		got, err = p.apply(after, true)
		must(t, err)
		same(t, tt.before, got, before)
		if tt.before == tt.after && strings.Contains(string(e.before), "same") {
			t.Error("a text that stays is in the step")
		}
	}
}

// Every field of the model is a list of items or is compared whole.
func TestEveryFieldIsCompared(t *testing.T) {
	b := bundled(t)
	for i := range reflect.TypeFor[briefing.Briefing]().NumField() {
		name := fieldName(i)
		if name == "Version" || name == "Extra" {
			continue
		}
		c := b.Clone()
		v := reflect.ValueOf(c).Elem().Field(i)
		if v.IsZero() {
			switch name {
			case "Notes":
				c.Notes = []briefing.Note{{ID: "n", Text: "N"}}
			case "Figures":
				c.Figures = []briefing.Figure{{ID: "n", Label: "N"}}
			case "Unknown":
				c.Unknown = []briefing.Line{{ID: "n", Text: "N"}}
			case "More":
				c.More = []briefing.Event{{ID: "n", Title: "N"}}
			case "Review":
				c.Review.Seen = []string{"q1"}
			default:
				v.SetString("x")
			}
		} else {
			v.SetZero()
		}
		p := compare(b, c)
		if p.empty() || len(p.ids(b.ID)) == 0 && name != "Modified" {
			t.Errorf("%s: a change is not seen, or of nothing", name)
			continue
		}
		got, err := p.apply(b, false)
		must(t, err)
		same(t, name, got, c)
	}
}
