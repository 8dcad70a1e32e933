// Package forms is how the open briefing is edited: the forms of its items, the
// menus that lead to them, and the lists to choose from. It changes nothing but by
// edits of the session, and knows the window by what it asks of it: see [Window].
package forms

import (
	"errors"
	"log"

	"briefline/app/briefing"
	"briefline/app/i18n"
	"briefline/app/session"
	"briefline/views/kit"
	"briefline/views/panels"
	"briefline/views/stage"

	"fyne.io/fyne/v2"
)

// Window is what forms need of the window around them.
type Window interface {
	// Index is the open briefing; nil while none is.
	Index() *panels.Index
	// Session is where it is edited; nil while it is nowhere.
	Session() *session.Session
	// Do does an edit, and tells the person why when it was not done.
	Do(func(*session.Session) error) bool
	// Repair does an edit of who is who, which later drafts remember.
	Repair(func(*session.Session) (briefing.Repair, error)) bool
	// Remember keeps repairs that a form has done itself.
	Remember(...briefing.Repair)
	// Redates is how dates that hang on a publication date are read anew; empty
	// where nothing can read them.
	Redates() []session.Redate

	// Pick picks something, Picked is what is picked, and Reveal scrolls to it.
	Pick(panels.Pick)
	Picked() panels.Pick
	Reveal(panels.Pick)
	// Place is where the menu of something may hang; of the zero Pick, where one
	// about nothing on the screen may.
	Place(panels.Pick) fyne.Position
	// Selected returns the words of a source that are selected.
	Selected() (source string, at briefing.Span, ok bool)

	// Say tells the person something; Deleted that something is gone, with a way to
	// bring it back.
	Say(message string)
	Deleted(words string)

	// Typed is told what stands in the fields of the form of something, to keep it
	// should the program end; nil when that is what was there.
	Typed(of panels.Pick, texts []string)
	// Unsaved is told that a form was closed with something in it that is not saved,
	// and how it is brought back.
	Unsaved(again func())
}

// Forms opens the forms of one window.
type Forms struct {
	words  *i18n.Catalog
	theme  *kit.Theme
	canvas fyne.Canvas
	stage  *stage.Stage
	win    Window

	item    panels.Pick  // what the form that is being made is of
	fields  []*kit.Field // that were made for it
	restore []string     // what is to stand in them; nil: what is there
}

// New returns the forms of a window, which open on its stage.
func New(win Window, words *i18n.Catalog, theme *kit.Theme, canvas fyne.Canvas, on *stage.Stage) *Forms {
	return &Forms{words: words, theme: theme, canvas: canvas, stage: on, win: win}
}

// Refusal words why an edit was not done.
func (f *Forms) Refusal(err error) string {
	var refused *session.Error
	switch {
	case errors.As(err, &refused):
		return f.words.Text(refused.Message, refused.Words()...)
	case errors.Is(err, briefing.ErrNewer):
		return f.words.Text("status.readOnly")
	}
	log.Print(err)
	return f.words.Text("edit.failed")
}
