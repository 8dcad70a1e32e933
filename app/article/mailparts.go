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
	"unicode"
)

const (
	maxParts     = 500
	maxPartDepth = 10
)

// part is a part of a mail or MHTML file: one that holds text, a message, or parts.
type part struct {
	number, kind, charset, location string

	attached bool // by its own word
	broken   bool // not decoded, or not to its end
	data     []byte
	parts    []*part
}

// name is how a place in the part is named: "part 1.2".
func (p *part) name() string {
	if p.number == "" {
		return "part 1"
	}
	return "part " + p.number
}

// each calls do for every part that holds data, in order.
func (p *part) each(do func(*part)) {
	if p.data != nil || p.broken {
		do(p)
	}
	for _, q := range p.parts {
		q.each(do)
	}
}

// message returns the first message among the parts; nil if there is none.
func (p *part) message() (found *part) {
	p.each(func(q *part) {
		if found == nil && q.kind == "message/rfc822" && len(q.data) > 0 {
			found = q
		}
	})
	return found
}

// mailParts takes a message apart.
func mailParts(ctx context.Context, data []byte, number string) (mail.Header, *part, error) {
	m, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return nil, nil, &Error{Reason: Damaged, Where: "its header", Err: err}
	}
	t := &takeApart{ctx: ctx}
	root, err := t.take(m.Header.Get, m.Body, number, 0)
	return m.Header, root, err
}

type takeApart struct {
	ctx  context.Context
	seen int
}

// take takes the part with that header and body. Parts of a part are named "part
// 1", "part 1.2". A broken part is marked and loses nothing but itself.
func (t *takeApart) take(header func(string) string, body io.Reader, number string, depth int) (*part, error) {
	if err := t.ctx.Err(); err != nil {
		return nil, err
	}
	if t.seen++; t.seen > maxParts || depth > maxPartDepth {
		return nil, &Error{Reason: TooLarge, Where: "its parts"}
	}
	kind, params, err := mime.ParseMediaType(header("Content-Type"))
	if kind == "" || err != nil && kind == "" {
		kind = "text/plain"
	}
	disposition, _, _ := mime.ParseMediaType(header("Content-Disposition"))
	p := &part{number: number, kind: kind, charset: params["charset"], location: header("Content-Location"), attached: disposition == "attachment"}
	if strings.HasPrefix(kind, "multipart/") && params["boundary"] != "" {
		r := multipart.NewReader(body, params["boundary"])
		for i := 1; ; i++ {
			raw, err := r.NextRawPart()
			if err != nil {
				return p, nil // cut short: what is there counts
			}
			q, err := t.take(raw.Header.Get, raw, strings.TrimPrefix(fmt.Sprintf("%s.%d", number, i), "."), depth+1)
			if err != nil {
				return nil, err
			}
			p.parts = append(p.parts, q)
		}
	}
	if !strings.HasPrefix(kind, "text/") && kind != "application/xhtml+xml" && kind != "message/rfc822" {
		return p, nil
	}
	data, err := io.ReadAll(io.LimitReader(body, MaxFile))
	p.broken = err != nil
	p.data = data
	switch strings.ToLower(strings.TrimSpace(header("Content-Transfer-Encoding"))) {
	case "quoted-printable":
		p.data, err = io.ReadAll(quotedprintable.NewReader(bytes.NewReader(data)))
		p.broken = p.broken || err != nil
	case "base64":
		p.unpackBase64(data)
	}
	if p.broken && len(p.data) == 0 {
		p.data = nil
	}
	return p, nil
}

// unpackBase64 decodes what is announced as base64; some programs send plain words
// under that name, which have blanks and signs in every line.
func (p *part) unpackBase64(data []byte) {
	strange := 0
	for _, c := range data {
		if !inBase64(c) && c != '\r' && c != '\n' {
			strange++
		}
	}
	if strange*20 > len(data) {
		p.data = data
		return
	}
	out, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, &onlyBase64{r: bytes.NewReader(data)}))
	p.data, p.broken = out, p.broken || err != nil
	if len(out) == 0 && !bytes.ContainsFunc(data, unicode.IsGraphic) {
		p.broken = true
	}
}

func inBase64(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '='
}

// onlyBase64 leaves out what is none of the alphabet (RFC 2045, 6.8).
type onlyBase64 struct{ r io.Reader }

func (o *onlyBase64) Read(p []byte) (int, error) {
	for {
		n, err := o.r.Read(p)
		kept := 0
		for _, c := range p[:n] {
			if inBase64(c) {
				p[kept] = c
				kept++
			}
		}
		if kept > 0 || err != nil || n == 0 {
			return kept, err
		}
	}
}
