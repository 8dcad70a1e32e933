package briefing

import "fmt"

// before is one edge of the order graph. Each event is two nodes, its start 2i
// and its end 2i+1. A strict edge means earlier, any other not later.
type before struct {
	to     int
	strict bool
	path   string // of the relation
}

// order reports the relations that contradict others: a strict edge on a cycle
// would put an event before itself.
func (v *validator) order() {
	edges := make([][]before, 2*len(v.b.Events))
	add := func(from, to int, strict bool, path string) {
		edges[from] = append(edges[from], before{to, strict, path})
	}
	for i, e := range v.b.Events {
		start, end := 2*i, 2*i+1
		add(start, end, false, "")
		for k, r := range e.Relations {
			j, ok := v.events[r.Event]
			if !ok || j == i {
				continue // a fault of its own
			}
			path := fmt.Sprintf("$.events[%d].relations[%d]", i, k)
			otherStart, otherEnd := 2*j, 2*j+1
			switch r.Kind {
			case RelationBefore:
				add(end, otherStart, true, path)
			case RelationAfter:
				add(otherEnd, start, true, path)
			case RelationSince:
				add(otherStart, end, false, path)
			case RelationSameAs:
				add(start, otherStart, false, path)
				add(otherEnd, end, false, path)
				fallthrough
			case RelationDuring:
				add(otherStart, start, false, path)
				add(end, otherEnd, false, path)
			}
		}
	}
	group := cycles(edges)
	contrary := map[string]bool{}
	for from, out := range edges {
		for _, e := range out {
			contrary[e.path] = contrary[e.path] || e.strict && group[from] == group[e.to]
		}
	}
	for i, e := range v.b.Events {
		for k := range e.Relations {
			path := fmt.Sprintf("$.events[%d].relations[%d]", i, k)
			v.need(path, !contrary[path], "contradicts other relations: the event would come before itself")
		}
	}
}

// cycles numbers the strongly connected components: two nodes have the same
// number if and only if each can be reached from the other (Kosaraju's
// algorithm, with stacks of its own because a file may hold long chains).
func cycles(edges [][]before) []int {
	back := make([][]before, len(edges))
	for from, out := range edges {
		for _, e := range out {
			back[e.to] = append(back[e.to], before{to: from})
		}
	}
	seen := make([]bool, len(edges))
	var finished []int
	walk := func(root int, edges [][]before, done func(node int)) {
		type frame struct{ node, next int }
		seen[root] = true
		for stack := []frame{{root, 0}}; len(stack) > 0; {
			top := &stack[len(stack)-1]
			if top.next == len(edges[top.node]) {
				done(top.node)
				stack = stack[:len(stack)-1]
				continue
			}
			to := edges[top.node][top.next].to
			top.next++
			if !seen[to] {
				seen[to] = true
				stack = append(stack, frame{to, 0})
			}
		}
	}
	for node := range edges {
		if !seen[node] {
			walk(node, edges, func(n int) { finished = append(finished, n) })
		}
	}
	clear(seen)
	group := make([]int, len(edges))
	for i := len(finished) - 1; i >= 0; i-- {
		if root := finished[i]; !seen[root] {
			walk(root, back, func(n int) { group[n] = root })
		}
	}
	return group
}
