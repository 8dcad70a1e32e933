package article

import (
	"regexp"
	"strings"
	"sync"
)

// isChronologyOf reports whether three blocks or more begin with a date and go on, and
// hold much of what there is: the comments below a text begin with their days too.
func isChronologyOf(blocks []block) bool {
	n, words, all := 0, 0, 0
	for _, b := range blocks {
		own := len(strings.Fields(b.text))
		all += own
		if isEntry(b.text) {
			n++
			words += own
		}
	}
	return n >= 3 && 2*words >= all
}

// isEntry reports whether a block begins with a date and goes on with words.
func isEntry(s string) bool {
	end := leadingDate(s)
	return end > 0 && len(strings.Fields(s[end:])) >= 3
}

// once drops the blocks that an extractor gave twice: a long one word for word, and
// one that is nothing but the blocks before it run together.
func once(blocks []block) (out []block) {
	const long = 60 // letters; shorter ones may well come twice
	seen := map[string]bool{}
	var run string // letters of the blocks since the last that was dropped
	for _, b := range blocks {
		letters := strings.ReplaceAll(b.text, " ", "")
		if len(letters) >= long && seen[letters] || len(letters) >= 20 && len(out) > 1 && strings.HasSuffix(run, letters) && len(letters) > len(strings.ReplaceAll(out[len(out)-1].text, " ", "")) {
			continue
		}
		seen[letters] = true
		if run += letters; len(run) > 1<<16 {
			run = run[len(run)-1<<15:]
		}
		out = append(out, b)
	}
	return out
}

// unglued parts the blocks that an extractor ran together, as the page has them.
func unglued(blocks, whole []block) (out []block) {
	var page strings.Builder // all letters of the page
	starts := map[int]int{}  // offset in page -> block that begins there
	for i, b := range whole {
		if _, ok := starts[page.Len()]; !ok {
			starts[page.Len()] = i
		}
		page.WriteString(strings.ReplaceAll(b.text, " ", ""))
	}
	letters := page.String()
	own := map[string]bool{}
	for _, b := range whole {
		own[b.text] = true
	}
	const most = 100 // searches through the page; an extractor runs a page together in one piece
	searched := 0
	for _, b := range blocks {
		at := -1
		if !own[b.text] && len(b.text) > 60 && searched < most {
			searched++
			at = strings.Index(letters, strings.ReplaceAll(b.text, " ", ""))
		}
		first, ok := starts[at]
		end := at + len(strings.ReplaceAll(b.text, " ", ""))
		if last, ends := starts[end]; at < 0 || !ok || !ends && end != len(letters) {
			out = append(out, b)
		} else if !ends {
			out = append(out, whole[first:]...)
		} else {
			out = append(out, whole[first:last]...)
		}
	}
	return out
}

// invitation are the words by which a page asks to pay or to sign in for the rest.
var invitation = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:subscri|sign (?:in|up)|log ?in|register|create (?:a|an|your) (?:free )?account|become a member|start your (?:free )?trial|abonn|s'abonner|suscr[ií]b|iscriviti|abbonati|anmelden|registrieren|prenumerera|подпи)\S*.{0,80}(?:continue|keep|read(?:ing)?\b|full (?:article|story|access)|unlimited|all our stories|access to|weiterlesen|lesen|lire la suite|seguir leyendo|leer|leggere|läsa|чтобы (?:читать|прочитать))|(?:to|want to) (?:continue|keep|read) .{0,40}(?:subscri|sign|log ?in|register)|this (?:article|story|content) is (?:for|only|reserved|exclusive|available)\b.{0,40}(?:subscriber|member)|already a (?:subscriber|member)|you(?:'|’)?(?:ve| have) (?:read|reached) .{0,40}(?:free )?(?:articles?|limit)|(?:weiterlesen|lesen sie weiter) mit|réservé aux abonnés|solo para suscriptores|für abonnenten`)
})

// paywall are the words that say of the article at hand that it goes on for those who
// pay.
var paywall = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:subscri|sign (?:in|up)|log ?in|register).{0,60}(?:to )?(?:continue|keep) reading|to (?:continue|keep) reading.{0,40}(?:subscri|sign|log ?in|register)|read the (?:full|rest of the) (?:article|story) (?:by|with) |this (?:article|story) is (?:for|only for|reserved for|exclusive to|available to) .{0,20}(?:subscriber|member)s|weiterlesen mit|réservé aux abonnés|pour lire la suite|para seguir leyendo|solo para suscriptores|artikel (?:ist|nur) für abonnenten`)
})

// withoutInvitations drops the invitations to pay among the last blocks, and notes
// that the article seems cut off there; whole is all that the page shows.
func withoutInvitations(blocks []block, whole []block, about *Article) []block {
	const most, tail = 60, 6 // words of an invitation, blocks at the end
	cut := false
	var out []block
	for i, b := range blocks {
		if i >= len(blocks)-tail && i > 0 && len(strings.Fields(b.text)) <= most && invitation().MatchString(b.text) && !strings.ContainsAny(b.text, "“”\"") {
			cut = true
			continue
		}
		out = append(out, b)
	}
	for _, b := range whole { // one that the extractor left out
		cut = cut || len(strings.Fields(b.text)) <= most && !strings.ContainsAny(b.text, "“”\"") && paywall().MatchString(b.text)
	}
	if cut || about.paid {
		about.note(CutOff, "")
	}
	return out
}
