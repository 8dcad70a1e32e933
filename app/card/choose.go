package card

import (
	"cmp"
	"slices"

	"briefline/app/scorer"
	"briefline/app/syntax"
)

// Choice is what the card shows, as sentences of the text.
type Choice struct {
	Lead   int // the bottom line, -1 for none
	Points []Point
}

// Point is a key point.
type Point struct {
	Sentence   int
	Confidence float64 // that a reader with one minute wants it
}

const (
	fewestPoints = 3
	mostPoints   = 5
	// enough is the score from which a point is worth its place beyond the fewest.
	// Higher, more of the lines are right and more of what must be said is missing.
	enough = .5
	// barely is the score under which no sentence is shown, however few there are.
	barely = .08
	// repeats is the share of a sentence's content words that a line of the card
	// may have said before.
	repeats = .6
)

// Choose picks the bottom line and the key points, these in the order of the
// text. Nothing is chosen from a text in which no sentence stands alone.
func Choose(m *scorer.Model, in Input) Choice {
	p := prepare(in)
	scores := make([]float64, len(in.A.Sentences))
	for i := range scores {
		if p.stands(i) {
			scores[i] = m.Score(p.features(i))
		}
	}
	c := Choice{Lead: p.bottomLine(scores)}
	var order []int
	for i, s := range scores {
		if s > barely && i != c.Lead {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(scores[y], scores[x]) })
	told := map[string]bool{}
	tell := func(i int) {
		for _, w := range p.lemmas[i] {
			told[w] = true
		}
	}
	if c.Lead >= 0 {
		tell(c.Lead)
	}
	for _, i := range order {
		if len(c.Points) == mostPoints || len(c.Points) >= fewestPoints && scores[i] < enough {
			break
		}
		if p.allQuoted(i) && !p.knownSpeaker(i) || p.leans(i) || p.repeated(i, told) {
			continue
		}
		c.Points = append(c.Points, Point{Sentence: i, Confidence: scores[i]})
		tell(i)
	}
	p.even(&c, order, scores, told)
	slices.SortFunc(c.Points, func(x, y Point) int { return cmp.Compare(x.Sentence, y.Sentence) })
	return c
}

// leans reports whether a sentence cannot stand alone: it opens with a pronoun
// that no name can be put for.
func (p *prepared) leans(i int) bool {
	w := &p.A.Sentences[i].Words[0]
	if w.POS != syntax.PRON || w.Feat("Person") != "3" || w.Lemma == "it" || w.Feat("Poss") == "Yes" {
		return false
	}
	return p.Named == nil || !p.Named(i)
}

// even sees to it that of two sides that speak neither has two points more than
// the other: the weakest point of the one gives way to the best of the other, or
// to none.
func (p *prepared) even(c *Choice, order []int, scores []float64, told map[string]bool) {
	if p.Side == nil {
		return
	}
	sides := map[string]bool{}
	for i := range p.said {
		if s := p.side(i); s != "" {
			sides[s] = true
		}
	}
	if len(sides) != 2 {
		return
	}
	for range mostPoints {
		count := map[string]int{}
		for side := range sides {
			count[side] = 0
		}
		for _, x := range c.Points {
			if s := p.side(x.Sentence); s != "" {
				count[s]++
			}
		}
		much, little := "", ""
		for side, n := range count {
			if much == "" || n > count[much] || n == count[much] && side < much {
				much = side
			}
		}
		for side := range count {
			if side != much {
				little = side
			}
		}
		if count[much]-count[little] < 2 {
			return
		}
		weakest := -1
		for k, x := range c.Points {
			if p.side(x.Sentence) == much && (weakest < 0 || x.Confidence < c.Points[weakest].Confidence) {
				weakest = k
			}
		}
		c.Points = slices.Delete(c.Points, weakest, weakest+1)
		for _, i := range order {
			if p.side(i) == little && !slices.ContainsFunc(c.Points, func(x Point) bool { return x.Sentence == i }) && !p.repeated(i, told) {
				c.Points = append(c.Points, Point{Sentence: i, Confidence: scores[i]})
				break
			}
		}
	}
}

func (p *prepared) side(i int) string {
	if len(p.said[i]) == 0 {
		return ""
	}
	return p.Side(i)
}

// bottomLine is the best sentence of the lead that tells what happened, else the
// best of the first sentences that stand. A quotation, a question or what only
// points back is none.
func (p *prepared) bottomLine(scores []float64) int {
	const reach = 6 // sentences: below, nothing is the lead
	best, at := 0.0, -1
	seen := 0
	for i, s := range scores {
		if s == 0 || p.quoted(i) == "all" || p.pointsBack(i) {
			continue
		}
		if seen++; seen > reach {
			break
		}
		// Each sentence further down must be much better to pass the one above.
		if s *= 1 - .12*float64(seen-1); s > best {
			best, at = s, i
		}
	}
	return at
}

// pointsBack reports whether a sentence leans on the one before: it begins with
// "he", "this" or "but".
func (p *prepared) pointsBack(i int) bool {
	s := &p.A.Sentences[i]
	w := &s.Words[0]
	switch w.POS {
	case syntax.CCONJ:
		return true
	case syntax.PRON:
		return w.Feat("Person") == "3" && w.Lemma != "it" || w.Feat("PronType") == "Dem"
	case syntax.DET:
		return w.Feat("PronType") == "Dem"
	case syntax.ADV:
		return backward[w.Lemma]
	}
	return false
}

var backward = map[string]bool{"however": true, "then": true, "also": true, "meanwhile": true, "instead": true, "thus": true, "therefore": true, "moreover": true, "furthermore": true}

// allQuoted reports whether a sentence is nothing but somebody's words.
func (p *prepared) allQuoted(i int) bool { return p.quoted(i) == "all" }

func (p *prepared) knownSpeaker(i int) bool {
	return len(p.said[i]) > 0 && p.said[i][0].Known
}

// repeated reports whether the card has said most of a sentence already.
func (p *prepared) repeated(i int, told map[string]bool) bool {
	same, all := 0, map[string]bool{}
	for _, w := range p.lemmas[i] {
		if !all[w] {
			all[w] = true
			if told[w] {
				same++
			}
		}
	}
	return len(all) == 0 || float64(same) >= repeats*float64(len(all))
}

// Examples returns the features of every sentence that can stand on the card, to
// train on: right tells whether a reader wants sentence i, with which weight.
func Examples(in Input, right func(i int) (bool, float64)) []scorer.Example {
	p := prepare(in)
	var out []scorer.Example
	for i := range in.A.Sentences {
		if p.stands(i) {
			yes, weight := right(i)
			out = append(out, scorer.Example{Features: p.features(i), Right: yes, Weight: weight})
		}
	}
	return out
}
