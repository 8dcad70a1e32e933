package names

import token "briefline/app/text"

// A name that was found once is found everywhere in the document, and is of one
// kind: most sentences tell less of a name than the clearest one does.

// mention is a name in the words of a document.
type mention struct {
	from, to int // half-open
	kind     Kind
	key      uint32
}

// tally is what a document says of one name.
type tally struct {
	kinds  [Place + 1]int // how often it was labelled so; 0 is not at all
	person bool           // the end of a longer person's name: a surname
}

func (t *tally) kind() (k Kind, sure bool) {
	k = Person
	for _, other := range []Kind{Organisation, Place} {
		if t.kinds[other] > t.kinds[k] {
			k = other
		}
	}
	rivals := t.kinds[Person] + t.kinds[Organisation] + t.kinds[Place] - t.kinds[k]
	return k, t.kinds[k] > rivals
}

// tidy mends the ends of names. A name in a sentence with capitals begins with
// one, or with a word such as "al"; small common words and punctuation at its
// ends go, and so does what follows a day of the week inside it: "Supreme Court
// on Monday". A person takes in a given name before it.
func (d *document) tidy(tags []uint8) {
	d.sentences(func(begins, ends int) {
		written := false // with capitals
		for i := begins; i < ends; i++ {
			written = written || d.ws[i].is(capital)
		}
		for i := begins; i < ends; i++ {
			if tags[i] == 0 {
				continue
			}
			from, kind := i, kindOf(int(tags[i]))
			for p := placeOf(int(tags[i])); p == begin || p == middle; p = placeOf(int(tags[i])) {
				i++
			}
			to := i + 1
			cut := to
			for k := from + 1; k < to; k++ {
				if days[d.ws[k].lower] {
					cut = k
					break
				}
			}
			if kind == Person {
				for k := from; k < cut-1; k++ {
					if titles[d.ws[k].lower] && d.ws[k+1].is(capital) {
						clear(tags[from : k+1])
						from = k + 1
					}
				}
			}
			for from < cut && d.small(from, written) {
				tags[from] = 0
				from++
			}
			for cut > from && d.trailing(cut-1) {
				cut--
			}
			if kind == Person && from < cut && from > begins && tags[from-1] == 0 && d.given(from-1, begins) {
				from--
			}
			clear(tags[cut:to])
			if from < cut {
				spell(tags[from:cut], kind)
			}
		}
	})
}

// small reports whether no name begins with word i.
func (d *document) small(i int, written bool) bool {
	w := &d.ws[i]
	switch {
	case w.is(mixed) || w.kind == token.Number:
		return false
	case w.kind == token.Punct || w.entry.flags&common != 0 && !particles[w.exact]:
		return true
	}
	return written && !particles[w.exact]
}

// trailing reports whether no name ends with word i.
func (d *document) trailing(i int) bool {
	w := &d.ws[i]
	if w.kind == token.Punct {
		return w.exact != hashWord(".") && w.exact != hashWord("!") && w.exact != hashWord(")")
	}
	return w.kind == token.Word && !w.is(mixed) && w.entry.flags&common != 0
}

// given reports whether word i, in a sentence that begins at from, reads like a
// given name: a capital, and no word of the language, title, place or
// organisation. Inside a sentence it may be a word of the language as well, if
// it is a given name that is listed: "Grace".
func (d *document) given(i, from int) bool {
	w := &d.ws[i]
	if w.kind != token.Word || !w.is(capital) || w.is(shouted) || w.is(joined) || w.phrase != 0 || titles[w.lower] {
		return false
	}
	if i > from && !d.ws[i-1].is(capital) && w.entry.flags&first != 0 {
		return w.entry.flags&^(first|last|common) == 0
	}
	return w.entry.flags&^(first|last) == 0
}

func words(list ...string) map[uint32]bool {
	m := map[uint32]bool{}
	for _, s := range list {
		m[hashWord(s)] = true
	}
	return m
}

