package pdfcheck

import (
	"fmt"
	"io"

	"briefline/app/pdf/pdfread"
)

// painting are the operators that leave ink.
var painting = map[pdfread.Operator]bool{"f": true, "f*": true, "F": true, "S": true, "s": true, "B": true, "B*": true, "b": true, "b*": true,
	"sh": true, "Do": true, "BI": true, "Tj": true, "TJ": true, "'": true, "\"": true}

// resourceOf says where an operator's name must be found.
var resourceOf = map[pdfread.Operator]pdfread.Name{"Tf": "Font", "sh": "Shading", "scn": "Pattern", "SCN": "Pattern", "cs": "ColorSpace", "CS": "ColorSpace", "gs": "ExtGState", "Do": "XObject"}

// known are the other operators that we write.
const known = " q Q cm w J j M d m l c v y h re W W* n BT ET Td Tm Ts Tc Tw g G rg RG EMC BMC BDC "

// contents reads what is painted on the pages: all of it is tagged or an
// artifact (ISO 14289-1, 7.1), and no text has codes without a font.
func (c *checker) contents() {
	keys := map[any]bool{}
	for i, p := range c.pages {
		k := p.dict["StructParents"]
		c.want(k != nil && !keys[k], "page %d: StructParents %v", i+1, k)
		keys[k] = true
		s := &stream{checker: c, page: i, what: fmt.Sprintf("page %d", i+1)}
		s.read(c.unpack(s.what, p.dict["Contents"]))
		n, _ := k.(int)
		for id := range c.file.Array(c.parents[n]) {
			c.want(c.slots[key(i, id)].seen, "page %d: content %d is in the tree, but not on the page", i+1, id)
		}
	}
}

// stream is a content stream being read.
type stream struct {
	*checker
	page   int
	what   string
	marks  []bool // open marked content; true: tagged
	saved  []*fontInUse
	inText bool
	font   *fontInUse
}

func (s *stream) read(b []byte) {
	l := pdfread.NewLexer(b)
	var args []any
	for {
		v, err := l.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			s.fault("%s: content cannot be read: %v", s.what, err)
			return
		}
		op, ok := v.(pdfread.Operator)
		if !ok {
			args = append(args, v)
			continue
		}
		s.operator(op, args)
		args = args[:0]
	}
	s.want(len(s.marks) == 0 && len(s.saved) == 0 && !s.inText, "%s: marked content, states or texts are left open", s.what)
}

func (s *stream) operator(op pdfread.Operator, args []any) {
	if painting[op] {
		s.want(len(s.marks) > 0, "%s: %s paints what is neither tagged nor an artifact", s.what, op)
	}
	if kind := resourceOf[op]; kind != "" {
		s.resource(op, kind, args)
	} else if !painting[op] {
		s.want(len(op) > 0 && containsWord(known, string(op)), "%s: operator %q", s.what, op)
	}
	switch op {
	case "BMC", "BDC":
		s.begin(args)
	case "EMC":
		if len(s.marks) == 0 {
			s.fault("%s: EMC without a beginning", s.what)
			return
		}
		s.marks = s.marks[:len(s.marks)-1]
	case "q":
		s.saved = append(s.saved, s.font)
	case "Q":
		if len(s.saved) == 0 {
			s.fault("%s: Q without q", s.what)
			return
		}
		s.font, s.saved = s.saved[len(s.saved)-1], s.saved[:len(s.saved)-1]
	case "BT", "ET":
		s.want(s.inText == (op == "ET"), "%s: %s", s.what, op)
		s.inText = op == "BT"
	case "TJ", "Tj":
		s.show(args)
	}
}

// begin opens marked content.
func (s *stream) begin(args []any) {
	tag, id := any(nil), -1
	if len(args) > 0 {
		tag = args[0]
	}
	if len(args) > 1 {
		d, _ := args[1].(pdfread.Dict)
		if n, ok := d["MCID"].(int); ok {
			id = n
		}
		s.want(d["ActualText"] == nil, "%s: ActualText on marked content", s.what)
	}
	s.want(id >= 0 || tag == pdfread.Name("Artifact"), "%s: marked content %v without identifier", s.what, tag)
	s.want(len(s.marks) == 0, "%s: marked content inside marked content", s.what)
	s.marks = append(s.marks, id >= 0)
	if id < 0 {
		return
	}
	k := key(s.page, id)
	slot := s.slots[k]
	s.want(slot.elem != nil, "%s: content %d is in no element", s.what, id)
	s.want(!slot.seen, "%s: content %d is there twice", s.what, id)
	if slot.elem != nil {
		same := tag == pdfread.Name(slot.elem.tag) || tag == pdfread.Name("Span") // a piece that was merged keeps its mark
		s.want(same, "%s: content %d is marked %v, its element is %s", s.what, id, tag, slot.elem.tag)
	}
	slot.seen = true
	s.slots[k] = slot
}

// resource looks an operator's name up.
func (s *stream) resource(op pdfread.Operator, kind pdfread.Name, args []any) {
	var found pdfread.Name
	for _, a := range args {
		if n, ok := a.(pdfread.Name); ok {
			found = n
		}
	}
	v, ok := s.file.Dict(s.pages[s.page].resources[kind])[found]
	s.want(ok, "%s: %s %s is no resource", s.what, op, found)
	if op == "Tf" && ok {
		s.font = s.fontOf(v)
	}
}

// show notes the codes that a text uses.
func (s *stream) show(args []any) {
	s.want(s.inText && s.font != nil, "%s: text without a font", s.what)
	if s.font == nil || len(args) == 0 {
		return
	}
	parts, ok := args[0].(pdfread.Array)
	if !ok {
		parts = pdfread.Array(args)
	}
	for _, p := range parts {
		t, _ := p.(pdfread.String)
		s.want(len(t)%2 == 0, "%s: half a character code", s.what)
		for i := 0; i+1 < len(t); i += 2 {
			s.font.codes[int(t[i])<<8|int(t[i+1])] = true
		}
	}
}
