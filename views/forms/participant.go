package forms

import (
	"slices"
	"strings"

	"briefline/app/briefing"
	"briefline/app/session"
	"briefline/views/kit"
	"briefline/views/panels"

	"fyne.io/fyne/v2"
)

// participantForm is the form of a participant.
type participantForm struct {
	f  *Forms
	e  *draftEdit
	id string
	p  briefing.Participant // as it was

	name, role, note, aliases *kit.Field
	kind, roleBasis, basis    *kit.Select
	affiliation, side         *kit.Select
	names                     []*nameFields
	list                      *column
}

// nameFields are the fields of a name in another script.
type nameFields struct {
	was                          briefing.Name
	text, language, script, note *kit.Field
	basis                        *kit.Select
}

// kindChoices are what a participant can be.
func (f *Forms) kindChoices() (out []kit.Choice) {
	for _, k := range []briefing.ParticipantKind{briefing.KindPerson, briefing.KindOrganisation, briefing.KindState, briefing.KindPlace, briefing.KindGroup} {
		out = append(out, kit.Choice{ID: string(k), Label: f.words.Text("kind." + string(k))})
	}
	return out
}

// editParticipant opens the form of a participant.
func (f *Forms) editParticipant(id string) {
	if e := f.newEdit(); e != nil {
		f.participantForm(e, id)
	}
}

// participantForm opens the form of a participant as some edits leave it.
func (f *Forms) participantForm(e *draftEdit, id string) {
	q := e.briefing().ParticipantByID(id)
	if q == nil {
		return
	}
	v := &participantForm{f: f, e: e, id: id, p: *q}
	v.name = f.line(q.Name, "")
	v.kind = f.choice(f.kindChoices(), string(q.Kind), "")
	v.role = f.line(q.Role, "form.roleHint")
	v.roleBasis = f.basis(q.RoleBasis)
	others := func(p *briefing.Participant) bool { return p.ID != id }
	v.affiliation = f.choice(f.participantChoices(e.briefing(), "form.none", others), q.Affiliation, "form.none")
	v.side = f.choice(f.sideChoices(e.briefing(), id), q.Side, "form.noSide")
	v.aliases = f.lines(strings.Join(q.Aliases, "\n"), "form.aliasesHint", 3)
	v.basis, v.note = f.basis(q.Basis), f.note(q.Note)
	v.list = newColumn()
	for _, n := range q.Names {
		v.names = append(v.names, v.nameFields(n))
	}
	v.buildNames()
	content := kit.Stack(0,
		beside([]float32{0.62, 0.38}, f.Labelled("form.name", v.name), f.Labelled("form.kind", v.kind)),
		beside([]float32{0.62, 0.38}, f.Labelled("form.role", v.role), f.Labelled("form.roleBasis", v.roleBasis)),
		beside(halves, f.Labelled("form.affiliation", v.affiliation), f.Labelled("form.side", v.side)),
		f.Labelled("form.aliases", v.aliases),
		f.Labelled("form.names", v.list.Box),
		f.ground(v.basis, v.note),
	)
	e.openItem("form.participant", content, v.name, panels.Pick{Kind: panels.KindParticipant, ID: id}, v.save)
}

// sideChoices are the sides that a participant can be on: none, a side of its own
// and everyone else.
func (f *Forms) sideChoices(b *briefing.Briefing, id string) []kit.Choice {
	out := []kit.Choice{{Label: f.words.Text("form.noSide")}, {ID: id, Label: f.words.Text("form.ownSide")}}
	return append(out, f.participantChoices(b, "", func(p *briefing.Participant) bool { return p.ID != id && speaks(p) })...)
}

func (v *participantForm) nameFields(n briefing.Name) *nameFields {
	f := v.f
	return &nameFields{
		was: n, text: f.line(n.Text, "form.nameText"), language: f.line(n.Language, "form.language"),
		script: f.line(n.Script, "form.script"), note: f.line(n.Note, "form.noteHint"), basis: f.basis(n.Basis),
	}
}

// buildNames lists the names in other scripts, each to take away, and a button
// for one more.
func (v *participantForm) buildNames() {
	f := v.f
	var blocks []kit.Block
	for i, n := range v.names {
		remove := kit.NewButton(f.words.Text("form.remove"), func() {
			v.names = slices.Delete(v.names, i, i+1)
			v.buildNames()
		})
		blocks = append(blocks, kit.Stack(6,
			withButtons(n.text, remove),
			beside([]float32{0.24, 0.24, 0.52}, n.language, n.script, n.basis),
			n.note, kit.Space(4)))
	}
	add := kit.NewButton(f.words.Text("form.addName"), func() {
		n := v.nameFields(briefing.Name{Basis: briefing.BasisAdded})
		v.names = append(v.names, n)
		v.buildNames()
		f.canvas.Focus(n.text)
	})
	blocks = append(blocks, withButtons(remark(f.words.Text("form.namesExplain")), add))
	v.list.set(6, blocks...)
	f.Reflow()
}

