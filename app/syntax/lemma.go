package syntax

import "strings"

func lemma(w *Word) string {
	if w.POS == PROPN {
		return w.Form
	}
	return strings.ToLower(w.Form)
}
