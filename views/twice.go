package views

import (
	"context"
	"log"

	"briefline/app/briefing"
)

// askTwice asks what to do with a draft of an article that the library has already:
// to open what is there, to keep the draft as a new version of it, or to keep both.
func (w *workspace) askTwice(id string, made []*briefing.Briefing) {
	f, lib := w.f, w.lib
	title := id
	if e, err := lib.Entry(context.Background(), id); err == nil {
		title = e.Title
	}
	f.stage.Clear()
	f.warn(f.words.Text("twice.ask", "title", briefing.Shorten(title, 120)),
		action{"twice.open", func() {
			f.hideNotice()
			w.openID(id)
		}},
		action{"twice.version", func() {
			f.hideNotice()
			w.keepVersion(id, made[0])
		}},
		action{"twice.both", func() {
			f.hideNotice()
			w.keepAll(made)
		}})
}

// keepVersion saves a draft as a new version of a briefing, and opens it. The one
// before stays among the versions.
func (w *workspace) keepVersion(id string, b *briefing.Briefing) {
	w.flush()
	f, lib := w.f, w.lib
	f.background(func() func() {
		ctx := context.Background()
		old, revision, err := lib.Briefing(ctx, id)
		if err == nil {
			version := b.Clone()
			version.ID = old.ID
			_, err = lib.Save(ctx, id, version, revision)
		}
		return func() {
			if err != nil {
				log.Print(err)
				f.Say(f.problem(err))
				return
			}
			w.id = "" // open it anew even when it is the one that is open
			w.openID(id)
			f.libraryChanged(id)
		}
	})
}
