package panels

import (
	"fmt"
	"testing"

	"briefline/app/briefing"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
)

// Every link that can be clicked can be come to by the arrow keys. The shelf
// below the axis has its links in the list, which stands for both.
func TestLinksByKeyboard(t *testing.T) {
	d, _ := start(t)
	b := crowd()
	b.Notes = []briefing.Note{{ID: "n", Text: "Ask the embassy.", Evidence: b.Events[0].Evidence}}
	panels := all(d, b)
	panels["notes"] = NewNotes(d, NewIndex(b)).Rover
	delete(panels, "timeline")
	for name, p := range panels {
		t.Run(name, func(t *testing.T) {
			show(p, 700)
			type stop struct {
				text fyne.CanvasObject
				link string
			}
			reached, fault := map[stop]bool{}, ""
			visit := func(do func(o fyne.CanvasObject)) {
				walk(p, func(o fyne.CanvasObject, _ fyne.Position) bool {
					if o.Visible() {
						do(o)
					}
					return o.Visible()
				})
			}
			visit(func(o fyne.CanvasObject) {
				if r := roverOf(o); r != nil {
					for _, it := range r.Items() {
						reached[stop{it.Object, it.Link}] = true
					}
				}
			})
			visit(func(o fyne.CanvasObject) {
				if x, ok := o.(*kit.Text); ok {
					for _, link := range x.Links() {
						if !reached[stop{x, link}] {
							fault += fmt.Sprintf("%s of %.30q\n", link, x.String())
						}
					}
				}
			})
			judge(t, fault)
		})
	}
}

// roverOf returns the rover that an object is, nil for any other.
func roverOf(o fyne.CanvasObject) *kit.Rover {
	switch v := o.(type) {
	case *kit.Rover:
		return v
	case *Card:
		return v.Rover
	case *Positions:
		return v.Rover
	case *Participants:
		return v.Rover
	case *Source:
		return v.Rover
	}
	return nil
}
