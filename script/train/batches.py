"""Batches of sentences of like length, and the schedule that both trainings share."""

import random

import torch


def pools(sizes, words, rng, window=2000):
    """Yields lists of sentence indices, shuffled, each list of about `words` words.

    Sentences of like length stand together, so that little of a batch is padding.
    """
    order = list(range(len(sizes)))
    rng.shuffle(order)
    out = []
    for a in range(0, len(order), window):
        part = sorted(order[a : a + window], key=lambda i: sizes[i])
        batch, n = [], 0
        for i in part:
            batch.append(i)
            n += sizes[i]
            if n >= words:
                out.append(batch)
                batch, n = [], 0
        if batch:
            out.append(batch)
    rng.shuffle(out)
    return out


def pad(rows, fill=0):
    """A tensor of lists of unlike length."""
    n = max(map(len, rows))
    return torch.tensor([list(r) + [fill] * (n - len(r)) for r in rows])


class Average:
    """Exponential moving average of a network's weights, with which it is judged and shipped."""

    def __init__(self, net, decay=0.998, every=4):
        self.net, self.decay, self.every, self.steps = net, decay, every, 0
        self.weights = {k: v.clone() for k, v in net.state_dict().items()}

    def update(self):
        self.steps += 1
        if self.steps % self.every:
            return
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps)) ** self.every
        with torch.no_grad():
            for k, v in self.net.state_dict().items():
                self.weights[k].lerp_(v, 1 - decay)

    def __enter__(self):
        self.current = {k: v.clone() for k, v in self.net.state_dict().items()}
        self.net.load_state_dict(self.weights)

    def __exit__(self, *_):
        self.net.load_state_dict(self.current)


def rate(done, step, warm=200, floor=0.02):
    """The learning rate relative to its peak: warm-up, then down a half cosine to the floor."""
    import math

    return min(1, step / warm) * (floor + (1 - floor) * 0.5 * (1 + math.cos(math.pi * min(1, done))))
