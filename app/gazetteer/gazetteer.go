// Package gazetteer knows the names of states and territories, of the people
// that live there, of their capitals, of regions, and of international bodies.
//
// It names what news names and judges nothing: whether a government is
// recognised, or whose a territory is, does not stand here. The codes are those
// of ISO 3166; names and adjectives are common English usage, written down by
// hand and checked against the lists of ISO 3166 and CLDR in the tests.
//
// The package is pure. Its tables are made into maps at the first look-up;
// a look-up is then one or two map reads.
package gazetteer

import (
	"strings"
	"sync"
)

// Kind is what an entry is.
type Kind uint8

// The kinds.
const (
	State  Kind = iota + 1 // a state or territory that may act as a party
	Region                 // a part of the world, or of a state: never a party
	Body                   // an international organisation
)

// Entry is a state, a region or an international body. It is shared: do not
// change it.
type Entry struct {
	Kind       Kind
	Code       string   // ISO 3166, short name of a body, or empty
	Name       string   // the usual English name, without an article
	Names      []string // other names, as written in news
	Adjectives []string // "Iranian"; the first is the usual one. May be empty.
	People     []string // plural: "Iranians", "Danes"
	Capitals   []string // the capital, and the seat of government if elsewhere
}

// Adjective returns the usual adjective, or the name when there is none.
func (e *Entry) Adjective() string {
	if len(e.Adjectives) > 0 {
		return e.Adjectives[0]
	}
	return e.Name
}

// index holds the look-ups. Names are case-sensitive: "Turkey", not "turkey".
type index struct {
	states, regions, bodies []*Entry
	named, bodyNamed        map[string]*Entry
	adjectives, people      map[string]*Entry
	capitals, prefixes      map[string]*Entry
	begins                  map[string]bool // the first words of all of these
}

var tables = sync.OnceValue(func() *index {
	x := &index{
		named: map[string]*Entry{}, bodyNamed: map[string]*Entry{},
		adjectives: map[string]*Entry{}, people: map[string]*Entry{},
		capitals: map[string]*Entry{}, prefixes: map[string]*Entry{}, begins: map[string]bool{},
	}
	byCode := map[string]*Entry{}
	for line := range rows(stateTable) {
		f := strings.SplitN(line, "|", 6)
		e := &Entry{Kind: State, Code: f[0], Name: f[1], Names: list(f[2]), Adjectives: list(f[3]), Capitals: list(f[5])}
		e.People = plurals(list(f[4]), e.Adjectives)
		x.states = append(x.states, e)
		x.add(e)
		byCode[e.Code] = e
	}
	for line := range rows(regionTable) {
		f := strings.SplitN(line, "|", 4)
		e := &Entry{Kind: Region, Name: f[0], Names: list(f[1]), Adjectives: list(f[2])}
		e.People = plurals(list(f[3]), e.Adjectives)
		x.regions = append(x.regions, e)
		x.add(e)
	}
	for line := range rows(prefixTable) {
		prefix, code, _ := strings.Cut(line, " ")
		x.prefixes[prefix] = byCode[code]
	}
	for line := range rows(bodyTable) {
		f := strings.SplitN(line, "|", 3)
		e := &Entry{Kind: Body, Code: f[0], Name: f[1], Names: list(f[2])}
		if e.Name == "" {
			e.Name = f[0]
		}
		x.bodies = append(x.bodies, e)
		for _, name := range append([]string{e.Code, e.Name}, e.Names...) {
			set(x.bodyNamed, name, e)
		}
	}
	for _, m := range []map[string]*Entry{x.named, x.bodyNamed, x.adjectives, x.people, x.capitals} {
		for name := range m {
			first, _, _ := strings.Cut(name, " ")
			x.begins[first] = true
			x.begins[strings.ToUpper(first)] = true
		}
	}
	return x
})

func (x *index) add(e *Entry) {
	for _, name := range append([]string{e.Name}, e.Names...) {
		set(x.named, name, e)
	}
	for _, word := range e.Adjectives {
		set(x.adjectives, word, e)
	}
	for _, word := range e.People {
		set(x.people, word, e)
	}
	for _, name := range e.Capitals {
		set(x.capitals, name, e)
	}
}

