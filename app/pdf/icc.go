package pdf

import (
	"encoding/binary"
	"math"
)

// profile returns an ICC profile of sRGB (ICC.1:2010, version 4.2; IEC
// 61966-2-1), which says what the colours in the file mean. It is made of the
// standard's numbers, a few hundred bytes, so that no one else's is shipped.
func profile() []byte {
	curve := []byte("para\x00\x00\x00\x00\x00\x03\x00\x00")
	curve = s15(curve, 2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045)
	adapt := s15([]byte("sf32\x00\x00\x00\x00"), // D65 to D50 (Bradford)
		1.04788208, 0.02291870, -0.05021667, 0.02958679, 0.99047852, -0.01707458, -0.00925255, 0.01507568, 0.75167847)
	tags := []struct {
		name string
		data []byte // nil: the same as the one before
	}{
		{"desc", localized("sRGB")},
		{"cprt", localized("No copyright, use freely")},
		{"wtpt", xyz(0.9642, 1, 0.8249)},
		{"chad", adapt},
		{"rXYZ", xyz(0.43606567, 0.22248840, 0.01391602)},
		{"gXYZ", xyz(0.38514709, 0.71687317, 0.09707642)},
		{"bXYZ", xyz(0.14306641, 0.06060791, 0.71409607)},
		{"rTRC", curve}, {"gTRC", nil}, {"bTRC", nil},
	}
	b := make([]byte, 128)
	binary.BigEndian.PutUint32(b[8:], 0x04200000)
	copy(b[12:], "mntrRGB XYZ ")
	copy(b[24:], "\x07\xEA\x00\x01\x00\x01") // dated 2026-01-01, always
	copy(b[36:], "acsp")
	copy(b[68:], s15(nil, 0.9642, 1, 0.8249))
	b = binary.BigEndian.AppendUint32(b, uint32(len(tags)))
	at, size := len(b)+12*len(tags), 0
	var data []byte
	for _, t := range tags {
		if t.data != nil {
			for len(data)%4 != 0 {
				data = append(data, 0)
			}
			at, size = 132+12*len(tags)+len(data), len(t.data)
			data = append(data, t.data...)
		}
		b = append(b, t.name...)
		b = binary.BigEndian.AppendUint32(b, uint32(at))
		b = binary.BigEndian.AppendUint32(b, uint32(size))
	}
	b = append(b, data...)
	binary.BigEndian.PutUint32(b, uint32(len(b)))
	return b
}

// s15 appends s15Fixed16Numbers.
func s15(b []byte, vs ...float64) []byte {
	for _, v := range vs {
		b = binary.BigEndian.AppendUint32(b, uint32(int32(math.Round(v*65536))))
	}
	return b
}

func xyz(x, y, z float64) []byte { return s15([]byte("XYZ \x00\x00\x00\x00"), x, y, z) }

// localized returns an ASCII text as a multiLocalizedUnicodeType.
func localized(s string) []byte {
	b := []byte("mluc\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x0cenUS")
	b = binary.BigEndian.AppendUint32(b, uint32(2*len(s)))
	b = binary.BigEndian.AppendUint32(b, 28)
	for _, c := range []byte(s) {
		b = append(b, 0, c)
	}
	return b
}
