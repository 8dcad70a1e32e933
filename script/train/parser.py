"""Trains the parser: parser.py SOURCE TREEBANKS OUT [options].

SOURCE is the folder of the pipeline en_core_web_md, TREEBANKS that of the
.conllu.gz files. Learns English-EWT and nine tenths of the documents of GUM's
open genres; English-EWT dev and the last tenth choose the epoch. With --all the
last tenth is learned, too. OUT is what export.py reads: a dict of options,
labels, weights and scores.
"""

import argparse
import collections
import random
import time

import torch
import torch.nn.functional as F
from torch import nn

import batches
import decode
import network
import treebank
import words

COLUMNS = ("xpos", "upos", "feats", "rel")


def options():
    p = argparse.ArgumentParser()
    p.add_argument("source")
    p.add_argument("treebanks")
    p.add_argument("out")
    p.add_argument("--layers", type=int, default=1, help="recurrent layers")
    p.add_argument("--hidden", type=int, default=96, help="width of a recurrent layer, each way")
    p.add_argument("--arc", type=int, default=128)
    p.add_argument("--rel", type=int, default=48)
    p.add_argument("--drop", type=float, default=0.15)
    p.add_argument("--hide", type=float, default=0.3, help="a word seen c times is hidden with probability h/(h+c)")
    p.add_argument("--epochs", type=int, default=9)
    p.add_argument("--minutes", type=float, default=0, help="decay to end by then, if sooner")
    p.add_argument("--rate", type=float, default=0.002)
    p.add_argument("--encoder", type=float, default=0.5, help="learning rate of the encoder, relative")
    p.add_argument("--words", type=int, default=700, help="words of a batch")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--curl", type=float, default=0.3, help="share of sentences whose quotes are curled")
    p.add_argument("--all", action="store_true", help="learn the tenth of GUM as well")
    p.add_argument("--start", help="go on from such weights; recurrent layers that they lack begin as none")
    return p.parse_args()


def labels(sentences):
    """The label lists, the commonest first. Features and relations seen twice or less are left out."""
    out = {}
    for column, least in zip(COLUMNS, (1, 1, 3, 3)):
        count = collections.Counter(getattr(w, column) for s in sentences for w in s)
        out[column] = [v for v, n in count.most_common() if n >= least]
    return out


def curl(sentence):
    """The sentence with the quotation marks of printed text: the treebanks mostly have straight ones."""
    out, is_open = [], False
    for w in sentence:
        form = w.form.replace("'", "’")
        if form == '"':
            is_open = not is_open
            form = "“" if is_open else "”"
        out.append(w._replace(form=form))
    return out


class Data:
    """Sentences as numbers."""

    def __init__(self, sentences, lexicon, lists):
        index = {c: {v: i for i, v in enumerate(lists[c])} for c in COLUMNS}
        self.sentences = sentences
        self.forms = [[lexicon.number(w.form, w.space) for w in s] for s in sentences]
        self.curled = [
            [lexicon.number(w.form, w.space) for w in curl(s)] if any("'" in w.form or w.form == '"' for w in s) else None
            for s in sentences
        ]
        self.gold = [
            [[index[c].get(getattr(w, c), -100) for w in s] for c in COLUMNS] + [[w.head for w in s]] for s in sentences
        ]
        self.sizes = [len(s) for s in sentences]

    def inputs(self, chosen, lexicon, rng=None, share=0.0):
        """(rows, vector, mask, numbers) of the chosen sentences."""
        rows, vector = lexicon.tensors()
        forms = [
            self.curled[i] if rng and self.curled[i] and rng.random() < share else self.forms[i] for i in chosen
        ]
        numbers = batches.pad(forms)
        mask = batches.pad([[1.0] * len(f) for f in forms], 0.0)
        return rows[numbers], vector[numbers], mask, numbers

    def targets(self, chosen):
        """xpos, upos, feats, rel and head, each B n, -100 where there is none."""
        return [batches.pad([self.gold[i][c] for i in chosen], -100) for c in range(5)]


@torch.no_grad()
def predict(net, lists, data, lexicon):
    """For each sentence (heads, relations, UPOS, XPOS, FEATS)."""
    net.eval()
    out = [None] * len(data.sizes)
    order = sorted(range(len(out)), key=lambda i: data.sizes[i])
    root = lists["rel"].index("root")
    for a in range(0, len(order), 64):
        chosen = order[a : a + 64]
        rows, vector, mask, _ = data.inputs(chosen, lexicon)
        tags, arcs, dependents, sides = net(rows, vector, mask)
        arcs = arcs.log_softmax(-1).numpy()
        heads = batches.pad([decode.tree(arcs[k, : data.sizes[i], : data.sizes[i] + 1]).tolist() for k, i in enumerate(chosen)])
        rels = net.relations(dependents, sides, heads)
        rels[..., root] += torch.where(heads == 0, 1e4, -1e4)
        best = [t.argmax(-1) for t in (rels, *tags.split(net.sizes, -1))]
        for k, i in enumerate(chosen):
            n = data.sizes[i]
            names = [[lists[c][v] for v in b[k, :n]] for c, b in zip(("rel", "xpos", "upos", "feats"), best)]
            out[i] = (heads[k, :n].tolist(), names[0], names[2], names[1], names[3])
    return out


