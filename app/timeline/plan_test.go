package timeline

import (
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// words gives labels widths that depend on the ID alone.
func words(l Layout, from, to float64) Layout {
	width := func(salt string) func(string) float64 {
		return func(id string) float64 {
			h := fnv.New32a()
			h.Write([]byte(id + salt))
			return from + (to-from)*float64(h.Sum32()%1000)/1000
		}
	}
	l.Title, l.Detail = width("t"), width("d")
	return l
}

type world struct {
	r   *rand.Rand
	m   *Memory
	l   Layout
	s   Scale
	log []string
}

func newWorld(r *rand.Rand) *world {
	sizes := []int{0, 1, 4, 12, 40, 120, 1000, 3000}
	n := sizes[r.IntN(len(sizes))]
	m := NewMemory(randomItems(r, n, 1+int64(math.Pow(10, 4+9*r.Float64()))), []string{"shelved"})
	l := words(layout(200+1500*r.Float64()), 0, 40+300*r.Float64())
	if r.IntN(4) > 0 {
		l.MaxHeight = 60 + 500*r.Float64()
	}
	if r.IntN(5) == 0 {
		l.MaxLabel = 0
	}
	l.Group = r.IntN(4) == 0
	from, to, ok := m.Span()
	if !ok {
		from, to = 0, 1e9
	}
	return &world{r: r, m: m, l: l, s: Fit(from, to, l.Width, 20)}
}

// TestPlanLaws walks through random worlds, a chain of plans in each.
func TestPlanLaws(t *testing.T) {
	if testing.Short() {
		t.Skip("long: left out of -short")
	}
	zone := uint64(0)
	inZones(t, func(t *testing.T) {
		for seed := range uint64(50) {
			if walk(t, zone*1000+seed, 25); t.Failed() {
				return
			}
		}
		zone++
	})
}

func FuzzPlan(f *testing.F) {
	for seed := range uint64(20) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) { walk(t, seed, 10) })
}

func walk(t *testing.T, seed uint64, steps int) {
	t.Helper()
	w := newWorld(rand.New(rand.NewPCG(seed, 11)))
	prev := w.l.Plan(w.m, w.s, nil)
	w.check(t, prev)
	home := map[string]int{} // lanes since the scale last changed
	for range steps {
		if t.Failed() {
			t.Logf("world %d: %d events, group %v, %v by %v; %v", seed, w.m.Len(), w.l.Group, w.l.Width, w.l.MaxHeight, w.log)
			return
		}
		old := w.s
		switch w.r.IntN(3) {
		case 0:
			w.s = w.s.Pan(w.l.Width * (w.r.Float64() - .5) * 2)
			w.log = append(w.log, "pan")
		case 1:
			w.s = w.s.Zoom(w.l.Width*w.r.Float64(), math.Pow(2, 3*w.r.Float64()))
			w.log = append(w.log, "in")
		case 2:
			w.s = w.s.Zoom(w.l.Width*w.r.Float64(), math.Pow(2, -3*w.r.Float64()))
			w.log = append(w.log, "out")
		}
		p := w.l.Plan(w.m, w.s, prev)
		w.check(t, p)
		lanes := map[string]*Mark{}
		for i := range prev.Marks {
			lanes[prev.Marks[i].ID] = &prev.Marks[i]
		}
		if w.s.PerPoint != old.PerPoint {
			clear(home)
		}
		for i := range p.Marks {
			m := &p.Marks[i]
			if was, ok := lanes[m.ID]; ok && was.Lane != m.Lane {
				if w.s.PerPoint <= old.PerPoint {
					t.Errorf("%s: lane %d, was %d; %v to %v a point", m.ID, m.Lane, was.Lane, old.PerPoint, w.s.PerPoint)
				} else if !w.blocked(p, m, was.Lane) {
					t.Errorf("%s: lane %d, was %d, where nothing is in its way", m.ID, m.Lane, was.Lane)
				}
			}
			// Panned away and back is still the same lane, as long as the source
			// returns all of it.
			if lane, ok := home[m.ID]; ok && lane != m.Lane && w.m.Len() <= maxItems {
				t.Errorf("%s: lane %d, was %d before panning away", m.ID, m.Lane, lane)
			}
			home[m.ID] = m.Lane
		}
		prev = p
	}
}

