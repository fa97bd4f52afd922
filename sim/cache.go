package sim

import "unsafe"

// cacheBytes is what solved sets of assumptions may take together: some tens of
// sets, of 6 megabytes each, or all the sets that ignorance draws, of a quarter
// of that.
const cacheBytes = 192 << 20

// solutionCache keeps the solutions used last. Its user locks it.
type solutionCache struct {
	limit int64
	held  int64
	byKey map[string]*cached
	order []*cached // the least recently used first
}

type cached struct {
	key   string
	of    *solution
	bytes int64 // 0 while it is being solved
}

// find returns the solution of a key, or nil.
func (c *solutionCache) find(key string) *solution {
	x, ok := c.byKey[key]
	if !ok {
		return nil
	}
	for i := range c.order {
		if c.order[i] == x {
			copy(c.order[i:], c.order[i+1:])
			c.order[len(c.order)-1] = x
			break
		}
	}
	return x.of
}

// add keeps a solution that is being solved.
func (c *solutionCache) add(key string, sol *solution) {
	if c.byKey == nil {
		c.byKey = map[string]*cached{}
	}
	x := &cached{key: key, of: sol}
	c.byKey[key] = x
	c.order = append(c.order, x)
}

// weigh notes the size of a solution that is solved now, and lets go of the least
// recently used where all are too large. It never lets go of that one, nor of any
// that is being solved.
func (c *solutionCache) weigh(key string, sol *solution) {
	x, ok := c.byKey[key]
	if !ok || x.of != sol {
		return
	}
	x.bytes = sol.bytes()
	c.held += x.bytes
	for i := 0; i < len(c.order) && c.held > c.limit; {
		if y := c.order[i]; y != x && y.bytes > 0 {
			c.remove(i)
			continue
		}
		i++
	}
}

// drop lets go of a solution that failed.
func (c *solutionCache) drop(key string, sol *solution) {
	for i, x := range c.order {
		if x.key == key && x.of == sol {
			c.remove(i)
			return
		}
	}
}

func (c *solutionCache) remove(i int) {
	x := c.order[i]
	c.held -= x.bytes
	delete(c.byKey, x.key)
	c.order = append(c.order[:i], c.order[i+1:]...)
}

// bytes is about what a solution takes in memory.
func (sol *solution) bytes() int64 {
	total := int64(1 << 10)
	for _, p := range sol.population {
		total += int64(len(p.seats))*int64(unsafe.Sizeof(incumbent{})) + int64(len(p.traits))*int64(unsafe.Sizeof(float64(0)))
	}
	if sol.roster != nil {
		total += int64(len(sol.roster.seats)) * int64(unsafe.Sizeof(rosterSeat{}))
	}
	return total
}
