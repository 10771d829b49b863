"""Writes the sources of a dictionary that MeCab has compiled, for programs that compile it anew.

usage: mecabdic.py FOLDER OUT    FOLDER holds sys.dic, unk.dic, matrix.bin, char.bin; OUT gets lex.csv, unk.def, matrix.def, char.def
"""
import struct
import sys
from array import array


def entries(path):
    """The (surface, left id, right id, cost, features) of a .dic file, and how many its head says there are."""
    data = open(path, 'rb').read()
    _, _, _, count, _, _, dsize, tsize, _, _ = struct.unpack_from('<10I', data)
    at = 40 + 32  # the head, the name of the encoding
    double = array('I', data[at:at + dsize])
    tokens = at + dsize
    features = tokens + tsize
    base = [x - (1 << 32) if x >> 31 else x for x in double[0::2]]
    check = double[1::2]
    out = []
    stack = [(base[0], b'')]
    while stack:
        b, key = stack.pop()
        if b < len(check) and check[b] == b and base[b] < 0:
            leaf = -base[b] - 1  # number of entries in the low byte
            for k in range(leaf >> 8, (leaf >> 8) + (leaf & 255)):
                left, right, _, cost, feature, _ = struct.unpack_from('<HHHhII', data, tokens + 16 * k)
                end = data.index(b'\0', features + feature)
                out.append((key.decode(), left, right, cost, data[features + feature:end].decode()))
        for c in range(256):
            child = b + c + 1
            if child < len(check) and check[child] == b:
                stack.append((base[child], key + bytes([c])))
    return sorted(out), count


def quoted(s):
    return '"' + s.replace('"', '""') + '"' if ',' in s or '"' in s else s


def main(source, out):
    for name, target in (('sys.dic', 'lex.csv'), ('unk.dic', 'unk.def')):
        rows, count = entries(f'{source}/{name}')
        assert len(rows) == count, f'{name}: {len(rows)} entries found, {count} announced'
        with open(f'{out}/{target}', 'w', encoding='utf-8') as f:
            for surface, left, right, cost, features in rows:
                f.write(f'{quoted(surface)},{left},{right},{cost},{features}\n')

    data = open(f'{source}/matrix.bin', 'rb').read()
    rights, lefts = struct.unpack_from('<HH', data)
    cost = array('h', data[4:])
    with open(f'{out}/matrix.def', 'w') as f:
        f.write(f'{rights} {lefts}\n')
        for left in range(lefts):
            for right in range(rights):
                f.write(f'{right} {left} {cost[right + rights * left]}\n')

    data = open(f'{source}/char.bin', 'rb').read()
    n = struct.unpack_from('<I', data)[0]
    names = [data[4 + 32 * i:36 + 32 * i].split(b'\0')[0].decode() for i in range(n)]
    info = array('I', data[4 + 32 * n:])  # 18 bits of categories, 8 the first, 4 length, 1 group, 1 invoke
    settings = {}
    for x in info:
        settings.setdefault(x >> 18 & 255, (x >> 31, x >> 30 & 1, x >> 26 & 15))
    with open(f'{out}/char.def', 'w') as f:
        for i, name in enumerate(names):
            f.write('%s %d %d %d\n' % (name, *settings.get(i, (0, 1, 0))))
        for code, x in enumerate(info[:0xffff]):
            first = x >> 18 & 255
            categories = [names[first]] + [names[k] for k in range(n) if x >> k & 1 and k != first]
            if categories != ['DEFAULT']:
                f.write(f'0x{code:04X} {" ".join(categories)}\n')


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
