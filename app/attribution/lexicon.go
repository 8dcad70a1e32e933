package attribution

import "strings"

// frame is what a cue verb may govern.
type frame uint16

const (
	says   frame = 1 << iota // a bare clause; stands behind or within what is said, also before its subject
	that                     // a clause, mostly with "that"; a bare one only when it is plain that it is one
	thinks                   // as that, of what nobody hears: "believes"
	tells                    // somebody, then a clause: "told reporters that"
	quotes                   // a quotation, before or behind it, and no bare clause: "continued", "wrote"
	toDo                     // an infinitive: "agreed to", "vowed to"
	bids                     // somebody, then an infinitive: "urged them to"
	noun                     // its form is a noun more often: "claims", "report"
	shows                    // also of things: "the figures show"
	denies                   // what is said is denied
	asks                     // a wish or a question
)

// verbs lists the cue verbs: the base form, the past form when it is not
// regular (and the past participle when it differs), and what they govern. No
// verb weighs what is said.
var verbs = []struct {
	forms string
	frame frame
}{
	{"say said", says},
	{"add", says},
	{"tell told", tells | bids},
	{"state", says | noun},
	{"claim", says | noun},
	{"explain", says},
	{"note", says | noun | shows},
	{"warn", says | tells | bids},
	{"insist", says},
	{"announce", says},
	{"argue", says},
	{"stress", that | quotes | noun},
	{"emphasise", that | quotes}, {"emphasize", that | quotes},
	{"underline", that | quotes}, {"underscore", that | quotes},
	{"highlight", that | quotes | noun},
	{"reiterate", that | quotes}, {"repeat", that | quotes},
	{"assert", says}, {"affirm", says}, {"maintain", says}, {"contend", says},
	{"declare", says}, {"proclaim", says},
	{"acknowledge", says}, {"concede", says}, {"admit", says}, {"confess", says},
	{"reveal", says | shows}, {"disclose", says}, {"confirm", says}, {"clarify", says},
	{"remark", says | noun}, {"observe", says}, {"comment", says | noun}, {"mention", that | quotes | noun},
	{"report", says | noun}, {"relate", quotes}, {"recount", quotes},
	{"reply", says | noun}, {"respond", says}, {"answer", says | noun}, {"counter", says | noun}, {"retort", says},
	{"write wrote written", that | quotes}, {"tweet", says | noun}, {"post", quotes | noun}, {"read read", quotes},
	{"quip", says}, {"joke", says | noun}, {"shout", says}, {"cry", quotes | noun}, {"whisper", says}, {"exclaim", quotes},
	{"continue", quotes}, {"conclude", says | shows},
	{"predict", says}, {"forecast forecast", says | noun}, {"estimate", that | noun},
	{"allege", says}, {"testify", says}, {"complain", says}, {"lament", says},
	{"boast", says}, {"caution", says | noun}, {"assure", tells}, {"inform", tells}, {"remind", tells | bids}, {"advise", tells | bids},
	{"notify", tells}, {"convince", tells}, {"persuade", tells},
	{"suggest", says | shows}, {"indicate", that | shows}, {"imply", that | shows}, {"hint", that | noun},
	{"propose", that | toDo | asks}, {"recommend", that | asks},
	{"recall", says | noun}, {"stipulate", that}, {"speculate", that}, {"posit", that}, {"hypothesise", that}, {"hypothesize", that},
	{"reason", says | noun}, {"rule", that | noun},
	{"point", that | quotes | noun}, // only with "out"
	{"deny", that | denies}, {"dispute", that | denies | noun},
	{"ask", quotes | asks | bids | toDo}, {"demand", that | quotes | asks | noun}, {"request", that | asks | noun | bids},
	{"encourage", bids | asks}, {"invite", bids | asks}, {"instruct", bids | asks}, {"beg", bids | asks | quotes},
	{"urge", quotes | asks | bids | noun}, {"order", bids | asks | noun},
	{"promise", that | toDo | noun}, {"pledge", that | toDo | noun}, {"vow", that | quotes | toDo | noun}, {"swear swore sworn", that},
	{"reject", quotes | denies}, {"dismiss", quotes | denies},
	{"agree", that | toDo}, {"offer", toDo | noun}, {"refuse", toDo | noun}, {"threaten", toDo},
	{"show showed shown", that | shows | noun}, {"find found", that | shows}, {"demonstrate", that | shows}, {"prove", that | shows},
	{"discover", that}, {"learn", that}, {"hear heard", that},
	{"think thought", thinks}, {"believe", thinks}, {"feel felt", thinks}, {"hope", thinks | noun},
	{"know knew known", thinks}, {"guess", thinks | noun}, {"assume", thinks}, {"suppose", thinks}, {"suspect", thinks | noun},
	{"expect", thinks}, {"fear", thinks | noun}, {"realise", thinks}, {"realize", thinks}, {"understand understood", thinks},
	{"imagine", thinks}, {"consider", thinks}, {"doubt", thinks | noun}, {"wish", thinks | noun},
	{"remember", thinks}, {"wonder", thinks | noun}, {"notice", thinks | noun}, {"decide", thinks | toDo},
}

// form is what one form of a verb is.
type form uint8

const (
	base form = iota + 1
	third
	past
	participle // ends in "ing"
)

type cueVerb struct {
	frame frame
	form  form
	lemma string
}

// cues maps each form of the cue verbs, in lower case, to what it is.
var cues = conjugate()

func conjugate() map[string]cueVerb {
	out := map[string]cueVerb{}
	for _, v := range verbs {
		f := strings.Fields(v.forms)
		b := f[0]
		put := func(s string, k form) {
			if _, ok := out[s]; !ok {
				out[s] = cueVerb{v.frame, k, b}
			}
		}
		if len(f) == 1 {
			put(regularPast(b), past)
		}
		for _, s := range f[1:] {
			put(s, past)
		}
		put(b, base)
		put(thirdPerson(b), third)
		put(ing(b), participle)
	}
	return out
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

func thirdPerson(b string) string {
	n := len(b)
	switch {
	case b[n-1] == 'y' && !vowel(b[n-2]):
		return b[:n-1] + "ies"
	case strings.HasSuffix(b, "s"), strings.HasSuffix(b, "sh"), strings.HasSuffix(b, "ch"):
		return b + "es"
	}
	return b + "s"
}

// doubled are the verbs whose last letter doubles.
var doubled = map[string]bool{"admit": true, "quip": true, "beg": true}

func regularPast(b string) string {
	n := len(b)
	switch {
	case b[n-1] == 'e':
		return b + "d"
	case b[n-1] == 'y' && !vowel(b[n-2]):
		return b[:n-1] + "ied"
	case doubled[b]:
		return b + b[n-1:] + "ed"
	}
	return b + "ed"
}

func ing(b string) string {
	n := len(b)
	switch {
	case b[n-1] == 'e' && b[n-2] != 'e':
		return b[:n-1] + "ing"
	case doubled[b]:
		return b + b[n-1:] + "ing"
	}
	return b + "ing"
}
