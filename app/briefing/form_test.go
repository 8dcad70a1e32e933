package briefing

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"
)

// Unknown members stay where they were, at every level, in canonical form.
func TestUnknownMembersSurvive(t *testing.T) {
	const file = `{
  "version": 1,
  "id": "a",
  "title": {
    "id": "t",
    "text": "T",
    "evidence": [
      {"source": "s", "start": 0, "end": 1, "exact": "A", "x": {"deep":[1,2.50,"\u00e9 \/"]}}
    ],
    "x": {
      "b": [],
      "a": {}
    }
  },
  "sources": [
    {
      "id": "s",
      "published": {
        "x": "dating"
      },
      "candidates": [
        {
          "edtf": "2024-05-24",
          "words": "24 May",
          "origin": "line 2 of the text",
          "x": 1
        }
      ],
      "text": "A b.",
      "sentences": [
        {"start": 0, "end": 1, "x": 1},
        {"start": 2, "end": 4}
      ],
      "x": null
    },
    {
      "id": "s2",
      "text": "A b.",
      "sentences": [
        {"start": 0, "end": 1}
      ]
    }
  ],
  "events": [
    {
      "id": "e",
      "title": "E",
      "alternatives": [
        {
          "edtf": "2016",
          "x": false
        }
      ],
      "relations": [
        {
          "kind": "after",
          "event": "e",
          "x": 1e400
        }
      ],
      "places": ["p"],
      "x": 1
    }
  ],
  "participants": [
    {
      "id": "p",
      "kind": "person",
      "name": "P",
      "names": [
        {
          "text": "п",
          "x": 1
        }
      ],
      "x": 1
    }
  ],
  "statements": [
    {
      "id": "q",
      "kind": "claim",
      "words": "W",
      "x": 1
    }
  ],
  "checks": [
    {
      "id": "c",
      "kind": "own-kind",
      "words": "W",
      "x": 1
    }
  ],
  "notes": [
    {
      "id": "n",
      "text": "line\nbreak, \"quotes\", \u0001 and \\",
      "x": 1
    }
  ],
  "review": {
    "accepted": ["e", "q"],
    "dropped": ["gone"],
    "seen": ["p"],
    "x": 1
  },
  "": "empty name",
  "x": [
    {
      "y": 1
    }
  ]
}
`
	b := mustRead(t, file)
	if got := mustWrite(t, b.Clone()); got != file {
		t.Errorf("got %s\nwant %s", got, file)
	}
	if got := b.Title.Extra.Names(); !reflect.DeepEqual(got, []string{"x"}) {
		t.Errorf("names: got %v, want [x]", got)
	}
	if got := b.BottomLine.Extra.Names(); got != nil {
		t.Errorf("names: got %v, want nil", got)
	}
}

func TestWriteNormalises(t *testing.T) {
	b := mustParse(t, `{"notes":[],"bottomLine":{},"version":1,"modified":"2026-11-23T14:00:00+02:00","status":"","events":[{"date":{"edtf":""}}]}`)
	const want = `{
  "version": 1,
  "id": "",
  "title": {
    "id": "",
    "text": ""
  },
  "modified": "2026-11-23T12:00:00Z",
  "sources": [],
  "events": [
    {
      "id": "",
      "title": ""
    }
  ],
  "participants": [],
  "statements": [],
  "checks": []
}
`
	if got := mustWrite(t, b); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if got := mustWrite(t, &Briefing{}); !strings.Contains(got, `"version": 1`) {
		t.Errorf("zero briefing: got %s, want version 1", got)
	}
}

