package printer

import (
	"context"
	"fmt"
	"os"
	"time"
)

func available() Means { return Preview }

// print opens the file in Preview: macOS has no command for its print dialog.
func print(ctx context.Context, j Job, _ *os.File) (Result, error) {
	if _, _, err := run(ctx, 30*time.Second, "/usr/bin/open", "-a", "Preview", j.Path); err != nil {
		if ctx.Err() != nil {
			return Result{}, err
		}
		return Result{}, fmt.Errorf("open in Preview: %w: %w", ErrFailed, err)
	}
	return Result{Means: Preview, Opened: true}, nil
}
