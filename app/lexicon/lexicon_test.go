package lexicon

import (
	"errors"
	"testing"
	"testing/fstest"
)

// The built-in lists are in the form that they say, with the marks that their
// heads explain.
func TestEnglish(t *testing.T) {
	l := English()
	for _, tt := range []struct {
		class, word, mark string
		want              bool
	}{
		{"speech", "say", "clause", true},
		{"speech", "say", "denial", false},
		{"speech", "deny", "denial", true},
		{"speech", "sprint", "", false},
		{"persons", "minister", "office", true},
		{"persons", "sister", "kin", true},
		{"bodies", "ministry", "state", true},
		{"none such", "word", "", false},
	} {
		var got bool
		if tt.mark == "" {
			got = l.Class(tt.class).Has(tt.word)
		} else {
			got = l.Class(tt.class).Has(tt.word, tt.mark)
		}
		if got != tt.want {
			t.Errorf("%s %s %s: got %v, want %v", tt.class, tt.word, tt.mark, got, tt.want)
		}
	}
}

func TestRead(t *testing.T) {
	for _, tt := range []struct {
		text string
		err  error
	}{
		{"# source\nsay, tell: clause\n", nil},
		{"say: clause\n", ErrForm},        // no source
		{"# source\nsay\nsay\n", ErrForm}, // twice
		{"# source\nsay,, tell\n", ErrForm},
	} {
		_, err := Read(fstest.MapFS{"en/x.txt": {Data: []byte(tt.text)}}, "en")
		if !errors.Is(err, tt.err) {
			t.Errorf("%q: got %v, want %v", tt.text, err, tt.err)
		}
	}
}
