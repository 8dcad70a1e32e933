package article

import (
	"bytes"
	"strings"

	"golang.org/x/text/encoding"
)

// fontEntry reads a word of the table of fonts.
func (r *rtf) fontEntry(name string, number int) {
	switch name {
	case "f":
		r.entry = number
	case "fcharset":
		if enc := fontCharset(number); enc != nil {
			r.fonts[r.entry] = enc
		}
	case "cpg":
		if enc := codePage(number); enc != nil {
			r.fonts[r.entry] = enc
		}
	}
}

// enc returns the encoding of the font.
func (r *rtf) enc() encoding.Encoding {
	if enc := r.fonts[r.font]; enc != nil {
		return enc
	}
	return r.ansi
}

// fieldCode returns the code of a field whose result is a day that the program puts
// in; "" for all others.
func (r *rtf) fieldCode() string {
	code := r.data[r.pos:min(len(r.data), r.pos+200)]
	if i := bytes.IndexByte(code, '}'); i >= 0 {
		code = code[:i]
	}
	for w := range bytes.FieldsSeq(bytes.ToUpper(code)) {
		switch s := string(w); s {
		case "DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE":
			return s
		}
	}
	return ""
}

// dateResult keeps the day that a field shows as a candidate.
func (r *rtf) dateResult() {
	s := r.data[r.pos:min(len(r.data), r.pos+200)]
	if i := bytes.IndexByte(s, '}'); i >= 0 {
		s = s[:i]
	}
	words := string(s)
	for i := strings.IndexByte(words, '\\'); i >= 0; i = strings.IndexByte(words, '\\') { // less its control words
		rest := strings.TrimLeft(words[i+1:], "abcdefghijklmnopqrstuvwxyz0123456789-")
		words = words[:i] + " " + rest
	}
	if d := FindDates(words); len(d) > 0 && isDay(d[0].Value) && len(r.dates) < 10 {
		r.dates = append(r.dates, Field{Value: d[0].Value, Words: squeeze(words), Origin: r.dateField + " field", Hint: true})
	}
	r.dateField = ""
}

// info takes title and author out of the group info: of the file, so hints.
func (r *rtf) info(a *Article) {
	for _, f := range []struct {
		field *Field
		name  string
	}{{&a.Headline, "title"}, {&a.Byline, "author"}} {
		_, rest, ok := bytes.Cut(r.data[:min(len(r.data), 1<<20)], []byte(`{\`+f.name+" "))
		if !ok {
			continue
		}
		value, _, ok := bytes.Cut(rest[:min(len(rest), 500)], []byte("}"))
		if s := squeeze(string(value)); ok && s != "" && !strings.ContainsAny(s, "\\{") && !hasHigh(value) {
			*f.field = Field{Value: s, Origin: "RTF info " + f.name, Hint: true}
		}
	}
}
