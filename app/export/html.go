package export

import (
	"html"
	"io"
	"strconv"
	"strings"

	"briefline/app/i18n"
	"briefline/app/outline"
)

// style is for screen, light and dark, and for paper.
const style = `
:root { color-scheme: light dark; --ink: #1b1b1b; --ground: #fff; --soft: #5a5a5a; --line: #c8c8c8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --ground: #1b1d20; --soft: #a8a8a8; --line: #4a4d52; } }
body { margin: 2rem auto; padding: 0 1rem; max-width: 46rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground); overflow-wrap: break-word; }
h1 { font-size: 1.7rem; line-height: 1.25; }
h2 { margin-top: 2rem; border-bottom: 1px solid var(--line); font-size: 1.2rem; }
h3 { margin-bottom: 0; font-size: 1rem; }
h4 { margin: .5rem 0 0; font-size: .9rem; color: var(--soft); }
.top, .below, .refs, h2 + p, h3 + p { color: var(--soft); }
.below, .refs { font-size: .85rem; }
.below { margin: .1rem 0; }
.bottom { font-size: 1.1rem; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
dt { font-weight: bold; }
a { color: inherit; }
.sentences { padding: 0; list-style: none; }
@media print {
:root { color-scheme: light; --ink: #000; --ground: #fff; --soft: #333; --line: #999; }
body { margin: 0; max-width: none; font-size: 10pt; }
h1, h2, h3, h4 { break-after: avoid; }
li, tr, dd { break-inside: avoid; }
a { text-decoration: none; }
}
`

// HTML writes the briefing as one HTML file that needs nothing else: no script,
// no picture, nothing of the network, which its policy forbids. The error is that
// of w.
func HTML(w io.Writer, o *outline.Outline, words *i18n.Catalog) error {
	d := face{o, words}.contents()
	language := o.Briefing.Language
	if language == "" {
		language = words.Tag()
	}
	p := &htmlPage{words: words}
	p.put("<!DOCTYPE html>\n<html lang=\"" + text(language) + "\">\n<head>\n<meta charset=\"utf-8\">\n" +
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n" +
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
		"<title>" + text(d.plainTitle) + "</title>\n<style>" + style + "</style>\n</head>\n<body>\n<header>\n")
	p.line("p", "marking", d.marking)
	p.line("p", "top", d.top)
	if d.title.text != "" {
		p.put("<h1 dir=\"auto\">" + stressed(d.title) + refLinks(d.title.refs) + "</h1>\n")
		p.below(d.title.below)
	}
	p.put("</header>\n<main>\n")
	if d.bottom.text != "" {
		p.put("<p class=\"bottom\" dir=\"auto\">" + stressed(d.bottom) + refLinks(d.bottom.refs) + "</p>\n")
		p.below(d.bottom.below)
	}
	p.items(bullets, d.points)
	for _, s := range d.sections {
		p.section(2, s)
	}
	p.put("</main>\n</body>\n</html>\n")
	_, err := io.WriteString(w, p.String())
	return err
}

type htmlPage struct {
	strings.Builder
	words *i18n.Catalog
}

func (p *htmlPage) put(s string) { p.WriteString(s) }

// text escapes a text for content and for attributes in quotation marks.
func text(s string) string { return html.EscapeString(clean(s)) }

func (p *htmlPage) line(element, class, words string) {
	if words != "" {
		p.put("<" + element + " class=\"" + class + "\" dir=\"auto\">" + text(words) + "</" + element + ">\n")
	}
}

func (p *htmlPage) below(lines []string) {
	for _, l := range lines {
		p.line("p", "below", l)
	}
}

func (p *htmlPage) section(level int, s section) {
	open, h := "<section>\n", "h"+strconv.Itoa(min(level, 6))
	if s.language != "" {
		open = "<section lang=\"" + text(s.language) + "\">\n"
	}
	p.put(open + "<" + h + " dir=\"auto\">" + text(s.head) + refLinks(s.refs) + "</" + h + ">\n")
	for _, l := range s.lines {
		p.put("<p dir=\"auto\">" + text(l) + "</p>\n")
	}
	p.items(s.kind, s.items)
	for _, part := range s.parts {
		p.section(level+1, part)
	}
	p.put("</section>\n")
}

func (p *htmlPage) items(k kind, items []item) {
	if len(items) == 0 {
		return
	}
	head, tail := "<ul>\n", "</ul>\n"
	switch k {
	case events:
		p.timeline(items)
		return
	case pairs:
		head, tail = "<dl>\n", "</dl>\n"
	case sentences:
		head, tail = "<ol class=\"sentences\">\n", "</ol>\n"
	}
	p.put(head)
	for _, one := range items {
		end := "</li>\n"
		switch k {
		case pairs:
			p.put("<dt dir=\"auto\">" + text(one.label) + "</dt>\n<dd dir=\"auto\">")
			end = "</dd>\n"
		case sentences:
			p.put("<li id=\"" + text(one.label) + "\" dir=\"auto\"><b>" + text(one.label) + "</b> ")
		default:
			p.put("<li dir=\"auto\">")
		}
		p.put(stressed(one) + refLinks(one.refs))
		p.below(one.below)
		p.put(end)
	}
	p.put(tail)
}

func (p *htmlPage) timeline(items []item) {
	p.put("<table>\n<thead><tr>")
	for _, id := range []string{"export.column.number", "export.column.date", "export.column.event"} {
		p.put("<th scope=\"col\">" + text(p.words.Text(id)) + "</th>")
	}
	p.put("</tr></thead>\n<tbody>\n")
	for i, one := range items {
		p.put("<tr><td>" + strconv.Itoa(i+1) + "</td><td dir=\"auto\">" + text(one.label) + "</td><td dir=\"auto\">" + stressed(one) + refLinks(one.refs))
		p.below(one.below)
		p.put("</td></tr>\n")
	}
	p.put("</tbody>\n</table>\n")
}

// stressed is the text of an item, with its stressed words bold.
func stressed(one item) string {
	whole, stress := clean(one.text), clean(one.stress)
	before, after, found := strings.Cut(whole, stress)
	if stress == "" || !found {
		return text(whole)
	}
	return html.EscapeString(before) + "<b>" + html.EscapeString(stress) + "</b>" + html.EscapeString(after)
}

// refLinks leads to the sentences of the same page.
func refLinks(names []string) string {
	if len(names) == 0 {
		return ""
	}
	var links []string
	for _, n := range names {
		links = append(links, "<a href=\"#"+text(n)+"\">"+text(n)+"</a>")
	}
	return " <span class=\"refs\">[" + strings.Join(links, " ") + "]</span>"
}
