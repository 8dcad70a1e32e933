package wordlist_test

import (
	"testing"

	"briefline/app/wordlist"
	"briefline/assets"
)

func list(t testing.TB) *wordlist.List {
	t.Helper()
	l, err := wordlist.Read(assets.Words())
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestHas(t *testing.T) {
	l := list(t)
	for word, want := range map[string][2]bool{ // known, common
		"the": {true, true}, "ministry": {true, true}, "colour": {true, true}, "color": {true, true},
		"organisation": {true, true}, "thalassocracy": {false, false}, "zoologists": {true, true},
		"hasled": {false, false}, "": {false, false}, "Iran": {false, false},
	} {
		if got := [2]bool{l.Has(word), l.Common(word)}; got != want {
			t.Errorf("%q: got known, common = %v, want %v", word, got, want)
		}
	}
}

var splits = []struct{ word, first, second string }{
	{"hasled", "has", "led"},
	{"regiondespite", "region", "despite"},
	{"thenew", "the", "new"},
	{"agreementwith", "agreement", "with"},
	{"Thegovernment", "The", "government"},
	{"ofthe", "of", "the"},
	{"ministerwho", "minister", "who"},
	// Words, however they fall apart.
	{"therefore", "", ""},
	{"without", "", ""},
	{"forthcoming", "", ""},
	{"counterterrorism", "", ""},
	{"cybersecurity", "", ""},
	{"smartphone", "", ""},
	{"livestreamed", "", ""},
	{"healthcare", "", ""},
	{"wellbeing", "", ""},
	{"cryptocurrency", "", ""},
	{"coronavirus", "", ""},
	{"mujahideen", "", ""},
	{"biodiversity", "", ""},
	{"interoperability", "", ""},
	// Names.
	{"Bagram", "", ""},
	{"Rotherham", "", ""},
	{"Hamburg", "", ""},
	{"Anderson", "", ""},
	{"Withington", "", ""},
	{"Junushaliev", "", ""},
	{"Netanyahu", "", ""},
	{"Facebook", "", ""},
	{"YouTube", "", ""},
	{"Norway", "", ""},
	{"Germany", "", ""},
	{"Herat", "", ""},
	{"Hispanic", "", ""},
	// Compounds that are not in the list.
	{"battlespace", "", ""},
	{"tradeoff", "", ""},
	{"talkshow", "", ""},
	{"", "", ""},
	{"ABCDE", "", ""},
}

func TestSplit(t *testing.T) {
	l := list(t)
	for _, tt := range splits {
		first, second, ok := l.Split(tt.word)
		if !ok {
			first, second = "", ""
		}
		if first != tt.first || second != tt.second {
			t.Errorf("%q: got %q, %q, want %q, %q", tt.word, first, second, tt.first, tt.second)
		}
	}
}

// What is damaged is refused, and never read past its end.
func FuzzRead(f *testing.F) {
	f.Add([]byte("BLW1\x01\x05\x00"))
	f.Add([]byte("BLW1\xff\xff\xff\xff\x0f"))
	f.Add([]byte("BLW"))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := wordlist.Read(data)
		if err == nil {
			l.Has("word")
			l.Split("regiondespite")
		} else if err != wordlist.ErrForm {
			t.Errorf("got %v, want ErrForm", err)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	for b.Loop() {
		if _, err := wordlist.Read(assets.Words()); err != nil {
			b.Fatal(err)
		}
	}
}
