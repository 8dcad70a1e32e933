// Package gomoji stands in for github.com/forPelevin/gomoji (see the replace in
// the go.mod of Briefline). go-trafilatura uses one function of it, on the names
// of authors; its table of every emoji with its name would be more than a megabyte
// of the program.
package gomoji

import (
	"strings"
	"unicode"
)

// emojis are the characters that Unicode's emoji-data.txt (16.0) marks as pictures
// that are shown in colour, with what joins and varies them. Digits, "#" and "*",
// which it marks too, are text, and so are the signs for copyright and trade mark.
var emojis = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x200D, 0x200D, 1}, {0x20E3, 0x20E3, 1}, {0x231A, 0x231B, 1}, {0x23E9, 0x23F3, 1}, {0x25FD, 0x25FE, 1},
		{0x2600, 0x2604, 1}, {0x2614, 0x2615, 1}, {0x2648, 0x2653, 1}, {0x267F, 0x267F, 1}, {0x2693, 0x2693, 1},
		{0x26A1, 0x26A1, 1}, {0x26AA, 0x26AB, 1}, {0x26BD, 0x26BE, 1}, {0x26C4, 0x26C5, 1}, {0x26CE, 0x26CE, 1},
		{0x26D4, 0x26D4, 1}, {0x26EA, 0x26EA, 1}, {0x26F2, 0x26F5, 1}, {0x26FA, 0x26FA, 1}, {0x26FD, 0x26FD, 1},
		{0x2705, 0x2705, 1}, {0x270A, 0x270B, 1}, {0x2728, 0x2728, 1}, {0x274C, 0x274C, 1}, {0x274E, 0x274E, 1},
		{0x2753, 0x2755, 1}, {0x2757, 0x2757, 1}, {0x2764, 0x2764, 1}, {0x2795, 0x2797, 1}, {0x27B0, 0x27B0, 1},
		{0x2B1B, 0x2B1C, 1}, {0x2B50, 0x2B50, 1}, {0x2B55, 0x2B55, 1}, {0xFE0F, 0xFE0F, 1},
	},
	R32: []unicode.Range32{{0x1F000, 0x1FAFF, 1}, {0xE0020, 0xE007F, 1}},
}

// RemoveEmojis returns s without emojis and without blanks around it.
func RemoveEmojis(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.Is(emojis, r) {
			return -1
		}
		return r
	}, s))
}
