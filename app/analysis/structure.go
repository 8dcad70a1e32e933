package analysis

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefline/app/syntax"
	txt "briefline/app/text"
	"briefline/app/timex"
)

// structure finds the paragraphs, the headline, the lead and what is furniture of
// the page.
func (a *Analysis) structure() {
	a.Paragraph = make([]int, len(a.Sentences))
	p := 0
	for i := range a.Sentences {
		for p+1 < len(a.paragraphs) && a.paragraphs[p+1].Start <= a.Sentences[i].Start {
			p++
		}
		a.Paragraph[i] = p
	}
	a.Headline = a.headline()
	a.Furniture = make([]bool, len(a.Sentences))
	a.furniture()
	a.lead()
}

// Paragraphs returns the paragraphs of a text, without the blanks around them:
// what blank lines part, or each line where lines are not wrapped.
func Paragraphs(text string) []txt.Span {
	var out []txt.Span
	hard := txt.Wrapped(text)
	start := 0
	cut := func(end int) {
		words := text[start:end]
		a := start + len(words) - len(strings.TrimLeftFunc(words, unicode.IsSpace))
		if w := strings.TrimSpace(words); w != "" {
			out = append(out, txt.Span{Start: a, End: a + len(w)})
		}
		start = end
	}
	for i := 0; i < len(text); i++ {
		if text[i] != '\n' {
			continue
		}
		rest := strings.TrimLeft(text[i+1:min(len(text), i+80)], " \t\r")
		if !hard || rest == "" || rest[0] == '\n' {
			cut(i + 1)
		}
	}
	cut(len(text))
	return out
}

// headline returns the first sentence where it is a line of its own that no stop
// ends, -1 otherwise.
func (a *Analysis) headline() int {
	const most = 200 // bytes
	for i := 0; i < min(len(a.Sentences), 3); i++ {
		p := a.Paragraph[i]
		if p+1 >= len(a.paragraphs) {
			return -1
		}
		line := a.paragraphs[p].Of(a.Text)
		if a.Sentences[i].Start != a.paragraphs[p].Start || dateLine(line) || byline(line) {
			continue
		}
		last, _ := utf8.DecodeLastRuneInString(line)
		if len(line) > most || len(strings.Fields(line)) < 2 || strings.ContainsRune(".,:;…", last) && !strings.HasSuffix(line, "...") || a.Sentences[i].End < a.paragraphs[p].End && strings.Contains(line, ". ") {
			return -1
		}
		return i
	}
	return -1
}

var (
	bylineRule = regexp.MustCompile(`^(?:By|BY|Written by|Reporting by|Story by|Report by|Text by|From) \p{Lu}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*){0,8}(?:,.{0,60})?$`)
	// Lines that belong to the page and not to the story, by how they begin.
	furnitureRule = regexp.MustCompile(`^(?i:sources?|related(?: news| articles| stories)?|external links?|references|see also|read (?:more|also|next)|more on this|further reading|advertisement|share this|follow us|sign up|subscribe|copyright|©|all rights reserved|click here|watch:|listen:|photo(?:graph)?s?(?: by)?:|images?(?: credit)?:|pictures?:|file(?: photo)?:|caption:|credit:|map:|this (?:page|article) (?:has|is|was)|please note|have your say|add or view|\(?(?:additional )?reporting by|\(?editing by|\(?writing by|published by)(?:\P{L}|$)`)
	sourceLine    = regexp.MustCompile(`^[-•*]?\s*["“].{3,160}["”]\s*[—–-]\s*[^.]{2,60},\s+(?:\p{L}+ \d{1,2}|\d{1,2} \p{L}+),? ?\d{4}`)
	linkHeading   = regexp.MustCompile(`^(?i:sources?|related(?: news| articles| stories)?|external links?|references|see also|further reading|more on this)\W*$`)
	credit        = regexp.MustCompile(`(?:Image|Photo|Picture|Credit)s?: `)
	bracketed     = regexp.MustCompile(`^\((?:Reporting|Additional|Editing|Writing|Photo|Image)\b.*\)$`)
)

func byline(line string) bool {
	return len(line) <= 120 && !strings.HasSuffix(line, ".") && bylineRule.MatchString(line)
}

// dateWords are what may stand beside the date on a line of its own.
var dateWords = regexp.MustCompile(`^(?i:(?:published|posted|updated|issued|released|release|date|dated|filed|created|written|first|last|on|at|modified|edited|by|in|and|gmt|utc|est|edt|pst|pdt|cet|cest|bst|ist|msk|a|p|m|am|pm|hrs|local|time|of|the|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\b|[^\p{L}])*$`)

// dateLine reports whether a line says nothing but a day: "Published: 3 May 2024".
func dateLine(line string) bool {
	const most = 100 // bytes
	if len(line) > most {
		return false
	}
	rest, found := line, false
	dates := timex.Tag(line, timex.Options{Sentences: []timex.Span{{Start: 0, End: len(line)}}})
	for i := len(dates) - 1; i >= 0; i-- {
		if d := dates[i]; d.End <= len(rest) {
			rest = rest[:d.Start] + " " + rest[d.End:]
			found = found || !d.EDTF.IsZero()
		}
	}
	return found && dateWords.MatchString(rest)
}

