package timex

import "strings"

// A number of four digits is a year only in the company of a date: behind a
// preposition of time, between marks, before what happened that year. As a house
// number, an amount, the number of a resolution or of a model it is none.

// numbered are the nouns that a number behind them counts or names.
var numbered = set("resolution", "resolutions", "paragraph", "article", "section", "rule", "order", "directive", "regulation", "flight", "room", "model", "channel", "lot",
	"case", "bill", "chapter", "page", "line", "route", "highway", "bus", "train", "number", "no", "item", "clause", "unit", "block", "file", "psalm", "verse", "hymn",
	"opus", "op", "suite", "box", "gate", "plot", "form", "batch", "track", "level", "grade", "mark", "engine", "locomotive", "code", "radio", "band", "squadron",
	"regiment", "battalion", "brigade", "division", "post", "lodge", "local", "id", "serial", "windows", "office", "decree", "ordinance", "asteroid", "comet", "ngc", "iso", "din", "en", "rfc")

// streets end an address that a number opens.
var streets = set("st", "street", "ave", "avenue", "road", "rd", "blvd", "boulevard", "lane", "ln", "drive", "way", "court", "ct", "place", "pl", "square", "sq",
	"highway", "hwy", "terrace", "parkway", "pkwy", "crescent", "close", "row", "alley", "quay", "embankment", "block", "circle", "trail", "pike", "turnpike", "broadway")

// yearWords stand before a year, as prepositions or as what a year belongs to.
var yearWords = set("in", "since", "until", "till", "by", "of", "from", "before", "after", "during", "early", "late", "mid", "year", "circa", "between", "summer", "spring",
	"winter", "autumn", "fall", "through", "around", "into", "for", "and", "to", "-", "(", "throughout", "begin", "c", "ca", "–", "[", "/", "&")

// yearVerbs are the participles that a year follows bare: "born 1954", "released 1999".
var yearVerbs = set("born", "died", "founded", "established", "built", "published", "released", "dated", "est", "opened", "closed", "completed", "formed", "created", "married",
	"issued", "copyright", "updated", "revised", "retrieved", "active", "fl", "crowned", "elected", "reigned", "ended", "began", "started")

// plainYear reports whether the number at k is a year that stands for itself.
func (s *scan) plainYear(k int) (int, bool) {
	t := s.at(k)
	if !s.yearLike(k) || s.counted(k) || s.addressed(k) || s.titled(k) {
		return 0, false
	}
	after := s.at(k + 1)
	before := s.at(k - 1)
	if before.w == "." && s.any(k-2, "c", "ca", "d", "b", "fl", "est") {
		before = s.at(k - 2)
	}
	strong := yearWords[before.w] || k == 0 || s.is(k-1, monthWord) ||
		after.w == "-" && (s.yearLike(k+2) || s.at(k+2).kind == kindNumber && width(s.at(k+2)) == 2) ||
		s.any(k-1, "the", "his", "her", "its", "s", "this", "or", ",", "about") && t.n >= 1500 && (after.kind != kindWord || !after.upper)
	if s.beforePlural(k) {
		return 0, false
	}
	if t.n >= 1900 && t.n < 2100 {
		return t.n, true
	}
	return t.n, strong && (t.n >= 1400 || after.w == "-" || s.any(k-1, "in", "since", "year", "of", "by", "until", "from", "between", "after", "before", "-", "(", "around") || before.w == "c" || before.w == "ca")
}

// beforePlural reports whether the number at k counts the plural behind it: "2,000
// soldiers" without its comma, against "the 2016 elections".
func (s *scan) beforePlural(k int) bool {
	t, after := s.at(k), s.at(k+1)
	if after.kind != kindWord || after.upper || len(after.w) < 4 || after.w[len(after.w)-1] != 's' || after.word.c != 0 {
		return false
	}
	return t.n%100 == 0 && !s.any(k-1, "the", "in", "since") || t.n < 1900 && !s.any(k-1, "the") ||
		s.any(k-1, "some", "about", "over", "than", "least", "to", "nearly", "almost", "of", "with")
}

// counted reports whether the number at k is an amount: words before or behind it
// count with it.
func (s *scan) counted(k int) bool {
	t, after := s.at(k), s.at(k+1)
	b := s.at(k - 1)
	switch {
	case s.any(k-1, "no", "number", "flight", "page", "$", "€", "£", "route", "model", "room", "#", "×", "+", "=", "some", "than", "over", "least", "nearly", "almost", "roughly", "exactly", "only", "another", "up") && !s.words(k-2, "just", "over"),
		s.words(k-2, "no", "."), s.words(k-2, "up", "to"), s.is(k-1, cardinal):
		return true
	case after.w == "/" && after.glued && s.at(k+2).n != (t.n+1)%100 && !s.yearLike(k+2):
		return true
	case s.any(k+1, countNouns...), s.is(k+1, unitWord) && !s.any(k+1, "season"), after.w == "-" && after.glued && s.is(k+2, unitWord):
		return true
	case s.any(k+1, "to", "each", "apiece", "per") && (isPast(b.w) || bareOf[b.w]) && !yearVerbs[b.w], s.any(k+1, "each", "apiece"):
		return true
	}
	// "reached 2019", "paid 2000": an object; "born 1954" is none
	return b.kind == kindWord && !b.upper && (isPast(b.w) || bareOf[b.w] || s.any(k-1, "totalled", "numbered", "reach", "reaches", "exceed", "exceeds", "number", "total", "totals", "pay", "pays", "cost", "costs", "has", "have", "are")) && !yearVerbs[b.w] &&
		!s.any(k-1, "was", "were", "been", "had") && b.word.c&monthWord == 0
}

