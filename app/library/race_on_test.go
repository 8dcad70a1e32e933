//go:build race

package library

// The race detector makes SQLite, which is Go here, ten times slower.
const killRounds = 20
