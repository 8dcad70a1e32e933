package figure

import (
	"strings"

	"briefline/app/syntax"
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// currencies are signs and prefixes that stand before a sum, with their ISO 4217
// code.
var currencies = map[string]string{
	"$": "USD", "US$": "USD", "A$": "AUD", "C$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "AU$": "AUD", "€": "EUR", "£": "GBP",
	"¥": "JPY", "₹": "INR", "RS": "INR", "USD": "USD", "EUR": "EUR", "GBP": "GBP", "AUD": "AUD", "CAD": "CAD", "CHF": "CHF", "₽": "RUB", "₺": "TRY",
	"₩": "KRW", "R$": "BRL",
}

// currencyWords stand after a sum.
var currencyWords = map[string]string{
	"dollars": "USD", "dollar": "USD", "us dollars": "USD", "u.s. dollars": "USD", "euros": "EUR", "euro": "EUR", "pounds": "GBP",
	"yen": "JPY", "yuan": "CNY", "rupees": "INR", "roubles": "RUB", "rubles": "RUB", "francs": "CHF", "swiss francs": "CHF",
	"australian dollars": "AUD", "canadian dollars": "CAD", "usd": "USD", "eur": "EUR", "cents": "cents", "pence": "pence", "kronor": "SEK",
	"crowns": "crowns", "pesos": "pesos", "lira": "TRY", "won": "KRW", "reais": "BRL", "rials": "IRR", "tomans": "tomans",
}

// unitWords are units of size with their symbols (SI brochure, 9th edition, and
// the customary ones of English news).
var unitWords = map[string]string{
	"km": "km", "kilometers": "km", "kilometres": "km", "miles": "mi", "mile": "mi", "meters": "m", "metres": "m", "feet": "ft",
	"acres": "acres", "hectares": "ha", "square miles": "sq mi", "square kilometers": "km²", "square kilometres": "km²", "square meters": "m²",
	"square metres": "m²", "square feet": "sq ft", "tons": "t", "tonnes": "t", "barrels": "barrels", "gallons": "gal", "liters": "l", "litres": "l",
	"kg": "kg", "kilograms": "kg", "kilogrammes": "kg", "megawatts": "MW", "mw": "MW", "gigawatts": "GW", "mph": "mph", "km/h": "km/h", "inches": "in",
	"cubic meters": "m³", "cubic metres": "m³", "degrees": "°", "points": "points", "light-years": "ly", "nm": "nm", "mm": "mm", "cm": "cm",
}

var (
	// timeWords count time, which is the dates' business, or nothing in itself.
	timeWords = set(`second minute hour day night week weekend fortnight month quarter season year decade century time age o'clock
		am pm a.m. p.m. generation semester page chapter article section paragraph part step way kind sort type point thing side`)
	massNouns   = set("people personnel staff police cattle aircraft fish sheep crew head series species")
	personWords = set(`people person man woman child boy girl student worker employee passenger soldier officer resident villager refugee migrant
		protester demonstrator voter patient prisoner detainee hostage member delegate victim survivor fan spectator troop job post civilian crew
		guest visitor teacher nurse doctor driver passer-by fighter militant rebel suspect family household inhabitant staff personnel policeman police`)
	tallies    = set("number toll tally count total figure")
	ballots    = set("vote ballot seat voter")
	emptyVerbs = set("be have include number total stand make say tell report add estimate see get do come go involve contain")
	// moves are verbs that tell how a number changes: the thing stays the same.
	moves = set(`rise fall climb drop grow shrink increase decrease gain lose jump plunge slip edge reach hit surge soar tumble decline close end
		double triple halve cut raise lower revise put bring take pass exceed top slump slide recover`)
	// outdated words say that a number held before.
	outdated = set("earlier initially originally previously first formerly before")
)

// harms groups what becomes of people by what it comes to, by the lemma of verb,
// noun or adjective.
var harms = func() map[string]string {
	m := map[string]string{}
	for kind, words := range map[string]string{
		"dead":      "die kill dead death perish fatality drown murder execute slay lose-life casualty toll shoot-dead massacre behead",
		"injured":   "injure wound hurt injury injured wounded hospitalize hospitalise burn",
		"missing":   "missing disappear vanish unaccounted",
		"held":      "arrest detain imprison jail custody capture",
		"displaced": "displace evacuate flee homeless evacuee strand",
		"rescued":   "rescue save",
	} {
		for _, w := range strings.Fields(words) {
			m[w] = kind
		}
	}
	return m
}()

// casualty returns what became of the people that word m counts, empty for
// nothing: read off the word itself, its verb, an adjective at it, a noun that it
// is the number of.
func casualty(s *syntax.Sentence, m int) string {
	if kind := harms[s.Words[m].Lemma]; kind != "" {
		return kind
	}
	h := s.Words[m].Head
	for _, k := range s.Kids(m) {
		if s.Is(k, "amod", "acl", "xcomp") {
			if kind := harms[s.Words[k].Lemma]; kind != "" {
				return kind
			}
		}
	}
	if h < 0 {
		return ""
	}
	if s.Is(m, "nsubj:pass", "obj") || s.Is(m, "nsubj") && s.Words[h].Lemma != "kill" && s.Words[h].Lemma != "injure" && s.Words[h].Lemma != "wound" {
		if x := s.Kid(h, "xcomp"); x >= 0 && harms[s.Words[x].Lemma] != "" { // "left six people dead"
			return harms[s.Words[x].Lemma]
		}
		person := m < len(s.Words) && (personWords[s.Words[m].Lemma] || s.Words[m].POS == syntax.NUM)
		if kind := harms[s.Words[h].Lemma]; kind != "" && (person || s.Is(m, "nsubj:pass")) {
			return kind
		}
	}
	return ""
}
