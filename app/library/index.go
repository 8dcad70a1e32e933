package library

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"fmt"
	"math"
	"strings"

	"briefline/app/briefing"
	"briefline/app/edtf"
)

// Field is where in a briefing something was found.
type Field string

// The fields, from what weighs most in a search to what weighs least.
const (
	FieldTitle       Field = "title"
	FieldParticipant Field = "participant" // a name, an alias or a role
	FieldLine        Field = "line"        // bottom line or key point
	FieldEvent       Field = "event"
	FieldStatement   Field = "statement"
	FieldNote        Field = "note"
	FieldHeadline    Field = "headline"
	FieldText        Field = "text" // of a source
)

// passage is a piece of a briefing that is searched as a whole.
type passage struct {
	field Field
	item  string // ID of the item in the briefing
	text  string
}

// passages returns all that is searched of a briefing, in the order to look for
// something to show.
func passages(b *briefing.Briefing) []passage {
	out := []passage{{FieldTitle, b.Title.ID, b.Title.Text}}
	add := func(field Field, item string, texts ...string) {
		for _, text := range texts {
			if text != "" {
				out = append(out, passage{field, item, text})
			}
		}
	}
	for _, p := range b.Participants {
		add(FieldParticipant, p.ID, p.Name)
		add(FieldParticipant, p.ID, p.Aliases...)
		for _, name := range p.Names {
			add(FieldParticipant, p.ID, name.Text)
		}
		add(FieldParticipant, p.ID, p.Role)
	}
	add(FieldLine, b.BottomLine.ID, b.BottomLine.Text)
	for _, line := range b.KeyPoints {
		add(FieldLine, line.ID, line.Text)
	}
	for _, event := range b.Events {
		add(FieldEvent, event.ID, event.Title)
	}
	for _, statement := range b.Statements {
		add(FieldStatement, statement.ID, statement.Words)
	}
	for _, note := range b.Notes {
		add(FieldNote, note.ID, note.Text)
	}
	for _, s := range b.Sources {
		add(FieldHeadline, s.ID, s.Headline, s.Publisher, s.Byline, s.Place)
	}
	for _, s := range b.Sources {
		add(FieldText, s.ID, s.Text)
	}
	return out
}

// joinPassages writes pieces one after the other, each part with its length before
// it.
func joinPassages(pieces []passage) (out []byte) {
	for _, p := range pieces {
		for _, s := range []string{string(p.field), p.item, p.text} {
			out = binary.AppendUvarint(out, uint64(len(s)))
			out = append(out, s...)
		}
	}
	return out
}

// splitPassages undoes joinPassages. What is cut short is [ErrDamaged].
func splitPassages(joined []byte) (pieces []passage, err error) {
	text := string(joined)
	part := func() (s string) {
		n, used := binary.Uvarint(joined)
		if used <= 0 || n > uint64(len(joined)-used) {
			err = fmt.Errorf("%w: passages", ErrDamaged)
			joined = nil
			return ""
		}
		from := len(text) - len(joined) + used
		joined = joined[used+int(n):]
		return text[from : from+int(n)]
	}
	for len(joined) > 0 && err == nil {
		p := passage{field: Field(part()), item: part(), text: part()}
		if err == nil {
			pieces = append(pieces, p)
		}
	}
	return pieces, err
}

// passagesOf reads what is searched of a document. A library of version 1, which is
// only read, keeps each piece by itself.
func (l *Library) passagesOf(ctx context.Context, key int64) (pieces []passage, err error) {
	if l.version == 1 {
		err = l.read.each(ctx, "SELECT field, item, body FROM passage WHERE doc = $1 ORDER BY n", []any{key}, func(r *sql.Rows) error {
			var p passage
			err := r.Scan(&p.field, &p.item, &p.text)
			pieces = append(pieces, p)
			return err
		})
		return pieces, err
	}
	var packed []byte
	if err := l.read.row(ctx, "SELECT body FROM passage WHERE doc = $1", []any{key}, &packed); err != nil {
		return nil, err
	}
	joined, err := unpack(packed)
	if err != nil {
		return nil, err
	}
	return splitPassages(joined)
}

// Tokens of the column facet. The letters are for private use, so no text folds
// to them.
const (
	facetTrash    = "\ue001trash"
	facetDraft    = "\ue001draft"
	facetReviewed = "\ue001reviewed"
)

func facet(s briefing.Status, trashed bool) string {
	switch {
	case trashed:
		return facetTrash
	case s == briefing.StatusReviewed:
		return facetReviewed
	}
	return facetDraft
}

// entryTimes are the facts of an entry that its document does not hold.
type entryTimes struct{ created, used, changed, trashed int64 }

