package names

import token "briefline/app/text"

// run is a run of words with capitals, of which the last one tells most:
// "Kyrgyz Interior Ministry".
type run struct{ from, to int } // half-open

// scene is what features need of a sentence beside its words: worked out once.
type scene struct {
	ws     []word
	runs   []run  // of each word; empty for a word in none
	chains []run  // runs with the small words that join them: "Ministry of Health"
	mostly uint32 // how much of the sentence has capitals: 0 as usual, 1 a headline, 2 all of it shouted
}

func (s *scene) set(ws []word) {
	s.ws = ws
	s.runs = s.runs[:0]
	s.chains = grow(s.chains, len(ws))
	letters, capitals, shouts, long := 0, 0, 0, 0
	for i := 0; i < len(ws); {
		j := i
		for j < len(ws) && ws[j].is(capital) {
			j++
		}
		if j == i {
			s.runs = append(s.runs, run{})
			i++
			continue
		}
		for k := i; k < j; k++ {
			s.runs = append(s.runs, run{i, j})
		}
		i = j
	}
	for i := 0; i < len(ws); {
		j := s.runs[i].to
		if j <= i {
			s.chains[i] = run{}
			i++
			continue
		}
		for {
			k := j
			for k < len(ws) && k < j+2 && joins[ws[k].exact] {
				k++
			}
			if k == j || k >= len(ws) || !ws[k].is(capital) {
				break
			}
			j = s.runs[k].to
		}
		for k := i; k < j; k++ {
			s.chains[k] = run{i, j}
		}
		i = j
	}
	for i := range ws {
		if ws[i].kind != token.Word {
			continue
		}
		letters++
		if ws[i].is(capital) {
			capitals++
		}
		if ws[i].is(shouted) {
			shouts++
		}
		if !ws[i].is(capital) && ws[i].end-ws[i].start > 4 {
			long++ // a headline writes only "of", "with" and the like small
		}
	}
	s.mostly = 0
	switch {
	case letters > 3 && shouts*3 > letters*2:
		s.mostly = 2
	case letters > 3 && capitals*2 > letters && long == 0:
		s.mostly = 1
	}
}

// joins are the small words inside names.
var joins = words("of", "for", "and", "the", "de", "del", "la", "do", "da", "dos", "du", "des", "al", "bin", "ibn", "van", "von", "der", "&")

// templates is how many features a word has.
const templates = 66

// nowhere stands for the words before and behind the sentence.
var nowhere = word{exact: 1, lower: 2, shape: 3, pre2: 4, pre3: 5, suf2: 6, suf3: 7, suf4: 8}

func (s *scene) at(i int) *word {
	if i < 0 || i >= len(s.ws) {
		return &nowhere
	}
	return &s.ws[i]
}

// features writes the hashes of the features of word i. The order is the
// model's: a change here asks for another training.
func (s *scene) features(out *[templates]uint32, i int) {
	w, a, b, aa, bb := s.at(i), s.at(i-1), s.at(i+1), s.at(i-2), s.at(i+2)
	n := uint32(0)
	add := func(h uint32) {
		out[n] = mix(h + (n+1)*0x9e3779b1)
		n++
	}
	two := func(x, y uint32) uint32 { return x*0x01000193 ^ (y*0x27d4eb2f + 0x165667b1) }
	wc, ac, bc, ec, fc := uint32(w.entry.cluster), uint32(a.entry.cluster), uint32(b.entry.cluster), uint32(aa.entry.cluster), uint32(bb.entry.cluster)
	wt, at, bt := top(wc), top(ac), top(bc)
	wf, af, bf := uint32(w.entry.flags), uint32(a.entry.flags), uint32(b.entry.flags)

	add(w.exact)
	add(w.lower)
	add(two(w.lower, a.lower))
	add(two(w.lower, b.lower))
	add(two(w.lower, a.shape))
	add(two(w.lower, b.shape))
	add(w.pre2)
	add(w.pre3)
	add(w.suf2)
	add(w.suf3)
	add(w.suf4)
	add(two(w.suf3, w.shape))
	add(two(w.pre3, w.shape))
	add(two(w.lower, w.shape))

	add(a.lower)
	add(b.lower)
	add(aa.lower)
	add(bb.lower)
	add(two(a.lower, b.lower))
	add(two(aa.lower, a.lower))
	add(two(b.lower, bb.lower))
	add(two(a.lower, w.shape))
	add(two(b.lower, w.shape))
	add(a.suf3)
	add(b.suf3)

	add(w.shape)
	add(two(a.shape, w.shape))
	add(two(w.shape, b.shape))
	add(two(two(a.shape, w.shape), b.shape))
	add(two(two(aa.shape, a.shape), w.shape))
	add(two(two(w.shape, b.shape), bb.shape))

	add(wc)
	add(ac)
	add(bc)
	add(ec)
	add(fc)
	add(two(wc, ac))
	add(two(wc, bc))
	add(two(wt, w.shape))
	add(two(wt, at))
	add(two(wt, bt))
	add(two(two(at, wt), bt))
	add(two(two(ac, w.shape), b.shape))
	add(two(two(bc, w.shape), a.shape))
	add(two(wc, w.shape))

	add(two(wf, w.shape))
	add(two(two(af, wf), w.shape))
	add(two(two(wf, bf), w.shape))
	add(two(two(af, wf), bf))
	add(uint32(w.phrase))
	add(two(uint32(w.phrase), wf))
	add(two(uint32(b.phrase), w.shape))

	place := uint32(0) // where in the sentence
	if i == 0 {
		place = 1
	}
	here := uint32(w.form & (lowerHere | upperHere | shouted | joined))
	add(two(place, w.shape))
	add(two(two(place, w.shape), two(here, s.mostly)))
	add(two(two(here, wf), two(place, s.mostly)))
	add(two(two(place, wc), here))

	r := s.runs[i]
	head, before, behind := &nowhere, s.at(r.from-1), s.at(r.to)
	if r.to > r.from {
		head = &s.ws[r.to-1]
	} else {
		before, behind = &nowhere, &nowhere
	}
	where := uint32(min(i-r.from, 3))*4 + uint32(min(r.to-1-i, 3))
	add(head.lower)
	add(two(uint32(head.entry.cluster), where))
	add(two(before.lower, where))
	add(two(behind.lower, where))
	add(two(where, s.mostly))
	add(two(two(uint32(before.entry.cluster), uint32(head.entry.flags)), where))

	c := s.chains[i]
	lead, tail := &nowhere, &nowhere
	if c.to > c.from {
		lead, tail = &s.ws[c.from], &s.ws[c.to-1]
	}
	where = uint32(min(i-c.from, 3))*4 + uint32(min(c.to-1-i, 3))
	add(two(lead.lower, where))
	add(two(uint32(lead.entry.cluster), where))
	add(two(tail.lower, lead.lower))
	add(two(two(uint32(tail.entry.cluster), uint32(lead.entry.cluster)), where))
}

// top returns the coarse cluster that a cluster is a part of.
func top(cluster uint32) uint32 { return (cluster + clustersInOne - 1) / clustersInOne }

const clustersInOne = 16
