package figure

import (
	"fmt"
	"strings"
	"testing"

	"briefline/app/syntax"
	txt "briefline/app/text"
)

// find reads figures with the parser that is built in; years and capitalised
// words stand for dates and names.
func find(t testing.TB, text string) []Figure {
	t.Helper()
	parser, err := syntax.English()
	if err != nil {
		t.Fatal(err)
	}
	trees := parser.Parse(text, txt.Sentences(text))
	return Find(Input{Text: text, Sentences: trees, Headline: -1, Year: 2025, Lead: func(i int) bool { return i == 0 },
		Name: func(i, w int) bool {
			return trees[i].Words[w].POS == syntax.PROPN && trees[i].Words[w].Tag == "NNP" && w > 0
		},
		Date: func(i, w int) (int, int) {
			if v, ok := digitsOf(trees[i].Words[w].Form); ok && len(trees[i].Words[w].Form) == 4 && v > 1800 && v < 2100 {
				return 0, int(v)
			}
			return -1, 0
		}})
}

func TestFind(t *testing.T) {
	for _, tt := range []struct{ text, want string }{ // "label unit: number, number; …"
		{"At least 97 people were killed in the flood.", "people killed: 97"},
		{"The quake killed 214 people and injured 1,900.", "people killed: 214; injured: 1900"},
		{"Two dozen workers were injured at the plant.", "workers injured: 24"},
		{"Some 8,000 residents were evacuated.", "residents evacuated: 8000"},
		{"The firm posted a loss of $2.7 billion.", "loss posted USD: 2.7e+09"},
		{"Profit rose 4 percent.", "Profit rose %: 4"},
		{"The company will cut 30,000 jobs.", "jobs cut: 30000"},
		{"The fire burned 2,000 hectares of forest.", "forest ha: 2000"},
		// A toll that changes is one figure, the newest value first.
		{"The death toll was put at 163. It had been 97. Later 163 people were killed.", "people killed: 163"},
		{"The number of victims rose from 97 to 163.", "victims: 163, 97"},
		{"Eight more bodies were found, bringing the number of victims to 41.", "victims: 41"},
		{"The ministry had put the toll at 33.", "toll: 33"},
		{"The death toll stands at 11.", "death toll: 11"},
		// Other years and other places are other figures.
		{"Some 26 people died in the quake. A quake in 2020 killed 117 people.", "people died: 26; people killed: 117"},
		{"The floods are the worst since 1997, when 28 people died. At least 41 people died.", "people died: 28; people died: 41"}, // the first sentence counts as the lead here
		{"Revenue fell 12 percent to $1.31 billion.", "Revenue fell USD: 1.31e+09; Revenue fell %: 12"},
		{"The Union had 38.2 percent, down from 51.7 percent four years ago.", "Union %: 38.2, 51.7"},
		// No figures: ages, lengths of time, years, codes, times of day.
		{"The 56-year-old was held for 12 days in 2019.", ""},
		{"The Boeing 787 left at 16:40 from gate 12.", ""},
		{"She is 34.", ""},
		{"He was the second of 3.", ""},
	} {
		var got []string
		for _, f := range find(t, tt.text) {
			var values []string
			for _, v := range f.Values {
				values = append(values, fmt.Sprint(v.Low))
			}
			got = append(got, strings.TrimSpace(f.Label+" "+f.Unit)+": "+strings.Join(values, ", "))
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s\ngot  %q\nwant %q", tt.text, s, tt.want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, tt := range []struct {
		form string
		want float64 // 0 for none
	}{
		{"1,200", 1200}, {"3.5", 3.5}, {"3bn", 3e9}, {"400k", 4e5}, {"12th", 0}, {"1990s", 0}, {"16:40", 0}, {"787-8", 0},
		{"12,34", 0}, {"1.2.3", 0}, {"1234,567", 0}, {"7.", 7}, {"", 0}, {"x", 0},
	} {
		if got, ok := digitsOf(tt.form); got != tt.want && ok || ok != (tt.want != 0) {
			t.Errorf("%q: got %v %v, want %v", tt.form, got, ok, tt.want)
		}
	}
}

// Whatever the text, every value's words stand in it, low is not above high, and
// no two figures hold the same place.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"At least 97 people were killed.", "$ 2-3 million — 40%", "two hundred and ten of 1,000,000", "20-30 km/h 5 5 5", "- 3 -"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		seen := map[txt.Span]bool{}
		for _, g := range find(t, text) {
			if g.Label == "" || len(g.Values) == 0 {
				t.Fatalf("a figure of nothing: %+v", g)
			}
			for _, v := range g.Values {
				if v.At.Start < 0 || v.At.Start >= v.At.End || v.At.End > len(text) || v.Low > v.High || seen[v.At] {
					t.Fatalf("%+v", v)
				}
				seen[v.At] = true
			}
		}
	})
}
