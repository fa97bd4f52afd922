package studies

import (
	"encoding/json"
	"fmt"

	"threep/assets"
	"threep/sim"
	"threep/sim/analysis"
)

// Validation is a validation with what it was made of.
type Validation struct {
	Roster string `json:"roster"` // name of the file, without its folder
	Model  string `json:"model"`  // version
	*analysis.Validation
}

// NewValidation says of which roster a validation is; file has no folder.
func NewValidation(v *analysis.Validation, file string) *Validation {
	return &Validation{Roster: file, Model: sim.ModelVersion, Validation: v}
}

// RecordedValidation reads the validation on record; of its simulated figures there
// are the intervals alone.
func RecordedValidation() (*Validation, error) { return read[Validation](assets.StudyValidation) }

// RecordedContested reads the curves on record.
func RecordedContested() (*analysis.Contested, error) {
	return read[analysis.Contested](assets.StudyContested)
}

// RecordedRanking reads the ranking on record.
func RecordedRanking() (*analysis.Ranking, error) {
	return read[analysis.Ranking](assets.StudyRanking)
}

func read[T any](name string) (*T, error) {
	data, err := assets.Study(name)
	if err != nil {
		return nil, err
	}
	found := new(T)
	if err := json.Unmarshal(data, found); err != nil {
		return nil, fmt.Errorf("read the study %s: %w", name, err)
	}
	return found, nil
}
