package article

import (
	"encoding/base64"
	"strings"
	"testing"
)

const (
	vote    = "The harbour council voted on Wednesday to close the northern pier. Dock workers marched to the town hall on Friday."
	outside = "From: Ida Holm <ida@example.org>\nTo: desk@example.org\nSubject: %s\nDate: Mon, 29 Mar 2021 09:00:00 +0100\nMIME-Version: 1.0\n"
)

func letter(subject, header, body string) []byte {
	return []byte(strings.Replace(outside, "%s", subject, 1) + header + "\n" + body)
}

// What somebody passed on dates from its own header and is its author's.
func TestForwarded(t *testing.T) {
	quoted := "> " + strings.ReplaceAll(vote, ". D", ".\n> D") + "\n"
	for _, tt := range []struct {
		name, subject, body                 string
		published, byline, headline, origin string
		note                                NoteKind
	}{
		{"gmail", "Fwd: Pier closed", "FYI, see below.\n\n---------- Forwarded message ---------\nFrom: Ola Brandt <ola@example.org>\nDate: Mon, 8 Mar 2021 at 09:00\nSubject: Pier closed\nTo: Ida Holm <ida@example.org>\n\n" + vote, "2021-03-08", "Ola Brandt", "Pier closed", "Date line of the message inside", Forwarded},
		{"outlook", "FW: Pier closed", "See below.\n\n-----Original Message-----\nFrom: Ola Brandt [mailto:ola@example.org]\nSent: Monday, March 8, 2021 9:00 AM\nTo: Ida Holm\nSubject: RE: Pier closed\n\n" + vote, "2021-03-08", "Ola Brandt", "Pier closed", "Date line of the message inside", Forwarded},
		{"outlook without a marker", "FW: Pier closed", "From: Ola Brandt\nSent: 8 March 2021 09:00\nTo: Ida Holm\nSubject: Pier closed\n\n" + vote, "2021-03-08", "Ola Brandt", "Pier closed", "Date line of the message inside", ""},
		{"apple", "Fwd: Pier closed", "Begin forwarded message:\n\n> From: Ola Brandt <ola@example.org>\n> Subject: Pier closed\n> Date: 8 March 2021 at 09:00:00 CET\n> To: Ida Holm\n> \n" + quoted, "2021-03-08", "Ola Brandt", "Pier closed", "Date line of the message inside", ""},
		{"german", "WG: Pier gesperrt", "Von: Ola Brandt\nGesendet: Montag, 8. März 2021 09:00\nAn: Ida Holm\nBetreff: Pier gesperrt\n\n" + vote, "2021-03-08", "Ola Brandt", "Pier gesperrt", "Date line of the message inside", ""},
		{"french", "TR: Fermeture", "---------- Message transféré ---------\nDe : Ola Brandt <ola@example.org>\nDate : lun. 8 mars 2021 à 09:00\nObjet : Fermeture\nÀ : Ida\n\n" + vote, "2021-03-08", "Ola Brandt", "Fermeture", "Date line of the message inside", ""},
		{"russian", "Fwd: Причал", "-------- Пересылаемое сообщение --------\n08.03.2021, 09:00, \"Ola Brandt\" <ola@example.org>:\n\n" + vote, "", "", "Причал", "", ""},
		{"twice", "Fwd: Fwd: Pier closed", "---------- Forwarded message ---------\nFrom: Nils Lund <nils@example.org>\nDate: Tue, 9 Mar 2021 at 10:00\nSubject: Fwd: Pier closed\n\nPlease read.\n\n---------- Forwarded message ---------\nFrom: Ola Brandt <ola@example.org>\nDate: Mon, 8 Mar 2021 at 09:00\nSubject: Pier closed\n\n" + vote, "2021-03-08", "Ola Brandt", "Pier closed", "Date line of the message inside", Forwarded},
		{"answered", "Re: Pier closed", "Thanks.\n\nOn Mon, 8 Mar 2021 at 09:00, Ola Brandt <ola@example.org> wrote:\n\n" + quoted, "2021-03-08", "Ola Brandt", "Pier closed", "line above the quoted message", Forwarded},
		{"answered in two lines", "Re: Pier closed", "Thanks.\n\nOn Mon, Mar 8, 2021 at 9:00 AM Ola Brandt <ola@example.org>\nwrote:\n\n" + quoted, "2021-03-08", "Ola Brandt", "Pier closed", "line above the quoted message", Forwarded},
		{"answered in French", "Re: Pier", "Merci.\n\nLe lun. 8 mars 2021 à 09:00, Ola Brandt <ola@example.org> a écrit :\n\n" + quoted, "2021-03-08", "Ola Brandt", "Pier", "line above the quoted message", Forwarded},
		{"answered in German", "AW: Pier", "Danke.\n\nAm 08.03.2021 um 09:00 schrieb Ola Brandt:\n" + quoted, "2021-03-08", "Ola Brandt", "Pier", "line above the quoted message", Forwarded},
		{"answered at length", "Re: Pier closed", strings.Repeat(vote+" ", 4) + "\n\nOn Sun, 7 Mar 2021 at 09:00, Ola Brandt <ola@example.org> wrote:\n\n> Is it true?\n", "2021-03-29T09:00:00+01:00", "Ida Holm", "Pier closed", "Date header", Quoted},
		{"a sentence that ends so", "Pier closed", "On 8 March 2021 the council of the harbour wrote:\n\n" + vote, "2021-03-29T09:00:00+01:00", "Ida Holm", "Pier closed", "Date header", ""},
		{"not forwarded", "Pier closed", vote, "2021-03-29T09:00:00+01:00", "Ida Holm", "Pier closed", "Date header", ""},
	} {
		a := mustRead(t, "a.eml", letter(tt.subject, "Content-Type: text/plain; charset=utf-8\n", tt.body))
		got := a.Published.Value
		if a.Published.Hint {
			got = ""
		}
		if got != tt.published || tt.byline != "" && a.Byline.Value != tt.byline || a.Headline.Value != tt.headline || tt.origin != "" && a.Published.Origin != tt.origin {
			t.Errorf("%s: got %+v, %+v, %+v", tt.name, a.Published, a.Byline, a.Headline)
		}
		text := strings.Join(strings.Fields(a.Text), " ")
		if !strings.Contains(text, vote) || strings.Contains(text, "> ") || strings.Contains(text, "Subject") || strings.Contains(text, "Is it true") {
			t.Errorf("%s: got the text %q", tt.name, a.Text)
		}
		if tt.byline == "Ola Brandt" && len(text) > len(vote)+20 {
			t.Errorf("%s: got the text %q, want the message alone", tt.name, a.Text)
		}
		if noted := len(a.Notes) > 0; noted != (tt.note != "") || noted && a.Notes[0].Kind != tt.note {
			t.Errorf("%s: got the notes %v, want %q", tt.name, a.Notes, tt.note)
		}
	}
	// Passed on, and nothing says when it was written: that day is a hint.
	if a := mustRead(t, "a.eml", letter("Fwd: Pier closed", "", vote)); !a.Published.Hint || a.Headline.Value != "Pier closed" {
		t.Errorf("got %+v, %+v, want a hint", a.Published, a.Headline)
	}
}

