#!/usr/bin/env python3
"""Expected numbers for the test of app/syntax: what torch computes from the weights in the file.

    reference.py en.safetensors PIPELINE TREES.conllu.gz > app/syntax/testdata/reference.json

PIPELINE is the unpacked pipeline en_core_web_md, for its hashing and the keys of its vectors. The first sentence
each of a few lengths is taken from the treebank.
"""
import gzip, json, struct, sys
import numpy as np, torch
import torch.nn.functional as F

LENGTHS = (4, 9, 17, 33, 52)
NORM = {"n't": "not", "nt": "not", "'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "ca": "can", "wo": "will",
        "sha": "shall", "gon": "going", "na": "to", "wan": "want"}


def read(path):
    data = open(path, "rb").read()
    n = struct.unpack("<Q", data[:8])[0]
    head, rest = json.loads(data[8:8 + n]), data[8 + n:]
    kinds = {"F32": "<f4", "U16": "<u2", "I8": "i1", "U8": "u1"}
    meta = head.pop("__metadata__")
    return meta, {k: np.frombuffer(rest[slice(*v["data_offsets"])], kinds[v["dtype"]]).reshape(v["shape"]) for k, v in head.items()}


class Net:
    def __init__(self, path, pipeline):
        import spacy
        self.meta, self.t = read(path)
        self.labels, self.seeds = (json.loads(self.meta[k]) for k in ("labels", "seeds"))
        self.vocab = spacy.load(pipeline, exclude=["ner", "senter", "tagger", "parser", "tok2vec", "attribute_ruler", "lemmatizer"]).vocab

    def rows(self, name):
        return torch.tensor(self.t[name + ".weight"].astype("float32") * self.t[name + ".scale"][:, None])

    def get(self, name):
        return torch.tensor(self.t[name].astype("float32"))

    def linear(self, name, x):
        return F.linear(x, self.rows(name), self.get(name + ".bias"))

    def maxout(self, name, x):
        y = self.linear(name, x)
        y = y.view(*y.shape[:-1], -1, 3).max(-1)[0]
        return F.layer_norm(y, y.shape[-1:], self.get(name + ".gain"), self.get(name + ".shift"), 1e-8)

    def features(self, word, blank):
        from spacy.tokens import Doc
        from spacy.attrs import NORM as N, PREFIX, SUFFIX, SHAPE, SPACY, IS_SPACE
        from thinc.api import NumpyOps
        d = Doc(self.vocab, words=[word], spaces=[blank])
        low = word.lower().replace("’", "'").replace("‘", "'")
        d[0].norm_ = NORM.get(low, low)
        ids = d.to_array([N, PREFIX, SUFFIX, SHAPE, SPACY, IS_SPACE])[0]
        out = []
        for a, i in zip(("norm", "prefix", "suffix", "shape", "spacy", "space"), ids):
            table = self.rows("parser.embed." + a)
            out.append(table[torch.tensor((NumpyOps().hash(np.array([i], "uint64"), self.seeds[a])[0] % len(table)).astype("int64"))].sum(0))
        find = self.vocab.vectors.find
        row = int(find(key=d[0].orth))
        if row < 0:
            row = int(find(key=self.vocab.strings.add(word.lower())))
        table = self.rows("vectors")
        out.append(table[row] if row >= 0 else torch.zeros(table.shape[1]))
        return torch.cat(out)

    def encode(self, words, blanks):
        x = self.maxout("parser.mix", torch.stack([self.features(w, b) for w, b in zip(words, blanks)]))
        depth = sum(k.startswith("parser.window.") and k.endswith(".gain") for k in self.t)
        x = F.pad(x, (0, 0, depth, depth))
        for i in range(depth):
            p = F.pad(x, (0, 0, 1, 1))
            x = x + self.maxout(f"parser.window.{i}", torch.cat([p[:-2], x, p[2:]], -1))
        x = x[depth:depth + len(words)]
        for layer in range(9):
            name = f"parser.gru.{layer}"
            if name + ".join.weight" not in self.t:
                break
            w = x.shape[1]
            n = self.t[name + ".forward.hidden.weight"].shape[1]
            gru = torch.nn.GRU(w, n, batch_first=True, bidirectional=True)
            state = {}
            for way, end in (("forward", ""), ("backward", "_reverse")):
                for ours, theirs in (("input", "ih"), ("hidden", "hh")):
                    state[f"weight_{theirs}_l0{end}"] = self.rows(f"{name}.{way}.{ours}")
                    state[f"bias_{theirs}_l0{end}"] = self.get(f"{name}.{way}.{ours}.bias")
            gru.load_state_dict(state)
            x = x + self.linear(name + ".join", gru(x[None])[0][0])
        return x

    def parse(self, words, blanks):
        x = self.encode(words, blanks)
        out = dict(words=words, blank=blanks, encoder=[self.few(x[0]), self.few(x[-1])])
        labels = self.labels["parser"]
        for head in ("xpos", "upos", "feats"):
            out[head] = [labels[head][k] for k in self.linear("parser." + head, x).argmax(1)]
        y = torch.cat([self.get("parser.root")[None], x])
        hidden = lambda name, v: F.leaky_relu(self.linear(name, v), .1)
        arc = self.linear("parser.arc", hidden("parser.arc.dependent", x)) @ hidden("parser.arc.head", y).T
        out["arc"] = self.few(arc[0])
        out["heads"] = tree(arc.numpy())
        one = lambda v: torch.cat([v, torch.ones(len(v), 1)], 1)
        d, h = one(hidden("parser.relation.dependent", x)), hidden("parser.relation.head", y)[torch.tensor(out["heads"])]
        scores = torch.einsum("nri,ni->nr", self.linear("parser.relation", h).view(len(words), len(labels["relation"]), -1), d)
        root = labels["relation"].index("root")
        for i, k in enumerate(out["heads"]):
            scores[i, root] = -1e9 if k else 1e9
        out["rels"] = [labels["relation"][k] for k in scores.argmax(1)]
        return out

    def few(self, v):
        return [round(float(q), 4) for q in v[:8]]


def tree(scores):
    """The heads of the best tree, when taking each word's best head makes one with one root; else not for this test."""
    scores = scores.copy()
    for i in range(len(scores)):
        scores[i, i + 1] = -1e9
    heads = scores.argmax(1).tolist()
    for i in range(len(heads)):
        seen, k = set(), i
        while heads[k] and k not in seen:
            seen.add(k)
            k = heads[k] - 1
        if heads[k]:
            raise ValueError("a cycle")
    if heads.count(0) != 1:
        raise ValueError("not one root")
    return heads


def sentences(path):
    for block in gzip.open(path, "rt").read().strip().split("\n\n"):
        rows = [l.split("\t") for l in block.split("\n") if l[0] != "#"]
        if all(r[0].isdigit() for r in rows):
            yield [r[1] for r in rows], ["SpaceAfter=No" not in r[9] for r in rows]


@torch.no_grad()
def main():
    torch.set_num_threads(1)
    net, out, seen = Net(sys.argv[1], sys.argv[2]), [], set()
    for words, blanks in sentences(sys.argv[3]):
        if len(words) in LENGTHS and len(words) not in seen:
            try:
                out.append(net.parse(words, blanks))
            except ValueError:
                continue
            seen.add(len(words))
    json.dump(out, sys.stdout, ensure_ascii=False, separators=(",", ":"))
    print()


main()
