// Package mutants makes briefing files that are wrong in one place or three, for
// tests: whatever briefing.Read accepts of them must be drawn, laid out and printed.
package mutants

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
)

// Of returns the file with up to three values changed: left out, doubled, or put
// in the place of another of the same shape. Equal seeds give equal bytes. A file
// that is no JSON comes back as it is.
func Of(file []byte, seed uint64) []byte {
	var root any
	if json.Unmarshal(file, &root) != nil {
		return file
	}
	r := rand.New(rand.NewPCG(seed, 0x6d7574616e7473))
	for range 1 + r.IntN(3) {
		var places []place
		walk(&places, root)
		if len(places) == 0 {
			break
		}
		mutate(r, places[r.IntN(len(places))])
	}
	out, err := json.Marshal(root)
	if err != nil {
		return file
	}
	return out
}

// place is a value and what holds it.
type place struct {
	object map[string]any
	list   []any
	name   string
	index  int
}

func (p place) value() any {
	if p.object != nil {
		return p.object[p.name]
	}
	return p.list[p.index]
}

func (p place) set(v any) {
	if p.object != nil {
		p.object[p.name] = v
	} else {
		p.list[p.index] = v
	}
}

// walk collects the places below v, in an order that does not change.
func walk(places *[]place, v any) {
	switch v := v.(type) {
	case map[string]any:
		names := make([]string, 0, len(v))
		for name := range v {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			if name != "version" {
				*places = append(*places, place{object: v, name: name})
				walk(places, v[name])
			}
		}
	case []any:
		for i := range v {
			*places = append(*places, place{list: v, index: i})
			walk(places, v[i])
		}
	}
}

// numbers and texts are what stands where it should not.
var (
	numbers = []float64{-1, 0, 1, 2, 7, 999, 1 << 31, -(1 << 40), 1 << 53}
	texts   = []string{"", " ", "\u202e\u0000\u001b[31m", "жٱ👩‍👩‍👧‍👦ﷺ", "title", "2024/..", "../1066", "[1500..]", "{2016,2017}", "2016-21~", "a\nb\tc\u2028d", strings.Repeat("W", 5000), strings.Repeat("a b ", 8000)}
)

func mutate(r *rand.Rand, p place) {
	if p.object != nil && r.IntN(4) == 0 {
		delete(p.object, p.name)
		return
	}
	switch v := p.value().(type) {
	case float64:
		if r.IntN(3) == 0 {
			p.set(v + float64(r.IntN(7)-3))
		} else {
			p.set(numbers[r.IntN(len(numbers))])
		}
	case string:
		p.set(texts[r.IntN(len(texts))])
	case bool:
		p.set(!v)
	case []any:
		switch {
		case len(v) == 0 || r.IntN(3) == 0:
			p.set([]any{})
		case r.IntN(2) == 0:
			many := []any{}
			for range 1 + r.IntN(40) {
				many = append(many, v...)
			}
			p.set(many)
		default:
			turned := slices.Clone(v)
			slices.Reverse(turned)
			p.set(turned)
		}
	case map[string]any:
		p.set(map[string]any{})
	}
}
