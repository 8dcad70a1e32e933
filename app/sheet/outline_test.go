package sheet

import (
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/app/i18n"
	"briefline/app/outline/outlinetest"
)

// The page says what the screen and the text say: see package outlinetest.
func TestPagesShowOutline(t *testing.T) {
	outlinetest.Each(t, func(t *testing.T, b *briefing.Briefing, words *i18n.Catalog) outlinetest.Shown {
		parts := map[string]string{} // by the title of a section of the document
		var walk func(n *Node, title string)
		d := lay(t, b, Options{})
		said := map[*Node]string{}
		for _, page := range d.Pages {
			for _, m := range page.Marks {
				if w, ok := m.(*Words); ok && w.Node != nil {
					for i := w.From; i < w.To; i++ {
						said[w.Node] += " " + w.Text.String()[w.Text.Lines[i].Start:w.Text.Lines[i].End]
					}
				}
			}
		}
		walk = func(n *Node, title string) {
			if n.Title != "" {
				title = n.Title
			}
			parts[title] += said[n] + "\n"
			for _, kid := range n.Kids {
				walk(kid, title)
			}
		}
		walk(d.Root, "")
		head, _, _ := strings.Cut(parts[words.Text("print.head")], b.Title.Text)
		return outlinetest.Shown{
			Top: head, Events: parts[words.Text("timeline.listName")], Positions: parts[words.Text("print.statements")],
			Checks: parts[words.Text("print.checks")], Sources: parts[words.Text("panel.source")],
		}
	})
}
