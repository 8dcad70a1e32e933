package i18n

import (
	"slices"
	"strconv"
	"strings"

	"briefline/app/edtf"
)

// Value is what fills a placeholder of a message that a file keeps by its ID: see
// [briefline/app/briefing.Value], whose kinds are those of Is.
type Value struct {
	Name, Is string
	Words    []string
	More     int
}

// longestQuote is how much of the words of a source a message quotes, in
// characters.
const longestQuote = 60

// Say words a message whose values are kept as they were found, such as dates in
// EDTF. A value that cannot be read is shown as it stands.
func (c *Catalog) Say(id string, values []Value) string {
	var kv []any
	for _, v := range values {
		kv = append(kv, v.Name, c.value(v))
	}
	return c.Text(id, kv...)
}

func (c *Catalog) value(v Value) any {
	word := strings.Join(v.Words, ", ")
	switch v.Is {
	case "quotes":
		var quotes []string
		for _, w := range v.Words {
			if q := c.Text("draft.quote", "words", cut(w, longestQuote)); !slices.Contains(quotes, q) {
				quotes = append(quotes, q)
			}
		}
		return c.List(append(quotes, c.more(v)...))
	case "repairs":
		var pairs []string
		for pair := range slices.Chunk(v.Words, 2) {
			if len(pair) == 2 {
				pairs = append(pairs, c.Text("draft.check.repair", "words", pair[0], "repair", pair[1]))
			}
		}
		return strings.Join(append(pairs, c.more(v)...), "; ")
	case "date":
		if d, err := edtf.Parse(word); err == nil {
			return c.Date(d)
		}
	case "language":
		return c.Language(word)
	case "bytes":
		if n, err := strconv.ParseUint(word, 10, 64); err == nil {
			return c.Bytes(n)
		}
	case "count":
		if n, err := strconv.Atoi(word); err == nil {
			return n
		}
	}
	return word
}

// more says how many items are not named; nil when all are.
func (c *Catalog) more(v Value) []string {
	if v.More <= 0 {
		return nil
	}
	return []string{c.Text("draft.more", "n", v.More)}
}

// cut shortens words to whole ones, with an ellipsis.
func cut(s string, most int) string {
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	s = string(r[:most])
	if at := strings.LastIndexByte(s, ' '); at > 0 {
		s = s[:at]
	}
	return strings.TrimRight(s, " ,;:") + "…"
}
