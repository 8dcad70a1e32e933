// Package card chooses what stands on the card of a briefing: the sentence of the
// bottom line, the key points, what the article itself calls unknown, and which
// kind of article it is. It chooses among whole sentences and writes none.
//
// The package is pure.
package card
