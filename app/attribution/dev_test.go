package attribution_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"briefline/app/attribution"
	"briefline/app/names"
)

// TestDevelopment writes what Find finds in the documents of
// $BRIEFLINE_DEV/quotes.gum_attr.jsonl to $BRIEFLINE_OUT, a line a document, in
// the form that the scorer of the development data reads. With BRIEFLINE_NAMES
// set it passes the names as well.
func TestDevelopment(t *testing.T) {
	dir, to := os.Getenv("BRIEFLINE_DEV"), os.Getenv("BRIEFLINE_OUT")
	if dir == "" || to == "" {
		t.Skip("BRIEFLINE_DEV and BRIEFLINE_OUT are not set")
	}
	in, err := os.Open(filepath.Join(dir, "quotes.gum_attr.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	w := json.NewEncoder(out)
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var doc struct {
			ID   string `json:"doc_id"`
			Text string `json:"text"`
		}
		if err := json.Unmarshal(lines.Bytes(), &doc); err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		spans := sentences(doc.Text)
		var named []names.Name
		if os.Getenv("BRIEFLINE_NAMES") != "" {
			named = names.Tag(doc.Text, spans)
			start = time.Now()
		}
		found := attribution.Find(doc.Text, spans, named)
		ms := float64(time.Since(start).Microseconds()) / 1000
		annotations := []map[string]any{}
		for _, s := range found {
			if s.Continues || s.Form == attribution.Infinitive {
				continue
			}
			a := map[string]any{"start": s.Content.Start, "end": s.Content.End, "cue": doc.Text[s.Cue.Start:s.Cue.End], "form": s.Form, "nested": s.Nested}
			if s.Speaker.End > 0 {
				a["speaker"] = doc.Text[s.Speaker.Start:s.Speaker.End]
			}
			annotations = append(annotations, a)
		}
		if err := w.Encode(map[string]any{"doc_id": doc.ID, "unit": "byte", "ms": ms, "annotations": annotations}); err != nil {
			t.Fatal(err)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}
