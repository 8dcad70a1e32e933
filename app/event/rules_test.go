package event

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"briefline/assets"
)

// Every rule has words for the reader, and every message is that of a rule.
func TestRulesAreWorded(t *testing.T) {
	var catalog map[string]any
	data, err := assets.I18n().Open("en.json")
	if err != nil {
		t.Fatal(err)
	}
	defer data.Close()
	if err := json.NewDecoder(data).Decode(&catalog); err != nil {
		t.Fatal(err)
	}
	for _, r := range Rules() {
		if words, _ := catalog[string(r)].(string); words == "" {
			t.Errorf("%q has no words", r)
		}
	}
	for id := range catalog {
		if strings.HasPrefix(id, "event.rule.") && !slices.Contains(Rules(), Rule(id)) {
			t.Errorf("%q is the message of no rule", id)
		}
	}
}

// A model is read as it was written, and a broken line is named.
func TestModelForm(t *testing.T) {
	data := assets.Events()
	m, err := ReadModel(data)
	if err != nil {
		t.Fatal(err)
	}
	if got := string(m.Write()); got != string(data) {
		t.Error("the built-in model is not written as it was read")
	}
	for _, bad := range []string{"a\n", "a\tx\t1\n", "a\tNaN\t1\n", "a\t1\t2\t3\n"} {
		if _, err := ReadModel([]byte(bad)); err == nil || !strings.HasPrefix(err.Error(), "line 1") {
			t.Errorf("%q: got %v, want an error that names line 1", bad, err)
		}
	}
	for i := 1; i < len(m.curve); i++ {
		if m.curve[i].score < m.curve[i-1].score || m.curve[i].right < m.curve[i-1].right {
			t.Errorf("the curve of confidence falls at point %d", i)
		}
	}
}

func TestConjugate(t *testing.T) {
	for _, tt := range []struct {
		verb string
		many bool
		want string
	}{
		{"arrest", false, "arrests"}, {"arrest", true, "arrest"}, {"be arrested", false, "is arrested"}, {"be arrested", true, "are arrested"},
		{"die", false, "dies"}, {"carry", false, "carries"}, {"say", false, "says"}, {"go", false, "goes"}, {"do", false, "does"},
		{"have", false, "has"}, {"reach", false, "reaches"}, {"pass", false, "passes"}, {"veto", false, "vetoes"}, {"fix", false, "fixes"},
	} {
		if got := conjugate(tt.verb, tt.many); got != tt.want {
			t.Errorf("%s, many %v: got %q, want %q", tt.verb, tt.many, got, tt.want)
		}
	}
}
