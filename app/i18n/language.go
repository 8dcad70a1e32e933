package i18n

import "golang.org/x/text/language"

// Language names a language, given as BCP 47, in the reader's own: "fa" is
// "Persian", "pt-BR" "Portuguese". One that the catalog has no name for, and an
// undetermined one, is "another language".
func (c *Catalog) Language(tag string) string {
	if t, err := language.All.Parse(tag); err == nil {
		base, _, _ := t.Raw()
		if id := "language." + base.String(); c.Has(id) { // Raw, as Base guesses "en" for "und"
			return c.Text(id)
		}
	}
	return c.Text("language.other")
}
