package nn

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"testing"
)

// random makes a layer and its weights as plain numbers.
func random(r *rand.Rand, out, in int) (*Linear, [][]float64, []float64) {
	w, scale, bias := make([]int8, out*in), make([]float32, out), make([]float32, out)
	full, offset := make([][]float64, out), make([]float64, out)
	for j := range out {
		scale[j], bias[j] = float32(r.Float64()/100), float32(r.NormFloat64())
		offset[j] = float64(bias[j])
		for k := range in {
			w[j*in+k] = int8(r.IntN(255) - 127)
			full[j] = append(full[j], float64(w[j*in+k])*float64(scale[j]))
		}
	}
	l, err := NewLinear(w, scale, bias, in)
	if err != nil {
		panic(err)
	}
	return l, full, offset
}

func times(w [][]float64, b []float64, x []float64) []float64 {
	y := make([]float64, len(w))
	for j, row := range w {
		y[j] = b[j]
		for k, v := range row {
			y[j] += v * x[k]
		}
	}
	return y
}

func wide(x []float32) []float64 {
	y := make([]float64, len(x))
	for i, v := range x {
		y[i] = float64(v)
	}
	return y
}

func near(t *testing.T, what string, got []float32, want []float64) {
	t.Helper()
	for i := range want {
		if math.Abs(float64(got[i])-want[i]) > 2e-3*max(1, math.Abs(want[i])) {
			t.Errorf("%s: number %d: got %g, want %g", what, i, got[i], want[i])
			return
		}
	}
}

// Layers compute their definitions, in float64, to what 15 bits of input leave.
func TestLayers(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	const width, rows = 12, 9
	x := make([]float32, rows*width)
	for i := range x {
		x[i] = float32(r.NormFloat64())
	}
	var q Quantised
	q.Quantise(x, width)

	l, w, b := random(r, 20, 3*width) // windows of three rows
	y := make([]float32, (rows-2)*20)
	l.Mul(y, &q, rows-2, nil)
	for i := range rows - 2 {
		near(t, "linear", y[i*20:], times(w, b, wide(x[i*width:(i+3)*width])))
	}

	_, w, b = random(r, 3*width, width)
	gain, shift := numbers(r, width), numbers(r, width)
	m := maxoutOf(t, w, b, gain, shift)
	y = make([]float32, rows*width)
	m.Mul(y, &q, rows, nil)
	for i := range rows {
		all := times(w, b, wide(x[i*width:(i+1)*width]))
		want, mean, square := make([]float64, width), 0.0, 0.0
		for o := range want {
			want[o] = max(all[3*o], all[3*o+1], all[3*o+2])
			mean += want[o] / width
		}
		for _, v := range want {
			square += (v - mean) * (v - mean) / width
		}
		for o, v := range want {
			want[o] = (v-mean)/math.Sqrt(square)*float64(gain[o]) + float64(shift[o])
		}
		near(t, "maxout", y[i*width:], want)
	}

	const units = 8
	in, wi, bi := random(r, 3*units, width)
	hid, wh, bh := random(r, 3*units, units)
	g, err := NewGRU(in, hid)
	if err != nil {
		t.Fatal(err)
	}
	for _, backward := range []bool{false, true} {
		y = make([]float32, rows*units)
		g.Run(y, units, &q, rows, backward, nil)
		state := make([]float64, units)
		for step := range rows {
			i := step
			if backward {
				i = rows - 1 - step
			}
			a, h := times(wi, bi, wide(x[i*width:(i+1)*width])), times(wh, bh, state)
			for j := range state {
				reset, update := 1/(1+math.Exp(-a[j]-h[j])), 1/(1+math.Exp(-a[units+j]-h[units+j]))
				fresh := math.Tanh(a[2*units+j] + reset*h[2*units+j])
				state[j] = (1-update)*fresh + update*state[j]
			}
			near(t, "GRU", y[i*units:], state)
		}
	}
}

