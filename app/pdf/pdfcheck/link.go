package pdfcheck

import (
	"slices"
	"strings"

	"briefline/app/pdf/pdfread"
)

func containsWord(words, w string) bool { return strings.Contains(words, " "+w+" ") }

// annotations looks at the links (ISO 14289-1, 7.18; ISO 19005-2, 6.3).
func (c *checker) annotations() {
	tree := c.file.Dict(c.file.Dict(c.catalog["Names"])["Dests"])
	names := c.file.Array(tree["Names"])
	for i := 0; i+1 < len(names); i += 2 {
		s, _ := names[i].(pdfread.String)
		c.dests = append(c.dests, string(s))
		c.want(c.leadsToPage(names[i+1]), "destination %q: leads to no page", s)
	}
	c.want(slices.IsSorted(c.dests) && len(slices.Compact(slices.Clone(c.dests))) == len(c.dests), "destinations: not in order")
	for i, p := range c.pages {
		for _, v := range c.file.Array(p.dict["Annots"]) {
			r, _ := v.(pdfread.Ref)
			c.annotation(i+1, r)
		}
	}
	for _, e := range c.order {
		for _, a := range e.annots {
			c.want(e.tag == "Link", "%s %d: holds an annotation", e.tag, e.ref)
			c.want(c.file.Dict(a)["Subtype"] == pdfread.Name("Link"), "%s %d: annotation %d is no link", e.tag, e.ref, a)
		}
	}
}

func (c *checker) annotation(page int, r pdfread.Ref) {
	d := c.file.Dict(r)
	say := func(ok bool, what string) { c.want(ok, "page %d: annotation %d: %s", page, r, what) }
	say(d["Subtype"] == pdfread.Name("Link"), "no link")
	say(d["F"] == 4, "is not printed, or hidden")
	say(c.str(d["Contents"]) != "", "no Contents")
	n, ok := d["StructParent"].(int)
	e, _ := c.parents[n].(pdfread.Ref)
	owner := c.elems[e]
	say(ok && owner != nil && slices.Contains(owner.annots, r), "not in the element that the parent tree names")
	rect := c.file.Array(d["Rect"])
	say(len(rect) == 4 && number(rect[0]) < number(rect[2]) && number(rect[1]) < number(rect[3]), "no area")
	if a := c.file.Dict(d["A"]); a != nil {
		say(a["S"] == pdfread.Name("URI") && c.str(a["URI"]) != "", "an action other than to open an address")
		return
	}
	say(c.isDest(d["Dest"]), "leads nowhere")
}

func number(v any) float64 {
	switch v := v.(type) {
	case int:
		return float64(v)
	case float64:
		return v
	}
	return 0
}

func (c *checker) isDest(v any) bool {
	s, _ := v.(pdfread.String)
	_, ok := slices.BinarySearch(c.dests, string(s))
	return ok
}

func (c *checker) leadsToPage(v any) bool {
	a := c.file.Array(v)
	return len(a) == 5 && slices.ContainsFunc(c.pages, func(p page) bool { return a[0] == any(p.ref) })
}

// destinations looks at the outline.
func (c *checker) destinations() {
	v := c.catalog["Outlines"]
	if v == nil {
		return
	}
	left := 100000
	var level func(parent any, depth int) (open int)
	level = func(parent any, depth int) (open int) {
		d := c.file.Dict(parent)
		var last any
		for k := d["First"]; k != nil && left > 0 && depth < 32; left-- {
			b := c.file.Dict(k)
			title := c.str(b["Title"])
			c.want(title != "", "outline: an entry without title")
			c.want(b["Parent"] == parent && b["Prev"] == last, "outline: %q is not chained to its neighbours", title)
			c.want(c.isDest(b["Dest"]), "outline: %q leads nowhere", title)
			below := level(k, depth+1)
			n, _ := b["Count"].(int)
			c.want(n == below || n < 0 && below > 0, "outline: %q counts %d, want %d", title, n, below)
			open += 1 + max(n, 0)
			last, k = k, b["Next"]
		}
		c.want(d["Last"] == last, "outline: the last entry is %v, want %v", last, d["Last"])
		return open
	}
	n := level(v, 0)
	c.want(n > 0 && c.file.Dict(v)["Count"] == n, "outline: counts %v, want %d", c.file.Dict(v)["Count"], n)
}
