package article

import (
	"regexp"
	"strings"
	"sync"
)

// message is a message inside of the text of another: where its own text begins and
// ends, and what its header says.
type message struct {
	start, end    int // of the header, and of the text of the one who passed it on
	body          int
	subject, from string
	date          Field
	quoted        bool // an answer quotes it
}

// unwrap takes the message that somebody passed on, or answered in a few words, out
// of a mail: the article dates from its own header, and is its author's. Quotation
// marks at the beginnings of lines go. In what is answered at length the older
// message is left out.
func (a *Article) unwrap() {
	subject, forwarded := trimPrefixes(a.Headline.Value)
	a.Headline.Value = subject
	for range maxMessages {
		m, ok := findMessage(a.Text)
		if !ok {
			break
		}
		intro := len(strings.Fields(withoutQuotes(a.Text[:m.start])))
		inside := len(strings.Fields(a.Text[m.body:]))
		switch {
		case inside == 0:
			return
		case intro >= shortIntro && intro >= inside/2 && (m.quoted || !forwarded):
			a.keep([][2]int{{0, len(strings.TrimRight(a.Text[:m.start], " \t\n>"))}})
			a.note(Quoted, "")
			return
		}
		a.take(m)
		if intro > 0 {
			a.note(Forwarded, "")
		}
		forwarded = false
	}
	if forwarded && !a.Published.IsZero() {
		a.Published.Hint = true // the day it was passed on
	}
	a.unquote()
}

// take leaves nothing but the message.
func (a *Article) take(m message) {
	outer := a.Published
	a.keep([][2]int{{m.body, len(a.Text)}})
	a.unquote()
	if m.subject != "" {
		s, _ := trimPrefixes(m.subject)
		a.Headline = Field{Value: s, Origin: "Subject line of the message inside"}
	}
	if name := senderName(m.from); name != "" {
		a.Byline = Field{Value: name, Words: m.from, Origin: "From line of the message inside"}
	}
	if a.Published = m.date; a.Published.IsZero() && !outer.IsZero() {
		a.Published = outer
		a.Published.Hint = true
	}
}

// unquote cuts the marks of quotation off the lines where nearly all have them.
func (a *Article) unquote() {
	lines, marked := 0, 0
	for line := range strings.Lines(a.Text) {
		if strings.TrimSpace(line) != "" {
			lines++
			if strings.HasPrefix(line, ">") {
				marked++
			}
		}
	}
	if marked == 0 || marked*10 < lines*8 {
		return
	}
	var kept [][2]int
	at := 0
	for line := range strings.Lines(a.Text) {
		from := len(line) - len(strings.TrimLeft(line, "> "))
		if from == 0 && strings.TrimSpace(line) != "" && marked < lines && !strings.HasPrefix(line, ">") {
			at += len(line) // what stands below a quotation in the outer's name
			continue
		}
		kept = append(kept, [2]int{at + from, at + len(line)})
		at += len(line)
	}
	a.keep(kept)
}

func withoutQuotes(s string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		if !strings.HasPrefix(line, ">") {
			b.WriteString(line)
		}
	}
	return b.String()
}

// markers say in a line of their own that a message follows.
var markers = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^[>\s]*(?:[-_=*]{2,}\s*)?(?:begin )?(?:forwarded message|forwarded by .*|original message|weitergeleitete nachricht|anfang der weitergeleiteten nachricht|ursprüngliche nachricht|original-nachricht|message transféré|message d'origine|message original|début du message (?:réexpédié|transféré)|mensaje reenviado|mensaje original|inicio del mensaje reenviado|mensagem (?:encaminhada|original)|messaggio (?:inoltrato|originale)|inizio messaggio inoltrato|doorgestuurd bericht|oorspronkelijk bericht|vidarebefordrat meddelande|ursprungligt meddelande|videresendt (?:melding|meddelelse)|wiadomość przekazana|wiadomość oryginalna|treść przekazanej wiadomości|пересылаемое сообщение|пересланное сообщение|исходное сообщение|пересланное письмо|переслане повідомлення|iletilen mesaj|转发的邮件|原始邮件|转发邮件信息)\s*:?\s*(?:[-_=*]{2,})?\s*$`)
})

