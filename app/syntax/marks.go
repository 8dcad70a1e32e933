package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The functions below return the end of what they look for at text[i:], or i.

// longestAddress is how far an address is looked for, in bytes.
const longestAddress = 1024

// address finds a web or mail address.
func address(text string, i int) int {
	if i > 0 {
		if r, _ := utf8.DecodeLastRuneInString(text[:i]); isWordRune(r) {
			return i
		}
	}
	end := i
	for end < len(text) && end < i+longestAddress {
		r, size := utf8.DecodeRuneInString(text[end:])
		if isBlank(r) || strings.ContainsRune(`<>"”“`, r) {
			break
		}
		end += size
	}
	run := text[i:end]
	for _, p := range []string{"http://", "https://", "ftp://", "www."} {
		if hasPrefixFold(run, p) && len(run) > len(p) {
			return i + len(strings.TrimRightFunc(run, func(r rune) bool { return !isWordRune(r) && r != '/' }))
		}
	}
	if at := strings.IndexByte(run, '@'); at > 0 && strings.IndexFunc(run[:at], notMail) < 0 {
		host := run[at+1:]
		if k := strings.IndexFunc(host, notHost); k >= 0 {
			host = host[:k]
		}
		host = strings.Trim(host, ".-")
		if strings.Contains(host, ".") {
			return i + at + 1 + len(host)
		}
	}
	if strings.IndexByte(run, '.') <= 0 {
		return i
	}
	return domain(text, i, run)
}

// domain finds "example.com" and "example.com/path" at the start of a run.
func domain(text string, i int, run string) int {
	host := run
	if k := strings.IndexFunc(host, notHost); k >= 0 {
		host = host[:k]
	}
	host = strings.TrimRight(host, ".-")
	for _, d := range domains {
		name, ok := strings.CutSuffix(strings.ToLower(host), "."+d)
		if !ok || name == "" {
			continue
		}
		end := i + len(host)
		if rest := run[len(host):]; strings.HasPrefix(rest, "/") {
			if k := strings.IndexAny(rest, ",;)"); k >= 0 {
				rest = rest[:k]
			}
			end += len(strings.TrimRightFunc(rest, func(r rune) bool { return !isWordRune(r) && r != '/' }))
		}
		return end
	}
	return i
}

func notMail(r rune) bool { return !isWordRune(r) && !strings.ContainsRune(".+-", r) }

func notHost(r rune) bool { return !isWordRune(r) && r != '-' && r != '.' }

// repeated finds several marks that make one word: "...", "--", "!?", "”".
func repeated(text string, i int) int {
	rest := text[i:]
	for _, p := range []string{"[...]", "[…]", "''", "``"} {
		if strings.HasPrefix(rest, p) {
			return i + len(p)
		}
	}
	run := func(set string) int {
		n := len(rest) - len(strings.TrimLeft(rest, set))
		if n < 2 {
			return i
		}
		return i + n
	}
	switch c := rest[0]; c {
	case '.', '-', '=', '*', '_', '+', '#', '~', '$':
		if c == '#' {
			if end := tagEnd(text, i); end > i {
				return end
			}
		}
		return run(string(c))
	case '!', '?':
		return run("!?")
	case '@':
		return tagEnd(text, i)
	}
	return i
}

// tagEnd finds "#hashtag" and "@name".
func tagEnd(text string, i int) int {
	j := i + 1
	for j < len(text) {
		r, size := utf8.DecodeRuneInString(text[j:])
		if !isWordRune(r) || j == i+1 && !unicode.IsLetter(r) {
			break
		}
		j += size
	}
	if j-i < 3 {
		return i
	}
	return j
}

// decade finds "'80s" and "'98".
func decade(text string, i int) int {
	r, size := utf8.DecodeRuneInString(text[i:])
	j := i + size
	if !isApostrophe(r) || j+2 > len(text) || !isDigit(text[j]) || !isDigit(text[j+1]) {
		return i
	}
	j += 2
	if j < len(text) && text[j] == 's' {
		j++
	}
	if letterAt(text, j) {
		return i
	}
	return j
}

