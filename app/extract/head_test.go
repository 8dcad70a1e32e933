package extract

import (
	"strings"
	"testing"
)

// Each row is the top of an article and what its head says. The body begins where
// "|" stands.
func TestReadHead(t *testing.T) {
	const body = "Leaders agreed early on Friday to link their grids. The plan costs little."
	for _, tt := range []struct {
		name, top                                     string
		published, place, publisher, headline, byline string
	}{
		{"dateline", "Leaders agree\n\nRIGA, 14 March 2025 - |", "2025-03-14", "RIGA", "", "Leaders agree", ""},
		{"short month", "Sandu wins\n\nCHISINAU, Nov 4, 2024 - |", "2024-11-04", "CHISINAU", "", "Sandu wins", ""},
		{"in capitals", "LEADERS AGREE\n\nRIGA, MARCH 14, 2025 — |", "2025-03-14", "RIGA", "", "LEADERS AGREE", ""},
		{"on a line of its own", "Leaders agree\n\nRIGA, 14 March 2025\n\n|", "2025-03-14", "RIGA", "", "Leaders agree", ""},
		{"below a byline", "Leaders agree\n\nBy Marta Lindqvist\nRIGA, 14 March 2025\n\n|", "2025-03-14", "RIGA", "", "Leaders agree", "By Marta Lindqvist"},
		{"below an agency", "Leaders agree\n\nReuters\n\nRIGA, March 14, 2025 - |", "2025-03-14", "RIGA", "Reuters", "Leaders agree", ""},
		{"below another line", "Talks\n\nReuters-style report\nCHISINAU, Nov 4, 2024 - |", "2024-11-04", "CHISINAU", "", "Talks", ""},
		{"published line", "Quake kills 214\n\nPublished: 3 February 2026, updated 21:40 GMT\n\nIZMIR, Turkey - |", "2026-02-03", "IZMIR, Turkey", "", "Quake kills 214", ""},
		{"published line below a byline", "Quake kills 214\n\nBy our correspondents in Izmir and Athens\nPublished: 3 February 2026, updated 21:40 GMT\n\n|", "2026-02-03", "", "", "Quake kills 214", "By our correspondents in Izmir and Athens"},
		{"updated alone", "Quake kills 214\nUpdated 3 February 2026 21:40 GMT\n\n|", "2026-02-03", "", "", "Quake kills 214", ""},
		{"updated and published", "Quake kills 214\nUpdated: 5 February 2026 | First published: 3 February 2026\n\n|", "2026-02-03", "", "", "Quake kills 214", ""},
		{"one word", "Statement\n\nGENEVA, 29 March 2021 — |", "2021-03-29", "GENEVA", "", "Statement", ""},
		{"a bare date", "Leaders agree\n14 March 2025\n\n|", "2025-03-14", "", "", "Leaders agree", ""},
		{"a weekday", "Leaders agree\nFriday, 14 March 2025, 10:15 am\n\n|", "2025-03-14", "", "", "Leaders agree", ""},
		{"byline and date", "Leaders agree\nBy Marta Lindqvist | 14 March 2025\n\n|", "2025-03-14", "", "", "Leaders agree", "By Marta Lindqvist"},
		{"city and agency", "Leaders agree\n\nRIGA (LETA) - |", "", "RIGA", "LETA", "Leaders agree", ""},
		{"city, date, agency", "Leaders agree\n\nRIGA, Latvia, March 14, 2025 (AP) — |", "2025-03-14", "RIGA, Latvia", "AP", "Leaders agree", ""},
		{"without a year", "Leaders agree\n\nRIGA, March 14 (Reuters) - |", "", "RIGA", "Reuters", "Leaders agree", ""},
		{"strokes", "Leaders agree\n\nMOSCOW, March 14. /TASS/. |", "", "MOSCOW", "TASS", "Leaders agree", ""},
		{"bracket and no dash", "Leaders agree\n\nBEIJING, March 14, 2025 (Xinhua) |", "2025-03-14", "BEIJING", "Xinhua", "Leaders agree", ""},
		{"full stop and no dash", "Leaders agree\n\nRIGA, 14 March 2025. |", "2025-03-14", "RIGA", "", "Leaders agree", ""},
		{"in German", "Einigung\n\nVeröffentlicht am 14. März 2025\n\n|", "2025-03-14", "", "", "Einigung", ""},
		{"in Russian", "Итоги встречи\nОпубликовано 14 марта 2025 г. в 10:15\n\n|", "2025-03-14", "", "", "Итоги встречи", ""},
		{"section and kicker", "WORLD\nLeaders agree\nGrids to be linked by winter\nRIGA, 14 March 2025\n\n|", "2025-03-14", "RIGA", "", "WORLD", ""},
		{"a standfirst stays", "Leaders agree\n\n|The grids of nine states are to be linked, the leaders say.\n\nRIGA, 14 March 2025 - ", "2025-03-14", "RIGA", "", "Leaders agree", ""},
		{"a life", "Edda Falk\n\n|Edda Falk (March 3, 1931 – May 5, 2010) was a chemist. ", "", "", "", "Edda Falk", ""},
		{"a life on a line", "Edda Falk\n\n|3 March 1931 – 5 May 2010\n\n", "", "", "", "Edda Falk", ""},
		{"a life to a dash", "Edda Falk\n\n|Edda Falk (3 March 1931) – she was a chemist. ", "", "", "", "Edda Falk", ""},
		{"a birth", "Edda Falk\n\n|Born 3 March 1931\n\n", "", "", "", "Edda Falk", ""},
		{"a hearing", "Notice\n\n|When: 14 April 2021\n\n", "", "", "", "Notice", ""},
		{"a chronology", "Timeline: the pier\n\n|12 June 2018 – A storm damages the pier.\n\n4 May 2019 – The council orders a survey.\n\n", "", "", "", "Timeline: the pier", ""},
		{"dates as headings", "Timeline\n\n|12 June 2018\n\nA storm damages the pier.\n\n4 May 2019\n\nA survey.\n\n", "", "", "", "Timeline", ""},
		{"a headline with a date", "Riga Summit, 14 March 2025\n\n|", "", "", "", "Riga Summit, 14 March 2025", ""},
		{"two ways to read it", "Leaders agree\n03/02/2026\n\n|", "", "", "", "Leaders agree", ""},
	} {
		at := strings.IndexByte(tt.top, '|')
		if strings.HasPrefix(tt.name, "byline and") || strings.HasPrefix(tt.name, "updated and") { // a stroke of their own
			at = strings.LastIndexByte(tt.top, '|')
		}
		text := tt.top[:at] + tt.top[at+1:] + body
		h := readHead(text)
		of := func(start, end int) string { return text[start:end] }
		got := []string{h.date.String(), of(h.place.Start, h.place.End), of(h.publisher.Start, h.publisher.End), of(h.headline.Start, h.headline.End), of(h.byline.Start, h.byline.End)}
		for i, want := range []string{tt.published, tt.place, tt.publisher, tt.headline, tt.byline} {
			if got[i] != want {
				t.Errorf("%s: got %q, want %q", tt.name, got[i], want)
			}
		}
		if h.body != at {
			t.Errorf("%s: got a body from %q, want from %q", tt.name, text[h.body:min(len(text), h.body+30)], text[at:min(len(text), at+30)])
		}
	}
	if h := readHead("Leaders agree\n03/02/2026\n\n" + body); len(h.maybe) != 2 {
		t.Errorf("03/02/2026: got %v, want both readings as candidates", h.maybe)
	}
	for foot, want := range map[string]string{
		"Published 3 February 2026": "2026-02-03",
		"This article was first published on 3 February 2026 and updated on 5 February 2026.": "2026-02-03",
		"The report was published in the spring.":                                             "",
		"Copyright 2026 The Gazette":                                                          "",
	} {
		if h := readHead("Leaders agree\n\n" + body + "\n\n" + foot); h.date.String() != want {
			t.Errorf("%s: got %s, want %s", foot, h.date, want)
		}
	}
}

// What a head says stands in the text, and the body begins in it.
func FuzzReadHead(f *testing.F) {
	f.Add("Leaders agree\n\nBy Marta Lindqvist\nRIGA, 14 March 2025 (LETA) - They agreed.")
	f.Add("Edda Falk\n\nEdda Falk (March 3, 1931 – May 5, 2010) was a chemist.")
	f.Add("MOSCOW, March 14. /TASS/. They met.\nPublished 3 May 2024")
	f.Fuzz(func(t *testing.T, text string) {
		h := readHead(text)
		for _, s := range []struct{ Start, End int }{{h.headline.Start, h.headline.End}, {h.byline.Start, h.byline.End}, {h.publisher.Start, h.publisher.End}, {h.place.Start, h.place.End}, {h.published.Start, h.published.End}, {0, h.body}} {
			if s.Start < 0 || s.End < s.Start || s.End > len(text) {
				t.Fatalf("%q: %+v", text, h)
			}
		}
		if strings.TrimSpace(text) != "" && strings.TrimSpace(text[h.body:]) == "" {
			t.Fatalf("%q: no body behind %d", text, h.body)
		}
	})
}
