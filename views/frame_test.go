package views

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/app/i18n"
	"briefline/assets"
	"briefline/views/kit"
	"briefline/views/panels"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func bishkek(t testing.TB) *briefing.Briefing {
	t.Helper()
	b, err := briefing.Read(bytes.NewReader(assets.Bishkek()))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// start is a window in memory that shows the bundled briefing.
func start(t testing.TB) *Frame {
	t.Helper()
	words, err := i18n.Load(assets.I18n(), language)
	if err != nil {
		t.Fatal(err)
	}
	theme := kit.NewTheme(assets.Fonts(), kit.ModeLight)
	test.NewTempApp(t).Settings().SetTheme(theme)
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	f := newFrame(words, theme, &recorder{Canvas: w.Canvas(), window: w, shortcuts: map[string]func(fyne.Shortcut){}})
	f.open = func() {}
	f.Show(bishkek(t))
	w.SetContent(f.root)
	w.Resize(fyne.NewSize(1360, 860))
	walk(f.root, func(fyne.CanvasObject, fyne.Position) bool { return true })
	return f
}

// recorder is a canvas that keeps the shortcuts: the one of the tests takes none.
type recorder struct {
	fyne.Canvas
	window    fyne.Window
	shortcuts map[string]func(fyne.Shortcut)
}

// AddShortcut implements fyne.Canvas.
func (r *recorder) AddShortcut(s fyne.Shortcut, do func(fyne.Shortcut)) {
	r.shortcuts[s.ShortcutName()] = do
}

func press(t *testing.T, f *Frame, s fyne.Shortcut) {
	t.Helper()
	do := f.canvas.(*recorder).shortcuts[s.ShortcutName()]
	if do == nil {
		t.Fatalf("nothing is done for %s", s.ShortcutName())
	}
	do(s)
}

func resize(f *Frame, width, height float32) {
	f.canvas.(*recorder).window.Resize(fyne.NewSize(width, height))
}

// walk visits o and all that it holds, shown or not, with where each stands.
func walk(o fyne.CanvasObject, visit func(o fyne.CanvasObject, at fyne.Position) bool) {
	var down func(o fyne.CanvasObject, at fyne.Position)
	down = func(o fyne.CanvasObject, at fyne.Position) {
		if !visit(o, at) {
			return
		}
		var inside []fyne.CanvasObject
		switch v := o.(type) {
		case *fyne.Container:
			inside = v.Objects
		case fyne.Widget:
			inside = test.WidgetRenderer(v).Objects()
		}
		for _, c := range inside {
			down(c, at.Add(c.Position()))
		}
	}
	down(o, o.Position())
}

// lit are the names of the rows that are lit up, picked ones with a star; the
// search has a picked row of its own.
func lit(f *Frame) (out []string) {
	walk(f.root, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if o == f.results.Box {
			return false
		}
		if r, ok := o.(*kit.Row); ok && r.State() != kit.RowPlain {
			s := r.Name
			if r.State() == kit.RowPicked {
				s = "*" + s
			}
			out = append(out, s)
		}
		return true
	})
	return out
}

func has(list []string, part string) bool {
	return slices.ContainsFunc(list, func(s string) bool { return strings.HasPrefix(s, part) })
}

