package reference

import (
	"fmt"
	"strings"

	"threep/app/internal/format"
	"threep/assets"
	"threep/sim/analysis"
)

// calibration is the fit on record: its constants, or its aims.
func calibration(part string) (string, error) {
	c, err := analysis.CommittedCalibration()
	if err != nil {
		return "", err
	}
	var rows [][]string
	for i := range c.Stages {
		stage := &c.Stages[i]
		switch part {
		case "constants":
			for _, x := range stage.Constants {
				rows = append(rows, []string{
					assets.T("param." + x.ID + ".label"), code(x.ID), format.Number(x.Prior),
					assets.F("validation.column.span", format.Number(x.Low), format.Number(x.High)), format.Number(x.Result),
				})
			}
		case "aims":
			for _, r := range stage.Residuals {
				rows = append(rows, []string{
					r.Check, assets.T("health." + r.Check + ".line." + r.Line),
					assets.F("reference.study.error", format.Number(r.Aim), format.Number(r.Scale)), format.Number(r.Value),
					assets.T("calibration.basis." + string(r.Basis)), assets.T("finding." + r.Finding + ".text"),
				})
			}
		default:
			return "", fmt.Errorf("the calibration has no %q", part)
		}
	}
	if part == "constants" {
		return table([]string{"meaning", "parameter", "prior", "allowed", "default"}, rows), nil
	}
	return table([]string{"check", "line", "aim", "value", "basis", "finding"}, rows), nil
}

// handSet lists the constants that were set in view of checks.
func handSet() string {
	var rows [][]string
	for _, h := range analysis.HandSets() {
		rows = append(rows, []string{
			strings.Join(h.Checks, ", "), code(h.ID), format.Number(h.Before), format.Number(h.Value), assets.T("calibration.hand." + h.ID),
		})
	}
	return table([]string{"check", "constant", "before", "value", "reason"}, rows)
}
