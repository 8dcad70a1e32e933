package i18n

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

func english(t *testing.T) *Catalog {
	t.Helper()
	c, err := Load(os.DirFS("../../assets/i18n"), "en")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestText(t *testing.T) {
	c, err := Load(fstest.MapFS{"en.json": {Data: []byte(`{
		"hello": "Hello {name}, {name}!",
		"events": {"one": "{n} event", "other": "{n} events"},
		"plain": "100 %"
	}`)}}, "en")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		id   string
		kv   []any
		want string
	}{
		{"hello", []any{"name", "Ann"}, "Hello Ann, Ann!"},
		{"hello", []any{"name", "{name}"}, "Hello {name}, {name}!"}, // values are not filled again
		{"hello", nil, "Hello ⟦name⟧, ⟦name⟧!"},
		{"events", []any{"n", 1}, "1 event"},
		{"events", []any{"n", 0}, "0 events"},
		{"events", []any{"n", 12345}, "12,345 events"},
		{"events", []any{"n", int64(1)}, "1 event"},
		{"plain", nil, "100 %"},
		{"none", nil, "⟦none⟧"},
	}
	for _, tt := range tests {
		if got := c.Text(tt.id, tt.kv...); got != tt.want {
			t.Errorf("Text(%q, %v): got %q, want %q", tt.id, tt.kv, got, tt.want)
		}
	}
	if !c.Has("plain") || c.Has("none") || c.Tag() != "en" {
		t.Errorf("Has or Tag is wrong")
	}
	if got, want := c.IDs(), []string{"events", "hello", "plain"}; !slices.Equal(got, want) {
		t.Errorf("IDs: got %q, want %q", got, want)
	}
}

func TestLoadErrors(t *testing.T) {
	tests := []struct{ file, want string }{
		{``, "no JSON object"},
		{`[]`, "no JSON object"},
		{`{"a": "x"`, `after message "a"`},
		{`{"a": "x",, "b": "y"}`, `after message "a"`},
		{`{"a": "x"} {}`, `after message "a"`},
		{`{"a": 1}`, `message "a": neither`},
		{`{"a": null}`, `message "a": empty text`},
		{`{"a": ""}`, `message "a": empty text`},
		{`{"a": "x {b"}`, `message "a": "{"`},
		{`{"a": "x {}"}`, `message "a": "{"`},
		{`{"a": "x {b c}"}`, `message "a": "{"`},
		{`{"a": "x }"}`, `message "a": "}"`},
		{`{"a": {"other": "x"}}`, `message "a": plural form`},
		{`{"a": {"one": "x"}}`, `message "a": plural form`},
		{`{"a": {"one": "x", "other": "y", "few": "z"}}`, `message "a": neither`},
		{`{"a": {"one": "x {", "other": "y"}}`, `message "a": "{"`},
		{`{"a": "x", "b": "y", "a": "z"}`, `message "a": there twice`},
	}
	for _, tt := range tests {
		_, err := Load(fstest.MapFS{"en.json": {Data: []byte(tt.file)}}, "en")
		if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), "en.json") {
			t.Errorf("%s: got error %v, want %q", tt.file, err, tt.want)
		}
	}
	if _, err := Load(fstest.MapFS{}, "xx"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: got %v, want fs.ErrNotExist", err)
	}
}

func TestCounts(t *testing.T) {
	c := english(t)
	now := time.Date(2024, 5, 24, 14, 30, 0, 0, time.UTC)
	tests := []struct{ what, got, want string }{
		{"count", c.Count(1234567), "1,234,567"},
		{"ordinal", c.Ordinal(22), "22nd"},
		{"bytes", c.Bytes(82_854_982), "83 MB"},
		{"ago", c.Ago(now.Add(-2*time.Minute), now), "2 minutes ago"},
		{"ahead", c.Ago(now.Add(72*time.Hour), now), "3 days from now"},
		{"just now", c.Ago(now, now), "now"},
		{"unknown", c.Ago(time.Time{}, now), ""},
		{"no words", c.ReadingTime(0), ""},
		{"one word", c.ReadingTime(1), "1 min read"},
		{"the design's article", c.ReadingTime(440), "2 min read"},
		{"a book", c.ReadingTime(1_000_000), "4,202 min read"},
		{"none", c.List(nil), ""},
		{"one", c.List([]string{"a"}), "a"},
		{"two", c.List([]string{"a", "b"}), "a and b"},
		{"three", c.List([]string{"a", "b", "c"}), "a, b and c"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.what, tt.got, tt.want)
		}
	}
}

// Every message ID in this package's sources is in en.json. A literal that ends in
// "." is the head of a family.
func TestMessagesUsedAreThere(t *testing.T) {
	used := map[string]bool{}
	isID := regexp.MustCompile(`^(date|timex|tick|count)\.[a-z.-]+$`)
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range sources {
		if strings.HasSuffix(source, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), source, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if s, _ := strconv.Unquote(lit.Value); isID.MatchString(s) {
					used[s] = true
				}
			}
			return true
		})
	}
	families := map[string][]string{
		"date.month.":       {"1", "12", "1.short", "12.short"},
		"date.season.":      {"21", "24", "33", "36", "37", "39", "40", "41"},
		"date.every.":       {"year", "half", "third", "quarter", "season", "month", "day"},
		"date.and-earlier.": {"year", "half", "third", "quarter", "season", "month", "day"},
		"date.and-later.":   {"year", "half", "third", "quarter", "season", "month", "day"},
		"timex.weekday.":    {"1", "7"},
		"timex.part.":       {"mo", "af", "ev", "ni"},
		"timex.against.":    {"published", "sentence", "before", "earlier"},
		"timex.duration.":   {"y", "y.some", "th", "th.some"},
	}
	c := english(t)
	for id := range used {
		members, family := families[id]
		if strings.HasSuffix(id, ".") != family {
			t.Errorf("family %q: in the sources or in this test, not in both", id)
		}
		if !family && !c.Has(id) {
			t.Errorf("message %q is used but not in en.json", id)
		}
		for _, m := range members {
			if !c.Has(id + m) {
				t.Errorf("message %q is used but not in en.json", id+m)
			}
		}
	}
}

// Sorted, so that two people adding messages seldom touch the same line.
func TestMessagesAreSorted(t *testing.T) {
	data, err := os.ReadFile("../../assets/i18n/en.json")
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, m := range regexp.MustCompile(`(?m)^  "([^"]+)":`).FindAllStringSubmatch(string(data), -1) {
		ids = append(ids, m[1])
	}
	if len(ids) != len(english(t).IDs()) {
		t.Errorf("%d messages at two blanks of indent, want %d", len(ids), len(english(t).IDs()))
	}
	for i := 1; i < len(ids); i++ {
		if ids[i] < ids[i-1] {
			t.Errorf("message %q stands after %q", ids[i], ids[i-1])
		}
	}
}
