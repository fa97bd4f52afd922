package state

import (
	"path/filepath"
	"reflect"
	"testing"

	"threep/scenarios"
	"threep/sim"
)

// TestWithTheRealFormat saves and opens as the program does.
func TestWithTheRealFormat(t *testing.T) {
	codec := Codec{
		Parse:  scenarios.Parse,
		Encode: func(s *sim.Scenario) ([]byte, error) { return scenarios.Encode(s, nil) },
	}
	d := New(sim.NewTable(), codec, scenarios.Default())
	d.Change("Mandate", "", mandate(.65))
	path := filepath.Join(t.TempDir(), "one.toml")
	if err := d.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	other := New(sim.NewTable(), codec, scenarios.Default())
	if err := other.Open(path); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(other.Scenario(), d.Scenario()) {
		t.Fatalf("opened %+v", other.Scenario().Decisions)
	}
	write(t, path, "name = 7\nnonsense = true\n")
	if err := other.Open(path); problem(err) != Faulty {
		t.Fatalf("a broken file gives %v", err)
	}
	if !reflect.DeepEqual(other.Scenario(), d.Scenario()) {
		t.Fatal("a broken file changed the open document")
	}
}
