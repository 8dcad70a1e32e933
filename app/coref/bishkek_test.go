package coref

import (
	"os"
	"slices"
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/app/names"
)

// bishkek returns the bundled article with the names that stand in it.
func bishkek(t testing.TB) (string, []briefing.Span, []names.Name) {
	t.Helper()
	raw, err := os.ReadFile("../../assets/bishkek.txt")
	if err != nil {
		t.Fatal(err)
	}
	text := string(raw)
	var spans []briefing.Span
	for _, s := range [][2]int{{0, 189}, {190, 539}, {540, 749}, {750, 918}, {919, 1136}, {1137, 1291}, {1292, 1475},
		{1476, 1742}, {1743, 2004}, {2005, 2195}, {2196, 2386}, {2387, 2692}, {2693, 2892}} {
		spans = append(spans, briefing.Span{Start: s[0], End: s[1]})
	}
	var named []names.Name
	for _, n := range []struct {
		words string
		kind  names.Kind
	}{
		{"Abdolreza Rahmani Fazli", names.Person}, {"Rahmani Fazli", names.Person}, {"Kashkar Junushaliev", names.Person},
		{"Junushaliev", names.Person}, {"Kyrgyz Interior Ministry", names.Organisation}, {"ISIL", names.Organisation},
		{"Iran ", names.Place}, {"Bishkek", names.Place}, {"Tehran", names.Place}, {"Iraq", names.Place}, {"Syria", names.Place},
		{"Afghanistan", names.Place}, {"Kyrgyzstan", names.Place},
	} {
		for at := 0; ; {
			k := strings.Index(text[at:], n.words)
			if k < 0 {
				break
			}
			x := names.Name{Start: at + k, End: at + k + len(strings.TrimSpace(n.words)), Kind: n.kind}
			at = x.End
			if !slices.ContainsFunc(named, func(o names.Name) bool { return o.Start < x.End && x.Start < o.End }) {
				named = append(named, x)
			}
		}
	}
	slices.SortFunc(named, func(a, b names.Name) int { return a.Start - b.Start })
	return text, spans, named
}

// Each mention that the annotation of the article lists, and whom it names.
func TestBishkekMentions(t *testing.T) {
	text, spans, named := bishkek(t)
	r := Resolve(text, spans, named, Options{})
	const (
		minister = "Abdolreza Rahmani Fazli"
		colonel  = "Kashkar Junushaliev"
		ministry = "Kyrgyz Interior Ministry"
	)
	tests := []struct {
		start, end int
		name       string
	}{
		{112, 165, minister}, {394, 443, minister}, {467, 470, minister}, {540, 569, minister}, {750, 752, minister},
		{932, 952, minister}, {1137, 1139, minister}, {1292, 1305, minister}, {1476, 1478, minister},
		{467, 517, colonel}, {1743, 1762, colonel}, {1768, 1771, colonel}, {1788, 1791, colonel}, {2005, 2016, colonel},
		{2196, 2198, colonel}, {2374, 2377, colonel}, {2387, 2398, colonel}, {2872, 2891, colonel},
		{2424, 2452, ministry}, {2668, 2671, ministry}, {2829, 2857, ministry},
		{2668, 2691, "Iranian Interior Ministry"}, // not written: it follows
		{974, 978, "ISIL"}, {0, 3, "MNA"}, {1989, 2003, "government of Kyrgyzstan"},
		{4, 8, "Iran"}, {190, 194, "Iran"}, {767, 771, "Iran"}, {856, 858, "Iran"}, {1151, 1155, "Iran"}, {1324, 1329, "Iran"},
		{1395, 1398, "Iran"}, {1497, 1501, "Iran"}, {1612, 1616, "Iran"}, {1956, 1960, "Iran"}, {2059, 2065, "Iran"},
		{2154, 2160, "Iran"}, {2216, 2221, "Iran"},
		{1644, 1654, "Kyrgyzstan"}, {1788, 1799, "Kyrgyzstan"}, {1880, 1890, "Kyrgyzstan"}, {1989, 1992, "Kyrgyzstan"},
		{2165, 2172, "Kyrgyzstan"}, {2374, 2385, "Kyrgyzstan"},
		{169, 176, "Bishkek"}, {521, 528, "Bishkek"}, // the place
		{982, 986, "Iraq"}, {991, 996, "Syria"}, {1124, 1135, "Afghanistan"}, {1463, 1474, "Afghanistan"},
	}
	for _, tt := range tests {
		i := slices.IndexFunc(r.Mentions, func(m Mention) bool { return m.Span == briefing.Span{Start: tt.start, End: tt.end} })
		if i < 0 {
			t.Errorf("%d to %d %q: no such mention", tt.start, tt.end, text[tt.start:tt.end])
			continue
		}
		got := "nobody"
		if e := r.Mentions[i].Entity; e != None {
			got = r.Entities[e].Name
		}
		if got != tt.name {
			t.Errorf("%d %q: got %s, want %s", tt.start, text[tt.start:tt.end], got, tt.name)
		}
	}
}

