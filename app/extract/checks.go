package extract

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"briefline/app/briefing"
	token "briefline/app/text"
)

// sameWords is the likeness from which two statements are one told twice.
const sameWords = 0.72

// sameElsewhere is the same for two speakers, who may well say alike things.
const sameElsewhere = 0.85

// Kinds of checks that only drafts have; the set is open.
const (
	checkUnresolvedDate      briefing.CheckKind = "unresolved-date"
	checkAfterPublication    briefing.CheckKind = "date-after-publication"
	checkNotEnglish          briefing.CheckKind = "not-english"
	checkPublicationFromFile briefing.CheckKind = "publication-date-from-file"
	checkTooLong             briefing.CheckKind = "too-long"
	checkNothingFound        briefing.CheckKind = "nothing-found"
)

// Most of one kind of check: beyond, the person is told how many more there are.
const mostOfKind = 4

// mostChecks is how many checks a draft lists: beyond, a list is not read.
const mostChecks = 8

// checks lists what to look at before the briefing is used, the weightiest
// first: only what would change what a reader does.
func (d *draft) checks() {
	d.languageCheck()
	d.dateChecks()
	d.headlineCheck()
	d.conflictChecks()
	d.figureChecks()
	d.sourceChecks()
	d.quoteChecks()
	d.speakerChecks()
	d.textChecks()
	d.endCheck()
	d.countChecks()
	d.repeatChecks()
	d.b.Checks = d.b.Checks[:min(len(d.b.Checks), mostChecks)]
	d.lengthCheck()
}

// check adds a check, which a message of the catalog words.
func (d *draft) check(kind briefing.CheckKind, message string, values []briefing.Value, at ...briefing.Span) {
	c := d.x.newCheck(kind, message, values...)
	c.ID = d.id("", "check")
	for _, s := range at {
		c.Evidence = append(c.Evidence, d.anchor(s))
	}
	d.b.Checks = append(d.b.Checks, c)
}

// conflictChecks shows events that the source gives two dates, and statements
// that it tells twice with different ones.
func (d *draft) conflictChecks() {
	covered := map[int]bool{} // sentences
	for i := range d.b.Events {
		e := &d.b.Events[i]
		words, at := []string{}, []briefing.Span{}
		for _, x := range append([]briefing.Dating{e.Date}, e.Alternatives...) {
			if x.Words == "" || len(x.Evidence) == 0 || slices.Contains(words, oneLine(x.Words)) {
				continue
			}
			words = append(words, oneLine(x.Words))
			at = append(at, place(x))
			covered[d.sentenceOf(place(x).Start)] = true
		}
		if len(words) < 2 {
			continue
		}
		slices.SortFunc(at, func(a, b briefing.Span) int { return a.Start - b.Start })
		words = words[:0]
		for _, s := range at {
			words = append(words, oneLine(d.source.Text[s.Start:s.End]))
		}
		d.check(briefing.CheckDateConflict, "draft.check.conflict", values(plain("event", e.Title), quotes("dates", words)), at...)
	}
	for _, pair := range d.told {
		a, b := d.content(pair[0]), d.content(pair[1])
		x, y := d.dateBeside(a), d.dateBeside(b)
		if x < 0 || y < 0 || d.dates[x].Value == d.dates[y].Value || covered[d.sentenceOf(a.Start)] && covered[d.sentenceOf(b.Start)] {
			continue
		}
		at := []briefing.Span{d.dateSpan(x), d.dateSpan(y)}
		words := []string{oneLine(d.source.Text[at[0].Start:at[0].End]), oneLine(d.source.Text[at[1].Start:at[1].End])}
		d.check(briefing.CheckDateConflict, "draft.check.conflict.told", values(quotes("dates", words)), at...)
	}
}

