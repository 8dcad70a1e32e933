// Package kit holds the widgets that know no briefing: shaped text, buttons,
// tabs, columns that are as high as their width makes them, and the palette
// and theme that give all of them their looks.
//
// Text is shaped by app/typeset and painted into one raster a widget, because
// Fyne lays right-to-left text out in the wrong order beside digits and Latin
// letters, and because the printed page must break lines as the screen does.
package kit
