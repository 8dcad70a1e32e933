package event

import (
	"strconv"

	"briefline/app/edtf"
)

// age is an age that the text tells: "at the age of 14", "aged 53".
type age struct {
	s     *sent
	at    int
	years int
}

var ageWords = map[string]int{"six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}

// readAges finds the ages told and the years of birth, each with its person.
func (r *reader) readAges() {
	for _, s := range r.sents {
		for i := range s.Words {
			n, err := strconv.Atoi(s.low[i])
			if err != nil {
				n = ageWords[s.low[i]]
			}
			if n < 3 || n > 110 || i == 0 {
				continue
			}
			before := s.low[i-1]
			if before == "age" || before == "aged" || before == "of" && i > 1 && s.low[i-2] == "age" {
				r.ages = append(r.ages, age{s, i, n})
			}
		}
	}
	for _, q := range r.whens {
		if q.life == "born" {
			r.births[q.s.group[q.owner]] = int(q.year())
		}
	}
	for _, s := range r.sents {
		for i := range s.Words {
			if s.lemma(i) != "bear" || !s.clause[i] {
				continue
			}
			subject, _ := s.subject(i)
			if subject < 0 || s.group[subject] < 0 {
				continue
			}
			for _, q := range s.whens {
				if !q.edtf.IsZero() && s.Words[q.head].Head == i {
					if _, known := r.births[s.group[subject]]; !known {
						r.births[s.group[subject]] = int(q.year())
					}
				}
			}
		}
	}
}

// byAge counts the year of an event from the age that its clause gives the person
// whose birth is known.
func (r *reader) byAge(c *candidate) *link {
	if c.subject < 0 || c.noun || is(c.s.lemma(c.at), "harm") && c.s.lemma(c.at) != "survive" {
		return nil
	}
	born, ok := r.births[c.s.group[c.subject]]
	if !ok || c.s.group[c.subject] < 0 {
		return nil
	}
	for _, a := range r.ages {
		if a.s != c.s || c.s.over(a.at) != c.at && c.s.Words[a.at].Head != c.at {
			continue
		}
		text := strconv.Itoa(born+a.years) + "~"
		if p := c.s.kidLemma(a.at, "case", "before", "by"); p >= 0 || a.at > 1 && c.s.low[a.at-2] == "before" {
			text = "../" + strconv.Itoa(born+a.years)
		}
		d, err := edtf.Parse(text)
		if err != nil {
			return nil
		}
		return &link{when: &when{n: -1, s: c.s, from: a.at, to: a.at + 1, head: a.at, edtf: d}}
	}
	return nil
}
