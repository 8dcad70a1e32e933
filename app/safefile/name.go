package safefile

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxName is the longest name of a file, in bytes: that of ext4, APFS and NTFS is
// 255, of which some systems count more for a name that they encode anew.
const maxName = 240

// reserved are names of devices on Windows, whatever follows the first point
// (Microsoft, "Naming Files, Paths, and Namespaces").
var reserved = map[string]bool{
	"con": true, "prn": true, "aux": true, "nul": true, "conin$": true, "conout$": true,
	"com1": true, "com2": true, "com3": true, "com4": true, "com5": true, "com6": true, "com7": true, "com8": true, "com9": true,
	"lpt1": true, "lpt2": true, "lpt3": true, "lpt4": true, "lpt5": true, "lpt6": true, "lpt7": true, "lpt8": true, "lpt9": true,
	"com¹": true, "com²": true, "com³": true, "lpt¹": true, "lpt²": true, "lpt³": true,
}

// Name returns a name for a file on any system, made of text, with suffix at its
// end: without separators, controls, marks that turn the direction of what is
// shown, names of devices, points and spaces at either end, and no longer than a
// name may be. It is fallback and the suffix when nothing is left of text.
func Name(text, fallback, suffix string) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`/\:*?"<>|`, r), unicode.IsControl(r), r == utf8.RuneError:
			return -1
		case unicode.Is(unicode.Bidi_Control, r), r == '\u2028', r == '\u2029', r == '\ufeff', '\ufff0' <= r && r <= '\uffff':
			return -1
		}
		return r
	}, text)
	name = strings.TrimFunc(name, atEnds)
	if most := maxName - len(suffix); len(name) > most {
		at := max(0, most)
		for at > 0 && !utf8.RuneStart(name[at]) {
			at--
		}
		name = strings.TrimFunc(name[:at], atEnds)
	}
	if name == "" {
		name = fallback
	}
	head, _, _ := strings.Cut(name, ".")
	if reserved[strings.ToLower(strings.TrimSpace(head))] {
		name = "_" + name
	}
	return name + suffix
}

// atEnds are what a name neither begins nor ends with: Windows drops points and
// spaces at its end, and a point before it hides the file.
func atEnds(r rune) bool { return r == '.' || unicode.IsSpace(r) }
