package panels

import (
	"slices"
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/app/outline"
	"briefline/app/timeline"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// The list holds every event once, in order of time, those without a place in
// time last: what the axis shows and the shelf, in words.
func TestTimelineListIsComplete(t *testing.T) {
	d, l := start(t)
	for _, b := range []*briefing.Briefing{bishkek(t), crowd(), small(30)} {
		x := NewIndex(b)
		tl := NewTimeline(d, x)
		tl.ShowList(true)
		show(tl, 700)
		var got, want []string
		walk(tl, func(o fyne.CanvasObject, _ fyne.Position) bool {
			if !o.Visible() {
				return false
			}
			if r, ok := o.(*kit.Row); ok {
				got = append(got, r.Name)
			}
			return true
		})
		for _, id := range timeline.FromBriefing(b).Order() {
			e := b.EventByID(id)
			want = append(want, outline.When(d.Words, e, nil)+": "+e.Title)
		}
		if !slices.Equal(got, want) || len(want) != len(b.Events) {
			t.Errorf("%s: list %q, want %q", b.ID, got, want)
		}
		for _, e := range b.Events {
			p := Pick{KindEvent, e.ID}
			tl.rows[p].Tapped(nil)
			if l.last() != p {
				t.Errorf("%s: tapped %v, picked %v", b.ID, p, l.last())
			}
		}
	}
}

// Axis, shelf and list show one selection.
func TestTimelineHighlight(t *testing.T) {
	d, _ := start(t)
	x := NewIndex(crowd())
	tl := show(NewTimeline(d, x), 700)
	for _, e := range x.Briefing.Events {
		tl.SetHighlight(x.Relate(Pick{KindEvent, e.ID}))
		for p, row := range tl.rows {
			if got, want := row.State() == kit.RowPicked, p.ID == e.ID; got != want {
				t.Errorf("%s picked: row of %s picked %v, want %v", e.ID, p.ID, got, want)
			}
		}
	}
	tl.SetHighlight(nil)
	for p, row := range tl.rows {
		if row.State() != kit.RowPlain {
			t.Errorf("nothing picked: row of %s has state %v", p.ID, row.State())
		}
	}
}

func TestTimelineShelf(t *testing.T) {
	d, l := start(t)
	b := crowd()
	shelf := timeline.FromBriefing(b).Shelf()
	if len(shelf) == 0 {
		t.Fatal("the crowd has no undated event")
	}
	tl := show(NewTimeline(d, NewIndex(b)), 700)
	for _, id := range shelf {
		p := Pick{KindEvent, id}
		tapLink(t, tl.shelf, p.String())
		if l.last() != p {
			t.Errorf("tapped %v on the shelf, picked %v", p, l.last())
		}
	}
	if s := tl.shelf.String(); !strings.HasPrefix(s, d.Words.Text("timeline.undated", "n", len(shelf))) {
		t.Errorf("shelf = %q, want it counted", s)
	}
	// With nothing in time there is a shelf and no axis.
	b.Events = b.Events[5:6]
	tl = show(NewTimeline(d, NewIndex(b)), 700)
	if tl.Axis != nil || tl.shelf == nil {
		t.Errorf("one undated event: axis %v, shelf %v, want the shelf alone", tl.Axis, tl.shelf)
	}
}

func TestTimelineSwitch(t *testing.T) {
	d, l := start(t)
	tl := show(NewTimeline(d, NewIndex(bishkek(t))), 700)
	test.Tap(tl.listBtn)
	show(tl, 700)
	if !tl.AsList() || tl.Axis.Visible() || !tl.List.Visible() || l.resized != 1 {
		t.Errorf("list: %v, axis shows %v, list shows %v, told %d times", tl.AsList(), tl.Axis.Visible(), tl.List.Visible(), l.resized)
	}
	test.Tap(tl.listBtn) // it is the list already
	test.Tap(tl.axisBtn)
	show(tl, 700)
	if tl.AsList() || !tl.Axis.Visible() || tl.List.Visible() || l.resized != 2 {
		t.Errorf("axis: %v, axis shows %v, list shows %v, told %d times", tl.AsList(), tl.Axis.Visible(), tl.List.Visible(), l.resized)
	}
}
