package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// follower is what stands behind a short form and its stop.
type follower struct {
	text string
	next int  // where it begins
	r    rune // its first character
	word string
	dot  int // where the stop of the short form is
}

// starts reports whether it begins with a word that begins sentences.
func (f follower) starts() bool { return unicode.IsUpper(f.r) && starters[f.first()] }

// first is its first word in lower case.
func (f follower) first() string { return wordAfter(f.text, f.next) }

// short returns the rule for words that are short for others and end in a stop of
// their own. ok is false for all other words.
func short(word string) (rule func(follower) Break, ok bool) {
	low := strings.ToLower(word)
	first, size := utf8.DecodeRuneInString(word)
	upper := unicode.IsUpper(first)
	switch {
	case low == "a.m" || low == "p.m":
		return hour, true
	case numbered[low] && word != "C" && word != "P":
		return ordinal, true
	case upper && size == len(word):
		return initial, true
	case monthWords[low]:
		return month, true
	case titles[low]:
		return goesOn, true
	case shortMonths[low] || shortDays[low]:
		return date, true
	case low == "etc":
		return list, true
	case firms[low] || upper && states[low] || initialism(low):
		return closed, true
	}
	return nil, false
}

// initialism reports whether a word is of single letters with stops between: "u.s".
func initialism(low string) bool {
	letters := strings.Split(low, ".")
	for _, l := range letters {
		if utf8.RuneCountInString(l) != 1 {
			return low == "ph.d"
		}
	}
	return len(letters) > 1
}

func goesOn(follower) Break { return never }

// ordinal: a number goes on, anything else begins.
func ordinal(f follower) Break {
	if unicode.IsDigit(f.r) {
		return never
	}
	return Sure
}

// date: "Sept. 29", "on Sat. The".
func date(f follower) Break {
	if f.starts() && !monthWords[f.first()] && !shortMonths[f.first()] {
		return Likely
	}
	return never
}

// month: "May. 9, 2019".
func month(f follower) Break {
	if dayAndYear(f.text[f.next:]) {
		return never
	}
	return Sure
}

// hour: "5 p.m. Monday", "8 a.m. EST".
func hour(f follower) Break {
	w := f.first()
	if monthWords[w] || shortMonths[w] || dayWords[w] || shortDays[w] || zoneWords[w] || !unicode.IsUpper(f.r) {
		return never
	}
	if starters[w] {
		return Sure
	}
	return Likely
}

// list: "etc." goes on or ends.
func list(f follower) Break {
	if unicode.IsUpper(f.r) {
		return Likely
	}
	return never
}

// closed: what may end a sentence or go on: "Acme Inc. Chairman Lind", "the U.S. Army",
// "HAYWARD, Calif. (AP)".
func closed(f follower) Break {
	switch {
	case f.starts():
		return Likely
	case unicode.IsUpper(f.r):
		return Unlikely
	case strings.ContainsRune("\"“'‘«", f.r):
		return Likely
	}
	return never
}

// initial: "J. Smith", "Plan B. The".
func initial(f follower) Break {
	w := f.first()
	before := strings.TrimRight(f.text[:f.dot-len(f.word)], " ")
	begin := strings.LastIndexAny(before, " \n\t") + 1
	r, _ := utf8.DecodeRuneInString(before[begin:])
	switch {
	case f.starts() && w != "i":
		return Likely
	case unicode.IsUpper(f.r) && unicode.IsLower(r) && len(before) > begin:
		return Unlikely // "said J. Smith", "vitamin C. Smith"
	case unicode.IsUpper(f.r):
		return never
	}
	return Sure
}
