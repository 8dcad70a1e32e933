package event

import (
	"slices"
	"strings"
	"sync"

	"briefline/app/lexicon"
)

// vocabulary is what the lexicon tells of happenings.
type vocabulary struct {
	verbs, nouns, names *lexicon.Class
	stop                map[string]bool
}

var words = sync.OnceValue(func() *vocabulary {
	l := lexicon.English()
	return &vocabulary{verbs: l.Class("happenings"), nouns: l.Class("event-nouns"), names: l.Class("event-names"), stop: set(stopWords)}
})

// stopWords say nothing of what happened.
const stopWords = `a an the of in on at to for and or by with from as is was were are be been has have had his her its their it he she they that this which who whom will would said says say not no new into after before over under about up out than more`

// is reports whether a verb is of a kind.
func is(lemma, kind string) bool { return words().verbs.Has(lemma, kind) }

// kinds are the kinds of a verb, nil for one that is not listed.
func kinds(lemma string) []string { return words().verbs.Marks(lemma) }

// happening reports whether a noun names one.
func happening(lemma string) bool { return words().nouns.Has(lemma) }

// kin reports whether a noun tells what a verb does: "death" and "die".
func kin(verb, noun string) bool {
	return !strings.HasPrefix(verb, "of-") && slices.Contains(words().nouns.Marks(noun), verb)
}

// ofWhom is the verb that a noun stands for when it says whose happening it is,
// "be arrested" for "arrest"; empty where it is not clear which.
func ofWhom(noun string) string {
	m := words().nouns.Marks(noun)
	switch {
	case slices.Contains(m, "of-active"):
		return m[0]
	case slices.Contains(m, "of-passive"):
		return "be " + participleOf(m[0])
	}
	return ""
}

// participleOf is the past participle of the verbs that have a mark "of-passive".
func participleOf(verb string) string {
	switch {
	case verb == "bear":
		return "born"
	case strings.HasSuffix(verb, "y"):
		return verb[:len(verb)-1] + "ied"
	case strings.HasSuffix(verb, "e"):
		return verb + "d"
	case strings.HasSuffix(verb, "el"), strings.HasSuffix(verb, "it"):
		return verb + verb[len(verb)-1:] + "ed"
	}
	return verb + "ed"
}

func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}
