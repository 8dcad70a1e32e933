package article

import (
	"context"
	"strings"
	"testing"
)

const pageTail = `<p>Dock workers marched to the town hall on 5 March 2021. Their leader, Marta Lindqvist, demanded a written answer by Friday, and asked the region to publish the survey.</p>
<p>The region declined to comment on Saturday, spokeswoman Ana Ruiz said. Two hundred people work at the northern pier, and most live in the old town.</p>`

func readPage(t *testing.T, head, body string) *Article {
	t.Helper()
	a, err := readHTML(context.Background(), []byte(`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">`+head+`</head><body>`+body+`</body></html>`))
	if err != nil {
		t.Fatalf("%s: %v", body[:min(len(body), 100)], err)
	}
	a.Format = HTML
	checkLaws(t, a)
	return a
}

// The mark of a note never joins the year before it, and a power stays one.
func TestRaised(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"closed in 2018<sup>4</sup> and again", "closed in 2018 and again"},
		{"on 3 May 2019<sup>5</sup>.", "on 3 May 2019."},
		{"since the storm of 2017.<sup>6</sup> It", "since the storm of 2017. It"},
		{`closed in 2018<sup class="reference"><a href="#n4">[4]</a></sup><sup>[5][6]</sup> and`, "closed in 2018 and"},
		{"closed in 2018<sup>[a]</sup> and", "closed in 2018 and"},
		{"closed in 2018<sup>4, 5</sup> and", "closed in 2018 and"},
		{"closed in 2018<sup>*</sup> and", "closed in 2018 and"},
		{"said Brandt<sup>12</sup> on", "said Brandt on"},
		{"covers 12 km<sup>2</sup> of land", "covers 12 km² of land"},
		{"10<sup>6</sup> grains", "10⁶ grains"},
		{"the 5<sup>th</sup> time", "the 5th time"},
		{"in the 21<sup>st</sup> century", "in the 21st century"},
	} {
		a := readPage(t, "<title>Pier</title>", "<article><h1>Pier</h1><p>The council said that the harbour which it "+tt.in+" for as long as anybody in the town remembers.</p>"+pageTail+"</article>")
		if !strings.Contains(a.Text, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.in, a.Text[:min(len(a.Text), 160)], tt.want)
		}
	}
}

// A chronology is an article, an entry a paragraph, whichever way it is marked up.
func TestPageChronologies(t *testing.T) {
	days := []string{"12 June 2018", "4 May 2019", "9 January 2021", "3 March 2021", "5 March 2021"}
	words := []string{"Storm damages the pier", "Council orders a survey of the piles", "Survey finds the pier unsafe", "Council votes to close the pier", "Dock workers march to the town hall"}
	each := func(format string) (out string) {
		for i := range days {
			out += strings.NewReplacer("DAY", days[i], "WORDS", words[i]).Replace(format)
		}
		return out
	}
	for _, tt := range []struct{ name, body string }{
		{"list", "<ul>" + each("<li><b>DAY</b> WORDS</li>") + "</ul>"},
		{"list with colons", "<ol>" + each("<li>DAY: WORDS</li>") + "</ol>"},
		{"table", "<table><tr><th>Date</th><th>Event</th></tr>" + each("<tr><td>DAY</td><td>WORDS</td></tr>") + "</table>"},
		{"terms", "<dl>" + each("<dt>DAY</dt><dd>WORDS</dd>") + "</dl>"},
		{"headings", each("<h3>DAY</h3><p>WORDS</p>")},
		{"paragraphs", each("<p>DAY: WORDS</p>")},
	} {
		a := readPage(t, "<title>Timeline: the pier</title>", "<article><h1>Timeline: the pier</h1><p>Key dates in the dispute</p>"+tt.body+"</article>")
		for i := range days {
			if want := days[i] + ": " + words[i]; !strings.Contains("\n"+a.Text+"\n", "\n"+want+"\n") {
				t.Errorf("%s: got %q, want the paragraph %q", tt.name, a.Text, want)
				break
			}
		}
		if !a.Published.IsZero() {
			t.Errorf("%s: got the publication day %+v, want none", tt.name, a.Published)
		}
	}
}

func TestPageHeadlines(t *testing.T) {
	for _, tt := range []struct{ name, head, body, want string }{
		{"the site's h1", "<title>Northern pier to close after vote | Calder Gazette</title>", "<header><h1>Welcome to the Gazette</h1></header><main><h2>Northern pier to close after vote</h2>", "Northern pier to close after vote"},
		{"the logo's h1", "<title>Northern pier to close after vote - V8</title>", "<h1>V8</h1><div class=post><h2>Northern pier to close after vote</h2>", "Northern pier to close after vote"},
		{"the site's h1 and no other", "<title>Northern pier to close after vote | Calder Gazette</title>", "<h1>Hi, I'm Nicolas.</h1>", "Northern pier to close after vote"},
		{"its own h1", "<title>Pier to close | Calder Gazette</title>", "<h1>Northern pier to close after vote</h1>", "Northern pier to close after vote"},
		{"data that describe", `<title>Calder Harbour - Example Encyclopedia</title><script type="application/ld+json">{"@type":"Article","name":"Calder Harbour","headline":"harbour in the north of Calder"}</script>`, "<h1>Calder Harbour</h1>", "Calder Harbour"},
		{"data that head it", `<title>Pier to close - Gazette</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Northern pier to close after vote"}</script>`, "<h1>Northern pier to close after vote</h1>", "Northern pier to close after vote"},
		{"the name of the site", `<title>Northern pier to close after vote – Calder Gazette</title><meta property="og:site_name" content="Calder Gazette">`, "<h2>More news</h2>", "Northern pier to close after vote"},
		{"a dash of its own", "<title>Pier closed - what now for the dockers of the old town?</title>", "", "Pier closed - what now for the dockers of the old town?"},
	} {
		a := readPage(t, tt.head, tt.body+"<p>The harbour council met on 3 March 2021 and voted to close the northern pier. Mayor Ola Brandt said the pier had been unsafe since the storm of 2018.</p>"+pageTail)
		if a.Headline.Value != tt.want {
			t.Errorf("%s: got %+v, want %q", tt.name, a.Headline, tt.want)
		}
		if !strings.Contains(a.Text, "The harbour council met") {
			t.Errorf("%s: the lead is lost: %q", tt.name, a.Text)
		}
	}
}

