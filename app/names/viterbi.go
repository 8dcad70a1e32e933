package names

// A label says what a word is: 0 for no part of a name, else the kind and its
// place: alone, first, inside or last.
const (
	begin = iota
	middle
	end
	alone
	places
	labels = 1 + 3*places
	stride = 16 // labels, padded
)

func label(k Kind, place int) int { return 1 + (int(k)-1)*places + place }

// kindOf and placeOf undo label; for 0 they return 0 and alone.
func kindOf(label int) Kind {
	if label == 0 {
		return 0
	}
	return Kind((label-1)/places + 1)
}

func placeOf(label int) int {
	if label == 0 {
		return alone
	}
	return (label - 1) % places
}

// follows holds, for each label, the labels that may stand before it.
var follows = func() (f [labels][]uint8) {
	for y := range labels {
		for p := range labels {
			open := placeOf(p) == begin || placeOf(p) == middle
			goesOn := placeOf(y) == middle || placeOf(y) == end
			if open != goesOn || open && kindOf(p) != kindOf(y) {
				continue
			}
			f[y] = append(f[y], uint8(p))
		}
	}
	return f
}()

const never = -1 << 30

// decoder finds the best labels of a sentence.
type decoder struct {
	scores [][stride]int32 // of each word by itself
	back   [][labels]uint8
	out    []uint8
}

// best returns the labels with the highest score, given those of the words by
// themselves in d.scores and those of pairs in next.
func (d *decoder) best(next *[labels][labels]int32) []uint8 {
	n := len(d.scores)
	d.back = grow(d.back, n)
	d.out = grow(d.out, n)
	if n == 0 {
		return d.out
	}
	var now, was [labels]int32
	for y := range labels {
		was[y] = d.scores[0][y]
		if p := placeOf(y); p == middle || p == end {
			was[y] = never
		}
	}
	for i := 1; i < n; i++ {
		row, back := &d.scores[i], &d.back[i]
		for y := range labels {
			best, from := int32(never), uint8(0)
			for _, p := range follows[y] {
				if s := was[p] + next[p][y]; s > best {
					best, from = s, p
				}
			}
			now[y], back[y] = best+row[y], from
		}
		was = now
	}
	best := 0
	for y := range labels {
		if p := placeOf(y); p != begin && p != middle && was[y] > was[best] {
			best = y
		}
	}
	for i := n - 1; ; i-- {
		d.out[i] = uint8(best)
		if i == 0 {
			return d.out
		}
		best = int(d.back[i][best])
	}
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}
