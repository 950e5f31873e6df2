"""Averages checkpoints that went on from the same one (same numberings). Out: one checkpoint, measured on the dev sets."""
import json
import sys

import torch

from data import read
from network import Network
from train import Book, evaluate


def main(target, bank, *sources):
    blobs = [torch.load(s, map_location='cpu') for s in sources]
    first = blobs[0]
    assert all(b['book'] == first['book'] for b in blobs), 'other numberings'
    state = {n: sum(b['state'][n] for b in blobs) / len(blobs) for n in first['state']}
    book = Book.of(first['book'])
    net = Network(len(book.words), state['glove.weight'], len(book.xpos), len(book.upos), len(book.rels), first['sizes'])
    net.load_state_dict(state)
    line = {'average of': [b['line'] for b in blobs]}
    for name in ('en_ewt-ud', 'gum_clean'):
        items = [book.sentence(s) for s in read(f'{bank}/{name}-dev.conllu')]
        line[name] = dict(zip(('xpos', 'upos', 'uas', 'las'), evaluate(net, items, book)))
    print(json.dumps(line))
    torch.save({**first, 'state': state, 'line': line}, target)


if __name__ == '__main__':
    torch.set_num_threads(1)
    main(*sys.argv[1:])
