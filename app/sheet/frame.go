package sheet

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"briefline/app/briefing"
	"briefline/app/typeset"
)

// frame is what stands at the head and foot of every page. All of it is an
// artifact: it says nothing that the document does not say.
type frame struct {
	marking    *set // nil without one
	head, foot []*set
	footY      float64 // of the rule above the foot
}

// markingLines is how many lines a marking may take.
const markingLines = 3

// openFrame sets what is the same on every page, and finds what room is left.
func (l *layout) openFrame() {
	b, k := l.outline.Briefing, l.look.k
	f := &l.frame
	small := func(s string) []bit { return []bit{{text: s, style: l.look.small, ink: l.look.muted}} }
	l.top = marginTop
	bottom := l.h - marginBottom
	if m := strings.TrimSpace(b.Marking); m != "" {
		style := l.look.caption
		style.Size = 8.6 * k
		f.marking = l.set(nil, para{bits: []bit{{text: oneLine(m), style: style, ink: l.look.ink}}, width: l.width, align: typeset.Center, maxLines: markingLines})
		l.top += f.marking.text.Height - 2*mm
		bottom -= f.marking.text.Height
	}
	name := l.words.Text("print.head")
	if b.Status != briefing.StatusReviewed {
		name += " · " + l.words.Text("status.draft")
	}
	date := ""
	if !b.Modified.IsZero() {
		date = l.day(b.Modified.UTC().Format("2006-01-02"))
	}
	f.head = []*set{
		l.set(nil, para{bits: small(name)}),
		l.set(nil, para{bits: small(date)}),
		l.set(nil, para{bits: small(l.doc.Title), width: l.width * 0.72, maxLines: 1}),
	}
	l.top += f.head[0].text.Height + (2+4.4)*mm

	room := l.width - l.fonts.Width(l.words.Text("print.page", "page", 888, "pages", 888), l.look.small) - 12
	f.foot = []*set{
		l.set(nil, para{bits: small(l.note()), width: room}),
		l.set(nil, para{bits: small(strings.Join(l.state(date), " · ")), width: room}),
	}
	f.footY = bottom - f.foot[0].text.Height - f.foot[1].text.Height - 1.6*mm
	l.bottom = f.footY - 3*mm
}

// note tells the reader how to read the pages.
func (l *layout) note() string {
	if l.o.NoSource || l.o.Poster {
		return l.words.Text("print.note.no-source")
	}
	return l.words.Text("print.note")
}

// state is how far the briefing is, when it last changed and of which text it is.
func (l *layout) state(date string) (parts []string) {
	b := l.outline.Briefing
	id := "status.draft"
	if b.Status == briefing.StatusReviewed {
		id = "status.reviewed"
	}
	parts = append(parts, l.words.Text(id))
	if date != "" {
		parts = append(parts, l.words.Text("print.changed", "date", date))
	}
	if len(b.Sources) > 0 {
		parts = append(parts, l.words.Text("print.hash", "n", len(b.Sources), "hash", fingerprint(b)))
	}
	return parts
}

// fingerprint returns the first 8 hex digits of the SHA-256 of the source text;
// several texts are joined by line feeds.
func fingerprint(b *briefing.Briefing) string {
	h := sha256.New()
	for i := range b.Sources {
		if i > 0 {
			h.Write([]byte{'\n'})
		}
		h.Write([]byte(b.Sources[i].Text))
	}
	return hex.EncodeToString(h.Sum(nil)[:4])
}

// closeFrame puts head and foot on every page.
func (l *layout) closeFrame() {
	f := &l.frame
	for i, page := range l.doc.Pages {
		head := f.head[1]
		if i > 0 {
			head = f.head[2]
		}
		y := marginTop
		if f.marking != nil {
			y -= 2 * mm
			page.Marks = append(page.Marks, f.marking.all(l.left, y))
			y += f.marking.text.Height
		}
		put := func(s *set, atEnd bool, y float64) {
			if len(s.inks) == 0 {
				return // nothing to say
			}
			x := l.left - s.text.Lines[0].X
			if atEnd != l.rtl {
				x = l.left + l.width - s.text.Lines[0].Width - s.text.Lines[0].X
			}
			page.Marks = append(page.Marks, s.all(x, y))
		}
		put(f.head[0], false, y)
		put(head, true, y)
		l.ruleAt(page, y+f.head[0].text.Height+2*mm)

		l.ruleAt(page, f.footY)
		y = f.footY + 1.6*mm
		put(f.foot[0], false, y)
		number := l.words.Text("print.page", "page", i+1, "pages", len(l.doc.Pages))
		put(l.set(nil, para{bits: []bit{{text: number, style: l.look.small, ink: l.look.muted}}}), true, y)
		y += f.foot[0].text.Height
		put(f.foot[1], false, y)
		if f.marking != nil {
			page.Marks = append(page.Marks, f.marking.all(l.left, y+f.foot[1].text.Height))
		}
	}
}

func (l *layout) ruleAt(page *Page, y float64) {
	page.Marks = append(page.Marks, &Shape{Poly: [][2]float64{{l.left, y}, {l.left + l.width, y}}, Fill: Color{None: true}, Stroke: l.look.rule, StrokeWidth: 0.6})
}
