package sim_test

import (
	"encoding/json"
	"os"
	"testing"

	"threep/scenarios"
)

func TestDump(t *testing.T) {
	if os.Getenv("DUMP") == "" {
		t.Skip()
	}
	b, _ := json.Marshal(scenarios.Default())
	os.WriteFile(os.Getenv("DUMP"), b, 0o644)
}
