package article

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Small files that readers get wrong, each with what is right: what the text begins
// with once its blanks are one, what stands in it, what does not.
func TestCases(t *testing.T) {
	const (
		met   = "The harbour council met on 3 March 2021 and voted to close the northern pier. Mayor Ola Brandt said the pier had been unsafe since the storm of 2018."
		march = "Dock workers marched to the town hall on 5 March 2021. Their leader, Marta Lindqvist, demanded a written answer by Friday"
	)
	for _, tt := range []struct {
		file, begins  string
		has, not      []string
		published     string // "": none, or a hint
		headline, by  string // "-": not looked at
		note          NoteKind
		wholeText     bool // the text is no longer than begins
		candidatesToo bool
	}{
		{file: "09-superscript.html", begins: "The council closed the pier in 2018 and again on 3 May 2019. Mayor Ola Brandt said the pier had been unsafe since the storm of 2017.", published: "2021-03-08", headline: "Pier"},
		{file: "10-superscript.pdf", begins: "The pier was closed in 2014 after the storm, and the council, which met on 3 May 2017, voted to rebuild it. Mayor Ola Brandt said the work would take two years.", not: []string{"[7]", "\n\n"}},
		{file: "11-chronology-list.html", begins: "Key dates in the dispute 12 June 2018: Storm damages the pier 4 May 2019: Council orders a survey of the piles 9 January 2021: Survey finds the pier unsafe", published: "2021-03-08", headline: "Timeline: the northern pier"},
		{file: "13-chronology-table.docx", begins: "Chronology of the northern pier", has: []string{"\n\n12 June 2018: A storm damaged the pier.\n\n4 May 2019: The council ordered a survey.\n\n3 March 2021: The council voted to close the pier."}},
		{file: "19-infobox-date.html", begins: met, not: []string{"1856"}, headline: "Calder Harbour"},
		{file: "20-site-h1.html", begins: met, headline: "Northern pier to close after vote"},
		{file: "21-short-html-doubled.eml", begins: "Dear colleagues, The council voted on 3 March 2021 to close the northern pier. Regards, Ola", wholeText: true, published: "2021-03-08T09:00:00+01:00", headline: "Pier closed", by: "Ola Brandt"},
		{file: "22-soft-hyphens.html", begins: "The harbour council met on 3 March 2021 and voted to close the northern pier.", has: []string{"Marta Lindqvist, their leader"}, not: []string{"\u00AD"}, published: "2021-03-08", headline: "Pier to close"},
		{file: "23-paywall.html", begins: met, wholeText: true, published: "2021-03-08", headline: "Pier to close", note: CutOff},
		{file: "24-encyclopedia.html", begins: "Calder Harbour is a harbour in the north of Calder.", headline: "Calder Harbour"},
		{file: "25-two-texts.eml", begins: met + " " + march, published: "2021-03-08T09:00:00+01:00", headline: "Pier closed", by: "Ola Brandt"},
		{file: "26-forwarded.eml", begins: "The harbour council voted on Wednesday to close the northern pier.", not: []string{"FYI", "From:", ">"}, published: "2021-03-08", headline: "Pier closed", by: "Ola Brandt", note: Forwarded},
		{file: "27-stub-plain.eml", begins: "Pier closed " + met, has: []string{"Two hundred people"}, not: []string{"HTML mail reader"}, published: "2021-03-08T09:00:00+01:00", headline: "Pier closed", by: "Ola Brandt"},
		{file: "28-forwarded-attached.eml", begins: met + " " + march, published: "2021-03-08T09:00:00+01:00", headline: "Pier closed", by: "Ola Brandt"},
		{file: "29-cut-last-part.eml", begins: met, wholeText: true, published: "2021-03-08T09:00:00+01:00", headline: "Pier closed", by: "Ola Brandt"},
		{file: "30-no-blank-line.eml", begins: "The harbour council met on 3 March 2021 and voted to close the northern pier.", wholeText: true, published: "2021-03-08T09:00:00+01:00", headline: "Pier closed", by: "Ola Brandt"},
		{file: "31-columns-narrow-gutter.pdf", begins: met, has: []string{"new budget is known to all members of the council.\n\nDock workers marched to the town hall on 5 March 2021 to protest. Their leader, Marta Lindqvist, offered"}},
		{file: "32-empty-password-aes128.pdf", begins: met},
		{file: "33-tounicode-from-zero.pdf", begins: met},
		{file: "34-turned.pdf", begins: met},
		{file: "35-footnote-at-foot.pdf", begins: met, has: []string{"The council of the region agreed to pay half of the cost on 9 March 2021, spokeswoman Ana Ruiz said."}},
		{file: "36-hidden.docx", begins: "The council voted on 3 March 2021 to close the pier. The harbour council met", not: []string{"INTERNAL", "memo"}},
		{file: "37-document2.docx", begins: met},
		{file: "38-date-field.docx", begins: "The council voted on Wednesday to close the pier, Mayor Ola Brandt said.", wholeText: true, candidatesToo: true},
		{file: "39-font-charset.rtf", begins: "Совет порта встретился 3 марта 2021 года и проголосовал за закрытие причала."},
		{file: "40-list-table.rtf", begins: "The council voted on 3 March 2021 to close the pier.", wholeText: true},
		{file: "41-cp1250.txt", begins: "Rada portu spotkała się 3 marca 2021 r. i zagłosowała za zamknięciem północnego mola.", note: Charset},
		{file: "42-gbk.txt", begins: "港口委员会于2021年3月3日开会", note: Charset},
		{file: "44-bad-checksum.pdf", begins: met + " " + march, note: Unread},
		{file: "45-star-in-group.rtf", begins: "The council voted on 3 March 2021 to close the pier.", wholeText: true},
	} {
		data, err := os.ReadFile(filepath.Join("testdata/cases", tt.file))
		if err != nil {
			t.Fatal(err)
		}
		a := mustRead(t, tt.file, data)
		text := squeeze(a.Text)
		if !strings.HasPrefix(text, tt.begins) || tt.wholeText && text != tt.begins {
			t.Errorf("%s: got %q, want %q", tt.file, text, tt.begins)
		}
		for _, s := range tt.has {
			if !strings.Contains(a.Text, s) {
				t.Errorf("%s: got %q, want %q in it", tt.file, a.Text, s)
			}
		}
		for _, s := range tt.not {
			if strings.Contains(a.Text, s) {
				t.Errorf("%s: got %q, want no %q in it", tt.file, a.Text, s)
			}
		}
		published := a.Published.Value
		if a.Published.Hint {
			published = ""
		}
		if published != tt.published || tt.headline != "" && a.Headline.Value != tt.headline || tt.by != "" && a.Byline.Value != tt.by {
			t.Errorf("%s: got %+v, %+v, %+v", tt.file, a.Published, a.Headline, a.Byline)
		}
		if tt.note != "" && (len(a.Notes) == 0 || a.Notes[0].Kind != tt.note) {
			t.Errorf("%s: got the notes %v, want %s", tt.file, a.Notes, tt.note)
		}
		if tt.candidatesToo && len(a.Candidates) == 0 {
			t.Errorf("%s: got no candidate", tt.file)
		}
	}
}

