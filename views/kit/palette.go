package kit

import (
	"image/color"
	"math"
)

// Role names a colour by what it is for.
type Role int

// The roles of a palette. RoleNone paints nothing.
const (
	RoleNone      Role = iota
	RolePaper          // behind the cards
	RoleSurface        // cards, bars and panels
	RoleInk            // text
	RoleMuted          // secondary text
	RoleLine           // hairlines and borders
	RoleControl        // the border of a control that can be acted on
	RoleAccent         // links, stated events, the main button
	RoleOnAccent       // text on RoleAccent
	RoleWarn           // text of things to check
	RoleWarnBack       // behind RoleWarn
	RoleHighlight      // behind words that are evidence for the selection
	RoleChip           // behind a sentence number, and a chosen button
	RoleHover          // behind the row under the pointer
	RolePicked         // behind the row that is picked
	RoleSelect         // behind text selected for copying
	RoleFocus          // the ring around what has the keyboard
	RoleAdded          // what the editor added from outside the source
	RoleShade          // the scroll bar
	RoleSideA          // the first side
	RoleSideB          // the second side
	RoleSideC          // the third side
	RoleSideD          // the fourth side
	RoleOther          // those only mentioned
	RoleOnSide         // text on any of the sides
	RoleVeil           // over the window behind a dialog
	RoleWho            // behind a participant's mention in an article under review
	RoleWhen           // behind the words of an event there
	RoleWhenLine       // below the words of an event
	RoleSaid           // behind the words of a statement there
	RoleGood           // text of what is taken as right
	RoleBad            // text of what takes away
	numRoles
)

// Palette gives each Role its colour. RoleNone is transparent.
type Palette [numRoles]color.NRGBA

// Side returns the role of the n-th side, counted from 0. From the fifth side
// on, and for n below 0, it is RoleOther: sides are told apart by shape and
// name too, never by colour alone.
func Side(n int) Role {
	if n < 0 || n > 3 {
		return RoleOther
	}
	return RoleSideA + Role(n)
}

// Light is the palette for a light desktop.
var Light = Palette{
	RolePaper:     rgb(0xF5F4F0),
	RoleSurface:   rgb(0xFFFFFF),
	RoleInk:       rgb(0x1B1F24),
	RoleMuted:     rgb(0x5C6570),
	RoleLine:      rgb(0xDDD9CF),
	RoleControl:   rgb(0x8A8F96),
	RoleAccent:    rgb(0x0B5C6B),
	RoleOnAccent:  rgb(0xFFFFFF),
	RoleWarn:      rgb(0x8A5A00),
	RoleWarnBack:  rgb(0xFFF6DF),
	RoleHighlight: rgb(0xFFF2B8),
	RoleChip:      rgb(0xEAF1F3),
	RoleHover:     rgb(0xF5F6F5),
	RolePicked:    rgb(0xDCE8EC),
	RoleSelect:    rgb(0xBBDDE6),
	RoleFocus:     rgb(0x0B7A8F),
	RoleAdded:     rgb(0xA84A14),
	RoleShade:     rgb(0x9AA0A6),
	RoleSideA:     rgb(0x0B6FA4),
	RoleSideB:     rgb(0xB5531C),
	RoleSideC:     rgb(0x6B4BA3),
	RoleSideD:     rgb(0x2D7A3C),
	RoleOther:     rgb(0x646B77),
	RoleOnSide:    rgb(0xFFFFFF),
	RoleVeil:      color.NRGBA{R: 0x1B, G: 0x1F, B: 0x24, A: 0x66},
	RoleWho:       rgb(0xE3EEF7),
	RoleWhen:      rgb(0xE4EFE4),
	RoleWhenLine:  rgb(0x3B8C4A),
	RoleSaid:      rgb(0xFBF0E6),
	RoleGood:      rgb(0x2D7A3C),
	RoleBad:       rgb(0xAA3333),
}

// Dark is the palette for a dark desktop.
var Dark = Palette{
	RolePaper:     rgb(0x15181C),
	RoleSurface:   rgb(0x1E2328),
	RoleInk:       rgb(0xE9E7E1),
	RoleMuted:     rgb(0x9AA4AF),
	RoleLine:      rgb(0x353B42),
	RoleControl:   rgb(0x737C86),
	RoleAccent:    rgb(0x6CC3D3),
	RoleOnAccent:  rgb(0x10262B),
	RoleWarn:      rgb(0xF2C661),
	RoleWarnBack:  rgb(0x332A14),
	RoleHighlight: rgb(0x40380F),
	RoleChip:      rgb(0x263238),
	RoleHover:     rgb(0x242A30),
	RolePicked:    rgb(0x2C3C44),
	RoleSelect:    rgb(0x2B5560),
	RoleFocus:     rgb(0x6CC3D3),
	RoleAdded:     rgb(0xF0945A),
	RoleShade:     rgb(0x6A727B),
	RoleSideA:     rgb(0x6DB6E4),
	RoleSideB:     rgb(0xF0945A),
	RoleSideC:     rgb(0xB79CE6),
	RoleSideD:     rgb(0x7CC58A),
	RoleOther:     rgb(0xA3ABB5),
	RoleOnSide:    rgb(0x10181D),
	RoleVeil:      color.NRGBA{A: 0x99},
	RoleWho:       rgb(0x1F3547),
	RoleWhen:      rgb(0x20382A),
	RoleWhenLine:  rgb(0x5FB072),
	RoleSaid:      rgb(0x372B21),
	RoleGood:      rgb(0x7CC58A),
	RoleBad:       rgb(0xEE8A8A),
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xFF}
}

// Contrast returns the contrast ratio of two opaque colours, 1 to 21.
// Source: WCAG 2.2, definition of contrast ratio and relative luminance.
func Contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	if la < lb {
		la, lb = lb, la
	}
	return (la + 0.05) / (lb + 0.05)
}

func luminance(c color.NRGBA) float64 {
	lin := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(c.R) + 0.7152*lin(c.G) + 0.0722*lin(c.B)
}

// Mix returns the colour share of the way from a to b, share from 0 to 1.
func Mix(a, b color.NRGBA, share float64) color.NRGBA {
	m := func(x, y uint8) uint8 { return uint8(float64(x) + (float64(y)-float64(x))*share + 0.5) }
	return color.NRGBA{R: m(a.R, b.R), G: m(a.G, b.G), B: m(a.B, b.B), A: m(a.A, b.A)}
}

// Alpha returns c at the given opacity, 0 to 1.
func Alpha(c color.NRGBA, opacity float64) color.NRGBA {
	c.A = uint8(float64(c.A)*opacity + 0.5)
	return c
}
