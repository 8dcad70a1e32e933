package typeset

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// visualString orders text by levels, brackets mirrored, as one line.
func visualString(text string, dir Direction) string {
	var o orderer
	runes := []rune(text)
	levels, base := o.resolve(runes, dir)
	levels = slices.Clone(levels)
	for i := len(runes) - 1; i >= 0 && isSlack(classOf(runes[i])); i-- {
		levels[i] = base
	}
	var b strings.Builder
	for _, i := range o.visual(levels) {
		r := runes[i]
		if levels[i]&1 == 1 {
			if k := strings.IndexRune("()[]{}«»<>", r); k >= 0 {
				r = []rune(")(][}{»«><")[slices.Index([]rune("()[]{}«»<>"), r)]
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Upper case letters stand for Hebrew ones here, digits for themselves, so that
// a row can be read in any editor; the orders are worked out by hand from UAX #9.
func TestVisualOrder(t *testing.T) {
	tests := []struct {
		in   string
		dir  Direction
		want string
	}{
		{"abc", Auto, "abc"},
		{"ABC", Auto, "CBA"},
		{"abc DEF ghi", Auto, "abc FED ghi"},
		{"ABC def GHI", Auto, "IHG def CBA"},
		{"abc DEF ghi", RTL, "ghi FED abc"},
		{"abc DEF 12 ghi", LTR, "abc 12 FED ghi"},                     // the number belongs to DEF, ghi does not
		{"ABC 12 def", RTL, "def 12 CBA"},                             // two levels of the same parity side by side
		{"ABC 12, 34.", RTL, ".34 ,12 CBA"},                           // a comma and a space are no separator within a number
		{"ABC 12,345.", RTL, ".12,345 CBA"},                           // a comma alone is
		{"abc (DEF)", LTR, "abc (FED)"},                               // N0: the bracket takes abc's side
		{"abc (DEF) ghi", LTR, "abc (FED) ghi"},                       // what go-text's wrapper gets wrong
		{"ABC (def) GHI", RTL, "IHG (def) CBA"},                       // the same the other way
		{"ABC (def).", RTL, ".(def) CBA"},                             // full stop at the left
		{"ABC.", LTR, "CBA."},                                         // but at the right in a left-to-right line
		{"abc\tDEF", LTR, "abc\tFED"},                                 // a tab keeps the base level
		{"abc DEF  ", LTR, "abc FED  "},                               // spaces at the line's end too
		{"ABC  ", RTL, "  CBA"},                                       //
		{"say \u2067ABC def\u2069!", LTR, "say \u2067def CBA\u2069!"}, // an isolate orders within itself
		{"ABC \u2066def!\u2069 GHI", RTL, "IHG \u2069def!\u2066 CBA"},
		{"\u2068ABC\u2069 def", Auto, "\u2068CBA\u2069 def"}, // P2 passes over isolates
		{"\u202eabc\u202c d", LTR, "\u202e\u202ccba d"},      // override
		{"12 ABC", Auto, "CBA 12"},                           // digits are not strong
		{"(ABC", RTL, "CBA)"},                                // mirrored (L4)
		{"", Auto, ""},
	}
	up := func(s string, to rune) string {
		return strings.Map(func(r rune) rune {
			if to > 0 && r >= 'A' && r <= 'Z' {
				return r - 'A' + 0x5d0
			}
			if to < 0 && r >= 0x5d0 && r <= 0x5ea {
				return r - 0x5d0 + 'A'
			}
			return r
		}, s)
	}
	for _, tt := range tests {
		got := up(visualString(up(tt.in, 1), tt.dir), -1)
		if got != tt.want {
			t.Errorf("%q base %d: got %q, want %q", tt.in, tt.dir, got, tt.want)
		}
	}
}

// The Unicode consortium's cases lie beside go-text's own tests in the module
// cache; 91,000 texts and 490,000 class sequences.
func conformanceFile(t *testing.T, name string) *bufio.Scanner {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-text/typesetting").Output()
	if err != nil {
		t.Skip("no module cache")
	}
	f, err := os.Open(filepath.Join(strings.TrimSpace(string(out)), "bidi", "test", name))
	if err != nil {
		t.Skip(err)
	}
	t.Cleanup(func() { f.Close() })
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	return s
}

func TestBidiCharacters(t *testing.T) {
	s := conformanceFile(t, "BidiCharacterTest.txt")
	var o orderer
	bad := 0
	for line := 1; s.Scan() && bad < 10; line++ {
		f := strings.Split(s.Text(), ";")
		if len(f) != 5 || strings.HasPrefix(f[0], "#") {
			continue
		}
		var text []rune
		for _, h := range strings.Fields(f[0]) {
			v, _ := strconv.ParseInt(h, 16, 32)
			text = append(text, rune(v))
		}
		dir := map[string]Direction{"0": LTR, "1": RTL, "2": Auto}[f[1]]
		levels, base := o.resolve(text, dir)
		if strconv.Itoa(int(base)) != f[2] {
			t.Errorf("line %d: base = %d, want %s", line, base, f[2])
			bad++
		}
		if !sameLevels(levels, base, text, strings.Fields(f[3])) {
			t.Errorf("line %d: %U: levels = %v, want %s", line, text, levels, f[3])
			bad++
		}
	}
}

func sameLevels(levels []int8, base int8, text []rune, want []string) bool {
	end := len(text)
	for end > 0 && isSlack(classOf(text[end-1])) {
		end--
	}
	for i, w := range want {
		l := levels[i]
		if i >= end {
			l = base
		}
		if w != "x" && w != strconv.Itoa(int(l)) {
			return false
		}
	}
	return true
}

func TestBidiClasses(t *testing.T) {
	if testing.Short() {
		t.Skip("three seconds")
	}
	sample := map[string]rune{"L": 'a', "R": 0x5d0, "EN": '1', "ES": '+', "ET": '#', "AN": 0x661, "CS": ',', "B": 0x2029,
		"S": '\t', "WS": ' ', "ON": '!', "BN": 0xad, "NSM": 0x300, "AL": 0x627, "LRO": 0x202d, "RLO": 0x202e, "LRE": 0x202a,
		"RLE": 0x202b, "PDF": 0x202c, "LRI": 0x2066, "RLI": 0x2067, "FSI": 0x2068, "PDI": 0x2069}
	s := conformanceFile(t, "BidiTest.txt")
	var o orderer
	var want []string
	bad := 0
	for line := 1; s.Scan() && bad < 10; line++ {
		if l, ok := strings.CutPrefix(s.Text(), "@Levels:"); ok {
			want = strings.Fields(l)
		}
		in, bits, ok := strings.Cut(s.Text(), ";")
		if !ok || in[0] == '#' || in[0] == '@' {
			continue
		}
		var text []rune
		for _, c := range strings.Fields(in) {
			text = append(text, sample[c])
		}
		mask, _ := strconv.ParseInt(strings.TrimSpace(bits), 16, 8)
		for bit, dir := range []Direction{Auto, LTR, RTL} {
			if mask>>bit&1 == 0 {
				continue
			}
			if levels, base := o.resolve(text, dir); !sameLevels(levels, base, text, want) {
				t.Errorf("line %d: %s base %d: levels = %v, want %v", line, in, dir, levels, want)
				bad++
			}
		}
	}
}
