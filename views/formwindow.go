package views

import (
	"briefline/app/briefing"
	"briefline/app/session"
	"briefline/views/forms"
	"briefline/views/kit"
	"briefline/views/panels"

	"fyne.io/fyne/v2"
)

// What the forms ask of the window: see [forms.Window].

// Index is the open briefing; nil while none is.
func (f *Frame) Index() *panels.Index { return f.index }

// Session is where the open briefing is edited; nil while it is nowhere.
func (f *Frame) Session() *session.Session {
	if f.work == nil {
		return nil
	}
	return f.work.session
}

// Do does an edit of the open briefing and tells why when it was not done.
func (f *Frame) Do(do func(*session.Session) error) bool { return f.work.edit(do) }

// Repair does an edit of who is who, which later drafts remember.
func (f *Frame) Repair(do func(*session.Session) (briefing.Repair, error)) bool {
	return f.work.repair(do)
}

// Remember hands repairs to the library, for the drafts to come.
func (f *Frame) Remember(repairs ...briefing.Repair) { f.work.remember(repairs...) }

// Redates is how the dates that hang on a publication date are read anew; empty
// where nothing can read them.
func (f *Frame) Redates() []session.Redate {
	if f.redate == nil {
		return nil
	}
	return []session.Redate{f.redate}
}

// Selected returns the words of the source that are selected, in the window or in
// the view that shows the briefing in its place.
func (f *Frame) Selected() (source string, at briefing.Span, ok bool) {
	if v, ok := f.follower(); ok {
		return v.Selected()
	}
	return f.source.Selected()
}

// Deleted says that something was taken away and offers to bring it back, until
// the next edit.
func (f *Frame) Deleted(words string) {
	f.tell(f.words.Text("edit.deleted", "name", forms.Short(words)), action{"edit.bringBack", f.work.undo})
	f.notice.deleted = true
}

// Place is where the menu of a pick may hang: below its row where that shows.
func (f *Frame) Place(p panels.Pick) fyne.Position {
	rows := []interface{ RowOf(panels.Pick) *kit.Row }{f.card, f.timeline, f.participants, f.dates}
	if f.positions != nil {
		rows = append(rows, f.positions)
	}
	if f.notes != nil {
		rows = append(rows, f.notes)
	}
	size := f.root.Size()
	for _, l := range rows {
		row := l.RowOf(p)
		if row == nil || !row.Visible() {
			continue
		}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(row)
		if at.Y > barHeight && at.Y < size.Height-statusHeight {
			return at.AddXY(24, min(row.Size().Height, 28))
		}
	}
	return fyne.NewPos(size.Width/3, size.Height/3)
}
