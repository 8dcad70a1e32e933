package i18n

// Rule words the rule by which a date was read. It is the ID of a message; other
// programs and editors write words of their own, which are shown as they stand.
func (c *Catalog) Rule(rule string) string {
	if c.Has(rule) {
		return c.Text(rule)
	}
	return rule
}
