//go:build linux && !headless

package realwindow

import (
	"image"
	"image/color"
	"slices"
)

// count returns how many pixels of a part have exactly a colour.
func count(img *image.RGBA, part image.Rectangle, c color.NRGBA) int {
	n := 0
	each(img, part, c, func(int, int) { n++ })
	return n
}

func each(img *image.RGBA, part image.Rectangle, c color.NRGBA, do func(x, y int)) {
	part = part.Intersect(img.Rect)
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			if px := img.Pix[img.PixOffset(x, y):]; px[0] == c.R && px[1] == c.G && px[2] == c.B {
				do(x, y)
			}
		}
	}
}

// blob is a connected area of one colour.
type blob struct {
	image.Rectangle     // around it
	pixels          int // that it covers
}

// full reports whether it covers at least a share of its rectangle.
func (b blob) full(share float64) bool {
	return float64(b.pixels) >= share*float64(b.Dx()*b.Dy())
}

// blobs returns the areas of exactly a colour inside a part, from the top down.
func blobs(img *image.RGBA, part image.Rectangle, c color.NRGBA) (out []blob) {
	todo := map[image.Point]bool{}
	var seeds []image.Point
	each(img, part, c, func(x, y int) {
		todo[image.Pt(x, y)] = true
		seeds = append(seeds, image.Pt(x, y))
	})
	for _, seed := range seeds {
		if !todo[seed] {
			continue
		}
		delete(todo, seed)
		b, edge := blob{Rectangle: image.Rectangle{seed, seed}}, []image.Point{seed}
		for len(edge) > 0 {
			at := edge[len(edge)-1]
			edge = edge[:len(edge)-1]
			b.Rectangle = b.Union(image.Rectangle{at, at.Add(image.Pt(1, 1))})
			b.pixels++
			for _, d := range []image.Point{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
				if next := at.Add(d); todo[next] {
					delete(todo, next)
					edge = append(edge, next)
				}
			}
		}
		out = append(out, b)
	}
	slices.SortFunc(out, func(a, b blob) int {
		if a.Min.Y != b.Min.Y {
			return a.Min.Y - b.Min.Y
		}
		return a.Min.X - b.Min.X
	})
	return out
}

// strangers returns the share of the pixels of a part, 0 to 1, that two pictures
// show plainly different. OpenGL and the software painter round an edge
// otherwise, which is not plain.
func strangers(a, b *image.RGBA, part image.Rectangle) float64 {
	part = part.Intersect(a.Rect).Intersect(b.Rect)
	n := 0
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			p, q := a.Pix[a.PixOffset(x, y):], b.Pix[b.PixOffset(x, y):]
			for i := range 3 {
				if max(p[i], q[i])-min(p[i], q[i]) > 50 {
					n++
					break
				}
			}
		}
	}
	return float64(n) / float64(max(1, part.Dx()*part.Dy()))
}
