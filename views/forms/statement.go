package forms

import (
	"briefline/app/briefing"
	"briefline/app/outline"
	"briefline/app/session"
	"briefline/views/kit"
	"briefline/views/panels"
)

// statementKinds are what a speaker can do with words.
func (f *Forms) statementKinds() (out []kit.Choice) {
	for _, k := range []briefing.StatementKind{briefing.StatementClaim, briefing.StatementOffer, briefing.StatementRequest, briefing.StatementAgreement, briefing.StatementDenial} {
		out = append(out, kit.Choice{ID: string(k), Label: f.words.Text("form.says." + string(k))})
	}
	return out
}

// editStatement opens the form of a statement.
func (f *Forms) editStatement(id string) {
	if e := f.newEdit(); e != nil {
		f.statementForm(e, id)
	}
}

// statementForm opens the form of a statement as some edits leave it.
func (f *Forms) statementForm(e *draftEdit, id string) {
	st := e.briefing().StatementByID(id)
	if st == nil {
		return
	}
	words := f.lines(st.Words, "", 4)
	speaker := f.choice(f.participantChoices(e.briefing(), "form.nobodyNamed", speaks), st.Speaker, "form.nobodyNamed")
	addressee := f.choice(f.participantChoices(e.briefing(), "form.nobodyNamed", speaks), st.Addressee, "form.nobodyNamed")
	kind := f.choice(f.statementKinds(), string(st.Kind), "")
	direct := kit.NewCheck(f.words.Text("form.direct"), st.Direct, nil)
	basis, note := f.basis(st.Basis), f.note(st.Note)
	content := kit.Stack(0,
		f.Labelled("form.words", words),
		beside(halves, f.Labelled("form.speaker", speaker), f.Labelled("form.addressee", addressee)),
		f.Labelled("form.says", kind),
		direct, kit.Space(12),
		f.ground(basis, note),
	)
	e.openItem("form.statement", content, words, panels.Pick{Kind: panels.KindStatement, ID: id}, func() string {
		return e.save(words.Text, func(s *session.Session) error {
			if oneLine(words.Text) == oneLine(st.Words) {
				return nil
			}
			return session.SetText(s, id, oneLine(words.Text))
		}, func(s *session.Session) error {
			if speaker.Chosen() == st.Speaker {
				return nil
			}
			return session.SetSpeaker(s, id, speaker.Chosen())
		}, func(s *session.Session) error {
			if addressee.Chosen() == st.Addressee {
				return nil
			}
			return session.SetAddressee(s, id, addressee.Chosen())
		}, func(s *session.Session) error {
			if kind.Chosen() == string(st.Kind) {
				return nil
			}
			return session.SetStatementKind(s, id, briefing.StatementKind(kind.Chosen()))
		}, func(s *session.Session) error {
			if direct.On() == st.Direct {
				return nil
			}
			return session.SetDirect(s, id, direct.On())
		}, groundOf(id, basis, note, st.Basis, st.Note))
	})
}

// editCheck opens the form of a check: its words, and how it was settled.
func (f *Forms) editCheck(id string) {
	e := f.newEdit()
	if e == nil {
		return
	}
	var c briefing.Check
	for _, have := range e.from.Checks {
		if have.ID == id {
			c = have
		}
	}
	if c.ID == "" {
		return
	}
	said := outline.CheckWords(f.words, &c)
	words := f.lines(said, "", 2)
	how := f.line(c.Resolution, "form.howHint")
	blocks := []kit.Block{f.Labelled("form.checkWords", words)}
	if detail := outline.CheckDetail(f.words, &c); detail != "" {
		blocks = append(blocks, remark(detail), kit.Space(12))
	}
	blocks = append(blocks, f.Labelled("form.how", how), remark(f.words.Text("form.howExplain")))
	e.open("form.check", "form.save", kit.Stack(0, blocks...), how, f.remover(panels.Pick{Kind: panels.KindCheck, ID: id}), func() string {
		return e.save(said, func(s *session.Session) error {
			if oneLine(words.Text) == oneLine(said) {
				return nil
			}
			return session.SetText(s, id, oneLine(words.Text))
		}, func(s *session.Session) error {
			switch oneLine(how.Text) {
			case oneLine(c.Resolution):
				return nil
			case "":
				return session.ReopenCheck(s, id)
			}
			return session.ResolveCheck(s, id, oneLine(how.Text))
		})
	})
}
