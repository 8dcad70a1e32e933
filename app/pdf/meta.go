package pdf

import (
	"bytes"
	"crypto/md5"
	"encoding/xml"
	"fmt"
	"strings"
)

// MediaType is the type under which the briefing is attached.
const MediaType = "application/vnd.briefline.briefing+json"

// stamp returns the document's time as a PDF date in parentheses, "" if it has
// none. The offset is spelt out: some readers do not take a Z.
func (w *writer) stamp() string {
	if w.doc.Created.IsZero() {
		return ""
	}
	return w.doc.Created.UTC().Format("(D:20060102150405+00'00')")
}

// producer names the program.
func (w *writer) producer() string { return strings.TrimSpace("Briefline " + w.o.Version) }

// writeInfo writes the document information dictionary; what it says, the XMP
// says too (ISO 19005-2, 6.6.3).
func (w *writer) writeInfo() ref {
	b := []byte("<</Title" + text(w.doc.Title))
	if w.doc.Subject != "" {
		b = append(b, "/Subject"+text(w.doc.Subject)...)
	}
	if w.doc.Author != "" {
		b = append(b, "/Author"+text(w.doc.Author)...)
	}
	b = append(b, "/Creator"+text(w.producer())+"/Producer"+text(w.producer())...)
	if t := w.stamp(); t != "" {
		b = append(b, "/CreationDate"+t+"/ModDate"+t...)
	}
	return w.add(append(b, ">>"...))
}

// writeAttachment embeds the briefing (ISO 19005-3, 6.8) and returns its file
// specification.
func (w *writer) writeAttachment() ref {
	data := w.o.Attach
	params := fmt.Sprintf("/Size %d/CheckSum<%x>", len(data), md5.Sum(data)) // MD5 it must be (ISO 32000-1, table 46)
	if t := w.stamp(); t != "" {
		params += "/ModDate" + t
	}
	r := w.addStream("/Type/EmbeddedFile/Subtype"+name(MediaType)+"/Params<<"+params+">>", data, true)
	n := text(w.attachName())
	return w.addf("<</Type/Filespec/F%s/UF%s/EF<</F %v/UF %v>>/AFRelationship/Source/Desc%s>>", n, n, r, r, text(w.doc.Title))
}

func (w *writer) attachName() string {
	if w.o.AttachName == "" {
		return "article.briefing"
	}
	return w.o.AttachName
}

// part is the part of ISO 19005 that the file claims to follow.
func (w *writer) part() int {
	if w.o.Attach != nil {
		return 3
	}
	return 2
}

func escape(s string) string {
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(s)) // a bytes.Buffer takes everything
	return b.String()
}

// xmp returns the metadata packet (ISO 16684-1). It is not compressed, so that
// tools that know no PDF find it.
func (w *writer) xmp() []byte {
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n" +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">` + "\n")
	fmt.Fprintf(&b, "<dc:format>application/pdf</dc:format>\n<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n", escape(w.doc.Title))
	if s := w.doc.Subject; s != "" {
		fmt.Fprintf(&b, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:description>\n", escape(s))
	}
	if s := w.doc.Author; s != "" {
		fmt.Fprintf(&b, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", escape(s))
	}
	fmt.Fprintf(&b, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n", escape(w.doc.Language))
	if t := w.doc.Created; !t.IsZero() {
		s := t.UTC().Format("2006-01-02T15:04:05Z")
		fmt.Fprintf(&b, "<xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate><xmp:MetadataDate>%s</xmp:MetadataDate>\n", s, s, s)
	}
	p := escape(w.producer())
	fmt.Fprintf(&b, "<xmp:CreatorTool>%s</xmp:CreatorTool><pdf:Producer>%s</pdf:Producer>\n", p, p)
	fmt.Fprintf(&b, "<pdfaid:part>%d</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n", w.part())
	b.WriteString(extension + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return []byte(b.String())
}

// extension describes the pdfuaid schema, which PDF/A does not know (ISO
// 19005-2, 6.6.2.3.3).
const extension = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA version</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
`
