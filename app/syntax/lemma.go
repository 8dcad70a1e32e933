package syntax

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// lemmas tell the base form of a word from its ending: the longest ending in the
// list decides.
type lemmas map[string]edit // by class and ending; "^" before the ending is the start of the word

// edit takes letters off the end of a word and puts others there.
type edit struct {
	off int // bytes
	on  string
}

// longestEnding is the length in bytes of the longest ending of a list.
const longestEnding = 32

// inflected are the Penn Treebank tags that mark inflection: they are classes of
// the list of their own. All other words have their universal part of speech for
// class.
var inflected = set("NNS NNPS VBZ VBD VBN VBG JJR JJS RBR RBS")

// readLemmas reads a list: class, ending ("-" for none), letters off and letters on
// ("-" for none), parted by tabs. script/train/lemmas.py writes it. The error names
// the line and wraps ErrModel.
func readLemmas(list string) (lemmas, error) {
	l := lemmas{}
	n := 0
	for line := range strings.Lines(list) {
		n++
		f := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(f) != 4 {
			return nil, fmt.Errorf("%w: lemmas: line %d", ErrModel, n)
		}
		off, err := strconv.Atoi(f[2])
		ending := strings.TrimPrefix(f[1], "-")
		if err != nil || off < 0 || off > len(strings.TrimPrefix(ending, "^")) || len(ending) > longestEnding {
			return nil, fmt.Errorf("%w: lemmas: line %d", ErrModel, n)
		}
		l[f[0]+" "+ending] = edit{off, strings.TrimPrefix(f[3], "-")}
	}
	return l, nil
}

// of returns the lemma of a word whose tags are known.
func (l lemmas) of(w *Word) string {
	class := w.Tag
	if !inflected[class] {
		class = string(w.POS)
	}
	if w.POS == PROPN && class != "NNPS" {
		return w.Form
	}
	form := plain(w.Form)
	if w.POS != PROPN {
		form = strings.ToLower(form)
	}
	if e, ok := l[class+" ^"+form]; ok {
		return e.apply(form)
	}
	for from := max(0, len(form)-longestEnding); from <= len(form); from++ {
		if e, ok := l[class+" "+form[from:]]; ok {
			return e.apply(form)
		}
	}
	return form
}

func (e edit) apply(form string) string {
	cut := len(form) - e.off
	if cut < 0 || cut < len(form) && !utf8.RuneStart(form[cut]) || cut+len(e.on) == 0 {
		return form
	}
	return form[:cut] + e.on
}

// clarify sets the lemmas of short auxiliaries, which only the tree can tell: "'s"
// is "be" or "have", "'d" is "would" or "have".
func clarify(words []Word) {
	for i := range words {
		w := &words[i]
		if w.POS != AUX || w.Head < 0 {
			continue
		}
		h := &words[w.Head]
		done := h.Tag == "VBN" && w.Rel == "aux"
		switch plain(strings.ToLower(w.Form)) {
		case "'s":
			w.Lemma = "be"
			if done {
				w.Lemma = "have"
			}
		case "'d":
			w.Lemma = "would"
			if done || h.Tag == "VBN" && h.Feat("Voice") != "Pass" {
				w.Lemma = "have"
			}
		}
	}
}

// plain writes a word with plain apostrophes and without what is not seen.
func plain(word string) string {
	return strings.Map(func(r rune) rune {
		if isApostrophe(r) {
			return '\''
		}
		return visible(r)
	}, word)
}

func visible(r rune) rune {
	if isInvisible(r) {
		return -1
	}
	return r
}
