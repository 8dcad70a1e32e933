package briefing

import (
	"time"

	"briefline/app/edtf"
)

// Version is the version of the file form that this package writes.
const Version = 1

// Briefing is one briefing with its sources. Lists are in the order to show.
// IDs are unique in the whole briefing, not only in their list, so one ID
// names a selection. The json tags are the member names of the file; members
// tagged omitempty are left out when empty.
type Briefing struct {
	Version      int           `json:"version"` // of the file it came from; Write always writes [Version]
	ID           string        `json:"id"`
	Title        Line          `json:"title"`
	BottomLine   Line          `json:"bottomLine,omitempty"`
	KeyPoints    []Line        `json:"keyPoints,omitempty"`
	Figures      []Figure      `json:"figures,omitempty"`  // counts, prices, shares: the most important first
	Unknown      []Line        `json:"unknown,omitempty"`  // what the sources themselves call unknown, disputed or unanswered
	Genre        Genre         `json:"genre,omitempty"`    // kind of article that the draft was made of
	Marking      string        `json:"marking,omitempty"`  // free text such as "For internal use"
	Language     string        `json:"language,omitempty"` // of the briefing's own words, BCP 47
	Status       Status        `json:"status,omitempty"`
	Modified     time.Time     `json:"modified,omitempty"` // last significant change, UTC; zero is unknown
	Sources      []Source      `json:"sources"`
	Events       []Event       `json:"events"`
	More         []Event       `json:"more,omitempty"` // dated happenings that the draft did not choose, at hand for the reader
	Participants []Participant `json:"participants"`
	Statements   []Statement   `json:"statements"`
	Checks       []Check       `json:"checks"`
	Notes        []Note        `json:"notes,omitempty"`
	Review       Review        `json:"review,omitempty"`
	Extra        *Extra        `json:"-"`
}

// ReadOnly reports whether the briefing came from a newer version of the file
// form: it may hold what this program cannot show, so Write refuses it.
func (b *Briefing) ReadOnly() bool { return b.Version > Version }

// Line is a sentence of the briefing's own: title, bottom line, key point.
type Line struct {
	ID         string   `json:"id"`
	Text       string   `json:"text"`
	Stress     string   `json:"stress,omitempty"` // words of Text to set bold, at their first occurrence
	Basis      Basis    `json:"basis,omitempty"`
	Note       string   `json:"note,omitempty"`
	Evidence   []Anchor `json:"evidence,omitempty"`
	Confidence float64  `json:"confidence,omitempty"` // see Doubt
	Doubts     []Doubt  `json:"doubts,omitempty"`
	Extra      *Extra   `json:"-"`
}

// Source is one article, its text verbatim: defects are flagged by checks, never
// repaired here.
type Source struct {
	ID        string `json:"id"`
	Publisher string `json:"publisher,omitempty"` // as the source names itself
	Place     string `json:"place,omitempty"`     // dateline place
	Headline  string `json:"headline,omitempty"`
	Byline    string `json:"byline,omitempty"`
	Published Dating `json:"published,omitempty"` // zero EDTF is unknown
	// Candidates are dates that may be that of publication, where nothing settles
	// which: to be offered to a person, likeliest first, and never built on.
	Candidates []Candidate `json:"candidates,omitempty"`
	Address    string      `json:"address,omitempty"`  // where it was found
	Language   string      `json:"language,omitempty"` // BCP 47
	Text       string      `json:"text"`
	Sentences  []Span      `json:"sentences"` // in order, none overlaps another
	// Dates is the date ledger: every date phrase of the text in its order, each
	// resolved or kept unresolved. Each has its phrase as its first evidence.
	Dates []Dating `json:"dates,omitempty"`
	// SpanExtra keeps what a file says about a sentence beyond start and end.
	// It goes with the span: a sentence that is cut anew loses it.
	SpanExtra map[Span]*Extra `json:"-"`
	Extra     *Extra          `json:"-"`
}

