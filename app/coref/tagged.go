package coref

import (
	"strings"
	"unicode/utf8"

	"briefline/app/briefing"
	"briefline/app/gazetteer"
	"briefline/app/names"
	token "briefline/app/text"
)

// named is a name in words, with what the gazetteer knows of it.
type named struct {
	first, last int // words, inclusive
	start, end  int // bytes: without what a word has too many
	kind        briefing.ParticipantKind
	entry       *gazetteer.Entry // of a state or region, by name
	adjective   bool             // entry is told by an adjective
	body        *gazetteer.Entry
}

// takeNames lays the names over the words, and adds states that the tagger did
// not see, also written without their apostrophe: "Irans".
func (d *doc) takeNames(list []names.Name) {
	i := 0
	at := 0
	for _, n := range list {
		if n.Start < at || n.End > len(d.text) || n.Start >= n.End ||
			!boundary(d.text, n.Start) || !boundary(d.text, n.End) {
			continue
		}
		for i < len(d.words) && d.words[i].end <= n.Start {
			i++
		}
		j := i
		for j < len(d.words) && d.words[j].start < n.End {
			j++
		}
		if j == i || j-i > maxName || d.words[i].sent != d.words[j-1].sent || d.words[i].name >= 0 {
			continue
		}
		at = n.End
		x := named{first: i, last: j - 1, start: n.Start, end: n.End}
		switch n.Kind {
		case names.Person:
			x.kind = briefing.KindPerson
		case names.Organisation:
			x.kind = briefing.KindOrganisation
		default:
			x.kind = briefing.KindPlace
		}
		d.addName(x)
		i = j
	}
	d.addStates()
	d.sortNames()
}

// maxName is how many words a name may have; a longer one is none.
const maxName = 30

func boundary(text string, at int) bool { return at == len(text) || utf8.RuneStart(text[at]) }

// addName completes a name: strips titles off its head, articles and possessives
// off its ends, and asks the gazetteer.
func (d *doc) addName(x named) {
	if x.kind == briefing.KindPerson {
		d.stripRole(&x)
	}
	for x.first < x.last && (d.words[x.first].lower == "the" || d.words[x.first].lower == "." || x.kind == briefing.KindPerson && d.isTitle(x.first, x.last)) {
		x.first++
		x.start = max(x.start, d.words[x.first].start)
	}
	for x.first < x.last && (d.words[x.last].lower == "'s" || d.words[x.last].lower == "’s") {
		x.last--
		x.end = min(x.end, d.words[x.last].end)
	}
	if x.kind == briefing.KindPerson { // "Zhao Lijian of the Chinese Foreign Ministry": the rest is another name
		for k := x.first + 2; k+1 <= x.last; k++ {
			if d.words[k].lower == "of" && d.words[k-1].class&office == 0 {
				rest := named{first: k + 1, last: x.last, start: d.words[k+1].start, end: x.end, kind: briefing.KindOrganisation}
				x.last, x.end = k-1, d.words[k-1].end
				d.addName(x)
				d.addName(rest)
				return
			}
		}
	}
	d.know(&x)
	for k := x.first; k <= x.last; k++ {
		d.words[k].name = int32(len(d.names))
	}
	d.names = append(d.names, x)
}

// stripRole takes what is no name off the head of a person's name: "Australian
// Prime Minister John Howard", "of the United States Barack Obama".
func (d *doc) stripRole(x *named) {
	if next := &d.words[min(x.first+1, x.last)]; d.words[x.first].lower == "general" && companies[next.lower] {
		x.kind = briefing.KindOrganisation
		return
	}
	cut, seen := x.first, false
	for k := x.first; k < x.last && k < x.first+6; k++ {
		w := &d.words[k]
		switch {
		case d.isTitle(k, x.last):
			cut, seen = k+1, true
		case w.class&modifier != 0 || gazetteer.Adjective(d.text[w.start:w.end]) != nil || w.lower == "of" || w.lower == "the":
		default:
			k = x.last
		}
	}
	if !seen {
		return
	}
	if d.words[cut].lower == "of" { // a state, then the name
		k := cut + 1
		if k < x.last && d.words[k].lower == "the" {
			k++
		}
		for j := min(k+3, x.last-1); j >= k; j-- {
			if gazetteer.Named(d.raw(k, j)) != nil {
				cut = j + 1
				break
			}
		}
		for k < x.last && (d.words[k].class&modifier != 0 || k > cut+1 && d.words[k].lower == "and") { // "Minister of Education X"
			k++
			cut = k
		}
	}
	if cut <= x.last && d.words[cut].upper {
		x.first, x.start = cut, max(x.start, d.words[cut].start)
	}
}

var companies = words("motors electric mills dynamics foods assembly")

// isTitle reports whether word k, inside a person's name, is a title or role
// before it: "President" of "President Obama", but "Pope" of "Alexander Pope".
func (d *doc) isTitle(k, last int) bool {
	w := &d.words[k]
	if w.class&(title|rank|office) == 0 || len(w.lower) < 2 {
		return false
	}
	switch w.lower {
	case "u", "ko", "ma", "pak", "bu", "don", "king", "prince", "pope", "justice", "chase", "chair", "judge", "major", "miss", "dean", "rector", "coach", "marshal", "miller", "partner", "driver":
		return k+1 < last // "King" of "Stephen King" comes last; "Dean Smith" is a name
	}
	return true
}

