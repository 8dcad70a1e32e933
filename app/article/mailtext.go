package article

import (
	"context"
	"strings"
)

// mailReader joins the texts of a mail's parts.
type mailReader struct {
	ctx   context.Context
	notes []Note
	why   error // why a part holds no text
	err   error // ctx's

	attachments bool // they are read too: there is nothing else
}

// read returns what the part says; nil if that is nothing. Of alternatives it takes
// one: plain text, unless that is a stub beside a page.
func (r *mailReader) read(p *part) *Article {
	if r.err = r.ctx.Err(); r.err != nil {
		return nil
	}
	if p.broken && p.kind != "message/rfc822" {
		r.notes = append(r.notes, Note{Unread, p.name()})
	}
	switch {
	case p.kind == "message/rfc822" || p.attached && !r.attachments:
		return nil
	case len(p.parts) == 0:
		return r.text(p)
	case p.kind == "multipart/alternative":
		return r.alternative(p)
	}
	var all *Article
	for _, q := range p.parts {
		a := r.read(q)
		if a == nil || strings.TrimSpace(a.Text) == "" {
			continue
		}
		if all == nil {
			all = a
			continue
		}
		all.join(a)
		if p.kind == "multipart/related" {
			break // what follows belongs to the page
		}
	}
	return all
}

// alternative reads each of the alternatives, and takes the first that is plain text
// and no stub, else the fullest.
func (r *mailReader) alternative(p *part) *Article {
	var plain, best *Article
	for _, q := range p.parts {
		a := r.read(q)
		if a == nil {
			continue
		}
		if q.kind == "text/plain" && plain == nil {
			plain = a
		}
		if best == nil || len(a.Text) > len(best.Text) {
			best = a
		}
	}
	if plain != nil && (best == plain || 2*len(strings.Fields(plain.Text)) > len(strings.Fields(best.Text))) {
		return plain
	}
	return best
}

// text reads a part that holds text.
func (r *mailReader) text(p *part) *Article {
	var a *Article
	var err error
	switch {
	case len(p.data) == 0:
		return nil
	case p.kind == "text/html" || p.kind == "application/xhtml+xml":
		a, err = letterArticle(r.ctx, decode(p.data, orLabel(p.charset, p.data)))
	case p.kind == "text/plain" || p.kind == "text/enriched" || p.kind == "text/markdown":
		a, err = plain(decode(p.data, p.charset), PartBytes)
	default: // a calendar, a card, a table of figures
		return nil
	}
	if err != nil {
		if r.why == nil {
			r.why = err
		}
		return nil
	}
	a.Map.Unit, a.Map.Part = PartBytes, p.name()
	return a
}

// longLetter is how many words a page in a mail has from which on it is taken for a
// newsletter, with its furniture, and so is one with the elements of a site; below,
// all of it is what somebody wrote.
const longLetter = 400

// letterArticle reads the page of a mail.
func letterArticle(ctx context.Context, d *decoded) (*Article, error) {
	p, err := scanPage(ctx, d.text)
	if err != nil {
		return nil, err
	}
	_, doc, err := p.aboutOf(ctx, "")
	if err != nil {
		return nil, err
	}
	blocks := blocksOf(bodyNode(doc), "")
	words := 0
	for _, b := range blocks {
		words += len(strings.Fields(b.text))
	}
	if words > longLetter || p.furnished {
		if a, err := pageArticle(ctx, d, ""); err == nil && 2*len(strings.Fields(a.Text)) > words {
			return a, nil
		}
	}
	var out builder
	p.align(&out, blocks)
	return out.article(Bytes, d)
}
