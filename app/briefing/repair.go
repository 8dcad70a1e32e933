package briefing

// RepairKind is what a repair does.
type RepairKind string

const (
	RepairMerge  RepairKind = "merge"  // Name and To are one participant, called To
	RepairRename RepairKind = "rename" // what a draft calls Name is called To
	RepairKindOf RepairKind = "kind"   // Name is a participant of kind Is
	RepairDrop   RepairKind = "drop"   // Name is no participant at all
)

// Repair is a correction of who is who, made once by a person and remembered for
// the next draft. Participants have other IDs in each briefing, so a repair goes
// by the name that a draft gives. It is kept by whoever keeps briefings and put
// to work by package session; it is no part of a briefing.
type Repair struct {
	Kind RepairKind      `json:"kind"`
	Name string          `json:"name"`         // as the draft has it
	Was  ParticipantKind `json:"was"`          // the kind that the draft gives; empty is any
	To   string          `json:"to,omitempty"` // of merge and rename
	Is   ParticipantKind `json:"is,omitempty"` // of kind
}
