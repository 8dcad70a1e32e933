package event

import (
	"strings"
	"sync"
)

// class is what the rules know of a word; a word may be several.
type class uint32

const (
	nounWord    class = 1 << iota // names something that happens, whatever stands around it: "earthquake"
	weakNoun                      // may name it, but needs a date or who takes part: "decision"
	pastForm                      // of an event verb: "met"
	participle                    // "signed" in "was signed"; most past forms are one
	baseForm                      // "meet"
	presentForm                   // "meets"
	ingForm                       // "meeting" of a verb
	sayForm                       // a form of a verb of saying
	lightForm                     // a verb that only lends its tense to the noun behind it: "held talks"
	determiner                    // "the", "a", "this"
	possessive                    // "his"
	preposition                   //
	pronoun                       // as the subject of a clause
	opener                        // begins a clause: "that", "which", "when"
	modal                         // "would", "may"
	auxiliary                     // "was", "has"
	negation                      //
	aheadOf                       // looks ahead: "will", "planned"
	doubtful                      // "possible", "alleged", "seeks"
	introducer                    // orders events: "since", "after"
	copula                        // "is", "was"
	countWord                     // "second", "latest"
	finite                        // a verb of any sense that has a tense
)

// entry is what the lexicon says of one word form.
type entry struct {
	c           class
	kind, lemma string // of the event that it names as a noun
	does, verb  string // of the event that it tells as a verb: kind and base form
}

// The kinds of events. They say what happened and take no side: who attacks and
// who defends is the source's to say.
const (
	Meeting     = "meeting"
	Visit       = "visit"
	Agreement   = "agreement"
	Announced   = "statement" // an announcement, a press conference
	Attack      = "attack"
	War         = "war"
	Defeat      = "defeat"
	Election    = "election"
	Court       = "court"
	Death       = "death"
	Disaster    = "disaster"
	Trade       = "trade"
	Appointment = "appointment"
	Protest     = "protest"
	Decision    = "decision"
	Launch      = "launch"
	Change      = "change"
	Other       = "other"
)

// strongNouns happen by their meaning. A plural comes by rule, an irregular one
// or one without a singular stands here as it is.
var strongNouns = map[string]string{
	Meeting:     "meeting summit talks negotiation conference congress get-together audience",
	Visit:       "visit trip tour pilgrimage arrival departure",
	Agreement:   "agreement treaty accord pact deal memorandum ceasefire cease-fire truce armistice signing contract settlement ratification",
	Announced:   "announcement speech interview briefing declaration",
	Attack:      "attack bombing airstrike strike raid ambush shooting shelling assault massacre offensive hijacking kidnapping assassination clash stabbing robbery hack cyberattack murder",
	War:         "war battle invasion siege fighting uprising revolution coup rebellion insurgency conflict",
	Defeat:      "defeat victory capture liberation surrender withdrawal overthrow occupation annexation",
	Election:    "election referendum poll vote ballot runoff run-off by-election inauguration",
	Court:       "trial verdict arrest lawsuit conviction sentencing indictment ruling hearing acquittal extradition inquiry execution",
	Death:       "death funeral suicide killing",
	Disaster:    "explosion blast earthquake quake flood hurricane cyclone typhoon tornado wildfire fire crash accident collision tsunami eruption landslide outbreak epidemic pandemic drought famine storm derailment avalanche shipwreck spill blackout",
	Trade:       "merger acquisition takeover bankruptcy purchase sale bailout default ipo recession crisis layoffs",
	Appointment: "appointment resignation dismissal nomination impeachment coronation",
	Protest:     "protest demonstration rally march riot strike boycott walkout sit-in",
	Decision:    "sanctions embargo ban decree amendment",
	Launch:      "launch release opening premiere landing flight ceremony festival olympics tournament match race championship expedition discovery liftoff",
	Change:      "independence split reunification unification founding",
}

// weakNouns may happen: they want a date, a place or who takes part.
var weakNouns = map[string]string{
	Meeting:   "session forum discussion dialogue round gathering reception dinner",
	Agreement: "plan programme program project bid offer order cooperation partnership",
	Announced: "statement report decision proposal response call",
	Attack:    "incident violence operation killing bloodshed threat crackdown",
	War:       "campaign struggle unrest advance",
	Trade:     "loss profit drop fall rise increase decrease decline growth gain cut cuts investment delivery closure shutdown reduction slump production trading turmoil plunge rally",
	Court:     "case investigation probe dispute complaint claim appeal charge",
	Disaster:  "problem failure leak delay fault emergency rescue",
	Launch:    "introduction start beginning end event game show exhibition test",
	Change:    "return move transfer suspension expansion reorganisation reorganization reform construction creation establishment birth marriage wedding restoration",
	Election:  "win race campaign",
}

