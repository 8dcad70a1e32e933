package article

import (
	"net/url"
	"strings"
	"unicode"
)

// headlineOf settles the headline of a page among what its head, its data and its
// headings say. What the page shows and its title name alike is the article's own: a
// heading that the title does not hold is the site's, and words of data that neither
// holds describe the article, and do not head it.
func (f *facts) headlineOf(a *Article) {
	title := f.trimTitle(f.title, a.Address.Value)
	if h := a.Headline; !h.IsZero() && !f.shown(h.Value, title) && (title != "" || f.heading != "") {
		a.Headline = Field{}
		if f.shown(a.dataName, title) && a.dataName != "" {
			a.Headline = Field{Value: a.dataName, Origin: "JSON-LD name"}
		}
	}
	if !a.Headline.IsZero() {
		a.Headline.Value = f.trimTitle(a.Headline.Value, a.Address.Value)
		return
	}
	for _, h := range f.headings {
		if title != "" && (sameWords(h, title) || within(h, f.title)) && len(strings.Fields(h)) > 1 {
			a.Headline = Field{Value: h, Origin: "heading that the title holds"}
			if h == f.heading {
				a.Headline.Origin = "h1 element"
			}
			return
		}
	}
	switch {
	case f.heading != "" && (title == "" || within(f.heading, f.title) || len(strings.Fields(title)) < 2):
		a.Headline = Field{Value: f.heading, Origin: "h1 element"}
	case title != "":
		a.Headline = Field{Value: title, Origin: "title element"}
	}
}

// shown reports whether words stand in the title or in a heading, or hold either.
func (f *facts) shown(words, title string) bool {
	if sameWords(words, title) || within(words, f.title) || within(title, words) && title != "" {
		return true
	}
	for _, h := range f.headings {
		if sameWords(words, h) || within(h, words) && len(strings.Fields(h)) > 2 || within(words, h) {
			return true
		}
	}
	return false
}

// plainLetters returns the letters and figures of a text, in lower case.
func plainLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

func within(part, whole string) bool {
	p := plainLetters(part)
	return p != "" && strings.Contains(plainLetters(whole), p)
}

// sameWords reports whether two headlines have more than half of their words in
// common: one of them may be worded for another place.
func sameWords(a, b string) bool {
	words := map[string]bool{}
	for w := range strings.FieldsSeq(strings.ToLower(a)) {
		words[strings.Trim(w, `.,:;!?'"“”‘’`)] = true
	}
	n, both := 0, 0
	for w := range strings.FieldsSeq(strings.ToLower(b)) {
		if n++; words[strings.Trim(w, `.,:;!?'"“”‘’`)] {
			both++
		}
	}
	return n > 0 && len(words) > 0 && 2*both > min(n, len(words)) && 3*both > max(n, len(words))
}

// trimTitle cuts the name of the site off a title.
func (f *facts) trimTitle(s, address string) string {
	site, _ := f.meta("og:site_name")
	if site == "" {
		site, _ = f.meta("application-name")
	}
	host := ""
	if u, err := url.Parse(address); err == nil {
		host = plainLetters(strings.TrimPrefix(u.Hostname(), "www."))
	}
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: ", " · ", " « ", " » ", " • "} {
		i := strings.LastIndex(s, sep)
		if i <= 0 {
			continue
		}
		head, rest := s[:i], s[i+len(sep):]
		name := plainLetters(rest)
		ofSite := site != "" && plainLetters(site) == name || len(name) > 2 && strings.Contains(host, name)
		for _, h := range f.headings {
			ofSite = ofSite || plainLetters(h) == plainLetters(head)
		}
		// Without a name to go by: a stroke parts the site, and what is far shorter is its name.
		short := len(strings.Fields(rest)) <= 4 && len(strings.Fields(head)) >= 4
		stroke := (sep == " | " || sep == " :: ") && len(strings.Fields(rest)) <= 4 && len(strings.Fields(head)) >= len(strings.Fields(rest))
		if ofSite || stroke || short && sep != " · " && isTitleCase(rest) && len(rest)*2 < len(head) {
			return f.trimTitle(head, address)
		}
	}
	return s
}

// isTitleCase reports whether all longer words begin with capitals, as a name does.
func isTitleCase(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if r := []rune(w)[0]; len(w) > 3 && !unicode.IsUpper(r) {
			return false
		}
	}
	return s != "" && !strings.ContainsAny(s, ".?!:")
}
