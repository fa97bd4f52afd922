package assets

import (
	"embed"
	"fmt"
)

//go:embed findings/*.json
var findings embed.FS

// The findings on record, by the names that Finding takes. Beside each stand the
// same as text and as a figure, which are for readers of the folder alone.
const (
	FindingValidation = "validation" // a real roster among simulated ones
	FindingContested  = "contested"  // where the claims stop to hold
	FindingRanking    = "ranking"    // which assumptions decide the claims
)

// Finding returns findings as JSON, as the commands of simrun have written them;
// the command itself is in it where it needs no file.
func Finding(name string) ([]byte, error) {
	data, err := findings.ReadFile("findings/" + name + ".json")
	if err != nil {
		return nil, fmt.Errorf("there are no findings %q: %w", name, err)
	}
	return data, nil
}
