// Package dateparser stands in for github.com/markusmobius/go-dateparser, of
// which go-htmldate and go-trafilatura use one function, for dates in words of
// languages other than English. The whole of it reads tables of 200 languages
// when a program starts: 165 ms and 95 MB, window or not, article or not. This
// one knows the months of some twenty languages and costs nothing at the start. The
// go.mod of Briefline puts it in the other's place.
package dateparser

import (
	"errors"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// ParserType names a way of reading; there is one here, whatever is asked for.
type ParserType uint8

// The two ways that go-htmldate asks for.
const (
	CustomFormat ParserType = iota
	AbsoluteTime
)

// PreferredDateSource says which of several dates to prefer; a date that is
// whole has no need of it.
type PreferredDateSource uint8

// Past prefers the date that has been.
const Past PreferredDateSource = 1

// Configuration holds what go-htmldate sets. Only CurrentTime is read, by
// go-htmldate itself.
type Configuration struct {
	PreferredDateSource PreferredDateSource
	StrictParsing       bool
	CurrentTime         time.Time
}

// Parser reads dates. The zero value works.
type Parser struct{ ParserTypes []ParserType }

// Date is what was read: a day in UTC.
type Date struct{ Time time.Time }

// ErrNoDate says that there is no whole date in the text, or more than one way
// to read it.
var ErrNoDate = errors.New("no whole date")

const longest = 200 // bytes; a date line is shorter

// Parse reads a day, a month in words and a year of four digits, in the order
// day month year ("5. März 2019", "12 de mayo de 2016", "24 мая 2024 г.") or
// month day year. The error is ErrNoDate.
func (*Parser) Parse(_ *Configuration, text string) (Date, error) {
	if len(text) > longest {
		return Date{}, ErrNoDate
	}
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)
	})
	day, month, year := 0, 0, 0
	for _, w := range words {
		n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSuffix(w, "º"), "er"))
		switch m := months[w]; {
		case m != 0 && month == 0:
			month = m
		case err != nil:
		case n >= 1000 && n <= 2999 && year == 0:
			year = n
		case n >= 1 && n <= 31 && day == 0 && year == 0:
			day = n
		}
	}
	if day == 0 || month == 0 || year == 0 {
		return Date{}, ErrNoDate
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day {
		return Date{}, ErrNoDate
	}
	return Date{t}, nil
}

var months = table(
	"january jan januar januari janvier enero janeiro gennaio января январь январ styczeń stycznia ocak leden ledna tammikuuta ianuarie січня ژانویه ژانویهٔ يناير",
	"february feb februar februari février fevrier febrero fevereiro febbraio февраля февраль luty lutego şubat únor února helmikuuta februarie лютого فوریه فوریهٔ فبراير",
	"march mar märz mrz maart mars marzo março марта март marzec marca mart březen března maaliskuuta martie березня مارس",
	"april apr avril abril aprile апреля апрель kwiecień kwietnia nisan duben dubna huhtikuuta aprilie квітня آوریل أبريل ابريل",
	"may mai mei maj mayo maio maggio мая май maja mayıs květen května toukokuuta травня مه مهٔ مايو",
	"june jun juni juin junio junho giugno июня июнь czerwiec czerwca haziran červen června kesäkuuta iunie червня ژوئن يونيو",
	"july jul juli juillet julio julho luglio июля июль lipiec lipca temmuz červenec července heinäkuuta iulie липня ژوئیه يوليو",
	"august aug augustus août aout agosto августа август sierpień sierpnia ağustos srpen srpna elokuuta серпня اوت أغسطس اغسطس",
	"september sep sept septembre septiembre setembro settembre сентября сентябрь wrzesień września eylül září syyskuuta septembrie вересня سپتامبر سبتمبر",
	"october oct oktober okt octobre octubre outubro ottobre октября октябрь październik października ekim říjen října lokakuuta octombrie жовтня اکتبر أكتوبر اكتوبر",
	"november nov novembre noviembre novembro ноября ноябрь listopad listopada kasım marraskuuta noiembrie листопада نوامبر نوفمبر",
	"december dec dezember dez december décembre decembre diciembre dezembro dicembre декабря декабрь grudzień grudnia aralık prosinec prosince joulukuuta decembrie грудня دسامبر ديسمبر",
)

// table is built when the program starts: 250 short words, a few microseconds.
func table(lines ...string) map[string]int {
	out := make(map[string]int, 256)
	for i, line := range lines {
		for w := range strings.FieldsSeq(line) {
			out[w] = i + 1
		}
	}
	return out
}
