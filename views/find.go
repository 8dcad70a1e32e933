package views

import (
	"context"
	"log"

	"briefline/app/briefing"
	"briefline/app/library"
	"briefline/views/kit"
	"briefline/views/panels"
)

// librarySearch is the part of a search that asks the library.
type librarySearch struct {
	query   string
	hits    []library.Hit // of the query, or of an earlier one while it waits
	rows    int           // how many of the list's rows are hits
	waiting bool          // the library has not answered yet
	cancel  context.CancelFunc
}

const (
	// foundHere is how many things of the open briefing are listed above those of
	// the library.
	foundHere = 6
	foundMost = 20 // briefings of the library
)

// most is how many things of the open briefing are listed: more of them where
// the library has nothing.
func (s *librarySearch) most() int {
	if len(s.hits) == 0 && !s.waiting {
		return 1 << 30
	}
	return foundHere
}

// searchLibrary asks the library beside the window. A search that is overtaken by
// more typing is given up.
func (r *results) searchLibrary(query string) {
	s, f := &r.lib, r.f
	if s.cancel != nil {
		s.cancel()
		s.cancel = nil
	}
	s.query = query
	lib := f.work.lib
	if lib == nil || f.library == nil || query == "" {
		s.hits, s.waiting = nil, false
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel, s.waiting = cancel, true
	f.spawn(func() {
		hits, err := lib.Search(ctx, query, library.Filter{Limit: foundMost})
		f.later(func() {
			if ctx.Err() != nil || s.query != query {
				return
			}
			cancel()
			s.cancel, s.waiting = nil, false
			if err != nil {
				log.Print(err)
			}
			s.hits = hits
			if r.Visible() || len(hits) > 0 {
				r.build(query)
			}
		})
	})
}

// libraryBlocks are the rows of the library's hits, below a heading. before is
// how many rows stand above them.
func (r *results) libraryBlocks(before int) (blocks []kit.Block) {
	s := &r.lib
	s.rows = 0
	if len(s.hits) == 0 {
		return nil
	}
	if before > 0 {
		blocks = append(blocks, kit.Space(2))
	}
	blocks = append(blocks, r.heading("search.library"))
	for i := range s.hits {
		blocks = append(blocks, r.hitRow(before+i, &s.hits[i]))
		s.rows++
	}
	return blocks
}

func (r *results) heading(id string) kit.Block {
	return kit.NewBlock(kit.Plain(r.f.words.Text(id), kit.Caption, kit.RoleMuted)...)
}

// hitRow is a briefing that was found: its title, where the words stand, and what
// it is.
func (r *results) hitRow(i int, hit *library.Hit) kit.Block {
	row := r.f.library.row(&hit.Entry)
	title := kit.NewBlock(kit.Plain(row.Title, kit.BodyBold, kit.RoleInk)...)
	title.MaxLines = 2
	var marks []kit.Range
	if row.Title == hit.Title {
		for _, span := range hit.InTitle {
			marks = append(marks, kit.Range{Start: span.Start, End: span.End, Back: kit.RoleHighlight})
		}
	}
	title.SetRanges(marks)
	blocks := []kit.Block{title}
	for _, m := range hit.Matches {
		text := kit.NewBlock(kit.Plain(m.Text, kit.Note, kit.RoleInk)...)
		text.MaxLines = 2
		marks = nil
		for _, span := range m.Spans {
			marks = append(marks, kit.Range{Start: span.Start, End: span.End, Back: kit.RoleHighlight})
		}
		text.SetRanges(marks)
		blocks = append(blocks, text)
	}
	ink := kit.RoleMuted
	if row.Warn {
		ink = kit.RoleWarn
	}
	blocks = append(blocks, kit.NewBlock(kit.Plain(row.Note, kit.Small, ink)...))
	out := kit.NewRow(kit.Stack(0, blocks...), func() {
		r.at = i
		r.choose()
	})
	out.Name = row.Title
	r.rows = append(r.rows, out)
	return out
}

// chooseLibrary opens the i-th hit and picks what was found in it.
func (r *results) chooseLibrary(i int) {
	f, hit := r.f, r.lib.hits[i]
	r.close()
	f.canvas.Unfocus()
	f.stage.Clear()
	f.work.openAnd(hit.ID, func() {
		for _, m := range hit.Matches {
			if p := f.pickOfMatch(m); p.Kind != panels.KindNone {
				f.Pick(p)
				f.Reveal(p)
				return
			}
		}
	})
}

// pickOfMatch is what the open briefing calls the place of a match: the item, or
// the sentence of a source.
func (f *Frame) pickOfMatch(m library.Match) panels.Pick {
	if m.Field == library.FieldText && len(m.Spans) > 0 {
		at := m.Start + m.Spans[0].Start
		for i, s := range f.index.Briefing.Sources {
			if s.ID != m.Item {
				continue
			}
			for j, sentence := range s.Sentences {
				if at >= sentence.Start && at < sentence.End {
					return panels.SentencePick(briefing.Ref{Source: i, Sentence: j})
				}
			}
		}
	}
	return pickOf(f.index, m.Item)
}
