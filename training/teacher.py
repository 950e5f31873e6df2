"""What trained networks think of the training sentences: the mean of their shares, for a student to learn from beside the gold tree."""
import numpy as np
import torch
import torch.nn.functional as F

from network import Network


class Teacher:
    """A checkpoint with its own numberings, asked in those of the student."""

    def __init__(self, path, book_class):
        blob = torch.load(path, map_location='cpu')
        self.book = book_class.of(blob['book'])
        state = blob['state']
        self.net = Network(len(self.book.words), state['glove.weight'], len(self.book.xpos), len(self.book.upos), len(self.book.rels), blob['sizes'])
        self.net.load_state_dict(state)
        self.net.eval()

    @torch.no_grad()
    def shares(self, batch, masked_arcs):
        (word, glove, affix, _, _, head, _), turn, mask = batch
        _, x = self.net.encode(word, glove, affix, turn)
        arcs, rd, rh = self.net.arcs(x)
        return [F.softmax(v, 2) for v in (masked_arcs(arcs, mask), self.net.labels(rd, rh, head.clamp(min=0)), self.net.xpos(x))]


def shares_of(sentences, teachers, book, tensors, masked_arcs, batches, rng):
    """For each sentence the arc, relation and tag shares (half floats), averaged over the teachers."""
    out = [None] * len(sentences)
    for teacher in teachers:
        rels = [book.index['rels'][r] for r in teacher.book.rels]
        tags = [book.index['xpos'][t] for t in teacher.book.xpos]
        items = [teacher.book.sentence(s) for s in sentences]
        for chosen in batches(items, 3000, rng):
            arcs, labels, xpos = teacher.shares(tensors([items[i] for i in chosen]), masked_arcs)
            for row, i in enumerate(chosen):
                n = len(sentences[i])
                wide = [np.zeros((n, len(book.rels)), np.float16), np.zeros((n, len(book.xpos)), np.float16)]
                wide[0][:, rels] = labels[row, :n].numpy()
                wide[1][:, tags] = xpos[row, :n].numpy()
                got = [arcs[row, :n, :n + 1].numpy().astype(np.float16), *wide]
                out[i] = got if out[i] is None else [a + b for a, b in zip(out[i], got)]
    return [[torch.from_numpy(a / np.float16(len(teachers))) for a in s] for s in out]
