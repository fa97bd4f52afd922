package scenarios

// SchemaVersion is the version of the scenario file that this program writes.
// It rises when a key is renamed, moved or given another meaning; then a
// migration from the version before is added, and the golden file of the
// version before stays in testdata.
const SchemaVersion = 1

// migration turns the table of a file of one version into the next version's.
type migration func(tree map[string]any)

// migrations lists the migrations by the version they start from.
func migrations() map[int]migration {
	return map[int]migration{}
}

// schema reads the file's version, takes it out of the table and brings the
// table up to date. It reports whether reading must end here.
func (c *checker) schema(tree map[string]any) (final bool) {
	return c.migrate(tree, SchemaVersion, migrations())
}

func (c *checker) migrate(tree map[string]any, to int, steps map[int]migration) (final bool) {
	v, ok := tree["schema"]
	delete(tree, "schema")
	if !ok {
		c.add("schema", "is missing; give the version of the file's layout in its first line: schema = %d", to)
		return false
	}
	version, ok := v.(int64)
	switch {
	case !ok || version < 1:
		c.add("schema", "is %s; give the version of the file's layout, a whole number from 1 to %d", describeValue(v), to)
		return false
	case version > int64(to):
		c.add("schema", "is %d: the file was written by a newer version of this program, and this one reads layouts up to %d; open it with the newer version", version, to)
		return true
	}
	for from := int(version); from < to; from++ {
		steps[from](tree)
	}
	return false
}
