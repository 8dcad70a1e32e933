"""The networks: an encoder after spaCy's, and on it a parser or a name head.

`Encoder` is spaCy's MultiHashEmbed with a MaxoutWindowEncoder of one word either
side. `Parser` has bidirectional GRUs on it, linear heads for part of speech and
features, and biaffine heads for trees (Dozat and Manning 2017). `NameHead` has
one GRU and a linear head with a linear-chain CRF. app/syntax runs both.
"""

import torch
import torch.nn.functional as F
from torch import nn

MARGIN = 4  # words of zeros that thinc sets round a sentence, one for each window layer


class Dropout(nn.Module):
    """Dropout that hides the same units in all words of a sentence (Gal and Ghahramani 2016)."""

    def __init__(self, rate):
        super().__init__()
        self.rate = rate

    def forward(self, x):
        if not self.training or not self.rate:
            return x
        keep = x.new_empty(x.shape[0], 1, x.shape[2]).bernoulli_(1 - self.rate)
        return x * (keep / (1 - self.rate))


class Maxout(nn.Module):
    """The largest of some linear pieces, normed."""

    def __init__(self, inputs, outputs, pieces=3):
        super().__init__()
        self.linear = nn.Linear(inputs, outputs * pieces)
        self.norm = nn.LayerNorm(outputs, eps=1e-8)
        self.shape = (outputs, pieces)

    def forward(self, x):
        return self.norm(self.linear(x).view(*x.shape[:-1], *self.shape).max(-1)[0])

    def load(self, maxout, norm):
        weight = torch.tensor(maxout.get_param("W"))
        with torch.no_grad():
            self.linear.weight.copy_(weight.reshape(-1, weight.shape[2]))
            self.linear.bias.copy_(torch.tensor(maxout.get_param("b")).reshape(-1))
            self.norm.weight.copy_(torch.tensor(norm.get_param("G")))
            self.norm.bias.copy_(torch.tensor(norm.get_param("b")))


class Encoder(nn.Module):
    def __init__(self, sizes, static, width=96, depth=4, drop=0.2):
        super().__init__()
        # One row more than spaCy has, for a word that word dropout hides.
        self.tables = nn.ModuleList(nn.Embedding(n + 1, width) for n in sizes)
        self.register_buffer("static", static, persistent=False)
        self.project = nn.Linear(static.shape[1], width, bias=False)
        self.mix = Maxout(width * (len(sizes) + 1), width)
        self.window = nn.ModuleList(Maxout(width * 3, width) for _ in range(depth))
        self.drop = Dropout(drop)

    def load(self, layers):
        """Takes the weights of a spaCy encoder."""
        with torch.no_grad():
            for table, node in zip(self.tables, layers["tables"], strict=True):
                rows = torch.tensor(node.get_param("E"))
                table.weight[:-1] = rows
                table.weight[-1] = rows.mean(0)
            self.project.weight.copy_(torch.tensor(layers["static"].get_param("W")))
        for layer, maxout, norm in zip([self.mix, *self.window], layers["maxout"], layers["norms"], strict=True):
            layer.load(maxout, norm)

    def forward(self, rows, vector, mask, hidden=None):
        """rows: B n 24; vector: B n; mask: B n of 0 and 1; hidden: words whose norm and vector are dropped."""
        parts = []
        for k, table in enumerate(self.tables):
            r = rows[..., 4 * k : 4 * k + 4]
            if k == 0 and hidden is not None:
                r = torch.where(hidden[..., None], table.num_embeddings - 1, r)
            parts.append(F.embedding(r, table.weight).sum(-2))
        v = self.static[vector]
        if hidden is not None:
            v = v * ~hidden[..., None]
        parts.append(self.project(v))
        x = self.mix(self.drop(torch.cat(parts, -1))) * mask[..., None]
        n = x.shape[1]
        x = F.pad(x, (0, 0, MARGIN, MARGIN))
        for layer in self.window:
            p = F.pad(x, (0, 0, 1, 1))
            x = x + self.drop(layer(torch.cat([p[:, :-2], x, p[:, 2:]], -1)))
        return x[:, MARGIN : MARGIN + n] * mask[..., None]


class Recurrent(nn.Module):
    """A bidirectional GRU, projected back and added to its input."""

    def __init__(self, width, hidden, drop):
        super().__init__()
        self.gru = nn.GRU(width, hidden, batch_first=True, bidirectional=True)
        self.project = nn.Linear(2 * hidden, width)
        self.drop = Dropout(drop)

    def forward(self, x, lengths):
        packed = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
        y, _ = nn.utils.rnn.pad_packed_sequence(self.gru(packed)[0], batch_first=True, total_length=x.shape[1])
        return x + self.drop(self.project(y))


