package article

import (
	"strings"

	"golang.org/x/net/html/atom"
)

type attributes map[string]string

// unseen are classes by which sites mark what is for screen readers only, and what
// is none of the article by its own word.
var unseen = map[string]bool{
	"visually-hidden": true, "visuallyhidden": true, "sr-only": true, "screen-reader-text": true,
	"ad": true, "ads": true, "advert": true, "advertisement": true, "ad-container": true, "ad-slot": true, "adsbygoogle": true,
	"cookie-banner": true, "cookie-consent": true, "cookie-notice": true,
}

// hidden reports whether an element is there and not to be seen. The page as a
// whole is hidden by some that uncover it by script: it counts as seen.
func hidden(tag atom.Atom, attrs attributes) bool {
	switch tag {
	case atom.Html, atom.Head, atom.Body, atom.Main, atom.Article, atom.Meta, atom.Link, atom.Time:
		return false
	}
	if _, ok := attrs["hidden"]; ok && attrs["hidden"] != "false" && attrs["hidden"] != "until-found" {
		return true
	}
	for class := range strings.FieldsSeq(strings.ToLower(attrs["class"])) {
		if unseen[class] {
			return true
		}
	}
	style := strings.ToLower(strings.Join(strings.Fields(attrs["style"]), ""))
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// fact notes what an element says of the page.
func (p *page) fact(tag atom.Atom, attrs attributes, end int) {
	f := &p.facts
	switch tag {
	case atom.Html:
		if f.language == "" {
			f.language = strings.TrimSpace(attrs["lang"] + attrs["xml:lang"])
			if l := attrs["lang"]; l != "" {
				f.language = strings.TrimSpace(l)
			}
		}
	case atom.Base:
		f.base = attrs["href"]
	case atom.Link:
		if strings.EqualFold(attrs["rel"], "canonical") && f.canonical == "" {
			f.canonical = strings.TrimSpace(attrs["href"])
		}
	case atom.Time:
		p.time(attrs, end)
	}
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		if v := strings.TrimSpace(attrs[key]); v != "" && attrs["content"] != "" && (tag == atom.Meta || key == "itemprop") && len(f.metas) < 500 {
			f.metas = append(f.metas, meta{key, strings.ToLower(v), strings.TrimSpace(attrs["content"])})
			break
		}
	}
}

func (p *page) time(attrs attributes, end int) {
	if len(p.facts.times) >= 50 {
		return
	}
	t := timeElement{datetime: strings.TrimSpace(attrs["datetime"]), words: p.words(end, "time"), afterHeading: p.facts.heading != ""}
	_, pubdate := attrs["pubdate"]
	class := strings.ToLower(attrs["class"])
	switch {
	case pubdate:
		t.how = "pubdate"
	case strings.EqualFold(attrs["itemprop"], "datePublished"):
		t.how = "itemprop datePublished"
	case strings.Contains(class, "updated") && !strings.Contains(class, "publish"), strings.EqualFold(attrs["itemprop"], "dateModified"):
		return
	case strings.Contains(class, "publish") || strings.Contains(class, "entry-date"):
		t.how = "class " + class
	}
	for _, tag := range p.stack {
		t.inside = t.inside || tag == atom.Article || tag == atom.Main
	}
	p.facts.times = append(p.facts.times, t)
}

// savedFrom reads the comment that a browser writes into a page it saves:
// "<!-- saved from url=(0023)https://example.org/ -->".
func savedFrom(comment string) (string, bool) {
	_, rest, ok := strings.Cut(comment, "saved from url=(")
	if !ok || len(rest) < 6 {
		return "", false
	}
	_, rest, _ = strings.Cut(rest, ")")
	a := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(rest), "-->"))
	return a, isAddress(a)
}
