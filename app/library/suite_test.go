package library

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/assets"
)

// clock returns a clock that goes on by a minute at each look.
func clock() func() time.Time {
	var looks atomic.Int64
	return func() time.Time {
		return time.Date(2024, 5, 24, 9, 0, 0, 0, time.UTC).Add(time.Duration(looks.Add(1)) * time.Minute)
	}
}

func openTemp(t testing.TB) *Library {
	t.Helper()
	l, err := Open(t.Context(), filepath.Join(t.TempDir(), "sub", FileName), Options{Now: clock()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return l
}

func TestSQLite(t *testing.T) { testLibrary(t, openTemp) }

// testLibrary is what every back end must pass. open returns a new library that
// holds nothing, with the clock of [clock].
func testLibrary(t *testing.T, open func(testing.TB) *Library) {
	for _, tt := range []struct {
		name string
		test func(*testing.T, *Library)
	}{
		{"save", testSave},
		{"conflict", testConflict},
		{"revisions", testRevisions},
		{"IDs", testIDs},
		{"trash", testTrash},
		{"duplicate", testDuplicate},
		{"import", testImport},
		{"newer file", testNewerFile},
		{"list", testList},
		{"counts", testCounts},
		{"search", testSearch},
		{"search state", testSearchState},
		{"history", testHistory},
		{"repairs", testRepairs},
		{"changes", testChanges},
		{"reindex", testReindex},
		{"said", testSaid},
		{"queue", testQueue},
		{"add all", testAddAll},
		{"waiting", testWaiting},
		{"cancel", testCancel},
		{"missing", testMissing},
	} {
		t.Run(tt.name, func(t *testing.T) { tt.test(t, open(t)) })
	}
}

func small(id, title string) *briefing.Briefing {
	return &briefing.Briefing{Version: briefing.Version, ID: id, Title: briefing.Line{ID: "title", Text: title, Basis: briefing.BasisAdded, Note: "A test."}}
}

func add(t *testing.T, l *Library, b *briefing.Briefing) string {
	t.Helper()
	id, revision, err := l.Add(t.Context(), b)
	if err != nil || revision != 1 {
		t.Fatalf("add %q: got revision %d, %v", b.ID, revision, err)
	}
	return id
}

func current(t *testing.T, l *Library, id string) (*briefing.Briefing, int64) {
	t.Helper()
	b, revision, err := l.Briefing(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return b, revision
}

func file(t *testing.T, b *briefing.Briefing) string {
	t.Helper()
	var out bytes.Buffer
	if err := b.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func ids(entries []Entry) []string {
	out := []string{}
	for _, e := range entries {
		out = append(out, e.ID)
	}
	return out
}

func list(t *testing.T, l *Library, f Filter) []string {
	t.Helper()
	entries, err := l.List(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	if f.Limit == 0 && f.Offset == 0 {
		if n, err := l.Size(t.Context(), f); err != nil || n != len(entries) {
			t.Errorf("size: got %d, %v, want %d", n, err, len(entries))
		}
	}
	return ids(entries)
}

func find(t *testing.T, l *Library, typed string, f Filter) []string {
	t.Helper()
	hits, err := l.Search(t.Context(), typed, f)
	if err != nil {
		t.Fatalf("search %q: %v", typed, err)
	}
	out := []string{}
	for _, h := range hits {
		out = append(out, h.ID)
		checkHit(t, typed, h)
	}
	return out
}

// checkHit holds what a window relies on to draw a hit.
func checkHit(t *testing.T, typed string, h Hit) {
	t.Helper()
	inside := func(text string, spans []briefing.Span) {
		end := 0
		for _, s := range spans {
			if s.Start < end || s.End <= s.Start || s.End > len(text) {
				t.Errorf("search %q: span %v does not fit %q", typed, s, text)
				return
			}
			end = s.End
		}
	}
	inside(h.Title, h.InTitle)
	for _, m := range h.Matches {
		inside(m.Text, m.Spans)
		if len(m.Spans) == 0 || len(m.Text) > 2*excerptLength {
			t.Errorf("search %q: match %+v", typed, m)
		}
	}
	if len(h.InTitle) == 0 && len(h.Matches) == 0 {
		t.Errorf("search %q: %s has nothing to show", typed, h.ID)
	}
}

func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: got %q, want %q", what, got, want)
	}
}

func testSave(t *testing.T, l *Library) {
	id := add(t, l, small("a", "First"))
	b, revision := current(t, l, id)
	b.Title.Text = "Second"
	second, err := l.Save(t.Context(), id, b, revision)
	if err != nil || second != 2 {
		t.Fatalf("got revision %d, %v, want 2", second, err)
	}
	again, err := l.Save(t.Context(), id, b, revision) // a retry, when the answer was lost
	if err != nil || again != 2 {
		t.Errorf("the same again: got revision %d, %v, want 2", again, err)
	}
	got, revision := current(t, l, id)
	if revision != 2 || file(t, got) != file(t, b) {
		t.Errorf("got revision %d, %q", revision, got.Title.Text)
	}
	entry, err := l.Entry(t.Context(), id)
	if err != nil || entry.Title != "Second" || entry.Revision != 2 || !entry.Changed.After(entry.Created) {
		t.Errorf("got entry %+v, %v", entry, err)
	}
	bad := b.Clone()
	bad.Title.Text = "\xff"
	if _, err := l.Save(t.Context(), id, bad, 2); err == nil {
		t.Error("saved what is not UTF-8")
	}
}

func testConflict(t *testing.T, l *Library) {
	id := add(t, l, small("a", "First"))
	mine, yours := small("a", "Mine"), small("a", "Yours")
	if _, err := l.Save(t.Context(), id, yours, 1); err != nil {
		t.Fatal(err)
	}
	for range 2 { // a retry keeps no second one
		got, err := l.Save(t.Context(), id, mine, 1)
		var conflict *ConflictError
		if !errors.Is(err, ErrConflict) || !errors.As(err, &conflict) || got != 2 {
			t.Fatalf("got revision %d, %v, want a conflict", got, err)
		}
		if *conflict != (ConflictError{ID: id, Current: 2, Kept: 3}) {
			t.Errorf("got %+v", *conflict)
		}
	}
	if b, revision := current(t, l, id); revision != 2 || b.Title.Text != "Yours" {
		t.Errorf("got revision %d, %q: the first to save stands", revision, b.Title.Text)
	}
	kept, err := l.Revision(t.Context(), id, 3)
	if err != nil || kept.Title.Text != "Mine" {
		t.Fatalf("kept: got %v, %v", kept, err)
	}
	if got, err := l.Save(t.Context(), id, small("a", "Both"), 2); err != nil || got != 4 {
		t.Errorf("got revision %d, %v, want 4: numbers are given once", got, err)
	}
	if got, err := l.Restore(t.Context(), id, 3, 4); err != nil || got != 5 {
		t.Errorf("keep mine after all: got revision %d, %v, want 5", got, err)
	}
	if b, _ := current(t, l, id); b.Title.Text != "Mine" {
		t.Errorf("got %q", b.Title.Text)
	}
}

func testRevisions(t *testing.T, l *Library) {
	b := newCorpus(3).briefing(1)
	id := add(t, l, b)
	var files []string
	files = append(files, file(t, b))
	for n := range 2*maxChain + 3 {
		b = b.Clone()
		b.Statements[n%10].Words = fmt.Sprintf("Other words, %d.", n)
		if n%40 == 7 {
			b.Sources[0].Text = strings.ToUpper(b.Sources[0].Text) // too different to be a difference
		}
		if n%40 == 8 {
			b.Sources[0].Text = strings.ToLower(b.Sources[0].Text)
		}
		if _, err := l.Save(t.Context(), id, b, int64(n+1)); err != nil {
			t.Fatal(err)
		}
		files = append(files, file(t, b))
	}
	revisions, err := l.Revisions(t.Context(), id)
	if err != nil || len(revisions) != len(files) {
		t.Fatalf("got %d revisions, %v, want %d", len(revisions), err, len(files))
	}
	for i, v := range revisions {
		want := int64(len(files) - i)
		if v.Number != want || v.Parent != want-1 || v.Current != (i == 0) || v.Title != b.Title.Text || v.Size != len(files[want-1]) || v.At.IsZero() {
			t.Errorf("revision %d: got %+v", want, v)
		}
		got, err := l.Revision(t.Context(), id, v.Number)
		if err != nil || file(t, got) != files[v.Number-1] {
			t.Errorf("revision %d is not what was saved: %v", v.Number, err)
		}
	}
	if revisions[0].Kind != KindSaved {
		t.Errorf("got kind %q", revisions[0].Kind)
	}
	number, err := l.Restore(t.Context(), id, 1, revisions[0].Number)
	if err != nil || number != revisions[0].Number+1 {
		t.Fatalf("restore: got %d, %v", number, err)
	}
	if got, _ := current(t, l, id); file(t, got) != files[0] {
		t.Error("the first revision was not restored")
	}
	if _, err := l.Restore(t.Context(), id, 2, 1); !errors.Is(err, ErrConflict) {
		t.Errorf("restore over another's save: got %v", err)
	}
	if _, err := l.Revision(t.Context(), id, 10_000); !errors.Is(err, ErrMissing) {
		t.Errorf("got %v, want ErrMissing", err)
	}
}

func testIDs(t *testing.T, l *Library) {
	for _, tt := range []struct{ file, want string }{
		{"a", "a"},
		{"a", "a-2"},
		{"a", "a-3"},
		{"a-2", "a-2-2"},
		{"", "briefing"},
		{"?", "briefing-2"},
		{strings.Repeat("x", maxID+1), "briefing-3"},
		{"two words", "two-words"},
		{"-o", "o"},      // would be an option on the command line
		{"../../x", "x"}, // would be another folder
		{"a/b:c", "a-b-c"},
		{"line\nbreak", "line-break"},
		{"гость", "гость"},
		{"гость", "гость-2"},
	} {
		if got := add(t, l, small(tt.file, "T")); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.file, got, tt.want)
		}
		if b, _ := current(t, l, tt.want); b.ID != tt.file {
			t.Errorf("%q: the briefing's own ID became %q", tt.file, b.ID)
		}
	}
}

func testTrash(t *testing.T, l *Library) {
	ctx := t.Context()
	for _, id := range []string{"a", "b", "c"} {
		add(t, l, small(id, "Title "+id))
	}
	if err := l.Trash(ctx, "a", "c"); err != nil {
		t.Fatal(err)
	}
	same(t, "list", list(t, l, Filter{}), []string{"b"})
	same(t, "trash", list(t, l, Filter{State: StateTrash}), []string{"c", "a"})
	same(t, "found", find(t, l, "title", Filter{}), []string{"b"})
	same(t, "found in the trash", find(t, l, "title", Filter{State: StateTrash}), []string{"c", "a"})
	before, _ := l.Entry(ctx, "a")
	if err := l.Trash(ctx, "a"); err != nil {
		t.Fatal(err)
	}
	if after, _ := l.Entry(ctx, "a"); after != before {
		t.Errorf("thrown away twice: got %+v, want %+v", after, before)
	}
	if err := l.Trash(ctx, "b", "none"); !errors.Is(err, ErrMissing) {
		t.Errorf("got %v, want ErrMissing", err)
	}
	same(t, "after an error", list(t, l, Filter{}), []string{"b"})
	// What is open in a window while another throws it away is still saved.
	if _, err := l.Save(ctx, "a", small("a", "Title edited"), 1); err != nil {
		t.Fatal(err)
	}
	if err := l.Untrash(ctx, "a"); err != nil {
		t.Fatal(err)
	}
	same(t, "found again", find(t, l, "edited", Filter{}), []string{"a"})
	if n, err := l.Purge(ctx, "a", "b"); err != nil || n != 0 {
		t.Errorf("purged %d, %v of what is not in the trash", n, err)
	}
	if n, err := l.Purge(ctx); err != nil || n != 1 {
		t.Errorf("purged %d, %v, want 1", n, err)
	}
	if _, _, err := l.Briefing(ctx, "c"); !errors.Is(err, ErrMissing) {
		t.Errorf("got %v, want ErrMissing", err)
	}
	same(t, "trash", list(t, l, Filter{State: StateTrash}), []string{})
	same(t, "found after purge", find(t, l, "title", Filter{State: StateTrash}), []string{})
}

func testDuplicate(t *testing.T, l *Library) {
	ctx := t.Context()
	add(t, l, small("a", "First"))
	id, err := l.Duplicate(ctx, "a", "First, copy")
	if err != nil || id != "a-2" {
		t.Fatalf("got %q, %v", id, err)
	}
	b, _ := current(t, l, id)
	if b.ID != "a-2" || b.Title.Text != "First, copy" {
		t.Errorf("got %+v", b)
	}
	if _, err := l.Rename(ctx, id, "Renamed", 1); err != nil {
		t.Fatal(err)
	}
	same(t, "found", find(t, l, "renamed", Filter{}), []string{id})
	if _, err := l.Rename(ctx, id, "Again", 1); !errors.Is(err, ErrConflict) {
		t.Errorf("got %v, want a conflict", err)
	}
	if b, _ := current(t, l, "a"); b.Title.Text != "First" {
		t.Errorf("the first became %q", b.Title.Text)
	}
}

func testImport(t *testing.T, l *Library) {
	ctx := t.Context()
	take := func(data string) Imported {
		t.Helper()
		got, err := l.Import(ctx, File{Name: "f", Data: []byte(data)})
		if err != nil {
			t.Fatal(err)
		}
		return got[0]
	}
	exported := func(id, want, when string) {
		t.Helper()
		got, err := l.Export(ctx, id)
		if err != nil || string(got) != want {
			t.Errorf("%s: export of %s differs by a byte or more: %v", when, id, err)
		}
	}
	bishkek := string(assets.Bishkek())
	compact := `{"title":{"text":"Compact","id":"t","basis":"added","note":"x"},"id":"c","version":1,"ours":{"b":1,"a":[2]}}`
	if got, want := take(bishkek), (Imported{Name: "f", ID: "bishkek", Revision: 1}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := take(compact); got.ID != "c" || got.Known {
		t.Errorf("got %+v", got)
	}
	exported("bishkek", bishkek, "unchanged")
	exported("c", compact, "unchanged")
	if got, want := take(compact), (Imported{Name: "f", ID: "c", Known: true, Revision: 1}); got != want {
		t.Errorf("again: got %+v, want %+v", got, want)
	}

	b, _ := current(t, l, "c")
	b.Title.Text = "Edited"
	if _, err := l.Save(ctx, "c", b, 1); err != nil {
		t.Fatal(err)
	}
	exported("c", file(t, b), "edited")
	b.Title.Text = "Compact"
	if _, err := l.Save(ctx, "c", b, 2); err != nil {
		t.Fatal(err)
	}
	exported("c", compact, "undone")

	b.Title.Text = "From a colleague"
	other := file(t, b)
	if got, want := take(other), (Imported{Name: "f", ID: "c-2", Revision: 1, Beside: "c"}); got != want {
		t.Errorf("another version: got %+v, want %+v", got, want)
	}
	exported("c", compact, "beside another version")
	exported("c-2", other, "beside another version")

	if err := l.Trash(ctx, "c"); err != nil {
		t.Fatal(err)
	}
	if got := take(compact); got.ID != "c" || !got.Known {
		t.Errorf("from the trash: got %+v", got)
	}
	same(t, "list", list(t, l, Filter{State: StateTrash}), []string{})
	same(t, "found", find(t, l, "compact", Filter{}), []string{"c"})

	got, err := l.Import(ctx, File{Name: "good", Data: []byte(file(t, small("g", "Good")))}, File{Name: "bad", Data: []byte("{")}, File{Name: "g2", Data: []byte(file(t, small("g2", "Good")))})
	var broken *briefing.FileError
	if err != nil || got[0].Err != nil || !errors.As(got[1].Err, &broken) || got[1].Name != "bad" || got[1].ID != "" || got[2].ID != "g2" {
		t.Errorf("several: got %+v, %v", got, err)
	}
	path := filepath.Join(t.TempDir(), "out.briefing")
	if err := l.ExportFile(ctx, "c", path); err != nil {
		t.Error(err)
	}
}

func testNewerFile(t *testing.T, l *Library) {
	ctx := t.Context()
	newer := `{"version": 9, "id": "n", "title": {"id": "t", "text": "From tomorrow"}, "hologram": true}`
	got, err := l.Import(ctx, File{Data: []byte(newer)})
	if err != nil || got[0].ID != "n" {
		t.Fatalf("got %+v, %v", got, err)
	}
	entry, err := l.Entry(ctx, "n")
	if err != nil || !entry.Newer || entry.Title != "From tomorrow" {
		t.Errorf("got %+v, %v", entry, err)
	}
	b, revision := current(t, l, "n")
	if !b.ReadOnly() {
		t.Error("may be edited")
	}
	if _, err := l.Save(ctx, "n", b, revision); !errors.Is(err, briefing.ErrNewer) {
		t.Errorf("save: got %v, want briefing.ErrNewer", err)
	}
	if _, err := l.Duplicate(ctx, "n", "x"); !errors.Is(err, briefing.ErrNewer) {
		t.Errorf("duplicate: got %v, want briefing.ErrNewer", err)
	}
	if data, err := l.Export(ctx, "n"); err != nil || string(data) != newer {
		t.Errorf("export: got %q, %v", data, err)
	}
	same(t, "found", find(t, l, "tomorrow", Filter{}), []string{"n"})
}

func testList(t *testing.T, l *Library) {
	ctx := t.Context()
	dated := func(id, title, edtfDate string, status briefing.Status, people ...string) {
		b := small(id, title)
		b.Status = status
		if edtfDate != "" {
			b.Events = []briefing.Event{{ID: "e", Title: "It happened", Date: briefing.Dating{EDTF: edtf.MustParse(edtfDate)}}}
		}
		for i, name := range people {
			b.Participants = append(b.Participants, briefing.Participant{ID: fmt.Sprint("p", i), Kind: briefing.KindPerson, Name: name})
		}
		add(t, l, b)
	}
	dated("a", "Émile", "2016-05-24", briefing.StatusReviewed, "Łukasz Ørsted")
	dated("b", "delta", "2016~", briefing.StatusDraft)
	dated("c", "Charlie", "1950/..", "")
	dated("d", "бета", "", briefing.StatusReviewed, "Lukasz Orsted", "Another")
	published := small("e", "ábc")
	published.Sources = []briefing.Source{{ID: "s", Publisher: "MNA", Published: briefing.Dating{EDTF: edtf.MustParse("2020-02")}}}
	add(t, l, published)
	if err := l.Touch(ctx, "b"); err != nil {
		t.Fatal(err)
	}
	entries, err := l.List(ctx, Filter{})
	if err != nil {
		t.Fatal(err)
	}
	half := entries[1].Used
	for _, tt := range []struct {
		name string
		f    Filter
		want string
	}{
		{"last use", Filter{}, "b e d c a"},
		{"saved", Filter{Order: OrderChanged}, "e d c b a"},
		{"title", Filter{Order: OrderTitle}, "e c b a d"},
		{"drafts", Filter{State: StateDraft}, "b e c"},
		{"reviewed", Filter{State: StateReviewed}, "d a"},
		{"trash", Filter{State: StateTrash}, ""},
		{"page", Filter{Limit: 2}, "b e"},
		{"next page", Filter{Limit: 2, Offset: 2}, "d c"},
		{"beyond", Filter{Limit: 2, Offset: 9}, ""},
		{"offset alone", Filter{Offset: 3}, "c a"},
		{"since", Filter{UsedFrom: half}, "b e"},
		{"until", Filter{UsedTo: half}, "d c a"},
		{"2016", Filter{Dates: edtf.MustParse("2016")}, "b c a"},
		{"May 2016", Filter{Dates: edtf.MustParse("2016-05")}, "b c a"},
		{"3 May 2016", Filter{Dates: edtf.MustParse("2016-05-03")}, "b c"}, // "2016~" may mean it
		{"2015", Filter{Dates: edtf.MustParse("2015")}, "c"},
		{"published", Filter{Dates: edtf.MustParse("2020-02-29")}, "e c"},
		{"1900", Filter{Dates: edtf.MustParse("1900")}, ""},
		{"participant", Filter{Participant: "LUKASZ ørsted"}, "d a"},
		{"participant and draft", Filter{Participant: "another", State: StateDraft}, ""},
		{"all at once", Filter{State: StateReviewed, UsedTo: half, Dates: edtf.MustParse("2016"), Participant: "lukasz orsted", Order: OrderTitle, Limit: 5}, "a"},
	} {
		same(t, tt.name, list(t, l, tt.f), strings.Fields(tt.want))
	}
	e := entries[1]
	if e.Publisher != "MNA" || e.Published != edtf.MustParse("2020-02") || e.Status != briefing.StatusDraft || e.Newer {
		t.Errorf("got %+v", e)
	}
}

func testCounts(t *testing.T, l *Library) {
	if got, err := l.Counts(t.Context()); err != nil || got != (Counts{}) {
		t.Errorf("empty: got %+v, %v", got, err)
	}
	for i, status := range []briefing.Status{"", briefing.StatusDraft, briefing.StatusReviewed, ""} {
		b := small(fmt.Sprint("b", i), "T")
		b.Status = status
		b.Checks = []briefing.Check{{ID: "c1", Words: "one"}, {ID: "c2", Words: "two", Resolution: "seen"}, {ID: "c3", Words: "three"}}
		add(t, l, b)
	}
	if err := l.Trash(t.Context(), "b3"); err != nil {
		t.Fatal(err)
	}
	if got, err := l.Counts(t.Context()); err != nil || got != (Counts{Drafts: 2, Reviewed: 1, Trashed: 1, ToReview: 4}) {
		t.Errorf("got %+v, %v", got, err)
	}
}

func testSearchState(t *testing.T, l *Library) {
	for i := range 4 {
		b := small(fmt.Sprint("b", i), "Talks")
		b.Events = []briefing.Event{{ID: "e", Title: "Meeting", Date: briefing.Dating{EDTF: edtf.MustParse(fmt.Sprint(2010 + i))}}}
		if i%2 == 0 {
			b.Status = briefing.StatusReviewed
		}
		add(t, l, b)
	}
	for _, tt := range []struct {
		f    Filter
		want string
	}{
		{Filter{}, "b3 b2 b1 b0"},
		{Filter{State: StateDraft}, "b3 b1"},
		{Filter{State: StateReviewed}, "b2 b0"},
		{Filter{Limit: 1}, "b3"},
		{Filter{Limit: 2, Offset: 1}, "b2 b1"},
		{Filter{Limit: 2, Offset: 7}, ""},
		{Filter{Dates: edtf.MustParse("2011/2012")}, "b2 b1"},
		{Filter{Dates: edtf.MustParse("2011/2012"), State: StateDraft}, "b1"},
	} {
		same(t, fmt.Sprintf("talks %+v", tt.f), find(t, l, "talks", tt.f), strings.Fields(tt.want))
	}
	same(t, "the facet is no word", find(t, l, "reviewed", Filter{}), []string{})
}

func testHistory(t *testing.T, l *Library) {
	ctx := t.Context()
	id := add(t, l, small("a", "First"))
	if got, err := l.History(ctx, id); err != nil || got != nil {
		t.Errorf("none: got %q, %v", got, err)
	}
	saved, err := l.SaveAll(ctx, []Edit{{ID: id, Briefing: small("a", "Second"), Base: 1, History: []byte("steps")}})
	if err != nil || saved[0].Err != nil {
		t.Fatal(saved, err)
	}
	if got, err := l.History(ctx, id); err != nil || string(got) != "steps" {
		t.Errorf("with a save: got %q, %v", got, err)
	}
	if _, err := l.Save(ctx, id, small("a", "Third"), 2); err != nil {
		t.Fatal(err)
	}
	if got, err := l.History(ctx, id); err != nil || string(got) != "steps" {
		t.Errorf("after a save without: got %q, %v", got, err)
	}
	// A refused version has no say in the history of the one that stands.
	if _, err := l.SaveAll(ctx, []Edit{{ID: id, Briefing: small("a", "Stale"), Base: 1, History: []byte("stale")}}); err != nil {
		t.Fatal(err)
	}
	if got, err := l.History(ctx, id); err != nil || string(got) != "steps" {
		t.Errorf("after a conflict: got %q, %v", got, err)
	}
	if err := l.SetHistory(ctx, id, []byte{}); err != nil {
		t.Fatal(err)
	}
	if got, err := l.History(ctx, id); err != nil || got != nil {
		t.Errorf("emptied: got %q, %v", got, err)
	}
}

func testRepairs(t *testing.T, l *Library) {
	ctx := t.Context()
	err := l.PutRepair(ctx,
		Repair{Kind: RepairRename, Name: "Rahmani-Fazli", Target: "Abdolreza Rahmani Fazli"},
		Repair{Kind: RepairNotPerson, Name: "Persian Gulf"},
		Repair{Kind: RepairRename, Name: "?!", Target: "nobody"})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.PutRepair(ctx, Repair{Kind: RepairRename, Name: "RAHMANI FAZLI", Target: "A. Rahmani Fazli"}); err != nil {
		t.Fatal(err)
	}
	names := func() (out []string) {
		repairs, err := l.Repairs(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range repairs {
			out = append(out, fmt.Sprintf("%s %s -> %s", r.Kind, r.Name, r.Target))
			if r.At.IsZero() {
				t.Errorf("%s has no time", r.Name)
			}
		}
		return out
	}
	same(t, "repairs", names(), []string{"not-person Persian Gulf -> ", "rename RAHMANI FAZLI -> A. Rahmani Fazli"})
	if err := l.ForgetRepair(ctx, RepairNotPerson, "persian gulf"); err != nil {
		t.Fatal(err)
	}
	same(t, "after one was forgotten", names(), []string{"rename RAHMANI FAZLI -> A. Rahmani Fazli"})
}

func testChanges(t *testing.T, l *Library) {
	ctx := t.Context()
	_, since, err := l.Changes(ctx, -1)
	if err != nil {
		t.Fatal(err)
	}
	id := add(t, l, small("a", "First"))
	if _, err := l.Save(ctx, id, small("a", "Second"), 1); err != nil {
		t.Fatal(err)
	}
	_, _ = l.Save(ctx, id, small("a", "Stale"), 1)
	if err := errors.Join(l.Trash(ctx, id), l.Untrash(ctx, id), l.Trash(ctx, id)); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Purge(ctx); err != nil {
		t.Fatal(err)
	}
	changes, next, err := l.Changes(ctx, since)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range changes {
		got = append(got, fmt.Sprintf("%s %s %d %t", c.ID, c.What, c.Revision, c.Own))
	}
	same(t, "changes", got, []string{"a added 1 true", "a saved 2 true", "a conflict 3 true", "a trashed 2 true", "a restored 2 true", "a trashed 2 true", "a purged 0 true"})
	if more, again, err := l.Changes(ctx, next); err != nil || len(more) != 0 || again != next {
		t.Errorf("nothing new: got %v, %d, %v", more, again, err)
	}
}

func testReindex(t *testing.T, l *Library) {
	ctx := t.Context()
	c := newCorpus(2)
	for n := range 5 {
		add(t, l, c.briefing(n))
	}
	if _, err := l.Import(ctx, File{Data: assets.Bishkek()}); err != nil {
		t.Fatal(err)
	}
	if err := l.Trash(ctx, "b000003"); err != nil {
		t.Fatal(err)
	}
	look := func() string {
		entries, err := l.List(ctx, Filter{})
		trashed, err2 := l.List(ctx, Filter{State: StateTrash})
		hits, err3 := l.Search(ctx, "the", Filter{})
		named, err4 := l.Search(ctx, "junushaliev", Filter{Dates: edtf.MustParse("2016")})
		if err := errors.Join(err, err2, err3, err4); err != nil {
			t.Fatal(err)
		}
		return fmt.Sprint(entries, trashed, hits, named)
	}
	before := look()
	var steps []int
	if err := l.Reindex(ctx, func(done, n int) { steps = append(steps, done*100+n) }); err != nil {
		t.Fatal(err)
	}
	if want := []int{106, 206, 306, 406, 506, 606}; !slices.Equal(steps, want) {
		t.Errorf("progress: got %v, want %v", steps, want)
	}
	if after := look(); after != before {
		t.Errorf("got\n%s\nwant\n%s", after, before)
	}
}

func testSaid(t *testing.T, l *Library) {
	ctx := t.Context()
	for i, name := range []string{"Łukasz Ørsted", "Lukasz Orsted", "Someone Else", "LUKASZ ORSTED"} {
		b := small(fmt.Sprint("b", i), "Talks")
		b.Participants = []briefing.Participant{{ID: "p", Kind: briefing.KindPerson, Name: name}}
		b.Statements = []briefing.Statement{{ID: "s1", Speaker: "p", Kind: briefing.StatementOffer, Words: fmt.Sprint("First ", i)}, {ID: "s2", Words: "Nobody said it"}, {ID: "s3", Speaker: "p", Words: fmt.Sprint("Second ", i)}}
		add(t, l, b)
	}
	if err := l.Trash(ctx, "b3"); err != nil {
		t.Fatal(err)
	}
	said, err := l.Said(ctx, "lukasz ørsted", 3)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range said {
		got = append(got, fmt.Sprintf("%s %s %s %s: %s", s.ID, s.Title, s.Item, s.Kind, s.Words))
	}
	same(t, "said", got, []string{"b1 Talks s1 offer: First 1", "b1 Talks s3 : Second 1", "b0 Talks s1 offer: First 0"})
}

func testQueue(t *testing.T, l *Library) {
	ctx := t.Context()
	add(t, l, small("a", "First"))
	add(t, l, small("b", "First"))
	var states []QueueState
	q := NewQueue(l, func(s QueueState) { states = append(states, s) })
	var done []string
	tell := func(name string) func(Saved) {
		return func(s Saved) { done = append(done, fmt.Sprintf("%s %s %d %v", name, s.ID, s.Revision, s.Err)) }
	}
	put := func(id, title string, base int64, history string) {
		e := Edit{ID: id, Briefing: small(id, title), Base: base}
		if history != "" {
			e.History = []byte(history)
		}
		q.Put(Pending{e, tell(title)})
	}
	put("a", "One", 1, "h1")
	put("b", "Two", 1, "")
	put("a", "Three", 1, "")
	if err := q.Flush(ctx); err != nil {
		t.Fatal(err)
	}
	same(t, "done", done, []string{"One a 2 <nil>", "Three a 2 <nil>", "Two b 2 <nil>"}) // one commit, one revision each
	if got, err := l.History(ctx, "a"); err != nil || string(got) != "h1" {
		t.Errorf("history of an edit that another took over: got %q, %v", got, err)
	}
	done = nil
	put("a", "Four", 1, "") // based on what the queue itself has saved
	if err := q.Flush(ctx); err != nil {
		t.Fatal(err)
	}
	same(t, "done", done, []string{"Four a 3 <nil>"})
	if _, err := l.Save(ctx, "a", small("a", "Another window"), 3); err != nil {
		t.Fatal(err)
	}
	done = nil
	put("a", "Five", 1, "")
	if err := q.Flush(ctx); err != nil {
		t.Fatal(err)
	}
	if len(done) != 1 || !strings.Contains(done[0], ErrConflict.Error()) {
		t.Errorf("conflict: got %q", done)
	}
	if got := states[len(states)-1]; got != (QueueState{}) {
		t.Errorf("state: got %+v", got)
	}

	// What is being written is not saved yet.
	var flying []string
	now := l.now
	l.now = func() time.Time {
		for _, e := range q.Waiting() {
			flying = append(flying, fmt.Sprint(e.ID, " ", e.Briefing.Title.Text, " ", e.Base))
		}
		return now()
	}
	put("b", "In flight", 1, "")
	err := q.Flush(ctx)
	l.now = now
	if err != nil {
		t.Fatal(err)
	}
	same(t, "in flight", flying, []string{"b In flight 2"})
	if left := q.Waiting(); len(left) != 0 {
		t.Errorf("%d edits wait after they were saved", len(left))
	}

	// A failure loses nothing.
	stopped, cancel := context.WithCancel(ctx)
	cancel()
	done = nil
	put("b", "Six", 1, "h6")
	if err := q.Flush(stopped); err == nil {
		t.Error("flushed in no time")
	}
	put("b", "Seven", 1, "")
	if q.State().Waiting != 1 || len(done) != 0 {
		t.Errorf("after a failure: got %+v, %q", q.State(), done)
	}
	if err := q.Flush(ctx); err != nil {
		t.Fatal(err)
	}
	same(t, "done", done, []string{"Six b 4 <nil>", "Seven b 4 <nil>"})
	if got, err := l.History(ctx, "b"); err != nil || string(got) != "h6" {
		t.Errorf("history: got %q, %v", got, err)
	}

	// Run saves the rest when it is told to end.
	running, stop := context.WithCancel(ctx)
	ended := make(chan error)
	go func() { ended <- q.Run(running) }()
	var all sync.WaitGroup
	all.Add(50)
	for n := range 50 {
		q.Put(Pending{Edit{ID: "b", Briefing: small("b", fmt.Sprint("Run ", n)), Base: 1}, func(s Saved) {
			if s.Err != nil {
				t.Error(s.Err)
			}
			all.Done()
		}})
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	all.Wait()
	if b, _ := current(t, l, "b"); b.Title.Text != "Run 49" {
		t.Errorf("got %q", b.Title.Text)
	}
}

func testCancel(t *testing.T, l *Library) {
	add(t, l, small("a", "First"))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := l.Search(ctx, "first", Filter{}); !errors.Is(err, context.Canceled) || Problem(err) != "" {
		t.Errorf("search: got %v", err)
	}
	if _, err := l.Save(ctx, "a", small("a", "Second"), 1); !errors.Is(err, context.Canceled) {
		t.Errorf("save: got %v", err)
	}
	if b, revision := current(t, l, "a"); revision != 1 || b.Title.Text != "First" {
		t.Errorf("got revision %d, %q", revision, b.Title.Text)
	}
}

// A search that is under way ends when the text changes.
func TestInterrupt(t *testing.T) {
	l := openTemp(t)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	var n int
	err := l.read.row(ctx, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000) SELECT count(*) FROM n", nil, &n)
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %d, %v", n, err)
	}
	if got := list(t, l, Filter{}); len(got) != 0 {
		t.Errorf("got %q", got)
	}
}

func testMissing(t *testing.T, l *Library) {
	ctx := t.Context()
	_, _, briefingErr := l.Briefing(ctx, "x")
	_, entryErr := l.Entry(ctx, "x")
	_, exportErr := l.Export(ctx, "x")
	_, saveErr := l.Save(ctx, "x", small("x", "X"), 1)
	_, revisionsErr := l.Revisions(ctx, "x")
	_, revisionErr := l.Revision(ctx, "x", 1)
	_, restoreErr := l.Restore(ctx, "x", 1, 1)
	_, duplicateErr := l.Duplicate(ctx, "x", "")
	for i, err := range []error{briefingErr, entryErr, exportErr, saveErr, revisionsErr, revisionErr, restoreErr, duplicateErr, l.Trash(ctx, "x"), l.Touch(ctx, "x"), l.SetHistory(ctx, "x", nil)} {
		if !errors.Is(err, ErrMissing) || Problem(err) != ProblemMissing {
			t.Errorf("call %d: got %v, want ErrMissing", i, err)
		}
	}
}
