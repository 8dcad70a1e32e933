package kit

import (
	"image/color"
	"testing"

	"briefline/assets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func TestThemeModes(t *testing.T) {
	th := start(t)
	for _, tt := range []struct {
		mode Mode
		want *Palette
	}{{ModeLight, &Light}, {ModeDark, &Dark}, {ModeLight, &Light}} {
		th.Mode = tt.mode
		if th.Palette() != tt.want || th.Dark() != (tt.want == &Dark) {
			t.Errorf("mode %q: dark = %v", tt.mode, th.Dark())
		}
		// Fyne's own widgets take our colours, whatever the desktop's variant.
		for name, r := range map[fyne.ThemeColorName]Role{
			theme.ColorNameBackground: RolePaper, theme.ColorNameForeground: RoleInk, theme.ColorNamePrimary: RoleAccent,
			theme.ColorNameFocus: RoleFocus, theme.ColorNameSelection: RoleSelect,
		} {
			for _, v := range []fyne.ThemeVariant{theme.VariantLight, theme.VariantDark} {
				if got := th.Color(name, v); got != color.Color(tt.want[r]) {
					t.Errorf("mode %q: %s = %v, want %v", tt.mode, name, got, tt.want[r])
				}
			}
		}
		if th.Color("no such name", theme.VariantLight) == nil {
			t.Errorf("mode %q: an unknown name has no colour", tt.mode)
		}
	}
	if th.Font(fyne.TextStyle{}) == th.Font(fyne.TextStyle{Bold: true}) {
		t.Error("bold text has the regular font")
	}
	if n := len(th.Font(fyne.TextStyle{Bold: true}).Content()); n < 1000 {
		t.Errorf("the bold font has %d bytes", n)
	}
}

// hostApp is an app on a desktop that is light or dark.
type hostApp struct {
	fyne.App
	settings *settings
}

func (d *hostApp) Settings() fyne.Settings { return d.settings }

type settings struct {
	fyne.Settings
	dark bool
}

func (s *settings) ThemeVariant() fyne.ThemeVariant {
	if s.dark {
		return theme.VariantDark
	}
	return theme.VariantLight
}

// The system's mode, which an empty one means too, follows the desktop.
func TestThemeFollowsTheSystem(t *testing.T) {
	th := NewTheme(assets.Fonts(), ModeSystem)
	inner := test.NewTempApp(t)
	set := &settings{Settings: inner.Settings()}
	fyne.SetCurrentApp(&hostApp{inner, set})
	for _, m := range []Mode{ModeSystem, ""} {
		for _, dark := range []bool{false, true} {
			th.Mode, set.dark = m, dark
			if th.Dark() != dark {
				t.Errorf("mode %q on a dark desktop %v: dark = %v", m, dark, th.Dark())
			}
		}
	}
}

// A fill takes its colours from the palette anew when it is refreshed.
func TestFillFollowsTheTheme(t *testing.T) {
	th := start(t)
	f := show(NewFrame(RoleSurface, RoleLine, 8), 20, 20)
	if f.rect.FillColor != color.Color(Light[RoleSurface]) || f.rect.StrokeColor != color.Color(Light[RoleLine]) {
		t.Errorf("light: %v, %v", f.rect.FillColor, f.rect.StrokeColor)
	}
	th.Mode = ModeDark
	f.Refresh()
	if f.rect.FillColor != color.Color(Dark[RoleSurface]) || f.rect.StrokeColor != color.Color(Dark[RoleLine]) {
		t.Errorf("dark: %v, %v, want %v, %v", f.rect.FillColor, f.rect.StrokeColor, Dark[RoleSurface], Dark[RoleLine])
	}
	f.Set(RoleNone, RoleNone)
	if _, _, _, a := f.rect.FillColor.RGBA(); a != 0 || f.rect.StrokeWidth != 0 {
		t.Errorf("nothing: alpha %d, edge %v wide, want 0, 0", a, f.rect.StrokeWidth)
	}
}

func TestCurrentWantsOurTheme(t *testing.T) {
	test.NewTempApp(t)
	defer func() {
		if recover() == nil {
			t.Error("another theme is taken for ours")
		}
	}()
	Current()
}

func TestMixAndAlpha(t *testing.T) {
	a, b := rgb(0x000000), rgb(0xFF8040)
	for _, tt := range []struct {
		share float64
		want  color.NRGBA
	}{{0, a}, {1, b}, {0.5, rgb(0x804020)}} {
		if got := Mix(a, b, tt.share); got != tt.want {
			t.Errorf("Mix(%v) = %v, want %v", tt.share, got, tt.want)
		}
	}
	if got := Alpha(b, 0.5); got.A != 128 || got.R != 0xFF {
		t.Errorf("Alpha = %v, want half of it", got)
	}
}

// A line is as wide as its words, and no wider than it may be.
func TestLine(t *testing.T) {
	th := start(t)
	free := NewLine("Defeat of ISIL in Iraq and Syria", SmallBold, RoleInk, RoleSurface, 0)
	want := ceil(th.Fonts.Width("Defeat of ISIL in Iraq and Syria", SmallBold))
	if free.Width != want || free.Size().Width != want {
		t.Errorf("width = %v, %v, want %v", free.Width, free.Size().Width, want)
	}
	if cut := NewLine("Defeat of ISIL in Iraq and Syria", SmallBold, RoleInk, RoleSurface, 60); cut.Width > 60 || cut.Width < 30 {
		t.Errorf("cut to 60: %v wide", cut.Width)
	}
	img := free.Generator(int(want), int(free.Height))
	if n := count(img, Light[RoleSurface]); n < 500 {
		t.Errorf("%d pixels of its back, want some 2000", n)
	}
}
