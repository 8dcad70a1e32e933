package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

var splits = []struct{ text, want string }{
	{"Iran's minister said.", "Iran|'s|minister|said|."},
	{"the ministers’ talks", "the|ministers|’|talks"},
	{"Iran’s", "Iran|’s"},
	{"Claire Bailey-Ross, O'Brien and d’Estaing", "Claire|Bailey-Ross|,|O'Brien|and|d’Estaing"},
	{"U.S. and J. Edgar Hoover", "U.S.|and|J.|Edgar|Hoover"},
	{"AT&T Inc. paid $40,000.50.", "AT&T|Inc|.|paid|$|40,000.50|."},
	{"\"I don't,\" he said", "\"|I|don't|,|\"|he|said"},
	{"COVID-19 in the 1990s, on 12th May at 5pm", "COVID-19|in|the|1990s|,|on|12th|May|at|5pm"},
	{"J.Smith", "J.|Smith"},
	{"'said'", "'|said|'"},
	{"it's", "it|'s"},
	{"war—peace - or", "war|—|peace|-|or"},
	{"Жунушалиев и می‌خواهد", "Жунушалиев|и|می‌خواهد"},
	{"end.Next", "end|.|Next"},
	{"a\xffb", "a|\xff|b"},
	{"", ""},
}

func TestSplit(t *testing.T) {
	for _, tt := range splits {
		var got []string
		for _, tok := range Split(tt.text, Span{End: len(tt.text)}) {
			got = append(got, tok.Text(tt.text))
		}
		if g := strings.Join(got, "|"); g != tt.want {
			t.Errorf("%q: got %s, want %s", tt.text, g, tt.want)
		}
	}
}

// FuzzSplit holds the law: tokens lie in order inside the span, and together
// they are all of it that is not blank.
func FuzzSplit(f *testing.F) {
	for _, tt := range splits {
		f.Add(tt.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var words strings.Builder
		last := 0
		for _, tok := range Split(text, Span{End: len(text)}) {
			if tok.Start < last || tok.End <= tok.Start || tok.End > len(text) {
				t.Fatalf("token %v after %d of %d bytes", tok, last, len(text))
			}
			if !allBlank(text[last:tok.Start]) {
				t.Fatalf("left out %q", text[last:tok.Start])
			}
			last = tok.End
			words.WriteString(tok.Text(text))
		}
		if !allBlank(text[last:]) {
			t.Fatalf("left out %q", text[last:])
		}
		if utf8.ValidString(text) && !utf8.ValidString(words.String()) {
			t.Fatal("a character was cut")
		}
	})
}

func allBlank(s string) bool {
	return strings.TrimSpace(strings.ReplaceAll(s, "\ufeff", "")) == ""
}
