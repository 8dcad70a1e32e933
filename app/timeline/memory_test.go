package timeline

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"briefline/app/edtf"
)

// randomItems returns n items about a time: points, bars, long and open ones,
// some in one spot.
func randomItems(r *rand.Rand, n int, spread int64) []Item {
	items := make([]Item, n)
	for i := range items {
		lo := r.Int64N(spread)
		if r.IntN(3) == 0 {
			lo = spread/2 + r.Int64N(spread/1000+1)
		}
		length := int64(1)
		switch r.IntN(4) {
		case 0:
			length = 1 + r.Int64N(86400)
		case 1:
			length = 1 + r.Int64N(spread/20+1)
		case 2:
			length = 1 + r.Int64N(spread+1)>>r.IntN(20)
		}
		it := Item{ID: fmt.Sprint("e", i), Lo: lo, Hi: lo + length, Point: length < 86400, Weight: float64(r.IntN(5))}
		if r.IntN(100) == 0 {
			it.Weight = 10 + r.Float64()
		}
		switch r.IntN(10) {
		case 0:
			it.OpenHi, it.Hi, it.Style = true, edtf.Max, StyleOpen
		case 1:
			it.OpenLo, it.Lo, it.Style = true, edtf.Min, StyleOpen
		case 2:
			it.Style = StyleRough
			it.CoreLo = lo + length/2
			it.CoreHi = it.CoreLo
		}
		for range r.IntN(3) {
			if g := fmt.Sprint("g", r.IntN(3)); !slices.Contains(it.Groups, g) {
				it.Groups = append(it.Groups, g)
			}
		}
		items[i] = it
	}
	return items
}

// What a window returns and what it folds are together what meets it, and each
// fold counts what it says.
func TestWindowIsWhole(t *testing.T) {
	if testing.Short() {
		t.Skip("long: left out of -short")
	}
	r := rand.New(rand.NewPCG(7, 8))
	for range 300 {
		m := NewMemory(randomItems(r, 1+r.IntN(3000), 1+r.Int64N(1e10)), nil)
		from, to, _ := m.Span()
		length := to - from
		from += r.Int64N(length)
		to = from + 1 + r.Int64N(length)
		perPoint := float64(to-from) / (100 + 2000*r.Float64())
		most := r.IntN(1000)
		w := m.Window(from, to, perPoint, most)
		if len(w.Items) > most {
			t.Fatalf("%d items, want %d at most", len(w.Items), most)
		}
		want := 0
		for _, it := range m.items {
			if it.Lo < to && it.Hi > from {
				want++
			}
		}
		level := foldLevel(cellLevel(perPoint), from, to)
		cellOf := func(t int64) int64 { return max(t, from) >> level }
		got, seen, cells := len(w.Items), map[string]bool{}, map[int64]int{}
		for _, it := range w.Items {
			if it.Lo >= to || it.Hi <= from || seen[it.ID] {
				t.Fatalf("item %+v outside [%d, %d), or twice", it, from, to)
			}
			seen[it.ID] = true
		}
		for _, f := range w.Folded {
			first, ok := m.Item(f.First)
			if !ok || seen[f.First] || f.Count < 1 || f.At < from || f.At >= to || first.Lo < f.Lo || first.Hi > f.Hi {
				t.Fatalf("fold %+v, first %+v in [%d, %d)", f, first, from, to)
			}
			got += f.Count
			cells[cellOf(f.At)] += f.Count
		}
		for _, it := range m.items {
			if it.Lo < to && it.Hi > from && !seen[it.ID] {
				cells[cellOf(it.Lo)]--
			}
		}
		for c, n := range cells {
			if n != 0 {
				t.Fatalf("cell %d counts %d too many", c, n)
			}
		}
		if got != want {
			t.Fatalf("%d items and %d in all, want %d", len(w.Items), got, want)
		}
	}
}

// The heavier are shown, and what is shown stays when zooming in.
func TestWindowZoomsIn(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	m := NewMemory(randomItems(r, 5000, 1e10), nil)
	ids := func(perPoint float64) map[string]bool {
		out := map[string]bool{}
		for _, it := range m.Window(4e9, 6e9, perPoint, 4999).Items {
			out[it.ID] = true
		}
		return out
	}
	heaviest := m.items[0]
	for _, it := range m.items {
		if it.Lo >= 4e9 && it.Lo < 6e9 && it.Weight > heaviest.Weight {
			heaviest = it
		}
	}
	coarse := ids(1e8)
	if !coarse[heaviest.ID] {
		t.Errorf("%s of weight %v is not shown", heaviest.ID, heaviest.Weight)
	}
	for perPoint := 1e8; perPoint > 10; perPoint /= 1.7 {
		fine := ids(perPoint)
		for id := range coarse {
			if !fine[id] {
				t.Fatalf("%s is gone at %v seconds a point", id, perPoint)
			}
		}
		coarse = fine
	}
}

func TestReach(t *testing.T) {
	day := int64(86400)
	m := NewMemory([]Item{
		{ID: "a", Lo: 0, Hi: 100 * day},
		{ID: "b", Lo: 50 * day, Hi: edtf.Max, Style: StyleOpen, CoreLo: 60 * day, CoreHi: 60 * day},
		{ID: "c", Lo: edtf.Min, Hi: 20 * day, Style: StyleOpen},
		{ID: "d", Lo: edtf.Min, Hi: edtf.Max},
		{ID: "e", Lo: edtf.Max, Hi: edtf.Max}, // clamped: too far away to be shown
	}, []string{"z"})
	if b, _ := m.Item("b"); b.Hi != 140*day || !b.OpenHi || b.CoreLo != 60*day {
		t.Errorf("open to the right: %+v, want to reach 40 %% of the known 100 days beyond them", b)
	}
	if c, _ := m.Item("c"); c.Lo != -40*day || !c.OpenLo {
		t.Errorf("open to the left: %+v, want from day -40", c)
	}
	if a, _ := m.Item("a"); a.CoreLo != 0 || a.CoreHi != 100*day {
		t.Errorf("stated: %+v, want all of it core", a)
	}
	if from, to, ok := m.Span(); from != -40*day || to != 140*day || !ok {
		t.Errorf("span %d to %d, want -40 to 140 days", from/day, to/day)
	}
	if got := m.Order(); !slices.Equal(got, []string{"c", "a", "b", "z", "d", "e"}) {
		t.Errorf("order %v", got)
	}
	if _, _, ok := NewMemory(nil, nil).Span(); ok {
		t.Error("an empty source has a span")
	}
}

func TestNext(t *testing.T) {
	m := NewMemory([]Item{{ID: "b", Lo: 2}, {ID: "a", Lo: 1}}, []string{"s"})
	for _, tt := range []struct {
		from string
		step int
		want string
	}{
		{"", 1, "a"}, {"", -1, "s"}, {"?", 1, "a"},
		{"a", 1, "b"}, {"b", 1, "s"}, {"s", 1, "s"}, {"s", -1, "b"}, {"a", -1, "a"}, {"a", 0, "a"}, {"a", 9, "s"},
	} {
		if got := m.Next(tt.from, tt.step); got != tt.want {
			t.Errorf("%d from %q: %q, want %q", tt.step, tt.from, got, tt.want)
		}
	}
	if got := NewMemory(nil, nil).Next("", 1); got != "" {
		t.Errorf("next of nothing: %q", got)
	}
}
