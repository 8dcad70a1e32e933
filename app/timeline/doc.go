// Package timeline places events on a time axis. It draws nothing and knows no
// words: lengths are points, y grows down, label widths come in as functions.
//
// A Source says what is in a window of time; Memory is one, made from a briefing
// by FromBriefing. Layout.Plan asks the source at a Scale and returns a Plan:
// ticks, marks, clusters. These are laws, and the property tests hold them:
//
//   - Panning never changes an event's lane, nor does zooming in, while plans are
//     chained through prev. Zooming out changes a lane only where the event would
//     otherwise collide with another one in its old lane.
//   - Labels overlap neither each other, nor another event's bar, nor the axis.
//   - Every event that meets the window is a mark or counted in one cluster;
//     an event without a place in time stands on the shelf.
//   - Ticks stand on calendar boundaries and strictly increase.
//
// How the lanes hold: an event claims the stretch of its lane from the left of
// its bar to the right of its bar or label, whichever is further. The label of a
// bar that begins left of the window sticks to the window's edge and is pushed
// out by the end of that stretch, so the claim does not depend on the pan. It
// shrinks towards the event's own dates when zooming in, so what was apart stays
// apart.
//
// An open end is drawn to a finite reach, see Memory.Span. Times are Unix
// seconds in UTC, proleptic Gregorian, as in package edtf.
package timeline
