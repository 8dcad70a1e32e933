package session

import (
	"cmp"
	"slices"
	"strings"

	"briefline/app/briefing"
)

func editParticipant(s *Session, message, id string, edit func(*briefing.Briefing, *briefing.Participant) error) error {
	return s.Do(step(message), func(b *briefing.Briefing) error {
		p, err := participant(b, id)
		if err != nil {
			return err
		}
		return touch(b, id, edit(b, p))
	})
}

// NewParticipant adds a participant at the end of the list and returns its ID.
func NewParticipant(s *Session, kind briefing.ParticipantKind, name string, g Ground) (id string, err error) {
	return add(s, step("participant-add"), "participant", func(b *briefing.Briefing, id string) error {
		b.Participants = append(b.Participants, briefing.Participant{ID: id, Kind: kind, Name: strings.TrimSpace(name),
			Basis: g.Basis, Note: strings.TrimSpace(g.Note), Evidence: slices.Clone(g.Evidence)})
		return nil
	})
}

// MergeParticipants makes one participant of two that are the same: keep takes
// over the mentions, namings and notes of other, and its role, affiliation and
// side where it has none; everything that points at other points at keep. The
// repair is for the library to remember.
func MergeParticipants(s *Session, keep, other string) (briefing.Repair, error) {
	var r briefing.Repair
	p, o := s.Briefing().ParticipantByID(keep), s.Briefing().ParticipantByID(other)
	if p == nil || o == nil {
		return r, gone(cmp.Or(other, keep))
	}
	r = briefing.Repair{Kind: briefing.RepairMerge, Name: o.Name, Was: o.Kind, Target: p.Name}
	err := s.Do(step("merge", "one", brief(o.Name), "other", brief(p.Name)), func(b *briefing.Briefing) error {
		return touch(b, keep, merge(b, keep, other))
	})
	return r, err
}

func merge(b *briefing.Briefing, keep, other string) error {
	p, err := participant(b, keep)
	if err != nil {
		return err
	}
	o, err := participant(b, other)
	if err != nil {
		return err
	}
	if keep == other {
		return refuse("merge-itself")
	}
	for _, name := range append([]string{o.Name}, o.Aliases...) {
		if name != p.Name && !slices.Contains(p.Aliases, name) {
			p.Aliases = append(p.Aliases, name)
		}
	}
	for _, n := range o.Names {
		if !slices.ContainsFunc(p.Names, func(m briefing.Name) bool { return m.Text == n.Text }) {
			p.Names = append(p.Names, n)
		}
	}
	if p.Role == "" {
		p.Role, p.RoleBasis = o.Role, o.RoleBasis
	}
	p.Affiliation = cmp.Or(p.Affiliation, o.Affiliation)
	p.Side = cmp.Or(p.Side, o.Side)
	p.Note = joinNotes(p.Note, o.Note)
	if p.Basis == briefing.BasisAdded && o.Basis != briefing.BasisAdded {
		p.Basis = o.Basis // the source names it after all
	}
	p.Evidence = byPlace(b, joinAnchors(p.Evidence, o.Evidence))
	if o.Side == other && p.Side != keep && p.Side != other {
		// Those on the side of other are on the side that keep has.
		for i := range b.Participants {
			if q := &b.Participants[i]; q.Side == other && q.ID != other {
				q.Side = p.Side
			}
		}
	}
	redirect(b, other, keep)
	b.Participants = slices.DeleteFunc(b.Participants, func(q briefing.Participant) bool { return q.ID == other })
	mark(b, other, Untouched)
	settle(b, keep, other)
	return nil
}

// byPlace sorts anchors by source and position, as mentions stand.
func byPlace(b *briefing.Briefing, ev []briefing.Anchor) []briefing.Anchor {
	rank := map[string]int{}
	for i := range b.Sources {
		rank[b.Sources[i].ID] = i
	}
	slices.SortStableFunc(ev, func(x, y briefing.Anchor) int {
		return cmp.Or(cmp.Compare(rank[x.Source], rank[y.Source]), cmp.Compare(x.Start, y.Start))
	})
	return ev
}

// SplitParticipant makes a participant of its own out of some mentions of
// another, named by their places in its evidence, and returns its ID. An empty
// name is the first of these mentions. Namings that only they have go with them;
// what points at the old participant stays with it. The repair is for the library
// to remember.
func SplitParticipant(s *Session, id string, mentions []int, name string) (newID string, r briefing.Repair, err error) {
	newID, err = add(s, step("split"), "participant", func(b *briefing.Briefing, made string) error {
		return touch(b, id, split(b, id, mentions, name, made))
	})
	if err != nil {
		return "", r, err
	}
	own, rest := s.Briefing().ParticipantByID(newID), s.Briefing().ParticipantByID(id)
	return newID, briefing.Repair{Kind: briefing.RepairSplit, Name: own.Name, Target: rest.Name, Was: rest.Kind}, nil
}

