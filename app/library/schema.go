package library

import "fmt"

// applicationID marks the file as ours in its header (sqlite.org/fileformat.html,
// 1.3.17): "BRLF".
const applicationID = 0x42524c46

// A migration brings a library from the version before to its own, all in one
// transaction.
type migration struct {
	sql     string
	do      func(*txn) error // after sql; nil: nothing more
	reindex bool             // the index tables are made anew afterwards
}

// migrations are in order; the n-th leads to version n, counted from 1. One that
// has shipped is never changed.
var migrations = []migration{{sql: schema1}, {sql: schema2, do: (*txn).packDocuments, reindex: true}}

// schema1 is the first version. The tables document, revision, original,
// history, repair and meta are the truth; entry is so in the columns id, created,
// used, changed and trashed. Times are Unix milliseconds, days are counted from
// 1 January 1970, proleptic Gregorian, half-open.
const schema1 = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES ('seeded', '0'), ('reader', '1');

CREATE TABLE document (
	key INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	file TEXT NOT NULL,         -- ID in the briefing's file
	revision INTEGER NOT NULL,  -- the current one
	last INTEGER NOT NULL,      -- the highest ever given
	digest BLOB NOT NULL,
	body BLOB NOT NULL          -- canonical JSON, or the file itself when it is of a newer form
);
CREATE INDEX document_file ON document (file);

CREATE TABLE revision (
	doc INTEGER NOT NULL,
	revision INTEGER NOT NULL,
	parent INTEGER NOT NULL,    -- 0: none
	at INTEGER NOT NULL,
	kind TEXT NOT NULL,
	title TEXT NOT NULL,
	digest BLOB NOT NULL,
	base INTEGER NOT NULL,      -- revision that body is the difference to; 0: none, body is whole
	size INTEGER NOT NULL,      -- of the JSON, in bytes
	body BLOB NOT NULL,
	PRIMARY KEY (doc, revision)
) WITHOUT ROWID;
CREATE INDEX revision_digest ON revision (doc, digest);

CREATE TABLE original (         -- a file that was imported and is not canonical
	doc INTEGER NOT NULL,
	digest BLOB NOT NULL,       -- of its canonical form
	body BLOB NOT NULL,         -- packed
	PRIMARY KEY (doc, digest)
) WITHOUT ROWID;

CREATE TABLE history (doc INTEGER PRIMARY KEY, at INTEGER NOT NULL, body BLOB NOT NULL);

CREATE TABLE repair (
	kind TEXT NOT NULL,
	key TEXT NOT NULL,          -- folded name
	name TEXT NOT NULL,
	target TEXT NOT NULL,
	at INTEGER NOT NULL,
	PRIMARY KEY (kind, key)
) WITHOUT ROWID;

CREATE TABLE change (
	seq INTEGER PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	what TEXT NOT NULL,
	revision INTEGER NOT NULL,
	owner TEXT NOT NULL
);

CREATE TABLE entry (
	key INTEGER PRIMARY KEY,
	id TEXT NOT NULL,
	created INTEGER NOT NULL,
	used INTEGER NOT NULL,
	changed INTEGER NOT NULL,
	trashed INTEGER NOT NULL,   -- 0: not in the trash
	revision INTEGER NOT NULL,
	title TEXT NOT NULL,
	sortkey TEXT NOT NULL,
	status TEXT NOT NULL,
	publisher TEXT NOT NULL,
	published TEXT NOT NULL,    -- EDTF
	lo INTEGER NOT NULL,        -- all days of publication and events
	hi INTEGER NOT NULL,
	events INTEGER NOT NULL,
	statements INTEGER NOT NULL,
	checks INTEGER NOT NULL,    -- open ones
	newer INTEGER NOT NULL,     -- 1: of a newer file form
	wordsum BLOB NOT NULL       -- of what words and passage hold
);
CREATE INDEX entry_used ON entry (used, key) WHERE trashed = 0;
CREATE INDEX entry_status ON entry (status, used, key) WHERE trashed = 0;
CREATE INDEX entry_trashed ON entry (trashed, key) WHERE trashed <> 0;
CREATE INDEX entry_title ON entry (sortkey, key) WHERE trashed = 0;
CREATE INDEX entry_changed ON entry (changed, key) WHERE trashed = 0;
CREATE INDEX entry_count ON entry (status, checks, trashed);

CREATE TABLE event (
	doc INTEGER NOT NULL,
	n INTEGER NOT NULL,         -- below 0: a source that was published then
	item TEXT NOT NULL,
	lo INTEGER NOT NULL,
	hi INTEGER NOT NULL,
	PRIMARY KEY (doc, n)
) WITHOUT ROWID;
CREATE INDEX event_days ON event (lo, hi);

