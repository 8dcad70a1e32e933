package briefing

import (
	"reflect"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// Each row is a file that could not be drawn; want is a part of each fault told of,
// and sound what the briefing holds afterwards.
func TestReadMends(t *testing.T) {
	const text = "The bridge opened. Žluťoučký."
	source := func(sentences string) string {
		return `{"version": 1, "id": "x", "title": {"id": "t", "text": "T"}, "sources": [{"id": "s", "text": "` + text + `", "sentences": [` + sentences + `]}]}`
	}
	sentences := func(b *Briefing) any { return b.Sources[0].Sentences }
	tests := []struct {
		name, in string
		want     []string
		get      func(b *Briefing) any
		sound    any
	}{
		{"sound", source(`{"start": 0, "end": 18}, {"start": 19, "end": 33}`), nil, sentences, spans(0, 18, 19, 33)},
		{"outside", source(`{"start": 0, "end": 999}`), []string{"$.sources[0].sentences[0]"}, sentences, spans(0, len(text))},
		{"negative", source(`{"start": -5, "end": -1}`), []string{"$.sources[0].sentences[0]"}, sentences, []Span(nil)},
		{"partly negative", source(`{"start": -5, "end": 18}`), []string{"$.sources[0].sentences[0]"}, sentences, spans(0, 18)},
		{"reversed", source(`{"start": 18, "end": 3}`), []string{"$.sources[0].sentences[0]"}, sentences, []Span(nil)},
		{"no end", source(`{"start": 0}, {"start": 19}`), []string{"sentences[0]", "sentences[1]"}, sentences, spans(0, 19, 19, len(text))},
		{"within a character", source(`{"start": 0, "end": 20}`), []string{"sentences[0]"}, sentences, spans(0, 21)},
		{"out of order", source(`{"start": 19, "end": 33}, {"start": 0, "end": 18}`), []string{"sentences[1]"}, sentences, spans(19, 33)},
		{"overlap", source(`{"start": 0, "end": 18}, {"start": 4, "end": 33}`), []string{"sentences[1]"}, sentences, spans(0, 18, 18, 33)},
		{"beyond all numbers", source(`{"start": 9223372036854775807, "end": -9223372036854775808}`), []string{"sentences[0]"}, sentences, []Span(nil)},
		{"empty", source(`{"start": 3, "end": 3}`), []string{"covers nothing"}, sentences, []Span(nil)},
		{"no text", `{"version": 1, "title": {"id": "t"}, "sources": [{"id": "s", "sentences": [{"start": 0, "end": 4}]}]}`,
			[]string{"sentences[0]"}, sentences, []Span(nil)},

		{"anchor outside", `{"version": 1, "title": {"id": "t", "evidence": [{"source": "s", "start": -3, "end": 99, "exact": "T"}]}, "sources": [{"id": "s", "text": "The"}]}`,
			[]string{"$.title.evidence[0]:"}, func(b *Briefing) any { return b.Title.Evidence }, []Anchor{{Source: "s", Start: 0, End: 3, Exact: "T"}}},
		{"anchor to nothing", `{"version": 1, "title": {"id": "t", "evidence": [{"source": "gone", "start": 0, "end": 1, "exact": "T"}]}}`,
			[]string{"$.title.evidence[0].source"}, func(b *Briefing) any { return b.Title.Evidence }, []Anchor(nil)},

		{"dangling", `{"version": 1, "title": {"id": "t"}, "events": [{"id": "e", "places": ["a", "p"], "participants": ["a"], "statements": ["a"], "relations": [{"kind": "after", "event": "a"}]}],
			"participants": [{"id": "p", "affiliation": "a", "side": "a"}], "statements": [{"id": "q", "speaker": "a", "addressee": "a"}]}`,
			[]string{"places[0]", "events[0].participants[0]", "events[0].statements[0]", "relations[0]", "affiliation", "side", "speaker", "addressee"},
			func(b *Briefing) any {
				return []any{b.Events[0].Places, b.Events[0].Participants, b.Events[0].Relations, b.Participants[0].Side, b.Statements[0].Speaker}
			},
			[]any{[]string{"p"}, []string(nil), []Relation(nil), "", ""}},

		{"IDs", `{"version": 1, "title": {"id": ""}, "events": [{"id": "event-1"}, {"id": "event-1"}, {}]}`,
			[]string{"$.title.id: no ID", "$.events[1].id: same ID", "$.events[2].id: no ID"},
			func(b *Briefing) any {
				return []string{b.Title.ID, b.Events[0].ID, b.Events[1].ID, b.Events[2].ID}
			},
			[]string{"title-1", "event-1", "event-2", "event-3"}},

		{"title", `{"version": 1, "title": {"id": "t", "text": "` + strings.Repeat("W", 150_000) + `"}}`, []string{"$.title.text: longer than 1000"},
			func(b *Briefing) any { return b.Title.Text }, strings.Repeat("W", MaxTitle-3) + "…"},
		{"name", `{"version": 1, "title": {"id": "t"}, "participants": [{"id": "p", "name": "` + strings.Repeat("ж", 5000) + `"}]}`, []string{"name: longer than 500"},
			func(b *Briefing) any { return b.Participants[0].Name }, strings.Repeat("ж", (MaxName-3)/2) + "…"},
		{"stress", `{"version": 1, "title": {"id": "t", "text": "T", "stress": "x"}}`, []string{"$.title.stress"},
			func(b *Briefing) any { return b.Title.Stress }, ""},
		{"review", `{"version": 1, "title": {"id": "t"}, "review": {"accepted": ["b", "a", "b"], "seen": ["a", "c"]}}`, []string{"$.review", "$.review"},
			func(b *Briefing) any { return b.Review }, Review{Accepted: []string{"a", "b"}, Seen: []string{"c"}}},
	}
	for _, tt := range tests {
		b, faults, err := ReadMended(strings.NewReader(tt.in))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if len(faults) != len(tt.want) {
			t.Errorf("%s: got faults %v, want %v", tt.name, faults, tt.want)
			continue
		}
		for i, fault := range faults {
			if !strings.Contains(fault.String(), tt.want[i]) {
				t.Errorf("%s: got fault %v, want %s", tt.name, fault, tt.want[i])
			}
		}
		if got := tt.get(b); !reflect.DeepEqual(got, tt.sound) {
			t.Errorf("%s: got %#v, want %#v", tt.name, got, tt.sound)
		}
		if again := b.Mend(); again != nil {
			t.Errorf("%s: mended twice: got %v, want nothing to mend", tt.name, again)
		}
	}
}

// Faults without number are not told one by one.
func TestMendTellsAHundred(t *testing.T) {
	_, faults, err := ReadMended(strings.NewReader(`{"version": 1, "events": [` + strings.Repeat("{},", 5000) + `{}]}`))
	if err != nil || len(faults) != maxMended {
		t.Errorf("got %d faults and %v, want %d", len(faults), err, maxMended)
	}
}

// A date of a hundred kilobytes is refused with its place: each of its members
// would be worded.
func TestReadRefusesLongDate(t *testing.T) {
	set := "{"
	for year := range 20_000 {
		set += strconv.Itoa(1000+year%8000) + ","
	}
	_, err := Read(strings.NewReader(`{"version": 1, "events": [{"id": "e", "date": {"edtf": "` + set + `2000}"}}]}`))
	if fault, ok := err.(*FileError); !ok || fault.Path != "$.events[0].date.edtf" {
		t.Errorf("got %v, want a fault at the date", err)
	}
}

func TestShorten(t *testing.T) {
	tests := []struct {
		in   string
		most int
		want string
	}{
		{"short", 5, "short"},
		{"longer", 5, "lo…"},
		{"жжжж", 6, "ж…"},
		{strings.Repeat("word ", 30), 103, strings.TrimSpace(strings.Repeat("word ", 20)) + "…"},
		{"жжжж", 2, "…"},
	}
	for _, tt := range tests {
		got := Shorten(tt.in, tt.most)
		if got != tt.want || !utf8.ValidString(got) {
			t.Errorf("%q, %d: got %q, want %q", tt.in, tt.most, got, tt.want)
		}
	}
}

// spans returns spans of starts and ends.
func spans(at ...int) (out []Span) {
	for i := 0; i < len(at); i += 2 {
		out = append(out, Span{Start: at[i], End: at[i+1]})
	}
	return out
}
