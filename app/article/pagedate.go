package article

import (
	"strings"
	"time"

	htmldate "github.com/markusmobius/go-htmldate"
	"golang.org/x/net/html"
)

// oldest is the year of the first pages of the web: no page came out before, and a
// day before it is one that its text tells of.
const oldest = "1991"

// datePage settles the publication date of a page by what stands in sight, where its
// head does not, and keeps what may be that date as candidates.
func (a *Article) datePage(doc *html.Node) {
	spots := spotsOf(doc)
	if a.encyclopaedic && !a.Published.IsZero() {
		a.Published.Hint = true // the day on which somebody began the page
		return
	}
	switch {
	case a.Published.IsZero(), a.Published.Inferred:
		if s, ok := statedSpot(spots); ok {
			origin := "line of the page"
			if s.class != "" && s.label != LabelPublished {
				origin = "element of the class " + s.class
			}
			a.Published = Field{Value: s.date.Value, Words: s.words, Origin: origin}
		}
	default:
		a.localDay(spots)
	}
	if a.Published.Inferred && strings.HasPrefix(a.Published.Origin, "meta") { // of the file, as often as of the article
		if s, ok := loneSpot(spots); ok {
			a.Published = Field{Value: s.date.Value, Words: s.words, Origin: "line of the page", Inferred: true}
		}
	}
	if a.Published.IsZero() {
		a.searchDate(doc, spots)
	}
	if s, ok := loneSpot(spots); ok && a.Published.IsZero() {
		a.Published = Field{Value: s.date.Value, Words: s.words, Origin: "line of the page", Inferred: true}
	}
	if !a.Published.IsZero() {
		return
	}
	for _, s := range spots {
		told := !s.alone && s.label == NoLabel && len(s.words) > 60 // of a sentence
		if !s.aside && !told && s.date.Value > oldest && len(a.Candidates) < 4 {
			a.candidate(Field{Value: s.date.Value, Words: s.words, Origin: "date found in the page"})
		}
	}
}

func (a *Article) candidate(f Field) {
	for _, c := range a.Candidates {
		if c.Value == f.Value {
			return
		}
	}
	a.Candidates = append(a.Candidates, f)
}

// statedSpot returns the spot that says of itself that it holds the day of
// publication: the first below the heading, else the first at all where they agree.
func statedSpot(spots []spot) (spot, bool) {
	best, values := -1, map[string]bool{}
	for i, s := range spots {
		if s.aside || s.date.Other != "" || s.date.Value < oldest || s.label == LabelUpdated || s.label != LabelPublished && s.class == "" || !s.alone && s.class == "" {
			continue
		}
		if best < 0 || spots[best].nearby < 0 && s.nearby >= 0 && s.nearby < 12 {
			best = i
		}
		values[s.date.Value] = true
	}
	if best < 0 || len(values) > 3 && spots[best].nearby != 0 && spots[best].nearby > 6 {
		return spot{}, false
	}
	return spots[best], true
}

// loneSpot returns the date that stands by itself next to the heading, where it is the
// only one there.
func loneSpot(spots []spot) (found spot, ok bool) {
	for _, s := range spots {
		if s.aside || !s.alone || s.label == LabelUpdated || s.date.Other != "" || s.date.Value < oldest || s.nearby < 0 || s.nearby > 6 {
			continue
		}
		if ok && s.date.Value != found.date.Value {
			return spot{}, false
		}
		found, ok = s, true
	}
	return found, ok
}

// localDay takes the day that the page shows where its head gives the time in UTC
// and that falls on the day before or after: readers, and the article's "on Friday",
// count by the day in sight.
func (a *Article) localDay(spots []spot) {
	utc, err := time.Parse(time.RFC3339, a.Published.Value)
	if _, offset := utc.Zone(); err != nil || offset != 0 {
		return
	}
	other := ""
	for _, s := range spots {
		if s.aside || s.attr || s.date.Other != "" || s.nearby > 10 {
			continue
		}
		day, err := time.Parse(time.DateOnly, s.date.Value)
		if err != nil {
			continue
		}
		if s.date.Value == a.Published.Value[:len("2006-01-02")] {
			return
		}
		// The day in sight is that of UTC's time somewhere on earth.
		if apart := utc.Sub(day); apart >= 24*time.Hour && apart < 36*time.Hour || apart < 0 && apart >= -14*time.Hour {
			other = s.date.Value
		}
	}
	if other != "" {
		a.Published.Value = other
		a.Published.Origin = "line of the page; in UTC, " + a.Published.Origin
	}
}

// searchDate asks go-htmldate, which finds a date by many signs and tells none of
// them. What it finds counts where the page shows that day in a piece of its own, or
// says it to machines; else it is a candidate.
func (a *Article) searchDate(doc *html.Node, spots []spot) {
	found, err := htmldate.FromDocument(doc, htmldate.Options{UseOriginalDate: true, URL: a.Address.Value})
	if err != nil || found.IsZero() {
		return
	}
	value, words := found.Format(time.DateOnly), squeeze(found.SrcString)
	f := Field{Value: value, Words: words, Origin: "date found in the page", Inferred: true}
	if len(words) > 100 {
		f.Words = ""
	}
	isAside, settled := a.spotOf(value, spots, f)
	if settled {
		return
	}
	for _, d := range FindDates(words) { // of an attribute or a script
		if d.Value == value && d.Other == "" && !d.Range && !isAside && !strings.ContainsAny(words, "©<>") && value > oldest && len(words) < 64 {
			f.Origin = "data of the page"
			a.Published = f
			return
		}
	}
	if len(words) > 64 && !strings.ContainsAny(words, "/|·") { // a sentence tells of that day
		return
	}
	if strings.HasSuffix(value, "-01") && !strings.Contains(words, value) { // a month or a year, made a day
		return
	}
	a.candidate(f)
}

// spotOf takes the day where a spot shows it. It reports whether one beside the article
// does, and whether the day is settled or, if it may be another one, kept as candidates.
func (a *Article) spotOf(value string, spots []spot, f Field) (isAside, settled bool) {
	for _, s := range spots {
		switch {
		case s.date.Value != value && s.date.Other != value:
			continue
		case s.aside && s.label != LabelPublished:
			isAside = true
			continue
		case !s.alone && len(s.words) > 90:
			continue // a sentence tells of that day
		}
		f.Words, f.Origin = s.words, "line of the page"
		if s.date.Other != "" && (a.Language.Value == "" || strings.HasPrefix(strings.ToLower(a.Language.Value), "en")) {
			a.candidate(Field{Value: s.date.Value, Words: s.words, Origin: f.Origin}) // the day or the month first?
			a.candidate(Field{Value: s.date.Other, Words: s.words, Origin: f.Origin})
			return isAside, true
		}
		if s.attr {
			f.Origin = "attribute of the page"
		}
		a.Published = f
		return isAside, true
	}
	return isAside, false
}
