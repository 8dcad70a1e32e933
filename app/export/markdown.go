package export

import (
	"io"
	"regexp"
	"strconv"
	"strings"

	"briefline/app/i18n"
	"briefline/app/outline"
)

// Markdown writes the briefing as CommonMark 0.31: headings, lists, and at the
// end the sentences of the sources, each under the number that the lines above
// name. Nothing that a text holds becomes markup. The error is that of w.
func Markdown(w io.Writer, o *outline.Outline, words *i18n.Catalog) error {
	d := face{o, words}.contents()
	var m markdown
	if d.marking != "" {
		m.block("**" + escaped(d.marking) + "**")
	}
	m.block(escaped(d.top))
	m.block("# " + m.words(d.title))
	m.below("", d.title.below)
	m.block(m.words(d.bottom))
	m.below("", d.bottom.below)
	m.list(bullets, d.points)
	for _, s := range d.sections {
		m.section(2, s)
	}
	_, err := io.WriteString(w, m.String())
	return err
}

type markdown struct{ strings.Builder }

// block writes a block, parted by a blank line from what stands before.
func (m *markdown) block(text string) {
	if text == "" || text == "# " {
		return
	}
	if m.Len() > 0 {
		m.WriteString("\n")
	}
	m.WriteString(text + "\n")
}

func (m *markdown) section(level int, s section) {
	m.block(strings.Repeat("#", min(level, 6)) + " " + escaped(s.head) + refs(s.refs))
	for _, l := range s.lines {
		m.block(escaped(l))
	}
	m.list(s.kind, s.items)
	for _, p := range s.parts {
		m.section(level+1, p)
	}
}

func (m *markdown) list(k kind, items []item) {
	if len(items) > 0 {
		m.WriteString("\n")
	}
	for i, one := range items {
		mark := "- "
		if k == events {
			mark = strconv.Itoa(i+1) + ". "
		}
		m.WriteString(mark)
		if label := escaped(one.label); label != "" {
			colon := ":"
			if k == sentences {
				colon = ""
			}
			m.WriteString("**" + label + colon + "** ")
		}
		m.WriteString(m.words(one) + "\n")
		m.below(strings.Repeat(" ", len(mark)), one.below)
	}
}

// words are the text of an item and its sentences, on one line.
func (m *markdown) words(one item) string {
	text := clean(one.text)
	if text == "" {
		return ""
	}
	before, after, found := strings.Cut(text, clean(one.stress))
	// Emphasis takes hold only at the bounds of words (CommonMark, 6.2).
	if !found || clean(one.stress) == "" || !edge(before, true) || !edge(after, false) {
		return escaped(text) + refs(one.refs)
	}
	bold := "**" + escaped(one.stress) + "**"
	if strings.HasSuffix(before, " ") {
		bold = " " + bold
	}
	if strings.HasPrefix(after, " ") {
		bold += " "
	}
	return escaped(before) + bold + inline.Replace(strings.TrimSpace(after)) + refs(one.refs)
}

// edge reports whether a text is empty, or has a blank where it meets the stress.
func edge(s string, end bool) bool {
	return s == "" || end && strings.HasSuffix(s, " ") || !end && strings.HasPrefix(s, " ")
}

// below writes what is said of the line above, a paragraph each.
func (m *markdown) below(indent string, lines []string) {
	for _, l := range lines {
		if text := escaped(l); text != "" {
			m.WriteString("\n" + indent + text + "\n")
		}
	}
}

// refs names sentences behind a line.
func refs(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return " \\[" + escaped(strings.Join(names, " ")) + "\\]"
}

// inline are the characters that may begin markup within a line, of CommonMark
// and of what others add to it: tables, strikethrough, formulas.
var inline = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", `*`, `\*`, `_`, `\_`, `[`, `\[`, `]`, `\]`, `<`, `\<`, `>`, `\>`,
	`&`, `\&`, `#`, `\#`, `|`, `\|`, `~`, `\~`, `$`, `\$`, `!`, `\!`, `^`, `\^`,
)

// opening is what makes a block of a line that it begins.
var opening = regexp.MustCompile(`^([0-9]*)([-+=.):])`)

// escaped returns a text as one line that reads as it stands.
func escaped(s string) string {
	return opening.ReplaceAllString(inline.Replace(clean(s)), `$1\$2`)
}