// What is picked anywhere lights up everywhere.
func TestPickLightsUpEverywhere(t *testing.T) {
	f := start(t)
	tests := []struct {
		pick panels.Pick
		want []string
	}{
		{panels.Pick{Kind: panels.KindEvent, ID: "isil-defeat"}, []string{
			"*9 Dec 2017", "ISIL", "Iraq", "Syria", "Since the defeat of ISIL", "According to the Iranian minister, since",
		}},
		{panels.Pick{Kind: panels.KindParticipant, ID: "junushaliev"}, []string{"*Kashkar", "Thursday or Friday", "Joint information systems"}},
		{panels.Pick{Kind: panels.KindStatement, ID: "q13"}, []string{"*The new security agreement", "Kyrgyz minister speaks", "Kashkar", "Junushaliev referred"}},
		{panels.SentencePick(briefing.Ref{Sentence: 9}), []string{"*Junushaliev referred", "2016: Cooperation", "Kyrgyz minister speaks", "The new security agreement", "Iran"}},
		{panels.Pick{Kind: panels.KindLine, ID: "k2"}, []string{"*Kyrgyzstan’s minister voices", "Joint information systems"}},
	}
	for _, tt := range tests {
		f.Pick(tt.pick)
		got := lit(f)
		for _, w := range tt.want {
			if !has(got, w) {
				t.Errorf("%v: lit %q, want %q among them", tt.pick, got, w)
			}
		}
		if f.Picked() != tt.pick {
			t.Errorf("picked %v, want %v", f.Picked(), tt.pick)
		}
	}
	f.Pick(panels.Pick{Kind: panels.KindEvent, ID: "no-such"})
	if got := lit(f); len(got) != 0 || f.Picked() != (panels.Pick{}) {
		t.Errorf("an event that is not there: lit %q, picked %v, want nothing", got, f.Picked())
	}
}

// The source is scrolled to the sentence behind whatever is picked.
func TestPickScrollsTheSource(t *testing.T) {
	f := start(t)
	resize(f, 1024, 640)
	f.side.tabs.Choose(tabSource)
	page := f.side.pages[tabSource]
	for _, p := range []panels.Pick{
		{Kind: panels.KindStatement, ID: "q16"}, {Kind: panels.KindStatement, ID: "q1"}, {Kind: panels.KindEvent, ID: "agreement-2016"},
		panels.SentencePick(briefing.Ref{Sentence: 12}), panels.SentencePick(briefing.Ref{Sentence: 0}), {Kind: panels.KindCheck, ID: "check-isil"},
	} {
		f.Pick(p)
		row := f.source.First(f.index.Relate(p))
		pos, ok := kit.Offset(row, page.Content())
		if y := pos.Y - page.Offset(); !ok || y < 0 || y+row.Size().Height > page.Size().Height {
			t.Errorf("%v: its sentence stands at %v to %v of a page of %v", p, y, y+row.Size().Height, page.Size().Height)
		}
		if !row.Visible() {
			t.Errorf("%v: its sentence is hidden", p)
		}
	}
	// A sentence opens the tab itself.
	f.side.tabs.Choose(tabParticipants)
	f.Pick(panels.SentencePick(briefing.Ref{Sentence: 3}))
	if f.side.tabs.Chosen() != tabSource {
		t.Error("a sentence was picked and the source does not show")
	}
}

