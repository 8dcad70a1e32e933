package timex

import "strings"

// eventNouns are what happens, or what stands for it. Words in -tion, -ment and
// -ence count by their ending unless they are in notEvents.
var eventNouns = set("accord", "agreement", "armistice", "arrest", "assault", "attack", "attacks", "battle", "blast", "bombing", "ceasefire",
	"clash", "clashes", "collapse", "conference", "coup", "crash", "crisis", "death", "deal", "defeat", "disaster", "drought", "earthquake", "election",
	"elections", "embargo", "explosion", "fall", "famine", "fire", "flood", "floods", "genocide", "hearing", "hurricane", "invasion", "killing",
	"killings", "launch", "massacre", "meeting", "merger", "murder", "offensive", "outbreak", "pandemic", "protest", "protests", "purchase", "raid",
	"rebellion", "referendum", "reform", "release", "resignation", "retreat", "revolt", "revolution", "riot", "riots", "rout", "sale", "shooting", "siege",
	"storm", "strike", "strikes", "summit", "surrender", "takeover", "talks", "test", "treaty", "trial", "truce", "tsunami", "tragedy", "unrest", "uprising", "victory",
	"verdict", "visit", "vote", "war", "withdrawal", "epidemic", "independence", "birth", "wedding", "ceremony", "inauguration", "games", "olympics",
	"congress", "marriage", "landing", "flight", "sanctions", "bankruptcy", "default", "bailout", "split", "breakup", "overthrow", "assassination",
	"arrival", "departure", "return", "campaign", "hijacking", "kidnapping", "incident", "accident", "eruption", "signing", "session")

var notEvents = set("nation", "station", "population", "organization", "organisation", "corporation", "institution", "federation", "association", "foundation",
	"administration", "government", "parliament", "department", "apartment", "equipment", "document", "environment", "position", "condition", "question", "information",
	"section", "mention", "attention", "proportion", "portion", "fraction", "situation", "location", "option", "element", "settlement", "sentiment", "management",
	"audience", "evidence", "residence", "intelligence", "science", "influence", "reference", "sentence", "experience", "difference", "presence", "absence", "confidence",
	"moment", "commission", "delegation", "coalition", "opposition", "region", "religion", "million", "billion", "generation", "nutrition", "tradition")

// happens reports whether w names an event.
func happens(w string) bool {
	if eventNouns[w] {
		return true
	}
	if len(w) < 8 || notEvents[w] {
		return false
	}
	return strings.HasSuffix(w, "tion") || strings.HasSuffix(w, "sion") || strings.HasSuffix(w, "ment")
}

const (
	eventWords = 8 // of an event's name before its noun
	eventTail  = 6 // of what follows it
)

