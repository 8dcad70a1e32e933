package fetch

import (
	"strings"
	"syscall"
	"unsafe"

	"golang.org/x/net/http/httpproxy"
)

// settingsProxy returns the proxy that the person's Internet settings name; nil
// for none. A script that chooses one is not run.
func settingsProxy() *httpproxy.Config {
	var key syscall.Handle
	path, err := syscall.UTF16PtrFromString(`Software\Microsoft\Windows\CurrentVersion\Internet Settings`)
	if err != nil || syscall.RegOpenKeyEx(syscall.HKEY_CURRENT_USER, path, 0, syscall.KEY_READ, &key) != nil {
		return nil
	}
	defer syscall.RegCloseKey(key)
	if on := value(key, "ProxyEnable"); len(on) == 0 || on[0] == 0 {
		return nil
	}
	return parseSettings(text(value(key, "ProxyServer")), text(value(key, "ProxyOverride")))
}

// value returns the bytes of a value of a key; nil when there is none.
func value(key syscall.Handle, name string) []byte {
	n, err := syscall.UTF16PtrFromString(name)
	if err != nil {
		return nil
	}
	buf := make([]byte, 8192)
	size := uint32(len(buf))
	if syscall.RegQueryValueEx(key, n, nil, nil, &buf[0], &size) != nil {
		return nil
	}
	return buf[:size]
}

func text(b []byte) string {
	if len(b) < 2 {
		return ""
	}
	return strings.TrimRight(syscall.UTF16ToString(unsafe.Slice((*uint16)(unsafe.Pointer(&b[0])), len(b)/2)), "\x00")
}
