// Package wordlist knows which English words there are, to tell words that are
// run together ("hasled") from words that are only rare. It is pure: the caller
// passes the packed list.
package wordlist

import (
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// List is a set of words, kept as sorted hashes (FNV-1a, 32 bits): it answers
// wrongly for one word in 25,000 that it does not hold. Read makes one; the zero
// List is empty.
type List struct {
	common, rest []uint32
}

// ErrForm is returned for bytes that are no packed list.
var ErrForm = errors.New("no packed word list")

// Read unpacks a list that script/words packed.
func Read(packed []byte) (*List, error) {
	rest, ok := strings.CutPrefix(string(packed), "BLW1")
	if !ok {
		return nil, ErrForm
	}
	l := &List{}
	data := []byte(rest)
	for _, part := range []*[]uint32{&l.common, &l.rest} {
		n, size := binary.Uvarint(data)
		if size <= 0 || n > uint64(len(data)) {
			return nil, ErrForm
		}
		data = data[size:]
		*part = make([]uint32, n)
		last := uint64(0)
		for i := range *part {
			step, size := binary.Uvarint(data)
			if size <= 0 || step > 1<<32 {
				return nil, ErrForm
			}
			data = data[size:]
			last += step
			(*part)[i] = uint32(last)
		}
	}
	return l, nil
}

// Has reports whether w, in lower case, is a word.
func (l *List) Has(w string) bool { return l.Common(w) || in(l.rest, w) }

// Common reports whether w, in lower case, is one of the 40,000 words in most
// use.
func (l *List) Common(w string) bool { return in(l.common, w) }

func in(hashes []uint32, w string) bool {
	h := uint32(2166136261)
	for i := range len(w) {
		h = (h ^ uint32(w[i])) * 16777619
	}
	_, found := slices.BinarySearch(hashes, h)
	return found
}

// longest is the size in bytes of a word over which it is not taken apart: two
// common words are no longer together.
const longest = 32

// Split takes a word apart that is no word but two run together: "hasled" into
// "has", "led"; "regiondespite" into "region", "despite". One of the two must be
// a word that ties others together ("the", "with", "despite") and the other a
// common one: new compounds ("battlespace") and names that happen to fall into
// words ("Bagram", "Norway", "YouTube") are none. Of several ways the one with
// the longest tie wins. ok is false for everything else.
func (l *List) Split(word string) (first, second string, ok bool) {
	if len(word) > longest || utf8.RuneCountInString(word) < 5 {
		return "", "", false
	}
	lower := strings.ToLower(word)
	if len(lower) != len(word) || l.Has(lower) || strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) >= 0 {
		return "", "", false
	}
	name := word[1:] != lower[1:] || word[0] != lower[0]
	if word[1:] != lower[1:] || l.derived(lower) {
		return "", "", false
	}
	best, at := 0, 0
	for i := 2; i < len(lower)-1; i++ {
		if !utf8.RuneStart(lower[i]) {
			continue
		}
		a, b := lower[:i], lower[i:]
		score := 0
		if starts[a] || ties[a] && !name {
			score = l.beside(a, b)
		}
		if ties[b] && !name {
			score = max(score, l.beside(b, a))
		}
		if score > best {
			best, at = score, i
		}
	}
	return word[:at], word[at:], best > 0
}

// derived reports whether w is made from a word by an ending or a beginning: no
// list has all of these.
func (l *List) derived(w string) bool {
	for _, end := range []string{"s", "ed", "ing", "er", "ly", "ness", "less"} {
		if stem, cut := strings.CutSuffix(w, end); cut && (l.Has(stem) || l.Has(stem+"e") || l.Has(stem+"y")) {
			return true
		}
	}
	for _, start := range []string{"non", "un", "re", "anti", "pre", "post", "over", "under", "counter", "inter", "multi", "super", "sub", "co", "mis", "cyber", "eco", "bio", "geo", "pro", "de", "dis", "out"} {
		if stem, cut := strings.CutPrefix(w, start); cut && len(stem) > 2 && l.Has(stem) {
			return true
		}
	}
	return false
}

// beside says how surely the tying word stands beside other; 0 is not at all.
func (l *List) beside(tie, other string) int {
	switch {
	case len(other) < 3 && !ties[other] || !l.Common(other):
		return 0
	case len(tie) == 2 && len(other) < 6: // half of all words begin with "to" or "of"
		return 0
	}
	return len(tie)
}

// starts are the tying words that also begin a sentence; ties are all of them.
// Left out is what often stands in compounds or names: "off", "over", "all",
// "nor", "for", "being".
var starts, ties = set(`the this that these those with from after before since despite between while because although`),
	set(`the this that these those with from after before since despite between while because although
		and but yet within without into upon to of as about above across against along among behind below
		beside beyond during near towards toward under until via than which who whom whose when where though
		unless whether is are was were has have had does did will would shall should could might must
		not his her its their your them they you it we he each every such other also very more said says`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
