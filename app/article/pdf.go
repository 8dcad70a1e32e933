package article

import (
	"context"
	"errors"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"briefline/app/pdf/pdfread"
)

// The bounds of a PDF.
const (
	maxPages     = 3000
	maxContent   = 128 << 20 // bytes of all pages' contents, unpacked
	maxStream    = 24 << 20  // bytes of one stream of them
	minContent   = 4 << 20   // the same of a small file
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
	if f.Locked {
		return nil, &Error{Reason: Encrypted}
	}
	r := &pdfReader{ctx: ctx, file: f, left: min(maxContent, minContent+maxPackRatio*len(data)), fonts: map[any]*pdfFont{}, codes: maxCodes}
	pages := r.pages()
	if len(pages) == 0 {
		return nil, &Error{Reason: Damaged, Where: "its pages"}
	}
	var sheets [][]line
	for i, p := range pages {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		r.broken = false
		glyphs := r.page(p)
		if r.shown > maxGlyphs || r.tooMuch {
			break
		}
		if r.broken {
			r.unread = append(r.unread, i+1)
		}
		var lines []line
		for _, g := range upright(glyphs) {
			lines = append(lines, layOut(withoutRaised(g))...)
		}
		sheets = append(sheets, lines)
	}
	if err := r.verdict(len(pages)); err != nil {
		return nil, err
	}
	a, err := pdfArticle(f, dropRunning(sheets))
	if err != nil {
		return nil, err
	}
	for _, page := range r.unread {
		a.note(Unread, "page "+strconv.Itoa(page))
	}
	if r.unknown*50 > r.shown {
		a.note(Letters, "")
	}
	return a, nil
}

// verdict returns why there is no text to be read; nil if there is.
func (r *pdfReader) verdict(pages int) error {
	words := r.shown - r.blank
	switch {
	case r.tooMuch || r.shown > maxGlyphs:
		if words < 20 {
			return &Error{Reason: Bomb}
		}
		return &Error{Reason: TooLarge}
	case words < 20*(1+r.images) && r.images > 0 && r.images >= pages && len(r.unread) == 0:
		return &Error{Reason: Scanned}
	case words == 0 && len(r.unread) > 0:
		return &Error{Reason: Damaged, Where: "page " + strconv.Itoa(r.unread[0])}
	case words == 0 && r.images > 0:
		return &Error{Reason: Scanned}
	case words == 0:
		return &Error{Reason: Empty}
	case r.unknown*3 > r.shown:
		return &Error{Reason: Unreadable}
	}
	return nil
}

// pdfArticle joins the lines of all pages, and takes what the file says of itself.
func pdfArticle(f *pdfread.File, sheets [][]line) (*Article, error) {
	size := bodySize(sheets)
	headline, sheets := largest(sheets, size)
	sheets, notes := footnotes(sheets, size)
	var out builder
	joinLines(&out, sheets)
	out.paragraph()
	joinLines(&out, notes)
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
	ctx   context.Context
	file  *pdfread.File
	left  int // bytes of contents that may still be unpacked and run
	codes int // of fonts, that may still be given letters
	fonts map[any]*pdfFont

	shown, blank, unknown, images int

	tooMuch bool  // it unpacks to more than left
	broken  bool  // of the page that is read: a part of it could not be read to its end
	unread  []int // pages of which that is so
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

// unpack returns what a stream holds, as far as it can be unpacked.
func (r *pdfReader) unpack(v any) []byte {
	s, ok := r.file.Get(v).(pdfread.Stream)
	if !ok {
		r.broken = r.broken || r.file.Get(v) == nil && v != nil
		return nil
	}
	body, whole, err := r.file.UnpackSome(s, min(max(0, r.left), maxStream))
	switch {
	case errors.Is(err, pdfread.ErrTooMuch):
		r.tooMuch = true
		return nil
	case err != nil:
		r.broken = true
		return nil
	}
	r.broken = r.broken || !whole
	r.left -= len(body)
	return body
}

// page returns the letters of a page.
func (r *pdfReader) page(p pdfPage) []glyph {
	var content []byte
	if parts := r.file.Array(p.dict["Contents"]); parts != nil {
		for _, c := range parts {
			if content = append(append(content, r.unpack(c)...), '\n'); r.tooMuch {
				return nil
			}
		}
	} else if p.dict["Contents"] != nil {
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
