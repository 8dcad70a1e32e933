package panels

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"briefline/app/outline"
)

// Result is something that a search found.
type Result struct {
	Pick  Pick
	Title string // what it is
	Where string // its kind, and what tells it from others
}

// maxResults is how many results a search returns at most.
const maxResults = 60

// Find returns what in the briefing holds every word of the query, people and
// events first, sentences last. Case, accents, and the Arabic and Persian forms
// of one letter are the same. An empty query finds nothing.
func (d *Desk) Find(x *Index, query string) []Result {
	words := strings.Fields(fold(query))
	if len(words) == 0 {
		return nil
	}
	w := d.Words
	var out []Result
	try := func(p Pick, title, where string, also ...string) {
		text := fold(title + "\n" + strings.Join(also, "\n"))
		for _, word := range words {
			if !strings.Contains(text, word) {
				return
			}
		}
		if len(out) < maxResults {
			out = append(out, Result{p, title, where})
		}
	}
	for _, q := range x.Participants {
		also := append([]string{q.Role}, q.Aliases...)
		for _, n := range q.Names {
			also = append(also, n.Text)
		}
		where := outline.Kind(w, q.Kind)
		if q.Role != "" {
			where = q.Role
		}
		try(Pick{KindParticipant, q.ID}, q.Name, where, also...)
	}
	for i := range x.Briefing.Events { // in the order of the briefing: a date that is corrected moves no hit
		e := x.Event(x.Briefing.Events[i].ID)
		try(Pick{KindEvent, e.ID}, e.Title, outline.When(w, e.Event, nil), e.Date.Words)
	}
	for _, s := range x.Statements {
		where := outline.Heading(w, s.Kind)
		if q := x.Participant(s.Speaker); q != nil {
			where = w.Text("search.said", "kind", where, "speaker", q.Name)
		}
		try(Pick{KindStatement, s.ID}, s.Words, where)
	}
	for _, c := range x.Checks {
		try(Pick{KindCheck, c.ID}, outline.CheckWords(w, c.Check), w.Text("search.check"), outline.CheckDetail(w, c.Check))
	}
	for _, source := range x.Sources {
		for _, s := range source.Sentences {
			try(SentencePick(s.Ref), s.Text, w.Text("search.sentence", "name", s.Name))
		}
	}
	return out
}

// same maps letters that readers take for one to one of them, and letters that
// only look marked, such as й, to themselves.
var same = map[rune]rune{
	'ي': 'ی', 'ى': 'ی', 'ك': 'ک', 'ة': 'ه', '’': '\'', 'ʼ': '\'',
	'ı': 'i', 'ł': 'l', 'ø': 'o', 'đ': 'd', 'й': 'й', 'ґ': 'ґ',
}

// fold makes a text comparable: lower case, without marks above and below
// letters, without joiners.
func fold(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(norm.NFKC.String(s)) {
		if c, ok := same[r]; ok {
			b.WriteRune(c)
			continue
		}
		for _, d := range norm.NFKD.String(string(r)) {
			if !unicode.Is(unicode.Mn, d) && d != '\u200c' && d != '\u200d' && d != '\u0640' {
				b.WriteRune(d)
			}
		}
	}
	return b.String()
}
