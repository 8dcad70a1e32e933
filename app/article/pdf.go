package article

import (
	"context"
	"regexp"
	"strings"
	"sync"

	"briefline/app/pdf/pdfread"
)

// The bounds of a PDF.
const (
	maxPages     = 3000
	maxContent   = 128 << 20 // bytes of all pages' contents, unpacked
	maxGlyphs    = 6 << 20
	maxFormDepth = 8
)

// readPDF reads the letters that a PDF shows, in reading order: columns one after
// the other, words that were parted at the end of a line joined, what is repeated
// at the head and foot of the pages left out. Map counts pages.
func readPDF(ctx context.Context, data []byte) (*Article, error) {
	f, err := pdfread.Open(data)
	if err != nil {
		return nil, &Error{Reason: Damaged, Err: err}
	}
	if f.Trailer == nil {
		return nil, &Error{Reason: Damaged, Where: "its end"}
	}
	if f.Dict(f.Trailer["Encrypt"]) != nil {
		return nil, &Error{Reason: Encrypted}
	}
	r := &pdfReader{file: f, left: maxContent, fonts: map[any]*pdfFont{}}
	pages := r.pages()
	if len(pages) == 0 {
		return nil, &Error{Reason: Damaged, Where: "its pages"}
	}
	var sheets [][]line
	for _, p := range pages {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		glyphs := r.page(p)
		if r.shown > maxGlyphs || r.left <= 0 {
			return nil, &Error{Reason: TooLarge}
		}
		sheets = append(sheets, layOut(glyphs))
	}
	switch {
	case r.shown-r.blank < 20*(1+r.images) && r.images > 0 && r.images >= len(pages), r.shown == 0:
		return nil, &Error{Reason: Scanned}
	case r.unknown*3 > r.shown:
		return nil, &Error{Reason: Unreadable}
	}
	return pdfArticle(f, dropRunning(sheets))
}

// pdfArticle joins the lines of all pages, and takes what the file says of itself.
func pdfArticle(f *pdfread.File, sheets [][]line) (*Article, error) {
	size := bodySize(sheets)
	headline, sheets := largest(sheets, size)
	var out builder
	joinLines(&out, sheets)
	a, err := out.article(Pages, nil)
	if err != nil {
		return nil, err
	}
	if headline != "" {
		a.Headline = Field{Value: headline, Origin: "largest words on page 1"}
	}
	info := f.Dict(f.Trailer["Info"])
	text := func(key pdfread.Name) string {
		s, _ := f.Get(info[key]).(pdfread.String)
		return squeeze(strings.Map(noControl, pdfText(string(s))))
	}
	hint := func(field *Field, key pdfread.Name) {
		if v := text(key); v != "" && field.IsZero() {
			*field = Field{Value: v, Origin: "PDF Info " + string(key), Hint: true}
		}
	}
	hint(&a.Headline, "Title")
	topLines(a)
	hint(&a.Byline, "Author")
	if lang, ok := f.Get(f.Dict(f.Trailer["Root"])["Lang"]).(pdfread.String); ok && lang != "" {
		a.Language = Field{Value: string(lang), Origin: "PDF Lang"}
	}
	if words := text("CreationDate"); a.Published.IsZero() {
		if value, ok := pdfDate(words); ok {
			a.Published = Field{Value: value, Words: words, Origin: "PDF Info CreationDate", Hint: true}
		}
	}
	return a, nil
}

func noControl(r rune) rune {
	if r < ' ' {
		return ' '
	}
	return r
}

// pdfText decodes a text string (ISO 32000-1, 7.9.2.2).
func pdfText(s string) string {
	if strings.HasPrefix(s, "\xFE\xFF") || strings.HasPrefix(s, "\xFF\xFE") || strings.HasPrefix(s, "\xEF\xBB\xBF") {
		return decode([]byte(s), "").text
	}
	return decodeLatin(s)
}

var pdfDatePattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?`)
})

// pdfDate reads a date (ISO 32000-1, 7.9.4).
func pdfDate(s string) (string, bool) {
	m := pdfDatePattern().FindStringSubmatch(s)
	if m == nil {
		return "", false
	}
	iso := m[1] + "-" + m[2] + "-" + m[3]
	if m[4] != "" {
		iso += "T" + m[4] + ":" + m[5]
		if m[6] != "" {
			iso += ":" + m[6]
		}
		switch {
		case m[7] != "":
			iso += "Z"
		case m[8] != "" && m[9] != "":
			iso += m[8] + ":" + m[9]
		}
	}
	return parseDate(iso)
}

// pdfReader runs the contents of pages and notes the letters they show.
type pdfReader struct {
	file                          *pdfread.File
	left                          int // bytes of contents that may still be unpacked
	fonts                         map[any]*pdfFont
	shown, blank, unknown, images int
}

type pdfPage struct{ dict, resources pdfread.Dict }

// pages returns the pages in order. A tree that bites its own tail is cut.
func (r *pdfReader) pages() (out []pdfPage) {
	seen := map[pdfread.Ref]bool{}
	var walk func(v any, resources pdfread.Dict, depth int)
	walk = func(v any, resources pdfread.Dict, depth int) {
		if ref, ok := v.(pdfread.Ref); ok {
			if seen[ref] {
				return
			}
			seen[ref] = true
		}
		d := r.file.Dict(v)
		if d == nil || depth > 64 || len(out) >= maxPages {
			return
		}
		if own := r.file.Dict(d["Resources"]); own != nil {
			resources = own
		}
		if kids := r.file.Array(d["Kids"]); kids != nil {
			for _, k := range kids {
				walk(k, resources, depth+1)
			}
			return
		}
		out = append(out, pdfPage{d, resources})
	}
	walk(r.file.Dict(r.file.Trailer["Root"])["Pages"], nil, 0)
	return out
}

func (r *pdfReader) unpack(v any) []byte {
	s, ok := r.file.Get(v).(pdfread.Stream)
	if !ok {
		return nil
	}
	body, err := r.file.Unpack(s, max(0, r.left))
	if err != nil {
		return nil
	}
	r.left -= len(body)
	return body
}

// page returns the letters of a page.
func (r *pdfReader) page(p pdfPage) []glyph {
	var content []byte
	if parts := r.file.Array(p.dict["Contents"]); parts != nil {
		for _, c := range parts {
			content = append(append(content, r.unpack(c)...), '\n')
		}
	} else {
		content = r.unpack(p.dict["Contents"])
	}
	ctm := matrix{1, 0, 0, 1, 0, 0}
	switch turn, _ := r.file.Get(p.dict["Rotate"]).(int); ((turn % 360) + 360) % 360 {
	case 90:
		ctm = matrix{0, -1, 1, 0, 0, 0}
	case 180:
		ctm = matrix{-1, 0, 0, -1, 0, 0}
	case 270:
		ctm = matrix{0, 1, -1, 0, 0, 0}
	}
	m := &pdfMachine{reader: r, state: pdfState{ctm: ctm, scale: 1}}
	m.run(content, p.resources, 0)
	return m.glyphs
}
