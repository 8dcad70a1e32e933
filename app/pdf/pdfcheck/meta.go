package pdfcheck

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"

	"briefline/app/pdf/pdfread"
)

// metadata compares the XMP with what else the file says of itself.
func (c *checker) metadata() {
	v := c.catalog["Metadata"]
	d := c.file.Dict(v)
	c.want(d["Subtype"] == pdfread.Name("XML") && d["Filter"] == nil, "XMP: not plain XML")
	c.xmp = string(c.unpack("XMP", v))
	for dec := xml.NewDecoder(strings.NewReader(c.xmp)); ; {
		_, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			c.fault("XMP: %v", err)
			return
		}
	}
	c.want(c.element("pdfuaid:part") == "1", "XMP: does not claim PDF/UA-1")
	c.want(c.element("pdfaid:conformance") == "A", "XMP: does not claim PDF/A level A")
	c.want(c.element("pdfaSchema:prefix") == "pdfuaid", "XMP: the pdfuaid schema is not described")
	lang, _, _ := strings.Cut(c.part("dc:language"), "</rdf:li>")
	c.want(strings.HasSuffix(lang, ">"+escape(c.str(c.catalog["Lang"]))), "XMP: language %q is not the catalog's", lang)

	info := c.file.Dict(c.file.Trailer["Info"])
	title := c.str(info["Title"])
	c.want(title != "" && strings.Contains(c.part("dc:title"), ">"+escape(title)+"<"), "XMP: title is not that of Info, %q", title)
	if s := c.str(info["Author"]); s != "" {
		c.want(strings.Contains(c.part("dc:creator"), ">"+escape(s)+"<"), "XMP: creator is not the Author, %q", s)
	}
	if s := c.str(info["Subject"]); s != "" {
		c.want(strings.Contains(c.part("dc:description"), ">"+escape(s)+"<"), "XMP: description is not the Subject, %q", s)
	}
	c.want(c.element("pdf:Producer") == escape(c.str(info["Producer"])), "XMP: producer is not that of Info")
	c.want(c.element("xmp:CreatorTool") == escape(c.str(info["Creator"])), "XMP: creator is not that of Info")
	for key, name := range map[pdfread.Name]string{"CreationDate": "xmp:CreateDate", "ModDate": "xmp:ModifyDate"} {
		want := ""
		if s := c.str(info[key]); s != "" {
			t, err := time.Parse("D:20060102150405+00'00'", s)
			c.want(err == nil, "Info: %s %q", key, s)
			want = t.Format(time.RFC3339)
		}
		c.want(c.element(name) == want, "XMP: %s is %q, Info has %q", name, c.element(name), want)
	}
}

// part returns what an element of the XMP holds, as it is written.
func (c *checker) part(name string) string {
	_, s, _ := strings.Cut(c.xmp, "<"+name+">")
	s, _, _ = strings.Cut(s, "</"+name+">")
	return s
}

func (c *checker) element(name string) string { return strings.TrimSpace(c.part(name)) }

func escape(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a strings.Builder takes everything
	return b.String()
}

// attachments looks at the attached file and at the part of PDF/A claimed.
func (c *checker) attachments() {
	names := c.file.Array(c.file.Dict(c.file.Dict(c.catalog["Names"])["EmbeddedFiles"])["Names"])
	associated := map[any]bool{}
	for _, v := range c.file.Array(c.catalog["AF"]) {
		associated[v] = true
	}
	part := "2"
	if len(names) > 0 {
		part = "3"
	}
	c.want(c.element("pdfaid:part") == part, "XMP: claims PDF/A-%s, want %s", c.element("pdfaid:part"), part)
	for i := 1; i < len(names); i += 2 {
		what := fmt.Sprintf("attachment %q", c.str(names[i-1]))
		d := c.file.Dict(names[i])
		c.want(associated[names[i]], "%s: not an associated file of the document", what)
		c.want(d["AFRelationship"] == pdfread.Name("Source"), "%s: relationship %v", what, d["AFRelationship"])
		c.want(c.str(d["F"]) != "" && c.str(d["F"]) == c.str(d["UF"]), "%s: names differ", what)
		c.want(c.str(d["Desc"]) != "", "%s: no description", what)
		stream := c.file.Dict(d["EF"])["F"]
		s := c.file.Dict(stream)
		mime, _ := s["Subtype"].(pdfread.Name)
		c.want(strings.Contains(string(mime), "/"), "%s: type %q", what, mime)
		size := len(c.unpack(what, stream))
		c.want(c.file.Dict(s["Params"])["Size"] == size, "%s: size is not %d", what, size)
	}
}
