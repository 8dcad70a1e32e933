package nn

// packed are the weights of a layer as the kernels want them: the number of outputs
// is padded with zeros to panels of lanes. On amd64, where one instruction adds two
// products, a panel holds for each pair of inputs, for each of its outputs, two
// weights; on arm64 for each input, for each output, one, the inputs padded to
// eights. They stay of 8 bits, so that all of a network's may lie in a processor's
// second cache, and are widened on the way.
type packed struct {
	in, out int // out is padded
	panels  []int8
	plain   *swar // in the place of panels where there is no kernel
}

// lanes is how many outputs a kernel computes at once.
const lanes = 16

// slack is how many numbers a kernel may read behind the last row of inputs. They
// meet weights of zero.
const slack = 8

// packGroups packs weights so that groups of several inputs stand together.
func packGroups(weights []int8, out, in, together, padTo int) packed {
	padded := (in + padTo - 1) / padTo * padTo
	p := packed{in: in, out: (out + lanes - 1) / lanes * lanes}
	p.panels = make([]int8, p.out*padded)
	for j := range out {
		panel := p.panels[j/lanes*lanes*padded:]
		for k := range in {
			panel[(k/together*lanes+j%lanes)*together+k%together] = weights[j*in+k]
		}
	}
	return p
}

func packPlain(weights []int8, out, in int) packed {
	s := packSwar(weights, out, in)
	return packed{in: in, out: s.out, plain: &s}
}

// A tile computes 16 outputs of a fixed number of rows: y = x·w, with as many
// groups of inputs as given. Strides are in bytes.
type tile func(groups int, x *int16, xStride int, w *int8, y *int32, yStride int)

// tiled computes rows of sums with tiles: many takes several rows at once, one a
// single row. Rows left over at the end are computed with some of those before them
// once more, which changes nothing.
func (p *packed) tiled(y []int32, x []int16, stride, rows, together, several int, many, one tile) {
	groups := len(p.panels) / p.out / together
	_ = x[:(rows-1)*stride+p.in]
	x = x[:(rows-1)*stride+p.in+slack]
	_ = y[:rows*p.out]
	for j := 0; j < p.out; j += lanes {
		w := &p.panels[j*groups*together]
		if rows < several {
			for i := range rows {
				one(groups, &x[i*stride], 0, w, &y[i*p.out+j], 0)
			}
			continue
		}
		for i := 0; i < rows; i += several {
			at := min(i, rows-several)
			many(groups, &x[at*stride], 2*stride, w, &y[at*p.out+j], 4*p.out)
		}
	}
}
