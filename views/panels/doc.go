// Package panels shows a briefing: the card, the timeline, the positions, the
// participants and the source, sentence by sentence.
//
// A panel shows what it is given and reports gestures through its Desk. It
// never loads, saves or decides. What belongs to what is worked out once, in
// an Index, so that every panel lights up the same things.
package panels
