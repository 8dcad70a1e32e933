package syntax

import "strings"

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// prefixes make one word with what follows their hyphen; other words with hyphens
// fall apart. Found in the training parts of EWT and GUM.
var prefixes = set("non e re pre mid co anti cross post over pro multi sub semi ex counter mini neo socio psycho inter intra micro un ultra trans extra super hyper pseudo quasi bi tri de")

// endings are the clitics behind an apostrophe.
var endings = set("s d m re ve ll")

// fused are words that the treebanks split without a mark to show where.
var fused = map[string]int{"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3, "dont": 2, "doesnt": 4, "didnt": 3}

// elisions are words that begin with an apostrophe.
var elisions = set("em til tis twas cause n")

// Abbreviations, by when their full stop is their own.
const (
	inside       = iota + 1 // unless it ends the sentence
	capital                 // likewise, and only when they begin with a capital: "Sat." but "sat."
	beforeNumber            // "No. 5"
	always                  // at the end of a sentence, too
)

var stops = func() map[string]int {
	m := map[string]int{}
	for kind, words := range map[int]string{
		inside: `mr mrs ms dr st prof gen lt col sgt capt cpt cmdr maj rev gov sen rep reps sens hon pres adm brig cpl pvt amb supt insp bros vs nos vol fig figs
			jan feb apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri ft ave blvd rd dept est approx ca cf pp p eds messrs mme mlle assn univ
			minn calif conn ariz fla ala colo okla tenn penn ga va md mich wis kan neb nev dak mont wyo tex mo ky co`,
		capital:      "sat sun mass miss ill ind wash la pa ore mar ed mt ark del",
		beforeNumber: "no art",
		always:       "inc corp ltd etc jr sr al",
	} {
		for w := range set(words) {
			m[w] = kind
		}
	}
	return m
}()

// domains end an address without a scheme.
var domains = []string{"com", "org", "net", "gov", "edu", "co.uk", "info"}
