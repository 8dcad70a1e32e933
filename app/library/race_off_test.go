//go:build !race

package library

const killRounds = 100
