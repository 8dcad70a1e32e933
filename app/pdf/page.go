package pdf

import (
	"fmt"
	"strconv"

	"briefline/app/sheet"
)

// page is a content stream in the making (ISO 32000-1, 7.8.2). Marks come with
// y down from the top; the file has y up from the bottom.
type page struct {
	nth    int
	w, h   float64
	ref    ref
	buf    []byte
	elems  []*elem // by marked-content identifier
	annots []ref

	marked bool  // a marked-content sequence is open,
	owner  *elem // of this element; nil for an artifact
	inText bool
	state
}

// state is the graphics state as far as we set it, so that nothing is said twice.
type state struct {
	fill, stroke string // operators; "" until set
	width        string
	dash         string
	font         *font
	size         string

	x, y  int64 // origin of the text line in hundredths of a point
	slant bool  // the text matrix leans
}

// begin opens a marked-content sequence of e (nil: an artifact), unless it is
// the one that is open.
func (p *page) begin(e *elem) {
	if p.marked && p.owner == e {
		return
	}
	p.end()
	p.marked, p.owner = true, e
	if e == nil {
		p.buf = append(p.buf, "/Artifact BMC\n"...)
		return
	}
	id := len(p.elems)
	p.elems = append(p.elems, e)
	e.place()
	e.items = append(e.items, item{page: p.nth, mcid: id})
	p.buf = append(append(append(p.buf, '/'), e.tag...), "<</MCID "...)
	p.buf = append(strconv.AppendInt(p.buf, int64(id), 10), ">>BDC\n"...)
}

// end closes what is open.
func (p *page) end() {
	p.endText()
	if p.marked {
		p.buf = append(p.buf, "EMC\n"...)
	}
	p.marked, p.owner = false, nil
}

func (p *page) beginText() {
	if !p.inText {
		p.buf = append(p.buf, "BT\n"...)
		p.inText, p.x, p.y, p.slant = true, 0, 0, false
	}
}

func (p *page) endText() {
	if p.inText {
		p.buf = append(p.buf, "ET\n"...)
		p.inText = false
	}
}

func (p *page) setFill(c sheet.Color) {
	if op := colorOp(c, " rg", " g"); op != p.fill {
		p.fill = op
		p.buf = append(append(p.buf, op...), '\n')
	}
}

func (p *page) setStroke(c sheet.Color) {
	if op := colorOp(c, " RG", " G"); op != p.stroke {
		p.stroke = op
		p.buf = append(append(p.buf, op...), '\n')
	}
}

// colorOp returns the operator that sets c; greys have a shorter one, which the
// output intent's sRGB covers too (ISO 19005-2, 6.2.4.3).
func colorOp(c sheet.Color, rgb, grey string) string {
	if c.R == c.G && c.G == c.B {
		return string(number(nil, float64(c.R)/255, 3)) + grey
	}
	return string(components(nil, c)) + rgb
}

// components appends the three parts of c, 0 to 1.
func components(b []byte, c sheet.Color) []byte {
	b = append(number(b, float64(c.R)/255, 3), ' ')
	b = append(number(b, float64(c.G)/255, 3), ' ')
	return number(b, float64(c.B)/255, 3)
}

func (p *page) setLine(width float64, dash []float64) {
	if s := pt(width); s != p.width {
		p.width = s
		p.buf = append(append(p.buf, s...), " w\n"...)
	}
	var total float64
	for _, d := range dash {
		total += max(d, 0)
	}
	s := "[] 0 d\n"
	if total > 0 { // all zero is not allowed (ISO 32000-1, 8.4.3.6)
		b := []byte{'['}
		for _, d := range dash {
			b = points(b, max(d, 0))
		}
		s = string(append(b, "] 0 d\n"...))
	} else if p.dash == "" {
		return
	}
	if s != p.dash {
		p.dash = s
		p.buf = append(p.buf, s...)
	}
}

// save and restore bracket what changes the state in other ways, such as a clip.
func (p *page) save() state {
	p.buf = append(p.buf, "q\n"...)
	return p.state
}

func (p *page) restore(s state) {
	p.buf = append(p.buf, "Q\n"...)
	p.state = s
}

// writePage paints the marks of a page and writes its content stream. The page
// object itself follows when all annotations are known.
func (w *writer) writePage(nth int, in *sheet.Page) {
	p := w.pages[nth]
	p.buf = w.spare[:0]
	for _, m := range in.Marks {
		switch m := m.(type) {
		case *sheet.Words:
			w.words(p, m)
		case *sheet.Shape:
			w.shape(p, m)
		default:
			w.fail(fmt.Errorf("page %d: a mark of type %T", nth+1, m))
		}
	}
	p.end()
	w.contents[nth] = w.addStream("", p.buf, true)
	if w.plain {
		p.buf = nil // the stream keeps it
	}
	w.spare, p.buf = p.buf, nil
}

// writePages writes the page objects and their root.
func (w *writer) writePages() ref {
	root := w.alloc()
	kids := []byte("<</Type/Pages/Kids[")
	for i, p := range w.pages {
		b := fmt.Appendf(nil, "<</Type/Page/Parent %v/MediaBox%v/Resources %v/Contents %v/StructParents %d/Tabs/S",
			root, box{0, 0, p.w, p.h}, w.resources, w.contents[i], i)
		if len(p.annots) > 0 {
			b = append(b, "/Annots["...)
			for _, r := range p.annots {
				b = fmt.Appendf(b, "%v ", r)
			}
			b = append(b, ']')
		}
		w.set(p.ref, append(b, ">>"...))
		kids = fmt.Appendf(kids, "%v ", p.ref)
	}
	w.set(root, fmt.Appendf(kids, "]/Count %d>>", len(w.pages)))
	return root
}
