package pdf

import (
	"fmt"
	"slices"
	"strings"

	"briefline/app/sheet"
)

// elem is an element of the structure tree (ISO 32000-1, 14.7.2): one of the
// document's nodes, or a piece of right-to-left text inside one.
type elem struct {
	node   *sheet.Node // nil for a piece
	tag    sheet.Tag
	parent *elem
	kids   []*elem // of the document's nodes, in reading order
	nth    int     // among the parent's kids; -1 for a piece
	items  []item  // what it holds, in the order it was painted
	placed bool    // it stands in its parent's items
	inline bool    // it is part of a text of its parent's
	into   *elem   // the parent that a piece was merged into

	lead   []byte // the beginning of its text, for a label
	actual []byte // a piece: its text in logical order
	box    box    // what its marks cover, on page boxPage
	pages  int    // how many pages its marks are on, as far as they came one after the other
	onPage int

	ref ref
}

// item is one thing that an element holds: an element, marked content or an
// annotation.
type item struct {
	kid   *elem
	annot ref
	page  int
	mcid  int
}

func (w *writer) buildTree(n *sheet.Node, parent *elem, nth int) *elem {
	e := &elem{node: n, tag: n.Tag, parent: parent, nth: nth, onPage: -1}
	if w.elemOf[n] != nil {
		w.fail(fmt.Errorf("node %s %q stands in the tree twice", n.Tag, n.Title))
		return e
	}
	w.elemOf[n] = e
	for i, k := range n.Kids {
		e.kids = append(e.kids, w.buildTree(k, e, i))
	}
	return e
}

// elem returns the element of a mark's node; nil for an artifact.
func (w *writer) elem(n *sheet.Node) *elem {
	if n == nil {
		return nil
	}
	e := w.elemOf[n]
	if e == nil {
		w.fail(fmt.Errorf("mark of a node %s that is not in the tree", n.Tag))
	}
	return e
}

// place notes where e stands among what its parent holds: an element inside a
// text comes between the pieces of text before and behind it.
func (e *elem) place() {
	for ; e.parent != nil && !e.placed; e = e.parent {
		e.placed = true
		e.parent.items = append(e.parent.items, item{kid: e})
	}
}

// piece returns the element for right-to-left text of e: the one that e's
// content ends in, or a new one. Glyphs are painted from left to right, so
// their order is not the text's; ActualText gives that. It stands on an element
// of its own because readers take one on marked content for painted order too,
// and turn it round.
func (e *elem) piece() *elem {
	if n := len(e.items); n > 0 {
		if k := e.items[n-1].kid; k != nil && k.node == nil {
			return k
		}
	}
	p := &elem{tag: sheet.TagSpan, parent: e, nth: -1, onPage: -1}
	p.place()
	return p
}

// settle brings what e holds into reading order, leaves out elements that hold
// nothing, and merges a piece that is all of its element into it. It reports
// whether anything is left.
func (e *elem) settle() bool {
	var out []item
	keep := func(k *elem) {
		if k.settle() {
			out = append(out, item{kid: k})
		}
	}
	next := 0 // the first kid that may be missing in out
	rest := func(end int) {
		for ; next < end; next++ {
			if !e.kids[next].inline {
				keep(e.kids[next])
			}
		}
	}
	for _, it := range e.items {
		switch {
		case it.kid == nil:
			out = append(out, it)
		case it.kid.nth < 0 || it.kid.inline: // the text says where
			keep(it.kid)
		default: // those before it in the tree go first, wherever they were painted
			rest(it.kid.nth + 1)
		}
	}
	rest(len(e.kids))
	e.items = out
	e.merge()
	return len(out) > 0 || e.tag == sheet.TagTD || e.tag == sheet.TagTH || e.parent == nil
}

func (e *elem) merge() {
	if e.node == nil || e.node.ActualText != "" || len(e.items) == 0 {
		return
	}
	p := e.items[0].kid
	if p == nil || p.node != nil {
		return
	}
	for _, it := range e.items[1:] {
		if it.annot == 0 {
			return
		}
	}
	e.actual, p.into = p.actual, e
	e.items = append(slices.Clip(p.items), e.items[1:]...)
}

// cover widens the box of e and of the figures around it.
func (e *elem) cover(page int, b box) {
	for ; e != nil; e = e.parent {
		if e.tag != sheet.TagFigure {
			continue
		}
		if e.onPage != page {
			e.onPage, e.box = page, b
			e.pages++
		}
		e.box = e.box.with(b)
	}
}

// box is a rectangle in the file's coordinates: x0, y0 bottom left.
type box struct{ x0, y0, x1, y1 float64 }

func (b box) with(c box) box {
	return box{min(b.x0, c.x0), min(b.y0, c.y0), max(b.x1, c.x1), max(b.y1, c.y1)}
}

func (b box) String() string {
	return strings.TrimSuffix(string(points([]byte{'['}, b.x0, b.y0, b.x1, b.y1)), " ") + "]"
}

