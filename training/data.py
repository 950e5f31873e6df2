"""Reads CoNLL-U. Gives sentences as lists of (form, upos, xpos, head, rel)."""


def read(path):
    """All sentences of a CoNLL-U file; ranges and empty nodes are left out."""
    out, rows = [], []
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            line = line.rstrip('\n')
            if not line:
                if rows:
                    out.append(rows)
                rows = []
            elif line[0] != '#':
                c = line.split('\t')
                if c[0].isdigit():
                    rows.append(mended(c))
    if rows:
        out.append(rows)
    return out


def mended(c):
    """One row; the older GUM files tag proper adjectives and participles by their syntax, EWT by their name."""
    upos, xpos = c[3], c[4]
    if xpos in ('NNP', 'NNPS') and upos in ('VERB', 'ADP', 'ADV', 'DET', 'CCONJ', 'PART'):
        upos = 'PROPN'
    return (c[1], upos, xpos, int(c[6]), c[7])
