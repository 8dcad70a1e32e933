package library

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strings"
	"unicode"

	"briefline/app/briefing"
)

// document is a briefing with its bytes.
type document struct {
	briefing *briefing.Briefing
	body     []byte         // canonical; the file itself when it is of a newer form
	digest   []byte         // of body
	original []byte         // the file, when it says the same in other bytes; else nil
	small    []byte         // body, squeezed; nil until it is asked for
	mended   briefing.Fault // the first that was put right at reading
}

// form returns the document of a briefing. Errors: those of Briefing.Write.
func form(b *briefing.Briefing) (document, error) {
	var body bytes.Buffer
	if err := b.Write(&body); err != nil {
		return document{}, err
	}
	return document{briefing: b, body: body.Bytes(), digest: digest(body.Bytes())}, nil
}

// readFile reads a briefing file. One of a newer form is kept as it is, since
// this program does not know all that it says. Errors: those of briefing.Read.
func readFile(data []byte) (document, error) {
	b, faults, err := briefing.ReadMended(bytes.NewReader(data))
	if err != nil {
		return document{}, err
	}
	var mended briefing.Fault
	if len(faults) > 0 {
		mended = faults[0]
	}
	if b.ReadOnly() {
		return document{briefing: b, body: data, digest: digest(data), mended: mended}, nil
	}
	d, err := form(b)
	d.mended = mended
	if err == nil && !bytes.Equal(d.body, data) {
		d.original = data
	}
	return d, err
}

// squeezed returns the body as the tables keep it, packed once.
func (t *txn) squeezed(d *document) ([]byte, error) {
	var err error
	if d.small == nil {
		d.small, err = t.squeeze(d.body)
	}
	return d.small, err
}

func digest(b []byte) []byte {
	sum := sha256.Sum256(b)
	return sum[:16]
}

// parse reads a stored body. The program wrote it, so a fault is damage.
func parse(body []byte) (*briefing.Briefing, error) {
	b, err := briefing.Read(bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("%w: stored briefing: %w", ErrDamaged, err)
	}
	return b, nil
}

// intact compares a stored body with its digest: a disk may return what nobody
// wrote.
func intact(id string, body, sum []byte) error {
	if bytes.Equal(digest(body), sum) {
		return nil
	}
	return fmt.Errorf("briefing %q: %w: not what was saved", id, ErrDamaged)
}

// stored reads a document as the table holds it. Errors: [ErrDamaged].
func stored(id string, packed, sum []byte) (*briefing.Briefing, error) {
	body, err := stretch(packed)
	if err == nil {
		err = intact(id, body, sum)
	}
	if err != nil {
		return nil, err
	}
	b, err := parse(body)
	if err != nil {
		return nil, fmt.Errorf("briefing %q: %w", id, err)
	}
	return b, nil
}

func missing(id string, err error) error { return fmt.Errorf("briefing %q: %w", id, err) }

// fallbackID is what a briefing is called whose own ID no person could name.
const fallbackID = "briefing"

// maxID is the longest ID taken over from a file, in bytes.
const maxID = 80

// usableID returns the briefing's own ID as it can be typed on a command line,
// named in a list, and made the name of a file.
func usableID(id string) string {
	id = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || r == '_' || r == '.' {
			return r
		}
		return '-'
	}, strings.ToValidUTF8(id, "-"))
	id = strings.Trim(id, "-.")
	if id == "" || len(id) > maxID {
		return fallbackID
	}
	return id
}

// The first revision whose difference is taken to, and how much of the whole a
// difference may be before a revision is kept whole again.
const (
	maxChain    = 50
	maxDeltaPer = 4
)

// keepRevision writes the document as revision n of doc. Most revisions are kept
// as the difference to one that is whole, so reading one takes two rows.
func (t *txn) keepRevision(doc, n, parent, at int64, kind Kind, d *document) error {
	body, base := []byte(nil), int64(0)
	var whole, size int64
	var packed []byte
	err := found(t.row("SELECT revision, size, body FROM revision WHERE doc = $1 AND base = 0 ORDER BY revision DESC LIMIT 1", doc).Scan(&whole, &size, &packed))
	if err == nil && n-whole <= maxChain {
		// One that is damaged carries no other: this one is kept whole.
		if from, err := unpack(packed); err == nil {
			steps := delta(from, d.body)
			if len(steps) < len(d.body)/maxDeltaPer {
				body, base = steps, whole
			}
		}
	} else if err != nil && err != ErrMissing {
		return err
	}
	if base == 0 {
		if packed, err = t.squeezed(d); err == nil {
			packed = packed[1:] // of a revision it is known
		}
	} else {
		packed, err = t.pack(body)
	}
	if err != nil {
		return err
	}
	_, err = t.exec(`INSERT INTO revision (doc, revision, parent, at, kind, title, digest, base, size, body)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`, doc, n, parent, at, string(kind), d.briefing.Title.Text, d.digest, base, len(d.body), packed)
	return err
}

// keepOriginal keeps the file that was imported, to give it back byte for byte.
func (t *txn) keepOriginal(doc int64, d *document) error {
	if d.original == nil {
		_, err := t.exec("DELETE FROM original WHERE doc = $1 AND digest = $2", doc, d.digest)
		return err
	}
	packed, err := t.pack(d.original)
	if err != nil {
		return err
	}
	_, err = t.exec("INSERT INTO original (doc, digest, body) VALUES ($1, $2, $3) ON CONFLICT (doc, digest) DO UPDATE SET body = excluded.body", doc, d.digest, packed)
	return err
}
