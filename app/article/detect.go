package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	xunicode "golang.org/x/text/encoding/unicode"
)

// guess is a charset that a text may be in, and how credible its letters are then:
// from 0 to 1.
type guess struct {
	enc   encoding.Encoding
	name  string
	score float64
}

// credible is the score from which on a guess is believed; below, the letters are
// wrong ones in any charset that is known here.
const credible = 0.5

// detect tells the charset by how often its usual letters come. It is doubtful where
// the letters are credible in none.
func detect(data []byte) (enc encoding.Encoding, name string, doubtful bool) {
	sample := data[:min(len(data), 64<<10)]
	if enc, name := detect16(sample); enc != nil {
		return enc, name, false
	}
	if utf8.Valid(data) || validButFew(data) {
		return xunicode.UTF8, "UTF-8", false
	}
	high, letters := 0, 0
	for _, c := range sample {
		switch {
		case c >= 0x80:
			high++
			letters++
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			letters++
		}
	}
	if high*3 < letters { // Latin letters, with marks here and there
		best := bestLatin(sample)
		return best.enc, best.name, best.score < credible
	}
	best := bestScript(sample)
	if wide := bestWide(sample); wide.score > best.score {
		best = wide
	}
	if best.enc == nil || best.score < 0.4 {
		return charmap.Windows1252, "windows-1252", true
	}
	return best.enc, best.name, false
}

// latins are charsets of Latin letters, with the letters with marks that each of the
// languages usually written in them has. The first counts where others are no better.
var latins = []struct {
	enc       *charmap.Charmap
	name      string
	languages []string
	less      float64 // of old machines, and of what hardly differs: only where they are better
}{
	{charmap.Windows1252, "windows-1252", western, 0},
	{charmap.Windows1250, "windows-1250", central, 0},
	{charmap.ISO8859_2, "ISO-8859-2", central, 0.01},
	{charmap.Windows1254, "windows-1254", []string{"çğıöşüâîûé"}, 0.02},
	{charmap.Windows1257, "windows-1257", []string{"ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž"}, 0.02},
	{charmap.Macintosh, "macintosh", western, 0.15},
	{charmap.CodePage850, "IBM850", western, 0.15},
	{charmap.CodePage437, "IBM437", western, 0.16},
	{charmap.CodePage852, "IBM852", central, 0.15},
}

var (
	western = []string{"éèàêçâîôûùëïüœæÿ", "äöüßéàè", "áéíóúñüç", "ãçáéíóúâêôàõü", "àèéìòùí", "åäöæøéüáó", "áðéíóúýþæö", "éëïöüèáóç", "àèéíòóúïüç"}
	central = []string{"ąćęłńóśźż", "áčďéěíňóřšťúůý" + "žľĺŕôä", "áéíóöőúüű", "ăâîşţöüáé", "čćđšž", "äöüßé"}
)

// bestLatin returns the charset in which the high letters are those of one language.
func bestLatin(sample []byte) guess {
	best := guess{latins[0].enc, latins[0].name, -1}
	for _, c := range latins {
		own := make([]int, len(c.languages)) // letters of each language
		all := 0
		for i, b := range sample {
			if b < 0x80 {
				continue
			}
			r := c.enc.DecodeByte(b)
			letter, counts := inLatin(sample, i, r)
			if counts {
				all++
			}
			for k, letters := range c.languages {
				if letter && strings.ContainsRune(letters, unicode.ToLower(r)) {
					own[k]++
				}
			}
		}
		score := 1.0
		if all > 0 {
			score = float64(slices.Max(own)) / float64(all)
		}
		if all < 4 && c.less == 0 { // an accent or two say little
			score = max(score, credible)
		}
		if score -= c.less; score > best.score {
			best = guess{c.enc, c.name, score}
		}
	}
	return best
}

// inLatin reports whether the character r that stands for the byte i is a letter where
// one may stand, and whether it says anything of the charset: a sign inside of a word
// does.
func inLatin(sample []byte, i int, r rune) (letter, counts bool) {
	before := i > 0 && isWordByte(sample[i-1])
	behind := i+1 < len(sample) && isWordByte(sample[i+1])
	switch {
	case unicode.IsUpper(r) && before && sample[i-1] >= 'a':
		return false, true // "MŠrz"
	case unicode.IsLetter(r):
		return true, true
	case r == utf8.RuneError || unicode.IsControl(r):
		return false, true
	case before && behind:
		return false, r != '’' && r != '‘' && r != '·' && !unicode.In(r, unicode.Pd, unicode.Zs) // "M„rz"
	}
	return false, (before || behind) && !partsOfType(r) // "spotka³a"
}