// event reads a phrase that hangs on an event: "since the 2016 agreement", "before
// the election of Macron", "the post-independence period". It spans the dates in
// it, which are expressions of their own.
func (s *scan) event(i int) (match, bool) {
	if m, ok := s.era(i); ok {
		return m, true
	}
	k, mod := i+1, ""
	switch s.at(i).w {
	case "since":
		mod = "AFTER"
	case "after":
		mod = "AFTER"
	case "following":
		if !s.words(k, "the") && !s.at(k).upper {
			return match{}, false
		}
		mod = "AFTER"
	case "before":
		mod = "BEFORE"
	case "until", "till":
		mod = "ON_OR_BEFORE"
	case "during":
	case "prior", "ahead":
		if !s.any(k, "to", "of") {
			return match{}, false
		}
		k++
		mod = "BEFORE"
	case "wake", "aftermath":
		if !s.words(i-2, "in", "the") || !s.words(k, "of") {
			return match{}, false
		}
		i -= 2
		k++
		mod = "AFTER"
	default:
		return match{}, false
	}
	from := k
	if s.at(k).kind != kindWord {
		return match{}, false
	}
	det := s.any(k, "the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "last", "next")
	noun, y := -1, 0
	for j := k; j < k+eventWords; j++ {
		t := s.at(j)
		if t.kind == kindNumber {
			if v, ok := s.plainYear(j); ok {
				y = v
				continue
			}
			if s.suffixed(j) {
				continue
			}
			break
		}
		if t.kind == kindWord && happens(t.w) && !(j == k && !t.upper && t.w != "independence" && t.w != "talks" && t.w != "elections") {
			noun = j
			continue
		}
		if t.w == "-" && t.glued || t.w == "'" && t.glued || t.w == "s" && t.glued || t.w == "th" && t.glued {
			continue
		}
		if t.kind != kindWord || j > k && s.eventStop(j) || noun >= 0 && !t.upper {
			break
		}
	}
	if noun < 0 || !det && !s.at(k).upper && noun-k > 3 {
		return match{}, false
	}
	m := match{from: i, to: s.eventEnd(noun + 1), mod: mod, keep: true, rule: RuleEvent}
	if y == 0 && s.words(noun+1, "of") && s.yearLike(noun+2) {
		y, m.to = s.at(noun+2).n, noun+3
	} else if y == 0 && s.words(noun+1, "in") && s.yearLike(noun+2) {
		y, m.to = s.at(noun+2).n, noun+3
	}
	m.anchor = Span{Start: s.at(from).start, End: s.at(m.to - 1).end}
	if y != 0 {
		m.w, m.rule = when{g: year, y: y}, RuleEventYear
		switch {
		case s.words(i, "since"):
			m.edtf = m.w.edtf() + "/.."
		case mod == "AFTER", mod == "BEFORE", mod == "":
			m.edtf = qualified(m.w, mod)
		default:
			m.edtf = "../" + m.w.edtf()
		}
	}
	return m, true
}

// eventStop reports whether token j ends the name of an event.
func (s *scan) eventStop(j int) bool {
	t := s.at(j)
	if t.upper {
		return false
	}
	return s.any(j, "and", "or", "of", "in", "on", "at", "to", "by", "for", "with", "from", "that", "which", "who", "he", "she", "they", "it", "when", "while", "but", "as", "between", "against", "over", "the", "into", "than") ||
		t.word.c&(pastVerb|nowVerb|aheadWord) != 0
}

// eventEnd takes in what says whose or where: "of ISIL in Iraq and Syria".
func (s *scan) eventEnd(k int) int {
	end := k
	for j := k; j < k+eventTail; {
		if !s.any(j, "of", "in", "on", "against", "at") {
			break
		}
		if s.words(j, "in") || s.words(j, "on") || s.words(j, "at") {
			if n := s.at(j + 1); !n.upper || n.word.c&(monthWord|weekdayWord) != 0 || n.kind != kindWord {
				break
			}
		}
		n := j + 1
		if s.any(n, "the", "its", "his", "her", "their") {
			n++
		}
		first := n
		for s.at(n).kind == kindWord && (s.at(n).upper || s.words(n, "and") && s.at(n+1).upper && n > first) && n < first+6 {
			n++
		}
		if n == first {
			if s.at(n).kind == kindWord && s.words(j, "of") && !s.eventStop(n) {
				n++
			} else {
				break
			}
		}
		end, j = n, n
	}
	return end
}

// era reads a time named by what came before or after: "the post-independence
// period", "the pre-war years".
func (s *scan) era(i int) (match, bool) {
	k := i
	if s.words(k, "the") {
		k++
	}
	mod := ""
	switch s.at(k).w {
	case "post":
		mod = "AFTER"
	case "pre":
		mod = "BEFORE"
	default:
		return match{}, false
	}
	if s.at(k+1).w != "-" || !s.at(k+1).glued || !s.at(k+2).glued || s.at(k+2).kind != kindWord || !s.any(k+3, "period", "era", "years", "decade", "decades", "months", "days", "world", "time") {
		return match{}, false
	}
	m := match{from: i, to: k + 4, typ: Duration, val: "PXY", mod: mod, keep: true, rule: RuleEvent}
	m.anchor = Span{Start: s.at(k + 2).start, End: s.at(k + 2).end}
	switch s.at(k + 3).w {
	case "decade", "decades", "months", "days":
		m.val = durationValue("X", s.at(k+3).word.n)
	}
	return m, true
}