// All texts of a mail in order, and no broken part takes the others with it.
func TestMailParts(t *testing.T) {
	const html = "<html><body><p>The harbour council met and voted to close the northern pier.</p><p>Dock workers marched to the town hall in protest against the vote.</p></body></html>"
	part := func(header, body string) string { return "--B\n" + header + "\n" + body + "\n" }
	text := "Content-Type: text/plain; charset=utf-8\n"
	for _, tt := range []struct{ name, header, body, want, note string }{
		{"two texts around a picture", "Content-Type: multipart/mixed; boundary=B\n", part(text, "One.") + part("Content-Type: image/png\nContent-Transfer-Encoding: base64\n", "iVBORw0KGgo=") + part(text, "Two.") + "--B--\n", "One.\n\nTwo.", ""},
		{"text and page in order", "Content-Type: multipart/mixed; boundary=B\n", part(text, "One.") + part("Content-Type: text/html\n", "<p>Two &amp; three.</p>") + "--B--\n", "One.\n\nTwo & three.", ""},
		{"nothing but an attached text", "Content-Type: multipart/mixed; boundary=B\n", part(text, "") + part(text+"Content-Disposition: attachment; filename=a.txt\n", "Two.") + "--B--\n", "Two.", ""},
		{"stub", "Content-Type: multipart/alternative; boundary=B\n", part(text, "View this message in your browser: https://example.org/n/1") + part("Content-Type: text/html\n", html) + "--B--\n", "The harbour council met and voted to close the northern pier.\n\nDock workers marched to the town hall in protest against the vote.", ""},
		{"no stub", "Content-Type: multipart/alternative; boundary=B\n", part(text, "The council met and voted to close the northern pier.\n\nWorkers marched to the hall.") + part("Content-Type: text/html\n", html) + "--B--\n", "The council met and voted to close the northern pier.\n\nWorkers marched to the hall.", ""},
		{"broken last part", "Content-Type: multipart/mixed; boundary=B\n", part(text, "One.") + "--B\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPGh0b", "One.", "part 2"},
		{"broken quoted-printable", "Content-Type: multipart/mixed; boundary=B\n", part(text, "One.") + part(text+"Content-Transfer-Encoding: quoted-printable\n", "Two =ZZ.") + "--B--\n", "One.", ""},
		{"plain words under the name of base64", "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n", "The council met, and voted: to close the pier.", "The council met, and voted: to close the pier.", ""},
		{"a calendar beside it", "Content-Type: multipart/mixed; boundary=B\n", part(text, "One.") + part("Content-Type: text/calendar\n", "BEGIN:VCALENDAR") + "--B--\n", "One.", ""},
	} {
		a := mustRead(t, "a.eml", letter("Pier closed", tt.header, tt.body))
		if got := strings.TrimSpace(a.Text); !strings.HasPrefix(got, tt.want) || strings.Contains(got, "BEGIN") {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
		if tt.note != "" && (len(a.Notes) == 0 || a.Notes[0] != Note{Unread, tt.note}) {
			t.Errorf("%s: got the notes %v, want %s unread", tt.name, a.Notes, tt.note)
		}
	}
	// Words of the second part lead to the second part.
	a := mustRead(t, "a.eml", letter("Pier", "Content-Type: multipart/mixed; boundary=B\n", part(text, "One.")+part(text, "Two.")+"--B--\n"))
	at := strings.Index(a.Text, "Two")
	if p, ok := a.Map.At(at, at+3); !ok || p != (Place{PartBytes, "part 2", 0, 3}) {
		t.Errorf("got %+v, want the start of part 2", p)
	}
}

func TestMailHeaders(t *testing.T) {
	encoded := base64.StdEncoding.EncodeToString([]byte("The council voted to close the pier."))
	for _, tt := range []struct{ name, file, text string }{
		{"no empty line", "From: Ola <o@x.org>\nTo: b@x.org\nSubject: Pier\nDate: Mon, 8 Mar 2021 09:00:00 +0100\nMIME-Version: 1.0\nContent-Type: multipart/alternative;\n boundary=\"B\"\nThis is a multi-part message in MIME format.\n--B\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n" + encoded + "\n--B--\n", "The council voted to close the pier."},
		{"blanks at the top", " From: Ola <o@x.org>\nTo: b@x.org\nSubject: Pier\nDate: Mon, 8 Mar 2021 09:00:00 +0100\n\nThe council voted to close the pier.\n", "The council voted to close the pier."},
		{"empty lines at the top", "\n\nFrom: Ola <o@x.org>\nTo: b@x.org\nSubject: Pier\nDate: Mon, 8 Mar 2021 09:00:00 +0100\n\nThe council voted to close the pier.\n", "The council voted to close the pier."},
		{"of a mailbox", "From o@x.org Mon Mar  8 09:00:00 2021\nFrom: Ola <o@x.org>\nTo: b@x.org\nSubject: Pier\nDate: Mon, 8 Mar 2021 09:00:00 +0100\n\nThe council voted to close the pier.\n", "The council voted to close the pier."},
	} {
		a := mustRead(t, "a.eml", []byte(tt.file))
		if strings.TrimSpace(a.Text) != tt.text || a.Headline.Value != "Pier" || a.Byline.Value != "Ola" || a.Published.Value != "2021-03-08T09:00:00+01:00" {
			t.Errorf("%s: got %q, %+v, %+v, %+v", tt.name, a.Text, a.Headline, a.Byline, a.Published)
		}
	}
}

// A mail that somebody saved or pasted as text begins with its header.
func TestMailAsText(t *testing.T) {
	a := mustRead(t, "a.txt", []byte("From: Ola Brandt\nSent: Monday, March 8, 2021 9:00 AM\nTo: Ida Holm\nSubject: Pier closed\n\n"+vote))
	if strings.TrimSpace(a.Text) != vote || a.Published.Value != "2021-03-08" || a.Byline.Value != "Ola Brandt" || a.Headline.Value != "Pier closed" {
		t.Errorf("got %q, %+v, %+v, %+v", a.Text, a.Published, a.Byline, a.Headline)
	}
}
