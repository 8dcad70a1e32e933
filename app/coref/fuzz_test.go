package coref

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"briefline/app/briefing"
	"briefline/app/linear"
	"briefline/app/names"
)

// check holds a result to the law: spans lie in the text and between characters,
// and whatever points at an entity or a mention points at one that is there.
func check(t *testing.T, text string, r *Result) {
	t.Helper()
	valid := utf8.ValidString(text)
	inside := func(s briefing.Span) bool {
		ok := func(at int) bool { return !valid || at == len(text) || utf8.RuneStart(text[at]) }
		return 0 <= s.Start && s.Start <= s.End && s.End <= len(text) && ok(s.Start) && ok(s.End)
	}
	entity := func(e int, none bool) bool { return none && e == None || e >= 0 && e < len(r.Entities) }
	for i, m := range r.Mentions {
		if !inside(m.Span) || m.Start == m.End || !inside(m.Head) || m.Head.Start < m.Start || m.Head.End > m.End {
			t.Fatalf("mention %d: %v, head %v, in %d bytes", i, m.Span, m.Head, len(text))
		}
		if !entity(m.Entity, true) || m.Form < Name || m.Form > Adjective {
			t.Fatalf("mention %d: entity %d of %d, form %d", i, m.Entity, len(r.Entities), m.Form)
		}
		if i > 0 && r.Mentions[i-1].Start > m.Start {
			t.Fatalf("mention %d stands before the one before it", i)
		}
	}
	for i, e := range r.Entities {
		if !entity(e.Affiliation, true) || !entity(e.Side, true) || !inside(e.RoleSpan) || !inside(e.RankSpan) || e.Name == "" || e.Affiliation == i {
			t.Fatalf("entity %d: %+v", i, e)
		}
		for k, m := range e.Mentions {
			if m < 0 || m >= len(r.Mentions) || r.Mentions[m].Entity != i || k > 0 && e.Mentions[k-1] >= m {
				t.Fatalf("entity %d: mentions %v", i, e.Mentions)
			}
		}
	}
	for _, u := range r.Unclear {
		if u.Mention < 0 || u.Mention >= len(r.Mentions) || r.Mentions[u.Mention].Entity != None || len(u.Candidates) < 2 {
			t.Fatalf("unclear: %+v", u)
		}
		for _, e := range u.Candidates {
			if !entity(e, false) {
				t.Fatalf("unclear: %+v of %d entities", u, len(r.Entities))
			}
		}
	}
}

// capitals takes runs of capitalised words for names, of a kind by their length.
func capitals(text string) (out []names.Name) {
	start := -1
	for i := 0; i <= len(text); i++ {
		if i < len(text) && (text[i] >= 'A' && text[i] <= 'Z') && start < 0 {
			start = i
		}
		if start >= 0 && (i == len(text) || strings.IndexByte(" ,.\n\"'()", text[i]) >= 0 && !(i+1 < len(text) && text[i] == ' ' && text[i+1] >= 'A' && text[i+1] <= 'Z')) {
			out = append(out, names.Name{Start: start, End: i, Kind: names.Kind(i%3 + 1)})
			start = -1
		}
	}
	return out
}

func FuzzResolve(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, file := range append(files, "../../assets/bishkek.txt") {
		raw, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(strings.NewReplacer("[P:", "", "[O:", "", "[L:", "", "]", "").Replace(string(raw)), 3, 9, false)
	}
	f.Add("\xff\xfe He said “it” is his U.S. company's CEO, Mr.", 0, 4, true)
	f.Add("the the the 's 's its its counterpart of of the", 1, 2, true)
	f.Fuzz(func(t *testing.T, text string, a, b int, given bool) {
		named := capitals(text)
		named = append(named, names.Name{Start: a, End: b, Kind: names.Person})
		o := Options{Speakers: []briefing.Span{{Start: a, End: b}}}
		if given {
			for _, n := range named {
				o.Given = append(o.Given, briefing.Span{Start: n.Start, End: n.End})
			}
		}
		r := Resolve(text, sentences(text), named, o)
		check(t, text, r)
		r.At(briefing.Span{Start: a, End: b})
		if r := Resolve(text, []briefing.Span{{Start: 0, End: len(text)}, {Start: a, End: b}}, named, Options{}); r != nil {
			check(t, text, r)
		}
	})
}

// Text made to be slow takes time linear in its length.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	for name, unit := range map[string]string{
		"pronouns":    "he said that she told it to him and its and their ",
		"people":      "Mr Smith met Mrs Smith and the minister said the general left. ",
		"one name":    "Smith ",
		"acronyms":    "ABC DEF GHI United National Bank Corp JKL ",
		"offices":     "the former deputy prime minister of the ministry of the president of ",
		"possessives": "the company's president's minister's country's ",
		"quotes":      "“I said we ”",
		"states":      "the country Iran its Iranian counterpart Tehran Iraq ",
		"titles":      "Mr General President Sheikh ",
		"no blanks":   "aA.b-c'd",
		"commas":      "Smith, the president, Jones, the minister, ",
	} {
		linear.Check(t, name, 20_000, func(n int) {
			text := strings.Repeat(unit, n/len(unit)+1)
			check(t, text, Resolve(text, []briefing.Span{{Start: 0, End: len(text)}}, capitals(text), Options{}))
		})
	}
}

// Distinct names by the ten thousand do not make it slow.
func TestManyNames(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	linear.Check(t, "names", 1500, func(n int) {
		var b strings.Builder
		for i := range n {
			b.WriteString("Minister A" + digits(i) + " Smith of B" + digits(i*7) + " Corp said C" + digits(i%50) + "X won. ")
		}
		text := b.String()
		check(t, text, Resolve(text, sentences(text), capitals(text), Options{}))
	})
}

// digits writes a number in letters, so that it is a word.
func digits(n int) string {
	out := []byte{}
	for ; n > 0; n /= 26 {
		out = append(out, byte('a'+n%26))
	}
	return string(out)
}

func BenchmarkResolve(b *testing.B) {
	text, spans, named := bishkek(b)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Resolve(text, spans, named, Options{})
	}
}
