package timeline

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/assets"
)

// day returns the start of an EDTF date.
func day(s string) int64 { return edtf.MustParse(s).Bounds().From }

// text writes an item down: bounds, core, style, and what is open.
func text(it Item) string {
	date := func(t int64) string {
		y, m, d, _, _, _ := edtf.Civil(t)
		return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	}
	s := date(it.Lo) + "/" + date(it.Hi)
	switch {
	case it.CoreLo == it.CoreHi:
		s += " peak " + date(it.CoreLo)
	case it.CoreLo != it.Lo || it.CoreHi != it.Hi:
		s += " core " + date(it.CoreLo) + "/" + date(it.CoreHi)
	}
	s += " " + [...]string{"stated", "rough", "open", "added", "relative"}[it.Style]
	for _, f := range []struct {
		is   bool
		word string
	}{{it.OpenLo, "<"}, {it.OpenHi, ">"}, {it.Added, "+"}, {it.Point, "."}} {
		if f.is {
			s += " " + f.word
		}
	}
	return s
}

// A frame of 2000 to 2010 makes an open end reach four years beyond it.
func TestFromDates(t *testing.T) {
	for _, tt := range []struct{ date, want string }{
		{"2004", "2004-01-01/2005-01-01 stated"},
		{"2004-06-03", "2004-06-03/2004-06-04 stated ."},
		{"2004-21", "2004-03-01/2004-06-01 stated"},
		{"200X", "2000-01-01/2010-01-01 stated"},
		{"2004~", "2004-01-01/2005-01-01 peak 2004-07-02 rough"},
		{"2004?", "2004-01-01/2005-01-01 peak 2004-07-02 rough"},
		{"2004-01/2005-02", "2004-01-01/2005-03-01 stated"},
		{"2004-01~/2005-02", "2004-01-01/2005-03-01 core 2004-02-01/2005-03-01 rough"},
		{"2004-01/2005-02?", "2004-01-01/2005-03-01 core 2004-01-01/2005-02-01 rough"},
		{"2004~/2004-03~", "2004-01-01/2004-04-01 peak 2004-02-15 rough"}, // an end within the unit of the other
		{"2004/..", "2004-01-01/2014-01-01 core 2004-01-01/2005-01-01 open >"},
		{"2004/", "2004-01-01/2014-01-01 core 2004-01-01/2005-01-01 open >"},
		{"../2004", "1996-01-01/2005-01-01 core 2004-01-01/2005-01-01 open <"},
		{"[2004..]", "2004-01-01/2014-01-01 peak 2005-01-01 open >"},
		{"[..2004]", "1996-01-01/2005-01-01 peak 2004-01-01 open <"},
		{"[2003,2005]", "2003-01-01/2006-01-01 peak 2004-07-02 rough"},
		{"[2004]", "2004-01-01/2005-01-01 stated"},
		{"{2003,2005}", "2003-01-01/2006-01-01 stated"},
		{"XXXX-12-25", "shelf"}, // no year at all
	} {
		b := &briefing.Briefing{Events: []briefing.Event{
			{ID: "frame", Date: briefing.Dating{EDTF: edtf.MustParse("2000/2009")}},
			{ID: "e", Date: briefing.Dating{EDTF: edtf.MustParse(tt.date)}},
		}}
		m := FromBriefing(b)
		got := "shelf"
		if it, ok := m.Item("e"); ok {
			got = text(it)
		} else if !slices.Equal(m.Shelf(), []string{"e"}) {
			got = "lost"
		}
		// The reach is a share of a span with leap years: to the year is enough.
		got, want := roundReach(got), roundReach(tt.want)
		if got != want {
			t.Errorf("%s: %s, want %s", tt.date, got, want)
		}
	}
}

func roundReach(s string) string {
	s = strings.ReplaceAll(s, "/2014-01-02", "/2014-01-01")
	return strings.ReplaceAll(strings.ReplaceAll(s, "1995-12-31/", "1996-01-01/"), "1996-01-02/", "1996-01-01/")
}