// index writes everything that is told of a document beside the document itself.
// The words are left alone when they are what they were.
func (t *txn) index(doc int64, id string, revision int64, d *document, at entryTimes) error {
	b := d.briefing
	lo, hi := days(b)
	publisher, published := "", ""
	if len(b.Sources) > 0 {
		publisher, published = b.Sources[0].Publisher, b.Sources[0].Published.EDTF.String()
	}
	checks := 0
	for _, check := range b.Checks {
		if check.Resolution == "" {
			checks++
		}
	}
	status := briefing.StatusDraft
	if b.Status == briefing.StatusReviewed {
		status = briefing.StatusReviewed
	}
	pieces := passages(b)
	sum := wordsum(pieces, facet(status, at.trashed != 0))
	var before []byte
	if err := found(t.row("SELECT wordsum FROM entry WHERE key = $1", doc).Scan(&before)); err != nil && err != ErrMissing {
		return err
	}
	_, err := t.exec(`INSERT INTO entry (key, id, created, used, changed, trashed, revision, title, sortkey, status, publisher, published, lo, hi, events, statements, checks, newer, wordsum)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
		ON CONFLICT (key) DO UPDATE SET created = excluded.created, used = excluded.used, changed = excluded.changed, trashed = excluded.trashed, revision = excluded.revision,
			title = excluded.title, sortkey = excluded.sortkey, status = excluded.status, publisher = excluded.publisher, published = excluded.published,
			lo = excluded.lo, hi = excluded.hi, events = excluded.events, statements = excluded.statements, checks = excluded.checks, newer = excluded.newer, wordsum = excluded.wordsum`,
		doc, id, at.created, at.used, at.changed, at.trashed, revision, b.Title.Text, Fold(b.Title.Text), string(status), publisher, published, lo, hi,
		len(b.Events), len(b.Statements), checks, b.ReadOnly(), sum)
	if err != nil {
		return err
	}
	if err := t.indexItems(doc, b); err != nil {
		return err
	}
	if bytes.Equal(sum, before) {
		return nil
	}
	return t.indexWords(doc, pieces, facet(status, at.trashed != 0))
}

// wordsum tells apart what the tables words and passage hold.
func wordsum(pieces []passage, facet string) []byte {
	h := sha256.New()
	for _, p := range pieces {
		for _, s := range []string{string(p.field), p.item, p.text} {
			h.Write([]byte(s))
			h.Write([]byte{0xff}) // in no UTF-8
		}
	}
	h.Write([]byte(facet))
	return h.Sum(nil)[:16]
}

// indexItems writes the tables of events, participants and statements.
func (t *txn) indexItems(doc int64, b *briefing.Briefing) error {
	for _, text := range []string{"DELETE FROM event WHERE doc = $1", "DELETE FROM participant WHERE doc = $1", "DELETE FROM statement WHERE doc = $1"} {
		if _, err := t.exec(text, doc); err != nil {
			return err
		}
	}
	for n, event := range b.Events {
		if event.Date.EDTF.IsZero() {
			continue
		}
		lo, hi := daysOf(event.Date.EDTF)
		if _, err := t.exec("INSERT INTO event (doc, n, item, lo, hi) VALUES ($1, $2, $3, $4, $5)", doc, n, event.ID, lo, hi); err != nil {
			return err
		}
	}
	for n, source := range b.Sources {
		if source.Published.EDTF.IsZero() {
			continue
		}
		lo, hi := daysOf(source.Published.EDTF)
		if _, err := t.exec("INSERT INTO event (doc, n, item, lo, hi) VALUES ($1, $2, $3, $4, $5)", doc, -1-n, source.ID, lo, hi); err != nil {
			return err
		}
	}
	speakers := map[string]string{}
	for _, p := range b.Participants {
		speakers[p.ID] = participantKey(p.Kind, p.Name)
		for _, name := range append([]string{p.Name}, p.Aliases...) {
			key := participantKey(p.Kind, name)
			if _, err := t.exec("INSERT INTO participant (key, doc, item) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", key, doc, p.ID); err != nil {
				return err
			}
		}
	}
	for n, s := range b.Statements {
		_, err := t.exec("INSERT INTO statement (speaker, doc, n, item, kind) VALUES ($1, $2, $3, $4, $5)", speakers[s.Speaker], doc, n, s.ID, string(s.Kind))
		if err != nil {
			return err
		}
	}
	return nil
}

// participantKey brings the namings of one participant together.
func participantKey(kind briefing.ParticipantKind, name string) string {
	return string(kind) + ":" + Fold(name)
}

