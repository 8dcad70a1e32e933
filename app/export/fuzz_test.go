package export

import (
	"encoding/csv"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/app/i18n"
)

// everywhere is a briefing that has one text in every place for words.
func everywhere(s string) *briefing.Briefing {
	source := briefing.Source{ID: "s", Publisher: s, Place: s, Headline: s, Byline: s, Address: s, Language: s, Text: s, Sentences: []briefing.Span{{End: len(s)}}}
	refs := []briefing.Anchor{{Source: "s", End: len(s)}}
	line := briefing.Line{ID: "l", Text: s, Stress: s, Note: s, Evidence: refs}
	half := briefing.Line{ID: "h", Text: "before " + s + " after", Stress: s}
	date := briefing.Dating{EDTF: edtf.MustParse("2024-05?"), Words: s, Note: s}
	return &briefing.Briefing{
		ID: s, Title: line, BottomLine: half, KeyPoints: []briefing.Line{line, half}, Marking: s, Language: s,
		Figures: []briefing.Figure{{ID: "f", Label: s, Note: s, Values: []briefing.FigureValue{{Words: s}, {Words: s}}}},
		Unknown: []briefing.Line{line}, Sources: []briefing.Source{source},
		Events: []briefing.Event{{ID: "e" + s, Title: s, Date: date, State: briefing.StatePlanned, Note: s, Places: []string{"p"}, Participants: []string{"p"},
			Alternatives: []briefing.Dating{{Words: s}}, Evidence: refs}},
		Participants: []briefing.Participant{{ID: "p", Name: s, Role: s, Side: "p", Aliases: []string{s}, Note: s, Names: []briefing.Name{{Text: s}}, Evidence: refs}},
		Statements: []briefing.Statement{{ID: "q", Speaker: "p", Words: s, Note: s, Date: date, Evidence: refs, Direct: true},
			{ID: "r", Words: s, Evidence: refs}},
		Checks: []briefing.Check{{ID: "c", Words: s, Detail: s, Resolution: s, Evidence: refs}},
		Notes:  []briefing.Note{{ID: "n", Text: s, Evidence: refs}},
	}
}

// No text breaks a form: it makes no element, no column and no property, and is
// read again as it was written.
func FuzzForms(f *testing.F) {
	for _, s := range []string{
		"plain", "", "<script>alert(1)</script>", `"><img src=x onerror=y>`, "# head", "* a\n* b", "1. one", "12) two", "---", "===", "```\ncode",
		"[a](http://b)", "![a](b)", "<http://a.b>", "&amp; &#60;", "**b** _i_ `c`", "\\", "a\\", "    code", "> quote", "| a | b |\n|---|---|", "[a]: /b",
		"=cmd()", "+1", "@a", "a,b;c\\n", "\"q\"", "a\r\nEND:VCALENDAR", "\x00\x1b[31m", "\xff\xfe", strings.Repeat("й", 80), strings.Repeat("😀", 40),
		"\u202eabc", "\u2028x", "</title></style>", "a  ", "~~x~~", "$x$", "2024", "S1", "a \u00a0", "\u00a0-", "_", "a*b*c", "++", "&", "<!-- x -->",
	} {
		f.Add(s)
	}
	words := english(f)
	ordinary := everywhere("word")
	htmlWant := read(f, written(f, HTML, ordinary, words)).elements
	markdownWant := read(f, rendered(f, written(f, Markdown, ordinary, words))).elements
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 2000 || strings.Contains(s, "⟦") {
			t.Skip()
		}
		b := everywhere(s)
		if c := clean(s); c != "" {
			p := read(t, written(t, HTML, b, words))
			same(t, "HTML", p, htmlWant, c)
			md := written(t, Markdown, b, words)
			same(t, "Markdown", read(t, rendered(t, md)), markdownWant, c)
		}
		tables(t, b, words, s)
		oneCalendar(t, b, words, s)
	})
}

// same holds that a text made no element of its own and can be read.
func same(t *testing.T, form string, got page, want map[string]int, text string) {
	t.Helper()
	for e := range got.elements {
		if n := got.elements[e]; want[e] == 0 || n > want[e] && e != "b" && e != "strong" {
			t.Errorf("%s: %q makes %d of %s, want %d", form, text, n, e, want[e])
		}
	}
	if text = strings.Join(strings.Fields(text), " "); strings.Count(got.text, text) < 10 {
		t.Errorf("%s: %q does not stand there as it is; got %q", form, text, got.text)
	}
}

// tables holds that a text stays in its cell, and that no cell is a formula.
func tables(t *testing.T, b *briefing.Briefing, words *i18n.Catalog, s string) {
	t.Helper()
	for name, write := range map[string]writer{"events": EventsCSV, "participants": ParticipantsCSV, "statements": StatementsCSV} {
		got := written(t, write, b, words)
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(got, "\ufeff"))).ReadAll()
		if err != nil || len(rows) < 2 {
			t.Fatalf("%s: %d rows, %v", name, len(rows), err)
		}
		found := false
		for _, row := range rows {
			for _, cell := range row {
				found = found || cell == defused(s)
				if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
					t.Errorf("%s: cell %q is a formula", name, cell)
				}
			}
		}
		if !found {
			t.Errorf("%s: no cell %q in %q", name, defused(s), rows)
		}
	}
}

var property = regexp.MustCompile(`^[A-Z-]+(;VALUE=DATE)?:`)

// oneCalendar holds that a text stays in its line.
func oneCalendar(t *testing.T, b *briefing.Briefing, words *i18n.Catalog, s string) {
	t.Helper()
	calendar := written(t, calendarOf, b, words)
	for l := range strings.SplitSeq(calendar, "\r\n") {
		if len(l) > 75 || strings.ContainsAny(l, "\r\n") || !utf8.ValidString(l) {
			t.Errorf("line %q has %d octets, or a break, or part of a character", l, len(l))
		}
	}
	unfolded := unfold(calendar)
	for l := range strings.SplitSeq(strings.TrimSuffix(unfolded, "\r\n"), "\r\n") {
		if !property.MatchString(l) {
			t.Errorf("line %q is no property", l)
		}
	}
	if n := strings.Count("\r\n"+unfolded, "\r\nEND:VCALENDAR\r\n"); n != 1 {
		t.Errorf("the calendar ends %d times", n)
	}
	if want := "\r\nX-WR-CALNAME:" + textEscape.Replace(clean(s)) + "\r\n"; !strings.Contains(unfolded, want) {
		t.Errorf("no line %q in %q", want, unfolded)
	}
}
