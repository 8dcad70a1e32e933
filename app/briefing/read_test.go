package briefing

import (
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"briefline/app/edtf"
)

const bundled = "../../assets/bishkek.briefing"

func bundledBytes(t testing.TB) []byte {
	t.Helper()
	raw, err := os.ReadFile(bundled)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func bundledBriefing(t testing.TB) *Briefing {
	t.Helper()
	return mustRead(t, string(bundledBytes(t)))
}

func mustRead(t testing.TB, file string) *Briefing {
	t.Helper()
	b, err := Read(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func mustParse(t testing.TB, file string) *Briefing {
	t.Helper()
	b, err := Parse(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func mustWrite(t testing.TB, b *Briefing) string {
	t.Helper()
	var out bytes.Buffer
	if err := b.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestReadFaults(t *testing.T) {
	tests := []struct {
		in           string
		line, column int
		path, reason string // reason: a part of it
	}{
		{"", 1, 1, "", "ends too early"},
		{"{", 1, 2, "", "ends too early"},
		{"[]", 1, 1, "$", "want an object"},
		{"{}", 1, 1, "$", "not a briefing"},
		{"not json", 1, 1, "", "want a value"},
		{"{\n  \"version\": 1\n} x", 3, 3, "", "after the end"},
		{"{\"version\": 1,}", 1, 15, "", "member name"},
		{"{\"version\": 1 \"id\": \"a\"}", 1, 15, "", "want , or }"},
		{"{\"version\": 01}", 1, 14, "", "want , or }"},
		{"{\"version\": -}", 1, 14, "", "digit"},
		{"{\"version\": 1.}", 1, 15, "", "digit"},
		{"{\"version\": 1.0}", 1, 13, "$.version", "whole number"},
		{"{\"version\": 1e3}", 1, 13, "$.version", "whole number"},
		{"{\"version\": 0}", 1, 13, "$.version", "from 1"},
		{"{\"version\": \"1\"}", 1, 13, "$.version", "whole number"},
		{"{\"version\": 99999999999999999999}", 1, 13, "$.version", "whole number"},
		{"{\"version\": 1,\n \"id\": 7}", 2, 8, "$.id", "text in quotes"},
		{"{\"version\": 1,\n \"id\": null}", 2, 8, "$.id", "text in quotes"},
		{"{\"version\": 1, \"title\": []}", 1, 25, "$.title", "an object"},
		{"{\"version\": 1, \"events\": {}}", 1, 26, "$.events", "a list"},
		{"{\"version\": 1, \"statements\": [{}, {\"direct\": 1}]}", 1, 46, "$.statements[1].direct", "true or false"},
		{"{\"version\": 1, \"modified\": \"yesterday\"}", 1, 28, "$.modified", "a time such as"},
		// Year -1 once it is counted in UTC.
		{"{\"version\": 1, \"modified\": \"0000-01-01T00:00:00+14:00\"}", 1, 28, "$.modified", "a time such as"},
		{"{\"version\": 1, \"events\": [{\"date\": {\"edtf\": 2016}}]}", 1, 45, "$.events[0].date.edtf", "EDTF"},
		// The column is that of the character that EDTF does not take.
		{"{\"version\": 1, \"events\": [\n{\"date\": {\"edtf\": \"2016-13\"}}]}", 2, 25, "$.events[0].date.edtf", "not an EDTF date"},
		{"{\"version\": 1, \"version\": 1}", 1, 16, "", "twice"},
		// The same name, spelt with an escape; columns count characters.
		{"{\"version\": 1, \"жж\": {\"a\": 1, \"\\u0061\": 2}}", 1, 31, "", "twice"},
		{"{\"version\": 1, \"id\": \"a\xff\"}", 1, 24, "", "UTF-8"},
		{"{\"version\": 1, \"id\": \"\\ud800\"}", 1, 23, "", "surrogate"},
		{"{\"version\": 1, \"id\": \"\\udc00\\ud800\"}", 1, 23, "", "surrogate"},
		{"{\"version\": 1, \"id\": \"\\u12g4\"}", 1, 23, "", "escape"},
		{"{\"version\": 1, \"id\": \"a\nb\"}", 1, 24, "", "control character"},
		{"{\"version\": 1, \"x\": " + strings.Repeat("[", 300), 1, 220, "", "nested deeper"},
	}
	for _, tt := range tests {
		b, err := Read(strings.NewReader(tt.in))
		var got *FileError
		if !errors.As(err, &got) || b != nil {
			t.Errorf("%.60q: got %v, want a *FileError", tt.in, err)
			continue
		}
		if got.Line != tt.line || got.Column != tt.column || got.Path != tt.path || !strings.Contains(got.Reason, tt.reason) {
			t.Errorf("%.60q:\n got %v\nwant line %d, column %d: %s: …%s…", tt.in, got, tt.line, tt.column, tt.path, tt.reason)
		}
	}
}

func TestReadKeepsTheCause(t *testing.T) {
	_, err := Read(strings.NewReader(`{"version": 1, "sources": [{"published": {"edtf": "soon"}}]}`))
	var syntax *edtf.SyntaxError
	if !errors.As(err, &syntax) {
		t.Errorf("got %v, want an *edtf.SyntaxError inside", err)
	}
	broken := errors.New("disk")
	if _, err := Read(io.MultiReader(strings.NewReader("{"), failing{broken})); !errors.Is(err, broken) {
		t.Errorf("got %v, want the reader's own error", err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error)  { return 0, f.err }
func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestReadSkipsByteOrderMark(t *testing.T) {
	if b := mustRead(t, "\ufeff{\"version\": 1, \"id\": \"a\"}"); b.ID != "a" {
		t.Errorf("got ID %q, want a", b.ID)
	}
}

func TestReadLimits(t *testing.T) {
	const file, size, memory = `{"version": 1, "id": "a"}`, 1 << 16, 1 << 20
	for _, tt := range []struct {
		name, in string
		want     error
	}{
		{"just as large as may be", file + strings.Repeat(" ", size-len(file)), nil},
		{"a byte more", file + strings.Repeat(" ", size-len(file)+1), ErrTooLarge},
		// 30 kB that would take megabytes in memory.
		{"empty events", `{"version": 1, "events": [` + strings.Repeat("{},", 10_000) + "{}]}", ErrTooLarge},
		{"newer is no excuse", `{"version": 2, "events": [` + strings.Repeat("{},", 10_000) + "{}]}", ErrTooLarge},
	} {
		if _, err := read(strings.NewReader(tt.in), size, memory); err != tt.want {
			t.Errorf("%s: got %v, want %v", tt.name, err, tt.want)
		}
	}
	if _, err := Read(io.LimitReader(zeros{}, MaxSize+1)); err != ErrTooLarge {
		t.Errorf("64 MiB and a byte: got %v, want ErrTooLarge", err)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

func TestWriteRefuses(t *testing.T) {
	tests := []struct {
		name string
		b    Briefing
		want string
	}{
		{"newer", Briefing{Version: 2}, ErrNewer.Error()},
		{"too large", Briefing{Sources: []Source{{Text: strings.Repeat("x", MaxSize)}}}, ErrTooLarge.Error()},
		{"not UTF-8", Briefing{Events: []Event{{Title: "\xff"}}}, "write briefing: $.events[0].title: not valid UTF-8"},
		{"year 10000", Briefing{Modified: time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)}, "write briefing: $.modified: year 10000 has no RFC 3339 form"},
	}
	for _, tt := range tests {
		var out bytes.Buffer
		if err := tt.b.Write(&out); err == nil || err.Error() != tt.want || out.Len() > 0 {
			t.Errorf("%s: got %v and %d bytes, want %s and none", tt.name, err, out.Len(), tt.want)
		}
	}
	broken := errors.New("disk")
	if err := new(Briefing).Write(failing{broken}); !errors.Is(err, broken) {
		t.Errorf("got %v, want the writer's own error", err)
	}
}

func TestReadNewer(t *testing.T) {
	b := mustRead(t, `{"version": 2, "id": "a", "title": "now a text", "keyPoints": [{"id": "k", "text": 1}, {"id": "l"}],
		"events": [{"id": "e", "date": {"edtf": "sometime", "words": "w"}}], "future": {}}`)
	if !b.ReadOnly() || b.ID != "a" || len(b.KeyPoints) != 2 || b.KeyPoints[1].ID != "l" || b.Events[0].Date.Words != "w" {
		t.Errorf("got %+v, want what is understood, read-only", b)
	}
	// A newer version excuses other shapes, not a broken file.
	if _, err := Read(strings.NewReader(`{"version": 2, "id": "a"`)); err == nil {
		t.Error("cut short: got no error")
	}
}
