"""Trains tagger and parser. In: treebank folder and vectors. Out: build/NAME.pt after each epoch (averaged weights) and a log."""
import argparse
import copy
import json
import math
import os
import random
import time
from collections import Counter

import numpy as np
import torch
import torch.nn.functional as F

from data import read
from features import affixes, key, normal
from network import SIZES, Network
from teacher import Teacher, shares_of


def arguments():
    p = argparse.ArgumentParser()
    p.add_argument('--treebank', default='../shared/data/treebank')
    p.add_argument('--vectors', default='build/vectors.npz')
    p.add_argument('--own', nargs='*', default=[])
    p.add_argument('--name', default='en')
    p.add_argument('--epochs', type=int, default=25)
    p.add_argument('--stop', type=int, help='end after this many epochs of the schedule')
    p.add_argument('--seed', type=int, default=7)
    p.add_argument('--rate', type=float, default=2e-3)
    p.add_argument('--words', type=int, default=1200, help='words in a batch')
    p.add_argument('--dropout', type=float, default=0.3)
    p.add_argument('--threads', type=int, default=2)
    p.add_argument('--sizes', type=json.loads, default={})
    p.add_argument('--average', type=float, default=0.998)
    p.add_argument('--title', type=float, default=0.02, help='share of sentences shown as a headline')
    p.add_argument('--teachers', nargs='*', default=[], help='checkpoints to learn from beside the gold trees')
    p.add_argument('--start', help='checkpoint to go on from')
    p.add_argument('--soft', type=float, default=0.5, help='weight of the teachers')
    p.add_argument('--rels', type=int, default=15, help='fewest uses of a relation')
    return p.parse_args()


class Book:
    """The numberings: words, vectors, tags, relations."""

    def __init__(self, train, glove, fewest_rels):
        count = Counter(key(normal(r[0])) for s in train for r in s)
        self.words = ['<unknown>'] + sorted(w for w, n in count.items() if n >= 3 and len(w) < 24)
        self.glove = ['<unknown>'] + list(glove)
        self.xpos = sorted({r[2] for s in train for r in s})
        self.upos = sorted({r[1] for s in train for r in s})
        rels = Counter(r[4] for s in train for r in s)
        self.rels = sorted(r for r, n in rels.items() if n >= fewest_rels and r != 'dep')
        self.number()

    @classmethod
    def of(cls, lists):
        """The numberings of a checkpoint."""
        book = cls.__new__(cls)
        for n, words in lists.items():
            setattr(book, n, words)
        book.number()
        return book

    def number(self):
        self.index = {n: {w: i for i, w in enumerate(getattr(self, n))} for n in ('words', 'glove', 'xpos', 'upos', 'rels')}

    def relation(self, rel):
        """The relation, or the one without its subtype, or -1: not learned from."""
        found = self.index['rels'].get(rel)
        return found if found is not None else self.index['rels'].get(rel.split(':')[0], -1)

    def sentence(self, rows, gold=True):
        forms = [normal(r[0]) for r in rows]
        keys = [key(f) for f in forms]
        out = [[self.index['words'].get(k, 0) for k in keys], [self.index['glove'].get(k, 0) for k in keys],
               [affixes(f) for f in forms]]
        if gold:
            out += [[self.index['xpos'].get(r[2], -1) for r in rows], [self.index['upos'].get(r[1], -1) for r in rows],
                    [r[3] for r in rows], [self.relation(r[4]) for r in rows]]
        return [torch.tensor(x) for x in out]


def go_on(net, book, path):
    """Takes over the weights of a checkpoint; word vectors go by the word, since the numbering may differ."""
    blob = torch.load(path, map_location='cpu')
    assert all(blob['book'][n] == getattr(book, n) for n in ('xpos', 'upos', 'rels', 'glove')), 'other tags or relations'
    state, own = blob['state'], net.state_dict()
    known = {w: i for i, w in enumerate(blob['book']['words'])}
    rows = [known.get(w, 0) for w in book.words]
    state['word.weight'] = state['word.weight'][rows]
    assert all(own[n].shape == state[n].shape for n in own)
    net.load_state_dict(state)


def headline(rows, rng):
    """The sentence as a headline would print it: capitals, no final stop."""
    small = {'a', 'an', 'the', 'of', 'in', 'on', 'at', 'to', 'for', 'and', 'or', 'but', 'by', 'with', 'from', 'as', 'over'}
    if rows[-1][0] == '.' and rng.random() < 0.8 and all(r[3] != len(rows) for r in rows):
        rows = rows[:-1]
    cap = lambda w, i: w if (i and w.lower() in small) or w[:1] in "'’n" and len(w) < 4 else w[:1].upper() + w[1:]
    return [(cap(r[0], i), *r[1:]) for i, r in enumerate(rows)]


