"""Trains the weights that say how like a sentence is to those that tell of each class of dealing.

In: row files made by rows.ts. Out: models/claims/likeness.json. Same rows, same weights: seeds are fixed.

usage: train.py OUT ROWS... [--test ROWS...] [--nets N]
With --test nothing is written unless OUT is given; figures on the test rows are printed.
"""
import argparse
import base64
import json

import numpy as np
import torch
from torch import nn

CLASSES = ['AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'CONCEDE', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN',
           'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT']
KINDS = ['statement', 'status', 'plan', 'measure', 'meeting', 'other']
LABELS = CLASSES + KINDS
HIDDEN = 96
EPOCHS = 20
BATCH = 64


def label_of(item):
    """Index of a label: the class, or the kind where there is no class."""
    name = item['plover'] or item['kind']
    return LABELS.index(name) if name in LABELS else LABELS.index('other')


def load(paths):
    sentences, rows, parts = [], [], None
    for path in paths:
        with open(path + '.json', encoding='utf-8') as f:
            blob = json.load(f)
        sentences += blob['sentences']
        rows.append(np.fromfile(path + '.f32', np.float32).reshape(len(blob['sentences']), -1))
        parts = blob['parts']
    return sentences, np.concatenate(rows), parts


def targets_of(sentences):
    out = np.zeros((len(sentences), len(LABELS)), np.float32)
    for i, s in enumerate(sentences):
        for item in s['gold']:
            out[i, label_of(item)] = 1
    return torch.from_numpy(out)


def fit(x, y, seed):
    """Two layers; several labels may hold for one sentence."""
    torch.manual_seed(seed)
    net = nn.Sequential(nn.Dropout(0.3), nn.Linear(x.shape[1], HIDDEN), nn.ReLU(), nn.Dropout(0.5), nn.Linear(HIDDEN, y.shape[1]))
    steps = EPOCHS * ((len(x) + BATCH - 1) // BATCH)
    optimiser = torch.optim.AdamW(net.parameters(), lr=2e-3, weight_decay=0.05)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, total_steps=steps)
    for _ in range(EPOCHS):
        net.train()
        order = torch.randperm(len(x))
        for at in range(0, len(x), BATCH):
            chosen = order[at:at + BATCH]
            loss = nn.functional.binary_cross_entropy_with_logits(net(x[chosen]), y[chosen])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    return net.eval()


def quantised(matrix):
    """int8 with a scale each row."""
    scale = np.abs(matrix).max(1) / 127 + 1e-12
    values = np.rint(matrix / scale[:, None]).astype(np.int8)
    return values, scale.astype(np.float32)


def packed(values):
    return base64.b64encode(np.ascontiguousarray(values).tobytes()).decode()


def export(path, nets, mean, spread, parts):
    """All nets side by side: one wide first layer, the second ones averaged by the reader."""
    saved = {'parts': parts, 'labels': LABELS, 'hidden': HIDDEN, 'mean': packed(mean.astype(np.float32)),
             'spread': packed(spread.astype(np.float32)), 'nets': []}
    for net in nets:
        first, second = net[1], net[4]
        layers = {}
        for name, layer in (('first', first), ('second', second)):
            values, scale = quantised(layer.weight.detach().numpy())
            layers[name] = {'values': packed(values), 'scale': packed(scale), 'bias': packed(layer.bias.detach().numpy())}
        saved['nets'].append(layers)
    with open(path, 'w', encoding='utf-8') as f:
        json.dump(saved, f)
        f.write('\n')


def chances(nets, x):
    with torch.no_grad():
        return sum(torch.sigmoid(net(x)).numpy() for net in nets) / len(nets)


def tell(sentences, p):
    """Figures on unread rows: the likeliest label of sentences no frame read, and how well chances part right claims from wrong ones."""
    unread = [i for i, s in enumerate(sentences) if not s['read']]
    right = [i for i in unread if any(label_of(g) == p[i].argmax() for g in sentences[i]['gold'])]
    told = [i for i in unread if sentences[i]['gold']]
    print(f'sentences without a claim {len(unread)}, {len(told)} of them labelled; likeliest label right {len(right) / max(1, len(told)):.3f}')
    for least in (0.3, 0.4, 0.5, 0.6):
        over = [i for i in unread if p[i].max() >= least]
        print(f'  chance >= {least}: {len(over)}, right {len(set(over) & set(right))}')
    holds = lambda c, s: any(g['plover'] == c['plover'] if g['plover'] else g['kind'] == c['kind'] for g in s['gold'])
    pairs = [(p[i][label_of(c)], c['confidence'], holds(c, s)) for i, s in enumerate(sentences) for c in s['read']]
    good, bad = [r for r in pairs if r[2]], [r for r in pairs if not r[2]]
    if good and bad:
        area = lambda k: np.mean([[(g[k] > b[k]) + 0.5 * (g[k] == b[k]) for b in bad] for g in good])
        print(f'  claims {len(pairs)}, right {len(good)}: area under the curve of chances {area(0):.3f}, of confidence as read {area(1):.3f}')


def main():
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument('out')
    args.add_argument('rows', nargs='+')
    args.add_argument('--test', nargs='*', default=[])
    args.add_argument('--nets', type=int, default=4)
    a = args.parse_args()
    torch.set_num_threads(1)
    sentences, rows, parts = load(a.rows)
    mean, spread = rows.mean(0), rows.std(0) + 0.05
    y = targets_of(sentences)
    x = torch.from_numpy((rows - mean) / spread)
    nets = [fit(x, y, seed) for seed in range(a.nets)]
    if a.test:
        unseen, other, _ = load(a.test)
        tell(unseen, chances(nets, torch.from_numpy((other - mean) / spread)))
    export(a.out, nets, mean, spread, parts)


if __name__ == '__main__':
    main()
