// Package figure finds what a text counts and measures: the dead and injured,
// votes, sums, prices, shares, areas. It reads numbers off parsed sentences,
// says in the text's words what each counts, and joins those that count the same
// thing into a series, as when a toll rises within an article.
//
// Counts of different things are never joined: two numbers are one series only
// where unit, thing counted, place, year and what brought them about agree.
//
// The package is pure.
package figure
