package library

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"briefline/app/linear"
)

func TestFold(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{" ?! ", ""},
		{"The  MINISTER’s", "the ministers"},
		{"ё Й й и\u0306 ў", "е й й й ў"},
		{"ГРАФИЍ", "графии"}, // Bulgarian stress, not й
		{"e\u0301\u0302x", "ex"},
		{"ﷺ", "صلی الله علیه وسلم"},
		{"½", "1 2"},
		{"北京2016年", "北 京 2016 年"},
		{"が か\u3099", "か\u3099 か\u3099"},
		{"a\u200db\ufeffc", "abc"},
		{"a'b ''c'' 'd", "ab c d"},
		{"٣٫٥ ৭ 𝟛", "3 5 7 3"},
		{"ab\xffcd", "ab cd"},
		{"ΣΊΣΥΦΟΣ σίσυφος", "σισυφοσ σισυφοσ"},
		{"ẞ Ǆ", "ss dz"},
		{"الإسلام والأمة", "الاسلام والامه"},
		{"كِتَابٌ", "کتاب"},
	} {
		if got := Fold(tt.in); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestTokensCoverTheirMarks(t *testing.T) {
	text := "Le cafe\u0301 n\u200cu “O’Brien”"
	var got []string
	for _, w := range tokens(text) {
		got = append(got, text[w.start:w.end])
	}
	same(t, text, got, []string{"Le", "cafe\u0301", "n\u200cu", "O’Brien"})
}

func FuzzFold(f *testing.F) {
	for _, tt := range spellings {
		f.Add(tt.text, tt.typed[0])
	}
	f.Add("\u0306и\u0306\u0306", "й")
	f.Add("ﷺ½㍿ำ", "'")
	f.Fuzz(func(t *testing.T, text, typed string) {
		folded := Fold(text)
		if again := Fold(folded); again != folded {
			t.Errorf("folded again: got %q, want %q", again, folded)
		}
		start := 0
		for _, w := range tokens(text) {
			if w.text == "" || len(w.text) > maxToken+utf8.UTFMax || strings.ContainsAny(w.text, " \"*") || w.start < start || w.end <= w.start || w.end > len(text) {
				t.Fatalf("word %+v of %q", w, text)
			}
			if !utf8.ValidString(text[w.start:w.end]) || !utf8.ValidString(w.text) {
				t.Fatalf("word %+v of %q cuts a character", w, text)
			}
			start = w.start
		}
		q := parseQuery(typed)
		if len(q) > maxPhrases {
			t.Errorf("%d phrases", len(q))
		}
		marks := q.marks(text)
		if len(marks) == 0 {
			return
		}
		piece, at, in := excerpt(text, marks)
		if len(in) == 0 || !strings.HasPrefix(text[at:], piece) {
			t.Fatalf("excerpt %q at %d of %q", piece, at, text)
		}
		for _, s := range spans(in) {
			if s.Start < 0 || s.End <= s.Start || s.End > len(piece) {
				t.Fatalf("span %v outside %q", s, piece)
			}
		}
	})
}

// Ten million letters without a space take no longer each than a few do.
func TestFoldIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("long: left out of -short")
	}
	linear.Check(t, "fold", 100_000, func(n int) {
		tokens(strings.Repeat("ä", n) + strings.Repeat("x'", n) + strings.Repeat("и\u0306", n))
	})
}

func FuzzDelta(f *testing.F) {
	f.Add([]byte(""), []byte(""))
	f.Add([]byte("abcdefghijklmnopqrstuvwxyz"), []byte("abcdefghijklmnopqrstuvwxyz!"))
	f.Add(bytes.Repeat([]byte("0123456789abcdef"), 9), bytes.Repeat([]byte("123456789abcdef0"), 9))
	f.Fuzz(func(t *testing.T, base, target []byte) {
		steps := delta(base, target)
		got, err := patch(base, steps, len(target))
		if err != nil || !bytes.Equal(got, target) {
			t.Fatalf("got %q, %v, want %q", got, err, target)
		}
		if got, err := patch(target, base, len(base)); err == nil && len(got) != len(base) { // noise
			t.Errorf("got %d bytes", len(got))
		}
	})
}

func TestDeltaIsSmall(t *testing.T) {
	d, err := form(newCorpus(4).briefing(1))
	if err != nil {
		t.Fatal(err)
	}
	edited := bytes.Replace(d.body, []byte("minister"), []byte("Minister"), 3)
	if steps := delta(d.body, edited); len(steps) > 200 {
		t.Errorf("got %d bytes for three letters of %d", len(steps), len(d.body))
	}
}
