package article

import (
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"

	"golang.org/x/net/html/charset"
)

const (
	maxParts     = 500
	maxPartDepth = 10
)

// part is a part of a mail or MHTML file that holds text.
type part struct {
	name, kind, charset, location string
	data                          []byte
}

// readEML reads an e-mail: its part of plain text, else its page.
func readEML(ctx context.Context, data []byte) (*Article, error) {
	if bytes.HasPrefix(data, []byte("From ")) { // the line of a mailbox
		_, data, _ = bytes.Cut(data, []byte("\n"))
	}
	m, parts, err := mailParts(ctx, data)
	if err != nil {
		return nil, err
	}
	var a *Article
	var why error = &Error{Reason: NoArticle}
	for _, kind := range []string{"text/plain", "text/html"} {
		for _, p := range parts {
			if p.kind != kind || a != nil {
				continue
			}
			if kind == "text/html" {
				a, err = pageArticle(ctx, decode(p.data, orLabel(p.charset, p.data)), "")
			} else if a, err = plain(decode(p.data, p.charset), PartBytes); err == nil && strings.TrimSpace(a.Text) == "" {
				a = nil
			}
			if err != nil {
				a, why = nil, err
				continue
			}
			if a != nil {
				a.Map.Unit, a.Map.Part = PartBytes, p.name
			}
		}
	}
	if a == nil {
		return nil, why
	}
	if subject := squeeze(headerText(m.Get("Subject"))); subject != "" {
		a.Headline = Field{Value: subject, Origin: "Subject header"}
	}
	if from, err := (&mail.AddressParser{WordDecoder: words}).Parse(m.Get("From")); err == nil {
		a.Byline = Field{Value: from.Name, Words: m.Get("From"), Origin: "From header"}
		if from.Name == "" {
			a.Byline.Value = from.Address
		}
	}
	if value, ok := parseDate(m.Get("Date")); ok {
		a.Published = Field{Value: value, Words: m.Get("Date"), Origin: "Date header"}
	}
	return a, nil
}

// readMHTML reads a page that a browser saved as one file: its first page, none of
// its frames.
func readMHTML(ctx context.Context, data []byte) (*Article, error) {
	m, parts, err := mailParts(ctx, data)
	if err != nil {
		return nil, err
	}
	address := m.Get("Snapshot-Content-Location")
	var best *part
	for i, p := range parts {
		if p.kind == "text/html" || p.kind == "application/xhtml+xml" {
			if best == nil || address != "" && p.location == address && best.location != address {
				best = &parts[i]
			}
		}
	}
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
	a.Map.Unit, a.Map.Part = PartBytes, best.name
	if subject := squeeze(headerText(m.Get("Subject"))); a.Headline.IsZero() && subject != "" {
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

// mailParts takes a message apart into its parts that hold text; what is attached
// is left out.
func mailParts(ctx context.Context, data []byte) (mail.Header, []part, error) {
	m, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return nil, nil, &Error{Reason: Damaged, Where: "its header", Err: err}
	}
	t := &takeApart{ctx: ctx}
	err = t.take(m.Header.Get, m.Body, "", 0)
	return m.Header, t.parts, err
}

type takeApart struct {
	ctx   context.Context
	parts []part
	seen  int
}

// take takes the part with that header and body. Parts of a part are named "part
// 1", "part 1.2".
func (t *takeApart) take(header func(string) string, body io.Reader, number string, depth int) error {
	if err := t.ctx.Err(); err != nil {
		return err
	}
	if t.seen++; t.seen > maxParts || depth > maxPartDepth {
		return &Error{Reason: TooLarge, Where: "its parts"}
	}
	kind, params, err := mime.ParseMediaType(header("Content-Type"))
	if kind == "" || err != nil && kind == "" {
		kind = "text/plain"
	}
	if strings.HasPrefix(kind, "multipart/") {
		r := multipart.NewReader(body, params["boundary"])
		for i := 1; ; i++ {
			p, err := r.NextRawPart()
			if err != nil {
				return nil // cut short: what is there counts
			}
			if err := t.take(p.Header.Get, p, strings.TrimPrefix(fmt.Sprintf("%s.%d", number, i), "."), depth+1); err != nil {
				return err
			}
		}
	}
	disposition, _, _ := mime.ParseMediaType(header("Content-Disposition"))
	text := strings.HasPrefix(kind, "text/") || kind == "application/xhtml+xml"
	if !text || disposition == "attachment" {
		return nil
	}
	switch strings.ToLower(strings.TrimSpace(header("Content-Transfer-Encoding"))) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, &onlyBase64{r: body})
	}
	data, err := io.ReadAll(io.LimitReader(body, MaxFile))
	if err != nil && len(data) == 0 {
		return &Error{Reason: Damaged, Where: strings.TrimSpace("part " + number), Err: err}
	}
	t.parts = append(t.parts, part{strings.TrimSpace("part " + orOne(number)), kind, params["charset"], header("Content-Location"), data})
	return nil
}

func orOne(number string) string {
	if number == "" {
		return "1"
	}
	return number
}

// onlyBase64 leaves out what is none of the alphabet (RFC 2045, 6.8).
type onlyBase64 struct{ r io.Reader }

func (o *onlyBase64) Read(p []byte) (int, error) {
	for {
		n, err := o.r.Read(p)
		kept := 0
		for _, c := range p[:n] {
			if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '=' {
				p[kept] = c
				kept++
			}
		}
		if kept > 0 || err != nil || n == 0 {
			return kept, err
		}
	}
}
