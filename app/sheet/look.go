package sheet

import "briefline/app/typeset"

const mm = 72 / 25.4

// Margins of a page in points, as the design has them.
const (
	marginTop    = 16 * mm
	marginSide   = 18 * mm
	marginBottom = 9 * mm
)

// largeScale is how much larger type is with Options.Large.
const largeScale = 1.3

// look holds the colours and styles of one document.
type look struct {
	k    float64 // scale of type and of the room between blocks
	mono bool

	ink, muted, accent, added, warn, warnBack, rule, grid, axis, other, paper Color

	kicker, title, lead, leadBold, body, bodyBold, note, noteBold typeset.Style
	small, smallBold, caption, heading, name, ref, quote, number  typeset.Style
}

func newLook(o Options) *look {
	k := 1.0
	if o.Large {
		k = largeScale
	}
	return scaledLook(k, o.Mono)
}

func scaledLook(k float64, mono bool) *look {
	sans := func(size float64, bold bool) typeset.Style { return typeset.Style{Size: size * k, Bold: bold} }
	s := &look{
		k: k, mono: mono,
		ink: rgb(0x16191D), muted: rgb(0x555555), accent: rgb(0x0B5C6B), added: rgb(0xA84A14),
		warn: rgb(0xB7791F), warnBack: rgb(0xFFF8E6), rule: rgb(0xBBBBBB), grid: rgb(0xDDDDDD),
		axis: rgb(0x555555), other: rgb(0x646B77), paper: rgb(0xFFFFFF),

		kicker: sans(7.8, false), title: typeset.Style{Family: typeset.Serif, Bold: true, Size: 18 * k},
		lead: sans(11, false), leadBold: sans(11, true),
		body: sans(9.6, false), bodyBold: sans(9.6, true), note: sans(9, false), noteBold: sans(9, true),
		small: sans(7.6, false), smallBold: sans(7.6, true), caption: sans(7.4, true),
		heading: sans(10.5, true), name: sans(10, true), ref: sans(6.8, true),
		quote: typeset.Style{Family: typeset.Serif, Size: 9 * k}, number: sans(7.4, true),
	}
	s.kicker.Tracking, s.caption.Tracking = 0.23*k, 0.37*k
	if mono {
		black := Color{}
		s.ink, s.accent, s.added, s.warn, s.other = black, black, black, black, rgb(0x444444)
		s.muted, s.axis, s.rule, s.grid = rgb(0x333333), black, rgb(0x777777), rgb(0xBBBBBB)
		s.warnBack = Color{None: true}
	}
	return s
}

func rgb(v uint32) Color { return Color{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v)} }
