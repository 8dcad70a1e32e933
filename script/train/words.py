"""What the networks see of a word: hash rows of its attributes, and a static vector.

The attributes, their hashing and the tables are those of spaCy's pipeline
en_core_web_md (MIT), so that its trained encoder can be the start. A `Lexicon`
numbers the words met, so that a batch is one look-up.
"""

import numpy as np
import spacy
import torch
from spacy.attrs import IS_SPACE, NORM, PREFIX, SHAPE, SPACY, SUFFIX
from spacy.tokens import Doc
from thinc.api import NumpyOps

ATTRIBUTES = [NORM, PREFIX, SUFFIX, SHAPE, SPACY, IS_SPACE]
ROWS = 4  # hash rows of one attribute, summed (Bloom embedding)

# The norm of a clitic is the word it stands for, that of any other word itself
# in lower case. app/syntax holds the same table.
NORMS = {
    "n't": "not", "nt": "not", "'m": "am", "'re": "are", "'ve": "have", "'ll": "will",
    "ca": "can", "wo": "will", "sha": "shall", "gon": "going", "na": "to", "wan": "want",
}


def norm(form):
    lower = form.lower().replace("’", "'").replace("‘", "'")
    return NORMS.get(lower, lower)


class Source:
    """Encoder, vectors and hashing of a spaCy pipeline's component."""

    def __init__(self, path):
        self.nlp = spacy.load(path, exclude=["senter", "attribute_ruler", "lemmatizer", "tagger", "parser"])
        self.vectors = self.nlp.vocab.vectors

    def layers(self, component):
        """The layers of a component's encoder, by kind, in the order of the pass."""
        model = self.nlp.get_pipe(component).model
        if component == "ner":
            model = model.get_ref("tok2vec")
        kinds = {}
        for node in model.walk():
            kinds.setdefault(node.name, []).append(node)
        return dict(
            tables=kinds["hashembed"],
            static=kinds["static_vectors"][0],
            maxout=kinds["maxout"],
            norms=kinds["layernorm"],
        )


class Lexicon:
    """Numbers words, and holds for each number its rows and its vector."""

    def __init__(self, source, component):
        self.source = source
        self.tables = [
            (node.attrs["seed"], node.get_param("E").shape[0]) for node in source.layers(component)["tables"]
        ]
        self.width = source.vectors.data.shape[1]
        self.zero = len(source.vectors.data)  # the row of words without a vector
        self.numbers, self.rows, self.vector, self.norms = {}, [], [], []
        self.ops = NumpyOps()
        self.frozen = None

    def number(self, form, space):
        key = (form, space)
        n = self.numbers.get(key)
        if n is None:
            n = self.numbers[key] = len(self.rows)
            self.frozen = None
            doc = Doc(self.source.nlp.vocab, words=[form], spaces=[space])
            doc[0].norm_ = norm(form)
            values = doc.to_array(ATTRIBUTES)[0].astype("uint64")
            rows = []
            for value, (seed, size) in zip(values, self.tables):
                rows += (self.ops.hash(np.asarray([value], "uint64"), seed) % size)[0].tolist()
            self.rows.append(rows)
            row = int(self.source.vectors.find(key=doc[0].orth))
            self.vector.append(row if row >= 0 else self.zero)
            self.norms.append(norm(form))
        return n

    def tensors(self):
        """(rows: words x 24, vector: words) for look-up by number."""
        if self.frozen is None:
            self.frozen = torch.tensor(self.rows), torch.tensor(self.vector)
        return self.frozen

    def static(self):
        """The vectors, with a row of zeros behind the last."""
        data = self.source.vectors.data
        return torch.tensor(np.concatenate([data, np.zeros((1, data.shape[1]), data.dtype)]))
