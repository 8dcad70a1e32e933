package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefline/app/article"
	"briefline/app/briefing"
	"briefline/app/timex"
)

// readDateline reads the line that opens a story, where there is one: "BISHKEK,
// May 3, 2024 (AP) —", "MOSCOW (Reuters) -", "Tehran, IRNA –", "MOSCOW, May 3.
// /TASS/.", "MNA – ", and an agency's mark without any sign behind it: "MNA Iran
// does not accept …".
func (h *head) readDateline(text string) {
	const most = 120 // bytes, to the dash
	start := h.body
	window := text[start : start+cut(text[start:], most)]
	if nl := strings.IndexByte(window, '\n'); nl >= 0 {
		window = window[:nl] + " "
	}
	for _, e := range openings(window) {
		found := *h
		if !found.readParts(text, start, start+e.at) {
			continue
		}
		fresh := found.place != h.place || found.publisher != h.publisher
		if !fresh && h.dated > 1 {
			continue // "12 June 2018 – A storm": a line of a chronology
		}
		if e.weak && !(isCapitals(text[found.place.Start:found.place.End]) && (found.publisher.End > start || found.published.End > start)) {
			continue // without a dash only what is written as an agency writes it
		}
		body := nextLine(text, min(len(text), start+e.at+e.size))
		if body == len(text) {
			continue // the body is never empty
		}
		*h = found
		h.body = body
		return
	}
	// "ANKARA, Turkey (AP): "? Not written so. Left is the bare mark.
	word, rest, ok := strings.Cut(window, " ")
	if ok && agencies[word] {
		next, _ := utf8.DecodeRuneInString(rest)
		if unicode.IsUpper(next) && !agencyContext(rest) {
			h.mark = briefing.Span{Start: start, End: start + len(word)}
			h.publisher = h.mark
			h.body = start + len(word) + 1
		}
	}
}

// cut returns the length of s, or the last place before most between characters.
func cut(s string, most int) int {
	if len(s) <= most {
		return len(s)
	}
	for most > 0 && !utf8.RuneStart(s[most]) {
		most--
	}
	return most
}

// opening is a place where a dateline may end: at is its end, size that of the sign
// behind it.
type opening struct {
	at, size int
	weak     bool // no dash
}

// openings returns where a dateline may end, the dash first.
func openings(window string) (out []opening) {
	if at, size := findDash(window); at > 0 {
		out = append(out, opening{at, size, false})
	}
	for _, sign := range []string{"/. ", "/ ", ") ", "). ", ": ", ". ", " | "} {
		if i := strings.Index(window, sign); i > 0 {
			at := i
			if sign[0] == ')' || sign[0] == '/' {
				at++ // the bracket is part of it
			}
			out = append(out, opening{at, i + len(sign) - at, true})
		}
	}
	return out
}

// findDash returns the first dash that stands between blanks or doubled, and its
// size; 0 when there is none.
func findDash(s string) (at, size int) {
	best, bestSize := 0, 0
	for _, dash := range []string{" — ", " – ", " - ", " -- ", "— ", "– ", "-- ", "—", " ‒ ", " ― "} {
		if i := strings.Index(s, dash); i > 0 && (best == 0 || i < best) {
			best, bestSize = i, len(dash)
		}
	}
	return best, bestSize
}

// agencyContext reports whether the words behind an agency's name go on with the
// name: "AP Photo", "BBC News reported", "TASS Director".
func agencyContext(rest string) bool {
	word, _, _ := strings.Cut(rest, " ")
	switch strings.Trim(word, ",.:") {
	case "News", "World", "Radio", "Television", "TV", "Photo", "Director", "Editor", "Correspondent", "Agency", "Group", "Service", "Persian", "Arabic", "Russian", "Sport":
		return true
	}
	return false
}

// readParts reads what stands before the dash: place, date and agency, in any
// order, between commas and brackets. It reports false, and may have read a part,
// when there is anything else.
func (h *head) readParts(text string, start, end int) bool {
	window, before := text[start:end], *h
	if strings.Count(window, "(") != strings.Count(window, ")") {
		return false // the dash stands in the brackets of a life
	}
	date := briefing.Span{}
	for _, d := range article.FindDates(text[start : start+cut(text[start:], 2*(end-start)+60)]) {
		switch {
		case start+d.Start >= end || date.End > 0:
		case d.Range || start+d.End > end:
			return false // from when to when
		default:
			date = briefing.Span{Start: start + d.Start, End: start + d.End}
			if h.date.IsZero() {
				h.take(text, start, d)
			}
		}
	}
	from := start
	for i := start; i < end; i++ {
		if i >= date.Start && i < date.End {
			continue // "May 3, 2024" has a comma of its own
		}
		switch c := text[i]; {
		case c == ',' || c == ';' || c == '/' || c == '|' || c == '.' && (i+1 == end || strings.HasPrefix(text[i:end], ". /")):
			if !h.readPart(text, from, i, date, before, c == '/') {
				return false
			}
			from = i + 1
		case c == '(':
			shut := i + strings.IndexByte(text[i:end]+")", ')')
			if !h.readPart(text, from, i, date, before, false) || !h.readPart(text, i+1, shut, date, before, true) {
				return false
			}
			i, from = shut, min(shut+1, end)
		}
	}
	return h.readPart(text, from, end, date, before, false) &&
		(h.place != before.place || h.publisher != before.publisher || date.End > 0)
}

