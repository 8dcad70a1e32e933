// Package session is the open briefing: every edit, undo and redo, the state of
// a draft's review, and the notice of what changed.
//
// A [Session] holds one briefing that is never changed once it was handed out.
// [Session.Do] works on a clone, refuses what would not be sound, and is one step
// of undo; a failed edit leaves no trace, and an edit that changes nothing makes
// no step. The edits of the window are functions that call Do, so that a form, a
// context menu and a key do the same: [SetEventDate], [MergeParticipants],
// [ResolveCheck] and their like. What a person is told about them has a message
// ID and arguments ([Step], [Error]); the words stand in assets/i18n.
//
// Every edit keeps the rule that a briefing stands on. What the source says keeps
// its evidence when its words are edited; what an editor adds from elsewhere is
// marked [briefing.BasisAdded] and needs a note. Where an edit takes away what
// others point at, these are set right within the same step, so that undo brings
// all of it back.
//
// A step is kept as what it cut and what it put, in the form of the briefing
// file. [Session.History] hands the steps out to be kept beside the briefing, and
// [Session.Restore] takes them back.
//
// A Session belongs to one goroutine. The briefings and histories that it hands
// out may be read by any.
package session