func TestPaywalls(t *testing.T) {
	const lead = "<h1>Pier to close</h1><p>The harbour council met on 3 March 2021 and voted to close the northern pier. Mayor Ola Brandt said the pier had been unsafe since the storm of 2018.</p>"
	for _, tt := range []struct {
		name, body string
		cut        bool
	}{
		{"subscribe", `<div class="paywall"><p>Subscribe now to continue reading this article and enjoy unlimited access to all our stories for one month.</p></div>`, true},
		{"sign in", `<p>To continue reading, please sign in or create a free account.</p>`, true},
		{"for subscribers", `<p>This article is for subscribers only. Already a subscriber? Log in here to read on.</p>`, true},
		{"in German", `<p>Jetzt weiterlesen mit Gazette Plus: Testen Sie unser Angebot einen Monat lang kostenlos.</p>`, true},
		{"a letter", `<p>Readers can subscribe to our weekly letter about the harbour and the people who work there.</p>`, false},
		{"about a paper", `<p>“Subscribe to keep reading the Gazette,” the editor told readers, and said that the paper would close without them.</p>`, false},
	} {
		a := readPage(t, "<title>Pier to close</title>", "<article>"+lead+tt.body+"</article>")
		if got := len(a.Notes) == 1 && a.Notes[0].Kind == CutOff; got != tt.cut {
			t.Errorf("%s: got the notes %v, cut off %t", tt.name, a.Notes, tt.cut)
		}
		if strings.Contains(a.Text, "ontinue") || strings.Contains(a.Text, "weiterlesen") || strings.Contains(a.Text, "subscribers only") {
			t.Errorf("%s: the invitation is in the text: %q", tt.name, a.Text)
		}
	}
}

// Soft hyphens are no letters, in the text and in what is said of it.
func TestSoftHyphens(t *testing.T) {
	a := readPage(t, "<title>Har\u00ADbour pier to close</title>", "<h1>Har&shy;bour pier to close</h1><p>The har\u00ADbour cou&shy;ncil met on 3 March 2021 and voted to close the nor&#173;thern pier, Marta Lind\u00ADqvist said.</p>"+pageTail)
	if strings.Contains(a.Text+a.Headline.Value, "\u00AD") || !strings.HasPrefix(a.Text, "The harbour council met") || !strings.Contains(a.Text, "northern pier, Marta Lindqvist said") || a.Headline.Value != "Harbour pier to close" {
		t.Errorf("got %q, %q", a.Headline.Value, a.Text)
	}
	for name, data := range map[string]string{"a.txt": "The har\u00ADbour coun\u00ADcil met.", "a.md": "The har\u00ADbour coun\u00ADcil met.", "a.eml": "From: a@b.org\nDate: Mon, 8 Mar 2021 09:00:00 +0100\nSubject: Pier\n\nThe har\u00ADbour coun\u00ADcil met."} {
		if a := mustRead(t, name, []byte(data)); strings.TrimSpace(a.Text) != "The harbour council met." {
			t.Errorf("%s: got %q", name, a.Text)
		}
	}
}

// An encyclopaedia's page has no day on which it came out.
func TestEncyclopaedias(t *testing.T) {
	const data = `<script type="application/ld+json">{"@type":"Article","name":"Calder Harbour","datePublished":"2004-02-11T08:00:00Z","dateModified":"2021-03-20T10:00:00Z"}</script>`
	for _, head := range []string{"<title>Calder Harbour - Example Encyclopedia</title>", `<title>Calder Harbour</title><meta name="generator" content="MediaWiki 1.39">`, `<title>Calder Harbour</title><link rel="canonical" href="https://en.example.org/wiki/Calder_Harbour">`} {
		a := readPage(t, head+data, "<h1>Calder Harbour</h1><p>Calder Harbour is a harbour in the north of Calder. The harbour council met on 3 March 2021 and voted to close the northern pier.</p>"+pageTail)
		if !a.Published.Hint || a.Headline.Value != "Calder Harbour" {
			t.Errorf("%s: got %+v, %+v, want a hint", head, a.Published, a.Headline)
		}
	}
}

// What a file says of itself is bounded, and cannot turn the words around it.
func TestTidy(t *testing.T) {
	a := mustRead(t, "a.eml", []byte("From: Ann <a@x.org>\nDate: Mon, 6 May 2024 10:00:00 +0000\nSubject: x "+strings.Repeat("yyyyyyyy ", 20_000)+"\n\nThe bridge opens.\n"))
	if n := len(a.Headline.Value); n > maxField || !strings.HasSuffix(a.Headline.Value, "…") {
		t.Errorf("got a headline of %d bytes, want %d at most and an ellipsis", n, maxField)
	}
	a = mustRead(t, "a.eml", []byte("From: Ann <a@x.org>\nDate: Mon, 6 May 2024 10:00:00 +0000\nSubject: report\u202Egnp.exe\n\nThe bridge opens.\n"))
	if a.Headline.Value != "reportgnp.exe" {
		t.Errorf("got %q, want it without the override", a.Headline.Value)
	}
}
