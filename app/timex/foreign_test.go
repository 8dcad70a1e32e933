package timex

import (
	"strings"
	"testing"
)

// Whole dates of other languages are read; what counts from a day is not.
func TestForeign(t *testing.T) {
	for _, tt := range []struct{ language, text, want string }{
		{"de", "Der Hafen wurde am 12. März 2019 geschlossen, am 3.5.2021 geöffnet. Am Montag tagte der Rat.", "12. März 2019=2019-03-12; 3.5.2021=2021-05-03"},
		{"fr", "Le port a été fermé ce jeudi 2 novembre 2023 et rouvert le 1er décembre 2023.", "2 novembre 2023=2023-11-02; 1er décembre 2023=2023-12-01"},
		{"es", "El puerto cerró el 3 de mayo de 2021 y abrió en junio de 2022.", "3 de mayo de 2021=2021-05-03; junio de 2022=2022-06"},
		{"it", "Il porto fu chiuso il 7 luglio 2020, il 5/6/2020 no.", "7 luglio 2020=2020-07-07; 5/6/2020=2020-06-05"},
		{"pt", "O porto fechou a 9 de março de 2018.", "9 de março de 2018=2018-03-09"},
		{"nl", "De haven ging op 21 maart 2017 dicht.", "21 maart 2017=2017-03-21"},
		{"ru", "Порт закрыли 19 мая 2021 года, открыли 3 июня 2022 г. В понедельник спорили.", "19 мая 2021 года=2021-05-19; 3 июня 2022 г.=2022-06-03"},
		{"uk", "Порт закрили 5 вересня 2020 року.", "5 вересня 2020 року=2020-09-05"},
		{"pl", "Port zamknięto 10 października 2019 roku, otwarto 10.IV.2020.", "10 października 2019 roku=2019-10-10; 10.IV.2020=2020-04-10"},
		{"tr", "Liman 4 Ağustos 2021 tarihinde kapandı.", "4 Ağustos 2021=2021-08-04"},
		{"fa", "بندر در ۱۹ مه ۲۰۲۱ بسته شد. دوشنبه باز شد.", "۱۹ مه ۲۰۲۱=2021-05-19"},
		{"ar", "أغلق الميناء في 19 مايو 2021 وفتح في ٣ حزيران ٢٠٢٢.", "19 مايو 2021=2021-05-19; ٣ حزيران ٢٠٢٢=2022-06-03"},
		{"zh", "港口于2021年5月19日关闭。", "2021年5月19日=2021-05-19"},
		{"de", "Am 31. Juni 2019 geschah nichts, am 4. Mai auch nicht.", "31. Juni 2019=; 4. Mai="},
		{"de", "Im Mai kamen 2016 Leute, 5 Mai-Bowlen wurden getrunken.", ""},
		{"xx", "Foo 2024-05-03 bar.", "2024-05-03=2024-05-03"},
	} {
		var got []string
		for _, e := range Tag(tt.text, Options{Created: date(tuesday), Language: tt.language}) {
			got = append(got, tt.text[e.Start:e.End]+"="+e.EDTF.String())
			if strings.HasPrefix(e.Against, againstPublished) {
				t.Errorf("%s: %q counts from the publication date", tt.text, tt.text[e.Start:e.End])
			}
		}
		if got := strings.Join(got, "; "); got != tt.want {
			t.Errorf("%s: %s\n got %s\nwant %s", tt.language, tt.text, got, tt.want)
		}
	}
}
