package scenarios

import (
	"math"
	"testing"
)

func TestEveryOlderVersionHasAMigration(t *testing.T) {
	for from := 1; from < SchemaVersion; from++ {
		if migrations()[from] == nil {
			t.Errorf("no migration from version %d", from)
		}
	}
	for from := range migrations() {
		if from < 1 || from >= SchemaVersion {
			t.Errorf("a migration starts from version %d, which never was", from)
		}
	}
}

func TestMigrationsRunInTurnFromTheFilesVersion(t *testing.T) {
	steps := map[int]migration{
		1: func(tree map[string]any) { tree["b"] = tree["a"]; delete(tree, "a") },
		2: func(tree map[string]any) { tree["c"] = tree["b"].(int64) * 2; delete(tree, "b") },
	}
	for version, tree := range map[int64]map[string]any{
		1: {"schema": int64(1), "a": int64(21)},
		2: {"schema": int64(2), "b": int64(21)},
		3: {"schema": int64(3), "c": int64(42)},
	} {
		c := &checker{lines: lineMap{}}
		if final := c.migrate(tree, 3, steps); final || len(c.faults) > 0 || len(tree) != 1 || tree["c"] != int64(42) {
			t.Errorf("from version %d the file became %v (%v)", version, tree, c.faults)
		}
	}
}

func TestGeometricMeanAgreesWithLogarithms(t *testing.T) {
	for _, values := range [][]float64{{1}, {7}, {1e-9, 1e15}, {.5, .5, .5}, {3, 5, 7, 11, 13}, {1e15, 1e15, 9e14}} {
		logs, list := 0.0, make([]*float64, len(values), len(values)+1)
		for i := range values {
			list[i] = &values[i]
			logs += math.Log(values[i])
		}
		want := math.Exp(logs / float64(len(values)))
		if got := geometricMean(append(list, nil)); math.Abs(got-want) > 1e-13*want {
			t.Errorf("geometric mean of %v is %.17g, want %.17g", values, got, want)
		}
	}
	many := make([]*float64, 100000)
	for i := range many {
		x := 1 + float64(i%7)
		many[i] = &x
	}
	sum := 0.0
	for _, x := range many {
		sum += math.Log(*x)
	}
	want := math.Exp(sum / float64(len(many)))
	if got := geometricMean(many); math.Abs(got-want) > 1e-10*want {
		t.Errorf("geometric mean of 100,000 values is %.17g, want %.17g", got, want)
	}
	if geometricMean(nil) != 1 {
		t.Error("the geometric mean of nothing is not 1")
	}
}

func TestSuggestionsAreNearOrNone(t *testing.T) {
	for word, want := range map[string]string{
		"win_sahre": ", did you mean win_share?", "winshare": ", did you mean win_share?", "xylophone": "", "": "",
	} {
		if got := suggest(word, []string{"win_share", "deal_value"}); got != want {
			t.Errorf("for %q: %q, want %q", word, got, want)
		}
	}
}
