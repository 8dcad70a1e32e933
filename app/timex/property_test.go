package timex

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"briefline/app/edtf"
)

// laws returns what an expression breaks of the three promises: no date is finer
// than its words, none is without words or a rule, and no year is shown that does
// not stand in the text or follow from a base that is shown.
func laws(text string, e Expression) []string {
	var broken []string
	words := strings.ToLower(text[e.Start:e.End])
	if strings.TrimSpace(words) == "" || e.Rule == "" {
		broken = append(broken, "no words or no rule")
	}
	if e.EDTF.IsZero() {
		return broken
	}
	if strings.Contains(e.EDTF.String(), "T") && !clockWords.MatchString(words) {
		broken = append(broken, "a time of day from no time of day")
	}
	if day := dayForm.MatchString(e.EDTF.String()); day && e.Type != Duration && !dayWords.MatchString(words) {
		broken = append(broken, "a day from "+strconv.Quote(words))
	}
	if e.Against != "" {
		if id, base, ok := strings.Cut(e.Against, " "); !ok || !strings.HasPrefix(id, "timex.against.") || base == "" {
			broken = append(broken, "no base in "+e.Against)
		}
		return broken
	}
	for _, y := range yearForm.FindAllString(e.EDTF.String(), -1) {
		y = strings.TrimLeft(strings.TrimPrefix(y, "-"), "0")
		if !stands(text, y) {
			broken = append(broken, "the year "+y+" from nowhere")
		}
	}
	return broken
}

var (
	clockWords = regexp.MustCompile(`\d|noon|midnight|o['’]clock|o ['’] clock`)
	dayForm    = regexp.MustCompile(`\d{4}-(?:0\d|1[0-2])-\d\d`)
	// What names a day, a week or a weekend, or counts days.
	dayWords = regexp.MustCompile(`\d|day|week|night|morning|afternoon|evening|today|tomorrow|dawn|dusk|sun|noon|mid|lunch|overnight|fortnight|christmas|easter|halloween|thanksgiving|pentecost|new year|mon|tue|wed|thu|fri|sat|` +
		`first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|teenth|twentieth|thirtieth|later|earlier|ago|next|last|past|same`)
	yearForm = regexp.MustCompile(`-?\d{3,4}[\dX]?`)
)

// stands reports whether a year stands in the text: in full, by its last two
// digits, as the first year of a decade or century in words, or before an era.
func stands(text, year string) bool {
	if strings.Contains(text, year) {
		return true
	}
	n, err := strconv.Atoi(strings.TrimRight(year, "X"))
	if err != nil {
		return false
	}
	for _, part := range []string{strconv.Itoa(n + 1), "'" + tail(year), "’" + tail(year), "-" + tail(year), "–" + tail(year), "/" + tail(year), " " + tail(year)} { // 44 BC is -0043
		if strings.Contains(text, part) {
			return true
		}
	}
	return strings.Contains(year, "X") || namedSpan.MatchString(strings.ToLower(text))
}

func tail(year string) string { return year[max(0, len(year)-2):] }

var namedSpan = regexp.MustCompile(`centur|ties\b|\d0s|9/11`)

// properties are texts whose every date must keep the laws, whatever it is.
var properties = []string{
	"They met on Thursday, 3 May 2016, at 5 p.m. and left the next day.",
	"In May they met, last year they did not, and this week they will. On the 24th it rained.",
	"The war of 1939-45, the 1980s, the 19th century, 44 BC and '82 are past.",
	"It ran from 3 to 5 May 2019 and between June and August 1990, in the spring of 2009, in Q3 2009, in the first half.",
	"They met at Easter, at Christmas 1963, on the last Friday in March, a week on Tuesday, a fortnight ago and over the weekend.",
	"Two days after 3 May 2016 it ended. A year earlier it began. That month it rained. In the past five years it has not.",
	"On 9/11 and 5/6/2019, 14.05.2024, 2024-05-14T09:30Z, 10-Apr-15 and 10.IV.2015 it rained.",
	"“We met yesterday,” she said today. Mid-June was hot, late 2015 cold, early on Friday it froze. By 1995 all was done.",
	"In 1914 the war began. In August 1914 they marched. On 7 January 1915 they lost. In March they won. The next day it snowed.",
	"The morning was fine; at noon it rained; at 6:40 p.m. it stopped. Tonight they sing. The day before yesterday they did not.",
}

func TestLaws(t *testing.T) {
	for _, text := range properties {
		for _, created := range []string{"", "2024", "2024-05", tuesday, "1965-05-14"} {
			for _, e := range Tag(text, Options{Created: date(created)}) {
				for _, b := range laws(text, e) {
					t.Errorf("published %q: %q = %s (%s, against %q) in %q: %s", created, text[e.Start:e.End], e.EDTF, e.Rule, e.Against, text, b)
				}
			}
		}
	}
}

// A text whose words are put together at random keeps the laws too.
func FuzzLaws(f *testing.F) {
	for _, text := range properties {
		f.Add(text, "2024-05-14")
		f.Add(text, "")
	}
	f.Fuzz(func(t *testing.T, text, created string) {
		d, err := edtf.Parse(created)
		if err != nil {
			d = edtf.Date{}
		}
		for _, e := range Tag(text, Options{Created: d}) {
			for _, b := range laws(text, e) {
				t.Errorf("%q = %s (%s, against %q): %s", text[e.Start:e.End], e.EDTF, e.Rule, e.Against, b)
			}
		}
	})
}