// indexWords writes the full text and the passages that hits are shown from.
func (t *txn) indexWords(doc int64, pieces []passage, facet string) error {
	if err := t.dropWords(doc); err != nil {
		return err
	}
	var title, names, lines, body strings.Builder
	for _, p := range pieces {
		column := &lines
		switch p.field {
		case FieldTitle:
			column = &title
		case FieldParticipant:
			column = &names
		case FieldText, FieldHeadline:
			column = &body
		}
		indexed(column, p.text)
	}
	packed, err := t.pack(joinPassages(pieces))
	if err != nil {
		return err
	}
	if _, err := t.exec("INSERT INTO passage (doc, body) VALUES ($1, $2)", doc, packed); err != nil {
		return err
	}
	_, err = t.exec("INSERT INTO words (rowid, title, names, lines, body, facet) VALUES ($1, $2, $3, $4, $5, $6)",
		doc, title.String(), names.String(), lines.String(), body.String(), facet)
	return err
}

func (t *txn) dropWords(doc int64) error {
	if _, err := t.exec("DELETE FROM passage WHERE doc = $1", doc); err != nil {
		return err
	}
	_, err := t.exec("DELETE FROM words WHERE rowid = $1", doc)
	return err
}

// The days that stand for "without beginning" and "without end": 5.8 million
// years from 1970.
const (
	minDay = math.MinInt32
	maxDay = math.MaxInt32
)

const daySeconds = 24 * 60 * 60

// daysOf returns the days that a date may mean, half-open.
func daysOf(d edtf.Date) (lo, hi int64) {
	bounds := d.Bounds()
	lo, hi = bounds.From/daySeconds, bounds.To/daySeconds
	if lo*daySeconds > bounds.From {
		lo--
	}
	if hi*daySeconds < bounds.To {
		hi++
	}
	return max(minDay, min(maxDay, lo)), max(minDay, min(maxDay, hi))
}

// days returns the days of all that is dated in a briefing; hi is not after lo
// when nothing is.
func days(b *briefing.Briefing) (lo, hi int64) {
	lo, hi = maxDay, minDay
	add := func(d edtf.Date) {
		if !d.IsZero() {
			from, to := daysOf(d)
			lo, hi = min(lo, from), max(hi, to)
		}
	}
	for _, s := range b.Sources {
		add(s.Published.EDTF)
	}
	for _, e := range b.Events {
		add(e.Date.EDTF)
	}
	return lo, hi
}

// Reindex makes the index tables anew from the documents, all in one
// transaction. Progress is called with each briefing done, and may be nil.
//
// Errors: [ErrReadOnly], [ErrDamaged] for a document that cannot be read, and
// those of any write.
func (l *Library) Reindex(ctx context.Context, progress func(done, n int)) error {
	return l.transact(ctx, func(t *txn) error { return l.reindex(t, progress) })
}

func (l *Library) reindex(t *txn, progress func(done, n int)) error {
	// A damaged full text may not even be emptied, but always be dropped.
	if err := t.script("DROP TABLE IF EXISTS words"); err != nil {
		return err
	}
	for name := range t.w.stmts {
		if strings.Contains(name, "words") {
			t.w.stmts[name].Close()
			delete(t.w.stmts, name)
		}
	}
	if err := t.script(wordsTable + "; DELETE FROM passage; UPDATE entry SET wordsum = x''"); err != nil {
		return err
	}
	var keys []int64
	err := t.each("SELECT key FROM document ORDER BY key", nil, func(r scanner) error {
		var key int64
		keys = append(keys, 0)
		err := r.Scan(&key)
		keys[len(keys)-1] = key
		return err
	})
	if err != nil {
		return err
	}
	for n, key := range keys {
		if err := t.reindexOne(key, l.now().UnixMilli()); err != nil {
			return err
		}
		if progress != nil {
			progress(n+1, len(keys))
		}
	}
	return t.note("", ChangeAll, 0, l.owner)
}

func (t *txn) reindexOne(key, now int64) error {
	var id string
	var revision int64
	var d document
	at := entryTimes{created: now, used: now, changed: now}
	if err := t.row("SELECT id, revision, digest, body FROM document WHERE key = $1", key).Scan(&id, &revision, &d.digest, &d.body); err != nil {
		return err
	}
	err := found(t.row("SELECT created, used, changed, trashed FROM entry WHERE key = $1", key).Scan(&at.created, &at.used, &at.changed, &at.trashed))
	if err != nil && err != ErrMissing {
		return err
	}
	if d.body, err = stretch(d.body); err != nil {
		return err
	}
	if d.briefing, err = parse(d.body); err != nil {
		return err
	}
	return t.index(key, id, revision, &d, at)
}
