//go:build !windows && !darwin

package printer

import (
	"context"
	"errors"
	"os"
	"os/exec"
)

func available() Means {
	if portalThere() {
		return Portal
	}
	if _, err := exec.LookPath("lp"); err == nil {
		return LP
	}
	return None
}

// print shows the desktop's dialog. Where there is no portal, or one without a
// print dialog, the file goes to the default printer.
func print(ctx context.Context, j Job, f *os.File) (Result, error) {
	result, err := printByPortal(ctx, j, f)
	if errors.Is(err, errNoPortal) {
		return printByLP(ctx, j)
	}
	return result, err
}