// What reads also writes, reads back equal, and writes the same bytes again.
func FuzzRead(f *testing.F) {
	f.Add(bundledBytes(f))
	f.Add([]byte(`{"version":1,"id":"a","title":{"id":"t","text":"T","basis":"added","note":"n"},"sources":[{"id":"s","text":"A. B.","sentences":[{"start":0,"end":2,"x":[{}]}]}],"x":1.50}`))
	f.Add([]byte(`{"version":2,"title":[],"modified":"0000-01-01T00:00:00Z"}`))
	f.Add([]byte(`{"version":1,"modified":"9999-12-31T23:59:60-01:00","\u0000":"\ud83d\ude00","events":[{"date":{"edtf":"[2016..]"}}]}`))
	f.Fuzz(func(t *testing.T, in []byte) {
		b, err := Read(bytes.NewReader(in))
		if err != nil {
			var fault *FileError
			if !errors.As(err, &fault) && err != ErrTooLarge {
				t.Fatalf("got %v, want a *FileError or ErrTooLarge", err)
			}
			if fault != nil && (fault.Line < 1 || fault.Column < 1 || fault.Reason == "") {
				t.Fatalf("%+v does not say where or what", fault)
			}
			return
		}
		b.Validate()
		b.Coverage()
		if b.ReadOnly() {
			return
		}
		first := mustWrite(t, b)
		again := mustRead(t, first)
		b.Version = Version
		if !reflect.DeepEqual(again, b) {
			t.Fatalf("read back:\n got %+v\nwant %+v", again, b)
		}
		if second := mustWrite(t, again); second != first {
			t.Fatalf("second writing:\n got %s\nwant %s", second, first)
		}
	})
}

// Nothing that hangs on a clone hangs on the original.
func TestCloneIsDeep(t *testing.T) {
	b := bundledBriefing(t)
	b.Notes = []Note{{ID: "n", Text: "N", Evidence: []Anchor{b.Title.Evidence[0]}}}
	b.Sources[0].SpanExtra = map[Span]*Extra{{Start: 0, End: 1}: {}}
	want := mustWrite(t, b)
	c := b.Clone()
	if !reflect.DeepEqual(c, b) {
		t.Fatal("the clone differs")
	}
	if n := blank(reflect.ValueOf(c).Elem()); n < 200 {
		t.Fatalf("blanked %d values, want the whole briefing", n)
	}
	if got := mustWrite(t, b); got != want || len(b.Sources[0].SpanExtra) != 1 {
		t.Error("a change of the clone shows in the original")
	}
}

// blank zeroes all slice elements below v, deepest first, and counts them.
func blank(v reflect.Value) (n int) {
	switch {
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			n += 1 + blank(v.Index(i))
			v.Index(i).SetZero()
		}
	case v.Kind() == reflect.Map:
		v.Clear()
	case v.Kind() == reflect.Struct && v.Type() != dateType && v.Type() != timeType:
		for i := range v.NumField() {
			n += blank(v.Field(i))
		}
	}
	return n
}

// What a draft says of itself comes back as it was written, numbers to the digit.
func TestDraftMembersSurvive(t *testing.T) {
	const file = `{"version": 1, "id": "b", "title": {"id": "t", "text": "T"}, "genre": "court",
		"figures": [{"id": "f", "label": "dead", "values": [{"words": "9", "low": 9, "high": 9.5e0}], "confidence": 0.82, "doubts": ["low-score"]}],
		"unknown": [{"id": "u", "text": "Who did it"}], "more": [{"id": "m", "title": "M", "state": "planned"}]}`
	b := mustRead(t, file)
	if f := b.Figures[0]; f.Confidence != .82 || f.Values[0].High != 9.5 || f.Doubts[0] != DoubtLowScore {
		t.Errorf("got %+v", f)
	}
	var out strings.Builder
	if err := b.Write(&out); err != nil {
		t.Fatal(err)
	}
	again := mustRead(t, out.String())
	if !reflect.DeepEqual(b, again) {
		t.Errorf("got %+v, want %+v", again, b)
	}
	for _, want := range []string{`"confidence": 0.82`, `"high": 9.5`, `"state": "planned"`, `"genre": "court"`} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s is not in the file", want)
		}
	}
	if _, err := Read(strings.NewReader(strings.Replace(file, "0.82", "1e999", 1))); err == nil || !strings.Contains(err.Error(), "want a number") {
		t.Errorf("got error %v, want one about the number", err)
	}
}
