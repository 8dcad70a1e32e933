package session

import (
	"slices"
	"strings"

	txt "briefline/app/text"

	"briefline/app/briefing"
	"briefline/app/edtf"
)

// SourceField is one of the facts about a source that are plain text.
type SourceField string

// The fields. Each is the end of a message ID.
const (
	FieldHeadline  SourceField = "headline"
	FieldPublisher SourceField = "publisher"
	FieldByline    SourceField = "byline"
	FieldPlace     SourceField = "place" // of the dateline
	FieldAddress   SourceField = "address"
	FieldLanguage  SourceField = "language" // BCP 47
)

// SetSourceField sets a fact about a source; "" for unknown.
func SetSourceField(s *Session, id string, field SourceField, value string) error {
	return s.Do(step("source-"+string(field)), func(b *briefing.Briefing) error {
		src, err := source(b, id)
		if err != nil {
			return err
		}
		to := map[SourceField]*string{
			FieldHeadline: &src.Headline, FieldPublisher: &src.Publisher, FieldByline: &src.Byline,
			FieldPlace: &src.Place, FieldAddress: &src.Address, FieldLanguage: &src.Language,
		}[field]
		if to == nil {
			return refuse("no-text")
		}
		*to = strings.TrimSpace(value)
		return nil
	})
}

// Redate reads the dates of a source anew that hang on its publication date, and
// sets that: [briefline/app/extract.Extractor.Redate].
type Redate = func(b *briefing.Briefing, source string, published briefing.Dating)

// SetPublished sets the publication date of a source; the zero date is unknown.
// The ground is as for [SetEventDate]. With redate, every date that hangs on it
// moves in the same step: "Thursday" gets its calendar date once the day of
// publication is known. Without, these stay as they are.
func SetPublished(s *Session, id string, d edtf.Date, g Ground, redate ...Redate) error {
	return s.Do(step("source-published"), func(b *briefing.Briefing) error {
		src, err := source(b, id)
		if err != nil {
			return err
		}
		setDate(&src.Published, d, g)
		for _, again := range redate {
			again(b, id, src.Published)
		}
		return nil
	})
}

// Anchored is what became of one piece of evidence when the text of its source
// was corrected.
type Anchored struct {
	Item  string // ID of what rests on it
	Part  string // "date", "alternatives[0]", "relations[0]", "published", "dates[0]"; "" for the item itself
	State briefing.AnchorState
	Was   briefing.Anchor
	Is    briefing.Anchor // zero when lost
}

// Report is what became of all evidence in a source, in the order of the
// briefing.
type Report []Anchored

// Of returns what came out in a state; the last two, changed and lost, are for a
// person to look at.
func (r Report) Of(state briefing.AnchorState) (out Report) {
	for _, a := range r {
		if a.State == state {
			out = append(out, a)
		}
	}
	return out
}