func split(b *briefing.Briefing, id string, mentions []int, name, made string) error {
	p, err := participant(b, id)
	if err != nil {
		return err
	}
	own := briefing.Participant{ID: made, Kind: p.Kind, Name: strings.TrimSpace(name), Basis: briefing.BasisStated}
	var rest []briefing.Anchor
	for i, a := range p.Evidence {
		if slices.Contains(mentions, i) {
			own.Evidence = append(own.Evidence, a)
		} else {
			rest = append(rest, a)
		}
	}
	if len(own.Evidence) == 0 || len(rest) == 0 && p.Basis != briefing.BasisAdded {
		return refuse("split")
	}
	if own.Name == "" {
		own.Name = spaced(own.Evidence[0].Exact)
	}
	named := func(ev []briefing.Anchor, alias string) bool {
		return slices.ContainsFunc(ev, func(a briefing.Anchor) bool { return strings.EqualFold(spaced(a.Exact), alias) })
	}
	p.Aliases = slices.DeleteFunc(p.Aliases, func(alias string) bool {
		if !named(own.Evidence, alias) || named(rest, alias) {
			return false
		}
		if alias != own.Name {
			own.Aliases = append(own.Aliases, alias)
		}
		return true
	})
	p.Evidence = rest
	at := slices.IndexFunc(b.Participants, func(q briefing.Participant) bool { return q.ID == id })
	b.Participants = slices.Insert(b.Participants, at+1, own)
	return nil
}

// RenameParticipant sets what a participant is called; the name that it had
// stays as one of its namings. The repair is for the library to remember.
func RenameParticipant(s *Session, id, name string) (briefing.Repair, error) {
	p := s.Briefing().ParticipantByID(id)
	if p == nil {
		return briefing.Repair{}, gone(id)
	}
	name = strings.TrimSpace(name)
	r := briefing.Repair{Kind: briefing.RepairRename, Name: p.Name, Was: p.Kind, Target: name}
	return r, editParticipant(s, "participant-name", id, func(_ *briefing.Briefing, p *briefing.Participant) error {
		rename(p, name)
		return nil
	})
}

func rename(p *briefing.Participant, name string) {
	if p.Name == name {
		return
	}
	if p.Name != "" && !slices.Contains(p.Aliases, p.Name) {
		p.Aliases = append(p.Aliases, p.Name)
	}
	p.Name = name
	p.Aliases = slices.DeleteFunc(p.Aliases, func(alias string) bool { return alias == name })
}

// SetParticipantKind says what a participant is. One that becomes a place takes
// no part any more: events have it as their place, statements are left without
// the speaker that it was. The repair is for the library to remember.
func SetParticipantKind(s *Session, id string, kind briefing.ParticipantKind) (briefing.Repair, error) {
	p := s.Briefing().ParticipantByID(id)
	if p == nil {
		return briefing.Repair{}, gone(id)
	}
	r := briefing.Repair{Kind: briefing.RepairKindOf, Name: p.Name, Was: p.Kind, Target: string(kind)}
	return r, editParticipant(s, "participant-kind", id, func(b *briefing.Briefing, p *briefing.Participant) error {
		p.Kind = kind
		settle(b, id)
		return nil
	})
}

// DropParticipant says that a participant is none: it is deleted with whatever
// points at it. The repair is for the library to remember.
func DropParticipant(s *Session, id string) (briefing.Repair, error) {
	p := s.Briefing().ParticipantByID(id)
	if p == nil {
		return briefing.Repair{}, gone(id)
	}
	return briefing.Repair{Kind: briefing.RepairNotPerson, Name: p.Name, Was: p.Kind}, Delete(s, id)
}

// SetRole sets the role or office. One that the editor adds needs a note, which
// is the participant's; an empty note leaves that as it is.
func SetRole(s *Session, id, role string, basis briefing.Basis, note string) error {
	return editParticipant(s, "role", id, func(_ *briefing.Briefing, p *briefing.Participant) error {
		p.Role, p.RoleBasis = strings.TrimSpace(role), basis
		if p.Role == "" {
			p.RoleBasis = ""
		}
		p.Note = cmp.Or(strings.TrimSpace(note), p.Note)
		return nil
	})
}

// SetAffiliation sets what a participant belongs to, by ID; "" for nothing.
func SetAffiliation(s *Session, id, other string) error {
	return editParticipant(s, "affiliation", id, func(_ *briefing.Briefing, p *briefing.Participant) error {
		p.Affiliation = other
		return nil
	})
}

// SetSide sets the side of a participant, by ID; "" for none, its own ID for a
// side. What becomes another's side is a side itself from then on; those on the
// side of one that is no side any more have none.
func SetSide(s *Session, id, side string) error {
	return editParticipant(s, "side", id, func(b *briefing.Briefing, p *briefing.Participant) error {
		p.Side = side
		if to := b.ParticipantByID(side); side != "" && to != nil && to.Side == "" {
			to.Side = side
		}
		settle(b, id)
		return nil
	})
}

// SetAliases sets the other namings in the source.
func SetAliases(s *Session, id string, aliases []string) error {
	return editParticipant(s, "aliases", id, func(_ *briefing.Briefing, p *briefing.Participant) error {
		p.Aliases = nil
		for _, alias := range aliases {
			if alias = strings.TrimSpace(alias); alias != "" {
				p.Aliases = joinIDs(p.Aliases, []string{alias})
			}
		}
		return nil
	})
}

// SetNames sets the name in other scripts. One that is not in the source is
// [briefing.BasisAdded] and needs a note.
func SetNames(s *Session, id string, names []briefing.Name) error {
	return editParticipant(s, "names", id, func(_ *briefing.Briefing, p *briefing.Participant) error {
		p.Names = slices.Clone(names)
		return nil
	})
}
