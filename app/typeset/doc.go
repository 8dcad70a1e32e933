// Package typeset turns styled text into lines of placed glyphs, for the screen
// and for paper: font choice, shaping, order (UAX #9), line breaking (UAX #14),
// measuring, hit testing, and drawing into an image.
//
// All lengths are points as float64, y down, the origin at a text's top left;
// only Draw speaks of pixels. Places in text are byte offsets into the spans
// joined, half-open. No text makes it panic: what is not UTF-8 shows as U+FFFD,
// control characters take no room.
//
// The steps, one file each: itemise (spans, levels, scripts, faces) -> shape ->
// wrap -> place (visual order, padding, alignment, ellipsis). Shaping is done in
// font units, so a text has the same proportions at every size and scale.
package typeset
