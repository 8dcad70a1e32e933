package event

import (
	"briefline/app/edtf"
)

// scene is the day that the lead tells its news of: "… on Sunday, police said".
type scene struct {
	date edtf.Date // zero when the lead tells none
	n    int       // its expression
}

const day = 24 * 60 * 60

// sceneReach is how many days before publication the scene may lie.
const sceneReach = 10

// readScene finds the scene: a day of the last ten in the first three sentences of
// the lead and the paragraph after it. One that hangs on the main verb goes before
// others; none counts within a relative clause, a report, a quotation or a clause
// that looks ahead.
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
			r.scene = scene{date: best.edtf, n: best.n}
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
		if i != q.head && s.Is(i, "acl", "ccomp") {
			return false
		}
	}
	v := s.over(q.head)
	return v < 0 || !r.planned(s, v)
}
