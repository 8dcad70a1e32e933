#!/usr/bin/env python3
"""Write the networks of app/syntax into one file.

    export.py OUT --parser parser.pt --pipeline DIR [--names names.pt]

OUT is a safetensors file (https://github.com/huggingface/safetensors, format of 2022); which tensors it holds is
told in app/syntax/model.go, the only reader. Weights are int8 with a float32 scale a row. parser.pt and names.pt
are what parser.py and names.py leave. DIR is the unpacked pipeline en_core_web_md, whose word vectors are written
once, for both networks.
"""
import argparse, json, os, re, struct, sys
import numpy as np, spacy, torch
from spacy.strings import hash_string
from spacy.symbols import IDS

FORMAT = "1"
FAVOUR = 3  # by how much the error of the parser's vectors counts more than that of the other network's
ATTRIBUTES = ["norm", "prefix", "suffix", "shape", "spacy", "space"]
SEEDS = dict(norm=8, prefix=9, suffix=10, shape=11, spacy=12, space=13)  # of spaCy's MultiHashEmbed.v2, read from md
LICENCES = [
    dict(what="start of the encoder and word vectors: en_core_web_md 3.8.0", by="Explosion", licence="MIT",
         note="trained by Explosion on OntoNotes 5 and WordNet 3.0; vectors CC0"),
    dict(what="trees: Universal Dependencies English-EWT", by="The UD English-EWT authors", licence="CC BY-SA 4.0"),
    dict(what="trees: GUM 11, openly licensed genres", by="Amir Zeldes and the GUM contributors", licence="CC BY 4.0"),
    dict(what="names: the marked texts that assets/names/CREDITS.md lists", by="as listed there", licence="as listed there"),
]


class Tensors:
    """The tensors of the file, in the order of their names within a type."""

    def __init__(self):
        self.all = {}

    def put(self, name, a):
        assert name not in self.all, name
        self.all[name] = np.ascontiguousarray(a)

    def floats(self, name, a):
        self.put(name, np.asarray(a, "float32"))

    def rows(self, name, a):
        """A matrix as int8 with a scale a row."""
        a = np.asarray(a, "float32")
        scale = (np.abs(a).max(1) / 127).astype("float32")
        q = np.zeros(a.shape, "int8")
        some = scale > 0
        q[some] = np.clip(np.rint(a[some] / scale[some, None]), -127, 127)
        self.put(name + ".weight", q)
        self.floats(name + ".scale", scale)

    def linear(self, name, weight, bias):
        self.rows(name, weight)
        self.floats(name + ".bias", bias)

    def write(self, path, metadata):
        kinds = {"float32": "F32", "uint16": "U16", "int8": "I8", "uint8": "U8"}
        order = sorted(self.all, key=lambda n: (-self.all[n].itemsize, n))
        head, at = {"__metadata__": metadata}, 0
        for n in order:
            a = self.all[n]
            head[n] = dict(dtype=kinds[str(a.dtype)], shape=list(a.shape), data_offsets=[at, at + a.nbytes])
            at += a.nbytes
        text = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
        text += b" " * (-len(text) % 8)
        with open(path, "wb") as f:
            f.write(struct.pack("<Q", len(text)) + text)
            for n in order:
                f.write(self.all[n].astype(self.all[n].dtype.newbyteorder("<")).tobytes())


def encoder(t, name, weights, static):
    """Embeddings, mix, windows and recurrent layers of a network.

    static: what makes of a row of the shared table the projected vector that the network has learned with.
    """
    for i, a in enumerate(ATTRIBUTES):
        key = f"encoder.tables.{i}.weight"
        if key in weights:
            t.rows(f"{name}.embed.{a}", weights[key][:-1])  # the last row stood for a hidden word
    mix = weights["encoder.mix.linear.weight"]
    n = len(static)
    weights["encoder.mix.linear.weight"] = np.concatenate([mix[:, :-n], mix[:, -n:] @ static], 1)
    for layer, into in [("mix", "mix")] + [(f"window.{i}", f"window.{i}") for i in layers(weights, "encoder.window.{}.linear.weight")]:
        own = f"encoder.{layer}."
        t.linear(f"{name}.{into}", weights[own + "linear.weight"], weights[own + "linear.bias"])
        t.floats(f"{name}.{into}.gain", weights[own + "norm.weight"])
        t.floats(f"{name}.{into}.shift", weights[own + "norm.bias"])
    for i in layers(weights, "recurrent.{}.project.weight"):
        own, into = f"recurrent.{i}.", f"{name}.gru.{i}"
        for way, end in [("forward", ""), ("backward", "_reverse")]:
            for ours, theirs in [("input", "ih"), ("hidden", "hh")]:
                t.linear(f"{into}.{way}.{ours}", weights[f"{own}gru.weight_{theirs}_l0{end}"], weights[f"{own}gru.bias_{theirs}_l0{end}"])
        t.linear(into + ".join", weights[own + "project.weight"], weights[own + "project.bias"])


def layers(weights, name):
    return [i for i in range(99) if name.format(i) in weights]


