"""Trains the name head: names.py SOURCE MARKED OUT [options].

SOURCE is the folder of the pipeline en_core_web_md. MARKED holds lines of JSON
as `train-names -marked` writes them: a text, the bounds of the words of its
sentences, and the names in it. OUT is what export.py reads.

With --hold, some documents are kept out of training: English-EWT's test part,
a tenth of GUM and all of MEANTIME and WikiGold. They choose the epoch then, and
their scores are worth printing. app/names/train keeps out the same.
"""

import argparse
import collections
import json
import random
import time
import zlib

import torch
from torch import nn

import batches
import network
import words
from parser import groups

KINDS = ["PER", "ORG", "LOC"]  # in the order of Go's names.Kind
PLACES = ["B", "I", "L", "U"]  # begin, inside, last, unit: that of app/names
LABELS = ["O"] + [f"{p}-{k}" for k in KINDS for p in PLACES]


def options():
    p = argparse.ArgumentParser()
    p.add_argument("source")
    p.add_argument("marked")
    p.add_argument("out")
    p.add_argument("--hold", action="store_true")
    p.add_argument("--hidden", type=int, default=96)
    p.add_argument("--layers", type=int, default=1)
    p.add_argument("--drop", type=float, default=0.3)
    p.add_argument("--hide", type=float, default=1.0, help="a word seen c times is hidden with probability h/(h+c)")
    p.add_argument("--epochs", type=int, default=6)
    p.add_argument("--minutes", type=float, default=0)
    p.add_argument("--rate", type=float, default=0.0015)
    p.add_argument("--encoder", type=float, default=0.4)
    p.add_argument("--words", type=int, default=1200)
    p.add_argument("--start", help="go on from such weights")
    p.add_argument("--seed", type=int, default=1)
    return p.parse_args()


def held(set_name, doc):
    """Whether a document is one of those that --hold keeps out."""
    if set_name.startswith("gum"):
        return zlib.crc32(doc.encode()) % 10 == 0
    if set_name == "ewt":
        return doc.startswith("ewt_test")
    return set_name in ("meantime", "wikigold")


def read(path):
    """Yields (set, document, sentence): a sentence is a list of (form, space, label)."""
    with open(path, encoding="utf-8") as f:
        for line in f:
            d = json.loads(line)
            text = d["text"].encode()
            names = d["names"]
            for bounds in d["sentences"]:
                yield d["set"], d["id"], list(sentence(text, bounds, names))


def sentence(text, bounds, names):
    tags = ["O"] * len(bounds)
    for start, end, kind in names:
        inside = [i for i, (a, z) in enumerate(bounds) if a < end and start < z]
        if not inside or any(tags[i] != "O" for i in inside):
            continue
        k = KINDS[kind - 1]
        for i in inside:
            tags[i] = "I-" + k
        tags[inside[0]], tags[inside[-1]] = "B-" + k, "L-" + k
        if len(inside) == 1:
            tags[inside[0]] = "U-" + k
    for i, (a, z) in enumerate(bounds):
        space = i + 1 < len(bounds) and bounds[i + 1][0] > z
        yield text[a:z].decode("utf-8", "replace"), space, tags[i]


def transitions():
    """Which label may follow which, as 13 x 13, and which may open and close a sentence."""
    n = len(LABELS)
    follow = torch.zeros(n, n, dtype=torch.bool)
    for a, left in enumerate(LABELS):
        for b, right in enumerate(LABELS):
            goes_on = left[0] in "BI"
            follow[a, b] = (right[0] in "IL") == goes_on and (not goes_on or left[2:] == right[2:])
    opens = torch.tensor([label[0] in "OBU" for label in LABELS])
    closes = torch.tensor([label[0] in "OLU" for label in LABELS])
    return follow, opens, closes


class Spans:
    """Names as (start, end, kind) in words, of a sequence of label numbers."""

    @staticmethod
    def of(tags):
        out, start = set(), 0
        for i, t in enumerate(tags):
            label = LABELS[t]
            if label[0] in "BU":
                start = i
            if label[0] in "LU":
                out.add((start, i + 1, label[2:]))
        return out


