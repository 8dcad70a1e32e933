package timex

// Rule says by which rule an expression was read. It is the ID of a message in the
// catalog (assets/i18n), so that the reader sees it worded in their language.
type Rule string

// The rules. Those that count from the publication date say so; the others count
// from the text or from nothing.
const (
	RuleAsWritten        Rule = "timex.rule.date-as-written"
	RuleWeekdayMisfit    Rule = "timex.rule.weekday-misfit"
	RuleMonth            Rule = "timex.rule.month"
	RuleMonthDay         Rule = "timex.rule.month-day"
	RuleNoSuchDay        Rule = "timex.rule.no-such-day"
	RuleDayOfNextMonth   Rule = "timex.rule.day-of-month-behind"
	RuleDayOfMonth       Rule = "timex.rule.day-of-month"
	RuleDayOfMonthBefore Rule = "timex.rule.day-of-month-before"
	RuleDigits           Rule = "timex.rule.digits"
	RuleDigitsUnclear    Rule = "timex.rule.digits-unclear"
	RuleDayName          Rule = "timex.rule.day-name"
	RuleYear             Rule = "timex.rule.year"
	RuleYearTwoDigits    Rule = "timex.rule.year-two-digits"
	RuleBusinessYear     Rule = "timex.rule.business-year"
	RuleDecade           Rule = "timex.rule.decade"
	RuleDecadeTwentieth  Rule = "timex.rule.decade-twentieth"
	RuleDecadeTwoDigits  Rule = "timex.rule.decade-two-digits"
	RuleCentury          Rule = "timex.rule.century"
	RuleCenturyHundreds  Rule = "timex.rule.century-hundreds"
	RuleQuarter          Rule = "timex.rule.quarter"
	RuleHalf             Rule = "timex.rule.half"
	RuleMonthPart        Rule = "timex.rule.month-part"
	RuleSeason           Rule = "timex.rule.season"
	RuleSeasonSet        Rule = "timex.rule.season-returning"
	RuleSeasonAny        Rule = "timex.rule.season-any"
	RuleHoliday          Rule = "timex.rule.holiday"
	RuleWeekday          Rule = "timex.rule.weekday"
	RuleWeekdaySet       Rule = "timex.rule.weekday-returning"
	RuleWeekdayOpen      Rule = "timex.rule.weekday-open"
	RuleWeekdayBefore    Rule = "timex.rule.weekday-before"
	RuleWeekdayAfter     Rule = "timex.rule.weekday-after"
	RuleWeekdayThisPast  Rule = "timex.rule.weekday-this-past"
	RuleWeekdayThis      Rule = "timex.rule.weekday-this"
	RuleWeekdayAhead     Rule = "timex.rule.weekday-ahead"
	RuleWeekdayPast      Rule = "timex.rule.weekday-past"
	RuleWeekdayLast      Rule = "timex.rule.weekday-last"
	RuleWeekdayNext      Rule = "timex.rule.weekday-next"
	RuleWeekdayOfMonth   Rule = "timex.rule.weekday-of-month"
	RuleWeekOn           Rule = "timex.rule.week-on"
	RuleWeekAgo          Rule = "timex.rule.week-ago"
	RuleToday            Rule = "timex.rule.today"
	RuleYesterday        Rule = "timex.rule.yesterday"
	RuleTomorrow         Rule = "timex.rule.tomorrow"
	RuleNight            Rule = "timex.rule.night"
	RulePartOfToday      Rule = "timex.rule.part-of-today"
	RulePartOfYesterday  Rule = "timex.rule.part-of-yesterday"
	RuleTwoDaysBefore    Rule = "timex.rule.two-days-before"
	RuleTwoDaysAfter     Rule = "timex.rule.two-days-after"
	RuleLastPeriod       Rule = "timex.rule.period-last"
	RuleThisPeriod       Rule = "timex.rule.period-this"
	RuleNextPeriod       Rule = "timex.rule.period-next"
	RulePeriodBefore     Rule = "timex.rule.period-before"
	RulePeriodThat       Rule = "timex.rule.period-that"
	RulePeriodAfter      Rule = "timex.rule.period-after"
	RulePeriodSame       Rule = "timex.rule.period-same"
	RulePeriodReached    Rule = "timex.rule.period-reached"
	RuleCountedBack      Rule = "timex.rule.counted-back"
	RuleCountedOn        Rule = "timex.rule.counted-on"
	RuleCountedOnText    Rule = "timex.rule.counted-on-text"
	RuleCountedBackText  Rule = "timex.rule.counted-back-text"
	RuleCountedEvent     Rule = "timex.rule.counted-event"
	RuleClock            Rule = "timex.rule.clock"
	RulePartOfDay        Rule = "timex.rule.part-of-day"
	RuleLength           Rule = "timex.rule.length"
	RuleLengthOpen       Rule = "timex.rule.length-open"
	RuleRate             Rule = "timex.rule.rate"
	RuleReturning        Rule = "timex.rule.returning"
	RuleVague            Rule = "timex.rule.vague"
	RuleEvent            Rule = "timex.rule.event"
	RuleEventYear        Rule = "timex.rule.event-year"
	RuleSpanDash         Rule = "timex.rule.span-dash"
	RuleSpan             Rule = "timex.rule.span"
	RuleSpanBetween      Rule = "timex.rule.span-between"
)

// Rules returns all rules, for tests and for translators.
func Rules() []Rule {
	return []Rule{
		RuleAsWritten, RuleWeekdayMisfit, RuleMonth, RuleMonthDay, RuleNoSuchDay,
		RuleDayOfNextMonth, RuleDayOfMonth, RuleDayOfMonthBefore, RuleDigits, RuleDigitsUnclear,
		RuleDayName, RuleYear, RuleYearTwoDigits, RuleBusinessYear, RuleDecade,
		RuleDecadeTwentieth, RuleDecadeTwoDigits, RuleCentury, RuleCenturyHundreds, RuleQuarter,
		RuleHalf, RuleMonthPart, RuleSeason, RuleSeasonSet, RuleSeasonAny,
		RuleHoliday, RuleWeekday, RuleWeekdaySet, RuleWeekdayOpen, RuleWeekdayBefore,
		RuleWeekdayAfter, RuleWeekdayThisPast, RuleWeekdayThis, RuleWeekdayAhead, RuleWeekdayPast,
		RuleWeekdayLast, RuleWeekdayNext, RuleWeekdayOfMonth, RuleWeekOn, RuleWeekAgo, RuleToday, RuleYesterday, RuleTomorrow, RuleNight,
		RulePartOfToday, RulePartOfYesterday, RuleTwoDaysBefore, RuleTwoDaysAfter, RuleLastPeriod,
		RuleThisPeriod, RuleNextPeriod, RulePeriodBefore, RulePeriodThat, RulePeriodAfter,
		RulePeriodSame, RulePeriodReached, RuleCountedBack, RuleCountedOn, RuleCountedOnText,
		RuleCountedBackText, RuleCountedEvent, RuleClock, RulePartOfDay, RuleLength,
		RuleLengthOpen, RuleRate, RuleReturning, RuleVague, RuleEvent,
		RuleEventYear, RuleSpanDash, RuleSpan, RuleSpanBetween,
	}
}
