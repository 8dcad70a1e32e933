package views

import (
	"briefline/views/kit"

	"fyne.io/fyne/v2"
)

// stop is what of the panels has the keyboard, and on which of its items. It is
// kept by place, as an edit makes the panels anew.
type stop struct{ panel, item int }

// noStop is the stop of a keyboard that is not with a panel.
var noStop = stop{panel: -1}

// panelStops are the stops of the Tab key that the panels have, nil for those that
// are not there.
func (f *Frame) panelStops() []fyne.Focusable {
	if f.index == nil {
		return nil
	}
	out := make([]fyne.Focusable, 8)
	for i, r := range []*kit.Rover{f.card.Rover, f.timeline.List, f.participants.Rover, f.source.Rover, f.dates.Rover} {
		out[i] = r
	}
	if f.timeline.Axis != nil {
		out[5] = f.timeline.Axis
	}
	if f.positions != nil {
		out[6] = f.positions.Rover
	}
	if f.notes != nil {
		out[7] = f.notes.Rover
	}
	return out
}

// stop returns where in the panels the keyboard is.
func (f *Frame) stop() stop {
	has := f.canvas.Focused()
	if has == nil {
		return noStop
	}
	for i, o := range f.panelStops() {
		if o == has {
			s := stop{panel: i}
			if r, ok := o.(*kit.Rover); ok {
				s.item = r.At()
			}
			return s
		}
	}
	return noStop
}

// resume gives the keyboard back to where it was in the panels.
func (f *Frame) resume(s stop) {
	stops := f.panelStops()
	if s.panel < 0 || s.panel >= len(stops) || stops[s.panel] == nil || f.stage.Window.Objects[0] != f.root {
		return
	}
	if r, ok := stops[s.panel].(*kit.Rover); ok {
		r.Focus(s.item)
	}
	f.canvas.Focus(stops[s.panel])
}

// mark returns what gives the keyboard back to what of the panels has it now: a
// panel by its place, anything else itself.
func (f *Frame) mark() (back func()) {
	at, has := f.stop(), f.canvas.Focused()
	return func() {
		switch {
		case at != noStop:
			f.resume(at)
		case has != nil:
			f.canvas.Focus(has)
		}
	}
}
