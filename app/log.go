package main

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"

	"threep/app/internal/about"
	"threep/sim"
)

// Log files rotate: at most so many of at most so many bytes.
const (
	logName    = "app.log"
	crashName  = "crash.log"
	logFiles   = 4
	logMaximum = 1 << 20
)

// openLog starts the log and, for what cannot be caught, the crash log. Where no file
// can be written the log goes to standard error: the program works without.
func openLog(folder string) (log *slog.Logger, end func()) {
	rotating, err := openRotating(filepath.Join(folder, logName), logMaximum, logFiles)
	var out io.Writer = os.Stderr
	if err == nil {
		out = rotating
	}
	log = slog.New(slog.NewTextHandler(out, nil))
	if err != nil {
		log.Warn("no log file", "error", err)
	}
	crash := openCrashLog(filepath.Join(folder, crashName), log)
	log.Info("start", "program", about.Name, "version", about.Version, "model", sim.ModelVersion,
		"system", runtime.GOOS+"/"+runtime.GOARCH, "go", runtime.Version(), "pid", os.Getpid())
	return log, func() {
		log.Info("end")
		if crash != nil {
			_ = crash.Close()
		}
		if rotating != nil {
			_ = rotating.Close()
		}
	}
}

// openCrashLog has a crash of the program written down besides standard error, which
// a program without a console has none of.
func openCrashLog(path string, log *slog.Logger) *os.File {
	if info, err := os.Stat(path); err == nil && info.Size() > logMaximum {
		_ = os.Rename(path, path+".1")
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		log.Warn("no crash log", "error", err)
		return nil
	}
	if err := debug.SetCrashOutput(f, debug.CrashOptions{}); err != nil {
		log.Warn("no crash log", "error", err)
	}
	return f
}

// rotating is a file that is put aside and begun anew when it is full.
type rotating struct {
	mu      sync.Mutex
	path    string
	maximum int64
	files   int
	file    *os.File
	size    int64
}

func openRotating(path string, maximum int64, files int) (*rotating, error) {
	r := &rotating{path: path, maximum: maximum, files: files}
	return r, r.open()
}

func (r *rotating) open() error {
	f, err := os.OpenFile(r.path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("open the log: %w", err)
	}
	info, err := f.Stat()
	if err != nil {
		_ = f.Close()
		return fmt.Errorf("open the log: %w", err)
	}
	r.file, r.size = f, info.Size()
	return nil
}

// Write appends to the log; lines are never cut in two.
func (r *rotating) Write(line []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.size > 0 && r.size+int64(len(line)) > r.maximum {
		if err := r.rotate(); err != nil {
			return 0, err
		}
	}
	n, err := r.file.Write(line)
	r.size += int64(n)
	return n, err
}

// rotate puts app.log aside as app.log.1, that as app.log.2, and so on.
func (r *rotating) rotate() error {
	if err := r.file.Close(); err != nil {
		return fmt.Errorf("rotate the log: %w", err)
	}
	name := func(i int) string { return fmt.Sprintf("%s.%d", r.path, i) }
	_ = os.Remove(name(r.files - 1)) // it may not be there
	for i := r.files - 2; i >= 1; i-- {
		_ = os.Rename(name(i), name(i+1))
	}
	if r.files > 1 {
		_ = os.Rename(r.path, name(1))
	} else {
		_ = os.Remove(r.path)
	}
	return r.open()
}

// Close ends the log.
func (r *rotating) Close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.file.Close()
}

// toolkitLog takes what libraries write to the standard log: each sentence once a run,
// as a warning, and no places in their code. A toolkit that repeats itself would bury
// what the program itself has to say.
type toolkitLog struct {
	mu   sync.Mutex
	said map[string]bool
	log  *slog.Logger
}

// placeMark begins the line that tells where in the toolkit's code a sentence is from.
const placeMark = "At:"

// Write takes one or several lines.
func (t *toolkitLog) Write(text []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, placeMark) || t.said[line] {
			continue
		}
		t.said[line] = true
		t.log.Warn("toolkit", "said", line)
	}
	return len(text), nil
}
