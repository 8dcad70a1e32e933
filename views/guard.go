package views

import (
	"context"
	"log"
	"strings"

	"briefline/app/briefing"
	"briefline/app/crash"
	"briefline/app/library"
	"briefline/app/settings"
	"briefline/views/kit"
	"briefline/views/panels"
	"briefline/views/stage"

	"fyne.io/fyne/v2"
)

// note writes down that a briefing is about to be opened for the first time since
// the start, and says whether that is safe: false for one that a start died of.
func (m *memory) note(lib *library.Library, id string) (safe bool) {
	if m == nil || m.guard == nil {
		return true
	}
	o := settings.Opening{Library: lib.Path(), ID: id}
	if m.guard.Suspected(o) {
		return false
	}
	if err := m.guard.Note(o); err != nil {
		log.Print(err)
	}
	return true
}

// drawn takes back what was noted: the first frame shows it.
func (m *memory) drawn() {
	if m == nil || m.guard == nil {
		return
	}
	if err := m.guard.TakeBack(); err != nil {
		log.Print(err)
	}
}

// diedOf tells of the briefing that the last start died of, and offers the ways
// out. The library is open without it.
func (f *Frame) diedOf(o settings.Opening) {
	lib := f.work.lib
	if lib == nil || lib.Path() != o.Library {
		return
	}
	title := o.ID
	if e, err := lib.Entry(context.Background(), o.ID); err == nil {
		title = e.Title
	}
	ways := []action{{"guard.text", func() { f.openText(o.ID) }}}
	if f.work.queue != nil {
		ways = append([]action{{"guard.trash", func() { f.trashSuspect(o) }}, {"guard.repair", func() { f.repairSuspect(o) }}}, ways...)
	}
	f.warn(f.words.Text("guard.died", "title", briefing.Shorten(title, 120)), ways...)
}

// trashSuspect puts what a start died of into the trash.
func (f *Frame) trashSuspect(o settings.Opening) {
	lib := f.work.lib
	f.background(func() func() {
		err := lib.Trash(context.Background(), o.ID)
		return func() {
			if err != nil {
				log.Print(err)
				f.Say(f.problem(err))
				return
			}
			f.hideNotice()
			f.libraryChanged(o.ID)
		}
	})
}

// repairSuspect saves of what a start died of all that can be drawn, as a new
// version, and opens it. What was there stays among the versions.
func (f *Frame) repairSuspect(o settings.Opening) {
	lib := f.work.lib
	f.background(func() func() {
		ctx := context.Background()
		b, revision, err := lib.Briefing(ctx, o.ID)
		return func() {
			if err == nil {
				b = briefing.Reduce(b, f.canDraw)
				_, err = lib.Save(ctx, o.ID, b, revision)
			}
			if err != nil {
				log.Print(err)
				f.Say(f.problem(err))
				return
			}
			if f.memory != nil {
				f.memory.guard.Clear(o)
				f.memory.drawn()
			}
			f.hideNotice()
			f.work.openAnd(o.ID, func() { f.tell(f.words.Text("guard.repaired")) })
		}
	})
}

// canDraw reports whether the panels of a briefing can be made and laid out.
func (f *Frame) canDraw(b *briefing.Briefing) bool {
	err := crash.Try(func() error {
		desk := &panels.Desk{
			Words: f.words, Pick: func(panels.Pick) {}, Hover: f.desk.Hover,
			Resized: func() {}, Reveal: func(*kit.Rover, float32, float32) {}, Focus: func(fyne.Focusable) {},
		}
		x := panels.NewIndex(b)
		const width = 700
		for _, block := range []kit.Block{panels.NewCard(desk, x), panels.NewTimeline(desk, x), panels.NewParticipants(desk, x), panels.NewSource(desk, x), panels.NewDates(desk, x)} {
			block.Resize(fyne.NewSize(width, block.HeightFor(width)))
		}
		if p := panels.NewPositions(desk, x); p != nil {
			p.HeightFor(width)
		}
		return nil
	})
	return err == nil
}

// openText shows what a briefing of the library says as lines of plain text, which
// nothing of it can keep from being drawn.
func (f *Frame) openText(id string) {
	lib := f.work.lib
	f.background(func() func() {
		b, _, err := lib.Briefing(context.Background(), id)
		return func() {
			if err != nil {
				log.Print(err)
				f.Say(f.problem(err))
				return
			}
			f.showText(plainLines(b))
		}
	})
}

// mostLines and mostLine bound what is shown as text.
const mostLines, mostLine = 2000, 2000

// plainLines are the lines of a briefing and of its sources.
func plainLines(b *briefing.Briefing) (lines []string) {
	add := func(text string) {
		for line := range strings.Lines(text) {
			if line = strings.TrimSpace(line); line != "" && len(lines) < mostLines {
				lines = append(lines, briefing.Shorten(line, mostLine))
			}
		}
	}
	add(b.Title.Text)
	add(b.BottomLine.Text)
	for _, l := range b.KeyPoints {
		add(l.Text)
	}
	for _, e := range b.Events {
		add(e.Date.EDTF.String() + " " + e.Title)
	}
	for _, s := range b.Statements {
		add(s.Words)
	}
	for _, n := range b.Notes {
		add(n.Text)
	}
	for _, s := range b.Sources {
		add(s.Headline)
		add(s.Text)
	}
	return lines
}

// showText shows lines in the window's place until it is closed.
func (f *Frame) showText(lines []string) {
	var blocks []kit.Block
	for _, line := range lines {
		blocks = append(blocks, kit.NewBlock(kit.Plain(line, kit.Body, kit.RoleInk)...), kit.Space(6))
	}
	bar := viewBar(f.words.Text("guard.textTitle"), nil, kit.NewButton(f.words.Text("versions.close"), f.stage.Clear))
	page := kit.NewPage(centredColumn(kit.Stack(0, blocks...)))
	f.openView(func() *stage.Layer {
		return &stage.Layer{Object: columnView(bar, page), Turn: turning(func() *kit.Page { return page })}
	})
}
