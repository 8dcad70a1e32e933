package library

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"

	"briefline/app/briefing"
	"briefline/app/edtf"
)

// Entry is what a list shows of a briefing.
type Entry struct {
	ID         string
	Revision   int64
	Title      string
	Status     briefing.Status // never empty
	Publisher  string          // of the first source; may be empty
	Published  edtf.Date       // of the first source; zero is unknown
	Created    time.Time       // when it came into the library
	Changed    time.Time       // when it was last saved
	Used       time.Time       // when it was last open
	Trashed    time.Time       // zero: not in the trash
	Events     int
	Statements int
	OpenChecks int  // checks without a resolution
	Newer      bool // made by a newer version: may be read, not edited
}

// State is which briefings a list holds.
type State int

// The states. What is in the trash is in no other.
const (
	StateAny State = iota
	StateDraft
	StateReviewed
	StateTrash
)

// Order is how a list is sorted.
type Order int

// The orders. Equal ones follow by when they came into the library.
const (
	OrderUsed    Order = iota // last used first; in the trash, last thrown away first
	OrderChanged              // last saved first
	OrderTitle                // by title, as the search compares it
)

// Filter says which part of the library a list holds. The zero value is
// everything that is not in the trash.
type Filter struct {
	State State
	// UsedFrom and UsedTo are the half-open time of last use; zero: unlimited.
	UsedFrom, UsedTo time.Time
	// Dates keeps what is dated within what this date may mean: a publication or
	// an event. Zero: any, and undated ones too.
	Dates edtf.Date
	// Participant keeps the briefings in which someone of this name takes part,
	// spelled in any way that [Fold] brings together. Empty: any.
	Participant string

	Order         Order
	Limit, Offset int // no limit when Limit is 0
}

const entryColumns = "e.id, e.revision, e.title, e.status, e.publisher, e.published, e.created, e.changed, e.used, e.trashed, e.events, e.statements, e.checks, e.newer"

func (e *Entry) scan(r scanner, more ...any) error {
	var created, changed, used, trashed int64
	var published string
	to := []any{&e.ID, &e.Revision, &e.Title, &e.Status, &e.Publisher, &published, &created, &changed, &used, &trashed, &e.Events, &e.Statements, &e.OpenChecks, &e.Newer}
	if err := r.Scan(append(to, more...)...); err != nil {
		return err
	}
	e.Created, e.Changed, e.Used = time.UnixMilli(created), time.UnixMilli(changed), time.UnixMilli(used)
	if trashed != 0 {
		e.Trashed = time.UnixMilli(trashed)
	}
	if published == "" {
		return nil
	}
	var err error
	if e.Published, err = edtf.Parse(published); err != nil {
		return fmt.Errorf("%w: date of entry %q", ErrDamaged, e.ID)
	}
	return nil
}

// where returns the filter as a condition on the table entry, called e. args has
// its values appended.
func (f Filter) where(args *[]any) string {
	var all []string
	add := func(condition string, values ...any) {
		for _, v := range values {
			*args = append(*args, v)
			condition = strings.Replace(condition, "?", fmt.Sprintf("$%d", len(*args)), 1)
		}
		all = append(all, condition)
	}
	switch f.State {
	case StateTrash:
		add("e.trashed <> 0")
	case StateDraft:
		add("e.trashed = 0 AND e.status = 'draft'")
	case StateReviewed:
		add("e.trashed = 0 AND e.status = 'reviewed'")
	default:
		add("e.trashed = 0")
	}
	if !f.UsedFrom.IsZero() {
		add("e.used >= ?", f.UsedFrom.UnixMilli())
	}
	if !f.UsedTo.IsZero() {
		add("e.used < ?", f.UsedTo.UnixMilli())
	}
	if !f.Dates.IsZero() {
		lo, hi := daysOf(f.Dates)
		add("e.hi > ? AND e.lo < ?", lo, hi) // the hull first: most have it far away
		add("EXISTS (SELECT 1 FROM event v WHERE v.doc = e.key AND v.hi > ? AND v.lo < ?)", lo, hi)
	}
	if f.Participant != "" {
		add("e.key IN (SELECT doc FROM participant WHERE key IN (" + keysOf(f.Participant, args) + "))")
	}
	return strings.Join(all, " AND ")
}

