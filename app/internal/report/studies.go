package report

import (
	"encoding/json"
	"fmt"

	"threep/assets"
	"threep/sim/analysis"
)

// ContestedStudy reads the curves on record.
func ContestedStudy() (*analysis.Contested, error) {
	return readStudy[analysis.Contested](assets.StudyContested)
}

// RankingStudy reads the ranking on record.
func RankingStudy() (*analysis.Ranking, error) {
	return readStudy[analysis.Ranking](assets.StudyRanking)
}

// ValidationStudy reads the validation on record; its simulated figures are
// kept as intervals alone.
func ValidationStudy() (*Validation, error) {
	return readStudy[Validation](assets.StudyValidation)
}

func readStudy[T any](name string) (*T, error) {
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