// blocked reports whether m with its label would meet another mark in a lane.
func (w *world) blocked(p *Plan, m *Mark, lane int) bool {
	end := func(m *Mark) float64 {
		if m.plain {
			return m.knots[3] + w.l.LabelGap/4
		}
		room := w.l.MaxLabel
		if room <= 0 || room > w.l.Width {
			room = w.l.Width
		}
		return max(m.knots[3], m.knots[0]+min(room, max(w.l.Title(m.ID), w.l.Detail(m.ID)))) + w.l.LabelGap
	}
	full := *m
	full.plain = false
	// What is just outside of the window has a lane too, but is no mark.
	if full.knots[0] < w.l.PointSize || end(&full) > w.l.Width-w.l.PointSize {
		return true
	}
	for i := range p.Marks {
		o := &p.Marks[i]
		if o.ID != m.ID && o.Lane == lane && o.knots[0] < end(&full)+.01 && full.knots[0] < end(o)+.01 {
			return true
		}
	}
	return false
}

const eps = 1e-3

// check holds one plan to the laws.
func (w *world) check(t *testing.T, p *Plan) {
	t.Helper()
	l := w.l
	if l.MaxHeight > 0 && p.Lanes > max(1, len(p.Groups)) && p.Height > l.MaxHeight+eps {
		t.Errorf("%v high, %d lanes, want %v at most", p.Height, p.Lanes, l.MaxHeight)
	}
	if len(p.Marks) > 3*maxItems {
		t.Errorf("%d marks", len(p.Marks))
	}
	from, to := p.Scale.window(l.Width)
	drawn := map[string]bool{}
	meeting := 0
	rows := map[float64][]Mark{}
	for _, m := range p.Marks {
		if drawn[m.ID] {
			t.Errorf("%s is drawn twice", m.ID)
		}
		drawn[m.ID] = true
		if m.Item.Lo < to && m.Item.Hi > from {
			meeting++
		}
		w.checkMark(t, p, &m)
		rows[m.Y] = append(rows[m.Y], m)
	}
	// Rows do not overlap, so neighbours in a row are all there is to compare.
	for y, row := range rows {
		for other := range rows {
			if other != y && math.Abs(other-y) < l.laneHeight()-eps {
				t.Errorf("rows at %v and %v", y, other)
			}
		}
		for i := 1; i < len(row); i++ {
			a, b := row[i-1], row[i]
			end := a.knots[3]
			for _, box := range []Box{a.Title, a.Detail} {
				if box.W > 0 {
					end = max(end, box.X+box.W)
				}
			}
			start := b.knots[0]
			for _, box := range []Box{b.Title, b.Detail} {
				if box.W > 0 {
					start = min(start, box.X)
				}
			}
			if end > start+eps {
				t.Errorf("%s ends at %v, %s starts at %v in the same lane", a.ID, end, b.ID, start)
			}
		}
	}
	count, last := 0, math.Inf(-1)
	for _, c := range p.Clusters {
		if c.X0 < last || c.X1-c.X0 < minCluster-eps || c.Y+l.ClusterHeight > p.AxisY+eps || c.Lo >= c.Hi {
			t.Errorf("cluster %+v, the last ended at %v, axis at %v", c, last, p.AxisY)
		}
		level := foldLevel(cellLevel(p.Scale.PerPoint), from, to)
		first, _ := w.m.Item(c.First)
		cell := max(from, first.Lo) >> level
		if c.X0 < p.Scale.X(cell<<level) || c.X1 > p.Scale.X((cell+1)<<level) || c.Lo > first.Lo || c.Hi < first.Hi {
			t.Errorf("cluster %+v is not in the cell of its first, %+v", c, first)
		}
		for _, it := range w.m.items {
			if it.Lo < to && it.Hi > from && !drawn[it.ID] && max(from, it.Lo)>>level == cell && it.Weight > first.Weight {
				t.Errorf("cluster %+v: %s is heavier than its first", c, it.ID)
			}
		}
		if drawn[c.First] {
			t.Errorf("cluster %+v names a drawn event", c)
		}
		for _, m := range p.Marks {
			if m.Y+l.BarHeight+l.DetailHeight > c.Y+eps {
				t.Errorf("%s at %v overlaps the clusters at %v", m.ID, m.Y, c.Y)
			}
		}
		last = c.X1
		count += c.Count
	}
	want := 0
	for _, it := range w.m.items {
		if it.Lo < to && it.Hi > from {
			want++
		}
	}
	if meeting+count != want {
		t.Errorf("%d drawn and %d in clusters, want %d in all", meeting, count, want)
	}
	y := 0.0
	for _, g := range p.Groups {
		if g.Y < y-eps || g.Y+g.H > p.AxisY {
			t.Errorf("band %+v, the last ended at %v, axis at %v", g, y, p.AxisY)
		}
		y = g.Y + g.H
	}
	checkTicks(t, l, p.Scale)
}

