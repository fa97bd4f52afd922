package analysis

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"math"

	"threep/sim"
)

// The size of the simulations of ModelDigest.
const (
	digestSeats  = 24
	digestRuns   = 2
	digestPeople = 2000
	digestSeed   = 1
)

// ModelDigest is a digest of what the model does: of two futures of small
// organisations, ready in all three P and at each floor. Other equations or other
// defaults give another, so that studies on record can be told from what the
// model would find today.
func ModelDigest(ctx context.Context, engine *sim.Engine, look Lookup) (string, error) {
	hash := sha256.New()
	var word [8]byte
	for _, world := range append([]string{"3p-ready"}, floors()...) {
		s, err := look(world)
		if err != nil {
			return "", err
		}
		s = s.Clone()
		s.Organisation.Seats = digestSeats
		r, err := engine.Run(ctx, s, sim.Options{Runs: digestRuns, Seed: digestSeed, People: digestPeople, OwnBaseline: true})
		if err != nil {
			return "", err
		}
		for run := range r.Runs {
			for _, w := range []sim.World{sim.Assumed, sim.Decided} {
				for _, o := range []sim.Weekly{sim.WeekGrossMargin, sim.WeekCost, sim.WeekSkill, sim.WeekRating, sim.WeekBenefitUse} {
					for _, v := range r.WeeklySample(o, w, run) {
						binary.LittleEndian.PutUint64(word[:], math.Float64bits(v))
						hash.Write(word[:])
					}
				}
			}
		}
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}
