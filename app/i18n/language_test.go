package i18n

import "testing"

func TestLanguage(t *testing.T) {
	c := english(t)
	for tag, want := range map[string]string{
		"fa": "Persian", "ru": "Russian", "ky": "Kyrgyz", "pt-BR": "Portuguese", "pes": "Persian",
		"und": "another language", "": "another language", "?": "another language", "qqq": "another language",
	} {
		if got := c.Language(tag); got != want {
			t.Errorf("%q: got %q, want %q", tag, got, want)
		}
	}
}

func TestListOr(t *testing.T) {
	c := english(t)
	for want, items := range map[string][]string{"": nil, "a": {"a"}, "a or b": {"a", "b"}, "a, b or c": {"a", "b", "c"}} {
		if got := c.ListOr(items); got != want {
			t.Errorf("%v: got %q, want %q", items, got, want)
		}
	}
}
