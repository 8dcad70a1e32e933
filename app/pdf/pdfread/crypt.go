package pdfread

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
)

// Encryption with the empty password for users, with which every reader opens a file
// that only keeps others from changing it: the standard security handler, revisions 2
// to 4 (ISO 32000-1, 7.6.3) and 5 and 6 (ISO 32000-2, 7.6.4).

// crypt decrypts the strings and streams of a file.
type crypt struct {
	key             []byte
	streams, words  method
	encryptMetadata bool
	number          int // of the Encrypt dictionary, which is in the clear; 0: none
}

type method int

const (
	inClear method = iota
	byRC4
	byAES128
	byAES256
)

// padding fills up a password (ISO 32000-1, algorithm 2, step a): all of it is the
// empty one.
const padding = "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A"

// unlock finds the key. Locked says that the file needs a password, or is encrypted in
// a way that is not known here.
func (f *File) unlock() {
	if f.Trailer == nil || f.Trailer["Encrypt"] == nil {
		return
	}
	f.Locked = true
	d := f.Dict(f.Trailer["Encrypt"])
	if d == nil || d["Filter"] != Name("Standard") {
		return
	}
	number := func(key Name, otherwise int) int {
		if n, ok := f.Get(d[key]).(int); ok {
			return n
		}
		return otherwise
	}
	text := func(key Name) []byte { s, _ := f.Get(d[key]).(String); return []byte(s) }
	c := &crypt{encryptMetadata: f.Get(d["EncryptMetadata"]) != false}
	if r, ok := f.Trailer["Encrypt"].(Ref); ok {
		c.number = int(r)
	}
	version, revision, bits := number("V", 0), number("R", 2), number("Length", 40)
	switch version {
	case 1:
		bits, c.streams, c.words = 40, byRC4, byRC4
	case 2, 3:
		c.streams, c.words = byRC4, byRC4
	case 4, 5:
		c.streams, c.words = f.filter(d, "StmF"), f.filter(d, "StrF")
		if version == 4 {
			bits = 128
		}
	default:
		return
	}
	if bits < 40 || bits > 256 || bits%8 != 0 {
		return
	}
	if version == 5 {
		c.key = keyOf256(text("U"), text("UE"), revision)
	} else {
		var id []byte
		if ids := f.Array(f.Trailer["ID"]); len(ids) > 0 {
			s, _ := f.Get(ids[0]).(String)
			id = []byte(s)
		}
		c.key = keyOf(text("O"), text("U"), id, uint32(int32(number("P", 0))), revision, bits/8, c.encryptMetadata)
	}
	if c.key == nil {
		return
	}
	f.Locked, f.crypt = false, c
	f.cache = map[int]any{} // what was read in the clear
}

// filter returns the method of a crypt filter (ISO 32000-1, 7.6.5).
func (f *File) filter(d Dict, key Name) method {
	name, _ := f.Get(d[key]).(Name)
	if name == "" || name == "Identity" {
		return inClear
	}
	switch f.Get(f.Dict(f.Dict(d["CF"])[name])["CFM"]) {
	case Name("V2"):
		return byRC4
	case Name("AESV2"):
		return byAES128
	case Name("AESV3"):
		return byAES256
	}
	return inClear
}

// keyOf returns the key for the empty password; nil if it is not the one (algorithms
// 2, 4 and 5).
func keyOf(owner, user, id []byte, permissions uint32, revision, size int, metadata bool) []byte {
	if len(owner) < 32 || len(user) < 16 || size > 16 {
		return nil
	}
	h := md5.New()
	h.Write([]byte(padding))
	h.Write(owner[:32])
	h.Write(binary.LittleEndian.AppendUint32(nil, permissions))
	h.Write(id)
	if revision >= 4 && !metadata {
		h.Write([]byte{0xFF, 0xFF, 0xFF, 0xFF})
	}
	key := h.Sum(nil)
	if revision < 3 {
		size = 5
	} else {
		for range 50 {
			sum := md5.Sum(key[:size])
			key = sum[:]
		}
	}
	key = key[:size]
	if revision < 3 {
		check := []byte(padding)
		rc4XOR(key, check)
		if len(user) < 32 || !bytes.Equal(check, user[:32]) {
			return nil
		}
		return key
	}
	sum := md5.Sum(append([]byte(padding), id...))
	check := sum[:]
	for i := range 20 {
		turned := bytes.Clone(key)
		for k := range turned {
			turned[k] ^= byte(i)
		}
		rc4XOR(turned, check)
	}
	if !bytes.Equal(check, user[:16]) {
		return nil
	}
	return key
}

