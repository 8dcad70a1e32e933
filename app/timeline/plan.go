package timeline

type lanes struct{}

// Plan lays out what src has in the window that s shows.
func (l Layout) Plan(src Source, s Scale, prev *Plan) *Plan { return &Plan{Scale: s, Width: l.Width} }

// Hit returns what is at a point of the plan.
func (p *Plan) Hit(x, y float64) (Target, bool) { return Target{}, false }

// Strength returns how strong the bar of m is at x, 0 to 1.
func (m Mark) Strength(x float64) float64 { return 1 }
