package desk

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"strings"

	"briefline/app/article"
	"briefline/app/briefing"
	"briefline/app/extract"
	"briefline/app/fetch"
)

// Draft reads the article called name, of a link the page, and drafts it.
func (d *Desk) Draft(ctx context.Context, name string) (*briefing.Briefing, error) {
	return d.draft(ctx, name, func() (*article.Article, error) { return d.article(ctx, name) })
}

// draft reads and drafts an article, guarded.
func (d *Desk) draft(ctx context.Context, name string, read func() (*article.Article, error)) (b *briefing.Briefing, err error) {
	do := func() error {
		a, err := read()
		if err != nil {
			return d.unread(name, err)
		}
		x, err := d.extract()
		if err != nil {
			return err
		}
		b, err = x.Draft(ctx, a, d.Options)
		return err
	}
	if d.Guard != nil {
		err = d.Guard(do)
	} else {
		err = do()
	}
	return b, err
}

// DraftOrPaste drafts pasted text, or without any the article called name.
func (d *Desk) DraftOrPaste(ctx context.Context, name, text string) (*briefing.Briefing, error) {
	if text == "" {
		return d.Draft(ctx, name)
	}
	if link := strings.TrimSpace(text); IsLink(link) {
		return d.Draft(ctx, link)
	}
	return d.draft(ctx, d.Words.Text("read.pasted"), func() (*article.Article, error) { return article.Paste(ctx, text) })
}

// Redate gives a source of a briefing another publication date, in place, and
// reads the dates that hang on it anew.
func (d *Desk) Redate(b *briefing.Briefing, source string, published briefing.Dating) {
	if x, err := d.extract(); err == nil {
		x.Redate(b, source, published)
	}
}

// extract is made when it is first asked for: whoever drafts nothing does not pay
// for it.
func (d *Desk) extract() (*extract.Extractor, error) {
	d.once.Do(func() { d.extractor, d.failed = extract.New(d.Words) })
	return d.extractor, d.failed
}

func (d *Desk) article(ctx context.Context, name string) (*article.Article, error) {
	if IsLink(name) {
		page, err := fetch.Get(ctx, name, fetch.Options{AllowPrivate: d.Private})
		if err != nil {
			return nil, err
		}
		a, err := article.Read(ctx, page.Name, bytes.NewReader(page.Data))
		if err == nil && a.Address.Value == "" {
			a.Address = article.Field{Value: page.Address, Origin: "link"}
		}
		return a, err
	}
	if name == Stdin {
		return article.Read(ctx, "", d.Stdin)
	}
	f, err := openRegular(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	a, err := article.Read(ctx, filepath.Base(name), f)
	if err == nil && a.Address.IsZero() { // the name alone: where a person keeps files is theirs
		a.Address = article.Field{Value: filepath.Base(name), Origin: "file name"}
	}
	return a, err
}

// unread words an error of reading an article: what is wrong and what to do.
func (d *Desk) unread(name string, err error) error {
	var bad *article.Error
	var link *fetch.Error
	switch {
	case errors.Is(err, context.Canceled):
		return err
	case errors.As(err, &bad):
		return d.fail(err, bad.MessageID(), "file", d.Label(name), "where", bad.Where)
	case errors.As(err, &link):
		return d.fail(err, link.MessageID(), "host", link.Host)
	}
	return d.Worded(name, err)
}
