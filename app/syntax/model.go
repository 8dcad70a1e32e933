package syntax

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"briefline/app/nn"
)

// modelVersion is the version of the form that ReadModel reads.
const modelVersion = "1"

// ErrModel is returned for a file that holds no model of this version.
var ErrModel = errors.New("no model of this version")

// Model are the networks of a language and the word vectors that they share. It
// does not change once read.
//
// The file is in the form of safetensors. script/train/export.py writes it. In the
// metadata, all strings:
//
//	version   "1"
//	language  "en"
//	labels    JSON: for each network, for each of its heads, the labels in order
//	seeds     JSON: the seed of each embedding's hash
//	symbols   JSON: numbers of strings that have others than their hashes
//	licences  JSON: whose work the weights are made of
//	scores    JSON: what they reached, and on what
//
// A layer L from n numbers to m is the tensors L.weight (int8, m rows of n), L.scale
// (float32, one a row: weight·scale is the weight) and L.bias (float32). A maxout
// layer has 3m rows, three for each output in turn, and L.gain and L.shift of its
// normalisation. The word vectors are a table V with V.weight and V.scale, too:
//
//	vectors             a row of w numbers each
//	vectors.bucket      uint8, 65,536: how many keys begin with these 16 bits
//	vectors.key         uint16: the next 16 bits of each key, in order. A key is the
//	                    upper half of the 64-bit hash of a word (see stringID)
//	vectors.row         uint16: the row of each key
//
// and for each network N, "parser" or "names":
//
//	N.embed.A           a table a row of d numbers each, for A of norm, prefix,
//	                    suffix, shape, spacy, space: four rows are added up, found by
//	                    the hashes of the attribute; an attribute may lack
//	N.mix               maxout from the embeddings in this order and the vector
//	N.window.I          maxout from three words to one, added to the word; I from 0.
//	                    Rows of zeros stand round the sentence before the first, and
//	                    what the layers make of them is theirs to see
//	N.gru.I.forward.input, .hidden and N.gru.I.backward.input, .hidden
//	                    gates in the order reset, update, new, as in PyTorch; I from 0,
//	                    one behind the other; may lack
//	N.gru.I.join        from both ways to d, added to the word
//
// The parser's heads, from the encoder's d numbers:
//
//	parser.xpos, .upos, .feats
//	parser.root         float32, d: what stands for the root
//	parser.arc.dependent, .arc.head, .relation.dependent, .relation.head
//	                    to a or r numbers, negative ones by a tenth
//	parser.arc          from a to a: applied to a dependent, times a head
//	parser.relation     from r of a head to labels·(r+1), times [dependent, 1]
//
// and those of names:
//
//	names.bilou         a score of each label, in the order of NameScores
type Model struct {
	Language string
	parser   *parser
	names    *tagger // nil for none
	vectors  *vectors
	lemmas   lemmas
}

// ReadModel reads a model and the list of the endings of its language, as
// script/train/lemmas.py writes it. It keeps parts of file in use. The error wraps
// ErrModel, nn.ErrFormat or nn.ErrShape.
func ReadModel(file, endings string) (*Model, error) {
	t, err := nn.ReadTensors(file)
	if err != nil {
		return nil, fmt.Errorf("read model: %w", err)
	}
	if v := t.Metadata["version"]; v != modelVersion {
		return nil, fmt.Errorf("read model: %w: %q", ErrModel, v)
	}
	var labels map[string]map[string][]string
	var seeds map[string]uint32
	err1 := json.Unmarshal([]byte(t.Metadata["labels"]), &labels)
	err2 := json.Unmarshal([]byte(t.Metadata["seeds"]), &seeds)
	var symbols map[string]uint64
	err3 := json.Unmarshal([]byte(t.Metadata["symbols"]), &symbols)
	if err := errors.Join(err1, err2, err3); err != nil {
		return nil, fmt.Errorf("read model: %w: %v", ErrModel, err)
	}
	h := hashes{seeds, symbols}
	m := &Model{Language: t.Metadata["language"]}
	if m.lemmas, err = readLemmas(endings); err != nil {
		return nil, fmt.Errorf("read model: %w", err)
	}
	if m.vectors, err = readVectors(t); err != nil {
		return nil, fmt.Errorf("read model: %w", err)
	}
	if m.parser, err = readParser(t, m.vectors, h, labels["parser"]); err != nil {
		return nil, fmt.Errorf("read model: %w", err)
	}
	if _, ok := labels["names"]; ok {
		if m.names, err = readTagger(t, m.vectors, h, labels["names"]["bilou"]); err != nil {
			return nil, fmt.Errorf("read model: %w", err)
		}
	}
	return m, nil
}

