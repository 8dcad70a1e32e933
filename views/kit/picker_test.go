package kit

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// choices are n things to choose from.
func choices(n int) (out []Choice) {
	for i := range n {
		out = append(out, Choice{ID: fmt.Sprint(i), Label: fmt.Sprintf("Person %d", i), Note: "Minister"})
	}
	return out
}

// hung is a picker in a window, and what it told.
func hung(t *testing.T, p *Picker) (told *[]string) {
	t.Helper()
	w := test.NewTempWindow(t, p)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(800, 600))
	p.Hang(fyne.NewPos(700, 500), 0, fyne.NewSize(800, 600))
	told = &[]string{}
	p.OnChoose = func(id string, on bool) { *told = append(*told, fmt.Sprint(id, on)) }
	p.OnClose = func() { *told = append(*told, "closed") }
	return told
}

func typed(p *Picker, names ...fyne.KeyName) {
	for _, k := range names {
		p.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// Keys move through a long list and round none of its ends; typing narrows it.
func TestPickerKeys(t *testing.T) {
	start(t)
	p := NewPicker(choices(60), "40")
	told := hung(t, p)
	if p.AccessibilityLabel() != "Person 40" || p.top > 40 || p.top+len(p.rows) <= 40 {
		t.Errorf("opens at %q, showing from %d, want the chosen one in view", p.AccessibilityLabel(), p.top)
	}
	typed(p, fyne.KeyEnd, fyne.KeyDown)
	if p.AccessibilityLabel() != "Person 59" {
		t.Errorf("End, Down: %q", p.AccessibilityLabel())
	}
	typed(p, fyne.KeyHome, fyne.KeyUp, fyne.KeyPageDown)
	if p.at != pickerRows {
		t.Errorf("Home, Up, PageDown: at %d, want %d", p.at, pickerRows)
	}
	for _, r := range "son 5 min" {
		p.TypedRune(r)
	}
	if want := []string{"Person 5", "Person 15"}; !slices.Equal(p.Labels()[:2], want) || len(p.Labels()) != 15 {
		t.Errorf("narrowed to %q, want those with a 5, 15 of them, first %q", p.Labels(), want)
	}
	typed(p, fyne.KeyBackspace, fyne.KeyReturn)
	if want := []string{"closed", "5true"}; !slices.Equal(*told, want) {
		t.Errorf("told %q, want %q", *told, want)
	}
	for _, r := range "zebra" {
		p.TypedRune(r)
	}
	typed(p, fyne.KeyReturn, fyne.KeyDown, fyne.KeySpace) // nothing to choose
	if len(p.Labels()) != 0 || len(*told) != 2 {
		t.Errorf("nothing fits: shows %q, told %q", p.Labels(), *told)
	}
}

// Several can be ticked, by click, Space and Enter, and cleared again; a click
// beside closes.
func TestPickerMany(t *testing.T) {
	start(t)
	p := NewPicker(choices(4), "1")
	p.Many = true
	told := hung(t, p)
	if x, y := p.from.X+p.size.Width, p.from.Y+p.size.Height; x > 800 || y > 600 {
		t.Errorf("the list reaches to %v, %v of a window of 800, 600", x, y)
	}
	p.TypedRune(' ')
	test.TapAt(p, fyne.NewPos(p.from.X+40, p.head()+2.5*menuRow))
	typed(p, fyne.KeyReturn)
	p.Choose("Person 0")
	test.TapAt(p, fyne.NewPos(3, 3))
	if want := []string{"1false", "2true", "2false", "0true", "closed"}; !slices.Equal(*told, want) {
		t.Errorf("told %q, want %q", *told, want)
	}
}

// A select shows what is chosen, opens by click and keys, and wraps many names.
func TestSelect(t *testing.T) {
	start(t)
	opened := 0
	s := NewSelect(choices(30), func(*Select) { opened++ })
	s.None, s.Many = "Nobody", true
	w := test.NewTempWindow(t, s)
	w.Resize(fyne.NewSize(300, 200))
	if s.Text() != "Nobody" {
		t.Errorf("shows %q, want Nobody", s.Text())
	}
	test.Tap(s)
	for _, k := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyDown} {
		s.TypedKey(&fyne.KeyEvent{Name: k})
	}
	s.TypedRune(' ')
	if opened != 4 {
		t.Errorf("opened %d times, want 4", opened)
	}
	low := s.HeightFor(300)
	for i := range 12 {
		s.Set(fmt.Sprint(i), true)
	}
	s.Set("3", false)
	if got := s.All(); len(got) != 11 || slices.Contains(got, "3") {
		t.Errorf("chosen %q, want eleven without 3", got)
	}
	if high := s.HeightFor(300); high <= low {
		t.Errorf("eleven names are %v high, one line is %v", high, low)
	}
}
