package kit

import (
	"runtime"
	"strings"
)

// Keys words a shortcut as the platform does: "Main+Shift+Z" is "Ctrl+Shift+Z" or
// "⇧⌘Z", and words around it stay.
func Keys(combination string) string {
	if runtime.GOOS != "darwin" {
		return strings.NewReplacer("Main", "Ctrl").Replace(combination)
	}
	return strings.NewReplacer("Main+", "⌘", "Shift+", "⇧", "Alt+", "⌥").Replace(combination)
}