// answered are lines that say who wrote what is quoted below, with the day.
var answered = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^[>\s]*(?:on\s.{4,200}\swrote|le\s.{4,200}\sa écrit|am\s.{4,200}\sschrieb.{0,120}|el\s.{4,200}\sescribió|em\s.{4,200}\sescreveu|il\s.{4,200}\sha scritto|op\s.{4,200}\sschreef.{0,120}|(?:den|på)\s.{4,200}\sskrev.{0,120}|.{4,200}\s(?:skrev|napisał\(?a?\)?|пишет|написал\(?а?\)?|пише|yazdı|写道|schrieb|wrote)(?:\s.{0,120})?)\s*[:：]\s*$`)
})

// labels are the names of the fields in the header of a message inside, in lower
// case: what mail programs write in the main languages.
var labels = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for field, names := range map[string]string{
		"from":    "from|von|de|da|van|från|fra|od|от|від|gönderen|kimden|发件人|寄件者|差出人|lähettäjä|feladó|odesílatel|expéditeur|remitente",
		"date":    "date|sent|datum|gesendet|envoyé|fecha|enviado|enviada em|data|inviato|verzonden|skickat|sendt|dato|data|wysłano|wysłane|дата|отправлено|надіслано|tarih|gönderme tarihi|发送时间|日期|寄件日期|送信日時|lähetetty|elküldve|odesláno|enviado el|le",
		"subject": "subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat|тема|konu|主题|主旨|件名|aihe|tárgy|předmět",
		"other":   "to|cc|bcc|an|à|para|a|aan|till|til|do|кому|кому|копия|kime|收件人|抄送|reply-to|kopie|kopia|importance|attachments|anlagen|priority|message-id",
	} {
		for n := range strings.SplitSeq(names, "|") {
			if out[n] == "" || field != "other" {
				out[n] = field
			}
		}
	}
	return out
})

// lineAt is a line of a text and where it stands.
type lineAt struct {
	text       string
	start, end int // end is behind the line end
}

// findMessage finds the first message inside a text.
func findMessage(text string) (message, bool) {
	const most = 4000 // lines
	var lines []lineAt
	at := 0
	for line := range strings.Lines(text) {
		if lines = append(lines, lineAt{strings.TrimRight(line, " \r\n"), at, at + len(line)}); len(lines) == most {
			break
		}
		at += len(line)
	}
	for i, l := range lines {
		line := strings.TrimSpace(strings.TrimLeft(l.text, "> "))
		switch {
		case line == "" || len(line) > 400:
		case markers().MatchString(line):
			m := readHeaderLines(text, lines, i+1)
			m.start = l.start
			return m, true
		case labels()[labelIn(line)] == "from" || labels()[labelIn(line)] == "date":
			m := readHeaderLines(text, lines, i)
			if m.from != "" && (!m.date.IsZero() || m.subject != "") && m.body > l.end {
				m.start = l.start
				return m, true
			}
		default:
			if m, ok := quotedBelow(text, lines, i); ok {
				return m, true
			}
		}
	}
	return message{}, false
}

// quotedBelow reads "On Mon, 8 Mar 2021 at 09:00, Ola Brandt wrote:", in one line or
// in two, with the marks of quotation below.
func quotedBelow(text string, lines []lineAt, i int) (message, bool) {
	line := strings.TrimSpace(strings.TrimLeft(lines[i].text, "> "))
	last := i
	if !answered().MatchString(line) {
		if i+1 >= len(lines) || len(FindDates(line)) == 0 {
			return message{}, false
		}
		if last = i + 1; !answered().MatchString(line + " " + strings.TrimSpace(strings.TrimLeft(lines[last].text, "> "))) {
			return message{}, false
		}
		line += " " + strings.TrimSpace(strings.TrimLeft(lines[last].text, "> "))
	}
	dates := FindDates(line)
	if len(dates) == 0 {
		return message{}, false
	}
	quoted := false
	for _, l := range lines[last+1 : min(len(lines), last+4)] {
		quoted = quoted || strings.HasPrefix(l.text, ">")
	}
	if !quoted && !strings.Contains(line, "@") && !strings.ContainsAny(line, "<") {
		return message{}, false // a sentence that ends so
	}
	m := message{start: lines[i].start, body: lines[last].end, quoted: true, from: writerIn(line, dates[0])}
	m.date = dateField(dates[0], line, "line above the quoted message")
	return m, true
}

// dateField is the date of a message inside. Where day and month could change places
// it is left open.
func dateField(d DateAt, line, origin string) Field {
	if d.Other != "" || !isDay(d.Value) {
		return Field{}
	}
	return Field{Value: d.Value, Words: line[d.Start:d.End], Origin: origin}
}

var mailAddress = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[<(\[]?\s*(?:mailto:)?[\w.+-]+@[\w.-]+\s*[>)\]]?`)
})

