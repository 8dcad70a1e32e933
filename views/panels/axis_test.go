package panels

import (
	"fmt"
	"image"
	"math"
	"testing"
	"time"

	"briefline/app/briefing"
	"briefline/app/timeline"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// axisOf is the axis of a briefing, laid out 700 points wide; picks light up as
// in the window.
func axisOf(t testing.TB, b *briefing.Briefing) (*Axis, *told) {
	t.Helper()
	d, l := start(t)
	x := NewIndex(b)
	a := NewAxis(d, x, timeline.FromBriefing(b))
	pick := d.Pick
	d.Pick = func(p Pick) {
		pick(p)
		a.SetHighlight(x.Relate(p))
	}
	show(a, 700)
	return a, l
}

func wheel(a *Axis, x, dx, dy float32) {
	a.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 40)}, Scrolled: fyne.NewDelta(dx, dy)})
}

func drag(a *Axis, dx float32) {
	a.MouseDown(mouse(300, 40))
	a.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(300+dx, 40)}, Dragged: fyne.NewDelta(dx, 0)})
	a.MouseUp(mouse(300+dx, 40))
	a.DragEnd()
}

// clickAt clicks; soon says whether it counts with the click before, whatever
// time that took.
func clickAt(a *Axis, x, y float32, soon bool) {
	a.lastClick = time.Time{}
	if soon {
		a.lastClick = time.Now().Add(time.Hour)
	}
	a.MouseDown(mouse(x, y))
	a.MouseUp(mouse(x, y))
}

// What is under the pointer stays there while the wheel turns, in and out.
func TestAxisWheelZoomsAboutThePointer(t *testing.T) {
	a, _ := axisOf(t, bishkek(t))
	for _, x := range []float64{0, 123, 350, 699} {
		for _, dy := range []float32{10, 25, 100, -10, -40, -25, 300} {
			at, before := a.scale.Time(x), a.scale.PerPoint
			wheel(a, float32(x), 0, dy)
			if got := a.scale.X(at); math.Abs(got-x) > 0.5 {
				t.Errorf("wheel %v at %v: what was there stands at %.2f", dy, x, got)
			}
			if in := a.scale.PerPoint < before; in != (dy > 0) {
				t.Errorf("wheel %v: zoomed in %v", dy, in)
			}
			if a.Plan().Scale != a.scale {
				t.Fatalf("wheel %v: the plan is of another scale", dy)
			}
		}
		a.Fit()
	}
	at := a.scale.Time(300)
	before := a.scale.PerPoint
	wheel(a, 300, 20, 3) // sideways
	if got := a.scale.X(at); a.scale.PerPoint != before || math.Abs(got-320) > 0.5 {
		t.Errorf("sideways wheel of 20: what was at 300 stands at %.1f, want 320", got)
	}
}

// What is drawn goes with the hand; nothing is picked by a drag.
func TestAxisDragPans(t *testing.T) {
	a, l := axisOf(t, bishkek(t))
	at := a.scale.Time(300)
	drag(a, 57)
	if got := a.scale.X(at); math.Abs(got-357) > 0.5 {
		t.Errorf("dragged right by 57: what was at 300 stands at %.1f, want 357", got)
	}
	drag(a, -200)
	if got := a.scale.X(at); math.Abs(got-157) > 0.5 {
		t.Errorf("dragged left by 200: it stands at %.1f, want 157", got)
	}
	if len(l.picks) != 0 {
		t.Errorf("dragging picked %v", l.picks)
	}
}

func TestAxisDoubleClickFits(t *testing.T) {
	a, l := axisOf(t, bishkek(t))
	fitted := a.scale
	wheel(a, 650, 0, 200)
	clickAt(a, 690, 3, false)
	if !a.Zoomed() {
		t.Error("one click on free ground shows everything")
	}
	clickAt(a, 690, 3, true)
	if a.Zoomed() || a.scale != fitted {
		t.Errorf("double click: zoomed %v, scale %v, want %v", a.Zoomed(), a.scale, fitted)
	}
	if len(l.picks) != 0 {
		t.Errorf("clicks on free ground picked %v", l.picks)
	}
}

// A fitted axis follows its width; a zoomed one keeps its middle.
func TestAxisResize(t *testing.T) {
	a, _ := axisOf(t, bishkek(t))
	show(a, 500)
	if from, to, _ := a.src.Span(); math.Abs(a.scale.X(from)-planMargin) > 1 || math.Abs(a.scale.X(to)-(500-planMargin)) > 1 {
		t.Errorf("fitted to 500: events from %.0f to %.0f", a.scale.X(from), a.scale.X(to))
	}
	wheel(a, 400, 0, 100)
	mid := a.scale.Time(250)
	show(a, 900)
	if got := a.scale.X(mid); math.Abs(got-450) > 0.5 {
		t.Errorf("zoomed and widened to 900: the middle stands at %.1f, want 450", got)
	}
}

