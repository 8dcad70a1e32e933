package cli

import (
	"strings"
	"testing"
)

func TestPageLine(t *testing.T) {
	long := strings.Repeat("x", 90)
	for _, tt := range []struct{ first, text, tail, want string }{
		{"- ", "a  b\n\tc", "", "- a b c\n"},
		{"", "", "", "\n"},
		{"", "", "[S1]", "[S1]\n"},
		{"- ", strings.Repeat("ab ", 26), "", "- " + strings.Repeat("ab ", 25) + "ab\n"},                                                  // 79 columns
		{"- ", strings.Repeat("ab ", 25) + "abc", "", "- " + strings.Repeat("ab ", 25) + "abc\n"},                                         // 80
		{"- ", strings.Repeat("ab ", 25) + "abcd", "", "- " + strings.Repeat("ab ", 24) + "ab\n  abcd\n"},                                 // 81
		{"", strings.Repeat("ab ", 25), "[S1 S2]", strings.Repeat("ab ", 24) + "ab\n[S1 S2]\n"},                                           // a tail stays in one piece
		{"", "a " + long + " b", "", "a\n" + long + "\nb\n"},                                                                              // an address is not cut
		{"", strings.Repeat("ң", 40) + " " + strings.Repeat("ө", 39), "", strings.Repeat("ң", 40) + " " + strings.Repeat("ө", 39) + "\n"}, // letters count, not bytes
		{"", strings.Repeat("見", 20) + " " + strings.Repeat("出", 20), "", strings.Repeat("見", 20) + "\n" + strings.Repeat("出", 20) + "\n"},
		{"", "no\u00a0break", "", "no\u00a0break\n"},
	} {
		var p page
		p.line(tt.first, tt.text, tt.tail)
		if got := p.String(); got != tt.want {
			t.Errorf("%q %q %q: got %q, want %q", tt.first, tt.text, tt.tail, got, tt.want)
		}
	}
}

func TestPrintable(t *testing.T) {
	got := printable("a\x1b[31mred\x1b[0m\n\u009bK\x07 عبد\u200cالرضا")
	if want := "a\ufffd[31mred\ufffd[0m\n\ufffdK\ufffd عبد\u200cالرضا"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestParseSize(t *testing.T) {
	for _, tt := range []struct {
		in            string
		width, height int
		ok            bool
	}{
		{"1360x860", 1360, 860, true},
		{"1360X860", 1360, 860, true},
		{"320x320", 320, 320, true},
		{"319x860", 319, 860, false},
		{"16385x860", 16385, 860, false},
		{"99999999999999999999x1", 0, 0, false},
		{"-1360x860", 0, 0, false},
		{"1360", 0, 0, false},
		{"1360x860x2", 0, 0, false},
		{"", 0, 0, false},
	} {
		if w, h, ok := parseSize(tt.in); w != tt.width || h != tt.height || ok != tt.ok {
			t.Errorf("%q: got %d, %d, %t, want %d, %d, %t", tt.in, w, h, ok, tt.width, tt.height, tt.ok)
		}
	}
}
