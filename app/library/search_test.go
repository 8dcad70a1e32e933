package library

import (
	"strings"
	"testing"

	"briefline/app/briefing"
)

// What people type, and the spelling in the article that they mean.
var spellings = []struct {
	text  string   // of the article
	typed []string // finds it
	not   []string // does not
}{
	{"The Minister spoke", []string{"minister", "MINISTER", "mini", "mi", "spoke minister", `"the minister"`, `"minister sp`}, []string{"inister", `"spoke minister"`, `"the mini"`}},
	{"café naïve Ångström", []string{"cafe", "CAFÉ", "cafe\u0301", "naive", "angstrom"}, nil},
	{"Łódź, Gdańsk, Straße, Ørsted, Æsir, Đorđe, İstanbul, ırmak", []string{"lodz", "gdansk", "strasse", "straße", "orsted", "aesir", "dorde", "istanbul", "irmak", "ISTANBUL"}, nil},
	{"ﬁnance ｆｕｌｌ ①", []string{"finance", "full", "1"}, nil},
	{"Ещё ёлка", []string{"еще", "ЕЩЁ", "елка"}, nil},
	{"Андрій район ґанок йод", []string{"андрій", "район", "ґанок", "йод"}, []string{"раион", "иод", "ганок"}},
	{"раион", []string{"раион"}, []string{"район"}},
	{"Αθήνα, ΛΌΓΟΣ", []string{"αθηνα", "λόγος", "λογοσ"}, nil},
	{"على الكتاب أحمد مدينة مُحَمَّد كـتاب", []string{"علی", "الکتاب", "احمد", "مدینه", "محمد", "کتاب", "مدينة"}, nil},
	{"می\u200cخواهد ۱۳۹۵ کيک", []string{"میخواهد", "می\u200cخواهد", "1395", "۱۳۹۵", "کیک"}, nil},
	{"٢٠١٦ في", []string{"2016", "فی"}, nil},
	{"שָׁלוֹם עולם", []string{"שלום", "עולם"}, nil},
	{"O’Brien and D’Artagnan", []string{"obrien", "O'Brien", "o`brien", "artagnan", "d'artagnan", "dartagnan"}, nil},
	{"l’homme, dell'accordo", []string{"homme", "l'homme", "lhomme", "accordo"}, nil},
	{"Iran agreed", []string{"iran", "Iran’s", "iran's"}, nil},
	{"Ukraine: п'ять, п’ять", []string{"пять", "п’ять"}, nil},
	{"北京市政府发布", []string{"北京", "政府", "京市", "北"}, []string{"京北", "上海"}},
	{"東京タワーへ行く", []string{"東京", "タワー", "行く"}, []string{"京東"}},
	{"ภาษาไทยสวยงาม", []string{"ไทย", "สวย"}, []string{"ยไท"}},
	{"한국어 뉴스", []string{"한국", "뉴스", "한"}, nil},
	{"हिन्दी समाचार", []string{"हिन्दी", "समाचार"}, nil},
	{"Հայերեն", []string{"հայ", "ՀԱՅԵՐԵՆ"}, nil},
	{"ქართული", []string{"ქართ"}, nil},
	{"Tiếng Việt", []string{"tieng", "viet"}, nil},
	{"co-operation e-mail 3,000", []string{"co-operation", "operation", "e-mail", "mail", "3,000", "3"}, []string{"cooperation"}},
	{"it said AND NOT OR NEAR title", []string{"and not", "near", "OR title", `title: said`, `said*`, `"said`, "(said)", "said^"}, []string{"zebra"}},
	{"shy\u00adphen", []string{"shyphen"}, nil},
}

