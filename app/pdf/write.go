package pdf

import (
	"errors"
	"fmt"
	"io"

	"briefline/app/sheet"
	"briefline/app/typeset"
)

// Options say what goes into the file besides the pages.
type Options struct {
	Attach     []byte // the briefing in its file form; nil: none, and the file is PDF/A-2a, else PDF/A-3a
	AttachName string // its file name; "" is "article.briefing"
	Version    string // of the program, such as "0.3", for the file's producer; may be empty
}

// Write writes d as a PDF: every page tagged, fonts embedded as far as used. The
// time in it is d.Created, its ID a digest of its contents. Nothing is written
// for a document that is faulty in itself (a link that leads nowhere, a mark
// whose node is not in the tree, two nodes with one ID), which is an error that
// says so; other errors are those of w.
func Write(w io.Writer, d *sheet.Document, o Options) error {
	return write(w, d, o, false)
}

// writer holds what a document becomes on its way into a file.
type writer struct {
	file
	doc  *sheet.Document
	o    Options
	errs []error

	pages    []*page
	contents []ref
	spare    []byte // the last page's buffer

	root   *elem
	elemOf map[*sheet.Node]*elem
	annots []annot

	fonts     []*font
	fontOf    map[*typeset.Face]*font
	shadings  named
	patterns  [sheet.HatchDots + 1]ref
	resources ref
	attached  ref // the briefing's file specification
}

// fail notes a fault of the document; the first one is reported.
func (w *writer) fail(err error) { w.errs = append(w.errs, err) }

func write(out io.Writer, d *sheet.Document, o Options, plain bool) error {
	if d == nil || d.Root == nil || len(d.Pages) == 0 {
		return errors.New("write PDF: a document without pages or tree")
	}
	w := &writer{file: file{plain: plain}, doc: d, o: o, elemOf: map[*sheet.Node]*elem{}, fontOf: map[*typeset.Face]*font{}}
	catalog := w.alloc()
	w.resources = w.alloc()
	w.contents = make([]ref, len(d.Pages))
	for i, p := range d.Pages {
		w.pages = append(w.pages, &page{nth: i, w: p.W, h: p.H, ref: w.alloc()})
	}
	w.root = w.buildTree(d.Root, nil, 0)
	for i, p := range d.Pages {
		w.writePage(i, p)
	}
	body := fmt.Appendf(nil, "<</Type/Catalog/Pages %v/Lang%s/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot %v",
		w.writePages(), text(d.Language), w.writeTree())
	if r := w.writeOutline(); r != 0 {
		body = fmt.Appendf(body, "/Outlines %v/PageMode/UseOutlines", r)
	}
	body = append(append(append(body, "/Names<<"...), w.names()...), ">>"...)
	metadata := w.addStream("/Type/Metadata/Subtype/XML", w.xmp(), false)
	colours := w.addStream("/N 3", profile(), true)
	body = fmt.Appendf(body, "/Metadata %v/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile %v>>]", metadata, colours)
	if w.o.Attach != nil {
		body = fmt.Appendf(body, "/AF[%v]", w.attached)
	}
	w.set(catalog, append(body, ">>"...))
	w.writeResources()
	info := w.writeInfo()
	if len(w.errs) == 0 {
		for _, f := range w.fonts {
			w.writeFont(f)
		}
	}
	if len(w.errs) > 0 {
		return fmt.Errorf("write PDF: %w", w.errs[0])
	}
	return w.file.write(out, catalog, info)
}

// names returns the entries of the catalog's name dictionary.
func (w *writer) names() []byte {
	var b []byte
	if r := w.writeDests(); r != 0 {
		b = fmt.Appendf(b, "/Dests %v", r)
	}
	if w.o.Attach != nil {
		w.attached = w.writeAttachment()
		b = fmt.Appendf(b, "/EmbeddedFiles<</Names[%s %v]>>", text(w.attachName()), w.attached)
	}
	return b
}