func (w *world) checkMark(t *testing.T, p *Plan, m *Mark) {
	t.Helper()
	if !(m.X0 <= m.Core0 && m.Core0 <= m.Core1 && m.Core1 <= m.X1) {
		t.Errorf("mark %+v: out of order", m)
	}
	if m.X0 < -clip || m.X1 > w.l.Width+clip {
		t.Errorf("mark %+v: not cut", m)
	}
	for _, box := range []Box{m.Title, m.Detail} {
		if box.W > 0 && (box.Y < 0 || box.Y+box.H > p.AxisY+eps) {
			t.Errorf("%s: label %+v over the axis at %v", m.ID, box, p.AxisY)
		}
		// In view, as far as the claim and the window allow.
		if box.W > 0 && m.knots[3] > box.W && m.knots[0] < w.l.Width && box.X+box.W < 0 {
			t.Errorf("%s: label %+v is out of view, bar %v", m.ID, box, m.knots)
		}
	}
	if target, ok := p.Hit((max(m.X0, 0)+min(m.X1, p.Width))/2, m.Y+1); m.X1 > 0 && m.X0 < p.Width && (!ok || target.ID != m.ID) {
		t.Errorf("hit on the bar of %s: %+v", m.ID, target)
	}
}

// A second plan from the same prev goes by its marks: the law of panning holds for
// both.
func TestPlanTwiceFromOne(t *testing.T) {
	r := rand.New(rand.NewPCG(12, 13))
	m := NewMemory(randomItems(r, 60, 1e9), nil)
	l := words(layout(800), 30, 200)
	l.MaxHeight = 300
	s := Fit(0, 1e9, 800, 0).Zoom(400, 2)
	one := l.Plan(m, s, nil)
	lanes := map[string]int{}
	for _, mark := range one.Marks {
		lanes[mark.ID] = mark.Lane
	}
	l.Plan(m, s.Zoom(0, .2), one)
	for _, mark := range l.Plan(m, s.Pan(33), one).Marks {
		if lane, ok := lanes[mark.ID]; ok && lane != mark.Lane {
			t.Errorf("%s: lane %d, want %d", mark.ID, mark.Lane, lane)
		}
	}
}

// An edited event may move; the others keep their lanes, and a removed one leaves
// no trace.
func TestPlanAfterEdit(t *testing.T) {
	items := []Item{{ID: "a", Lo: 0, Hi: 100_000}, {ID: "b", Lo: 50_000, Hi: 200_000}, {ID: "c", Lo: 60_000, Hi: 90_000}}
	l := words(layout(700), 10, 20)
	s := Fit(0, 200_000, 700, 50)
	p := l.Plan(NewMemory(items, nil), s, nil)
	if got := fmt.Sprint(p.Marks[0].ID, p.Marks[1].ID, p.Marks[2].ID); got != "abc" || p.Lanes != 3 {
		t.Fatalf("%v in %d lanes, want abc in 3", got, p.Lanes)
	}
	p = l.Plan(NewMemory([]Item{items[0], items[2]}, nil), s, p)
	if len(p.Marks) != 2 || p.Marks[0].Lane != 0 || p.Marks[1].Lane != 2 {
		t.Errorf("after removing b: %+v", p.Marks)
	}
	items[2].Lo, items[2].Hi = 110_000, 120_000
	p = l.Plan(NewMemory(items, nil), s, p)
	if len(p.Marks) != 3 || p.Marks[0].Lane != 0 {
		t.Errorf("after moving c: %+v", p.Marks)
	}
}

// At the right edge a label moves back into the window; a bar that starts left of
// it keeps its label in view until the bar ends.
func TestLabelsAtTheEdges(t *testing.T) {
	m := NewMemory([]Item{{ID: "a", Lo: 0, Hi: 10_000}}, nil)
	l := layout(700)
	l.Title = func(string) float64 { return 200 }
	s := Scale{PerPoint: 10}.at(0, 0) // the bar is 1000 points long
	for _, tt := range []struct{ bar, label float64 }{
		{300, 300}, {600, 500}, {-500, 0}, {-900, -100}, {-1000 + 1, -200 + 1},
	} {
		p := l.Plan(m, s.Pan(tt.bar), nil)
		if len(p.Marks) != 1 || math.Abs(p.Marks[0].Title.X-tt.label) > .5 {
			t.Errorf("bar from %v: %+v, want its label at %v", tt.bar, p.Marks, tt.label)
		}
	}
}

