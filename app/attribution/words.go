package attribution

import "strings"

// either are the irregular verbs that are nouns as well: "a hit", "the left".
var either = words("hit set shot cut run left felt found thought fell saw lay works lives plays runs shows helps needs looks leaves faces causes gives rose spoke stood")

// class is what a word may be, as far as the frames need it.
type class uint32

const (
	det     class = 1 << iota // article or other determiner: begins a noun phrase
	pron                      // a pronoun that may be a subject
	poss                      // "his", "its"
	prep                      // preposition
	conj                      // "and", "or", "but"
	sub                       // begins a clause that hangs on another: "because", "while", "if"
	rel                       // "who", "which"
	aux                       // finite auxiliary or modal
	finite                    // other finite verb, irregular
	adverb                    // may stand between subject and verb
	when                      // names a time: "Friday", "week", "2016"
	not                       // negates
	objpron                   // "him", "them"
	number                    // "two"
	quant                     // "many", "others": head or determiner
)

// classes maps lower-case words to their class. Words that it does not know are
// nouns, adjectives or verbs.
var classes = tabulate()

func tabulate() map[string]class {
	out := map[string]class{}
	for _, row := range []struct {
		class class
		words string
	}{
		{det, "the a an this that these those each every some any no another both either neither"},
		{pron, "i you he she it we they one everyone everybody someone somebody anyone nobody who this that these those there"},
		{poss, "his her its their my our your whose"},
		{objpron, "him her them us me you himself herself itself themselves"},
		{prep, "of in on at by for from with to into over under about against between among during through toward towards within without near across after before since until till upon via per despite above below behind beyond outside inside amid concerning regarding around along like unlike including than off as up down"},
		{conj, "and or but nor yet"},
		{sub, "because while if although though unless whereas when where whenever as since after before until that whether so once why how what lest whilst"},
		{rel, "who whom which whose"},
		{aux, "is are was were am be been has have had will would can could may might must shall should do does did isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't cannot couldn't shouldn't don't doesn't didn't isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t won’t wouldn’t can’t couldn’t shouldn’t don’t doesn’t didn’t 'll ’ll 're ’re 've ’ve i'm i’m i've i’ve i'd i’d i'll i’ll you're you’re you've you’ve you'll you’ll we're we’re we've we’ve we'll we’ll they're they’re they've they’ve they'll they’ll they'd they’d he'd he’d she'd she’d we'd we’d it'll it’ll he'll he’ll she'll she’ll ain't ain’t hasled"},
		{finite, "went took made came saw left led met held began gave got became kept lost won fell rose grew knew thought brought bought built broke chose drew drove ate felt fought found flew forgot forgave froze hid hit hurt laid lay lent let lit meant paid put ran rang sang sat sent set shot shook shut slept sold sought spent spoke spread stood stole struck swam swept swore taught told threw understood woke wore wrote said says goes takes makes comes sees leaves leads meets holds begins gives gets becomes keeps loses wins falls grows knows thinks brings means needs wants seems remains includes appears exists believes works lives plays runs shows helps contains provides requires allows causes identifies faces gives tells owes looks happens depends goes continues begins stands agree agrees supports wishes"},
		{adverb, "also further later then now again only just even still already never always often once recently previously earlier finally simply merely repeatedly reportedly today yesterday both all has had have not however meanwhile instead therefore thus too as well ever"},
		{when, "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday tomorrow tonight week month year day weekend morning evening afternoon night ago earlier later late"},
		{not, "not n't never hardly neither nor didn't doesn't don't isn't wasn't aren't weren't won't wouldn't can't cannot couldn't haven't hasn't hadn't didn’t doesn’t don’t isn’t wasn’t aren’t weren’t won’t wouldn’t can’t couldn’t haven’t hasn’t hadn’t"},
		{number, "two three four five six seven eight nine ten hundreds thousands dozens"},
		{quant, "many others several few most some all both none"},
	} {
		for w := range strings.FieldsSeq(row.words) {
			out[w] |= row.class
		}
	}
	return out
}
