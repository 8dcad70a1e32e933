package session

import (
	"reflect"
	"strconv"
	"strings"

	"briefline/app/briefing"
)

// newFaults returns the faults of after that before does not have; nil if there
// are none. Items are known by ID, so that a fault which only moved up in its
// list is not a new one.
func newFaults(before *briefing.Briefing, had []briefing.Fault, after *briefing.Briefing, has []briefing.Fault) (out []briefing.Fault) {
	if len(has) == 0 {
		return nil
	}
	old := map[string]int{}
	for _, f := range had {
		old[faultKey(before, f)]++
	}
	for _, f := range has {
		key := faultKey(after, f)
		if old[key]--; old[key] < 0 {
			out = append(out, f)
		}
	}
	return out
}

// faultKey names a fault by the item it is in, without places in lists.
func faultKey(b *briefing.Briefing, f briefing.Fault) string {
	key := withoutPlaces(f.Path) + ":" + withoutPlaces(f.Reason)
	name, rest, ok := strings.Cut(strings.TrimPrefix(f.Path, "$."), "[")
	if !ok {
		return key
	}
	digits, _, _ := strings.Cut(rest, "]")
	n, err := strconv.Atoi(digits)
	v := reflect.ValueOf(b).Elem()
	for _, i := range lists {
		tag, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
		if tag == name && err == nil && n < v.Field(i).Len() {
			return itemID(v.Field(i).Index(n)) + ":" + key
		}
	}
	return key
}

// withoutPlaces blanks the numbers in brackets.
func withoutPlaces(s string) string {
	var b strings.Builder
	for {
		head, rest, ok := strings.Cut(s, "[")
		b.WriteString(head)
		if !ok {
			return b.String()
		}
		b.WriteString("[]")
		_, s, _ = strings.Cut(rest, "]")
	}
}
