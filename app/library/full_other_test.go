//go:build !unix

package library

import "errors"

func childFills(string) error { return errors.ErrUnsupported }

func childUnwritable(string) error { return errors.ErrUnsupported }
