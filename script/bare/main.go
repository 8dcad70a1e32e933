//go:build !headless

// Command bare opens the plainest Fyne window there is. script/bench starts it
// in turn with Briefline, as the yardstick for the time to the first frame.
package main

import (
	"fmt"
	"image"
	"image/color"
	"os"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

func main() {
	start := time.Now()
	a := app.NewWithID("org.briefline.bare")
	w := a.NewWindow("Bare")
	w.SetContent(container.NewStack(widget.NewLabel("Bare"), frameProbe(func() {
		fmt.Fprintf(os.Stderr, "first-frame %.1f\n", float64(time.Since(start).Microseconds())/1000)
		if os.Getenv("BRIEFLINE_FIRST_FRAME") == "exit" {
			os.Exit(0)
		}
	})))
	w.Resize(fyne.NewSize(1360, 860))
	w.ShowAndRun()
}

// frameProbe returns an object that calls painted once, after the first frame
// that holds it was handed to the screen. Fyne asks a raster for its pixels
// while it paints, and runs queued functions between two frames.
func frameProbe(painted func()) fyne.CanvasObject {
	asked := false
	raster := canvas.NewRaster(func(w, h int) image.Image {
		if !asked {
			asked = true
			go fyne.Do(painted)
		}
		return image.NewUniform(color.Transparent)
	})
	raster.Resize(fyne.NewSize(1, 1))
	return container.NewWithoutLayout(raster)
}
