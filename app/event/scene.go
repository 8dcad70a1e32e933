package event

import (
	"briefline/app/analysis"
	"briefline/app/edtf"
)

// scene is the day that the lead tells its news of: "… on Sunday, police said".
type scene struct {
	date edtf.Date // zero when the lead tells none
	n    int       // its expression
}

// readCalm notes the sentences whose place tells of the news only: the article has
// hardly any older dates, none stands in the paragraph so far, and the last date
// told is of the week of the news. A text of a few sentences shows no place at all.
func (r *reader) readCalm() {
	r.calm = make([]bool, len(r.sents))
	if r.a.Published.IsZero() || r.a.Talk != analysis.Prose || r.oldShare >= mostOld || len(r.sents) < leastCalm {
		return
	}
	pub := r.a.Published.Bounds()
	near, oldPar := true, -1 // of the last date told; the last paragraph with an older one
	for _, s := range r.sents {
		before := near
		for _, q := range s.whens {
			if q.edtf.IsZero() || q.edtf.Bounds().FromEnd != edtf.EndKnown || q.name {
				continue
			}
			if q.year() < yearOf(r.a.Published) {
				oldPar = s.par
			}
			if v := s.over(q.head); s.n == r.a.Headline || q.edtf.Kind() == edtf.KindInterval || v >= 0 && r.planned(s, v) {
				continue
			}
			b := q.edtf.Bounds()
			near = b.From <= pub.From && b.To >= pub.To || b.From < pub.To && pub.To-b.To <= nearDays*day
		}
		r.calm[s.n] = before && oldPar != s.par
	}
}

// Limits of a calm place.
const (
	mostOld   = .5 // share of dates before the year of publication
	leastCalm = 8  // sentences of an article
	nearDays  = 8  // from the last date told to publication
)

const day = 24 * 60 * 60

// sceneReach is how many days before publication the scene may lie.
const sceneReach = 10

// readScene finds the scene: a day of the last ten in the first three sentences of
// the lead and the paragraph after it. One that hangs on the main verb goes before
// others; none counts within a relative clause, a report inside the sentence, a
// quotation or a clause that looks ahead.
func (r *reader) readScene() {
	r.scene.n = -1
	if r.a.Published.IsZero() {
		return
	}
	to := r.a.Published.Bounds().To
	seen := 0
	for _, s := range r.sents {
		if s.n == r.a.Headline || r.a.Furniture[s.n] || r.distance(s) < 0 {
			continue
		}
		if r.distance(s) > 1 || seen == 3 {
			break
		}
		seen++
		var best *when
		for _, q := range s.whens {
			if !q.day() || q.quoted {
				continue
			}
			b := q.edtf.Bounds()
			if b.From >= to || to-b.To > sceneReach*day || !r.inMain(q) {
				continue
			}
			if best == nil || s.onRoot(q) && !s.onRoot(best) {
				best = q
			}
		}
		if best != nil {
			r.scene = scene{date: best.theDay(), n: best.n} // the hour is that of one happening
			return
		}
	}
}

func (s *sent) onRoot(q *when) bool {
	return s.Words[q.head].Head == s.Root() && s.Is(q.head, "obl", "advmod", "nmod")
}

// inMain reports whether a date stands in no relative clause and no report, and
// its clause does not look ahead.
func (r *reader) inMain(q *when) bool {
	s := q.s
	for i := q.head; i >= 0 && i != s.Root(); i = s.Words[i].Head {
		if i == q.head || !s.Is(i, "acl", "ccomp") {
			continue
		}
		if h := s.Words[i].Head; s.Is(i, "ccomp") && h == s.Root() && is(s.lemma(h), "speech") {
			continue // "hit on Sunday, officials said": what they say is the news
		}
		return false
	}
	v := s.over(q.head)
	return v < 0 || !r.planned(s, v)
}
