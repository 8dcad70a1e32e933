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
	text := fmt.Sprintf(`SELECT e.id, e.title, s.item, s.kind, s.doc FROM statement s JOIN entry e ON e.key = s.doc
		WHERE s.speaker IN (%s) AND e.trashed = 0 ORDER BY e.used DESC, e.key DESC, s.n LIMIT $%d`, keys, len(args))
	var out []Said
	var docs []int64
	err := l.read.each(ctx, text, args, func(r *sql.Rows) error {
		var s Said
		var doc int64
		err := r.Scan(&s.ID, &s.Title, &s.Item, &s.Kind, &doc)
		out, docs = append(out, s), append(docs, doc)
		return err
	})
	if err != nil {
		return nil, err
	}
	words := map[string]string{} // of the document of the statement before, by item
	for i := range out {
		if i == 0 || docs[i] != docs[i-1] {
			pieces, err := l.passagesOf(ctx, docs[i])
			if err != nil {
				return nil, err
			}
			clear(words)
			for _, p := range pieces {
				if p.field == FieldStatement {
					words[p.item] = p.text
				}
			}
		}
		out[i].Words = words[out[i].Item]
	}
	return out, nil
}
