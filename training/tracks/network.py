"""The track model: a sum of evidence. In: words by place, what the rules name by place, class and kind. Out: a score for each track."""
import numpy as np
import torch

from data import AROUND, PLACES, TRACKS

T = len(TRACKS)

# Where the weights of the rules' evidence start from and are held to: set by hand, in shares of what they weighed alone.
BY_HAND = dict(trigger=2.9, close=2.7, far=1.9, above=2, beside=1.3, apart=0.8, name=1.4, body=1.1, bodyActs=1.4, bodySays=1.1,
               before=0.6, twoBefore=0.2, after=0.4, block=0.3, report=3, headline=0.8, reportForm=2, headlineForm=0.5, meeting=2.6,
               leadersMeet=2.6, leaderVisits=1.7, leaderAsked=1.7, summitNamed=1.5, **{'class': 1.7}, unmet=-4)
FEATURES = sorted(BY_HAND)
SHARE = 0.7
START = dict(trigger=1, close=1, far=0.8, above=0.6, beside=0.6, apart=0.4, name=0.5, before=0.4, twoBefore=0.1, after=0.3,
             headline=0.4, report=0.8)
FORMS = {'meeting', 'leadersMeet', 'leaderVisits', 'leaderAsked', 'summitNamed', 'unmet', 'class'}


class Network(torch.nn.Module):
    """Each word speaks for each track by a small network over its vector; places and the rules' evidence have one weight each."""

    def __init__(self, x, classes, options):
        super().__init__()
        self.x, self.options = x, options
        self.hidden = torch.nn.Linear(x.shape[1], options.hidden)
        self.out = torch.nn.Linear(options.hidden, T)
        torch.nn.init.zeros_(self.out.bias)
        self.out.weight.data *= 0.5
        self.places = torch.nn.Parameter(torch.tensor([float(START[p]) for p in PLACES]))
        self.features = torch.nn.Parameter(torch.tensor([SHARE * BY_HAND[f] for f in FEATURES]))
        self.classes = torch.nn.Parameter(torch.zeros(classes, T))
        self.bias = torch.nn.Parameter(torch.zeros(T))
        self.sharpness = torch.nn.Parameter(torch.tensor(2.0))

    def words(self):
        """What each word says of each track; in training some fall silent."""
        said = self.out(torch.nn.functional.dropout(torch.relu(self.hidden(self.x)), self.options.dropout, self.training))
        if self.training:
            said = said * (torch.rand(len(said), 1) > self.options.silence).float() / (1 - self.options.silence)
        return said

    def scores(self, batch, words):
        heard = self.features if self.options.mode != 'words' else self.features * FORM_MASK
        evidence = batch['features'] * heard[None, :, None]
        own = (evidence * (1 - AROUND_MASK)[None, :, None]).sum(1)
        around = (evidence * AROUND_MASK[None, :, None]).sum(1)
        if self.options.mode != 'rules':
            for weight, place in zip(self.places, PLACES):
                said = weight * torch.sparse.mm(batch[place], words)
                own, around = (own, around + said) if place in AROUND else (own + said, around)
        return batch['ruledOut'] + self.bias + batch['classes'] @ self.classes + own + batch['open'] * around


AROUND_MASK = torch.tensor([float(f in AROUND or f in {'block', 'reportForm', 'headlineForm'}) for f in FEATURES])
NAMED = [FEATURES.index(f) for f in ('trigger', 'close')]
FORM_MASK = torch.tensor([float(f in FORMS) for f in FEATURES])


def norm(place):
    """How much one word of many weighs: the whole report is a share, less where it is short; any other place grows
    with the root of its words."""
    return (lambda n: 4 / (n + 40)) if place == 'report' else (lambda n: 1 / np.sqrt(n + 1))


def bags(rows, width, weigh):
    at, values = [], []
    for r, words in enumerate(rows):
        for w in words:
            at.append((r, w))
            values.append(weigh(len(words)))
    where = torch.tensor(at, dtype=torch.long).T if at else torch.zeros(2, 0, dtype=torch.long)
    return torch.sparse_coo_tensor(where, torch.tensor(values, dtype=torch.float), (len(rows), width)).coalesce()


def batch_of(samples, width, class_at):
    n = len(samples)
    features, classes = torch.zeros(n, len(FEATURES), T), torch.zeros(n, len(class_at))
    ruled_out, gold = torch.zeros(n, T), torch.zeros(n, T)
    for j, s in enumerate(samples):
        for f in FEATURES:
            for track, weight in s['claim']['features'].get(f, {}).items():
                features[j, FEATURES.index(f), TRACKS.index(track)] = weight
        for name in names_of(s['claim']):
            if name in class_at:
                classes[j, class_at[name]] = 1
        for track in s['claim']['impossible']:
            ruled_out[j, TRACKS.index(track)] = -30
        for track in s['gold']:
            gold[j, TRACKS.index(track)] = 1
    weight = torch.tensor([1.0 if s['essential'] else 0.6 for s in samples])
    # The more a claim names itself, the less it takes from around it.
    named = features[:, NAMED].amax((1, 2))
    out = dict(open=(1 / (1 + named)).unsqueeze(1), features=features, classes=classes, ruledOut=ruled_out, gold=gold, weight=weight)
    return out | {p: bags([s['bags'][p] for s in samples], width, norm(p)) for p in PLACES}


def names_of(claim):
    return [claim['plover'] or 'none', 'kind:' + claim['kind']]


def fit(x, batch, told, classes, options, seed):
    """One run: claims of coded reports and clauses of one track each, whole batches, a fixed number of steps."""
    torch.manual_seed(seed)
    net = Network(x, classes, options)
    held = net.features.detach().clone()
    small = [*net.hidden.parameters(), *net.out.parameters()]
    optimiser = torch.optim.Adam([
        {'params': small, 'weight_decay': 1e-3},
        {'params': [net.classes, net.bias], 'weight_decay': 0.02},
        {'params': [net.features, net.places, net.sharpness]},
    ], lr=0.01)
    for _ in range(options.steps):
        net.train()
        optimiser.zero_grad()
        words = net.words()
        loss = 0.02 * ((net.features - held) ** 2).sum()
        if options.mode != 'rules':
            guess = torch.log_softmax(net.sharpness * torch.sparse.mm(told['words'], words), 1)
            loss = loss - options.invented * ((guess * told['gold']).sum(1) * told['weight']).sum() / told['weight'].sum()
        chance = torch.log_softmax(net.scores(batch, words), 1)
        missed = -torch.logsumexp(chance + torch.log(batch['gold'] + 1e-9), 1)
        loss = loss + (missed * batch['weight']).sum() / batch['weight'].sum()
        loss.backward()
        optimiser.step()
    return net.eval()


def told_of(clauses, width):
    gold = torch.zeros(len(clauses), T)
    for i, (_, track, _) in enumerate(clauses):
        if track == 'none':
            gold[i] = 1 / T
        else:
            gold[i, TRACKS.index(track)] = 1
    weight = torch.tensor([w for _, _, w in clauses])
    return dict(words=bags([ws for ws, _, _ in clauses], width, norm('clause')), gold=gold, weight=weight)
