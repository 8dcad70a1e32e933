package names

import (
	"briefline/app/syntax"
	token "briefline/app/text"
)

// Sever applies the rules of sever to names that were found.
func Sever(text string, sentences []syntax.Sentence, found []Name) []Name {
	return after((*document).sever, text, sentences, found)
}

// Agree makes names that were found agree over the document.
func Agree(text string, sentences []syntax.Sentence, found []Name) []Name {
	return after((*document).agree, text, sentences, found)
}

func after(step func(*document, []uint8), text string, sentences []syntax.Sentence, found []Name) []Name {
	m := embedded()
	var d document
	for i := range sentences {
		d.add(&m.lexicon, text, token.Split(text, sentences[i].Span), &sentences[i])
	}
	d.recall()
	tags := d.gold(found)
	step(&d, tags)
	return d.names(nil, tags)
}
