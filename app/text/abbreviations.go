package text

// What follows serves the sentence rules only.

// titles end in a full stop that ends no sentence.
var titles = set("mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "maj", "capt", "cmdr", "sgt", "sen", "rep", "gov", "pres",
	"rev", "hon", "st", "mt", "ft", "adm", "brig", "cpl", "pvt", "amb", "supt", "messrs", "insp", "det", "msgr", "fr", "vs", "e.g", "i.e", "cf", "approx", "dept", "univ", "assn")

// numbered stand before a number: "No. 5", "c. 314".
var numbered = set("no", "nos", "art", "p", "pp", "vol", "ch", "sec", "fig", "figs", "para", "c", "ca", "op")

// firms and generations stand behind a name, and may end a sentence.
var firms = set("inc", "corp", "ltd", "co", "jr", "sr", "bros", "llc", "plc", "al", "esq")

// states are short for states of the US and provinces of Canada where they begin
// with a capital. Some are words otherwise: "Miss.", "Ore.".
var states = set("ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "md", "mass", "mich",
	"minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "penn", "tenn", "tex", "vt", "va", "wash", "wis", "wyo", "alta", "ont", "que", "sask", "man")

// starters begin a sentence and hardly ever go on after an abbreviation.
var starters = set("the", "a", "an", "he", "she", "it", "they", "we", "i", "in", "on", "at", "this", "that", "these", "those", "but", "and",
	"however", "according", "after", "before", "for", "when", "while", "as", "if", "there", "his", "her", "its", "their", "both", "some",
	"many", "also", "meanwhile", "since", "with", "by", "from", "although", "one", "two", "last", "officials", "police")

// webEnds follow a stop without a blank and end no sentence: "Detik.Com".
var webEnds = set("com", "org", "net", "gov", "edu", "uk", "ir", "ru")

// shortMonths and shortDays may end in a full stop that ends no sentence.
var (
	shortMonths = set("jan", "feb", "febr", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec")
	shortDays   = set("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun")
)

// calendarWords go on after a time of day: "at 5 p.m. Monday", "8 a.m. EST".
var (
	monthWords = set("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
	dayWords   = set("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
	zoneWords  = set("utc", "gmt", "est", "edt", "cdt", "mst", "mdt", "pst", "pdt", "cet", "cest", "msk", "jst")
)

// longestWord is the length in bytes over which nothing is compared with a list.
const longestWord = 24

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
