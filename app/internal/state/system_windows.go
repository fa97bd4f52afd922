package state

import (
	"errors"
	"os"
	"syscall"
)

// Errors of Windows that package syscall does not name.
const (
	errorWriteProtect     = syscall.Errno(19)
	errorSharingViolation = syscall.Errno(32)
	errorHandleDiskFull   = syscall.Errno(39)
	errorBadNetPath       = syscall.Errno(53)
	errorNetNameDeleted   = syscall.Errno(64)
	errorBadNetName       = syscall.Errno(67)
	errorDiskFull         = syscall.Errno(112)
	errorNotReady         = syscall.Errno(21)
)

// lockFile takes the lock that a running program holds on its autosave: it opens the
// file for itself alone. The system lets go of it when the program ends, however that
// happens. ok is false where another program holds it.
func lockFile(path string) (lock *os.File, ok bool, err error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, false, err
	}
	handle, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, 0, nil,
		syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if errors.Is(err, errorSharingViolation) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, &os.PathError{Op: "lock", Path: path, Err: err}
	}
	return os.NewFile(uintptr(handle), path), true, nil
}

func isReadOnly(err error) bool { return errors.Is(err, errorWriteProtect) }

func isNoSpace(err error) bool {
	return errors.Is(err, errorDiskFull) || errors.Is(err, errorHandleDiskFull)
}

func isUnreachable(err error) bool {
	for _, cause := range []error{errorBadNetPath, errorNetNameDeleted, errorBadNetName, errorNotReady} {
		if errors.Is(err, cause) {
			return true
		}
	}
	return false
}