// addressed reports whether the number at k opens an address: "1119 Elm St.".
func (s *scan) addressed(k int) bool {
	for j := k + 1; j <= k+4; j++ {
		t := s.at(j)
		switch {
		case t.kind == kindNumber && s.suffixed(j) || s.any(j, "th", "st", "nd", "rd") && t.glued:
		case t.kind != kindWord || !t.upper && !s.any(j, "block"):
			return false
		case j > k+1 && streets[t.w], s.any(j, "block", "broadway"):
			return true
		}
	}
	return false
}

// titled reports whether the number at k names a thing: "Resolution 1970", "the
// asteroid 1950 DA", "Bf-1090".
func (s *scan) titled(k int) bool {
	t, b, after := s.at(k), s.at(k-1), s.at(k+1)
	switch {
	case b.kind == kindWord && designates(b.w) && !s.any(k-1, "order", "mark", "line", "case", "close"), b.upper && s.any(k-1, "order", "mark", "line", "case"):
		return !s.any(k-2, "in", "since")
	case (designates(s.at(k-2).w) || s.any(k-2, "and")) && s.any(k-1, "and", ",", "or") && s.numberedList(k-2):
		return true
	case b.w == "-" && b.glued && t.glued && s.at(k-2).kind == kindWord && s.at(k-2).upper:
		return true // "Bf-1090"
	case t.n == 2000 && b.upper && b.kind == kindWord && k > 1 && b.word.c == 0:
		return true // "Windows 2000"
	}
	// "1950 DA": one or two capitals that are no era and no state
	return after.kind == kindWord && after.upper && !after.glued && width(after) <= 2 && s.text[after.start:after.end] == upper(after.w) &&
		!s.any(k+1, "ad", "bc", "ce", "us", "uk", "eu", "un", "i", "a", "dc", "la", "tv", "mp") && !s.any(k-1, "in", "since", "by", "until", "from", "the", "of", "late", "early", "and", "to", ",")
}

// numberedList reports whether token j is a number in a list of things with
// numbers: "Resolution 1970 and Resolution 2015", "articles 1999 and 2001".
func (s *scan) numberedList(j int) bool {
	return s.at(j).kind == kindNumber && designates(s.at(j-1).w)
}

// designates reports whether w is one of the nouns of numbered, or their plural.
func designates(w string) bool { return numbered[w] || numbered[strings.TrimSuffix(w, "s")] }

func upper(w string) string {
	b := []byte(w)
	for i, c := range b {
		if 'a' <= c && c <= 'z' {
			b[i] = c - 'a' + 'A'
		}
	}
	return string(b)
}

// oldYear reports whether the number at k is a year of three digits: behind a
// preposition of time, in a text that names such years in full.
func (s *scan) oldYear(k int) bool {
	t, n := s.at(k), s.at(k+1)
	if !s.ancient || t.kind != kindNumber || width(t) != 3 || t.n < 100 || s.joined(k) || s.trails(k+1) {
		return false
	}
	if n.kind == kindWord && (!s.any(k+1, closedWords...) || s.any(k+1, "of")) && s.verb(k+1) == unknownTense || s.counted(k) {
		return false
	}
	return s.any(k-1, "in", "around", "since", "until", "circa", "by", "c", "from", "(", "-") || s.any(k-1, ".") && s.any(k-2, "c", "ca")
}

var countNouns = []string{"people", "troops", "men", "women", "soldiers", "miles", "meters", "metres", "feet", "ft", "kilometers", "kilometres", "km", "m", "kg", "tons",
	"tonnes", "points", "percent", "dollars", "pounds", "euros", "yen", "yuan", "rubles", "roubles", "rupees", "francs", "crowns", "jobs", "workers", "employees", "copies", "votes", "million", "billion", "civilians", "prisoners",
	"casualties", "deaths", "cases", "guns", "tanks", "aircraft", "vehicles", "acres", "hectares", "homes", "houses", "members", "students", "pupils", "horses", "ships", "yards", "others", "rpm", "hp", "calories", "steps",
	"words", "pages", "seats", "tickets", "fans", "visitors", "residents", "patients", "passengers", "children", "families", "injured", "dead", "wounded", "megawatts", "mw", "kw", "cc", "mb", "gb", "mhz", "hz", "metric", "square", "cubic", "us"}