func TestAxisKeys(t *testing.T) {
	a, _ := axisOf(t, bishkek(t))
	a.FocusGained()
	centre := a.scale.Time(350)
	per := a.scale.PerPoint
	a.TypedRune('+')
	if got := a.scale.X(centre); a.scale.PerPoint >= per || math.Abs(got-350) > 0.5 {
		t.Errorf("+: %v of the scale, middle at %.1f, want less, 350", a.scale.PerPoint/per, got)
	}
	a.TypedRune('-')
	if math.Abs(a.scale.PerPoint/per-1) > 1e-6 {
		t.Errorf("+ and -: %v of the scale, want 1", a.scale.PerPoint/per)
	}
	a.TypedRune('=')
	a.TypedRune('=')
	a.TypedKey(key(fyne.KeyRight))
	if got := a.scale.X(centre); got > 350-50 {
		t.Errorf("Right: the middle stands at %.0f, want it moved left", got)
	}
	a.TypedKey(key(fyne.KeyLeft))
	if got := a.scale.X(centre); math.Abs(got-350) > 0.5 {
		t.Errorf("Right and Left: the middle stands at %.1f, want 350", got)
	}
	from, to, _ := a.src.Span()
	a.TypedKey(key(fyne.KeyEnd))
	if got := a.scale.X(to); math.Abs(got-(700-planMargin)) > 1 {
		t.Errorf("End: the last event ends at %.0f, want %d", got, 700-planMargin)
	}
	a.TypedKey(key(fyne.KeyHome))
	if got := a.scale.X(from); math.Abs(got-planMargin) > 1 {
		t.Errorf("Home: the first event begins at %.0f, want %d", got, planMargin)
	}
	a.TypedRune('0')
	if a.Zoomed() {
		t.Error("0: zoomed, want everything shown")
	}
}

// The keyboard goes from event to event in order of time, and out at both ends.
func TestAxisKeyboardIsNeverCaught(t *testing.T) {
	for _, b := range []*briefing.Briefing{bishkek(t), crowd(), small(1)} {
		a, l := axisOf(t, b)
		order := a.src.Order()
		a.FocusGained()
		for i, id := range order {
			if !a.AcceptsTab() {
				t.Fatalf("%s: Tab leaves before event %d", b.ID, i)
			}
			a.TypedKey(key(fyne.KeyTab))
			if l.last() != (Pick{KindEvent, id}) {
				t.Errorf("%s: Tab %d picked %v, want %s", b.ID, i, l.last(), id)
			}
		}
		if a.AcceptsTab() {
			t.Errorf("%s: Tab is caught at the last event", b.ID)
		}
		app := fyne.CurrentApp()
		fyne.SetCurrentApp(heldShift{app})
		for i := len(order) - 2; i >= 0; i-- {
			if !a.AcceptsTab() {
				t.Fatalf("%s: Shift+Tab leaves before event %d", b.ID, i)
			}
			a.TypedKey(key(fyne.KeyTab))
			if l.last() != (Pick{KindEvent, order[i]}) {
				t.Errorf("%s: Shift+Tab picked %v, want %s", b.ID, l.last(), order[i])
			}
		}
		if a.AcceptsTab() {
			t.Errorf("%s: Shift+Tab is caught at the first event", b.ID)
		}
		fyne.SetCurrentApp(app)
		if len(order) > 1 && !a.AcceptsTab() {
			t.Errorf("%s: Tab leaves at the first event", b.ID)
		}
		for range order {
			a.TypedKey(key(fyne.KeyDown))
		}
		if want := order[len(order)-1]; l.last().ID != want {
			t.Errorf("%s: Down to the end picked %v, want %s", b.ID, l.last(), want)
		}
		a.TypedKey(key(fyne.KeyEscape))
		if l.last() != (Pick{}) {
			t.Errorf("%s: Escape picked %v, want nothing", b.ID, l.last())
		}
	}
}

