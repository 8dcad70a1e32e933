package pdfread

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"errors"
	"io"

	"golang.org/x/image/tiff/lzw"
)

// ErrTooMuch says that a stream unpacks to more than was allowed.
var ErrTooMuch = errors.New("stream unpacks to too much")

// Unpack returns a stream's data, at most limit bytes; more, or a filter that is not
// known, is ErrFilter, as is a stream that is damaged.
func (f *File) Unpack(s Stream, limit int) ([]byte, error) {
	out, whole, err := f.UnpackSome(s, limit)
	if err != nil || !whole {
		return nil, ErrFilter
	}
	return out, nil
}

// UnpackSome returns as much of a stream's data as can be unpacked, at most limit
// bytes, and whether that is all of it: a stream may be cut short, or its checksum
// wrong. The error is ErrFilter for a filter that is not known and for a stream of
// which nothing can be unpacked, ErrTooMuch for one over the limit.
func (f *File) UnpackSome(s Stream, limit int) (out []byte, whole bool, err error) {
	if s.Dict == nil {
		return nil, false, ErrFilter
	}
	filters, parms := f.list(s.Dict["Filter"]), f.list(s.Dict["DecodeParms"])
	if len(filters) > 4 {
		return nil, false, ErrFilter
	}
	out, whole = s.Raw, true
	for i, filter := range filters {
		var p Dict
		if i < len(parms) {
			p = f.Dict(parms[i])
		}
		var good bool
		if out, good, err = f.undo(filter, p, out, limit); err != nil {
			return nil, false, err
		}
		whole = whole && good
	}
	if len(out) > limit {
		return nil, false, ErrTooMuch
	}
	return out, whole, nil
}

// list returns a value as a list: one of its own if it is none.
func (f *File) list(v any) Array {
	switch v := f.Get(v).(type) {
	case nil:
		return nil
	case Array:
		return v
	default:
		return Array{v}
	}
}

// undo undoes one filter (ISO 32000-1, 7.4).
func (f *File) undo(filter any, p Dict, in []byte, limit int) (out []byte, whole bool, err error) {
	name, _ := f.Get(filter).(Name)
	switch name {
	case "Crypt":
		return in, true, nil
	case "FlateDecode", "Fl":
		if out, whole, err = inflate(in, limit); err != nil {
			return nil, false, err
		}
	case "LZWDecode", "LZW":
		r := lzw.NewReader(bytes.NewReader(in), lzw.MSB, 8)
		out, whole, err = readSome(r, limit)
		if err != nil {
			return nil, false, err
		}
	case "ASCII85Decode", "A85":
		in, _, _ = bytes.Cut(bytes.TrimPrefix(bytes.TrimSpace(in), []byte("<~")), []byte("~"))
		return readSome(ascii85.NewDecoder(bytes.NewReader(in)), limit)
	case "ASCIIHexDecode", "AHx":
		l := Lexer{data: append(append([]byte("<"), in...), '>')}
		v, err := l.hex()
		if s, ok := v.(String); ok && err == nil {
			return []byte(s), true, nil
		}
		return nil, false, ErrFilter
	case "RunLengthDecode", "RL":
		return runLength(in, limit)
	default:
		return nil, false, ErrFilter
	}
	if predictor, ok := f.Get(p["Predictor"]).(int); ok && predictor > 1 {
		return f.unpredict(out, p, predictor, limit, whole)
	}
	return out, whole, nil
}

// inflate unpacks what zlib packed, without its two bytes of header too, and as far
// as it goes.
func inflate(in []byte, limit int) ([]byte, bool, error) {
	z, err := zlib.NewReader(bytes.NewReader(in))
	if err != nil {
		return nil, false, ErrFilter
	}
	return readSome(z, limit)
}

// readSome reads to the end or to the first fault.
func readSome(r io.Reader, limit int) ([]byte, bool, error) {
	out, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	switch {
	case len(out) > limit:
		return nil, false, ErrTooMuch
	case err != nil && len(out) == 0:
		return nil, false, ErrFilter
	}
	return out, err == nil, nil
}

func runLength(in []byte, limit int) (out []byte, whole bool, err error) {
	for len(in) > 0 {
		n := int(in[0])
		in = in[1:]
		switch {
		case n == 128:
			return out, true, nil
		case n < 128:
			n = min(n+1, len(in))
			out, in = append(out, in[:n]...), in[n:]
		case len(in) > 0:
			out, in = append(out, bytes.Repeat(in[:1], 257-n)...), in[1:]
		}
		if len(out) > limit {
			return nil, false, ErrTooMuch
		}
	}
	return out, true, nil
}

// unpredict undoes the predictors of PNG (PNG 1.2, section 6) for rows of bytes; TIFF's
// is for pictures, and is ErrFilter.
func (f *File) unpredict(in []byte, p Dict, predictor, limit int, whole bool) ([]byte, bool, error) {
	number := func(key Name, otherwise int) int {
		if n, ok := f.Get(p[key]).(int); ok {
			return n
		}
		return otherwise
	}
	columns, colors, bits := number("Columns", 1), number("Colors", 1), number("BitsPerComponent", 8)
	if predictor < 10 || columns < 1 || columns > limit || colors < 1 || colors > 32 || bits < 1 || bits > 16 {
		return nil, false, ErrFilter
	}
	size, step := (columns*colors*bits+7)/8, max(1, colors*bits/8)
	out := make([]byte, 0, len(in))
	above := make([]byte, size)
	for ; len(in) > size; in = in[size+1:] {
		row := bytes.Clone(in[1 : size+1])
		if in[0] > 4 {
			return nil, false, ErrFilter
		}
		for i := range row {
			left, corner := byte(0), byte(0)
			if i >= step {
				left, corner = row[i-step], above[i-step]
			}
			switch in[0] {
			case 1:
				row[i] += left
			case 2:
				row[i] += above[i]
			case 3:
				row[i] += byte((int(left) + int(above[i])) / 2)
			case 4:
				row[i] += paeth(left, above[i], corner)
			}
		}
		out, above = append(out, row...), row
	}
	return out, whole, nil
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	away := func(x byte) int {
		if d := p - int(x); d > 0 {
			return d
		} else {
			return -d
		}
	}
	switch {
	case away(a) <= away(b) && away(a) <= away(c):
		return a
	case away(b) <= away(c):
		return b
	}
	return c
}
