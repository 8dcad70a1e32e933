package article

import "testing"

func TestFindDates(t *testing.T) {
	for _, tt := range []struct{ in, want, words, other string }{
		{"RIGA, 14 March 2025", "2025-03-14", "14 March 2025", ""},
		{"RIGA, MARCH 14, 2025 -", "2025-03-14", "MARCH 14, 2025", ""},
		{"CHISINAU, Nov 4, 2024 - Maia", "2024-11-04", "Nov 4, 2024", ""},
		{"Posted on March 12th, 2019 by Anna", "2019-03-12", "March 12th, 2019", ""},
		{"on the 3rd of Feb. 2026", "2026-02-03", "3rd of Feb. 2026", ""},
		{"signed on 10-Apr-2015 and", "2015-04-10", "10-Apr-2015", ""},
		{"Veröffentlicht am 12.03.2019", "2019-03-12", "12.03.2019", ""},
		{"Mittwoch, 12. März 2019 10:15 Uhr", "2019-03-12", "12. März 2019", ""},
		{"Publié le 1er février 2026 à 10h30", "2026-02-01", "1er février 2026", ""},
		{"Publicado el 3 de mayo de 2026", "2026-05-03", "3 de mayo de 2026", ""},
		{"Опубликовано 3 февраля 2026 г.", "2026-02-03", "3 февраля 2026", ""},
		{"2019. március 12., kedd", "2019-03-12", "2019. március 12", ""},
		{"2026年2月3日 10:00", "2026-02-03", "2026年2月3日", ""},
		{"2026년 2월 3일", "2026-02-03", "2026년 2월 3일", ""},
		{"٣ فبراير ٢٠٢٦", "2026-02-03", "٣ فبراير ٢٠٢٦", ""},
		{"2026-02-03T21:40:00Z", "2026-02-03", "2026-02-03", ""},
		{"2018 March 18", "2018-03-18", "2018 March 18", ""},
		{"03/02/2026", "2026-02-03", "03/02/2026", "2026-03-02"},
		{"13/02/2026", "2026-02-13", "13/02/2026", ""},
		{"02/13/2026", "2026-02-13", "02/13/2026", ""},
		{"March 2021", "2021-03", "March 2021", ""},
		{"3 March, year not known", "", "", ""},
		{"30 February 2026", "", "", ""}, // no day of the calendar
		{"Resolution 2015", "", "", ""},
		{"set 2019", "", "", ""},
		{"1402/03/15", "", "", ""}, // of another calendar
		{"the house of 12 Elm Street, 1920", "", "", ""},
		{"", "", "", ""},
	} {
		got := FindDates(tt.in)
		if tt.want == "" {
			if len(got) > 0 {
				t.Errorf("%q: got %+v, want none", tt.in, got)
			}
			continue
		}
		if len(got) != 1 || got[0].Value != tt.want || got[0].Other != tt.other || tt.in[got[0].Start:got[0].End] != tt.words {
			t.Errorf("%q: got %+v, want %s of %q", tt.in, got, tt.want, tt.words)
		}
	}
	if got := FindDates("Edda Falk (March 3, 1931 – May 5, 2010)"); len(got) != 2 || !got[0].Range || !got[1].Range {
		t.Errorf("a life: got %+v, want the two ends of a span", got)
	}
}

func TestReadDateLine(t *testing.T) {
	for _, tt := range []struct {
		in, want string
		label    Label
		rest     []string
	}{
		{"Published: 3 February 2026, updated 21:40 GMT", "2026-02-03", LabelPublished, nil},
		{"Updated 5 May 2026; first published 3 May 2026", "2026-05-03", LabelPublished, nil},
		{"Published 3 May 2026, last updated 5 May 2026 10:15", "2026-05-03", LabelPublished, nil},
		{"Last updated: Tue 5 May 2026, 10.15 pm", "2026-05-05", LabelUpdated, nil},
		{"Stand: 12.03.2019, 10:15 Uhr", "2019-03-12", LabelUpdated, nil},
		{"Veröffentlicht am 12.03.2019", "2019-03-12", LabelPublished, nil},
		{"Дата публикации: 3 февраля 2026 г., 10:15 (мск)", "2026-02-03", LabelPublished, nil},
		{"RIGA, 14 March 2025", "2025-03-14", NoLabel, []string{"RIGA"}},
		{"RIGA, Latvia — 14 March 2025", "2025-03-14", NoLabel, []string{"RIGA", "Latvia"}},
		{"March 3, 2021 | By Anna Berg", "2021-03-03", NoLabel, []string{"By Anna Berg"}},
		{"Posted on March 12, 2019 by Anna", "2019-03-12", LabelPublished, []string{"by Anna"}},
		{"The talks of 24 May 2024 failed", "2024-05-24", NoLabel, []string{"The talks of", "failed"}},
		{"3 March 1931 – 5 May 2010", "", 0, nil},
		{"from 3 March 2021 to 5 March 2021", "", 0, nil},
		{"5 March 2021, 3 March 2021", "", 0, nil},
		{"no date", "", 0, nil},
	} {
		got, ok := ReadDateLine(tt.in)
		if ok != (tt.want != "") || got.Date.Value != tt.want || ok && got.Label != tt.label {
			t.Errorf("%q: got %+v, %t, want %s", tt.in, got, ok, tt.want)
			continue
		}
		var rest []string
		for _, r := range got.Rest {
			rest = append(rest, tt.in[r[0]:r[1]])
		}
		if len(rest) != len(tt.rest) {
			t.Errorf("%q: got the rest %q, want %q", tt.in, rest, tt.rest)
			continue
		}
		for i := range rest {
			if rest[i] != tt.rest[i] {
				t.Errorf("%q: got the rest %q, want %q", tt.in, rest, tt.rest)
			}
		}
	}
}
