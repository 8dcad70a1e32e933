package syntax

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	txt "briefline/app/text"
)

// ReadCoNLLU reads trees in CoNLL-U (universaldependencies.org/format.html) and
// lays them on a text: each word is looked for in text from the end of the one
// before. Words of a multiword token that do not stand in the text as they are
// share the token's bytes. Empty nodes are left out. The error names the line of
// r, from 1, and what is wrong there: a field missing, a number that is none, a
// word that the text does not have.
func ReadCoNLLU(r io.Reader, text string) ([]Sentence, error) {
	var (
		out  []Sentence
		s    Sentence
		at   int      // where the next word is looked for
		many txt.Span // bytes of the multiword token under way
		last int      // ID of its last word, 0 outside one
	)
	end := func() {
		if len(s.Words) > 0 {
			s.Span = txt.Span{Start: s.Words[0].Start, End: s.Words[len(s.Words)-1].End}
			s.Words[0].Blank = true
			s.Link()
			out = append(out, s)
		}
		s, last = Sentence{}, 0
	}
	place := func(form string) (txt.Span, bool) {
		i := strings.Index(text[at:], form)
		if i < 0 || strings.TrimSpace(text[at:at+i]) != "" {
			return txt.Span{}, false
		}
		return txt.Span{Start: at + i, End: at + i + len(form)}, true
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" {
			end()
			continue
		}
		if line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 10 {
			return nil, fmt.Errorf("line %d: %d fields, want 10", n, len(f))
		}
		if strings.Contains(f[0], ".") {
			continue
		}
		if _, to, ok := strings.Cut(f[0], "-"); ok {
			span, found := place(f[1])
			end, err := strconv.Atoi(to)
			if !found || err != nil {
				return nil, fmt.Errorf("line %d: %q does not follow in the text", n, f[1])
			}
			many, last = span, end
			continue
		}
		id, err := strconv.Atoi(f[0])
		if err != nil {
			return nil, fmt.Errorf("line %d: word ID %q", n, f[0])
		}
		head, err := strconv.Atoi(f[6])
		if err != nil {
			return nil, fmt.Errorf("line %d: head %q", n, f[6])
		}
		span, found := place(f[1])
		if id <= last && (!found || span.End > many.End) {
			span, found = txt.Span{Start: min(at, many.End), End: many.End}, true
			if id < last || span.Start == span.End {
				span = many
			}
		}
		if !found {
			return nil, fmt.Errorf("line %d: %q does not follow in the text", n, f[1])
		}
		w := Word{Span: span, Form: f[1], Lemma: f[2], POS: POS(f[3]), Tag: blank(f[4]), Feats: blank(f[5]),
			Head: head - 1, Rel: f[7], Blank: span.Start > at, Sure: 1}
		s.Words = append(s.Words, w)
		if span != many || id == last {
			at = span.End
		}
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	end()
	return out, nil
}

func blank(field string) string {
	if field == "_" {
		return ""
	}
	return field
}
