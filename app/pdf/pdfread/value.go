// Package pdfread reads the objects of a PDF (ISO 32000-1, 7.3 to 7.5) without
// trusting it. It finds objects by looking for them from the first byte to the
// last, not by the cross-reference, so it reads what other tools have rewritten,
// appended to or cut short. Whatever the bytes, it does not panic, and its work
// and memory stay in proportion to their number.
//
// It opens encrypted files whose password for users is empty, and knows no filters of
// pictures.
package pdfread

// The values of a PDF: nil, bool, int, float64, String, Name, Array, Dict, Ref
// and Stream; in a content stream Operator too.
type (
	Name     string
	String   string // bytes, whatever they encode
	Array    []any
	Dict     map[Name]any
	Operator string

	// Ref stands for the object of that number; generations are not told apart.
	Ref int

	// Stream is a dictionary with bytes, as they stand in the file.
	Stream struct {
		Dict Dict
		Raw  []byte
	}
)