// Escape takes back one thing after another.
func TestEscape(t *testing.T) {
	f := start(t)
	escape := func() { f.canvas.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape}) }
	f.Pick(panels.Pick{Kind: panels.KindEvent, ID: "meeting"})
	selectWords(t, f)
	f.results.find("iran")
	if !f.results.Visible() || f.theme.Selection() == "" {
		t.Fatalf("results %v, selection %q, want both", f.results.Visible(), f.theme.Selection())
	}
	state := func() string {
		return fmt.Sprintf("results %v, words %v, pick %v", f.results.Visible(), f.theme.Selection() != "", f.Picked() != (panels.Pick{}))
	}
	for _, want := range []string{"results false, words true, pick true", "results false, words false, pick true", "results false, words false, pick false"} {
		escape()
		if got := state(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if got := lit(f); len(got) != 0 {
		t.Errorf("nothing picked: lit %q", got)
	}
	escape() // nothing left to take back
}

// selectWords drags over the bottom line.
func selectWords(t *testing.T, f *Frame) {
	t.Helper()
	done := false
	walk(f.main, func(o fyne.CanvasObject, _ fyne.Position) bool {
		x, ok := o.(*kit.Text)
		if ok && !done && strings.HasPrefix(x.String(), "Meeting in Bishkek") {
			done = true
			at := func(px float32) fyne.PointEvent { return fyne.PointEvent{Position: fyne.NewPos(px, 8)} }
			x.MouseDown(&desktop.MouseEvent{PointEvent: at(0), Button: desktop.MouseButtonPrimary})
			x.Dragged(&fyne.DragEvent{PointEvent: at(60)})
			x.MouseUp(&desktop.MouseEvent{PointEvent: at(60), Button: desktop.MouseButtonPrimary})
		}
		return true
	})
	if f.theme.Selection() == "" {
		t.Fatal("no words could be selected")
	}
}

func TestCopy(t *testing.T) {
	f := start(t)
	clip := fyne.CurrentApp().Clipboard()
	clip.SetContent("before")
	press(t, f, &fyne.ShortcutCopy{})
	if clip.Content() != "before" {
		t.Errorf("copied nothing: clipboard = %q, want it left alone", clip.Content())
	}
	selectWords(t, f)
	press(t, f, &fyne.ShortcutCopy{})
	if got := clip.Content(); got != f.theme.Selection() || !strings.HasPrefix(got, "Meeting") {
		t.Errorf("clipboard = %q, want %q", got, f.theme.Selection())
	}
}

func TestShortcuts(t *testing.T) {
	f := start(t)
	opened := 0
	f.open = func() { opened++ }
	ctrl := func(k fyne.KeyName) {
		press(t, f, &desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault})
	}
	for _, k := range []fyne.KeyName{fyne.KeyK, fyne.KeyF} {
		f.canvas.Unfocus()
		ctrl(k)
		if _, ok := f.canvas.Focused().(*searchEntry); !ok {
			t.Errorf("Ctrl+%s: the keyboard is with %T, want the search field", k, f.canvas.Focused())
		}
	}
	ctrl(fyne.Key2)
	if f.side.tabs.Chosen() != tabSource || !f.side.pages[tabSource].Visible() {
		t.Error("Ctrl+2: the source does not show")
	}
	ctrl(fyne.Key1)
	if f.side.tabs.Chosen() != tabParticipants || !f.side.pages[tabParticipants].Visible() {
		t.Error("Ctrl+1: the participants do not show")
	}
	ctrl(fyne.KeyL)
	if !f.timeline.AsList() {
		t.Error("Ctrl+L: the list does not show")
	}
	ctrl(fyne.KeyL)
	ctrl(fyne.KeyO)
	if f.timeline.AsList() || opened != 1 {
		t.Errorf("Ctrl+L again, Ctrl+O: list %v, opened %d times, want false, 1", f.timeline.AsList(), opened)
	}
	f.open = nil
	ctrl(fyne.KeyO) // where nobody can be asked
}

// Typing finds, the arrow keys move, Enter picks and shows, Escape closes.
func TestSearch(t *testing.T) {
	f := start(t)
	test.Tap(f.search.field)
	e, ok := f.canvas.Focused().(*searchEntry)
	if !ok {
		t.Fatalf("the keyboard is with %T, want the search field", f.canvas.Focused())
	}
	test.Type(e, "fazli")
	if !f.results.Visible() || len(f.results.found) < 2 {
		t.Fatalf("results show %v, %d found", f.results.Visible(), len(f.results.found))
	}
	press := func(k fyne.KeyName) { e.TypedKey(&fyne.KeyEvent{Name: k}) }
	press(fyne.KeyDown)
	press(fyne.KeyUp)
	press(fyne.KeyUp) // no further than the first
	press(fyne.KeyDown)
	want := f.results.found[1].Pick
	press(fyne.KeyReturn)
	if f.Picked() != want || f.results.Visible() {
		t.Errorf("Enter: picked %v, results show %v, want %v, false", f.Picked(), f.results.Visible(), want)
	}
	e.SetText("zebra")
	found := false
	walk(f.results.Box, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if l, ok := o.(*kit.Label); ok && strings.Contains(l.String(), "zebra") {
			found = true
		}
		return true
	})
	if !f.results.Visible() || !found {
		t.Errorf("nothing found: results show %v, say so %v", f.results.Visible(), found)
	}
	press(fyne.KeyReturn) // nothing to pick
	if f.Picked() != want {
		t.Errorf("Enter on nothing found: picked %v, want %v still", f.Picked(), want)
	}
	press(fyne.KeyEscape)
	if f.results.Visible() {
		t.Error("Escape leaves the results open")
	}
	e.SetText("iran")
	e.SetText("")
	if f.results.Visible() {
		t.Error("an empty field leaves the results open")
	}
}