CREATE TABLE participant (
	key TEXT NOT NULL,          -- kind:folded name
	doc INTEGER NOT NULL,
	item TEXT NOT NULL,
	PRIMARY KEY (key, doc, item)
) WITHOUT ROWID;
CREATE INDEX participant_doc ON participant (doc);

CREATE TABLE statement (
	speaker TEXT NOT NULL,      -- key of the participant; empty: not named
	doc INTEGER NOT NULL,
	n INTEGER NOT NULL,
	item TEXT NOT NULL,
	kind TEXT NOT NULL,
	PRIMARY KEY (speaker, doc, n)
) WITHOUT ROWID;
CREATE INDEX statement_doc ON statement (doc);

CREATE TABLE passage (          -- what is searched, as it is shown
	doc INTEGER NOT NULL,
	n INTEGER NOT NULL,
	field TEXT NOT NULL,
	item TEXT NOT NULL,
	body TEXT NOT NULL,
	PRIMARY KEY (doc, n)
) WITHOUT ROWID;
` + wordsTable

// wordsTable holds the folded full text: one rowid a document, words parted by
// spaces. The folding is ours, so SQLite's ascii tokenizer only cuts at spaces.
// The column facet holds what searches are narrowed by.
const wordsTable = `
CREATE VIRTUAL TABLE words USING fts5 (
	title, names, lines, body, facet,
	content='', contentless_delete=1, prefix='2 3', tokenize='ascii', columnsize=1
);
INSERT INTO words (words, rank) VALUES ('rank', 'bm25(12, 6, 4, 1, 0)');
`

// schema2 keeps documents packed, what is searched of a document in one packed row,
// and revisions in a table whose rows fill its pages: those of a table without
// rowids leave more than half of them empty when they are large. A briefing of an
// article of 3 KB takes a third of what it took. Typing is what stands in open
// forms and is not saved.
const schema2 = `
CREATE TABLE packed_revision (
	doc INTEGER NOT NULL,
	revision INTEGER NOT NULL,
	parent INTEGER NOT NULL,
	at INTEGER NOT NULL,
	kind TEXT NOT NULL,
	title TEXT NOT NULL,
	digest BLOB NOT NULL,
	base INTEGER NOT NULL,
	size INTEGER NOT NULL,
	body BLOB NOT NULL,
	UNIQUE (doc, revision)
);
INSERT INTO packed_revision SELECT doc, revision, parent, at, kind, title, digest, base, size, body FROM revision ORDER BY doc, revision;
DROP TABLE revision;
ALTER TABLE packed_revision RENAME TO revision;
CREATE INDEX revision_digest ON revision (doc, digest);

DROP TABLE passage;
CREATE TABLE passage (doc INTEGER PRIMARY KEY, body BLOB NOT NULL);

CREATE TABLE typing (place TEXT PRIMARY KEY, at INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
UPDATE meta SET value = '2' WHERE name = 'reader';
`

// packDocuments packs the documents of a library of version 1. One that is damaged
// stays as it is: to read it says so.
func (t *txn) packDocuments() error {
	var keys []int64
	err := t.each("SELECT key FROM document", nil, func(r scanner) error {
		var key int64
		err := r.Scan(&key)
		keys = append(keys, key)
		return err
	})
	if err != nil {
		return err
	}
	for _, key := range keys {
		var body []byte
		if err := t.row("SELECT body FROM document WHERE key = $1", key).Scan(&body); err != nil {
			return err
		}
		small, err := t.squeeze(body)
		if err != nil {
			return err
		}
		if _, err := t.exec("UPDATE document SET body = $1 WHERE key = $2", small, key); err != nil {
			return err
		}
	}
	return nil
}

// migrate brings the library that t is open on from version from to the last
// one of steps.
func migrate(t *txn, steps []migration, from int) error {
	for n := from; n < len(steps); n++ {
		if err := t.script(steps[n].sql); err != nil {
			return fmt.Errorf("migrate library to version %d: %w", n+1, err)
		}
		if do := steps[n].do; do != nil {
			if err := do(t); err != nil {
				return fmt.Errorf("migrate library to version %d: %w", n+1, err)
			}
		}
	}
	return t.script(fmt.Sprintf("PRAGMA user_version = %d", len(steps)))
}

// needsReindex reports whether one of the steps after version from asks for the
// index tables to be made anew.
func needsReindex(steps []migration, from int) bool {
	for _, step := range steps[from:] {
		if step.reindex {
			return true
		}
	}
	return false
}
