// Package names finds the names of persons, organisations and places in English
// news.
package names

// Kind is what a name names.
type Kind uint8

// The kinds.
const (
	Person       Kind = iota + 1
	Organisation      // also a body or a party: "Interior Ministry", "ISIL"
	Place             // also a state: "Iran"
)

// Name is one naming: half-open bytes of the text, without an article before it
// or a possessive behind it.
type Name struct {
	Start, End int
	Kind       Kind
}
