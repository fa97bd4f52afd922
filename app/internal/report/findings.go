package report

import (
	"encoding/json"
	"fmt"

	"threep/assets"
	"threep/sim/analysis"
)

// ContestedFindings reads the curves on record.
func ContestedFindings() (*analysis.Contested, error) {
	return readFinding[analysis.Contested](assets.FindingContested)
}

// RankingFindings reads the ranking on record.
func RankingFindings() (*analysis.Ranking, error) {
	return readFinding[analysis.Ranking](assets.FindingRanking)
}

// ValidationFindings reads the validation on record; its simulated figures are
// kept as intervals alone.
func ValidationFindings() (*Validation, error) {
	return readFinding[Validation](assets.FindingValidation)
}

func readFinding[T any](name string) (*T, error) {
	data, err := assets.Finding(name)
	if err != nil {
		return nil, err
	}
	found := new(T)
	if err := json.Unmarshal(data, found); err != nil {
		return nil, fmt.Errorf("read the findings %s: %w", name, err)
	}
	return found, nil
}
