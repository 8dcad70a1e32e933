package panels

import (
	"fmt"
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
)

// The source shows whole and as it was published, every sentence numbered.
func TestSourceIsVerbatim(t *testing.T) {
	d, l := start(t)
	for _, b := range []*briefing.Briefing{bishkek(t), crowd()} {
		s := show(NewSource(d, NewIndex(b)), 292)
		n := 0
		for i, src := range b.Sources {
			for j, at := range src.Sentences {
				line := s.lines[n]
				n++
				ref := briefing.Ref{Source: i, Sentence: j}
				shown := texts(line.row)
				if len(shown) != 2 || shown[0] != b.RefName(ref) || shown[1] != src.Text[at.Start:at.End] {
					t.Errorf("%s, sentence %d.%d shows %q", b.ID, i, j, shown)
				}
				line.row.Tapped(nil)
				if l.last() != SentencePick(ref) {
					t.Errorf("tapped %v, picked %v", ref, l.last())
				}
			}
		}
		if n != len(s.lines) {
			t.Errorf("%s: %d lines, want %d", b.ID, len(s.lines), n)
		}
		letters := strings.Count(joined(s), "Source A")
		if want := map[int]int{1: 0, 3: 1}[len(b.Sources)]; letters != want {
			t.Errorf("%s: its first source is lettered %d times, want %d", b.ID, letters, want)
		}
	}
}

// The numbers of sentences that the briefing rests on stand out.
func TestSourceTellsUsedSentences(t *testing.T) {
	d, _ := start(t)
	b := small(6)
	b.Events, b.Statements = b.Events[:2], b.Statements[:3]
	s := show(NewSource(d, NewIndex(b)), 292)
	inks := map[bool][]float64{}
	for i, l := range s.lines {
		var number *kit.Label
		walk(l.row, func(o fyne.CanvasObject, _ fyne.Position) bool {
			if x := label(o); x != nil && number == nil {
				number = x
			}
			return true
		})
		inks[i < 3] = append(inks[i < 3], redness(number))
	}
	for _, used := range inks[true] {
		for _, unused := range inks[false] {
			if used == unused {
				t.Errorf("used and unused numbers have one colour: %v", inks)
			}
		}
	}
}

// redness is the share of red in what a label paints.
func redness(l *kit.Label) float64 {
	r := picture(l, 40, 20)
	var red, all float64
	for i := 0; i < len(r.Pix); i += 4 {
		red += float64(r.Pix[i])
		all += float64(r.Pix[i+3])
	}
	return red / all
}

func TestSourceHighlight(t *testing.T) {
	d, _ := start(t)
	x := NewIndex(bishkek(t))
	s := show(NewSource(d, x), 292)
	states := func() (out string) {
		for _, l := range s.lines {
			out += string("-lP"[l.row.State()])
		}
		return out
	}
	for _, tt := range []struct {
		pick  Pick
		want  string
		first int // the sentence to scroll to, -1 for none
	}{
		{Pick{KindEvent, "meeting"}, "ll-----------", 0},
		{Pick{KindStatement, "q13"}, "---------l---", 9},
		{SentencePick(briefing.Ref{Sentence: 4}), "----P--------", 4},
		{Pick{}, "-------------", -1},
	} {
		h := x.Relate(tt.pick)
		s.SetHighlight(h)
		if got := states(); got != tt.want {
			t.Errorf("%v: sentences %s, want %s", tt.pick, got, tt.want)
		}
		first := s.First(h)
		if tt.first < 0 && first != nil || tt.first >= 0 && first != s.lines[tt.first].row {
			t.Errorf("%v: the first sentence is %v, want %d", tt.pick, first, tt.first)
		}
	}
}

