package nn

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
)

// ErrFormat is returned for a file that is not in the form of safetensors, or
// lacks a tensor that was asked for.
var ErrFormat = errors.New("no file of tensors")

// Tensors are named arrays in a file in the form of safetensors: the length of a
// header (64 bits, little-endian), the header in JSON, then the numbers.
type Tensors struct {
	Metadata map[string]string
	entries  map[string]entry
	data     string
}

type entry struct {
	Type    string `json:"dtype"`
	Shape   []int  `json:"shape"`
	Offsets [2]int `json:"data_offsets"`
}

// sizes of the types that we read, in bytes.
var sizes = map[string]int{"F32": 4, "U16": 2, "I8": 1, "U8": 1}

// ReadTensors reads the header of a file. The numbers stay where they are. The
// error wraps ErrFormat.
func ReadTensors(file string) (*Tensors, error) {
	if len(file) < 8 {
		return nil, fmt.Errorf("%w: %d bytes", ErrFormat, len(file))
	}
	n := binary.LittleEndian.Uint64([]byte(file[:8]))
	if n > uint64(len(file)-8) {
		return nil, fmt.Errorf("%w: header of %d bytes", ErrFormat, n)
	}
	t := &Tensors{data: file[8+n:], entries: map[string]entry{}}
	var head map[string]json.RawMessage
	if err := json.Unmarshal([]byte(file[8:8+n]), &head); err != nil {
		return nil, fmt.Errorf("%w: %v", ErrFormat, err)
	}
	for name, raw := range head {
		if name == "__metadata__" {
			if err := json.Unmarshal(raw, &t.Metadata); err != nil {
				return nil, fmt.Errorf("%w: metadata: %v", ErrFormat, err)
			}
			continue
		}
		var e entry
		if err := json.Unmarshal(raw, &e); err != nil {
			return nil, fmt.Errorf("%w: tensor %q: %v", ErrFormat, name, err)
		}
		if err := e.check(len(t.data)); err != nil {
			return nil, fmt.Errorf("%w: tensor %q: %v", ErrFormat, name, err)
		}
		t.entries[name] = e
	}
	return t, nil
}

// check holds that a tensor has the bytes that its shape wants, inside the file.
func (e *entry) check(size int) error {
	from, to := e.Offsets[0], e.Offsets[1]
	if from < 0 || to < from || to > size {
		return fmt.Errorf("bytes %d to %d of %d", from, to, size)
	}
	n, known := sizes[e.Type]
	if !known {
		return nil // of no use to us, and no harm
	}
	for _, d := range e.Shape {
		if d < 0 || d > 0 && n > size/d {
			return fmt.Errorf("shape %v", e.Shape)
		}
		n *= d
	}
	if n != to-from {
		return fmt.Errorf("%d bytes for shape %v of %s", to-from, e.Shape, e.Type)
	}
	return nil
}

// Has reports whether there is a tensor of the name.
func (t *Tensors) Has(name string) bool { _, ok := t.entries[name]; return ok }

// bytes returns a tensor's bytes and its shape padded with ones to two numbers.
func (t *Tensors) bytes(name, kind string) (data string, rows, columns int, err error) {
	e, ok := t.entries[name]
	if !ok || e.Type != kind || len(e.Shape) == 0 || len(e.Shape) > 2 {
		return "", 0, 0, fmt.Errorf("%w: no tensor %q of %s with one or two axes", ErrFormat, name, kind)
	}
	shape := append(slices.Clone(e.Shape), 1)
	return t.data[e.Offsets[0]:e.Offsets[1]], shape[0], shape[1], nil
}

