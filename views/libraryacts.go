package views

import (
	"context"
	"log"
	"slices"
	"strings"
	"time"

	"briefline/app/briefing"
	"briefline/app/datetext"
	"briefline/app/edtf"
	"briefline/app/library"
	"briefline/app/session"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
)

// key does what a key means for the briefings that are chosen.
func (p *libraryPanel) key(ev *fyne.KeyEvent) bool {
	chosen := p.chosen()
	switch {
	case len(chosen) == 0 || p.f.work.queue == nil:
		return false
	case ev.Name == fyne.KeyDelete || ev.Name == fyne.KeyBackspace:
		if p.filter.State == library.StateTrash {
			p.purge(chosen)
		} else {
			p.trash(chosen)
		}
	case ev.Name == fyne.KeyF2 && len(chosen) == 1 && p.filter.State != library.StateTrash:
		p.rename(chosen[0])
	default:
		return false
	}
	return true
}

// openMenu shows what can be done with the briefings that are chosen; the list has
// the keyboard again afterwards.
func (p *libraryPanel) openMenu(at fyne.Position) {
	p.f.canvas.Focus(p.list)
	p.f.forms.OpenMenu(at, p.menu()...)
}

// chosen are the briefings that are chosen in the list.
func (p *libraryPanel) chosen() (out []library.Entry) {
	for _, i := range p.list.Chosen() {
		out = append(out, p.entries[i])
	}
	return out
}

// menu is what can be done with the briefings that are chosen.
func (p *libraryPanel) menu() []kit.Entry {
	w, chosen := p.f.words, p.chosen()
	if len(chosen) == 0 {
		return nil
	}
	writes := p.f.work.queue != nil
	when := func(on bool, do func()) func() {
		if on {
			return do
		}
		return nil
	}
	one := len(chosen) == 1
	first := chosen[0]
	if p.filter.State == library.StateTrash {
		return []kit.Entry{
			{Label: w.Text("library.menu.open"), Keys: kit.Keys("Enter"), Do: when(one, func() { p.open(first.ID) })},
			{Label: w.Text("library.menu.restore"), Do: when(writes, func() { p.untrash(chosen) })},
			{},
			{Label: w.Text("library.menu.purge"), Keys: kit.Keys("Delete"), Do: when(writes, func() { p.purge(chosen) }), Risky: true},
			{Label: w.Text("library.menu.purgeAll"), Do: when(writes, func() { p.purge(nil) }), Risky: true},
		}
	}
	return []kit.Entry{
		{Label: w.Text("library.menu.open"), Keys: kit.Keys("Enter"), Do: when(one, func() { p.open(first.ID) })},
		{Label: w.Text("library.menu.rename"), Keys: "F2", Do: when(one && writes && !first.Newer, func() { p.rename(first) })},
		{Label: w.Text("library.menu.duplicate"), Do: when(one && writes && !first.Newer, func() { p.duplicate(first) })},
		{Label: w.Text("menu.copy"), Do: when(one && p.f.askSave != nil, func() { p.export(first) })},
		{Label: w.Text("library.menu.versions"), Do: when(one, func() { p.f.openVersions(first.ID) })},
		{},
		{Label: w.Text("library.menu.trash"), Keys: kit.Keys("Delete"), Do: when(writes, func() { p.trash(chosen) })},
	}
}

// change does something to the library beside the window, and shows what became of
// the list. An error is told; then is not called after one.
func (p *libraryPanel) change(ids []string, do func(ctx context.Context, lib *library.Library) error, then func()) {
	f, lib := p.f, p.f.work.lib
	f.work.flush()
	f.background(func() func() {
		err := do(context.Background(), lib)
		return func() {
			if err != nil {
				log.Print(err)
				f.Say(f.problem(err))
			} else if then != nil {
				then()
			}
			p.follow(ids)
		}
	})
}

func idsOf(entries []library.Entry) (ids []string) {
	for _, e := range entries {
		ids = append(ids, e.ID)
	}
	return ids
}

// trash puts briefings into the trash. It asks nothing: a button takes it back.
func (p *libraryPanel) trash(chosen []library.Entry) {
	ids := idsOf(chosen)
	next := p.after(ids)
	p.change(ids, func(ctx context.Context, lib *library.Library) error { return lib.Trash(ctx, ids...) }, func() {
		p.list.Choose(next)
		told := func() {
			p.f.tell(p.f.words.Text("library.trashed", "n", len(ids), "title", p.row(&chosen[0]).Title),
				action{"library.menu.restore", func() { p.untrash(chosen) }})
		}
		if slices.Contains(ids, p.f.work.id) && next != "" {
			p.f.work.openAnd(next, told)
		} else {
			told()
		}
	})
}

// after is the briefing that takes the place of some that go: the next one in the
// list that stays, else the one before.
func (p *libraryPanel) after(ids []string) string {
	last := -1
	for i, e := range p.entries {
		if slices.Contains(ids, e.ID) {
			last = i
		}
	}
	for i := last + 1; i < len(p.entries); i++ {
		return p.entries[i].ID
	}
	for i := last - 1; i >= 0; i-- {
		if !slices.Contains(ids, p.entries[i].ID) {
			return p.entries[i].ID
		}
	}
	return ""
}

// untrash takes briefings out of the trash and opens the first.
func (p *libraryPanel) untrash(chosen []library.Entry) {
	ids := idsOf(chosen)
	p.change(ids, func(ctx context.Context, lib *library.Library) error { return lib.Untrash(ctx, ids...) }, func() {
		p.f.hideNotice()
		p.f.work.openID(ids[0])
		if p.filter.State != library.StateTrash {
			p.list.Choose(ids[0])
		}
	})
}

