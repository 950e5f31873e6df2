"""The network: word features -> BiLSTM -> tags -> two BiLSTMs -> biaffine arcs and relations."""
import torch
import torch.nn as nn
import torch.nn.functional as F

from features import AFFIX_ROWS
from lstm import BiLstm

SIZES = dict(word=64, affix=20, hidden=128, tag=32, arc=160, rel=64, layers=3)


def shared_dropout(x, p, training):
    """Dropout with one mask for all positions of a sentence."""
    if not training or p == 0:
        return x
    mask = x.new_empty(x.size(0), 1, x.size(2)).bernoulli_(1 - p) / (1 - p)
    return x * mask


class Network(nn.Module):
    def __init__(self, words, vectors, xpos, upos, rels, sizes=SIZES, dropout=0.3):
        super().__init__()
        s = self.sizes = sizes
        self.dropout = dropout
        self.word = nn.Embedding(words, s['word'])
        nn.init.normal_(self.word.weight, std=0.3)
        self.glove = nn.Embedding.from_pretrained(vectors, freeze=True)
        self.affix = nn.ModuleList([nn.Embedding(AFFIX_ROWS, s['affix']) for _ in range(5)])
        for table in self.affix:
            nn.init.normal_(table.weight, std=0.3)
        inputs = s['word'] + vectors.size(1) + 5 * s['affix']
        h2 = 2 * s['hidden']
        self.first = BiLstm(inputs, s['hidden'])
        self.early = nn.Linear(h2, xpos)
        self.tag = nn.Parameter(torch.randn(xpos, s['tag']) * 0.3)
        self.rest = nn.ModuleList([BiLstm(h2 + s['tag'] if i == 0 else h2, s['hidden']) for i in range(s['layers'] - 1)])
        self.xpos = nn.Linear(h2, xpos)
        self.upos = nn.Linear(h2, upos)
        self.root = nn.Parameter(torch.zeros(h2))
        self.arc_dep, self.arc_head = nn.Linear(h2, s['arc']), nn.Linear(h2, s['arc'])
        self.rel_dep, self.rel_head = nn.Linear(h2, s['rel']), nn.Linear(h2, s['rel'])
        self.arc_mix = nn.Parameter(torch.zeros(s['arc'] + 1, s['arc']))
        nn.init.orthogonal_(self.arc_mix.data[:-1])
        self.rel_mix = nn.Parameter(torch.randn(rels, s['rel'], s['rel']) * 0.05)
        self.rel_sum = nn.Linear(2 * s['rel'], rels)

    def encode(self, word, glove, affix, turn):
        p, t = self.dropout, self.training
        x = torch.cat([self.word(word), self.glove(glove)] + [e(affix[:, :, i]) for i, e in enumerate(self.affix)], 2)
        x = self.first(F.dropout(x, 0.5 * p, t), turn)
        early = self.early(shared_dropout(x, p, t))
        soft = F.softmax(early, 2) @ self.tag
        x = torch.cat([x, soft], 2)
        for i, lstm in enumerate(self.rest):
            y = lstm(shared_dropout(x, p, t), turn)
            x = y if i == 0 else y + x
        return early, shared_dropout(x, p, t)

    def arcs(self, x):
        """Scores [batch, dependent, head]; head 0 is the root."""
        p, t = self.dropout, self.training
        heads = torch.cat([self.root.expand(x.size(0), 1, -1), x], 1)
        d = shared_dropout(F.leaky_relu(self.arc_dep(x), 0.1), p, t)
        h = shared_dropout(F.leaky_relu(self.arc_head(heads), 0.1), p, t)
        d1 = torch.cat([d, torch.ones_like(d[:, :, :1])], 2)
        rd = shared_dropout(F.leaky_relu(self.rel_dep(x), 0.1), p, t)
        rh = shared_dropout(F.leaky_relu(self.rel_head(heads), 0.1), p, t)
        return (d1 @ self.arc_mix) @ h.transpose(1, 2), rd, rh

    def labels(self, rd, rh, head):
        """Relation scores of each dependent for the given head."""
        g = rh.gather(1, head.unsqueeze(2).expand(-1, -1, rh.size(2)))
        b, n, k = rd.shape
        mixed = (rd.reshape(b * n, k) @ self.rel_mix.permute(1, 0, 2).reshape(k, -1)).view(b * n, -1, k)
        bi = torch.bmm(mixed, g.reshape(b * n, k, 1)).view(b, n, -1)
        return bi + self.rel_sum(torch.cat([rd, g], 2))
