package timex

import "testing"

// The tables below are read with Tuesday, 14 May 2024 as the publication date.
const tuesday = "2024-05-14"

func TestDates(t *testing.T) {
	table(t, tuesday, []row{
		{"It was 14 May 2019.", "14 May 2019=2019-05-14"},
		{"It was May 14th, 2019.", "May 14th, 2019=2019-05-14"},
		{"It was the 14th of May, 2019.", "the 14th of May, 2019=2019-05-14"},
		{"It was Tuesday, May 14, 2019.", "Tuesday, May 14, 2019=2019-05-14"},
		{"It was Sept. 29, 2019.", "Sept. 29, 2019=2019-09-29"},
		{"It was in February 2019.", "February 2019=2019-02"},
		{"It was in February of last year.", "February of last year=2023-02"},
		{"It happened on 11 December.", "11 December=2023-12-11"},    // past tense
		{"It will happen on 11 December.", "11 December=2024-12-11"}, // future
		{"It will open in January.", "January=2025-01"},              //
		{"It opened in March.", "March=2024-03"},                     //
		{"It opened in June.", "June=2023-06"},                       // the past one, though the next is nearer
		{"Theresa May may march on, Mar said.", ""},                  // names and verbs
		{"They may meet in May.", "May=2024-05"},                     //
		{"It lasted from 3 to 5 May 2019.", "from 3 to 5 May 2019= 2019-05-03/2019-05-05; 3=2019-05-03; 5 May 2019=2019-05-05"},
		{"It ran May 3-5, 2019.", "May 3-5, 2019= 2019-05-03/2019-05-05; May 3=2019-05-03; 5, 2019=2019-05-05"},
		{"They met on February 29, 2023.", "February 29, 2023=2023-02-29"}, // there is no such day
		{"The Oct. 7 attack", "Oct. 7=2023-10-07"},
		{"It was 2019-05-14.", "2019-05-14=2019-05-14"}, //
		{"At 2019-05-14T09:30Z it began.", "2019-05-14T09:30Z=2019-05-14T09:30Z"},
		{"It was 14/05/2019.", "14/05/2019=2019-05-14"},                     //
		{"It was 5/6/2019.", "5/6/2019=2019-XX-XX [2019-05-06,2019-06-05]"}, // cannot be told apart
		{"It was 5.6.2019.", "5.6.2019=2019-06-05"},                         // dots: the day first
		{"It ran between June and August 1990.", "between June and August 1990= 1990-06/1990-08; June=1990-06; August 1990=1990-08"},
	})
}

func TestWeekdays(t *testing.T) {
	table(t, tuesday, []row{
		{"They met on Thursday.", "Thursday=2024-05-09"},
		{"They will meet on Thursday.", "Thursday=2024-05-16"},
		{"They met on Tuesday.", "Tuesday=2024-05-14"}, // the day of publication
		{"They are meeting on Friday.", "Friday=2024-05-17"},
		{"A hearing is scheduled for Friday.", "Friday=2024-05-17"},
		{"He said on Monday that talks will go on.", "Monday=2024-05-13"},
		{"He said on Monday that talks will go on next Friday.", "Monday=2024-05-13; next Friday=XXXX-WXX-5 [2024-05-17,2024-05-24]"},
		{"Markets to remain closed until Friday", "Friday=2024-05-17 ../2024-05-17 ON_OR_BEFORE"},
		{"They met from Monday to Friday.", "from Monday to Friday= 2024-05-06/2024-05-10; Monday=2024-05-06; Friday=2024-05-10"},
		{"They met last Tuesday.", "last Tuesday=2024-05-07"},
		{"They met on Friday night.", "Friday night=2024-05-10TNI 2024-05-10"},
		{"Shops close on Sundays.", "Sundays=XXXX-WXX-7"},
		{"Shops close every Sunday.", "every Sunday=XXXX-WXX-7"},
		{"Prices fell on Black Monday.", "Black Monday=XXXX-XX-XX"}, // not yesterday
	})
}

