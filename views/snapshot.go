package views

import (
	"image"

	"briefline/app/briefing"
	"briefline/app/desk"
	"briefline/app/i18n"
	"briefline/assets"
	"briefline/views/kit"
	"briefline/views/offscreen"
	"briefline/views/panels"

	"fyne.io/fyne/v2"
)

// Snapshot returns the picture of the window's contents, painted in memory by
// Fyne's software painter: no display is needed. It makes an app of its own the
// current one, so it must not be called beside an open window.
func Snapshot(o desk.Picture) (image.Image, error) {
	words, err := i18n.Load(assets.I18n(), language)
	if err != nil {
		return nil, err
	}
	theme := kit.NewTheme(assets.Fonts(), kit.ModeLight)
	if o.Dark {
		theme.Mode = kit.ModeDark
	}
	c := offscreen.Start(theme, float32(o.Width), float32(o.Height), max(o.Scale, 0.1))
	f := newFrame(words, theme, c)
	f.open = func() {} // the button is part of the picture
	f.Show(o.Briefing)
	c.SetContent(f.stage.Window)
	c.Resize(fyne.NewSize(float32(o.Width), float32(o.Height)))
	if p := pickOf(f.index, o.Select); p.Kind != panels.KindNone {
		f.Pick(p)
		f.Reveal(p)
	}
	return offscreen.Paint(c), nil
}

// language is the language of the program's words.
const language = "en"

// pickOf finds the item with an ID, "S10" for a sentence; the zero Pick for
// none.
func pickOf(x *panels.Index, id string) panels.Pick {
	for _, k := range []panels.Kind{panels.KindEvent, panels.KindParticipant, panels.KindStatement, panels.KindCheck, panels.KindLine} {
		if p := (panels.Pick{Kind: k, ID: id}); x.Has(p) {
			return p
		}
	}
	for i, s := range x.Briefing.Sources {
		for j := range s.Sentences {
			r := briefing.Ref{Source: i, Sentence: j}
			if x.Briefing.RefName(r) == id {
				return panels.SentencePick(r)
			}
		}
	}
	return panels.Pick{}
}