// Tab comes to everything that can be acted on, and round again.
func TestTabReachesEverything(t *testing.T) {
	f := start(t)
	seen := map[string]bool{}
	var order []string
	for range 60 {
		test.FocusNext(f.canvas.(*recorder).Canvas)
		name := fmt.Sprintf("%T", f.canvas.Focused())
		switch v := f.canvas.Focused().(type) {
		case *kit.Rover:
			name = v.Name
		case *kit.Button:
			name = v.Text()
		case *kit.Tabs:
			name = "tabs"
		}
		if !seen[name] {
			order = append(order, name)
		}
		seen[name] = true
	}
	for _, want := range []string{"Open…", "Briefing card", "*panels.Axis", "Axis", "List", "Positions", "tabs", "Participants", "Light theme"} {
		if !seen[want] {
			t.Errorf("Tab never comes to %s; it comes to %q", want, order)
		}
	}
	if !has(order[:1], "*views.search") {
		t.Errorf("Tab comes to %q first, want the search field", order[0])
	}
}

// Everything stands in the window, and nothing beside or over its neighbour, at
// the sizes that the program is made for.
func TestLayoutAtSizes(t *testing.T) {
	f := start(t)
	for _, s := range []fyne.Size{{Width: 1024, Height: 640}, {Width: 1360, Height: 860}, {Width: 1920, Height: 1080}, {Width: 2560, Height: 1440}, {Width: minWidth, Height: minHeight}} {
		resize(f, s.Width, s.Height)
		f.Pick(panels.Pick{Kind: panels.KindEvent, ID: "meeting"})
		parts := map[string]fyne.CanvasObject{"search": f.search.Box, "main": f.main, "side": f.side.Box, "status": f.status.Box}
		for name, o := range parts {
			p, z := o.Position(), o.Size()
			if p.X < 0 || p.Y < 0 || p.X+z.Width > s.Width+0.5 || p.Y+z.Height > s.Height+0.5 || z.Width < 200 || z.Height < 20 {
				t.Errorf("%v: %s at %v, %v", s, name, p, z)
			}
			for other, q := range parts {
				qp, qz := q.Position(), q.Size()
				if name < other && p.X+0.5 < qp.X+qz.Width && qp.X+0.5 < p.X+z.Width && p.Y+0.5 < qp.Y+qz.Height && qp.Y+0.5 < p.Y+z.Height {
					t.Errorf("%v: %s at %v, %v lies over %s at %v, %v", s, name, p, z, other, qp, qz)
				}
			}
		}
		if w := f.main.Size().Width; w < s.Width*0.5 {
			t.Errorf("%v: the main column is %v wide", s, w)
		}
	}
}

// The page keys scroll the main column.
func TestPageKeys(t *testing.T) {
	f := start(t)
	resize(f, 1024, 640)
	down := func(k fyne.KeyName) float32 { f.stage.Key(&fyne.KeyEvent{Name: k}); return f.main.Offset() }
	a, b := down(fyne.KeyPageDown), down(fyne.KeyPageDown)
	if a <= 0 || b <= a {
		t.Errorf("PageDown twice: %v, %v, want further each time", a, b)
	}
	down(fyne.KeyPageUp)
	if got := down(fyne.KeyPageUp); got != 0 {
		t.Errorf("PageUp twice: %v, want the top", got)
	}
}

