package briefing

import (
	"reflect"
	"strconv"
	"strings"
	"time"

	"briefline/app/edtf"
)

// The file form is the json tags of the model. Reading, writing and cloning
// follow them by reflection, so a new member is one line in the model and none
// here.

// form is what the tags of one struct type say.
type form struct {
	fields []formField
	byName map[string]int // index into fields
}

type formField struct {
	name      string
	index     int // in the struct
	omitEmpty bool
}

// forms builds each struct type's form once a call.
type forms map[reflect.Type]*form

func (f forms) of(t reflect.Type) *form {
	if known := f[t]; known != nil {
		return known
	}
	made := &form{byName: map[string]int{}}
	for i := range t.NumField() {
		name, opts, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		if name == "-" {
			continue
		}
		made.byName[name] = len(made.fields)
		made.fields = append(made.fields, formField{name, i, opts == "omitempty"})
	}
	f[t] = made
	return made
}

var (
	dateType   = reflect.TypeFor[edtf.Date]()
	timeType   = reflect.TypeFor[time.Time]()
	spanType   = reflect.TypeFor[Span]()
	anchorType = reflect.TypeFor[Anchor]()
)

// isEmpty reports whether an omitempty member is left out.
func isEmpty(v reflect.Value) bool {
	if zero, ok := v.Interface().(interface{ IsZero() bool }); ok {
		return zero.IsZero()
	}
	switch v.Kind() {
	case reflect.Slice, reflect.Map:
		return v.Len() == 0
	case reflect.Struct:
		for i := range v.NumField() {
			if !isEmpty(v.Field(i)) {
				return false
			}
		}
		return true
	}
	return v.IsZero()
}

// path is a JSON path in the making.
type path []string

func (p *path) name(s string) {
	for _, r := range s {
		if r != '_' && (r < '0' || r > '9') && (r|0x20 < 'a' || r|0x20 > 'z') {
			*p = append(*p, "["+strconv.Quote(s)+"]")
			return
		}
	}
	*p = append(*p, "."+s)
}
func (p *path) index(i int)   { *p = append(*p, "["+strconv.Itoa(i)+"]") }
func (p *path) pop()          { *p = (*p)[:len(*p)-1] }
func (p path) String() string { return "$" + strings.Join(p, "") }

// Clone returns a deep copy: no edit of one is seen in the other. Only [Extra]
// is shared, which nothing changes.
func (b *Briefing) Clone() *Briefing {
	c := *b
	detach(reflect.ValueOf(&c).Elem())
	return &c
}

// detach gives every slice and map below v a backing of its own.
func detach(v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice:
		if v.IsNil() {
			return
		}
		own := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(own, v)
		v.Set(own)
		if t := v.Type().Elem(); t.Kind() != reflect.Struct || t == anchorType || t == spanType {
			return // nothing in them to detach
		}
		for i := range own.Len() {
			detach(own.Index(i))
		}
	case reflect.Map:
		if v.IsNil() {
			return
		}
		own := reflect.MakeMapWithSize(v.Type(), v.Len())
		for _, k := range v.MapKeys() {
			own.SetMapIndex(k, v.MapIndex(k))
		}
		v.Set(own)
	case reflect.Struct:
		if v.Type() == dateType || v.Type() == timeType {
			return
		}
		for i := range v.NumField() {
			detach(v.Field(i))
		}
	}
}