// Only what is in view is left to paint, and all of it comes back.
func TestSourceCulls(t *testing.T) {
	d, _ := start(t)
	s := NewSource(d, NewIndex(small(1000)))
	page := kit.NewPage(kit.Inset(s.Rover, 14, 0, 14, 16))
	page.Resize(fyne.NewSize(320, 500))
	walk(page, func(fyne.CanvasObject, fyne.Position) bool { return true })
	visible := func() (first, n int) {
		for i, l := range s.lines {
			if l.row.Visible() {
				if n == 0 {
					first = i
				}
				n++
			}
		}
		return first, n
	}
	high, fault := s.HeightFor(292), ""
	for _, top := range []float32{0, high / 2, high - 500} {
		page.ScrollTo(top)
		first, n := visible()
		if n < 5 || n > 40 {
			fault = fmt.Sprintf("from %v: %d sentences show, want some 15", top, n)
		}
		if y := s.lines[first].row.Position().Y; y > top+80 {
			t.Errorf("from %v: the first that shows stands at %v", top, y)
		}
	}
	if s.HeightFor(292) != high {
		t.Errorf("culled, the source is %v high, want %v", s.HeightFor(292), high)
	}
	page.Resize(fyne.NewSize(320, high+100))
	if _, n := visible(); n != 1000 {
		t.Errorf("all in view: %d show, want 1000", n)
	}
	judge(t, fault)
}

func TestDetail(t *testing.T) {
	d, l := start(t)
	x := NewIndex(bishkek(t))
	v := NewDetail(d, x)
	if !v.Empty() || v.HeightFor(292) != 0 {
		t.Errorf("nothing picked: empty %v, %v high", v.Empty(), v.HeightFor(292))
	}
	for _, tt := range []struct {
		pick Pick
		want []string
	}{
		// How the date was read: both days, the words, the rule.
		{Pick{KindEvent, "meeting"}, []string{"HOW THE DATE WAS READ", "Friday, date not known", "Thursday, date not known", "“Friday” in the source", "S1 ", "S2 "}},
		{Pick{KindEvent, "isil-defeat"}, []string{"9 December 2017 to 23 March 2019", "Added by the editor, not in the source", "Neither date is in the article."}},
		{Pick{KindEvent, "agreement-new"}, []string{"resolved against the 2016 cooperation agreement"}},
		{Pick{KindStatement, "q15"}, []string{"NOTE", "SOURCE SENTENCE", "S12 "}},
		{Pick{KindCheck, "check-source"}, []string{"Everything here rests on one article"}},
		{SentencePick(briefing.Ref{Sentence: 2}), []string{"hasled"}},
	} {
		v.SetHighlight(x.Relate(tt.pick))
		show(v, 292)
		s := joined(v)
		for _, w := range tt.want {
			if !strings.Contains(s, w) {
				t.Errorf("%v: %q does not show in %q", tt.pick, w, s)
			}
		}
		if strings.Contains(s, "⟦") {
			t.Errorf("%v: a message has no words: %q", tt.pick, s)
		}
	}
	v.SetHighlight(x.Relate(Pick{KindParticipant, "iran"}))
	show(v, 292)
	if n := strings.Count(joined(v), "more sentence"); n != 1 {
		t.Errorf("Iran's many sentences are counted %d times, want once", n)
	}
	// A quoted sentence picks itself.
	v.SetHighlight(x.Relate(Pick{KindStatement, "q13"}))
	show(v, 292)
	walk(v, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if tx, ok := o.(*kit.Text); ok && strings.HasPrefix(tx.String(), "S10 ") {
			tx.MouseDown(mouse(5, 5))
			tx.MouseUp(mouse(5, 5))
		}
		return true
	})
	if want := SentencePick(briefing.Ref{Sentence: 9}); l.last() != want {
		t.Errorf("tapped the quoted sentence: picked %v, want %v", l.last(), want)
	}
	v.Quotes = false
	v.SetHighlight(x.Relate(Pick{KindStatement, "q13"}))
	if strings.Contains(joined(v), "SOURCE SENTENCE") {
		t.Error("beside the source the detail quotes sentences too")
	}
	v.SetHighlight(nil)
	if !v.Empty() {
		t.Error("nothing picked again: not empty")
	}
}
