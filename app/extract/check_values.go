package extract

import (
	"slices"
	"strconv"

	"briefline/app/briefing"
	"briefline/app/i18n"
)

// newCheck returns a check that a message words when it is shown, and for who does
// not know the message the words themselves. Its detail is the message with the
// same ID and ".detail".
func (x *Extractor) newCheck(kind briefing.CheckKind, message string, values ...briefing.Value) briefing.Check {
	var given []i18n.Value
	for _, v := range values {
		given = append(given, i18n.Value{Name: v.Name, Is: string(v.Is), Words: v.Words, More: v.More})
	}
	c := briefing.Check{Kind: kind, Message: message, Values: values, Words: x.catalog.Say(message, given)}
	if detail := message + ".detail"; x.catalog.Has(detail) {
		c.Detail = x.catalog.Say(detail, given)
	}
	return c
}

func values(list ...briefing.Value) []briefing.Value { return list }

func valued(name string, is briefing.ValueKind, words ...string) briefing.Value {
	return briefing.Value{Name: name, Is: is, Words: words}
}

// plain is words as they stand.
func plain(name, words string) briefing.Value { return valued(name, "", words) }

// count is the number that a message words as n.
func count(n int) briefing.Value { return valued("n", briefing.ValueCount, strconv.Itoa(n)) }

// quotes lists words of the source in quotation marks, each once.
func quotes(name string, words []string) briefing.Value {
	var once []string
	for _, w := range words {
		if !slices.Contains(once, w) {
			once = append(once, w)
		}
	}
	return valued(name, briefing.ValueQuotes, once...)
}

// someQuotes is quotes of the first few; the rest is counted.
func someQuotes(name string, words []string) briefing.Value {
	const most = 3
	v := quotes(name, words)
	if more := len(v.Words) - most; more > 0 {
		v.Words, v.More = v.Words[:most], more
	}
	return v
}
