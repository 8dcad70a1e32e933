package forms

import (
	"cmp"
	"slices"

	"briefline/app/briefing"
	"briefline/app/datetext"
	"briefline/app/edtf"
	"briefline/app/session"
	"briefline/views/kit"
	"briefline/views/panels"
)

// dateField is a field that understands what people type, and shows what it
// understood.
type dateField struct {
	Block     kit.Block
	field     *kit.Field
	published edtf.Date // that relative words count from
	was       string
	meaning   *kit.Text
	f         *Forms
	onType    func()
}

func (f *Forms) newDateField(d, published edtf.Date) *dateField {
	v := &dateField{f: f, published: published, meaning: kit.NewText()}
	v.field = f.line("", "published.hint")
	v.field.OnType = func(string) {
		v.show()
		if v.onType != nil {
			v.onType()
		}
		f.Reflow()
	}
	v.set(d)
	v.Block = kit.Stack(4, v.field, v.meaning)
	return v
}

// set puts a date into the field.
func (v *dateField) set(d edtf.Date) {
	v.was = ""
	if !d.IsZero() {
		v.was = datetext.Editable(d, v.f.words.Date(d))
	}
	v.field.Set(v.was)
	v.show()
}

func (v *dateField) show() { v.meaning.SetPieces(v.f.DateMeaning(v.field.Text, v.published)...) }

// changed reports whether something else was typed.
func (v *dateField) changed() bool { return v.field.Text != v.was }

// date is the date that was typed; zero for an empty field.
func (v *dateField) date() (d edtf.Date, complaint string) {
	if oneLine(v.field.Text) == "" {
		return d, ""
	}
	d, err := datetext.Parse(v.field.Text, datetext.Options{Published: v.published})
	if err != nil {
		return d, v.f.DateError(err)
	}
	return d, ""
}

// eventForm is the form of an event.
type eventForm struct {
	f    *Forms
	e    *draftEdit
	id   string
	date *dateField

	title, note, dateNote               *kit.Field
	basis, dateBasis                    *kit.Select
	participants, places, statements    *kit.Select
	alternatives, relations             *column
	otherDate                           *dateField
	orderKind, orderEvent               *kit.Select
	wasTitle, wasNote, wasDateNote      string
	wasBasis, wasDateBasis              briefing.Basis
	wasPeople, wasPlaces, wasStatements []string
}

// EditEvent opens the form of an event; with date, the keyboard is in its date.
func (f *Forms) EditEvent(id string, date bool) {
	if e := f.newEdit(); e != nil {
		f.eventForm(e, id, date)
	}
}