// writeTree writes the structure tree, the parent tree that leads from content
// to its element, and the tree of IDs.
func (w *writer) writeTree() ref {
	root := w.alloc()
	w.root.settle()
	var all []*elem
	var walk func(e *elem)
	walk = func(e *elem) {
		e.ref = w.alloc()
		all = append(all, e)
		for _, it := range e.items {
			if it.kid != nil {
				walk(it.kid)
			}
		}
	}
	walk(w.root)
	ids := map[string]ref{}
	notes := 0
	for _, e := range all {
		id := ""
		if e.node != nil {
			id = e.node.ID
		}
		if id == "" && e.tag == sheet.TagNote { // ISO 14289-1, 7.9
			notes++
			id = fmt.Sprintf("note-%d", notes)
		}
		if id != "" {
			if ids[id] != 0 {
				w.fail(fmt.Errorf("two nodes have the ID %q", id))
			}
			ids[id] = e.ref
		}
		w.set(e.ref, w.elemBody(e, root, id))
	}
	body := fmt.Appendf(nil, "<</Type/StructTreeRoot/K %v/ParentTree %v/ParentTreeNextKey %d", w.root.ref, w.parentTree(), len(w.pages)+len(w.annots))
	if len(ids) > 0 {
		body = append(body, "/IDTree<</Names["...)
		for _, id := range sortedKeys(ids) {
			body = fmt.Appendf(body, "%s %v ", text(id), ids[id])
		}
		body = append(body, "]>>"...)
	}
	w.set(root, append(body, ">>"...))
	return root
}

func (w *writer) parentTree() ref {
	b := []byte("<</Nums[")
	for i, p := range w.pages {
		b = fmt.Appendf(b, "%d[", i)
		for _, e := range p.elems {
			for e.into != nil {
				e = e.into
			}
			b = fmt.Appendf(b, "%v ", e.ref)
		}
		b = append(b, ']')
	}
	for i, a := range w.annots {
		b = fmt.Appendf(b, "%d %v ", len(w.pages)+i, a.elem.ref)
	}
	return w.add(append(b, "]>>"...))
}

func (w *writer) elemBody(e *elem, root ref, id string) []byte {
	parent := root
	if e.parent != nil {
		parent = e.parent.ref
	}
	b := fmt.Appendf(nil, "<</S/%s/P %v", e.tag, parent)
	page := -1 // of the content that needs no page of its own
	for _, it := range e.items {
		if it.kid == nil && it.annot == 0 {
			page = it.page
			b = fmt.Appendf(b, "/Pg %v", w.pages[page].ref)
			break
		}
	}
	if len(e.items) > 0 {
		b = append(b, "/K["...)
		for i, it := range e.items {
			if i > 0 {
				b = append(b, ' ')
			}
			switch {
			case it.kid != nil:
				b = fmt.Appendf(b, "%v", it.kid.ref)
			case it.annot != 0 && it.page == page:
				b = fmt.Appendf(b, "<</Type/OBJR/Obj %v>>", it.annot)
			case it.annot != 0:
				b = fmt.Appendf(b, "<</Type/OBJR/Obj %v/Pg %v>>", it.annot, w.pages[it.page].ref)
			case it.page == page:
				b = fmt.Appendf(b, "%d", it.mcid)
			default:
				b = fmt.Appendf(b, "<</Type/MCR/Pg %v/MCID %d>>", w.pages[it.page].ref, it.mcid)
			}
		}
		b = append(b, ']')
	}
	actual := string(e.actual)
	if n := e.node; n != nil {
		if n.Lang != "" {
			b = append(b, "/Lang"+text(n.Lang)...)
		}
		if n.Alt != "" {
			b = append(b, "/Alt"+text(n.Alt)...)
		}
		if n.Title != "" {
			b = append(b, "/T"+text(n.Title)...)
		}
		if n.ActualText != "" {
			actual = n.ActualText
		}
	}
	if actual != "" {
		b = append(b, "/ActualText"+text(actual)...)
	}
	if id != "" {
		b = append(b, "/ID"+text(id)...)
	}
	return append(append(b, e.attributes()...), ">>"...)
}

// attributes returns the element's standard attributes (ISO 32000-1, 14.8.5).
func (e *elem) attributes() string {
	switch e.tag {
	case sheet.TagFigure:
		if e.pages == 1 {
			return "/A<</O/Layout/Placement/Block/BBox" + e.box.String() + ">>"
		}
	case sheet.TagL:
		if n := e.numbering(); n != "" {
			return "/A<</O/List/ListNumbering/" + n + ">>"
		}
	case sheet.TagTH:
		scope := "Column"
		for _, it := range e.parent.items {
			if it.kid != nil && it.kid.tag == sheet.TagTD {
				scope = "Row"
			}
		}
		return "/A<</O/Table/Scope/" + scope + ">>"
	}
	return ""
}

// numbering says how the items of a list are labelled, by the first label;
// "" if they have none (ISO 14289-1, 7.6).
func (e *elem) numbering() string {
	for _, li := range e.items {
		if li.kid == nil {
			continue
		}
		for _, it := range li.kid.items {
			if it.kid == nil || it.kid.tag != sheet.TagLbl {
				continue
			}
			if strings.ContainsAny(it.kid.label(), "0123456789۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩") {
				return "Decimal"
			}
			return "Disc"
		}
	}
	return ""
}

// label returns the beginning of the text of e and what it holds.
func (e *elem) label() string {
	s := string(e.lead)
	for _, it := range e.items {
		if it.kid != nil {
			s += it.kid.label()
		}
	}
	return s
}
