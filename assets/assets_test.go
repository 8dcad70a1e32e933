package assets

import (
	"bytes"
	"encoding/json"
	"image/png"
	"io/fs"
	"os"
	"strings"
	"testing"
)

func TestFiles(t *testing.T) {
	for _, f := range []string{"NotoSans-Regular", "NotoSans-Bold", "NotoSerif-Regular", "NotoSerif-SemiBold",
		"Vazirmatn-Regular", "Vazirmatn-Bold", "BrieflineSymbols"} {
		if b, err := fs.ReadFile(Fonts(), f+".ttf"); err != nil || len(b) < 4 || string(b[:4]) != "\x00\x01\x00\x00" {
			t.Errorf("%s.ttf: %d bytes, %v; want a TrueType file", f, len(b), err)
		}
	}
	if icon, err := png.DecodeConfig(bytes.NewReader(Icon())); err != nil || icon.Width != 512 || icon.Height != 512 {
		t.Errorf("icon.png: got %d by %d, %v, want 512 by 512", icon.Width, icon.Height, err)
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

// What people read and what the program carries are one text.
func TestLicencesArePacked(t *testing.T) {
	plain, err := os.ReadFile("licences.txt")
	if err != nil {
		t.Fatal(err)
	}
	if Licences() != strings.ReplaceAll(string(plain), "\r\n", "\n") {
		t.Error("licences.txt.gz is not licences.txt; write both anew: go run ./script/licences")
	}
}
