package extract

import (
	"briefline/app/analysis"
	"briefline/app/briefing"
	"briefline/app/event"
	txt "briefline/app/text"
	"briefline/app/timex"
)

// ledger returns every date phrase as the briefing keeps it: its words, what
// they mean or that they do not resolve, against what and by which rule.
func ledger(s *briefing.Source, dates []timex.Expression) []briefing.Dating {
	var out []briefing.Dating
	for _, x := range dates {
		out = append(out, dating(s, x))
	}
	return out
}

// dating is one date phrase.
func dating(s *briefing.Source, x timex.Expression) briefing.Dating {
	d := briefing.Dating{
		EDTF: x.EDTF, Words: s.Text[x.Start:x.End], Against: x.Against, Rule: string(x.Rule),
		Basis: briefing.BasisStated, Evidence: []briefing.Anchor{briefing.NewAnchor(s, x.Start, x.End)},
	}
	if x.EDTF.IsZero() {
		d.Timex = x.Value
	}
	return d
}

// Redate gives a source another publication date, or with a zero Dating none,
// and reads every date that hangs on it anew: those of the ledger, and those of
// events that were taken from the text. What an editor added stays as it is. It
// changes b in place, so that it can be one edit, and words the checks of dates
// anew; a check that was resolved stays. It does nothing for an unknown source.
func (x *Extractor) Redate(b *briefing.Briefing, source string, published briefing.Dating) {
	s := b.SourceByID(source)
	if s == nil {
		return
	}
	s.Published = published
	d := &draft{x: x, source: s, sentences: s.Sentences, head: readHead(s.Text)}
	if d.parser, _ = x.parser(); d.parser == nil {
		return // nothing was drafted without it
	}
	d.analyse(s.Text[:readable(s.Text)])
	a, dates := d.analysis, d.analysis.Dates
	foreign := x.foreign(s)
	s.Dates = ledger(s, dates)
	byPlace := map[briefing.Span]briefing.Dating{}
	for _, d := range s.Dates {
		byPlace[place(d)] = d
	}
	renew := func(d *briefing.Dating) {
		if d.Basis == briefing.BasisAdded || len(d.Evidence) == 0 || d.Evidence[0].Source != source {
			return
		}
		if now, ok := byPlace[place(*d)]; ok {
			basis, note, evidence := d.Basis, d.Note, d.Evidence
			*d = now
			d.Basis, d.Note, d.Evidence = basis, note, evidence
		}
	}
	if !foreign {
		date := event.Dates(a)
		for _, list := range [][]briefing.Event{b.Events, b.More} {
			redateEvents(s, list, a, date, renew)
		}
	}
	x.renewDateChecks(b)
}

// redateEvents dates events anew: those that were drafted from a source by the
// rules that drafted them, with what now is the day of publication, others by the
// words that they rest on.
func redateEvents(s *briefing.Source, list []briefing.Event, a *analysis.Analysis, date func([]txt.Span) (event.Dating, []event.Dating, bool), renew func(*briefing.Dating)) {
	for i := range list {
		e := &list[i]
		at := tellings(e, s.ID)
		drafted := len(at) > 0 && (e.Date.Rule == "" && e.Date.Basis == "" && e.Date.EDTF.IsZero() || isEventRule(e.Date.Rule))
		if drafted {
			if when, others, ok := date(at); ok {
				setDate(s, e, when, others, a)
				continue
			}
		}
		renew(&e.Date)
		for j := range e.Alternatives {
			renew(&e.Alternatives[j])
		}
	}
}

// place is where a date's phrase stands; zero when it has none.
func place(d briefing.Dating) briefing.Span {
	if len(d.Evidence) == 0 {
		return briefing.Span{}
	}
	return briefing.Span{Start: d.Evidence[0].Start, End: d.Evidence[0].End}
}

// rulePublication is the rule of a date that is the article's own.
const rulePublication = string(event.RulePublication)
