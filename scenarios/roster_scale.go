package scenarios

import "math"

// ColumnReading says on what scale the numbers of a column were read, where that
// is not plain from the field.
type ColumnReading string

// The readings of a column.
const (
	// ReadDeviations: standard deviations from the labour market's mean, as the
	// file has them.
	ReadDeviations ColumnReading = "deviations"
	// ReadDoubtful: so read too, though the values look like those of another scale.
	ReadDoubtful ColumnReading = "doubtful"
	// ReadStandardised: a scale of the file's own, standardised within the roster.
	ReadStandardised ColumnReading = "standardised"
)

// scale is how the numbers of a field are read.
type scale struct {
	reading   ColumnReading
	low, high float64 // of the values
}

const (
	// clearlyMany values, none of them below 0, are no standard deviations: one
	// sample in 256 is like that.
	clearlyMany = 8
	// fewAtLeast values tell something of a scale.
	fewAtLeast = 3
	// likelyHighest is a standard deviation that few people of a roster reach.
	likelyHighest = 3
)

// scaleOf tells standard deviations from marks on a scale such as 0 to 1, 1 to 5
// or 0 to 100: marks are never below 0, and lie further from it than from each
// other. Where it is not clear, numbers are taken for what they should be.
func scaleOf(values []float64) scale {
	s := scale{reading: ReadDeviations}
	if len(values) == 0 {
		return s
	}
	s.low, s.high = values[0], values[0]
	whole, sum, squares := true, 0.0, 0.0
	for _, x := range values {
		s.low, s.high = math.Min(s.low, x), math.Max(s.high, x)
		whole = whole && x == math.Trunc(x)
		sum += x
	}
	mean := sum / float64(len(values))
	for _, x := range values {
		squares += (x - mean) * (x - mean)
	}
	sd := math.Sqrt(squares / float64(len(values)))
	marks := whole && s.low >= 1 && s.high >= 2
	switch n := len(values); {
	case s.low < 0 || s.high == 0 || n < fewAtLeast:
	case sd > 0 && mean > sd && (s.high > maxStandard || n >= clearlyMany && (s.high <= 1 || s.high > likelyHighest || marks)):
		s.reading = ReadStandardised
	case s.high <= 1 || marks:
		s.reading = ReadDoubtful
	}
	return s
}

// noteScales tells the scale of every column that should hold standard deviations.
func (r *rosterReader) noteScales() {
	for _, field := range r.plan.fieldsInOrder() {
		if field != fieldSavvy && !r.isTrait[field] && field != fieldRating {
			continue
		}
		var values []float64
		for _, row := range r.table.rows {
			cell := row.cells[r.plan.column[field]]
			if missing(cell) || r.isTotalRow(row) {
				continue
			}
			if x, err := parseNumber(cell, r.decimalComma); err == nil {
				values = append(values, x)
			}
		}
		s := scaleOf(values)
		if field == fieldRating {
			s.reading = ReadStandardised
		}
		r.scales[field] = s
	}
}

// isTotalRow reports whether a row is a line of totals.
func (r *rosterReader) isTotalRow(row rosterRow) bool {
	for _, field := range []string{fieldName, fieldSeat} {
		if column, ok := r.plan.column[field]; ok && isTotal(row.cells[column]) {
			return true
		}
	}
	return false
}

// sayScales tells with the columns how their numbers were read.
func (r *rosterReader) sayScales() {
	for i := range r.plan.uses {
		u := &r.plan.uses[i]
		if s, ok := r.scales[u.Field]; ok {
			u.Reading, u.Low, u.High = s.reading, s.low, s.high
		}
	}
}

// standardiseScales standardises within the roster what is on a scale of the
// file's own, and keeps it within what a person can be.
func (r *rosterReader) standardiseScales() {
	for _, field := range r.plan.fieldsInOrder() {
		if r.scales[field].reading != ReadStandardised || field == fieldRating {
			continue
		}
		values := make([]*float64, len(r.drafts))
		for i := range r.drafts {
			s := &r.drafts[i].seat
			if field == fieldSavvy {
				values[i] = s.Savvy
			} else if x, ok := s.Traits[field]; ok {
				values[i] = &x
			}
		}
		toZ(values)
		for i, x := range values {
			if x == nil {
				continue
			}
			*x = math.Max(-maxStandard, math.Min(maxStandard, *x))
			if field != fieldSavvy {
				r.drafts[i].seat.Traits[field] = *x
			}
		}
	}
}
