package forms

import (
	"cmp"
	"strings"

	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/views/kit"
	"briefline/views/stage"

	"fyne.io/fyne/v2"
)

// column is a stack of blocks that can be changed while it shows.
type column struct {
	Box   *kit.Box
	stack *kit.Box
}

func newColumn() *column {
	c := &column{stack: kit.Stack(0)}
	c.Box = kit.NewBox(func(width float32, place bool) float32 {
		h := c.stack.HeightFor(width)
		if place {
			kit.Put(c.stack, 0, 0, width, h)
		}
		return h
	}, c.stack)
	return c
}

func (c *column) set(gap float32, blocks ...kit.Block) {
	c.stack = kit.Stack(gap, blocks...)
	c.Box.SetObjects(c.stack)
}

// halves are the shares of two blocks of one width.
var halves = []float32{0.5, 0.5}

// beside sets blocks in a line, each with its share of the width.
func beside(shares []float32, blocks ...kit.Block) kit.Block {
	objects := make([]fyne.CanvasObject, len(blocks))
	for i, b := range blocks {
		objects[i] = b
	}
	return kit.NewBox(func(width float32, place bool) float32 {
		const gap = 10
		x, high := float32(0), float32(0)
		room := width - gap*float32(len(blocks)-1)
		for i, b := range blocks {
			w := float32(int(room * shares[i]))
			h := b.HeightFor(w)
			if place {
				kit.Put(b, x, 0, w, h)
			}
			x += w + gap
			high = max(high, h)
		}
		return high
	}, objects...)
}

// withButtons sets small buttons to the right of a block.
func withButtons(b kit.Block, buttons ...*kit.Button) kit.Block {
	objects := []fyne.CanvasObject{b}
	for _, button := range buttons {
		button.Small = true
		objects = append(objects, button)
	}
	return kit.NewBox(func(width float32, place bool) float32 {
		right := width
		for i := len(buttons) - 1; i >= 0; i-- {
			n := buttons[i].Natural()
			if place {
				kit.Put(buttons[i], right-n.Width, 2+(firstLine(b)-n.Height)/2, n.Width, n.Height)
			}
			right -= n.Width + 6
		}
		h := b.HeightFor(right - 4)
		if place {
			kit.Put(b, 0, 2, right-4, h)
		}
		return max(h+2, 24)
	}, objects...)
}

// firstLine is how high a block is at its top, for what stands beside that.
func firstLine(b kit.Block) float32 {
	if _, ok := b.(*kit.Label); ok {
		return 20
	}
	return 33
}

// remark is a small grey line.
func remark(s string) kit.Block { return kit.NewBlock(kit.Plain(s, kit.Small, kit.RoleMuted)...) }

// line is a field of one line that saves the form at Enter.
func (f *Forms) line(text, hint string) *kit.Field {
	field := kit.NewField(text, f.hintText(hint))
	field.OnDone, field.Keeps = f.FieldDone, true
	f.fields = append(f.fields, field)
	return field
}

// lines is a field of several lines; Ctrl+Enter saves the form.
func (f *Forms) lines(text, hint string, n int) *kit.Field {
	field := kit.NewTextField(text, f.hintText(hint), n)
	field.OnDone, field.Keeps = f.FieldDone, true
	f.fields = append(f.fields, field)
	return field
}

// note is a field for why something stands where it does.
func (f *Forms) note(text string) *kit.Field { return f.lines(text, "form.noteHint", 2) }

func (f *Forms) hintText(id string) string {
	if id == "" {
		return ""
	}
	return f.words.Text(id)
}

// choice is a select of one that opens its list over the window.
func (f *Forms) choice(choices []kit.Choice, chosen, none string) *kit.Select {
	s := kit.NewSelect(choices, f.openSelect, chosen)
	s.None = f.hintText(none)
	return s
}

// choiceOfMany is a select of several.
func (f *Forms) choiceOfMany(choices []kit.Choice, chosen []string, none string) *kit.Select {
	s := kit.NewSelect(choices, f.openSelect, chosen...)
	s.Many, s.None = true, f.hintText(none)
	return s
}

// openSelect shows the choices of a select below it.
func (f *Forms) openSelect(s *kit.Select) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s)
	p := kit.NewPicker(s.Choices, s.All()...)
	p.Many = s.Many
	p.OnChoose = func(id string, on bool) {
		s.Set(id, on)
		f.Reflow()
	}
	f.openPicker(p, at.AddXY(0, s.Size().Height+3), s.Size().Width, s)
}

