package briefing

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	raw, err := os.ReadFile("../../assets/briefing.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(string(raw)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	c.AssertFormat()
	if err := c.AddResource("briefing.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("briefing.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func check(t *testing.T, s *jsonschema.Schema, file string) error {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(doc)
}

func TestSchemaTakesTheBundledBriefing(t *testing.T) {
	schema := compileSchema(t)
	if err := check(t, schema, string(bundledBytes(t))); err != nil {
		t.Error(err)
	}
	// Members of tomorrow are no fault.
	more := strings.ReplaceAll(string(bundledBytes(t)), `"source": "mna"`, `"source": "mna", "x": {"y": null}`)
	if err := check(t, schema, more); err != nil {
		t.Error(err)
	}
}

// Each row replaces one piece of the bundled file. Neither the schema nor Read
// with Validate may take the result.
func TestSchemaRefuses(t *testing.T) {
	schema := compileSchema(t)
	good := string(bundledBytes(t))
	tests := []struct{ name, old, with string }{
		{"version", `"version": 1`, `"version": 0`},
		{"no version", `"version": 1,`, ``},
		{"status", `"status": "reviewed"`, `"status": "final"`},
		{"time", `"modified": "2026-11-23T12:00:00Z"`, `"modified": "23 November"`},
		{"empty ID", `"id": "k1"`, `"id": ""`},
		{"no ID", `"id": "k1",`, ``},
		{"empty text", `"text": "Meeting in Bishkek, `, `"text": "", "x": "`},
		{"text of another kind", `"language": "en"`, `"language": 7`},
		{"basis", `"basis": "inferred"`, `"basis": "guessed"`},
		{"relation", `"kind": "after"`, `"kind": "near"`},
		{"statement", `"kind": "denial"`, `"kind": "threat"`},
		{"participant", `"kind": "place"`, `"kind": "town"`},
		{"check", `"kind": "date-conflict"`, `"kind": ""`},
		{"position", `"start": 2029`, `"start": -1`},
		{"position as text", `"start": 2029`, `"start": "2029"`},
		{"fraction", `"start": 2029`, `"start": 2029.5`},
		{"anchor without words", `"exact": "2016", `, ``},
		{"added without a note", `"note": "Persian spelling; not in the article."`, `"note": ""`},
		{"alternative without a date", `"alternatives": [
        {
          "timex": "XXXX-WXX-4",`, `"alternatives": [
        {`},
		{"list", `"aliases": ["Tehran"]`, `"aliases": "Tehran"`},
		{"null", `"side": "iran"`, `"side": null`},
		{"accepted twice", `"status": "reviewed"`, `"review": {"accepted": ["q1", "q1"]}`},
		{"accepted nothing", `"status": "reviewed"`, `"review": {"accepted": [""]}`},
	}
	for _, tt := range tests {
		bad := strings.Replace(good, tt.old, tt.with, 1)
		if bad == good {
			t.Errorf("%s: the bundled file has no %s", tt.name, tt.old)
			continue
		}
		if check(t, schema, bad) == nil {
			t.Errorf("%s: the schema takes it", tt.name)
		}
		if b, err := Parse(strings.NewReader(bad)); err == nil && b.Validate() == nil {
			t.Errorf("%s: Parse and Validate take it", tt.name)
		}
	}
}

// Evidence is what the schema asks of every item.
func TestSchemaAsksForEvidence(t *testing.T) {
	schema := compileSchema(t)
	for _, list := range []string{"keyPoints", "events", "participants", "statements"} {
		var doc map[string]any
		if err := json.Unmarshal(bundledBytes(t), &doc); err != nil {
			t.Fatal(err)
		}
		item := doc[list].([]any)[0].(map[string]any)
		for name, spoil := range map[string]func(){
			"empty": func() { item["evidence"] = []any{} },
			"none":  func() { delete(item, "evidence") },
		} {
			spoil()
			if schema.Validate(doc) == nil {
				t.Errorf("%s, %s evidence: the schema takes it", list, name)
			}
		}
		item["basis"], item["note"] = "added", "why"
		if err := schema.Validate(doc); err != nil {
			t.Errorf("%s, added with a note: %v", list, err)
		}
	}
}

// The schema describes every member of the model and no other.
func TestSchemaNamesTheModel(t *testing.T) {
	raw, err := os.ReadFile("../../assets/briefing.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	type object struct {
		Properties map[string]any
		Defs       map[string]object `json:"$defs"`
	}
	var root object
	if err := json.Unmarshal(raw, &root); err != nil {
		t.Fatal(err)
	}
	for def, value := range map[string]any{"": Briefing{}, "line": Line{}, "source": Source{}, "dating": Dating{},
		"event": Event{}, "relation": Relation{}, "participant": Participant{}, "name": Name{}, "statement": Statement{},
		"check": Check{}, "note": Note{}, "review": Review{}, "anchor": Anchor{}, "span": Span{}} {
		described := root
		if def != "" {
			described = root.Defs[def]
		}
		form := formOf(value)
		for name := range form.byName {
			if described.Properties[name] == nil {
				t.Errorf("%s: the schema lacks %s", def, name)
			}
		}
		for name := range described.Properties {
			if _, ok := form.byName[name]; !ok {
				t.Errorf("%s: the model lacks %s", def, name)
			}
		}
	}
}

func formOf(value any) *form { return forms{}.of(reflect.TypeOf(value)) }