// Dating is a date together with where it came from. A date that the words do
// not settle has a zero EDTF and keeps its TIMEX3 value.
type Dating struct {
	EDTF       edtf.Date `json:"edtf,omitempty"`    // ISO 8601-2:2019; zero is unknown
	Timex      string    `json:"timex,omitempty"`   // TIMEX3 value of words that do not resolve, e.g. XXXX-WXX-4
	Words      string    `json:"words,omitempty"`   // of the source
	Against    string    `json:"against,omitempty"` // what the words were resolved against
	Rule       string    `json:"rule,omitempty"`    // by which rule
	Basis      Basis     `json:"basis,omitempty"`
	Note       string    `json:"note,omitempty"`
	Evidence   []Anchor  `json:"evidence,omitempty"`
	Confidence float64   `json:"confidence,omitempty"` // see Doubt
	Doubts     []Doubt   `json:"doubts,omitempty"`
	Extra      *Extra    `json:"-"`
}

// Candidate is a date that may be that of publication.
type Candidate struct {
	EDTF   edtf.Date `json:"edtf"`
	Words  string    `json:"words,omitempty"`  // as the source or its file has it
	Origin string    `json:"origin,omitempty"` // where: "line 2 of the text", "PDF Info CreationDate"
	Extra  *Extra    `json:"-"`
}

// Event is something that happened, or is said to have happened.
type Event struct {
	ID           string     `json:"id"`
	Title        string     `json:"title"`
	State        EventState `json:"state,omitempty"`
	Date         Dating     `json:"date,omitempty"`
	Alternatives []Dating   `json:"alternatives,omitempty"` // other dates that the source gives
	Basis        Basis      `json:"basis,omitempty"`
	Note         string     `json:"note,omitempty"`
	Relations    []Relation `json:"relations,omitempty"`
	Places       []string   `json:"places,omitempty"`       // participant IDs
	Participants []string   `json:"participants,omitempty"` // participant IDs
	Statements   []string   `json:"statements,omitempty"`   // statement IDs: set when the event is only reported by a speaker
	Evidence     []Anchor   `json:"evidence,omitempty"`
	Confidence   float64    `json:"confidence,omitempty"` // see Doubt
	Doubts       []Doubt    `json:"doubts,omitempty"`
	Extra        *Extra     `json:"-"`
}

// Relation orders its event against another.
type Relation struct {
	Kind     RelationKind `json:"kind"`
	Event    string       `json:"event"` // event ID
	Evidence []Anchor     `json:"evidence,omitempty"`
	Extra    *Extra       `json:"-"`
}

// Participant is who acts, speaks or is mentioned. Its evidence is its mentions.
type Participant struct {
	ID          string          `json:"id"`
	Kind        ParticipantKind `json:"kind"`
	Name        string          `json:"name"`
	Role        string          `json:"role,omitempty"`
	RoleBasis   Basis           `json:"roleBasis,omitempty"`
	Affiliation string          `json:"affiliation,omitempty"` // participant ID
	// Side is the participant ID of the state or party it belongs to; a side
	// names itself; empty is one that is only mentioned.
	Side       string   `json:"side,omitempty"`
	Aliases    []string `json:"aliases,omitempty"` // other namings in the source
	Names      []Name   `json:"names,omitempty"`   // the name in other scripts
	Main       bool     `json:"main,omitempty"`    // one of those whom a reader must know: shown first
	Basis      Basis    `json:"basis,omitempty"`
	Note       string   `json:"note,omitempty"`
	Evidence   []Anchor `json:"evidence,omitempty"`
	Confidence float64  `json:"confidence,omitempty"` // see Doubt
	Doubts     []Doubt  `json:"doubts,omitempty"`
	Extra      *Extra   `json:"-"`
}

// Name is a participant's name in another language or script.
type Name struct {
	Text     string `json:"text"`
	Language string `json:"language,omitempty"` // BCP 47
	Script   string `json:"script,omitempty"`   // ISO 15924
	Basis    Basis  `json:"basis,omitempty"`
	Note     string `json:"note,omitempty"`
	Extra    *Extra `json:"-"`
}

// Statement is what a speaker says, worded as that speaker's own and never as
// fact.
type Statement struct {
	ID         string        `json:"id"`
	Speaker    string        `json:"speaker,omitempty"`   // participant ID; empty: the source names none
	Addressee  string        `json:"addressee,omitempty"` // participant ID
	Kind       StatementKind `json:"kind"`
	Words      string        `json:"words"`
	Direct     bool          `json:"direct,omitempty"` // quoted word for word by the source
	Date       Dating        `json:"date,omitempty"`   // when it was said, where the source tells
	Basis      Basis         `json:"basis,omitempty"`
	Note       string        `json:"note,omitempty"`
	Evidence   []Anchor      `json:"evidence,omitempty"`
	Confidence float64       `json:"confidence,omitempty"` // see Doubt
	Doubts     []Doubt       `json:"doubts,omitempty"`
	Extra      *Extra        `json:"-"`
}

