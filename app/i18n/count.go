package i18n

import (
	"strings"
	"time"

	"github.com/dustin/go-humanize"
)

// Count returns n with thousands separators: "12,345".
func (c *Catalog) Count(n int) string { return humanize.Comma(int64(n)) }

// Ordinal returns the rank n: "1st", "22nd".
func (c *Catalog) Ordinal(n int) string { return humanize.Ordinal(n) }

// Bytes returns a size in steps of 1000: "83 MB".
func (c *Catalog) Bytes(n uint64) string { return humanize.Bytes(n) }

// Ago returns how long before now then was, or how long after: "2 minutes ago",
// "3 days from now". It is "" for the zero time, which is not known.
func (c *Catalog) Ago(then, now time.Time) string {
	if then.IsZero() {
		return ""
	}
	return humanize.RelTime(then, now, c.Text("count.ago"), c.Text("count.from-now"))
}

// wordsPerMinute is the mean silent reading rate of adults for English
// non-fiction (Brysbaert 2019).
const wordsPerMinute = 238

// ReadingTime returns how long a text of that many words takes, in whole minutes
// rounded up: "2 min read". It is "" for no words.
func (c *Catalog) ReadingTime(words int) string {
	if words <= 0 {
		return ""
	}
	return c.Text("count.reading-time", "n", (words+wordsPerMinute-1)/wordsPerMinute)
}

// List joins items: "a", "a and b", "a, b and c"; "" for none.
func (c *Catalog) List(items []string) string {
	return c.list(items, "count.list.and")
}

// ListOr joins items as choices: "a", "a or b", "a, b or c"; "" for none.
func (c *Catalog) ListOr(items []string) string {
	return c.list(items, "count.list.or")
}

// list joins items with commas and the last by the message lastID.
func (c *Catalog) list(items []string, lastID string) string {
	switch n := len(items); n {
	case 0:
		return ""
	case 1:
		return items[0]
	default:
		return c.Text(lastID, "items", strings.Join(items[:n-1], c.Text("count.list.comma")), "last", items[n-1])
	}
}
