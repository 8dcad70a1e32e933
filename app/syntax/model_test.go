package syntax

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"briefline/app/nn"
	"briefline/assets"
)

// What is no model is refused with the error that says so.
func TestReadModelRefuses(t *testing.T) {
	file, endings := assets.Syntax(), assets.Lemmas()
	for name, tt := range map[string]struct {
		file, endings string
		want          error
	}{
		"empty":         {"", endings, nn.ErrFormat},
		"cut":           {file[:len(file)/2], endings, nn.ErrFormat},
		"version":       {strings.Replace(file, `"version":"1"`, `"version":"0"`, 1), endings, ErrModel},
		"no vectors":    {strings.Replace(file, `"vectors.weight"`, `"vectors.absent"`, 1), endings, nn.ErrFormat},
		"no head":       {strings.Replace(file, `"parser.arc.weight"`, `"parser.arc.absent"`, 1), endings, nn.ErrFormat},
		"label too few": {strings.Replace(file, `\"NOUN\", `, "          ", 1), endings, nn.ErrShape},
		"lemmas":        {file, "NNS\t-\t1\n", ErrModel},
		"letters":       {file, "NNS\ts\t2\t-\n", ErrModel},
	} {
		if _, err := ReadModel(tt.file, tt.endings); !errors.Is(err, tt.want) {
			t.Errorf("%s: got %v, want %v", name, err, tt.want)
		}
	}
}

// The file says of itself whose work it is and what it reaches.
func TestModelSaysWhoseWorkItIs(t *testing.T) {
	f, err := nn.ReadTensors(assets.Syntax())
	if err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]string{"licences": "CC BY-SA 4.0", "scores": "LAS", "language": "en"} {
		if !strings.Contains(f.Metadata[key], want) {
			t.Errorf("%s: got %q, want %q in it", key, f.Metadata[key], want)
		}
	}
	if most := 8 << 20; len(assets.Syntax()) > most {
		t.Errorf("got %d bytes, want at most %d", len(assets.Syntax()), most)
	}
}

// A header with letters changed is refused, or what it says can be computed.
func TestReadModelBroken(t *testing.T) {
	file := assets.Syntax()
	head := strings.Index(file, "}}") // behind the last tensor's entry
	r := rand.New(rand.NewPCG(8, 9))
	for range 15 {
		b := []byte(file)
		for range 1 + r.IntN(3) {
			b[r.IntN(head)] = "0123456789\",:[]{}x"[r.IntN(18)]
		}
		m, err := ReadModel(string(b), "")
		if err != nil {
			continue
		}
		p := NewParser(m)
		const text = "The minister said so."
		p.Parse(text, p.Sentences(text))
	}
}

func FuzzReadLemmas(f *testing.F) {
	f.Add("NNS\ts\t1\t-\n")
	f.Add("VBD\t^was\t3\tbe\n")
	f.Fuzz(func(t *testing.T, list string) {
		l, err := readLemmas(list)
		if err != nil {
			return
		}
		for _, form := range []string{"was", "ministers", "", "é", "s"} {
			l.of(&Word{Form: form, Tag: "NNS", POS: NOUN})
			l.of(&Word{Form: form, Tag: "VBD", POS: VERB})
		}
	})
}