// readPart reads one part of a dateline.
func (h *head) readPart(text string, from, to int, date briefing.Span, before head, bracket bool) bool {
	s := trim(text, briefing.Span{Start: from, End: max(from, to)})
	if date.End > 0 && s.Start <= date.Start && s.End >= date.End { // less the date itself
		if bracket && !isCapitals(text[h.place.Start:h.place.End]) {
			return false // "Edda Falk (3 March 1931) –"
		}
		ahead, behind := trim(text, briefing.Span{Start: s.Start, End: date.Start}), trim(text, briefing.Span{Start: date.End, End: s.End})
		if s = behind; ahead.Start < ahead.End {
			if s = ahead; behind.Start < behind.End {
				return false
			}
		}
	}
	words := text[min(s.Start, s.End):s.End]
	switch {
	case words == "":
		return true
	case agencies[words] || bracket && isAgency(words):
		h.publisher = s
		return true
	case allBeside(words), isDay(words): // a weekday; a day without a year, a date phrase like any other
		return true
	case bracket || !isPlaceName(words):
		return false
	case h.place != before.place && s.Start-h.place.End <= 2: // "ANKARA, Turkey"
		h.place.End = s.End
		return true
	case h.place == before.place:
		h.place = s
		return true
	}
	return false
}

// allBeside reports whether all words may stand beside a date: "Monday", "Updated".
func allBeside(words string) bool {
	n := 0
	for _, w := range strings.FieldsFunc(strings.ToLower(words), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) }) {
		if article.DateLabel(w) == article.NoLabel {
			return false
		}
		n++
	}
	return n > 0
}

// isAgency reports whether the words in brackets of a dateline name who
// published: short, and written as a name.
func isAgency(words string) bool {
	r, _ := utf8.DecodeRuneInString(words)
	return len(words) <= 40 && len(strings.Fields(words)) <= 4 && unicode.IsUpper(r) && !strings.ContainsAny(words, ".:;")
}

// isDay reports whether words are a day without a year: "May 3", "3 May".
func isDay(words string) bool {
	x := timex.Tag(words, timex.Options{})
	return len(x) == 1 && x[0].Start == 0 && x[0].End == len(words)
}

// isPlaceName reports whether all words begin with a capital letter, small ones
// apart, and there are few.
func isPlaceName(words string) bool {
	fields := strings.Fields(words)
	if len(fields) == 0 || len(fields) > 4 || len(words) > 40 {
		return false
	}
	for i, w := range fields {
		r, _ := utf8.DecodeRuneInString(w)
		small := i > 0 && (w == "of" || w == "de" || w == "al" || w == "la" || w == "upon" || w == "am" || w == "do" || w == "da")
		if !unicode.IsUpper(r) && !small || strings.ContainsAny(w, `"'“”’:;!?`) && !strings.Contains(w, "’") {
			return false
		}
	}
	return true
}

// agencies are marks that news agencies and broadcasters put before a story. Only
// a mark of this list counts where no dash or bracket sets it off: "UN", "EU" and
// "NATO" open sentences as their subject.
var agencies = set(`AP AFP Reuters REUTERS UPI dpa DPA ANSA EFE APA PAP CTK MTI BTA Agerpres HINA Hina STA Tanjug TANJUG
	SRNA FENA MIA ATA Lusa BNS LETA ETA NTB TT Ritzau STT TASS Interfax INTERFAX Sputnik RIA RBC Ukrinform UNIAN BelTA
	BELTA Moldpres Armenpress ARMENPRESS Azertac AZERTAC Trend Report Kazinform KAZINFORM Kabar KABAR AKIpress AKIPRESS
	24.kg Khovar Avesta Turkmenportal UzA UzDaily Anadolu DHA IHA Xinhua XINHUA CNS Kyodo KYODO Jiji JIJI Yonhap YONHAP
	KCNA CNA Antara ANTARA Bernama BERNAMA VNA TNA PNA PTI ANI UNI IANS APP BSS UNB RSS Bakhtar Pajhwok TOLOnews Khaama
	IRNA ISNA MNA FNA Mehr MEHR Tasnim TASNIM Fars IRIB ILNA YJC ICANA INA NINA Rudaw Shafaq SANA NNA Petra PETRA KUNA
	QNA WAM BNA SPA ONA Saba WAFA MENA APS MAP TAP LANA SUNA NAN GNA ENA Ethiopian KBC PANA AIP APO BBC VOA RFE/RL RFI
	DW CNN CGTN NHK TRT PRNewswire Newswire`)
