package extract

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefline/app/briefing"
	"briefline/app/gazetteer"
	token "briefline/app/text"
)

// defect is a flaw of the text and what was probably meant. It is shown, and the
// text is kept as it is.
type defect struct {
	at     briefing.Span
	repair string
}

// textDefects finds words that are run together, and names and short forms that
// lack their apostrophe.
func (d *draft) textDefects() (glued, bare []defect) {
	text := d.source.Text
	known := d.x.words
	for _, sentence := range d.sentences {
		toks := token.Split(text, sentence)
		for i, t := range toks {
			if t.Kind != token.Word {
				continue
			}
			w := t.Text(text)
			if full, ok := contractions[strings.ToLower(w)]; ok && w != strings.ToUpper(w) {
				bare = append(bare, defect{t.Span(), full})
				continue
			}
			if d.lacksApostrophe(toks, i) {
				bare = append(bare, defect{t.Span(), w[:len(w)-1] + "’s"})
				continue
			}
			if d.inAddress(toks, i) || d.named(t) {
				continue
			}
			if a, b, ok := known.Split(w); ok {
				glued = append(glued, defect{t.Span(), a + " " + b})
			}
		}
	}
	return glued, bare
}

// named reports whether the token is part of a name that the article gives more
// than once: such a name is spelt so, however it falls apart.
func (d *draft) named(t token.Token) bool {
	text := d.source.Text
	i := sort.Search(len(d.names), func(i int) bool { return d.names[i].End >= t.End }) // they are in order and apart
	if i == len(d.names) || d.names[i].Start > t.Start {
		return false
	}
	name := text[d.names[i].Start:d.names[i].End]
	first := strings.Index(text, name)
	return strings.Contains(text[first+len(name):], name)
}

// inAddress reports whether the token is part of a web address or a handle,
// where words are run together on purpose.
func (d *draft) inAddress(toks []token.Token, i int) bool {
	text := d.source.Text
	glued := func(j int) bool { // a sign that stands right beside the token
		if j < 0 || j >= len(toks) {
			return false
		}
		return strings.ContainsAny(toks[j].Text(text), "@#/_\\:") || toks[j].Kind == token.Number
	}
	before := !toks[i].Blank && (glued(i-1) || i > 1 && !toks[i-1].Blank && toks[i-1].Text(text) == ".")
	after := i+1 < len(toks) && !toks[i+1].Blank &&
		(glued(i+1) || toks[i+1].Text(text) == "." && i+2 < len(toks) && !toks[i+2].Blank && toks[i+2].Kind == token.Word && startsLower(toks[i+2].Text(text)))
	return before || after
}

func startsLower(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(r)
}

// lacksApostrophe reports whether a token is a state's name with a bare "s" in
// front of what belongs to it: "Irans vast experience". "Philippines" is a state,
// and "two Koreas" are two.
func (d *draft) lacksApostrophe(toks []token.Token, i int) bool {
	text := d.source.Text
	w := toks[i].Text(text)
	stem, ok := strings.CutSuffix(w, "s")
	if !ok || len(stem) < 3 || i+1 >= len(toks) || toks[i+1].Kind != token.Word {
		return false
	}
	if gazetteer.Named(w) != nil || d.x.words.Has(strings.ToLower(w)) {
		return false
	}
	if gazetteer.Named(stem) == nil && !d.isName(stem) {
		return false
	}
	next := toks[i+1].Text(text)
	return startsLower(next) && !verbs[next]
}

// isName reports whether the article names somebody so.
func (d *draft) isName(s string) bool {
	for _, n := range d.names {
		if d.source.Text[n.Start:n.End] == s {
			return true
		}
	}
	return false
}

// verbs and ties that follow a plural rather than what is owned.
var verbs = set(`and or but of in on at to for from with by as is are was were be been has have had do did does will
	would can could may might must should shall who which that than`)

// contractions lack an apostrophe in no other sense: "cant", "wont", "ill" and
// "well" are words.
var contractions = map[string]string{
	"dont": "don’t", "doesnt": "doesn’t", "didnt": "didn’t", "isnt": "isn’t", "arent": "aren’t",
	"wasnt": "wasn’t", "werent": "weren’t", "hasnt": "hasn’t", "havent": "haven’t", "hadnt": "hadn’t",
	"couldnt": "couldn’t", "wouldnt": "wouldn’t", "shouldnt": "shouldn’t", "mustnt": "mustn’t",
	"theyre": "they’re", "youre": "you’re", "theyve": "they’ve", "youve": "you’ve", "weve": "we’ve",
	"thats": "that’s", "whats": "what’s",
}

// textChecks shows the flaws of the text.
func (d *draft) textChecks() {
	glued, bare := d.textDefects()
	d.defectCheck("draft.check.glued", glued)
	d.defectCheck("draft.check.apostrophe", bare)
	if d.head.mark.End > 0 {
		text := d.source.Text
		next := strings.Fields(text[d.head.mark.End:min(len(text), d.head.mark.End+60)])
		end := d.head.mark.End + strings.Index(text[d.head.mark.End:], next[0]) + len(next[0])
		mark := text[d.head.mark.Start:d.head.mark.End]
		words := text[d.head.mark.Start:end]
		d.check(briefing.CheckAgencyMark, "draft.check.mark", values(plain("words", words), plain("mark", mark)), briefing.Span{Start: d.head.mark.Start, End: end})
	}
}

func (d *draft) defectCheck(id string, found []defect) {
	if len(found) == 0 {
		return
	}
	var at []briefing.Span
	var pairs []string
	seen := map[string]bool{}
	for _, f := range found {
		at = append(at, f.at)
		words := d.source.Text[f.at.Start:f.at.End]
		if !seen[words] {
			seen[words] = true
			pairs = append(pairs, words, f.repair)
		}
	}
	const most = 12
	list := briefing.Value{Name: "pairs", Is: briefing.ValueRepairs, Words: pairs}
	if len(seen) > most {
		list.Words, list.More = pairs[:2*most], len(seen)-most
	}
	d.check(briefing.CheckTextDefect, id, values(count(len(found)), list), at...)
}
