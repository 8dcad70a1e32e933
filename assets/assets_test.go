package assets

import (
	"encoding/json"
	"io/fs"
	"testing"
)

func TestFiles(t *testing.T) {
	for _, f := range []string{"NotoSans-Regular", "NotoSans-Bold", "NotoSerif-Regular", "NotoSerif-SemiBold",
		"Vazirmatn-Regular", "Vazirmatn-Bold", "BrieflineSymbols"} {
		if b, err := fs.ReadFile(Fonts(), f+".ttf"); err != nil || len(b) < 4 || string(b[:4]) != "\x00\x01\x00\x00" {
			t.Errorf("%s.ttf: %d bytes, %v; want a TrueType file", f, len(b), err)
		}
	}
	en, err := fs.ReadFile(I18n(), "en.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string][]byte{"en.json": en, "bishkek.briefing": Bishkek(), "briefing.schema.json": Schema()} {
		if !json.Valid(b) {
			t.Errorf("%s: not JSON", name)
		}
	}
}
