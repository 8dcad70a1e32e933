package timeline

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// century returns n events over a hundred years with labels of 80 to 240 points,
// in a window of 1248 by 700, and the scale that fits them.
func century(n int) (*Memory, Layout, Scale) {
	r := rand.New(rand.NewPCG(14, uint64(n)))
	m := NewMemory(randomItems(r, n, 100*year), nil)
	l := words(layout(1248), 80, 240)
	title := make(map[string]float64, n) // as the views do: widths at hand
	for _, it := range m.items {
		title[it.ID] = l.Title(it.ID)
	}
	l.Title = func(id string) float64 { return title[id] }
	l.Detail = l.Title
	l.MaxHeight = 700
	from, to, _ := m.Span()
	return m, l, Fit(from, to, l.Width, 20)
}

func BenchmarkPlan(b *testing.B) {
	for _, n := range []int{1000, 100_000} {
		m, l, s := century(n)
		for _, zoom := range []float64{1, 30, 1000} {
			at := s.Zoom(600, zoom)
			b.Run(fmt.Sprintf("events=%d/zoom=%v", n, zoom), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					l.Plan(m, at, nil)
				}
			})
		}
	}
}

// BenchmarkPan is one step of 3 points with 500 marks in the window.
func BenchmarkPan(b *testing.B) {
	m, l, s := century(maxItems)
	l.MaxHeight = 0
	p := l.Plan(m, s, nil)
	for len(p.Marks) > 500 {
		s = s.Zoom(600, 1.02)
		p = l.Plan(m, s, p)
	}
	b.ReportAllocs()
	marks, steps := 0, 0
	for b.Loop() {
		dx := 3.0
		if steps/100%2 == 1 {
			dx = -3
		}
		s = s.Pan(dx)
		p = l.Plan(m, s, p)
		marks += len(p.Marks)
		steps++
	}
	b.ReportMetric(float64(marks)/float64(steps), "marks")
}

// BenchmarkZoom is one step of 5 % in or out over 100,000 events.
func BenchmarkZoom(b *testing.B) {
	m, l, s := century(100_000)
	p := l.Plan(m, s, nil)
	b.ReportAllocs()
	steps := 0
	for b.Loop() {
		factor := 1.05
		if steps/60%2 == 1 {
			factor = 1 / factor
		}
		s = s.Zoom(600, factor)
		p = l.Plan(m, s, p)
		steps++
	}
}

func BenchmarkMemory(b *testing.B) {
	items := randomItems(rand.New(rand.NewPCG(15, 16)), 100_000, 100*year)
	b.ReportAllocs()
	for b.Loop() {
		NewMemory(items, nil)
	}
}