def measure(net, sentences, lexicon):
    """F1 by kind and over all, in percent, of exact spans."""
    net.eval()
    right, found, gold = collections.Counter(), collections.Counter(), collections.Counter()
    with torch.no_grad():
        for a in range(0, len(sentences), 64):
            part = sentences[a : a + 64]
            rows, vector, mask, _ = inputs([s[0] for s in part], lexicon)
            best = net.decode(net(rows, vector, mask), mask)
            for (_, tags), guess in zip(part, best):
                g, f = Spans.of(tags), Spans.of(guess)
                for counter, some in ((right, g & f), (found, f), (gold, g)):
                    for s in some:
                        counter[s[2]] += 1
                        counter["all"] += 1
    return {k: round(200 * right[k] / max(1, found[k] + gold[k]), 1) for k in ["all", *KINDS]}


def inputs(forms, lexicon):
    rows, vector = lexicon.tensors()
    numbers = batches.pad(forms)
    return rows[numbers], vector[numbers], batches.pad([[1.0] * len(f) for f in forms], 0.0), numbers


def main():
    o = options()
    torch.set_num_threads(1)
    torch.manual_seed(o.seed)
    rng = random.Random(o.seed)
    source = words.Source(o.source)
    lexicon = words.Lexicon(source, "ner")
    learn, test, count = [], collections.defaultdict(list), collections.Counter()
    for name, doc, s in read(o.marked):
        coded = [lexicon.number(form, space) for form, space, _ in s], [LABELS.index(t) for _, _, t in s]
        if o.hold and held(name, doc):
            test[name].append(coded)
        else:
            learn.append(coded)
            count.update(words.norm(form) for form, _, _ in s)
    test = {k: sorted(v, key=lambda s: len(s[0])) for k, v in test.items()}
    sizes = [len(s[0]) for s in learn]
    encoder = network.Encoder([n for _, n in lexicon.tables], lexicon.static(), drop=o.drop)
    encoder.load(source.layers("ner"))
    net = network.NameHead(encoder, *transitions(), hidden=o.hidden, layers=o.layers, drop=o.drop)
    if o.start:
        net.load_state_dict(torch.load(o.start, weights_only=True)["weights"], strict=False)
    print(vars(o), sum(p.numel() for p in net.parameters()), "weights", sum(sizes), "words", flush=True)
    lexicon.tensors()
    chance = torch.tensor([o.hide / (o.hide + count[n]) for n in lexicon.norms])
    optimiser = torch.optim.AdamW(groups(net, o.encoder), lr=o.rate, betas=(0.9, 0.98), weight_decay=1e-3, fused=True)
    average = batches.Average(net)
    total, seen, step, start = o.epochs * sum(sizes), 0, 0, time.time()
    best = 0
    for epoch in range(1, 1000):
        net.train()
        lost, todo = 0.0, batches.pools(sizes, o.words, rng)
        for chosen in todo:
            done = seen / total
            if o.minutes:
                done = max(done, (time.time() - start) / 60 / o.minutes)
            if done >= 1:
                break
            rows, vector, mask, numbers = inputs([learn[i][0] for i in chosen], lexicon)
            hidden = torch.rand(numbers.shape) < chance[numbers]
            gold = batches.pad([learn[i][1] for i in chosen])
            loss = net.loss(net(rows, vector, mask, hidden), mask, gold)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5)
            step += 1
            for g in optimiser.param_groups:
                g["lr"] = g["share"] * o.rate * batches.rate(done, step)
            optimiser.step()
            average.update()
            lost += loss.item()
            seen += int(mask.sum())
        with average:
            scores = {k: measure(net, s, lexicon) for k, s in test.items()}
            mean = sum(s["all"] for s in scores.values()) / max(1, len(scores))
            print(f"{epoch} {(time.time() - start) / 60:.1f} min, loss {lost / len(todo):.3f}, F1 {mean:.1f}; {scores}", flush=True)
            if mean >= best:
                best = mean
                weights = {k: v.clone() for k, v in net.state_dict().items()}
                torch.save(dict(options=vars(o), labels=LABELS, weights=weights, scores=scores), o.out)
        if done >= 1:
            break


if __name__ == "__main__":
    main()
