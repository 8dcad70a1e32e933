package session

import (
	"fmt"
	"strings"

	"briefline/app/briefing"
)

// Step names what an edit did, for "Undo change of date": a message ID and the
// names and values that fill its text, in turn.
type Step struct {
	Message string   `json:"message"`
	Args    []string `json:"args,omitempty"`
}

// Words returns the arguments as [briefline/app/i18n.Catalog.Text] takes them.
func (s Step) Words() []any { return words(s.Args) }

func step(message string, args ...string) Step { return Step{"edit." + message, args} }

// Error is an edit that was not done. Message and Args tell the reader why, as
// in a [Step].
type Error struct {
	Message string
	Args    []string
	Faults  []briefing.Fault // what would be wrong with the result; nil if it is something else
	Err     error            // the cause; often nil
}

// Error names the message and the first fault, for the log.
func (e *Error) Error() string {
	text := "edit briefing: " + e.Message
	if len(e.Faults) > 0 {
		text += fmt.Sprintf(": %v (%d in all)", e.Faults[0], len(e.Faults))
	}
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Words returns the arguments as [briefline/app/i18n.Catalog.Text] takes them.
func (e *Error) Words() []any { return words(e.Args) }

func refuse(message string, args ...string) *Error {
	return &Error{Message: "edit.error." + message, Args: args}
}

// unsound is the refusal of an edit for what would be wrong with its result.
func unsound(faults []briefing.Fault) *Error {
	e := refuse("unsound")
	for _, f := range faults {
		switch {
		case strings.HasSuffix(f.Path, ".note"):
			e.Message = "edit.error.needs-note"
		case strings.Contains(f.Reason, "neither evidence nor added"):
			e.Message = "edit.error.needs-evidence"
		case strings.Contains(f.Reason, "contradicts other relations"):
			e.Message = "edit.error.order"
		case f.Reason == "empty":
			e.Message = "edit.error.empty"
		default:
			continue
		}
		break
	}
	e.Faults = faults
	return e
}

func words(args []string) []any {
	out := make([]any, len(args))
	for i, a := range args {
		out[i] = a
	}
	return out
}