// maxoutOf makes a layer of weights as plain numbers.
func maxoutOf(t *testing.T, w [][]float64, b []float64, gain, shift []float32) *Maxout {
	t.Helper()
	var weights []int8
	var scale, bias []float32
	for j, row := range w {
		top := 0.0
		for _, v := range row {
			top = max(top, math.Abs(v))
		}
		for k, v := range row {
			n := int8(math.Round(v / top * 127))
			weights = append(weights, n)
			row[k] = float64(n) * float64(float32(top/127))
		}
		scale, bias = append(scale, float32(top/127)), append(bias, float32(b[j]))
	}
	m, err := NewMaxout(weights, scale, bias, gain, shift, len(w[0]))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// Shapes that do not fit are refused at the door.
func TestShapes(t *testing.T) {
	one := func(n int) []float32 { return make([]float32, n) }
	for name, err := range map[string]error{
		"no outputs":     second(NewLinear(nil, nil, nil, 4)),
		"no inputs":      second(NewLinear(nil, one(2), one(2), 0)),
		"too many":       second(NewLinear(make([]int8, MaxIn+1), one(1), one(1), MaxIn+1)),
		"bias":           second(NewLinear(make([]int8, 8), one(2), one(3), 4)),
		"weights":        second(NewLinear(make([]int8, 9), one(2), one(2), 4)),
		"pieces":         second(NewMaxout(make([]int8, 8), one(2), one(2), one(2), one(2), 4)),
		"gain":           second(NewMaxout(make([]int8, 24), one(6), one(6), one(1), one(2), 4)),
		"negative input": second(NewLinear(make([]int8, 8), one(2), one(2), -4)),
	} {
		if !errors.Is(err, ErrShape) {
			t.Errorf("%s: got %v, want ErrShape", name, err)
		}
	}
	l, _, _ := random(rand.New(rand.NewPCG(1, 1)), 6, 4)
	if _, err := NewGRU(l, l); !errors.Is(err, ErrShape) {
		t.Errorf("GRU: got %v, want ErrShape", err)
	}
}

func second[T any](_ T, err error) error { return err }

// file writes a file of tensors.
func file(head map[string]any, data []byte) string {
	b, err := json.Marshal(head)
	if err != nil {
		panic(err)
	}
	return string(append(append(binary.LittleEndian.AppendUint64(nil, uint64(len(b))), b...), data...))
}

func tensor(kind string, from, to int, shape ...int) map[string]any {
	return map[string]any{"dtype": kind, "shape": shape, "data_offsets": []int{from, to}}
}

var small = file(map[string]any{
	"__metadata__": map[string]string{"version": "1"},
	"a.scale":      tensor("F32", 0, 8, 2),
	"a.bias":       tensor("F32", 8, 16, 2),
	"a.weight":     tensor("I8", 16, 22, 2, 3),
	"key":          tensor("U16", 22, 26, 2),
	"count":        tensor("U8", 26, 27, 1),
}, []byte("\x00\x00\x80\x3f\x00\x00\x00\x40\x00\x00\x00\x00\x00\x00\x00\x3f\x01\x02\x03\xff\xfe\x00\x01\x00\x02\x01\x07"))

func TestReadTensors(t *testing.T) {
	f, err := ReadTensors(small)
	if err != nil {
		t.Fatal(err)
	}
	l, err := f.Linear("a")
	if err != nil {
		t.Fatal(err)
	}
	var q Quantised
	q.Quantise([]float32{1, -1, 0.5}, 3)
	y := make([]float32, 2)
	l.Mul(y, &q, 1, nil)
	near(t, "a", y, []float64{0.5, 2*(-1+2) + 0.5})
	table, err := f.Table("a")
	if err != nil {
		t.Fatal(err)
	}
	row := []float32{1, 1, 1}
	table.AddRow(row, 1)
	near(t, "row", row, []float64{-1, -3, 1})
	if words, err := f.Words("key"); err != nil || words[0] != 1 || words[1] != 0x102 {
		t.Errorf("key: got %v, %v", words, err)
	}
	if f.Metadata["version"] != "1" || !f.Has("key") || f.Has("no") {
		t.Errorf("got %v", f)
	}
	for name, bad := range map[string]string{
		"empty":      "",
		"short":      "\x10\x00\x00\x00\x00\x00\x00\x00{}",
		"not JSON":   "\x02\x00\x00\x00\x00\x00\x00\x00x!",
		"outside":    file(map[string]any{"a": tensor("I8", 0, 9, 9)}, []byte("12345678")),
		"backwards":  file(map[string]any{"a": tensor("I8", 4, 2, 2)}, []byte("12345678")),
		"shape":      file(map[string]any{"a": tensor("I8", 0, 8, 3, 3)}, []byte("12345678")),
		"huge shape": file(map[string]any{"a": tensor("I8", 0, 8, 1<<62, 1<<62)}, []byte("12345678")),
		"negative":   file(map[string]any{"a": tensor("I8", 0, 8, -1, -8)}, []byte("12345678")),
	} {
		if _, err := ReadTensors(bad); !errors.Is(err, ErrFormat) {
			t.Errorf("%s: got %v, want ErrFormat", name, err)
		}
	}
	for name, err := range map[string]error{
		"no such": second(f.Linear("b")), "other type": second(f.Words("count")), "other length": second(f.Floats("a.bias", 3)),
		"no maxout": second(f.Maxout("a")), "no GRU": second(f.GRU("a")), "no bytes": second(f.Bytes("key")),
	} {
		if !errors.Is(err, ErrFormat) {
			t.Errorf("%s: got %v, want ErrFormat", name, err)
		}
	}
}

func FuzzReadTensors(f *testing.F) {
	f.Add(small)
	f.Fuzz(func(t *testing.T, s string) {
		file, err := ReadTensors(s)
		if err != nil {
			return
		}
		for name := range file.entries {
			for _, layer := range []string{name, trimmed(name)} {
				file.Linear(layer)
				file.Maxout(layer)
				file.GRU(layer)
			}
			file.Words(name)
			file.Bytes(name)
		}
	})
}

// trimmed is the name of a layer from that of one of its tensors.
func trimmed(name string) string {
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == '.' {
			return name[:i]
		}
	}
	return name
}
