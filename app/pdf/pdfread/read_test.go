package pdfread

import (
	"bytes"
	"compress/zlib"
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
		{Dict{"Filter": Name("FlateDecode"), "DecodeParms": up}, packed("\x04ab"), ""},                               // another predictor
		{Dict{"Filter": Name("FlateDecode"), "DecodeParms": Dict{"Predictor": 12, "Columns": -1}}, packed("ab"), ""}, // no width
		{Dict{"Filter": Name("LZWDecode")}, "x", ""},
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
