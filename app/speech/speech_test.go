package speech

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"briefline/app/analysis"
	"briefline/app/syntax"
)

var update = flag.Bool("update", false, "write what is found now into testdata")

func read(t testing.TB, text string) *analysis.Analysis {
	t.Helper()
	p, err := syntax.English()
	if err != nil {
		t.Fatal(err)
	}
	return analysis.Make(text, p.Parse(text, p.Sentences(text)), analysis.Options{Groups: analysis.Coreference})
}

// shown is the statements of a text, one a line: rule, kind, speaker, words.
func shown(a *analysis.Analysis) string {
	var w strings.Builder
	for _, s := range Find(a, Options{}) {
		who := s.Speaker.Name
		if s.Speaker.Group >= 0 {
			who = a.Groups[s.Speaker.Group].Name
		}
		if who == "" {
			who = "-"
		}
		direct := ""
		if s.Direct {
			direct = " direct"
		}
		words := s.Words.Of(a.Text)
		if s.WithCue && s.Cue.End > 0 && s.Cue.Start < s.Words.Start {
			words = a.Text[s.Cue.Start:s.Words.End]
		}
		if s.Rest.End > 0 {
			words += " … " + s.Rest.Of(a.Text)
		}
		fmt.Fprintf(&w, "%s %s%s | %s | %s\n", s.Rule, s.Kind, direct, who, strings.Join(strings.Fields(words), " "))
		for _, d := range s.Doubts {
			fmt.Fprintf(&w, "  doubt %s\n", d)
		}
	}
	return w.String()
}

// Each file holds cases of one kind: a text, and what is said in it. Those in
// known-failures.txtar are wrong, and each says in its name how.
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
		for i := 0; i < len(ar.Files); i++ {
			text := ar.Files[i]
			if strings.HasSuffix(text.Name, ".want") {
				continue
			}
			got := shown(read(t, string(text.Data)))
			out = append(out, text, txtar.File{Name: text.Name + ".want", Data: []byte(got)})
			if *update {
				continue
			}
			if i+1 == len(ar.Files) || ar.Files[i+1].Name != text.Name+".want" {
				t.Errorf("%s: %s has no %s.want", name, text.Name, text.Name)
				continue
			}
			if want := string(ar.Files[i+1].Data); got != want {
				t.Errorf("%s: %s:\n%s\n got\n%s\nwant\n%s", filepath.Base(name), text.Name, text.Data, got, want)
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

// What is known to be wrong: each text with what is right. A case that comes right
// moves to the others.
func TestKnownFailures(t *testing.T) {
	data, err := os.ReadFile("testdata/known/failures.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := txtar.Parse(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))).Files
	for i := 0; i+1 < len(files); i += 2 {
		if got := shown(read(t, string(files[i].Data))); got == string(files[i+1].Data) {
			t.Errorf("%s is right now: move it to the cases\n%s", files[i].Name, got)
		}
	}
}

// texts are all texts of the cases and, where BRIEFLINE_TEXTS names a folder, the
// text files in it.
func texts(t testing.TB) []string {
	t.Helper()
	var out []string
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range txtar.Parse(data).Files {
			if !strings.HasSuffix(f.Name, ".want") {
				out = append(out, string(f.Data))
			}
		}
	}
	if dir := os.Getenv("BRIEFLINE_TEXTS"); dir != "" {
		more, _ := filepath.Glob(filepath.Join(dir, "*.txt"))
		for _, name := range more {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, string(data))
		}
	}
	return out
}

// A direct statement stands inside one pair of marks, and where one piece of a
// quotation is stated, all of its words are; what stands outside marks is never
// direct.
func TestDirectSpeechIsWhole(t *testing.T) {
	for n, text := range texts(t) {
		a := read(t, text)
		if err := whole(a, Find(a, Options{})); err != nil {
			t.Errorf("text %d (%.40q): %v", n, text, err)
		}
	}
}

func whole(a *analysis.Analysis, found []Statement) error {
	covered := map[int]int{} // bytes of words by quotation
	for _, s := range found {
		if s.Words.Start < 0 || s.Words.End > len(a.Text) || s.Words.Start >= s.Words.End {
			return fmt.Errorf("%s: words %v", s.Rule, s.Words)
		}
		if !s.Direct {
			continue
		}
		q := a.Quoted(s.Words.Start)
		for q >= 0 && a.Quotes[q].Parent >= 0 {
			q = a.Quotes[q].Parent
		}
		in := false
		if q >= 0 {
			for _, p := range a.Quotes[q].Parts {
				in = in || p.Start <= s.Words.Start && s.Words.End <= p.End
			}
		}
		if !in {
			return fmt.Errorf("direct %q stands in no pair of marks", s.Words.Of(a.Text))
		}
		covered[q] += letters(s.Words.Of(a.Text))
	}
	for q, n := range covered {
		want := 0
		for _, p := range a.Quotes[q].Parts {
			want += letters(p.Of(a.Text))
		}
		if n != want {
			return fmt.Errorf("%d of the %d letters of the quotation %q are stated", n, want, a.Quotes[q].Words().Of(a.Text))
		}
	}
	return nil
}

func letters(s string) int {
	return len(strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\r\n\u00a0", r) {
			return -1
		}
		return r
	}, s))
}

// Whatever a text holds, statements lie in it, in order, and direct speech is
// whole.
func FuzzFind(f *testing.F) {
	for _, text := range texts(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		const most = 2000 // bytes: parsing has a fuzz test of its own
		if len(text) > most {
			return
		}
		a := read(t, text)
		found := Find(a, Options{})
		if err := whole(a, found); err != nil {
			t.Error(err)
		}
		for i := 1; i < len(found); i++ {
			if found[i].Words.Start < found[i-1].Words.Start {
				t.Errorf("statement %d begins before the one before it", i)
			}
		}
		for _, s := range found {
			if s.Kind == "" || s.Sure <= 0 || s.Sure > 1 {
				t.Errorf("%+v: no kind, or no share of the right", s)
			}
		}
	})
}
