package panels

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/app/i18n"
	"briefline/assets"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// start makes an app with the program's theme the current one, and returns a
// desk that writes down what it is told.
func start(t testing.TB) (*Desk, *told) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(kit.NewTheme(assets.Fonts(), kit.ModeLight))
	words, err := i18n.Load(assets.I18n(), "en")
	if err != nil {
		t.Fatal(err)
	}
	d, l := Silent(words), &told{}
	d.Pick = func(p Pick) { l.picks = append(l.picks, p) }
	d.Hover = func(p Pick, at fyne.Position) { l.hovers = append(l.hovers, p) }
	d.Resized = func() { l.resized++ }
	return d, l
}

// told is what the panels told the desk.
type told struct {
	picks, hovers []Pick
	resized       int
}

// last returns the last pick, the zero Pick for none.
func (l *told) last() Pick {
	if len(l.picks) == 0 {
		return Pick{}
	}
	return l.picks[len(l.picks)-1]
}

// bishkek is the bundled briefing.
func bishkek(t testing.TB) *briefing.Briefing {
	t.Helper()
	b, err := briefing.Read(bytes.NewReader(assets.Bishkek()))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// show gives a block a width and the height that it asks for there.
func show[B kit.Block](b B, width float32) B {
	b.Resize(fyne.NewSize(width, b.HeightFor(width)))
	walk(b, func(fyne.CanvasObject, fyne.Position) bool { return true })
	return b
}

// walk visits o and what it holds, with where each stands in o, making their
// renderers as painting would. It goes no deeper where visit returns false.
func walk(o fyne.CanvasObject, visit func(o fyne.CanvasObject, at fyne.Position) bool) {
	var down func(o fyne.CanvasObject, at fyne.Position)
	down = func(o fyne.CanvasObject, at fyne.Position) {
		if !visit(o, at) {
			return
		}
		var inside []fyne.CanvasObject
		switch v := o.(type) {
		case *fyne.Container:
			inside = v.Objects
		case fyne.Widget:
			inside = test.WidgetRenderer(v).Objects()
		}
		for _, c := range inside {
			down(c, at.Add(c.Position()))
		}
	}
	down(o, fyne.Position{})
}

// label returns the label of a text object, nil for anything else.
func label(o fyne.CanvasObject) *kit.Label {
	switch v := o.(type) {
	case *kit.Label:
		return v
	case *kit.Text:
		return &v.Label
	}
	return nil
}

// texts are the texts that show in o, in order.
func texts(o fyne.CanvasObject) (out []string) {
	walk(o, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if !o.Visible() {
			return false
		}
		if l := label(o); l != nil {
			out = append(out, l.String())
		}
		return true
	})
	return out
}

func joined(o fyne.CanvasObject) string { return strings.Join(texts(o), "\n") }

func key(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }

func mouse(x, y float32) *desktop.MouseEvent {
	p := fyne.NewPos(x, y)
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p, AbsolutePosition: p}, Button: desktop.MouseButtonPrimary}
}

// tapLink taps a link of a text where it stands.
func tapLink(t testing.TB, x *kit.Text, link string) {
	t.Helper()
	pos, size, ok := x.LinkRect(link)
	if !ok {
		t.Fatalf("%q has no link %q", x.String(), link)
	}
	ev := mouse(pos.X+size.Width/2, pos.Y+size.Height/2)
	x.MouseDown(ev)
	x.MouseUp(ev)
}

// small returns a briefing of n events, a month apart, with a sentence and a
// statement each.
func small(n int) *briefing.Briefing {
	b := &briefing.Briefing{Version: briefing.Version, ID: "small", Title: briefing.Line{ID: "title", Text: "Title"}, Status: briefing.StatusDraft}
	src := briefing.Source{ID: "src", Publisher: "Agency"}
	for i := range n {
		s := fmt.Sprintf("Sentence number %d says something.", i+1)
		at := len(src.Text)
		src.Text += s + "\n"
		src.Sentences = append(src.Sentences, briefing.Span{Start: at, End: at + len(s)})
	}
	b.Sources = []briefing.Source{src}
	b.Participants = []briefing.Participant{{ID: "p", Kind: briefing.KindPerson, Name: "Person"}}
	for i, at := range src.Sentences {
		ev := []briefing.Anchor{briefing.NewAnchor(&b.Sources[0], at.Start, at.End)}
		y, m := 1600+i/12, i%12+1
		date := briefing.Dating{EDTF: edtf.MustParse(fmt.Sprintf("%04d-%02d", y, m)), Basis: briefing.BasisStated}
		b.Events = append(b.Events, briefing.Event{ID: fmt.Sprintf("e%d", i), Title: fmt.Sprintf("Event %d", i), Date: date, Basis: briefing.BasisStated, Evidence: ev})
		b.Statements = append(b.Statements, briefing.Statement{ID: fmt.Sprintf("s%d", i), Speaker: "p", Kind: briefing.StatementClaim, Words: fmt.Sprintf("Statement %d", i), Evidence: ev})
	}
	return b
}
