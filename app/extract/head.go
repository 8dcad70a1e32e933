package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/app/timex"
)

// head is what an article says of itself before it begins: each part with the
// place in the text that says it, a zero span where the text does not.
type head struct {
	headline  briefing.Span
	byline    briefing.Span
	publisher briefing.Span
	place     briefing.Span
	published briefing.Span
	date      edtf.Date     // of published
	mark      briefing.Span // the agency's mark where it runs into the first sentence
	body      int           // where the first sentence of the body begins, behind dateline and mark
}

// headLines is how many lines the head of an article is looked for in.
const headLines = 8

// readHead finds the head of an article.
func readHead(text string) head {
	h := head{}
	var lines []briefing.Span
	for at := 0; at < len(text) && len(lines) < headLines; {
		end := strings.IndexByte(text[at:], '\n')
		if end < 0 {
			end = len(text)
		} else {
			end += at
		}
		if line := trim(text, briefing.Span{Start: at, End: end}); line.Start < line.End {
			lines = append(lines, line)
		}
		at = end + 1
	}
	for i, line := range lines {
		last := i == len(lines)-1
		switch words := text[line.Start:line.End]; {
		case last && len(strings.TrimSpace(text[line.End:])) == 0 && i > 0 && h.body > 0:
			// The body is never empty: what would be its last line is no head.
		case !last && h.published == briefing.Span{} && h.readDateLine(text, line):
			h.body = nextLine(text, line.End)
			continue
		case !last && h.byline == briefing.Span{} && isByline(words):
			h.byline = line
			h.body = nextLine(text, line.End)
			continue
		case i == 0 && !last && isHeadline(words):
			h.headline = line
			h.body = nextLine(text, line.End)
			continue
		}
		break
	}
	h.readDateline(text)
	return h
}

