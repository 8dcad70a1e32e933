package sheet

import (
	"strconv"

	"briefline/app/briefing"
)

// Keys of Document.Dests. They count from 1, as the reader does.
func sentenceDest(r briefing.Ref) string {
	return "s" + strconv.Itoa(r.Source+1) + "." + strconv.Itoa(r.Sentence+1)
}

func numbered(kind string, n int) string { return kind + "." + strconv.Itoa(n) }

const (
	destBriefing     = "briefing"
	destBottomLine   = "bottom-line"
	destTimeline     = "timeline"
	destParticipants = "participants"
	destChecks       = "checks"
	destEvents       = "events"
	destStatements   = "statements"
	destNotes        = "notes"
)
