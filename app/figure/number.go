package figure

import (
	"math"
	"strconv"
	"strings"

	"briefline/app/syntax"
)

// quantity is a number as the text gives it.
type quantity struct {
	from, to  int     // words of the sentence, half-open: "at least 2.7 million"
	low, high float64 // "at least 90" is 90 and 90: words tell the bound
	main      int     // the word that governs the others
	digits    bool    // written in figures
}

var ones = map[string]float64{
	"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
	"twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"one": 1, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

var scales = map[string]float64{
	"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12,
	"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12, "crore": 1e7, "lakh": 1e5,
}

// bounds stand before a number and belong to it.
var bounds = map[string]bool{
	"at": true, "least": true, "most": true, "more": true, "less": true, "fewer": true, "than": true, "about": true, "around": true,
	"nearly": true, "almost": true, "some": true, "over": true, "under": true, "roughly": true, "approximately": true, "up": true,
	"to": true, "only": true, "just": true, "another": true, "below": true, "above": true, "well": true, "as": true, "many": true,
}

// digitsOf reads "1,200", "3.5", "3bn", "40%"; ok is false for what is no plain
// number: "12th", "787-8", "1990s", "16:40".
func digitsOf(form string) (value float64, ok bool) {
	end := 0
	for end < len(form) && (form[end] >= '0' && form[end] <= '9' || end > 0 && (form[end] == ',' || form[end] == '.')) {
		end++
	}
	if end == 0 {
		return 0, false
	}
	scale := 1.0
	if rest := strings.ToLower(strings.Trim(form[end:], ".")); rest != "" {
		if scale = scales[rest]; scale == 0 {
			return 0, false
		}
	}
	number := strings.TrimRight(form[:end], ",.")
	whole, _, decimal := strings.Cut(number, ".")
	groups := strings.Split(whole, ",")
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return 0, false
		}
	}
	if decimal && strings.Count(number, ".") > 1 || len(groups) > 1 && len(groups[0]) > 3 {
		return 0, false
	}
	value, err := strconv.ParseFloat(strings.ReplaceAll(number, ",", ""), 64)
	return value * scale, err == nil && !math.IsInf(value*scale, 0)
}

// wordOf reads a number word, also "twenty-six" as one word.
func wordOf(form string) (value float64, ok bool) {
	low := strings.ToLower(form)
	if v := ones[low]; v > 0 {
		return v, true
	}
	if ten, one, hyphen := strings.Cut(low, "-"); hyphen && ones[ten] >= 20 && ones[one] > 0 && ones[one] < 10 {
		return ones[ten] + ones[one], true
	}
	return 0, false
}

// readNumber reads the number that begins at word i: digits or words, and the
// scales after them. to is i for none.
func readNumber(words []syntax.Word, i int) (value float64, to int, digits bool) {
	form := words[i].Form
	v, ok := digitsOf(form)
	digits = ok
	if !ok {
		if v, ok = wordOf(form); !ok {
			if s := strings.ToLower(form); (s == "a" || s == "several") && i+1 < len(words) && scales[words[i+1].Lemma] >= 12 && s == "a" {
				return scales[words[i+1].Lemma], i + 2, false
			}
			return 0, i, false
		}
	}
	to = i + 1
	if !digits && to+1 < len(words) && words[to].Form == "-" { // "twenty-six" as three words
		if one, ok := wordOf(words[to+1].Form); ok && v >= 20 && one < 10 {
			v, to = v+one, to+2
		}
	} else if !digits && v >= 20 && v < 100 && to < len(words) {
		if one, ok := wordOf(words[to].Form); ok && one < 10 {
			v, to = v+one, to+1
		}
	}
	for to < len(words) {
		s := scales[strings.ToLower(words[to].Form)]
		if s == 0 || len(words[to].Form) < 2 {
			break
		}
		v, to = v*s, to+1
		if to+1 < len(words) && s == 100 && strings.EqualFold(words[to].Form, "and") { // "two hundred and ten"
			if more, ok := wordOf(words[to+1].Form); ok {
				v, to = v+more, to+2
			}
		}
	}
	return v, to, digits
}

// quantities returns the numbers of a sentence in order. skip tells words that
// are part of a date or a name.
func quantities(s *syntax.Sentence, skip func(word int) bool) []quantity {
	var out []quantity
	for i := 0; i < len(s.Words); i++ {
		if skip(i) {
			continue
		}
		v, to, digits := readNumber(s.Words, i)
		if to == i || !glueFree(s.Words, i, to) {
			continue
		}
		q := quantity{from: i, to: to, low: v, high: v, digits: digits}
		change := s.Words[max(0, i-1)].Lemma == "from"                   // "from 97 to 163" are two
		if to+1 < len(s.Words) && isRange(s.Words[to].Form) && !change { // "20 to 30", "20-30"
			if w, end, more := readNumber(s.Words, to+1); end > to+1 && more == digits && w > v {
				if v < 1000 && scaleOf(s.Words, to+1, end) > 1 && scaleOf(s.Words, i, to) == 1 { // "2-3 million"
					q.low = v * scaleOf(s.Words, to+1, end)
				}
				q.high, q.to = w, end
			}
		}
		for q.from > 0 && bounds[strings.ToLower(s.Words[q.from-1].Form)] && i-q.from < 4 && !skip(q.from-1) {
			q.from--
		}
		for q.from < i && !opensBound(s.Words, q.from, i) {
			q.from++
		}
		q.main = s.HeadOf(i, q.to)
		out = append(out, q)
		i = q.to - 1
	}
	return out
}

// opensBound reports whether the words from to number are a bound as people
// write it: "to" and "as" alone are prepositions.
func opensBound(words []syntax.Word, from, number int) bool {
	first := strings.ToLower(words[from].Form)
	switch first {
	case "at":
		next := strings.ToLower(words[min(from+1, number)].Form)
		return next == "least" || next == "most"
	case "more", "less", "fewer", "up", "well", "as":
		return number-from > 1
	case "to", "than", "least", "most", "many":
		return false
	}
	return true
}

func isRange(form string) bool { return form == "-" || form == "–" || form == "to" || form == "—" }

// scaleOf is the product of the scales among words[from:to].
func scaleOf(words []syntax.Word, from, to int) float64 {
	scale := 1.0
	for i := from; i < to; i++ {
		if s := scales[strings.ToLower(words[i].Form)]; s > 0 && len(words[i].Form) > 1 {
			scale *= s
		}
	}
	return scale
}

// glueFree reports whether nothing is written onto the number that makes it part
// of a name or a code: "Boeing-787", "A380", "16:40", "2/3", "3-1".
func glueFree(words []syntax.Word, from, to int) bool {
	joins := func(form string) bool { return strings.ContainsAny(form, "-–/:_") && len(form) <= len("–") }
	if from > 1 && !words[from].Blank && joins(words[from-1].Form) && !words[from-1].Blank {
		return false
	}
	if to+1 < len(words) && !words[to].Blank && joins(words[to].Form) && !words[to+1].Blank {
		_, end, _ := readNumber(words, to+1)
		return end > to+1 && isRange(words[to].Form)
	}
	return true
}
