package timex

import "strings"

// otherMonths are the names of months as they stand in a date, from January on, the
// forms of one month between bars: nominative, genitive, short. Source: Unicode CLDR
// 46, common/main/*.xml, calendar gregorian, months of format and stand-alone; for
// Arabic also the names in use in the Levant.
var otherMonths = map[string]string{
	"de": "januar|jänner|jan februar|feber|feb märz|mär|mrz april|apr mai juni|jun juli|jul august|aug september|sep|sept oktober|okt november|nov dezember|dez",
	"fr": "janvier|janv février|févr mars avril|avr mai juin juillet|juil août septembre|sept octobre|oct novembre|nov décembre|déc",
	"es": "enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago septiembre|setiembre|sept|sep octubre|oct noviembre|nov diciembre|dic",
	"it": "gennaio|gen febbraio|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug agosto|ago settembre|set ottobre|ott novembre|nov dicembre|dic",
	"pt": "janeiro|jan fevereiro|fev março|mar abril|abr maio|mai junho|jun julho|jul agosto|ago setembro|set outubro|out novembro|nov dezembro|dez",
	"nl": "januari|jan februari|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug september|sep oktober|okt november|nov december|dec",
	"sv": "januari|jan februari|feb mars|mar april|apr maj juni|jun juli|jul augusti|aug september|sep oktober|okt november|nov december|dec",
	"da": "januar|jan februar|feb marts|mar april|apr maj juni|jun juli|jul august|aug september|sep oktober|okt november|nov december|dec",
	"nb": "januar|jan februar|feb mars|mar april|apr mai juni|jun juli|jul august|aug september|sep oktober|okt november|nov desember|des",
	"fi": "tammikuuta|tammikuu helmikuuta|helmikuu maaliskuuta|maaliskuu huhtikuuta|huhtikuu toukokuuta|toukokuu kesäkuuta|kesäkuu heinäkuuta|heinäkuu elokuuta|elokuu syyskuuta|syyskuu lokakuuta|lokakuu marraskuuta|marraskuu joulukuuta|joulukuu",
	"ru": "января|январь|января|янв февраля|февраль|февр марта|март|мар апреля|апрель|апр мая|май июня|июнь|июн июля|июль|июл августа|август|авг сентября|сентябрь|сент октября|октябрь|окт ноября|ноябрь|нояб декабря|декабрь|дек",
	"uk": "січня|січень|січ лютого|лютий|лют березня|березень|бер квітня|квітень|квіт травня|травень|трав червня|червень|черв липня|липень|лип серпня|серпень|серп вересня|вересень|вер жовтня|жовтень|жовт листопада|листопад|лист грудня|грудень|груд",
	"be": "студзеня|студзень лютага|люты сакавіка|сакавік красавіка|красавік мая|май чэрвеня|чэрвень ліпеня|ліпень жніўня|жнівень верасня|верасень кастрычніка|кастрычнік лістапада|лістапад снежня|снежань",
	"bg": "януари февруари март април май юни юли август септември октомври ноември декември",
	"sr": "јануар|јануара|januar|januara фебруар|фебруара|februar|februara март|марта|mart|marta април|априла|april|aprila мај|маја|maj|maja јун|јуна|jun|juna јул|јула|jul|jula август|августа|avgust|avgusta септембар|септембра|septembar|septembra октобар|октобра|oktobar|oktobra новембар|новембра|novembar|novembra децембар|децембра|decembar|decembra",
	"hr": "siječnja|siječanj veljače|veljača ožujka|ožujak travnja|travanj svibnja|svibanj lipnja|lipanj srpnja|srpanj kolovoza|kolovoz rujna|rujan listopada|listopad studenoga|studenog|studeni prosinca|prosinac",
	"pl": "stycznia|styczeń|sty lutego|luty|lut marca|marzec|mar kwietnia|kwiecień|kwi maja|maj czerwca|czerwiec|cze lipca|lipiec|lip sierpnia|sierpień|sie września|wrzesień|wrz października|październik|paź listopada|listopad|lis grudnia|grudzień|gru",
	"cs": "ledna|leden února|únor března|březen dubna|duben května|květen června|červen července|červenec srpna|srpen září října|říjen listopadu|listopad prosince|prosinec",
	"sk": "januára|január februára|február marca|marec apríla|apríl mája|máj júna|jún júla|júl augusta|august septembra|september októbra|október novembra|november decembra|december",
	"ro": "ianuarie|ian februarie|feb martie|mar aprilie|apr mai iunie|iun iulie|iul august|aug septembrie|sept octombrie|oct noiembrie|nov decembrie|dec",
	"tr": "ocak|oca şubat|şub mart|mar nisan|nis mayıs|may haziran|haz temmuz|tem ağustos|ağu eylül|eyl ekim|eki kasım|kas aralık|ara",
	"el": "ιανουαρίου|ιανουάριος|ιαν φεβρουαρίου|φεβρουάριος|φεβ μαρτίου|μάρτιος|μαρ απριλίου|απρίλιος|απρ μαΐου|μάιος|μαΐ ιουνίου|ιούνιος|ιουν ιουλίου|ιούλιος|ιουλ αυγούστου|αύγουστος|αυγ σεπτεμβρίου|σεπτέμβριος|σεπ οκτωβρίου|οκτώβριος|οκτ νοεμβρίου|νοέμβριος|νοε δεκεμβρίου|δεκέμβριος|δεκ",
	"ar": "يناير|كانون_الثاني فبراير|شباط مارس|آذار أبريل|إبريل|نيسان مايو|أيار يونيو|حزيران يوليو|تموز أغسطس|آب سبتمبر|أيلول أكتوبر|تشرين_الأول نوفمبر|تشرين_الثاني ديسمبر|كانون_الأول",
	"fa": "ژانویهٔ|ژانویه فوریهٔ|فوریه مارس آوریل مهٔ|مه|می ژوئن ژوئیهٔ|ژوئیه|جولای اوت|آگوست سپتامبر اکتبر نوامبر دسامبر",
	"uz": "yanvar|yanvarda fevral|fevralda mart|martda aprel|aprelda may|mayda iyun|iyunda iyul|iyulda avgust|avgustda sentabr|sentyabr|sentabrda oktabr|oktyabr|oktabrda noyabr|noyabrda dekabr|dekabrda|dekabrga",
}

// sameMonths are languages that are read with the months of another.
var sameMonths = map[string]string{"no": "nb", "nn": "nb", "bs": "hr", "prs": "fa", "pes": "fa"}

// monthsOf returns the months of a language by their names in lower case, and
// whether it is another language than English. The map is nil for a language whose
// months are not known.
func monthsOf(language string) (map[string]int, bool) {
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	if base == "" || base == "en" {
		return nil, false
	}
	if same := sameMonths[base]; same != "" {
		base = same
	}
	names := otherMonths[base]
	if names == "" {
		return nil, true
	}
	m := map[string]int{}
	for i, month := range strings.Fields(names) {
		for _, name := range strings.Split(month, "|") {
			m[strings.ReplaceAll(name, "_", " ")] = i + 1
		}
	}
	return m, true
}
