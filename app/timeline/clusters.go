package timeline

// minCluster is the least width of a cluster, room for a count; less than a cell.
const minCluster = 36

// pile gathers what found no room in one cell.
type pile struct {
	Fold
	atLo, atHi int64
	weight     float64
	own        bool // First is an event that the source did return
}

func (c *pile) add(f Fold, own bool, weight float64) {
	switch {
	case c.Count == 0:
		*c = pile{Fold: f, atLo: f.At, atHi: f.At, weight: weight, own: own}
		return
	case own && (!c.own || weight > c.weight):
		// What the source returned is heavier than what it left out.
		c.First, c.own, c.weight = f.First, true, weight
	}
	c.Count += f.Count
	c.Lo, c.Hi = min(c.Lo, f.Lo), max(c.Hi, f.Hi)
	c.atLo, c.atHi = min(c.atLo, f.At), max(c.atHi, f.At)
}

// placeClusters counts, cell by cell, what the source left out of the window and
// what found no lane, in a row below the lanes.
func (p *Plan) placeClusters(l *Layout, t *lanes, from, to int64) {
	level := foldLevel(cellLevel(p.Scale.PerPoint), from, to)
	first := from >> level
	var piles []pile
	add := func(f Fold, own bool, weight float64) {
		if piles == nil {
			piles = make([]pile, (to-1)>>level-first+1)
		}
		f.At = max(from, min(f.At, to-1))
		piles[f.At>>level-first].add(f, own, weight)
	}
	for _, f := range t.window.Folded {
		if f.Count > 0 {
			add(f, false, 0)
		}
	}
	for _, e := range t.now {
		if e.lane == folded {
			it := &e.item
			add(Fold{Lo: it.Lo, Hi: it.Hi, At: it.Lo, Count: 1, First: it.ID}, true, it.Weight)
		}
	}
	y := p.AxisY - l.LaneGap
	for i := range piles {
		if piles[i].Count > 0 {
			p.Clusters = append(p.Clusters, p.cluster(&piles[i], (first+int64(i))<<level, 1<<level, y))
		}
	}
	// Once there was need of it the row stays, so that the axis does not jump.
	if t.overflow = t.overflow || len(p.Clusters) > 0; t.overflow {
		p.AxisY += l.ClusterHeight
		p.Height += l.ClusterHeight
	}
}

// cluster places a pile within its cell, and within the window as far as the cell
// is.
func (p *Plan) cluster(c *pile, cellFrom, cellLen int64, y float64) Cluster {
	left, right := p.Scale.X(cellFrom)+1, p.Scale.X(cellFrom+cellLen)-1
	x0, x1 := p.Scale.X(c.atLo), p.Scale.X(c.atHi)
	if short := minCluster - (x1 - x0); short > 0 {
		x0, x1 = x0-short/2, x1+short/2
	}
	width := min(x1-x0, right-left)
	x0 = max(left, min(x0, right-width))
	x0 = min(max(x0, min(0, right-width)), max(left, p.Width-width))
	return Cluster{
		Lane: p.Lanes, X0: x0, X1: x0 + width, Y: y,
		Count: c.Count, Lo: c.Lo, Hi: c.Hi, First: c.First,
	}
}