func TestDeictic(t *testing.T) {
	table(t, tuesday, []row{
		{"They met yesterday morning.", "yesterday morning=2024-05-13TMO 2024-05-13"},
		{"They meet the day after tomorrow.", "the day after tomorrow=2024-05-16"},
		{"They met last night.", "last night=2024-05-13TNI 2024-05-13"},
		{"They met earlier today.", "earlier today=2024-05-14"},
		{"They met last week.", "last week=2024-W19 2024-05-06/2024-05-12"},
		{"They met last month.", "last month=2024-04"},
		{"They meet next year.", "next year=2025"},
		{"They met late last year.", "late last year=2023 END"},
		{"They met earlier this year.", "earlier this year=2024"},
		{"They met last December.", "last December=2023-12"},
		{"They met last summer.", "last summer=2023-SU 2023-22"},
		{"They meet this weekend.", "this weekend=2024-W20-WE 2024-05-18/2024-05-19"},
		{"Profit rose last quarter.", "last quarter=2024-Q1 2024-33"},
		{"They met three years ago.", "three years ago=2021"},
		{"They met two days ago.", "two days ago=2024-05-12"},
		{"They met six months ago.", "six months ago=2023-11"},
		{"They met more than two years ago.", "more than two years ago=2022 MORE_THAN"},
		{"They met several years ago.", "several years ago=PAST_REF"},
		{"They met a century ago.", "a century ago=1924 1924~"},
		{"They met late in the day after lunch.", "late in the day=2024-05-14 END"},
		{"It will end two weeks from now.", "two weeks from now=2024-W22 2024-05-27/2024-06-02"},
	})
}

func TestYears(t *testing.T) {
	table(t, tuesday, []row{
		{"It was early 2016.", "early 2016=2016 START"},
		{"It was in mid-2016.", "mid-2016=2016 MID"},
		{"It began around 1850.", "around 1850=1850 1850~ APPROX"},
		{"It was by the end of 2016.", "the end of 2016=2016 END"},
		{"It was in the 1980s.", "the 1980s=198 198X"},
		{"It was in the late 1980s.", "the late 1980s=198 198X END"},
		{"It was in the '80s.", "the '80s=198 198X"},
		{"It was in the 1700s.", "the 1700s=17 17XX"},
		{"It was the 19th century.", "the 19th century=18 18XX"},
		{"A nineteenth-century house.", "nineteenth-century=18 18XX"},
		{"Caesar died in 44 BC.", "44 BC=BC0044 -0043"},
		{"It was in fiscal 2009.", "fiscal 2009=FY2009"},
		{"He has ruled since 2016.", "2016=2016 2016/.. ON_OR_AFTER"},
		{"The 2015/16 season and pre-2010 rules.", "2015/16= 2015/2016; 2015=2015; 16=2016; 2010=2010 [..2010] BEFORE"},
		{"It ended before 2016.", "2016=2016 [..2016] BEFORE"},
		{"The war of 1939-45 ended.", "1939-45= 1939/1945; 1939=1939; 45=1945"},
		{"The 2016 agreement holds.", "2016=2016"},
		{"It hit 2000 soldiers and 1945 people, flight 1999 and $2016.", ""},
		{"It costs 2,016 euros and 2016.5 points.", ""},
	})
}

func TestQuartersAndSeasons(t *testing.T) {
	table(t, tuesday, []row{
		{"Profit rose in the third quarter of 2009.", "the third quarter of 2009=2009-Q3 2009-35"},
		{"Profit rose in the first quarter of last year.", "the first quarter of last year=2023-Q1 2023-33"},
		{"Profit rose in the fourth quarter.", "the fourth quarter=2023-Q4 2023-36"},
		{"Profit rose in Q3 2009.", "Q3 2009=2009-Q3 2009-35"},
		{"It was the first half of 2009.", "the first half of 2009=2009-H1 2009-40"},
		{"It was the spring of 2009.", "the spring of 2009=2009-SP 2009-21"},
		{"It was the fall of Berlin.", ""}, // no season
		{"It was the last week of March 2009.", "the last week of March 2009=2009-W13 2009-03-23/2009-03-29"},
		{"It was Christmas 1963.", "Christmas 1963=1963-12-25"},
		{"It was Easter 2024.", "Easter 2024=2024-03-31"},
	})
}

