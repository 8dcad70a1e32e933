package names

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
)

// Model is a trained tagger: the lexicon and the weights of the features. It is
// never changed after it was made, so several may use it at once.
type Model struct {
	lexicon lexicon
	keys    []uint32 // open hash table of the features; 0 is an empty slot
	rows    []uint32 // beside keys: where in weights
	shift   uint
	weights [][stride]int8
	next    [labels][labels]int32 // of pairs of labels
	scale   float32               // how many units of a weight are one natural logarithm
	plain   bool                  // without the second look at the whole document
}

func (m *Model) score(hash *[templates]uint32) (sum [stride]int32) {
	mask := uint32(len(m.keys) - 1)
	for _, h := range hash {
		i := h * 0x9e3779b1 >> m.shift
		for m.keys[i] != h {
			if m.keys[i] == 0 {
				break
			}
			i = (i + 1) & mask
		}
		if m.keys[i] != h {
			continue
		}
		row := &m.weights[m.rows[i]]
		for y := range labels {
			sum[y] += int32(row[y])
		}
	}
	return sum
}

// index builds the table of the features, given their hashes in the order of
// the weights.
func (m *Model) index(hashes []uint32) {
	size, shift := 16, uint(28)
	for size < len(hashes)*3/2 {
		size *= 2
		shift--
	}
	m.keys, m.rows, m.shift = make([]uint32, size), make([]uint32, size), shift
	for row, h := range hashes {
		i := h * 0x9e3779b1 >> shift
		for m.keys[i] != 0 {
			i = (i + 1) & uint32(size-1)
		}
		m.keys[i], m.rows[i] = h, uint32(row)
	}
}

// ErrModel is returned for bytes that are no model of this version.
var ErrModel = errors.New("not a model of names")

const magic = "briefline names 3\n"

// The file: magic, then the lexicon by rising key (the step from the key before,
// twice the cluster, plus one where flags follow), the weights by rising hash
// (the step, a mask of the labels that have one, and those as bytes), the pairs, the scale
// as the bits of a float32.
// Numbers are those of encoding/binary's Uvarint. Hashes hardly shrink by
// deflating, which would double the time that reading takes.

// ReadModel reads what Train wrote. The error is ErrModel.
func ReadModel(file []byte) (*Model, error) {
	body, ok := bytes.CutPrefix(file, []byte(magic))
	if !ok {
		return nil, ErrModel
	}
	r := reader{rest: body}
	m := &Model{}
	n := r.count(2)
	m.lexicon = *newLexicon(n)
	for key := uint32(0); n > 0; n-- {
		key += uint32(r.number())
		c := r.number()
		e := entry{cluster: uint16(c >> 1)}
		if c&1 != 0 {
			e.flags = flags(r.number())
		}
		m.lexicon.put(key, e)
	}
	n = r.count(3)
	m.weights = make([][stride]int8, n)
	hashes := make([]uint32, n)
	hash := uint32(0)
	for i := range hashes {
		hash += uint32(r.number())
		hashes[i] = hash
		for mask := uint32(r.number()); mask != 0; mask &= mask - 1 {
			if y := bits.TrailingZeros32(mask); y < labels {
				m.weights[i][y] = int8(r.byte())
			}
		}
	}
	m.index(hashes)
	for p := range labels {
		for y := range labels {
			m.next[p][y] = int32(int16(r.number()))
		}
	}
	m.scale = math.Float32frombits(uint32(r.number()))
	if !(m.scale > 0 && m.scale < 1e6) {
		r.short = true
	}
	if r.short {
		return nil, ErrModel
	}
	return m, nil
}

type reader struct {
	rest  []byte
	short bool
}

func (r *reader) number() uint64 {
	if b := r.rest; len(b) > 2 { // most are short
		if b[0] < 0x80 {
			r.rest = b[1:]
			return uint64(b[0])
		}
		if b[1] < 0x80 {
			r.rest = b[2:]
			return uint64(b[0]&0x7f) | uint64(b[1])<<7
		}
		if b[2] < 0x80 {
			r.rest = b[3:]
			return uint64(b[0]&0x7f) | uint64(b[1]&0x7f)<<7 | uint64(b[2])<<14
		}
	}
	n, size := binary.Uvarint(r.rest)
	if size <= 0 {
		r.short, r.rest = true, nil
		return 0
	}
	r.rest = r.rest[size:]
	return n
}

// count reads how many things follow, of so many bytes at least.
func (r *reader) count(least int) int {
	n := r.number()
	if n > uint64(len(r.rest)/least) {
		r.short = true
		return 0
	}
	return int(n)
}

func (r *reader) byte() byte {
	if len(r.rest) == 0 {
		r.short = true
		return 0
	}
	b := r.rest[0]
	r.rest = r.rest[1:]
	return b
}

// write is ReadModel backwards. hashes are those of the weights, rising.
func (m *Model) write(hashes []uint32) []byte {
	b := []byte(magic)
	keys := sortedKeys(&m.lexicon)
	b = binary.AppendUvarint(b, uint64(len(keys)))
	before := uint32(0)
	for _, k := range keys {
		e := m.lexicon.find(k)
		b = binary.AppendUvarint(b, uint64(k-before))
		if e.flags == 0 {
			b = binary.AppendUvarint(b, uint64(e.cluster)<<1)
		} else {
			b = binary.AppendUvarint(b, uint64(e.cluster)<<1|1)
			b = binary.AppendUvarint(b, uint64(e.flags))
		}
		before = k
	}
	b = binary.AppendUvarint(b, uint64(len(hashes)))
	before = 0
	for i, h := range hashes {
		b = binary.AppendUvarint(b, uint64(h-before))
		before = h
		mask := uint64(0)
		for y := range labels {
			if m.weights[i][y] != 0 {
				mask |= 1 << y
			}
		}
		b = binary.AppendUvarint(b, mask)
		for y := range labels {
			if w := m.weights[i][y]; w != 0 {
				b = append(b, byte(w))
			}
		}
	}
	for p := range labels {
		for y := range labels {
			b = binary.AppendUvarint(b, uint64(uint16(int16(m.next[p][y]))))
		}
	}
	return binary.AppendUvarint(b, uint64(math.Float32bits(m.scale)))
}

// readily is by how much, in natural logarithms, a word that the network has read
// is less likely to be no name than both say: each was taught by texts of which
// nine words in ten are none, and so misses more names than it makes up. Chosen,
// as was that both count alike, on the texts that train -hold keeps out: 0 gives
// .758 there, .5 .763, 1 .752 (mean F1 of the sets).
const readily = .5

// join adds what a network says of a word to the scores of the model.
func (m *Model) join(scores *[stride]int32, seen *row) {
	if *seen == (row{}) {
		return
	}
	for y, s := range seen {
		if y == 0 {
			s -= readily
		}
		scores[y] += int32(math.RoundToEven(float64(m.scale * s)))
	}
}
