//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
)

// briefing is a briefing file as plain JSON: the scripts' programs know none of
// the packages that they measure.
type briefing map[string]any

func readBriefing(path string) (b briefing, err error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return b, json.Unmarshal(data, &b)
}

func (b briefing) write(path string) error {
	data, err := json.Marshal(b)
	if err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}

func (b briefing) list(key string) []any { l, _ := b[key].([]any); return l }

// short is as much of the bundled briefing as fills two pages without the source.
func (b briefing) short() briefing {
	s := maps.Clone(b)
	s["checks"] = b.list("checks")[:2]
	s["statements"] = b.list("statements")[:10]
	kept := map[any]bool{}
	for _, statement := range s.list("statements") {
		kept[statement.(map[string]any)["id"]] = true
	}
	var events []any
	for _, event := range b.list("events") {
		e := maps.Clone(event.(map[string]any))
		delete(e, "note")
		if told, ok := e["statements"].([]any); ok {
			e["statements"] = slices.DeleteFunc(slices.Clone(told), func(id any) bool { return !kept[id] })
		}
		events = append(events, e)
	}
	s["events"] = events
	return s
}

// times is a briefing of n copies of the sources, with all that is told in them;
// the card and its checks stand once. A copy's dates are a year later.
func (b briefing) times(n int) briefing {
	long := maps.Clone(b)
	for _, key := range []string{"sources", "events", "participants", "statements"} {
		var all []any
		for k := range n {
			all = append(all, copied(b[key], "", k).([]any)...)
		}
		long[key] = all
	}
	return long
}

var (
	pointers = []string{"id", "source", "event", "affiliation", "side", "speaker", "addressee", "places", "participants", "statements"}
	year     = regexp.MustCompile(`\b[0-9]{4}\b`)
)

// copied returns copy k of the value under key. Copy 0 is the original.
func copied(v any, key string, k int) any {
	switch v := v.(type) {
	case map[string]any:
		out := map[string]any{}
		for key, member := range v {
			out[key] = copied(member, key, k)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = copied(v[i], key, k)
		}
		return out
	case string:
		switch {
		case k == 0 || v == "":
		case slices.Contains(pointers, key):
			return fmt.Sprintf("%s-%d", v, k)
		case key == "edtf":
			return year.ReplaceAllStringFunc(v, func(y string) string {
				n, _ := strconv.Atoi(y) // four digits
				return fmt.Sprintf("%04d", n+k)
			})
		}
	}
	return v
}
