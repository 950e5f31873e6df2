"""What the track model learns from. In: samples of coded reports, invented clauses, words of the tracks, word vectors. Out: arrays."""
import glob
import json
import os
import re

import numpy as np
import yaml

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, '..', '..')
TRACKS = sorted(os.path.basename(p)[:-5] for p in glob.glob(os.path.join(ROOT, 'data', 'tracks', '*.yaml')))

PLACES = ['trigger', 'close', 'far', 'above', 'beside', 'apart', 'name', 'before', 'twoBefore', 'after', 'headline', 'report']
AROUND = {'before', 'twoBefore', 'after', 'headline', 'report'}

# Clauses have no tags: the words of the closed classes that stand in them.
CLOSED = set(('the a an of to in on at by for with from and or but its their his her are was were been has had no may will would as it '
              'that this who which than then when if they he she two three four five six seven nine into over out up off under between '
              'both each after before until without within all some any is').split())


class Vectors:
    """The commonest words of a vector file, of length one, less their mean."""

    def __init__(self, path, size=120000):
        with open(path, encoding='utf-8') as f:
            blob = json.load(f)
        words = [w for w in blob['words'] if re.match(r"^[a-zà-ÿ][a-zà-ÿ'’-]{1,22}$", w)][:size]
        x = np.array([blob['vectors'][w][:100] for w in words], dtype=np.float32)
        x /= np.linalg.norm(x, axis=1, keepdims=True)
        self.words = words
        self.x = 3 * (x - x[:30000].mean(0))
        self.at = {w: i for i, w in enumerate(words)}


def clauses(vectors):
    """(words, track, weight) of the invented clauses, then of the words that the rules know for each track."""
    out = []
    for path in sorted(glob.glob(os.path.join(HERE, 'clauses', '*.txt'))):
        track = os.path.basename(path)[:-4]
        with open(path, encoding='utf-8') as f:
            out += [(words_of(line, vectors), track, 1.0) for line in f]
    for track in TRACKS:
        with open(os.path.join(ROOT, 'data', 'tracks', track + '.yaml'), encoding='utf-8') as f:
            rules = yaml.safe_load(f)
        for field, weight in (('strong', 0.6), ('words', 0.25), ('verbs', 0.25)):
            out += [(words_of(str(p), vectors), track, weight) for p in rules.get(field) or []]
    return [c for c in out if c[0]]


def labelled(vectors):
    """The same of the labelled sentences of short reports, where all that one tells is of one matter; names say nothing."""
    out = []
    for path in sorted(glob.glob(os.path.join(HERE, '..', 'claims', 'reports', '*.tsv'))):
        with open(path, encoding='utf-8') as f:
            for line in f:
                sentence, *labels = line.rstrip('\n').split('\t')
                tracks = {label.split('/')[-1] for label in labels if '/' in label} & set(TRACKS)
                if len(tracks) == 1 and not line.startswith('# '):
                    out.append((words_of(re.sub(r'\b[A-Z]\S*', ' ', sentence), vectors), tracks.pop(), 1.0))
    return [c for c in out if c[0]]


def words_of(line, vectors):
    found = re.findall(r"[a-zà-ÿ'-]+", line.lower())
    return [vectors.at[w] for w in found if w not in CLOSED and w in vectors.at]


def word_of(found, vectors, common):
    """Index of the word of a token by its keys, or None. A name counts only by a word that is otherwise common."""
    if found is None:
        return None
    known = [k for k in found['keys'] if k in vectors.at and (k in common or not found['name'])]
    return vectors.at[known[0]] if known else None


def samples(path, vectors, common):
    """One dict for each claim that a coded item tells too."""
    out = []
    with open(path, encoding='utf-8') as f:
        for number, line in enumerate(f):
            out += of_report(json.loads(line), number, vectors, common)
    return out


def of_report(report, number, vectors, common):
    found = {s['index']: [word_of(w, vectors, common) for w in s['words']] for s in report['sentences']}
    known = {i: [w for w in ws if w is not None] for i, ws in found.items()}
    headline = [w for s in report['sentences'] if s['headline'] for w in known[s['index']]]
    everything = [w for s in report['sentences'] for w in known[s['index']]]
    out = []
    for claim, item, whole in paired(report):
        at = claim['topic']['sentence']
        bags = {p: [] for p in PLACES}
        for word, place in zip(found[at], claim['places']):
            if word is not None:
                bags[place].append(word)
        bags.update(before=known.get(at - 1, []), twoBefore=known.get(at - 2, []), after=known.get(at + 1, []),
                    headline=headline, report=everything)
        gold = [t for t in [item['track'], *(item.get('track_accept') or [])] if t]
        essential = whole and bool(item.get('essential', item.get('salience') == 'core'))
        out.append(dict(report=number, set=os.path.basename(report['source'].rstrip('/')), claim=claim, bags=bags, gold=gold,
                        essential=essential, fixed=claim['topic']['fixed']))
    return out


def paired(report):
    """Each coded item with the claim that tells it best; `whole` where class and a party agree too, as the scorer of readings asks."""
    pairs = []
    for n, item in enumerate(report['items']):
        places = [(s['start'], s['end']) for s in item['spans']]
        for m, claim in enumerate(report['claims']):
            if not any(e['start'] < end and start < e['end'] for start, end in places for e in claim['evidence']):
                continue
            ours, theirs = set(claim['actors'] + claim['counterparts']), set(item['actors'] + item['counterparts'])
            shared = bool(ours & theirs) or not theirs
            field = 'plover' if item.get('plover') else 'kind'
            same = claim[field] in [item[field], *(item.get(field + '_accept') or [])]
            near = any(start < claim['trigger']['end'] and claim['trigger']['start'] < end for start, end in places)
            status = claim['status'] in [item['status'], *(item.get('status_accept') or [])]
            if (shared and same) or (near and (shared or same)):
                score = 10 * (shared and same) + 2 * status + 2 * near + (ours == theirs)
                pairs.append((-score, n, m, shared and same))
    items, claims, out = set(), set(), []
    for _, n, m, whole in sorted(pairs):
        if n not in items and m not in claims:
            items.add(n)
            claims.add(m)
            out.append((report['claims'][m], report['items'][n], whole))
    return out
