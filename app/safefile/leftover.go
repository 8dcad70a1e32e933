package safefile

import (
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"time"
)

// The name of a temporary file tells which process makes it, and not of what: it
// is of one length however long the name of the file is.
var temporary = regexp.MustCompile(`^\.briefline-(\d{1,10})-[A-Z2-7]{1,32}\.tmp$`)

// Temporary returns a new name in the folder dir for a file that this process is
// making, such as [Clean] removes once the process has died.
func Temporary(dir string) string {
	return filepath.Join(dir, fmt.Sprintf(".briefline-%d-%s.tmp", os.Getpid(), rand.Text()[:12]))
}

// cleanAfter is how long a temporary file of a dead process stays: on a disk that
// several machines share, the process may live on another.
const cleanAfter = time.Minute

// Clean removes the temporary files in the folder dir that a process left there
// when it died. It does what it can, and returns how many it removed.
func Clean(dir string, now time.Time) (removed int) { return clean(dir, now, -1) }

// clean is Clean of the first most entries of a folder; all for a negative number.
func clean(dir string, now time.Time, most int) (removed int) {
	d, err := os.Open(dir)
	if err != nil {
		return 0
	}
	names, _ := d.Readdirnames(most) // an error comes after the names that were read
	_ = d.Close()
	for _, name := range names {
		m := temporary.FindStringSubmatch(name)
		if m == nil {
			continue
		}
		pid, err := strconv.Atoi(m[1])
		if err != nil || pid == os.Getpid() || Alive(pid) {
			continue
		}
		if info, err := os.Lstat(filepath.Join(dir, name)); err != nil || now.Sub(info.ModTime()) < cleanAfter {
			continue
		}
		if os.RemoveAll(filepath.Join(dir, name)) == nil {
			removed++
		}
	}
	return removed
}
