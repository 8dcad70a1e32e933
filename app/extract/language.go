package extract

import (
	"strings"

	"github.com/RadhiFadlillah/whatlanggo"
	"golang.org/x/text/language"

	"briefline/app/attribution"
	"briefline/app/briefing"
	token "briefline/app/text"
)

// english is the language that the rules read.
const english = "en"

// language returns the language of the text, as BCP 47; empty when it is not
// clear. English is told by its words, whatever the page says of itself: a page
// in Persian may well be marked as English.
func (d *draft) language() string {
	text := d.article.Text[:min(len(d.article.Text), 20_000)]
	words, known := 0, 0
	for _, t := range token.Split(text, briefing.Span{End: len(text)}) {
		if t.Kind != token.Word {
			continue
		}
		words++
		if d.x.words.Common(strings.ToLower(t.Text(text))) {
			known++
		}
	}
	switch {
	case words == 0:
		return ""
	case known*100 >= words*55:
		return english
	}
	info := whatlanggo.Detect(text)
	tag := info.Lang.Iso6391()
	if tag == english && known*100 >= words*30 || words < 12 {
		return english // a list of names, a caption
	}
	if tag == "" && info.IsReliable() { // it has its own code only: "pes" for Persian
		if known, err := language.All.Parse(info.Lang.Iso6393()); err == nil {
			tag = known.String()
		}
	}
	if tag == "" || tag == english || !info.IsReliable() {
		return "und"
	}
	return tag
}

// foreign reports whether a source is in a language that the rules do not read.
func (x *Extractor) foreign(s *briefing.Source) bool {
	return s.Language != english && s.Language != ""
}

// quotedOnly returns what stands between quotation marks of any language, as
// words that nobody is known to say: who speaks cannot be read without the
// language.
func quotedOnly(text string, sentences []briefing.Span) []attribution.Statement {
	var out []attribution.Statement
	for _, s := range sentences {
		for at := s.Start; at < s.End; {
			open, closing := -1, ""
			for _, pair := range [][2]string{{"«", "»"}, {"“", "”"}, {"„", "“"}, {"\"", "\""}, {"「", "」"}, {"‹", "›"}} {
				if i := strings.Index(text[at:s.End], pair[0]); i >= 0 && (open < 0 || at+i+len(pair[0]) < open) {
					open, closing = at+i+len(pair[0]), pair[1]
				}
			}
			if open < 0 {
				break
			}
			n := strings.Index(text[open:s.End], closing)
			if n < 0 {
				break
			}
			if len(strings.Fields(text[open:open+n])) >= 4 || n >= 24 {
				out = append(out, attribution.Statement{
					Content: briefing.Span{Start: open, End: open + n}, Kind: briefing.StatementClaim, Direct: true,
				})
			}
			at = open + n + len(closing)
		}
	}
	return out
}