var clockTime = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\b\.?)?(?:\s*(?:[+-]\d{4}|gmt|utc|uhr))?`)
})

// writerIn returns who wrote, by a line such as "On … Ola Brandt <ola@…> wrote:": the
// words behind the date that begin with capitals.
func writerIn(line string, d DateAt) string {
	rest := mailAddress().ReplaceAllString(line[d.End:], " ")
	rest = clockTime().ReplaceAllString(rest, " ")
	var name []string
	for w := range strings.FieldsSeq(rest) {
		w = strings.Trim(w, `,:;"'()<>`)
		switch {
		case w == "":
		case strings.ToUpper(w[:1]) == w[:1] && strings.ToLower(w[:1]) != w[:1] || w[0] >= 0x80 && len(name) < 5:
			if l := strings.ToLower(w); DateLabel(l) == NoLabel && l != "uhr" && l != "schrieb" {
				name = append(name, w)
			}
		case len(name) > 0:
			return strings.Join(name[:min(len(name), 5)], " ")
		}
	}
	return strings.Join(name[:min(len(name), 5)], " ")
}

// labelIn returns the label of "From: Ola", in lower case, without the stars of bold
// type.
func labelIn(line string) string {
	name, _, ok := strings.Cut(strings.TrimLeft(line, "*"), ":")
	if !ok {
		name, _, ok = strings.Cut(line, "：")
	}
	if !ok || len(name) > 40 {
		return ""
	}
	return strings.ToLower(strings.Trim(name, "* \u00A0"))
}

// readHeaderLines reads the header of a message inside, from line i on: lines with
// labels, with or without empty lines between, up to the first that is none.
func readHeaderLines(text string, lines []lineAt, i int) message {
	m := message{body: len(text)}
	if i < len(lines) {
		m.body = lines[i].start
	}
	fields := 0
	for ; i < len(lines); i++ {
		line := strings.TrimSpace(strings.TrimLeft(lines[i].text, "> "))
		if line == "" {
			continue
		}
		label := labels()[labelIn(line)]
		if label == "" {
			if fields > 0 && fields < 6 && (strings.HasPrefix(lines[i].text, " ") || strings.HasPrefix(lines[i].text, "\t")) {
				m.body = lines[i].end // a field that goes on
				continue
			}
			break
		}
		_, value, ok := strings.Cut(line, ":")
		if !ok {
			_, value, _ = strings.Cut(line, "：")
		}
		value = strings.TrimSpace(strings.Trim(value, "* "))
		fields++
		switch label {
		case "from":
			m.from = value
		case "subject":
			m.subject = value
		case "date":
			if d := FindDates(value); len(d) > 0 && m.date.IsZero() {
				m.date = dateField(d[0], value, "Date line of the message inside")
			}
		}
		m.body = lines[i].end
	}
	return m
}
