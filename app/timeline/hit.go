package timeline

import "math"

// slack is how far off a bar, in points, still hits it.
const slack = 4

// Hit returns what is at a point of the plan: the bar or the label it lies on or,
// just beside, the nearest bar; or a cluster. ok is false on empty ground.
func (p *Plan) Hit(x, y float64) (target Target, ok bool) {
	nearest, at := math.Inf(1), -1
	for i := range p.Marks {
		m := &p.Marks[i]
		if m.Title.holds(x, y) || m.Detail.holds(x, y) {
			return Target{ID: m.ID, Cluster: -1}, true
		}
		bar := Box{m.X0, m.Y, m.X1 - m.X0, p.barHeight}
		if d := bar.distance(x, y); d <= slack && d < nearest {
			nearest, at = d, i
		}
	}
	if at >= 0 {
		return Target{ID: p.Marks[at].ID, Cluster: -1}, true
	}
	for i := range p.Clusters {
		c := &p.Clusters[i]
		box := Box{c.X0, c.Y, c.X1 - c.X0, p.clusterHeight}
		if box.holds(x, y) {
			return Target{ID: c.First, Cluster: i}, true
		}
	}
	return Target{}, false
}

func (b Box) holds(x, y float64) bool { return b.W > 0 && b.distance(x, y) == 0 }

// distance returns how far a point lies outside of b, along the farther axis.
func (b Box) distance(x, y float64) float64 {
	dx := max(b.X-x, x-(b.X+b.W), 0)
	dy := max(b.Y-y, y-(b.Y+b.H), 0)
	return max(dx, dy)
}
