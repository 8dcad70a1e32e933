package library

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"
	"unicode/utf8"

	"briefline/app/briefing"
)

// Hit is a briefing that a search found.
type Hit struct {
	Entry
	InTitle []briefing.Span // what was found in Entry.Title, in order
	Matches []Match         // where else, best first; at most three
}

// Match is a place in a briefing where words of the search stand.
type Match struct {
	Field Field
	Item  string // ID of the item in the briefing, to select it
	Text  string // a piece of the original, without line breaks around it
	Spans []briefing.Span
	// Start is where Text begins in the item's whole text, in bytes; only for
	// FieldText is it a place of the source.
	Start int
}

const (
	// rankAll is how many matches are ranked by how well they fit. Of more, the
	// ones that came last into the library are shown: ranking a word that stands
	// everywhere takes long and says little.
	rankAll = 1000
	// defaultHits is how many hits a search returns that does not say.
	defaultHits = 30
	maxMatches  = 3
)

// Search finds briefings by what was typed so far: all words must be there, in
// any field, each as the beginning of a word; words in quotes stand together.
// Case, diacritics and the rest that [Fold] takes away do not count. Of the
// filter, Order is not used: those with all words in their title come first, then
// those that fit best, and where more than a thousand match, those that came last
// into the library.
//
// Text without letters, or with a single one of an alphabet, finds nothing and is
// no error. Cancel the context when the text changes.
func (l *Library) Search(ctx context.Context, typed string, f Filter) ([]Hit, error) {
	q := parseQuery(typed)
	if len(q) == 0 {
		return nil, nil
	}
	limit := f.Limit
	if limit == 0 {
		limit = defaultHits
	}
	keys, err := l.matching(ctx, q, f, f.Offset+limit)
	if err != nil {
		return nil, err
	}
	keys = keys[min(f.Offset, len(keys)):]
	hits := make([]Hit, 0, len(keys))
	for _, key := range keys {
		hit, err := l.hit(ctx, q, key)
		if err == ErrMissing {
			continue // purged in between
		}
		if err != nil {
			return nil, err
		}
		hits = append(hits, hit)
	}
	return hits, nil
}

// matching returns the keys of the best matches, at most n.
func (l *Library) matching(ctx context.Context, q query, f Filter, n int) ([]int64, error) {
	match := "(" + q.match() + ")"
	switch f.State {
	case StateTrash:
		match += ` AND facet : "` + facetTrash + `"`
	case StateDraft:
		match += ` AND facet : "` + facetDraft + `"`
	case StateReviewed:
		match += ` AND facet : "` + facetReviewed + `"`
	default:
		match += ` NOT facet : "` + facetTrash + `"`
	}
	titled := "title : " + match

	// The state stands in the full text. What else the filter holds is asked of
	// each match.
	from, args := "words w", []any(nil)
	condition := ""
	if rest := (Filter{UsedFrom: f.UsedFrom, UsedTo: f.UsedTo, Dates: f.Dates, Participant: f.Participant}); rest != (Filter{}) {
		args = make([]any, 2) // places for the match and the limit
		rest.State = f.State
		condition = " AND " + rest.where(&args)
		from = "words w CROSS JOIN entry e ON e.key = w.rowid"
	} else {
		args = make([]any, 2)
	}
	var keys []int64
	seen := map[int64]bool{}
	run := func(match, order string, limit int) (n int, err error) {
		args[0], args[1] = match, limit
		err = l.read.each(ctx, "SELECT w.rowid FROM "+from+" WHERE words MATCH $1"+condition+" ORDER BY "+order+" LIMIT $2", args, func(r *sql.Rows) error {
			var key int64
			if err := r.Scan(&key); err != nil {
				return err
			}
			n++
			if !seen[key] {
				seen[key] = true
				keys = append(keys, key)
			}
			return nil
		})
		return n, err
	}
	if _, err := run(titled, "w.rowid DESC", n); err != nil || len(keys) >= n {
		return keys[:min(n, len(keys))], err
	}
	var many int
	err := l.read.row(ctx, "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH $1 LIMIT $2)", []any{match, rankAll + 1}, &many)
	if err != nil {
		return nil, err
	}
	order := "w.rank"
	if many > rankAll {
		order = "w.rowid DESC"
	}
	_, err = run(match, order, n+len(keys))
	return keys[:min(n, len(keys))], err
}

