package sim

import (
	"fmt"
	"math"
	"strings"
)

func (c *Catalogue) role(id string) (*Role, bool) {
	for i := range c.Roles {
		if c.Roles[i].ID == id {
			return &c.Roles[i], true
		}
	}
	return nil, false
}

func (c *Catalogue) tool(id string) (*Tool, bool) {
	for i := range c.Tools {
		if c.Tools[i].ID == id {
			return &c.Tools[i], true
		}
	}
	return nil, false
}

func (c *Catalogue) trait(id string) (int, bool) {
	for i := range c.Traits {
		if c.Traits[i].ID == id {
			return i, true
		}
	}
	return 0, false
}

// managerRole is the first role marked as the first-line manager's.
func (c *Catalogue) managerRole() *Role {
	for i := range c.Roles {
		if c.Roles[i].Manager {
			return &c.Roles[i]
		}
	}
	return &Role{ID: "manager"}
}

func (c *Catalogue) roleIDs() string {
	var ids []string
	for i := range c.Roles {
		if !c.Roles[i].Manager {
			ids = append(ids, c.Roles[i].ID)
		}
	}
	return strings.Join(ids, ", ")
}

func (c *Catalogue) toolIDs() string {
	ids := make([]string, len(c.Tools))
	for i := range c.Tools {
		ids[i] = c.Tools[i].ID
	}
	return strings.Join(ids, ", ")
}

// correlationMatrix is the correlation of the traits in the labour market, row
// by row; pairs that the catalogue does not name are 0.
func correlationMatrix(c *Catalogue) [][]float64 {
	n := len(c.Traits)
	m := make([][]float64, n)
	for i := range m {
		m[i] = make([]float64, n)
		m[i][i] = 1
	}
	for _, r := range c.Correlations {
		i, okA := c.trait(r.A)
		j, okB := c.trait(r.B)
		if okA && okB {
			m[i][j], m[j][i] = r.R, r.R
		}
	}
	return m
}

// choleskyOf returns the lower triangle L with L L' = m; an error where m is
// not positive definite.
func choleskyOf(m [][]float64) ([][]float64, error) {
	n := len(m)
	l := make([][]float64, n)
	for i := range l {
		l[i] = make([]float64, n)
		for j := 0; j <= i; j++ {
			sum := m[i][j]
			for k := 0; k < j; k++ {
				sum -= float64(l[i][k] * l[j][k])
			}
			if i == j {
				if sum <= 1e-9 {
					return nil, fmt.Errorf("the correlations contradict each other: the matrix is not positive definite")
				}
				l[i][i] = math.Sqrt(sum)
			} else {
				l[i][j] = sum / l[j][j]
			}
		}
	}
	return l, nil
}
