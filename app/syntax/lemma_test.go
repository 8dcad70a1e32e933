package syntax

import "testing"

func TestLemmas(t *testing.T) {
	l := model(t).lemmas
	for _, tt := range []struct {
		form, tag string
		pos       POS
		want      string
	}{
		{"was", "VBD", AUX, "be"},
		{"said", "VBD", VERB, "say"},
		{"Told", "VBN", VERB, "tell"},
		{"urging", "VBG", VERB, "urge"},
		{"admitting", "VBG", VERB, "admit"},
		{"visiting", "VBG", VERB, "visit"},
		{"running", "VBG", VERB, "run"},
		{"tying", "VBG", VERB, "tie"},
		{"hoped", "VBD", VERB, "hope"},
		{"denies", "VBZ", VERB, "deny"},
		{"children", "NNS", NOUN, "child"},
		{"ministers", "NNS", NOUN, "minister"},
		{"ministries", "NNS", NOUN, "ministry"},
		{"policemen", "NNS", NOUN, "policeman"},
		{"wives", "NNS", NOUN, "wife"},
		{"buses", "NNS", NOUN, "bus"},
		{"causes", "NNS", NOUN, "cause"},
		{"bigger", "JJR", ADJ, "big"},
		{"worst", "JJS", ADJ, "bad"},
		{"n’t", "RB", PART, "not"},
		{"wo", "MD", AUX, "will"},
		{"’re", "VBP", AUX, "be"},
		{"an", "DT", DET, "a"},
		{"them", "PRP", PRON, "they"},
		{"Reuters", "NNP", PROPN, "Reuters"},
		{"Said", "NNP", PROPN, "Said"},
		{"blorfing", "VBG", VERB, "blorf"}, // no word: by its ending
		{"", "NN", NOUN, ""},
		{"s", "NNS", NOUN, "s"},
		{"\xff", "NNS", NOUN, "\uFFFD"}, // not UTF-8
	} {
		w := Word{Form: tt.form, Tag: tt.tag, POS: tt.pos}
		if got := l.of(&w); got != tt.want {
			t.Errorf("%s/%s: got %q, want %q", tt.form, tt.tag, got, tt.want)
		}
	}
}

// Auxiliaries without their letters are told by the tree.
func TestClarify(t *testing.T) {
	for _, tt := range []struct{ words, of, want string }{
		{"He/PRON/3/nsubj 's/AUX/3/aux gone/VERB/0/root", "'s", "have"},
		{"He/PRON/3/nsubj ’s/AUX/3/aux going/VERB/0/root", "’s", "be"},
		{"He/PRON/3/nsubj 'd/AUX/3/aux go/VERB/0/root", "'d", "would"},
		{"He/PRON/3/nsubj 'd/AUX/3/aux gone/VERB/0/root", "'d", "have"},
	} {
		s := tree(t, tt.words)
		for i := range s.Words {
			if s.Words[i].Form == "gone" {
				s.Words[i].Tag = "VBN"
			}
		}
		clarify(s.Words)
		if got := s.Words[1].Lemma; got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.words, got, tt.want)
		}
	}
}
