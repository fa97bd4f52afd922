package assets

import (
	"embed"
	"fmt"
)

//go:embed studies/*.json
var studies embed.FS

// The studies on record, by the names that Study takes. Beside each stand the
// same as text and as a figure, which are for readers of the folder alone.
const (
	StudyValidation = "validation" // a real roster among simulated ones
	StudyContested  = "contested"  // where the claims stop to hold
	StudyRanking    = "ranking"    // which assumptions decide the claims
)

// Study returns a study as JSON, as the commands of simrun have written them;
// the command itself is in it where it needs no file.
func Study(name string) ([]byte, error) {
	data, err := studies.ReadFile("studies/" + name + ".json")
	if err != nil {
		return nil, fmt.Errorf("there is no study %q: %w", name, err)
	}
	return data, nil
}