// hit reads what is shown of a match.
func (l *Library) hit(ctx context.Context, q query, key int64) (Hit, error) {
	var hit Hit
	s, err := l.read.stmt(ctx, "SELECT "+entryColumns+" FROM entry e WHERE e.key = $1")
	if err != nil {
		return hit, classify(err)
	}
	if err := found(hit.Entry.scan(s.QueryRowContext(ctx, key))); err != nil {
		return hit, err
	}
	marks := q.marks(hit.Title)
	hit.InTitle = spans(marks)
	left := make(map[int]bool, len(q)) // phrases that are not shown yet
	for n := range q {
		left[n] = true
	}
	for _, m := range marks {
		delete(left, m.phrase)
	}
	if len(left) == 0 {
		return hit, nil
	}
	pieces, err := l.passagesOf(ctx, key)
	if err != nil {
		return hit, err
	}
	for _, p := range pieces[min(1, len(pieces)):] { // the first is the title
		if len(left) == 0 || len(hit.Matches) == maxMatches {
			break
		}
		m := Match{Field: p.field, Item: p.item}
		marks := q.marks(p.text)
		news := 0
		for _, mark := range marks {
			if left[mark.phrase] {
				news++
			}
		}
		if news == 0 {
			continue
		}
		m.Text, m.Start, marks = excerpt(p.text, marks)
		m.Spans = spans(marks)
		for _, mark := range marks {
			delete(left, mark.phrase)
		}
		hit.Matches = append(hit.Matches, m)
	}
	slices.SortStableFunc(hit.Matches, func(a, b Match) int { return cmp.Compare(len(b.Spans), len(a.Spans)) })
	return hit, err
}

// spans returns the places of marks, joined where they overlap.
func spans(marks []mark) []briefing.Span {
	var out []briefing.Span
	for _, m := range marks {
		if n := len(out); n > 0 && m.span.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, m.span.End)
			continue
		}
		out = append(out, m.span)
	}
	return out
}

// An excerpt is this long at most, in bytes, and begins this long before what was
// found.
const (
	excerptLength = 240
	excerptBefore = 60
)

// excerpt returns a piece of text around the marks that lie together best, where
// it starts, and the marks in it, counted from there. Marks are in order, and there
// is one at least.
func excerpt(text string, marks []mark) (piece string, start int, in []mark) {
	if len(text) <= excerptLength {
		return text, 0, marks
	}
	// The window that holds most phrases; of equal ones the first.
	first, most := 0, 0
	held := map[int]int{}
	for i, j := 0, 0; i < len(marks); i++ {
		for j < len(marks) && (j <= i || marks[j].span.End-marks[i].span.Start <= excerptLength-2*excerptBefore) {
			held[marks[j].phrase]++
			j++
		}
		if len(held) > most {
			first, most = i, len(held)
		}
		if held[marks[i].phrase]--; held[marks[i].phrase] == 0 {
			delete(held, marks[i].phrase)
		}
	}
	start = wordStart(text, max(0, marks[first].span.Start-excerptBefore), marks[first].span.Start)
	end := len(text)
	if start+excerptLength < end {
		end = max(marks[first].span.End, wordEnd(text, start+excerptLength))
	}
	for start < end && strings.ContainsRune(" \t\r\n", rune(text[start])) {
		start++
	}
	for end > start && strings.ContainsRune(" \t\r\n", rune(text[end-1])) {
		end--
	}
	for _, m := range marks[first:] {
		if m.span.End > end {
			break
		}
		in = append(in, mark{briefing.Span{Start: m.span.Start - start, End: m.span.End - start}, m.phrase})
	}
	return text[start:end], start, in
}

// wordStart returns the first beginning of a word from at on, or limit; where no
// space is near, a beginning of a character.
func wordStart(text string, at, limit int) int {
	if at == 0 {
		return 0
	}
	if n := strings.IndexByte(text[at:limit], ' '); n >= 0 {
		return at + n + 1
	}
	for at < limit && !utf8.RuneStart(text[at]) {
		at++
	}
	return at
}

// wordEnd returns the last end of a word before at; where no space is near, an
// end of a character.
func wordEnd(text string, at int) int {
	if n := strings.LastIndexByte(text[at-excerptBefore:at], ' '); n >= 0 {
		return at - excerptBefore + n
	}
	for at > 0 && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}
