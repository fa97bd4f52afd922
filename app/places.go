package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"threep/app/internal/about"
)

// places are the folders and files that the program keeps for the user.
type places struct {
	autosaves string // unsaved work of every running program
	view      string // settings of the view
	recent    string // files that were open lately
	logs      string
}

// userPlaces makes the folders. Fyne expects the folder of caches to be there.
func userPlaces() (places, error) {
	config, err := os.UserConfigDir()
	cache, err2 := os.UserCacheDir()
	if err = errors.Join(err, err2); err != nil {
		return places{}, fmt.Errorf("find the folders for settings and logs: %w", err)
	}
	own := filepath.Join(config, about.ID)
	p := places{
		autosaves: filepath.Join(own, "autosave"),
		view:      filepath.Join(own, "view.json"),
		recent:    filepath.Join(own, "recent.json"),
		logs:      filepath.Join(cache, about.ID, "log"),
	}
	for _, folder := range []string{own, p.logs} {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return places{}, fmt.Errorf("make a folder for settings or logs: %w", err)
		}
	}
	return p, nil
}
