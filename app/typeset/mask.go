package typeset

import (
	"image"
	"image/draw"
	"math"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/vector"
)

const (
	maskBytes  = 2 << 20 // of one half of the cache; see lru
	maxMaskDim = 2048    // larger glyphs are not drawn; nothing on the screen is
	maxKept    = 256     // larger masks are drawn anew each time
	maxSnapped = 40      // pixels an em up to which heights are fitted to the pixels
)

// mask is a glyph's coverage, row by row; left and top lead from its origin's
// pixel to its corner.
type mask struct {
	pix       []uint8
	w, h      int
	left, top int
}

type maskKey struct {
	glyph  uint32
	size   int32 // pixels an em, 1/64
	face   faceID
	slant  bool
	px, py uint8 // quarters of a pixel
}

// maskCache keeps the masks drawn last, within 2*maskBytes.
type maskCache struct {
	mu       sync.Mutex
	now, old map[maskKey]*mask
	bytes    int
	raster   *vector.Rasterizer
}

// glyph returns the mask of a glyph whose origin is at x, y in pixels, and where
// the mask's corner falls; nil for a glyph without ink. y is fitted to whole
// pixels unless the glyph stands off the baseline, as marks do.
func (c *maskCache) glyph(f *Face, id uint32, size, slant, x, y float64) (m *mask, ix, iy int) {
	qx, qy := math.Floor(x*4+0.5), math.Floor(y*4+0.5)
	fx, fy := math.Floor(qx/4), math.Floor(qy/4)
	key := maskKey{id, int32(bounded(size, 0, 1e6)*64 + 0.5), f.id, slant != 0, uint8(qx - 4*fx), uint8(qy - 4*fy)}
	c.mu.Lock()
	defer c.mu.Unlock()
	m, ok := c.now[key]
	if !ok {
		if m, ok = c.old[key]; !ok {
			m = c.draw(f, key, slant)
		}
		c.keep(key, m)
	}
	if m == nil || m.w == 0 {
		return nil, 0, 0
	}
	return m, int(fx) + m.left, int(fy) + m.top
}

func (c *maskCache) keep(key maskKey, m *mask) {
	const overhead = 96
	if m.w > maxKept || m.h > maxKept {
		return
	}
	if c.now == nil || c.bytes > maskBytes {
		c.old, c.now, c.bytes = c.now, map[maskKey]*mask{}, 0
	}
	c.now[key] = m
	c.bytes += len(m.pix) + overhead
}

// draw rasterises a glyph by its outline, y down.
func (c *maskCache) draw(f *Face, key maskKey, slant float64) *mask {
	size := float64(key.size) / 64
	outline, ok := f.load().drawn.GlyphDataOutline(font.GID(key.glyph))
	if !ok || len(outline.Segments) == 0 {
		return &mask{}
	}
	k := size / f.upem
	warp := f.fit(size)
	dx, dy := float64(key.px)/4, float64(key.py)/4
	place := func(p opentype.SegmentPoint) (float32, float32) {
		y := float64(p.Y)
		return float32((float64(p.X)+slant*y)*k + dx), float32(dy - warp(y*k))
	}
	var x0, y0, x1, y1 float32 = math.MaxFloat32, math.MaxFloat32, -math.MaxFloat32, -math.MaxFloat32
	for i := range outline.Segments {
		for _, p := range outline.Segments[i].ArgsSlice() {
			x, y := place(p)
			x0, y0, x1, y1 = min(x0, x), min(y0, y), max(x1, x), max(y1, y)
		}
	}
	left, top := int(math.Floor(float64(x0))), int(math.Floor(float64(y0)))
	w, h := int(math.Ceil(float64(x1)))-left, int(math.Ceil(float64(y1)))-top
	if w <= 0 || h <= 0 || w > maxMaskDim || h > maxMaskDim {
		return &mask{}
	}
	if c.raster == nil {
		c.raster = vector.NewRasterizer(w, h)
	}
	z := c.raster
	z.Reset(w, h)
	z.DrawOp = draw.Src
	at := func(p opentype.SegmentPoint) (float32, float32) {
		x, y := place(p)
		return x - float32(left), y - float32(top)
	}
	for i := range outline.Segments {
		s := &outline.Segments[i]
		ax, ay := at(s.Args[0])
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			z.ClosePath()
			z.MoveTo(ax, ay)
		case opentype.SegmentOpLineTo:
			z.LineTo(ax, ay)
		case opentype.SegmentOpQuadTo:
			bx, by := at(s.Args[1])
			z.QuadTo(ax, ay, bx, by)
		case opentype.SegmentOpCubeTo:
			bx, by := at(s.Args[1])
			cx, cy := at(s.Args[2])
			z.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	z.ClosePath()
	a := &image.Alpha{Pix: make([]uint8, w*h), Stride: w, Rect: image.Rect(0, 0, w, h)}
	z.Draw(a, a.Rect, image.Opaque, image.Point{})
	return &mask{a.Pix, w, h, left, top}
}
