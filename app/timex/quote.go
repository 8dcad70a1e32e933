package timex

import "strings"

// quotations returns what stands between quotation marks, in order: “ and ”, « and
// », and the straight mark, which opens and shuts by turns. A quotation ends with
// its paragraph at the latest, as one that goes on opens anew there.
func quotations(text string) []Span {
	var out []Span
	open, shut := -1, ""
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\n':
			if open >= 0 {
				out = append(out, Span{Start: open, End: i})
			}
			open = -1
		case c == '"' || c >= 0x80:
			mark := markAt(text, i)
			switch {
			case mark == "":
			case open < 0 && closes[mark] != "":
				open, shut = i, closes[mark]
			case open >= 0 && mark == shut:
				out = append(out, Span{Start: open, End: i + len(mark)})
				open = -1
			}
			i += max(len(mark), 1) - 1
		}
	}
	if open >= 0 {
		out = append(out, Span{Start: open, End: len(text)})
	}
	return out
}

// closes holds the mark that shuts what a mark opens.
var closes = map[string]string{"\"": "\"", "“": "”", "„": "“", "«": "»"}

// markAt returns the quotation mark at text[i], or "".
func markAt(text string, i int) string {
	for _, m := range []string{"\"", "“", "”", "„", "«", "»"} {
		if strings.HasPrefix(text[i:], m) {
			return m
		}
	}
	return ""
}

// quoted reports whether text[at] lies within a quotation. It is asked of places
// that mostly go on, so that all of them together cost little.
func (s *scan) quoted(at int) bool {
	for s.quote > 0 && s.quote <= len(s.quotes) && s.quotes[s.quote-1].End > at {
		s.quote--
	}
	for s.quote < len(s.quotes) && s.quotes[s.quote].End <= at {
		s.quote++
	}
	return s.quote < len(s.quotes) && s.quotes[s.quote].Start <= at
}