def loss_of(net, inputs, hidden, targets):
    xpos, upos, feats, rel, head = targets
    tags, arcs, dependents, sides = net(*inputs, hidden)
    rels = net.relations(dependents, sides, head.clamp(min=0))
    entropy = lambda scores, gold: F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=-100)
    x, u, f = tags.split(net.sizes, -1)
    return entropy(arcs, head) + entropy(rels, rel) + 0.3 * (entropy(x, xpos) + entropy(u, upos) + entropy(f, feats))


def groups(net, share):
    """Parameters with the learning rate of each relative to the peak: a trained encoder moves slower."""
    encoder = list(net.encoder.parameters())
    known = {id(p) for p in encoder}
    rest = [p for p in net.parameters() if id(p) not in known]
    return [dict(params=encoder, share=share), dict(params=rest, share=1.0)]


def go_on(net, weights):
    """Takes over trained weights. A recurrent layer that is new adds nothing at first."""
    missing = net.load_state_dict(weights, strict=False).missing_keys
    for i, layer in enumerate(net.recurrent):
        if f"recurrent.{i}.project.weight" in missing:
            nn.init.zeros_(layer.project.weight)
            nn.init.zeros_(layer.project.bias)


def show(name, r):
    return f"{name} " + " ".join(f"{k} {v:.2f}" for k, v in r.items())


def main():
    o = options()
    torch.set_num_threads(1)
    torch.manual_seed(o.seed)
    rng = random.Random(o.seed)
    folder = o.treebanks + "/en_"
    gum, tenth = treebank.hold_out(folder + "gum-train.conllu.gz")
    learn = treebank.sentences(folder + "ewt-train.conllu.gz") + gum + (tenth if o.all else [])
    start = torch.load(o.start, weights_only=True) if o.start else None
    lists = start["labels"] if start else labels(learn)
    source = words.Source(o.source)
    lexicon = words.Lexicon(source, "tok2vec")
    data = Data(learn, lexicon, lists)
    held = {"ewt-dev": Data(treebank.sentences(folder + "ewt-dev.conllu.gz"), lexicon, lists)}
    if not o.all:
        held["gum-tenth"] = Data(tenth, lexicon, lists)
    encoder = network.Encoder([n for _, n in lexicon.tables], lexicon.static(), drop=o.drop)
    encoder.load(source.layers("tok2vec"))
    net = network.Parser(encoder, lists, hidden=o.hidden, layers=o.layers, arc=o.arc, rel=o.rel, drop=o.drop)
    if start:
        go_on(net, start["weights"])
    print(vars(o), sum(p.numel() for p in net.parameters()), "weights", sum(data.sizes), "words", flush=True)

    count = collections.Counter(words.norm(w.form) for s in learn for w in s)
    lexicon.tensors()
    chance = torch.tensor([o.hide / (o.hide + count[n]) for n in lexicon.norms])
    optimiser = torch.optim.AdamW(groups(net, o.encoder), lr=o.rate, betas=(0.9, 0.98), weight_decay=1e-4, fused=True)
    average = batches.Average(net)
    total, seen, step, best, begun = o.epochs * sum(data.sizes), 0, 0, 0, time.time()
    for epoch in range(1, 1000):
        net.train()
        lost, todo = 0.0, batches.pools(data.sizes, o.words, rng)
        for chosen in todo:
            done = seen / total
            if o.minutes:
                done = max(done, (time.time() - begun) / 60 / o.minutes)
            if done >= 1:
                break
            *inputs, numbers = data.inputs(chosen, lexicon, rng, o.curl)
            hidden = torch.rand(numbers.shape) < chance[numbers]
            loss = loss_of(net, inputs, hidden, data.targets(chosen))
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5)
            step += 1
            for g in optimiser.param_groups:
                g["lr"] = g["share"] * o.rate * batches.rate(done, step)
            optimiser.step()
            average.update()
            lost += loss.item()
            seen += sum(data.sizes[i] for i in chosen)
        with average:
            scores = {k: treebank.score(predict(net, lists, d, lexicon), d.sentences) for k, d in held.items()}
            mean = sum(r["LAS"] for r in scores.values()) / len(scores)
            print(f"{epoch} {(time.time() - begun) / 60:.1f} min, loss {lost / len(todo):.3f}, LAS {mean:.2f};", "; ".join(show(*r) for r in scores.items()), flush=True)
            if mean > best:
                best = mean
                weights = {k: v.clone() for k, v in net.state_dict().items()}
                torch.save(dict(options=vars(o), labels=lists, weights=weights, scores=scores), o.out)
        if done >= 1:
            break


if __name__ == "__main__":
    main()