// dateBeside returns the date in the sentence of a statement but not within it:
// when it was said. -1 for none, or more than one.
func (d *draft) dateBeside(content briefing.Span) int {
	found, at := -1, d.sentenceOf(content.Start)
	if at < 0 {
		return -1
	}
	sentence := d.sentences[at]
	first := sort.Search(len(d.dates), func(i int) bool { return d.dates[i].Start >= sentence.Start })
	for i := first; i < len(d.dates) && d.dates[i].Start < sentence.End; i++ {
		x := d.dates[i]
		if x.Start >= content.Start && x.End <= content.End || x.Value == "" {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

func (d *draft) dateSpan(i int) briefing.Span {
	return briefing.Span{Start: d.dates[i].Start, End: d.dates[i].End}
}

// content is where the words of a statement of the briefing stand.
func (d *draft) content(k int) briefing.Span { return d.withCue(&d.statements[d.statementAt[k]]) }

// dateChecks shows what the dates leave open.
func (d *draft) dateChecks() {
	for _, c := range d.x.dateChecks(d.b) {
		c.ID = d.id("", "check")
		d.b.Checks = append(d.b.Checks, c)
	}
}

// dateChecks words the checks that hang on the publication date: that there is
// none, which phrases resolve to nothing, which events lie after it. Their IDs
// are empty.
func (x *Extractor) dateChecks(b *briefing.Briefing) []briefing.Check {
	var out []briefing.Check
	for i := range b.Sources {
		s := &b.Sources[i]
		var open []briefing.Anchor
		var words []string
		for _, date := range s.Dates {
			if date.EDTF.IsZero() && isOpen(date.Timex) {
				open = append(open, date.Evidence[0])
				words = append(words, oneLine(date.Words))
			}
		}
		add := func(kind briefing.CheckKind, message string, values ...briefing.Value) {
			c := x.newCheck(kind, message, values...)
			c.Evidence = open
			out = append(out, c)
		}
		list, n := someQuotes("dates", words), count(len(open))
		switch {
		case s.Published.EDTF.IsZero() && len(open) > 0:
			add(briefing.CheckNoPublicationDate, "draft.check.undated", list, n)
		case s.Published.EDTF.IsZero():
			add(briefing.CheckNoPublicationDate, "draft.check.undated.none")
		case len(open) > 0:
			add(checkUnresolvedDate, "draft.check.unresolved", list, n)
		}
		if s.Published.EDTF.IsZero() && s.Published.Note != "" && s.Published.Basis == "" {
			c := x.newCheck(checkPublicationFromFile, "draft.check.file-date")
			c.Detail = s.Published.Note
			out = append(out, c)
		}
		out = append(out, x.lateEvents(b, s)...)
	}
	return out
}

// isOpen reports whether a TIMEX3 value is a date that was not found: lengths and
// what returns are no dates, "now" and "the past" are vague and stay so.
func isOpen(value string) bool {
	return value != "" && !strings.HasPrefix(value, "P") && value != "FUTURE_REF" && !strings.HasPrefix(value, "XXXX-XX-XXT") ||
		value == "PRESENT_REF" || value == "PAST_REF"
}

// lateEvents shows events that the source tells as past and dates after its own
// publication.
func (x *Extractor) lateEvents(b *briefing.Briefing, s *briefing.Source) []briefing.Check {
	if s.Published.EDTF.IsZero() {
		return nil
	}
	var out []briefing.Check
	published := s.Published.EDTF.Bounds().To
	for i := range b.Events {
		e := &b.Events[i]
		if e.State != "" || e.Date.EDTF.IsZero() || e.Date.Basis == briefing.BasisAdded || len(e.Date.Evidence) == 0 || e.Date.Evidence[0].Source != s.ID {
			continue
		}
		if e.Date.EDTF.Bounds().From >= published {
			c := x.newCheck(checkAfterPublication, "draft.check.late", plain("event", e.Title),
				valued("date", briefing.ValueDate, e.Date.EDTF.String()), valued("published", briefing.ValueDate, s.Published.EDTF.String()))
			c.Evidence = e.Date.Evidence
			out = append(out, c)
		}
		if len(out) == mostOfKind {
			break
		}
	}
	return out
}

// renewDateChecks words the checks that hang on publication dates anew. One that
// a person has resolved stays as it is.
func (x *Extractor) renewDateChecks(b *briefing.Briefing) {
	kinds := []briefing.CheckKind{briefing.CheckNoPublicationDate, checkUnresolvedDate, checkAfterPublication, checkPublicationFromFile}
	at, kept := -1, b.Checks[:0:0]
	for _, c := range b.Checks {
		if slices.Contains(kinds, c.Kind) && c.Resolution == "" {
			if at < 0 {
				at = len(kept)
			}
			continue
		}
		kept = append(kept, c)
	}
	if at < 0 {
		at = 0
	}
	d := &draft{x: x, ids: map[string]bool{}}
	for _, c := range b.Checks {
		d.ids[c.ID] = true
	}
	fresh := x.dateChecks(b)
	for i := range fresh {
		fresh[i].ID = d.id("", "check")
	}
	b.Checks = slices.Insert(kept, at, fresh...)
}

// languageCheck says that the article is not in English.
func (d *draft) languageCheck() {
	if d.x.foreign(d.source) {
		d.check(checkNotEnglish, "draft.check.foreign", values(valued("language", briefing.ValueLanguage, d.source.Language)), d.firstSentence())
	}
}

// countChecks shows ordinals whose beginning is open: "the second since the 2016
// agreement" may count that one or not.
func (d *draft) countChecks() {
	text, n := d.source.Text, 0
	for _, s := range d.sentences {
		toks := token.Split(text, s)
		for i, t := range toks {
			if n == mostOfKind || !ordinals[strings.ToLower(t.Text(text))] || i == 0 || !strings.EqualFold(toks[i-1].Text(text), "the") {
				continue
			}
			for j := i + 1; j < min(len(toks), i+8); j++ {
				w := toks[j].Text(text)
				if toks[j].Kind == token.Punct {
					break
				}
				if w == "since" {
					end := min(len(toks)-1, j+4)
					for k := j; k <= end; k++ {
						if toks[k].Kind == token.Punct {
							end = k - 1
						}
					}
					at := briefing.Span{Start: toks[i-1].Start, End: toks[end].End}
					d.check(briefing.CheckAmbiguousCount, "draft.check.count", values(plain("words", oneLine(text[toks[i].Start:toks[j].End]))), at)
					n++
					break
				}
			}
		}
	}
}

var ordinals = set(`second third fourth fifth sixth seventh eighth ninth tenth 2nd 3rd 4th 5th 6th 7th 8th 9th 10th`)

// repeatChecks shows statements that are told twice in different words.
func (d *draft) repeatChecks() {
	for n, pair := range d.told {
		if n == mostOfKind {
			return
		}
		a, b := d.content(pair[0]), d.content(pair[1])
		inA, inB := differing(d.source.Text, a, b)
		if inA.End == 0 {
			if likeness(d.source.Text, a, b) < 1 {
				d.check(briefing.CheckWordingVariation, "draft.check.twice", nil, a, b)
			}
			continue
		}
		text := d.source.Text
		d.check(briefing.CheckWordingVariation, "draft.check.varied",
			values(plain("first", oneLine(text[inA.Start:inA.End])), plain("second", oneLine(text[inB.Start:inB.End]))), inA, inB)
	}
}

// lengthCheck says what was not read, and that nothing was found.
func (d *draft) lengthCheck() {
	if n := readable(d.source.Text); n < len(d.source.Text) {
		d.check(checkTooLong, "draft.check.long", values(valued("size", briefing.ValueBytes, strconv.Itoa(n))))
	}
	if len(d.b.Events)+len(d.b.Statements)+len(d.b.Participants) == 0 && !d.x.foreign(d.source) {
		d.check(checkNothingFound, "draft.check.nothing", nil)
	}
}

// tellings pairs statements in different sentences that say the same in nearly
// the same words: of one speaker, or of several where the words are closer yet
// ("the union", then its leader).
func (d *draft) tellings() [][2]int {
	var out [][2]int
	const near = 12 // statements: what is told twice is told soon again
	words := make([][]string, len(d.b.Statements))
	for k := range d.b.Statements {
		words[k] = content(d.source.Text, d.content(k))
		for j := max(0, k-near); j < k; j++ {
			a, b := &d.b.Statements[j], &d.b.Statements[k]
			least := sameWords
			if a.Speaker != b.Speaker {
				least = sameElsewhere
			}
			if d.sentenceOf(d.content(j).Start) == d.sentenceOf(d.content(k).Start) {
				continue
			}
			if alike(words[j], words[k]) >= least {
				out = append(out, [2]int{j, k})
				break
			}
		}
	}
	return out
}
