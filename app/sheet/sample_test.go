package sheet

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"briefline/app/briefing"
	"briefline/app/edtf"
)

// maker builds a briefing whose lines rest on sentences of its own sources.
type maker struct {
	b   *briefing.Briefing
	ids int
}

func newMaker(language string) *maker {
	return &maker{b: &briefing.Briefing{Version: 1, ID: "b", Language: language, Modified: time.Date(2024, 2, 3, 10, 0, 0, 0, time.UTC)}}
}

func (m *maker) id() string {
	m.ids++
	return fmt.Sprintf("i%d", m.ids)
}

// source adds a source of sentences.
func (m *maker) source(language string, sentences ...string) {
	s := briefing.Source{ID: m.id(), Publisher: "Agency", Place: "Bishkek", Language: language}
	for _, text := range sentences {
		start := len(s.Text)
		s.Text += text
		s.Sentences = append(s.Sentences, briefing.Span{Start: start, End: len(s.Text)})
		s.Text += "\n"
	}
	m.b.Sources = append(m.b.Sources, s)
}

// on returns evidence: the n-th sentence of all, round and round.
func (m *maker) on(n int) []briefing.Anchor {
	i := n % len(m.b.Sources)
	s := &m.b.Sources[i]
	at := s.Sentences[n/len(m.b.Sources)%len(s.Sentences)]
	return []briefing.Anchor{briefing.NewAnchor(s, at.Start, at.End)}
}

func (m *maker) line(text, stress string, n int) briefing.Line {
	return briefing.Line{ID: m.id(), Text: text, Stress: stress, Evidence: m.on(n)}
}

func (m *maker) event(title, date string, n int) *briefing.Event {
	e := briefing.Event{ID: m.id(), Title: title, Evidence: m.on(n)}
	if date != "" {
		e.Date = briefing.Dating{EDTF: edtf.MustParse(date), Words: date, Evidence: m.on(n)}
	}
	m.b.Events = append(m.b.Events, e)
	return &m.b.Events[len(m.b.Events)-1]
}

// participant adds a person of a side, or with side "-" a state that is one.
func (m *maker) participant(name, role, side string, n int) string {
	id, kind := m.id(), briefing.KindPerson
	if side == "-" {
		side, kind = id, briefing.KindState
	}
	m.b.Participants = append(m.b.Participants, briefing.Participant{ID: id, Kind: kind, Name: name, Role: role, Side: side, Evidence: m.on(n)})
	return id
}

func (m *maker) say(who string, kind briefing.StatementKind, words string, n int) {
	m.b.Statements = append(m.b.Statements, briefing.Statement{ID: m.id(), Speaker: who, Kind: kind, Words: words, Evidence: m.on(n)})
}

func (m *maker) check(words, detail string, n int) {
	m.b.Checks = append(m.b.Checks, briefing.Check{ID: m.id(), Kind: briefing.CheckSingleSource, Words: words, Detail: detail, Evidence: m.on(n)})
}

var dates = []string{"2022-03-04", "2021-05", "2020~", "2019-03/2020-06", "2022", "[2018..]", "2022-11-02", "2016-10-01", "2022-12", "2023-01-05T10:30:00Z", "[..2017]", "2020-21"}

