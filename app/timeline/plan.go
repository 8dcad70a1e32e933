package timeline

import "math"

// maxItems is how many events one plan asks of its source: about what the screen
// can draw smoothly, 300 with labels and 600 without.
const maxItems = 900

// clip is how far drawn extents may leave the window, in points.
const clip = 64

// Plan lays out what src has in the window [0, l.Width) at scale s. It asks src
// for the window, and for a strip at either side, from which labels and dots reach
// in.
//
// prev, which may be nil, keeps lanes: see the laws in the package comment. Its
// memory of lanes moves on to the new plan, so each plan is best the prev of one
// other; a second one goes by the marks of prev alone. Pass nil for another
// source, and where lanes may be dealt anew, as after a jump. After an edit of the
// events prev may stay: what did not move keeps its lane. Plans of one chain are
// not made concurrently.
func (l Layout) Plan(src Source, s Scale, prev *Plan) *Plan {
	p := &Plan{Scale: s, Width: l.Width, barHeight: l.BarHeight, clusterHeight: l.ClusterHeight}
	if l.MaxLabel <= 0 || l.MaxLabel > l.Width {
		l.MaxLabel = max(l.Width, 0)
	}
	m := l.measures(src)
	t := l.adopt(prev, p, src, m)

	from, to := s.window(l.Width)
	outerFrom, outerTo := s.Time(-l.MaxLabel-l.PointSize), s.Time(l.Width+l.PointSize)
	t.ask(src, from, to, outerFrom, outerTo, s.PerPoint)
	t.update(&l, m, from, to, outerFrom, outerTo, s.PerPoint)

	p.placeMarks(&l, t)
	p.placeClusters(&l, t, from, to)
	p.Ticks, p.Context = l.ticks(s)
	return p
}

// window returns the half-open time that a window shows.
func (s Scale) window(width float64) (from, to int64) { return s.Time(0), s.Time(width) + 1 }

// measures returns what lanes need to know of the layout. All events of a small
// source may have a lane each, so only a larger one keeps room for clusters.
func (l *Layout) measures(src Source) measures {
	m := measures{
		labelGap: l.LabelGap, plainGap: l.LabelGap / 4,
		point: l.PointSize, minBar: l.MinBar, maxLabel: l.MaxLabel,
		cap: math.MaxInt, bands: 1, group: l.Group,
	}
	if l.Group {
		m.bands = 1 + len(groupsOf(src))
	}
	if l.MaxHeight > 0 {
		room := l.MaxHeight - l.AxisHeight - l.LaneGap
		if l.Group {
			room -= float64(m.bands) * l.GroupHeight
		}
		fit := int(room / l.laneHeight())
		if l.Group || src.Len() > fit {
			fit = int((room - l.ClusterHeight) / l.laneHeight())
		}
		m.cap = max(1, fit/m.bands)
	}
	return m
}

func (l *Layout) laneHeight() float64 {
	return max(1, l.TitleHeight+l.BarHeight+l.DetailHeight+l.LaneGap)
}

// groupsOf returns the groups that a source says it has. One that does not say, as
// Memory.Groups does, gets its bands as its items turn up.
func groupsOf(src Source) []string {
	if g, ok := src.(interface{ Groups() []string }); ok {
		return g.Groups()
	}
	return nil
}

// adopt takes the lanes of prev over to p. They cannot go on when the bands are
// others.
func (l *Layout) adopt(prev, p *Plan, src Source, m measures) *lanes {
	p.measures = m
	p.lanes = &lanes{byID: map[string]*entry{}, bands: []band{{}}}
	if m.group {
		for _, id := range groupsOf(src) {
			p.lanes.bands = append(p.lanes.bands, band{id: id})
		}
	}
	if prev == nil || prev.measures.group != m.group || prev.measures.bands != m.bands {
		return p.lanes
	}
	if prev.lanes != nil {
		p.lanes, prev.lanes = prev.lanes, nil
		return p.lanes
	}
	t := p.lanes
	t.measures, t.perPoint = prev.measures, prev.Scale.PerPoint
	for i := range prev.Marks {
		mark := &prev.Marks[i]
		e := t.add(&mark.Item)
		t.measure(l, e)
		t.put(e, mark.Lane, mark.plain)
	}
	return t
}

// ask fills the buffers with the window [from, to) and its fringe on both sides.
func (t *lanes) ask(src Source, from, to, outerFrom, outerTo int64, perPoint float64) {
	m, ok := src.(*Memory)
	if !ok {
		t.window = src.Window(from, to, perPoint, maxItems)
		t.left = src.Window(outerFrom, from, perPoint, maxItems)
		t.right = src.Window(to, outerTo, perPoint, maxItems)
		return
	}
	m.window(&t.window, from, to, perPoint, maxItems)
	m.window(&t.left, outerFrom, from, perPoint, maxItems)
	m.window(&t.right, to, outerTo, perPoint, maxItems)
}
