#!/usr/bin/env python3
"""Write the networks of app/syntax into one file.

    export.py OUT --parser net.pt --pipeline DIR [--names names.pt] [--scores scores.json]

OUT is a safetensors file (https://github.com/huggingface/safetensors, format of 2022); which tensors it holds is
told in app/syntax/model.go, the only reader. Weights are int8 with a float32 scale a row. net.pt is what train.py
leaves: a dict of C (settings), inv (label lists) and state (weights). DIR is the unpacked pipeline en_core_web_md,
whose word vectors are written once, projected by the parser's own projection.
"""
import argparse, json, os, re, struct, sys
import numpy as np, torch

FORMAT = "1"
ATTRIBUTES = ["norm", "prefix", "suffix", "shape", "spacy", "space"]
SEEDS = dict(norm=8, prefix=9, suffix=10, shape=11, spacy=12, space=13)  # of spaCy's MultiHashEmbed.v2, read from md
LICENCES = [
    dict(what="start of the encoder and word vectors: en_core_web_md 3.8.0", by="Explosion", licence="MIT",
         note="trained by Explosion on OntoNotes 5 and WordNet 3.0; vectors CC0"),
    dict(what="trees: Universal Dependencies English-EWT", by="The UD English-EWT authors", licence="CC BY-SA 4.0"),
    dict(what="trees: GUM 11, openly licensed genres", by="Amir Zeldes and the GUM contributors", licence="CC BY 4.0"),
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


def encoder(t, name, state, width):
    """Embeddings, mix, windows and GRU of a network."""
    for i, a in enumerate(ATTRIBUTES):
        key = f"E.{i}.weight"
        if key in state:
            t.rows(f"{name}.embed.{a}", state[key][:-1])  # the last row stood for a dropped word
    cut = lambda layer, w: w  # rows stay as torch has them: output, then piece
    for layer, into in [("mix", "mix")] + [(f"conv.{i}", f"window.{i}") for i in range(99) if f"conv.{i}.l.weight" in state]:
        t.linear(f"{name}.{into}", cut(layer, state[layer + ".l.weight"]), state[layer + ".l.bias"])
        t.floats(f"{name}.{into}.gain", state[layer + ".n.weight"])
        t.floats(f"{name}.{into}.shift", state[layer + ".n.bias"])
    if "rnn.weight_ih_l0" in state:
        for d, end in [("forward", ""), ("backward", "_reverse")]:
            t.linear(f"{name}.gru.{d}.input", state["rnn.weight_ih_l0" + end], state["rnn.bias_ih_l0" + end])
            t.linear(f"{name}.gru.{d}.hidden", state["rnn.weight_hh_l0" + end], state["rnn.bias_hh_l0" + end])
        t.linear(f"{name}.gru.join", state["rp.weight"], state["rp.bias"])


def parser(t, net):
    state, inv = net["state"], net["inv"]
    encoder(t, "parser", state, net["C"]["width"])
    at = 0
    for head, key in [("xpos", "x"), ("upos", "u"), ("feats", "f")]:
        n = len(inv[key])
        t.linear(f"parser.{head}", state["tag.weight"][at:at + n], state["tag.bias"][at:at + n])
        at += n
    for ours, theirs in [("arc.dependent", "ad"), ("arc.head", "ah"), ("relation.dependent", "rd"), ("relation.head", "rh")]:
        t.linear(f"parser.{ours}", state[theirs + ".weight"], state[theirs + ".bias"])
    # score(d, h) = d'U h + u'h: the product d'U is a linear layer whose bias is u
    t.linear("parser.arc", state["U"].T, state["ub"])
    # score(r, d, h) = [d 1]' R [h 1]: a linear layer from h, whose outputs are (relation, place of [d 1])
    R = state["RU"]
    n, k, _ = R.shape
    t.linear("parser.relation", R[:, :, :-1].reshape(n * k, k - 1), R[:, :, -1].reshape(n * k))
    t.floats("parser.root", state["root"])
    return dict(xpos=inv["x"], upos=inv["u"], feats=inv["f"], relation=inv["r"])


def names(t, net):
    state = net["state"]
    encoder(t, "names", state, net["C"]["width"])
    t.linear("names.bilou", state["tag.weight"], state["tag.bias"])
    return dict(bilou=net["inv"])


def vectors(t, pipeline, projection):
    """Word vectors by the 64-bit hashes of their words: 16 bits choose a bucket, the next 16 the key in it."""
    import spacy
    from spacy.strings import hash_string
    nlp = spacy.load(pipeline, exclude=["ner", "senter", "tagger", "parser", "tok2vec", "attribute_ruler", "lemmatizer"])
    vocab = nlp.vocab
    table, rows = vocab.vectors.data, vocab.vectors.key2row
    t.rows("vectors", table @ projection.T if projection is not None else table)
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


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("out")
    ap.add_argument("--parser", required=True)
    ap.add_argument("--pipeline", required=True)
    ap.add_argument("--names")
    ap.add_argument("--scores")
    a = ap.parse_args()
    load = lambda p: torch.load(p, map_location="cpu", weights_only=False)
    t, labels = Tensors(), {}
    net = load(a.parser)
    net["state"] = {k: v.detach().float().numpy() for k, v in net["state"].items()}
    labels["parser"] = parser(t, net)
    if a.names:
        n = load(a.names)
        n["state"] = {k: v.detach().float().numpy() for k, v in n["state"].items()}
        labels["names"] = names(t, n)
    vectors(t, a.pipeline, net["state"].get("vp.weight"))
    from spacy.symbols import IDS
    symbols = {k: v for k, v in IDS.items() if k}
    scores = json.load(open(a.scores)) if a.scores else {}
    t.write(a.out, dict(version=FORMAT, language="en", labels=json.dumps(labels), seeds=json.dumps(SEEDS),
                        symbols=json.dumps(symbols),
                        licences=json.dumps(LICENCES), scores=json.dumps(scores)))
    print(a.out, os.path.getsize(a.out), "bytes")


if __name__ == "__main__":
    main()
