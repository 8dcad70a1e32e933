package pdfread

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func TestValues(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want any // nil: no value
	}{
		{"12", 12}, {"-.5", -.5}, {"+3", 3}, {"1.", 1.0}, {"--1", nil}, {"true", true},
		{"/A#20b", Name("A b")}, {"/", Name("")}, {"/A#zz", Name("A#zz")},
		{"(a(b)\\)\\n\\101\\\r\nc\r\nd)", String("a(b))\nAc\nd")},
		{"<4a 4B5>", String("JKP")}, {"<4x>", nil}, {"(open", nil},
		{"[1 2 0 R/N]", Array{1, Ref(2), Name("N")}}, {"[1", nil}, {"[1 2 0 Rx]", nil},
		{"<</A 1/B<</C[]>>>>", Dict{"A": 1, "B": Dict{"C": Array{}}}}, {"<</A>>", nil}, {"<<1 2>>", nil},
		{"% note\n7", 7}, {"", nil}, {"]", nil}, {"endobj", nil},
		{strings.Repeat("[", 100) + strings.Repeat("]", 100), nil}, // too deep
	} {
		l := Lexer{data: []byte(tt.in), refs: true}
		got, err := l.value(0)
		if (err != nil) != (tt.want == nil) || err == nil && !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%q: got %#v, %v; want %#v", tt.in, got, err, tt.want)
		}
	}
}

func packed(s string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.String()
}

// Objects are found in bodies and object streams; of two with one number the
// later counts.
func TestObjects(t *testing.T) {
	folded := packed("5 0 6 4 7 9 (a) (b)  (c)")
	file := "%PDF-1.7\n1 0 obj 10 endobj 5 0 obj /old endobj\n" +
		fmt.Sprintf("2 0 obj<</Type/ObjStm/N 3/First 12/Filter/FlateDecode/Length %d>>stream\n%s\nendstream endobj\n", len(folded), folded) +
		"6 0 obj /new endobj 1 0 obj 11 endobj 3 0 obj 4 0 R endobj 4 0 obj 3 0 R endobj trailer<</Root 1 0 R>>"
	f, err := Open([]byte(file))
	if err != nil {
		t.Fatal(err)
	}
	for n, want := range map[Ref]any{1: 11, 5: String("a"), 6: Name("new"), 7: String("c"), 3: nil, 99: nil} {
		if got := f.Get(n); !reflect.DeepEqual(got, want) {
			t.Errorf("object %d: got %#v, want %#v", n, got, want)
		}
	}
	if _, holder, nth, ok := f.Where(7); holder != 2 || nth != 2 || !ok {
		t.Errorf("object 7: got stream %d, %d, want 2, 2", holder, nth)
	}
}

func TestUnpack(t *testing.T) {
	f := &File{}
	up := Dict{"Predictor": 12, "Columns": 2}
	for _, tt := range []struct {
		dict Dict
		raw  string
		want string // "": ErrFilter
	}{
		{Dict{}, "plain", "plain"},
		{Dict{"Filter": Array{}}, "plain", "plain"},
		{Dict{"Filter": Name("FlateDecode")}, packed("flat"), "flat"},
		{Dict{"Filter": Array{Name("FlateDecode")}, "DecodeParms": Array{Dict{"Predictor": 1}}}, packed("flat"), "flat"},
		{Dict{"Filter": Name("FlateDecode"), "DecodeParms": up}, packed("\x02ab\x02\x01\x01\x00xy"), "abbcxy"},
		{Dict{"Filter": Name("FlateDecode"), "DecodeParms": up}, packed("\x09ab"), ""},                       // no predictor of that number
		{Dict{"Filter": Name("FlateDecode"), "DecodeParms": up}, packed("\x01ab\x04\x01\x01"), "a\xc3b\xc4"}, // Sub, Paeth
		{Dict{"Filter": Name("ASCIIHexDecode")}, "70 6C 61696e>", "plain"},
		{Dict{"Filter": Name("ASCII85Decode")}, "E,8rsD?~>", "plain"},
		{Dict{"Filter": Name("RunLengthDecode")}, "\x01ab\xfec\x80", "abccc"},
		{Dict{"Filter": Array{Name("ASCIIHexDecode"), Name("FlateDecode")}}, hex.EncodeToString([]byte(packed("flat"))) + ">", "flat"},
		{Dict{"Filter": Name("FlateDecode"), "DecodeParms": Dict{"Predictor": 12, "Columns": -1}}, packed("ab"), ""}, // no width
		{Dict{"Filter": Name("LZWDecode")}, "\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01", "-----A---B"},                    // of ISO 32000-1, 7.4.4.2
		{Dict{"Filter": Name("DCTDecode")}, "x", ""},
		{Dict{"Filter": Array{Name("FlateDecode"), Name("FlateDecode")}}, "x", ""},
		{Dict{"Filter": Name("FlateDecode")}, "x", ""},
		{Dict{"Filter": Name("FlateDecode")}, packed("damaged")[:9], ""},
		{Dict{"Filter": Name("FlateDecode")}, packed(strings.Repeat("x", 101)), ""}, // more than was allowed
		{nil, "", ""},
	} {
		got, err := f.Unpack(Stream{tt.dict, []byte(tt.raw)}, 100)
		if string(got) != tt.want || (tt.want == "") != errors.Is(err, ErrFilter) {
			t.Errorf("%v: got %q, %v; want %q", tt.dict, got, err, tt.want)
		}
	}
}

// A stream that is cut short or has a wrong checksum gives what there is.
func TestUnpackSome(t *testing.T) {
	f := &File{}
	flate := Dict{"Filter": Name("FlateDecode")}
	whole := packed(strings.Repeat("All of it. ", 40))
	bad := whole[:len(whole)-1] + string(whole[len(whole)-1]^1)
	for _, tt := range []struct {
		raw   string
		limit int
		least int // bytes
		whole bool
		err   error
	}{
		{whole, 1000, 440, true, nil},
		{bad, 1000, 440, false, nil},
		{whole[:len(whole)-4], 1000, 440, false, nil},
		{whole[:16], 1000, 1, false, nil},
		{whole, 100, 0, false, ErrTooMuch},
		{"x", 100, 0, false, ErrFilter},
	} {
		got, all, err := f.UnpackSome(Stream{flate, []byte(tt.raw)}, tt.limit)
		if len(got) < tt.least || all != tt.whole || !errors.Is(err, tt.err) {
			t.Errorf("%d bytes, limit %d: got %d, %t, %v", len(tt.raw), tt.limit, len(got), all, err)
		}
	}
}

// Without a trailer the catalog is found among the objects.
func TestRebuild(t *testing.T) {
	f, err := Open([]byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[]>>endobj 3 0 obj<</Type/Cata"))
	if err != nil || f.Trailer["Root"] != Ref(1) {
		t.Errorf("got %v, %v, want the root 1", f.Trailer, err)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte("%PDF-1.7\n1 0 obj<</A(b)/C[1 2.5 true null 2 0 R]>>endobj 2 0 obj<</Length 3 0 R>>stream\nabc\nendstream 3 0 obj 3 trailer<</Root 1 0 R>>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Open(data)
		if err != nil {
			return
		}
		for _, n := range file.Numbers() {
			if s, ok := file.Get(Ref(n)).(Stream); ok {
				file.Unpack(s, 1<<20)
			}
		}
	})
}
