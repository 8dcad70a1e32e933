package typeset

// lru keeps what was used last, up to about twice limit entries: a full map
// becomes the old one, and what is asked for again moves to the new one. Two
// maps cost less than a list, and forget in one step. The zero value is ready;
// the caller locks.
type lru[K comparable, V any] struct {
	now, old map[K]V
}

func (c *lru[K, V]) get(k K, limit int) (V, bool) {
	if v, ok := c.now[k]; ok {
		return v, true
	}
	v, ok := c.old[k]
	if ok {
		c.put(k, v, limit)
	}
	return v, ok
}

func (c *lru[K, V]) put(k K, v V, limit int) {
	if c.now == nil || len(c.now) >= limit {
		c.old, c.now = c.now, make(map[K]V)
	}
	c.now[k] = v
}
