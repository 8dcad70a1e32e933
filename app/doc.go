// Package app is the map of Briefline. The packages below it know no window;
// package views and those below it draw one, and main.go ties the two together.
//
// One article becomes one briefing, and data flows one way:
//
//	briefing file -> briefing -> timeline -> views/panels   screen
//	                    |           |
//	                    +-----------+------> app/cli        plain text
//	                    |           |
//	                    +-----------+------> app/sheet -+-> app/pdf      paper
//	                    |                               +-> views/paper  preview
//	                    |
//	                    +-> evidence: every line leads back to its sentence
//
// From what knows nothing of ours to what joins all of it:
//
//	assets         embedded files: fonts, words, the bundled briefing
//	app/about      which program this is, and whose work it stands on
//	app/edtf       EDTF dates: parse, format, bounds
//	app/article    read an article out of a file: text, where it stood, what it says
//	               of itself
//	app/fetch      the page behind a link, when a person asks for it
//	app/safefile   replace a file in one step
//	app/settings   the settings file
//	app/briefing   the model: sources, events, participants, statements, and
//	               the sentences that each of them rests on
//	app/token      words, numbers and punctuation marks of a text
//	app/names      names of persons, organisations and places
//	app/wordlist   which English words there are
//	app/gazetteer  states, their adjectives and capitals
//	app/attribution  who says what, and by which words
//	app/coref      mentions, and which of them name the same
//	app/event      what happened, and when
//	app/library    store, find and version briefings, in one SQLite file
//	app/i18n       messages and date wording in the reader's language
//	app/datetext   what people type as a date
//	app/timeline   positions of events on a time axis; draws nothing
//	app/typeset    fonts, shaping, bidi, line breaking
//	app/wording    what an event's date is called, on screen and on paper alike
//	app/session    the open briefing: edits, undo, review, change notice
//	app/sheet      a briefing laid out on pages; draws nothing
//	app/pdf        write the pages as a PDF, read an attached briefing back
//	app/printer    hand a PDF to the system's printing
//	app/cli        subcommands
//	views/kit      widgets that know no briefing
//	views/panels   card, timeline, participants, source
//	views/paper    a page of app/sheet on the screen, for the preview
//	views/offscreen  the painter for machines without a display
//	views          window, menus, wiring
//	main           joins the command line and the window
//
// Where to start reading: [briefline/app/briefing] for what a briefing is,
// [briefline/app/edtf] for what a date is, [briefline/app/timeline] for how
// dates become places on an axis, views/run.go for how the window comes up.
//
// Rules that hold everywhere. rules_test.go checks them, and holds the table of
// what may import what:
//
//   - Nothing under app imports Fyne. Only views/run.go imports Fyne's app
//     package, so with -tags headless everything builds and tests without cgo
//     and without a display.
//   - edtf, timex, briefing, timeline, i18n and datetext are pure: no files, network, database,
//     log or clock. The caller passes bytes, an fs.FS or the time.
//   - Words for the reader stand in assets/i18n, and code names them by ID.
package app
