"""Treebanks of Universal Dependencies: reading, splitting, scoring.

A sentence is a list of `Word`s, syntactic words in the sense of UD: "don't" is
two of them. Heads count from 1; 0 is the root.
"""

import gzip
import random
from typing import NamedTuple


class Word(NamedTuple):
    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    rel: str
    space: bool  # a blank follows


def documents(path):
    """Yields (document id, sentences) of a CoNLL-U file, gzipped."""
    name, sentences = "", []
    with gzip.open(path, "rt", encoding="utf-8") as f:
        for block in f.read().strip().split("\n\n"):
            lines = block.split("\n")
            for line in lines:
                if line.startswith("# newdoc id = "):
                    if sentences:
                        yield name, sentences
                    name, sentences = line[14:], []
            words = sentence(lines)
            if words:
                sentences.append(words)
    if sentences:
        yield name, sentences


def sentence(lines):
    """The words of one block of CoNLL-U.

    Of a multiword token only the last word is followed by a blank, if the token is.
    """
    out, last, blank = [], 0, True
    for line in lines:
        if not line or line.startswith("#"):
            continue
        c = line.split("\t")
        space = "SpaceAfter=No" not in c[9]
        if "-" in c[0]:
            last, blank = int(c[0].split("-")[1]), space
            continue
        if "." in c[0]:  # an empty node of the enhanced graph
            continue
        i = int(c[0])
        if i < last:
            space = False
        elif i == last:
            space = blank
        out.append(Word(c[1], c[2], c[3], c[4], c[5], int(c[6]), c[7], space))
    return out


def sentences(path):
    return [s for _, d in documents(path) for s in d]


def hold_out(path, share=10, seed=7):
    """Splits a treebank by document: (the rest, about one in `share`)."""
    docs = sorted(documents(path), key=lambda d: d[0])
    random.Random(seed).shuffle(docs)
    n = max(1, round(len(docs) / share))
    held, rest = docs[:n], docs[n:]
    flat = lambda part: [s for _, d in part for s in d]
    return flat(rest), flat(held)


def score(predicted, gold):
    """Percentages over all words, LAS and UAS without punctuation.

    predicted: for each sentence (heads, relations, UPOS, XPOS, FEATS).
    """
    words = arcs = unlabelled = labelled = upos = xpos = feats = 0
    for (heads, rels, us, xs, fs), s in zip(predicted, gold, strict=True):
        for head, rel, u, x, f, w in zip(heads, rels, us, xs, fs, s, strict=True):
            words += 1
            upos += u == w.upos
            xpos += x == w.xpos
            feats += f == w.feats
            if w.upos == "PUNCT":
                continue
            arcs += 1
            unlabelled += head == w.head
            labelled += head == w.head and rel == w.rel
    return dict(
        LAS=100 * labelled / arcs,
        UAS=100 * unlabelled / arcs,
        UPOS=100 * upos / words,
        XPOS=100 * xpos / words,
        FEATS=100 * feats / words,
    )