// An event that the keyboard comes to shows, however far the view was.
func TestAxisRevealsThePick(t *testing.T) {
	a, _ := axisOf(t, small(120))
	x := a.index
	for i := range 6 {
		a.setScale(a.scale.Zoom(350, 3), false)
		for _, n := range []int{0, 119, 60, 5 + i} {
			id := x.Briefing.Events[n].ID
			a.SetHighlight(x.Relate(Pick{KindEvent, id}))
			it, _ := a.src.Item(id)
			if x0, x1 := a.scale.X(it.Lo), a.scale.X(it.Hi); x1 < 0 || x0 > 700 {
				t.Errorf("zoom %d: %s stands from %.0f to %.0f, out of 700", i, id, x0, x1)
			}
		}
	}
}

// A click picks what is drawn there, its bar, its title and the line below.
func TestAxisClickPicks(t *testing.T) {
	a, l := axisOf(t, bishkek(t))
	if len(a.plan.Marks) != 4 {
		t.Fatalf("%d events drawn, want 4", len(a.plan.Marks))
	}
	for i := range a.plan.Marks {
		m := a.plan.Marks[i]
		dy := float64(a.dy())
		for _, p := range [][2]float64{
			{(m.X0 + m.X1) / 2, m.Y + 6}, {m.Title.X + m.Title.W/2, m.Title.Y + 5}, {m.Detail.X + 5, m.Detail.Y + 5},
		} {
			clickAt(a, float32(p[0]), float32(p[1]+dy), false)
			if l.last() != (Pick{KindEvent, m.ID}) {
				t.Errorf("clicked %s at %.0f, %.0f: picked %v", m.ID, p[0], p[1], l.last())
			}
		}
		pos, size, ok := a.Mark(m.ID)
		if !ok || size.Width <= 0 || pos.Y < 0 || pos.Y > a.Size().Height {
			t.Errorf("%s stands at %v, %v, %v", m.ID, pos, size, ok)
		}
	}
	n := len(l.picks)
	right := mouse(float32(a.plan.Marks[0].X0+3), float32(a.plan.Marks[0].Y+6))
	right.Button = desktop.MouseButtonSecondary
	a.MouseDown(right)
	a.MouseUp(right)
	if len(l.picks) != n {
		t.Errorf("another button picked %v", l.last())
	}
	if _, _, ok := a.Mark("no-such"); ok {
		t.Error("an event that is not there has a place")
	}
}

func TestAxisHover(t *testing.T) {
	a, l := axisOf(t, bishkek(t))
	m := a.plan.Marks[0]
	x, y := float32(m.X0+3), float32(m.Y+6)+a.dy()
	a.MouseIn(mouse(690, 2))
	a.MouseMoved(mouse(x, y))
	a.MouseMoved(mouse(x+1, y)) // still the same event: no word of it
	if c := a.Cursor(); c != desktop.PointerCursor {
		t.Errorf("cursor over an event = %v, want the hand", c)
	}
	a.MouseMoved(mouse(690, 2))
	a.MouseMoved(mouse(x, y))
	a.MouseOut()
	a.MouseOut()
	want := []Pick{{KindEvent, m.ID}, {}, {KindEvent, m.ID}, {}}
	if len(l.hovers) != 4 || l.hovers[0] != want[0] || l.hovers[1] != want[1] || l.hovers[3] != want[3] {
		t.Errorf("hovers = %v, want %v", l.hovers, want)
	}
}

// A click on a cluster shows what is in it.
func TestAxisClusterOpens(t *testing.T) {
	a, l := axisOf(t, small(3000))
	for range 3 {
		if len(a.plan.Clusters) == 0 {
			t.Fatal("3,000 events in 700 points fold into no cluster")
		}
		c := a.plan.Clusters[len(a.plan.Clusters)/2]
		per := a.scale.PerPoint
		clickAt(a, float32((c.X0+c.X1)/2), float32(c.Y+6)+a.dy(), false)
		if a.scale.PerPoint > per*0.9 || !a.Zoomed() {
			t.Errorf("cluster of %d: scale went from %v to %v, want in", c.Count, per, a.scale.PerPoint)
		}
		if x0, x1 := a.scale.X(c.Lo), a.scale.X(c.Hi); x0 < -1 || x1 > 701 {
			t.Errorf("cluster of %d: stands from %.0f to %.0f, want within 700", c.Count, x0, x1)
		}
	}
	if len(l.picks) != 0 {
		t.Errorf("opening clusters picked %v", l.picks)
	}
}

