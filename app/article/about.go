package article

import (
	"encoding/json"
	"strings"
)

// about returns what the page says of its article. What it says to machines comes
// first: JSON-LD by schema.org, then Open Graph and other meta elements, then what
// is to be seen.
func (f *facts) about(address string) *Article {
	a := &Article{Format: HTML}
	for _, s := range f.data {
		a.fromData(s)
	}
	take := func(field *Field, keys ...string) {
		for _, key := range keys {
			if v, origin := f.meta(key); v != "" && field.IsZero() {
				*field = Field{Value: v, Origin: origin}
			}
		}
	}
	take(&a.Headline, "og:title", "headline", "citation_title", "dc.title", "twitter:title", "parsely-title", "sailthru.title")
	take(&a.Byline, "author", "article:author", "byl", "dc.creator", "citation_author", "parsely-author", "sailthru.author", "twitter:creator")
	if isAddress(a.Byline.Value) || strings.HasPrefix(a.Byline.Value, "@") {
		a.Byline = Field{}
	}
	a.Byline.Value = trimLabel(a.Byline.Value, "by")
	take(&a.Publisher, "og:site_name", "application-name", "publisher", "dc.publisher", "citation_publisher")
	if isAddress(a.Publisher.Value) {
		a.Publisher = Field{}
	}
	a.Language = Field{Value: f.language, Origin: "lang attribute"}
	take(&a.Language, "og:locale", "content-language")
	f.address(a, address)
	generator, _ := f.meta("generator")
	site := strings.ToLower(f.title[max(0, len(f.title)-40):] + " " + a.Publisher.Value)
	a.encyclopaedic = strings.Contains(strings.ToLower(generator), "wiki") || strings.Contains(a.Address.Value, "/wiki/") || strings.Contains(site, "encyclop") || strings.Contains(site, "wikipedia")
	f.headlineOf(a)
	f.published(a)
	return a
}

// meta returns what the element of that name says, and which it is.
func (f *facts) meta(name string) (content, origin string) {
	for _, m := range f.metas {
		if m.name == name {
			return squeeze(m.content), "meta " + m.key + " " + m.name
		}
	}
	return "", ""
}

func (f *facts) address(a *Article, known string) {
	og, _ := f.meta("og:url")
	for _, c := range []Field{
		{Value: known, Origin: "address it came from"},
		{Value: f.canonical, Origin: "link canonical"},
		{Value: og, Origin: "meta property og:url"},
		a.Address,
		{Value: f.savedFrom, Origin: "comment of the browser that saved it"},
	} {
		if isAddress(c.Value) {
			a.Address = c
			return
		}
	}
	a.Address = Field{}
}

// dated are the meta elements that give the publication date, best first.
var dated = []string{
	"article:published_time", "og:published_time", "datepublished", "og:article:published_time", "published_time", "article.published",
	"parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "publication-date",
	"date.published", "rnews:datepublished", "article_date_original", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
	"dc.date.issued", "dcterms.issued", "citation_publication_date",
	"citation_online_date", "citation_date", "displaydate", "originalpublicationdate", "dateposted", "pub_date", "article:published",
}

// undeclared are the meta elements that give a date of the page, of publication most
// times.
var undeclared = []string{"dc.date.created", "dcterms.created", "dcterms.date", "dc.date", "date", "created"}

func (f *facts) published(a *Article) {
	set := func(words, origin string) {
		if value, ok := parseDate(words); ok && a.Published.IsZero() && isDay(value) {
			a.Published = Field{Value: value, Words: words, Origin: origin}
		}
	}
	if !a.Published.IsZero() {
		return
	}
	for _, name := range dated {
		if v, origin := f.meta(name); v != "" {
			set(v, origin)
		}
	}
	for _, t := range f.times {
		if t.how != "" {
			set(t.datetime, "time element, "+t.how)
			set(t.words, "time element, "+t.how)
		}
	}
	if !a.Published.IsZero() {
		return
	}
	// What follows does not say that it is the day of publication.
	defer func() { a.Published.Inferred = !a.Published.IsZero() }()
	for _, name := range undeclared {
		if v, origin := f.meta(name); v != "" {
			set(v, origin)
		}
	}
	for _, t := range f.times { // the first at the article's head
		if t.inside || t.afterHeading || len(f.times) == 1 {
			set(t.datetime, "time element")
			set(t.words, "time element")
			return
		}
	}
}

// fromData takes what JSON-LD says of an article (schema.org, NewsArticle).
func (a *Article) fromData(s string) {
	s = strings.TrimSpace(s)
	s = strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(s), "<!--"), "//<![CDATA["), "-->")
	var v any
	if json.Unmarshal([]byte(strings.TrimRight(strings.TrimSpace(s), ";")), &v) != nil {
		return
	}
	var walk func(v any, depth int)
	walk = func(v any, depth int) {
		if depth > 8 {
			return
		}
		switch v := v.(type) {
		case []any:
			for _, e := range v {
				walk(e, depth+1)
			}
		case map[string]any:
			if isArticleType(v["@type"]) {
				a.fromNode(v)
				return
			}
			for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
				walk(v[key], depth+1)
			}
		}
	}
	walk(v, 0)
}

func isArticleType(t any) bool {
	switch t := t.(type) {
	case string:
		t = strings.TrimPrefix(strings.TrimPrefix(t, "https://schema.org/"), "http://schema.org/")
		return strings.HasSuffix(t, "Article") || t == "Report" || t == "BlogPosting" || t == "LiveBlogPosting"
	case []any:
		for _, e := range t {
			if s, ok := e.(string); ok && isArticleType(s) {
				return true
			}
		}
	}
	return false
}

func (a *Article) fromNode(node map[string]any) {
	set := func(f *Field, value, key string) {
		if value = squeeze(plainWords(value)); value != "" && f.IsZero() && len(value) < 2000 {
			*f = Field{Value: value, Origin: "JSON-LD " + key}
		}
	}
	text := func(key string) string { s, _ := node[key].(string); return s }
	set(&a.Headline, text("headline"), "headline")
	if name := squeeze(plainWords(text("name"))); name != "" && len(name) < 2000 {
		a.dataName = name
	}
	if free, ok := node["isAccessibleForFree"]; ok && (free == false || free == "False" || free == "false") {
		a.paid = true
	}
	set(&a.Byline, nameOf(node["author"], 0), "author")
	set(&a.Publisher, nameOf(node["publisher"], 0), "publisher")
	set(&a.Place, text("dateline"), "dateline")
	set(&a.Place, nameOf(node["locationCreated"], 0), "locationCreated")
	if u := text("url"); isAddress(u) {
		set(&a.Address, u, "url")
	}
	for _, key := range []string{"datePublished", "dateCreated"} {
		if value, ok := parseDate(text(key)); ok && a.Published.IsZero() {
			a.Published = Field{Value: value, Words: text(key), Origin: "JSON-LD " + key}
		}
	}
}

// nameOf returns the name of a person or an organisation, the names of several
// parted by ", ".
func nameOf(v any, depth int) string {
	if depth > 3 {
		return ""
	}
	switch v := v.(type) {
	case string:
		if isAddress(v) {
			return ""
		}
		return v
	case map[string]any:
		return nameOf(v["name"], depth+1)
	case []any:
		var names []string
		for _, e := range v[:min(len(v), 20)] {
			if n := nameOf(e, depth+1); n != "" {
				names = append(names, n)
			}
		}
		return strings.Join(names, ", ")
	}
	return ""
}
