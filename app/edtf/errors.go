package edtf

import "fmt"

// SyntaxError tells why and where a text is not EDTF.
type SyntaxError struct {
	Input  string // the whole text
	Offset int    // in bytes, 0 to len(Input)
	Want   string // what was expected there, in English, for the log
}

// Error names the text (its beginning, if it is long), the byte and what was
// expected there.
func (e *SyntaxError) Error() string {
	const most = 60
	in, cut := e.Input, ""
	if len(in) > most {
		in, cut = in[:most], "…"
	}
	return fmt.Sprintf("parse date %q%s: byte %d: want %s", in, cut, e.Offset, e.Want)
}
