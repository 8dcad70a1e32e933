package timex

import (
	"strconv"
	"strings"
	"testing"

	"briefline/app/syntax"
)

// parsed builds a tree from "form/lemma/tag/head/relation" for each word, heads
// counted from 1, and the sentence that its words make.
func parsed(t *testing.T, words string) (string, []syntax.Sentence) {
	t.Helper()
	var rows, forms []string
	for i, w := range strings.Fields(words) {
		f := strings.Split(w, "/")
		if len(f) != 5 {
			t.Fatalf("%q has %d fields", w, len(f))
		}
		pos := "X"
		switch {
		case strings.HasPrefix(f[2], "VB"):
			pos = "VERB"
			if f[4] == "aux" || f[4] == "aux:pass" || f[4] == "cop" {
				pos = "AUX"
			}
		case f[2] == "MD":
			pos = "AUX"
		case strings.HasPrefix(f[2], "NNP"):
			pos = "PROPN"
		case strings.HasPrefix(f[2], "NN"):
			pos = "NOUN"
		}
		rows = append(rows, strings.Join([]string{strconv.Itoa(i + 1), f[0], f[1], pos, f[2], "_", f[3], f[4], "_", "_"}, "\t"))
		forms = append(forms, f[0])
	}
	text := strings.Join(forms, " ")
	trees, err := syntax.ReadCoNLLU(strings.NewReader(strings.Join(rows, "\n")+"\n\n"), text)
	if err != nil {
		t.Fatal(err)
	}
	return text, trees
}

// The tree tells which verb a date hangs on, where the nearest one is another's.
func TestTree(t *testing.T) {
	for _, tt := range []struct{ words, date, want string }{
		// the relative clause stands between the date and its verb
		{"On/on/IN/2/case Friday/Friday/NNP/8/obl the/the/DT/4/det minister/minister/NN/8/nsubj who/who/WP/6/nsubj resigned/resign/VBD/4/acl:relcl will/will/MD/8/aux speak/speak/VB/0/root ././././punct", "Friday", "2024-05-17"},
		// a participle without an article before it is no verb of the clause
		{"They/they/PRP/3/nsubj will/will/MD/3/aux visit/visit/VB/0/root flooded/flood/VBN/5/amod towns/town/NNS/3/obj on/on/IN/7/case Friday/Friday/NNP/3/obl ././././punct", "Friday", "2024-05-17"},
		// the day of saying, not of what is said
		{"On/on/IN/2/case Friday/Friday/NNP/4/obl he/he/PRP/4/nsubj said/say/VBD/0/root talks/talk/NNS/7/nsubj will/will/MD/7/aux resume/resume/VB/4/ccomp ././././punct", "Friday", "2024-05-10"},
		// the plan's day lies ahead, though it was made before
		{"They/they/PRP/2/nsubj agreed/agree/VBD/0/root to/to/TO/4/mark meet/meet/VB/2/xcomp on/on/IN/6/case Friday/Friday/NNP/4/obl ././././punct", "Friday", "2024-05-17"},
		{"They/they/PRP/2/nsubj agreed/agree/VBD/0/root on/on/IN/4/case Friday/Friday/NNP/2/obl to/to/TO/6/mark meet/meet/VB/2/xcomp ././././punct", "Friday", "2024-05-10"},
		// a timetable, and a plan as a participle
		{"Talks/talk/NNS/2/nsubj resume/resume/VBP/0/root Friday/Friday/NNP/2/obl:unmarked ././././punct", "Friday", "2024-05-17"},
		{"Talks/talk/NNS/4/nsubj set/set/VBN/1/acl for/for/IN/4/case Friday/Friday/NNP/2/obl stalled/stall/VBD/0/root ././././punct", "Friday", "2024-05-17"},
		{"He/he/PRP/2/nsubj forgot/forget/VBD/0/root to/to/TO/4/mark vote/vote/VB/2/xcomp on/on/IN/6/case Friday/Friday/NNP/4/obl ././././punct", "Friday", "2024-05-10"},
	} {
		words := strings.ReplaceAll(tt.words, "././././punct", "././."+"/1/punct")
		text, trees := parsed(t, words)
		got := ""
		for _, e := range Tag(text, Options{Created: date(tuesday), Trees: trees}) {
			if text[e.Start:e.End] == tt.date {
				got = e.EDTF.String()
			}
		}
		if got != tt.want {
			t.Errorf("%s: got %s, want %s", text, got, tt.want)
		}
	}
}
