package cli

import (
	"os"
	"syscall"
)

// AttachConsole connects the standard files to the terminal that the program
// was started from. Windows gives a program with a window none, so that a double
// click opens no black box; what is redirected to a file or a pipe stays so.
// Without a terminal nothing changes. Call it before anything reads os.Stdin,
// os.Stdout or os.Stderr.
func AttachConsole() {
	const parent = ^uintptr(0) // ATTACH_PARENT_PROCESS
	attach := syscall.NewLazyDLL("kernel32.dll").NewProc("AttachConsole")
	if ok, _, _ := attach.Call(parent); ok == 0 {
		return
	}
	for _, std := range []struct {
		file **os.File
		name string
	}{{&os.Stdin, "CONIN$"}, {&os.Stdout, "CONOUT$"}, {&os.Stderr, "CONOUT$"}} {
		kind, err := syscall.GetFileType(syscall.Handle((*std.file).Fd()))
		if err == nil && (kind == syscall.FILE_TYPE_DISK || kind == syscall.FILE_TYPE_PIPE) {
			continue
		}
		if f, err := os.OpenFile(std.name, os.O_RDWR, 0); err == nil {
			*std.file = f
		}
	}
}