// vectors find a word's row in a table.
type vectors struct {
	table  *nn.Table
	starts []uint32 // of each bucket in keys; one more than buckets
	keys   []uint16
	rows   []uint16
}

func readVectors(t *nn.Tensors) (*vectors, error) {
	table, err1 := t.Table("vectors")
	counts, err2 := t.Bytes("vectors.bucket")
	keys, err3 := t.Words("vectors.key")
	rows, err4 := t.Words("vectors.row")
	if err := errors.Join(err1, err2, err3, err4); err != nil {
		return nil, err
	}
	const buckets = 1 << 16
	v := &vectors{table: table, keys: keys, rows: rows}
	if len(counts) != buckets || len(keys) != len(rows) {
		return nil, fmt.Errorf("%w: %d buckets, %d keys, %d rows", ErrModel, len(counts), len(keys), len(rows))
	}
	v.starts = make([]uint32, buckets+1)
	for i := range buckets {
		v.starts[i+1] = v.starts[i] + uint32(counts[i])
	}
	if int(v.starts[buckets]) != len(keys) {
		return nil, fmt.Errorf("%w: %d keys, %d in buckets", ErrModel, len(keys), v.starts[buckets])
	}
	for _, r := range rows {
		if int(r) >= table.Rows {
			return nil, fmt.Errorf("%w: row %d of %d", ErrModel, r, table.Rows)
		}
	}
	return v, nil
}

// row returns the row of a word, or of its lower case, or -1.
func (v *vectors) row(word string) int {
	if r := v.find(stringID(word)); r >= 0 {
		return r
	}
	if low := strings.ToLower(word); low != word {
		return v.find(stringID(low))
	}
	return -1
}

func (v *vectors) find(id uint64) int {
	key := uint16(id >> 32)
	for i := v.starts[id>>48]; i < v.starts[id>>48+1]; i++ {
		if v.keys[i] == key {
			return int(v.rows[i])
		}
	}
	return -1
}

// hashes is what the file says of the hashes of attributes.
type hashes struct {
	seeds   map[string]uint32 // by attribute
	symbols map[string]uint64 // numbers of strings that are not their hashes
}

// encoder turns the words of a sentence into rows of numbers.
type encoder struct {
	vectors   *vectors
	embed     [6]*nn.Table // by attribute, nil for none
	seeds     [6]uint32
	symbols   map[string]uint64
	mix       *nn.Maxout
	windows   []*nn.Maxout
	recurrent []recurrent
	width     int
}

// recurrent is a layer that reads the sentence both ways.
type recurrent struct {
	forward, backward *nn.GRU
	join              *nn.Linear
}

func readEncoder(t *nn.Tensors, name string, v *vectors, h hashes) (*encoder, error) {
	e := &encoder{vectors: v, symbols: h.symbols}
	in := v.table.Width
	for i, a := range attributes {
		key := name + ".embed." + a
		if !t.Has(key + ".weight") {
			continue
		}
		table, err := t.Table(key)
		if err != nil {
			return nil, err
		}
		e.embed[i], e.seeds[i] = table, h.seeds[a]
		in += table.Width
	}
	var err error
	if e.mix, err = t.Maxout(name + ".mix"); err != nil {
		return nil, err
	}
	e.width = e.mix.Out()
	fits := e.mix.In() == in
	for i := 0; t.Has(name + ".window." + strconv.Itoa(i) + ".weight"); i++ {
		w, err := t.Maxout(name + ".window." + strconv.Itoa(i))
		if err != nil {
			return nil, err
		}
		fits = fits && w.In() == 3*e.width && w.Out() == e.width
		e.windows = append(e.windows, w)
	}
	for i := 0; t.Has(name + ".gru." + strconv.Itoa(i) + ".join.weight"); i++ {
		r, err := readRecurrent(t, name+".gru."+strconv.Itoa(i))
		if err != nil {
			return nil, err
		}
		fits = fits && r.forward.In() == e.width && r.backward.In() == e.width && r.backward.Width() == r.forward.Width() &&
			r.join.In() == 2*r.forward.Width() && r.join.Out() == e.width
		e.recurrent = append(e.recurrent, r)
	}
	if !fits {
		return nil, fmt.Errorf("%w: encoder %q", nn.ErrShape, name)
	}
	return e, nil
}