func TestAlternatives(t *testing.T) {
	b := &briefing.Briefing{Events: []briefing.Event{{
		ID: "e", Date: briefing.Dating{EDTF: edtf.MustParse("2024-05-23")},
		Alternatives: []briefing.Dating{{EDTF: edtf.MustParse("2024-05-24")}, {Timex: "XXXX-WXX-4"}},
	}}}
	it, _ := FromBriefing(b).Item("e")
	if got, want := text(it), "2024-05-23/2024-05-25 peak 2024-05-24 rough ."; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestAdded(t *testing.T) {
	b := &briefing.Briefing{Events: []briefing.Event{
		{ID: "d", Date: briefing.Dating{EDTF: edtf.MustParse("2024"), Basis: briefing.BasisAdded}},
		{ID: "e", Date: briefing.Dating{EDTF: edtf.MustParse("2024~")}, Basis: briefing.BasisAdded},
	}}
	m := FromBriefing(b)
	for id, want := range map[string]string{
		"d": "2024-01-01/2025-01-01 added +", "e": "2024-01-01/2025-01-01 peak 2024-07-02 rough +",
	} {
		if it, _ := m.Item(id); text(it) != want {
			t.Errorf("%s: %s, want %s", id, text(it), want)
		}
	}
}

func TestRelations(t *testing.T) {
	for _, tt := range []struct {
		relations string // event kind event, ...; 1, 5 and 9 have dates: 2001, 2005, 2009
		want      string // of x; or the shelf
	}{
		{"x after 5", "2005-01-01/2013-08-07 peak 2006-01-01 relative >"},
		{"x since 5", "2005-01-01/2013-08-07 peak 2006-01-01 relative >"},
		{"5 before x", "2005-01-01/2013-08-07 peak 2006-01-01 relative >"},
		{"x before 5", "1997-05-27/2006-01-01 peak 2005-01-01 relative <"},
		{"5 after x", "1997-05-27/2006-01-01 peak 2005-01-01 relative <"},
		{"x during 5", "2005-01-01/2006-01-01 peak 2005-07-02 relative"},
		{"5 same-as x", "2005-01-01/2006-01-01 peak 2005-07-02 relative"},
		{"x after 1, x before 9", "2001-01-01/2010-01-01 peak 2005-07-02 relative"},
		{"x after 1, x after 5", "2005-01-01/2013-08-07 peak 2006-01-01 relative >"}, // the later counts
		{"x after y, y after 5", "2005-01-01/2013-08-07 peak 2006-01-01 relative >"}, // handed on
		{"y before x, z before y, 5 same-as z", "2005-01-01/2013-08-07 peak 2006-01-01 relative >"},
		{"x after y, y after x, y after 5", "2005-01-01/2013-08-07 peak 2006-01-01 relative >"}, // a circle
		{"x after 9, x before 1", "x y z"},                                                      // contradiction
		{"x after 1, 5 during x", "2001-01-01/2013-08-07 peak 2002-01-01 relative >"},           // no bound from a part
		{"", "x y z"},
		{"x after y", "y x z"},
		{"x after z, z after y", "y z x"},
		{"z before x", "y z x"},
		{"x after y, y after x", "z x y"}, // a circle comes last and breaks at its first
		{"x after x, x after nobody", "x y z"},
	} {
		b := &briefing.Briefing{}
		for _, id := range []string{"1", "5", "9", "x", "y", "z"} {
			ev := briefing.Event{ID: id}
			if id < "x" {
				ev.Date.EDTF = edtf.MustParse("200" + id)
			}
			for r := range strings.SplitSeq(tt.relations, ", ") {
				if f := strings.Fields(r); len(f) == 3 && f[0] == id {
					ev.Relations = append(ev.Relations, briefing.Relation{Kind: briefing.RelationKind(f[1]), Event: f[2]})
				}
			}
			b.Events = append(b.Events, ev)
		}
		m := FromBriefing(b)
		got := strings.Join(m.Shelf(), " ")
		if it, ok := m.Item("x"); ok {
			got = text(it)
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.relations, got, tt.want)
		}
		if n := m.Len() + len(m.Shelf()); n != 6 {
			t.Errorf("%s: %d events, want 6", tt.relations, n)
		}
	}
}