// crowd is a long briefing of three sources.
func crowd(events, people int) *briefing.Briefing {
	m := newMaker("en")
	r := rand.New(rand.NewPCG(1, 2))
	for range 3 {
		var text []string
		for i := range events/3 + 1 {
			text = append(text, fmt.Sprintf("Item %d: the delegation opened talks in Osh, in the presence of several observers whose names the agency does not give.", i+1))
		}
		m.source("en", text...)
	}
	m.b.Title = m.line("Ten years of agreements between neighbours: what was opened, by whom and when", "", 0)
	m.b.BottomLine = m.line("Openings in ten years show steady work on borders, power and water.", "", 1)
	m.b.KeyPoints = []briefing.Line{m.line("Customs and water make up most of it.", "Customs", 2), m.line("Most fall in 2022.", "2022", 3)}
	m.b.Marking = "OFFICIAL"
	for i := range events {
		e := m.event(fmt.Sprintf("Opening %d of talks on water and power", i+1), dates[r.IntN(len(dates))], i)
		if i%9 == 0 {
			e.Date.Basis, e.Date.Note = briefing.BasisAdded, "The editor’s date."
		}
	}
	sides := []string{m.participant("Kyrgyzstan", "", "-", 0), m.participant("Uzbekistan", "", "-", 1), ""}
	kinds := append(briefing.Headings(), briefing.StatementDenial)
	for i := range people {
		who := m.participant(fmt.Sprintf("Speaker Number %d", i+1), []string{"Minister of Energy", "Head of the Customs Service", ""}[i%3], sides[i%3], i)
		for k := range i % 5 {
			m.say(who, kinds[r.IntN(len(kinds))], strings.Repeat("Water is shared by all who live along the river. ", 1+k), i+k)
		}
	}
	m.say("", briefing.StatementClaim, "Credited to nobody, but said.", 5)
	for i := range 9 {
		m.check("Two sources give different days", "One says the third, the other the fourth.", i)
	}
	m.b.Notes = []briefing.Note{{ID: m.id(), Text: "Figures end in October.", Evidence: m.on(4)}}
	return m.b
}

// persian is a briefing in Persian, with Latin, digits and brackets in it.
func persian() *briefing.Briefing {
	m := newMaker("fa")
	m.source("fa",
		"وزیر کشور ایران گفت که دو کشور در مبارزه با قاچاق (از سال ۱۳۹۵) همکاری می‌کنند.",
		"همتای قرقیز او در نشست روز جمعه ۲۴ مه ۲۰۲۴ از توافق امنیتی تازه سخن گفت.",
		"BBC گزارش داد که این دومین توافق از این دست است.")
	m.b.Title = m.line("وزیر کشور قرقیزستان از توافق امنیتی تازه با ایران سخن می‌گوید، دومین توافق از سال ۲۰۱۶", "", 1)
	m.b.BottomLine = m.line("وزیر کشور ایران در بیشکک برای مبارزه با قاچاق مواد مخدر پیشنهاد همکاری داد و همتای او از توافقی تازه سخن گفت.", "", 0)
	m.b.KeyPoints = []briefing.Line{m.line("ایران آموزش پیشنهاد می‌کند.", "پیشنهاد", 0), m.line("BBC می‌نویسد که این دومین توافق (پس از ۲۰۱۶) است.", "", 2)}
	m.event("توافق همکاری در مبارزه با مواد مخدر", "2016", 0)
	m.event("نشست وزیران در بیشکک", "2024-05-24", 1).Date.Words = "۲۴ مه ۲۰۲۴"
	iran := m.participant("ایران", "", "-", 0)
	who := m.participant("عبدالرضا رحمانی فضلی", "وزیر کشور", iran, 0)
	m.b.Participants[1].Names = []briefing.Name{{Text: "Abdolreza Rahmani Fazli", Language: "en", Script: "Latn", Basis: briefing.BasisAdded, Note: "Latin spelling."}}
	other := m.participant("قشقار جونوشعلی‌اف", "وزیر کشور", "", 1)
	m.say(who, briefing.StatementOffer, "آموزش و تجربه ایران در اختیار کشورهای منطقه است.", 0)
	m.say(other, briefing.StatementAgreement, "توافق امنیتی تازه دومین توافق از این دست است.", 2)
	m.check("تنها یک منبع در دست است", "همه چیز بر یک گزارش استوار است.", 0)
	return m.b
}

// bare has a title and one sentence.
func bare() *briefing.Briefing {
	m := newMaker("")
	m.source("en", "One sentence is all there is.")
	m.b.Title = m.line("A short notice", "", 0)
	m.b.Modified = time.Time{}
	return m.b
}

// undated has events without a place in time only, and one speaker.
func undated() *briefing.Briefing {
	m := newMaker("en")
	m.source("en", "They met.", "They met again.")
	m.b.Title = m.line("Two meetings", "", 0)
	m.b.Status = briefing.StatusReviewed
	m.event("First meeting", "", 0)
	m.event("Second meeting", "", 1)
	m.say(m.participant("The Speaker", "", "", 0), briefing.StatementDenial, "Nothing was signed.", 1)
	return m.b
}

