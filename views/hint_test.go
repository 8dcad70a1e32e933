package views

import (
	"testing"

	"fyne.io/fyne/v2"
)

// The hint stands above the card until it is closed, says so once, and takes no
// room before and after.
func TestHint(t *testing.T) {
	f := start(t)
	closed := 0
	f.hintClosed = func() { closed++ }
	without := f.main.Content().HeightFor(900)
	f.showHint()
	if with := f.main.Content().HeightFor(900); with < without+60 {
		t.Errorf("got %g points with the hint, want it to take room over %g", with, without)
	}
	if f.hint.Box.Position().Y > f.card.Rover.Position().Y {
		t.Error("the hint stands below the card")
	}
	// An edit builds the panels anew; the hint stays.
	f.update(bishkek(t))
	if !f.hint.Visible() {
		t.Error("the hint went with an edit")
	}
	f.hint.close.Tapped(&fyne.PointEvent{})
	if f.hint.Visible() || closed != 1 {
		t.Errorf("got visible %t and %d notices, want it closed and told once", f.hint.Visible(), closed)
	}
	if again := f.main.Content().HeightFor(900); again != without {
		t.Errorf("closed: got %g points, want %g", again, without)
	}
}

// Its steps stand side by side where there is room, and below one another where
// there is not, and never over one another.
func TestHintSteps(t *testing.T) {
	f := start(t)
	for _, width := range []float32{340, 480, 619, 620, 900, 1180} {
		h := f.hint.HeightFor(width)
		f.hint.Resize(fyne.NewSize(width, h))
		f.hint.Arrange()
		steps := f.hint.Objects()[2:5]
		for i, s := range steps {
			end := s.Position().Add(s.Size())
			if end.X > width || end.Y > h {
				t.Errorf("%g wide: step %d ends at %v, outside %g by %g", width, i+1, end, width, h)
			}
			if i == 0 {
				continue
			}
			last := steps[i-1].Position().Add(steps[i-1].Size())
			if s.Position().X < last.X && s.Position().Y < last.Y {
				t.Errorf("%g wide: step %d at %v stands over the one before, which ends at %v", width, i+1, s.Position(), last)
			}
		}
	}
}
