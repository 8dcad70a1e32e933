package syntax

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// tree reads "form/POS/head/rel" words; heads count from 1, 0 is the root.
func tree(t *testing.T, words string) Sentence {
	t.Helper()
	var rows, forms []string
	for i, w := range strings.Fields(words) {
		f := strings.Split(w, "/")
		forms = append(forms, f[0])
		rows = append(rows, fmt.Sprintf("%d\t%s\t%s\t%s\t_\t%s\t%s\t%s\t_\t_", i+1, f[0], strings.ToLower(f[0]), f[1], feats[f[0]], f[2], f[3]))
	}
	out, err := ReadCoNLLU(strings.NewReader(strings.Join(rows, "\n")+"\n\n"), strings.Join(forms, " "))
	if err != nil {
		t.Fatal(err)
	}
	return out[0]
}

var feats = map[string]string{"who": "PronType=Rel"}

func TestSubject(t *testing.T) {
	for _, tt := range []struct{ words, of, want string }{
		{"Lind/PROPN/2/nsubj left/VERB/0/root and/CCONJ/4/cc died/VERB/2/conj", "died", "Lind"},
		{"Lind/PROPN/2/nsubj asked/VERB/0/root Osei/PROPN/2/obj to/PART/5/mark go/VERB/2/xcomp", "go", "Osei"},
		{"Lind/PROPN/2/nsubj hopes/VERB/0/root to/PART/4/mark win/VERB/2/xcomp", "win", "Lind"},
		{"Lind/PROPN/6/nsubj ,/PUNCT/4/punct who/PRON/4/nsubj founded/VERB/1/acl:relcl it/PRON/4/obj resigned/VERB/0/root", "founded", "Lind"},
		{"Rain/NOUN/2/nsubj fell/VERB/0/root", "Rain", ""},
	} {
		s := tree(t, tt.words)
		i := slices.IndexFunc(s.Words, func(w Word) bool { return w.Form == tt.of })
		got := ""
		if k := s.Subject(i); k >= 0 {
			got = s.Words[k].Form
		}
		if got != tt.want {
			t.Errorf("subject of %s in %q: got %q, want %q", tt.of, tt.words, got, tt.want)
		}
	}
}

// A tree with cycles, two roots and heads outside comes out whole.
func TestLinkMends(t *testing.T) {
	for _, heads := range [][]int{{1, 0}, {-1, -1, 5}, {2, 0, 1, -1}, {0}, {}, {1, 2, 3, 1}} {
		s := Sentence{Words: make([]Word, len(heads))}
		for i, h := range heads {
			s.Words[i].Head = h
		}
		s.Link()
		for i := range s.Words {
			if !s.Above(s.Root(), i) {
				t.Errorf("%v: word %d does not reach the root", heads, i)
			}
		}
		if n := len(heads); n > 0 && len(s.Subtree(s.Root())) != n {
			t.Errorf("%v: the root has %d words below it, want %d", heads, len(s.Subtree(s.Root())), n)
		}
	}
}

func TestReadCoNLLU(t *testing.T) {
	const rows = "# text = I can't go.\n1\tI\tI\tPRON\tPRP\t_\t4\tnsubj\t_\t_\n2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n" +
		"2\tca\tcan\tAUX\tMD\t_\t4\taux\t_\t_\n3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n4\tgo\tgo\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No\n5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
	text := "  I can't go."
	got, err := ReadCoNLLU(strings.NewReader(rows), text)
	if err != nil {
		t.Fatal(err)
	}
	var forms []string
	for _, w := range got[0].Words {
		forms = append(forms, w.Of(text))
	}
	if s := strings.Join(forms, "|"); s != "I|ca|n't|go|." {
		t.Errorf("got %s", s)
	}
	if got[0].Root() != 3 || got[0].Words[3].Feat("VerbForm") != "Inf" {
		t.Errorf("got root %d with %q", got[0].Root(), got[0].Words[3].Feats)
	}
	for _, bad := range []string{"1\tI\n", "x\tI\tI\tPRON\t_\t_\t0\troot\t_\t_\n", "1\tYou\tyou\tPRON\t_\t_\t0\troot\t_\t_\n"} {
		if _, err := ReadCoNLLU(strings.NewReader(bad), text); err == nil || !strings.HasPrefix(err.Error(), "line 1: ") {
			t.Errorf("%q: got error %v, want one of line 1", bad, err)
		}
	}
}
