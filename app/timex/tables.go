package timex

// class is what the lexicon knows of a word; a word may have several.
type class uint32

const (
	monthWord   class = 1 << iota // n is the month
	weekdayWord                   // n is 1 for Monday
	unitWord                      // n indexes units
	cardinal                      // n is the number: "twelve", "hundred"
	ordinal                       // n is the number: "twelfth"
	seasonWord                    // n is 1 spring to 4 winter
	partWord                      // of a day
	someWord                      // a number that is not told: "several"
	plural                        // of a unit, weekday, season or part
	trigger                       // begins an expression in some other rule
	pastVerb                      // of one form in the past: "said"
	aheadWord                     // says that what follows lies ahead: "will", "plans"
	nowVerb                       // present tense
)

type entry struct {
	c class
	n int
}

var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6,
	"july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
	"sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

// shortMonths may end in a full stop that ends no sentence.
var shortMonths = set("jan", "feb", "febr", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec")

var weekdays = map[string]int{
	"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
	"mondays": 1, "tuesdays": 2, "wednesdays": 3, "thursdays": 4, "fridays": 5, "saturdays": 6, "sundays": 7,
	"mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}

var weekdayAbbr = set("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun")

// unit is a length of time.
type unit struct {
	g    grain
	code string // in a TIMEX3 duration; "T" before it when finer than a day
}

var units = []unit{
	{noGrain, ""},
	{clock, "TS"}, {clock, "TM"}, {clock, "TH"},
	{day, "D"}, {week, "W"}, {weekend, "WE"}, {month, "M"}, {quarter, "Q"}, {season, "S"},
	{year, "Y"}, {decade, "DE"}, {century, "CE"}, {noGrain, "ML"},
	{week, "2W"}, // a fortnight
	{part, "NI"}, // a night
}

const (
	unitSecond = 1 + iota
	unitMinute
	unitHour
	unitDay
	unitWeek
	unitWeekend
	unitMonth
	unitQuarter
	unitSeason
	unitYear
	unitDecade
	unitCentury
	unitMillennium
	unitFortnight
	unitNight
)

var unitNames = map[string]int{
	"minute": unitMinute, "min": unitMinute, "hour": unitHour, "hr": unitHour, "day": unitDay, "week": unitWeek,
	"weekend": unitWeekend, "month": unitMonth, "year": unitYear, "yr": unitYear, "decade": unitDecade,
	"quarter": unitQuarter, "fortnight": unitFortnight, "night": unitNight,
}

var cardinals = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
	"seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000, "dozen": 12,
}

var ordinals = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
	"tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
	"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}

var seasons = map[string]int{
	"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4,
	"springtime": 1, "summertime": 2, "wintertime": 4, "springs": 1, "summers": 2, "autumns": 3, "winters": 4,
}

// parts are the parts of a day; the codes are TIMEX3's.
var parts = map[string]string{
	"morning": "MO", "midday": "MI", "afternoon": "AF", "evening": "EV", "night": "NI", "dawn": "MO",
	"mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI", "daytime": "DT", "nite": "NI",
	"dusk": "EV", "sunrise": "MO", "sunset": "EV", "overnight": "NI", "lunchtime": "MI", "nightfall": "NI",
}

// decadeNames are decades in words, of the twentieth century.
var decadeNames = map[string]int{
	"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90,
}

// adverbs return at a steady pace.
var adverbs = map[string]string{
	"daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W", "monthly": "P1M",
	"bimonthly": "P2M", "quarterly": "P3M", "semiannual": "P6M", "annual": "P1Y", "annually": "P1Y", "yearly": "P1Y",
	"biannual": "P6M", "biennial": "P2Y", "hourly": "PT1H",
}

// vague expressions have no date, only a direction from the time of writing.
// Longer ones stand in vaguePhrases.
var vague = map[string]string{
	"now": "PRESENT_REF", "nowadays": "PRESENT_REF", "currently": "PRESENT_REF", "current": "PRESENT_REF", "presently": "PRESENT_REF",
	"recently": "PAST_REF", "recent": "PAST_REF", "lately": "PAST_REF", "previously": "PAST_REF", "formerly": "PAST_REF",
	"soon": "FUTURE_REF", "shortly": "FUTURE_REF", "future": "FUTURE_REF",
}

// zones are the time zones whose distance from UTC is not in doubt.
var zones = map[string]string{
	"utc": "Z", "gmt": "Z", "est": "-05:00", "edt": "-04:00", "cst": "", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00",
	"pst": "-08:00", "pdt": "-07:00", "cet": "+01:00", "cest": "+02:00", "bst": "", "ist": "", "msk": "+03:00", "jst": "+09:00",
	"et": "", "pt": "", "ct": "", "eastern": "", "pacific": "",
}

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// lexicon holds every word that a rule asks for by class.
var lexicon = func() map[string]entry {
	l := map[string]entry{}
	put := func(w string, c class, n int) {
		e := l[w]
		e.c |= c
		if n != 0 {
			e.n = n
		}
		l[w] = e
	}
	for w, n := range months {
		put(w, monthWord, n)
	}
	for w, n := range weekdays {
		put(w, weekdayWord, n)
		if len(w) > 6 && w[len(w)-1] == 's' {
			put(w, plural, n)
		}
	}
	for w, n := range unitNames {
		put(w, unitWord, n)
		put(w+"s", unitWord|plural, n)
	}
	put("seconds", unitWord|plural, unitSecond)
	put("centuries", unitWord|plural, unitCentury)
	put("century", unitWord, unitCentury)
	put("millennia", unitWord|plural, unitMillennium)
	put("millennium", unitWord, unitMillennium)
	for w, n := range cardinals {
		put(w, cardinal, n)
	}
	for w, n := range ordinals {
		put(w, ordinal, n)
	}
	for w, n := range seasons {
		put(w, seasonWord, n)
		if w[len(w)-1] == 's' {
			put(w, plural, n)
		}
	}
	for w := range parts {
		put(w, partWord, 0)
		if w[len(w)-1] == 's' {
			put(w, plural, 0)
		}
	}
	for w := range decadeNames {
		put(w, trigger, 0)
	}
	for w := range adverbs {
		put(w, trigger, 0)
	}
	for w := range vague {
		put(w, trigger, 0)
	}
	for _, w := range triggers {
		put(w, trigger, 0)
	}
	for w := range holidays {
		put(w, trigger, 0)
	}
	for _, w := range []string{"several", "few", "some", "many", "various", "numerous", "countless"} {
		put(w, someWord, 0)
	}
	for _, w := range pastVerbs {
		put(w, pastVerb, 0)
	}
	for _, w := range aheadWords {
		put(w, aheadWord, 0)
	}
	for _, w := range nowVerbs {
		put(w, nowVerb, 0)
	}
	return l
}()

// triggers are the other words that may begin an expression.
var triggers = []string{
	"the", "a", "an", "this", "that", "these", "those", "last", "next", "past", "previous", "following", "coming", "same", "another",
	"today", "tonight", "yesterday", "tomorrow", "earlier", "later", "early", "late", "mid", "middle", "beginning", "start", "end",
	"about", "around", "approximately", "roughly", "some", "nearly", "almost", "over", "under", "circa", "ca", "c", "more", "less",
	"fewer", "at", "up", "every", "each", "per", "once", "twice", "half", "noon", "midnight", "fiscal", "fy", "ad", "bc", "in", "long",
	"couple", "both", "q", "h", "very", "upcoming", "only", "back", "post", "days", "recently", "until", "no", "whole", "entire",
	"since", "after", "before", "during", "prior", "ahead", "pre", "old", "time", "moment", "our", "years", "'", "present", "late",
	"its", "his", "their", "first", "final", "opening", "modern", "immediate", "near", "distant", "foreseeable", "by", "christmas",
	"coming", "succeeding", "preceding", "subsequent", "ensuing", "within", "well", "just", "exactly", "winter",
}

// pastVerbs are the auxiliaries of the past, and what is left of them before an
// apostrophe. Other past forms are known by verbs.go.
var pastVerbs = []string{
	"was", "were", "had", "did", "been", "has", "have", "hasn", "haven", "hadn", "wasn", "weren", "didn", "said", "died", "unveiled",
}

var aheadWords = []string{
	"will", "shall", "ll", "would", "won", "wouldn", "may", "might", "could", "should", "must", "can", "plans", "plan", "expects", "expect",
	"hopes", "hope", "intends", "intend", "aims", "aim", "wants", "due", "going", "scheduled", "expected", "slated", "planned", "supposed",
	"likely", "poised", "upcoming", "forthcoming", "anticipated", "projected", "promises",
}

var nowVerbs = []string{
	"is", "are", "am", "says", "does", "do", "isn", "aren", "continues", "remains", "makes", "takes", "comes", "goes", "wins", "says",
	"begins", "starts", "opens", "ends", "expires", "runs", "faces", "meets", "returns",
}