// eventForm opens the form of an event as some edits leave it.
func (f *Forms) eventForm(e *draftEdit, id string, date bool) {
	ev := e.briefing().EventByID(id)
	if ev == nil {
		return
	}
	v := &eventForm{f: f, e: e, id: id}
	v.wasTitle, v.wasNote, v.wasBasis = ev.Title, ev.Note, ev.Basis
	v.wasPeople, v.wasPlaces, v.wasStatements = ev.Participants, ev.Places, ev.Statements
	v.title = f.line(ev.Title, "")
	v.date = f.newDateField(ev.Date.EDTF, publishedOf(e.briefing(), append(slices.Clone(ev.Date.Evidence), ev.Evidence...)...))
	v.dateBasis, v.dateNote = f.basis(ev.Date.Basis), f.note(ev.Date.Note)
	v.takeDate(ev)
	// A date that the editor types is the editor's, until something else is chosen.
	v.date.onType = func() {
		if v.date.changed() && sameBasis(v.dateBasis, v.wasDateBasis) {
			v.dateBasis.Set(string(briefing.BasisAdded), true)
		}
	}
	v.participants = f.choiceOfMany(f.participantChoices(e.briefing(), "", speaks), ev.Participants, "form.nobody")
	v.places = f.choiceOfMany(f.participantChoices(e.briefing(), "", nil), ev.Places, "form.nowhere")
	v.statements = f.choiceOfMany(f.statementChoices(e.briefing()), ev.Statements, "form.sourceReports")
	v.basis, v.note = f.basis(ev.Basis), f.note(ev.Note)
	v.alternatives, v.relations = newColumn(), newColumn()
	v.otherDate = f.newDateField(edtf.Date{}, v.date.published)
	v.buildAlternatives()
	v.orderKind = f.choice(f.relationChoices(), string(briefing.RelationBefore), "")
	v.orderEvent = f.choice(f.eventChoices(e.briefing(), id), "", "form.chooseEvent")
	v.buildRelations()
	when := v.date.Block
	if words := oneLine(ev.Date.Words); words != "" {
		when = kit.Stack(2, when, remark(f.words.Text("detail.words", "words", words)))
	}
	content := kit.Stack(0,
		f.Labelled("form.eventTitle", v.title),
		f.Labelled("form.date", when),
		f.Labelled("form.dateBasis", v.dateBasis),
		f.Labelled("form.dateNote", v.dateNote),
		f.Labelled("form.participants", v.participants),
		beside(halves, f.Labelled("form.places", v.places), f.Labelled("form.statements", v.statements)),
		f.Labelled("form.alternatives", v.alternatives.Box),
		f.Labelled("form.relations", v.relations.Box),
		f.ground(v.basis, v.note),
	)
	first := v.title
	if date {
		first = v.date.field
	}
	e.openItem("form.event", content, first, panels.Pick{Kind: panels.KindEvent, ID: id}, v.save)
}

// takeDate remembers the date that the form starts from.
func (v *eventForm) takeDate(ev *briefing.Event) {
	v.wasDateBasis, v.wasDateNote = ev.Date.Basis, ev.Date.Note
}

func (v *eventForm) event() *briefing.Event { return v.e.briefing().EventByID(v.id) }

// now does an edit that the form shows at once.
func (v *eventForm) now(do func(*session.Session) error) bool {
	complaint := v.e.try(do)
	v.f.complain(complaint)
	return complaint == ""
}

// buildAlternatives lists the other dates, each to use or take away, and a field
// for one more.
func (v *eventForm) buildAlternatives() {
	f := v.f
	var blocks []kit.Block
	for i, d := range v.event().Alternatives {
		words := d.Words
		if !d.EDTF.IsZero() {
			words = f.words.Date(d.EDTF)
		}
		use := kit.NewButton(f.words.Text("form.use"), func() {
			if v.now(func(s *session.Session) error { return session.UseAlternative(s, v.id, i) }) {
				ev := v.event()
				v.takeDate(ev)
				v.date.set(ev.Date.EDTF)
				v.dateBasis.Set(string(cmp.Or(ev.Date.Basis, briefing.BasisStated)), true)
				v.dateNote.Set(ev.Date.Note)
				v.buildAlternatives()
			}
		})
		remove := kit.NewButton(f.words.Text("form.remove"), func() {
			if v.now(func(s *session.Session) error { return session.RemoveAlternative(s, v.id, i) }) {
				v.buildAlternatives()
			}
		})
		blocks = append(blocks, withButtons(kit.NewBlock(kit.Plain(words, kit.Body, kit.RoleInk)...), use, remove))
	}
	add := kit.NewButton(f.words.Text("form.addDate"), v.addAlternative)
	blocks = append(blocks, withButtons(v.otherDate.Block, add))
	v.alternatives.set(6, blocks...)
	f.Reflow()
}

