package cli

import (
	"net/url"
	"path/filepath"
	"runtime"
	"strings"
)

// localPath returns the path that a file URL names, as desktops pass them, and
// any other name as it is. A file of that very name would be a path too, but no
// desktop and hardly a person writes "file:/" for one.
// Source: RFC 8089, with its appendix E for drive letters.
func localPath(name string) string {
	const scheme = "file:/"
	if len(name) < len(scheme) || !strings.EqualFold(name[:len(scheme)], scheme) {
		return name
	}
	u, err := url.Parse(name)
	if err != nil || u.Path == "" || (u.Host != "" && !strings.EqualFold(u.Host, "localhost")) {
		return name
	}
	path := u.Path
	if runtime.GOOS == "windows" && len(path) > 2 && path[0] == '/' && path[2] == ':' {
		path = path[1:]
	}
	return filepath.FromSlash(path)
}
