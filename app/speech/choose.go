package speech

import (
	"slices"
	"strings"

	txt "briefline/app/text"
)

// choose leaves one candidate for each stretch of words: of two that overlap the
// longer one, which holds the other; of two alike the one of the surer rule. A
// reported clause gives way to the quotation that is all of it, since that has the
// bytes, and lends it its cue.
func (r *reader) choose(all []candidate) []candidate {
	r.lendCues(all)
	r.pieced = map[int]int{}
	for i := range all {
		if all[i].Direct {
			r.pieced[all[i].quote]++
		}
	}
	slices.SortStableFunc(all, byWords)
	var out []candidate
	for _, c := range all {
		if c.Words.Start >= c.Words.End || r.dropped(&c) {
			continue
		}
		keep := true
		var beaten []int
		for n := len(out) - 1; n >= 0 && n >= len(out)-12; n-- {
			o := &out[n]
			shared := min(c.end(), o.end()) - max(c.Words.Start, o.Words.Start)
			if shared <= 0 {
				continue
			}
			mine, theirs := c.end()-c.Words.Start, o.end()-o.Words.Start
			if r.prose && c.Direct != o.Direct && max(mine, theirs)*10 > min(mine, theirs)*11 {
				continue
			}
			if shared*2 < min(mine, theirs) && !(c.quote >= 0 && o.quote >= 0) && !insideOf(&c, o) {
				continue
			}
			if r.better(&c, o) {
				beaten = append(beaten, n)
				continue
			}
			keep = false
			break
		}
		if !keep {
			continue
		}
		for _, n := range beaten {
			out = slices.Delete(out, n, n+1)
		}
		out = append(out, c)
	}
	slices.SortStableFunc(out, byWords)
	return out
}

func insideOf(c, o *candidate) bool {
	return c.Words.Start >= o.Words.Start && c.end() <= o.end()
}

// better reports whether c tells the words that both share better than o, which
// begins before it or is longer.
func (r *reader) better(c, o *candidate) bool {
	cs, os := c.structural(), o.structural()
	if cs != os {
		return cs
	}
	mine, theirs := c.end()-c.Words.Start, o.end()-o.Words.Start
	alike := mine*100 >= theirs*80 && theirs*100 >= mine*80
	if c.Direct != o.Direct {
		direct, other := c, o
		if o.Direct {
			direct, other = o, c
		}
		// Words of the reporter's around the quotation make the clause a longer
		// reported one, which the quotation is part of.
		whole := direct.end() - direct.Words.Start
		longer := other.end() - other.Words.Start
		if r.cueInQuote(other) || r.pieced[direct.quote] > 1 || longer*100 <= whole*125 {
			return c.Direct
		}
		return !c.Direct
	}
	if alike {
		return rank(c.Rule) < rank(o.Rule)
	}
	return mine > theirs
}

func (c *candidate) structural() bool { return c.Rule == Label || c.Rule == Answer || c.Rule == Voice }

// cueInQuote reports whether the cue of a candidate is itself quoted.
func (r *reader) cueInQuote(c *candidate) bool {
	return c.Cue.End > 0 && r.a.Quoted(c.Cue.Start) >= 0
}

// dropped reports whether a candidate says too little to be somebody's words:
// of a verb of thought or finding with nobody to think.
func (r *reader) dropped(c *candidate) bool {
	f := r.cueFrame(c)
	if c.Direct || c.structural() {
		return false
	}
	if !r.prose && r.a.Quoted(c.Words.Start) >= 0 && r.a.Quoted(c.Cue.Start) >= 0 && c.Cue.End > 0 {
		return true // somebody in a quotation tells what another says: it stands in the quotation
	}
	if c.subject >= 0 && c.cueIn >= 0 {
		s := &r.a.Sentences[c.cueIn]
		w := &s.Words[c.subject]
		if f&fWeak != 0 && f&fFinding == 0 && !r.speaks(s, c.subject) {
			return true
		}
		switch strings.ToLower(w.Form) {
		case "this", "that", "which", "there", "what", "it", "one":
			return c.Rule == Thing || c.Rule == Object || f&fWeak != 0 || strings.EqualFold(w.Form, "there")
		}
		return (c.Rule == Thing || c.Rule == Object || c.Rule == Described || c.Rule == To || c.Rule == As) && !r.speaks(s, c.subject)
	}
	return f&fWeak != 0 && c.Rule != Noun || c.Rule == Noun && c.subject < 0
}

// lendCues gives the cue of a reported clause to the quotation that it is made
// of, where that has none of its own.
func (r *reader) lendCues(all []candidate) {
	for i := range all {
		q := &all[i]
		if !q.Direct || q.subject >= 0 || q.structural() {
			continue
		}
		quote := r.a.Quotes[q.quote].Span
		for k := range all {
			c := &all[k]
			if c.Direct || c.verb < 0 || c.subject < 0 || !overlaps(c.Words, quote) || r.a.Quoted(c.Cue.Start) >= 0 {
				continue
			}
			q.cueIn, q.verb, q.subject, q.Cue = c.cueIn, c.verb, c.subject, c.Cue
			break
		}
	}
}

func overlaps(a, b txt.Span) bool { return a.Start < b.End && b.Start < a.End }
