// Package library keeps the person's briefings: stores, finds and versions them
// in one SQLite file.
//
// The JSON of each briefing is the truth (table document). Everything else that
// is told of it, such as titles, the folded full text, the days of events and
// the participants by name, is an index that [Library.Reindex] rebuilds from the
// documents. Both are written in one transaction, so they never differ.
//
// Nothing is lost:
//
//   - A save names the revision that it was made from. When another window or
//     process has saved since, the save is kept as a revision beside the current
//     one and the caller is told ([ErrConflict]). Neither replaces the other.
//   - Every saved revision can be listed, read and made current again. They are
//     kept as differences, packed, so that all of them can stay.
//   - The trash gives everything back until [Library.Purge] is asked for.
//   - What [Library.Save] or [Queue.Flush] has reported as saved survives kill -9
//     and a power cut: the log is brought to the disk with every commit (WAL,
//     synchronous=FULL).
//
// A file that was imported is exported byte for byte as it was, as long as the
// briefing says the same; an edit that is undone counts as saying the same.
//
// An ID of the library names a briefing within the library. It is the ID in the
// briefing's file where that was free and fit to be typed, else one like it, with
// a number behind it. The file's own is never changed.
//
// The package starts no goroutines. Slow calls take a context and may be called
// from any goroutine. [Queue] is the way for a window to save while it goes on.
//
// An error never holds text of an article. [Problem] sorts errors into those for
// which the catalog has words and the person a way out.
package library
