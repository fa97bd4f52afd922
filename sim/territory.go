package sim

import (
	"math"

	"threep/sim/internal/numeric"
	"threep/sim/internal/random"
)

// territory belongs to the seat and stays when its holder leaves. Its index is
// a product of powers:
//
//	T = potential^territory.potential_power x accounts^territory.accounts_power x presence^territory.presence_power x workload^territory.workload_power
type territory struct {
	// growth multiplies the index: accounts grow with the holder's tenure, and
	// part of that growth passes to a successor.
	growth                                  float64
	index                                   float64 // T without growth
	potential, accounts, presence, workload float64 // 1 is average (geometric)
	z                                       float64 // log T over its sd
}

// territoryScale holds what every draw of a territory needs.
type territoryScale struct {
	weight [4]float64 // power
	sd     [4]float64 // of the logarithm
	common float64    // sqrt(correlation)
	own    float64    // sqrt(1 - correlation)
	logSD  float64    // of log T
	limit  float64    // growth multiplier in the limit
	rate   float64    // a week
	passOn float64
}

func compileTerritory(a *Assumptions) territoryScale {
	t := &a.Territory
	k := territoryScale{
		weight: [4]float64{t.PotentialPower, t.AccountsPower, t.PresencePower, t.WorkloadPower},
		sd:     [4]float64{t.PotentialSD, t.AccountsSD, t.PresenceSD, t.WorkloadSD},
		common: math.Sqrt(t.Correlation), own: math.Sqrt(1 - t.Correlation),
		limit:  numeric.Pow(1+t.AccountGrowth, t.AccountsPower),
		rate:   1 / float64(t.GrowthYears*weeksYear),
		passOn: t.GrowthPassOn,
	}
	variance := 0.0
	for i := range k.weight {
		for j := range k.weight {
			r := t.Correlation
			if i == j {
				r = 1
			}
			variance += float64(float64(float64(k.weight[i]*k.sd[i])*float64(k.weight[j]*k.sd[j])) * r)
		}
	}
	k.logSD = math.Sqrt(max(variance, 1e-12))
	return k
}

// draw returns the territory of a seat.
func (k *territoryScale) draw(key random.Key) territory {
	g := key.Normal(random.Territory, 0)
	var log [4]float64
	for i := range log {
		log[i] = float64(k.sd[i] * (float64(k.common*g) + float64(k.own*key.Normal(random.Territory, i+1))))
	}
	return k.combine(numeric.Exp(log[0]), numeric.Exp(log[1]), numeric.Exp(log[2]), numeric.Exp(log[3]))
}

// combine returns the territory of given variables.
func (k *territoryScale) combine(potential, accounts, presence, workload float64) territory {
	t := territory{potential: potential, accounts: accounts, presence: presence, workload: workload, growth: 1}
	sum := 0.0
	for i, x := range [4]float64{potential, accounts, presence, workload} {
		sum += float64(k.weight[i] * numeric.Log(max(x, 1e-6)))
	}
	t.index = numeric.Exp(sum)
	t.z = sum / k.logSD
	return t
}

// logIndex is the logarithm of the index with its growth.
func (k *territoryScale) logIndex(t *territory) float64 {
	return float64(t.z*k.logSD) + numeric.LogNear(t.growth)
}

// grow moves the growth multiplier by some weeks of one holder.
func (k *territoryScale) grow(growth, weeks float64) float64 {
	return k.limit + float64((growth-k.limit)*numeric.Exp(-float64(k.rate*weeks)))
}

// handOver returns what of the growth a successor gets.
func (k *territoryScale) handOver(growth float64) float64 {
	return 1 + float64(k.passOn*(growth-1))
}

// grownAccounts returns the accounts that a growth multiplier stands for.
func (k *territoryScale) grownAccounts(t *territory) float64 {
	if k.weight[1] == 0 {
		return t.accounts
	}
	return float64(t.accounts * numeric.Pow(t.growth, 1/k.weight[1]))
}