// eventVerbs tell of events. A regular verb is its base; an irregular one is
// base/past or base/past/participle.
var eventVerbs = map[string]string{
	Meeting:     "meet/met convene gather",
	Visit:       "visit arrive depart travel fly/flew/flown tour land leave/left host",
	Agreement:   "sign agree ratify conclude negotiate settle approve",
	Announced:   "announce unveil declare reveal publish release issue",
	Attack:      "attack bomb strike/struck raid shoot/shot ambush storm shell detonate kidnap assassinate murder stab seize hijack target fire",
	War:         "invade fight/fought besiege clash occupy annex deploy withdraw/withdrew/withdrawn",
	Defeat:      "defeat capture liberate surrender overthrow/overthrew/overthrown oust topple conquer",
	Other:       "flee/fled exchange free recall expel rescue win/won lose/lost beat/beat/beaten",
	Election:    "elect re-elect vote inaugurate",
	Court:       "arrest detain charge convict sentence indict acquit sue rule jail imprison extradite accuse file execute plead fine",
	Death:       "kill wound injure die drown perish bury/buried",
	Disaster:    "explode crash collapse erupt burn sink/sank/sunk derail collide flood hit/hit/hit destroy damage break/broke/broken evacuate",
	Trade:       "buy/bought sell/sold acquire merge purchase order deliver close cut/cut/cut lay/laid fall/fell/fallen rise/rose/risen drop gain plunge tumble climb surge slump rebound post report/reported raise pay/paid borrow invest",
	Appointment: "appoint resign nominate dismiss sack name replace succeed step impeach swear/swore/sworn promote retire",
	Protest:     "protest march rally boycott riot",
	Decision:    "ban bar impose lift suspend pass scrap abolish freeze/froze/frozen reject veto adopt cancel postpone delay halt extend order",
	Launch:      "launch open start begin/began/begun hold/held introduce inaugurate enter complete discover test premiere stage",
	Change:      "return found establish join unite end split/split/split create form",
}

// sayVerbs are no events by themselves: what was said is a statement.
const sayVerbs = "refer/referred say/said tell/told add state stress note claim argue explain insist warn urge describe express call mention point emphasise emphasize underline reiterate comment quote cite write/wrote/written speak/spoke/spoken think/thought believe suggest admit deny confirm expect report speculate predict estimate"

// lightVerbs lend tense to the event noun that they govern.
const lightVerbs = "hold/held sign make/made/made reach conclude launch announce begin/began/begun start stage carry/carried conduct open take/took/taken win/won lose/lost attend host complete end pay/paid give/gave/given deliver suffer cause declare impose lift call file strike/struck agree unveil close secure have gain achieve"

const otherVerbs = "is are was were be has have had does do did went goes came comes saw seen got get took take made make gave give brought showed shows led lead became become remained remains seemed wants want plans hopes intends continues continued includes included began found used helped needs sent asked kept felt heard let ran stood drew grew knew threw chose drove spent taught held sat put set turned moved worked lived called backed helped allowed upheld withheld rebuilt overtook undertook sought fed fled hid rang shook slid stole swept swung wore bore dealt spread thrust"

var closed = map[class]string{
	determiner:            "the a an this that these those another each every some any no both all",
	possessive:            "his her its their our my your",
	preposition:           "of in on at by for from with between against over near to into during after before since under through across among along off outside inside toward towards about around within without amid despite upon until till following prior",
	pronoun:               "he she it they we i you who which",
	opener:                "that which who whom whose when where while because although though if whether unless as but after before since until once so",
	modal:                 "could may might should can must",
	auxiliary:             "was were is are be been being has have had did does do",
	negation:              "not never no nor neither n't without nobody none cannot didn't hasn't wasn't haven't won't weren't doesn't don't isn't aren't couldn't wouldn't",
	aheadOf:               "will would shall planned scheduled expected upcoming next due plans planning intends tomorrow forthcoming set poised slated ll 'll",
	doubtful:              "possible potential alleged seeks sought seeking wants wanted want hopes hope hoped ready prepared interested proposed threatened threatening threat if unless whether could might may should risk fears likely call calls called calling urged need needs refuse refused failed attempt attempted attempts priority aimed aims",
	introducer:            "since after before during until till following prior",
	copula:                "is was are were be been being becomes became",
	countWord:             "first second third fourth fifth sixth seventh eighth ninth tenth latest last only biggest largest worst deadliest",
	opener | introducer:   "",
	determiner | negation: "",
}

