package speech

import (
	"regexp"
	"strings"

	txt "briefline/app/text"
)

var signature = regexp.MustCompile(`^[—–-]{1,2}\s*(\p{Lu}[\p{L}.’'-]+(?: (?:of|the|de|van|von|\p{Lu}[\p{L}.’'-]*)){0,6})`)

// blocks adds paragraphs that are quoted without marks: above a signature, and
// behind a paragraph that ends in "Reed wrote:", as a block or a list.
func (r *reader) blocks() {
	for p := 0; p < r.a.Paragraphs(); p++ {
		line := r.a.ParagraphSpan(p).Of(r.a.Text)
		if p > 0 && len(strings.Fields(line)) <= 9 {
			if m := signature.FindStringSubmatchIndex(line); m != nil {
				start := r.a.ParagraphSpan(p).Start
				r.signed(p-1, txt.Span{Start: start + m[2], End: start + m[3]})
			}
		}
		if p+1 < r.a.Paragraphs() && strings.HasSuffix(line, ":") {
			r.behindColon(p)
		}
	}
}

// signed adds the sentences of a paragraph as the words of who signs it, where
// they stand in no marks: then they are a quotation.
func (r *reader) signed(p int, by txt.Span) {
	for i := range r.a.Sentences {
		if r.a.Paragraph[i] != p || i == r.a.Headline || r.a.Furniture[i] || r.a.Quoted(r.a.Sentences[i].Start) >= 0 || r.talk[i] {
			continue
		}
		if r.toldElsewhere(i) {
			continue
		}
		c := candidate{sentence: i, cueIn: -1, verb: -1, subject: -1, group: -1, quote: -1, named: by}
		r.add(c, Signed, r.trim(r.a.Sentences[i].Span))
	}
}

// toldElsewhere reports whether the words of a sentence stand in the text again: a
// signed paragraph is often a pull quote.
func (r *reader) toldElsewhere(i int) bool {
	at := r.trim(r.a.Sentences[i].Span)
	words := strings.TrimRight(at.Of(r.a.Text), ".!?")
	if cut := strings.Index(words, "..."); cut > 20 {
		words = words[:cut]
	}
	const enough = 60 // bytes: the end may be cut otherwise
	words = words[:min(len(words), enough)]
	return strings.Contains(r.a.Text[:at.Start], words) || strings.Contains(r.a.Text[at.End:], words)
}

// behindColon adds the paragraph behind one that ends in a colon with a cue, or
// the list that begins there.
func (r *reader) behindColon(p int) {
	end := r.a.ParagraphSpan(p).End
	in := r.a.SentenceAt(end - 1)
	if in < 0 || in == r.a.Headline || r.a.Furniture[in] || r.talk[in] {
		return
	}
	who, ok := r.introduction(in, end-1)
	if !ok || who.verb < 0 && who.Cue.End-who.Cue.Start <= 1 {
		return
	}
	list := func(p int) bool { return strings.HasSuffix(r.a.ParagraphSpan(p).Of(r.a.Text), ";") }
	isList := list(p + 1)
	for n := p + 1; n < r.a.Paragraphs(); n++ {
		words := r.a.ParagraphSpan(n)
		if n > p+1 && !isList || isList && len(strings.Fields(words.Of(r.a.Text))) < 4 || r.a.Quoted(words.Start) >= 0 {
			return
		}
		last := !list(n)
		for i := r.a.SentenceAt(words.Start); i >= 0 && i < len(r.a.Sentences) && r.a.Sentences[i].Start < words.End; i++ {
			if r.a.Furniture[i] {
				continue
			}
			c := who
			c.sentence = i
			r.add(c, Block, r.trim(r.a.Sentences[i].Span))
		}
		if last {
			return
		}
	}
}
