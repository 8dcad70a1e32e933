package i18n

import (
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Language names a language, given as BCP 47, in the reader's own: "fa" is
// "Persian". A tag that is unknown or undetermined is "another language".
func (c *Catalog) Language(tag string) string {
	t, err := language.Parse(tag)
	if err == nil && t != language.Und {
		if name := display.Languages(language.Make(c.tag)).Name(t); name != "" {
			return name
		}
	}
	return c.Text("language.other")
}
