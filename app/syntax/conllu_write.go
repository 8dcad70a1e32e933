package syntax

import (
	"bufio"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// WriteCoNLLU writes trees in CoNLL-U as one document. MISC says where a word
// stands: TokenRange=from:to, half-open, in Unicode code points of text, as other
// tools have it. The error is that of w.
func WriteCoNLLU(w io.Writer, id, text string, sentences []Sentence) error {
	out := bufio.NewWriter(w)
	at, points := 0, 0 // a byte of text and its code point
	point := func(to int) string {
		points += utf8.RuneCountInString(text[at:to])
		at = to
		return strconv.Itoa(points)
	}
	if len(sentences) > 0 {
		out.WriteString("# newdoc id = " + oneLine(id) + "\n")
	}
	for i := range sentences {
		s := &sentences[i]
		out.WriteString("# sent_id = " + oneLine(id) + "-" + strconv.Itoa(i+1) + "\n# text = " + oneLine(s.Of(text)) + "\n")
		for k, v := range s.Words {
			misc := "TokenRange=" + point(v.Start) + ":" + point(v.End)
			if k+1 < len(s.Words) && !s.Words[k+1].Blank {
				misc = "SpaceAfter=No|" + misc
			}
			fields := []string{
				strconv.Itoa(k + 1), v.Form, v.Lemma, string(v.POS), v.Tag, v.Feats, strconv.Itoa(v.Head + 1), v.Rel, "", misc,
			}
			for i, f := range fields {
				if fields[i] = oneLine(f); fields[i] == "" {
					fields[i] = "_"
				}
			}
			out.WriteString(strings.Join(fields, "\t") + "\n")
		}
		out.WriteByte('\n')
	}
	return out.Flush()
}

// oneLine replaces what would break a line or a column by blanks.
func oneLine(s string) string {
	return strings.Join(strings.Fields(strings.ToValidUTF8(s, "\uFFFD")), " ")
}