// Files made to hold a program for minutes, or to take its memory, are read or refused
// with the right word. That the work is in proportion is held by their sizes: each
// took from ten seconds to minutes.
func TestHostileFiles(t *testing.T) {
	metas := "<html><head>" + strings.Repeat(`<meta name="date" content="2024-05-03">`, 20_000) + "</head><body><h1>Bridge opens</h1><p>" +
		strings.Repeat("The Minister of Transport, Ann Example, said on Monday that the bridge will open on 3 May 2024. ", 3) + "</p></body></html>"
	for _, tt := range []struct {
		file string
		data []byte
		want Reason // "": read
	}{
		{"pdf-bfrange-all.pdf", nil, ""},
		{"pdf-contents-array-3000.pdf", nil, Bomb},
		{"pdf-form-exponential.pdf", nil, Bomb},
		{"pdf-no-xref.pdf", nil, ""},
		{"h30-bidi-title.html", nil, ""},
		{"html-meta-dates.html", []byte(metas), ""},
	} {
		data := tt.data
		if data == nil {
			var err error
			if data, err = os.ReadFile(filepath.Join("testdata/hostile", tt.file)); err != nil {
				t.Fatal(err)
			}
		}
		a, err := Read(context.Background(), tt.file, bytes.NewReader(data))
		var e *Error
		switch {
		case tt.want == "" && err != nil, tt.want != "" && (!errors.As(err, &e) || e.Reason != tt.want):
			t.Errorf("%s: got %v, want %q", tt.file, err, tt.want)
		case err == nil:
			checkLaws(t, a)
			if strings.ContainsAny(a.Headline.Value, "\u202A\u202B\u202C\u202D\u202E") {
				t.Errorf("%s: the headline %q turns the words around it", tt.file, a.Headline.Value)
			}
		}
	}
}
