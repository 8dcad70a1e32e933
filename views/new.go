package views

import (
	"strings"

	"briefline/app/desk"
	"briefline/views/kit"
	"briefline/views/stage"

	"fyne.io/fyne/v2"
)

// newView asks for an article: files, a folder, pasted text or a link. It stands
// in the window's place until it is closed.
type newView struct {
	f      *Frame
	root   *fyne.Container
	bar    *kit.Box
	page   *kit.Page
	field  *kit.Field
	make   *kit.Button
	notice *notice
}

func newNewView(f *Frame) *newView {
	v := &newView{f: f, notice: newNotice(f)}
	w := f.words
	v.bar = viewBar(w.Text("new.title"), nil, kit.NewButton(w.Text("new.close"), f.stage.Clear))
	v.page = kit.NewPage(v.column())
	v.root = columnView(v.bar, v.page)
	return v
}

// column is the drop zone with its buttons, and the field below.
func (v *newView) column() kit.Block {
	f, w := v.f, v.f.words
	zone := kit.NewFrame(kit.RoleSurface, kit.RoleControl, 10)
	head := kit.NewBlock(kit.Plain(w.Text("new.drop"), kit.LeadBold, kit.RoleInk)...)
	kinds := kit.NewBlock(kit.Plain(w.Text("new.kinds"), kit.Small, kit.RoleMuted)...)
	files := kit.NewButton(w.Text("new.files"), func() {
		if f.askFiles != nil {
			f.askFiles(false)
		}
	})
	folder := kit.NewButton(w.Text("new.folder"), func() {
		if f.askFiles != nil {
			f.askFiles(true)
		}
	})
	drop := kit.NewBox(func(width float32, place bool) float32 {
		const pad = 22
		a, b := files.Natural(), folder.Natural()
		inner := width - 2*pad
		hh, hk := head.HeightFor(inner), kinds.HeightFor(inner)
		if place {
			kit.Put(zone, 0, 0, width, 2*pad+hh+hk+12+32)
			kit.Put(head, pad, pad, inner, hh)
			kit.Put(kinds, pad, pad+hh+2, inner, hk)
			y := pad + hh + hk + 14
			kit.Put(files, pad, y, a.Width, 32)
			kit.Put(folder, pad+a.Width+10, y, b.Width, 32)
		}
		return 2*pad + hh + hk + 14 + 32
	}, zone, head, kinds, files, folder)
	v.field = kit.NewTextField(f.lastNew, w.Text("new.hint"), 14)
	v.field.OnType, v.field.Keeps = f.typedNew, true
	v.field.OnDone = f.fieldLeft
	v.make = kit.NewButton(w.Text("new.make"), v.draft)
	v.make.Main = true
	note := kit.NewBlock(kit.Plain(w.Text("new.note"), kit.Small, kit.RoleMuted)...)
	foot := kit.NewBox(func(width float32, place bool) float32 {
		n := v.make.Natural()
		h := note.HeightFor(width - n.Width - 20)
		if place {
			kit.Put(note, 0, 4, width-n.Width-20, h)
			kit.Put(v.make, width-n.Width, 0, n.Width, 32)
		}
		return max(h+4, 32)
	}, note, v.make)
	caption := kit.NewBlock(kit.Plain(strings.ToUpper(w.Text("new.paste")), kit.Caption, kit.RoleMuted)...)
	stack := kit.Stack(0, drop, kit.Space(22), caption, kit.Space(8), v.field, kit.Space(12), foot, kit.Space(16), kit.Block(v.notice.Box))
	return centredColumn(stack)
}

// draft makes a draft of what stands in the field.
func (v *newView) draft() {
	text := v.field.Text
	if strings.TrimSpace(text) == "" {
		v.f.canvas.Focus(v.field)
		return
	}
	v.f.draft(v.f.pasted(text))
}

// pasted is an article of text; a lone link is one too.
func (f *Frame) pasted(text string) article {
	if link := strings.TrimSpace(text); desk.IsLink(link) {
		return article{name: link}
	}
	return article{name: f.words.Text("new.pasted"), text: text}
}

// openNew shows the view that asks for an article.
func (f *Frame) openNew() {
	if _, open := stage.Find[*newView](f.stage); open || f.make == nil {
		return
	}
	f.openView(func() *stage.Layer {
		v := newNewView(f)
		return &stage.Layer{
			Object: v.root, Of: v, Focus: v.field, Closed: f.closedNew,
			Turn: turning(func() *kit.Page { return v.page }),
		}
	})
}

// closedNew says that what was typed is kept, when the view was closed with something
// in it.
func (f *Frame) closedNew() {
	f.reflow()
	if strings.TrimSpace(f.lastNew) != "" && !f.task.running() {
		f.tell(f.words.Text("typing.unsaved"), action{"typing.again", func() {
			f.hideNotice()
			f.openNew()
		}})
	}
}

// Reflow measures the view again when its notice has changed its height.
func (v *newView) Reflow() { v.page.Reflow() }

// say shows a message below the field.
func (v *newView) say(message string) {
	v.notice.text.SetPieces(kit.Plain(message, kit.Body, kit.RoleWarn)...)
	v.notice.Show()
	v.page.Reflow()
}

// paste drafts what is on the clipboard: an article or a link to one.
func (f *Frame) paste() {
	text := fyne.CurrentApp().Clipboard().Content()
	const least = 120 // bytes: less is a word, not an article
	if len(strings.TrimSpace(text)) < least && !desk.IsLink(strings.TrimSpace(text)) {
		f.Say(f.words.Text("new.nothing"))
		return
	}
	f.draft(f.pasted(text))
}