func trim(text string, s briefing.Span) briefing.Span {
	for s.Start < s.End {
		r, size := utf8.DecodeRuneInString(text[s.Start:s.End])
		if !unicode.IsSpace(r) && r != '\ufeff' {
			break
		}
		s.Start += size
	}
	for s.Start < s.End {
		r, size := utf8.DecodeLastRuneInString(text[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.End -= size
	}
	return s
}

// nextLine returns where the next line with words begins, from end on.
func nextLine(text string, end int) int {
	return len(text) - len(strings.TrimLeftFunc(text[end:], unicode.IsSpace))
}

// isHeadline reports whether a first line is a headline: no sentence, and not
// long.
func isHeadline(line string) bool {
	const most = 180 // bytes
	if len(line) > most || len(strings.Fields(line)) < 2 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(line)
	return !strings.ContainsRune(".:;,…", last) || strings.HasSuffix(line, "...")
}

// isByline reports whether a line says who wrote the article.
func isByline(line string) bool {
	const most = 120 // bytes
	if len(line) > most {
		return false
	}
	for _, start := range []string{"By ", "BY ", "Written by ", "Reporting by ", "Story by "} {
		if rest, ok := strings.CutPrefix(line, start); ok {
			r, _ := utf8.DecodeRuneInString(rest)
			return unicode.IsUpper(r) && !strings.HasSuffix(line, ".")
		}
	}
	return false
}

// dateWords are what may stand beside the date on a line of its own.
var dateWords = set(`published posted updated issued released date dated filed created written first last on at
	modified edited by in gmt utc est edt pst pdt cet cest bst ist msk am pm hrs local time monday tuesday wednesday
	thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// readDateLine takes the publication date from a line that says nothing else:
// "Published: 3 May 2024 14:05 GMT", "March 01, 2008".
func (h *head) readDateLine(text string, line briefing.Span) bool {
	const most = 90 // bytes
	if line.End-line.Start > most {
		return false
	}
	date, at, ok := wholeDate(text, line)
	if !ok {
		return false
	}
	for i, part := range []string{text[line.Start:at.Start], text[at.End:line.End]} {
		for _, w := range strings.FieldsFunc(strings.ToLower(part), func(r rune) bool { return !unicode.IsLetter(r) }) {
			if !dateWords[w] && !(i == 0 && len(w) == 1) {
				return false
			}
		}
	}
	h.published, h.date = at, date
	return true
}

// wholeDate returns the first day or month with its year in a stretch of text.
func wholeDate(text string, in briefing.Span) (edtf.Date, briefing.Span, bool) {
	for _, x := range timex.Tag(text[in.Start:in.End], timex.Options{}) {
		if x.Type != timex.Date && x.Type != timex.Time || x.EDTF.IsZero() || x.EDTF.Kind() != edtf.KindDate {
			continue
		}
		if p := x.EDTF.Precision(); p == edtf.PrecisionYear || p == edtf.PrecisionMonth && x.Mod != "" {
			continue
		}
		return x.EDTF, briefing.Span{Start: in.Start + x.Start, End: in.Start + x.End}, true
	}
	return edtf.Date{}, briefing.Span{}, false
}

// readDateline reads the line that opens a story, where there is one: "BISHKEK,
// May 3, 2024 (AP) —", "MOSCOW (Reuters) -", "Tehran, IRNA –", "MNA – ", and an
// agency's mark without any sign behind it: "MNA Iran does not accept …".
func (h *head) readDateline(text string) {
	const most = 120 // bytes, to the dash
	start := h.body
	window := text[start:min(len(text), start+most)]
	if nl := strings.IndexByte(window, '\n'); nl >= 0 {
		window = window[:nl]
	}
	dash, size := findDash(window)
	if dash > 0 && h.readParts(text, start, start+dash) {
		h.body = nextLine(text, start+dash+size)
		return
	}
	// "ANKARA, Turkey (AP): "? Not written so. Left is the bare mark.
	word, _, _ := strings.Cut(window, " ")
	if agencies[word] && len(window) > len(word) {
		next, _ := utf8.DecodeRuneInString(window[len(word)+1:])
		if unicode.IsUpper(next) && !agencyContext(window[len(word)+1:]) {
			h.mark = briefing.Span{Start: start, End: start + len(word)}
			h.publisher = h.mark
			h.body = start + len(word) + 1
		}
	}
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

// readParts reads what stands before the dash: place, date and agency, in any
// order, between commas and brackets. It reports false, and reads nothing, when
// there is anything else.
func (h *head) readParts(text string, start, end int) bool {
	found := *h
	part := func(from, to int, bracket bool) bool {
		s := trim(text, briefing.Span{Start: from, End: to})
		words := text[s.Start:s.End]
		if s.Start == s.End {
			return true
		}
		if agencies[words] || bracket && isAgency(words) {
			found.publisher = s
			return true
		}
		if date, at, ok := wholeDate(text, s); ok && at == s {
			if found.date.IsZero() {
				found.published, found.date = at, date
			}
			return true
		}
		if isDay(words) {
			return true // a day without a year: a date phrase like any other
		}
		if bracket || !isPlaceName(words) {
			return false
		}
		if found.place.End > 0 && s.Start-found.place.End <= 2 { // "ANKARA, Turkey"
			found.place.End = s.End
			return true
		}
		if found.place.End == 0 || found.place == h.place {
			found.place = s
			return true
		}
		return false
	}
	// A date has a comma of its own: "May 3, 2024".
	if date, at, ok := wholeDate(text, briefing.Span{Start: start, End: end}); ok && found.date.IsZero() {
		found.published, found.date = at, date
	}
	from, ok := start, true
	for i := start; i < end && ok; i++ {
		if i >= found.published.Start && i < found.published.End {
			continue
		}
		switch text[i] {
		case ',', ';', '/':
			ok = part(from, i, false)
			from = i + 1
		case '(':
			ok = part(from, i, false)
			if i = i + strings.IndexByte(text[i:end]+")", ')'); ok {
				ok = part(start+strings.LastIndexByte(text[start:min(i, end)], '(')+1, min(i, end), true)
			}
			from = min(i+1, end)
		}
	}
	if ok && part(min(from, end), end, false) && (found.place != h.place || found.publisher != h.publisher || found.published != h.published) {
		*h = found
		return true
	}
	return false
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
