package views

import (
	"fmt"
	"testing"

	"briefline/app/briefing"

	"fyne.io/fyne/v2"
)

// crowd is a draft of n items in a long article.
func crowd(t testing.TB, n int) *briefing.Briefing {
	b := draft(t)
	src := &b.Sources[0]
	events, statements := b.Events, b.Statements
	for i := 0; len(b.Events)+len(b.Statements) < n; i++ {
		e := events[i%len(events)]
		e.ID, e.Title = fmt.Sprintf("event-%d", i), fmt.Sprintf("%s, part %d", e.Title, i)
		e.Relations, e.Statements = nil, nil
		b.Events = append(b.Events, e)
		s := statements[i%len(statements)]
		s.ID = fmt.Sprintf("statement-%d", i)
		b.Statements = append(b.Statements, s)
	}
	// The same article again and again behind the first.
	text, sentences := src.Text, src.Sentences
	for len(src.Sentences) < n/3 {
		base := len(src.Text) + 1
		src.Text += "\n" + text
		for _, s := range sentences {
			src.Sentences = append(src.Sentences, briefing.Span{Start: base + s.Start, End: base + s.End})
		}
	}
	return b
}

// BenchmarkReviewOpen opens the review of a draft with 500 items.
func BenchmarkReviewOpen(b *testing.B) {
	f, _ := reviewing(b, crowd(b, 500))
	b.ReportAllocs()
	for b.Loop() {
		f.stage.Clear()
		f.openReview()
	}
}

// BenchmarkReviewAccept accepts one of 500 items and goes on to the next.
func BenchmarkReviewAccept(b *testing.B) {
	f, v := reviewing(b, crowd(b, 500))
	b.ReportAllocs()
	for b.Loop() {
		id := v.current()
		typed(f, fyne.KeyReturn)
		if v.current() == id {
			b.StopTimer()
			f.work.open(crowd(b, 500), "", 0, nil)
			f.openReview()
			v = f.review()
			b.StartTimer()
		}
	}
}
