package timeline

import "briefline/app/edtf"

const daySeconds = 86400

// floor returns the last boundary of st at or before t.
//
// Years step in round numbers of either era: 20, 10, 1 for AD 20, AD 10, AD 1 and
// 10 BC for 10 BC. There is no year 0, so the step between the eras is short by a
// year. Days start again with each month, and leave out a last one that would
// crowd the first of the next.
func (st step) floor(t int64) int64 {
	switch st.unit {
	case minutes, hours:
		n := st.n * int64(units[st.unit].seconds)
		return floorTo(t, n)
	case days:
		y, m, d, _, _, _ := edtf.Civil(t)
		n := int(st.n)
		d = (d-1)/n*n + 1
		if n > 1 && monthDays(y, m)-d+1 < n {
			d -= n
		}
		return edtf.Unix(y, m, d, 0, 0, 0)
	case months:
		y, m, _, _, _, _ := edtf.Civil(t)
		n := int(st.n)
		return edtf.Unix(y, (m-1)/n*n+1, 1, 0, 0, 0)
	}
	y, _, _, _, _, _ := edtf.Civil(t)
	return yearStart(floorYear(y, st.n))
}

// next returns the boundary after the boundary t; t itself at the end of the
// calendar.
func (st step) next(t int64) int64 {
	switch st.unit {
	case minutes, hours:
		return t + st.n*int64(units[st.unit].seconds)
	case days:
		y, m, d, _, _, _ := edtf.Civil(t)
		n := int(st.n)
		if d += n; d > monthDays(y, m) || n > 1 && monthDays(y, m)-d+1 < n {
			m, d = m+1, 1
		}
		return edtf.Unix(y, m, d, 0, 0, 0)
	case months:
		y, m, _, _, _, _ := edtf.Civil(t)
		return edtf.Unix(y, m+int(st.n), 1, 0, 0, 0)
	}
	y, _, _, _, _, _ := edtf.Civil(t)
	return yearStart(nextYear(y, st.n))
}

// floorYear returns the last round year at or before y, both astronomical: 0 is
// 1 BC, so n BC is 1-n.
func floorYear(y, n int64) int64 {
	switch {
	case y >= n:
		return y - y%n
	case y >= 1 && n != 2:
		return 1
	}
	return 1 - max(1, (n-y)/n)*n
}

// nextYear returns the round year after the round year y. Every second year leaves
// out AD 1, which would crowd AD 2.
func nextYear(y, n int64) int64 {
	switch {
	case y < n && y == 1:
		return n
	case n == 2 && y == -1:
		return 2
	}
	return y + n
}

func yearStart(y int64) int64 { return edtf.Unix(y, 1, 1, 0, 0, 0) }

func monthDays(y int64, m int) int {
	return int((edtf.Unix(y, m+1, 1, 0, 0, 0) - edtf.Unix(y, m, 1, 0, 0, 0)) / daySeconds)
}

// floorTo returns the last multiple of n at or before t.
func floorTo(t, n int64) int64 {
	r := t % n
	if r < 0 {
		r += n
	}
	return t - r
}