// furniture marks the sentences of by-lines, date lines, captions and links.
func (a *Analysis) furniture() {
	links := false
	for i := 0; i < len(a.Sentences); {
		p := a.Paragraph[i]
		line := a.paragraphs[p].Of(a.Text)
		is := i != a.Headline && a.isFurniture(line, p)
		short := len(strings.Fields(line)) < 25 && !strings.HasSuffix(line, ".")
		switch {
		case linkHeading.MatchString(line):
			links, is = true, true
		case links && short:
			is = true
		case links:
			links = sourceLine.MatchString(line)
		}
		for ; i < len(a.Sentences) && a.Paragraph[i] == p; i++ {
			a.Furniture[i] = is
		}
	}
}

func (a *Analysis) isFurniture(line string, p int) bool {
	words := len(strings.Fields(line))
	switch {
	case byline(line) || sourceLine.MatchString(line) || bracketed.MatchString(line):
		return true
	case words < 16 && furnitureRule.MatchString(line):
		return true
	case words < 25 && credit.MatchString(line):
		return true
	case p < 6 && dateLine(line):
		return true
	}
	at := datelineEnd(line, true)
	return at > 0 && at == len(line)
}

const (
	placeName = `\p{Lu}[\p{L}.'’-]*(?: (?:\p{Ll}{2,3} )?\p{Lu}[\p{L}.'’-]*){0,3}`
	weekday   = `(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?`
	dayMonth  = `(?:(?:\d{1,2}(?:st|nd|rd|th)? )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}*\.?(?: \d{1,2}(?:st|nd|rd|th)?\b)?|\d{1,2}[./]\d{1,2})(?:[,./]? ?\d{4})?`
	dayName   = `(?:` + weekday + `[.,]? ` + dayMonth + `|` + dayMonth + `|` + weekday + `)`
	dashes    = `(?:—|–|―|--|‒|-\s)`
)

var (
	// Groups: 1 the places, 2 agency or day behind them, 3 the dash.
	datelineRule = regexp.MustCompile(`^(` + placeName + `(?:, ` + placeName + `)?)((?:[,:]?\s*(?:\([^()]{2,40}\)|` + dayName + `)){0,3}),?\s*(` + dashes + `)?\s*`)
	agencyRule   = regexp.MustCompile(`^\(\p{Lu}[^()]{1,30}\)\s*` + dashes + `\s*`)
)

// datelineEnd returns where the dateline at the head of a paragraph ends, 0 for
// none: places, a day and an agency, then a dash. alone takes one with a day that
// fills its line without a dash.
func datelineEnd(line string, alone bool) int {
	line = line[:min(len(line), 160)]
	if m := agencyRule.FindStringIndex(line); m != nil {
		return m[1]
	}
	m := datelineRule.FindStringSubmatchIndex(line)
	if m == nil {
		return 0
	}
	places, more, dash := line[m[2]:m[3]], line[m[4]:m[5]], m[6] >= 0
	switch {
	case dash && more != "":
		return m[1]
	case dash:
		// A place alone before a dash opens a sentence as well ("Norland — the host
		// —"), unless it or an agency behind it is written in capitals.
		words := strings.FieldsFunc(places, func(r rune) bool { return !unicode.IsLetter(r) && r != '.' })
		if len(words) > 0 && (capitals(words[0]) || capitals(words[len(words)-1]) && strings.Contains(places, ",")) {
			return m[1]
		}
	case alone && m[1] == len(line) && strings.ContainsAny(more, "0123456789"):
		return m[1]
	}
	return 0
}

// capitals reports whether a word of three letters or more is written in capitals.
func capitals(word string) bool {
	return utf8.RuneCountInString(word) >= 3 && !strings.Contains(word, ".") && strings.IndexFunc(word, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
}

// lead finds the lead paragraph and the dateline that opens it.
func (a *Analysis) lead() {
	for i := 0; i < len(a.Sentences); {
		p, from := a.Paragraph[i], i
		full := false
		for ; i < len(a.Sentences) && a.Paragraph[i] == p; i++ {
			full = full || a.full(i)
		}
		if !full || a.Furniture[from] || from == a.Headline {
			continue
		}
		for k := from; k < i; k++ {
			a.Lead = append(a.Lead, k)
		}
		if end := datelineEnd(a.paragraphs[p].Of(a.Text), false); end > 0 {
			start := a.paragraphs[p].Start
			words := strings.TrimRightFunc(a.Text[start:start+end], unicode.IsSpace)
			a.Dateline = txt.Span{Start: start, End: start + len(words)}
		}
		return
	}
}

// full reports whether a sentence is a whole one: eight words, a stop, and where
// it was parsed a finite verb.
func (a *Analysis) full(i int) bool {
	s := &a.Sentences[i]
	words := s.Of(a.Text)
	if len(strings.Fields(words)) < 8 || !strings.ContainsAny(words[max(0, len(words)-4):], `.!?”"’'`) {
		return false
	}
	if len(s.Words) == 0 {
		return true
	}
	for k := range s.Words {
		if w := &s.Words[k]; (w.POS == syntax.VERB || w.POS == syntax.AUX) && Finite(w) {
			return true
		}
	}
	return false
}

// Finite reports whether a verb has tense or mood of its own.
func Finite(w *syntax.Word) bool {
	switch w.Tag {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return w.Feat("VerbForm") == "Fin"
}
