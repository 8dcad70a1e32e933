package panels

import (
	"fmt"
	"testing"

	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/app/timeline"
)

// spread is a briefing of n events a day apart without evidence.
func spread(n int) *briefing.Briefing {
	b := &briefing.Briefing{Version: briefing.Version, ID: "spread"}
	for i := range n {
		y, m, d, _, _, _ := edtf.Civil(int64(i) * 86400 * 3)
		b.Events = append(b.Events, briefing.Event{
			ID: fmt.Sprintf("e%d", i), Title: fmt.Sprintf("Event number %d", i), Basis: briefing.BasisStated,
			Date: briefing.Dating{EDTF: edtf.MustParse(fmt.Sprintf("%04d-%02d-%02d", y, m, d)), Basis: briefing.BasisStated},
		})
	}
	return b
}

// BenchmarkPanStep500 is one step of 3 points of the axis with some 500 events
// in view: the plan and the moving of what is drawn, without the painting.
func BenchmarkPanStep500(b *testing.B) {
	d, _ := start(b)
	x := NewIndex(spread(900))
	a := NewAxis(d, x, timeline.FromBriefing(x.Briefing))
	a.layout.MaxHeight = 0
	show(a, 1248)
	for len(a.plan.Marks) > 500 {
		a.setScale(a.scale.Zoom(600, 1.02), false)
	}
	b.ReportAllocs()
	marks, steps := 0, 0
	for b.Loop() {
		dx := 3.0
		if steps/100%2 == 1 {
			dx = -3
		}
		a.PanBy(dx)
		marks += len(a.plan.Marks)
		steps++
	}
	b.ReportMetric(float64(marks)/float64(steps), "marks")
}
