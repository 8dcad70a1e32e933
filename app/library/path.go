package library

import (
	"os"
	"path/filepath"
	"runtime"
)

// FileName is what the library's file is called in its folder.
const FileName = "library.db"

// DefaultPath returns where this user's library belongs: briefline/library.db in
// the folder for data that stays on this machine. That is $XDG_DATA_HOME, or
// ~/.local/share (XDG Base Directory Specification 0.8), ~/Library/Application
// Support on macOS, and %LocalAppData% on Windows: a profile that roams would
// copy the file while it is open. The error says which variable is missing.
func DefaultPath() (string, error) {
	dir, err := dataDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "briefline", FileName), nil
}

func dataDir() (string, error) {
	switch runtime.GOOS {
	case "windows":
		return os.UserCacheDir() // %LocalAppData%
	case "darwin", "ios":
		return os.UserConfigDir() // ~/Library/Application Support
	}
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) { // a relative one is to be ignored
		return dir, nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(home, ".local", "share"), nil
}