// Whatever the dates and relations, each event has one place, and a sound one.
func TestFromBriefingKeepsAll(t *testing.T) {
	r := rand.New(rand.NewPCG(17, 18))
	dates := []string{"", "", "", "2004", "2004~", "[2004..]", "../2004-05", "2004/2006?", "../..", "/..", "-0044-03-15", "Y-17E7", "Y17E15", "200X", "XXXX-12-25", "2004-06-03T14:30", "[..1980,1990]", "{1990,..1980}"}
	kinds := []briefing.RelationKind{briefing.RelationBefore, briefing.RelationAfter, briefing.RelationSince, briefing.RelationDuring, briefing.RelationSameAs, "other"}
	for range 3000 {
		b := &briefing.Briefing{}
		for i := range 1 + r.IntN(8) {
			ev := briefing.Event{ID: fmt.Sprint(i)}
			if d, err := edtf.Parse(dates[r.IntN(len(dates))]); err == nil {
				ev.Date.EDTF = d
			}
			if d, err := edtf.Parse(dates[r.IntN(len(dates))]); err == nil && r.IntN(4) == 0 {
				ev.Alternatives = []briefing.Dating{{EDTF: d}}
			}
			for range r.IntN(3) {
				ev.Relations = append(ev.Relations, briefing.Relation{Kind: kinds[r.IntN(len(kinds))], Event: fmt.Sprint(r.IntN(9))})
			}
			b.Events = append(b.Events, ev)
		}
		m := FromBriefing(b)
		order := m.Order()
		slices.Sort(order)
		if got := slices.Compact(order); len(got) != len(b.Events) || len(m.Order()) != len(b.Events) {
			t.Fatalf("order %v of %d events", m.Order(), len(b.Events))
		}
		from, to, _ := m.Span()
		for _, it := range m.items {
			if !(it.Lo < it.Hi && it.Lo <= it.CoreLo && it.CoreLo <= it.CoreHi && it.CoreHi <= it.Hi && it.Lo >= from && it.Hi <= to) || it.OpenLo && it.OpenHi {
				t.Fatalf("item %+v in %d to %d", it, from, to)
			}
		}
	}
}

func TestSides(t *testing.T) {
	b := &briefing.Briefing{
		Events: []briefing.Event{{ID: "e", Date: briefing.Dating{EDTF: edtf.MustParse("2024")}, Participants: []string{"m", "k", "n", "p", "gone"}, Evidence: make([]briefing.Anchor, 2)}},
		Participants: []briefing.Participant{
			{ID: "k", Side: "k"}, {ID: "m", Side: "i"}, {ID: "n", Side: "i"}, {ID: "p"},
		},
	}
	it, _ := FromBriefing(b).Item("e")
	if !slices.Equal(it.Groups, []string{"i", "k"}) || it.Weight != 3 {
		t.Errorf("groups %v, weight %v, want i k and 3", it.Groups, it.Weight)
	}
}

// The bundled briefing stands as the design has it.
func TestBishkek(t *testing.T) {
	b, err := briefing.Read(bytes.NewReader(assets.Bishkek()))
	if err != nil {
		t.Fatal(err)
	}
	m := FromBriefing(b)
	l := layout(700)
	l.Title = func(id string) float64 { return 6.05 * float64(len(b.EventByID(id).Title)) }
	l.Detail = func(string) float64 { return 200 }
	from, to, _ := m.Span()
	p := l.Plan(m, Fit(from, to, 700, 40), nil)

	if got, want := dates(p.Ticks), []string{"2016", "2017", "2018", "2019", "2020"}; !slices.Equal(got, want) || p.Context != nil {
		t.Errorf("ticks %v, %v; want %v alone", got, dates(p.Context), want)
	}
	var got []string
	for _, m := range p.Marks {
		got = append(got, fmt.Sprint(m.Lane, " ", m.ID, " ", text(m.Item)))
	}
	want := []string{
		"0 agreement-2016 2016-01-01/2017-01-01 stated",
		"1 isil-defeat 2017-12-09/2019-03-24 added +",
		"2 agreement-new 2016-01-01/2020-07-07 peak 2017-01-01 open >",
		"3 meeting 2017-12-09/2020-07-07 peak 2019-03-24 relative >",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if start, end := p.Scale.Time(0), p.Scale.Time(700); start < day("2015-06") || start > day("2015-12") || end < day("2020-06") || end > day("2021-01") {
		t.Errorf("axis from %v to %v, want about 2015.5 to 2020.5", dates([]Tick{{At: start, Precision: edtf.PrecisionDay}}), dates([]Tick{{At: end, Precision: edtf.PrecisionDay}}))
	}
	for _, height := range []float64{p.Height, p.Height + 10} {
		l.MaxHeight = height
		if q := l.Plan(m, p.Scale, nil); len(q.Marks) != 4 || len(q.Clusters) != 0 || q.Height != p.Height {
			t.Errorf("at most %v high: %d marks, %d clusters, %v high", height, len(q.Marks), len(q.Clusters), q.Height)
		}
	}
	if len(m.Shelf()) != 0 {
		t.Errorf("shelf %v, want none", m.Shelf())
	}
}
