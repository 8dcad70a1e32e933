package syntax

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	txt "briefline/app/text"
)

var splits = []struct{ text, want string }{
	{"Don't go; we can't, we won’t.", "Do|n't|go|;|we|ca|n't|,|we|wo|n’t|."},
	{"I'm sure they've said he'd say it's Iran's.", "I|'m|sure|they|'ve|said|he|'d|say|it|'s|Iran|'s|."},
	{"the ministers’ talks", "the|ministers|’|talks"},
	{"O'Brien and d’Estaing at 5 o'clock", "O'Brien|and|d’Estaing|at|5|o'clock"},
	{"a well-known co-founder of a non-profit", "a|well|-|known|co-founder|of|a|non-profit"},
	{"He cannot stay", "He|can|not|stay"},
	{"The U.S. Army of the U.S. and the U.N.", "The|U.S.|Army|of|the|U.S.|and|the|U.N."},
	{"at 5 p.m. by J. R. Smith, e.g. here", "at|5|p.m.|by|J.|R.|Smith|,|e.g.|here"},
	{"HAYWARD, Calif. (AP) —", "HAYWARD|,|Calif.|(|AP|)|—"},
	{"Lt. Ann Reed of St. Joseph met Mr. Lind.", "Lt.|Ann|Reed|of|St.|Joseph|met|Mr.|Lind|."},
	{"Acme Inc. paid Acme Corp.", "Acme|Inc.|paid|Acme|Corp."},
	{"No. 5 said no.", "No.|5|said|no|."},
	{"It came on Sat. morning. It sat.", "It|came|on|Sat.|morning|.|It|sat|."},
	{"$40,000.50 or US$3bn, £5m", "$|40,000.50|or|US$|3|bn|,|£|5|m"},
	{"at 5pm on 12th May, the 1990s and '80s", "at|5|pm|on|12th|May|,|the|1990s|and|'80s"},
	{"9/11, 24/7 and 4/5/2016 at 10:30", "9/11|,|24/7|and|4/5/2016|at|10:30"},
	{"AT&T's R&D", "AT&T|'s|R&D"},
	{"see www.example.com/a?b=1. Or mail a.b@example.org, ok", "see|www.example.com/a?b=1|.|Or|mail|a.b@example.org|,|ok"},
	{"Wait... what?! -- [...]", "Wait|...|what|?!|--|[...]"},
	{"“It’s over,” he said", "“|It|’s|over|,|”|he|said"},
	{"COVID-19 in F-16s", "COVID|-|19|in|F|-|16s"},
	{"get 'em in 1990's", "get|'em|in|1990|'s"},
	{"end.Next", "end|.|Next"},
	{"a\u200bb co\u00adoperate\ufeff", "a|b|co\u00adoperate"},
	{"Жунушалиев и می‌خواهد", "Жунушалиев|и|می‌خواهد"},
	{"a\xff b", "a|\xff|b"},
	{" \n ", ""},
}

func TestTokens(t *testing.T) {
	for _, tt := range splits {
		var got []string
		for _, w := range tokens(tt.text, txt.Span{End: len(tt.text)}) {
			got = append(got, w.Form)
		}
		if g := strings.Join(got, "|"); g != tt.want {
			t.Errorf("%q: got %s, want %s", tt.text, g, tt.want)
		}
	}
}

// Words lie in order inside their span, and nothing but blanks is outside of them.
func FuzzTokens(f *testing.F) {
	for _, tt := range splits {
		f.Add(tt.text, 0)
	}
	f.Fuzz(func(t *testing.T, text string, from int) {
		if from < 0 || from > len(text) {
			return
		}
		at := from
		for _, w := range tokens(text, txt.Span{Start: from, End: len(text)}) {
			if w.Start < at || w.End <= w.Start || w.End > len(text) || w.Form != text[w.Start:w.End] {
				t.Fatalf("%q from %d: word %v after %d", text, from, w.Span, at)
			}
			if strings.TrimFunc(text[at:w.Start], isBlank) != "" {
				t.Fatalf("%q: lost %q", text, text[at:w.Start])
			}
			at = w.End
		}
		if strings.TrimFunc(text[at:], isBlank) != "" {
			t.Fatalf("%q: lost %q", text, text[at:])
		}
	})
}

// What is written can be read again, and TokenRange counts code points.
func TestWriteCoNLLU(t *testing.T) {
	p := NewParser(model(t))
	const text = "“We didn’t go,” said Zoë Lind.\n\nShe stayed."
	sentences := p.Parse(text, p.Sentences(text))
	var b bytes.Buffer
	if err := WriteCoNLLU(&b, "one\ttwo", text, sentences); err != nil {
		t.Fatal(err)
	}
	again, err := ReadCoNLLU(bytes.NewReader(b.Bytes()), text)
	if err != nil {
		t.Fatalf("%v in\n%s", err, b.String())
	}
	if len(again) != len(sentences) || len(sentences) != 2 {
		t.Fatalf("got %d sentences, want %d", len(again), len(sentences))
	}
	for i, s := range sentences {
		for k, w := range s.Words {
			w.Sure = 1
			if again[i].Words[k] != w {
				t.Errorf("got %+v, want %+v", again[i].Words[k], w)
			}
		}
	}
	for _, want := range []string{
		"# newdoc id = one two\n# sent_id = one two-1\n# text = “We didn’t go,” said Zoë Lind.\n",
		"\tZoë\t", "TokenRange=" + "21:24", "# text = She stayed.\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
	if !utf8.Valid(b.Bytes()) {
		t.Error("not UTF-8")
	}
}
