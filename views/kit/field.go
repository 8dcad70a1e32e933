package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Field is a line, or several, that the person types into. It says when the text
// is meant: at Enter (in a field of one line), at Ctrl+Enter, and when the
// keyboard leaves it. Escape gives back what stood there.
type Field struct {
	widget.Entry
	node
	// OnCommit is told a text that differs from the one before.
	OnCommit func(text string)
	// OnType is told each change; may be nil.
	OnType func(text string)
	// OnDone is called after Enter or Escape, committed or not; may be nil.
	OnDone func(committed bool)
	// Keeps has Escape leave what was typed where it is: whoever closes the field
	// keeps it.
	Keeps bool
	// Lines is how many lines the field is high; 0 is 1.
	Lines int

	was string // what stands when nothing is committed
}

const fieldLine, fieldPad = 19, 14 // points

// NewField returns a field of one line that holds text. hint stands in it while
// it is empty.
func NewField(text, hint string) *Field {
	f := &Field{was: text}
	f.ExtendBaseWidget(f)
	f.Scroll = fyne.ScrollHorizontalOnly // what is longer than the field stays inside it
	f.setUp(text, hint)
	return f
}

// NewTextField returns a field of several lines, which wrap.
func NewTextField(text, hint string, lines int) *Field {
	f := &Field{was: text, Lines: lines}
	f.ExtendBaseWidget(f)
	f.MultiLine = true
	f.Wrapping = fyne.TextWrapWord
	f.setUp(text, hint)
	return f
}

func (f *Field) setUp(text, hint string) {
	f.SetPlaceHolder(hint)
	f.Entry.Text = text
	f.Entry.OnChanged = func(s string) {
		if f.OnType != nil {
			f.OnType(s)
		}
	}
}

// HeightFor implements Block.
func (f *Field) HeightFor(float32) float32 { return float32(max(f.Lines, 1))*fieldLine + fieldPad }

// MinSize implements fyne.CanvasObject: what arranges a field gives it its size.
func (f *Field) MinSize() fyne.Size { return noSize }

// Set replaces what stands in the field without committing anything.
func (f *Field) Set(text string) {
	f.was = text
	f.Entry.SetText(text)
}

// Commit says that the text is meant, if it has changed.
func (f *Field) Commit() {
	if f.Text == f.was {
		return
	}
	f.was = f.Text
	if f.OnCommit != nil {
		f.OnCommit(f.Text)
	}
}

func (f *Field) done(committed bool) {
	if f.OnDone != nil {
		f.OnDone(committed)
	}
}

// AcceptsTab leaves the Tab key to the window: it is how the keyboard leaves a
// field, and no text here needs it.
func (f *Field) AcceptsTab() bool { return false }

// FocusGained scrolls to the field.
func (f *Field) FocusGained() {
	f.Entry.FocusGained()
	reveal(f)
}

// FocusLost commits what was typed.
func (f *Field) FocusLost() {
	f.Entry.FocusLost()
	f.Commit()
}

// TypedShortcut undoes and redoes the typing, never what the window would undo,
// and says with Ctrl+Enter that the text is meant.
func (f *Field) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok {
		switch {
		case c.KeyName == fyne.KeyZ && c.Modifier == fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift:
			f.Entry.Redo()
			return
		case (c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter) && c.Modifier == fyne.KeyModifierShortcutDefault:
			f.Commit()
			f.done(true)
			return
		}
	}
	f.Entry.TypedShortcut(s)
}

// TypedKey implements fyne.Focusable.
func (f *Field) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case ev.Name == fyne.KeyEscape:
		if f.Text != f.was && !f.Keeps {
			f.Entry.SetText(f.was)
		}
		f.done(false)
	case (ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter) && !f.MultiLine:
		f.Commit()
		f.done(true)
	default:
		f.Entry.TypedKey(ev)
	}
}
