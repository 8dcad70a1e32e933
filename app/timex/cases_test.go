package timex

import (
	"strings"
	"testing"
)

// told is a text with what its date phrases mean: "words=EDTF", "words=" for one
// that must stay open, "words" after "!" for one that must not be read as a date.
type told struct{ text, want string }

// means fails unless every phrase of want is found in the text with its meaning.
func means(t *testing.T, created string, cases []told) {
	t.Helper()
	for _, c := range cases {
		all := Tag(c.text, Options{Created: date(created)})
		for _, w := range strings.Split(c.want, "; ") {
			words, want, valued := strings.Cut(w, "=")
			absent := strings.HasPrefix(words, "!")
			words = strings.TrimPrefix(words, "!")
			at := strings.Index(c.text, words)
			if at < 0 {
				t.Fatalf("%q is not in %q", words, c.text)
			}
			found := false
			for _, e := range all {
				if absent && e.Start < at+len(words) && at < e.End && !e.EDTF.IsZero() {
					t.Errorf("%s (published %s): %q reads as %s", c.text, created, c.text[e.Start:e.End], e.EDTF)
				}
				if c.text[e.Start:e.End] != words || e.Anchor != (Span{}) || e.Value == "" && valued && e.EDTF.IsZero() {
					continue
				}
				found = true
				if got := e.EDTF.String(); valued && got != want {
					t.Errorf("%s (published %s): %q = %q, want %q", c.text, created, words, got, want)
				}
			}
			if !absent && !found {
				t.Errorf("%s (published %s): %q not found, got %s", c.text, created, words, show(c.text, created))
			}
		}
	}
}

// News that looks back over many years counts from its day all the same, and a year
// is borrowed from no other sentence.
func TestNewsKeepsItsDay(t *testing.T) {
	means(t, "2025-11-19", []told{
		{"A court in Norland has dropped a case opened against editor Dana Ruel in 2016.\n\nRuel moved to Tarsk in 2018 and lived there for years.\n\n" +
			"The case was shelved in 2021. In June, the minister approved a request to send her home.\n\n" +
			"Last month, a judge refused her appeal. She was accused in 2016 of leaking papers, and two charges were dropped in 2019.",
			"2016=2016; 2018=2018; 2021=2021; June=2025-06; Last month=2025-10; 2019=2019"},
		{"Between 2012 and 2020 the region saw 40 cases. The first two patients were confirmed on November 12. They had come to the clinic on November 3.",
			"November 12=2025-11-12; November 3=2025-11-03; 2012=2012; 2020=2020"},
		{"The band was formed in 2001, split in 2009, toured in 2014 and broke up in 2020. In September, its singer died. She is to be buried this week.",
			"September=2025-09; this week=2025-11-17/2025-11-23"},
		{"The port was built in 1961, rebuilt in 1988 and sold in 2007. It shut in 2019. The minister reopened it today (Nov. 18).", "Nov. 18=2025-11-18"},
		{"The treaty of 1998 was broken in 2004, in 2011 and in 2017. This year, two states left it. The rest met last week.", "This year=2025; last week=2025-11-10/2025-11-16"},
		{"The fund lost money in 2015, 2017 and 2019. It was sued in 2022. In May, it was sold. Yesterday its head quit.", "May=2025-05; Yesterday=2025-11-18"},
	})
	means(t, "2025-03-14", []told{
		{"“The difficult decisions have been moved to 2027,” said Anna Berg. She noted that three states hold elections. The pact will be signed formally on 9 May in Tallinn.", "9 May=2025-05-09; 2027=2027"},
		{"The bridge is to be finished in 2028. Work has begun. The first stone will be laid on 2 June.", "2 June=2025-06-02"},
		{"The vote was put off to 2026. The court will rule on 30 April.", "30 April=2025-04-30"},
	})
	means(t, "", []told{
		{"The cost rose, and the project was put on hold in 2023. Decisions have been moved to 2027. The pact will be signed formally on 9 May in Tallinn.", "9 May=; 2027=2027"},
		{"The school opened in 2014. It was closed in 2021. A new one will open on 1 September.", "1 September="},
		{"The harbour was shut in 2019. In June, the council reopened it.", "June="},
		{"They met in March 2019. The trial will begin on 4 October.", "4 October="},
	})
}

