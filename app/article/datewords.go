package article

import (
	"strings"
	"sync"
)

// smallWords may stand between the parts of a date: "3 de mayo de 2026".
var smallWords = wordSet("of de del di da do d den the a")

// shortMonths are names of months that are words of their own as well, so that a
// year behind them makes no date: "set 2019".
var shortMonths = wordSet("set out mar jan dec ago sat mai maj sie lis paz gen mag giu lug ott dic")

// monthOf returns the number of the month that a word in lower case names; 0 for
// none.
func monthOf(word string) int {
	if word == "" {
		return 0
	}
	return monthNames()[word]
}

// monthNames are the months in the languages that most pages of the web are in
// (W3Techs, usage of content languages), in the forms that stand beside a day, and
// their usual abbreviations.
var monthNames = sync.OnceValue(func() map[string]int {
	out := make(map[string]int, 600)
	for i, line := range []string{
		"january jan januar jänner januari janvier janv enero ene janeiro gennaio gen января январь янв січня styczeń stycznia ocak leden ledna januára január ianuarie ian tammikuuta siječnja јануара януари ιανουαρίου ιανουάριος januáris ژانویه يناير ינואר जनवरी มกราคม",
		"february feb februar februari février févr fév fevrier febrero fevereiro fev febbraio февраля февраль фев лютого luty lutego şubat únor února februára február februarie helmikuuta veljače фебруара февруари φεβρουαρίου φεβρουάριος فوریه فبراير פברואר फरवरी กุมภาพันธ์",
		"march mar märz mrz maart mars marzo março marco марта март березня marzec marca mart březen března marec martie maaliskuuta ožujka марта март μαρτίου μάρτιος március márc مارس מרץ मार्च มีนาคม",
		"april apr avril avr abril abr aprile апреля апрель апр квітня kwiecień kwietnia nisan duben dubna apríla április ápr aprilie huhtikuuta travnja априла април απριλίου απρίλιος آوریل أبريل ابريل אפריל अप्रैल เมษายน",
		"may mai mei maj mayo maio maggio mag мая май травня mayıs květen května mája máj május toukokuuta svibnja маја μαΐου μάιος مه مايو מאי मई พฤษภาคม",
		"june jun juni juin junio junho giugno giu июня июнь червня czerwiec czerwca haziran červen června jún június iunie kesäkuuta lipnja јуна юни ιουνίου ιούνιος ژوئن يونيو יוני जून มิถุนายน",
		"july jul juli juillet juil julio julho luglio lug июля июль липня lipiec lipca temmuz červenec července júla júl július iulie heinäkuuta srpnja јула юли ιουλίου ιούλιος ژوئیه يوليو יולי जुलाई กรกฎาคม",
		"august aug augustus août aout agosto ago августа август авг серпня sierpień sierpnia ağustos srpen srpna augusta augusztus elokuuta kolovoza августа αυγούστου αύγουστος اوت أغسطس اغسطس אוגוסט अगस्त สิงหาคม",
		"september sep sept septembre septiembre setembro set settembre сентября сентябрь сен вересня wrzesień września eylül září septembra szeptember syyskuuta septembrie rujna септембра септември σεπτεμβρίου σεπτέμβριος سپتامبر سبتمبر ספטמבר सितंबर กันยายน",
		"october oct oktober okt octobre octubre outubro out ottobre ott октября октябрь окт жовтня październik października ekim říjen října októbra október lokakuuta octombrie listopada октобра октомври οκτωβρίου οκτώβριος اکتبر أكتوبر اكتوبر אוקטובר अक्टूबर ตุลาคม",
		"november nov novembre noviembre novembro ноября ноябрь нояб листопада listopad kasım listopadu novembra marraskuuta noiembrie studenoga новембра ноември νοεμβρίου νοέμβριος نوامبر نوفمبر נובמבר नवंबर พฤศจิกายน",
		"december dec dezember dez décembre déc decembre diciembre dic dezembro dicembre декабря декабрь дек грудня grudzień grudnia aralık prosinec prosince decembra joulukuuta decembrie prosinca децембра декември δεκεμβρίου δεκέμβριος دسامبر ديسمبر דצמבר दिसंबर ธันวาคม",
	} {
		for w := range strings.FieldsSeq(line) {
			if out[w] == 0 { // "listopada" is November in Polish and October in Croatian: the larger web first
				out[w] = i + 1
			}
		}
	}
	out["listopada"] = 11
	return out
})

