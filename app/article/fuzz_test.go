package article

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefline/app/edtf"
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
		"a.odt":   odt(t, "", "<text:p>Ministers met.</text:p>"),
		"a.epub":  epub(t),
	}
}

// fuzz checks of a reader that whatever it gives keeps the laws, and that what it
// does not read is an *Error with a message.
func fuzz(f *testing.F, format Format, name string) {
	f.Add(samples(f)[name])
	for _, dir := range []string{"testdata/cases", "testdata/hostile"} {
		seeds, err := filepath.Glob(dir + "/*" + filepath.Ext(name))
		if err != nil {
			f.Fatal(err)
		}
		for _, s := range seeds {
			data, err := os.ReadFile(s)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data)
		}
	}
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
func FuzzODT(f *testing.F)      { fuzz(f, ODT, "a.odt") }
func FuzzEPUB(f *testing.F)     { fuzz(f, EPUB, "a.epub") }
func FuzzRTF(f *testing.F)      { fuzz(f, RTF, "a.rtf") }

// A date that is found stands where it is said to, and is one of the calendar.
func FuzzFindDates(f *testing.F) {
	for _, s := range []string{"RIGA, 14 March 2025", "Publié le 1er février 2026", "2026年2月3日", "03/02/2026", "3 March 1931 – 5 May 2010", "٣ فبراير ٢٠٢٦"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		end := 0
		for _, d := range FindDates(line) {
			if d.Start < end || d.End <= d.Start || d.End > len(line) {
				t.Fatalf("%q: a date at %d to %d, behind %d", line, d.Start, d.End, end)
			}
			end = d.End
			for _, v := range []string{d.Value, d.Other} {
				if _, err := edtf.Parse(v); v != "" && err != nil {
					t.Fatalf("%q: %v", line, err)
				}
			}
		}
		if l, ok := ReadDateLine(line); ok {
			for _, r := range l.Rest {
				if r[0] < 0 || r[1] < r[0] || r[1] > len(line) {
					t.Fatalf("%q: the rest %v", line, l.Rest)
				}
			}
		}
		leadingDate(line)
	})
}

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

// hostile are files made to waste time or memory, of about this many bytes.
func hostile(size int) []struct{ name, data string } {
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) }
	text := min(size, MaxText)
	return []struct{ name, data string }{
		{"no space.txt", strings.Repeat("a", text)},
		{"high bytes.txt", strings.Repeat("\xE0", text/2)},
		{"carriage returns.txt", strings.Repeat("a\r", text/2)},
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
		{"one word.html", "<html><body><p>" + strings.Repeat("a", size/2)},
		{"same words.html", "<html><body>" + strings.Repeat("<p>The same words again, and again, and then the same words again.</p>", size/500)},
		{"entities.html", "<html><body><p>" + strings.Repeat("&amp; ", size/20)},
		{"most markup.html", "<html><body>" + strings.Repeat("<font color=1><p>a", size/214)}, // just under the bound
		{"most divs.html", "<html><body>" + strings.Repeat("<div>Some words of a sentence.</div>", size/106)},
		{"comments.html", "<html>" + fill("<!--a-->")},
		{"brackets.md", strings.Repeat("[", text)},
		{"stars.md", strings.Repeat("*a", text/2)},
		{"quotes.md", strings.Repeat(">", text)},
		{"nested.md", strings.Repeat("- ", 1000) + "a\n" + strings.Repeat("> ", 50) + "b"},
		{"backticks.md", strings.Repeat("`a", size/350)},
		{"strings.pdf", string(pdfFile("", strings.Repeat("(a) Tj ", size/21)))},
		{"arrays.pdf", "%PDF-1.4\n" + fill("[")},
		{"groups.rtf", `{\rtf1 ` + fill("{")},
		{"commands.rtf", `{\rtf1 ` + fill(`\b`)},
		{"units.rtf", `{\rtf1 ` + strings.Repeat(`\u1041?`, size/21)},
		{"headers.eml", "From: a\nDate: b\nSubject: c\n" + fill("X-A: b\n")},
		{"parts.eml", "From: a\nDate: b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n" + fill("--a\n\nb\n")},
	}
}

// What is made to waste time or memory is read or refused like anything else.
// BenchmarkHostile prints how long ten megabytes of it take.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("long: left out of -short")
	}
	for _, tt := range hostile(400 << 10) {
		if a, err := Read(context.Background(), tt.name, strings.NewReader(tt.data)); err == nil {
			checkLaws(t, a)
		} else if bad := (*Error)(nil); !errors.As(err, &bad) {
			t.Errorf("%s: %v, want an article or an *Error", tt.name, err)
		}
	}
}

func BenchmarkHostile(b *testing.B) {
	for _, tt := range hostile(10 << 20) {
		b.Run(tt.name, func(b *testing.B) {
			for b.Loop() {
				_, _ = Read(context.Background(), tt.name, strings.NewReader(tt.data))
			}
		})
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
	for _, kind := range []NoteKind{CutOff, Unread, Quoted, Forwarded, Charset, Letters} {
		id := Note{Kind: kind}.MessageID()
		if catalog[id] == nil || catalog[id+".detail"] == nil {
			t.Errorf("%s: no message %q with its detail", kind, id)
		}
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