// An unstated year comes from an explicit date of the same sentence or the one before.
func TestYearOfTheSentenceBefore(t *testing.T) {
	means(t, "2025-11-19", []told{
		{"The storm came on 12 March 2019. The pier was closed on 15 March.", "15 March=2019-03-15"},
		{"He was arrested in April 2016, tried in May and freed in July.", "May=2016-05; July=2016-07"},
		{"The talks began on 3 June 2014. They ended in August.", "August=2014-08"},
	})
}

// The past of irregular verbs lies behind, as that of all others.
func TestPastForms(t *testing.T) {
	for _, verb := range strings.Fields("won beat hit fought signed agreed decreed sank gave came spoke built took sent became quit cut put shut split " +
		"struck shook swore stole froze drew drove flew forgave guaranteed freed held let lost met paid ran rose sang sought shot slew spent swept taught threw withstood") {
		means(t, "2024-11-04", []told{
			{"Maia Sandu " + verb + " a second term on Sunday.", "Sunday=2024-11-03"},
			{"On Saturday the army " + verb + " the town.", "Saturday=2024-11-02"},
		})
	}
	means(t, "2024-11-04", []told{
		{"The team won’t play on Sunday.", "Sunday=2024-11-10"},
		{"The army will hit the town on Sunday.", "Sunday=2024-11-10"},
		{"The vote is to be held on Sunday.", "Sunday=2024-11-10"},
		{"The team need to win on Sunday.", "Sunday=2024-11-10"},
		{"The retired judge will speak on Sunday.", "Sunday=2024-11-10"},
		{"They will visit the disputed island on Sunday.", "Sunday=2024-11-10"},
	})
	means(t, "2021-03-29", []told{
		{"The two sides agreed on Friday to open the channel, the council said.", "Friday=2021-03-26"},
		{"The minister agreed on Wednesday to resign. The region and the town agreed on Tuesday that the pier would close.", "Wednesday=2021-03-24; Tuesday=2021-03-23"},
		{"The company pledged on Friday to pay for the pier, the council said. The union pledged four million on Thursday.", "Friday=2021-03-26; Thursday=2021-03-25"},
		{"The mayor vowed on Saturday to stay. The board decreed on Sunday that the quay be shut.", "Saturday=2021-03-27; Sunday=2021-03-28"},
		{"The owner guaranteed on Thursday that no one would leave.", "Thursday=2021-03-25"},
		{"The company pledged to pay on Friday.", "Friday=2021-04-02"},
	})
}

// What was put off until a day lies ahead of the telling; what lasted until it, behind.
func TestPutOff(t *testing.T) {
	means(t, "2015-02-22", []told{ // a Sunday
		{"The talks between the port union and the Harbour Board were postponed until Monday, the board said.", "Monday=../2015-02-23"},
		{"The union's hearing had been set for Tuesday. The company was given until Wednesday to reply, its lawyer said.", "Tuesday=2015-02-24; Wednesday=../2015-02-25"},
		{"The match was moved to Monday.", "Monday=2015-02-23"},
		{"The deadline was extended until Friday.", "Friday=../2015-02-27"},
		{"The launch was pushed back to March.", "March=2015-03"},
		{"The strike has been put off until Thursday.", "Thursday=../2015-02-26"},
		{"The trial, which was due to open last week, was adjourned to Wednesday.", "Wednesday=2015-02-25"},
		{"The siege lasted until Friday.", "Friday=../2015-02-20"},
		{"The rain fell until Thursday.", "Thursday=../2015-02-19"},
	})
}

// A timetable is told in the simple present.
func TestTimetable(t *testing.T) {
	means(t, tuesday, []told{
		{"The hearing resumes Monday.", "Monday=2024-05-20"},
		{"The vote is at 9 a.m. Monday.", "9 a.m. Monday=2024-05-20T09:00"},
		{"The teams meet again on Sunday.", "Sunday=2024-05-19"},
		{"The fair opens on Saturday and ends on Monday.", "Saturday=2024-05-18; Monday=2024-05-20"},
		{"The envoy is due on Thursday.", "Thursday=2024-05-16"},
		{"The first jet arrives in January.", "January=2025-01"},
		{"The teams meet again on 30 April.", "30 April=2025-04-30"},
		{"Runs of bad luck ended on Monday.", "Monday=2024-05-13"},
		{"Minister resigns after Monday vote", "Monday=[2024-05-13..]"},
	})
}

