package export

import (
	"bytes"
	"flag"
	"io"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/app/i18n"
	"briefline/app/outline"
	"briefline/app/outline/outlinetest"
	"briefline/assets"
)

var update = flag.Bool("update", false, "write the golden files")

type writer func(io.Writer, *outline.Outline, *i18n.Catalog) error

func calendarOf(w io.Writer, o *outline.Outline, words *i18n.Catalog) error {
	_, err := ICS(w, o, words)
	return err
}

var forms = map[string]writer{
	"bishkek.md": Markdown, "bishkek.html": HTML, "bishkek.ics": calendarOf,
	"bishkek-events.csv": EventsCSV, "bishkek-participants.csv": ParticipantsCSV, "bishkek-statements.csv": StatementsCSV,
}

func english(t testing.TB) *i18n.Catalog {
	t.Helper()
	words, err := i18n.Load(assets.I18n(), "en")
	if err != nil {
		t.Fatal(err)
	}
	return words
}

func written(t testing.TB, write writer, b *briefing.Briefing, words *i18n.Catalog) string {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out, outline.Of(b), words); err != nil {
		t.Fatal(err)
	}
	if !utf8.Valid(out.Bytes()) || strings.Contains(out.String(), "⟦") {
		t.Fatalf("no UTF-8, or a message is missing:\n%s", out.String())
	}
	return out.String()
}

// Run with -update after a change that is meant, and read what changed.
func TestGolden(t *testing.T) {
	words := english(t)
	b, err := briefing.Read(bytes.NewReader(assets.Bishkek()))
	if err != nil {
		t.Fatal(err)
	}
	for name, write := range forms {
		got, path := written(t, write, b, words), "testdata/"+name
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s: not as in %s; got\n%s", name, path, got)
		}
	}
}

// page is what a reader sees of an HTML page, and which elements it has.
type page struct {
	text     string
	elements map[string]int
	links    []string
	ids      map[string]bool
}

func read(t testing.TB, source string) page {
	t.Helper()
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	p := page{elements: map[string]int{}, ids: map[string]bool{}}
	var all strings.Builder
	for n := range root.Descendants() {
		switch {
		case n.Type == html.ElementNode:
			p.elements[n.Data]++
			for _, a := range n.Attr {
				switch a.Key {
				case "href":
					p.links = append(p.links, a.Val)
				case "id":
					p.ids[a.Val] = true
				}
			}
		case n.Type == html.CommentNode:
			p.elements["!--"]++
		case n.Type == html.TextNode && n.Parent.DataAtom != atom.Style && n.Parent.DataAtom != atom.Title:
			all.WriteString(n.Data)
		}
		if n.Type == html.ElementNode && n.DataAtom != atom.B && n.DataAtom != atom.Strong && n.DataAtom != atom.A && n.DataAtom != atom.Span {
			all.WriteString(" ")
		}
	}
	p.text = strings.Join(strings.Fields(all.String()), " ")
	return p
}