class Parser(nn.Module):
    """labels: dict of the lists xpos, upos, feats, rel."""

    def __init__(self, encoder, labels, width=96, hidden=96, layers=1, arc=128, rel=48, drop=0.2):
        super().__init__()
        self.encoder = encoder
        self.recurrent = nn.ModuleList(Recurrent(width, hidden, drop) for _ in range(layers))
        self.sizes = [len(labels[k]) for k in ("xpos", "upos", "feats")]
        self.tags = nn.Linear(width, sum(self.sizes))
        self.arc_dependent, self.arc_head = nn.Linear(width, arc), nn.Linear(width, arc)
        self.rel_dependent, self.rel_head = nn.Linear(width, rel), nn.Linear(width, rel)
        self.arc = nn.Parameter(torch.randn(arc, arc) * 0.02)
        self.arc_bias = nn.Parameter(torch.zeros(arc))
        self.rel = nn.Parameter(torch.randn(len(labels["rel"]), rel + 1, rel + 1) * 0.02)
        self.root = nn.Parameter(torch.randn(width) * 0.1)
        self.drop = Dropout(drop)

    def forward(self, rows, vector, mask, hidden=None):
        """Returns tag scores (B n sum), arc scores (B n n+1, column 0 the root) and the two sides of relations."""
        x = self.encoder(rows, vector, mask, hidden)
        lengths = mask.sum(1).long()
        for layer in self.recurrent:
            x = layer(x, lengths)
        tags = self.tags(x)
        y = torch.cat([self.root.expand(x.shape[0], 1, -1), x], 1)
        side = lambda layer, v: self.drop(F.leaky_relu(layer(v), 0.1))
        heads = side(self.arc_head, y)
        arcs = side(self.arc_dependent, x) @ self.arc @ heads.transpose(1, 2) + (heads @ self.arc_bias)[:, None]
        there = torch.cat([mask.new_ones(len(mask), 1), mask], 1).bool()
        return tags, arcs.masked_fill(~there[:, None], -1e4), side(self.rel_dependent, x), side(self.rel_head, y)

    def relations(self, dependents, heads, chosen):
        """Relation scores (B n R) of each word to its chosen head (B n)."""
        q = torch.gather(heads, 1, chosen[..., None].expand(-1, -1, heads.shape[2]))
        one = dependents.new_ones(*dependents.shape[:2], 1)
        a, b = torch.cat([dependents, one], -1), torch.cat([q, one], -1)
        n = a.shape[-1]
        left = (a.reshape(-1, n) @ self.rel.permute(1, 0, 2).reshape(n, -1)).view(*a.shape[:2], -1, n)
        return (left * b[:, :, None]).sum(-1)


class NameHead(nn.Module):
    """A linear-chain conditional random field on an encoder (Lample et al. 2016).

    Pairs of labels are allowed or not, and have no weights of their own. follow,
    opens and closes say which are: elsewhere scores are NEVER.
    """

    NEVER = -1e4

    def __init__(self, encoder, follow, opens, closes, width=96, hidden=96, layers=1, drop=0.3):
        super().__init__()
        self.encoder = encoder
        self.recurrent = nn.ModuleList(Recurrent(width, hidden, drop) for _ in range(layers))
        self.tags = nn.Linear(width, len(follow))
        fence = lambda name, allowed: self.register_buffer(name, torch.where(allowed, 0.0, self.NEVER), persistent=False)
        fence("follow", follow)
        fence("opens", opens)
        fence("closes", closes)

    def forward(self, rows, vector, mask, hidden=None):
        """Returns the scores of labels, B n L."""
        x = self.encoder(rows, vector, mask, hidden)
        lengths = mask.sum(1).long()
        for layer in self.recurrent:
            x = layer(x, lengths)
        return self.tags(x)

    def loss(self, scores, mask, gold):
        """Negative log-likelihood of the gold labels, by word."""
        there = mask.bool()
        alpha = scores[:, 0] + self.opens
        for i in range(1, scores.shape[1]):
            after = torch.logsumexp(alpha[:, :, None] + self.follow, 1) + scores[:, i]
            alpha = torch.where(there[:, i, None], after, alpha)
        total = torch.logsumexp(alpha + self.closes, 1)
        path = (torch.gather(scores, 2, gold[..., None])[..., 0] * mask).sum(1)
        return (total - path).sum() / mask.sum()

    def decode(self, scores, mask):
        """The best labels of each sentence (Viterbi)."""
        lengths = mask.sum(1).long().tolist()
        best, back = scores[:, 0] + self.opens, []
        for i in range(1, scores.shape[1]):
            value, source = (best[:, :, None] + self.follow).max(1)
            live = mask[:, i, None].bool()
            back.append(torch.where(live, source, torch.arange(len(self.follow))))
            best = torch.where(live, value + scores[:, i], best)
        label = (best + self.closes).argmax(1)
        path = [label]
        for source in reversed(back):
            label = torch.gather(source, 1, label[:, None])[:, 0]
            path.append(label)
        path = torch.stack(path[::-1], 1).tolist()
        return [p[:n] for p, n in zip(path, lengths)]