func TestBishkekEntities(t *testing.T) {
	text, spans, named := bishkek(t)
	r := Resolve(text, spans, named, Options{})
	tests := []struct {
		name             string
		kind             briefing.ParticipantKind
		role             string
		inferred         bool
		rank, with, side string
		roleWords        string
	}{
		{"Abdolreza Rahmani Fazli", briefing.KindPerson, "Interior Minister", false, "", "Iran", "Iran", "Interior Minister"},
		{"Kashkar Junushaliev", briefing.KindPerson, "Interior Minister", true, "Colonel", "Kyrgyzstan", "Kyrgyzstan", "Kyrgyz counterpart"},
		{"Kyrgyz Interior Ministry", briefing.KindOrganisation, "", false, "", "Kyrgyzstan", "Kyrgyzstan", ""},
		{"Iranian Interior Ministry", briefing.KindOrganisation, "", false, "", "Iran", "Iran", ""},
		{"Iran", briefing.KindState, "", false, "", "", "Iran", ""},
		{"Kyrgyzstan", briefing.KindState, "", false, "", "", "Kyrgyzstan", ""},
		{"ISIL", briefing.KindOrganisation, "", false, "", "", "", ""},
		{"MNA", briefing.KindOrganisation, "", false, "", "", "", ""},
		{"Bishkek", briefing.KindPlace, "", false, "", "", "", ""},
		{"Iraq", briefing.KindPlace, "", false, "", "", "", ""},
		{"Syria", briefing.KindPlace, "", false, "", "", "", ""},
		{"Afghanistan", briefing.KindPlace, "", false, "", "", "", ""},
	}
	name := func(e int) string {
		if e == None {
			return ""
		}
		return r.Entities[e].Name
	}
	for _, tt := range tests {
		i := entity(t, r, tt.name)
		if i < 0 {
			continue
		}
		e := r.Entities[i]
		if e.Kind != tt.kind || e.Role != tt.role || e.RoleInferred != tt.inferred || e.Rank != tt.rank || name(e.Affiliation) != tt.with || name(e.Side) != tt.side {
			t.Errorf("%s: got %s %q %v %q, with %q, side %q", tt.name, e.Kind, e.Role, e.RoleInferred, e.Rank, name(e.Affiliation), name(e.Side))
		}
		if got := text[e.RoleSpan.Start:e.RoleSpan.End]; got != tt.roleWords {
			t.Errorf("%s: role told by %q, want %q", tt.name, got, tt.roleWords)
		}
		if e.Agency != (tt.name == "MNA") {
			t.Errorf("%s: agency's mark %v", tt.name, e.Agency)
		}
		if e.NameInferred != (tt.name == "Iranian Interior Ministry") {
			t.Errorf("%s: name follows from the text: %v", tt.name, e.NameInferred)
		}
	}
	for _, want := range []string{"Rahmani Fazli", "the Iranian interior minister", "the Iranian minister"} {
		if e := r.Entities[entity(t, r, "Abdolreza Rahmani Fazli")]; !slices.Contains(e.Aliases, want) {
			t.Errorf("aliases %q lack %q", e.Aliases, want)
		}
	}
	// "Iran is ready to cooperate with Kyrgyzstan ... to strengthen its internal
	// security": whose, the sentence does not settle.
	i := slices.IndexFunc(r.Unclear, func(u Unclear) bool { return r.Mentions[u.Mention].Start == 1720 })
	if i < 0 || len(r.Unclear[i].Candidates) != 2 {
		t.Errorf("unclear: got %v, want the \"its\" at 1720 between two states", r.Unclear)
	}
}

func TestAt(t *testing.T) {
	text, spans, named := bishkek(t)
	r := Resolve(text, spans, named, Options{})
	for words, want := range map[string]string{
		"Interior Minister Abdolreza": "Abdolreza Rahmani Fazli", // inside a mention
		"his Kyrgyz":                  "Kashkar Junushaliev",     // the innermost that holds it all
		"Tehran saying":               "Iran",                    // overlaps
		"nothing but bloodshed":       "",                        // no mention
	} {
		at := strings.Index(text, words)
		got := ""
		if e := r.At(briefing.Span{Start: at, End: at + len(words)}); e != None {
			got = r.Entities[e].Name
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", words, got, want)
		}
	}
}
