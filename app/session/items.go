package session

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"briefline/app/briefing"
)

// Ground is on whose word something stands that an editor sets. With evidence it
// is the source's word; without, the editor's, which has [briefing.BasisAdded]
// and a note.
type Ground struct {
	Basis    briefing.Basis
	Note     string
	Evidence []briefing.Anchor // nil keeps the evidence that there is
}

// item is one part of a briefing that has an ID; exactly one pointer is set.
type item struct {
	line        *briefing.Line
	source      *briefing.Source
	event       *briefing.Event
	participant *briefing.Participant
	statement   *briefing.Statement
	check       *briefing.Check
	note        *briefing.Note
}

// find returns the item with this ID.
func find(b *briefing.Briefing, id string) (item, error) {
	it := item{
		source: b.SourceByID(id), event: b.EventByID(id),
		participant: b.ParticipantByID(id), statement: b.StatementByID(id),
	}
	for l := range b.Lines() {
		if l.ID == id {
			it.line = l
		}
	}
	for i := range b.Checks {
		if b.Checks[i].ID == id {
			it.check = &b.Checks[i]
		}
	}
	for i := range b.Notes {
		if b.Notes[i].ID == id {
			it.note = &b.Notes[i]
		}
	}
	if id == "" || it == (item{}) {
		return it, gone(id)
	}
	return it, nil
}

// gone is the error for an ID that names nothing, as when the item was deleted
// while a form on it was open.
func gone(id string) *Error { return refuse("gone", "id", id) }

func event(b *briefing.Briefing, id string) (*briefing.Event, error) {
	if e := b.EventByID(id); e != nil && id != "" {
		return e, nil
	}
	return nil, gone(id)
}

func participant(b *briefing.Briefing, id string) (*briefing.Participant, error) {
	if p := b.ParticipantByID(id); p != nil && id != "" {
		return p, nil
	}
	return nil, gone(id)
}

func statement(b *briefing.Briefing, id string) (*briefing.Statement, error) {
	if s := b.StatementByID(id); s != nil && id != "" {
		return s, nil
	}
	return nil, gone(id)
}

func source(b *briefing.Briefing, id string) (*briefing.Source, error) {
	if s := b.SourceByID(id); s != nil && id != "" {
		return s, nil
	}
	return nil, gone(id)
}

// ground returns where basis, note and evidence of an item are kept; nil for what
// it does not have.
func (it item) ground() (basis *briefing.Basis, note *string, evidence *[]briefing.Anchor) {
	switch {
	case it.line != nil:
		return &it.line.Basis, &it.line.Note, &it.line.Evidence
	case it.event != nil:
		return &it.event.Basis, &it.event.Note, &it.event.Evidence
	case it.participant != nil:
		return &it.participant.Basis, &it.participant.Note, &it.participant.Evidence
	case it.statement != nil:
		return &it.statement.Basis, &it.statement.Note, &it.statement.Evidence
	case it.check != nil:
		return nil, nil, &it.check.Evidence
	case it.note != nil:
		return nil, nil, &it.note.Evidence
	}
	return nil, nil, nil
}

// kind is the end of the message IDs about an item, and its words for a menu.
func (it item) kind(b *briefing.Briefing) (kind, words string) {
	switch {
	case it.line == &b.Title:
		return "title", it.line.Text
	case it.line == &b.BottomLine:
		return "bottom-line", it.line.Text
	case it.line != nil:
		return "key-point", it.line.Text
	case it.source != nil:
		return "source", it.source.Headline
	case it.event != nil:
		return "event", it.event.Title
	case it.participant != nil:
		return "participant", it.participant.Name
	case it.statement != nil:
		return "statement", it.statement.Words
	case it.check != nil:
		return "check", it.check.Words
	}
	return "note", it.note.Text
}

// brief cuts words that stand in a menu.
func brief(s string) string {
	const most = 40
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return strings.TrimRight(string([]rune(s)[:most-1]), " ,;:.") + "…"
}

// newID returns an ID that nothing in b has or had in its review: kind and the
// first number free.
func newID(b *briefing.Briefing, kind string) string {
	taken := reviewOf(b.Review)
	for _, id := range []string{b.ID, b.Title.ID, b.BottomLine.ID} {
		taken[id] = Seen
	}
	v := reflect.ValueOf(b).Elem()
	for _, i := range lists {
		for id := range ids(v.Field(i)) {
			taken[id] = Seen
		}
	}
	for n := 1; ; n++ {
		if id := kind + "-" + strconv.Itoa(n); taken[id] == Untouched {
			return id
		}
	}
}

