package article

import (
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// Texts that name no charset are read with the right letters, or refused.
func TestDetect(t *testing.T) {
	for _, tt := range []struct {
		language, text string
		encs           map[string]encoding.Encoding
	}{
		{"Polish", "Rada portu spotkała się 3 marca 2021 r. i zagłosowała za zamknięciem północnego mola. Burmistrz powiedział, że molo było niebezpieczne od burzy w 2018 r.", map[string]encoding.Encoding{"windows-1250": charmap.Windows1250, "ISO-8859-2": charmap.ISO8859_2}},
		{"Czech", "Rada přístavu se sešla 3. března 2021 a hlasovala pro uzavření severního mola. Starosta řekl, že molo je nebezpečné od bouře v roce 2018.", map[string]encoding.Encoding{"windows-1250": charmap.Windows1250}},
		{"Hungarian", "A kikötői tanács 2021. március 3-án ülésezett, és megszavazta az északi móló lezárását. A polgármester szerint a móló a vihar óta veszélyes, ezért őrizni kell.", map[string]encoding.Encoding{"windows-1250": charmap.Windows1250}},
		{"Turkish", "Liman kurulu 3 Mart 2021'de toplandı ve kuzey iskelesinin kapatılması yönünde oy kullandı. Belediye başkanı, iskelenin fırtınadan beri güvensiz olduğunu söyledi.", map[string]encoding.Encoding{"windows-1254": charmap.Windows1254}},
		{"Lithuanian", "Uosto taryba posėdžiavo 2021 m. kovo 3 d. ir balsavo už šiaurinės prieplaukos uždarymą. Meras sakė, kad prieplauka nesaugi nuo audros, kuri siautė čia.", map[string]encoding.Encoding{"windows-1257": charmap.Windows1257}},
		{"French", "Le conseil du port s'est réuni le 3 mars 2021 et a voté la fermeture de la jetée nord. Le maire a déclaré que la jetée était dangereuse depuis la tempête de l'été.", map[string]encoding.Encoding{"windows-1252": charmap.Windows1252}},
		{"German", "Der Hafenrat trat am 3. März 2021 zusammen und beschloss, die nördliche Mole zu schließen. Der Bürgermeister erklärte, sie sei seit dem Sturm gefährlich.", map[string]encoding.Encoding{"windows-1252": charmap.Windows1252, "macintosh": charmap.Macintosh, "IBM850": charmap.CodePage850}},
		{"Russian", "Совет порта встретился 3 марта 2021 года и проголосовал за закрытие северного причала. Мэр заявил, что причал опасен с шторма 2018 года.", map[string]encoding.Encoding{"windows-1251": charmap.Windows1251, "KOI8-R": charmap.KOI8R, "IBM866": charmap.CodePage866, "ISO-8859-5": charmap.ISO8859_5}},
		{"Greek", "Το συμβούλιο του λιμανιού συνεδρίασε στις 3 Μαρτίου 2021 και ψήφισε το κλείσιμο της βόρειας προβλήτας. Ο δήμαρχος είπε ότι ήταν επικίνδυνη.", map[string]encoding.Encoding{"windows-1253": charmap.Windows1253}},
		{"Hebrew", "מועצת הנמל התכנסה ב-3 במרץ 2021 והצביעה על סגירת הרציף הצפוני. ראש העיר אמר שהרציף מסוכן מאז הסערה של 2018.", map[string]encoding.Encoding{"windows-1255": charmap.Windows1255}},
		{"Arabic", "اجتمع مجلس الميناء في 3 مارس 2021 وصوت على إغلاق الرصيف الشمالي. وقال رئيس البلدية إن الرصيف غير آمن منذ العاصفة.", map[string]encoding.Encoding{"windows-1256": charmap.Windows1256}},
		{"Chinese", "港口委员会于2021年3月3日开会，投票决定关闭北码头。市长说，自2018年风暴以来码头一直不安全。工人们要求书面答复。", map[string]encoding.Encoding{"GB18030": simplifiedchinese.GBK}},
		{"Chinese, traditional", "港口委員會於2021年3月3日開會，投票決定關閉北碼頭。市長說，自2018年風暴以來碼頭一直不安全。工人們要求書面答覆。", map[string]encoding.Encoding{"Big5": traditionalchinese.Big5}},
		{"Japanese", "港湾評議会は2021年3月3日に会合を開き、北埠頭の閉鎖を決めた。市長は、2018年の嵐以来、埠頭は安全ではないと述べた。労働者たちは回答を求めている。", map[string]encoding.Encoding{"Shift_JIS": japanese.ShiftJIS, "EUC-JP": japanese.EUCJP}},
		{"Korean", "항만 위원회는 2021년 3월 3일 회의를 열고 북부 부두를 폐쇄하기로 결정했다. 시장은 2018년 폭풍 이후 부두가 안전하지 않다고 말했다.", map[string]encoding.Encoding{"EUC-KR": korean.EUCKR}},
	} {
		for name, enc := range tt.encs {
			data, err := enc.NewEncoder().Bytes([]byte(tt.text))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			a := mustRead(t, "a.txt", data)
			if a.Text != tt.text {
				t.Errorf("%s in %s: got %s, %q", tt.language, name, a.Charset, a.Text)
			}
			if noted := len(a.Notes) > 0; noted == (name == "windows-1252") {
				t.Errorf("%s in %s: got the notes %v", tt.language, name, a.Notes)
			}
		}
	}
	// Quotation marks of Windows in English are no riddle.
	if a := mustRead(t, "a.txt", []byte("He said: \x93I don\x92t know\x94 \x97 and left the caf\xE9.")); a.Text != "He said: “I don’t know” — and left the café." || len(a.Notes) > 0 {
		t.Errorf("got %q, %v", a.Text, a.Notes)
	}
	var odd []byte // each high byte between two letters: no charset that anybody writes
	for c := 0x80; c < 0x100; c++ {
		odd = append(odd, 'a', byte(c), 'b', 'c', ' ')
	}
	refused(t, "a.txt", odd, WrongLetters)
}
