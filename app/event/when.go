package event

import (
	"regexp"
	"strings"

	"briefline/app/analysis"
	"briefline/app/edtf"
	"briefline/app/syntax"
	txt "briefline/app/text"
	"briefline/app/timex"
)

// when is a date phrase at its place in a tree.
type when struct {
	n        int // index into the dates of the analysis
	s        *sent
	from, to int // words, half-open
	head     int
	edtf     edtf.Date
	low      string
	name     bool   // part of a name: "Euro 2016", "the Act of 2008"
	life     string // "born" or "died": one end of a person's dates behind the name
	owner    int    // the word that the life belongs to
	open     bool   // a month or day that has its year from elsewhere
	quoted   bool

	unresolved bool // a date that nothing settles: "Thursday" without a day of publication
}

func (q *when) span() txt.Span {
	return txt.Span{Start: q.s.Words[q.from].Start, End: q.s.Words[q.to-1].End}
}

// day reports whether the date is a single day or finer.
func (q *when) day() bool {
	return !q.edtf.IsZero() && (q.edtf.Kind() == edtf.KindDate || q.edtf.Kind() == edtf.KindDateTime) && q.edtf.Precision() >= edtf.PrecisionDay
}

// anchors reports whether a date hangs on an event that the byte at is a word of:
// "since the 2016 agreement" hangs on the agreement and does not date it.
func (q *when) anchors(a *analysis.Analysis, at int) bool {
	x := a.Dates[q.n].Anchor
	return x.Start <= at && at < x.End
}

// readWhens lays the dates of the analysis on the trees.
func (r *reader) readWhens() {
	spans := r.outer()
	old, all := 0, 0
	for n := range r.a.Dates {
		x := &r.a.Dates[n]
		at := r.a.SentenceAt(x.Start)
		if at < 0 || x.Start < r.sents[at].Start || r.inFurniture(x.Start) {
			continue
		}
		s := r.sents[at]
		from, to := s.Within(txt.Span{Start: x.Start, End: x.End})
		if from >= to {
			continue
		}
		if inner, ok := spans[n]; ok && inner {
			if life := r.lifeOf(s, n, from); life != nil {
				r.addWhen(life)
			}
			continue
		}
		q := &when{n: n, s: s, from: from, to: to, head: s.HeadOf(from, to), edtf: x.EDTF, low: strings.ToLower(r.a.Text[x.Start:x.End]), quoted: r.a.Quoted(x.Start) >= 0}
		if notADate(r.a.Text, x, q.low) || x.Type == timex.Duration && x.EDTF.IsZero() || x.Type == timex.Set {
			q.edtf = edtf.Date{}
		}
		q.unresolved = q.edtf.IsZero() && x.EDTF.IsZero() && (x.Type == timex.Date || x.Type == timex.Time) && strings.HasPrefix(x.Value, "XXXX") && !strings.HasPrefix(x.Value, "XXXX-XX-XX") && !notADate(r.a.Text, x, q.low)
		q.name = r.inName(s, q)
		q.open = openYear.MatchString(q.low) && !fourDigits.MatchString(q.low) && (x.Rule == timex.RuleMonth || x.Rule == timex.RuleMonthDay || x.Rule == timex.RuleSeason || x.Rule == timex.RuleMonthPart || x.Rule == timex.RuleHoliday)
		r.addWhen(q)
		if x.Type == timex.Date || x.Type == timex.Time || !q.edtf.IsZero() {
			for k := from; k < to; k++ {
				if q.anchors(r.a, s.Words[k].Start) {
					continue // the words of an event, not of a time
				}
				s.date[k] = len(r.whens) - 1
			}
		}
		if q.edtf.IsZero() || q.edtf.Bounds().FromEnd != edtf.EndKnown {
			continue
		}
		all++
		if !r.a.Published.IsZero() && q.year() < yearOf(r.a.Published) {
			old++
		}
	}
	if all > 0 {
		r.oldShare = float64(old) / float64(all)
	}
}

func (r *reader) addWhen(q *when) {
	r.whens = append(r.whens, q)
	q.s.whens = append(q.s.whens, q)
}

func (q *when) year() int64 { return yearOf(q.edtf) }

