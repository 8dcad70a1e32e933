package event

import (
	"cmp"
	"slices"
	"strings"

	"briefline/app/analysis"
	"briefline/app/syntax"
	txt "briefline/app/text"
	"briefline/app/timex"
)

// reader is one article with what is read off it once.
type reader struct {
	a     *analysis.Analysis
	sents []*sent
	whens []*when
	scene scene

	headStems map[string]bool // stems of the headline
	headLemma map[string]bool
	freq      map[string]int // lemmas of nouns and names in the article
	stems     []map[string]bool
	births    map[int]int // year of birth of groups, where the text tells
	ages      []age
	leadPar   int // paragraph of the lead, 0 without one
	genre     string
	rank      []int   // of groups, by how often they are named
	calm      []bool  // per sentence: its place tells of the news only
	entry     []*when // per sentence: the date that opens its entry, nil for none
	oldShare  float64 // dates before the year of publication, of all
}

func newReader(a *analysis.Analysis) *reader {
	r := &reader{a: a, headStems: map[string]bool{}, headLemma: map[string]bool{}, freq: map[string]int{}, births: map[int]int{}}
	for i := range a.Sentences {
		r.sents = append(r.sents, r.sentence(i))
	}
	if len(a.Lead) > 0 {
		r.leadPar = a.Paragraph[a.Lead[0]]
	}
	r.genre = r.kind()
	r.survey()
	r.readWhens()
	r.readScene()
	r.readCalm()
	r.readEntries()
	r.readAges()
	return r
}

func (r *reader) sentence(n int) *sent {
	a := r.a
	s := &sent{Sentence: &a.Sentences[n], n: n, par: a.Paragraph[n]}
	k := len(s.Words)
	s.low, s.clause, s.quoted = make([]string, k), make([]bool, k), make([]bool, k)
	s.date, s.name, s.group, s.sure = make([]int, k), make([]int, k), make([]int, k), make([]float64, k)
	for i := range s.Words {
		w := &s.Words[i]
		s.low[i] = strings.ToLower(w.Form)
		s.date[i], s.name[i], s.group[i] = -1, a.NameAt(n, i), a.GroupAt(n, i)
		s.quoted[i] = a.Quoted(w.Start) >= 0
	}
	for i := range s.Words {
		s.clause[i] = s.predicate(i)
	}
	return s
}

// kind is the kind of text that the scorers tell apart: a story tells of years,
// not of days.
func (r *reader) kind() string {
	if r.a.Talk != analysis.Prose {
		return "talk"
	}
	years, days := map[int64]bool{}, 0
	for i := range r.a.Dates {
		switch x := &r.a.Dates[i]; {
		case x.Type != timex.Date && x.Type != timex.Time:
		case x.EDTF.IsZero() || x.Against != "":
			days++
		default:
			years[yearOf(x.EDTF)] = true
		}
	}
	if len(years) > storyYears && len(years) > 2*days {
		return "story"
	}
	return "news"
}

// storyYears is how many years a story tells of at least.
const storyYears = 4

// survey counts the article's words and notes whom its mentions name.
func (r *reader) survey() {
	r.rankGroups()
	for g := range r.a.Groups {
		for _, m := range r.a.Groups[g].Mentions {
			if m.Sentence >= 0 && m.Head >= 0 {
				r.sents[m.Sentence].sure[m.Head] = m.Sure
			}
		}
	}
	for _, s := range r.sents {
		stems := map[string]bool{}
		for i := range s.Words {
			if !s.pos(i, syntax.NOUN, syntax.PROPN, syntax.VERB, syntax.NUM, syntax.ADJ) {
				continue
			}
			l := s.lemma(i)
			if s.pos(i, syntax.NOUN, syntax.PROPN) {
				r.freq[l]++
			}
			if !words().stop[s.low[i]] {
				stems[stem(s.low[i])] = true
			}
			if s.n == r.a.Headline {
				r.headLemma[l] = true
				r.headStems[stem(s.low[i])] = true
			}
		}
		r.stems = append(r.stems, stems)
	}
}

// rankGroups orders the groups by how often they are named.
func (r *reader) rankGroups() {
	order := make([]int, len(r.a.Groups))
	for g := range order {
		order[g] = g
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(len(r.a.Groups[b].Mentions), len(r.a.Groups[a].Mentions))
	})
	r.rank = make([]int, len(order))
	for n, g := range order {
		r.rank[g] = n
	}
}

// short is how a title names a group; empty for one without a name.
func (r *reader) short(g int) string {
	if g < 0 || !r.a.Groups[g].Named {
		return ""
	}
	x := &r.a.Groups[g]
	if x.Kind == analysis.Person && x.Short == x.Name {
		if _, last, ok := cutLast(x.Name); ok {
			return last
		}
	}
	return x.Short
}

func cutLast(name string) (before, last string, ok bool) {
	i := strings.LastIndexByte(name, ' ')
	if i < 0 || strings.HasSuffix(name, ".") || len(name)-i < 4 {
		return "", "", false
	}
	return name[:i], name[i+1:], true
}

// person is the short name of the person whom word i means, empty for none.
func (r *reader) person(s *sent, i int) string {
	if g := s.group[i]; g >= 0 && r.a.Groups[g].Kind == analysis.Person {
		return r.short(g)
	}
	return ""
}

func (r *reader) isOrganisation(s *sent, i int) bool {
	g := s.group[i]
	return g >= 0 && (r.a.Groups[g].Kind == analysis.Organisation || r.a.Groups[g].Kind == analysis.State)
}

// par is the distance of a sentence from the lead, in paragraphs.
func (r *reader) distance(s *sent) int { return s.par - r.leadPar }

func (r *reader) text(at txt.Span) string { return r.a.Text[at.Start:at.End] }

var suffixes = []string{"ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "edly", "ed", "ies", "es", "s", "ly"}

// Stem is stem, for trainers.
func Stem(low string) string { return stem(low) }

// stem cuts the endings of English words, so that "arrested" and "arrests" are
// one. It is as coarse as that of the scorer of gold briefings.
func stem(low string) string {
	low = strings.TrimSuffix(strings.TrimSuffix(low, "'s"), "’s")
	for _, end := range suffixes {
		if strings.HasSuffix(low, end) && len(low)-len(end) >= 3 {
			low = strings.TrimSuffix(low, end)
			break
		}
	}
	if len(low) > 4 {
		low = strings.TrimSuffix(low, "e")
	}
	return low
}

// contentStems are the stems of a title's words that say something.
func contentStems(text string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(c rune) bool {
		return !(c == '\'' || c == '’' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c > 0x7f && c != '–' && c != '—' && c != '“' && c != '”')
	}) {
		if w = strings.Trim(w, "'’"); w != "" && !words().stop[w] {
			out[stem(w)] = true
		}
	}
	return out
}

func shared(a, b map[string]bool) int {
	if len(b) < len(a) {
		a, b = b, a
	}
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	return n
}
