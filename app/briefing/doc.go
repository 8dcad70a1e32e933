// Package briefing is the model: what an article says, who says it, when it
// happened and which words of the article carry each line.
//
// A [Briefing] is read from and written to a .briefing file: JSON in UTF-8,
// described by assets/briefing.schema.json (JSON Schema 2020-12). [Read] keeps
// members it does not know, so a file survives an older program; [Briefing.Write]
// is canonical, so the same briefing is the same bytes. [Briefing.Validate]
// finds what a schema cannot: dangling IDs, quotes that are not in the text,
// orders that contradict themselves.
//
// Every item points at its evidence by [Anchor]: the quoted words, what stands
// around them, and where. An anchor that cannot be found again says so; it never
// settles on a look-alike.
//
// The package is pure: no files, network or clock. A briefing that was handed
// out is never changed; an edit works on a [Briefing.Clone].
package briefing
