package timeline

import (
	"testing"

	"briefline/app/briefing"
	"briefline/app/edtf"
)

func TestNews(t *testing.T) {
	for _, tt := range []struct {
		name      string
		dates     []string
		published string
		want      string // "" for none
	}{
		{"a week and its background", []string{"2014-05", "2018", "2025-03-19", "2025-03-21", "2025-04-01"}, "2025-03-21", "2025-03-19/2025-04-01"},
		{"a week alone", []string{"2025-03-19", "2025-03-21"}, "2025-03-21", ""},
		{"a life", []string{"1933", "1956", "1984", "2025-11-03"}, "2025-11-04", ""},
		{"no day of publication", []string{"2014", "2025-03-19", "2025-03-21"}, "", ""},
		{"bars without an end are background", []string{"2014/..", "2025-03-19", "2025-03-21", "1998"}, "2025-03-21", "2025-03-19/2025-03-21"},
		{"nothing", nil, "2025-03-21", ""},
	} {
		b := &briefing.Briefing{}
		for i, d := range tt.dates {
			b.Events = append(b.Events, briefing.Event{ID: string(rune('a' + i)), Title: d, Date: briefing.Dating{EDTF: edtf.MustParse(d)}})
		}
		published := int64(0)
		if tt.published != "" {
			published = edtf.MustParse(tt.published).Bounds().From
		}
		from, to, ok := FromBriefing(b).News(published)
		if ok != (tt.want != "") {
			t.Errorf("%s: got %v", tt.name, ok)
			continue
		}
		if ok {
			if w := edtf.MustParse(tt.want).Bounds(); from != w.From || to != w.To {
				t.Errorf("%s: got %d to %d, want %d to %d", tt.name, from, to, w.From, w.To)
			}
		}
	}
}