func testSearch(t *testing.T, l *Library) {
	for n, tt := range spellings {
		b := small(strings.Repeat("x", n+1), "Untitled")
		b.Sources = []briefing.Source{{ID: "s", Text: strings.Repeat("Filler words stand here. ", 30) + tt.text + strings.Repeat(" More of them follow.", 30)}}
		id := add(t, l, b)
		for _, typed := range tt.typed {
			if got := find(t, l, typed, Filter{}); !contains(got, id) {
				t.Errorf("%q does not find %q", typed, tt.text)
			}
		}
		for _, typed := range tt.not {
			if got := find(t, l, typed, Filter{}); contains(got, id) {
				t.Errorf("%q finds %q", typed, tt.text)
			}
		}
	}
	for _, typed := range []string{"", " ", "m", "é", "?!", `"`, `""`, "\xff", "\x00", "👍"} {
		if got := find(t, l, typed, Filter{}); len(got) != 0 {
			t.Errorf("%q finds %d", typed, len(got))
		}
	}
	find(t, l, strings.Repeat("many words "+strings.Repeat("x", 200)+" ", 1000), Filter{}) // pasted

	// What is found, and where.
	b := small("where", "Border talks resume")
	b.BottomLine = briefing.Line{ID: "bottom", Text: "They will cover patrols."}
	b.Participants = []briefing.Participant{{ID: "p", Kind: briefing.KindPerson, Name: "Aigül Tölön", Aliases: []string{"the envoy"}, Role: "Negotiator", Names: []briefing.Name{{Text: "Айгүл Төлөн"}}}}
	b.Events = []briefing.Event{{ID: "e", Title: "Agreement signed"}}
	b.Statements = []briefing.Statement{{ID: "st", Words: "We want quiet valleys."}}
	b.Notes = []briefing.Note{{ID: "n", Text: "Ask the desk."}}
	b.Sources = []briefing.Source{{ID: "s", Headline: "Parley", Publisher: "Gazette", Text: strings.Repeat("ö", 200) + " before the glacier melts " + strings.Repeat("ü", 300)}}
	add(t, l, b)
	for _, tt := range []struct{ typed, want string }{
		{"border", "title [Border]"},
		{"talks resu", "title [talks] [resume]"},
		{"patrols", "line bottom [patrols]"},
		{"tolon", "participant p [Tölön]"},
		{"төлөн", "participant p [Төлөн]"},
		{"envoy", "participant p [envoy]"},
		{"negot", "participant p [Negotiator]"},
		{"signed", "event e [signed]"},
		{"valleys", "statement st [valleys]"},
		{"desk", "note n [desk]"},
		{"gazette", "headline s [Gazette]"},
		{"glacier", "text s [glacier]"},
		{"border glacier", "title [Border]; text s [glacier]"},
	} {
		hits, err := l.Search(t.Context(), tt.typed, Filter{})
		if err != nil || len(hits) != 1 {
			t.Errorf("%q: got %d hits, %v", tt.typed, len(hits), err)
			continue
		}
		checkHit(t, tt.typed, hits[0])
		if got := places(hits[0]); got != tt.want {
			t.Errorf("%q: got %s, want %s", tt.typed, got, tt.want)
		}
	}

	// Titles first, then what fits best.
	once, often, titled := small("once", "One"), small("often", "Two"), small("titled", "The quokka")
	once.Sources = []briefing.Source{{ID: "s", Text: "A quokka and " + strings.Repeat("much else ", 100)}}
	often.Sources = []briefing.Source{{ID: "s", Text: strings.Repeat("A quokka. ", 100)}}
	add(t, l, titled)
	add(t, l, often)
	add(t, l, once)
	same(t, "quokka", find(t, l, "quokka", Filter{}), []string{"titled", "often", "once"})
	same(t, "the second", find(t, l, "quokka", Filter{Limit: 1, Offset: 1}), []string{"often"})
}

func contains(list []string, s string) bool {
	return strings.Contains(" "+strings.Join(list, " ")+" ", " "+s+" ")
}

func places(h Hit) string {
	var out []string
	cut := func(where, text string, spans []briefing.Span) {
		for _, s := range spans {
			where += " [" + text[s.Start:s.End] + "]"
		}
		out = append(out, where)
	}
	if len(h.InTitle) > 0 {
		cut("title", h.Title, h.InTitle)
	}
	for _, m := range h.Matches {
		cut(string(m.Field)+" "+m.Item, m.Text, m.Spans)
	}
	return strings.Join(out, "; ")
}

// A match in a source says where in the text it stands.
func TestMatchStart(t *testing.T) {
	l := openTemp(t)
	b := small("a", "Untitled")
	b.Sources = []briefing.Source{{ID: "s", Text: strings.Repeat("Vor. ", 100) + "\n\nDas Wörtchen hier. " + strings.Repeat("Nach. ", 100)}}
	add(t, l, b)
	hits, err := l.Search(t.Context(), "wortchen", Filter{})
	if err != nil || len(hits) != 1 || len(hits[0].Matches) != 1 {
		t.Fatalf("got %+v, %v", hits, err)
	}
	m := hits[0].Matches[0]
	span := m.Spans[0]
	if got := b.Sources[0].Text[m.Start+span.Start : m.Start+span.End]; got != "Wörtchen" {
		t.Errorf("got %q", got)
	}
}
