package pdf

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"briefline/assets"
)

// tool runs a program of someone else's that reads PDF. Where it is missing the
// test is skipped, but not on the machine that decides (CI=true).
func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is not installed, and CI needs it", name)
		}
		t.Skipf("%s is not installed", name)
	}
	var out, errs bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil || errs.Len() > 0 {
		t.Errorf("%s: %v\n%s%s", name, err, &errs, &out)
	}
	return out.String()
}

// saved returns the name of a file that holds the sample with the bundled
// briefing.
func saved(t *testing.T) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "sample.pdf")
	if err := os.WriteFile(name, made(t, sample(), Options{Attach: assets.Bishkek()}), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestQpdf(t *testing.T) {
	file := saved(t)
	if got := tool(t, "qpdf", "--check", file); !strings.Contains(got, "No syntax or stream encoding errors found") {
		t.Error(got)
	}
	for _, how := range [][]string{{"--linearize"}, {"--qdf", "--object-streams=disable"}, {"--object-streams=generate", "--compression-level=9", "--recompress-flate"}} {
		out := filepath.Join(t.TempDir(), "out.pdf")
		tool(t, "qpdf", append(how, file, out)...)
		b, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := attached(b); err != nil || !bytes.Equal(got, assets.Bishkek()) {
			t.Errorf("after qpdf %v: got %d bytes, %v; want the briefing", how, len(got), err)
		}
	}
}

// script/test builds pdfcpu: no Debian package has it.
func TestPdfcpu(t *testing.T) {
	if _, err := exec.LookPath("pdfcpu"); err != nil {
		t.Skip("pdfcpu is not installed (go install github.com/pdfcpu/pdfcpu/cmd/pdfcpu@v0.11.0)")
	}
	// strict mode takes AFRelationship for PDF 2.0, but PDF/A-3 wants it in 1.7
	if b, err := exec.Command("pdfcpu", "validate", "-mode", "relaxed", saved(t)).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, b)
	}
}

func TestPdffonts(t *testing.T) {
	rows := strings.Split(strings.TrimSpace(tool(t, "pdffonts", saved(t))), "\n")[2:]
	if len(rows) != 4 {
		t.Errorf("got %d fonts, want 4", len(rows))
	}
	for _, row := range rows {
		if !regexp.MustCompile(`^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes `).MatchString(row) {
			t.Errorf("got %q, want embedded, subset, with Unicode", row)
		}
	}
}

func TestPdfinfo(t *testing.T) {
	file := saved(t)
	info := tool(t, "pdfinfo", file)
	for _, want := range []string{
		`Title: +Ministers meet in Bishkek`, `Subject: +A sample`, `Author: +D. Officer`, `Producer: +Briefline`, `Tagged: +yes`, `Pages: +2`,
		`Page size: +595.28 x 841.89 pts \(A4\)`, `PDF version: +1.7`, `JavaScript: +no`,
	} {
		if !regexp.MustCompile(`(?m)^` + want + `$`).MatchString(info) {
			t.Errorf("got\n%swant a line %s", info, want)
		}
	}
	// the tree in reading order; poppler shows right-to-left text as painted
	tree := tool(t, "pdfinfo", "-struct-text", file)
	at := 0
	for _, want := range []string{
		"Document\n", "  H1", `"Ministers meet in Bishkek"`, "  P", `"The office (fifth floor) offers "first" help."`,
		"    Link", `"S1"`, "Object", `" And so on."`, `"` + kyrgyz + `"`, `"The minister said "`, "    Span", `" to them."`, `"S2"`,
		"  L ", "ListNumbering /Disc", "    LI", "      Lbl", `"•"`, "      LBody", `"Training"`, "  Note <n1>",
		"  H2", `"Timeline"`, "  Figure", "/BBox", `"2016"`, "  Table", "    TR", "      TH", "/Scope /Column", `"Who"`, "      TD", `"Iran"`,
		`"Source, sentence by sentence"`, `"Sentence s1 as published."`, `"back"`,
	} {
		i := strings.Index(tree[at:], want)
		if i < 0 {
			t.Fatalf("got\n%s\nwant %q behind byte %d", tree, want, at)
		}
		at += i + len(want)
	}
}

// Latin and Cyrillic come out as they went in, Persian word by word: in which
// order the runs of a line follow each other is the reader's guess.
func TestPdftotext(t *testing.T) {
	got := tool(t, "pdftotext", "-layout", saved(t), "-")
	got = regexp.MustCompile(`[\x{202a}-\x{202e}\x{2066}-\x{2069}\x{200e}\x{200f}]`).ReplaceAllString(got, "")
	want := []string{"Ministers meet in Bishkek", kyrgyz, `offers "first" help.S1 And so on.`, "• Exchange of intelligence", "editor’s."}
	for word := range strings.FieldsSeq(persian) {
		word = strings.Trim(word, "،:«»().")
		want = append(want, word)
	}
	for _, w := range want {
		if !strings.Contains(got, w) {
			t.Errorf("got\n%s\nwant %q", got, w)
		}
	}
}
