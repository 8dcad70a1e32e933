package views

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// From the click on a row to the other briefing laid out in the window; the aim is
// 50 ms. Painting it is for the graphics card, see BenchmarkSnapshot for the
// software painter.
func BenchmarkSwitchBriefing(b *testing.B) {
	var titles []string
	for i := range 500 {
		titles = append(titles, fmt.Sprintf("A briefing of many, as long as titles are, number %d", i))
	}
	f, c := shelved(b, titles...)
	f.library.read()
	c.until(b, "all entries", func() bool { return f.library.list.Len() == len(titles) })
	var times []time.Duration
	n := 0
	for b.Loop() {
		n++
		row := 1 + n%2
		want := f.library.entries[row].Title
		start := time.Now()
		tap(f, row, 0, desktop.MouseButtonPrimary)
		c.until(b, want, func() bool { return f.index.Briefing.Title.Text == want })
		walk(f.root, func(fyne.CanvasObject, fyne.Position) bool { return true })
		times = append(times, time.Since(start))
	}
	slices.Sort(times)
	ms := func(p int) float64 { return float64(times[len(times)*p/100].Microseconds()) / 1000 }
	b.ReportMetric(ms(50), "p50-ms")
	b.ReportMetric(ms(95), "p95-ms")
}
