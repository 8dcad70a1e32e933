package text

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

func TestSentences(t *testing.T) {
	for _, tt := range []struct{ text, want string }{ // "|" stands between sentences
		{"He left. She stayed.", "He left.|She stayed."},
		{"Mr. Smith met Gen. Jones at 5 p.m. Monday.", "Mr. Smith met Gen. Jones at 5 p.m. Monday."},
		{"It began at 5 p.m. The crowd left.", "It began at 5 p.m.|The crowd left."},
		{"It sank on 6 July. All were saved.", "It sank on 6 July.|All were saved."}, // no short form
		{"On Sept. 29 it began.", "On Sept. 29 it began."},
		{"The U.S. Army came to the U.S. The army left.", "The U.S. Army came to the U.S.|The army left."},
		{"J. R. Smith came.", "J. R. Smith came."},
		{"\"It is over.\" He left.", "\"It is over.\"|He left."},
		{"He asked, \"Is it over?\" and left.", "He asked, \"Is it over?\" and left."},
		{"“It is over.” He left.", "“It is over.”|He left."},
		{"It was the Muslim world.Iran denied it.", "It was the Muslim world.|Iran denied it."}, // glued
		{"See example.com or Example.Com for 3.14.", "See example.com or Example.Com for 3.14."},
		{"Headline without a stop\n\nThe text begins.", "Headline without a stop|The text begins."},
		{"This line is longer than fifty bytes and it is wrapped\nin the middle of a sentence.", "This line is longer than fifty bytes and it is wrapped\nin the middle of a sentence."},
		// Lines that are not wrapped at a width are lines: a headline, a by-line.
		{"Former harbour chief jailed for four years over ferry contracts\nBy Helga Marsten\nA court sentenced him.", "Former harbour chief jailed for four years over ferry contracts|By Helga Marsten|A court sentenced him."},
		{"Wait... what? No!", "Wait... what?|No!"},
		{"HAYWARD, Calif. (AP) — It burned. HAYWARD, Calif. — It burned.", "HAYWARD, Calif. (AP) — It burned.|HAYWARD, Calif. — It burned."},
		{"In St. Joseph, Mo., Lt. Ann Reed met Det. Sgt. Lee.", "In St. Joseph, Mo., Lt. Ann Reed met Det. Sgt. Lee."},
		{"A man from Fla. He left.", "A man from Fla.|He left."},
		{"Miss Lee felt the miss. She left.", "Miss Lee felt the miss.|She left."},
		{"See p. 12 and No. 5. The pope (c. 314) died.", "See p. 12 and No. 5.|The pope (c. 314) died."},
		{"He was freed.[4][7] She left. [16] They stayed.", "He was freed.[4][7]|She left. [16]|They stayed."},
		{"1. Tea\n2. Milk. Cold.\n", "1. Tea|2. Milk.|Cold."},
		{"A word like “Huh?” – so they say. Mail a@b.com. They read it, etc. They go.", "A word like “Huh?” – so they say.|Mail a@b.com.|They read it, etc.|They go."},
		{"It sold 12. They left.", "It sold 12.|They left."},
		{"Mail from Acme Inc.\n\nThe text.", "Mail from Acme Inc.|The text."},
		{"He came at 5 p.m. Police left.", "He came at 5 p.m.|Police left."},
		{"“We lost. We will win,” he said. “It is so.” “No.”", "“We lost.|We will win,” he said.|“It is so.”|“No.”"},
		{"", ""},
		{" \n ", ""},
	} {
		var got []string
		for _, sp := range Sentences(tt.text) {
			got = append(got, tt.text[sp.Start:sp.End])
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("got %q, want %q", s, tt.want)
		}
	}
}

// The bundled article has the sentences that the briefing in the box names.
func TestSentencesOfBundledArticle(t *testing.T) {
	b, err := os.ReadFile("../../assets/bishkek.briefing")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Sources []struct {
			Text      string
			Sentences []Span
		}
	}
	if err := json.Unmarshal(b, &file); err != nil {
		t.Fatal(err)
	}
	for _, s := range file.Sources {
		got := Sentences(s.Text)
		if len(got) != len(s.Sentences) {
			t.Errorf("got %d sentences, want %d", len(got), len(s.Sentences))
			continue
		}
		for i := range got {
			if got[i] != s.Sentences[i] {
				t.Errorf("sentence %d: got %v, want %v", i, got[i], s.Sentences[i])
			}
		}
	}
}