var participantKinds = []briefing.ParticipantKind{
	briefing.KindPerson, briefing.KindOrganisation, briefing.KindState, briefing.KindPlace, briefing.KindGroup,
}

// keysOf returns places for all keys that a name may have; args has them
// appended.
func keysOf(name string, args *[]any) string {
	places := make([]string, len(participantKinds))
	for i, kind := range participantKinds {
		*args = append(*args, participantKey(kind, name))
		places[i] = fmt.Sprintf("$%d", len(*args))
	}
	return strings.Join(places, ", ")
}

func (f Filter) order() string {
	switch {
	case f.Order == OrderTitle:
		return "e.sortkey, e.key"
	case f.Order == OrderChanged:
		return "e.changed DESC, e.key DESC"
	case f.State == StateTrash:
		return "e.trashed DESC, e.key DESC"
	}
	return "e.used DESC, e.key DESC"
}

// List returns the entries that pass the filter, in its order.
func (l *Library) List(ctx context.Context, f Filter) ([]Entry, error) {
	var args []any
	text := "SELECT " + entryColumns + " FROM entry e WHERE " + f.where(&args) + " ORDER BY " + f.order()
	if f.Limit > 0 || f.Offset > 0 {
		limit := f.Limit
		if limit == 0 {
			limit = -1
		}
		args = append(args, limit, f.Offset)
		text += fmt.Sprintf(" LIMIT $%d OFFSET $%d", len(args)-1, len(args))
	}
	var out []Entry
	err := l.read.each(ctx, text, args, func(r *sql.Rows) error {
		var e Entry
		err := e.scan(r)
		out = append(out, e)
		return err
	})
	return out, err
}

// Size returns how many entries pass the filter, whatever its limit.
func (l *Library) Size(ctx context.Context, f Filter) (n int, err error) {
	var args []any
	text := "SELECT count(*) FROM entry e WHERE " + f.where(&args)
	return n, l.read.row(ctx, text, args, &n)
}

// Entry returns what a list shows of one briefing. Errors: [ErrMissing].
func (l *Library) Entry(ctx context.Context, id string) (Entry, error) {
	var e Entry
	s, err := l.read.stmt(ctx, "SELECT "+entryColumns+" FROM entry e WHERE e.key = (SELECT key FROM document WHERE id = $1)")
	if err != nil {
		return e, classify(err)
	}
	if err := found(e.scan(s.QueryRowContext(ctx, id))); err != nil {
		return e, missing(id, err)
	}
	return e, nil
}

// Briefing returns the current version of a briefing and its revision, in the
// trash or not. Errors: [ErrMissing], [ErrDamaged].
func (l *Library) Briefing(ctx context.Context, id string) (*briefing.Briefing, int64, error) {
	var body, sum []byte
	var revision int64
	if err := l.read.row(ctx, "SELECT revision, digest, body FROM document WHERE id = $1", []any{id}, &revision, &sum, &body); err != nil {
		return nil, 0, missing(id, err)
	}
	b, err := stored(id, body, sum)
	if err != nil {
		return nil, 0, err
	}
	return b, revision, nil
}

// Counts are the numbers beside the library's headings.
type Counts struct {
	Drafts, Reviewed, Trashed int
	ToReview                  int // open checks of all drafts
}

// Counts returns them. It reads an index only.
func (l *Library) Counts(ctx context.Context) (Counts, error) {
	var c Counts
	return c, l.read.row(ctx, `SELECT coalesce(sum(trashed = 0 AND status = 'draft'), 0), coalesce(sum(trashed = 0 AND status = 'reviewed'), 0),
		coalesce(sum(trashed <> 0), 0), coalesce(sum((trashed = 0 AND status = 'draft') * checks), 0) FROM entry`, nil,
		&c.Drafts, &c.Reviewed, &c.Trashed, &c.ToReview)
}
