"""Trees of arc scores: maximum spanning arborescence with one root."""

import numpy as np

NEVER = -1e9


def tree(scores):
    """Heads (1-based, 0 the root) of the best tree: scores n x (n+1), column 0 the root."""
    n = len(scores)
    full = np.full((n + 1, n + 1), NEVER)
    full[1:] = scores
    np.fill_diagonal(full, NEVER)
    full[0] = NEVER
    heads = arborescence(full)
    if (heads[1:] == 0).sum() != 1:
        heads = one_root(full)
    return heads[1:]


def one_root(full):
    """The best tree over the likeliest roots, each forced in turn."""
    n = len(full) - 1
    best, most = None, -np.inf
    for root in sorted(range(1, n + 1), key=lambda r: -full[r, 0])[:5]:
        forced = full.copy()
        forced[1:, 0] = NEVER / 10
        forced[root] = NEVER
        forced[root, 0] = 0
        heads = arborescence(forced)
        total = full[root, 0] + sum(full[i, heads[i]] for i in range(1, n + 1) if i != root)
        if total > most:
            best, most = heads, total
    return best


def cycle_of(heads):
    """The words of a cycle among the heads, or None."""
    n = len(heads)
    seen = [0] * n
    for start in range(1, n):
        i = start
        while i and not seen[i]:
            seen[i] = start
            i = heads[i]
        if i and seen[i] == start:
            out, k = [i], heads[i]
            while k != i:
                out.append(k)
                k = heads[k]
            return out
    return None


def arborescence(weights):
    """Chu and Liu, Edmonds: weights[dependent, head], node 0 the root."""
    heads = weights.argmax(1)
    heads[0] = 0
    cycle = cycle_of(heads)
    if cycle is None:
        return heads
    inside = set(cycle)
    rest = [v for v in range(len(weights)) if v not in inside]
    m = len(rest)
    total = sum(weights[v, heads[v]] for v in cycle)
    small = np.full((m + 1, m + 1), NEVER)  # the last node is the cycle
    small[:m, :m] = weights[np.ix_(rest, rest)]
    out = weights[np.ix_(rest, cycle)]
    small[:m, m] = out.max(1)
    leave = [cycle[a] for a in out.argmax(1)]
    into = np.array([weights[v] - weights[v, heads[v]] for v in cycle])[:, rest]
    small[m, :m] = into.max(0) + total
    enter = [cycle[a] for a in into.argmax(0)]
    small[0] = NEVER
    inner = arborescence(small)
    result = heads.copy()
    for a in range(1, m):
        result[rest[a]] = rest[inner[a]] if inner[a] < m else leave[a]
    head = inner[m]
    result[enter[head]] = rest[head]
    return result