// A weekday of a month is one date.
func TestWeekdayOfMonth(t *testing.T) {
	means(t, "2017-05-10", []told{
		{"The council signed the contract on the last Friday in March. Labour Day is the first Monday in September.", "the last Friday in March=2017-03-31; the first Monday in September="},
		{"Elections were held on the third Tuesday of January 2015.", "the third Tuesday of January 2015=2015-01-20"},
		{"It opened on the second Sunday of June 2014.", "the second Sunday of June 2014=2014-06-08"},
		{"They will meet on the last Thursday of next month.", "the last Thursday of next month=2017-06-29"},
		{"They meet on the first Monday of each month.", "the first Monday of each month="},
		{"It fell on the fifth Friday in April 2017.", "the fifth Friday in April 2017="},
	})
}

func TestWeekOn(t *testing.T) {
	means(t, "2007-11-27", []told{ // a Tuesday
		{"The envoy will return Thursday week, the ministry said. The debate opens a week on Tuesday, Speaker Ida Holm said.", "Thursday week=2007-12-06; a week on Tuesday=2007-12-04"},
		{"The board meets a fortnight on Monday.", "a fortnight on Monday=2007-12-17"},
		{"The poll will be held two weeks from Sunday.", "two weeks from Sunday=2007-12-16"},
		{"The fair begins tomorrow week.", "tomorrow week=2007-12-05"},
		{"The pier shut yesterday week.", "yesterday week=2007-11-19"},
		{"The ship sank a week ago on Monday.", "a week ago on Monday=2007-11-19"},
		{"The ship sank two weeks ago Friday.", "two weeks ago Friday=2007-11-09"},
		{"It stayed shut for a week on Monday.", "Monday=2007-11-26"},
	})
	means(t, "", []told{{"The envoy will return Thursday week.", "Thursday week="}, {"It sank a week ago on Monday.", "a week ago on Monday="}})
}

// "This Friday" and "next Friday" are never the same day.
func TestThisAndNext(t *testing.T) {
	means(t, "2012-12-31", []told{ // a Monday
		{"The board will meet this Friday and the envoy will arrive next Friday, the ministry said.", "this Friday=2013-01-04; next Friday=2013-01-11"},
		{"The envoy will arrive next Friday.", "next Friday=[2013-01-04,2013-01-11]"},
		{"The board meets this Wednesday. It will vote next Wednesday.", "this Wednesday=2013-01-02; next Wednesday=2013-01-09"},
		{"The board meets next Monday.", "next Monday=2013-01-07"},
		{"The storm came on 3 May 2011. The following Sunday the quay fell.", "The following Sunday=2011-05-08"},
		{"They met on Saturday last.", "Saturday last=2012-12-29"},
		{"The Sunday Times reported it on Friday.", "!Sunday; Friday=2012-12-28"},
	})
}

// What returns every year has no year.
func TestReturning(t *testing.T) {
	means(t, tuesday, []told{
		{"The lake is at its best in September. Come in spring; avoid January.", "September=; spring=; January="},
		{"Trains run daily from June to August.", "June=; August="},
		{"The fair is held in October.", "October="},
		{"Storms are common in November and December.", "November=; December="},
		{"Visit in May, before the heat.", "May="},
		{"Snow usually falls in February.", "February="},
		{"The saint is honoured on 15 August each year.", "15 August="},
		{"The trial begins in September.", "September=2024-09"},
		{"The lake froze in January.", "January=2024-01"},
		{"The fair will be held in October.", "October=2024-10"},
		{"The harbour is to reopen in June.", "June=2024-06"},
	})
}

