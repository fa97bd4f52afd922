package sim

// selectQuantile is Quantile of a sample that need not be sorted; it reorders it.
func selectQuantile(x []float64, p float64) float64 {
	at := float64(p * float64(len(x)-1))
	i := int(at)
	low := selectAt(x, i)
	if i+1 >= len(x) {
		return low
	}
	high := x[i+1]
	for _, v := range x[i+2:] {
		if v < high {
			high = v
		}
	}
	return low + float64((at-float64(i))*(high-low))
}

// selectAt leaves the k-th smallest number of x at k, none larger before it and
// none smaller after it, and returns it (Hoare's selection, middle pivot).
func selectAt(x []float64, k int) float64 {
	low, high := 0, len(x)-1
	for low < high {
		pivot := x[(low+high)/2]
		i, j := low, high
		for i <= j {
			for x[i] < pivot {
				i++
			}
			for x[j] > pivot {
				j--
			}
			if i <= j {
				x[i], x[j] = x[j], x[i]
				i++
				j--
			}
		}
		switch {
		case k <= j:
			high = j
		case k >= i:
			low = i
		default:
			return x[k]
		}
	}
	return x[k]
}
