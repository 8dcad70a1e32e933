package event

import (
	"briefline/app/analysis"
	txt "briefline/app/text"
)

// Example is a candidate as a trainer sees it.
type Example struct {
	Features      []string
	Title         string
	Sentence      int
	Trigger, Span txt.Span
}

// Examples returns the candidates of an article, in the order of the text.
func Examples(a *analysis.Analysis) []Example {
	r := newReader(a)
	var out []Example
	for _, c := range r.candidates() {
		out = append(out, Example{r.features(c), c.title.text, c.s.n, c.s.Words[c.at].Span, c.span})
	}
	return out
}

// Dates returns a function that dates an event which was drafted from the tellings
// at stretches of the text, the first one first; its ok is false when none of them
// is a candidate.
func Dates(a *analysis.Analysis) func(at []txt.Span) (date Dating, others []Dating, ok bool) {
	r := newReader(a)
	by := map[txt.Span][]*candidate{}
	for _, c := range r.candidates() {
		by[c.span] = append(by[c.span], c)
	}
	return func(at []txt.Span) (Dating, []Dating, bool) {
		var t telling
		for _, span := range at {
			for _, c := range by[span] {
				if t.main == nil {
					t.main = c
				} else {
					t.again = append(t.again, c)
				}
			}
		}
		if t.main == nil {
			return Dating{}, nil, false
		}
		var e Event
		r.dateAll(&t, &e)
		return e.Date, e.Others, true
	}
}

// NewModel returns a model with the weights of the two scorers, by feature.
func NewModel(best, touch map[string]float64, threshold float64) *Model {
	return &Model{best: best, touch: touch, Threshold: threshold}
}

// Calibrate sets the curve of confidence: scores in ascending order with how many
// of a hundred events near each were right, divided by 100.
func (m *Model) Calibrate(scores, right []float64) {
	m.curve = nil
	for i := range scores {
		m.curve = append(m.curve, point{scores[i], right[i]})
	}
}
