package extract

import (
	"strings"

	"briefline/app/briefing"
	token "briefline/app/text"
)

// likeness compares what two stretches of text say by their words, ties such as
// "the" and "of" apart: how much of the shorter one stands in the longer one,
// from 0 to 1, in the same order.
func likeness(text string, a, b briefing.Span) float64 {
	return alike(content(text, a), content(text, b))
}

// alike is likeness of the words that content returns.
func alike(x, y []string) float64 {
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < 4 {
		return 0 // too short to tell
	}
	return float64(common(x, y)) / float64(len(x))
}

// mostWords bounds the words of one statement that are compared.
const mostWords = 120

func content(text string, s briefing.Span) []string {
	var out []string
	for _, t := range token.Split(text, s) {
		if t.Kind == token.Punct {
			continue
		}
		if w := strings.ToLower(t.Text(text)); !ties[w] {
			out = append(out, w)
		}
		if len(out) == mostWords {
			break
		}
	}
	return out
}

// common returns the length of the longest common subsequence.
func common(x, y []string) int {
	row := make([]int, len(y)+1)
	for i := range x {
		diagonal := 0
		for j := range y {
			above := row[j+1]
			if x[i] == y[j] {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			diagonal = above
		}
	}
	return row[len(y)]
}

// differing returns the words of a that b has not, and the other way round, when
// each is one stretch: what one telling words otherwise than the other. Zero
// spans when there is more than one such place.
func differing(text string, a, b briefing.Span) (inA, inB briefing.Span) {
	x, y := token.Split(text, a), token.Split(text, b)
	if len(x) > mostWords || len(y) > mostWords {
		return
	}
	same := func(i, j int) bool { return strings.EqualFold(x[i].Text(text), y[j].Text(text)) }
	from := 0
	for from < len(x) && from < len(y) && same(from, from) {
		from++
	}
	if from == len(x) || from == len(y) {
		return
	}
	// One word for another, with the same words around.
	const most = 4
	for i := 1; i <= most && from+i <= len(x); i++ {
		for j := 1; j <= most && from+j <= len(y); j++ {
			rest := 0
			for from+i+rest < len(x) && from+j+rest < len(y) && same(from+i+rest, from+j+rest) {
				rest++
			}
			if from+i+rest == len(x) || from+j+rest == len(y) {
				const least = 3 // words in common, or it is chance
				if rest == 0 || from+rest < least {
					continue
				}
				end := func(toks []token.Token, n int) briefing.Span {
					last := from + n + min(rest, 1) - 1
					return briefing.Span{Start: toks[from].Start, End: toks[last].End}
				}
				return end(x, i), end(y, j)
			}
		}
	}
	return
}

var ties = set(`the a an of to in on at by for from with and or but that this these those its it his her their he she they
	is are was were be been has have had will would as also any s`)
