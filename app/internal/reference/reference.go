package reference

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

// Markdown returns the model reference with the built-in catalogue.
func Markdown() (string, error) { return fill(assets.Reference(), newTables(scenarios.Default())) }

var placeholder = regexp.MustCompile(`\{\{([a-z-]+)((?: [^{}\s]+)*)\}\}`)

// fill replaces every placeholder, and returns all faults at once: a placeholder that
// does not exist, or one that names what the model does not have.
func fill(text string, t *tables) (string, error) {
	var faults []error
	filled := placeholder.ReplaceAllStringFunc(text, func(found string) string {
		parts := placeholder.FindStringSubmatch(found)
		value, err := t.value(parts[1], strings.Fields(parts[2]))
		if err != nil {
			faults = append(faults, fmt.Errorf("%s: %w", found, err))
		}
		return value
	})
	for _, line := range strings.Split(filled, "\n") {
		if strings.Contains(line, "{{") || strings.Contains(line, "}}") {
			faults = append(faults, fmt.Errorf("there is a placeholder that cannot be read in %q", line))
		}
	}
	return filled, errors.Join(faults...)
}

// value is what stands in the place of a placeholder.
func (t *tables) value(name string, arguments []string) (string, error) {
	if whole, ok := t.whole()[name]; ok {
		if len(arguments) > 0 {
			return "", errors.New("it takes no argument")
		}
		return whole(), nil
	}
	of, ok := t.each()[name]
	if !ok {
		return "", errors.New("there is no such placeholder")
	}
	if len(arguments) == 0 {
		return "", errors.New("it needs an argument")
	}
	return of(arguments)
}

// whole are the placeholders that stand for a table or a text of its own.
func (t *tables) whole() map[string]func() string {
	return map[string]func() string{
		"version": func() string { return sim.ModelVersion }, "schedule": t.schedule, "mechanisms": t.mechanisms,
		"constants": t.constants, "traits": t.traits, "correlations": t.correlations, "roles": t.roles, "cohorts": t.cohorts,
		"tools": t.tools, "tool-sources": t.toolSources, "maturity": t.maturity, "industries": t.industries,
		"findings": t.findings, "works": t.works, "hand-set": handSet,
	}
}

// each are the placeholders that name what they stand for.
func (t *tables) each() map[string]func([]string) (string, error) {
	one := func(of func(id string) (string, error)) func([]string) (string, error) {
		return func(ids []string) (string, error) {
			if len(ids) != 1 {
				return "", errors.New("it takes one argument")
			}
			return of(ids[0])
		}
	}
	return map[string]func([]string) (string, error){
		"parameters": t.parameters, "outcomes": one(t.outcomes), "default": one(t.defaultOf), "range": one(t.rangeOf), "constant": one(t.constant),
		"finding": one(t.finding), "study": one(t.study), "calibration": one(calibration), "stops": stops, "held": held,
	}
}
