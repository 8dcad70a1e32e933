package coref

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/app/names"
)

var update = flag.Bool("update", false, "write what the texts of testdata give; read the difference")

// marked takes the marks off a text: "[P:Laura Hill]" is a person, O an
// organisation, L a place. What the tagger would find stands there, so that its
// faults are not tested here.
func marked(t testing.TB, in string) (text string, named []names.Name) {
	t.Helper()
	kinds := map[string]names.Kind{"P": names.Person, "O": names.Organisation, "L": names.Place}
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(in, "[")
		b.WriteString(before)
		if !ok {
			return b.String(), named
		}
		kind, rest, _ := strings.Cut(rest, ":")
		name, rest, ok := strings.Cut(rest, "]")
		if !ok || kinds[kind] == 0 {
			t.Fatalf("bad mark before %q", rest)
		}
		start := b.Len()
		b.WriteString(name)
		named = append(named, names.Name{Start: start, End: b.Len(), Kind: kinds[kind]})
		in = rest
	}
}

// sentences cuts the texts of these tests: at a stop and a blank, where the word
// before is longer than a title, and at a line's end.
func sentences(text string) (out []briefing.Span) {
	start := 0
	cut := func(end int) {
		for start < end && (text[start] == ' ' || text[start] == '\n') {
			start++
		}
		if start < end {
			out = append(out, briefing.Span{Start: start, End: end})
		}
		start = end
	}
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\n':
			cut(i)
		case text[i] == '.' && i+1 < len(text) && text[i+1] == ' ':
			word := text[strings.LastIndexAny(text[:i], " \n")+1 : i]
			if len(word) > 3 && word != "Corp" && word != "Inc" || i > 0 && text[i-1] >= 'a' && len(word) > 2 && word == strings.ToLower(word) {
				cut(i + 1)
			}
		}
	}
	cut(len(text))
	return out
}

func resolve(t testing.TB, in string) (string, *Result) {
	t.Helper()
	text, named := marked(t, in)
	return text, Resolve(text, sentences(text), named, Options{})
}

// describe words a result for a golden file: a line per entity that is named or
// has a role, its namings, and what is unclear.
func describe(text string, r *Result) string {
	var b strings.Builder
	name := func(e int) string {
		if e == None {
			return "-"
		}
		return r.Entities[e].Name
	}
	for i, e := range r.Entities {
		if len(e.Mentions) == 0 && e.Kind == briefing.KindPlace {
			continue
		}
		fmt.Fprintf(&b, "%s | %s", e.Kind, e.Name)
		for _, s := range []struct {
			on   bool
			word string
		}{{e.NameInferred, "name follows"}, {e.Agency, "agency's mark"}} {
			if s.on {
				fmt.Fprintf(&b, " (%s)", s.word)
			}
		}
		if e.Role != "" {
			fmt.Fprintf(&b, " | %s", e.Role)
			if e.RoleInferred {
				b.WriteString(" (inferred)")
			}
		}
		if e.Rank != "" {
			fmt.Fprintf(&b, " | rank %s", e.Rank)
		}
		if e.Affiliation != None {
			fmt.Fprintf(&b, " | of %s", name(e.Affiliation))
		}
		if e.Side == i {
			b.WriteString(" | a side")
		} else if e.Side != None {
			fmt.Fprintf(&b, " | side %s", name(e.Side))
		}
		b.WriteString("\n")
		for _, m := range e.Mentions {
			x := r.Mentions[m]
			if x.Form != Adjective {
				fmt.Fprintf(&b, "    %s\n", strings.ReplaceAll(text[x.Start:x.End], "\n", " "))
			}
		}
	}
	for _, u := range r.Unclear {
		x := r.Mentions[u.Mention]
		fmt.Fprintf(&b, "unclear | %s:", text[x.Start:x.End])
		for _, e := range u.Candidates {
			fmt.Fprintf(&b, " %s;", name(e))
		}
		b.WriteString("\n")
	}
	return b.String()
}

// Short texts of several regions, by hand, against what was read and found right.
func TestTexts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("got %d texts, %v", len(files), err)
	}
	for _, file := range files {
		in, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text, r := resolve(t, string(in))
		got := describe(text, r)
		golden := strings.TrimSuffix(file, ".txt") + ".want"
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s: got\n%s\nwant\n%s", file, got, want)
		}
	}
}

// entity returns the first entity of this name.
func entity(t *testing.T, r *Result, name string) int {
	t.Helper()
	i := slices.IndexFunc(r.Entities, func(e Entity) bool { return e.Name == name })
	if i < 0 {
		t.Errorf("no entity %q", name)
	}
	return i
}
