package pdf

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"io"
	"strconv"
)

// ref is an object's number; 0 is none.
type ref int

func (r ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// object is a numbered object: a value, or a stream's dictionary with its bytes
// as they stand in the file.
type object struct {
	body   []byte
	data   []byte
	stream bool
}

// file collects objects and writes them as a PDF.
type file struct {
	objs  []object
	plain bool // no compression and a readable cross-reference table, for tests
	z     *zlib.Writer
	zbuf  bytes.Buffer
}

// alloc takes a number whose object is set later.
func (f *file) alloc() ref {
	f.objs = append(f.objs, object{})
	return ref(len(f.objs))
}

func (f *file) set(r ref, body []byte) { f.objs[r-1].body = body }

func (f *file) add(body []byte) ref {
	r := f.alloc()
	f.set(r, body)
	return r
}

func (f *file) addf(format string, args ...any) ref { return f.add(fmt.Appendf(nil, format, args...)) }

// stream sets r to a stream. dict holds the entries besides Length and Filter.
// data is not kept when it is packed.
func (f *file) stream(r ref, dict string, data []byte, pack bool) {
	if pack && !f.plain {
		data = f.pack(data)
		dict += "/Filter/FlateDecode"
	}
	f.objs[r-1] = object{fmt.Appendf(nil, "<<%s/Length %d>>", dict, len(data)), data, true}
}

func (f *file) addStream(dict string, data []byte, pack bool) ref {
	r := f.alloc()
	f.stream(r, dict, data, pack)
	return r
}

// pack deflates p. One compressor serves all streams: a new one costs more than
// most streams take.
func (f *file) pack(p []byte) []byte {
	f.zbuf.Reset()
	if f.z == nil {
		f.z, _ = zlib.NewWriterLevel(&f.zbuf, zlib.DefaultCompression) // the level is one that exists
	} else {
		f.z.Reset(&f.zbuf)
	}
	f.z.Write(p) // a bytes.Buffer takes everything
	f.z.Close()
	return bytes.Clone(f.zbuf.Bytes())
}

// place is an entry of the cross-reference stream (ISO 32000-1, 7.5.8.3).
type place struct {
	kind byte // 0 free, 1 at an offset, 2 in an object stream
	at   int  // offset; number of the object stream
	nth  int  // in the object stream
}

// perObjectStream bounds what a reader unpacks to get at one object.
const perObjectStream = 200

// write writes the file. Its ID is a digest of all that stands before it.
func (f *file) write(w io.Writer, root, info ref) error {
	places := make([]place, len(f.objs)+1)
	if !f.plain {
		places = f.fold(places)
	}
	out := counter{w: bufio.NewWriterSize(w, 1<<16), sum: sha256.New()}
	out.print("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	var head []byte
	for i := range f.objs {
		o := &f.objs[i]
		if places[i+1].kind == 2 {
			continue
		}
		places[i+1] = place{kind: 1, at: out.n}
		head = append(strconv.AppendInt(head[:0], int64(i+1), 10), " 0 obj\n"...)
		out.write(head)
		out.write(o.body)
		if o.stream {
			out.print("\nstream\n")
			out.write(o.data)
			out.print("\nendstream")
		}
		out.print("\nendobj\n")
	}
	at := out.n
	id := out.sum.Sum(nil)[:16]
	trailer := fmt.Sprintf("/Root %v/Info %v/ID[<%x><%x>]", root, info, id, id)
	if f.plain {
		out.table(places, trailer)
	} else {
		f.crossReference(&out, places, trailer)
	}
	out.print("startxref\n" + strconv.Itoa(at) + "\n%%EOF\n")
	if out.err == nil {
		out.err = out.w.Flush()
	}
	return out.err
}

// fold puts the objects that are no streams into object streams, which pack far
// better than one by one (ISO 32000-1, 7.5.7).
func (f *file) fold(places []place) []place {
	var index, data []byte
	var inside []int
	flush := func() {
		if len(inside) == 0 {
			return
		}
		r := f.addStream(fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(inside), len(index)), append(index, data...), true)
		places = append(places, place{})
		for nth, i := range inside {
			places[i+1] = place{2, int(r), nth}
			f.objs[i].body = nil
		}
		index, data, inside = index[:0], data[:0], inside[:0]
	}
	for i, n := 0, len(f.objs); i < n; i++ {
		if f.objs[i].stream {
			continue
		}
		index = fmt.Appendf(index, "%d %d ", i+1, len(data))
		data = append(append(data, f.objs[i].body...), '\n')
		if inside = append(inside, i); len(inside) == perObjectStream {
			flush()
		}
	}
	flush()
	return places
}

// crossReference writes the cross-reference stream, which is the last object.
func (f *file) crossReference(out *counter, places []place, trailer string) {
	n := len(places)
	places = append(places, place{kind: 1, at: out.n})
	const columns, up = 7, 2
	rows := make([]byte, 0, (1+columns)*len(places))
	var row, above [columns]byte
	for i, p := range places {
		if i == 0 {
			p.nth = 0xffff // the head of the list of free objects
		}
		row[0] = p.kind
		binary.BigEndian.PutUint32(row[1:], uint32(p.at))
		binary.BigEndian.PutUint16(row[5:], uint16(p.nth))
		rows = append(rows, up) // less the row above, which leaves little (PNG 1.2, 6.4)
		for k := range row {
			rows = append(rows, row[k]-above[k])
		}
		above = row
	}
	rows = f.pack(rows)
	out.print(fmt.Sprintf("%d 0 obj\n<</Type/XRef/Size %d/W[1 4 2]%s/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns %d>>/Length %d>>\nstream\n",
		n, n+1, trailer, columns, len(rows)))
	out.write(rows)
	out.print("\nendstream\nendobj\n")
}

// counter is a writer that knows how far it is, and the digest up to there. It
// keeps the first error.
type counter struct {
	w   *bufio.Writer
	sum hash.Hash
	n   int
	err error
}

func (c *counter) write(p []byte) {
	if c.err != nil {
		return
	}
	c.n += len(p)
	c.sum.Write(p)
	_, c.err = c.w.Write(p)
}

func (c *counter) print(s string) { c.write([]byte(s)) }

// table writes the older, readable form of the cross-reference and the trailer.
func (c *counter) table(places []place, trailer string) {
	c.print(fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(places)))
	for _, p := range places[1:] {
		c.print(fmt.Sprintf("%010d 00000 n \n", p.at))
	}
	c.print(fmt.Sprintf("trailer\n<</Size %d%s>>\n", len(places), trailer))
}
