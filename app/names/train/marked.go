package main

import (
	"encoding/json"
	"io"

	"briefline/app/syntax"
	"briefline/app/text"
)

// marked is a text with its names as script/train reads it, a line of JSON.
type marked struct {
	Set       string     `json:"set"`
	ID        string     `json:"id"`
	Text      string     `json:"text"`
	Sentences [][][2]int `json:"sentences"` // of each word its bytes, half-open
	Names     [][3]int   `json:"names"`     // bytes, half-open, and the names.Kind
}

// writeMarked writes the sets as the network for names learns them: names made
// alike, in the sentences and words that it reads.
func writeMarked(w io.Writer, sets []set) error {
	parser, err := syntax.English()
	if err != nil {
		return err
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	for _, s := range sets {
		for _, d := range s.docs {
			m := marked{Set: s.name, ID: d.ID, Text: d.Text, Names: [][3]int{}}
			for _, read := range parser.Parse(d.Text, text.Sentences(d.Text)) {
				var words [][2]int
				for _, w := range read.Words {
					words = append(words, [2]int{w.Start, w.End})
				}
				m.Sentences = append(m.Sentences, words)
			}
			for _, n := range d.names() {
				m.Names = append(m.Names, [3]int{n.Start, n.End, int(n.Kind)})
			}
			if err := out.Encode(m); err != nil {
				return err
			}
		}
	}
	return nil
}
