package library

import (
	"context"
	"database/sql"
	"fmt"

	"briefline/app/briefing"
)

// Said is a statement of someone, somewhere in the library.
type Said struct {
	ID    string // of the briefing in the library
	Title string // of the briefing
	Item  string // of the statement in the briefing
	Kind  briefing.StatementKind
	Words string
}

// Said returns what someone of this name says in any briefing that is not in the
// trash, those last used first, at most limit statements. The name may be spelled
// in any way that [Fold] brings together.
func (l *Library) Said(ctx context.Context, name string, limit int) ([]Said, error) {
	var args []any
	keys := keysOf(name, &args)
	args = append(args, limit)
	text := fmt.Sprintf(`SELECT e.id, e.title, s.item, s.kind, p.body FROM statement s
		JOIN entry e ON e.key = s.doc JOIN passage p ON p.doc = s.doc AND p.field = 'statement' AND p.item = s.item
		WHERE s.speaker IN (%s) AND e.trashed = 0 ORDER BY e.used DESC, e.key DESC, s.n LIMIT $%d`, keys, len(args))
	var out []Said
	err := l.read.each(ctx, text, args, func(r *sql.Rows) error {
		var s Said
		err := r.Scan(&s.ID, &s.Title, &s.Item, &s.Kind, &s.Words)
		out = append(out, s)
		return err
	})
	return out, err
}
