"""Writes the weights as one file: magic, version, checksum, JSON head, words, int8 tables and matrices.

Layout, all numbers little-endian: 'VRBL', u32 version, u32 checksum of all that follows, u32 length of the head, head (JSON,
padded to 4 bytes), then the tensors at the offsets the head names. The checksum is FNV-1a over 32-bit words.
"""
import json
import struct
import sys

import numpy as np
import torch

VERSION = 1


class Body:
    def __init__(self):
        self.parts, self.size, self.tensors = [], 0, {}

    def add(self, name, kind, array, **more):
        data = array.tobytes() if isinstance(array, np.ndarray) else array
        self.tensors[name] = {'kind': kind, 'at': self.size, 'bytes': len(data), **more}
        data += b'\0' * (-len(data) % 16)
        self.parts.append(data)
        self.size += len(data)

    def f32(self, name, tensor):
        self.add(name, 'f32', tensor.detach().numpy().astype('<f4').ravel())

    def matrix(self, name, tensor):
        """[out, in] as int8 rows with a scale each; columns padded to 16, rows to 2."""
        w = tensor.detach().numpy().astype(np.float64)
        rows, cols = w.shape
        w = np.pad(w, ((0, rows % 2), (0, -cols % 16)))
        scale = np.maximum(np.abs(w).max(1), 1e-9) / 127
        scale = scale.astype('<f4')
        q = np.clip(np.rint(w / scale[:, None].astype(np.float64)), -127, 127).astype(np.int8)
        self.add(name, 'i8', q.ravel(), rows=w.shape[0], columns=w.shape[1])
        self.add(name + '/scale', 'f32', scale)

    def table(self, name, tensor):
        """An embedding table: int8 rows; each row's scale is a 16-bit share of the largest."""
        w = tensor.detach().numpy().astype(np.float64)
        top = np.abs(w).max(1) / 127
        unit = max(top.max(), 1e-9) / 65535
        share = np.ceil(top / unit).clip(1, 65535)
        q = np.clip(np.rint(w / (share * unit)[:, None]), -127, 127).astype(np.int8)
        self.add(name, 'i8', q.ravel(), rows=w.shape[0], columns=w.shape[1], unit=unit)
        self.add(name + '/scale', 'u16', share.astype('<u2'))


def checksum(data):
    """FNV-1a over 32-bit words, column-wise in blocks would be faster; the file is small enough."""
    h = 0x811C9DC5
    for (w,) in struct.iter_unpack('<I', data):
        h = ((h ^ w) * 0x01000193) & 0xFFFFFFFF
    return h


def main(source, target, notes):
    blob = torch.load(source, map_location='cpu')
    s, book = blob['state'], blob['book']
    body = Body()
    body.add('words', 'text', '\n'.join(book['words'][1:]).encode())
    body.add('vectors', 'text', '\n'.join(book['glove'][1:]).encode())
    body.table('word', s['word.weight'])
    body.table('glove', s['glove.weight'])
    for i in range(5):
        body.table(f'affix{i}', s[f'affix.{i}.weight'])
    for i, name in enumerate(['first'] + [f'rest.{k}' for k in range(blob['sizes']['layers'] - 1)]):
        for d in range(2):
            body.matrix(f'lstm{i}/{d}/in', s[f'{name}.w_in'][d].t())
            body.matrix(f'lstm{i}/{d}/rec', s[f'{name}.w_rec'][d].t())
            body.f32(f'lstm{i}/{d}/bias', s[f'{name}.bias'][d])
    for name in ('early', 'xpos', 'upos', 'arc_dep', 'arc_head', 'rel_dep', 'rel_head'):
        body.matrix(name, s[f'{name}.weight'])
        body.f32(name + '/bias', s[f'{name}.bias'])
    body.f32('tag', s['tag'])
    for kind in ('arc', 'rel'):
        root = s[f'{kind}_head.weight'] @ s['root'] + s[f'{kind}_head.bias']
        body.f32(f'{kind}_root', torch.nn.functional.leaky_relu(root, 0.1))
    body.matrix('arc_mix', s['arc_mix'][:-1].t())
    body.f32('arc_mix/bias', s['arc_mix'][-1])
    mix = s['rel_mix']
    body.matrix('rel_mix', mix.permute(0, 2, 1).reshape(-1, mix.size(1)))
    body.matrix('rel_sum', s['rel_sum.weight'])
    body.f32('rel_sum/bias', s['rel_sum.bias'])
    head = {'language': 'en', 'notes': notes, 'sizes': {**blob['sizes'], 'glove': s['glove.weight'].size(1), 'affixRows': s['affix.0.weight'].size(0)},
            'xpos': book['xpos'], 'upos': book['upos'], 'rels': book['rels'], 'tensors': body.tensors}
    text = json.dumps(head, separators=(',', ':')).encode()
    text += b' ' * (-(len(text)) % 16)
    rest = struct.pack('<I', len(text)) + text + b''.join(body.parts)
    with open(target, 'wb') as f:
        f.write(b'VRBL' + struct.pack('<II', VERSION, checksum(rest)) + rest)
    print(target, 12 + len(rest), blob['line'])


if __name__ == '__main__':
    main(sys.argv[1], sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else '')