// SetText sets the words of a title, bottom line, key point, event, statement,
// check or note. The evidence stays, and with it the basis: the words are the
// editor's, the ground is still the source's. Words set bold are kept if they
// are still there. A statement that no longer has the source's own words is not
// a direct quote any more.
func SetText(s *Session, id, text string) error {
	it, err := find(s.Briefing(), id)
	if err != nil {
		return err
	}
	kind, _ := it.kind(s.Briefing())
	text = strings.TrimSpace(text)
	return s.Do(step(kind+"-text"), func(b *briefing.Briefing) error {
		it, err := find(b, id)
		if err != nil {
			return err
		}
		return touch(b, id, it.setText(text))
	})
}

func (it item) setText(text string) error {
	switch {
	case it.line != nil:
		it.line.Text = text
		if !strings.Contains(text, it.line.Stress) {
			it.line.Stress = ""
		}
	case it.event != nil:
		it.event.Title = text
	case it.statement != nil:
		it.statement.Words = text
		it.statement.Direct = it.statement.Direct && slices.ContainsFunc(it.statement.Evidence, func(a briefing.Anchor) bool {
			return strings.Contains(spaced(a.Exact), spaced(text))
		})
	case it.check != nil:
		// The words are the editor's now, and so is what stands below them.
		it.check.Words, it.check.Message, it.check.Values = text, "", nil
	case it.note != nil:
		it.note.Text = text
	default:
		return refuse("no-text")
	}
	return nil
}

// spaced returns s with one blank for each run of white space.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

// SetGround sets on whose word a line, event, participant or statement stands.
func SetGround(s *Session, id string, g Ground) error {
	return s.Do(step("ground"), func(b *briefing.Briefing) error {
		it, err := find(b, id)
		if err != nil {
			return err
		}
		basis, note, evidence := it.ground()
		if basis == nil {
			return refuse("no-ground")
		}
		*basis, *note = g.Basis, strings.TrimSpace(g.Note)
		if g.Evidence != nil {
			*evidence = slices.Clone(g.Evidence)
		}
		return touch(b, id, nil)
	})
}

// SetRemark sets the note of a line, event, participant or statement.
func SetRemark(s *Session, id, note string) error {
	return s.Do(step("remark"), func(b *briefing.Briefing) error {
		it, err := find(b, id)
		if err != nil {
			return err
		}
		_, to, _ := it.ground()
		if to == nil {
			return refuse("no-ground")
		}
		*to = strings.TrimSpace(note)
		return touch(b, id, nil)
	})
}

// Delete takes an item away, and whatever points at it. The title cannot go, nor
// can a source that anything rests on. In a draft the item counts as looked at.
func Delete(s *Session, id string) error {
	it, err := find(s.Briefing(), id)
	if err != nil {
		return err
	}
	kind, words := it.kind(s.Briefing())
	return s.Do(step("delete-"+kind, "name", brief(words)), func(b *briefing.Briefing) error {
		return remove(b, id)
	})
}

func remove(b *briefing.Briefing, id string) error {
	it, err := find(b, id)
	if err != nil {
		return err
	}
	switch {
	case it.line == &b.Title:
		return refuse("title-needed")
	case it.line == &b.BottomLine:
		b.BottomLine = briefing.Line{}
	case it.source != nil:
		if restsOn(b, id) {
			return refuse("source-needed")
		}
	}
	v := reflect.ValueOf(b).Elem()
	for _, i := range lists {
		list := v.Field(i)
		for k := range list.Len() {
			if itemID(list.Index(k)) == id {
				list.Set(reflect.AppendSlice(list.Slice(0, k), list.Slice(k+1, list.Len())))
				break
			}
		}
	}
	settle(b, id)
	markDropped(b, id, it)
	return nil
}

// Reorder moves an item to place n of its list, counted from 0: a key point, or
// any other item, as lists are in the order to show.
func Reorder(s *Session, id string, n int) error {
	return s.Do(step("reorder"), func(b *briefing.Briefing) error {
		v := reflect.ValueOf(b).Elem()
		for _, i := range lists {
			list := v.Field(i)
			for k := range list.Len() {
				if itemID(list.Index(k)) != id {
					continue
				}
				swap := reflect.Swapper(list.Interface())
				for n = max(0, min(n, list.Len()-1)); k < n; k++ {
					swap(k, k+1)
				}
				for ; k > n; k-- {
					swap(k, k-1)
				}
				return nil
			}
		}
		return gone(id)
	})
}

// add does an edit that makes an item and returns its ID.
func add(s *Session, name Step, kind string, put func(b *briefing.Briefing, id string) error) (string, error) {
	id := newID(s.Briefing(), kind)
	err := s.Do(name, func(b *briefing.Briefing) error { return touch(b, id, put(b, id)) })
	if err != nil {
		return "", err
	}
	return id, nil
}