// Floats returns a tensor of float32 of n numbers, -1 for any.
func (t *Tensors) Floats(name string, n int) ([]float32, error) {
	data, _, _, err := t.bytes(name, "F32")
	if err != nil {
		return nil, err
	}
	if n >= 0 && len(data) != 4*n {
		return nil, fmt.Errorf("%w: tensor %q has %d numbers, want %d", ErrFormat, name, len(data)/4, n)
	}
	out := make([]float32, len(data)/4)
	for i := range out {
		out[i] = math.Float32frombits(uint32(data[4*i]) | uint32(data[4*i+1])<<8 | uint32(data[4*i+2])<<16 | uint32(data[4*i+3])<<24)
		if v := out[i]; v != v || v > math.MaxFloat32 || v < -math.MaxFloat32 {
			return nil, fmt.Errorf("%w: tensor %q holds %g", ErrFormat, name, v)
		}
	}
	return out, nil
}

// Words returns a tensor of unsigned numbers of 16 bits.
func (t *Tensors) Words(name string) ([]uint16, error) {
	data, _, _, err := t.bytes(name, "U16")
	out := make([]uint16, len(data)/2)
	for i := range out {
		out[i] = uint16(data[2*i]) | uint16(data[2*i+1])<<8
	}
	return out, err
}

// Bytes returns a tensor of unsigned numbers of 8 bits, as it lies in the file.
func (t *Tensors) Bytes(name string) (string, error) {
	data, _, _, err := t.bytes(name, "U8")
	return data, err
}

// Table is a matrix of int8 whose rows have a scale each, where it lies in the
// file.
type Table struct {
	Rows, Width int
	data        string
	scale       []float32
}

// Table returns the matrix NAME.weight with the scales NAME.scale. The error wraps
// ErrFormat.
func (t *Tensors) Table(name string) (*Table, error) {
	data, rows, width, err := t.bytes(name+".weight", "I8")
	if err != nil {
		return nil, err
	}
	scale, err := t.Floats(name+".scale", rows)
	if err != nil {
		return nil, err
	}
	if rows == 0 || width == 0 {
		return nil, fmt.Errorf("%w: tensor %q is empty", ErrFormat, name)
	}
	return &Table{rows, width, data, scale}, nil
}

// AddRow adds row i to d, which has the table's width.
func (t *Table) AddRow(d []float32, i int) {
	addRow(d, t.data[i*t.Width:(i+1)*t.Width], t.scale[i])
}

// weights copies a table's numbers.
func (t *Table) weights() []int8 {
	w := make([]int8, len(t.data))
	for i := range w {
		w[i] = int8(t.data[i])
	}
	return w
}

// Linear reads a layer: NAME.weight (outputs by inputs) with NAME.scale, and
// NAME.bias. The error wraps ErrFormat or ErrShape.
func (t *Tensors) Linear(name string) (*Linear, error) {
	w, err := t.Table(name)
	if err != nil {
		return nil, err
	}
	bias, err := t.Floats(name+".bias", w.Rows)
	if err != nil {
		return nil, err
	}
	l, err := NewLinear(w.weights(), w.scale, bias, w.Width)
	if err != nil {
		return nil, fmt.Errorf("layer %q: %w", name, err)
	}
	return l, nil
}

// Maxout reads a layer as Linear does, three rows of weights an output, with
// NAME.gain and NAME.shift.
func (t *Tensors) Maxout(name string) (*Maxout, error) {
	w, err := t.Table(name)
	if err != nil {
		return nil, err
	}
	bias, err1 := t.Floats(name+".bias", w.Rows)
	gain, err2 := t.Floats(name+".gain", w.Rows/pieces)
	shift, err3 := t.Floats(name+".shift", w.Rows/pieces)
	if err := errors.Join(err1, err2, err3); err != nil {
		return nil, err
	}
	m, err := NewMaxout(w.weights(), w.scale, bias, gain, shift, w.Width)
	if err != nil {
		return nil, fmt.Errorf("layer %q: %w", name, err)
	}
	return m, nil
}

// GRU reads the layers NAME.input and NAME.hidden.
func (t *Tensors) GRU(name string) (*GRU, error) {
	input, err := t.Linear(name + ".input")
	if err != nil {
		return nil, err
	}
	hidden, err := t.Linear(name + ".hidden")
	if err != nil {
		return nil, err
	}
	g, err := NewGRU(input, hidden)
	if err != nil {
		return nil, fmt.Errorf("layer %q: %w", name, err)
	}
	return g, nil
}
