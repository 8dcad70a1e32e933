// Package sheet lays a briefing out on pages. It says what stands where and
// draws nothing: package pdf puts a Document on paper, the preview puts the same
// Document on screen, so there is one layout for both.
//
// Lengths are PDF points (1/72 inch); the origin is a page's top left corner and
// y grows down. The same briefing and options give the same Document.
package sheet
