package chart

import (
	"cmp"
	"slices"

	"threep/assets"
	"threep/sim"
	"threep/sim/analysis"
)

// rankingRows is how many assumptions a cell lists.
const rankingRows = 12

// RankingPlate shows the strongest assumptions of each claim. Of A9 each is shown
// at the floor where it does most.
func RankingPlate(r *analysis.Ranking, stamp string) *Plate {
	p := &Plate{
		Title: assets.T("ranking.plate.title"), Subtitle: assets.F("ranking.plate.subtitle", len(r.Ranges)),
		Note: assets.T("ranking.plate.note"), Stamp: stamp, Columns: 3,
	}
	for _, claim := range []string{"A8", "A9", "A4"} {
		p.Cells = append(p.Cells, rankingCell(claim, strongest(r, claim)))
	}
	return p
}

// strongest are the effects on a claim, each at its greatest, the strongest first.
func strongest(r *analysis.Ranking, claim string) []analysis.RankingEffect {
	best := map[string]analysis.RankingEffect{}
	for i := range r.Outputs {
		if r.Outputs[i].Claim != claim {
			continue
		}
		for _, e := range r.Outputs[i].Effects {
			if have, ok := best[e.Parameter]; !ok || e.MuStar > have.MuStar {
				best[e.Parameter] = e
			}
		}
	}
	var list []analysis.RankingEffect
	for _, at := range r.Ranges { // in a fixed order
		if e, ok := best[at.Parameter]; ok {
			list = append(list, e)
		}
	}
	slices.SortStableFunc(list, func(a, b analysis.RankingEffect) int { return cmp.Compare(b.MuStar, a.MuStar) })
	return list[:min(rankingRows, len(list))]
}

// rankingCell lists effects from the top.
func rankingCell(claim string, effects []analysis.RankingEffect) Cell {
	n := float64(len(effects))
	c := Cell{Title: assets.T("ranking.plate." + claim), Y: Scale{Range: Range{.4, n + .6}, Ticks: []Tick{}}}
	ends := []float64{0}
	for i := range effects {
		e := &effects[i]
		star, se := float64(e.MuStar), float64(e.SE)
		y := n - float64(i)
		c.Y.Ticks = append(c.Y.Ticks, Tick{y, assets.T("param." + e.Parameter + ".label")})
		c.Dots = append(c.Dots, Dot{X: star, Y: y, Low: max(0, star-2*se), High: star + 2*se, Hue: HueScenario, Hollow: e.Mu < 0})
		ends = append(ends, star+2*se)
	}
	c.X = NiceScale(sim.UnitShare, assets.T("ranking.plate."+claim+"-x"), ends...)
	return c
}
