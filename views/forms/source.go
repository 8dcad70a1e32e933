package forms

import (
	"briefline/app/briefing"
	"briefline/app/outline"
	"briefline/app/session"
	"briefline/views/kit"
	"briefline/views/panels"
)

// editSource opens the form of what is known about a source.
func (f *Forms) editSource(id string) {
	e := f.newEdit()
	if e == nil {
		return
	}
	src := e.from.SourceByID(id)
	if src == nil {
		return
	}
	fields := []struct {
		field session.SourceField
		was   string
		in    *kit.Field
	}{
		{field: session.FieldHeadline, was: src.Headline}, {field: session.FieldPublisher, was: src.Publisher},
		{field: session.FieldByline, was: src.Byline}, {field: session.FieldPlace, was: src.Place},
		{field: session.FieldAddress, was: src.Address}, {field: session.FieldLanguage, was: src.Language},
	}
	var blocks []kit.Block
	for i := range fields {
		fields[i].in = f.line(fields[i].was, "form.unknown")
		blocks = append(blocks, f.Labelled("form.source."+string(fields[i].field), fields[i].in))
	}
	e.open("form.source", "form.save", kit.Stack(0, blocks...), fields[0].in, nil, func() string {
		var edits []func(*session.Session) error
		for _, one := range fields {
			if one.in.Text != one.was {
				edits = append(edits, func(s *session.Session) error {
					return session.SetSourceField(s, id, one.field, one.in.Text)
				})
			}
		}
		return e.save(src.Publisher, edits...)
	})
}

// correctText opens the form that corrects the text of a source, and then tells
// what became of the evidence in it.
func (f *Forms) correctText(id string) {
	e := f.newEdit()
	if e == nil {
		return
	}
	src := e.from.SourceByID(id)
	if src == nil {
		return
	}
	text := f.lines(src.Text, "", 17)
	content := kit.Stack(0, remark(f.words.Text("form.correctExplain")), kit.Space(8), text)
	var report session.Report
	e.open("form.correct", "form.save", content, text, nil, func() string {
		complaint := e.save(src.Headline, func(s *session.Session) (err error) {
			report, err = session.SetSourceText(s, id, text.Text, f.words.Text("edit.lost-note"), f.win.Redates()...)
			return err
		})
		if complaint == "" && report != nil {
			f.Now().after = func() { f.showReport(report) }
		}
		return complaint
	})
	f.Now().Dialog.Width = 760
	f.Reflow()
}

// showReport tells what a corrected text did to the evidence: the changed and the
// lost one by one, to click on.
func (f *Forms) showReport(r session.Report) {
	w := f.words
	pieces := kit.Plain(w.Text("report.kept", "n", len(r.Of(briefing.AnchorExact))+len(r.Of(briefing.AnchorMoved))), kit.Body, kit.RoleInk)
	for _, state := range []briefing.AnchorState{briefing.AnchorChanged, briefing.AnchorLost} {
		list := r.Of(state)
		if len(list) == 0 {
			continue
		}
		pieces = append(pieces, kit.Piece{Text: "\n\n" + w.Text("report."+state.String(), "n", len(list)), Style: kit.BodyBold, Ink: kit.RoleWarn})
		for _, a := range list {
			pieces = append(pieces, f.reportLine(a)...)
		}
	}
	text := kit.NewText(pieces...)
	text.LineHeight = 1.4
	text.OnTap = func(link string) {
		if p := panels.ParsePick(link); p.Kind != panels.KindNone {
			f.Close()
			f.win.Pick(p)
			f.win.Reveal(p)
		}
	}
	items := func() (out []kit.Item) {
		for _, link := range text.Links() {
			out = append(out, kit.Item{Object: text, Link: link, Activate: func() { text.OnTap(link) }})
		}
		return out
	}
	rover := kit.NewRover(w.Text("report.title"), text, items)
	f.Open("report.title", "form.close", rover, rover, func() string { return "" })
}

// reportLine is one quote that was changed or lost, and what rests on it.
func (f *Forms) reportLine(a session.Anchored) []kit.Piece {
	name, link := a.Item, ""
	if p, words := f.ItemOf(a.Item); p.Kind != panels.KindNone {
		name, link = Short(words), p.String()
	}
	out := []kit.Piece{
		{Text: "\n", Style: kit.Body},
		{Text: name, Style: kit.BodyBold, Ink: kit.RoleAccent, Link: link},
		{Text: "\n" + f.words.Text("report.was", "words", Short(oneLine(a.Was.Exact))), Style: kit.Small, Ink: kit.RoleMuted},
	}
	if a.State == briefing.AnchorChanged {
		out = append(out, kit.Piece{Text: "  " + f.words.Text("report.is", "words", Short(oneLine(a.Is.Exact))), Style: kit.Small, Ink: kit.RoleMuted})
	}
	return out
}

// ItemOf is the pick and the words of an item; the zero pick when there is none.
func (f *Forms) ItemOf(id string) (panels.Pick, string) {
	b := f.win.Index().Briefing
	if l, ok := lineByID(b, id); ok {
		return panels.Pick{Kind: panels.KindLine, ID: id}, l.Text
	}
	if e := b.EventByID(id); e != nil {
		return panels.Pick{Kind: panels.KindEvent, ID: id}, e.Title
	}
	if p := b.ParticipantByID(id); p != nil {
		return panels.Pick{Kind: panels.KindParticipant, ID: id}, p.Name
	}
	if s := b.StatementByID(id); s != nil {
		return panels.Pick{Kind: panels.KindStatement, ID: id}, s.Words
	}
	for _, c := range b.Checks {
		if c.ID == id {
			return panels.Pick{Kind: panels.KindCheck, ID: id}, outline.CheckWords(f.words, &c)
		}
	}
	for _, n := range b.Notes {
		if n.ID == id {
			return panels.Pick{Kind: panels.KindNote, ID: id}, n.Text
		}
	}
	if s := b.SourceByID(id); s != nil {
		return panels.Pick{}, s.Publisher
	}
	return panels.Pick{}, ""
}
