package pdfcheck

import (
	"strings"

	"briefline/app/pdf/pdfread"
)

// elem is an element of the structure tree.
type elem struct {
	ref    pdfread.Ref
	dict   pdfread.Dict
	tag    string
	parent *elem
	kids   []*elem
	annots []pdfread.Ref
	mcids  int
}

// within says what an element may stand in; what is not here may stand anywhere.
var within = map[string]string{"LI": "L", "Lbl": "LI Note", "LBody": "LI", "TR": "Table", "TH": "TR", "TD": "TR"}

// only says what an element's own elements may be.
var only = map[string]string{"L": "LI", "LI": "Lbl LBody", "Table": "TR", "TR": "TH TD"}

const standard = " Document Sect H1 H2 H3 P L LI Lbl LBody Figure Span Link Note Table TR TH TD "

// structure walks the tree (ISO 14289-1, 7.1 to 7.9).
func (c *checker) structure() {
	c.elems = map[pdfread.Ref]*elem{}
	v := c.catalog["StructTreeRoot"]
	root := c.file.Dict(v)
	if root == nil {
		c.fault("structure: none")
		return
	}
	top, _ := root["K"].(pdfread.Ref)
	if e := c.elem(top, nil, v, 0); e != nil {
		c.want(e.tag == "Document", "structure: the root is %s", e.tag)
	}
	ids := map[string]bool{}
	heading := 0
	for _, e := range c.order {
		c.inElem(e)
		id := c.str(e.dict["ID"])
		c.want(id == "" || !ids[id], "%s %d: ID %q is there twice", e.tag, e.ref, id)
		c.want(id != "" || e.tag != "Note", "Note %d: no ID", e.ref)
		if id != "" {
			ids[id] = true
		}
		if len(e.tag) == 2 && e.tag[0] == 'H' && e.tag[1] >= '1' && e.tag[1] <= '6' {
			level := int(e.tag[1] - '0')
			c.want(level <= heading+1, "H%d %d: follows H%d", level, e.ref, heading)
			heading = level
		}
	}
	names := c.file.Array(c.file.Dict(root["IDTree"])["Names"])
	c.want(len(names) == 2*len(ids), "ID tree: %d entries, want %d", len(names)/2, len(ids))
	last := ""
	for i := 0; i+1 < len(names); i += 2 {
		r, _ := names[i+1].(pdfread.Ref)
		e, key := c.elems[r], c.str(names[i])
		c.want(e != nil && c.str(e.dict["ID"]) == key, "ID tree: %q leads elsewhere", key)
		c.want(key > last, "ID tree: %q behind %q", key, last)
		last = key
	}
}

// elem reads an element and what it holds.
func (c *checker) elem(r pdfread.Ref, parent *elem, above any, depth int) *elem {
	d := c.file.Dict(r)
	tag, _ := d["S"].(pdfread.Name)
	e := &elem{ref: r, dict: d, tag: string(tag), parent: parent}
	if d == nil || c.elems[r] != nil || depth > 60 {
		c.fault("structure: element %d is missing, there twice or too deep", r)
		return nil
	}
	c.elems[r] = e
	c.order = append(c.order, e)
	c.want(d["P"] == above, "%s %d: its parent is %v, want %v", e.tag, r, d["P"], above)
	c.want(strings.Contains(standard, " "+e.tag+" "), "%s %d: not a standard type", e.tag, r)
	kids, ok := c.file.Get(d["K"]).(pdfread.Array)
	if !ok && d["K"] != nil {
		kids = pdfread.Array{d["K"]}
	}
	for _, k := range kids {
		switch k := k.(type) {
		case int:
			c.slot(e, d["Pg"], k)
		case pdfread.Ref:
			if kid := c.elem(k, e, r, depth+1); kid != nil {
				e.kids = append(e.kids, kid)
			}
		case pdfread.Dict:
			if k["Type"] == pdfread.Name("OBJR") {
				a, _ := k["Obj"].(pdfread.Ref)
				e.annots = append(e.annots, a)
			} else {
				n, _ := k["MCID"].(int)
				c.slot(e, k["Pg"], n)
			}
		default:
			c.fault("%s %d: holds %v", e.tag, r, k)
		}
	}
	return e
}

// slot is marked content that the tree knows of.
type slot struct {
	elem *elem
	seen bool // on its page
}

// key joins a page's number and an identifier on it.
func key(page, mcid int) int { return page<<24 | mcid&0xffffff }

// slot notes that e holds the marked content mcid of a page, and compares that
// with the parent tree.
func (c *checker) slot(e *elem, pg any, mcid int) {
	e.mcids++
	for i, p := range c.pages {
		if pg != any(p.ref) {
			continue
		}
		k := key(i, mcid)
		if c.slots[k].elem != nil {
			c.fault("%s %d: content %d of page %d is in two elements", e.tag, e.ref, mcid, i+1)
		}
		c.slots[k] = slot{elem: e}
		n, _ := p.dict["StructParents"].(int)
		row := c.file.Array(c.parents[n])
		c.want(mcid >= 0 && mcid < len(row) && row[mcid] == any(e.ref), "%s %d: the parent tree does not lead to it from content %d of page %d", e.tag, e.ref, mcid, i+1)
		return
	}
	c.fault("%s %d: content %d on no page", e.tag, e.ref, mcid)
}

// inElem looks at one element.
func (c *checker) inElem(e *elem) {
	say := func(ok bool, what string) { c.want(ok, "%s %d: %s", e.tag, e.ref, what) }
	if in := within[e.tag]; in != "" {
		say(e.parent != nil && strings.Contains(" "+in+" ", " "+e.parent.tag+" "), "stands outside "+in)
	}
	has := map[string]bool{}
	for _, k := range e.kids {
		has[k.tag] = true
		if only[e.tag] != "" {
			say(strings.Contains(" "+only[e.tag]+" ", " "+k.tag+" "), "holds "+k.tag)
		}
	}
	say(only[e.tag] == "" || e.mcids == 0, "holds content of its own")
	say(len(e.kids)+e.mcids > 0 || e.tag == "TD" || e.tag == "TH", "holds nothing")
	a := c.file.Dict(e.dict["A"])
	switch e.tag {
	case "Figure":
		say(c.str(e.dict["Alt"])+c.str(e.dict["ActualText"]) != "", "no Alt")
	case "Link":
		say(len(e.annots) > 0, "no annotation")
	case "TH":
		say(a["Scope"] != nil, "no Scope")
	case "LI":
		say(has["LBody"], "no LBody")
		say(!has["Lbl"] || e.parent == nil || c.file.Dict(e.parent.dict["A"])["ListNumbering"] != nil, "labelled, but the list says no ListNumbering")
	}
	if lang, there := e.dict["Lang"]; there {
		say(c.str(lang) != "" && !strings.ContainsAny(c.str(lang), " _"), "Lang is no language tag")
	}
}
