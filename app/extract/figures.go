package extract

import (
	"time"

	"briefline/app/briefing"
	"briefline/app/figure"
)

// figures puts what the text counts on the card, with who says so and since
// when.
func (d *draft) figures() {
	a := d.analysis
	lead := map[int]bool{}
	for _, i := range a.Lead {
		lead[i] = true
	}
	in := figure.Input{
		Text: d.source.Text, Sentences: a.Sentences, Headline: a.Headline,
		Skip: func(i int) bool { return a.Furniture[i] },
		Lead: func(i int) bool { return lead[i] },
		Name: func(i, w int) bool { return a.NameAt(i, w) >= 0 },
		Date: d.dateOfWord,
	}
	if p := d.source.Published.EDTF; !p.IsZero() {
		in.Year = time.Unix(p.Bounds().From, 0).UTC().Year()
	}
	for _, f := range figure.Find(in) {
		out := briefing.Figure{ID: d.id("", "figure"), Label: f.Label, Unit: f.Unit, Basis: briefing.BasisStated, Confidence: f.Confidence}
		for _, v := range f.Values {
			out.Values = append(out.Values, d.figureValue(v))
		}
		if f.Confidence < .7 {
			out.Doubts = []briefing.Doubt{briefing.DoubtLowScore}
		}
		d.b.Figures = append(d.b.Figures, out)
	}
}

// dateOfWord returns the innermost date that holds a word and the year that it
// lies in or begins with; -1 for none, year 0 where it has none.
func (d *draft) dateOfWord(sentence, word int) (date, year int) {
	all := d.analysis.DateAt(sentence, word)
	if len(all) == 0 {
		return -1, 0
	}
	date = all[len(all)-1]
	for _, k := range all {
		if x := d.analysis.Dates[k].EDTF; !x.IsZero() {
			b := x.Bounds()
			from, to := time.Unix(b.From, 0).UTC().Year(), time.Unix(b.To-1, 0).UTC().Year()
			if from == to || to > from+100 && from > 0 { // "since 1997" has no end
				year = from
			}
		}
	}
	return date, year
}

func (d *draft) figureValue(v figure.Value) briefing.FigureValue {
	out := briefing.FigureValue{
		Words: oneLine(v.At.Of(d.source.Text)), Low: v.Low, High: v.High, Basis: briefing.BasisStated,
		Evidence: []briefing.Anchor{d.anchor(v.At)},
	}
	if v.Date >= 0 {
		x := d.analysis.Dates[v.Date]
		if !x.EDTF.IsZero() {
			out.AsOf = dating(d.source, x)
		}
	}
	for k := range d.b.Statements {
		s := &d.b.Statements[k]
		for _, e := range s.Evidence {
			if e.Start <= v.At.Start && v.At.End <= e.End && s.Speaker != "" {
				out.Speaker = s.Speaker
				return out
			}
		}
	}
	return out
}