func rendered(t testing.TB, markdown string) string {
	t.Helper()
	var out bytes.Buffer
	if err := goldmark.Convert([]byte(markdown), &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// Both forms to read say what the screen and the page say: see package
// outlinetest.
func TestShowOutline(t *testing.T) {
	for name, source := range map[string]func(t *testing.T, b *briefing.Briefing, words *i18n.Catalog) string{
		"Markdown": func(t *testing.T, b *briefing.Briefing, words *i18n.Catalog) string {
			return rendered(t, written(t, Markdown, b, words))
		},
		"HTML": func(t *testing.T, b *briefing.Briefing, words *i18n.Catalog) string {
			return written(t, HTML, b, words)
		},
	} {
		t.Run(name, func(t *testing.T) {
			outlinetest.Each(t, func(t *testing.T, b *briefing.Briefing, words *i18n.Catalog) outlinetest.Shown {
				text := read(t, source(t, b, words)).text
				top, rest, ok := strings.Cut(text, " · "+words.Text("cli.text.draft"))
				if !ok {
					t.Fatalf("got %q, want it to say that this is a draft", text)
				}
				part := func(from string) string {
					_, after, ok := strings.Cut(rest, from)
					if !ok {
						t.Fatalf("got %q, want a heading %q", rest, from)
					}
					return after
				}
				timeline := part(words.Text("cli.text.timeline"))
				shown := outlinetest.Shown{
					Top: top, Events: timeline, Members: timeline, Positions: timeline,
					Checks: part(words.Text("cli.text.checks", "n", len(b.Checks))),
				}
				if len(b.Sources) > 0 {
					shown.Sources = b.Sources[0].Publisher + part(words.Text("cli.text.source", "facts", b.Sources[0].Publisher))
				}
				return shown
			})
		})
	}
}

// The page asks nobody for anything, and each link leads to a sentence of it.
func TestHTMLStandsAlone(t *testing.T) {
	b, err := briefing.Read(bytes.NewReader(assets.Bishkek()))
	if err != nil {
		t.Fatal(err)
	}
	source := written(t, HTML, b, english(t))
	p := read(t, source)
	for _, e := range []string{"script", "img", "link", "iframe", "form", "object", "base"} {
		if p.elements[e] > 0 {
			t.Errorf("the page has %d of %s", p.elements[e], e)
		}
	}
	for _, e := range []string{"h1", "h2", "h3", "table", "ol", "ul", "dl"} {
		if p.elements[e] == 0 && (e != "dl" || len(b.Figures) > 0) {
			t.Errorf("the page has no %s", e)
		}
	}
	if len(p.links) == 0 {
		t.Error("no line leads to its sentence")
	}
	for _, l := range p.links {
		if id, ok := strings.CutPrefix(l, "#"); !ok || !p.ids[id] {
			t.Errorf("link %q leads nowhere", l)
		}
	}
	if !strings.Contains(source, `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`) ||
		strings.Contains(source, "url(") || strings.Contains(source, "@import") {
		t.Error("the page does not forbid the network")
	}
}

// dated returns a briefing of events with these dates, e0, e1 and so on.
func dated(dates ...string) *briefing.Briefing {
	b := &briefing.Briefing{ID: "b/1", Title: briefing.Line{ID: "t", Text: "Title"}}
	for i, d := range dates {
		e := briefing.Event{ID: "e" + string(rune('0'+i)), Title: "Talks"}
		if d != "" {
			e.Date.EDTF = edtf.MustParse(d)
		}
		b.Events = append(b.Events, e)
	}
	return b
}

func TestDays(t *testing.T) {
	for _, tt := range []struct{ date, first, last string }{
		{"2024-05-12", "2024-05-12", "2024-05-12"},
		{"2024-02", "2024-02-01", "2024-02-29"},
		{"2016", "2016-01-01", "2016-12-31"},
		{"2024-05-12T14:30", "2024-05-12", "2024-05-12"},
		{"[2016..]", "2016-01-01", ""},
		{"2016/..", "2016-01-01", ""},
		{"/2016", "", "2016-12-31"},
		{"2024-05-12/2024-05-14", "2024-05-12", "2024-05-14"},
		{"-0043", "-0043-01-01", "-0043-12-31"},
		{"2024-05~", "2024-05-01", "2024-05-31"},
	} {
		first, last := days(edtf.MustParse(tt.date))
		if first != tt.first || last != tt.last {
			t.Errorf("%s: got %q to %q, want %q to %q", tt.date, first, last, tt.first, tt.last)
		}
	}
	if first, last := days(edtf.Date{}); first+last != "" {
		t.Errorf("no date: got %q to %q", first, last)
	}
}

func TestICSDates(t *testing.T) {
	words := english(t)
	for _, tt := range []struct {
		date string
		want []string // lines; nil: left out
	}{
		{"2024-05-12", []string{"DTSTART;VALUE=DATE:20240512", "DTEND;VALUE=DATE:20240513", "SUMMARY:Talks"}},
		{"2024-12-31", []string{"DTSTART;VALUE=DATE:20241231", "DTEND;VALUE=DATE:20250101", "SUMMARY:Talks"}},
		{"2024-05-12/2024-05-14", []string{"DTSTART;VALUE=DATE:20240512", "DTEND;VALUE=DATE:20240515", "SUMMARY:Talks"}},
		{"2024-05", []string{"DTSTART;VALUE=DATE:20240501", "DTEND;VALUE=DATE:20240601", "SUMMARY:Talks (May 2024)"}},
		{"2024-05-12?", []string{"DTSTART;VALUE=DATE:20240512", "SUMMARY:Talks (" + words.DateShort(edtf.MustParse("2024-05-12?")) + ")"}},
		{"2016~", []string{"DTSTART;VALUE=DATE:20160101", "DTEND;VALUE=DATE:20170101", "SUMMARY:Talks (c. 2016)"}},
		{"2024-05-12T14:30", []string{"DTSTART:20240512T143000", "SUMMARY:Talks"}},
		{"2024-05-12T14:30:00Z", []string{"DTSTART:20240512T143000Z", "SUMMARY:Talks"}},
		{"2024-05-12T01:30+06:00", []string{"DTSTART:20240511T193000Z", "SUMMARY:Talks"}},
		{"", nil},
		{"2016/..", nil},
		{"[2016..]", nil},
		{"/2016", nil},
		{"-0043-03-15", nil},
		{"XXXX-12-25", nil},
		{"Y17E7", nil},
	} {
		var out bytes.Buffer
		left, err := ICS(&out, outline.Of(dated(tt.date)), words)
		if err != nil {
			t.Fatal(err)
		}
		if events := strings.Count(out.String(), "BEGIN:VEVENT"); events+left != 1 || (left == 1) != (tt.want == nil) {
			t.Errorf("%q: %d events, %d left out; got\n%s", tt.date, events, left, out.String())
		}
		for _, line := range tt.want {
			if !strings.Contains(out.String(), "\r\n"+line+"\r\n") {
				t.Errorf("%q: no line %q; got\n%s", tt.date, line, out.String())
			}
		}
	}
}

// What is not certain is said; what makes an event another one is not its UID.
func TestICSWords(t *testing.T) {
	words := english(t)
	b := dated("2024-05-12", "2024-05-13", "2024-05-14")
	b.Events[0].Date.Basis = briefing.BasisInferred
	b.Events[1].Alternatives = []briefing.Dating{{EDTF: edtf.MustParse("2024-05-20")}}
	b.Events[2].State = briefing.StateCalledOff
	got := unfold(written(t, calendarOf, b, words))
	for _, want := range []string{
		"SUMMARY:Talks (12 May 2024 · inferred\\, date not stated)\r\n", "SUMMARY:Talks (13 May 2024 · Also given: 20 May 2024)\r\n",
		"STATUS:CANCELLED\r\n", "UID:b%2F1/e0@briefline\r\n", "DTSTAMP:19700101T000000Z\r\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no line %q; got\n%s", want, got)
		}
	}
	b.Modified = time.Date(2024, 5, 24, 14, 30, 0, 0, time.FixedZone("", 3600))
	b.Events[0].Title = "Other talks"
	got = unfold(written(t, calendarOf, b, words))
	if !strings.Contains(got, "UID:b%2F1/e0@briefline\r\n") || strings.Count(got, "DTSTAMP:20240524T133000Z\r\n") != 3 {
		t.Errorf("got\n%s", got)
	}
}

func unfold(s string) string { return strings.ReplaceAll(s, "\r\n ", "") }

func TestDefused(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "plain": "plain", "a=b": "a=b", "=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@x": "'@x",
		"\t=1": "'=1", "\r=1": "'=1", "\x00=1": "'=1", " =1": "'=1", "\ufeff=1": "'=1", "＝1": "'＝1", "a\nb": "a b",
	} {
		if got := defused(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
