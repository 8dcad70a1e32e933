// Package wording says what an item of a briefing is called beside its own
// words: when an event was and where its date comes from. The screen and the
// printed page word these alike, so the rules stand here once.
package wording

import (
	"math"
	"slices"
	"strings"

	"briefline/app/briefing"
	"briefline/app/i18n"
)

// When words the date of an event: its EDTF, else what the words of the source
// leave open, else that there is none. Several dates that the source gives are
// all named, in the order in which they stand there: "Thursday or Friday, date
// not known". quote prepares the source's own words for the line that they come
// to stand in; nil leaves them as they are.
func When(words *i18n.Catalog, e *briefing.Event, quote func(string) string) string {
	if !e.Date.EDTF.IsZero() {
		return words.DateShort(e.Date.EDTF)
	}
	dates := append([]briefing.Dating{e.Date}, e.Alternatives...)
	slices.SortStableFunc(dates, func(a, b briefing.Dating) int { return first(a) - first(b) })
	var said []string
	for _, d := range dates {
		w := d.Words
		if quote != nil {
			w = quote(w)
		}
		if d.Words != "" && !slices.Contains(said, w) {
			said = append(said, w)
		}
	}
	if len(said) > 1 {
		return words.Text("event.either", "dates", strings.Join(said, words.Text("list.or")))
	}
	if w := words.Timex(e.Date.Timex); w != "" {
		return w
	}
	if len(said) == 1 {
		return words.Text("date.words", "words", said[0])
	}
	return words.Text("event.undated")
}

// first is where the words of a date stand in the source; one without evidence
// comes last.
func first(d briefing.Dating) int {
	if len(d.Evidence) == 0 {
		return math.MaxInt32
	}
	return d.Evidence[0].Start
}

// Remark says where the date of an event comes from when the source does not
// state it, "" when it does or when there is none; added reports that it is the
// editor's.
func Remark(words *i18n.Catalog, e *briefing.Event) (remark string, added bool) {
	switch {
	case e.Basis == briefing.BasisAdded:
		return words.Text("event.added"), true
	case e.Date.Basis == briefing.BasisAdded:
		return words.Text("event.dateAdded"), true
	case e.Date.EDTF.IsZero():
		return "", false
	case e.Date.Basis == briefing.BasisInferred:
		return words.Text("event.dateInferred"), false
	}
	return "", false
}

// Published words the publication date of a source.
func Published(words *i18n.Catalog, s *briefing.Source) string {
	if s.Published.EDTF.IsZero() {
		return words.Text("card.noDate")
	}
	return words.Date(s.Published.EDTF)
}
