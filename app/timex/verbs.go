package timex

import "strings"

// irregular holds the irregular verbs of English: the base, the past and the past
// participle where it differs, a semicolon between verbs, a slash between forms
// that are both in use. Source: the lists of irregular verbs in Quirk et al., A
// Comprehensive Grammar of the English Language (1985), sections 3.11 to 3.20.
const irregular = `arise arose arisen; awake awoke awoken; bear bore borne/born; beat beat beaten; become became become;
befall befell befallen; beget begot begotten; begin began begun; behold beheld; bend bent; bereave bereft; beseech besought;
beset beset; bet bet; bid bid/bade bidden; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken;
breed bred; bring brought; broadcast broadcast; build built; burn burnt; burst burst; buy bought; cast cast; catch caught;
choose chose chosen; cling clung; come came come; cost cost; creep crept; cut cut; deal dealt; dig dug; dive dove; do did done;
draw drew drawn; dream dreamt; drink drank drunk; drive drove driven; dwell dwelt; eat ate eaten; fall fell fallen; feed fed;
feel felt; fight fought; find found; flee fled; fling flung; fly flew flown; forbid forbade forbidden; forecast forecast;
foresee foresaw foreseen; foretell foretold; forget forgot forgotten; forgive forgave forgiven; forgo forwent forgone;
forsake forsook forsaken; freeze froze frozen; get got gotten; give gave given; go went gone; grind ground; grow grew grown;
hang hung; have had; hear heard; hide hid hidden; hit hit; hold held; hurt hurt; inset inset; keep kept; kneel knelt;
know knew known; lay laid; lead led; leap leapt; learn learnt; leave left; lend lent; let let; lie lay lain; light lit;
lose lost; make made; mean meant; meet met; mislead misled; mistake mistook mistaken; misunderstand misunderstood; mow mowed mown;
offset offset; outbid outbid; outdo outdid outdone; outgrow outgrew outgrown; outrun outran; outsell outsold; overcome overcame;
overhear overheard; override overrode overridden; overrun overran; oversee oversaw overseen; overshoot overshot; oversleep overslept;
overtake overtook overtaken; overthrow overthrew overthrown; partake partook partaken; pay paid; plead pled; prove proved proven;
put put; quit quit; read read; rebroadcast rebroadcast; rebuild rebuilt; recast recast; redo redid redone; remake remade;
rend rent; repay repaid; reread reread; rerun reran; resell resold; reset reset; retake retook retaken; retell retold;
rethink rethought; rewind rewound; rewrite rewrote rewritten; rid rid; ride rode ridden; ring rang rung; rise rose risen;
run ran run; saw sawed sawn; say said; see saw seen; seek sought; sell sold; send sent; set set; sew sewed sewn; shake shook shaken;
shear sheared shorn; shed shed; shine shone; shoot shot; show showed shown; shrink shrank/shrunk shrunken; shut shut; sing sang sung;
sink sank sunk; sit sat; slay slew slain; sleep slept; slide slid; sling slung; slink slunk; slit slit; smell smelt; smite smote smitten;
sow sowed sown; speak spoke spoken; speed sped; spell spelt; spend spent; spill spilt; spin spun; spit spat; split split; spoil spoilt;
spread spread; spring sprang sprung; stand stood; steal stole stolen; stick stuck; sting stung; stink stank stunk; strew strewed strewn;
stride strode stridden; strike struck stricken; string strung; strive strove striven; sublet sublet; swear swore sworn; sweep swept;
swell swelled swollen; swim swam swum; swing swung; take took taken; teach taught; tear tore torn; tell told; think thought;
thrive throve; throw threw thrown; thrust thrust; tread trod trodden; typecast typecast; unbind unbound; undercut undercut;
undergo underwent undergone; understand understood; undertake undertook undertaken; underwrite underwrote underwritten; undo undid undone;
unwind unwound; uphold upheld; upset upset; wake woke woken; wear wore worn; weave wove woven; wed wed; weep wept; wet wet; win won;
wind wound; withdraw withdrew withdrawn; withhold withheld; withstand withstood; wring wrung; write wrote written`

