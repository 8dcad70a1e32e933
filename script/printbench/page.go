//go:build unix

package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"html/template"
	"os"
	"path/filepath"
)

//go:embed page.html
var pageText string

// fonts are the faces that the page uses, the same as Briefline's.
var fonts = []string{"NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSerif-Regular.ttf", "NotoSerif-SemiBold.ttf", "Vazirmatn-Regular.ttf"}

func copyFonts(from, to string) error {
	for _, name := range fonts {
		data, err := os.ReadFile(filepath.Join(from, name))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(to, name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// What of a briefing stands on the page.
type (
	article struct {
		Title, BottomLine line
		KeyPoints         []line
		Checks            []line
		Sources           []source
		Events            []event
		Participants      []participant
		Statements        []statement

		WithSource bool `json:"-"`
	}
	line struct {
		Text, Words, Detail string
		Evidence            []anchor
	}
	anchor struct {
		Source     string
		Start, End int
	}
	source struct {
		ID, Publisher, Place, Text string
		Sentences                  []struct{ Start, End int }
	}
	event struct {
		Title, Note  string
		Date         dating
		Alternatives []dating
		Evidence     []anchor
	}
	dating      struct{ EDTF, Words, Rule, Note string }
	participant struct {
		ID, Name, Role, Side string
		Names                []struct{ Text, Language string }
	}
	statement struct {
		Speaker, Kind, Words, Note string
		Evidence                   []anchor
	}
)

// ref is a sentence that a line leads to.
type ref struct{ ID, Name string }

// writePage writes the web page of the briefing.
func (b briefing) writePage(path string, withSource bool) error {
	data, err := json.Marshal(b)
	if err != nil {
		return err
	}
	a := article{WithSource: withSource}
	if err := json.Unmarshal(data, &a); err != nil {
		return err
	}
	page, err := template.New("page").Funcs(template.FuncMap{
		"refs": a.refs, "said": a.said, "speaks": func(p participant) bool { return len(a.said(p.ID)) > 0 },
		"sentence": func(s source, i int) string { return s.Text[s.Sentences[i].Start:s.Sentences[i].End] },
		"id":       sentenceID, "name": a.sentenceName, "mul": func(x, y int) int { return x * y }, "bands": bands,
	}).Parse(pageText)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := page.Execute(&out, a); err != nil {
		return err
	}
	return os.WriteFile(path, out.Bytes(), 0o644)
}

func sentenceID(s source, i int) string { return fmt.Sprintf("%s-S%d", s.ID, i+1) }

func (a article) sentenceName(s source, i int) string {
	if len(a.Sources) == 1 {
		return fmt.Sprintf("S%d", i+1)
	}
	return sentenceID(s, i)
}

// refs returns the sentences that the evidence touches.
func (a article) refs(evidence []anchor) (refs []ref) {
	seen := map[string]bool{}
	for _, e := range evidence {
		for _, s := range a.Sources {
			if s.ID != e.Source {
				continue
			}
			for i, sentence := range s.Sentences {
				if id := sentenceID(s, i); e.Start < sentence.End && sentence.Start < e.End && !seen[id] {
					seen[id] = true
					refs = append(refs, ref{id, a.sentenceName(s, i)})
				}
			}
		}
	}
	return refs
}

// said returns what a participant says.
func (a article) said(id string) (said []statement) {
	for _, s := range a.Statements {
		if s.Speaker == id {
			said = append(said, s)
		}
	}
	return said
}

// bands cuts the events into timelines of four.
func bands(events []event) (bands [][]event) {
	for len(events) > 4 {
		bands, events = append(bands, events[:4]), events[4:]
	}
	return append(bands, events)
}
