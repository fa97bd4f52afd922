package studies

import (
	"strings"
	"testing"

	"threep/assets"
	"threep/sim/analysis"
)

func TestStudiesThatAreNotThere(t *testing.T) {
	if _, err := read[analysis.Ranking]("nonsuch"); err == nil || !strings.Contains(err.Error(), "nonsuch") {
		t.Errorf("studies that are not there give %v", err)
	}
	if _, err := read[[]string](assets.StudyRanking); err == nil || !strings.Contains(err.Error(), assets.StudyRanking) {
		t.Errorf("studies of another kind give %v", err)
	}
}
