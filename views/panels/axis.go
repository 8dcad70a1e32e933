package panels

import (
	"math"
	"time"

	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/app/timeline"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Axis draws a timeline plan and lets it be zoomed, panned and picked from. It
// shows what package timeline worked out and decides nothing about place.
type Axis struct {
	widget.BaseWidget
	desk   *Desk
	index  *Index
	src    *timeline.Memory
	layout timeline.Layout

	// OnHeight is called when the plan needs more height than before.
	OnHeight func()
	// OnView is called when what the axis shows of time has changed.
	OnView func()

	scale   timeline.Scale
	fitted  bool     // the scale shows everything, or the news, and follows the width
	onNews  bool     // what is fitted is the news
	news    [2]int64 // the stretch of the news, half-open; empty where one axis serves
	plan    *timeline.Plan
	high    float64 // height of the plan area, which only grows at one width
	hl      *Highlight
	cursor  string // the event that the keyboard is on
	focused bool
	titles  map[string]string
	details map[string]string

	stage *fyne.Container
	clip  *container.Clip
	view  *overview
	hint  *kit.Label
	ring  *kit.Fill // shown around the axis by whoever places it
	paint painter
	anim  *fyne.Animation

	dragged   bool
	move      move // of the picked event
	hovered   string
	lastClick time.Time
}

// Heights of the Axis outside the plan, in points.
const (
	footHeight = 26  // overview strip, or the hint
	axisHeight = 40  // two rows of labels
	planMax    = 446 // before events fold into clusters
	planMargin = 24  // free at both ends of a timeline that shows everything
)

// NewAxis returns the drawing of the events of a briefing.
func NewAxis(d *Desk, x *Index, src *timeline.Memory) *Axis {
	a := &Axis{desk: d, index: x, src: src, fitted: true, titles: map[string]string{}, details: map[string]string{}}
	for i := range x.Briefing.Events {
		e := &x.Briefing.Events[i]
		a.titles[e.ID], a.details[e.ID] = e.Title, d.detail(x, e)
	}
	fonts := kit.Current().Fonts
	l := timeline.DefaultLayout()
	l.MaxHeight, l.AxisHeight = planMax, axisHeight
	l.TitleHeight, l.DetailHeight = 18, 17 // room for the ring of a picked bar
	l.Title = func(id string) float64 { return math.Ceil(fonts.Width(a.titles[id], titleStyle)) }
	l.Detail = func(id string) float64 { return math.Ceil(fonts.Width(a.details[id], kit.Small)) }
	l.TickLabel = func(at int64, p edtf.Precision) float64 { return fonts.Width(d.Words.Tick(at, p), kit.Small) }
	l.ContextLabel = func(at int64, p edtf.Precision) float64 {
		return fonts.Width(d.Words.TickContext(at, p), kit.SmallBold)
	}
	a.layout = l
	a.stage = container.NewWithoutLayout()
	a.clip = container.NewClip(a.stage)
	a.paint.stage = a.stage
	a.view = newOverview(a)
	hint := "timeline.hint"
	if d.Move != nil {
		hint = "timeline.hintEdit"
	}
	a.hint = kit.NewLabel(d.Words.Text(hint), kit.Small, kit.RoleMuted)
	a.ring = kit.NewFrame(kit.RoleNone, kit.RoleFocus, 6)
	a.ring.Stroke = 2
	a.ring.Hide()
	a.move.init()
	if from, to, ok := src.News(published(x.Briefing)); ok && !isHistory(x.Briefing.Genre) {
		a.news, a.onNews = [2]int64{from, to}, true
	}
	a.ExtendBaseWidget(a)
	return a
}

// isHistory reports whether an article of this kind is about all of its time, so
// that one scale serves: a life, a chronicle.
func isHistory(g briefing.Genre) bool {
	return g == briefing.GenreLife || g == briefing.GenreChronicle
}

// published is the first day of publication of the sources, 0 where none is known.
func published(b *briefing.Briefing) int64 {
	for i := range b.Sources {
		if d := b.Sources[i].Published.EDTF; !d.IsZero() {
			return d.Bounds().From
		}
	}
	return 0
}

// HasNews reports whether the news has a stretch of its own, apart from its
// background.
func (a *Axis) HasNews() bool { return a.news[1] > a.news[0] }

// OnNews reports whether the axis shows the news and follows the width.
func (a *Axis) OnNews() bool { return a.fitted && a.onNews }

var titleStyle = kit.SmallBold

// HeightFor implements kit.Block.
func (a *Axis) HeightFor(width float32) float32 {
	a.measure(float64(width))
	return float32(math.Ceil(a.high)) + footHeight
}

// measure plans for a width when it is not the present one.
func (a *Axis) measure(width float64) {
	if width <= 0 || a.plan != nil && a.layout.Width == width {
		return
	}
	centre := a.scale.Time(a.layout.Width / 2)
	a.layout.Width = width
	if a.fitted || a.plan == nil {
		a.scale = a.fit()
	} else {
		a.scale = a.scale.Pan(width/2 - a.scale.X(centre))
	}
	a.high, a.plan = 0, nil
	a.work()
}

// fit returns the scale that shows the news, or all events.
func (a *Axis) fit() timeline.Scale {
	if a.onNews {
		return timeline.Fit(a.news[0], a.news[1], a.layout.Width, a.layout.Width/10)
	}
	return a.whole()
}

// whole returns the scale that shows all events.
func (a *Axis) whole() timeline.Scale {
	from, to, ok := a.src.Span()
	if !ok {
		year := edtf.Unix(int64(time.Now().Year()), 1, 1, 0, 0, 0)
		from, to = year, year+366*86400
	}
	return timeline.Fit(from, to, a.layout.Width, planMargin)
}

// work works the plan out for the present scale and draws it. It reports
// whether the plan has become higher.
func (a *Axis) work() (grew bool) {
	if a.layout.Width <= 0 {
		return false
	}
	a.plan = a.layout.Plan(a.src, a.scale, a.plan)
	grew = a.plan.Height > a.high
	a.high = math.Max(a.high, a.plan.Height)
	a.draw()
	return grew
}

// replan is work after a gesture. Whoever measures the axis must not be told
// of its height: that would have it measured again.
func (a *Axis) replan() {
	if a.work() && a.OnHeight != nil {
		a.OnHeight()
	}
}

// dy is how far down the plan is drawn: its axis stands on the floor.
func (a *Axis) dy() float32 {
	if a.plan == nil {
		return 0
	}
	return float32(math.Max(0, a.high-a.plan.Height))
}

// setScale shows another stretch of time, at once or in a short movement.
func (a *Axis) setScale(s timeline.Scale, animate bool) {
	a.MouseOut() // what the bubble is about moves away from it
	if a.OnView != nil {
		defer a.OnView()
	}
	// Zooming out ends a little beyond everything.
	const margin = 1.3
	if most := a.whole().PerPoint * margin; s.PerPoint > most {
		s = s.Zoom(a.layout.Width/2, s.PerPoint/most)
	}
	if a.anim != nil {
		a.anim.Stop()
		a.anim = nil
	}
	if !animate || !fyne.CurrentApp().Settings().ShowAnimations() {
		a.scale = s
		a.replan()
		return
	}
	start, w := a.scale, a.layout.Width
	a.anim = fyne.NewAnimation(180*time.Millisecond, func(done float32) {
		a.scale = between(start, s, w, float64(done))
		a.replan()
	})
	a.anim.Curve = fyne.AnimationEaseOut
	a.anim.Start()
}

// between is the scale a share of the way from one to another: the zoom moves
// geometrically, and the time in the middle of the window with it.
func between(a, b timeline.Scale, width, share float64) timeline.Scale {
	if share >= 1 {
		return b
	}
	ratio := b.PerPoint / a.PerPoint
	zoomed := math.Pow(ratio, share)
	// How far the middle has come is bound to how far the zoom has, or the
	// target would leave the window on the way.
	moved := share
	if math.Abs(ratio-1) > 1e-6 {
		moved = (zoomed - 1) / (ratio - 1)
	}
	s := a.Zoom(width/2, 1/zoomed)
	target := a.X(b.Time(width/2)) - width/2 // points at the first scale
	return s.Pan(-target * moved / zoomed)
}

// FitNews shows the news, or all events where it has no stretch of its own.
func (a *Axis) FitNews() {
	a.onNews = a.HasNews()
	a.fitted = true
	a.setScale(a.fit(), true)
}

// Fit shows all events.
func (a *Axis) Fit() {
	a.onNews = false
	a.fitted = true
	a.setScale(a.fit(), true)
}

// ZoomBy zooms about the middle of the window; above 1 is in.
func (a *Axis) ZoomBy(factor float64) {
	a.fitted = false
	a.setScale(a.scale.Zoom(a.layout.Width/2, factor), true)
}

// PanBy moves the window by points; above 0 is later.
func (a *Axis) PanBy(dx float64) {
	a.fitted = false
	a.setScale(a.scale.Pan(-dx), false)
}

// Reveal pans so that an event shows.
func (a *Axis) Reveal(id string) {
	it, ok := a.src.Item(id)
	if !ok || a.plan == nil {
		return
	}
	x0, x1, w := a.scale.X(it.Lo), a.scale.X(it.Hi), a.layout.Width
	if x1 >= 40 && x0 <= w-40 {
		return
	}
	a.fitted = false
	a.setScale(a.scale.Pan(w/3-x0), true)
}

// SetHighlight lights up what belongs to the pick; nil puts it out.
func (a *Axis) SetHighlight(h *Highlight) {
	a.hl = h
	if h != nil && h.Pick.Kind == KindEvent {
		a.cursor = h.Pick.ID
		a.Reveal(a.cursor)
	}
	if a.plan != nil {
		a.draw()
	}
}

// Mark returns where an event's bar stands in the widget; ok is false while it
// is not drawn.
func (a *Axis) Mark(id string) (pos fyne.Position, size fyne.Size, ok bool) {
	if a.plan == nil {
		return pos, size, false
	}
	for i := range a.plan.Marks {
		m := &a.plan.Marks[i]
		if m.ID != id {
			continue
		}
		x0, x1 := math.Max(m.X0, 0), math.Min(m.X1, a.layout.Width)
		return fyne.NewPos(float32(x0), float32(m.Y)+a.dy()), fyne.NewSize(float32(x1-x0), float32(a.layout.BarHeight)), true
	}
	return pos, size, false
}

// Zoomed reports whether less than everything shows.
func (a *Axis) Zoomed() bool { return !a.fitted || a.onNews }

// Plan returns the present plan; nil before the first layout.
func (a *Axis) Plan() *timeline.Plan { return a.plan }

// hit returns what is under a position in the widget.
func (a *Axis) hit(p fyne.Position) (timeline.Target, bool) {
	if a.plan == nil {
		return timeline.Target{}, false
	}
	return a.plan.Hit(float64(p.X), float64(p.Y-a.dy()))
}

// AccessibilityLabel implements fyne.Accessible.
func (a *Axis) AccessibilityLabel() string {
	return a.desk.Words.Text("timeline.spoken", "n", a.src.Len())
}

// AccessibilityRole implements fyne.Accessible.
func (a *Axis) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// MinSize implements fyne.CanvasObject.
func (a *Axis) MinSize() fyne.Size { return fyne.NewSize(1, 1) }

// CreateRenderer implements fyne.Widget.
func (a *Axis) CreateRenderer() fyne.WidgetRenderer {
	a.ExtendBaseWidget(a)
	return &axisRenderer{a}
}

type axisRenderer struct{ a *Axis }

func (r *axisRenderer) Layout(s fyne.Size) {
	a := r.a
	a.measure(float64(s.Width))
	kit.Put(a.clip, 0, 0, s.Width, s.Height-footHeight)
	n := a.hint.Natural()
	kit.Put(a.hint, 0, s.Height-n.Height, n.Width, n.Height)
	kit.Put(a.view, 0, s.Height-footHeight+4, s.Width, footHeight-4)
	a.draw()
}
func (r *axisRenderer) MinSize() fyne.Size { return r.a.MinSize() }
func (r *axisRenderer) Objects() []fyne.CanvasObject {
	m := &r.a.move
	return []fyne.CanvasObject{r.a.clip, r.a.hint, r.a.view, m.ghost, m.back, m.label}
}
func (r *axisRenderer) Destroy() {}
func (r *axisRenderer) Refresh() {
	r.a.paint.restyle()
	r.a.draw()
	r.a.hint.Refresh()
	r.a.view.Refresh()
}
