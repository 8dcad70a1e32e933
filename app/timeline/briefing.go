package timeline

import (
	"slices"

	"briefline/app/briefing"
	"briefline/app/edtf"
)

// FromBriefing returns the events of b as a source.
//
// A dated event stands where its date may lie. Its core is
//
//   - all of it, when the date is stated;
//   - nothing, when the date is approximate, uncertain or one of several: both
//     edges fade over half the bar each. The qualifiers do not widen the bar, see
//     edtf.Date.Bounds. In an interval only a qualified end fades, over the unit
//     it is written in;
//   - the unit of its known end, when the other end is open ("2016/.."); for one
//     of a set ("[2016..]") that unit fades as well.
//
// Other dates that the source gives widen the bar to all of them.
//
// An event without a date stands where its relations bound it, in StyleRelative:
// "after" and "since" from the earliest the other may be, since it may be in the
// same year, fading in over the other's bar; "before" likewise; "during" and
// "same-as" within the other's bounds. Relations count from either side. With no
// bound at all, or bounds that contradict each other, it stands on the shelf, in
// the order of its relations, then of the briefing.
//
// Weight is 1 and the number of anchors of the evidence. Groups are the sides of
// the participants.
func FromBriefing(b *briefing.Briefing) *Memory {
	events := make([]placed, len(b.Events))
	for i := range b.Events {
		events[i] = dated(&b.Events[i])
	}
	edges := relations(b)
	relate(events, edges)

	var items []Item
	var undated []int
	for i := range b.Events {
		ev, pl := &b.Events[i], events[i]
		it := pl.item
		if !it.OpenLo || !it.OpenHi {
			it.ID = ev.ID
			it.Added = ev.Basis == briefing.BasisAdded || ev.Date.Basis == briefing.BasisAdded
			if it.Added && it.Style == StyleStated {
				it.Style = StyleAdded
			}
			it.Weight = float64(1 + len(ev.Evidence))
			it.Groups = sides(b, ev)
			items = append(items, it)
			continue
		}
		undated = append(undated, i)
	}
	var shelf []string
	for _, i := range shelfOrder(undated, edges) {
		shelf = append(shelf, b.Events[i].ID)
	}
	return NewMemory(items, shelf)
}

// sides returns the sides of an event's participants, each once, in their order.
func sides(b *briefing.Briefing, ev *briefing.Event) []string {
	var out []string
	for _, id := range ev.Participants {
		p := b.ParticipantByID(id)
		if p != nil && p.Side != "" && !slices.Contains(out, p.Side) {
			out = append(out, p.Side)
		}
	}
	return out
}

// placed is an event's place in time; open at both ends is none.
type placed struct {
	item  Item
	dated bool
}

var nowhere = Item{Lo: edtf.Min, Hi: edtf.Max, OpenLo: true, OpenHi: true}

// dated returns the place that the dates of an event give it.
func dated(ev *briefing.Event) placed {
	it, ok := span(ev.Date.EDTF)
	if !ok {
		return placed{item: nowhere}
	}
	for _, other := range ev.Alternatives {
		if o, ok := span(other.EDTF); ok {
			it = union(it, o)
		}
	}
	return placed{item: it, dated: true}
}

// union returns the hull of two readings of one date. Certain is only what both
// hold for certain.
func union(a, b Item) Item {
	if a.Lo == b.Lo && a.Hi == b.Hi {
		return a
	}
	u := Item{
		Lo: min(a.Lo, b.Lo), Hi: max(a.Hi, b.Hi),
		CoreLo: max(a.CoreLo, b.CoreLo), CoreHi: min(a.CoreHi, b.CoreHi),
		OpenLo: a.OpenLo || b.OpenLo, OpenHi: a.OpenHi || b.OpenHi,
		Style: StyleRough, Point: a.Point && b.Point,
	}
	if u.OpenLo || u.OpenHi {
		u.Style = StyleOpen
	}
	if u.CoreLo >= u.CoreHi {
		u.CoreLo = u.CoreHi + (u.CoreLo-u.CoreHi)/2
		u.CoreHi = u.CoreLo
	}
	return u
}

// span returns where a date may lie; ok is false when it does not say a year at
// all. Open ends stand at edtf.Min and edtf.Max.
func span(d edtf.Date) (it Item, ok bool) {
	if d.IsZero() {
		return Item{}, false
	}
	simple := d.Kind() == edtf.KindDate || d.Kind() == edtf.KindDateTime || d.Kind() == edtf.KindSeason
	if simple && d.Precision() == edtf.PrecisionNone {
		return Item{}, false
	}
	b := d.Bounds()
	it = Item{
		Lo: b.From, Hi: b.To, CoreLo: b.From, CoreHi: b.To,
		OpenLo: b.FromEnd != edtf.EndKnown, OpenHi: b.ToEnd != edtf.EndKnown,
	}
	if it.OpenLo && it.OpenHi {
		return Item{}, false
	}
	members := d.Members()
	choice := d.Kind() == edtf.KindOneOf && (len(members) > 1 || members[0].Range)
	switch {
	case it.OpenLo || it.OpenHi:
		it.Style = StyleOpen
		it.CoreLo, it.CoreHi = knownUnit(members, it.OpenLo)
		switch {
		case choice && it.OpenHi:
			it.CoreLo = it.CoreHi
		case choice:
			it.CoreHi = it.CoreLo
		}
	case choice || simple && rough(d):
		it.Style = StyleRough
		it.CoreLo = it.Lo + (it.Hi-it.Lo)/2
		it.CoreHi = it.CoreLo
	case rough(d):
		it.Style = StyleRough
		roughEnds(&it, members)
	case simple:
		it.Point = d.Precision() >= edtf.PrecisionDay
	}
	return it, true
}

func rough(d edtf.Date) bool { return d.Approximate() || d.Uncertain() }

// knownUnit returns the bounds of the date next to the open end of a set or of an
// interval: the first of all when it is open to the right.
func knownUnit(members []edtf.Member, openLo bool) (from, to int64) {
	for _, m := range members {
		switch {
		case openLo && m.FromEnd != edtf.EndKnown:
			b := m.To.Bounds()
			return b.From, b.To
		case !openLo && m.ToEnd != edtf.EndKnown:
			b := m.From.Bounds()
			return b.From, b.To
		}
	}
	return 0, 0
}

// roughEnds takes the qualified ends of an interval, or of a whole set, out of
// the core.
func roughEnds(it *Item, members []edtf.Member) {
	for _, m := range members {
		if b := m.From.Bounds(); rough(m.From) && b.From == it.Lo {
			it.CoreLo = max(it.CoreLo, b.To)
		}
		if b := m.To.Bounds(); rough(m.To) && b.To == it.Hi {
			it.CoreHi = min(it.CoreHi, b.From)
		}
	}
	if it.CoreLo > it.CoreHi { // an end within the unit of the other
		it.CoreLo = it.Lo + (it.Hi-it.Lo)/2
		it.CoreHi = it.CoreLo
	}
}