func rc4XOR(key, data []byte) {
	if c, err := rc4.NewCipher(key); err == nil {
		c.XORKeyStream(data, data)
	}
}

// keyOf256 returns the key for the empty password; nil if it is not the one (ISO
// 32000-2, algorithm 2.A).
func keyOf256(user, wrapped []byte, revision int) []byte {
	if len(user) < 48 || len(wrapped) < 32 {
		return nil
	}
	hash := func(salt []byte) []byte {
		if revision < 6 {
			sum := sha256.Sum256(salt)
			return sum[:]
		}
		return hash6(salt)
	}
	if !bytes.Equal(hash(user[32:40]), user[:32]) {
		return nil
	}
	block, err := aes.NewCipher(hash(user[40:48]))
	if err != nil {
		return nil
	}
	key := make([]byte, 32)
	cipher.NewCBCDecrypter(block, make([]byte, 16)).CryptBlocks(key, wrapped[:32])
	return key
}

// hash6 is algorithm 2.B for the empty password of users.
func hash6(salt []byte) []byte {
	sum := sha256.Sum256(salt)
	k := sum[:]
	for round := 0; ; round++ {
		k1 := bytes.Repeat(k, 64)
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		e := make([]byte, len(k1))
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(e, k1)
		rest := 0
		for _, c := range e[:16] {
			rest += int(c)
		}
		switch rest % 3 {
		case 0:
			s := sha256.Sum256(e)
			k = s[:]
		case 1:
			s := sha512.Sum384(e)
			k = s[:]
		default:
			s := sha512.Sum512(e)
			k = s[:]
		}
		if round >= 63 && int(e[len(e)-1]) <= round-32 {
			return k[:32]
		}
	}
}

// open decrypts what belongs to the object of that number and generation.
func (c *crypt) open(data []byte, m method, number, generation int) []byte {
	switch m {
	case inClear:
		return data
	case byAES256:
		return openAES(c.key, data)
	}
	key := append(bytes.Clone(c.key), byte(number), byte(number>>8), byte(number>>16), byte(generation), byte(generation>>8))
	if m == byAES128 {
		key = append(key, "sAlT"...)
	}
	sum := md5.Sum(key)
	key = sum[:min(len(c.key)+5, 16)]
	if m == byAES128 {
		return openAES(key, data)
	}
	out := bytes.Clone(data)
	rc4XOR(key, out)
	return out
}

// openAES decrypts what begins with its initial vector and ends in padding.
func openAES(key, data []byte) []byte {
	block, err := aes.NewCipher(key)
	n := len(data) &^ 15
	if err != nil || n < 32 {
		return nil
	}
	out := make([]byte, n-16)
	cipher.NewCBCDecrypter(block, data[:16]).CryptBlocks(out, data[16:n])
	if pad := int(out[len(out)-1]); pad >= 1 && pad <= 16 {
		out = out[:len(out)-pad]
	}
	return out
}

// decrypt returns a value with its strings and its stream in the clear.
func (c *crypt) decrypt(v any, number, generation int) any {
	switch v := v.(type) {
	case String:
		return String(c.open([]byte(v), c.words, number, generation))
	case Array:
		out := make(Array, len(v))
		for i, e := range v {
			out[i] = c.decrypt(e, number, generation)
		}
		return out
	case Dict:
		out := make(Dict, len(v))
		for k, e := range v {
			out[k] = c.decrypt(e, number, generation)
		}
		return out
	case Stream:
		d, _ := c.decrypt(v.Dict, number, generation).(Dict)
		kind := v.Dict["Type"]
		if kind == Name("XRef") || kind == Name("Metadata") && !c.encryptMetadata || ownFilter(v.Dict) {
			return Stream{d, v.Raw}
		}
		return Stream{d, c.open(v.Raw, c.streams, number, generation)}
	}
	return v
}

// ownFilter reports whether a stream names its own crypt filter, which is Identity in
// all files that are about.
func ownFilter(d Dict) bool {
	if d["Filter"] == Name("Crypt") {
		return true
	}
	a, _ := d["Filter"].(Array)
	return len(a) > 0 && a[0] == Name("Crypt")
}