// Label is what a word says of the date beside it.
type Label int

// The labels.
const (
	NoLabel        Label = iota // none of the words of a date line
	LabelBeside                 // may stand beside a date: a weekday, "on", a time zone
	LabelPublished              // "Published", "Veröffentlicht am"
	LabelUpdated                // "Updated", "Stand"
)

// DateLabel returns what a word, in lower case, says of the date that it stands
// beside in a line of its own.
func DateLabel(word string) Label {
	switch {
	case publishedWords()[word]:
		return LabelPublished
	case updatedWords()[word]:
		return LabelUpdated
	case besideWords()[word] || zones[word] != "":
		return LabelBeside
	}
	return NoLabel
}

var publishedWords = sync.OnceValue(func() map[string]bool {
	return wordSet(`published publish posted issued released dated filed created publication release
		publié publiée publie publication ligne paru veröffentlicht veroeffentlicht erschienen erstellt publiziert
		publicado publicada publicación publicação pubblicato pubblicata pubblicazione gepubliceerd geplaatst publicerad
		publicerat publicerades publisert udgivet offentliggjort julkaistu opublikowano opublikowany dodano publikacji publikacja
		publikováno vydáno zverejnené publikované megjelent közzétéve objavljeno objavljen objavio publicat publicată postat
		опубликовано опубликована опубликован публикации размещено опубліковано публикувано публикувана објављено
		yayınlanma yayınlandı yayın yayım δημοσιεύτηκε δημοσίευση نشر انتشار منتشر النشر פורסם प्रकाशित
		发布 发表 發布 發表 公開 掲載 投稿 게시 입력 등록 เผยแพร่`)
})

var updatedWords = sync.OnceValue(func() map[string]bool {
	return wordSet(`updated update modified revised edited aktualisiert stand geändert mis màj modifié modifiée actualisé
		actualizado actualizada actualización aggiornato aggiornamento atualizado atualizada bijgewerkt gewijzigd uppdaterad
		oppdatert opdateret päivitetty zaktualizowano aktualizacja aktualizováno aktualizované frissítve ažurirano actualizat
		обновлено обновлен изменено оновлено обновено güncellenme güncelleme güncellendi ενημερώθηκε تحديث به‌روزرسانی 更新 수정`)
})

// besideWords stand in date lines and say nothing of their own: weekdays, words for
// "on" and "at", for "date", "time" and "first", zones.
var besideWords = sync.OnceValue(func() map[string]bool {
	return wordSet(`date time first last originally on at in by of the am pm a m p hrs hours h uhr kl klo local et ct pt edt est
		bst ist cet cest eet eest msk wib gmt utc aest
		monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
		montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so datum am um den der zuletzt
		lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim le à jour en dernière
		lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb dom el las fecha de del última hora horas
		segunda terça quarta quinta sexta feira em às data
		lunedì martedì mercoledì giovedì venerdì sabato domenica il alle ore ultimo
		maandag dinsdag woensdag donderdag vrijdag zaterdag zondag op om
		måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag den d kl
		poniedziałek wtorek środa czwartek piątek sobota niedziela dnia godz r
		pondělí úterý středa čtvrtek pátek sobota neděle v ve dne
		понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс в во дата время г года мск
		понеділок вівторок середа п'ятниця субота неділя о
		pazartesi salı çarşamba perşembe cuma cumartesi pazar tarihi saat
		年 月 日 星 期 周 时间 日 期 تاریخ تاريخ شنبه یکشنبه دوشنبه چهارشنبه جمعه`)
})

func wordSet(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}
