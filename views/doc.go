// Package views is the window: it puts the panels together, hands gestures to
// them and to the person's files, and remembers how the window stood. Only
// run.go opens a real window; everything else builds and tests without one.
package views
