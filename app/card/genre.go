package card

import (
	"regexp"
	"strings"
	"time"

	"briefline/app/analysis"
	"briefline/app/briefing"
	"briefline/app/syntax"
)

var (
	stamp   = regexp.MustCompile(`^\[?(?:\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)\]?(?:\s?(?:GMT|UTC|BST|CET|CEST|EST|EDT|PST|PDT|ET))?\s*(?:[-–—:|]|$|\p{Lu})`)
	score   = regexp.MustCompile(`(?:^|[\s(])\d{1,3}[-–]\d{1,3}(?:$|[\s,.;:)])`)
	citing  = regexp.MustCompile(`\p{Lu}[\p{L}.']+ v\.? \p{Lu}|\[\d{4}\] [A-Z]{2,}|\bNo\. \d{2}-\d{3,5}\b`)
	scholar = regexp.MustCompile(`\bet al\b|\bdoi:|\bpeer[- ]review|\bpublished (?:\p{L}+ ){0,3}in (?:the journal )?(?:\p{Lu}|the journal)`)
	release = regexp.MustCompile(`(?mi)^\s*(?:for immediate release|press release|news release|media contacts?:?|###|-\s?ends?\s?-|notes to editors)\s*:?`)
	life    = regexp.MustCompile(`^[^.]{3,80}\((?:born |b\. |c\. )?[^)]{0,40}\d{3,4}(?:[^)]{0,12}[–—-][^)]{0,40}\d{3,4})?[^)]{0,20}\)`)
)

// Genre tells the kind of an article by how it is built: labels, questions and
// voices, stamps, dated entries, scores, citations, sums. It is empty where the
// text has no sentences.
func Genre(a *analysis.Analysis) briefing.Genre {
	if len(a.Sentences) == 0 {
		return ""
	}
	switch a.Talk {
	case analysis.Labels, analysis.Interview:
		return briefing.GenreInterview
	case analysis.Speech:
		return briefing.GenreSpeech
	}
	paragraphs, stamped, dated := 0, 0, 0
	for i := range a.Sentences {
		if a.Furniture[i] || i > 0 && a.Paragraph[i-1] == a.Paragraph[i] {
			continue
		}
		paragraphs++
		if stamp.MatchString(a.Sentences[i].Of(a.Text)) {
			stamped++
		} else if beginsWithDate(a, i) {
			dated++
		}
	}
	sums, scores, clauses := 0, 0, 0
	for i := range a.Sentences {
		if a.Furniture[i] {
			continue
		}
		clauses++
		text := a.Sentences[i].Of(a.Text)
		if hasSum(&a.Sentences[i]) {
			sums++
		}
		scores += len(score.FindAllString(text, -1))
	}
	switch {
	case stamped >= 3 && stamped*2 > paragraphs:
		return briefing.GenreLive
	case dated >= 4 && dated*2 > paragraphs:
		return briefing.GenreChronicle
	case release.MatchString(a.Text):
		return briefing.GenreRelease
	case isLife(a):
		return briefing.GenreLife
	case scores >= 3 && scores*6 > clauses:
		return briefing.GenreMatch
	case sums >= 4 && sums*3 > clauses:
		return briefing.GenreResults
	case len(citing.FindAllString(a.Text, 4)) >= 2:
		return briefing.GenreCourt
	case len(scholar.FindAllString(a.Text, 4)) >= 2:
		return briefing.GenreScience
	case a.Published.IsZero() && a.Dateline.End == 0 && clauses > 40:
		return briefing.GenreFeature
	}
	return briefing.GenreNews
}

// beginsWithDate reports whether the first words of a sentence are a date with a
// year or a day that the text resolves, followed by a colon, a dash or the story.
func beginsWithDate(a *analysis.Analysis, i int) bool {
	const near = 2 // words: "On", "In the"
	for k := range min(near, len(a.Sentences[i].Words)) {
		if len(a.DateAt(i, k)) > 0 {
			return true
		}
	}
	return false
}

// hasSum reports whether a sentence holds a sum of money or a share.
func hasSum(s *syntax.Sentence) bool {
	for k := range s.Words {
		f := s.Words[k].Form
		if f == "%" || f == "percent" || strings.ContainsAny(f, "$€£¥") {
			return true
		}
	}
	return false
}

// isLife reports whether the text tells one person's life: it opens with a name
// and its years, or one person is the subject of most sentences and the years of
// the text span more than one working life's start.
func isLife(a *analysis.Analysis) bool {
	if len(a.Lead) > 0 && life.MatchString(a.Sentences[a.Lead[0]].Of(a.Text)) {
		return true
	}
	subjects, full := map[int]int{}, 0
	for i := range a.Sentences {
		s := &a.Sentences[i]
		if a.Furniture[i] || s.Root() < 0 {
			continue
		}
		if k := s.Subject(s.Root()); k >= 0 {
			full++
			if g := a.GroupAt(i, k); g >= 0 && a.Groups[g].Kind == analysis.Person && a.Groups[g].Named {
				subjects[g]++
			}
		}
	}
	first, last := 9999, 0
	for _, d := range a.Dates {
		if !d.EDTF.IsZero() {
			b := d.EDTF.Bounds()
			year := time.Unix(b.From, 0).UTC().Year()
			first, last = min(first, year), max(last, year)
		}
	}
	const span = 25 // years
	for _, n := range subjects {
		if full >= 6 && n*2 > full && last-first >= span {
			return true
		}
	}
	return false
}
