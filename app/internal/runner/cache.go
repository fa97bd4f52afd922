package runner

import (
	"container/list"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"threep/sim"
)

// Key is a digest of all that a scenario's results depend on, which its name, title
// and story are not. It is empty where the scenario holds a number that is not finite.
func Key(s *sim.Scenario) string {
	unnamed := *s
	unnamed.Name, unnamed.Title, unnamed.Story = "", "", ""
	data, err := json.Marshal(&unnamed)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// key adds to the scenario's key what else the result depends on. The number of
// workers is left out: it changes nothing.
func (r *Runner) key(q *request) string {
	k := r.cfg.Key(q.scenario)
	if k == "" {
		return ""
	}
	return fmt.Sprintf("%s %d %d %t", k, q.settings.Seed, q.settings.Runs, q.settings.Uncertain)
}

func (r *Runner) cached(key string) *sim.Result {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.results.get(key)
}

func (r *Runner) keep(key string, result *sim.Result) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.results.put(key, result)
}

// cache keeps the results that were used last, as many as a number of bytes allows.
type cache struct {
	most, held int64
	order      *list.List // of *entry, used last in front
	entries    map[string]*list.Element
}

type entry struct {
	key    string
	result *sim.Result
	bytes  int64
}

func newCache(most int64) *cache {
	return &cache{most: most, order: list.New(), entries: map[string]*list.Element{}}
}

func (c *cache) get(key string) *sim.Result {
	e, ok := c.entries[key]
	if !ok {
		return nil
	}
	c.order.MoveToFront(e)
	return e.Value.(*entry).result
}

func (c *cache) put(key string, result *sim.Result) {
	if key == "" {
		return
	}
	if old, ok := c.entries[key]; ok {
		c.drop(old)
	}
	e := &entry{key: key, result: result, bytes: weight(result)}
	c.entries[key] = c.order.PushFront(e)
	c.held += e.bytes
	for c.held > c.most && c.order.Len() > 1 {
		c.drop(c.order.Back())
	}
}

func (c *cache) drop(e *list.Element) {
	gone := c.order.Remove(e).(*entry)
	delete(c.entries, gone.key)
	c.held -= gone.bytes
}

// weight estimates the memory of a result, nearly all of which is weekly series.
func weight(r *sim.Result) int64 {
	worlds := int64(sim.NumWorlds)
	if !r.AssumptionsDiffer {
		worlds--
	}
	return int64(r.Runs) * int64(r.Weeks) * int64(sim.NumWeekly) * 8 * worlds
}
