// Package realwindow holds no program: its tests start the built one on a screen
// in memory (Xvfb), work it from outside with pointer and keyboard (xdotool),
// and judge it by the picture on that screen.
//
// They need Linux, Xvfb and xdotool, and without them are skipped, or fail when
// CI=true. BRIEFLINE_BIN names the program; without it they build it. A test that
// fails leaves its pictures in out/realwindow.
package realwindow