// pastOf holds the past forms and participles of the irregular verbs, without
// those that equal their base; bareOf those that do, as "hit", "cut" and "beat".
var pastOf, bareOf = func() (past, bare map[string]bool) {
	past, bare = map[string]bool{}, map[string]bool{}
	for _, verb := range strings.Split(irregular, ";") {
		forms := strings.Fields(verb)
		for _, f := range forms[1:] {
			for _, w := range strings.Split(f, "/") {
				if w == forms[0] {
					bare[w] = true
				} else {
					past[w] = true
				}
			}
		}
	}
	// "Become", "come" and "run" are participles but no past: after "has" alone.
	for _, w := range []string{"become", "come", "run", "overcome", "overrun"} {
		delete(bare, w)
	}
	// Other words in nearly every text.
	for _, w := range []string{"rent", "ground", "wet", "inset", "upset", "dove", "wed", "born", "bore", "lay", "wound", "saw"} {
		delete(past, w)
		delete(bare, w)
	}
	for _, w := range []string{"saw", "lay", "born", "was", "were"} {
		past[w] = true
	}
	return past, bare
}()

// doubleE are the regular verbs in -ee, whose past ends as "need" and "speed" do.
var doubleE = set("agreed", "disagreed", "decreed", "guaranteed", "freed", "refereed", "emceed", "treed")

// notPast end in -ed and are no past.
var notPast = set("united", "hundred", "sacred", "naked", "wicked", "kindred", "hatred", "embed", "moped", "infrared", "crossbred", "purebred")

// isPast reports whether w is a past form or past participle, whatever stands
// around it. Forms that equal the base are not among them: see bareOf.
func isPast(w string) bool {
	switch {
	case pastOf[w]:
		return true
	case len(w) < 4 || !strings.HasSuffix(w, "ed") || notPast[w]:
		return false
	case strings.HasSuffix(w, "eed"):
		return doubleE[w]
	}
	return len(w) > 4 || w == "died" || w == "used"
}

// futurate are the verbs whose simple present tells what a timetable or plan has
// set: "the talks resume on Tuesday". Source: Quirk et al., section 4.45, and the
// verbs of beginning, ending, moving and meeting that go with them.
var futurate = set("begin", "start", "open", "end", "expire", "run", "face", "meet", "return", "resume", "play", "arrive", "depart", "leave", "close",
	"launch", "reopen", "restart", "finish", "conclude", "commence", "convene", "reconvene", "kick", "air", "premiere", "debut", "sail", "travel",
	"visit", "host", "vote", "compete", "lapse", "fly", "retire", "mature", "go")

// thirdPerson returns the base of a form in -s, or "".
func thirdPerson(w string) string {
	switch {
	case w == "goes":
		return "go"
	case w == "flies":
		return "fly"
	case strings.HasSuffix(w, "ches") || strings.HasSuffix(w, "shes"):
		return strings.TrimSuffix(w, "es")
	case strings.HasSuffix(w, "s"):
		return strings.TrimSuffix(w, "s")
	}
	return ""
}

// planning are the verbs and adjectives whose infinitive, or whose date, lies ahead
// of them: "agreed to open", "set for Tuesday", "due on Friday".
var planning = set("agreed", "agree", "agrees", "decided", "decides", "ready", "set", "want", "wants", "wanted", "intention", "deadline", "need", "needs",
	"right", "promised", "promises", "promise", "threatened", "threatens", "threaten", "prepared", "prepares", "prepare", "vowed", "vows", "vow",
	"pledged", "pledges", "pledge", "offered", "offers", "offer", "planned", "plans", "plan", "planning", "expected", "expects", "expect", "scheduled",
	"slated", "supposed", "likely", "poised", "due", "hopes", "hope", "hoped", "hoping", "aims", "aim", "aimed", "intends", "intend", "intended",
	"ordered", "proposed", "proposes", "propose", "anticipated", "projected", "going", "about", "bound", "billed", "booked", "obliged", "preparing")

// asking are the verbs whose "by Friday" is a term that they set.
var asking = set("demanded", "demand", "demands", "demanding", "asked", "ordered", "told", "urged", "given", "gave", "promised", "vowed", "pledged", "wanted", "requested", "instructed",
	"required", "committed", "threatened", "agreed", "offered", "due", "deadline", "expected", "scheduled", "hoped", "aimed", "planned")

// moving are the participles of what was given another or a later day: "extended
// until Friday", "pushed back to March". A date behind "until", "to" or "for" after
// them lies ahead of the telling.
var moving = set("postponed", "extended", "extend", "moved", "set", "pushed", "put", "delayed", "adjourned", "rescheduled", "deferred", "suspended", "shifted",
	"prolonged", "scheduled", "given", "gave", "brought", "planned", "called", "slated", "fixed", "booked", "listed", "summoned", "remanded", "due", "billed",
	"postpone", "moving", "postponing", "delay", "deadline", "adjourn", "expected", "arranged", "timed", "invited", "announced", "convened")
