package analysis

import (
	"fmt"
	"strings"
	"testing"
)

var quoteCases = []struct{ text, want string }{ // parts of one quotation between " / ", quotations between " | ", "<n" stands in quotation n, "*" is not closed
	{`“It is over,” she said.`, "It is over,"},
	{`"It is over," she said. "Go."`, "It is over, | Go."},
	{"``It is over,'' she said.", "It is over,"},
	{"''It is over,'' she said, ''go.''", "It is over, | go."},
	{"«C’est fini», dit-elle.", "C’est fini"},
	{"« C’est fini », dit-elle.", "C’est fini"},
	{"»Es ist vorbei«, sagte sie.", "Es ist vorbei"},
	{"„Es ist vorbei“, sagte sie. „Geht.“", "Es ist vorbei | Geht."},
	{"„Es ist ‚ganz‘ vorbei“, sagte sie.", "Es ist ‚ganz‘ vorbei | ganz<0"},
	{"”Det är slut”, sade hon.", "Det är slut"},
	{"‹It is over›, she said.", "It is over"},
	{"'It is over,' she said. 'The ministers' plan failed.'", "It is over, | The ministers' plan failed."},
	{"‘It’s over,’ she said. The ministers’ plan failed.", "It’s over,"},
	{"The ministers' plan and the unions' answer failed in the '90s.", ""},
	{"It's theirs. Don't 'em.", ""},
	{"“He said ‘no’ twice,” she said.", "He said ‘no’ twice, | no<0"},
	{"\"He said 'no' twice,\" she said.", "He said 'no' twice, | no<0"},
	{"“One “two” three,” she said.", "One “two” three, | two<0"},
	{"“One.\n“Two.\n“Three,” she said.", "One. / Two. / Three,"},
	{"\"One.\n\nTwo,” he wrote soon after. He left.", "One. / Two,"}, // the second paragraph has no mark of its own
	{"“One,” she said.\n“Two.”", "One, | Two."},
	{"“One is never closed.\nThe report goes on.", "One is never closed.*"},
	{"He was 6'2\" tall and the 5\" pipe broke.", ""},
	{"He said:\"It is over.\" She left.", "It is over."},
	{"(“It is over”)", "It is over"},
	{"A “lost opening and “a whole one.”", "a whole one."}, // nothing bounds the first
	{"\"\" and “ ”", ""},
}

func show(text string, quotes []Quote) string {
	var out []string
	for _, q := range quotes {
		var parts []string
		for _, p := range q.Parts {
			parts = append(parts, p.Of(text))
		}
		s := strings.Join(parts, " / ")
		if q.Parent >= 0 {
			s += fmt.Sprintf("<%d", q.Parent)
		}
		if !q.Closed {
			s += "*"
		}
		out = append(out, s)
	}
	return strings.Join(out, " | ")
}

func TestReadQuotes(t *testing.T) {
	for _, tt := range quoteCases {
		if got := show(tt.text, ReadQuotes(tt.text, Paragraphs(tt.text))); got != tt.want {
			t.Errorf("%q:\n got %q\nwant %q", tt.text, got, tt.want)
		}
	}
}

// Quotations lie within the text, in order, each within what it stands in, and
// their words hold no closing mark of their own at the ends.
func FuzzReadQuotes(f *testing.F) {
	for _, tt := range quoteCases {
		f.Add(tt.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		paragraphs := Paragraphs(text)
		quotes := ReadQuotes(text, paragraphs)
		a := &Analysis{Text: text, Quotes: quotes}
		a.indexQuotes()
		for i, q := range quotes {
			if q.Start < 0 || q.End > len(text) || q.Start >= q.End || len(q.Parts) == 0 {
				t.Fatalf("quotation %d: %+v", i, q)
			}
			if i > 0 && q.Start <= quotes[i-1].Start {
				t.Fatalf("quotation %d begins at %d, the one before at %d", i, q.Start, quotes[i-1].Start)
			}
			if p := q.Parent; p >= i || p >= 0 && quotes[p].End < q.End {
				t.Fatalf("quotation %d %+v does not stand in %d %+v", i, q, p, quotes[p])
			}
			at := q.Start
			for _, p := range q.Parts {
				if p.Start < at || p.End <= p.Start || p.End > q.End {
					t.Fatalf("quotation %d: part %v", i, p)
				}
				at = p.End
			}
			if got := a.Quoted(q.Start); got != i {
				t.Fatalf("at %d: in quotation %d, want %d", q.Start, got, i)
			}
		}
	})
}