// set keeps the first: "Congolese" is of the state that stands above.
func set(m map[string]*Entry, key string, e *Entry) {
	if m[key] == nil && key != "" {
		m[key] = e
	}
}

func rows(table string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(table) {
			if line = strings.TrimSpace(line); line != "" && !yield(line) {
				return
			}
		}
	}
}

func list(field string) []string {
	if field == "" {
		return nil
	}
	return strings.Split(field, ",")
}

// plurals returns the words for the people: those given, or the adjectives with
// an "s" where English makes one ("Iranians", but "the Chinese").
func plurals(given, adjectives []string) []string {
	if given != nil {
		return given
	}
	var out []string
	for _, a := range adjectives {
		switch {
		case strings.HasSuffix(a, "ese"), strings.HasSuffix(a, "ish"), strings.HasSuffix(a, "."), a == "US", a == "UK",
			strings.HasSuffix(a, "s"), strings.HasSuffix(a, "z"), strings.HasSuffix(a, "ch"), strings.HasSuffix(a, "ic"):
			out = append(out, a)
		default:
			out = append(out, a+"s")
		}
	}
	return out
}

// All returns the states and territories, in the order of their codes.
func All() []*Entry { return tables().states }

// Named returns the state, territory or region of this name, or nil. An article
// before it does not matter, nor do capital letters throughout: "THE NETHERLANDS".
func Named(name string) *Entry { return find(tables().named, name) }

// Adjective returns the state or region of an adjective ("Iranian", "Dutch"),
// or nil.
func Adjective(word string) *Entry { return find(tables().adjectives, word) }

// People returns the state or region of a people's plural ("Iranians", "Danes"),
// or nil.
func People(word string) *Entry { return find(tables().people, word) }

// Capital returns the state whose capital or seat of government this is, or nil.
// Whether the city stands for the state is for the sentence to tell.
func Capital(name string) *Entry { return find(tables().capitals, name) }

// Organisation returns the international body of this name or short name, or nil.
func Organisation(name string) *Entry { return find(tables().bodyNamed, name) }

// Begins reports whether a name, an adjective or a capital begins with this word:
// where none does, nothing longer needs to be looked up.
func Begins(word string) bool { return len(word) <= longest && tables().begins[word] }

// Compound returns the states of a compound adjective, in its order:
// "Sino-Russian" is China and Russia, "US-Iranian" the United States and Iran.
// It returns nil unless each part names one.
func Compound(word string) []*Entry {
	parts := strings.FieldsFunc(word, func(r rune) bool { return r == '-' || r == '–' })
	if len(parts) < 2 || len(parts) > 4 {
		return nil
	}
	out := make([]*Entry, len(parts))
	for i, part := range parts {
		switch {
		case i+1 < len(parts) && tables().prefixes[part] != nil:
			out[i] = tables().prefixes[part]
		case Adjective(part) != nil:
			out[i] = Adjective(part)
		case Named(part) != nil:
			out[i] = Named(part)
		default:
			return nil
		}
	}
	return out
}

// longest is over the longest name of the tables, in bytes.
const longest = 80

func find(m map[string]*Entry, name string) *Entry {
	if len(name) > longest {
		return nil
	}
	if e := m[name]; e != nil {
		return e
	}
	if rest, ok := strings.CutPrefix(name, "the "); ok {
		return find(m, rest)
	}
	if rest, ok := strings.CutPrefix(name, "The "); ok {
		return find(m, rest)
	}
	if len(name) > 3 && name[1] < 'a' && strings.ToUpper(name) == name && strings.ToLower(name) != name {
		return m[title(name)]
	}
	return nil
}

// title turns "SOUTH KOREA" into "South Korea".
func title(name string) string {
	words := strings.Split(strings.ToLower(name), " ")
	for i, w := range words {
		if w == "of" || w == "and" || w == "the" && i > 0 {
			continue
		}
		for at, r := range w {
			words[i] = strings.ToUpper(string(r)) + w[at+len(string(r)):]
			break
		}
	}
	out := strings.Join(words, " ")
	out, _ = strings.CutPrefix(out, "The ")
	return out
}
