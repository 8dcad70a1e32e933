//go:build !windows && !darwin

package printer

import (
	"encoding/binary"
	"errors"
	"strconv"
)

// attributes are the values of an IPP answer by name, as text: integers and
// enums in decimal. Binary and compound values are left out.
type attributes map[string][]string

func (a attributes) first(name string) string {
	if len(a[name]) == 0 {
		return ""
	}
	return a[name][0]
}

// number returns an integer or enum; 0, which no IPP state is, when it is missing.
func (a attributes) number(name string) int {
	n, _ := strconv.Atoi(a.first(name))
	return n
}

// Tags of RFC 8010, 3.5.
const (
	tagOperation = 0x01
	tagEnd       = 0x03
	tagInteger   = 0x21
	tagEnum      = 0x23
	tagName      = 0x42
	tagKeyword   = 0x44
	tagURI       = 0x45
	tagCharset   = 0x47
	tagLanguage  = 0x48
	tagLastText  = 0x49 // mimeMediaType; 0x41 to here are single strings
	tagFirstText = 0x41 // textWithoutLanguage
)

// ippRequest returns an IPP/2.0 request about one object, RFC 8010, 3.1.
func ippRequest(operation uint16, uriName, uri, user string, wanted []string) []byte {
	b := []byte{2, 0}
	b = binary.BigEndian.AppendUint16(b, operation)
	b = binary.BigEndian.AppendUint32(b, 1) // request-id
	b = append(b, tagOperation)
	add := func(tag byte, name, value string) {
		b = append(b, tag)
		b = binary.BigEndian.AppendUint16(b, uint16(len(name)))
		b = append(b, name...)
		b = binary.BigEndian.AppendUint16(b, uint16(len(value)))
		b = append(b, value...)
	}
	add(tagCharset, "attributes-charset", "utf-8") // this and the next must come first
	add(tagLanguage, "attributes-natural-language", "en")
	add(tagURI, uriName, uri)
	add(tagName, "requesting-user-name", user)
	name := "requested-attributes"
	for _, keyword := range wanted {
		add(tagKeyword, name, keyword)
		name = "" // further values of the same attribute
	}
	return append(b, tagEnd)
}

var errIPP = errors.New("no IPP answer")

// parseIPP reads an IPP answer: its status code, and the attributes of all
// groups. The error is errIPP for anything else.
func parseIPP(b []byte) (status uint16, found attributes, err error) {
	if len(b) < 9 || b[0] < 1 || b[0] > 2 {
		return 0, nil, errIPP
	}
	status, found = binary.BigEndian.Uint16(b[2:]), attributes{}
	b = b[8:]
	field := func() (value []byte, ok bool) {
		if len(b) < 2 {
			return nil, false
		}
		n := int(binary.BigEndian.Uint16(b))
		if b = b[2:]; len(b) < n {
			return nil, false
		}
		value, b = b[:n], b[n:]
		return value, true
	}
	name := ""
	for len(b) > 0 {
		tag := b[0]
		b = b[1:]
		if tag == tagEnd {
			return status, found, nil
		}
		if tag < 0x10 { // the next group
			continue
		}
		key, ok := field()
		value, ok2 := field()
		if !ok || !ok2 {
			return 0, nil, errIPP
		}
		if len(key) > 0 {
			name = string(key)
		}
		switch {
		case tag == tagInteger || tag == tagEnum:
			if len(value) != 4 {
				return 0, nil, errIPP
			}
			found[name] = append(found[name], strconv.Itoa(int(int32(binary.BigEndian.Uint32(value)))))
		case tag >= tagFirstText && tag <= tagLastText:
			found[name] = append(found[name], string(value))
		}
	}
	return 0, nil, errIPP // no end tag: cut off
}