// elided finds "'em", "'til", and "'s" behind what is no word: "1990's".
func elided(text string, i int) int {
	r, size := utf8.DecodeRuneInString(text[i:])
	if !isApostrophe(r) {
		return i
	}
	j := i + size
	for j < len(text) && j < i+size+6 && isASCIILetter(text[j]) {
		j++
	}
	low := strings.ToLower(text[i+size : j])
	behind, _ := utf8.DecodeLastRuneInString(text[:i])
	clitic := endings[low] && i > 0 && !isBlank(behind) && !unicode.IsPunct(behind)
	if !clitic && !elisions[low] || letterAt(text, j) {
		return i
	}
	return j
}

// number finds a number, date, time, score or telephone number; a unit written to
// it is another word ("5pm", "40km"), but not the ending of an ordinal or decade.
func number(text string, i int) int {
	if text[i] == '.' {
		j := digits(text, i+1)
		if j == i+1 {
			return i
		}
		return j
	}
	if !isDigit(text[i]) {
		return i
	}
	plain := digits(text, i)
	for _, ending := range []string{"st", "nd", "rd", "th", "s"} {
		if end := plain + len(ending); hasPrefixFold(text[plain:], ending) && !letterAt(text, end) {
			return end
		}
	}
	for _, end := range []int{slashed(text, i), telephone(text, i), thousands(text, i), pointed(text, i), plain} {
		if end > i && endsNumber(text, end) {
			return end
		}
	}
	return i
}

// endsNumber reports whether a number may end at i: at what is no letter, at one to
// three letters, or at a capital.
func endsNumber(text string, i int) bool {
	if !letterAt(text, i) {
		return true
	}
	if c := text[i]; c >= 'A' && c <= 'Z' {
		return true
	}
	j := i
	for j < len(text) && isASCIILetter(text[j]) {
		j++
	}
	return j > i && j-i <= 3 && !letterAt(text, j)
}

func digits(text string, i int) int {
	for i < len(text) && isDigit(text[i]) {
		i++
	}
	return i
}

// slashed finds "9/11" and "4/5/2016".
func slashed(text string, i int) int {
	end := i
	for j, n := i, 0; n < 3; n++ {
		k := digits(text, j)
		if k == j {
			break
		}
		if end = k; k >= len(text) || text[k] != '/' {
			break
		}
		j = k + 1
	}
	if strings.IndexByte(text[i:end], '/') < 0 {
		return i
	}
	return end
}

// telephone finds "555-123-4567".
func telephone(text string, i int) int {
	j := i
	for n, width := range []int{3, 3, 4} {
		if n > 0 {
			if j >= len(text) || text[j] != '-' {
				return i
			}
			j++
		}
		if digits(text, j)-j != width {
			return i
		}
		j += width
	}
	return j
}

// thousands finds "40,000.5".
func thousands(text string, i int) int {
	j := digits(text, i)
	if j-i > 3 {
		return i
	}
	end := i
	for j < len(text) && text[j] == ',' && digits(text, j+1) == j+4 {
		j += 4
		end = j
	}
	if end > i && end+1 < len(text) && text[end] == '.' && isDigit(text[end+1]) {
		end = digits(text, end+1)
	}
	return end
}

// pointed finds "3.5", "10:30" and "1.2.3".
func pointed(text string, i int) int {
	end, j := i, digits(text, i)
	for j+1 < len(text) && (text[j] == '.' || text[j] == ':') && isDigit(text[j+1]) {
		j = digits(text, j+1)
		end = j
	}
	return end
}

// currency finds "US$" and "$".
func currency(text string, i int) int {
	for _, land := range []string{"", "US", "A", "C", "AU", "NZ", "HK", "CA", "S"} {
		if strings.HasPrefix(text[i:], land) && strings.HasPrefix(text[i+len(land):], "$") {
			return i + len(land) + 1
		}
	}
	return i
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// isBlank is blank space, and what is as good as none: marks of byte order and
// empty characters at which a line may break.
func isBlank(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u2060'
}

func blankBetween(s string) bool { return strings.IndexFunc(s, isBlank) >= 0 }

// isInvisible is a character inside words that is not seen, such as a soft hyphen.
func isInvisible(r rune) bool { return unicode.Is(unicode.Cf, r) && !isBlank(r) }

func isWordRune(r rune) bool {
	return r == '_' || r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r))
}

func isApostrophe(r rune) bool { return strings.ContainsRune("'’‘ʼ′´＇", r) }

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}
