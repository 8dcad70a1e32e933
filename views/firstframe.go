//go:build !headless

package views

import (
	"fmt"
	"image"
	"os"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// firstFrameEnv, set to "exit" by script/bench, has the program say how long
// its first frame took and end.
const firstFrameEnv = "BRIEFLINE_FIRST_FRAME"

// started is about when the program was.
var started = time.Now()

// watchFirstFrame wraps content so that the first painted frame is reported
// when the environment asks for it.
func watchFirstFrame(content fyne.CanvasObject) fyne.CanvasObject {
	if os.Getenv(firstFrameEnv) != "exit" {
		return content
	}
	seen := false
	probe := canvas.NewRaster(func(w, h int) image.Image {
		if !seen {
			seen = true
			// What is queued now runs after the frame being painted is shown.
			go fyne.Do(func() {
				fmt.Fprintf(os.Stderr, "first-frame %.1f\n", float64(time.Since(started).Microseconds())/1000)
				os.Exit(0)
			})
		}
		return image.NewRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	})
	corner := container.NewWithoutLayout(probe)
	probe.Resize(fyne.NewSize(1, 1))
	return container.NewStack(content, corner)
}
