package views

import (
	"path/filepath"
	"strings"

	"briefline/app/briefing"
	"briefline/app/session"
	"briefline/views/kit"
	"briefline/views/panels"
)

// finish makes the draft a reviewed briefing. What was never looked at is listed
// first.
func (v *reviewView) finish() {
	v.hideTip()
	v.leave() // what one stands on has been looked at
	v.flush()
	if unseen := session.Unseen(v.f.index.Briefing); len(unseen) > 0 {
		v.listUnseen(unseen)
		return
	}
	v.done()
}

// done sets the state and goes back to the briefing.
func (v *reviewView) done() {
	f := v.f
	if !v.edit(session.Finish) {
		return
	}
	f.stage.Clear()
	f.Say(kit.Keys(f.words.Text("review.finished")))
}

// mostUnseen is how many items of a tab the list names; the rest are counted.
const mostUnseen = 5

// listUnseen shows what was never looked at, tab by tab, and what can be done
// about it.
func (v *reviewView) listUnseen(ids []string) {
	f, w := v.f, v.f.words
	left := map[string]bool{}
	for _, id := range ids {
		left[id] = true
	}
	var firstTab session.Tab
	first := ""
	blocks := []kit.Block{kit.NewBlock(kit.Plain(w.Text("review.unseen.explain"), kit.Body, kit.RoleMuted)...)}
	for i, tab := range session.Tabs() {
		var titles []string
		for _, id := range v.order[i] {
			if !left[id] {
				continue
			}
			if first == "" {
				first, firstTab = id, tab
			}
			titles = append(titles, f.desk.ReviewItem(f.index, panels.Pick{Kind: kindOf(tab), ID: id}).Title)
		}
		if len(titles) == 0 {
			continue
		}
		blocks = append(blocks, kit.Space(12), kit.NewBlock(kit.Plain(w.Text(reviewTabNames[tab], "n", len(titles)), kit.BodyBold, kit.RoleInk)...))
		for n, title := range titles {
			if n == mostUnseen && len(titles) > mostUnseen+1 {
				blocks = append(blocks, kit.NewBlock(kit.Plain(w.Text("review.unseen.more", "n", len(titles)-n), kit.Note, kit.RoleMuted)...))
				break
			}
			line := kit.NewBlock(kit.Plain(title, kit.Note, kit.RoleInk)...)
			line.MaxLines, line.LineHeight = 1, 1.5
			blocks = append(blocks, line)
		}
	}
	goOn := kit.NewButton(w.Text("review.unseen.first"), func() {
		f.forms.Close()
		v.goTo(firstTab, first)
	})
	goOn.Main = true
	all := kit.NewButton(w.Text("review.unseen.all"), func() {
		f.forms.Close()
		v.acceptAll()
		v.done()
	})
	d := kit.NewDialog(w.Text("review.unseen.title", "n", len(ids)), kit.Stack(0, blocks...), goOn, all, kit.NewButton(w.Text("form.cancel"), f.forms.Close))
	d.Width = 540
	f.forms.OpenDialog(d, goOn)
}

// articleName is what a person knows the article of a briefing by: its headline,
// else the file or link that it came from, else the title of the draft.
func articleName(b *briefing.Briefing) string {
	for _, s := range b.Sources {
		if s.Headline != "" {
			return s.Headline
		}
		if a := s.Address; a != "" {
			if strings.Contains(a, "://") {
				return a
			}
			return filepath.Base(a)
		}
	}
	return b.Title.Text
}

// draftStrip stands above the card of a draft and leads to its review.
func (f *Frame) draftStrip(b *briefing.Briefing) kit.Block {
	w := f.words
	done, all := session.Progress(b)
	words := w.Text("review.strip")
	if done > 0 {
		words = w.Text("review.strip.begun", "done", done, "n", all)
	}
	back := kit.NewFrame(kit.RoleChip, kit.RoleNone, 8)
	text := kit.NewBlock(kit.Plain(words, kit.Body, kit.RoleInk)...)
	open := kit.NewButton(w.Text("review.open"), f.openReview)
	open.Tip = kit.Keys(w.Text("review.open.tip"))
	return kit.NewBox(func(width float32, place bool) float32 {
		const padX, padY = 22, 9
		n := open.Natural()
		inner := width - padX - padY - n.Width - 20
		h := text.HeightFor(inner)
		high := max(h, 32) + 2*padY
		if place {
			kit.Put(back, 0, 0, width, high)
			kit.Put(text, padX, (high-h)/2, inner, h)
			kit.Put(open, width-padY-n.Width, (high-32)/2, n.Width, 32)
		}
		return high
	}, back, text, open)
}