def batches(items, words, rng):
    """Sentences of about equal length together, about `words` words a batch."""
    order = sorted(range(len(items)), key=lambda i: len(items[i][0]) + rng.random() * 1.5)
    out, cur, longest = [], [], 0
    for i in order:
        n = len(items[i][0])
        if cur and max(longest, n) * (len(cur) + 1) > words:
            out.append(cur)
            cur, longest = [], 0
        cur.append(i)
        longest = max(longest, n)
    out.append(cur)
    rng.shuffle(out)
    return out


def padded(items, fill):
    """One tensor of a list of one length or another."""
    return torch.nn.utils.rnn.pad_sequence(items, batch_first=True, padding_value=fill)


def tensors(group):
    cols = list(zip(*group))
    lengths = torch.tensor([len(x) for x in cols[0]])
    n = int(lengths.max())
    at = torch.arange(n).unsqueeze(0)
    turn = torch.where(at < lengths.unsqueeze(1), lengths.unsqueeze(1) - 1 - at, at)
    return [padded(c, 0 if i < 3 else -1) for i, c in enumerate(cols)], turn, at < lengths.unsqueeze(1)


def masked_arcs(scores, mask):
    heads = torch.cat([torch.ones_like(mask[:, :1]), mask], 1)
    scores = scores.masked_fill(~heads.unsqueeze(1), -1e4)
    n = mask.size(1)
    own = torch.zeros(n, n + 1, dtype=torch.bool)
    own[torch.arange(n), torch.arange(n) + 1] = True
    return scores.masked_fill(own, -1e4)


def soft_batch(shares, batch, shape):
    """Teachers' shares of a batch; a sentence without any gets its gold answers."""
    (_, _, _, xpos, _, head, rel), _, mask = batch
    hard = lambda t, n: F.one_hot(t.clamp(min=0), n).float()
    out = [hard(head, mask.size(1) + 1), hard(rel, shape[0]), hard(xpos, shape[1])]
    for i, share in enumerate(shares):
        if share is not None:
            n = share[0].size(0)
            out[0][i, :n, :n + 1] = share[0].float()
            out[1][i, :n] = share[1].float()
            out[2][i, :n] = share[2].float()
    return out


def loss_of(net, batch, drop, shares=None, weight=0.0):
    (word, glove, affix, xpos, upos, head, rel), turn, mask = batch
    if drop:
        both = torch.rand(word.shape) < 0.04
        word = word.masked_fill(both | (torch.rand(word.shape) < 0.12), 0)
        glove = glove.masked_fill(both | (torch.rand(word.shape) < 0.03), 0)
    early, x = net.encode(word, glove, affix, turn)
    scores, rd, rh = net.arcs(x)
    ce = lambda s, t: F.cross_entropy(s.flatten(0, 1), t.flatten(), ignore_index=-1)
    arcs, labels, tags = masked_arcs(scores, mask), net.labels(rd, rh, head.clamp(min=0)), net.xpos(x)
    hard = 0.4 * ce(early, xpos) + 0.4 * ce(tags, xpos) + 0.25 * ce(net.upos(x), upos) + ce(arcs, head) + ce(labels, rel)
    if shares is None or weight == 0:
        return hard
    soft = soft_batch(shares, batch, (labels.size(2), tags.size(2)))
    kl = lambda s, t: -(t * F.log_softmax(s, 2)).sum(2)[mask].mean()
    both = kl(arcs, soft[0]) + kl(labels, soft[1]) + 0.4 * kl(tags, soft[2]) + 0.4 * kl(early, soft[2]) + 0.25 * ce(net.upos(x), upos)
    return (1 - weight) * hard + weight * both


@torch.no_grad()
def evaluate(net, items, book):
    """XPOS, UPOS, UAS and LAS (universal relations, greedy heads), in per cent."""
    net.eval()
    base = torch.tensor([hash_base(r, book) for r in book.rels])
    sums = np.zeros(5)
    for chosen in batches(items, 3000, random.Random(0)):
        (word, glove, affix, xpos, upos, head, rel), turn, mask = tensors([items[i] for i in chosen])
        early, x = net.encode(word, glove, affix, turn)
        scores, rd, rh = net.arcs(x)
        found = masked_arcs(scores, mask).argmax(2)
        lab = base[net.labels(rd, rh, found).argmax(2)]
        right = (found == head) & mask
        gold = torch.where(rel >= 0, base[rel.clamp(min=0)], rel)
        sums += [mask.sum(), ((net.xpos(x).argmax(2) == xpos) & mask).sum(), ((net.upos(x).argmax(2) == upos) & mask).sum(),
                 right.sum(), (right & (lab == gold)).sum()]
    return [round(100 * v / sums[0], 2) for v in sums[1:]]


