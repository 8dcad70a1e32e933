package extract

import (
	"strings"

	"github.com/RadhiFadlillah/whatlanggo"
	"golang.org/x/text/language"

	"briefline/app/analysis"
	"briefline/app/briefing"
	"briefline/app/speech"
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
func quotedOnly(text string) []speech.Statement {
	var out []speech.Statement
	for _, q := range analysis.ReadQuotes(text, analysis.Paragraphs(text)) {
		if at := q.Words(); q.Parent < 0 && (len(strings.Fields(at.Of(text))) >= 4 || at.End-at.Start >= 24) {
			out = append(out, speech.Statement{
				Words: at, Kind: briefing.StatementClaim, Direct: true, Speaker: speech.Speaker{Group: -1}, Addressee: -1, Date: -1, Quote: -1,
			})
		}
	}
	return out
}
