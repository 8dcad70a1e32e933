package syntax

import "math/bits"

// stringID is spaCy's number of a string: MurmurHash2, 64-bit version for 64-bit
// processors (Appleby), seed 1; 0 for the empty string. Tables that were trained
// with it are looked up by it.
func stringID(s string) uint64 {
	const m, seed = 0xc6a4a7935bd1e995, 1
	if len(s) == 0 {
		return 0
	}
	h := uint64(seed) ^ uint64(len(s))*m
	for ; len(s) >= 8; s = s[8:] {
		k := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		k *= m
		k ^= k >> 47
		h = (h ^ k*m) * m
	}
	if len(s) > 0 {
		for i, c := range []byte(s) {
			h ^= uint64(c) << (8 * i)
		}
		h *= m
	}
	h ^= h >> 47
	h *= m
	return h ^ h>>47
}

// rowKeys are the four hashes by which an embedding finds the rows that it adds up
// (MurmurHash3, x64, 128 bits, of one number, as thinc computes it).
func rowKeys(id uint64, seed uint32) [4]uint32 {
	h1 := bits.RotateLeft64(id*0x87c37b91114253d5, 31) * 0x4cf5ad432745937f
	h1 ^= uint64(seed) ^ 8
	h2 := uint64(seed) ^ 8
	h1 += h2
	h2 += h1
	h1, h2 = finish(h1), finish(h2)
	h1 += h2
	h2 += h1
	return [4]uint32{uint32(h1), uint32(h1 >> 32), uint32(h2), uint32(h2 >> 32)}
}

func finish(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}
