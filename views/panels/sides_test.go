package panels

import (
	"slices"
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
)

// Every statement shows once, below a heading, whoever said it.
func TestPositionsShowEveryStatementOnce(t *testing.T) {
	d, _ := start(t)
	for _, b := range []*briefing.Briefing{bishkek(t), crowd(), small(20)} {
		p := show(NewPositions(d, NewIndex(b)), 700)
		if got, want := len(p.rows), len(b.Statements); got != want || len(p.texts) != want {
			t.Errorf("%s: %d rows, %d texts, want %d statements", b.ID, got, len(p.texts), want)
		}
		shown := texts(p)
		for _, s := range b.Statements {
			n := 0
			for _, x := range shown {
				if x == s.Words || strings.HasPrefix(x, s.Words+"\u2060") || strings.HasPrefix(x, "“"+s.Words+"”") {
					n++
				}
			}
			if n != 1 {
				t.Errorf("%s: %s shows %d times, want once", b.ID, s.ID, n)
			}
		}
	}
}

// Sides get the same headings, in one order, and columns of one width: nobody's
// denial is a heading of its own.
func TestPositionsAreSymmetric(t *testing.T) {
	d, _ := start(t)
	b := crowd()
	p := show(NewPositions(d, NewIndex(b)), 1200)
	want := []string{"SAYS", "SPEAKS OF AN AGREEMENT", "OFFERS", "ASKS FOR"}
	var all []string
	for _, s := range texts(p) {
		if slices.Contains(want, s) {
			all = append(all, s)
		} else if s == strings.ToUpper(s) && strings.ToLower(s) != s {
			t.Errorf("heading %q, want one of %q", s, want)
		}
	}
	for side := range 5 {
		if got := all[4*side : 4*side+4]; !slices.Equal(got, want) {
			t.Errorf("side %d: headings %q, want %q", side, got, want)
		}
	}
	widths := map[int]int{}
	walk(p, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if r, ok := o.(*kit.Row); ok {
			widths[int(r.Size().Width)]++
		}
		return true
	})
	if len(widths) != 1 {
		t.Errorf("statements are %v points wide, want one width for all sides", widths)
	}
}

// Columns narrower than can be read stand below one another instead.
func TestPositionsColumns(t *testing.T) {
	d, _ := start(t)
	columns := func(width float32) int {
		xs := map[float32]bool{}
		p := show(NewPositions(d, NewIndex(bishkek(t))), width)
		walk(p, func(o fyne.CanvasObject, at fyne.Position) bool {
			if _, ok := o.(*kit.Row); ok {
				xs[at.X] = true
			}
			return true
		})
		return len(xs)
	}
	for width, want := range map[float32]int{1200: 2, 700: 2, 400: 1} {
		if got := columns(width); got != want {
			t.Errorf("%v wide: %d columns, want %d", width, got, want)
		}
	}
}

func TestPositionsPick(t *testing.T) {
	d, l := start(t)
	x := NewIndex(bishkek(t))
	p := show(NewPositions(d, x), 700)
	q7 := Pick{KindStatement, "q7"}
	p.rows[q7].Tapped(nil)
	if l.last() != q7 {
		t.Errorf("tapped: picked %v, want %v", l.last(), q7)
	}
	p.SetHighlight(x.Relate(Pick{KindParticipant, "junushaliev"}))
	lit := 0
	for pick, row := range p.rows {
		s := x.Briefing.StatementByID(pick.ID)
		want := kit.RowPlain
		if s.Speaker == "junushaliev" || s.Addressee == "junushaliev" {
			want, lit = kit.RowLinked, lit+1
		}
		if row.State() != want {
			t.Errorf("%s with its minister picked: state %v, want %v", pick.ID, row.State(), want)
		}
	}
	if lit != 7 {
		t.Errorf("%d statements lit, want 7", lit)
	}
}

// Every participant shows once, under its side or among those only mentioned,
// and what the editor added says so.
func TestParticipants(t *testing.T) {
	d, l := start(t)
	for _, b := range []*briefing.Briefing{bishkek(t), crowd(), small(3)} {
		x := NewIndex(b)
		p := show(NewParticipants(d, x), 292)
		var names []string
		walk(p, func(o fyne.CanvasObject, _ fyne.Position) bool {
			if r, ok := o.(*kit.Row); ok {
				names = append(names, r.Name)
			}
			return true
		})
		var want []string
		for _, q := range b.Participants {
			want = append(want, q.Name)
			pick := Pick{KindParticipant, q.ID}
			if p.RowOf(pick) == nil {
				t.Errorf("%s: no row for %s", b.ID, q.ID)
				continue
			}
			p.RowOf(pick).Tapped(nil)
			if l.last() != pick {
				t.Errorf("%s: tapped %s, picked %v", b.ID, q.ID, l.last())
			}
			s := joined(p.RowOf(pick))
			marks := 0
			if q.Basis == briefing.BasisAdded {
				marks++
			}
			if q.RoleBasis == briefing.BasisAdded {
				marks++
			}
			for _, n := range q.Names {
				if n.Basis == briefing.BasisAdded {
					marks++
				}
				if !strings.Contains(s, n.Text) {
					t.Errorf("%s: %s does not show %q", b.ID, q.ID, n.Text)
				}
			}
			if got := strings.Count(s, " · added"); got != marks {
				t.Errorf("%s: %s is marked added %d times, want %d: %q", b.ID, q.ID, got, marks, s)
			}
			if got := strings.Contains(s, " · inferred"); got != (q.Role != "" && q.RoleBasis == briefing.BasisInferred) {
				t.Errorf("%s: %s: role inferred %v: %q", b.ID, q.ID, got, s)
			}
		}
		slices.Sort(names)
		slices.Sort(want)
		if !slices.Equal(names, want) {
			t.Errorf("%s: rows %q, want %q", b.ID, names, want)
		}
	}
}

// Sides stand apart, each with a head of its own, those only mentioned last.
func TestParticipantsBySide(t *testing.T) {
	d, _ := start(t)
	s := texts(show(NewParticipants(d, NewIndex(bishkek(t))), 292))
	at := func(want string) int {
		i := slices.Index(s, want)
		if i < 0 {
			t.Fatalf("%q does not show among %q", want, s)
		}
		return i
	}
	iran, kyrgyzstan, mentioned := at("Iran"), at("Kyrgyzstan"), at("Mentioned")
	if !(iran < at("Abdolreza Rahmani Fazli") && at("Abdolreza Rahmani Fazli") < kyrgyzstan && kyrgyzstan < at("Kashkar Junushaliev") && at("Kashkar Junushaliev") < mentioned && mentioned < at("ISIL")) {
		t.Errorf("order: %q", s)
	}
	for _, want := range []string{"10 statements", "6 statements", "1 mention", "2 mentions"} {
		at(want)
	}
}