// Choose asks for one of some choices and does something with it.
func (f *Forms) Choose(at fyne.Position, choices []kit.Choice, do func(id string)) {
	p := kit.NewPicker(choices)
	p.OnChoose = func(id string, _ bool) { do(id) }
	f.openPicker(p, at, 0, nil)
}

// openPicker shows a picker over the window; the keyboard goes back to back, nil
// for what had it before.
func (f *Forms) openPicker(p *kit.Picker, at fyne.Position, width float32, back fyne.Focusable) {
	p.Hint, p.Nothing = f.words.Text("picker.hint"), f.words.Text("picker.none")
	l := &stage.Layer{Kind: stage.Hung, Object: p, Of: p, Focus: p}
	p.OnClose = func() { f.stage.Close(l) }
	p.Hang(at, width, f.stage.Window.Size())
	f.stage.CloseHung()
	if back != nil {
		f.canvas.Focus(back)
	}
	f.stage.Push(l)
}

// basisChoices are on whose word something can stand.
func (f *Forms) basisChoices() (out []kit.Choice) {
	for _, b := range []briefing.Basis{briefing.BasisStated, briefing.BasisInferred, briefing.BasisAdded} {
		out = append(out, kit.Choice{ID: string(b), Label: f.words.Text("form.basis." + string(b))})
	}
	return out
}

// basis is the select of a basis.
func (f *Forms) basis(b briefing.Basis) *kit.Select {
	return f.choice(f.basisChoices(), string(cmp.Or(b, briefing.BasisStated)), "")
}

// sameBasis reports whether a select stands at a basis.
func sameBasis(s *kit.Select, b briefing.Basis) bool {
	return s.Chosen() == string(cmp.Or(b, briefing.BasisStated))
}

// ground is a basis with the note that one needs which the editor adds.
func (f *Forms) ground(basis *kit.Select, note *kit.Field) kit.Block {
	return kit.Stack(0, f.Labelled("form.basis", basis), f.Labelled("form.note", note))
}

// participantChoices are participants to choose from: those that fit, and first
// an empty choice when none is worded.
func (f *Forms) participantChoices(b *briefing.Briefing, none string, fits func(*briefing.Participant) bool) (out []kit.Choice) {
	if none != "" {
		out = append(out, kit.Choice{Label: f.words.Text(none)})
	}
	for i := range b.Participants {
		q := &b.Participants[i]
		if fits == nil || fits(q) {
			out = append(out, kit.Choice{ID: q.ID, Label: q.Name, Note: cmp.Or(q.Role, f.words.Text("kind."+string(q.Kind)))})
		}
	}
	return out
}

// speaks reports whether a participant can say and do something: a place cannot.
func speaks(q *briefing.Participant) bool { return q.Kind != briefing.KindPlace }

// eventChoices are the events but one.
func (f *Forms) eventChoices(b *briefing.Briefing, but string) (out []kit.Choice) {
	for _, e := range b.Events {
		if e.ID == but {
			continue
		}
		note := ""
		if !e.Date.EDTF.IsZero() {
			note = f.words.Date(e.Date.EDTF)
		}
		out = append(out, kit.Choice{ID: e.ID, Label: e.Title, Note: note})
	}
	return out
}

// statementChoices are all statements.
func (f *Forms) statementChoices(b *briefing.Briefing) (out []kit.Choice) {
	for _, s := range b.Statements {
		who := ""
		if q := b.ParticipantByID(s.Speaker); q != nil {
			who = q.Name
		}
		out = append(out, kit.Choice{ID: s.ID, Label: Short(s.Words), Note: who})
	}
	return out
}

// publishedOf is when the source came out that an item rests on, which "Thursday"
// counts from; zero when that is not known.
func publishedOf(b *briefing.Briefing, ev ...briefing.Anchor) edtf.Date {
	for _, a := range ev {
		if s := b.SourceByID(a.Source); s != nil {
			return s.Published.EDTF
		}
	}
	if len(b.Sources) > 0 {
		return b.Sources[0].Published.EDTF
	}
	return edtf.Date{}
}

// oneLine is a text of several lines on one.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// OpenMenu shows a menu at a point of the window, and gives it the keyboard.
func (f *Forms) OpenMenu(at fyne.Position, entries ...kit.Entry) {
	m := kit.NewMenu(entries...)
	l := &stage.Layer{Kind: stage.Hung, Object: m, Of: m, Focus: m}
	m.OnClose = func() { f.stage.Close(l) }
	m.Hang(at, f.stage.Window.Size())
	f.stage.Push(l)
}
