package library

import (
	"context"
	"slices"
	"strings"
)

// How many words of a text its likes are looked for by, and how many of those are
// compared with it.
const sameWords, sameMost = 12, 20

// SameText returns the briefing, not in the trash, that has a source of exactly this
// text, spaces apart; the one that came last into the library when there are several,
// and "" when there is none.
func (l *Library) SameText(ctx context.Context, text string) (id string, err error) {
	want := strings.Fields(text)
	if len(want) == 0 {
		return "", nil
	}
	first := strings.Map(func(r rune) rune {
		if isQuote(r) {
			return ' '
		}
		return r
	}, strings.Join(want[:min(sameWords, len(want))], " "))
	q := parseQuery(`"` + first + `"`)
	if len(q) == 0 {
		return "", nil
	}
	keys, err := l.matching(ctx, q, Filter{}, sameMost)
	if err != nil {
		return "", err
	}
	for _, key := range keys {
		pieces, err := l.passagesOf(ctx, key)
		if err != nil {
			return "", err
		}
		same := slices.ContainsFunc(pieces, func(p passage) bool {
			return p.field == FieldText && slices.Equal(strings.Fields(p.text), want)
		})
		if same {
			return id, l.read.row(ctx, "SELECT id FROM entry WHERE key = $1", []any{key}, &id)
		}
	}
	return "", nil
}
