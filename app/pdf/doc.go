// Package pdf puts a laid-out briefing on paper: it writes a sheet.Document as
// PDF 1.7 (ISO 32000-1) that is tagged for readers (PDF/UA-1, ISO 14289-1) and
// fit for archives (PDF/A-2a, ISO 19005-2; with the briefing attached PDF/A-3a,
// ISO 19005-3), and takes an attached briefing out of a file again.
//
// Equal documents and options give equal bytes, in every process and on every
// machine. Only compress/flate may pack differently in another Go version.
//
// The steps, one file each: tree (the structure elements) -> page, words, shape,
// paint (content streams, each piece marked with its element or as an artifact)
// -> link (annotations, destinations, outline) -> font (subsets of what was
// used) -> meta -> object (numbering, compression, cross-reference stream).
package pdf
