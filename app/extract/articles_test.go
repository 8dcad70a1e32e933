package extract_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/app/extract"
)

// articles are invented ones, of as many kinds as news has.
func articles(t testing.TB) map[string]string {
	t.Helper()
	names, err := filepath.Glob("testdata/articles/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatal("no articles", err)
	}
	out := map[string]string{}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out[strings.TrimSuffix(filepath.Base(name), ".txt")] = string(text)
	}
	return out
}

var (
	bracket = regexp.MustCompile(`\[[^\]]+\] ?`)
	blanks  = regexp.MustCompile(`\s+`)
)

// What holds of every draft, whatever the article: it is sound, its card is made
// of the article's own words, whoever speaks on it is named, and what is shown to
// be checked can be read in a minute.
func TestLawsOfDrafts(t *testing.T) {
	checks := 0
	all := articles(t)
	for name, text := range all {
		t.Run(name, func(t *testing.T) {
			b := draft(t, text, extract.Options{})
			for _, f := range b.Validate() {
				t.Error(f)
			}
			plain := blanks.ReplaceAllString(text, " ")
			for l := range b.Lines() {
				if l.Basis == briefing.BasisInferred || l.Text == "" {
					continue // a made title says so
				}
				words := bracket.ReplaceAllString(l.Text, "")
				if l.Stress != "" {
					words = strings.TrimPrefix(words, l.Stress+": ")
				}
				for _, part := range strings.Split(words, "…") {
					part = strings.Trim(part, ` ."“”`)
					if i := strings.Index(strings.ToLower(plain), strings.ToLower(part)); i < 0 {
						t.Errorf("%s: %q is not in the article", l.ID, part)
					}
				}
			}
			if len(b.KeyPoints) > 5 || len(b.Checks) > 6 {
				t.Errorf("%d key points and %d checks", len(b.KeyPoints), len(b.Checks))
			}
			for _, f := range b.Figures {
				for _, v := range f.Values {
					if !strings.Contains(plain, v.Words) {
						t.Errorf("figure %q: %q is not in the article", f.Label, v.Words)
					}
				}
			}
			checks += len(b.Checks)
		})
	}
	if most := 3 * len(all); checks > most {
		t.Errorf("%d checks in %d articles, want %d at most", checks, len(all), most)
	}
}

// The kind of an article shows in how it is built.
func TestGenres(t *testing.T) {
	want := map[string]briefing.Genre{
		"interview": briefing.GenreInterview, "liveblog": briefing.GenreLive, "chronology": briefing.GenreChronicle,
		"release": briefing.GenreRelease, "results": briefing.GenreResults, "obituary": briefing.GenreLife,
		"flood": briefing.GenreNews, "summit": briefing.GenreNews, "strike": briefing.GenreNews,
	}
	for name, text := range articles(t) {
		if g, ok := want[name]; ok {
			if got := draft(t, text, extract.Options{}).Genre; got != g {
				t.Errorf("%s: got %q, want %q", name, got, g)
			}
		}
	}
}
