"""Trains the track model, or measures it on reports that took no part in its training.

usage: train.py VECTORS.json SAMPLES.jsonl --out models/tracks/weights.json
       train.py VECTORS.json SAMPLES.jsonl --folds 8 [--mode rules|words|both]
"""
import argparse
import base64
import glob
import json
import os
import re

import numpy as np
import torch

from data import PLACES, ROOT, TRACKS, Vectors, clauses, labelled, samples
from network import FEATURES, batch_of, fit, names_of, told_of

# Words that say most; more of them change nothing that was measured.
KEPT = 12000
# Among so many of the commonest: rarer words have vectors that say little.
COMMONEST = 60000


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('vectors')
    parser.add_argument('samples')
    parser.add_argument('--out')
    parser.add_argument('--folds', type=int, default=0)
    parser.add_argument('--split', type=int, default=0)
    parser.add_argument('--mode', default='both', choices=['rules', 'words', 'both'])
    parser.add_argument('--hidden', type=int, default=64)
    parser.add_argument('--steps', type=int, default=150)
    parser.add_argument('--invented', type=float, default=3.0)
    parser.add_argument('--dropout', type=float, default=0.3)
    parser.add_argument('--silence', type=float, default=0.2)
    parser.add_argument('--runs', type=int, default=4)
    options = parser.parse_args()
    torch.set_num_threads(1)
    vectors = Vectors(options.vectors)
    told = clauses(vectors)
    # Words of the clauses count in names too; those of longer sentences are too many for that.
    common = {vectors.words[w] for words, _, _ in told for w in words}
    told += labelled(vectors)
    claims = samples(options.samples, vectors, common)
    if options.folds:
        measure(vectors, told, claims, options)
    else:
        save(vectors, told, claims, common, options)


def class_names(claims):
    return {name: i for i, name in enumerate(sorted({n for s in claims for n in names_of(s['claim'])}))}


class Mean:
    """Several runs as one: the mean of what each says of a word, and of each weight."""

    def __init__(self, runs):
        self.runs = runs
        for name in ('places', 'features', 'classes', 'bias'):
            setattr(self, name, sum(getattr(net, name).detach() for net in runs) / len(runs))

    def says(self, x):
        x = torch.tensor(x)
        with torch.no_grad():
            return sum(net.out(torch.relu(net.hidden(x))) for net in self.runs) / len(self.runs)

    def scores(self, batch, said):
        net = self.runs[0]
        for name in ('places', 'features', 'classes', 'bias'):
            getattr(net, name).data.copy_(getattr(self, name))
        with torch.no_grad():
            return net.scores(batch, said)


def trained(x, told, claims, classes, options):
    batch, clause_batch = batch_of([s for s in claims if s['fixed'] is None], len(x), classes), told_of(told, len(x))
    x = torch.tensor(x)
    return Mean([fit(x, batch, clause_batch, len(classes), options, seed) for seed in range(options.runs)])


def narrowed(vectors, told, claims):
    """Only words that occur, renumbered: training needs no others."""
    used = sorted({w for s in claims for p in PLACES for w in s['bags'][p]} | {w for words, _, _ in told for w in words})
    at = {w: i for i, w in enumerate(used)}
    told = [([at[w] for w in words], track, weight) for words, track, weight in told]
    claims = [s | {'bags': {p: [at[w] for w in ws] for p, ws in s['bags'].items()}} for s in claims]
    return vectors.x[used], told, claims