var (
	titles = words("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "prof", "prof.", "professor", "sir", "lord", "lady", "dame",
		"president", "vice-president", "minister", "premier", "secretary", "ambassador", "envoy", "chancellor", "senator", "sen.", "sen",
		"rep.", "rep", "gov.", "gov", "governor", "mayor", "king", "queen", "prince", "princess", "emir", "sultan", "sheikh", "sheik", "shah",
		"pope", "bishop", "archbishop", "cardinal", "father", "rabbi", "imam", "mullah", "ayatollah", "hajji", "general", "gen.", "gen",
		"lieutenant", "lt.", "lt", "major", "maj.", "colonel", "col.", "col", "brigadier", "brig.", "captain", "capt.", "sergeant", "sgt.", "corporal",
		"commander", "marshal", "admiral", "adm.", "officer", "inspector", "constable", "judge", "justice", "attorney", "prosecutor",
		"chief", "director", "chairman", "chairwoman", "chair", "coach", "deputy", "speaker", "spokesman", "spokeswoman", "spokesperson",
		"analyst", "journalist", "editor", "lawyer", "doctor", "engineer", "actor", "actress", "singer", "author", "striker", "midfielder",
		"goalkeeper", "defender", "captain", "representative", "commissioner", "counsel", "adviser", "advisor", "crown", "comrade", "saint", "st.",
		"uncle", "aunt", "mother", "brother", "sister", "sayyid", "maulana", "pastor", "reverend", "rev.", "chef", "dj")
	vague = words("general", "gen", "major", "justice", "chief", "father", "cardinal", "king", "queen", "prince", "crown", "lord", "lady", "shah", "pope",
		"marshal", "officer", "speaker", "chair", "coach", "director", "deputy", "captain", "defender", "judge", "saint", "st.", "miss", "chef", "dj",
		"sultan", "emir", "counsel", "mother", "brother", "sister", "uncle", "aunt", "col", "sen", "rep", "author", "editor", "engineer", "inspector")
	days      = words("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
	particles = words("al", "el", "as", "ar", "de", "da", "do", "di", "du", "del", "la", "le", "van", "von", "bin", "ibn", "bint", "abu", "ben", "ter", "ten", "den", "der", "dos", "das")
)

// dateline finds the agency in "MOSCOW (AP) —".
func (d *document) dateline(tags []uint8) {
	for i := 1; i+3 < len(tags) && i < 8; i++ {
		open, agency, shut, dash := &d.ws[i], &d.ws[i+1], &d.ws[i+2], &d.ws[i+3]
		if open.exact != marks.open || shut.exact != marks.shut || !marks.dashes[dash.exact] {
			continue
		}
		if agency.is(capital) && tags[i+1] == 0 && kindOf(int(tags[i-1])) == Place && agency.entry.flags&(country|demonym) == 0 {
			spell(tags[i+1:i+2], Organisation)
		}
		return
	}
}

var marks = struct {
	open, shut uint32
	dashes     map[uint32]bool
}{hashWord("("), hashWord(")"), words("-", "–", "—")}

// mark finds the mark of an agency that some sites put before the first word
// of a text, as in "MNA Iran does not accept".
func (d *document) mark(tags []uint8) {
	if len(tags) < 2 {
		return
	}
	w, next := &d.ws[0], &d.ws[1]
	if !w.is(shouted) || w.end-w.start > 6 || w.entry.flags&(country|region|demonym|common) != 0 ||
		!next.is(capital) || next.is(shouted) || next.phrase != 0 {
		return
	}
	switch {
	case tags[0] == 0 && kindOf(int(tags[1])) == Place,
		tags[0] == uint8(label(Place, begin)) && placeOf(int(tags[1])) == end:
	case next.entry.flags&country != 0 && placeOf(int(tags[0])) == begin && placeOf(int(tags[1])) == end: // "MNA Iran" as one
	default:
		return
	}
	if tags[0] != 0 {
		spell(tags[1:2], Place)
	}
	spell(tags[:1], Organisation)
}

func (d *document) key(from, to int) uint32 {
	h := d.ws[from].lower
	for i := from + 1; i < to; i++ {
		h = join(h, d.ws[i].lower)
	}
	return h
}

// agree makes the labels of a document agree with each other.
func (d *document) agree(tags []uint8) {
	tallies, mentions := d.tally(tags)
	for i := range mentions {
		m := &mentions[i]
		t := tallies[m.key]
		k, sure := t.kind()
		switch {
		case t.person && d.ws[m.from].entry.flags&country == 0 && t.kinds[m.kind] < 4:
			k, sure = Person, true
		case m.to-m.from == 1 && d.ws[m.from].entry.flags&country != 0 && d.ws[m.from].phrase == 0:
			k, sure = Place, true
		}
		if sure && k != m.kind {
			m.kind = k
			spell(tags[m.from:m.to], k)
		}
	}
	d.spread(tags, tallies)
	d.listed(tags)
}

// listed labels the states and organisations of the lists that stand by
// themselves with a capital inside a sentence: there is hardly anything else
// that they could be.
func (d *document) listed(tags []uint8) {
	d.sentences(func(from, to int) {
		for i := from; i < to; i++ {
			w := &d.ws[i]
			if tags[i] != 0 || !w.is(capital) || i+1 < to && d.ws[i+1].exact == dollar { // "US$ 40"
				continue
			}
			if w.phrase&(body|country) != 0 && w.phrase&inside == 0 {
				d.listedPhrase(tags, i, to)
				continue
			}
			if i == from || w.phrase != 0 || w.entry.flags&common != 0 && !w.is(shouted) ||
				d.ws[i-1].is(capital) && (i-1 > from || d.ws[i-1].entry.flags&common == 0) || i+1 < to && d.ws[i+1].is(capital) {
				continue
			}
			switch {
			case w.entry.flags&country != 0:
				spell(tags[i:i+1], Place)
			case w.is(shouted) && w.entry.flags&(body|first|last|city|region) == body:
				spell(tags[i:i+1], Organisation)
			}
		}
	})
}

var dollar = hashWord("$")

// whole makes one name of a listed state of several words, of which only a part
// was labelled: "Bosnia and Herzegovina". In a longer name it stays a part.
func (d *document) whole(tags []uint8) {
	d.sentences(func(from, to int) {
		for i := from; i < to; i++ {
			if d.ws[i].phrase&country == 0 || d.ws[i].phrase&inside != 0 {
				continue
			}
			j := i + 1
			for j < to && d.ws[j].phrase&inside != 0 {
				j++
			}
			opened := placeOf(int(tags[i])) != begin && placeOf(int(tags[i])) != alone
			closed := placeOf(int(tags[j-1])) != end && placeOf(int(tags[j-1])) != alone
			if !opened && !closed {
				spell(tags[i:j], Place)
			}
		}
	})
}

// titled labels the capitals behind a title as a person: "Health Minister Susan
// Mwangi". A title that is also a word of other names, such as "General", asks
// for a listed given name behind it.
func (d *document) titled(tags []uint8) {
	d.sentences(func(from, to int) {
		for i := from; i+1 < to; i++ {
			w := &d.ws[i]
			if tags[i] != 0 || !w.is(capital) || !titles[w.lower] {
				continue
			}
			j := i + 1
			for j < to && j < i+5 && tags[j] == 0 && d.personal(j) {
				j++
			}
			if j > i+1 && (j == to || tags[j] == 0 && !d.ws[j].is(capital)) && (!vague[w.lower] || d.ws[i+1].entry.flags&first != 0 && j > i+2) {
				spell(tags[i+1:j], Person)
			}
		}
	})
}

// personal reports whether word i may stand in a person's name.
func (d *document) personal(i int) bool {
	w := &d.ws[i]
	return w.kind == token.Word && w.is(capital) && !w.is(shouted) && w.phrase == 0 && !titles[w.lower] &&
		w.entry.flags&(country|demonym|body|region) == 0 && (w.entry.flags&common == 0 || w.entry.flags&(first|last) != 0)
}

// listedPhrase labels the phrase that begins at i when none of it is labelled.
func (d *document) listedPhrase(tags []uint8, i, to int) {
	j := i + 1
	for j < to && d.ws[j].phrase&inside != 0 {
		j++
	}
	for _, t := range tags[i:j] {
		if t != 0 {
			return
		}
	}
	k := Organisation
	if d.ws[i].phrase&country != 0 {
		k = Place
	}
	spell(tags[i:j], k)
}

// longestMention is how many words a name has at most that is looked for.
const longestMention = 6

func (d *document) tally(tags []uint8) (map[uint32]*tally, []mention) {
	tallies := map[uint32]*tally{}
	of := func(key uint32) *tally {
		t := tallies[key]
		if t == nil {
			t = &tally{}
			tallies[key] = t
		}
		return t
	}
	var mentions []mention
	for i := 0; i < len(tags); i++ {
		if tags[i] == 0 {
			continue
		}
		m := mention{from: i, kind: kindOf(int(tags[i]))}
		for p := placeOf(int(tags[i])); p == begin || p == middle; p = placeOf(int(tags[i])) {
			i++
		}
		m.to = i + 1
		m.key = d.key(m.from, m.to)
		of(m.key).kinds[m.kind]++
		mentions = append(mentions, m)
		if m.kind == Person {
			for from := m.from + 1; from < m.to; from++ {
				if d.ws[from].is(capital) && m.to-from <= 2 && d.ws[m.to-1].end-d.ws[m.to-1].start > 2 {
					of(d.key(from, m.to)).person = true
				}
			}
		}
	}
	return tallies, mentions
}

// spread labels the places where a known name was not found.
func (d *document) spread(tags []uint8, tallies map[uint32]*tally) {
	type place struct{ from, to int }
	var found []place
	missed := map[uint32]int{}
	d.sentences(func(begin, end int) {
		for i := begin; i < end; i++ {
			if tags[i] != 0 || !d.ws[i].is(capital) || i > begin && tags[i-1] != 0 && d.ws[i].is(joined) {
				continue
			}
			h, best := d.ws[i].lower, 0
			for n := 1; n <= longestMention && i+n <= end && tags[i+n-1] == 0; n++ {
				if n > 1 {
					h = join(h, d.ws[i+n-1].lower)
				}
				t := tallies[h]
				if t == nil {
					continue
				}
				if n == 1 && (d.ws[i].entry.flags&common != 0 || d.ws[i].is(lowerHere) || d.ws[i].entry.flags&demonym != 0) {
					continue
				}
				best = n
			}
			if best > 0 {
				found = append(found, place{i, i + best})
				missed[d.key(i, i+best)]++
				i += best - 1
			}
		}
	})
	for _, p := range found {
		key := d.key(p.from, p.to)
		t := tallies[key]
		k, sure := t.kind()
		times := t.kinds[Person] + t.kinds[Organisation] + t.kinds[Place]
		if t.person {
			k, sure, times = Person, true, times+1
		}
		if sure && (times > 1 || times*3 >= missed[key]) {
			spell(tags[p.from:p.to], k)
		}
	}
}
