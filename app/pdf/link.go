package pdf

import (
	"fmt"
	"maps"
	"slices"

	"briefline/app/sheet"
)

// annot is a link annotation; its place in writer.annots gives its key in the
// parent tree.
type annot struct {
	ref  ref
	elem *elem
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// link makes the pieces of a span in lines [from, to) active, each as high as
// its line, which is easier to hit than the letters.
func (w *writer) link(p *page, m *sheet.Words, l *sheet.SpanLink, from, to int) {
	e := w.elem(l.Node)
	if e == nil {
		w.fail(fmt.Errorf("link to %q has no node", l.Dest+l.URI))
		return
	}
	lines := m.Text.Lines
	for i := from; i < to; i++ {
		var boxes []box
		y := p.h - (m.Y + lines[i].Y - lines[from].Y)
		for k := range lines[i].Runs {
			r := &lines[i].Runs[k]
			x0, x1 := m.X+r.X-r.PadLeft, m.X+r.X+r.Width+r.PadRight
			if r.Span != l.Span || len(r.Glyphs) == 0 || x1 <= x0 {
				continue
			}
			if n := len(boxes) - 1; n >= 0 && x0-boxes[n].x1 < 0.01 {
				boxes[n].x1 = x1
			} else {
				boxes = append(boxes, box{x0, y - lines[i].Height, x1, y})
			}
		}
		for _, b := range boxes {
			w.annotate(p, e, l, b)
		}
	}
}

// annotate writes a link annotation (ISO 32000-1, 12.5.6.5) and ties it to its
// element. Contents are its words for who cannot see it (ISO 14289-1, 7.18.5).
func (w *writer) annotate(p *page, e *elem, l *sheet.SpanLink, b box) {
	target := "/A<</S/URI/URI" + bytesString(l.URI) + ">>"
	if l.URI == "" {
		if _, ok := w.doc.Dests[l.Dest]; !ok {
			w.fail(fmt.Errorf("link to %q, which is no destination", l.Dest))
		}
		target = "/Dest" + bytesString(l.Dest)
	}
	const printed = 4 // shown and printed, as ISO 19005-2, 6.3.2 wants it
	r := w.addf("<</Type/Annot/Subtype/Link/Rect[%s %s %s %s]/Border[0 0 0]/F %d/P %v%s/Contents%s/StructParent %d>>",
		tenth(b.x0), tenth(b.y0), tenth(b.x1), tenth(b.y1), printed, p.ref, target, text(l.Tip), len(w.pages)+len(w.annots))
	w.annots = append(w.annots, annot{r, e})
	p.annots = append(p.annots, r)
	e.place()
	e.items = append(e.items, item{annot: r, page: p.nth})
}

// tenth is as exact as the place of a link or a jump needs to be.
func tenth(v float64) string { return string(number(nil, v, 1)) }

// writeDests writes the name tree of destinations; 0 if there are none.
func (w *writer) writeDests() ref {
	if len(w.doc.Dests) == 0 {
		return 0
	}
	b := []byte("<</Names[")
	for _, key := range sortedKeys(w.doc.Dests) {
		d := w.doc.Dests[key]
		if d.Page < 0 || d.Page >= len(w.pages) {
			w.fail(fmt.Errorf("destination %q is on page %d of %d", key, d.Page+1, len(w.pages)))
			return 0
		}
		p := w.pages[d.Page]
		b = append(b, bytesString(key)...)
		b = fmt.Appendf(b, "[%v/XYZ %s %s null]", p.ref, tenth(d.X), tenth(p.h-d.Y))
	}
	return w.add(append(b, "]>>"...))
}

// mostOpen is how many bookmarks a viewer shows unfolded.
const mostOpen = 40

// writeOutline writes the bookmarks (ISO 32000-1, 12.3.3); 0 if there are none.
func (w *writer) writeOutline() ref {
	top := w.doc.Outline
	if len(top) == 0 {
		return 0
	}
	all := visible(top)
	open := all <= mostOpen
	root := w.alloc()
	first, last := w.bookmarks(top, root, open)
	if !open {
		all = len(top)
	}
	w.set(root, fmt.Appendf(nil, "<</Type/Outlines/First %v/Last %v/Count %d>>", first, last, all))
	return root
}

// bookmarks writes the entries under a parent and returns the first and last.
func (w *writer) bookmarks(bs []sheet.Bookmark, parent ref, open bool) (first, last ref) {
	refs := make([]ref, len(bs))
	for i := range refs {
		refs[i] = w.alloc()
	}
	for i, b := range bs {
		if _, ok := w.doc.Dests[b.Dest]; !ok {
			w.fail(fmt.Errorf("bookmark to %q, which is no destination", b.Dest))
		}
		body := fmt.Appendf(nil, "<</Title%s/Parent %v/Dest%s", text(b.Title), parent, bytesString(b.Dest))
		if i > 0 {
			body = fmt.Appendf(body, "/Prev %v", refs[i-1])
		}
		if i+1 < len(refs) {
			body = fmt.Appendf(body, "/Next %v", refs[i+1])
		}
		if n := len(b.Children); n > 0 {
			if !open {
				n = -n
			} else {
				n = visible(b.Children)
			}
			first, last := w.bookmarks(b.Children, refs[i], open)
			body = fmt.Appendf(body, "/First %v/Last %v/Count %d", first, last, n)
		}
		w.set(refs[i], append(body, ">>"...))
	}
	return refs[0], refs[len(refs)-1]
}

// visible returns how many bookmarks show when all are unfolded.
func visible(bs []sheet.Bookmark) int {
	n := len(bs)
	for _, b := range bs {
		n += visible(b.Children)
	}
	return n
}