func yearOf(d edtf.Date) int64 {
	y, _, _, _, _, _ := edtf.Civil(d.Bounds().From)
	return y
}

// inFurniture reports whether a date stands in what the page says of itself.
func (r *reader) inFurniture(at int) bool {
	if at >= r.a.Dateline.Start && at < r.a.Dateline.End {
		return true
	}
	s := r.a.SentenceAt(at)
	return s >= 0 && r.a.Furniture[s]
}

// outer marks the dates that stand inside another: true for the ends of a span,
// which the span speaks for, and for the year inside "since the 2016 agreement".
func (r *reader) outer() map[int]bool {
	out := map[int]bool{}
	end, by := -1, -1
	for n := range r.a.Dates {
		x := &r.a.Dates[n]
		if x.Start < end {
			switch r.a.Dates[by].Rule {
			case timex.RuleSpan, timex.RuleSpanBetween, timex.RuleSpanDash:
				out[n] = true
			}
			continue
		}
		if x.Value == "" {
			end, by = x.End, n
		}
	}
	return out
}

// lifeOf reads one end of a person's dates in brackets right behind the name.
func (r *reader) lifeOf(s *sent, n, from int) *when {
	x := &r.a.Dates[n]
	if x.EDTF.IsZero() {
		return nil
	}
	k := n - 1
	for k >= 0 && r.a.Dates[k].Value != "" {
		k--
	}
	if k < 0 || r.a.Dates[k].Rule != timex.RuleSpanDash || r.a.Dates[k].End < x.End {
		return nil
	}
	open := strings.TrimRight(r.a.Text[max(s.Start, r.a.Dates[k].Start-40):r.a.Dates[k].Start], " ")
	paren := strings.LastIndexByte(open, '(')
	if paren < 0 || strings.ContainsAny(open[paren:], ")") {
		return nil
	}
	at := s.At(r.a.Dates[k].Start) - 1
	for ; at >= 0 && s.Words[at].Form != "("; at-- {
	}
	if at <= 0 {
		return nil
	}
	owner := at - 1
	for s.group[owner] < 0 && s.name[owner] >= 0 && s.Words[owner].Head >= 0 && s.name[s.Words[owner].Head] == s.name[owner] {
		owner = s.Words[owner].Head
	}
	if s.group[owner] < 0 || r.a.Groups[s.group[owner]].Kind != analysis.Person {
		return nil
	}
	life := "born"
	if x.End == r.a.Dates[k].End {
		life = "died"
	}
	if span := r.a.Dates[k].EDTF.Bounds(); span.To-span.From < 12*365*86400 {
		return nil // a term of office, no life
	}
	return &when{n: n, s: s, from: from, to: from + 1, head: from, edtf: x.EDTF, low: strings.ToLower(r.a.Text[x.Start:x.End]), life: life, owner: owner}
}

var (
	openYear   = regexp.MustCompile(`\b(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|christmas|easter|spring|summer|autumn|winter|fall)\b`)
	fourDigits = regexp.MustCompile(`\d{4}|year|ago|last|next|this`)
	halves     = regexp.MustCompile(`^(the )?(first|second|other) half$`)
	ageOfEarth = regexp.MustCompile(`\b(million|billion|thousand)s?( of)? years ago$`)
	partOnly   = regexp.MustCompile(`^(the (evening|night|morning|afternoon|day)|the start of the day|late in the day)$`)
	product    = regexp.MustCompile(`^ ?(\d+[A-Z]|[A-Z]{1,2}\d*\b)`)
	wordBefore = regexp.MustCompile(`\b([A-Z][A-Za-z]+) $`)
	lawBefore  = regexp.MustCompile(`\b(Act|Law|Treaty|Constitution|Agreement|Accords?) of $`)
	noNames    = set("in by since until from on of the around between during before after january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn fall winter late early mid")
)

// notADate reports whether words that look like a date are none here.
func notADate(text string, x *timex.Expression, low string) bool {
	if halves.MatchString(low) || ageOfEarth.MatchString(low) || partOnly.MatchString(low) {
		return true
	}
	next := text[x.End:min(len(text), x.End+6)]
	if len(low) == 4 && low[0] >= '0' && low[0] <= '9' || !strings.ContainsAny(low, " 0123456789") {
		if product.MatchString(next) && !strings.HasPrefix(next, " AD") && !strings.HasPrefix(next, " BC") && !strings.HasPrefix(next, " CE") && !strings.HasPrefix(next, " I") && !strings.HasPrefix(next, " A ") {
			return true
		}
	}
	return false
}