// Figure is something counted or measured that the sources give a number for,
// with its values in the order of time, the last known first.
type Figure struct {
	ID         string        `json:"id"`
	Label      string        `json:"label"`          // what is counted, in the source's words: "people dead"
	Unit       string        `json:"unit,omitempty"` // "USD", "%", "km²"; empty for a plain count
	Values     []FigureValue `json:"values"`
	Basis      Basis         `json:"basis,omitempty"`
	Note       string        `json:"note,omitempty"`
	Confidence float64       `json:"confidence,omitempty"` // see Doubt
	Doubts     []Doubt       `json:"doubts,omitempty"`
	Extra      *Extra        `json:"-"`
}

// FigureValue is what one sentence says of a figure.
type FigureValue struct {
	Words    string   `json:"words"` // of the source: "at least 97"
	Low      float64  `json:"low"`   // in the figure's unit; equal to High for a plain number
	High     float64  `json:"high"`
	AsOf     Dating   `json:"asOf,omitempty"`    // when it held, where the source tells
	Speaker  string   `json:"speaker,omitempty"` // participant ID of who gives it
	Basis    Basis    `json:"basis,omitempty"`
	Note     string   `json:"note,omitempty"`
	Evidence []Anchor `json:"evidence,omitempty"`
	Extra    *Extra   `json:"-"`
}

// Doubt is the ID of a reason to look at a drafted item before it is used, such
// as "date-from-context"; i18n words it. The set is open. With its doubts an
// item carries its confidence: how many of a hundred items drafted like it are
// right, divided by 100; zero is not known. Both are the drafting program's own
// and go when a person accepts or edits the item.
type Doubt string

// Check is something to look at before the briefing is used. It needs evidence
// or, when it is about what is absent, a detail.
type Check struct {
	ID   string    `json:"id"`
	Kind CheckKind `json:"kind"`
	// Message is the ID of the message that words the check, with Values in its
	// placeholders, when it is shown; the same ID and ".detail" words its detail.
	// Empty, Words and Detail stand as somebody wrote them. Both are there in any
	// case, for who does not know the message.
	Message    string   `json:"message,omitempty"`
	Values     []Value  `json:"values,omitempty"`
	Words      string   `json:"words"`
	Detail     string   `json:"detail,omitempty"`
	Evidence   []Anchor `json:"evidence,omitempty"`
	Resolution string   `json:"resolution,omitempty"` // empty: still open
	Extra      *Extra   `json:"-"`
}

// Value fills a placeholder of a message that is worded when it is shown.
type Value struct {
	Name  string    `json:"name"`           // of the placeholder
	Is    ValueKind `json:"is,omitempty"`   // empty: words as they stand
	Words []string  `json:"words"`          // one, or the items of a list
	More  int       `json:"more,omitempty"` // how many items of the list are not in Words
	Extra *Extra    `json:"-"`
}

// Note is the editor's own, always added.
type Note struct {
	ID       string   `json:"id"`
	Text     string   `json:"text"`
	Evidence []Anchor `json:"evidence,omitempty"`
	Extra    *Extra   `json:"-"`
}

// Review is how far a person has come through a draft. Each list holds IDs of
// events, participants, statements and checks, in ascending order of bytes. An
// ID stands in one list at most, and one that names nothing any more says
// nothing: a program that does not know this member may have deleted the item.
type Review struct {
	Accepted []string `json:"accepted,omitempty"`
	Dropped  []string `json:"dropped,omitempty"` // the items themselves are gone
	Seen     []string `json:"seen,omitempty"`    // looked at or edited, and not decided
	Extra    *Extra   `json:"-"`
}

// Extra holds the members of one JSON object that this version does not know.
// It is never changed after Read, so clones share it. A nil *Extra is empty.
type Extra struct {
	members []member // sorted by name
}

// member is one unknown member; value is compact JSON.
type member struct{ name, value string }

// Names returns the names of the unknown members, sorted; nil if there are none.
func (e *Extra) Names() []string {
	if e == nil {
		return nil
	}
	names := make([]string, len(e.members))
	for i, m := range e.members {
		names[i] = m.name
	}
	return names
}
