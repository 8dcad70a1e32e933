package edtf

import (
	"encoding/json"
	"testing"
)

func TestText(t *testing.T) {
	var v struct{ A, B Date }
	in := `{"A":"2004-06~","B":""}`
	if err := json.Unmarshal([]byte(in), &v); err != nil {
		t.Fatal(err)
	}
	if v.A != MustParse("2004-06~") || !v.B.IsZero() {
		t.Errorf("unmarshal %s: got %+v", in, v)
	}
	out, err := json.Marshal(v)
	if err != nil || string(out) != in {
		t.Errorf("marshal: got %s, %v, want %s", out, err, in)
	}
	if err := v.A.UnmarshalText([]byte("2004-13")); err == nil || v.A.String() != "2004-06~" {
		t.Errorf("unmarshal 2004-13: got %v, %v, want an error and the old date", v.A, err)
	}
}

func TestCompare(t *testing.T) {
	// In order; the zero Date last.
	var dates []Date
	for _, s := range []string{"../1985", "-0043", "0000", "1984-12-31", "1985-01-01", "1985-01", "1985", "1985?", "1985~", "1985/.."} {
		dates = append(dates, MustParse(s))
	}
	dates = append(dates, Date{})
	for i, a := range dates {
		for j, b := range dates {
			want := order(i > j, i < j)
			if got := Compare(a, b); got != want {
				t.Errorf("Compare(%q, %q): got %d, want %d", a, b, got, want)
			}
		}
	}
}
