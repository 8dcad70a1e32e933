package views

import (
	"briefline/views/kit"
	"briefline/views/stage"

	"fyne.io/fyne/v2"
)

// What lies over the window, nil for none.

func (f *Frame) menu() *kit.Menu {
	m, _ := stage.Find[*kit.Menu](f.stage)
	return m
}

func (f *Frame) picker() *kit.Picker {
	p, _ := stage.Find[*kit.Picker](f.stage)
	return p
}

func (f *Frame) form() *kit.Dialog {
	if form := f.forms.Now(); form != nil {
		return form.Dialog
	}
	return nil
}

func (f *Frame) print() *printView {
	v, _ := stage.Find[*printView](f.stage)
	return v
}

func (f *Frame) asking() *newView {
	v, _ := stage.Find[*newView](f.stage)
	return v
}

func (f *Frame) about() *aboutView {
	v, _ := stage.Find[*aboutView](f.stage)
	return v
}

func (f *Frame) versions() *versionsView {
	v, _ := stage.Find[*versionsView](f.stage)
	return v
}

func (f *Frame) review() *reviewView {
	v, _ := stage.Find[*reviewView](f.stage)
	return v
}

// tip is what lies over everything, when that is no layer; nil for nothing.
func (f *Frame) tip() fyne.CanvasObject {
	objects := f.stage.Window.Objects
	last := objects[len(objects)-1]
	if last == f.strip || f.form() != nil && last == f.form().Container {
		return nil
	}
	return last
}