// know asks the gazetteer about a name.
func (d *doc) know(x *named) {
	raw := d.text[x.start:x.end]
	if e := gazetteer.Named(raw); e != nil && x.kind != briefing.KindPerson {
		x.entry = e
	} else if e := gazetteer.Adjective(raw); e != nil && x.kind != briefing.KindPerson {
		x.entry, x.adjective = e, true
	} else if e := unpossessed(raw); e != nil && x.kind != briefing.KindPerson {
		x.entry = e
	}
	if x.entry != nil {
		x.kind = briefing.KindPlace
		if !x.adjective && d.qualifies(x) {
			x.adjective = true
		}
		return
	}
	if e := gazetteer.Organisation(raw); e != nil {
		x.body, x.kind = e, briefing.KindOrganisation
	}
}

// unpossessed returns the state of a name that lost its apostrophe: "Irans".
func unpossessed(raw string) *gazetteer.Entry {
	s, ok := strings.CutSuffix(raw, "s")
	if !ok || len(s) < 4 || strings.Contains(s, " ") || gazetteer.People(raw) != nil {
		return nil
	}
	if e := gazetteer.Named(s); e != nil && e.Kind == gazetteer.State {
		return e
	}
	return nil
}

// qualifies reports whether a short name of a state stands before a noun as an
// adjective does: "US President", "UK firms".
func (d *doc) qualifies(x *named) bool {
	raw := d.text[x.start:x.end]
	if gazetteer.Adjective(raw) == nil || x.last+1 >= len(d.words) || d.words[x.last+1].sent != d.words[x.last].sent {
		return false
	}
	next := &d.words[x.last+1]
	return next.kind == token.Word && !d.gram.stops[next.lower] && !d.gram.prepositions[next.lower] && !d.gram.acts[next.lower]
}

// shy are states that a word of another meaning is as often: they count only
// where the tagger says so.
var shy = map[string]bool{"Chad": true, "Jordan": true, "Jersey": true, "Guernsey": true, "Dominica": true, "West": true,
	"Gulf": true, "Pacific": true, "Arctic": true, "CAR": true, "Baltic": true, "Western": true, "Golan": true,
	"Niger": true, "English": true, "Stanley": true, "Santiago": true, "Georgetown": true, "Trinidad": true, "Turks": true, "Danes": true}

// addStates looks for states, adjectives and international bodies among the
// capitalised words that no name covers.
func (d *doc) addStates() {
	for i := 0; i < len(d.words); i++ {
		w := &d.words[i]
		if w.name >= 0 || !w.upper || w.kind != token.Word {
			continue
		}
		if i < 12 && d.agencyAt(i) {
			w.name = int32(len(d.names))
			d.names = append(d.names, named{first: i, last: i, start: w.start, end: w.end, kind: briefing.KindOrganisation})
			continue
		}
		from := i + 4
		if first := d.text[w.start:w.end]; !gazetteer.Begins(first) {
			if from = i; unpossessed(first) == nil && compound(first) == nil {
				continue
			}
		}
		for j := min(from, len(d.words)-1); j >= i; j-- {
			if d.words[j].sent != w.sent || !d.free(i, j) {
				continue
			}
			x := named{first: i, last: j, start: w.start, end: d.words[j].end, kind: briefing.KindPlace}
			raw := d.text[x.start:x.end]
			if shy[raw] {
				continue
			}
			d.know(&x)
			if x.entry == nil && x.body == nil && gazetteer.Capital(raw) == nil && compound(raw) == nil {
				continue
			}
			for k := i; k <= j; k++ {
				d.words[k].name = int32(len(d.names))
			}
			d.names = append(d.names, x)
			i = j
			break
		}
	}
}

// agencyAt reports whether a word near the head of the text is an agency's mark:
// a known short name in brackets or before a dash, or one of capitals run into
// the first sentence ("MNA Iran does not").
func (d *doc) agencyAt(i int) bool {
	raw := d.text[d.words[i].start:d.words[i].end]
	if len(raw) < 2 || len(raw) > 8 || strings.ToUpper(raw) != raw && !d.gram.agencies[raw] {
		return false
	}
	next := ""
	if d.beside(i+1, i) {
		next = d.words[i+1].lower
	}
	if i > 0 {
		return d.gram.agencies[raw] && d.words[i-1].lower == "(" && next == ")"
	}
	return next == "-" || next == "–" || next == "—" || d.beside(i+1, i) && d.words[i+1].upper &&
		(d.gram.agencies[raw] || gazetteer.Named(d.text[d.words[i+1].start:d.words[i+1].end]) != nil) && gazetteer.Named(raw) == nil
}

func compound(raw string) []*gazetteer.Entry {
	if strings.IndexByte(raw, '-') < 0 {
		return nil
	}
	return gazetteer.Compound(raw)
}

func (d *doc) free(i, j int) bool {
	for k := i; k <= j; k++ {
		if d.words[k].name >= 0 {
			return false
		}
	}
	return true
}

// sortNames puts the names in order again, after states were added.
func (d *doc) sortNames() {
	out := make([]named, 0, len(d.names))
	for i := 0; i < len(d.words); i++ {
		n := d.words[i].name
		if n < 0 {
			continue
		}
		x := d.names[n]
		for k := x.first; k <= x.last; k++ {
			d.words[k].name = int32(len(out))
		}
		out = append(out, x)
		i = x.last
	}
	d.names = out
}
