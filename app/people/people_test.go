package people

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"briefline/app/analysis"
	"briefline/app/scorer"
	"briefline/app/speech"
	"briefline/app/syntax"
	"briefline/assets"
)

var update = flag.Bool("update", false, "write what is found now into testdata")

func read(t testing.TB, text string) (*analysis.Analysis, []speech.Statement) {
	t.Helper()
	p, err := syntax.English()
	if err != nil {
		t.Fatal(err)
	}
	a := analysis.Make(text, p.Parse(text, p.Sentences(text)), analysis.Options{Groups: Groups})
	return a, speech.Find(a, speech.Options{})
}

func model(t testing.TB) *scorer.Model {
	t.Helper()
	m, err := scorer.Read(assets.Model("people"))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// Each case is a text, and who takes part in it: name, kind, roles, with whom, how
// often named. Order is the text's: which of them matter is the scorer's to say.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		ar := txtar.Parse(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")))
		var out []txtar.File
		for i := range ar.Files {
			text := ar.Files[i]
			if strings.HasSuffix(text.Name, ".want") {
				continue
			}
			a, said := read(t, string(text.Data))
			var w strings.Builder
			for _, p := range Candidates(a, said) {
				with := ""
				if p.Affiliation >= 0 {
					with = a.Groups[p.Affiliation].Name
				}
				var roles []string
				for _, r := range p.Roles {
					roles = append(roles, r.Words)
				}
				fmt.Fprintf(&w, "%s | %s | %s | %s | %d\n", p.Name, kindNames[p.Kind], strings.Join(roles, "; "), with, len(p.Mentions))
				for _, d := range p.Doubts {
					fmt.Fprintf(&w, "  doubt %s\n", d)
				}
			}
			out = append(out, text, txtar.File{Name: text.Name + ".want", Data: []byte(w.String())})
			if *update {
				continue
			}
			if i+1 == len(ar.Files) || ar.Files[i+1].Name != text.Name+".want" {
				t.Errorf("%s has no .want", text.Name)
			} else if want := string(ar.Files[i+1].Data); w.String() != want {
				t.Errorf("%s:\n%s\n got\n%s\nwant\n%s", text.Name, text.Data, w.String(), want)
			}
		}
		if *update {
			ar.Files = out
			if err := os.WriteFile(name, txtar.Format(ar), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// Who is shown stands in the order of the score, has a name that the text has, and
// is named by words that lie in the text; who says a statement surely is shown.
func TestChoose(t *testing.T) {
	m := model(t)
	text := "The council of Tarsk closed the harbour on Monday. “It was not safe,” said Mara Holt, head of the Ice Board. Oskar Lind, a pilot, said he had warned the board. The board will meet again in May in Velm."
	a, said := read(t, text)
	shown := Choose(m, a, said)
	if !slices.IsSortedFunc(shown, func(a, b Participant) int { return int(1e6 * (b.Sure - a.Sure)) }) {
		t.Error("not in the order of the score")
	}
	var names []string
	for _, p := range shown {
		names = append(names, p.Name)
		if !strings.Contains(text, p.Name) {
			t.Errorf("%q is not in the text", p.Name)
		}
		for _, at := range p.Mentions {
			if at.Start < 0 || at.End > len(text) || at.Start >= at.End {
				t.Errorf("%s: mention %v", p.Name, at)
			}
		}
	}
	for _, who := range []string{"Mara Holt", "Oskar Lind"} {
		if !slices.Contains(names, who) {
			t.Errorf("%s speaks and is not shown: %q", who, names)
		}
	}
}

// The scorer never sees the words of a name: another name gets the same features.
func TestFeaturesKnowNoNames(t *testing.T) {
	one, saidOne := read(t, "Oskar Lind, a pilot, said he was safe.")
	two, saidTwo := read(t, "Milan Roth, a pilot, said he was safe.")
	a, b := Candidates(one, saidOne), Candidates(two, saidTwo)
	if len(a) == 0 || len(b) == 0 || !slices.Equal(a[0].Features, b[0].Features) {
		t.Errorf("got %v and %v", a, b)
	}
}
