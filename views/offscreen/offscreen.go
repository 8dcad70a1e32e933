// Package offscreen paints a window's contents into a picture, with no
// display, no OpenGL and no C: the snapshot command and machines without a
// screen use it.
package offscreen

import (
	"image"
	"net/url"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/theme"
)

// Canvas is a canvas in memory.
type Canvas = software.WindowlessCanvas

// Start makes an app without windows the current one, shown in th, and returns
// its canvas of width by height points; a point is scale pixels.
//
// The app answers only what painting asks of it; a call of anything else, such
// as NewWindow, is a programming mistake and panics.
func Start(th fyne.Theme, width, height, scale float32) Canvas {
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetScale(scale)
	c.Resize(fyne.NewSize(width, height))
	fyne.SetCurrentApp(&app{driver: driver{canvas: c}, settings: settings{theme: th}})
	// Fyne reads the clock of its cache when it paints, and not when it fills the
	// cache: what is laid out more than a minute after the last painting counts as
	// old at once, and is gone in the midst of the next (2.8.1). A picture of nothing
	// sets that clock.
	blank := software.NewCanvas()
	blank.Resize(fyne.NewSize(1, 1))
	blank.Capture()
	return c
}

// Paint returns the picture of what the canvas shows.
func Paint(c Canvas) image.Image { return c.Capture() }

type app struct {
	fyne.App
	driver   driver
	settings settings
}

func (a *app) Driver() fyne.Driver        { return &a.driver }
func (a *app) Settings() fyne.Settings    { return &a.settings }
func (a *app) Clipboard() fyne.Clipboard  { return &clipboard{} }
func (a *app) UniqueID() string           { return "org.briefline.Briefline" }
func (a *app) Metadata() fyne.AppMetadata { return fyne.AppMetadata{} }
func (a *app) Icon() fyne.Resource        { return nil }
func (a *app) OpenURL(*url.URL) error     { return nil }
func (a *app) Lifecycle() fyne.Lifecycle  { return lifecycle{} }

type lifecycle struct{}

func (lifecycle) SetOnEnteredForeground(func()) {}
func (lifecycle) SetOnExitedForeground(func())  {}
func (lifecycle) SetOnStarted(func())           {}
func (lifecycle) SetOnStopped(func())           {}

type clipboard struct{ text string }

func (c *clipboard) Content() string     { return c.text }
func (c *clipboard) SetContent(s string) { c.text = s }

type driver struct {
	fyne.Driver
	canvas Canvas
	device device
}

func (d *driver) AllWindows() []fyne.Window                     { return nil }
func (d *driver) CanvasForObject(fyne.CanvasObject) fyne.Canvas { return d.canvas }
func (d *driver) Device() fyne.Device                           { return &d.device }
func (d *driver) DoubleTapDelay() time.Duration                 { return 0 }
func (d *driver) DoFromGoroutine(f func(), _ bool)              { f() }
func (d *driver) StopAnimation(*fyne.Animation)                 {}

// StartAnimation shows the end of the animation at once: a picture has no time.
func (d *driver) StartAnimation(a *fyne.Animation) { a.Tick(1) }

// AbsolutePositionForObject is not known without a window.
func (d *driver) AbsolutePositionForObject(fyne.CanvasObject) fyne.Position { return fyne.Position{} }

// RenderedTextSize measures Fyne's own text, of which snapshots show none but
// in fields being typed in: half an em a letter is near enough there.
func (d *driver) RenderedTextSize(text string, size float32, _ fyne.TextStyle, _ fyne.Resource) (fyne.Size, float32) {
	return fyne.NewSize(float32(len([]rune(text)))*size*0.55, size*1.36), size * 1.07
}

type device struct{ fyne.Device }

func (*device) IsMobile() bool                           { return false }
func (*device) IsBrowser() bool                          { return false }
func (*device) HasKeyboard() bool                        { return true }
func (*device) Orientation() fyne.DeviceOrientation      { return fyne.OrientationHorizontalLeft }
func (*device) SystemScaleForWindow(fyne.Window) float32 { return 1 }
func (*device) Locale() fyne.Locale                      { return "en" }

type settings struct {
	fyne.Settings
	theme fyne.Theme
}

func (s *settings) Theme() fyne.Theme                    { return s.theme }
func (s *settings) SetTheme(t fyne.Theme)                { s.theme = t }
func (s *settings) ThemeVariant() fyne.ThemeVariant      { return theme.VariantLight }
func (s *settings) Scale() float32                       { return 1 }
func (s *settings) PrimaryColor() string                 { return theme.ColorBlue }
func (s *settings) ShowAnimations() bool                 { return false }
func (s *settings) BuildType() fyne.BuildType            { return fyne.BuildStandard }
func (s *settings) AddListener(func(fyne.Settings))      {}
func (s *settings) AddChangeListener(chan fyne.Settings) {}