// inName reports whether a year is part of a name, and dates nothing else.
func (r *reader) inName(s *sent, q *when) bool {
	text := r.a.Text
	at := q.span()
	if n := s.name[q.head]; n >= 0 && (r.a.Names[n].Start < at.Start || r.a.Names[n].End > at.End) {
		return true
	}
	if len(q.low) != 4 || q.low[0] < '0' || q.low[0] > '9' {
		return false
	}
	before := text[max(0, at.Start-25):at.Start]
	if lawBefore.MatchString(before) {
		return true
	}
	m := wordBefore.FindStringSubmatch(before)
	return m != nil && !noNames[strings.ToLower(m[1])] && q.from > 0 && s.Words[q.from-1].POS == syntax.PROPN
}

// preposition is the word that ties a date to its sentence: "in", "since"; empty
// for none.
func (q *when) preposition() string {
	for _, k := range q.s.Kids(q.head) {
		if q.s.Is(k, "case", "mark") {
			return q.s.low[k]
		}
	}
	for w := q.from; w < q.to; w++ {
		for _, k := range q.s.Kids(w) {
			if q.s.Is(k, "case") {
				return q.s.low[k]
			}
		}
	}
	if q.from > 0 && q.s.Words[q.from-1].POS == syntax.ADP {
		return q.s.low[q.from-1]
	}
	return ""
}

// value is the date as its preposition reads it. The words "since", "until" and
// "around" are read by the recogniser; a year after "by" or "before" is a bound.
func (q *when) value() edtf.Date {
	if text := q.edtf.String(); strings.HasPrefix(text, "[..") || strings.HasSuffix(text, "..]") {
		// "by 2012" is one of the days until then; of an event it is a bound.
		text = strings.Trim(text, "[]")
		if after, ok := strings.CutPrefix(text, ".."); ok {
			text = "../" + after
		} else {
			text = strings.TrimSuffix(text, "..") + "/.."
		}
		if d, err := edtf.Parse(text); err == nil {
			return d
		}
	}
	if q.edtf.Kind() == edtf.KindDateTime {
		switch q.preposition() {
		case "before", "after", "until", "by": // "before midnight": the day is sure, the hour is not
			return q.theDay()
		}
	}
	if q.edtf.Precision() == edtf.PrecisionYear && q.edtf.Kind() == edtf.KindDate {
		switch q.preposition() {
		case "by", "before":
			if d, err := edtf.Parse("../" + q.edtf.String()); err == nil {
				return d
			}
		}
	}
	return q.edtf
}

// theDay is a date without its time of day.
func (q *when) theDay() edtf.Date {
	text, _, _ := strings.Cut(q.edtf.String(), "T")
	if d, err := edtf.Parse(text); err == nil {
		return d
	}
	return q.edtf
}

// readEntries finds the dates that open an entry, "March 1994: Lisk declares …": all
// of its paragraph happened then. One such paragraph is no chronicle.
func (r *reader) readEntries() {
	r.entry = make([]*when, len(r.sents))
	opens := map[int]*when{}
	for _, q := range r.whens {
		if _, known := opens[q.s.par]; known || q.from != 0 || q.edtf.IsZero() || q.s.n > 0 && r.sents[q.s.n-1].par == q.s.par {
			continue
		}
		if q.to < len(q.s.Words) && entryMarks[q.s.Words[q.to].Form] {
			opens[q.s.par] = q
		}
	}
	if len(opens) < leastEntries {
		return
	}
	for _, s := range r.sents {
		r.entry[s.n] = opens[s.par]
	}
}

// leastEntries is how many entries make a chronicle.
const leastEntries = 3

var entryMarks = map[string]bool{":": true, "–": true, "—": true, "-": true}

var bareTime = regexp.MustCompile(`yesterday|today|tomorrow|tonight|^(last|this|next|early|late|earlier) |day$|ago$`)
