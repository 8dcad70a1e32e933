package article

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"briefline/assets"
)

// samples are one good file of each format.
func samples(t testing.TB) map[string][]byte {
	return map[string][]byte{
		"a.txt":   []byte(english + russian),
		"a.md":    fixture(t, "notes.md"),
		"a.html":  fixture(t, "news.html"),
		"a.mhtml": mhtml(fixture(t, "short.html"), "quoted-printable"),
		"a.pdf":   samplePDF(),
		"a.docx":  wordFile(t),
		"a.eml":   []byte(mailHead + "Content-Type: text/plain\r\n\r\nMinisters met.\r\n"),
		"a.rtf":   []byte(rich),
	}
}

// fuzz checks of a reader that whatever it gives keeps the laws, and that what it
// does not read is an *Error with a message.
func fuzz(f *testing.F, format Format, name string) {
	f.Add(samples(f)[name])
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<20 {
			return
		}
		a, err := readers[format](context.Background(), data)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || e.MessageID() == "" {
				t.Fatalf("got %v, want an *Error with a message", err)
			}
			return
		}
		a.Format = format
		if strings.TrimSpace(a.Text) != "" {
			checkLaws(t, a)
		}
		for at := 0; at < len(a.Text); at += 1 + len(a.Text)/50 {
			if p, ok := a.Map.At(at, min(at+5, len(a.Text))); ok && (p.Start < 0 || p.End < p.Start) {
				t.Fatalf("place %+v", p)
			}
		}
	})
}

func FuzzText(f *testing.F)     { fuzz(f, Text, "a.txt") }
func FuzzMarkdown(f *testing.F) { fuzz(f, Markdown, "a.md") }
func FuzzHTML(f *testing.F)     { fuzz(f, HTML, "a.html") }
func FuzzMHTML(f *testing.F)    { fuzz(f, MHTML, "a.mhtml") }
func FuzzPDF(f *testing.F)      { fuzz(f, PDF, "a.pdf") }
func FuzzDOCX(f *testing.F)     { fuzz(f, DOCX, "a.docx") }
func FuzzEML(f *testing.F)      { fuzz(f, EML, "a.eml") }
func FuzzRTF(f *testing.F)      { fuzz(f, RTF, "a.rtf") }

func FuzzRead(f *testing.F) {
	for name, data := range samples(f) {
		f.Add(name, data)
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if a, err := Read(context.Background(), name, bytes.NewReader(data)); err == nil {
			checkLaws(t, a)
		}
	})
}

// Files made to waste time or memory take neither: a bound that holds with room on
// a slow machine, and that quadratic work would break by far.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 10 MB a time")
	}
	const size = 10 << 20
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) }
	for _, tt := range []struct{ name, data string }{
		{"no space.txt", strings.Repeat("a", MaxText)},
		{"high bytes.txt", strings.Repeat("\xE0", MaxText/2)},
		{"carriage returns.txt", strings.Repeat("a\r", MaxText/2)},
		{"divs.html", "<html>" + fill("<div>")},
		{"open markup.html", "<html>" + fill("<b><i><p>a")},
		{"links.html", "<html>" + fill("<a href=1><p>a")},
		{"fonts.html", "<html>" + fill("<font color=1>")},
		{"tables.html", "<html>" + fill("<table><tr><td>a")},
		{"headings.html", "<html>" + fill("<h1>a")},
		{"hidden.html", "<html>" + fill("<span hidden>a")},
		{"unclosed.html", "<html>" + fill("<svg>a")},
		{"times.html", "<html>" + fill("<time>a")},
		{"angles.html", "<html>" + fill("<")},
		{"quote.html", "<html><a href=\"" + fill("a")},
		{"one word.html", "<html><body><p>" + strings.Repeat("a", 5<<20)},
		{"same words.html", "<html><body>" + strings.Repeat("<p>The same words again, and again, and then the same words again.</p>", 20_000)},
		{"entities.html", "<html><body><p>" + strings.Repeat("&amp; ", 1<<19)},
		{"most markup.html", "<html><body>" + strings.Repeat("<font color=1><p>a", 49_000)}, // just under the bound
		{"most divs.html", "<html><body>" + strings.Repeat("<div>Some words of a sentence.</div>", 99_000)},
		{"comments.html", "<html>" + fill("<!--a-->")},
		{"brackets.md", strings.Repeat("[", MaxText)},
		{"stars.md", strings.Repeat("*a", MaxText/2)},
		{"quotes.md", strings.Repeat(">", MaxText)},
		{"nested.md", strings.Repeat("- ", 1000) + "a\n" + strings.Repeat("> ", 50) + "b"},
		{"backticks.md", strings.Repeat("`a", 30_000)},
		{"strings.pdf", string(pdfFile("", strings.Repeat("(a) Tj ", 500_000)))},
		{"arrays.pdf", "%PDF-1.4\n" + fill("[")},
		{"groups.rtf", `{\rtf1 ` + fill("{")},
		{"commands.rtf", `{\rtf1 ` + fill(`\b`)},
		{"units.rtf", `{\rtf1 ` + strings.Repeat(`\u1041?`, 500_000)},
		{"headers.eml", "From: a\nDate: b\nSubject: c\n" + fill("X-A: b\n")},
		{"parts.eml", "From: a\nDate: b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n" + fill("--a\n\nb\n")},
	} {
		start := time.Now()
		a, err := Read(context.Background(), tt.name, strings.NewReader(tt.data))
		took := time.Since(start)
		if took > 30*time.Second {
			t.Errorf("%s: took %v", tt.name, took)
		}
		if err == nil {
			checkLaws(t, a)
		}
		t.Logf("%-22s %8s  %v", tt.name, took.Round(time.Millisecond), err)
	}
}

func TestMessages(t *testing.T) {
	f, err := assets.I18n().Open("en.json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var catalog map[string]any
	if err := json.NewDecoder(f).Decode(&catalog); err != nil {
		t.Fatal(err)
	}
	for reason := range messages {
		for _, where := range []string{"", "page 3"} {
			id := (&Error{Reason: reason, Where: where}).MessageID()
			s, _ := catalog[id].(string)
			if !strings.Contains(s, "{file}") || strings.Contains(s, "{where}") && where == "" {
				t.Errorf("%s: message %q: %q", reason, id, s)
			}
		}
	}
}

func BenchmarkHTML(b *testing.B) { benchmark(b, "a.html", "pages/s") }
func BenchmarkText(b *testing.B) { benchmark(b, "a.txt", "texts/s") }
func BenchmarkPDF(b *testing.B)  { benchmark(b, "a.pdf", "files/s") }

func benchmark(b *testing.B, name, unit string) {
	data := samples(b)[name]
	for b.Loop() {
		if _, err := Read(context.Background(), name, bytes.NewReader(data)); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), unit)
}