// SetSourceText corrects the text of a source. All evidence in it is looked for
// again and stands where it was found; what is lost is taken away. An item that
// has lost all of its evidence is the editor's own from then on, and lostNote
// says so, in the reader's language. Sentences that the correction does not touch
// stay cut as they were. Of the date ledger stays what the correction does not
// touch; redate reads it anew. The report is nil when the edit was not done.
func SetSourceText(s *Session, id, text, lostNote string, redate ...Redate) (Report, error) {
	var report Report
	err := s.Do(step("source-text"), func(b *briefing.Briefing) error {
		src, err := source(b, id)
		if err != nil {
			return err
		}
		if len(text) > briefing.MaxSize/2 {
			return refuse("source-large")
		}
		old := src.Text
		if old == text {
			return nil
		}
		src.Text = text
		recut(src, old)
		eachEvidence(b, func(item, part string, ev *[]briefing.Anchor) {
			report = append(report, anchorAgain(src, item, part, ev)...)
		})
		src.Dates = slices.DeleteFunc(src.Dates, func(d briefing.Dating) bool {
			return len(d.Evidence) == 0 || d.Words != "" && !strings.Contains(d.Evidence[0].Exact, d.Words)
		})
		for e := range b.AllEvents() {
			requote(&e.Date)
			for k := range e.Alternatives {
				requote(&e.Alternatives[k])
			}
		}
		regroundAll(b, report, lostNote)
		for _, again := range redate {
			again(b, id, src.Published)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return report, nil
}

// anchorAgain finds the anchors of one list in the source's new text.
func anchorAgain(src *briefing.Source, item, part string, ev *[]briefing.Anchor) (out Report) {
	kept := (*ev)[:0]
	for _, a := range *ev {
		if a.Source != src.ID {
			kept = append(kept, a)
			continue
		}
		at, state := a.Locate(src.Text)
		r := Anchored{Item: item, Part: part, State: state, Was: a}
		if state != briefing.AnchorLost {
			r.Is = briefing.NewAnchor(src, at.Start, at.End)
			r.Is.Extra = a.Extra
			kept = append(kept, r.Is)
		}
		out = append(out, r)
	}
	*ev = kept
	return out
}

// requote sets the words of a date that its evidence does not hold any more to
// those that stand there now.
func requote(d *briefing.Dating) {
	if d.Words == "" || slices.ContainsFunc(d.Evidence, func(a briefing.Anchor) bool { return strings.Contains(a.Exact, d.Words) }) {
		return
	}
	d.Words = ""
	if len(d.Evidence) > 0 {
		d.Words = d.Evidence[0].Exact
	}
}

// regroundAll gives what has lost its evidence to the editor, with a note. What
// was accepted on words that are no longer there is to be looked at again.
func regroundAll(b *briefing.Briefing, report Report, note string) {
	for _, a := range report {
		if a.State == briefing.AnchorChanged || a.State == briefing.AnchorLost {
			mark(b, a.Item, Untouched)
		}
	}
	for _, a := range report.Of(briefing.AnchorLost) {
		it, err := find(b, a.Item)
		if err != nil {
			continue
		}
		switch {
		case it.check != nil && a.Part == "" && len(it.check.Evidence) == 0 && it.check.Detail == "":
			it.check.Detail = note
		case it.source != nil && a.Part == "published":
			reground(&it.source.Published.Basis, &it.source.Published.Note, it.source.Published.Evidence, note)
		case it.event != nil && strings.HasPrefix(a.Part, "date"):
			reground(&it.event.Date.Basis, &it.event.Date.Note, it.event.Date.Evidence, note)
		case it.event != nil && strings.HasPrefix(a.Part, "alternatives"):
			for i := range it.event.Alternatives {
				d := &it.event.Alternatives[i]
				reground(&d.Basis, &d.Note, d.Evidence, note)
			}
		case a.Part == "":
			if basis, to, ev := it.ground(); basis != nil {
				reground(basis, to, *ev, note)
			}
		}
	}
}

func reground(basis *briefing.Basis, note *string, ev []briefing.Anchor, why string) {
	if len(ev) > 0 || *basis == briefing.BasisAdded {
		return
	}
	*basis = briefing.BasisAdded
	if *note != "" {
		*note += " "
	}
	*note += why
}

// recut cuts the sentences of a source whose text was old. Those before and
// after all that differs keep their cuts, and what a file says about them.
func recut(src *briefing.Source, old string) {
	head, tail := common(old, src.Text)
	shift := len(src.Text) - len(old)
	var before, after []briefing.Span
	extra := map[briefing.Span]*briefing.Extra{}
	keep := func(list *[]briefing.Span, was briefing.Span, by int) {
		is := briefing.Span{Start: was.Start + by, End: was.End + by}
		*list = append(*list, is)
		if e := src.SpanExtra[was]; e != nil {
			extra[is] = e
		}
	}
	for _, span := range src.Sentences {
		switch {
		case span.End < head: // one that ends where the change begins may go on now
			keep(&before, span, 0)
		case span.Start > len(old)-tail:
			keep(&after, span, shift)
		}
	}
	from, to := 0, len(src.Text)
	if len(before) > 0 {
		from = before[len(before)-1].End
	}
	if len(after) > 0 {
		to = after[0].Start
	}
	src.Sentences = before
	for _, span := range txt.Sentences(src.Text[from:to]) {
		src.Sentences = append(src.Sentences, briefing.Span{Start: from + span.Start, End: from + span.End})
	}
	src.Sentences = slices.Concat(src.Sentences, after)
	src.SpanExtra = nil
	if len(extra) > 0 {
		src.SpanExtra = extra
	}
}