def parser(t, net, static):
    weights, labels = net["weights"], net["labels"]
    encoder(t, "parser", weights, static)
    at = 0
    for head in ("xpos", "upos", "feats"):
        n = len(labels[head])
        t.linear(f"parser.{head}", weights["tags.weight"][at:at + n], weights["tags.bias"][at:at + n])
        at += n
    for ours, theirs in [("arc", "arc"), ("relation", "rel")]:
        for side in ("dependent", "head"):
            t.linear(f"parser.{ours}.{side}", weights[f"{theirs}_{side}.weight"], weights[f"{theirs}_{side}.bias"])
    # score(d, h) = d'U h + u'h: the product d'U is a linear layer whose bias is u
    t.linear("parser.arc", weights["arc"].T, weights["arc_bias"])
    # score(r, d, h) = [d 1]' R [h 1]: a linear layer from h, whose outputs are (relation, place of [d 1])
    R = weights["rel"]
    n, k, _ = R.shape
    t.linear("parser.relation", R[:, :, :-1].reshape(n * k, k - 1), R[:, :, -1].reshape(n * k))
    t.floats("parser.root", weights["root"])
    return dict(xpos=labels["xpos"], upos=labels["upos"], feats=labels["feats"], relation=labels["rel"])


def names(t, net, static):
    encoder(t, "names", net["weights"], static)
    t.linear("names.bilou", net["weights"]["tags.weight"], net["weights"]["tags.bias"])
    return dict(bilou=net["labels"])


def share(table, projections, width):
    """One table of word vectors for networks that project the pipeline's each in their own way.

    Returns the table, as many rows of width numbers, and for each network the matrix that makes its projected
    vectors of those rows: the best of that width, by singular values of all projections together. The axes are
    turned at random, so that all carry alike much and a byte each is enough for them.
    """
    wanted = [table @ p.T for p in projections]
    if len(wanted) == 1:
        return wanted[0], [np.eye(wanted[0].shape[1], dtype="float32")]
    weigh = [FAVOUR] + [1] * (len(wanted) - 1)
    both = np.concatenate([k * w / w.std() for k, w in zip(weigh, wanted)], 1)
    _, _, axes = np.linalg.svd(both, full_matrices=False)
    turn, _ = np.linalg.qr(np.random.default_rng(1).standard_normal((width, width)))
    rows = (both @ axes[:width].T @ turn).astype("float32")
    back = [np.linalg.lstsq(rows, w, rcond=None)[0].T for w in wanted]
    for w, b in zip(wanted, back):
        print(f"vectors of {width} numbers keep {1 - ((w - rows @ b.T) ** 2).sum() / (w ** 2).sum():.4f} of a network's")
    return rows, back


def vectors(t, vocab, table):
    """Word vectors by the 64-bit hashes of their words: 16 bits choose a bucket, the next 16 the key in it."""
    rows = vocab.vectors.key2row
    t.rows("vectors", table)
    keep, same, plain = {}, {}, re.compile(r"[A-Za-zÀ-ɏ0-9'’.,:/&$£€-]{1,24}|\W{1,3}")
    for key, row in rows.items():
        try:
            word = vocab.strings[key]
        except KeyError:
            word = None
        if word is not None:
            low = word.lower()
            if low != word and rows.get(vocab.strings[low] if low in vocab.strings else -1) == row:
                same[(key >> 32) & 0xFFFFFFFF] = row  # a word not found is asked for in lower case
                continue
            if not plain.fullmatch(word):
                continue
        if key < 1 << 16:  # a symbol, whose number is no hash
            key = hash_string(word)
        keep.setdefault((key >> 32) & 0xFFFFFFFF, row)
    for k in keep.keys() & same.keys():  # two words of one key: the one with a lower case is the commoner
        keep[k] = same[k]
    order = sorted(keep)
    bucket = np.bincount([k >> 16 for k in order], minlength=1 << 16)
    assert bucket.max() < 256
    t.put("vectors.bucket", bucket.astype("uint8"))
    t.put("vectors.key", np.array([k & 0xFFFF for k in order], "uint16"))
    t.put("vectors.row", np.array([keep[k] for k in order], "uint16"))
    print(len(order), "keys of", len(rows), "largest bucket", bucket.max())


def read(path):
    net = torch.load(path, map_location="cpu", weights_only=True)
    net["weights"] = {k: v.detach().float().numpy() for k, v in net["weights"].items()}
    return net


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("out")
    ap.add_argument("--parser", required=True)
    ap.add_argument("--pipeline", required=True)
    ap.add_argument("--names")
    ap.add_argument("--width", type=int, default=120, help="numbers of a word vector, if both networks share them")
    a = ap.parse_args()
    nets = [read(p) for p in (a.parser, a.names) if p]
    vocab = spacy.load(a.pipeline, exclude=["ner", "senter", "tagger", "parser", "tok2vec", "attribute_ruler", "lemmatizer"]).vocab
    table, static = share(vocab.vectors.data, [n["weights"]["encoder.project.weight"] for n in nets], a.width)
    t, labels = Tensors(), {}
    labels["parser"] = parser(t, nets[0], static[0])
    if a.names:
        labels["names"] = names(t, nets[1], static[1])
    vectors(t, vocab, table)
    symbols = {k: v for k, v in IDS.items() if k}
    scores = {name: n["scores"] for name, n in zip(("parser", "names"), nets)}
    t.write(a.out, dict(version=FORMAT, language="en", labels=json.dumps(labels), seeds=json.dumps(SEEDS),
                        symbols=json.dumps(symbols),
                        licences=json.dumps(LICENCES), scores=json.dumps(scores)))
    print(a.out, os.path.getsize(a.out), "bytes")


if __name__ == "__main__":
    main()