// hard has what breaks layouts: a word of 100,000 characters, titles of many
// lines, a marking that does not fit, text outside of the sentences.
func hard() *briefing.Briefing {
	m := newMaker("en")
	word := strings.Repeat("longword", 12_500)
	lines := strings.Repeat("A line of a title that goes on.\n", 10)
	m.source("en", "A sentence.", word, "Another one.")
	s := &m.b.Sources[0]
	s.Text += "What no sentence holds.\n"
	s.Publisher = strings.Repeat("Publisher ", 40)
	m.b.Marking = strings.Repeat("VERY MUCH FOR INTERNAL USE ", 30)
	m.b.Title = m.line(lines, "", 0)
	m.b.KeyPoints = []briefing.Line{m.line(strings.Repeat("word ", 900), "", 2), m.line(word[:3000], "", 2)}
	m.event(lines, "2020", 0)
	m.event(word, "2021-02-03", 0)
	m.event(lines, "", 2)
	name := word[:2000]
	side := m.participant(name, word[:500], "-", 0)
	for range 3 {
		m.say(side, briefing.StatementOffer, strings.Repeat("Said at length. ", 400), 0)
	}
	m.say(m.participant("Short", "", side, 0), briefing.StatementClaim, word, 2)
	m.check(word[:4000], lines, 0)
	m.check("Fine", strings.Repeat("Detail. ", 1500), 2)
	return m.b
}

// talkative has more speakers than go on one page, each at length under every
// heading, and undated events with endless titles.
func talkative() *briefing.Briefing {
	m := newMaker("en")
	m.source("en", "All of them spoke.", "All of them spoke again.")
	m.b.Title = m.line("Fourteen speakers", "", 0)
	for range 14 {
		who := m.participant("Somebody with a long name "+strings.Repeat("and another ", 30), strings.Repeat("Minister of this and that ", 20), "", 0)
		for i := range 12 {
			m.say(who, briefing.Headings()[i%4], strings.Repeat("They said a good deal about it. ", 30), i)
		}
		m.event(strings.Repeat("An undated event with an endless title. ", 60), "", 1)
	}
	return m.b
}

// random is a briefing of random size with random words.
func random(seed uint64) *briefing.Briefing {
	r := rand.New(rand.NewPCG(seed, 7))
	stock := strings.Fields("agreement Bishkek on water, and power? вода өзү келишим؛ توافق امنیتی ۲۰۲۴ (2016) “quoted” Straßenbahn-Haltestelle https://example.org/a/very/long/address/without/any/space!")
	words := func(n int) string {
		var out []string
		for range 1 + r.IntN(n) {
			out = append(out, stock[r.IntN(len(stock))])
		}
		return strings.Join(out, " ")
	}
	m := newMaker([]string{"en", "fa", "ky", ""}[r.IntN(4)])
	for range 1 + r.IntN(3) {
		var text []string
		for range 1 + r.IntN(30) {
			text = append(text, words(60))
		}
		m.source([]string{"en", "fa"}[r.IntN(2)], text...)
	}
	m.b.Title = m.line(words(30), "", 0)
	if r.IntN(2) == 0 {
		m.b.BottomLine = m.line(words(80), "", 1)
		m.b.Status = briefing.StatusReviewed
	}
	for i := range r.IntN(7) {
		m.b.KeyPoints = append(m.b.KeyPoints, m.line(words(40), "", i))
	}
	for i := range r.IntN(40) {
		date := ""
		if r.IntN(5) > 0 {
			date = dates[r.IntN(len(dates))]
		}
		m.event(words(20), date, i)
	}
	people, sides := []string{""}, []string{""}
	for i := range r.IntN(20) {
		side := sides[r.IntN(len(sides))]
		if r.IntN(3) == 0 {
			side = "-"
		}
		people = append(people, m.participant(words(5), words(6), side, i))
		if side == "-" {
			sides = append(sides, people[len(people)-1])
		}
	}
	for i := range r.IntN(50) {
		m.say(people[r.IntN(len(people))], briefing.Headings()[r.IntN(4)], words(50), i)
	}
	for i := range r.IntN(12) {
		m.check(words(15), words(40), i)
	}
	return m.b
}
