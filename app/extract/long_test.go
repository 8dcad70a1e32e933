package extract

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// What is read of a text ends between words, and at a paragraph where one ends near.
func TestReadable(t *testing.T) {
	word := strings.Repeat("word ", maxWords-1)
	for _, tt := range []struct {
		name, text string
		want       int
	}{
		{"short", "One sentence.", 13},
		{"at the bound", word + "end", len(word) + 3},
		{"one word more", word + "end more", len(word) + 3},
		{"paragraphs", strings.Repeat("word ", maxWords-100) + "\n\n" + strings.Repeat("word ", 200), 5 * (maxWords - 100)},
		{"no blanks", strings.Repeat("港", maxBytes), maxBytes + 1000},
	} {
		got := readable(tt.text)
		if d := got - tt.want; d < -2 || d > 2 || !utf8.ValidString(tt.text[:got]) {
			t.Errorf("%s: got %d of %d bytes, want %d", tt.name, got, len(tt.text), tt.want)
		}
	}
}
