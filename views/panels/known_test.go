package panels

import "testing"

// knownFailures are the tests of what we know to be wrong, by name, with the
// reason. Each fails as soon as it passes.
var knownFailures = map[string]string{
	"TestLinksByKeyboard/notes":                   "NewNotes stands in no rover, so its chips can only be clicked",
	"TestAxisEnteredByShiftTab":                   "Axis hears of Shift by KeyDown only, which went to the widget before; desktop.Driver.CurrentKeyModifiers would tell",
	"TestCheckStripOpensLit":                      "Card.SetHighlight is not repeated for the rows that opening the strip makes",
	"TestPanelsHoldWhatTheyShow/bishkek/list/420": "listRow measures dates at width*0.32 and places them at the whole point below",
}

// judge reports a fault, "" for none, of the running test.
func judge(t *testing.T, fault string) {
	t.Helper()
	reason, known := knownFailures[t.Name()]
	switch {
	case known && fault == "":
		t.Error("passes now: take it off the list of known failures")
	case known:
		t.Skipf("known failure, %s: %s", reason, fault)
	case fault != "":
		t.Error(fault)
	}
}
