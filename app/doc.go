// Package app is the map of Briefline. The packages below it know no window;
// package views and those below it draw one, and main.go ties the two together.
//
// One article becomes one briefing, and data flows one way:
//
//	file, link, paste -> article -> extract -> briefing -> session -> library
//	                                               |     (edits, undo)
//	                                               |
//	                                  timeline (a plan)
//	                                               |
//	                                           outline (what is shown, in what order)
//	                 +-----------------------------+------+
//	                 |                             |      |
//	            views/panels                       |  app/cli      plain text
//	               (screen)                        |  app/export   Markdown, HTML, CSV, calendar
//	                                           app/sheet
//	                                               +-> app/pdf     paper
//	                                               +-> views/paper preview
//
// Inside extract an article is read in steps, each a package that can be tested
// and scored alone:
//
//	text -> syntax -> analysis -> speech -> coref -> event -> card and checks
//	       (trees)  (dates, names, (who says (who is (what happened)
//	                 quotations)    what)     who)
//
// Every step keeps where in the text its findings stand, so that every line of
// the briefing leads back to its sentence.
//
// From what knows nothing of ours to what joins all of it. What is embedded, and
// what is no one's in particular:
//
//	assets           embedded files: fonts, words, models, the bundled briefing
//	app/about        which program this is, and whose work it stands on
//	app/linear       in tests: work grows no faster than its input
//	app/outline/outlinetest
//	                 in tests: screen, page and text show the same
//	app/safefile     replace a file in one step
//	app/crash        a panic ends one act, with a report of it
//	app/settings     the settings file, and which briefing a start may have died of
//
// Texts, dates and the model:
//
//	app/text         spans, sentences and tokens
//	app/edtf         EDTF dates: parse, format, bounds
//	app/briefing     the model: sources, events, participants, statements, and
//	                 the sentences that each of them rests on
//	app/briefing/mutants  in tests: briefings wrong in a place or three
//	app/i18n         messages and date wording in the reader's language
//	app/datetext     what people type as a date
//	app/outline      what a reader is shown of a briefing, and in what order
//
// From an article to a draft:
//
//	app/article      an article out of a file: its text, where that stood, what
//	                 the file says of it
//	app/fetch        the page behind a link, when a person asks for it
//	app/timex        temporal expressions of English news, resolved or not
//	app/nn           layers of small trained networks, with the kernels of each processor
//	app/syntax       sentences of words, each with its head and relation
//	app/wordlist     which English words there are
//	app/lexicon      what words are: verbs of saying, offices, bodies
//	app/gazetteer    states, their adjectives and capitals
//	app/names        names of persons, organisations and places
//	app/coref        mentions, and which of them name the same
//	app/analysis     what is read off one text once: trees, dates, names, quotations, groups
//	app/speech       who says what, by which words, on the tree
//	app/people       who takes part, and as what
//	app/event        what happened, and when
//	app/figure       what is counted and measured
//	app/scorer       how likely something is, by learnt weights
//	app/card         which sentences stand on the card, and what is not known
//	app/extract      all of these joined into a draft briefing with its checks
//
// Working with briefings:
//
//	app/session      the open briefing: edits, undo, review, change notice
//	app/library      store, find and version briefings, in one SQLite file
//
// Screen and paper:
//
//	app/timeline     positions of events on a time axis; draws nothing
//	app/typeset      fonts, shaping, bidi, line breaking
//	app/sheet        a briefing laid out on pages; draws nothing
//	app/export       a briefing as Markdown, HTML, CSV and a calendar
//	app/pdf          write the pages as a PDF, read an attached briefing back
//	app/printer      hand a PDF to the system's printing
//	app/desk         what both faces do with files: read, draft, redate,
//	                 print, export
//	app/cli          subcommands
//	views/kit        widgets that know no briefing
//	views/stage      the stack of what lies over the window: views, forms, menus
//	views/panels     card, timeline, participants, source, dates
//	views/forms      the forms and menus by which the open briefing is edited
//	views/paper      a page of app/sheet on the screen, for the preview
//	views/offscreen  the painter for machines without a display
//	views            window, menus, forms, review, library, wiring
//	main             joins the command line and the window
//
// Where to start reading: [briefline/app/briefing] for what a briefing is,
// [briefline/app/edtf] for what a date is, [briefline/app/extract] for how an
// article becomes a draft, [briefline/app/session] for what can be edited,
// [briefline/app/timeline] for how dates become places on an axis, views/run.go
// for how the window comes up.
//
// Rules that hold everywhere. rules_test.go checks them, and holds the table of
// what may import what:
//
//   - Nothing under app imports Fyne. Only views/run.go imports Fyne's app
//     package, so with -tags headless everything builds and tests without cgo
//     and without a display.
//   - What reads text and dates is pure (see the list in rules_test.go): no files,
//     network, database, log or clock. The caller passes bytes, an fs.FS or the
//     time.
//   - Only app/fetch and app/printer talk to anything outside the machine's own
//     files, and only when a person asks for it.
//   - Words for the reader stand in assets/i18n, and code names them by ID.
package app
