package gazetteer

import (
	"strings"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

func name(e *Entry) string {
	if e == nil {
		return ""
	}
	return e.Name
}

func TestLookUps(t *testing.T) {
	tests := []struct {
		how      string
		find     func(string) *Entry
		in, want string
	}{
		{"Named", Named, "Iran", "Iran"},
		{"Named", Named, "US", "United States"},
		{"Named", Named, "U.S.", "United States"},
		{"Named", Named, "Britain", "United Kingdom"},
		{"Named", Named, "UAE", "United Arab Emirates"},
		{"Named", Named, "DPRK", "North Korea"},
		{"Named", Named, "Burma", "Myanmar"},
		{"Named", Named, "the Netherlands", "Netherlands"},
		{"Named", Named, "THE NETHERLANDS", "Netherlands"},
		{"Named", Named, "SOUTH KOREA", "South Korea"},
		{"Named", Named, "Bosnia and Herzegovina", "Bosnia and Herzegovina"},
		{"Named", Named, "Kosovo", "Kosovo"},
		{"Named", Named, "Middle East", "Middle East"},
		{"Named", Named, "turkey", ""}, // a bird
		{"Named", Named, "us", ""},     // a pronoun
		{"Named", Named, "", ""},
		{"Named", Named, strings.Repeat("the ", 100) + "US", ""},
		{"Adjective", Adjective, "Iranian", "Iran"},
		{"Adjective", Adjective, "Kyrgyz", "Kyrgyzstan"},
		{"Adjective", Adjective, "Dutch", "Netherlands"},
		{"Adjective", Adjective, "Filipino", "Philippines"},
		{"Adjective", Adjective, "Congolese", "Democratic Republic of the Congo"},
		{"Adjective", Adjective, "Nigerien", "Niger"}, // not Nigeria
		{"Adjective", Adjective, "British", "United Kingdom"},
		{"Adjective", Adjective, "polish", ""},
		{"People", People, "Iranians", "Iran"},
		{"People", People, "Danes", "Denmark"},
		{"People", People, "Chinese", "China"},
		{"People", People, "Spaniards", "Spain"},
		{"People", People, "Arabs", "Arab world"},
		{"Capital", Capital, "Tehran", "Iran"},
		{"Capital", Capital, "Bishkek", "Kyrgyzstan"},
		{"Capital", Capital, "Kiev", "Ukraine"},
		{"Capital", Capital, "Tel Aviv", "Israel"},
		{"Capital", Capital, "Hamburg", ""},
		{"Organisation", Organisation, "Nato", "North Atlantic Treaty Organization"},
		{"Organisation", Organisation, "the Shanghai Cooperation Organisation", "Shanghai Cooperation Organisation"},
	}
	for _, tt := range tests {
		if got := name(tt.find(tt.in)); got != tt.want {
			t.Errorf("%s(%q): got %q, want %q", tt.how, tt.in, got, tt.want)
		}
	}
}

func TestBegins(t *testing.T) {
	for word, want := range map[string]bool{"Saudi": true, "SAUDI": true, "Iran": true, "Kyrgyz": true, "Buenos": true, "United": true, "saudi": false, "Aires": false, "": false} {
		if got := Begins(word); got != want {
			t.Errorf("%q: got %v, want %v", word, got, want)
		}
	}
}

func TestCompound(t *testing.T) {
	for in, want := range map[string]string{
		"Sino-Russian":            "China, Russia",
		"US-Iranian":              "United States, Iran",
		"Russia-Ukraine":          "Russia, Ukraine",
		"Anglo-French":            "United Kingdom, France",
		"Indo-Pakistani":          "India, Pakistan",
		"Iranian":                 "", // one state
		"anti-American":           "", // "anti" is no state
		"Guinea-Bissau-Senegal":   "", // parts are looked up one by one
		strings.Repeat("US-", 99): "",
	} {
		var got []string
		for _, e := range Compound(in) {
			got = append(got, e.Name)
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// Every territory that ISO 3166-1 codes, as CLDR lists them, is there under the
// same code, and its CLDR name is found.
func TestCoversCLDR(t *testing.T) {
	// CLDR's name is longer than any that news writes, or set otherwise.
	known := map[string]bool{"CD": true, "CG": true, "CC": true, "GS": true, "HK": true, "HM": true, "MM": true, "MO": true, "UM": true, "VC": true}
	// Codes of CLDR that ISO 3166-1 only reserves, or has withdrawn.
	reserved := map[string]bool{}
	for code := range strings.FieldsSeq("AC CP CQ DG EA EZ IC TA UN AN CS FQ NT PC SU YU") {
		reserved[code] = true
	}
	byCode := map[string]*Entry{}
	for _, e := range All() {
		byCode[e.Code] = e
	}
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string(a) + string(b)
			region, err := language.ParseRegion(code)
			if err != nil || !region.IsCountry() || region.Canonicalize() != region || reserved[code] {
				continue
			}
			cldr := display.English.Regions().Name(region)
			e := byCode[code]
			if e == nil {
				t.Errorf("%s (%s) is missing", code, cldr)
				continue
			}
			usual := strings.NewReplacer("St. ", "Saint ", " & ", " and ", "’", "'").Replace(cldr)
			if !known[code] && Named(cldr) != e && Named(usual) != e {
				t.Errorf("%s: %q names %q, want %q", code, cldr, name(Named(cldr)), e.Name)
			}
		}
	}
}

// The tables are well formed: six or four fields, no blanks, no code twice, and
// no name of one state shadowed by another without its being said here.
func TestTablesAreSound(t *testing.T) {
	shared := map[string]bool{ // adjectives and capitals of two
		"Congolese":       true,
		"Central African": true,
	}
	for _, table := range []struct {
		text   string
		fields int
	}{{stateTable, 6}, {regionTable, 4}, {bodyTable, 3}} {
		for line := range rows(table.text) {
			if got := strings.Count(line, "|") + 1; got != table.fields {
				t.Errorf("%q has %d fields, want %d", line, got, table.fields)
			}
		}
	}
	codes := map[string]string{}
	for _, e := range append(append(All(), tables().regions...), tables().bodies...) {
		if e.Kind == State && e.Code != "" && codes[e.Code] != "" {
			t.Errorf("code %s is that of %s and of %s", e.Code, codes[e.Code], e.Name)
		}
		if e.Kind == State {
			codes[e.Code] = e.Name
		}
		for _, words := range [][]string{{e.Name}, e.Names, e.Adjectives, e.People, e.Capitals} {
			for _, w := range words {
				if w == "" || strings.TrimSpace(w) != w {
					t.Errorf("%s: %q is blank or has blanks around it", e.Name, w)
				}
			}
		}
		if e.Kind == Body {
			continue
		}
		for _, w := range append([]string{e.Name}, e.Names...) {
			if got := Named(w); got != e && !shared[w] {
				t.Errorf("%q names %s, want %s", w, name(got), e.Name)
			}
		}
		for _, w := range e.Adjectives {
			if got := Adjective(w); got != e && !shared[w] {
				t.Errorf("%q is the adjective of %s, want %s", w, name(got), e.Name)
			}
		}
		for _, w := range e.Capitals {
			if got := Capital(w); got != e && !shared[w] {
				t.Errorf("%q is the capital of %s, want %s", w, name(got), e.Name)
			}
		}
	}
	for prefix, e := range tables().prefixes {
		if e == nil {
			t.Errorf("prefix %q names no state", prefix)
		}
	}
}

func BenchmarkNamed(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Named("Kyrgyzstan")
		Named("Rahmani Fazli")
	}
}
