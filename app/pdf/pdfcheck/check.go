// Package pdfcheck tests a PDF of ours against the rules of PDF/UA-1 (ISO
// 14289-1) and PDF/A-2a and 3a (ISO 19005-2 and -3) that a program can decide
// and that we could break. It is a net under our own writer, not a validator: of
// what we never write it knows only that it should not be there.
package pdfcheck

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"

	"briefline/app/pdf/pdfread"
)

const maxStream = 64 << 20 // bytes unpacked

// Check returns the rules that a file breaks, one line a fault, in the order
// they were found; nil if it keeps them all.
func Check(data []byte) []string {
	c := &checker{data: data, slots: map[int]slot{}}
	f, err := pdfread.Open(data)
	if err != nil {
		return []string{err.Error()}
	}
	c.file = f
	c.catalog = f.Dict(f.Trailer["Root"])
	if c.catalog == nil {
		return []string{"no catalog"}
	}
	c.frame()
	c.crossReference()
	c.metadata()
	c.attachments()
	c.pageTree(c.catalog["Pages"], nil, 0)
	c.parentTree()
	c.structure()
	c.contents()
	c.annotations()
	c.destinations()
	c.fonts()
	return c.faults
}

type checker struct {
	data    []byte
	file    *pdfread.File
	catalog pdfread.Dict
	faults  []string

	pages   []page
	parents map[int]any // parent tree: key -> element or array of elements
	elems   map[pdfread.Ref]*elem
	order   []*elem      // of elems, as they are read
	slots   map[int]slot // marked content that a page has, by page and identifier
	dests   []string     // named destinations
	used    []*fontInUse // fonts
	xmp     string
}

type page struct {
	ref       pdfread.Ref
	dict      pdfread.Dict
	resources pdfread.Dict
}

func (c *checker) fault(format string, args ...any) {
	if len(c.faults) < 200 { // more would not be read
		c.faults = append(c.faults, fmt.Sprintf(format, args...))
	}
}

func (c *checker) want(ok bool, format string, args ...any) {
	if !ok {
		c.fault(format, args...)
	}
}

// str returns a text string's characters.
func (c *checker) str(v any) string {
	s, _ := c.file.Get(v).(pdfread.String)
	if !strings.HasPrefix(string(s), "\xfe\xff") {
		return string(s)
	}
	var units []uint16
	for i := 2; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}

func (c *checker) unpack(what string, v any) []byte {
	s, ok := c.file.Get(v).(pdfread.Stream)
	if !ok {
		c.fault("%s: no stream", what)
		return nil
	}
	b, err := c.file.Unpack(s, maxStream)
	if err != nil {
		c.fault("%s: %v", what, err)
	}
	return b
}

// frame looks at header, trailer and catalog.
func (c *checker) frame() {
	f := c.file
	c.want(strings.HasPrefix(string(c.data), "%PDF-1.7\n%"), "header: not PDF 1.7 with a comment behind it")
	c.want(strings.HasSuffix(string(c.data), "\n%%EOF\n"), "end: no end-of-file marker")
	c.want(len(f.Array(f.Trailer["ID"])) == 2, "trailer: no ID")
	c.want(f.Trailer["Encrypt"] == nil, "trailer: encrypted")
	c.want(c.str(c.catalog["Lang"]) != "", "catalog: no Lang")
	c.want(f.Dict(c.catalog["MarkInfo"])["Marked"] == true, "catalog: not marked as tagged")
	c.want(f.Dict(c.catalog["ViewerPreferences"])["DisplayDocTitle"] == true, "catalog: the title is not shown")
	for _, key := range []pdfread.Name{"OpenAction", "AA", "AcroForm", "OCProperties", "Requirements"} {
		c.want(c.catalog[key] == nil, "catalog: %s", key)
	}
	for _, n := range f.Numbers() {
		d := f.Dict(pdfread.Ref(n))
		for _, key := range []pdfread.Name{"JS", "AA", "SMask", "OPI", "Ref"} {
			c.want(d[key] == nil, "object %d: %s", n, key)
		}
		if filter := d["Filter"]; filter != nil {
			c.want(filter == pdfread.Name("FlateDecode"), "object %d: filter %v", n, filter)
		}
	}
	c.outputIntent()
}

