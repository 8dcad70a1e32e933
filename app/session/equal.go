package session

import (
	"reflect"
	"slices"
	"time"

	"briefline/app/briefing"
	"briefline/app/edtf"
)

// equal reports whether two parts of briefings are written alike: an empty list
// and none are the same. Both must be addressable.
func equal(a, b reflect.Value) bool {
	switch x := a.Addr().Interface().(type) {
	case *edtf.Date:
		return *x == *b.Addr().Interface().(*edtf.Date)
	case *time.Time:
		return x.Equal(*b.Addr().Interface().(*time.Time))
	case *[]briefing.Anchor:
		return slices.Equal(*x, *b.Addr().Interface().(*[]briefing.Anchor))
	case *[]briefing.Span:
		return slices.Equal(*x, *b.Addr().Interface().(*[]briefing.Span))
	case *[]string:
		return slices.Equal(*x, *b.Addr().Interface().(*[]string))
	case **briefing.Extra:
		return *x == *b.Addr().Interface().(**briefing.Extra) || reflect.DeepEqual(a.Interface(), b.Interface())
	}
	switch a.Kind() {
	case reflect.String:
		return a.String() == b.String()
	case reflect.Struct:
		for i := range a.NumField() {
			if !equal(a.Field(i), b.Field(i)) {
				return false
			}
		}
		return true
	case reflect.Slice:
		if a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			if !equal(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	case reflect.Map:
		return a.Len() == 0 && b.Len() == 0 || reflect.DeepEqual(a.Interface(), b.Interface())
	}
	return reflect.DeepEqual(a.Interface(), b.Interface())
}
