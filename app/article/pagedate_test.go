package article

import (
	"context"
	"strings"
	"testing"
)

// Each row is what a page says of its day beside the same text, and what is right.
// A value that ends in "?" is a candidate and no more.
func TestPageDates(t *testing.T) {
	const text = `<p>The harbour council met and voted to close the northern pier. Mayor Ola Brandt said the pier had been unsafe since the storm.</p>
<p>Dock workers marched to the town hall in protest. Their leader, Marta Lindqvist, demanded a written answer, and asked the region to publish the survey.</p>`
	for _, tt := range []struct {
		name, head, body, want string
		inferred               bool
	}{
		{"declared", `<meta property="article:published_time" content="2019-03-12T10:00:00+01:00">`, "", "2019-03-12T10:00:00+01:00", false},
		{"posted on", "", `<h1>Pier</h1><div class="post-date">Posted on March 12, 2019 by Anna</div>`, "2019-03-12", false},
		{"posted on, no class", "", `<h1>Pier</h1><div>Posted on March 12, 2019 by Anna</div>`, "2019-03-12", false},
		{"abbreviation", "", `<h1>Pier</h1><abbr class="published" title="2019-03-12T10:00:00+01:00">a while ago</abbr>`, "2019-03-12", false},
		{"in German", "", `<h1>Pier</h1><p>Veröffentlicht am 12.03.2019</p>`, "2019-03-12", false},
		{"in French", "", `<h1>Pier</h1><p>Publié le 12 mars 2019 à 10h30 par Anna</p>`, "2019-03-12", false},
		{"in Polish", "", `<h1>Pier</h1><span>Opublikowano: 12 marca 2019, 10:30</span>`, "2019-03-12", false},
		{"alone beside the heading", "", `<h1>Pier</h1><span class="meta">12. März 2019</span>`, "2019-03-12", true},
		{"updated and published", "", `<h1>Pier</h1><p>Updated 14 March 2019</p><p>Published 12 March 2019</p>`, "2019-03-12", false},
		{"in the address", `<link rel="canonical" href="https://gazette.example/2019/03/12/pier">`, "<h1>Pier</h1>", "2019-03-12", true},
		{"below the text", "", `<h1>Pier</h1>` + text + `<p>Published 12 March 2019</p>`, "2019-03-12", false},
		{"copyright", "", `<h1>Pier</h1>` + text + `<p>Copyright © 2019 Gazette. All rights reserved.</p>`, "", false},
		{"copyright with a day", "", `<h1>Pier</h1>` + text + `<footer>© 12 March 2019 Gazette</footer>`, "", false},
		{"table of facts", "", `<h1>Calder</h1><table class="infobox"><tr><th>Opened</th><td>7 May 1996</td></tr></table>`, "", false},
		{"table of facts, no class", "", `<h1>Calder</h1><table><tr><th>Opened</th><td>7 May 1996</td></tr></table>`, "", false},
		{"list of facts", "", `<h1>Ida Holm</h1><dl><dt>Born</dt><dd>7 May 1996</dd></dl>`, "", false},
		{"list with the day", "", `<h1>Pier</h1><dl><dt>Date</dt><dd>12 March 2019</dd></dl>`, "2019-03-12", true},
		{"another's event", "", `<h1>Pier</h1>` + text + `<aside><p>Concert in the park, 12 March 2019</p></aside>`, "", false},
		{"a day that is told of", "", `<h1>Pier</h1><p>The pier, which was built by the Harbour Company after the great storm of the last century, was opened to the public on 12 March 1999 in the presence of the mayor.</p>`, "", false},
		{"a life", "", `<h1>Edda Falk</h1><p>3 March 1931 – 5 May 2010</p>`, "", false},
		{"before the web", "", `<h1>Calder</h1><p>7 May 1856</p>`, "", false},
		{"in UTC, the next day", `<meta property="article:published_time" content="2019-03-13T02:30:00Z">`, `<h1>Pier</h1><p>March 12, 2019</p>`, "2019-03-12", false},
		{"two ways to read it", "", `<h1>Pier</h1><p>03/02/2019</p>`, "?", false},
	} {
		page := `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Pier</title>` + tt.head + `</head><body><div id="content">` + tt.body
		if !strings.Contains(tt.body, text) {
			page += text
		}
		a, err := readHTML(context.Background(), []byte(page+`</div></body></html>`))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		want, asked := strings.CutSuffix(tt.want, "?")
		if asked {
			ok := want == "" && a.Published.IsZero()
			for _, c := range a.Candidates {
				ok = ok || c.Value == want
			}
			if !ok || !a.Published.IsZero() {
				t.Errorf("%s: got %+v and the candidates %+v, want the candidate %s", tt.name, a.Published, a.Candidates, want)
			}
			continue
		}
		if a.Published.Value != want || a.Published.Hint || a.Published.Inferred != tt.inferred {
			t.Errorf("%s: got %+v, want %q, inferred %t", tt.name, a.Published, want, tt.inferred)
		}
	}
}
