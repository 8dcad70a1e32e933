package briefing

// Basis says on whose word an item or a date stands. Empty counts as stated.
type Basis string

const (
	BasisStated   Basis = "stated"   // the source says it
	BasisInferred Basis = "inferred" // it follows from what the source says
	BasisAdded    Basis = "added"    // the editor's knowledge; needs a note
)

// Status is how far a briefing has come. Empty counts as a draft.
type Status string

const (
	StatusDraft    Status = "draft"
	StatusReviewed Status = "reviewed" // a person has checked every line
)

// ParticipantKind is what a participant is.
type ParticipantKind string

const (
	KindPerson       ParticipantKind = "person"
	KindOrganisation ParticipantKind = "organisation"
	KindState        ParticipantKind = "state"
	KindPlace        ParticipantKind = "place" // neither speaks nor takes part
	KindGroup        ParticipantKind = "group"
)

// StatementKind is what a speaker does with the words.
type StatementKind string

const (
	StatementClaim     StatementKind = "claim"
	StatementOffer     StatementKind = "offer"
	StatementRequest   StatementKind = "request" // also a stated interest or priority
	StatementAgreement StatementKind = "agreement"
	StatementDenial    StatementKind = "denial"
)

// Heading returns the kind under whose heading statements of kind k stand, on
// screen and on paper alike. What a speaker denies is something that he says: a
// heading of its own would weigh it. Kinds that this version does not know are
// sayings too.
func (k StatementKind) Heading() StatementKind {
	switch k {
	case StatementAgreement, StatementOffer, StatementRequest:
		return k
	}
	return StatementClaim
}

// Headings returns the kinds that Heading returns, in the order in which every
// side's statements are shown.
func Headings() []StatementKind {
	return []StatementKind{StatementClaim, StatementAgreement, StatementOffer, StatementRequest}
}

// RelationKind orders one event against another: "this event is KIND that one".
type RelationKind string

const (
	RelationBefore RelationKind = "before" // ends before the other begins
	RelationAfter  RelationKind = "after"  // begins after the other has ended
	// RelationSince is the weak form of after, "at or after": the event does
	// not end before the other begins.
	RelationSince  RelationKind = "since"
	RelationDuring RelationKind = "during"  // lies within the other
	RelationSameAs RelationKind = "same-as" // another naming of the other
)

// CheckKind is what a check is about. The set is open: a program that does not
// know a kind shows the check's words.
type CheckKind string

const (
	CheckDateConflict      CheckKind = "date-conflict"
	CheckNoPublicationDate CheckKind = "no-publication-date"
	CheckSingleSource      CheckKind = "single-source"
	CheckTextDefect        CheckKind = "text-defect"
	CheckAmbiguousCount    CheckKind = "ambiguous-count"
	CheckUndatedEvent      CheckKind = "undated-event"
	CheckRoleNotStated     CheckKind = "role-not-stated"
	CheckUnclearReference  CheckKind = "unclear-reference"
	CheckWordingVariation  CheckKind = "wording-variation"
	CheckAgencyMark        CheckKind = "agency-mark" // run into the first sentence
)

// ValueKind says how a value is worded. The set is open: one that is not known is
// shown as it stands.
type ValueKind string

const (
	ValueQuotes   ValueKind = "quotes"   // words of a source, each in quotation marks
	ValueRepairs  ValueKind = "repairs"  // by twos: words of a source, and what they should be
	ValueDate     ValueKind = "date"     // EDTF
	ValueLanguage ValueKind = "language" // BCP 47
	ValueBytes    ValueKind = "bytes"    // a size
	ValueCount    ValueKind = "count"    // a number; of the placeholder n, it chooses the plural
)

// AnchorState is how well an anchor's words were found again.
type AnchorState int

const (
	AnchorExact   AnchorState = iota // the words stand where they stood
	AnchorMoved                      // the same words in the same surroundings, elsewhere
	AnchorChanged                    // the surroundings are there, the words between differ
	AnchorLost                       // not found, or found more than once
)

// String returns "exact", "moved", "changed" or "lost".
func (s AnchorState) String() string {
	switch s {
	case AnchorExact:
		return "exact"
	case AnchorMoved:
		return "moved"
	case AnchorChanged:
		return "changed"
	}
	return "lost"
}

// EventState says how far an event has come to pass. Empty: it happened.
type EventState string

const (
	StatePlanned   EventState = "planned"    // is to come
	StatePostponed EventState = "postponed"  // was to come and is put off
	StateCalledOff EventState = "called-off" // was to come and will not
	StateClaimed   EventState = "claimed"    // only a speaker reports it
)

// Genre is the kind of an article, by its structure. Empty: not known. The set
// is open.
type Genre string

const (
	GenreNews      Genre = "news"
	GenreFeature   Genre = "feature"
	GenreInterview Genre = "interview"
	GenreSpeech    Genre = "speech"
	GenreLife      Genre = "life"      // obituary or biography: its timeline is the life
	GenreMatch     Genre = "match"     // match report
	GenreResults   Genre = "results"   // company results
	GenreCourt     Genre = "court"     // court report
	GenreScience   Genre = "science"   // report of a finding
	GenreChronicle Genre = "chronicle" // a list of dated entries
	GenreRelease   Genre = "release"   // press release
	GenreLive      Genre = "live"      // live blog: its entries are dated by their stamps
)

// The doubts that drafts carry.
const (
	DoubtDateContext     Doubt = "date-from-context"     // the date stands in another clause or sentence
	DoubtDatePublication Doubt = "date-from-publication" // only the day of publication dates it
	DoubtDateVague       Doubt = "date-vague"            // its words leave the date open: "recently", a month without a year
	DoubtSpeakerPronoun  Doubt = "speaker-by-pronoun"    // the speaker is told by a pronoun
	DoubtSpeakerNoun     Doubt = "speaker-by-noun"       // the speaker is told by a description
	DoubtSpeakerContext  Doubt = "speaker-from-context"  // the words stand without a speaker of their own
	DoubtSpeakerOpen     Doubt = "speaker-open"          // nobody is named, or two could be
	DoubtJoined          Doubt = "two-namings-joined"    // two namings may be two participants
	DoubtQuoteCut        Doubt = "quote-cut-by-the-page" // the quotation has no end in the text
	DoubtTitleShort      Doubt = "title-shortened-hard"  // the title leaves much of its clause out
	DoubtTitlePronoun    Doubt = "title-with-pronoun"    // the title does not say who
	DoubtLowScore        Doubt = "low-score"             // such items are often not what a reader wants
	DoubtReportedOnly    Doubt = "reported-only"         // only a speaker says so
	DoubtMachineRead     Doubt = "read-by-machine"       // the text came out of a picture
	DoubtRoleFar         Doubt = "role-from-afar"        // the role stands apart from the name
)