def measure(vectors, told, claims, options):
    x, told, claims = narrowed(vectors, told, claims)
    classes = class_names(claims)
    order = np.random.RandomState(options.split).permutation(sorted({s['report'] for s in claims}))
    guessed = {}
    for k in range(options.folds):
        out = set(order[k::options.folds].tolist())
        test = [i for i, s in enumerate(claims) if s['report'] in out]
        model = trained(x, told, [s for s in claims if s['report'] not in out], classes, options)
        scores = model.scores(batch_of([claims[i] for i in test], len(x), classes), model.says(x))
        guessed |= {i: TRACKS[int(best)] for i, best in zip(test, scores.argmax(1))}
    right = [(s['fixed'] or guessed[i]) in s['gold'] for i, s in enumerate(claims)]
    now = [s['claim']['track'] in s['gold'] for s in claims]
    for name in [*sorted({s['set'] for s in claims}), 'all']:
        here = [i for i, s in enumerate(claims) if s['essential'] and name in ('all', s['set'])]
        print(f"{options.mode} {name}: {np.mean([right[i] for i in here]):.3f} of {len(here)} (as read now {np.mean([now[i] for i in here]):.3f})")


def save(vectors, told, claims, common, options):
    """Two rounds: the first tells which words say most, the second learns with no others."""
    first_x, first_told, first_claims = narrowed(vectors, told, claims)
    classes = class_names(claims)
    said = trained(first_x, first_told, first_claims, classes, options).says(vectors.x[:COMMONEST])
    strength = (said - said.mean(1, keepdim=True)).abs().max(1).values.numpy()
    names = looks_like_name(vectors, common)
    strong = [w for w in np.argsort(-strength) if not names[w] and vectors.words[w] not in common]
    kept = sorted(vectors.at[w] for w in common) + sorted(int(w) for w in strong[:KEPT - len(common)])
    known = set(kept)
    only = lambda words: [w for w in words if w in known]
    told = [(only(words), track, weight) for words, track, weight in told]
    claims = [s | {'bags': {p: only(ws) for p, ws in s['bags'].items()}} for s in claims]
    x, told, claims = narrowed(vectors, told, claims)
    model = trained(x, told, claims, classes, options)
    write(options.out, model, model.says(vectors.x[kept]), kept, common, vectors, classes)


def looks_like_name(vectors, common):
    """A line through the vectors between names of states, people and places and the common words of the clauses."""
    text = ' '.join(open(p, encoding='utf-8').read() for p in glob.glob(os.path.join(ROOT, 'data', 'actors', '**', '*.yaml'), recursive=True))
    capital = {w.lower() for w in re.findall(r'\b[A-Z][a-zà-ÿ]{3,}', text)}
    small = set(re.findall(r'\b[a-z]{4,}', text))
    names = [vectors.at[w] for w in capital - small - common if w in vectors.at]
    plain = [vectors.at[w] for w in common]
    x = torch.tensor(vectors.x[names + plain])
    y = torch.tensor([1.0] * len(names) + [0.0] * len(plain))
    torch.manual_seed(0)
    line = torch.nn.Linear(x.shape[1], 1)
    optimiser = torch.optim.Adam(line.parameters(), lr=0.05, weight_decay=1e-3)
    for _ in range(200):
        optimiser.zero_grad()
        torch.nn.functional.binary_cross_entropy_with_logits(line(x).squeeze(1), y).backward()
        optimiser.step()
    with torch.no_grad():
        return (line(torch.tensor(vectors.x)).squeeze(1) > 0).numpy()


def write(path, net, said, kept, common, vectors, classes):
    """JSON: one weight for each place and piece of evidence, a row for each class, and a signed byte for each word and track."""
    said = said - said.mean(1, keepdim=True)
    scale = float(said.abs().max()) / 127
    table = np.round(said.numpy() / scale).astype(np.int8)
    rounded = lambda values: [round(float(v), 3) for v in values]
    model = {
        'tracks': TRACKS,
        'places': dict(zip(PLACES, rounded(net.places))),
        'features': dict(zip(FEATURES, rounded(net.features))),
        'classes': {name: rounded(net.classes[i]) for name, i in classes.items()},
        'bias': rounded(net.bias),
        'scale': round(scale, 6),
        # The common words first: only they count where they stand as names.
        'common': len(common),
        'words': ' '.join(vectors.words[w] for w in kept),
        'scores': base64.b64encode(table.tobytes()).decode(),
    }
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as f:
        json.dump(model, f, ensure_ascii=False, separators=(',', ':'))
        f.write('\n')


if __name__ == '__main__':
    main()