// The overview shows only while less than everything does; it pans.
func TestAxisOverview(t *testing.T) {
	a, _ := axisOf(t, small(60))
	if a.view.Visible() || !a.hint.Visible() {
		t.Errorf("everything shows: overview %v, hint %v", a.view.Visible(), a.hint.Visible())
	}
	wheel(a, 350, 0, 150)
	if !a.view.Visible() || a.hint.Visible() {
		t.Errorf("zoomed: overview %v, hint %v", a.view.Visible(), a.hint.Visible())
	}
	window := func() (x, w float32) { return a.view.window.Position().X, a.view.window.Size().Width }
	x0, w0 := window()
	if w0 >= 700 || w0 < 6 {
		t.Errorf("zoomed: window of %v in the overview", w0)
	}
	a.view.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(40, 0)})
	if x, w := window(); math.Abs(float64(x-x0-40)) > 1.5 || math.Abs(float64(w-w0)) > 1.5 {
		t.Errorf("window dragged by 40: from %v to %v, %v to %v wide", x0, x, w0, w)
	}
	test.TapAt(a.view, fyne.NewPos(150, 5))
	if x, w := window(); math.Abs(float64(x+w/2-150)) > 1.5 {
		t.Errorf("tapped at 150: the window's middle is at %v", x+w/2)
	}
	a.Fit()
	if a.view.Visible() {
		t.Error("everything shows again, and the overview too")
	}
}

// visible counts what the axis shows and holds.
func visible(a *Axis) (shown, held int) {
	walk(a.stage, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if _, ok := o.(*fyne.Container); ok {
			return true
		}
		held++
		if o.Visible() {
			shown++
		}
		return false
	})
	return shown, held
}

// Panning over thousands of events shows what the plan has and no more, and the
// pictures of those gone by are dropped in the end.
func TestAxisPansInBoundedMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("long: left out of -short")
	}
	a, _ := axisOf(t, small(5000))
	a.setScale(a.scale.Zoom(24, 60), false)
	most, mostShown := 0, 0
	for i := range 1000 {
		a.PanBy(30)
		shown, held := visible(a)
		most, mostShown = max(most, held), max(mostShown, shown)
		marks, clusters, ticks := len(a.plan.Marks), len(a.plan.Clusters), len(a.plan.Ticks)+len(a.plan.Context)
		if limit := 3*marks + 2*clusters + 3*ticks + 8; shown > limit {
			t.Fatalf("step %d: %d objects show for %d marks, %d clusters, %d ticks", i, shown, marks, clusters, ticks)
		}
		if shown < marks {
			t.Fatalf("step %d: %d objects show for %d marks", i, shown, marks)
		}
	}
	if limit := maxKept * 7 / 4; most > limit { // labels, and two bars to three of them
		t.Errorf("%d objects held, want at most %d", most, limit)
	}
	if mostShown < 50 {
		t.Errorf("at most %d objects shown: the test pans over nothing", mostShown)
	}
}

// Labels that show do not lie on one another, at any zoom, and stand in the
// drawing.
func TestAxisLabelsKeepApart(t *testing.T) {
	a, _ := axisOf(t, crowd())
	for i := range 30 {
		wheel(a, float32(37*i%700), 0, []float32{60, -45, 30}[i%3])
		type box struct{ x0, y0, x1, y1 float32 }
		var boxes []box
		for _, set := range a.paint.lines {
			for _, l := range set.lines {
				if !l.Visible() {
					continue
				}
				p, s := l.Position(), l.Size()
				boxes = append(boxes, box{p.X, p.Y, p.X + s.Width, p.Y + s.Height})
				if p.Y < -2 || p.Y+s.Height > float32(a.high)+2 {
					t.Errorf("step %d: a label from %v to %v in a drawing of %v", i, p.Y, p.Y+s.Height, a.high)
				}
			}
		}
		for j, b := range boxes {
			for _, c := range boxes[:j] {
				if min(b.x1, c.x1)-max(b.x0, c.x0) > 1.5 && min(b.y1, c.y1)-max(b.y0, c.y0) > 4 {
					t.Errorf("step %d: labels %v and %v overlap", i, b, c)
				}
			}
		}
	}
}

// The plan may grow while it is zoomed; whoever holds the axis is told then, and
// not while it measures.
func TestAxisTellsOfItsHeight(t *testing.T) {
	a, _ := axisOf(t, small(300))
	told := 0
	a.OnHeight = func() { told++ }
	for i := range 40 {
		before, high := told, a.high
		wheel(a, 350, 0, []float32{40, -25}[i%2])
		if grew := a.high > high; grew != (told > before) {
			t.Errorf("step %d: height %v after %v, told %d times", i, a.high, high, told-before)
		}
		if a.high < high {
			t.Errorf("step %d: the drawing shrinks from %v to %v under the hand", i, high, a.high)
		}
	}
	before := told
	a.HeightFor(650)
	if told != before {
		t.Error("measuring tells of the height: it would be measured again")
	}
}