// Zooming in brings out what was folded, with its label, and the row of clusters
// stays so that the axis does not jump.
func TestZoomInUnfolds(t *testing.T) {
	var items []Item
	for i := range 30 {
		items = append(items, Item{ID: fmt.Sprint(i), Lo: int64(i) * 100_000, Hi: int64(i)*100_000 + 1000})
	}
	m := NewMemory(items, nil)
	l := words(layout(700), 100, 100)
	l.MaxHeight = 200
	s := Fit(0, 3_000_000, 700, 20)
	p := l.Plan(m, s, nil)
	if len(p.Clusters) == 0 || p.Clusters[0].Count < 1 {
		t.Fatalf("%d marks, no clusters", len(p.Marks))
	}
	axis := p.AxisY
	for p.Scale.PerPoint > 300 {
		p = l.Plan(m, p.Scale.Zoom(350, 1.3), p)
	}
	for _, mark := range p.Marks {
		if mark.Title.W != 100 {
			t.Errorf("%s: label %+v, want one of 100", mark.ID, mark.Title)
		}
	}
	if len(p.Marks) < 2 || len(p.Clusters) > 0 || p.AxisY != axis {
		t.Errorf("%d marks, clusters %+v, axis at %v, want it at %v", len(p.Marks), p.Clusters, p.AxisY, axis)
	}
}

func TestHit(t *testing.T) {
	l := layout(700)
	l.Title = func(string) float64 { return 50 }
	p := l.Plan(NewMemory([]Item{{ID: "a", Lo: 0, Hi: 1000}, {ID: "b", Lo: 7200, Hi: 8200}}, nil), Scale{PerPoint: 100}.at(0, 100), nil)
	a, b := p.Marks[0], p.Marks[1]
	if a.Lane != b.Lane || b.X0 != 172 {
		t.Fatalf("marks %+v", p.Marks)
	}
	p.Clusters = []Cluster{{X0: 300, X1: 340, Y: 60, Count: 2, First: "c"}}
	for _, tt := range []struct {
		x, y float64
		want string
	}{
		{105, 20, "a"}, {97, 20, "a"}, {95, 20, ""}, {105, 30, "a"}, // the bar, beside it, too far, below
		{140, 5, "a"}, {151, 5, ""}, // the label
		{169, 20, "b"}, {300, 60, "c"}, {320, 90, ""},
	} {
		got, ok := p.Hit(tt.x, tt.y)
		if got.ID != tt.want || ok != (tt.want != "") || ok && (got.Cluster == 0) != (tt.want == "c") {
			t.Errorf("at %v, %v: %+v, want %q", tt.x, tt.y, got, tt.want)
		}
	}
}

// Labels and dots reach in from outside of the window.
func TestFringe(t *testing.T) {
	m := NewMemory([]Item{{ID: "a", Lo: 0, Hi: 1, Point: true}, {ID: "b", Lo: 10_000, Hi: 10_001, Point: true}}, nil)
	l := layout(700)
	l.Title = func(string) float64 { return 200 }
	for x, want := range map[float64]string{-190: "a b", -210: "b", 702: "a", 710: ""} {
		var got []string
		for _, mark := range l.Plan(m, Scale{PerPoint: 20}.at(0, x), nil).Marks {
			got = append(got, mark.ID)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("a at %v: %v, want %v", x, got, want)
		}
	}
}

func TestStrength(t *testing.T) {
	m := NewMemory([]Item{{ID: "a", Lo: 0, Hi: 100_000, CoreLo: 20_000, CoreHi: 50_000, Style: StyleRough}}, nil)
	l := layout(700)
	p := l.Plan(m, Scale{PerPoint: 100}.at(0, -100), nil)
	mark := p.Marks[0]
	if !mark.FadeLeft || !mark.FadeRight || mark.X0 != -clip || mark.Core0 != 100 || mark.Core1 != 400 {
		t.Errorf("mark %+v", mark)
	}
	for x, want := range map[float64]float64{-100: 0, 0: .5, 100: 1, 400: 1, 650: .5, 900: 0, 901: 0, -101: 0} {
		if got := mark.Strength(x); math.Abs(got-want) > .01 {
			t.Errorf("strength at %v = %v, want %v", x, got, want)
		}
	}
}
