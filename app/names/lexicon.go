package names

// flags say in which lists a word or phrase stands.
type flags = uint16

const (
	first   flags = 1 << iota // given names
	last                      // surnames
	country                   // states and territories
	region                    // provinces, continents
	city                      // towns of 15,000 people or more
	demonym                   // "Iranian": no name, but tells of one
	body                      // organisations
	common                    // in running text mostly without a capital
)

// entry is what the lexicon knows of a word or phrase. Words of one cluster
// stand in like surroundings; 0 is none.
type entry struct {
	cluster uint16
	flags   flags
}

// lexicon is an open hash table from hashWord, or from join for a phrase, to an
// entry.
type lexicon struct {
	keys    []uint32 // 0 is an empty slot
	entries []entry
	shift   uint
}

func newLexicon(n int) *lexicon {
	size, shift := 16, uint(28)
	for size < n*3/2 {
		size *= 2
		shift--
	}
	return &lexicon{keys: make([]uint32, size), entries: make([]entry, size), shift: shift}
}

func (l *lexicon) slot(key uint32) int {
	i := int(key * 0x9e3779b1 >> l.shift)
	for l.keys[i] != key && l.keys[i] != 0 {
		i = (i + 1) & (len(l.keys) - 1)
	}
	return i
}

func (l *lexicon) put(key uint32, e entry) {
	i := l.slot(key)
	l.keys[i], l.entries[i] = key, e
}

func (l *lexicon) find(key uint32) entry { return l.entries[l.slot(key)] }

// longestPhrase is how many words a listed phrase has at most.
const longestPhrase = 5

// phrases marks the words of listed phrases: at each capital the longest one.
func (l *lexicon) phrases(ws []word) {
	for i := 0; i < len(ws); {
		best, marks := 0, flags(0)
		if ws[i].is(capital) {
			h := ws[i].lower
			for n := 2; n <= longestPhrase && i+n <= len(ws); n++ {
				h = join(h, ws[i+n-1].lower)
				if e := l.find(h); e.flags != 0 && ws[i+n-1].is(capital) {
					best, marks = n, e.flags
				}
			}
		}
		for k := range best {
			mark := marks
			if k > 0 {
				mark |= inside
			}
			ws[i+k].phrase = mark
		}
		i += max(best, 1)
	}
}

// inside marks the words of a phrase but its first.
const inside flags = 1 << 15