// Another theme paints everything anew.
func TestAxisFollowsTheTheme(t *testing.T) {
	a, _ := axisOf(t, bishkek(t))
	paint := func() *image.RGBA { return picture(a, 700, a.HeightFor(700)) }
	light := paint()
	kit.Current().Mode = kit.ModeDark
	a.Refresh()
	dark := paint()
	accent := func(img *image.RGBA, p *kit.Palette) (n int) {
		for i := 0; i < len(img.Pix); i += 4 {
			if c := p[kit.RoleAccent]; img.Pix[i] == c.R && img.Pix[i+1] == c.G && img.Pix[i+2] == c.B {
				n++
			}
		}
		return n
	}
	if n := accent(light, &kit.Light); n < 200 {
		t.Errorf("light: %d pixels of stated bars, want many", n)
	}
	if n := accent(dark, &kit.Dark); n < 200 {
		t.Errorf("dark: %d pixels of stated bars, want many", n)
	}
	if n := accent(dark, &kit.Light); n > 20 {
		t.Errorf("dark: %d pixels of the light accent are left", n)
	}
}

// On its way from one view to another an animation goes neither back nor past,
// and never loses what it zooms in on.
func TestAxisAnimation(t *testing.T) {
	const w = 700.0
	whole := timeline.Fit(0, 1e9, w, planMargin)
	for _, tt := range []struct {
		name string
		a, b timeline.Scale
	}{
		{"into the right", whole, whole.Zoom(600, 20)},
		{"into the left", whole, timeline.Fit(1e8, 1.1e8, w, 80)},
		{"out again", timeline.Fit(1e8, 1.1e8, w, 80), whole},
		{"along", whole, whole.Pan(-300)},
		{"nowhere", whole, whole},
	} {
		near := func(a, b timeline.Scale) bool {
			return math.Abs(a.PerPoint/b.PerPoint-1) < 1e-6 && math.Abs(a.X(b.Time(w/2))-w/2) < 1
		}
		if got := between(tt.a, tt.b, w, 0); !near(got, tt.a) {
			t.Errorf("%s: begins at %v, want %v", tt.name, got, tt.a)
		}
		if got := between(tt.a, tt.b, w, 1); !near(got, tt.b) {
			t.Errorf("%s: ends at %v, want %v", tt.name, got, tt.b)
		}
		if got := between(tt.a, tt.b, w, 0.999999); math.Abs(got.X(tt.b.Time(w/2))-w/2) > 2 {
			t.Errorf("%s: jumps by %.0f at the end", tt.name, got.X(tt.b.Time(w/2))-w/2)
		}
		small := tt.b // the closer view of the two
		if tt.a.PerPoint < tt.b.PerPoint {
			small = tt.a
		}
		middle := small.Time(w / 2)
		for share := 0.0; share < 1; share += 0.05 {
			s := between(tt.a, tt.b, w, share)
			if x := s.X(middle); tt.name != "along" && (x < 0 || x > w) {
				t.Errorf("%s: at %.2f its subject stands at %.0f", tt.name, share, x)
			}
		}
	}
}

// heldShift is an app whose driver says that Shift is down.
type heldShift struct{ fyne.App }

func (h heldShift) Driver() fyne.Driver { return shiftDriver{h.App.Driver()} }

type shiftDriver struct{ fyne.Driver }

func (shiftDriver) CreateSplashWindow() fyne.Window       { return nil }
func (shiftDriver) CurrentKeyModifiers() fyne.KeyModifier { return fyne.KeyModifierShift }
func (shiftDriver) HasSecondaryDisplay() bool             { return false }

// Who comes by Shift+Tab has Shift down already, and no word of it reaches the
// axis: the next Shift+Tab must not go forward.
func TestAxisEnteredByShiftTab(t *testing.T) {
	a, l := axisOf(t, bishkek(t))
	order := a.src.Order()
	a.SetHighlight(a.index.Relate(Pick{KindEvent, order[1]}))
	fyne.SetCurrentApp(heldShift{fyne.CurrentApp()})
	a.FocusGained()
	fault := ""
	if a.AcceptsTab() {
		a.TypedKey(key(fyne.KeyTab))
		if l.last().ID != order[0] {
			fault = fmt.Sprintf("from the second event Shift+Tab goes to %q, want %q", l.last().ID, order[0])
		}
	}
	judge(t, fault)
}
