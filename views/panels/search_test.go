package panels

import (
	"slices"
	"strings"
	"testing"

	"briefline/app/briefing"
)

func TestFind(t *testing.T) {
	d, _ := start(t)
	b := bishkek(t)
	b.Participants = append(b.Participants,
		briefing.Participant{ID: "fyodor", Kind: briefing.KindPerson, Name: "Fyodor", Names: []briefing.Name{{Text: "Фёдор Ленский"}}},
		briefing.Participant{ID: "cote", Kind: briefing.KindState, Name: "Côte d’Ivoire"},
		briefing.Participant{ID: "sirin", Kind: briefing.KindPerson, Name: "Şirin Işık"})
	x := NewIndex(b)
	fazli, isil := Pick{KindParticipant, "rahmani-fazli"}, Pick{KindEvent, "isil-defeat"}
	tests := []struct {
		query string
		want  Pick // the zero Pick: nothing is found
	}{
		{"fazli", fazli},
		{"FAZLI  rahmani", fazli}, // any case, any order
		{"Fázlí", fazli},          // accents typed where there are none
		{"رحمانی فضلی", fazli},    // Persian
		{"رحماني فضلي", fazli},    // the same, typed with the Arabic yeh
		{"رَحمانی", fazli},        // with a short vowel written
		{"КАШКАР", Pick{KindParticipant, "junushaliev"}},
		{"федор", Pick{KindParticipant, "fyodor"}}, // е for ё
		{"ФЁДОР", Pick{KindParticipant, "fyodor"}},
		{"cote d'ivoire", Pick{KindParticipant, "cote"}}, // no accent, typewriter apostrophe
		{"CÔTE D’IVOIRE", Pick{KindParticipant, "cote"}},
		{"isik", Pick{KindParticipant, "sirin"}}, // ı without its dot
		{"defeat isil", isil},
		{"narcotics", Pick{KindEvent, "agreement-2016"}},
		{"bloodshed", Pick{KindStatement, "q3"}},
		{"thenew", Pick{KindCheck, "check-glued"}}, // a misprint, as the source has it
		{"friday", Pick{KindEvent, "meeting"}},     // by the words of its date
		{"interior minister colonel", Pick{KindParticipant, "junushaliev"}},
		{"hasled", Pick{}}, // set below: some check or sentence
		{"", Pick{}},
		{"   \t", Pick{}},
		{"zebra", Pick{}},
		{"fazli zebra", Pick{}}, // every word must be there
		{"isil isil", Pick{KindParticipant, "isil"}},
	}
	for _, tt := range tests {
		got := d.Find(x, tt.query)
		switch {
		case tt.query == "hasled":
			s3 := SentencePick(briefing.Ref{Sentence: 2})
			if !slices.ContainsFunc(got, func(r Result) bool { return r.Pick == s3 }) {
				t.Errorf("%q: found %v, want S3 among it", tt.query, got)
			}
		case tt.want == Pick{}:
			if len(got) != 0 {
				t.Errorf("%q: found %v, want nothing", tt.query, got)
			}
		case len(got) == 0 || got[0].Pick != tt.want:
			t.Errorf("%q: found %v, want %v first", tt.query, got, tt.want)
		}
	}
}

// The Arabic and the Persian keyboard have different letters for one sound:
// text in either is found by either, and so on.
func TestFold(t *testing.T) {
	for _, tt := range []struct{ a, b string }{
		{"علي", "علی"}, {"كتاب", "کتاب"}, {"می‌رود", "میرود"}, {"مـشهد", "مشهد"}, {"فاطمة", "فاطمه"},
		{"Ёлка", "елка"}, {"naïve", "NAIVE"}, {"O’Neill", "o'neill"}, {"Łódź", "lodz"}, {"Ørsted", "orsted"}, {"ﬁne", "fine"}, {"Iʼm", "I'm"},
	} {
		if fold(tt.a) != fold(tt.b) {
			t.Errorf("%q folds to %q, %q to %q, want the same", tt.a, fold(tt.a), tt.b, fold(tt.b))
		}
	}
}

// People and events come before sentences; no more than the list can hold; all
// that is found can be picked.
func TestFindOrder(t *testing.T) {
	d, _ := start(t)
	x := NewIndex(bishkek(t))
	rank := map[Kind]int{KindParticipant: 0, KindEvent: 1, KindStatement: 2, KindCheck: 3, KindSentence: 4}
	for _, q := range []string{"iran", "a", "e i", "minister"} {
		last := 0
		found := d.Find(x, q)
		for _, r := range found {
			if rank[r.Pick.Kind] < last {
				t.Errorf("%q: %v stands after a %d", q, r.Pick, last)
			}
			last = rank[r.Pick.Kind]
			if !x.Has(r.Pick) || r.Title == "" || r.Where == "" {
				t.Errorf("%q: %+v cannot be picked or says nothing", q, r)
			}
			if strings.Contains(r.Where, "⟦") {
				t.Errorf("%q: %q has no words", q, r.Where)
			}
		}
		if len(found) == 0 || len(found) > maxResults {
			t.Errorf("%q: %d results, want 1 to %d", q, len(found), maxResults)
		}
	}
	if n := len(d.Find(NewIndex(small(500)), "e")); n != maxResults {
		t.Errorf("a long briefing: %d results, want %d", n, maxResults)
	}
}

// Letters that only look marked stay letters of their own.
func TestFoldKeepsLettersApart(t *testing.T) {
	for _, tt := range []struct{ a, b string }{
		{"Сергий", "Сергии"}, // й is no и
		{"ґрунт", "грунт"},   // ґ is no г
	} {
		if fold(tt.a) == fold(tt.b) {
			t.Errorf("%q and %q fold to %q, want them apart", tt.a, tt.b, fold(tt.a))
		}
	}
}
