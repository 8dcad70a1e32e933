package panels

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
)

// all are the panels of a briefing, by name.
func all(d *Desk, b *briefing.Briefing) map[string]kit.Block {
	x := NewIndex(b)
	out := map[string]kit.Block{
		"card": NewCard(d, x), "timeline": NewTimeline(d, x), "participants": NewParticipants(d, x), "source": NewSource(d, x),
	}
	list := NewTimeline(d, x)
	list.ShowList(true)
	out["list"] = list
	if p := NewPositions(d, x); p != nil {
		out["positions"] = p
	}
	if c := NewCard(d, x); c.checks != nil {
		c.checks.toggle()
		out["card with open checks"] = c
	}
	v := NewDetail(d, x)
	for _, p := range x.picks {
		v.SetHighlight(x.Relate(p))
	}
	out["detail"] = v
	return out
}

// Whatever a briefing holds, at any width: heights are numbers, nothing that
// shows reaches beyond its panel, and no text needs more room than it has.
func TestPanelsHoldWhatTheyShow(t *testing.T) {
	d, _ := start(t)
	for _, b := range []*briefing.Briefing{bishkek(t), crowd(), small(1), small(70), empty()} {
		for name, p := range all(d, b) {
			for _, width := range []float32{260, 420, 700, 1180} {
				t.Run(fmt.Sprintf("%s/%s/%v", b.ID, name, width), func(t *testing.T) {
					h := p.HeightFor(width)
					if math.IsNaN(float64(h)) || h > 60_000 || h < 15 && name != "detail" {
						t.Fatalf("height = %v, want something to see", h)
					}
					show(p, width)
					judge(t, misfit(p, width, h))
					if again := p.HeightFor(width); again != h {
						t.Errorf("height = %v when shown, %v before", again, h)
					}
				})
			}
		}
	}
}

// misfit says which text of a panel does not fit, "" for none. What the axis
// draws is clipped, and held by the tests of package timeline.
func misfit(p kit.Block, width, height float32) (fault string) {
	walk(p, func(o fyne.CanvasObject, at fyne.Position) bool {
		if _, ok := o.(*Axis); ok || !o.Visible() {
			return false
		}
		l := label(o)
		if l == nil || l.String() == "" {
			return true
		}
		s := o.Size()
		if at.X < 0 || at.Y < 0 || at.X+s.Width > width+1 || at.Y+s.Height > height+1 {
			fault += fmt.Sprintf("%.40q at %v, %v reaches out of %v by %v\n", l.String(), at, s, width, height)
		}
		if need := l.HeightFor(s.Width); need > s.Height+1 {
			fault += fmt.Sprintf("%.40q is %v high and has %v\n", l.String(), need, s.Height)
		}
		return true
	})
	return fault
}

// Two texts that show never lie on one another.
func TestTextsDoNotOverlap(t *testing.T) {
	d, _ := start(t)
	type box struct {
		text           string
		x0, y0, x1, y1 float32
	}
	for _, b := range []*briefing.Briefing{bishkek(t), crowd()} {
		for name, p := range all(d, b) {
			for _, width := range []float32{292, 700} {
				var boxes []box
				show(p, width)
				walk(p, func(o fyne.CanvasObject, at fyne.Position) bool {
					if _, ok := o.(*Axis); ok || !o.Visible() {
						return false
					}
					if l := label(o); l != nil && l.String() != "" {
						w := min(o.Size().Width, l.Natural().Width)
						boxes = append(boxes, box{l.String(), at.X, at.Y, at.X + w, at.Y + o.Size().Height})
					}
					return true
				})
				for i, a := range boxes {
					for _, c := range boxes[:i] {
						if a.x0+1 < c.x1 && c.x0+1 < a.x1 && a.y0+2 < c.y1 && c.y0+2 < a.y1 {
							t.Errorf("%s, %s at %v: %.40q lies on %.40q", b.ID, name, width, a.text, c.text)
						}
					}
				}
			}
		}
	}
}

// An empty briefing says what it lacks, and has no positions.
func TestEmptyBriefing(t *testing.T) {
	d, _ := start(t)
	x := NewIndex(empty())
	if p := NewPositions(d, x); p != nil {
		t.Errorf("positions of nobody: %q", texts(p))
	}
	for name, want := range map[string]string{
		"timeline": "No events yet.", "participants": "Nobody is named in this briefing yet.", "source": "This briefing holds no source text.",
	} {
		p := all(d, empty())[name]
		if got := joined(show(p, 400)); !strings.Contains(got, want) {
			t.Errorf("%s says %q, want %q", name, got, want)
		}
	}
	for name, p := range all(d, empty()) {
		if strings.Contains(joined(show(p, 400)), "⟦") {
			t.Errorf("%s: a message has no words", name)
		}
	}
}