// purge asks, and removes briefings of the trash for good; all of it for nil.
func (p *libraryPanel) purge(chosen []library.Entry) {
	w, n := p.f.words, len(chosen)
	if chosen == nil {
		n = p.counts.Trashed
	}
	words := kit.NewBlock(kit.Plain(w.Text("library.purge.explain", "n", n), kit.Body, kit.RoleInk)...)
	p.f.forms.Open("library.purge.title", "library.purge.do", words, nil, func() string {
		ids := idsOf(chosen)
		gone := ids
		if chosen == nil {
			gone = idsOf(p.entries)
		}
		p.change(gone, func(ctx context.Context, lib *library.Library) error {
			_, err := lib.Purge(ctx, ids...)
			return err
		}, func() {
			if slices.Contains(gone, p.f.work.id) {
				p.f.work.openLast()
			}
		})
		return ""
	})
}

// rename asks for another title.
func (p *libraryPanel) rename(e library.Entry) {
	field := kit.NewField(e.Title, p.f.words.Text("library.untitled"))
	field.OnDone = p.f.forms.FieldDone
	p.f.forms.Open("library.rename.title", "form.save", p.f.forms.Labelled("library.rename.field", field), field, func() string {
		title := strings.TrimSpace(field.Text)
		switch {
		case title == "":
			return p.f.words.Text("library.rename.empty")
		case title != e.Title:
			p.retitle(e, title)
		}
		return ""
	})
}

func (p *libraryPanel) retitle(e library.Entry, title string) {
	if e.ID == p.f.work.id {
		// It is open: an edit like any other, which can be undone.
		p.f.work.edit(func(s *session.Session) error {
			return s.Do(session.Step{Message: "edit.title-text"}, func(b *briefing.Briefing) error {
				b.Title.Text = title
				return nil
			})
		})
		p.f.work.flush()
		p.follow([]string{e.ID})
		return
	}
	p.change([]string{e.ID}, func(ctx context.Context, lib *library.Library) error {
		_, err := lib.Rename(ctx, e.ID, title, e.Revision)
		return err
	}, nil)
}

// duplicate makes a second briefing of one and opens it.
func (p *libraryPanel) duplicate(e library.Entry) {
	title := p.f.words.Text("library.copyOf", "title", e.Title)
	var id string
	p.change(nil, func(ctx context.Context, lib *library.Library) (err error) {
		id, err = lib.Duplicate(ctx, e.ID, title)
		return err
	}, func() {
		p.follow([]string{id})
		p.open(id)
		p.list.Choose(id)
	})
}

// export asks where to save a briefing of the list and writes its file there.
func (p *libraryPanel) export(e library.Entry) {
	f, lib := p.f, p.f.work.lib
	f.work.flush()
	b := &briefing.Briefing{}
	b.Title.Text = e.Title
	f.askSave(fileName(b)+".briefing", func(path string) {
		f.background(func() func() {
			err := lib.ExportFile(context.Background(), e.ID, path)
			return func() { f.copied(path, err) }
		})
	})
}

// askDates offers what the list can be narrowed to by date.
func (p *libraryPanel) askDates() {
	w := p.f.words
	now := time.Now()
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	since := func(id string, from time.Time) kit.Entry {
		return kit.Entry{Label: w.Text(id), Do: func() {
			p.narrow = w.Text(id)
			p.filter.UsedFrom, p.filter.Dates = from, edtf.Date{}
			p.choose(p.filter.State)
		}}
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.dates).AddXY(0, 26)
	p.f.forms.OpenMenu(at,
		kit.Entry{Label: w.Text("library.anyDate"), Do: func() {
			p.narrow = ""
			p.filter.UsedFrom, p.filter.Dates = time.Time{}, edtf.Date{}
			p.choose(p.filter.State)
		}},
		kit.Entry{},
		since("library.used.today", today),
		since("library.used.week", today.AddDate(0, 0, -6)),
		since("library.used.month", today.AddDate(0, 0, -29)),
		kit.Entry{},
		kit.Entry{Label: w.Text("library.dated.ask"), Do: p.askDated},
	)
}

// askDated asks for a date and keeps the briefings that are dated within it.
func (p *libraryPanel) askDated() {
	f := p.f
	field := kit.NewField("", f.words.Text("published.hint"))
	meaning := kit.NewText()
	meaning.SetPieces(f.forms.DateMeaning("", edtf.Date{})...)
	field.OnType = func(text string) {
		meaning.SetPieces(f.forms.DateMeaning(text, edtf.Date{})...)
		f.forms.Reflow()
	}
	field.OnDone = f.forms.FieldDone
	content := kit.Stack(0,
		f.forms.Labelled("library.dated.field", kit.Stack(4, field, meaning)),
		kit.NewBlock(kit.Plain(f.words.Text("library.dated.explain"), kit.Small, kit.RoleMuted)...),
	)
	f.forms.Open("library.dated.title", "library.dated.do", content, field, func() string {
		d, err := datetext.Parse(field.Text, datetext.Options{})
		if err != nil {
			return f.forms.DateError(err)
		}
		p.narrow = f.words.Text("library.dated.chip", "date", f.words.DateShort(d))
		p.filter.UsedFrom, p.filter.Dates = time.Time{}, d
		p.choose(p.filter.State)
		return ""
	})
}
