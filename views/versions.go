package views

import (
	"context"
	"log"
	"strconv"
	"time"

	"briefline/app/briefing"
	"briefline/app/library"
	"briefline/views/kit"
	"briefline/views/panels"
	"briefline/views/stage"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// versionsView shows every saved version of a briefing, and the one that is chosen
// as it was. It stands in the window's place until it is closed.
type versionsView struct {
	f         *Frame
	id        string
	revisions []library.Revision
	turn      int // counts the versions asked for
	at        int // the one that shows

	root    *fyne.Container
	bar     *kit.Box
	list    *kit.List
	back    *kit.Fill
	edge    *kit.Fill
	page    *kit.Page
	restore *kit.Button
}

// versionsWidth is how wide the list of versions is, in points.
const versionsWidth = 300

// openVersions shows the versions of a briefing of the library.
func (f *Frame) openVersions(id string) {
	if f.work.lib == nil || id == "" {
		return
	}
	f.work.flush()
	lib := f.work.lib
	f.background(func() func() {
		revisions, err := lib.Revisions(context.Background(), id)
		return func() {
			if err != nil {
				log.Print(err)
				f.Say(f.problem(err))
				return
			}
			var v *versionsView
			f.openView(func() *stage.Layer {
				v = newVersionsView(f, id, revisions)
				return &stage.Layer{Object: v.root, Of: v, Focus: v.list, Turn: turning(func() *kit.Page { return v.page })}
			})
			v.show(0)
		}
	})
}

func newVersionsView(f *Frame, id string, revisions []library.Revision) *versionsView {
	v := &versionsView{f: f, id: id, revisions: revisions}
	w := f.words
	count := kit.NewLabel(w.Text("versions.count", "n", len(revisions)), kit.Body, kit.RoleMuted)
	v.restore = kit.NewButton(w.Text("versions.restore"), v.doRestore)
	v.restore.Main = true
	backups := kit.NewButton(w.Text("versions.backups"), func() { f.chooseBacked(id) })
	v.bar = viewBar(w.Text("versions.title"), count, kit.NewButton(w.Text("versions.close"), f.stage.Clear), backups, v.restore)
	v.back, v.edge = kit.NewFill(kit.RoleSurface), kit.NewFill(kit.RoleLine)
	v.list = kit.NewList(w.Text("versions.title"))
	v.list.Row = func(i int) kit.ListRow { return v.row(&v.revisions[i]) }
	v.list.Key = func(i int) string { return revisionKey(v.revisions[i].Number) }
	v.list.OnOpen = v.show
	v.page = kit.NewPage(kit.Space(1))
	v.root = container.New(versionsLayout{v}, kit.NewFill(kit.RolePaper), v.bar, v.back, v.edge, v.list.Page, v.page)
	v.list.SetLen(len(revisions))
	return v
}

func revisionKey(n int64) string { return strconv.FormatInt(n, 10) }

// row is what the list shows of a version.
func (v *versionsView) row(r *library.Revision) kit.ListRow {
	w := v.f.words
	note := w.Text("versions.kind." + string(r.Kind))
	if r.Current {
		note += " · " + w.Text("versions.current")
	}
	note += " · " + w.Bytes(uint64(r.Size))
	return kit.ListRow{Title: v.f.moment(r.At), Note: note, Warn: r.Kind == library.KindConflict}
}

// moment words a time of this machine: "25 November 2026, 14:03".
func (f *Frame) moment(t time.Time) string {
	t = t.Local()
	return f.words.Text("versions.at", "date", f.day(t), "time", t.Format("15:04"))
}

// show shows a version as it was.
func (v *versionsView) show(i int) {
	if i < 0 || i >= len(v.revisions) {
		return
	}
	v.at = i
	v.turn++
	turn, r, lib := v.turn, v.revisions[i], v.f.work.lib
	v.list.SetOpen(revisionKey(r.Number))
	setVisible(v.restore, !r.Current && v.f.work.queue != nil)
	v.f.background(func() func() {
		b, err := lib.Revision(context.Background(), v.id, r.Number)
		return func() {
			open, _ := stage.Find[*versionsView](v.f.stage)
			switch {
			case turn != v.turn || open != v:
			case err != nil:
				log.Print(err)
				v.put(kit.NewBlock(kit.Plain(v.f.problem(err), kit.Body, kit.RoleWarn)...))
			default:
				v.put(v.preview(b))
			}
		}
	})
}

// put shows a block in the place of the version.
func (v *versionsView) put(b kit.Block) {
	v.page = kit.NewPage(centred(b))
	v.root.Objects[len(v.root.Objects)-1] = v.page
	v.root.Refresh()
	v.f.canvas.Refresh(v.root)
}

// preview is a version to look at: card, timeline, positions and notes, none of
// which does anything.
func (v *versionsView) preview(b *briefing.Briefing) kit.Block {
	desk := &panels.Desk{
		Words: v.f.words, Pick: func(panels.Pick) {}, Hover: v.f.desk.Hover,
		Resized: func() { v.page.Reflow() }, Reveal: func(*kit.Rover, float32, float32) {}, Focus: func(fyne.Focusable) {},
	}
	x := panels.NewIndex(b)
	blocks := []kit.Block{panels.NewCard(desk, x).Rover, panels.NewTimeline(desk, x).Box}
	if p := panels.NewPositions(desk, x); p != nil {
		blocks = append(blocks, p.Rover)
	}
	if n := panels.NewNotes(desk, x); n != nil {
		blocks = append(blocks, n.Rover)
	}
	return kit.Stack(14, blocks...)
}

// doRestore makes the version that shows the current one. The one that was stays
// in the list.
func (v *versionsView) doRestore() {
	f, r, id := v.f, v.revisions[v.at], v.id
	f.work.flush()
	lib := f.work.lib
	f.background(func() func() {
		ctx := context.Background()
		e, err := lib.Entry(ctx, id)
		if err == nil {
			_, err = lib.Restore(ctx, id, r.Number, e.Revision)
		}
		return func() {
			if err != nil {
				log.Print(err)
				f.stage.Clear()
				f.Say(f.problem(err))
				return
			}
			f.stage.Clear()
			said := f.words.Text("versions.restored", "when", f.moment(r.At))
			if id == f.work.id {
				f.work.lost = nil
				f.work.reload(false)
			} else {
				f.work.openID(id)
			}
			f.tell(said)
			f.libraryChanged(id)
		}
	})
}

// versionsLayout places the parts of the view.
type versionsLayout struct{ v *versionsView }

// MinSize implements fyne.Layout.
func (versionsLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(minWidth, minHeight)
}

// Layout implements fyne.Layout.
func (l versionsLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	v := l.v
	kit.Put(objects[0], 0, 0, s.Width, s.Height)
	kit.Put(v.bar, 0, 0, s.Width, barHeight)
	kit.Put(v.back, 0, barHeight, versionsWidth, s.Height-barHeight)
	kit.Put(v.edge, versionsWidth-1, barHeight, 1, s.Height-barHeight)
	kit.Put(v.list.Page, libraryPad, barHeight+10, versionsWidth-2*libraryPad, s.Height-barHeight-10)
	kit.Put(v.page, versionsWidth, barHeight, s.Width-versionsWidth, s.Height-barHeight)
}
