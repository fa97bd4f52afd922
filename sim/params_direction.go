package sim

// directionOnly lists the assumptions of which a work gives the direction and not the
// size: there the grade of the size is judgement, and the row's grade, which is that
// of the work, is of the direction.
func directionOnly() []string {
	return []string{
		"adoption.belief_weeks",
		"adoption.ease",
		"adoption.firm_weight",
		"adoption.manager_weight",
		"adoption.misaligned",
		"adoption.promise",
		"adoption.rejection",
		"adoption.sponsor_managers",
		"adoption.sponsor_top",
		"adoption.team_weight",
		"adoption.usefulness",
		"complementarity.rho",
		"dip.depth",
		"dip.hours",
		"dip.weeks",
		"engagement.burden",
		"engagement.drive",
		"engagement.effort",
		"engagement.leaving",
		"maturity.erosion",
		"maturity.lag_weeks",
		"maturity.raise_hours",
		"offer.fit",
		"people.competitive_climate",
		"people.competitiveness",
		"territory.carryover",
		"use.best_use",
		"use.learn_weeks",
		"use.manager_help",
		"use.savvy_slope",
		"use.support",
		"use.training",
	}
}

// splitGrades sets the grades of size and direction of such rows.
func (t *Table) splitGrades() {
	for _, id := range directionOnly() {
		p := &t.rows[t.byID[id]]
		p.Direction, p.Grade = p.Grade, GradeJ
	}
}