func (c *checker) outputIntent() {
	intents := c.file.Array(c.catalog["OutputIntents"])
	if len(intents) != 1 {
		c.fault("output intent: %d, want 1", len(intents))
		return
	}
	d := c.file.Dict(intents[0])
	c.want(d["S"] == pdfread.Name("GTS_PDFA1"), "output intent: subtype %v", d["S"])
	c.want(c.str(d["OutputConditionIdentifier"]) != "", "output intent: no identifier")
	c.want(c.file.Dict(d["DestOutputProfile"])["N"] == 3, "output intent: not three colours")
	b := c.unpack("output intent", d["DestOutputProfile"])
	if len(b) < 132 || string(b[36:40]) != "acsp" || int(u32(b, 0)) != len(b) || string(b[12:20]) != "mntrRGB " {
		c.fault("output intent: not an ICC profile of an RGB display")
		return
	}
	for i := range int(u32(b, 128)) {
		row := 132 + 12*i
		if row+12 > len(b) || uint64(u32(b, row+4))+uint64(u32(b, row+8)) > uint64(len(b)) {
			c.fault("output intent: tag %d lies outside the profile", i)
			return
		}
	}
}

// crossReference compares the cross-reference stream with where objects are.
func (c *checker) crossReference() {
	tail := string(c.data[max(0, len(c.data)-64):])
	i := strings.LastIndex(tail, "startxref\n")
	at := 0
	if i < 0 {
		c.fault("cross-reference: no startxref")
		return
	}
	fmt.Sscan(tail[i+len("startxref\n"):], &at)
	for _, n := range c.file.Numbers() {
		s, ok := c.file.Get(pdfread.Ref(n)).(pdfread.Stream)
		if begin, _, _, _ := c.file.Where(n); !ok || s.Dict["Type"] != pdfread.Name("XRef") || begin != at {
			continue
		}
		rows := c.unpack("cross-reference", s)
		w := c.file.Array(s.Dict["W"])
		if !slices.Equal(w, pdfread.Array{1, 4, 2}) {
			c.fault("cross-reference: columns %v", w)
			return
		}
		c.want(s.Dict["Size"] == n+1 && len(rows) == 7*(n+1), "cross-reference: %d bytes for objects up to %d", len(rows), n)
		for k := 1; 7*k+7 <= len(rows); k++ {
			kind, a, b := rows[7*k], int(u32(rows, 7*k+1)), int(u16(rows, 7*k+5))
			offset, holder, nth, ok := c.file.Where(k)
			right := ok && (kind == 1 && holder == 0 && a == offset || kind == 2 && holder == a && nth == b)
			c.want(right, "cross-reference: object %d is not where row %d %d %d says", k, kind, a, b)
		}
		return
	}
	c.fault("cross-reference: no stream at %d", at)
}

// pageTree collects the pages.
func (c *checker) pageTree(v any, resources pdfread.Dict, depth int) {
	d := c.file.Dict(v)
	if r := c.file.Dict(d["Resources"]); r != nil {
		resources = r
	}
	if d["Type"] != pdfread.Name("Pages") {
		ref, _ := v.(pdfread.Ref)
		c.pages = append(c.pages, page{ref, d, resources})
		n := len(c.pages)
		c.want(len(c.file.Array(d["MediaBox"])) == 4, "page %d: no MediaBox", n)
		c.want(d["Tabs"] == pdfread.Name("S"), "page %d: tab order is not that of the structure", n)
		c.want(d["Group"] == nil, "page %d: transparency", n)
		return
	}
	kids := c.file.Array(d["Kids"])
	c.want(depth > 0 || d["Count"] == len(kids), "pages: %v, want %d", d["Count"], len(kids))
	for _, k := range kids {
		if depth < 16 {
			c.pageTree(k, resources, depth+1)
		}
	}
}

// parentTree reads the tree that leads from content to its element.
func (c *checker) parentTree() {
	c.parents = map[int]any{}
	root := c.file.Dict(c.catalog["StructTreeRoot"])
	nums := c.file.Array(c.file.Dict(root["ParentTree"])["Nums"])
	last := -1
	for i := 0; i+1 < len(nums); i += 2 {
		key, _ := nums[i].(int)
		c.want(key > last, "parent tree: key %d behind %d", key, last)
		last = key
		c.parents[key] = nums[i+1]
	}
	next, _ := root["ParentTreeNextKey"].(int)
	c.want(next > last, "parent tree: next key %d, last %d", next, last)
}
