package event

import "slices"

// absorb lets a telling of one noun alone join one whose title says more with the
// same noun: "Quake" joins "Quake kills 214". It comes after the choice, since the
// noun may have been chosen first.
func absorb(list []*telling) []*telling {
	return slices.DeleteFunc(list, func(t *telling) bool {
		if !t.main.noun || len(t.main.title.words) != 1 {
			return false
		}
		for _, u := range list {
			if u == t || u.main.noun && len(u.main.title.words) == 1 || conflict(t.main, u.main) || !namesIt(t.main, u.main) {
				continue
			}
			u.again = append(append(u.again, t.main), t.again...)
			return true
		}
		return false
	})
}
