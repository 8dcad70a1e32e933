package panels

import (
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
)

// The article and the cards of a review, with an event current.
func TestGoldenReview(t *testing.T) {
	d, _ := start(t)
	x := NewIndex(bishkek(t))
	a := NewArticle(d, x)
	a.SetCurrent(Pick{KindEvent, "isil-defeat"})
	var blocks []kit.Block
	blocks = append(blocks, NewReviewStrip("Thursday or Friday?", "S1 and S2 give two weekdays.", func() {}, kit.NewButton("Same meeting", nil), kit.NewButton("Two meetings", nil)))
	for _, p := range []Pick{{KindEvent, "meeting"}, {KindEvent, "isil-defeat"}, {KindEvent, "agreement-2016"}, {KindParticipant, "junushaliev"}, {KindStatement, "q13"}, {KindCheck, "check-isil"}} {
		blocks = append(blocks, NewReviewCard(d.ReviewItem(x, p), func() {}, kit.NewButton("Accept", nil), kit.NewButton("Edit E", nil)).Tile)
	}
	compare(t, "article", markup(a))
	compare(t, "review", dump(show(kit.Stack(8, blocks...), 524)))
	compare(t, "review-narrow", dump(show(kit.Stack(8, blocks...), 364)))
}

// markup writes the sentences of an article with what is marked in them.
func markup(a *Article) string {
	show(a.Box, 780)
	var b strings.Builder
	for _, t := range a.lines {
		b.WriteString(t.String() + "\n")
		for _, m := range t.Marks() {
			b.WriteString("  " + m.Link + " " + strings.TrimSpace(t.String()[m.Start:m.End]))
			if m.Edge != kit.RoleNone {
				b.WriteString(" boxed")
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

// click presses and lets go the button of the mouse on a text.
func click(t *kit.Text, pos fyne.Position) {
	ev := mouse(pos.X, pos.Y)
	t.MouseDown(ev)
	t.MouseUp(ev)
}

// A click on marked words picks their item, the topmost where several lie over
// one another; beside them it picks the sentence.
func TestArticleClick(t *testing.T) {
	d, told := start(t)
	x := NewIndex(bishkek(t))
	a := show(NewArticle(d, x), 780)
	line := a.lines[1]
	for _, tt := range []struct {
		words string
		want  Pick
	}{
		{"Colonel Kashkar Junushaliev", Pick{KindParticipant, "junushaliev"}},
		{"does not accept the interference", Pick{KindStatement, "q1"}},
		{"Friday", Pick{KindEvent, "meeting"}},
	} {
		at := strings.Index(line.String(), tt.words) + 2
		pos, size, ok := line.RangeRect(at, at+1)
		if !ok {
			t.Fatalf("%q is not in the sentence", tt.words)
		}
		click(line, pos.AddXY(size.Width/2, size.Height/2))
		if got := told.last(); got.Kind != tt.want.Kind {
			t.Errorf("a click on %q picks %v, want %v", tt.words, got, tt.want)
		}
	}
	at := strings.Index(line.String(), " said in") + 2
	pos, size, _ := line.RangeRect(at, at+1)
	click(line, pos.AddXY(size.Width/2, size.Height/2))
	if got, want := told.last(), SentencePick(briefing.Ref{Sentence: 1}); got != want {
		t.Errorf("a click beside marked words picks %v, want %v", got, want)
	}
}

// The marks follow an edited briefing, and its text when that has changed.
func TestArticleUpdate(t *testing.T) {
	d, _ := start(t)
	b := bishkek(t)
	a := NewArticle(d, NewIndex(b))
	count := func() (n int) {
		for _, l := range a.lines {
			n += len(l.Marks())
		}
		return n
	}
	before := count()
	less := b.Clone()
	less.Statements = nil
	if !a.Fits(less) {
		t.Fatal("the same text does not fit")
	}
	a.Update(NewIndex(less))
	if got := count(); got >= before || got == 0 {
		t.Errorf("%d marks without statements, want fewer than %d", got, before)
	}
	other := b.Clone()
	other.Sources[0].Text += " More."
	if a.Fits(other) {
		t.Error("another text fits")
	}
}

// A sentence that runs from right to left has its number at the right.
func TestArticleMirrored(t *testing.T) {
	for _, tt := range []struct {
		s    string
		want bool
	}{
		{"تهران، ۱۲ مه ۲۰۲۴", true},
		{"«ما آماده»", true},
		{"Reuters گزارش داد", false},
		{"12 May", false},
		{"2024", false},
	} {
		if got := rightToLeft(tt.s); got != tt.want {
			t.Errorf("%q: %v, want %v", tt.s, got, tt.want)
		}
	}
}
