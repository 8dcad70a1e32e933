package library

import (
	"context"
	"database/sql"
	"time"
)

// RepairKind is what a person corrected about a participant. The set is open.
type RepairKind string

// The kinds of repairs.
const (
	RepairRename    RepairKind = "rename"     // Name is called Target
	RepairMerge     RepairKind = "merge"      // Name is the one called Target
	RepairSplit     RepairKind = "split"      // Name is not the one called Target
	RepairNotPerson RepairKind = "not-person" // Name is no participant
)

// Repair is a correction that the next draft may make by itself. It is known by
// its kind and its name as [Fold] gives it.
type Repair struct {
	Kind   RepairKind
	Name   string // as it stood in the briefing
	Target string // what to do with it; empty for RepairNotPerson
	At     time.Time
}

// PutRepair remembers repairs. A later one of the same kind and name replaces the
// earlier; At is set by the library. A name without letters is left out.
func (l *Library) PutRepair(ctx context.Context, repairs ...Repair) error {
	now := l.now().UnixMilli()
	return l.transact(ctx, func(t *txn) error {
		for _, r := range repairs {
			key := Fold(r.Name)
			if key == "" {
				continue
			}
			_, err := t.exec(`INSERT INTO repair (kind, key, name, target, at) VALUES ($1, $2, $3, $4, $5)
				ON CONFLICT (kind, key) DO UPDATE SET name = excluded.name, target = excluded.target, at = excluded.at`, string(r.Kind), key, r.Name, r.Target, now)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// ForgetRepair takes a repair back. One that is not there is no error.
func (l *Library) ForgetRepair(ctx context.Context, kind RepairKind, name string) error {
	return l.transact(ctx, func(t *txn) error {
		_, err := t.exec("DELETE FROM repair WHERE kind = $1 AND key = $2", string(kind), Fold(name))
		return err
	})
}

// Repairs returns what was remembered, oldest first.
func (l *Library) Repairs(ctx context.Context) ([]Repair, error) {
	var out []Repair
	err := l.read.each(ctx, "SELECT kind, name, target, at FROM repair ORDER BY at, kind, key", nil, func(r *sql.Rows) error {
		var p Repair
		var at int64
		err := r.Scan(&p.Kind, &p.Name, &p.Target, &at)
		p.At = time.UnixMilli(at)
		out = append(out, p)
		return err
	})
	return out, err
}
