package panels

import (
	"briefline/app/edtf"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// move is the drag of the picked event along the axis: a bar and a date follow
// the pointer, and the event stays where it was until it is dropped.
type move struct {
	id    string  // "" while none is dragged
	given bool    // up: the drag goes on, and moves nothing
	from  float32 // where the pointer went down
	date  edtf.Date
	to    edtf.Date // zero until it has moved
	ghost *kit.Fill
	back  *kit.Fill
	label *kit.Label
}

func (m *move) init() {
	m.ghost = kit.NewFrame(kit.RoleChip, kit.RoleAccent, 5)
	m.ghost.Stroke = 2
	m.back = kit.NewFrame(kit.RoleSurface, kit.RoleControl, 6)
	m.label = kit.NewLabel("", kit.NoteBold, kit.RoleInk)
	m.show(false)
}

func (m *move) show(on bool) {
	for _, o := range []fyne.CanvasObject{m.ghost, m.back, m.label} {
		setVisible(o, on)
	}
}

// grab takes hold of the picked event if the pointer is on it. One without a date
// of its own, or whose beginning is open, has no place to be moved from.
func (a *Axis) grab(ev *desktop.MouseEvent) {
	a.move.id, a.move.given = "", false
	if a.desk.Move == nil || ev.Button != desktop.MouseButtonPrimary || a.hl == nil || a.hl.Pick.Kind != KindEvent {
		return
	}
	t, ok := a.hit(ev.Position)
	if !ok || t.Cluster >= 0 || t.ID != a.hl.Pick.ID {
		return
	}
	e := a.index.Briefing.EventByID(t.ID)
	if e == nil || e.Date.EDTF.IsZero() {
		return
	}
	if _, ok := edtf.Shift(e.Date.EDTF, e.Date.EDTF.Bounds().From, edtf.PrecisionNone); !ok {
		return
	}
	a.move.id, a.move.from, a.move.date, a.move.to = t.ID, ev.Position.X, e.Date.EDTF, edtf.Date{}
}

// moveBy shows where the event would stand dx points from where it was taken.
func (a *Axis) moveBy(dx float32) {
	m := &a.move
	from := m.date.Bounds().From
	to, ok := nearest(m.date, a.scale.Time(a.scale.X(from)+float64(dx)), a.unit())
	if !ok {
		return
	}
	m.to = to
	a.MouseOut() // the bubble would lie over it
	pos, size, ok := a.Mark(m.id)
	if !ok {
		return
	}
	shift := float32(a.scale.X(to.Bounds().From) - a.scale.X(from))
	kit.Put(m.ghost, pos.X+shift, pos.Y, max(size.Width, 6), size.Height)
	m.label.SetPieces(kit.Plain(a.desk.Words.Date(to), kit.NoteBold, kit.RoleInk)...)
	n := m.label.Natural()
	x := max(0, min(pos.X+shift, a.Size().Width-n.Width-18))
	y := pos.Y - n.Height - 12
	if y < 0 {
		y = pos.Y + size.Height + 6
	}
	kit.Put(m.back, x, y, n.Width+18, n.Height+6)
	kit.Put(m.label, x+9, y+3, n.Width, n.Height)
	m.show(true)
	canvas.Refresh(a)
}

// units are those of the calendar that a drag goes by, and about how many seconds
// each has.
var units = []struct {
	unit    edtf.Precision
	seconds int64
}{
	{edtf.PrecisionSecond, 1}, {edtf.PrecisionMinute, 60}, {edtf.PrecisionHour, 3600}, {edtf.PrecisionDay, 86400},
	{edtf.PrecisionMonth, 30 * 86400}, {edtf.PrecisionQuarter, 91 * 86400}, {edtf.PrecisionHalf, 182 * 86400},
	{edtf.PrecisionYear, 365 * 86400}, {edtf.PrecisionDecade, 3653 * 86400}, {edtf.PrecisionCentury, 36525 * 86400},
}

// unit is the finest unit that is some points wide, so that the hand can choose
// one of them.
func (a *Axis) unit() edtf.Precision {
	const least = 3 // points
	for _, u := range units {
		if float64(u.seconds)/a.scale.PerPoint >= least {
			return u.unit
		}
	}
	return edtf.PrecisionCentury
}

// nearest is d moved by whole units so that it begins as near a second as it can.
// edtf.Shift goes to the unit that the second lies in; the next may be nearer.
func nearest(d edtf.Date, at int64, unit edtf.Precision) (edtf.Date, bool) {
	best, found := edtf.Shift(d, at, unit)
	far := func(x edtf.Date) int64 {
		if n := x.Bounds().From - at; n > 0 {
			return n
		}
		return at - x.Bounds().From
	}
	for _, u := range units {
		for _, near := range []int64{at - u.seconds, at + u.seconds} {
			if x, ok := edtf.Shift(d, near, unit); ok && (!found || far(x) < far(best)) {
				best, found = x, true
			}
		}
	}
	return best, found
}

// drop tells the date that the event was dragged to.
func (a *Axis) drop() {
	m := &a.move
	id, to := m.id, m.to
	moved := id != "" && !to.IsZero() && to != m.date
	a.letGo()
	m.given = false
	if moved {
		a.desk.Move(id, to)
	}
}

// letGo gives the drag up, and reports whether there was one.
func (a *Axis) letGo() bool {
	m := &a.move
	had := m.id != "" && !m.to.IsZero()
	m.id, m.to, m.given = "", edtf.Date{}, had
	m.show(false)
	canvas.Refresh(a)
	return had
}