def hash_base(rel, book):
    plain = sorted({r.split(':')[0] for r in book.rels})
    return plain.index(rel.split(':')[0])


def main():
    a = arguments()
    torch.set_num_threads(a.threads)
    random.seed(a.seed), np.random.seed(a.seed), torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    bank = a.treebank
    own = [s for path in a.own for s in read(path)]
    train = read(f'{bank}/en_ewt-ud-train.conllu') + read(f'{bank}/gum_clean-train.conllu') + own
    devs = {n: read(f'{bank}/{n}-dev.conllu') for n in ('en_ewt-ud', 'gum_clean')}
    blob = np.load(a.vectors)
    book = Book(train, blob['words'], a.rels)
    vectors = torch.tensor(np.concatenate([np.zeros_like(blob['vectors'][:1]), blob['vectors']]))
    sizes = {**SIZES, **a.sizes}
    net = Network(len(book.words), vectors, len(book.xpos), len(book.upos), len(book.rels), sizes, a.dropout)
    if a.start:
        go_on(net, book, a.start)
    mean = copy.deepcopy(net)
    items = [book.sentence(s) for s in train]
    plain = [book.sentence(headline(s, rng)) if len(s) < 22 and a.title else None for s in train]
    dev = {n: [book.sentence(s) for s in d] for n, d in devs.items()}
    shares = [None] * len(train)
    if a.teachers:
        learned = len(train) - len(own)
        kept = 'build/shares-' + '-'.join(os.path.basename(t) for t in a.teachers)
        if not os.path.exists(kept):
            known = shares_of(train[:learned], [Teacher(t, Book) for t in a.teachers], book, tensors, masked_arcs, batches, random.Random(0))
            torch.save(known, kept + '.part')
            os.rename(kept + '.part', kept)
        shares[:learned] = torch.load(kept)
    opt = torch.optim.Adam([p for p in net.parameters() if p.requires_grad], lr=a.rate, betas=(0.9, 0.9))
    steps, step, start = a.epochs * len(batches(items, a.words, rng)), 0, time.time()
    log = open(f'build/{a.name}.log', 'a')
    print(json.dumps({'run': vars(a), 'sizes': sizes, 'words': len(book.words), 'rels': len(book.rels), 'xpos': len(book.xpos),
                      'own': len(own)}), file=log, flush=True)
    for epoch in range(1, (a.stop or a.epochs) + 1):
        net.train()
        as_title = [p is not None and rng.random() < a.title * 2 for p in plain]
        shown = [p if t else s for s, p, t in zip(items, plain, as_title)]
        total, groups = 0.0, batches(shown, a.words, rng)
        for chosen in groups:
            for g in opt.param_groups:
                g['lr'] = a.rate * min(1, (step + 1) / 200) * max(0.02, 0.5 * (1 + math.cos(math.pi * min(1, step / steps))))
            known = [None if as_title[i] else shares[i] for i in chosen] if a.teachers else None
            loss = loss_of(net, tensors([shown[i] for i in chosen]), True, known, a.soft)
            opt.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            opt.step()
            total, step = total + loss.item(), step + 1
            decay = min(a.average, (1 + step) / (10 + step))
            with torch.no_grad():
                for m, p in zip(mean.parameters(), net.parameters()):
                    m.lerp_(p, 1 - decay) if p.requires_grad else None
        line = {'epoch': epoch, 'loss': round(total / len(groups), 4), 'minutes': round((time.time() - start) / 60, 1)}
        for n, d in dev.items():
            line[n] = dict(zip(('xpos', 'upos', 'uas', 'las'), evaluate(mean, d, book)))
        print(json.dumps(line), flush=True)
        print(json.dumps(line), file=log, flush=True)
        torch.save({'state': mean.state_dict(), 'sizes': sizes, 'book': {n: getattr(book, n) for n in ('words', 'glove', 'xpos', 'upos', 'rels')},
                    'line': line, 'run': vars(a)}, f'build/{a.name}.pt')


if __name__ == '__main__':
    main()
