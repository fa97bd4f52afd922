package report

import (
	"bytes"
	"encoding/json"
	"io"
	"strconv"

	"threep/app/internal/format"
	"threep/assets"
	"threep/scenarios"
	"threep/sim"
	"threep/sim/analysis"
)

// Number is a number of a JSON file; what is not defined is null.
type Number = analysis.Number

// Statistics describes the futures of an outcome. Values that are not defined are
// counted apart and left out, but for a payback that does not come, which is later than
// all others for the quantiles.
type Statistics struct {
	Mean      Number `json:"mean"`
	SD        Number `json:"sd"`
	P05       Number `json:"p05"`
	P25       Number `json:"p25"`
	P50       Number `json:"p50"`
	P75       Number `json:"p75"`
	P95       Number `json:"p95"`
	Undefined int    `json:"undefined"`
}

func statisticsOf(t sim.Total, values []float64) Statistics {
	if t == sim.TotalPayback {
		for i, v := range values {
			values[i] = format.PaybackWeek(v)
		}
	}
	s := t.Summarise(values)
	return Statistics{
		Mean: Number(s.Mean), SD: Number(s.SD), P05: Number(s.P05), P25: Number(s.P25),
		P50: Number(s.P50), P75: Number(s.P75), P95: Number(s.P95), Undefined: s.Undefined,
	}
}

// Outcome is one outcome of the futures in each world; Difference is paired: the
// scenario less the baseline under the same assumptions, future by future.
type Outcome struct {
	ID         string     `json:"-"`
	Label      string     `json:"label"`
	Unit       string     `json:"unit"`
	Baseline   Statistics `json:"baseline"`
	Assumed    Statistics `json:"assumed"`
	Scenario   Statistics `json:"scenario"`
	Difference Statistics `json:"difference"`
}

// Outcomes are written as one object, by id, in their own order.
type Outcomes []Outcome

// MarshalJSON writes the outcomes by their ids.
func (o Outcomes) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.Quote(o[i].ID))
		b.WriteByte(':')
		text, err := json.Marshal(&o[i])
		if err != nil {
			return nil, err
		}
		b.Write(text)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// HeadlineSummary is projected effectiveness with what is told beside it.
type HeadlineSummary struct {
	AfterCost    Number          `json:"after_cost"`
	BeforeCost   Number          `json:"before_cost"`
	Cost         Number          `json:"cost"`
	Beat         Number          `json:"share_of_futures_above_baseline"`
	PaybackShare Number          `json:"share_of_futures_that_pay_back"`
	PaybackWeek  Number          `json:"payback_week"`
	Dots         []Number        `json:"quantile_dots"`
	Factors      []FactorSummary `json:"factors"`
}

// SpreadSummary tells luck and ignorance apart: the variance of an outcome between the
// futures of one set of assumptions, and between the sets.
type SpreadSummary struct {
	Within  Number `json:"within_sets"`
	Between Number `json:"between_sets"`
}

// Variances are of the outcomes that a reader looks at first.
type Variances struct {
	Effectiveness SpreadSummary `json:"effectiveness"`
	NPV           SpreadSummary `json:"npv"`
}

// FactorSummary is one factor of gross margin a budgeted seat-week.
type FactorSummary struct {
	ID       string `json:"id"`
	Label    string `json:"label"`
	Baseline Number `json:"baseline"`
	Scenario Number `json:"scenario"`
	Ratio    Number `json:"ratio"`
}

// Summary is what summary.json holds.
type Summary struct {
	Program           string            `json:"program"`
	ProgramVersion    string            `json:"program_version"`
	ModelVersion      string            `json:"model_version"`
	Scenario          string            `json:"scenario"`
	Title             string            `json:"title"`
	Digest            string            `json:"digest"`
	Seed              uint64            `json:"seed"`
	Runs              int               `json:"runs"`
	RunsRequested     int               `json:"runs_requested"`
	Partial           bool              `json:"partial"`
	Weeks             int               `json:"weeks"`
	Uncertain         bool              `json:"uncertain"`
	AssumptionSets    int               `json:"assumption_sets"`
	AssumptionsDiffer bool              `json:"assumptions_differ"`
	Currency          string            `json:"currency"`
	PriceYear         int               `json:"price_year"`
	Seats             int               `json:"seats"`
	MarketUnqualified map[string]Number `json:"market_unqualified"`
	Headline          HeadlineSummary   `json:"headline"`
	Variance          Variances         `json:"variance"`
	Outcomes          Outcomes          `json:"outcomes"`
}

// Summarise computes the summary of a report.
func (c *Contents) Summarise() Summary {
	r, s := c.Result, c.scenario()
	out := Summary{
		Program: c.Program, ProgramVersion: c.Version, ModelVersion: sim.ModelVersion,
		Scenario: s.Name, Title: s.Title, Digest: scenarios.Digest(s),
		Seed: r.Seed, Runs: r.Runs, RunsRequested: r.Requested, Partial: r.Partial, Weeks: r.Weeks,
		Uncertain: r.Uncertain, AssumptionSets: r.Sets, AssumptionsDiffer: r.AssumptionsDiffer,
		Currency: s.Organisation.Currency, PriceYear: s.Organisation.PriceYear, Seats: int(s.Organisation.Seats),
		MarketUnqualified: map[string]Number{}, Headline: headlineSummary(r.Headline()),
		Variance: Variances{spreadOf(r, sim.TotalEffectiveness), spreadOf(r, sim.TotalNPV)},
	}
	for role, share := range r.MarketUnqualified {
		out.MarketUnqualified[role] = Number(share)
	}
	for i, info := range sim.TotalInfo() {
		t := sim.Total(i)
		out.Outcomes = append(out.Outcomes, Outcome{
			ID: info.ID, Label: assets.T("outcome." + info.ID + ".label"), Unit: UnitName(info.Unit, c.currency()),
			Baseline:   statisticsOf(t, r.Values(t, sim.Baseline)),
			Assumed:    statisticsOf(t, r.Values(t, sim.Assumed)),
			Scenario:   statisticsOf(t, r.Values(t, sim.Decided)),
			Difference: statisticsOf(t, r.Difference(t)),
		})
	}
	return out
}

func spreadOf(r *sim.Result, t sim.Total) SpreadSummary {
	s := r.Spread(t)
	return SpreadSummary{Number(s.Within), Number(s.Between)}
}

func headlineSummary(h sim.Headline) HeadlineSummary {
	out := HeadlineSummary{
		AfterCost: Number(h.After), BeforeCost: Number(h.Before), Cost: Number(h.CostRatio),
		Beat: Number(h.Beat), PaybackShare: Number(h.PaybackShare), PaybackWeek: Number(format.PaybackWeek(h.PaybackWeek)),
		Dots: []Number{},
	}
	for _, d := range h.Dots {
		out.Dots = append(out.Dots, Number(d))
	}
	for _, f := range h.Factors {
		out.Factors = append(out.Factors, FactorSummary{
			ID: f.ID, Label: assets.T("report.factor." + f.ID),
			Baseline: Number(f.Baseline), Scenario: Number(f.Scenario), Ratio: Number(f.Ratio),
		})
	}
	return out
}

func writeSummary(w io.Writer, s *Summary) error {
	text, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	_, err = w.Write(append(text, '\n'))
	return err
}
