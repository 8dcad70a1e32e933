package event

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	txt "briefline/app/text"

	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/app/names"
	"briefline/app/timex"
)

// devDoc is a document of events.meantime.jsonl; offsets count characters.
type devDoc struct {
	ID          string `json:"doc_id"`
	Created     string `json:"dct"`
	Text        string `json:"text"`
	Annotations []struct {
		Start, End int
		Type       string
		Value      *string
		Text       string
	}
}

// devDocs reads the development set that BRIEFLINE_DEV names a folder with, and
// skips the test without one.
func devDocs(t *testing.T) []devDoc {
	t.Helper()
	dir := os.Getenv("BRIEFLINE_DEV")
	if dir == "" {
		t.Skip("BRIEFLINE_DEV names no folder with development data")
	}
	f, err := os.Open(filepath.Join(dir, "events.meantime.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var docs []devDoc
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var d devDoc
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
	return docs
}

// bytesOf turns counts of characters into counts of bytes.
func bytesOf(text string) []int {
	var at []int
	for i := range text {
		at = append(at, i)
	}
	return append(at, len(text))
}

func spans(in []txt.Span) []briefing.Span {
	out := make([]briefing.Span, len(in))
	for i, s := range in {
		out[i] = briefing.Span(s)
	}
	return out
}

// plainDay cuts a TIMEX3 value to what the gold writes: "2008-05-XX" is "2008-05".
func plainDay(v string) string {
	if i := strings.IndexByte(v, 'T'); i >= 0 {
		v = v[:i]
	}
	for strings.HasSuffix(v, "-XX") {
		v = strings.TrimSuffix(v, "-XX")
	}
	return v
}

// The dates of the gold triggers, as far as the gold gives one.
func TestDevDates(t *testing.T) {
	right, all, known, knownRight, plain := 0, 0, 0, 0, 0
	for _, doc := range devDocs(t) {
		at := bytesOf(doc.Text)
		sentences := txt.Sentences(doc.Text)
		created, _ := edtf.Parse(doc.Created) // one document has none
		dates := timex.Tag(doc.Text, timex.Options{Created: created, Sentences: sentences})
		var triggers []briefing.Span
		var want []string
		for _, a := range doc.Annotations {
			if a.Value == nil {
				continue
			}
			triggers = append(triggers, briefing.Span{Start: at[a.Start], End: at[a.End]})
			want = append(want, plainDay(*a.Value))
		}
		for i, g := range DateOf(doc.Text, spans(sentences), dates, nil, nil, triggers) {
			got := doc.Created
			if g.Date >= 0 {
				got = plainDay(dates[g.Date].Value)
			}
			if nearest(doc, sentences, dates, triggers[i]) == want[i] {
				plain++
			}
			all++
			ok := got == want[i]
			if ok {
				right++
			}
			if want[i] != "XXXX" {
				known++
				if ok {
					knownRight++
				}
			}
			if !ok && testing.Verbose() && want[i] != "XXXX" {
				s := triggers[i]
				from, to := max(0, s.Start-100), min(len(doc.Text), s.End+100)
				words := ""
				if g.Date >= 0 {
					words = doc.Text[dates[g.Date].Start:dates[g.Date].End]
				}
				t.Logf("%s want %s got %s %q %v: %s[[%s]]%s", doc.Created, want[i], got, words, g.Basis, clean(doc.Text[from:s.Start]), doc.Text[s.Start:s.End], clean(doc.Text[s.End:to]))
			}
		}
	}
	t.Logf("event dates: %d of %d right, %.3f; of those with a date %d of %d, %.3f", right, all, float64(right)/float64(all), knownRight, known, float64(knownRight)/float64(known))
	t.Logf("the nearest date of the sentence, else the publication date: %.3f of all, %.3f of those with a date", float64(plain)/float64(all), float64(plain)/float64(known))
}

// nearest is the simplest rule, to measure against.
func nearest(doc devDoc, sentences []txt.Span, dates []timex.Expression, trigger briefing.Span) string {
	best, least := doc.Created, len(doc.Text)
	for _, s := range sentences {
		if trigger.Start < s.Start || trigger.Start >= s.End {
			continue
		}
		for i := range dates {
			e := &dates[i]
			if e.Start < s.Start || e.Start >= s.End || !dated(e) {
				continue
			}
			if gap := abs(e.Start - trigger.Start); gap < least {
				best, least = plainDay(e.Value), gap
			}
		}
	}
	return best
}

func clean(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, ""), "\n", " / ")
}

// The triggers that Find returns, against those of the gold that name an event
// in the world. The gold has every verb; Find wants what a timeline shows, so
// precision is what counts.
func TestDevTriggers(t *testing.T) {
	dir := os.Getenv("BRIEFLINE_DEV")
	docs := devDocs(t)
	named := devNames(t, dir)
	found, right, gold, hit, datedRight, dated := 0, 0, 0, 0, 0, 0
	for _, doc := range docs {
		at := bytesOf(doc.Text)
		o := timex.Options{Sentences: txt.Sentences(doc.Text)}
		o.Created, _ = edtf.Parse(doc.Created)
		a := article{text: doc.Text, sentences: spans(o.Sentences), dates: timex.Tag(doc.Text, o), named: named[doc.ID]}
		events := a.find()
		for _, e := range events {
			found++
			for _, g := range doc.Annotations {
				if at[g.Start] < e.Trigger.End && e.Trigger.Start < at[g.End] {
					right++
					if g.Value != nil && (e.Date >= 0 || e.Fresh) && !strings.HasPrefix(*g.Value, "XXXX") {
						got := doc.Created
						if e.Date >= 0 {
							got = plainDay(a.dates[e.Date].Value)
						}
						dated++
						if got == plainDay(*g.Value) {
							datedRight++
						}
					}
					break
				}
			}
		}
		for _, g := range doc.Annotations {
			if g.Type != "OTHER" {
				continue
			}
			gold++
			for _, e := range events {
				if at[g.Start] < e.Trigger.End && e.Trigger.Start < at[g.End] {
					hit++
					break
				}
			}
		}
		if testing.Verbose() {
			t.Logf("%s %s\n%s", doc.ID, doc.Created, a.show())
		}
	}
	t.Logf("triggers: precision %d of %d, %.3f; recall %d of %d, %.3f; dates of those %d of %d, %.3f",
		right, found, float64(right)/float64(found), hit, gold, float64(hit)/float64(gold), datedRight, dated, float64(datedRight)/float64(dated))
}

// devNames reads the gold names, by document.
func devNames(t *testing.T, dir string) map[string][]names.Name {
	t.Helper()
	f, err := os.Open(filepath.Join(dir, "ner.meantime.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := map[string][]names.Name{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var d devDoc
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		at := bytesOf(d.Text)
		for _, a := range d.Annotations {
			kind, ok := map[string]names.Kind{"PER": names.Person, "ORG": names.Organisation, "LOC": names.Place}[a.Type]
			if all := out[d.ID]; ok && (len(all) == 0 || all[len(all)-1].End <= at[a.Start]) {
				out[d.ID] = append(all, names.Name{Start: at[a.Start], End: at[a.End], Kind: kind})
			}
		}
	}
	return out
}
