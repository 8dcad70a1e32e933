package article

import (
	"bytes"
	"strconv"
	"strings"

	"briefline/app/pdf/pdfread"
)

// Fonts of old TeX say nothing of their letters in the PDF: what a code stands for is
// in the font itself, or known of TeX's own encodings.

// builtIn takes the letters of a Type 1 font from its own table: "dup 12 /fi put"
// (Adobe Type 1 Font Format, 2.2).
func (r *pdfReader) builtIn(f *pdfFont, descriptor pdfread.Dict) bool {
	broken := r.broken
	program := r.unpack(descriptor["FontFile"])
	r.broken = broken
	_, table, ok := bytes.Cut(program[:min(len(program), 64<<10)], []byte("/Encoding"))
	if !ok {
		return false
	}
	if end := bytes.Index(table, []byte("readonly")); end > 0 {
		table = table[:end]
	}
	found := false
	words := bytes.Fields(bytes.ReplaceAll(table, []byte("/"), []byte(" /")))
	for i := 0; i+3 < len(words); i++ {
		if string(words[i]) != "dup" || string(words[i+3]) != "put" || words[i+2][0] != '/' {
			continue
		}
		code, err := strconv.Atoi(string(words[i+1]))
		if letter := glyphName(string(words[i+2][1:])); err == nil && code >= 0 && code < 256 && letter != "" {
			f.simple[code] = letter
			found = true
		}
	}
	return found
}

// texFamilies begin the names of Knuth's fonts and of those made after them.
var texFamilies = []string{"CMR", "CMB", "CMTI", "CMSL", "CMSS", "CMCSC", "CMTT", "LMR", "SFRM", "SFBX", "SFTI", "EURM"}

// isTeX reports whether a font is one of TeX's, in its text encoding OT1.
func isTeX(name string) bool {
	if i := strings.IndexByte(name, '+'); i == 6 { // the mark of a subset
		name = name[i+1:]
	}
	name = strings.ToUpper(name)
	for _, f := range texFamilies {
		if strings.HasPrefix(name, f) {
			return true
		}
	}
	return false
}

// texText are the letters of OT1 that are not where ASCII has them.
var texText = map[int]string{
	11: "ff", 12: "fi", 13: "fl", 14: "ffi", 15: "ffl", 16: "ı", 25: "ß", 26: "æ", 27: "œ", 28: "ø", 29: "Æ", 30: "Œ", 31: "Ø",
	34: "”", 39: "’", 60: "¡", 62: "¿", 92: "“", 96: "‘", 123: "–", 124: "—",
}

// texLetter returns the letter of a code in OT1.
func texLetter(code int) string {
	if s, ok := texText[code]; ok {
		return s
	}
	if code >= ' ' && code < 0x7F {
		return string(rune(code))
	}
	return ""
}

// dvipsName returns the letter of a name that dvips gives the pictures of a Type 3
// font: "a102" is the code 102 of TeX's encoding.
func dvipsName(name string) string {
	digits, ok := strings.CutPrefix(name, "a")
	if code, err := strconv.Atoi(digits); ok && err == nil && code < 128 {
		return texLetter(code)
	}
	return ""
}
