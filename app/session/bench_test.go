package session

import (
	"fmt"
	"testing"

	"briefline/app/briefing"
	"briefline/app/edtf"
)

// large is a draft of n items: as many events as participants, statements as
// both, each with three quotes of a text of its length.
func large(t testing.TB, n int) *briefing.Briefing {
	b := bundled(t)
	b.Status = briefing.StatusDraft
	b.Title.Evidence = b.Title.Evidence[:1]
	src := &b.Sources[0]
	quote := func(i int) (ev []briefing.Anchor) {
		for k := range 3 {
			at := (i*37 + k*211) % (len(src.Text) - 60)
			for src.Text[at]&0xC0 == 0x80 {
				at++
			}
			end := at + 40
			for src.Text[end]&0xC0 == 0x80 {
				end++
			}
			ev = append(ev, briefing.NewAnchor(src, at, end))
		}
		return ev
	}
	b.Events, b.Participants, b.Statements, b.Checks = nil, nil, nil, nil
	for i := range n / 4 {
		person := fmt.Sprint("p", i)
		b.Participants = append(b.Participants, briefing.Participant{ID: person, Kind: briefing.KindPerson, Name: fmt.Sprint("Person ", i), Evidence: quote(i)})
		b.Events = append(b.Events, briefing.Event{ID: fmt.Sprint("e", i), Title: fmt.Sprint("Event ", i), Evidence: quote(i), Participants: []string{person},
			Date: briefing.Dating{EDTF: edtf.MustParse("2016"), Words: "2016", Evidence: quote(i)[:1]}})
		for k := range 2 {
			b.Statements = append(b.Statements, briefing.Statement{ID: fmt.Sprint("s", i, "-", k), Speaker: person, Kind: briefing.StatementClaim, Words: "Words.", Evidence: quote(i + k)})
		}
	}
	if faults := b.Validate(); faults != nil {
		t.Fatal(faults[0])
	}
	return b
}

func BenchmarkEdit(b *testing.B) {
	for _, n := range []int{100, 1000, 10_000} {
		s := New(large(b, n))
		dates := []edtf.Date{edtf.MustParse("2017"), edtf.MustParse("2018")}
		b.Run(fmt.Sprint("date/", n), func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if err := SetEventDate(s, "e7", dates[i%2], Ground{Note: "Why."}); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprint("undo and redo/", n), func(b *testing.B) {
			for b.Loop() {
				s.Undo()
				s.Redo()
			}
		})
		b.Run(fmt.Sprint("accept all/", n), func(b *testing.B) {
			for b.Loop() {
				if err := AcceptAllLeft(s); err != nil {
					b.Fatal(err)
				}
				s.Undo()
			}
		})
	}
}

// What keeping the history of 200 steps takes, beside writing the briefing.
func BenchmarkHistory(b *testing.B) {
	s := New(large(b, 1000))
	steps(b, s, 200)
	h := s.History()
	var kept []byte
	written := []byte(file(b, s.Briefing()))
	b.Run("pack", func(b *testing.B) {
		for b.Loop() {
			var err error
			if kept, err = h.Pack(written); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(len(kept)), "bytes")
	})
	b.Run("restore", func(b *testing.B) {
		for b.Loop() {
			if err := s.Restore(kept); err != nil {
				b.Fatal(err)
			}
		}
	})
}
