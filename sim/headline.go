package sim

// Headline computes projected effectiveness from the futures finished so far.
func (r *Result) Headline() Headline { return Headline{} }

// Readiness is how far each P, and infrastructure, is ready: each 0-1, with the
// weakest named.
type Readiness struct {
	People, Process, Product, Infrastructure float64
	Weakest                                  string // "people", "process", "product" or "infrastructure"
}
