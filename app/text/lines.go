package text

import "strings"

// Wrapped reports whether the lines of a text are wrapped at a width: most lines
// with a line right behind them are long, none is very long, and many end within
// a sentence.
func Wrapped(text string) bool {
	const shortest, longest = 40, 110 // bytes
	inner, within := 0, 0
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		line = strings.TrimSpace(line)
		if len(line) > longest*2 {
			return false
		}
		if i+1 == len(lines) || line == "" || strings.TrimSpace(lines[i+1]) == "" {
			continue
		}
		inner++
		if last := line[len(line)-1]; len(line) >= shortest && len(line) <= longest && !strings.ContainsRune(`.!?:"”)`, rune(last)) {
			within++
		}
	}
	return inner > 1 && within*2 > inner
}
