package signs

import "threep/sim/analysis"

// Sign is one claim of a parameter's help: which way an outcome goes when the
// parameter is raised.
type Sign struct {
	Param string
	// Says are the words of the help that claim it.
	Says string
	// Outcome is the id of a weekly outcome where Weeks are given, else of a total
	// of the future; or a comparison between people, as people.go lists them.
	Outcome string
	Weeks   analysis.Window
	// Added takes the outcome over the baseline's on the same luck: what the
	// decisions bring.
	Added bool
	// Way is 1 where raising the parameter raises the outcome, -1 where it lowers
	// it, 0 where it must leave it within Within of its level.
	Way    int
	Within float64
	// From and To are the values compared; both 0 are the parameter's ends.
	From, To float64
	// Worth, if set, is another parameter that is raised: the claim is about how
	// much that brings.
	Worth *Raise

	// The world in which it shows: a built-in scenario, "default" if empty, as it
	// stands if Bare, with other tools and parameters.
	World string
	Bare  bool
	Tools []string
	Set   []analysis.Value
	Off   []string
	// Seats and Runs, where more are needed than usual.
	Seats, Runs int
	// Lucky keeps the luck of deals, which is else at its expectation.
	Lucky bool
}

// Raise moves a parameter.
type Raise struct {
	Param    string
	From, To float64
}

// All returns every sign, in the order of the parameter table's groups.
func All() []Sign {
	var all []Sign
	for _, list := range [][]Sign{
		ofToday(), ofPeopleLevers(), ofProcessLevers(), ofRollout(), ofMarket(), ofTerritory(),
		ofTraits(), ofSkill(), ofWork(), ofLeaving(), ofRating(), ofMaturity(), ofAdoption(), ofUse(), ofMoney(),
	} {
		all = append(all, list...)
	}
	return all
}

// The windows that many signs share.
var (
	year1 = analysis.Window{From: 1, To: 52}
	year2 = analysis.Window{From: 53, To: 104}
	year3 = analysis.Window{From: 105, To: 156}
)

// weeks is the window from one week after today to another.
func weeks(from, to int) analysis.Window { return analysis.Window{From: from, To: to} }

// Values builds a list of parameters and their values.
func Values(pairs ...any) []analysis.Value {
	var list []analysis.Value
	for i := 0; i < len(pairs); i += 2 {
		list = append(list, analysis.Value{ID: pairs[i].(string), Value: number(pairs[i+1])})
	}
	return list
}

func number(x any) float64 {
	if n, ok := x.(int); ok {
		return float64(n)
	}
	return x.(float64)
}