func readRecurrent(t *nn.Tensors, name string) (r recurrent, err error) {
	var err1, err2, err3 error
	r.forward, err1 = t.GRU(name + ".forward")
	r.backward, err2 = t.GRU(name + ".backward")
	r.join, err3 = t.Linear(name + ".join")
	return r, errors.Join(err1, err2, err3)
}

// unit is a word as the networks see it.
type unit struct {
	form  string
	blank bool // blank space follows
}

// scratch is room for what is computed on the way, used again for each sentence.
type scratch struct {
	in, x, y []float32
	q        nn.Quantised
	sums     []int32
	mixed    map[*encoder]map[unit][]float32 // what encoders made of words already
}

// encode returns a row of e.width numbers for each word. They stand in s and hold
// until its next use.
func (e *encoder) encode(s *scratch, words []unit) []float32 {
	n, w := len(words), e.width
	// rows of zeros before and behind, one for each layer, and one more at each end
	// for the windows of the outermost
	pad := len(e.windows)
	s.x = zeros(s.x, (n+2*pad+2)*w)
	e.mixWords(s, s.x[(pad+1)*w:], words)
	for i, l := range e.windows {
		// only what a later layer still sees
		far := pad - 1 - i
		from, rows := pad-far, n+2*far // as rows of x without the outermost
		s.y = room(s.y, rows*w)
		s.q.Quantise(s.x[from*w:(from+rows+2)*w], w)
		s.sums = l.Mul(s.y, &s.q, rows, s.sums)
		nn.Add(s.x[(from+1)*w:(from+1+rows)*w], s.y)
	}
	x := s.x[(pad+1)*w : (pad+1+n)*w]
	for _, r := range e.recurrent {
		if n == 0 {
			break
		}
		g := r.forward.Width()
		s.y = room(s.y, n*max(2*g, w))
		s.q.Quantise(x, w)
		s.sums = r.forward.Run(s.y, 2*g, &s.q, n, false, s.sums)
		s.sums = r.backward.Run(s.y[g:], 2*g, &s.q, n, true, s.sums)
		s.q.Quantise(s.y[:n*2*g], 2*g)
		s.sums = r.join.Mul(s.y, &s.q, n, s.sums)
		nn.Add(x, s.y[:n*w])
	}
	return x
}

// mixWords fills a row of x for each word with what the word alone gives. A text
// says most of its words more than once, so they are kept as long as s is.
func (e *encoder) mixWords(s *scratch, x []float32, words []unit) {
	known := s.mixed[e]
	if known == nil {
		if s.mixed == nil {
			s.mixed = map[*encoder]map[unit][]float32{}
		}
		known = map[unit][]float32{}
		s.mixed[e] = known
	}
	in, w := e.mix.In(), e.width
	var fresh []unit
	for _, u := range words {
		if _, ok := known[u]; !ok {
			known[u] = nil
			fresh = append(fresh, u)
		}
	}
	if len(fresh) > 0 {
		s.in = zeros(s.in, len(fresh)*in)
		for i, u := range fresh {
			e.features(s.in[i*in:(i+1)*in], u)
		}
		s.q.QuantiseEach(s.in, in)
		rows := make([]float32, len(fresh)*w)
		s.sums = e.mix.Mul(rows, &s.q, len(fresh), s.sums)
		for i, u := range fresh {
			known[u] = rows[i*w : (i+1)*w]
		}
	}
	for i, u := range words {
		copy(x[i*w:(i+1)*w], known[u])
	}
}

// features adds a word's embeddings and its vector to d.
func (e *encoder) features(d []float32, u unit) {
	for i, id := range ids(u, e.symbols) {
		table := e.embed[i]
		if table == nil {
			continue
		}
		for _, k := range rowKeys(id, e.seeds[i]) {
			table.AddRow(d[:table.Width], int(k%uint32(table.Rows)))
		}
		d = d[table.Width:]
	}
	if r := e.vectors.row(u.form); r >= 0 {
		e.vectors.table.AddRow(d, r)
	}
}

// room returns n numbers, in the room of s if that is enough. What they are is left
// over.
func room(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n, n+n/2)
	}
	return s[:n]
}

// zeros returns n zeros, in the room of s if that is enough.
func zeros(s []float32, n int) []float32 {
	s = room(s, n)
	clear(s)
	return s
}

// clean reports whether a label is fit to be printed in a column.
func clean(label string) bool {
	return label != "" && strings.IndexFunc(label, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsPrint(r) }) < 0
}
