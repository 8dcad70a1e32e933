package views

import (
	"context"
	"encoding/json"
	"log"
	"strings"
	"sync"
	"time"

	"briefline/app/briefing"
	"briefline/app/library"
	"briefline/views/panels"

	"fyne.io/fyne/v2"
)

// typing keeps what stands in an open form, or on the page that asks for an article,
// in the library as it is typed: a kill or a log-off takes none of it.
type typing struct {
	mu      sync.Mutex
	want    map[string]string // texts by place that the library does not have yet
	writing bool
}

// typingPause is how long the typing of a place gathers before it is written.
const typingPause = 300 * time.Millisecond

// The places. That of a form has the ID of its briefing behind it.
const (
	placeNew  = "new"
	placeForm = "form:"
)

// typedForm is what stands in an open form.
type typedForm struct {
	Kind  panels.Kind `json:"kind"`
	ID    string      `json:"id"`
	Texts []string    `json:"texts"`
}

// keepTyping keeps the text of a place; empty text forgets it.
func (w *workspace) keepTyping(place, text string) {
	if w.queue == nil {
		return
	}
	t := &w.typing
	t.mu.Lock()
	if t.want == nil {
		t.want = map[string]string{}
	}
	t.want[place] = text
	start := !t.writing
	t.writing = true
	t.mu.Unlock()
	if start {
		w.f.spawn(w.writeTyping)
	}
}

// writeTyping writes what was typed until nothing is left to be written.
func (w *workspace) writeTyping() {
	t := &w.typing
	for {
		select {
		case <-time.After(typingPause):
		case <-w.ctx.Done():
		}
		t.mu.Lock()
		want := t.want
		t.want = nil
		if len(want) == 0 {
			t.writing = false
			t.mu.Unlock()
			return
		}
		t.mu.Unlock()
		for place, text := range want {
			if err := w.lib.SetTyping(context.Background(), place, text); err != nil {
				log.Print(err)
			}
		}
	}
}

// Typed keeps what stands in the form that is open; nil when that is what was there.
func (f *Frame) Typed(item panels.Pick, texts []string) {
	w := f.work
	f.status.typing(texts != nil)
	if w.id == "" {
		return
	}
	if texts == nil {
		w.keepTyping(placeForm+w.id, "")
		return
	}
	data, err := json.Marshal(typedForm{item.Kind, item.ID, texts})
	if err != nil {
		log.Print(err)
		return
	}
	w.keepTyping(placeForm+w.id, string(data))
}

// Unsaved tells that a form was closed with something in it that is not saved, and
// offers to bring it back.
func (f *Frame) Unsaved(again func()) {
	f.status.typing(false)
	f.tell(f.words.Text("typing.unsaved"), action{"typing.again", func() {
		f.hideNotice()
		again()
	}})
}

// typedNew keeps what stands on the page that asks for an article.
func (f *Frame) typedNew(text string) {
	f.lastNew = text
	f.work.keepTyping(placeNew, text)
}

// offerTyping offers what was typed into a form and not saved when the last start
// ended.
func (f *Frame) offerTyping() {
	w := f.work
	if w.lib == nil {
		return
	}
	kept, err := w.lib.Typing(context.Background())
	if err != nil {
		log.Print(err)
		return
	}
	for _, one := range kept {
		id, form := strings.CutPrefix(one.Place, placeForm)
		switch {
		case one.Place == placeNew:
			f.lastNew = one.Text
		case form && !f.notice.Visible():
			f.offerForm(one, id)
		}
	}
	if f.lastNew != "" && !f.notice.Visible() && f.make != nil {
		f.tell(f.words.Text("typing.newKept", "words", briefing.Shorten(oneLineOf(f.lastNew), 80)), action{"typing.again", func() {
			f.hideNotice()
			f.openNew()
		}})
	}
}

// offerForm offers to go on with a form that was open when the last start ended.
func (f *Frame) offerForm(one library.Typed, id string) {
	var form typedForm
	e, err := f.work.lib.Entry(context.Background(), id)
	if err != nil || json.Unmarshal([]byte(one.Text), &form) != nil {
		f.work.keepTyping(one.Place, "")
		return
	}
	words := briefing.Shorten(oneLineOf(strings.Join(form.Texts, " ")), 80)
	ways := []action{{"typing.copy", func() { fyne.CurrentApp().Clipboard().SetContent(strings.Join(form.Texts, "\n")) }},
		{"typing.forget", func() { f.work.keepTyping(one.Place, ""); f.hideNotice() }}}
	if form.Kind != panels.KindNone {
		ways = append([]action{{"typing.again", func() {
			f.hideNotice()
			p := panels.Pick{Kind: form.Kind, ID: form.ID}
			f.work.openAnd(id, func() {
				if f.index.Has(p) {
					f.Pick(p)
					f.forms.Resume(p, form.Texts)
				}
			})
		}}}, ways...)
	}
	f.tell(f.words.Text("typing.formKept", "title", briefing.Shorten(e.Title, 80), "words", words), ways...)
}

func oneLineOf(text string) string { return strings.Join(strings.Fields(text), " ") }

// typing says that what is typed is not saved yet, as long as that is so.
func (s *statusBar) typing(now bool) {
	if now == s.typed {
		return
	}
	s.typed = now
	s.fill()
}
