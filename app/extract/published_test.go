package extract_test

import (
	"testing"

	"briefline/app/extract"
)

// The day on which an article came out, from its own lines, to the briefing.
func TestPublished(t *testing.T) {
	for _, tt := range []struct{ name, text, published, place string }{
		{"u-a", "Nine states sign pact\n\nRIGA, 14 March 2025\n\n\"The difficult decisions have been moved to 2027,\" said Anna Berg, a researcher at the Institute. She noted that three states hold elections. The pact will be signed formally on 9 May in Tallinn.", "2025-03-14", "RIGA"},
		{"u-d", "Quake kills 214\n\nPublished: 3 February 2026, updated 21:40 GMT\n\nIZMIR, Turkey - The magnitude 7.0 quake hit at 4:52 a.m. on Sunday, officials said.", "2026-02-03", "IZMIR, Turkey"},
		{"u-e", "Quake kills 214\n\nBy our correspondents in Izmir and Athens\nPublished: 3 February 2026, updated 21:40 GMT\n\nIZMIR, Turkey - The magnitude 7.0 quake hit at 4:52 a.m. on Sunday, officials said.", "2026-02-03", "IZMIR, Turkey"},
		{"u-f", "Leaders agree\n\nBy Marta Lindqvist\nRIGA, 14 March 2025\n\nLeaders agreed early on Friday to link their grids.", "2025-03-14", "RIGA"},
		{"u-g", "Leaders agree\n\nRIGA, 14 March 2025\n\nLeaders agreed early on Friday to link their grids.", "2025-03-14", "RIGA"},
		{"u-h", "Sandu wins\n\nCHISINAU, Nov 4, 2024 - Maia Sandu won a second term on Sunday.", "2024-11-04", "CHISINAU"},
		{"u-n", "Talks\n\nReuters-style report\nCHISINAU, Nov 4, 2024 - The ministers signed the treaty on Sunday.", "2024-11-04", "CHISINAU"},
		{"u-i", "Pact signed\n\nThe cost rose, and the project was put on hold in 2023. Decisions have been moved to 2027. The pact will be signed formally on 9 May in Tallinn.", "", ""},
		{"k12", "Edda Falk\n\nEdda Falk (March 3, 1931 – May 5, 2010) was a Norland chemist. She studied in Tarsk. She won the State Prize in 1971 and retired in 1994. She died in 2010.", "", ""},
		{"43", "Statement\n\nGENEVA, 29 March 2021 — The two delegations met on Friday and signed a protocol, Minister Ida Holm said.", "2021-03-29", "GENEVA"},
		{"mail", "From: Ola Brandt\nSent: Monday, March 8, 2021 9:00 AM\nTo: Ida Holm\nSubject: Pier closed\n\nThe harbour council voted on Wednesday to close the northern pier.", "2021-03-08", ""},
	} {
		s := draft(t, tt.text, extract.Options{}).Sources[0]
		if s.Published.EDTF.String() != tt.published || s.Place != tt.place {
			t.Errorf("%s: got %s, %q, want %s, %q", tt.name, s.Published.EDTF, s.Place, tt.published, tt.place)
		}
		if len(s.Candidates) > 0 {
			t.Errorf("%s: got the candidates %v", tt.name, s.Candidates)
		}
	}
	// What may be one of two days is none, and both are offered.
	s := draft(t, "Leaders agree\n\n03/02/2026\n\nLeaders agreed early on Friday to link their grids.", extract.Options{}).Sources[0]
	if !s.Published.EDTF.IsZero() || len(s.Candidates) != 2 || s.Candidates[0].EDTF.String() != "2026-02-03" || s.Candidates[1].EDTF.String() != "2026-03-02" {
		t.Errorf("03/02/2026: got %s, %v, want both days as candidates", s.Published.EDTF, s.Candidates)
	}
}
