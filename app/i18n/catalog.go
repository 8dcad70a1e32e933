// Package i18n words messages, dates, counts and axis labels for the reader. It
// holds no words itself: they stand in the catalog, one JSON file a language
// (assets/i18n/en.json), and go-humanize adds the English of counts and ages.
//
// A date is worded with all that is known of it and no more: its precision and
// its qualifiers are never lost, and never invented.
package i18n

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/dustin/go-humanize"
)

// Catalog holds the messages of one language. It is immutable, so it is safe for
// concurrent use. Load makes one; the zero Catalog has no messages.
type Catalog struct {
	tag      string
	messages map[string]message
}

// message is a text in its plural forms; one is nil when it has only other.
type message struct{ one, other template }

// template is a text cut at its placeholders: literal, name, literal, …, literal.
type template []string

// Load reads the messages of a language from tag.json in fsys, as "en" from
// en.json. The file is one JSON object of message ID to text, or to its plural
// forms {"one": …, "other": …}; "{name}" in a text is a placeholder. Errors of
// fsys come as they are; any other names the file and the message.
func Load(fsys fs.FS, tag string) (*Catalog, error) {
	name := tag + ".json"
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, err
	}
	c := &Catalog{tag: tag, messages: map[string]message{}}
	if err := c.read(data); err != nil {
		return nil, fmt.Errorf("read messages %s: %w", name, err)
	}
	return c, nil
}

// read takes the file token by token, as a map would swallow a message that is
// there twice.
func (c *Catalog) read(data []byte) error {
	dec := json.NewDecoder(bytes.NewReader(data))
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		return errors.Join(errors.New("no JSON object"), err)
	}
	last := ""
	for dec.More() {
		t, err := dec.Token()
		if err != nil {
			return fmt.Errorf("after message %q: %w", last, err)
		}
		id := t.(string)
		if _, twice := c.messages[id]; twice {
			return fmt.Errorf("message %q: there twice", id)
		}
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			return fmt.Errorf("message %q: %w", id, err)
		}
		if c.messages[id], err = parseMessage(raw); err != nil {
			return fmt.Errorf("message %q: %w", id, err)
		}
		last = id
	}
	if _, err := dec.Token(); err != nil {
		return fmt.Errorf("after message %q: %w", last, err)
	}
	if dec.More() {
		return fmt.Errorf("after message %q: text behind the object", last)
	}
	return nil
}

func parseMessage(raw json.RawMessage) (m message, err error) {
	var text string
	if json.Unmarshal(raw, &text) == nil {
		m.other, err = parseTemplate(text)
		return m, err
	}
	var forms struct{ One, Other *string }
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&forms); err != nil {
		return m, errors.New(`neither a text nor {"one", "other"}`)
	}
	if forms.One == nil || forms.Other == nil {
		return m, errors.New(`plural form "one" or "other" is missing`)
	}
	if m.one, err = parseTemplate(*forms.One); err != nil {
		return m, err
	}
	m.other, err = parseTemplate(*forms.Other)
	return m, err
}

func parseTemplate(text string) (template, error) {
	if text == "" {
		return nil, errors.New("empty text")
	}
	var t template
	for {
		literal, rest, found := strings.Cut(text, "{")
		if strings.Contains(literal, "}") {
			return nil, errors.New(`"}" without "{"`)
		}
		t = append(t, literal)
		if !found {
			return t, nil
		}
		name, rest, closed := strings.Cut(rest, "}")
		if !closed || name == "" || strings.ContainsAny(name, "{ ") {
			return nil, errors.New(`"{" without a name and "}"`)
		}
		t = append(t, name)
		text = rest
	}
}

// Text returns the message id with its placeholders filled from kv: name, value,
// name, value. Whole numbers get thousands separators; other values are printed
// as fmt.Sprint does. The value of "n" chooses the plural form: one for 1. A
// message that is not there is "⟦id⟧", a value that is not given "⟦name⟧", so
// that it is seen.
func (c *Catalog) Text(id string, kv ...any) string {
	m, ok := c.messages[id]
	if !ok {
		return "⟦" + id + "⟧"
	}
	t := m.other
	if n, ok := value(kv, "n"); ok && m.one != nil && fmt.Sprint(n) == "1" {
		t = m.one
	}
	var b strings.Builder
	for i, s := range t {
		if i%2 == 0 {
			b.WriteString(s)
		} else if v, ok := value(kv, s); ok {
			b.WriteString(printed(v))
		} else {
			b.WriteString("⟦" + s + "⟧")
		}
	}
	return b.String()
}

func value(kv []any, name string) (any, bool) {
	for i := 0; i+1 < len(kv); i += 2 {
		if kv[i] == name {
			return kv[i+1], true
		}
	}
	return nil, false
}

func printed(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case int:
		return humanize.Comma(int64(v))
	case int64:
		return humanize.Comma(v)
	}
	return fmt.Sprint(v)
}

// Has reports whether there is a message id.
func (c *Catalog) Has(id string) bool {
	_, ok := c.messages[id]
	return ok
}

// IDs returns the message IDs, sorted.
func (c *Catalog) IDs() []string {
	ids := make([]string, 0, len(c.messages))
	for id := range c.messages {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// Tag returns the language tag that the catalog was loaded for, as "en".
func (c *Catalog) Tag() string { return c.tag }
