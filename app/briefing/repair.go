package briefing

// RepairKind is what a repair does. The set is open: one that a program does not
// know is left alone.
type RepairKind string

// The kinds. The library keeps these words.
const (
	RepairMerge     RepairKind = "merge"      // Name is the one called Target
	RepairRename    RepairKind = "rename"     // what a draft calls Name is called Target
	RepairSplit     RepairKind = "split"      // Name is not the one called Target
	RepairKindOf    RepairKind = "kind"       // Name is a participant of the kind Target
	RepairNotPerson RepairKind = "not-person" // Name is no participant
)

// Repair is a correction of who is who, made once by a person and remembered for
// the next draft. Participants have other IDs in each briefing, so a repair goes
// by the name that a draft gives. It is kept by the library and put to work by
// package session; it is no part of a briefing.
type Repair struct {
	Kind   RepairKind
	Name   string          // as the draft has it
	Target string          // what to do with it; empty for RepairNotPerson
	Was    ParticipantKind // the kind that the draft gives Name; empty is any
}
