package i18n

import "strings"

// Rule words the rule by which a date was read. It is the ID of a message; other
// programs and editors write words of their own, which are shown as they stand.
// A date of an event has two, with a blank between: how its words were read, and
// how they belong to the event.
func (c *Catalog) Rule(rule string) string {
	if c.Has(rule) {
		return c.Text(rule)
	}
	if first, second, ok := strings.Cut(rule, " "); ok && c.Has(first) && c.Has(second) {
		return c.Text("timex.rules", "words", c.Text(first), "event", c.Text(second))
	}
	return rule
}

// Against words what a date was resolved against. That is the ID of a message, a
// blank and a date in TIMEX3, as "timex.against.published 2024-05-14"; anything
// else is shown as it stands, as with [Catalog.Rule].
func (c *Catalog) Against(against string) string {
	id, value, ok := strings.Cut(against, " ")
	if !ok || !strings.HasPrefix(id, "timex.against.") || !c.Has(id) {
		return against
	}
	date := c.Timex(value)
	if date == "" {
		date = value
	}
	return c.Text(id, "date", date)
}
