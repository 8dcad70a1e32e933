package library

import (
	"bytes"
	"path/filepath"
	"testing"

	"briefline/assets"
)

func TestSmoke(t *testing.T) {
	ctx := t.Context()
	l, err := Open(ctx, filepath.Join(t.TempDir(), "x", "library.db"), Options{Bundled: assets.Bishkek()})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	list, err := l.List(ctx, Filter{})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%+v", list)
	b, rev, err := l.Briefing(ctx, "bishkek")
	if err != nil {
		t.Fatal(err)
	}
	b.Title.Text = "Kırgız o’Brien"
	rev, err = l.Save(ctx, "bishkek", b, rev)
	t.Log(rev, err)
	for _, s := range []string{"kirg", "junush", "interi minist", "\"security agreement\"", "obrien", "rahmani"} {
		hits, err := l.Search(ctx, s, Filter{})
		t.Logf("%s: %+v %v", s, hits, err)
	}
	data, err := l.Export(ctx, "bishkek")
	t.Log(len(data), bytes.Equal(data, assets.Bishkek()), err)
	revs, err := l.Revisions(ctx, "bishkek")
	t.Logf("%+v %v", revs, err)
	if _, err := l.Revision(ctx, "bishkek", 1); err != nil {
		t.Error(err)
	}
	t.Log(l.DailyBackup(ctx))
	t.Log(Backups(l.Path()))
	t.Log(l.Tidy(ctx), l.Check(ctx), l.Reindex(ctx, nil))
	t.Log(l.Counts(ctx))
	t.Log(l.Trash(ctx, "bishkek"))
	t.Log(l.Search(ctx, "rahmani", Filter{}))
	t.Log(l.Duplicate(ctx, "bishkek", "Copy"))
	t.Log(l.Purge(ctx))
	t.Log(l.Changes(ctx, 0))
}