func TestDurationsAndSets(t *testing.T) {
	table(t, tuesday, []row{
		{"It took three years.", "three years=P3Y"},
		{"It took a year and a half.", "a year and a half=P1Y6M"},
		{"It took two and a half hours.", "two and a half hours=PT2H30M"},
		{"It took half an hour.", "half an hour=PT30M"},
		{"It was a 12-hour flight.", "12-hour=PT12H"},
		{"It took nearly four weeks.", "nearly four weeks=P4W LESS_THAN"},
		{"It took at least 1,460 days.", "at least 1,460 days=P1460D EQUAL_OR_MORE"},
		{"It took a few days.", "a few days=PXD"},
		{"It lasted for decades.", "decades=PXDE"},
		{"It took two years and three months.", "two years and three months=P2Y3M"},
		{"It grew over the past three years.", "the past three years=P3Y 2021/2024-05-14"},
		{"It will grow over the next two weeks.", "the next two weeks=P2W 2024-05-14/2024-05-28"},
		{"A 19-year-old left.", "19-year-old=P19Y"},
		{"They meet twice a week.", "twice a week=P1W"},
		{"It costs $5 a year.", "a year=P1Y"},
		{"The annual meeting is held every two years.", "annual=P1Y; every two years=P2Y"},
		{"They read the Daily Mail.", ""},
	})
}

func TestTimes(t *testing.T) {
	table(t, tuesday, []row{
		{"It landed at 6:40 p.m.", "6:40 p.m.=2024-05-14T18:40"},
		{"It began at 16:00 UTC today.", "16:00 UTC today=2024-05-14T16:00Z"},
		{"It began at 12:00 UTC Monday.", "12:00 UTC Monday=2024-05-13T12:00Z"},
		{"It began at noon on May 3, 2019.", "noon on May 3, 2019=2019-05-03T12:00"},
		{"It began at five o'clock.", "five o'clock=2024-05-14T05:00"},
		{"At 9:30 a.m. EST it began.", "9:30 a.m. EST=2024-05-14T09:30 2024-05-14T09:30-05:00"},
		{"They won 16:12 and lost 5.30.", ""},
	})
}

func TestVague(t *testing.T) {
	table(t, tuesday, []row{
		{"Terrorists are currently at large.", "currently=PRESENT_REF"},
		{"It has recently grown.", "recently=PAST_REF"},
		{"It will end in the near future.", "the near future=FUTURE_REF"},
		{"It has grown in recent years.", "recent years=PAST_REF"},
		{"These days it grows.", "These days=PRESENT_REF"},
	})
}

func TestAnaphors(t *testing.T) {
	table(t, tuesday, []row{
		{"It began on 3 May 2016. They left the next day.", "3 May 2016=2016-05-03; the next day=2016-05-04"},
		{"It began on 3 May 2016. Two weeks later it ended.", "3 May 2016=2016-05-03; Two weeks later=2016-W20 2016-05-16/2016-05-22"},
		{"It began in 2016. That year it rained.", "2016=2016; That year=2016"},
		{"It began on May 3, 2016, and ended on the 20th.", "May 3, 2016=2016-05-03; the 20th=2016-05-20"},
		{"It began on the morning of May 3, 2016.", "the morning of May 3, 2016=2016-05-03TMO 2016-05-03"},
		{"Sales rose in January compared to the same period last year.", "January=2024-01; the same period last year=2023-01"},
	})
}

func TestEvents(t *testing.T) {
	table(t, tuesday, []row{
		{"It grew since the 2016 agreement.", "since the 2016 agreement= 2016/.. AFTER; 2016=2016"},
		{"They left before the election of Macron.", "before the election of Macron= BEFORE"},
		{"They fought during the war.", "during the war="},
		{"They left after he did.", ""},
		{"It was the pre-war period.", "the pre-war period=PXY BEFORE"},
	})
}

// A passage that tells of the past day by day keeps to its own years, whatever the
// publication date. What counts from the day of writing counts from it there too.
func TestAccount(t *testing.T) {
	text := "In 1914 the war began. In August 1914 they marched. On 7 January 1915 they lost. " +
		"In March they won. Years later, in 1999, a film came out. On 8 April they met. In December 1915 it froze. In February it thawed. " +
		"Today they met."
	want := "1914=1914; August 1914=1914-08; 7 January 1915=1915-01-07; March=1915-03; Years later=XXXX; 1999=1999; " +
		"8 April=1915-04-08; December 1915=1915-12; February=1916-02; Today="
	for _, created := range []string{tuesday, "1965-05-14"} {
		if got := show(text, created); got != want+created {
			t.Errorf("published %s\n got %s\nwant %s", created, got, want+created)
		}
	}
}
