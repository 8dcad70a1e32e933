package kit

import (
	"image"
	"image/color"
	"io/fs"

	"briefline/app/typeset"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Mode says which palette a Theme shows.
type Mode string

// The modes. ModeSystem follows the desktop.
const (
	ModeSystem Mode = "system"
	ModeLight  Mode = "light"
	ModeDark   Mode = "dark"
)

// Theme is the Fyne theme of the program. It also carries what the widgets of
// this package draw with: the fonts and the palette of the present mode.
type Theme struct {
	// Fonts shapes every text of the program.
	Fonts *typeset.Fonts
	// Mode chooses the palette; empty means ModeSystem.
	Mode Mode
	// OnKey gets the keys that the focused widget has no use for, such as
	// Escape; nil ignores them.
	OnKey func(*fyne.KeyEvent)
	// OnRune gets the letters that a focused button or row of tabs has no use for;
	// nil ignores them.
	OnRune func(rune)
	// OnTip is told the tip of the control that the pointer came to and where it
	// may hang, and "" when the pointer leaves; nil shows none.
	OnTip func(tip string, at fyne.Position)

	selection selection
	regular   fyne.Resource
	bold      fyne.Resource
}

// NewTheme returns a theme that takes its fonts from fsys, which holds the
// files that typeset.Open names.
func NewTheme(fsys fs.FS, mode Mode) *Theme {
	return &Theme{
		Fonts:   typeset.Open(fsys),
		Mode:    mode,
		regular: &fontFile{fsys, "NotoSans-Regular.ttf"},
		bold:    &fontFile{fsys, "NotoSans-Bold.ttf"},
	}
}

// fontFile is a font for Fyne's own text, read when Fyne first asks: the first
// screen shows none of it.
type fontFile struct {
	fsys fs.FS
	name string
}

func (f *fontFile) Name() string { return f.name }

func (f *fontFile) Content() []byte {
	b, err := fs.ReadFile(f.fsys, f.name)
	if err != nil {
		fyne.LogError("read font "+f.name, err)
	}
	return b
}

// Current returns the theme that is set on the running app. It panics when
// that is not a *Theme: every window and test sets one first.
func Current() *Theme {
	t, ok := theme.Current().(*Theme)
	if !ok {
		panic("kit: the app's theme is not a *kit.Theme")
	}
	return t
}

// unused passes a key on that a widget has no use for.
func (t *Theme) unused(ev *fyne.KeyEvent) {
	if t.OnKey != nil {
		t.OnKey(ev)
	}
}

// unusedRune passes a letter on that a widget has no use for.
func (t *Theme) unusedRune(r rune) {
	if t.OnRune != nil {
		t.OnRune(r)
	}
}

// tip tells what the control under the pointer does; "" when it left.
func (t *Theme) tip(o fyne.CanvasObject, words string) {
	if t.OnTip == nil {
		return
	}
	var at fyne.Position
	if words != "" {
		at = fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(10, o.Size().Height+2)
	}
	t.OnTip(words, at)
}

// Dark reports whether the dark palette is shown.
func (t *Theme) Dark() bool {
	switch t.Mode {
	case ModeLight:
		return false
	case ModeDark:
		return true
	}
	return fyne.CurrentApp().Settings().ThemeVariant() == theme.VariantDark
}

// Palette returns the colours of the present mode.
func (t *Theme) Palette() *Palette {
	if t.Dark() {
		return &Dark
	}
	return &Light
}

// Color returns Fyne's colours out of the palette.
func (t *Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	p := t.Palette()
	switch name {
	case theme.ColorNameBackground, theme.ColorNameInputBackground:
		return p[RolePaper]
	case theme.ColorNameButton, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground, theme.ColorNameHeaderBackground:
		return p[RoleSurface]
	case theme.ColorNameForeground:
		return p[RoleInk]
	case theme.ColorNamePlaceHolder, theme.ColorNameDisabled:
		return p[RoleMuted]
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		return p[RoleAccent]
	case theme.ColorNameForegroundOnPrimary:
		return p[RoleOnAccent]
	case theme.ColorNameFocus:
		return p[RoleFocus]
	case theme.ColorNameSelection:
		return p[RoleSelect]
	case theme.ColorNameHover, theme.ColorNamePressed:
		return p[RoleHover]
	case theme.ColorNameSeparator:
		return p[RoleLine]
	case theme.ColorNameInputBorder:
		return p[RoleControl]
	case theme.ColorNameScrollBar:
		return p[RoleShade]
	case theme.ColorNameScrollBarBackground:
		return color.Transparent
	case theme.ColorNameShadow:
		if t.Dark() {
			return color.NRGBA{A: 0x50}
		}
		return color.NRGBA{A: 0x18}
	case theme.ColorNameWarning, theme.ColorNameError:
		return p[RoleWarn]
	}
	variant := theme.VariantLight
	if t.Dark() {
		variant = theme.VariantDark
	}
	return theme.DefaultTheme().Color(name, variant)
}

// Font returns Noto Sans for all of Fyne's own text.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace, style.Symbol:
		return theme.DefaultTheme().Font(style)
	case style.Bold:
		return t.bold
	}
	return t.regular
}

// Icon returns Fyne's icons.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

// Size returns Fyne's sizes, in points, where the design asks for others.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return 13.5
	case theme.SizeNameInnerPadding:
		return 7
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return 6
	case theme.SizeNameScrollBar:
		return 10
	case theme.SizeNameScrollBarSmall:
		return 4
	}
	return theme.DefaultTheme().Size(name)
}

// Warm shapes and paints texts once, into nowhere, so that their fonts are
// read and their letters drawn when the first frame asks for them. It may run
// beside the start of the window.
func Warm(fonts *typeset.Fonts, texts map[typeset.Style][]string) {
	for style, list := range texts {
		for _, s := range list {
			t := fonts.Layout(typeset.Paragraph{Spans: []typeset.Span{{Text: s, Style: style}}, Width: 700})
			img := image.NewRGBA(image.Rect(0, 0, 700, int(t.Height)+1))
			t.Draw(img, 0, 0, 1, func(int) color.Color { return color.Black })
		}
	}
}

// Text styles of the design, in points.
var (
	Body       = typeset.Style{Size: 13.5}
	BodyBold   = typeset.Style{Size: 13.5, Bold: true}
	Lead       = typeset.Style{Size: 15}
	LeadBold   = typeset.Style{Size: 15, Bold: true}
	Headline   = typeset.Style{Family: typeset.Serif, Size: 26, Bold: true}
	Quote      = typeset.Style{Family: typeset.Serif, Size: 13.5}
	QuoteSmall = typeset.Style{Family: typeset.Serif, Size: 12.5}
	Small      = typeset.Style{Size: 11.5}
	SmallBold  = typeset.Style{Size: 11.5, Bold: true}
	Note       = typeset.Style{Size: 12.5}
	NoteBold   = typeset.Style{Size: 12.5, Bold: true}
	Kicker     = typeset.Style{Size: 11.5, Tracking: 0.35}
	Caption    = typeset.Style{Size: 11, Bold: true, Tracking: 0.6}
	Chip       = typeset.Style{Size: 10.5, Bold: true}
	Section    = typeset.Style{Size: 14, Bold: true}
)
