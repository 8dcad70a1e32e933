package extract

import (
	"slices"

	"briefline/app/briefing"
)

// checkReading is what of the file could not be read, or was left out.
const checkReading briefing.CheckKind = "reading"

// readingChecks says what of the file the draft does not rest on. It stands above all
// other checks: what is missing shows in none of them.
func (d *draft) readingChecks() {
	before := len(d.b.Checks)
	for _, n := range d.article.Notes {
		id := n.MessageID()
		d.check(checkReading, id, values(plain("where", n.Where)))
	}
	added := slices.Clone(d.b.Checks[before:])
	d.b.Checks = slices.Insert(slices.Delete(d.b.Checks, before, len(d.b.Checks)), 0, added...)
}