func TestModeGoesRound(t *testing.T) {
	f := start(t)
	var told []kit.Mode
	f.setMode = func(m kit.Mode) { told = append(told, m) }
	for range 3 {
		test.Tap(f.status.mode)
	}
	if want := []kit.Mode{kit.ModeDark, kit.ModeSystem, kit.ModeLight}; !slices.Equal(told, want) {
		t.Errorf("modes = %q, want %q", told, want)
	}
	if got, want := f.status.mode.Text(), f.words.Text("mode.light"); got != want {
		t.Errorf("button says %q, want %q", got, want)
	}
}

// A notice stands above the card until it is closed.
func TestSay(t *testing.T) {
	f := start(t)
	top := func() float32 { pos, _ := kit.Offset(f.card.Rover, f.main.Content()); return pos.Y }
	before := top()
	f.Say("old.briefing: no such file.")
	if !f.notice.Visible() || top() <= before+20 {
		t.Errorf("notice shows %v, card at %v, before %v", f.notice.Visible(), top(), before)
	}
	test.Tap(f.notice.close)
	if f.notice.Visible() || top() != before {
		t.Errorf("closed: notice shows %v, card at %v, want %v", f.notice.Visible(), top(), before)
	}
}

// A bubble quotes the sentences behind what the pointer rests on.
func TestBubble(t *testing.T) {
	f := start(t)
	p := panels.Pick{Kind: panels.KindEvent, ID: "meeting"}
	f.showBubble(p, fyne.NewPos(300, 300))
	words := ""
	walk(f.bubble.Box, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if l, ok := o.(*kit.Label); ok {
			words += l.String()
		}
		return true
	})
	for _, want := range []string{"Ministers meet in Bishkek", "Thursday or Friday", "S1", "S2", "on Friday"} {
		if !strings.Contains(words, want) {
			t.Errorf("bubble %q, want %q in it", words, want)
		}
	}
	if !f.bubble.Visible() {
		t.Error("the bubble is hidden")
	}
	f.hovered(panels.Pick{}, fyne.Position{})
	if f.bubble.Visible() {
		t.Error("the pointer is gone and the bubble stays")
	}
}

// Another briefing replaces all of the one before, an empty one too.
func TestShowAnother(t *testing.T) {
	f := start(t)
	f.Pick(panels.Pick{Kind: panels.KindEvent, ID: "meeting"})
	f.side.tabs.Choose(tabSource)
	f.Show(&briefing.Briefing{Version: briefing.Version, ID: "empty", Status: briefing.StatusDraft, Title: briefing.Line{ID: "t", Text: "Nothing yet"}})
	if f.Picked() != (panels.Pick{}) || len(lit(f)) != 0 {
		t.Errorf("picked %v, lit %q, want nothing", f.Picked(), lit(f))
	}
	if f.side.tabs.Chosen() != tabSource {
		t.Error("the tab was not kept")
	}
	left := 0
	walk(f.root, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if r, ok := o.(*kit.Row); ok && strings.Contains(r.Name, "Bishkek") {
			left++
		}
		return true
	})
	if left != 0 {
		t.Errorf("%d rows of the briefing before are left", left)
	}
	for _, p := range []panels.Pick{{Kind: panels.KindEvent, ID: "meeting"}, {Kind: panels.KindLine, ID: "t"}, {}} {
		f.Pick(p)
		f.Reveal(p)
	}
	f.results.find("iran")
	f.timeline.ShowList(true)
	f.Show(bishkek(t))
	f.Pick(panels.Pick{Kind: panels.KindStatement, ID: "q16"})
	f.Reveal(f.Picked())
	pos, _ := kit.Offset(f.positions.Rover, f.main.Content())
	if y := pos.Y - f.main.Offset(); y > f.main.Size().Height-60 {
		t.Errorf("a statement was found: the positions stand at %v of %v", y, f.main.Size().Height)
	}
}
