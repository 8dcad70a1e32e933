package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// passage is two sentences with a chip after each.
func passage() []Piece {
	p := Plain("Iran offers training. ", Body, RoleInk)
	p = append(p, ChipPiece(0, "S6", "sentence:0.5")...)
	p = append(p, Plain(" Kyrgyzstan asks for it.", Body, RoleInk)...)
	return append(p, ChipPiece(0, "S12", "sentence:0.11")...)
}

func TestTextSelectsByDrag(t *testing.T) {
	th := start(t)
	x := show(NewText(passage()...), 600, 40)
	s := x.String()
	x0, y0 := near(x, strings.Index(s, "offers"))
	x1, y1 := near(x, strings.Index(s, "training"))
	end, ye := near(x, strings.Index(s, "Kyrgyz"))
	tests := []struct {
		name               string
		xa, ya, xb, yb     float32
		want, notSelection string
	}{
		{"forward", x0, y0, x1, y1, "offers", ""},
		{"backward is the same", x1, y1, x0, y0, "offers", ""},
		// A chip is copied as one would type it, without the joiner before it.
		{"over a chip", x1, y1, end, ye, "training.  [S6]", "\u2060"},
		{"beyond the end", x1, y1, 5000, 5000, "training.  [S6] Kyrgyzstan asks for it. [S12]", "\u2060"},
		{"before the start", x1, y1, -50, -50, "Iran offers", ""},
	}
	for _, tt := range tests {
		drag(x, tt.xa, tt.ya, tt.xb, tt.yb)
		if got := th.Selection(); got != tt.want {
			t.Errorf("%s: selection = %q, want %q", tt.name, got, tt.want)
		}
		if tt.notSelection != "" && strings.Contains(th.Selection(), tt.notSelection) {
			t.Errorf("%s: selection %q holds %q", tt.name, th.Selection(), tt.notSelection)
		}
	}
}

func TestTextSelectsByClicks(t *testing.T) {
	th := start(t)
	x := show(NewText(Plain("The minister’s offer, again", Body, RoleInk)...), 600, 40)
	px, py := near(x, strings.Index(x.String(), "’"))
	for i, want := range []string{"", "minister’s", "The minister’s offer, again"} {
		click(x, px, py, i > 0)
		if got := th.Selection(); got != want {
			t.Errorf("click %d: selection = %q, want %q", i+1, got, want)
		}
	}
	click(x, px, py, false)
	if got := th.Selection(); got != "" {
		t.Errorf("a click long after: selection = %q, want none", got)
	}
	// A second click somewhere else is a click of its own.
	click(x, px, py, false)
	click(x, px+40, py, true)
	if got := th.Selection(); got != "" {
		t.Errorf("two clicks 40 points apart: selection = %q, want none", got)
	}
}

// Only one text of the window holds selected words, and they can be given up.
func TestSelectionIsOne(t *testing.T) {
	th := start(t)
	a := show(NewText(Plain("first text", Body, RoleInk)...), 300, 20)
	b := show(NewText(Plain("second text", Body, RoleInk)...), 300, 20)
	drag(a, -1, 5, 500, 5)
	drag(b, -1, 5, 500, 5)
	if got, want := th.Selection(), "second text"; got != want {
		t.Errorf("selection = %q, want %q", got, want)
	}
	if got := a.Selected(); got != "" {
		t.Errorf("the first text still holds %q", got)
	}
	if !th.ClearSelection() || th.Selection() != "" || b.Selected() != "" {
		t.Errorf("after clearing: selection = %q, %q, want none", th.Selection(), b.Selected())
	}
	if th.ClearSelection() {
		t.Error("clearing nothing reports that there was something")
	}
}

func TestTextLinks(t *testing.T) {
	start(t)
	x := show(NewText(passage()...), 600, 40)
	var taps []string
	x.OnTap = func(link string) { taps = append(taps, link) }
	cx, cy := over(x, "sentence:0.11")
	wx, wy := near(x, 3)
	click(x, cx, cy, false)
	click(x, wx, wy, false)
	click(x, wx, wy, true)     // the second click of two selects a word
	drag(x, cx, cy, cx+30, cy) // a drag picks nothing
	other := at(cx, cy)        // nor does another button
	other.Button = desktop.MouseButtonSecondary
	x.MouseDown(other)
	x.MouseUp(other)
	if got, want := strings.Join(taps, " "), "sentence:0.11 "; got != want {
		t.Errorf("taps = %q, want %q", got, want)
	}

	type hover struct {
		link string
		at   fyne.Position
	}
	var hovers []hover
	x.OnHover = func(link string, p fyne.Position) { hovers = append(hovers, hover{link, p}) }
	x.MouseIn(at(wx, wy))
	if c := x.Cursor(); c != desktop.TextCursor {
		t.Errorf("cursor over words = %v, want the text cursor", c)
	}
	x.MouseMoved(at(cx, cy))
	x.MouseMoved(at(cx+1, cy)) // the same link: no word of it
	if c := x.Cursor(); c != desktop.PointerCursor {
		t.Errorf("cursor over a link = %v, want the hand", c)
	}
	x.MouseOut()
	if len(hovers) != 2 || hovers[0].link != "sentence:0.11" || hovers[1].link != "" {
		t.Fatalf("hovers = %v, want the chip, then nothing", hovers)
	}
	pos, size, _ := x.LinkRect("sentence:0.11")
	if got, want := hovers[0].at, pos.AddXY(100, 200+size.Height); got != want {
		t.Errorf("bubble at %v, want the chip's lower left corner on the canvas, %v", got, want)
	}
	if got, want := strings.Join(x.Links(), " "), "sentence:0.5 sentence:0.11"; got != want {
		t.Errorf("links = %q, want %q", got, want)
	}
	if _, _, ok := x.LinkRect("sentence:9.9"); ok {
		t.Error("a link that is not there has a box")
	}
}

// Words are bounded by what is no letter, digit, mark or apostrophe.
func TestWord(t *testing.T) {
	tests := []struct {
		s    string
		at   int
		want string
	}{
		{"see Iran’s offer", 6, "Iran’s"},
		{"see Iran's offer", 4, "Iran's"},
		{"in 2016, yes", 5, "2016"},
		{"عبدالرضا رحمانی", 4, "عبدالرضا"},
		{"cafe\u0301 bar", 1, "cafe\u0301"}, // the accent is a letter of its own
		{"a  b", 2, ""},
		{"end", 3, "end"},
		{"", 0, ""},
		{"end", 99, "end"}, // beyond the text
	}
	for _, tt := range tests {
		from, to := word(tt.s, tt.at)
		if got := tt.s[from:to]; got != tt.want {
			t.Errorf("word(%q, %d) = %q, want %q", tt.s, tt.at, got, tt.want)
		}
	}
}
