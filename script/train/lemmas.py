#!/usr/bin/env python3
"""Write assets/syntax/en.lemmas: how the base form of an English word follows from its ending.

    lemmas.py PIPELINE TREES.conllu.gz... > assets/syntax/en.lemmas

For each class of words (a Penn Treebank tag that marks inflection, else a universal part of speech) the longest
ending that stands in the list decides: so many letters off, then this on. "^" before an ending is the start of the
word. Forms come from the treebanks, counted, and from the verbs, nouns and adjectives of WordNet 3.0, as the lookups
of en_core_web_md list them, inflected by the rules of English spelling. An ending is listed only where the shorter
one would be wrong.
"""
import collections, gzip, re, sys

INFLECTED = {"NNS", "NNPS", "VBZ", "VBD", "VBN", "VBG", "JJR", "JJS", "RBR", "RBS"}
VOWELS = "aeiou"


def doubled(v):
    """Spellings of a verb's stem before -ed and -ing."""
    if v[-1] == "c":
        return [v + "k"]
    if len(v) > 2 and v[-1] not in "wxyh" + VOWELS and v[-2] in VOWELS and v[-3] not in VOWELS or re.search("qu[aeio][^aeiouwxyh]$", v):
        short = len(re.findall("[aeiouy]+", v)) == 1
        return [v + v[-1]] if short else [v, v + v[-1]]
    return [v]


def es(w):
    if re.search("(s|x|z|ch|sh)$", w):
        return w + "es"
    if w[-1] == "y" and len(w) > 1 and w[-2] not in VOWELS:
        return w[:-1] + "ies"
    if w[-1] == "o" and len(w) > 2 and w[-2] not in VOWELS:
        return w + "es"
    return w + "s"


def verb(v):
    yield "VBZ", es(v)
    past = [v + "d"] if v[-1] == "e" else [v[:-1] + "ied"] if v[-1] == "y" and v[-2:-1] not in VOWELS else [s + "ed" for s in doubled(v)]
    for p in past:
        yield "VBD", p
        yield "VBN", p
    ing = [v[:-2] + "ying"] if v.endswith("ie") else [v[:-1] + "ing"] if v[-1] == "e" and v[-2:-1] not in "eoy" else [s + "ing" for s in doubled(v)]
    for p in ing:
        yield "VBG", p


def adjective(a):
    stem = [a[:-1]] if a[-1] == "e" else [a[:-1] + "i"] if a[-1] == "y" and a[-2:-1] not in VOWELS else doubled(a)
    for s in stem:
        yield "JJR", s + "er"
        yield "JJS", s + "est"


def edit(form, lemma):
    n = 0
    while n < min(len(form), len(lemma)) and form[n] == lemma[n]:
        n += 1
    return len(form) - n, lemma[n:]


def main():
    import srsly
    from spacy.strings import hash_string
    tables = srsly.msgpack_loads(open(sys.argv[1] + "/lemmatizer/lookups/lookups.bin", "rb").read())
    kinds = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj", "ADV": "adv"}
    part = lambda table, pos: tables[table].get(hash_string(kinds[pos]), tables[table].get({"VERB": 100, "NOUN": 92, "ADJ": 84, "ADV": 86}[pos], {}))
    key = {}
    for t in ("lemma_exc", "lemma_index"):
        for k in tables[t]:
            key.setdefault(k, None)
    for k in key:  # which number is which part of speech, by a word that only one has
        words = set(tables["lemma_index"][k])
        key[k] = "VERB" if "believe" in words else "NOUN" if "minister" in words else "ADV" if "quickly" in words else "ADJ"
    count = collections.defaultdict(lambda: collections.defaultdict(collections.Counter))  # class, form, edit
    for k, pos in key.items():
        for base in tables["lemma_index"][k]:
            if not re.fullmatch("[a-z]{3,}", base):
                continue
            if pos == "NOUN":
                count["NNS"][es(base)][edit(es(base), base)] += .1
            for c, form in verb(base) if pos == "VERB" else adjective(base) if pos == "ADJ" and len(base) < 8 else ():
                count[c][form][edit(form, base)] += .1
        for form, bases in tables["lemma_exc"][k].items():
            if not re.fullmatch("[a-z]{2,}", form):
                continue
            for c in {"VERB": ("VBD", "VBN", "VBG", "VBZ"), "NOUN": ("NNS",), "ADJ": ("JJR", "JJS"), "ADV": ("RBR", "RBS")}[pos]:
                fits = {"VBG": form.endswith("ing"), "VBZ": form.endswith("s"), "JJR": form.endswith("r"), "JJS": form.endswith("t")}.get(c, not form.endswith(("ing", "s")) or c == "NNS")
                if fits:
                    count[c][form][edit(form, bases[0])] += .2
    for path in sys.argv[2:]:
        for line in gzip.open(path, "rt"):
            f = line.rstrip("\n").split("\t")
            if len(f) != 10 or not f[0].isdigit() or "Typo=Yes" in f[5] or f[2] == "_" or f[3] == "X":
                continue
            c = f[4] if f[4] in INFLECTED else f[3]
            form, lemma = f[1].lower().replace("’", "'").replace("‘", "'"), f[2]
            if c == "PROPN":
                continue  # as written
            if c == "NNPS":
                form = f[1]  # "States" keeps its capital
            if not re.fullmatch("[A-Za-z'.]+", form):
                continue
            if lemma != "I" and c != "NNPS":
                lemma = lemma.lower()
            count[c][form][edit(form, lemma)] += 1
    for c in sorted(count):
        votes = collections.defaultdict(collections.Counter)
        word = {}
        for form, edits in count[c].items():
            e, n = edits.most_common(1)[0]
            word[form] = e
            weight = 1 if n >= 1 else .1
            if c in INFLECTED:
                for k in range(len(form) + 1):
                    votes[form[k:]][e] += weight
            else:
                votes[""][e] += 1e-9
            votes["^" + form][e] += n
        chosen = {}
        for ending in sorted(votes, key=len):
            best = max(votes[ending].items(), key=lambda x: (x[1], -x[0][0], x[0][1]))[0]
            if c not in INFLECTED and ending == "":
                best = (0, "")
            shorter = next((chosen[ending[k:]] for k in range(1, len(ending) + 1) if ending[k:] in chosen), None)
            if best != shorter and best[0] <= len(ending.lstrip("^")):
                chosen[ending] = best
        for ending, (off, on) in sorted(chosen.items()):
            print(c, ending or "-", off, on or "-", sep="\t")


main()
