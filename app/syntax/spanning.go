package syntax

import "math"

// spanning returns the heads of the best tree with one root: scores has a row for
// each of n words and n+1 columns, first the root, then the words. It is the
// maximum spanning arborescence (Chu and Liu 1965, Edmonds 1967); that the root has
// one child follows from a malus on its arcs that is larger than all scores
// together (Stanojević and Cohen 2021).
func spanning(scores []float32, n int) []int {
	if heads := greedy(scores, n); heads != nil {
		return heads
	}
	size := n + 1
	w := make([]float64, size*size) // w[d*size+h]
	var low, high float64
	for _, v := range scores {
		low, high = min(low, float64(v)), max(high, float64(v))
	}
	malus := (high - low + 1) * float64(n)
	for d := 1; d < size; d++ {
		for h := range size {
			w[d*size+h] = float64(scores[(d-1)*size+h])
		}
		w[d*size] -= malus
	}
	return arborescence(w, size)[1:]
}

// greedy returns the best head of each word, if they make a tree with one root: it
// is the best one then. Else it returns nil.
func greedy(scores []float32, n int) []int {
	heads := make([]int, n+1)
	roots := 0
	for d := 1; d <= n; d++ {
		row := scores[(d-1)*(n+1):][:n+1]
		best := 0
		for h, v := range row {
			if v > row[best] && h != d {
				best = h
			}
		}
		if heads[d] = best; best == 0 {
			roots++
		}
	}
	if roots != 1 || findCycle(heads) != nil {
		return nil
	}
	return heads[1:]
}

var never = math.Inf(-1)

// arborescence returns the head of each node of a graph, w[d*size+h], that together
// make the heaviest tree below node 0. Each round takes every node's best head and
// joins the nodes of one cycle into one.
func arborescence(w []float64, size int) []int {
	heads := make([]int, size)
	for d := 1; d < size; d++ {
		best := -1
		for h := range size {
			if h != d && (best < 0 || w[d*size+h] > w[d*size+best]) {
				best = h
			}
		}
		heads[d] = best
	}
	cycle := findCycle(heads)
	if cycle == nil {
		return heads
	}
	in := make([]bool, size)
	for _, v := range cycle {
		in[v] = true
	}
	var rest []int // the nodes outside, in order; the cycle is the node behind them
	for v := range size {
		if !in[v] {
			rest = append(rest, v)
		}
	}
	m := len(rest)
	joined := make([]float64, (m+1)*(m+1))
	leave, enter := make([]int, m), make([]int, m) // which node of the cycle an arc is of
	for a, v := range rest {
		for b, h := range rest {
			joined[a*(m+1)+b] = w[v*size+h]
		}
		leave[a], enter[a] = cycle[0], cycle[0]
		gain := never
		out := never
		for _, c := range cycle {
			if s := w[v*size+c]; s > out {
				out, leave[a] = s, c
			}
			// entering at c costs the arc that c has in the cycle
			if s := w[c*size+v] - w[c*size+heads[c]]; s > gain {
				gain, enter[a] = s, c
			}
		}
		joined[a*(m+1)+m] = out
		joined[m*(m+1)+a] = gain
	}
	below := arborescence(joined, m+1)
	for a := 1; a < m; a++ {
		if h := below[a]; h < m {
			heads[rest[a]] = rest[h]
		} else {
			heads[rest[a]] = leave[a]
		}
	}
	from := below[m]
	heads[enter[from]] = rest[from]
	return heads
}

// findCycle returns the nodes of a cycle, nil if there is none.
func findCycle(heads []int) []int {
	seen := make([]int, len(heads)) // by the walk from which node, 0 for not yet
	for i := 1; i < len(heads); i++ {
		j := i
		for j != 0 && seen[j] == 0 {
			seen[j] = i
			j = heads[j]
		}
		if j == 0 || seen[j] != i {
			continue
		}
		cycle := []int{j}
		for k := heads[j]; k != j; k = heads[k] {
			cycle = append(cycle, k)
		}
		return cycle
	}
	return nil
}
