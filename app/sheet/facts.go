package sheet

import "briefline/app/outline"

// figures are the numbers of the card in one paragraph: each with what it counts,
// what it was before and its sentences.
func (l *layout) figures() []bit {
	var out []bit
	for _, f := range l.outline.Figures {
		value, label, before := f.Shown(l.words)
		out = l.fact(out, "figures.head")
		out = append(out, bit{text: value, style: l.look.bodyBold, ink: l.look.ink}, bit{text: " " + label, style: l.look.body, ink: l.look.ink})
		if before != "" {
			out = append(out, bit{text: ", " + before, style: l.look.body, ink: l.look.muted})
		}
		out = append(out, l.refs(f.Refs, label, bit{style: l.look.body})...)
	}
	return out
}

// next is what comes, is put off or called off, in the order of time.
func (l *layout) next() []bit {
	var out []bit
	for _, e := range l.outline.Next() {
		out = l.fact(out, "next.head")
		out = append(out, bit{text: outline.When(l.words, e.Event, nil) + " ", style: l.look.bodyBold, ink: l.look.ink},
			bit{text: e.Title, style: l.look.body, ink: l.look.ink})
		out = append(out, l.refs(e.Refs, e.Title, bit{style: l.look.body})...)
	}
	return out
}

// unknown is what the article itself says is not known.
func (l *layout) unknown() []bit {
	var out []bit
	for _, line := range l.outline.Unknown {
		out = l.fact(out, "unknown.head")
		out = append(out, bit{text: line.Text, style: l.look.body, ink: l.look.ink})
		out = append(out, l.refs(line.Refs, line.Text, bit{style: l.look.body})...)
	}
	return out
}

// fact begins another fact of a paragraph: with the paragraph's head, or parted
// from the fact before.
func (l *layout) fact(before []bit, head string) []bit {
	if len(before) == 0 {
		return []bit{{text: l.words.Text(head) + "  ", style: l.look.bodyBold, ink: l.look.muted}}
	}
	return append(before, bit{text: "  ·  ", style: l.look.body, ink: l.look.muted})
}
