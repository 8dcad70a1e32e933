package printer

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"syscall"
	"unsafe"
)

var (
	shellExecuteEx = syscall.NewLazyDLL("shell32.dll").NewProc("ShellExecuteExW")
	ole32          = syscall.NewLazyDLL("ole32.dll")
	coInitializeEx = ole32.NewProc("CoInitializeEx")
	coUninitialize = ole32.NewProc("CoUninitialize")
)

const (
	errorNoAssociation = syscall.Errno(1155)
	errorCancelled     = syscall.Errno(1223)
)

func available() Means { return Shell }

// print asks the program that PDF files belong to. Edge, the usual one, has no
// print verb: then the file is opened, and the reader prints from there.
func print(_ context.Context, j Job, _ *os.File) (Result, error) {
	result := Result{Means: Shell}
	err := shellExecute("print", j.Path)
	if err != nil && !errors.Is(err, errorCancelled) {
		result.Opened = true
		err = shellExecute("open", j.Path)
	}
	switch {
	case err == nil:
		return result, nil
	case errors.Is(err, errorCancelled):
		return Result{Means: Shell, Cancelled: true}, nil
	case errors.Is(err, errorNoAssociation):
		return Result{}, fmt.Errorf("print by the shell: %w: %w", ErrNoMeans, err)
	default:
		return Result{}, fmt.Errorf("print by the shell: %w: %w", ErrFailed, err)
	}
}

// shellExecuteInfo is SHELLEXECUTEINFOW.
type shellExecuteInfo struct {
	size       uint32
	mask       uint32
	window     uintptr
	verb       *uint16
	file       *uint16
	parameters *uint16
	directory  *uint16
	show       int32
	instance   uintptr
	idList     uintptr
	class      *uint16
	classKey   uintptr
	hotKey     uint32
	icon       uintptr
	process    uintptr
}

// shellExecute has no time limit: the call cannot be broken off. It returns
// when the program was started, not when it has printed.
func shellExecute(verb, path string) error {
	const (
		noAsync      = 0x00000100 // this thread pumps no messages
		noUI         = 0x00000400 // no message boxes of the shell: the caller words errors
		showNormal   = 1
		apartment    = 0x2 // shell extensions want a single-threaded apartment
		noOLE1DDE    = 0x4
		negativeHigh = 0x80000000
	)
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if hr, _, _ := coInitializeEx.Call(0, apartment|noOLE1DDE); uint32(hr) < negativeHigh {
		defer coUninitialize.Call()
	}
	verb16, err := syscall.UTF16PtrFromString(verb)
	if err != nil {
		return err
	}
	path16, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	info := shellExecuteInfo{mask: noAsync | noUI, verb: verb16, file: path16, show: showNormal}
	info.size = uint32(unsafe.Sizeof(info))
	if ok, _, err := shellExecuteEx.Call(uintptr(unsafe.Pointer(&info))); ok == 0 {
		return err
	}
	return nil
}
