package article

import (
	"bytes"
	"context"
	"errors"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"briefline/app/edtf"
	"golang.org/x/text/encoding/charmap"
)

// mustRead reads and checks what holds of every article.
func mustRead(t *testing.T, name string, data []byte) *Article {
	t.Helper()
	a, err := Read(context.Background(), name, bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	checkLaws(t, a)
	return a
}

// checkLaws checks what Article promises, whatever the file.
func checkLaws(t *testing.T, a *Article) {
	t.Helper()
	if !utf8.ValidString(a.Text) || strings.TrimSpace(a.Text) == "" || len(a.Text) > MaxText {
		t.Errorf("%s: %d bytes of text, valid %t", a.Format, len(a.Text), utf8.ValidString(a.Text))
	}
	if _, err := edtf.Parse(a.Published.Value); err != nil && !a.Published.IsZero() {
		t.Errorf("published: %v", err)
	}
	for _, f := range []Field{a.Headline, a.Byline, a.Publisher, a.Place, a.Published, a.Address, a.Language} {
		if !utf8.ValidString(f.Value) || (f.Value != "" && f.Origin == "") {
			t.Errorf("%s: field %+v without origin, or not UTF-8", a.Format, f)
		}
	}
	end := 0
	for _, r := range a.Map.runs {
		if r.start < end || r.end <= r.start || r.end > len(a.Text) || r.from < 0 || r.to < r.from {
			t.Fatalf("%s: run %+v after %d of %d", a.Format, r, end, len(a.Text))
		}
		end = r.end
	}
}

var tags = regexp.MustCompile(`(?s)<script.*?</script>|<style.*?</style>|<!--.*?-->|<[^>]*>`)

// checkMap checks that each word of the text stands where Map says it does. The
// source is the file, or its part, as it is in UTF-8 at that offset.
func checkMap(t *testing.T, a *Article, data []byte, decode func([]byte) string) {
	t.Helper()
	placed, words := 0, 0
	for _, at := range regexp.MustCompile(`\S+`).FindAllStringIndex(a.Text, -1) {
		words++
		if a.Format == Markdown && a.Text[at[1]-1] == ';' { // between the cells of a row
			at[1]--
		}
		p, ok := a.Map.At(at[0], at[1])
		if !ok || a.Map.Placed(at[0], at[1]) < at[1]-at[0] {
			continue
		}
		placed++
		if p.Start < 0 || p.End > len(data) || p.Start >= p.End {
			t.Fatalf("%q: place %+v of %d bytes", a.Text[at[0]:at[1]], p, len(data))
		}
		got := html.UnescapeString(tags.ReplaceAllString(decode(data[p.Start:p.End]), ""))
		want := a.Text[at[0]:at[1]]
		if a.Format == Markdown {
			got = strings.NewReplacer("*", "", "\\", "", "](https://herald.example/a)", "").Replace(got)
			want = strings.ReplaceAll(want, "*", "")
		}
		if got != want {
			t.Errorf("%s: got %q at %+v, want %q", a.Format, got, p, want)
		}
	}
	if placed*100 < words*99 {
		t.Errorf("%s: %d of %d words have a place", a.Format, placed, words)
	}
}

func asIs(b []byte) string { return string(b) }

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// The bodies were written by hand beside the pages.
func TestBodies(t *testing.T) {
	for _, name := range []string{"news", "short", "german", "russian", "persian"} {
		data := fixture(t, name+".html")
		decode := asIs
		switch name {
		case "german": // which names another charset than the one it is kept in here
			data, _ = charmap.Windows1252.NewEncoder().Bytes(data)
			decode = func(b []byte) string { s, _ := charmap.Windows1252.NewDecoder().Bytes(b); return string(s) }
		case "russian": // which names none
			data, _ = charmap.Windows1251.NewEncoder().Bytes(data)
			decode = func(b []byte) string { s, _ := charmap.Windows1251.NewDecoder().Bytes(b); return string(s) }
		}
		a := mustRead(t, name+".html", data)
		want := string(fixture(t, name+".body"))
		if f := overlap(a.Text, want); f < 0.98 {
			t.Errorf("%s: F1 of the words %.3f, want 0.98\ngot\n%s", name, f, a.Text)
		}
		checkMap(t, a, data, decode)
		if strings.Contains(a.Text, "hidden") || strings.Contains(a.Text, "cookies") {
			t.Errorf("%s: what is hidden got in:\n%s", name, a.Text)
		}
	}
	if f := overlap("a b c d", "a b x y"); f != 0.5 {
		t.Errorf("the yardstick: got %.2f, want 0.50", f)
	}
}

// overlap returns the F1 of the words that got and want have in common.
func overlap(got, want string) float64 {
	count := map[string]int{}
	g, w := strings.Fields(got), strings.Fields(want)
	for _, s := range w {
		count[s]++
	}
	both := 0
	for _, s := range g {
		if count[s] > 0 {
			count[s]--
			both++
		}
	}
	return 2 * float64(both) / float64(len(g)+len(w))
}

func TestFields(t *testing.T) {
	read := func(name string) *Article { return mustRead(t, name, fixture(t, name)) }
	news, short, german, russian, persian, notes := read("news.html"), read("short.html"), read("german.html"), read("russian.html"), read("persian.html"), read("notes.md")
	for _, tt := range []struct {
		what                 string
		got                  Field
		value, words, origin string
	}{
		{"headline", news.Headline, "Ministers agree on border commission", "", "JSON-LD headline"},
		{"byline", news.Byline, "Asel Toktogulova, Jan Novák", "", "JSON-LD author"},
		{"publisher", news.Publisher, "The Daily Herald", "", "JSON-LD publisher"},
		{"place", news.Place, "BISHKEK", "", "JSON-LD dateline"},
		{"published", news.Published, "2024-05-24T14:30:00+06:00", "2024-05-24T14:30:00+06:00", "JSON-LD datePublished"},
		{"address", news.Address, "https://herald.example/world/2024/05/24/border-talks", "", "link canonical"},
		{"language", news.Language, "en-GB", "", "lang attribute"},
		{"headline", short.Headline, "Quake shakes the capital", "", "h1 element"},
		{"published", short.Published, "", "", ""},
		{"published", german.Published, "2024-03-05", "2024-03-05", "meta name date"},
		{"published", russian.Published, "2024-05-24", "24 мая 2024 г.", "line of the page"},
		{"published", persian.Published, "2024-05-24", "2024-05-24", "time element, pubdate"},
		{"publisher", persian.Publisher, "خبرگزاری نمونه", "", "meta property og:site_name"},
		{"headline", notes.Headline, "Ministers agree on border commission", "", "front matter title"},
		{"byline", notes.Byline, "Asel Toktogulova, Jan Novák", "", "front matter author"},
		{"published", notes.Published, "2024-05-24", "2024-05-24", "front matter date"},
		{"address", notes.Address, "https://herald.example/border", "", "front matter url"},
	} {
		inferred := tt.origin == "line of the page" || tt.origin == "meta name date" // which do not say what day it is
		want := Field{tt.value, tt.words, tt.origin, false, inferred}
		if tt.value == "" {
			want = Field{}
		}
		if tt.got != want {
			t.Errorf("%s: got %+v, want %+v", tt.what, tt.got, want)
		}
	}
}

func TestMarkdown(t *testing.T) {
	data := fixture(t, "notes.md")
	a := mustRead(t, "notes.md", data)
	const want = "The interior ministers agreed on Friday to set up a joint commission,\nofficials said.\n\nWhat is still open\n\n" +
		"The status of the enclave*\n\nGrazing rights & water\n\nA line on a map is worth as much as the trust behind it.\n\n" +
		"Side; Members\n\nEast; 6\n\nIt ends here."
	if a.Text != want {
		t.Errorf("got\n%q\nwant\n%q", a.Text, want)
	}
	checkMap(t, a, data, asIs)
	if a := mustRead(t, "x.md", []byte("# Talks fail\n\nThey went home on Friday.\n")); a.Headline.Value != "Talks fail" || a.Text != "They went home on Friday." {
		t.Errorf("got %+v, %q", a.Headline, a.Text)
	}
}

// A page of links, a form: an error and no text. What is no text at all says so.
func TestReasons(t *testing.T) {
	for _, tt := range []struct {
		name string
		data string
		want Reason
	}{
		{"section.html", string(fixture(t, "section.html")), NoArticle},
		{"login.html", string(fixture(t, "login.html")), NoArticle},
		{"empty.html", "<html><body></body></html>", NoArticle},
		{"a.txt", "", Empty},
		{"a.txt", " \r\n\t\xEF\xBB\xBF"[:4], Empty},
		{"a.txt", "\x89PNG\r\n\x1a\n" + strings.Repeat("\x00\x01", 50), Picture}, // by its bytes, not its name
		{"a.jpg", "\xFF\xD8\xFF\xE0\x00\x10JFIF", Picture},
		{"a.exe", "MZ\x90\x00\x03" + strings.Repeat("\x00", 100), Binary},
		{"a.txt", strings.Repeat("\x01\x02\x00\x9F", 100), Binary},
		{"a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 600), NotRead},
		{"a.docx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 600) + string(utf16Name("EncryptedPackage")), Encrypted},
		{"a.gz", "\x1F\x8B\x08\x00\x00", NotRead},
		{"a.docx", "PK\x03\x04broken", Damaged},
		{"a.pdf", "%PDF-1.7\nbroken", Damaged},
	} {
		a, err := Read(context.Background(), tt.name, strings.NewReader(tt.data))
		var e *Error
		if !errors.As(err, &e) || e.Reason != tt.want || a != nil {
			t.Errorf("%s: got %v, %v, want %s", tt.name, a, err, tt.want)
		}
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

func TestTooLarge(t *testing.T) {
	var e *Error
	if _, err := Read(context.Background(), "a.txt", endless{}); !errors.As(err, &e) || e.Reason != TooLarge {
		t.Errorf("got %v, want %s", err, TooLarge)
	}
	if _, err := Read(context.Background(), "a.txt", strings.NewReader(strings.Repeat("word ", MaxText/4))); !errors.As(err, &e) || e.Reason != TooLarge {
		t.Errorf("got %v, want %s", err, TooLarge)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for name := range samples(t) {
		if _, err := Read(ctx, name, bytes.NewReader(samples(t)[name])); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: got %v, want %v", name, err, context.Canceled)
		}
	}
}

func TestPaste(t *testing.T) {
	a, err := Paste(context.Background(), "Talks fail\r\nBy Jane Doe\r\n24 May 2024\r\n\r\nThey went home.")
	if err != nil {
		t.Fatal(err)
	}
	if a.Text != "Talks fail\nBy Jane Doe\n24 May 2024\n\nThey went home." || a.Published.Value != "2024-05-24" || a.Published.Origin != "line 3 of the text" || a.Byline.Value != "Jane Doe" {
		t.Errorf("got %+v", a)
	}
}

// A line that is a date says when the text appeared, unless there are several such
// lines, or it is a year.
func TestTopLines(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Talks fail\n24 May 2024\nThey went home.", "2024-05-24"},
		{"Talks fail\nPublished: May 24, 2024\nThey went home.", "2024-05-24"},
		{"A chronology\n24 May 2024\nTalks fail.\n26 May 2024\nTalks again.", ""},
		{"Published on 27 May 2024\n24 May 2024\nTalks fail.\n26 May 2024\nTalks again.", "2024-05-27"},
		{"The year\n2016\nA war ends.", ""},
		{"a\nb\nc\nd\ne\nf\n24 May 2024", ""}, // too far down
		{"They met on 24 May 2024.", ""},
	} {
		a, err := Paste(context.Background(), tt.text)
		if err != nil || a.Published.Value != tt.want {
			t.Errorf("%q: got %+v, %v, want %q", tt.text, a.Published, err, tt.want)
		}
	}
}
