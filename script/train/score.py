"""Scores a parser on trees it has not seen: score.py SOURCE TREEBANKS PARSER. Given words; LAS without punctuation."""

import sys

import torch

import network
import parser
import treebank
import words


def main():
    source, folder, path = sys.argv[1:4]
    torch.set_num_threads(1)
    saved = torch.load(path, weights_only=True)
    o, lists = saved["options"], saved["labels"]
    lexicon = words.Lexicon(words.Source(source), "tok2vec")
    encoder = network.Encoder([n for _, n in lexicon.tables], lexicon.static())
    net = network.Parser(encoder, lists, hidden=o["hidden"], layers=o["layers"], arc=o["arc"], rel=o["rel"])
    net.load_state_dict(saved["weights"])
    for name in ("ewt-test", "gum-golddev"):
        data = parser.Data(treebank.sentences(f"{folder}/en_{name}.conllu.gz"), lexicon, lists)
        print(parser.show(name, treebank.score(parser.predict(net, lists, data, lexicon), data.sentences)))


if __name__ == "__main__":
    main()