// lexicon is built once, on the first text that is read.
var lexicon = sync.OnceValue(func() map[string]entry {
	l := make(map[string]entry, 3000)
	put := func(w string, c class, kind, lemma string) {
		e := l[w]
		e.c |= c
		switch {
		case kind == "":
		case c&(nounWord|weakNoun) != 0 && e.kind == "":
			e.kind, e.lemma = kind, lemma
		case c&(nounWord|weakNoun) == 0 && e.does == "":
			e.does, e.verb = kind, lemma
		}
		l[w] = e
	}
	nouns := func(table map[string]string, c class) {
		for _, kind := range kinds { // in a fixed order: the first kind of a word holds
			for w := range strings.FieldsSeq(table[kind]) {
				put(w, c, kind, singular(w))
				if !strings.HasSuffix(w, "s") || w == "congress" || w == "crisis" {
					put(plural(w), c, kind, w)
				}
			}
		}
	}
	nouns(strongNouns, nounWord)
	nouns(weakNouns, weakNoun)
	verbs := func(list string, kind string, extra class) {
		for v := range strings.FieldsSeq(list) {
			f := forms(v)
			put(f.base, baseForm|extra, kind, f.base)
			put(f.present, presentForm|finite|extra, kind, f.base)
			put(f.past, pastForm|finite|extra, kind, f.base)
			put(f.participle, participle|extra, kind, f.base)
			put(f.ing, ingForm|extra, kind, f.base)
		}
	}
	for _, kind := range kinds {
		verbs(eventVerbs[kind], kind, 0)
	}
	// Saying and lending are marks on a form, not senses of their own.
	mark := func(list string, c class) {
		for v := range strings.FieldsSeq(list) {
			f := forms(v)
			for _, w := range []string{f.base, f.present, f.past, f.participle, f.ing} {
				put(w, c, "", "")
			}
			put(f.present, finite, "", "")
			put(f.past, finite, "", "")
		}
	}
	mark(sayVerbs, sayForm)
	mark(lightVerbs, lightForm)
	verbs(lightVerbs, "", 0)
	for w := range strings.FieldsSeq(otherVerbs) {
		put(w, finite, "", "")
	}
	for c, list := range closed {
		for w := range strings.FieldsSeq(list) {
			put(w, c, "", "")
		}
	}
	return l
})

var kinds = []string{Meeting, Visit, Agreement, Announced, Election, Attack, War, Defeat, Court, Death, Disaster,
	Appointment, Protest, Decision, Launch, Trade, Change, Other}

type verbForms struct{ base, present, past, participle, ing string }

// forms builds the forms of a verb as [eventVerbs] writes it.
func forms(spec string) verbForms {
	base, rest, irregular := strings.Cut(spec, "/")
	f := verbForms{base: base, present: base + "s"}
	last, stem := base[len(base)-1], base
	vowel := func(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
	switch {
	case last == 'y' && !vowel(base[len(base)-2]):
		stem, f.present = base[:len(base)-1]+"i", base[:len(base)-1]+"ies"
	case strings.HasSuffix(base, "s"), strings.HasSuffix(base, "sh"), strings.HasSuffix(base, "ch"), last == 'x':
		f.present = base + "es"
	}
	f.past, f.ing = stem+"ed", base+"ing"
	switch {
	case last == 'e':
		f.past, f.ing = base+"d", base[:len(base)-1]+"ing"
		if strings.HasSuffix(base, "ie") {
			f.ing = base[:len(base)-2] + "ying"
		}
	case doubled[base]:
		f.past, f.ing = base+string(last)+"ed", base+string(last)+"ing"
	}
	f.participle = f.past
	if irregular {
		past, participle, three := strings.Cut(rest, "/")
		f.past, f.participle = past, past
		if three {
			f.participle = participle
		}
	}
	return f
}

// doubled verbs write their last letter twice: "stabbed".
var doubled = map[string]bool{"ban": true, "bar": true, "stab": true, "plan": true, "drop": true, "scrap": true, "step": true, "win": true, "run": true, "cut": true,
	"hit": true, "split": true, "begin": true, "kidnap": true, "cancel": false, "get": true}

func plural(w string) string {
	switch {
	case w == "crisis":
		return "crises"
	case w == "memorandum":
		return "memoranda"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "sh"), strings.HasSuffix(w, "ch"):
		return w + "es"
	case strings.HasSuffix(w, "y") && !strings.HasSuffix(w, "ay") && !strings.HasSuffix(w, "ey"):
		return w[:len(w)-1] + "ies"
	}
	return w + "s"
}

// singular undoes what [plural] did, for the words that stand in a list as plurals.
func singular(w string) string {
	if w == "talks" || w == "layoffs" || w == "sanctions" || w == "cuts" || w == "olympics" {
		return strings.TrimSuffix(w, "s")
	}
	return w
}
