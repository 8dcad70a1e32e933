package article

import "testing"

func TestParseDate(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"2024-05-24", "2024-05-24"},
		{"2024-05", "2024-05"},
		{"2024", "2024"},
		{"20240524", "2024-05-24"},
		{"2024/5/4", "2024-05-04"},
		{"2024-05-24T14:30:00Z", "2024-05-24T14:30:00Z"},
		{"2024-05-24T14:30:00.123+0600", "2024-05-24T14:30:00+06:00"},
		{"2024-05-24 14:30", "2024-05-24T14:30:00"},
		{"Fri, 24 May 2024 14:30:00 +0600", "2024-05-24T14:30:00+06:00"},
		{"Fri, 24 May 2024 08:30:00 GMT", "2024-05-24T08:30:00Z"},
		{"24 May 2024", "2024-05-24"},
		{"May 24, 2024", "2024-05-24"},
		{"May 24th, 2024 at 2:30 p.m.", "2024-05-24T14:30:00"},
		{"Friday, May 24, 2024 12:05am", "2024-05-24T00:05:00"},
		{"Sept. 5, 2016", "2016-09-05"},
		{"May 2024", "2024-05"},
		{"5. März 2024", "2024-03-05"},
		{"24 мая 2024 г.", "2024-05-24"},
		{"24.05.2024", "2024-05-24"},
		{"24/05/2024", "2024-05-24"}, // one order only makes a date
		{"05/24/2024", "2024-05-24"},
		{"05/04/2024", ""}, // in May or in April?
		{"2024-13-01", ""},
		{"2023-02-29", ""},
		{"31 June 2024", ""},
		{"The talks of 24 May 2024", ""}, // a sentence
		{"yesterday", ""},
		{"May", ""},
		{"0024-05-24", ""},
		{"", ""},
	} {
		got, ok := parseDate(tt.in)
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("%q: got %q, %t, want %q", tt.in, got, ok, tt.want)
		}
	}
}

func TestPDFDate(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"D:20240524143000+06'00'", "2024-05-24T14:30:00+06:00"},
		{"D:20240524143000Z", "2024-05-24T14:30:00Z"},
		{"D:20240524", "2024-05-24"},
		{"Friday", ""},
	} {
		if got, _ := pdfDate(tt.in); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestDayOfAddress(t *testing.T) {
	for _, tt := range []struct{ address, published, want, origin string }{
		{"https://herald.example/2023/11/08/mayor", "", "2023-11-08", "address of the page"},
		{"https://herald.example/2023-11-08-mayor", "", "2023-11-08", "address of the page"},
		{"https://herald.example/2023/11/08/mayor", "2023-11-09T03:28:35Z", "2023-11-08", "address of the page; in UTC, x"}, // evening in America
		{"https://herald.example/2023/11/08/mayor", "2023-11-07T22:00:00+00:00", "2023-11-08", "address of the page; in UTC, x"},
		{"https://herald.example/2023/11/08/mayor", "2023-11-08T12:00:00Z", "2023-11-08T12:00:00Z", "x"},
		{"https://herald.example/2023/11/08/mayor", "2023-11-09T03:28:35+06:00", "2023-11-09T03:28:35+06:00", "x"}, // it knows its zone
		{"https://herald.example/2023/11/08/mayor", "2023-11-20", "2023-11-20", "x"},
		{"https://herald.example/2023/13/08/mayor", "", "", ""},
		{"https://herald.example/item/20231108", "", "", ""},
	} {
		a := &Article{Address: Field{Value: tt.address}}
		if tt.published != "" {
			a.Published = Field{Value: tt.published, Origin: "x"}
		}
		a.dayOfAddress()
		if a.Published.Value != tt.want || a.Published.Origin != tt.origin {
			t.Errorf("%s, %s: got %+v, want %s", tt.address, tt.published, a.Published, tt.want)
		}
	}
}
