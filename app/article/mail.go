package article

import (
	"bytes"
	"context"
	"io"
	"mime"
	"net/mail"
	"regexp"
	"strings"
	"sync"

	"golang.org/x/net/html/charset"
)

// readEML reads an e-mail: what stands in its parts of text, in their order, and of
// a message that somebody passed on, that message with its own header.
func readEML(ctx context.Context, data []byte) (*Article, error) {
	return readMessage(ctx, data, "", 0)
}

// readMessage reads a message whose parts are numbered below number.
func readMessage(ctx context.Context, data []byte, number string, depth int) (*Article, error) {
	header, root, err := mailParts(ctx, mendHeader(data), number)
	if err != nil {
		return nil, err
	}
	r := &mailReader{ctx: ctx}
	a := r.read(root)
	if r.err != nil {
		return nil, r.err
	}
	var inner *Article
	if message := root.message(); message != nil && depth < maxMessages && (a == nil || len(strings.Fields(a.Text)) < shortIntro) {
		if inner, err = readMessage(ctx, message.data, message.number, depth+1); err != nil {
			inner = nil
		}
	}
	if a == nil && inner == nil {
		r.attachments = true
		a = r.read(root)
	}
	switch {
	case inner != nil:
		if a != nil && strings.TrimSpace(a.Text) != "" {
			inner.note(Forwarded, "")
		}
		inner.Notes = append(inner.Notes, r.notes...)
		return inner, nil
	case a == nil && r.why != nil:
		return nil, r.why
	case a == nil:
		return nil, &Error{Reason: Empty}
	}
	a.Notes = append(a.Notes, r.notes...)
	a.fromHeader(header)
	a.unwrap()
	return a, nil
}

const (
	maxMessages = 4  // messages in messages
	shortIntro  = 60 // words with which somebody passes a message on
)

// fromHeader takes what the header of a message says.
func (a *Article) fromHeader(h mail.Header) {
	if subject := squeeze(headerText(h.Get("Subject"))); subject != "" {
		a.Headline = Field{Value: subject, Origin: "Subject header"}
	}
	if from := headerText(h.Get("From")); from != "" {
		if name := senderName(from); name != "" {
			a.Byline = Field{Value: name, Words: from, Origin: "From header"}
		}
	}
	a.Published, a.Candidates = Field{}, nil // a page in a mail knows less than its header
	words := headerText(h.Get("Date"))
	if value, ok := parseDate(words); ok {
		a.Published = Field{Value: value, Words: words, Origin: "Date header"}
	} else if sent := headerText(h.Get("Sent")); words == "" && sent != "" { // as a mail program prints it
		if d := FindDates(sent); len(d) > 0 {
			a.Published = dateField(d[0], sent, "Sent header")
		}
	}
}

// senderName returns the name in "Ola Brandt <ola@example.org>", else the address.
func senderName(from string) string {
	if at, err := (&mail.AddressParser{WordDecoder: words}).Parse(from); err == nil {
		name := at.Name
		if name == "" {
			name = at.Address
		}
		return squeeze(strings.ToValidUTF8(name, "\uFFFD"))
	}
	name, _, _ := strings.Cut(from, "<")
	name, _, _ = strings.Cut(name, "[mailto:")
	if name = strings.Trim(squeeze(name), `"' ,;`); len(name) > 200 {
		return ""
	}
	return name
}

var prefixes = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:(re|aw|antw|sv|vs|ha|r|rif|res|odp|ynt|απ|ответ|отв|回复|答复)|(fwd?|wg|tr|rv|enc|i|vb|vl|doorst|pd|ilt|vdr|пересл|fs|转发))\s*(?:\[\d+\])?\s*[:：]\s*`)
})

// trimPrefixes cuts "Re:" and "Fwd:" off a subject, and says whether there was one
// of a message passed on.
func trimPrefixes(subject string) (rest string, forwarded bool) {
	for range 10 {
		m := prefixes().FindStringSubmatch(subject)
		if m == nil {
			break
		}
		forwarded = forwarded || m[2] != ""
		subject = subject[len(m[0]):]
	}
	return subject, forwarded
}

// mendHeader makes a message of what is nearly one: behind the line of a mailbox,
// with blanks before its first field, without the empty line behind its last.
func mendHeader(data []byte) []byte {
	if bytes.HasPrefix(data, []byte("From ")) { // the line of a mailbox
		_, data, _ = bytes.Cut(data, []byte("\n"))
	}
	data = bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")), " \t\r\n")
	for at := 0; at < len(data); {
		end := bytes.IndexByte(data[at:], '\n')
		if end < 0 {
			break
		}
		line := bytes.TrimRight(data[at:at+end], "\r")
		switch {
		case len(line) == 0:
			return data
		case line[0] == ' ' || line[0] == '\t', fieldName(line) != "":
		case at == 0:
			return data
		default:
			return append(append(append(make([]byte, 0, len(data)+2), data[:at]...), "\r\n"...), data[at:]...)
		}
		at += end + 1
	}
	return data
}

// fieldName returns the name of the field that a line of a header begins with; ""
// if it begins with none (RFC 5322, 2.2).
func fieldName(line []byte) string {
	i := bytes.IndexByte(line, ':')
	if i <= 0 || i > 76 {
		return ""
	}
	for _, c := range line[:i] {
		if c <= ' ' || c >= 0x7F {
			return ""
		}
	}
	return string(line[:i])
}

// readMHTML reads a page that a browser saved as one file: its first page, none of
// its frames.
func readMHTML(ctx context.Context, data []byte) (*Article, error) {
	header, root, err := mailParts(ctx, mendHeader(data), "")
	if err != nil {
		return nil, err
	}
	address := header.Get("Snapshot-Content-Location")
	var best *part
	root.each(func(p *part) {
		if p.kind == "text/html" || p.kind == "application/xhtml+xml" {
			if best == nil || address != "" && p.location == address && best.location != address {
				best = p
			}
		}
	})
	if best == nil {
		return nil, &Error{Reason: NoArticle}
	}
	if address == "" {
		address = best.location
	}
	if !isAddress(address) {
		address = ""
	}
	a, err := pageArticle(ctx, decode(best.data, orLabel(best.charset, best.data)), address)
	if err != nil {
		return nil, err
	}
	a.Map.Unit, a.Map.Part = PartBytes, best.name()
	if subject := squeeze(headerText(header.Get("Subject"))); a.Headline.IsZero() && subject != "" {
		a.Headline = Field{Value: subject, Origin: "Subject header"}
	}
	return a, nil
}

func orLabel(label string, data []byte) string {
	if label != "" {
		return label
	}
	return htmlLabel(data)
}

var words = &mime.WordDecoder{CharsetReader: func(label string, r io.Reader) (io.Reader, error) {
	return charset.NewReaderLabel(label, r)
}}

// headerText decodes the words of a header field (RFC 2047).
func headerText(s string) string {
	if out, err := words.DecodeHeader(s); err == nil {
		return strings.ToValidUTF8(out, "\uFFFD")
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}