// Dates in all their forms.
func TestForms(t *testing.T) {
	means(t, "2020-02-01", []told{
		{"The lease was signed on 10-Apr-2015 and cancelled later.", "10-Apr-2015=2015-04-10"},
		{"The file was opened on 3-March-2021 and shut on 9-April-2021.", "3-March-2021=2021-03-03; 9-April-2021=2021-04-09"},
		{"Received: 14-Nov-2022.", "14-Nov-2022=2022-11-14"},
		{"It was stamped 10-Apr-15.", "10-Apr-15=2015-04-10"},
		{"It was signed on 10.IV.2015 in Brno and on 3.XII.1998 in Pest.", "10.IV.2015=2015-04-10; 3.XII.1998=1998-12-03"},
		{"It was signed on 2015/4/10.", "2015/4/10=2015-04-10"},
		{"It was signed on 2015-4-9.", "2015-4-9=2015-04-09"},
		{"The ship sailed on 2018 March 18.", "2018 March 18=2018-03-18"},
		{"It was sold on May. 9, 2019.", "May. 9, 2019=2019-05-09"},
		{"He left on May eighth, 2011.", "May eighth, 2011=2011-05-08"},
		{"She left on June twenty-third, 2012.", "June twenty-third, 2012=2012-06-23"},
		{"They met on 3 May 2016 and signed on the 24th.", "the 24th=2016-05-24"},
		{"The chapel was built c. 1250 and burned around 1340.", "c. 1250=1250~; around 1340=1340~"},
		{"The town fell in 587/586 BCE.", "587/586 BCE"},
		{"Between 1914 and '18 it stood empty.", "1914=1914; '18=1918"},
		{"The war of 1939 to '45 ended.", "'45=1945"},
		{"It met on 31 June 2019 and on 30 February 2018.", "31 June 2019=; 30 February 2018="},
		{"It met on 31/02/2019 and 2019-13-01.", "31/02/2019="},
		{"It closed on 3 May 2019[5] and opened in 2016[3].", "3 May 2019=2019-05-03; 2016=2016"},
	})
	if got, want := show("The town fell in 587/586 BCE.", ""), "587/586 BCE= -0586/-0585; 587=BC0587 -0586; 586 BCE=BC0586 -0585"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A number is a year only in the company of a date.
func TestNumbersAreNoYears(t *testing.T) {
	means(t, "2020-02-01", []told{
		{"Police arrested Ann B. Carter, 32, of 1119 Elm St., after finding drugs.", "!1119"},
		{"She lives at 1950 North Harbour Road and works at 2016 Fifth Avenue.", "!1950; !2016"},
		{"A fire broke out in the 1900 block of Main Street.", "!1900"},
		{"The Security Council recalled Resolution 1970 and Resolution 2015 and asked the committee to report. The committee adopted Resolution 1970 on 26 February 2011.", "!1970; !2015; 26 February 2011=2011-02-26"},
		{"Paragraph 1999 was struck, as were articles 2001 and 2004.", "!1999; !2001"},
		{"The toll reached 2019 and the firm paid 2000 to each.", "!2019; !2000"},
		{"The region recorded 2011 deaths and counted 1999 others.", "!2011; !1999"},
		{"The price was 2016 euros, up to 2020 in some shops.", "!2016; !2020"},
		{"A Long March 3B rocket carried it past the asteroid 1950 DA.", "!March; !1950"},
		{"Norland won Euro 2016 and lost at Expo 2015 with a Peugeot 2008.", "!2016; !2015; !2008"},
		{"He flew on flight 1999 in room 2001.", "!1999; !2001"},
		{"The firm moved in 1999, rented a hall from 2001 to 2004, and closed it after 2010.", "1999=1999; 2001=2001; 2004=2004"},
		{"He was born 1954 and died 2009 (aged 55).", "1954=1954; 2009=2009"},
		{"The 2016 agreement and the 1998 treaty hold.", "2016=2016; 1998=1998"},
		{"The law was passed in 2016[3] and again in 2018.[4]", "2016=2016; 2018=2018"},
		{"Jerome (347 – 30 September 420) came to Rome in 382. He left in 385. 250 men followed; in 112 attacks 300 fell.", "30 September 420=0420-09-30; 382=0382; !250; !112; !300"},
	})
}

// A year that is part of a name, and what stands in a quotation, is marked.
func TestMarks(t *testing.T) {
	text := `The Equality Act of 2010 and the 2016 Summer Olympics were news in 2017. "We met yesterday," she said on Friday.`
	want := map[string][2]bool{"2010": {false, true}, "2016": {false, true}, "2017": {}, "yesterday": {true, false}, "Friday": {}}
	for _, e := range Tag(text, Options{Created: date(tuesday)}) {
		words := text[e.Start:e.End]
		w, ok := want[words]
		if !ok {
			t.Errorf("%q was not asked for", words)
			continue
		}
		if got := [2]bool{e.Quoted, e.InName}; got != w {
			t.Errorf("%q: quoted and in a name: got %v, want %v", words, got, w)
		}
		delete(want, words)
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
}

// Weekends count in the direction of the clause, stretches end at publication.
func TestWeekendsAndStretches(t *testing.T) {
	means(t, tuesday, []told{
		{"The team won twice this weekend.", "this weekend=2024-05-11/2024-05-12"},
		{"Fires spread over the weekend.", "the weekend=2024-05-11/2024-05-12"},
		{"The team will play this weekend.", "this weekend=2024-05-18/2024-05-19"},
		{"The talks will go on over the weekend.", "the weekend=2024-05-18/2024-05-19"},
		{"Rents have doubled in the past five years.", "the past five years=2019/2024-05-14"},
		{"Over the last 14 days it rained.", "the last 14 days=2024-04-30/2024-05-14"},
		{"It rained this past week.", "this past week=2024-05-07/2024-05-14"},
		{"The toll fell in the past three months.", "the past three months=2024-02/2024-05-14"},
		{"It will be built over the next two years.", "the next two years=2024-05-14/2026"},
	})
	means(t, "2024-05-12", []told{ // a Sunday
		{"The team won this weekend.", "this weekend=2024-05-11/2024-05-12"},
		{"Fires spread over the weekend.", "the weekend=2024-05-11/2024-05-12"},
	})
	means(t, "", []told{{"Rents have doubled in the past five years.", "the past five years="}, {"The team won this weekend.", "this weekend="}})
}

// Halves and quarters of a match are no parts of a year, heat and ages no decades.
func TestHalvesAndDecades(t *testing.T) {
	means(t, tuesday, []told{
		{"They led by two goals in the first half but tired in the second half.", "!first half; !second half"},
		{"The striker scored in the fourth quarter.", "!fourth quarter"},
		{"Norland held on in the second half.", "!second half"},
		{"Profit rose in the third quarter.", "the third quarter=2023-35"},
		{"The bank's income fell in the first half.", "the first half=2024-40"},
		{"The wild 70s ended; 80s pop began.", "70s=197X; 80s=198X"},
		{"Highs will reach the 80s on Friday.", "!80s; Friday=2024-05-17"},
		{"He worked into his 80s and she into her 90s.", "!80s; !90s"},
		{"The mill thrived in the 60s and early 70s.", "the 60s=196X; early 70s=197X"},
	})
}

// A word that points back points at nothing when nothing was told.
func TestNothingToPointAt(t *testing.T) {
	means(t, tuesday, []told{
		{"She remembers that day well.", "that day="},
		{"They go home and come back the next day.", "the next day="},
		{"The team trains in the morning and rests at night.", "the morning=; night="},
		{"The tower, known today as the Lighthouse, still stands.", "today="},
		{"He was born that year.", "that year="},
		{"They met on Monday and again the next day.", "the next day=2024-05-14"},
	})
}

// Ranges and lists share what one of them names.
func TestRangesAndLists(t *testing.T) {
	means(t, "2017-11-08", []told{
		{"The festival ran from 23 May to 2 August and drew thousands. The mandate runs 01.07.2021 - 30.06.2026, the council said. The dam was built 1960-1961.",
			"from 23 May to 2 August=2017-05-23/2017-08-02; 01.07.2021 - 30.06.2026=2021-07-01/2026-06-30; 1960-1961=1960/1961"},
		{"The strike lasted from 28 June to 3 July 2016. Talks were held on 14-15 July 2016 in Calder. The siege ended on the night of 3-4 March 2015.",
			"from 28 June to 3 July 2016=2016-06-28/2016-07-03; 14-15 July 2016=2016-07-14/2016-07-15; the night of 3-4 March 2015=2015-03-03/2015-03-04"},
		{"The union met on 5, 7 and 9 March 2015. The office was closed in 2014-15.", "5=2015-03-05; 7=2015-03-07; 9 March 2015=2015-03-09; 2014-15=2014/2015"},
		{"It rained between 3 and 9 May 2012.", "between 3 and 9 May 2012=2012-05-03/2012-05-09"},
		{"The fair is open 4 to 6 June 2018.", "4 to 6 June 2018=2018-06-04/2018-06-06"},
		{"Between 1914 and '18 it stood empty.", "Between 1914 and '18=1914/1918"},
		{"He led it in 1999-2004 and 2008-11.", "1999-2004=1999/2004; 2008-11=2008/2011"},
	})
}

// The lines of a chronology have their own dates, whatever stands behind them.
func TestChronology(t *testing.T) {
	text := "The council closed the northern pier on Friday. Here are the key dates.\n\n12 June 2018: A storm damages the pier.\n\n4 May 2019 – The council orders a survey of the piles.\n\n" +
		"9 January 2021. The survey finds the pier unsafe.\n\nOn 3 March 2021, the council votes to close the pier.\n\nMarch 5: Dock workers march to the town hall.\n\n2016: The region sells the pier to the town."
	means(t, "2021-03-29", []told{
		{text, "Friday=2021-03-26; 12 June 2018=2018-06-12; 4 May 2019=2019-05-04; 9 January 2021=2021-01-09; 3 March 2021=2021-03-03; March 5=2021-03-05; 2016=2016"},
		{"Key dates\n\n1998: The mill opens.\n\nMay 2001: It is sold.\n\n7 July 2004 — It burns.", "1998=1998; May 2001=2001-05; 7 July 2004=2004-07-07"},
		{"3 March 2020: It rains.\n\nApril 2: The dam breaks.\n\nApril 9: The town floods.", "April 2=2020-04-02; April 9=2020-04-09"},
	})
}

// A life's span, an address and the date line of quick news.
func TestCasesOfDrafts(t *testing.T) {
	means(t, "2025-11-19", []told{
		{"Edda Falk (March 3, 1931 – May 5, 2010) was a Norland chemist. She won the State Prize in 1971 and retired in 1994. She died in 2010.", "March 3, 1931=1931-03-03; May 5, 2010=2010-05-05; 1971=1971; 1994=1994; 2010=2010"},
		{"Police arrested six people on Monday. Officers stopped a car near Main Avenue and later arrested Ann B. Carter, 32, of 1119 Elm St., after finding drugs.", "Monday=2025-11-17; !1119"},
		{"The harbour of Tarsk reopened on Tuesday, the port office said. Norland closed its border with Tarsk and blocked the road. The ministry said at least 195 people were killed.", "Tuesday=2025-11-18; !195"},
		{"The Kremlin dismissed the pact. Spokesman Dmitry Peskov said on Friday that it was expensive.", "Friday=2025-11-14"},
		{"Carl Abas died on Tuesday, his party said. He had been ill since March.", "Tuesday=2025-11-18; March=2025-03/.."},
	})
	means(t, "2026-02-03", []told{{"IZMIR, Turkey - The magnitude 7.0 quake hit at 4:52 a.m. on Sunday, officials said.", "4:52 a.m. on Sunday=2026-02-01T04:52"}})
	means(t, "2025-03-14", []told{{"Leaders agreed early on Friday to link their grids.", "early on Friday=2025-03-14"}})
	means(t, "2021-03-08", []told{
		{"The council closed the pier in 2018 and again on 3 May 2019. Mayor Ola Brandt said the pier had been unsafe since the storm of 2017.", "2018=2018; 3 May 2019=2019-05-03; 2017=2017"},
		{"Their leader demanded a written answer by Friday.", "Friday=[..2021-03-12]"},
	})
}

// What is told beside the story gives no year to what follows.
func TestBesides(t *testing.T) {
	means(t, "2009-12-19", []told{
		{"On 10 June 1793 they took power. On 13 July a man was stabbed. They resented the Constitution (1790) and rose. On 17 August they voted.", "13 July=1793-07-13; 17 August=1793-08-17"},
		{"On 6 January 1975 the town fell. On 10 March 1975 they struck, for the road was needed for a campaign planned for 1976. On 11 March it fell.", "11 March=1975-03-11"},
		{"On 3 May 1915 they landed. On 9 June 1915 they marched. The August 1792 uprising was long past. On 12 June they lost.", "12 June=1915-06-12"},
	})
}

// The start of a range lies before its end, and what had been planned is as near
// behind as ahead.
func TestDirectionOfRangesAndPlans(t *testing.T) {
	means(t, "2014-01-28", []told{
		{"The exhibit is to run from January 23 through March 9.", "January 23=2014-01-23; March 9=2014-03-09"},
		{"The fair will run from 20 December to 3 February.", "20 December=2013-12-20; 3 February=2014-02-03"},
	})
	means(t, "2008-07-07", []told{
		{"The launch had previously been scheduled for late June.", "late June=2008-06"},
		{"The next launch is scheduled for early August.", "early August=2008-08"},
		{"The trial had been set for 3 July.", "3 July=2008-07-03"},
	})
}
