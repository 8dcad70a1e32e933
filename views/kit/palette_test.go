package kit

import "testing"

// What stands on what, and how much contrast WCAG 2.2 asks: 4.5 for text
// (1.4.3), 3 for the edges of controls and for graphics (1.4.11).
func TestPaletteContrast(t *testing.T) {
	pairs := []struct {
		name     string
		on, back Role
		want     float64
	}{
		{"ink on paper", RoleInk, RolePaper, 4.5},
		{"ink on surface", RoleInk, RoleSurface, 4.5},
		{"ink on chip", RoleInk, RoleChip, 4.5},
		{"ink on hover", RoleInk, RoleHover, 4.5},
		{"ink on highlight", RoleInk, RoleHighlight, 4.5},
		{"ink on selected text", RoleInk, RoleSelect, 4.5},
		{"muted on paper", RoleMuted, RolePaper, 4.5},
		{"muted on surface", RoleMuted, RoleSurface, 4.5},
		{"muted on chip", RoleMuted, RoleChip, 4.5},
		{"muted on warning", RoleMuted, RoleWarnBack, 4.5},
		{"ink on warning", RoleInk, RoleWarnBack, 4.5},
		{"ink on picked", RoleInk, RolePicked, 4.5},
		{"muted on picked", RoleMuted, RolePicked, 4.5},
		{"added on chip", RoleAdded, RoleChip, 4.5},
		{"added on picked", RoleAdded, RolePicked, 4.5},
		{"muted on hover", RoleMuted, RoleHover, 4.5},
		{"muted on highlight", RoleMuted, RoleHighlight, 4.5},
		{"accent on surface", RoleAccent, RoleSurface, 4.5},
		{"accent on chip", RoleAccent, RoleChip, 4.5},
		{"accent on highlight", RoleAccent, RoleHighlight, 4.5},
		{"accent on warning", RoleAccent, RoleWarnBack, 4.5},
		{"text on accent", RoleOnAccent, RoleAccent, 4.5},
		{"warning", RoleWarn, RoleWarnBack, 4.5},
		{"ink on a mention", RoleInk, RoleWho, 4.5},
		{"ink on an event's words", RoleInk, RoleWhen, 4.5},
		{"ink on a statement's words", RoleInk, RoleSaid, 4.5},
		{"taken as right", RoleGood, RoleSurface, 4.5},
		{"taken as right, under the pointer", RoleGood, RoleHover, 4.5},
		{"taking away", RoleBad, RoleSurface, 4.5},
		{"taking away, under the pointer", RoleBad, RoleHover, 4.5},
		{"line below a mention", RoleSideA, RoleWho, 3},
		{"line below an event's words", RoleWhenLine, RoleWhen, 3},
		{"box around evidence", RoleAccent, RoleSurface, 3},
		{"added on surface", RoleAdded, RoleSurface, 4.5},
		{"added on hover", RoleAdded, RoleHover, 4.5},
		{"initials on side A", RoleOnSide, RoleSideA, 4.5},
		{"initials on side B", RoleOnSide, RoleSideB, 4.5},
		{"initials on side C", RoleOnSide, RoleSideC, 4.5},
		{"initials on side D", RoleOnSide, RoleSideD, 4.5},
		{"initials on others", RoleOnSide, RoleOther, 4.5},
		{"side A mark", RoleSideA, RoleSurface, 3},
		{"side B mark", RoleSideB, RoleSurface, 3},
		{"side C mark", RoleSideC, RoleSurface, 3},
		{"side D mark", RoleSideD, RoleSurface, 3},
		{"others' mark", RoleOther, RoleSurface, 3},
		{"focus ring on surface", RoleFocus, RoleSurface, 3},
		{"focus ring on paper", RoleFocus, RolePaper, 3},
		{"control border", RoleControl, RoleSurface, 3},
	}
	for name, p := range map[string]*Palette{"light": &Light, "dark": &Dark} {
		for _, c := range pairs {
			if got := Contrast(p[c.on], p[c.back]); got < c.want {
				t.Errorf("%s, %s: contrast = %.2f, want at least %.1f", name, c.name, got, c.want)
			}
		}
		for r := RolePaper; r < numRoles; r++ {
			if p[r].A != 0xFF && r != RoleVeil { // which darkens what is below
				t.Errorf("%s: role %d has no opaque colour", name, r)
			}
		}
	}
}

// The published pairs: black on white is 21, a colour on itself 1.
func TestContrast(t *testing.T) {
	if got := Contrast(rgb(0), rgb(0xFFFFFF)); got < 20.99 || got > 21.01 {
		t.Errorf("black on white = %v, want 21", got)
	}
	if got := Contrast(rgb(0x777777), rgb(0xFFFFFF)); got < 4.47 || got > 4.49 {
		t.Errorf("#777 on white = %v, want 4.48", got)
	}
	if got := Contrast(rgb(0x0B5C6B), rgb(0x0B5C6B)); got != 1 {
		t.Errorf("a colour on itself = %v, want 1", got)
	}
}