// written is the names as the form has them.
func (v *participantForm) written() (out []briefing.Name) {
	for _, n := range v.names {
		if oneLine(n.text.Text) == "" {
			continue
		}
		is := n.was
		is.Text, is.Language, is.Script = oneLine(n.text.Text), oneLine(n.language.Text), oneLine(n.script.Text)
		is.Note = oneLine(n.note.Text)
		if !sameBasis(n.basis, is.Basis) {
			is.Basis = briefing.Basis(n.basis.Chosen())
		}
		out = append(out, is)
	}
	return out
}

// save makes one step of what was changed; the library remembers a name and a
// kind that were corrected.
func (v *participantForm) save() string {
	v.e.repairs = nil
	id, p := v.id, v.p
	return v.e.save(v.name.Text, groundOf(id, v.basis, v.note, p.Basis, p.Note), func(s *session.Session) error {
		if v.kind.Chosen() == string(p.Kind) {
			return nil
		}
		return v.e.repairing(func(s *session.Session) (briefing.Repair, error) {
			return session.SetParticipantKind(s, id, briefing.ParticipantKind(v.kind.Chosen()))
		})(s)
	}, func(s *session.Session) error {
		if strings.TrimSpace(v.aliases.Text) == strings.Join(p.Aliases, "\n") {
			return nil
		}
		return session.SetAliases(s, id, strings.Split(v.aliases.Text, "\n"))
	}, func(s *session.Session) error {
		if oneLine(v.name.Text) == p.Name {
			return nil
		}
		return v.e.repairing(func(s *session.Session) (briefing.Repair, error) {
			return session.RenameParticipant(s, id, oneLine(v.name.Text))
		})(s)
	}, func(s *session.Session) error {
		if v.role.Text == p.Role && sameBasis(v.roleBasis, p.RoleBasis) {
			return nil
		}
		return session.SetRole(s, id, v.role.Text, briefing.Basis(v.roleBasis.Chosen()), v.note.Text)
	}, func(s *session.Session) error {
		if v.affiliation.Chosen() == p.Affiliation {
			return nil
		}
		return session.SetAffiliation(s, id, v.affiliation.Chosen())
	}, func(s *session.Session) error {
		if v.side.Chosen() == p.Side {
			return nil
		}
		return session.SetSide(s, id, v.side.Chosen())
	}, func(s *session.Session) error {
		names := v.written()
		if slices.Equal(names, p.Names) {
			return nil
		}
		return session.SetNames(s, id, names)
	})
}

// mergeWith asks which participant is the same as another, which takes it over.
func (f *Forms) mergeWith(id string, at fyne.Position) {
	b := f.win.Session().Briefing()
	others := f.participantChoices(b, "", func(p *briefing.Participant) bool { return p.ID != id })
	f.Choose(at, others, func(other string) {
		if f.win.Repair(func(s *session.Session) (briefing.Repair, error) { return session.MergeParticipants(s, other, id) }) {
			f.win.Pick(panels.Pick{Kind: panels.KindParticipant, ID: other})
		}
	})
}

// splitOff asks which mentions of a participant are of somebody else.
func (f *Forms) splitOff(id string) {
	e := f.newEdit()
	if e == nil {
		return
	}
	p := e.from.ParticipantByID(id)
	if p == nil {
		return
	}
	var ticks []*kit.Check
	blocks := []kit.Block{remark(f.words.Text("form.splitExplain")), kit.Space(8)}
	for _, a := range p.Evidence {
		label := f.words.Text("form.mention", "words", oneLine(a.Exact), "around", around(a))
		if refs := e.from.Refs([]briefing.Anchor{a}); len(refs) > 0 {
			label = e.from.RefName(refs[0]) + "  " + label
		}
		c := kit.NewCheck(label, false, nil)
		ticks = append(ticks, c)
		blocks = append(blocks, c)
	}
	name := f.line("", "form.splitNameHint")
	blocks = append(blocks, kit.Space(8), f.Labelled("form.splitName", name))
	e.open("form.split", "form.splitDo", kit.Stack(0, blocks...), name, nil, func() string {
		var mentions []int
		for i, c := range ticks {
			if c.On() {
				mentions = append(mentions, i)
			}
		}
		e.repairs = nil
		var made string
		complaint := e.save(p.Name, e.repairing(func(s *session.Session) (r briefing.Repair, err error) {
			made, r, err = session.SplitParticipant(s, id, mentions, oneLine(name.Text))
			return r, err
		}))
		if complaint == "" {
			f.win.Pick(panels.Pick{Kind: panels.KindParticipant, ID: made})
		}
		return complaint
	})
}

// around is what stands beside a quote.
func around(a briefing.Anchor) string {
	return oneLine("…" + a.Prefix + a.Exact + a.Suffix + "…")
}