func (v *eventForm) addAlternative() {
	d, complaint := v.otherDate.date()
	if complaint == "" && d.IsZero() {
		complaint = v.f.words.Text("date.noneTyped")
	}
	if complaint != "" {
		v.f.complain(complaint)
		return
	}
	// It rests on what the event rests on: an alternative is another date that the
	// source gives.
	other := briefing.Dating{EDTF: d, Basis: briefing.BasisStated, Evidence: v.event().Evidence}
	if len(other.Evidence) == 0 {
		other.Basis, other.Note = briefing.BasisAdded, v.f.words.Text("published.byEditor")
	}
	if v.now(func(s *session.Session) error { return session.AddAlternative(s, v.id, other) }) {
		v.otherDate.set(edtf.Date{})
		v.buildAlternatives()
	}
}

// relationChoices are the ways in which an event can stand to another.
func (f *Forms) relationChoices() (out []kit.Choice) {
	for _, k := range []briefing.RelationKind{briefing.RelationBefore, briefing.RelationAfter, briefing.RelationSince, briefing.RelationDuring, briefing.RelationSameAs} {
		out = append(out, kit.Choice{ID: string(k), Label: f.words.Text("form.relation." + string(k))})
	}
	return out
}

// buildRelations lists how the event stands to others, each to take away, and a
// line for one more.
func (v *eventForm) buildRelations() {
	f := v.f
	var blocks []kit.Block
	for i, r := range v.event().Relations {
		other := r.Event
		if o := v.e.briefing().EventByID(r.Event); o != nil {
			other = o.Title
		}
		remove := kit.NewButton(f.words.Text("form.remove"), func() {
			if v.now(func(s *session.Session) error { return session.RemoveRelation(s, v.id, i) }) {
				v.buildRelations()
			}
		})
		text := f.words.Text("form.relation."+string(r.Kind)) + " " + other
		blocks = append(blocks, withButtons(kit.NewBlock(kit.Plain(text, kit.Body, kit.RoleInk)...), remove))
	}
	add := kit.NewButton(f.words.Text("form.addOrder"), func() {
		if v.orderEvent.Chosen() == "" {
			f.complain(f.words.Text("form.chooseEvent"))
			return
		}
		r := briefing.Relation{Kind: briefing.RelationKind(v.orderKind.Chosen()), Event: v.orderEvent.Chosen()}
		if v.now(func(s *session.Session) error { return session.AddRelation(s, v.id, r) }) {
			v.orderEvent.Set("", true)
			v.buildRelations()
		}
	})
	blocks = append(blocks, withButtons(beside([]float32{0.38, 0.62}, v.orderKind, v.orderEvent), add))
	v.relations.set(6, blocks...)
	f.Reflow()
}

// save makes one step of what was changed.
func (v *eventForm) save() string {
	d, complaint := v.date.date()
	if complaint != "" {
		return complaint
	}
	id := v.id
	return v.e.save(v.title.Text, func(s *session.Session) error {
		if v.title.Text == v.wasTitle {
			return nil
		}
		return session.SetText(s, id, v.title.Text)
	}, func(s *session.Session) error {
		if !v.date.changed() && sameBasis(v.dateBasis, v.wasDateBasis) && v.dateNote.Text == v.wasDateNote {
			return nil
		}
		if d.IsZero() && !v.date.changed() {
			return nil // words that mean no date keep their basis
		}
		return session.SetEventDate(s, id, d, session.Ground{Basis: briefing.Basis(v.dateBasis.Chosen()), Note: v.dateNote.Text})
	}, func(s *session.Session) error {
		if slices.Equal(v.participants.All(), v.wasPeople) {
			return nil
		}
		return session.SetEventParticipants(s, id, v.participants.All())
	}, func(s *session.Session) error {
		if slices.Equal(v.places.All(), v.wasPlaces) {
			return nil
		}
		return session.SetEventPlaces(s, id, v.places.All())
	}, func(s *session.Session) error {
		if slices.Equal(v.statements.All(), v.wasStatements) {
			return nil
		}
		return session.SetEventStatements(s, id, v.statements.All())
	}, groundOf(id, v.basis, v.note, v.wasBasis, v.wasNote))
}