// partsOfType reports whether a sign stands beside letters in well-set text.
func partsOfType(r rune) bool {
	return unicode.In(r, unicode.Pi, unicode.Pf, unicode.Pd, unicode.Zs) || strings.ContainsRune("‚„…†‡•€£¥§©®™°·º½′″", r)
}

// scripts are charsets of other letters, with the ten most frequent of a language.
var scripts = []struct {
	enc  *charmap.Charmap
	name string
	best string
}{
	{charmap.Windows1251, "windows-1251", "оеаинтсрвл"},
	{charmap.KOI8R, "KOI8-R", "оеаинтсрвл"},
	{charmap.CodePage866, "IBM866", "оеаинтсрвл"},
	{charmap.ISO8859_5, "ISO-8859-5", "оеаинтсрвл"},
	{charmap.MacintoshCyrillic, "x-mac-cyrillic", "оеаинтсрвл"},
	{charmap.Windows1253, "windows-1253", "αοιετσνηυρ"},
	{charmap.Windows1255, "windows-1255", "יוהלאתרבשמ"},
	{charmap.Windows1256, "windows-1256", "اليومنرتهبد"},
	{charmap.ISO8859_6, "ISO-8859-6", "اليومنرتهبد"},
	{charmap.Windows874, "windows-874", "านรอกเงมยลทสตวปะ"},
}

// bestScript returns the charset in which the usual letters are usual.
func bestScript(sample []byte) (best guess) {
	for _, c := range scripts {
		usual := [256]bool{}
		for _, r := range c.best {
			b, ok := c.enc.EncodeRune(r)
			usual[b] = ok
		}
		n, high, odd := 0, 0, 0
		for i, b := range sample {
			if b < 0x80 {
				continue
			}
			high++
			if usual[b] {
				n++
			}
			r := c.enc.DecodeByte(b)
			switch {
			case r == utf8.RuneError || unicode.IsControl(r):
				odd++
			case i > 0 && sample[i-1] >= 0x80 && unicode.IsUpper(r) && unicode.IsLower(c.enc.DecodeByte(sample[i-1])): // "иНа": the halves of another charset
				odd++
			}
		}
		if s := float64(n)/float64(max(high, 1)) - float64(odd)/float64(max(high, 1)); s > best.score {
			best = guess{c.enc, c.name, s}
		}
	}
	return best
}

// wides are charsets of two bytes and more, by the names that chardet has for them,
// with frequent characters of their languages.
var wides = map[string]struct {
	enc          encoding.Encoding
	name, common string
}{
	"GB18030":   {simplifiedchinese.GB18030, "GB18030", "的一是不了在人有我他这中大来上国个到说们为以会要时年月日，。、和对地也于发后"},
	"Big5":      {traditionalchinese.Big5, "Big5", "的一是不了在人有我他這中大來上國個到說們為以會要時年月日，。、和對地也於發後"},
	"Shift_JIS": {japanese.ShiftJIS, "Shift_JIS", "のはをにがでとたし、。いるれてなもさっらかまこりすだ"},
	"EUC-JP":    {japanese.EUCJP, "EUC-JP", "のはをにがでとたし、。いるれてなもさっらかまこりすだ"},
	"EUC-KR":    {korean.EUCKR, "EUC-KR", "이다는을의에가한하고도지로사인를은기서자어시대정리해들"},
}

// bestWide asks chardet, which knows the frequent characters of Chinese, Japanese and
// Korean, and holds its answer against the characters themselves.
func bestWide(sample []byte) (best guess) {
	all, err := chardet.NewTextDetector().DetectAll(sample)
	if err != nil {
		return guess{}
	}
	for _, r := range all {
		w, ok := wides[r.Charset]
		if !ok || r.Confidence < 10 {
			continue
		}
		out, err := w.enc.NewDecoder().Bytes(sample)
		if err != nil {
			continue
		}
		own, wrong, runes, common := 0, 0, 0, 0
		for _, c := range string(out) {
			if c < 0x80 {
				continue
			}
			runes++
			switch {
			case c == utf8.RuneError || unicode.Is(unicode.Co, c):
				wrong++
			case strings.ContainsRune(w.common, c):
				own++
				common++
			case unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) || c >= 0x3000 && c <= 0x303F || c >= 0xFF00 && c <= 0xFFEF:
				own++
			}
		}
		if runes == 0 || wrong*50 > runes || own*10 < runes*9 {
			continue
		}
		if s := float64(r.Confidence)/400 + min(0.7, 4*float64(common)/float64(runes)); s > best.score {
			best = guess{w.enc, w.name, s}
		}
	}
	return best
}
