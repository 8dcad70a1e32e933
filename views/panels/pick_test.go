package panels

import (
	"slices"
	"strings"
	"testing"

	"briefline/app/briefing"
)

// linked lists the items of a kind that a highlight lights up beside its own.
func linked(h *Highlight, k Kind) string {
	var out []string
	for p := range h.Linked {
		if p.Kind == k && p != h.Pick {
			out = append(out, p.ID)
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

func sentences(x *Index, h *Highlight) string {
	var refs []briefing.Ref
	for r := range h.Sentences {
		refs = append(refs, r)
	}
	slices.SortFunc(refs, func(a, b briefing.Ref) int { return a.Sentence - b.Sentence })
	var out []string
	for _, r := range refs {
		out = append(out, x.Briefing.RefName(r))
	}
	return strings.Join(out, " ")
}

// What each kind of thing lights up in the bundled briefing.
func TestRelate(t *testing.T) {
	x := NewIndex(bishkek(t))
	tests := []struct {
		pick                         Pick
		sentences                    string
		events, people, said, checks string
		lines                        string
	}{
		// An event: who takes part, where, and the statements that report it.
		{Pick{KindEvent, "isil-defeat"}, "S5", "", "iraq isil syria", "q6", "check-isil", ""},
		// Its sentences are those of all its dates: the meeting has two.
		{Pick{KindEvent, "meeting"}, "S1 S2", "", "bishkek-city junushaliev rahmani-fazli", "", "check-office check-published check-weekday", "bottom-line"},
		// A participant: what it takes part in and says or is told, not every
		// sentence that has its name.
		{Pick{KindParticipant, "isil"}, "S5", "isil-defeat", "", "", "", ""},
		{Pick{KindParticipant, "syria"}, "S5", "isil-defeat", "", "", "", ""},
		{Pick{KindParticipant, "junushaliev"}, "S2 S9 S10 S11 S12 S13", "meeting", "", "q11 q12 q13 q14 q15 q16 q2", "", ""},
		// A statement: its speaker, whom it is told, and what rests on its words.
		{Pick{KindStatement, "q15"}, "S12", "", "iranian-interior-ministry junushaliev", "", "check-counterparts", "bottom-line k2"},
		{Pick{KindStatement, "q1"}, "S1", "", "rahmani-fazli", "", "check-mark check-wording", "k3"},
		// A sentence: all that rests on it.
		{SentencePick(briefing.Ref{Sentence: 4}), "S5", "isil-defeat", "afghanistan iraq isil rahmani-fazli syria", "q6", "check-isil check-published", ""},
		{Pick{KindCheck, "check-apostrophes"}, "S7 S11", "", "", "q14 q8", "", "bottom-line k1"},
		{Pick{KindLine, "k2"}, "S12 S13", "", "", "q15 q16", "check-counterparts", "bottom-line"},
	}
	for _, tt := range tests {
		h := x.Relate(tt.pick)
		if h == nil {
			t.Errorf("%v lights up nothing", tt.pick)
			continue
		}
		for _, c := range []struct{ what, got, want string }{
			{"sentences", sentences(x, h), tt.sentences},
			{"events", linked(h, KindEvent), tt.events},
			{"participants", linked(h, KindParticipant), tt.people},
			{"statements", linked(h, KindStatement), tt.said},
			{"checks", linked(h, KindCheck), tt.checks},
			{"lines", linked(h, KindLine), tt.lines},
		} {
			if c.got != c.want {
				t.Errorf("%v: %s = %q, want %q", tt.pick, c.what, c.got, c.want)
			}
		}
		if !h.Is(tt.pick.Kind, tt.pick.ID) || !h.Has(tt.pick.Kind, tt.pick.ID) {
			t.Errorf("%v does not light up itself", tt.pick)
		}
	}
}

func TestRelateToNothing(t *testing.T) {
	x := NewIndex(bishkek(t))
	for _, p := range []Pick{
		{}, {KindEvent, "no-such"}, {KindEvent, "q1"}, {KindStatement, ""}, {kindMore, ""}, {"colour", "q1"},
		{KindSentence, "0.13"}, {KindSentence, "1.0"}, {KindSentence, "-1.0"}, {KindSentence, "0.-1"}, {KindSentence, "x"}, {KindSentence, ""},
	} {
		if h := x.Relate(p); h != nil {
			t.Errorf("%v lights up %v, want nothing", p, h.Linked)
		}
		if x.Has(p) {
			t.Errorf("the briefing has %v", p)
		}
	}
	if s := x.Sentence(briefing.Ref{Source: 3}); s != "" {
		t.Errorf("a sentence of no source is %q", s)
	}
	var none *Highlight
	if none.Has(KindEvent, "meeting") || none.Is(KindEvent, "meeting") || none.In(0, briefing.Span{End: 10}) != nil {
		t.Error("nothing picked lights something up")
	}
}

// everything is every item and sentence of a briefing.
func everything(x *Index) []Pick {
	all := slices.Clone(x.picks)
	for i, s := range x.Briefing.Sources {
		for j := range s.Sentences {
			all = append(all, SentencePick(briefing.Ref{Source: i, Sentence: j}))
		}
	}
	return all
}

// Laws that hold for whatever is picked.
func TestRelateLaws(t *testing.T) {
	for _, b := range []*briefing.Briefing{bishkek(t), crowd(), small(40)} {
		x := NewIndex(b)
		for _, p := range everything(x) {
			h := x.Relate(p)
			if h == nil {
				t.Errorf("%s: %v lights up nothing", b.ID, p)
				continue
			}
			if got := ParsePick(p.String()); got != p {
				t.Errorf("%s: as a link %v reads back as %v", b.ID, p, got)
			}
			for q := range h.Linked {
				if !x.Has(q) {
					t.Errorf("%s: %v links %v, which is not there", b.ID, p, q)
				}
			}
			for r := range h.Sentences {
				if x.Sentence(r) == "" {
					t.Errorf("%s: %v leads to sentence %v, which is not there", b.ID, p, r)
				}
				// A sentence and what rests on it light up each other.
				if q := SentencePick(r); p.Kind != KindSentence && !x.Relate(q).Linked[p] {
					t.Errorf("%s: %v lights up %v, not the other way", b.ID, p, q)
				}
			}
			if r, ok := p.Ref(); ok {
				for q := range h.Linked {
					if q.Kind != KindSentence && !x.Relate(q).Sentences[r] {
						t.Errorf("%s: %v lights up %v, not the other way", b.ID, p, q)
					}
				}
			}
			lit := 0
			for i, s := range b.Sources {
				for j, at := range s.Sentences {
					spans := h.In(i, at)
					lit += len(spans)
					for _, sp := range spans {
						if sp.Start < 0 || sp.Start >= sp.End || sp.End > at.End-at.Start {
							t.Errorf("%s: %v marks %v of a sentence of %d bytes", b.ID, p, sp, at.End-at.Start)
						}
					}
					if ref := (briefing.Ref{Source: i, Sentence: j}); len(spans) > 0 && !h.Sentences[ref] {
						t.Errorf("%s: %v marks words of %v, which does not light up", b.ID, p, ref)
					}
				}
			}
			if len(h.Sentences) > 0 && lit == 0 {
				t.Errorf("%s: %v leads to sentences and marks no words in them", b.ID, p)
			}
		}
	}
}

// Participants and what they take part in light up each other.
func TestParticipantsLinkBothWays(t *testing.T) {
	x := NewIndex(bishkek(t))
	for _, p := range x.picks {
		if p.Kind != KindParticipant {
			continue
		}
		for q := range x.Relate(p).Linked {
			if !x.Relate(q).Linked[p] {
				t.Errorf("%v lights up %v, not the other way", p, q)
			}
		}
	}
}

func TestTraced(t *testing.T) {
	b := small(3)
	b.Title.Basis = briefing.BasisAdded
	// The title and the person have no evidence; three events and statements have.
	if traced, all := NewIndex(b).Traced(); traced != 6 || all != 8 {
		t.Errorf("traced %d of %d, want 6 of 8", traced, all)
	}
	x := NewIndex(bishkek(t))
	if traced, all := x.Traced(); traced != all || all < 30 {
		t.Errorf("bundled: traced %d of %d, want all of them", traced, all)
	}
}
