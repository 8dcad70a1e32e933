package library

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"briefline/app/briefing"
)

// Two revisions of a briefing differ in a line or two. A difference is a list of
// steps, each "copy n bytes of the base from offset o" or "take these n bytes",
// as varints: n<<1 and o, or n<<1|1 and the bytes. It is packed afterwards.

// block is the length of the pieces that are looked up in the base, in bytes.
const block = 16

var errDelta = errors.New("revision does not fit its base")

// delta returns the difference that patch turns base into target with. It takes
// linear time.
func delta(base, target []byte) []byte {
	at := make(map[[block]byte]int, len(base)/block)
	for i := 0; i+block <= len(base); i += block {
		piece := [block]byte(base[i:])
		if _, ok := at[piece]; !ok {
			at[piece] = i
		}
	}
	var out []byte
	taken := 0 // target up to here is in out
	for i := 0; i+block <= len(target); {
		from, ok := at[[block]byte(target[i:])]
		if !ok {
			i++
			continue
		}
		start := i
		for start > taken && from > 0 && base[from-1] == target[start-1] {
			start, from = start-1, from-1
		}
		n := i + block - start
		for start+n < len(target) && from+n < len(base) && base[from+n] == target[start+n] {
			n++
		}
		out = literal(out, target[taken:start])
		out = binary.AppendUvarint(out, uint64(n)<<1)
		out = binary.AppendUvarint(out, uint64(from))
		i, taken = start+n, start+n
	}
	return literal(out, target[taken:])
}

func literal(out, b []byte) []byte {
	if len(b) == 0 {
		return out
	}
	out = binary.AppendUvarint(out, uint64(len(b))<<1|1)
	return append(out, b...)
}

// patch undoes delta. size is the length of the result.
func patch(base, steps []byte, size int) ([]byte, error) {
	if size < 0 || size > 2*briefing.MaxSize {
		return nil, errDelta
	}
	out := make([]byte, 0, size)
	number := func() uint64 {
		n, used := binary.Uvarint(steps)
		if used <= 0 {
			steps = nil
			return 1<<63 - 1
		}
		steps = steps[used:]
		return n
	}
	for len(steps) > 0 {
		step := number()
		n, src := step>>1, base
		from := uint64(0)
		if step&1 == 1 {
			src = steps
		} else {
			from = number()
		}
		if from > uint64(len(src)) || n > uint64(len(src))-from || n > uint64(size-len(out)) {
			return nil, errDelta
		}
		out = append(out, src[from:from+n]...)
		if step&1 == 1 {
			steps = steps[n:]
		}
	}
	if len(out) != size {
		return nil, errDelta
	}
	return out, nil
}

// packing is the level of compression. The next faster one makes a tenth more of a
// document, of which two then do not fit on a page.
const packing = 4

// packer packs one thing after the other: a compressor is large, and to make one
// takes longer than a document.
type packer struct {
	out bytes.Buffer
	w   *flate.Writer
}

// pack compresses b.
func (p *packer) pack(b []byte) ([]byte, error) {
	p.out.Reset()
	if p.w == nil {
		w, err := flate.NewWriter(&p.out, packing)
		if err != nil {
			return nil, err
		}
		p.w = w
	} else {
		p.w.Reset(&p.out)
	}
	if _, err := p.w.Write(b); err != nil {
		return nil, err
	}
	if err := p.w.Close(); err != nil {
		return nil, err
	}
	return bytes.Clone(p.out.Bytes()), nil
}

// pack compresses b with the packer of those that write, one of whom has the turn.
func (t *txn) pack(b []byte) ([]byte, error) { return t.w.packer.pack(b) }

// squeezed marks a document that is packed. None begins so that is not: a file of
// JSON has no control character before its first bracket.
const squeezed = 0x01

// squeeze packs a document, with the mark that it is.
func (t *txn) squeeze(body []byte) ([]byte, error) {
	packed, err := t.pack(body)
	if err != nil {
		return nil, err
	}
	return append([]byte{squeezed}, packed...), nil
}

// stretch undoes squeeze. A document of a library of version 1 is not packed. What
// is damaged is [ErrDamaged].
func stretch(stored []byte) ([]byte, error) {
	if len(stored) == 0 || stored[0] != squeezed {
		return stored, nil
	}
	return unpack(stored[1:])
}

// unpack undoes pack. What is damaged is [ErrDamaged].
func unpack(b []byte) ([]byte, error) {
	r := flate.NewReader(bytes.NewReader(b))
	out, err := io.ReadAll(io.LimitReader(r, 2*briefing.MaxSize))
	if err != nil {
		return nil, fmt.Errorf("%w: unpack: %w", ErrDamaged, err)
	}
	return out, r.Close()
}
