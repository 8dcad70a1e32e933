package pdf

import (
	"math"
	"strconv"
	"unicode/utf16"
)

const hexDigits = "0123456789ABCDEF"

// number appends v with at most so many decimals, without trailing zeros. What
// is not a number counts as 0; no number of a page is beyond 10 million.
func number(b []byte, v float64, decimals int) []byte {
	if math.IsNaN(v) {
		v = 0
	}
	unit := math.Pow10(decimals)
	n := int64(math.Round(min(max(v, -1e7), 1e7) * unit))
	return scaled(b, n, decimals)
}

// scaled appends n / 10^decimals.
func scaled(b []byte, n int64, decimals int) []byte {
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	unit := int64(1)
	for range decimals {
		unit *= 10
	}
	whole, rest := n/unit, n%unit
	if whole > 0 || rest == 0 {
		b = strconv.AppendInt(b, whole, 10)
	}
	if rest > 0 {
		b = append(b, '.')
		for ; rest > 0; rest %= unit {
			unit /= 10
			b = append(b, byte('0'+rest/unit))
		}
	}
	return b
}

// points appends lengths, each followed by a space, to a hundredth of a point.
func points(b []byte, vs ...float64) []byte {
	for _, v := range vs {
		b = append(number(b, v, 2), ' ')
	}
	return b
}

func pt(v float64) string { return string(number(nil, v, 2)) }

// text returns s as a text string object (ISO 32000-1, 7.9.2.2): ASCII as it
// is, anything else in UTF-16 with a byte order mark.
func text(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] > '~' {
			b := append(make([]byte, 0, 6+4*len(s)), "<FEFF"...)
			return string(append(utf16Hex(b, s), '>'))
		}
	}
	return bytesString(s)
}

// bytesString returns s as a literal string object, byte for byte.
func bytesString(s string) string {
	b := append(make([]byte, 0, len(s)+2), '(')
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '(' || c == ')' || c == '\\':
			b = append(b, '\\', c)
		case c < ' ' || c > '~':
			b = append(b, '\\', '0'+c>>6, '0'+c>>3&7, '0'+c&7)
		default:
			b = append(b, c)
		}
	}
	return string(append(b, ')'))
}

// utf16Hex appends s in UTF-16 (big-endian) as hexadecimal digits.
func utf16Hex(b []byte, s string) []byte {
	for _, r := range s {
		if hi, lo := utf16.EncodeRune(r); hi != '\uFFFD' {
			b = hex4(hex4(b, uint16(hi)), uint16(lo))
		} else {
			b = hex4(b, uint16(r))
		}
	}
	return b
}

func hex4(b []byte, v uint16) []byte {
	return append(b, hexDigits[v>>12], hexDigits[v>>8&15], hexDigits[v>>4&15], hexDigits[v&15])
}

// name returns s as a name object (ISO 32000-1, 7.3.5).
func name(s string) string {
	b := []byte{'/'}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9', c >= 'A' && c <= 'Z', c >= 'a' && c <= 'z', c == '-', c == '.', c == '+', c == '_':
			b = append(b, c)
		default:
			b = append(b, '#', hexDigits[c>>4], hexDigits[c&15])
		}
	}
	return string(b)
}
