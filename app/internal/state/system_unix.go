//go:build !windows

package state

import (
	"errors"
	"os"
	"syscall"
)

// lockFile takes the lock that a running program holds on its autosave. The system
// lets go of it when the program ends, however that happens. ok is false where
// another program holds it.
func lockFile(path string) (lock *os.File, ok bool, err error) {
	lock, err = os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, false, err
	}
	err = syscall.Flock(int(lock.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if err == nil {
		return lock, true, nil
	}
	_ = lock.Close()
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return nil, false, nil
	}
	return nil, false, err
}

func isReadOnly(err error) bool { return errors.Is(err, syscall.EROFS) }

func isNoSpace(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

func isUnreachable(err error) bool {
	for _, cause := range []error{syscall.ESTALE, syscall.EHOSTDOWN, syscall.EHOSTUNREACH, syscall.ENETUNREACH, syscall.ETIMEDOUT, syscall.ENOTCONN, syscall.EIO} {
		if errors.Is(err, cause) {
			return true
		}
	}
	return false
}
