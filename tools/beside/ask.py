#!/usr/bin/env python3
"""Asks the Kiwi analyser by how much it prefers one of two readings of a surface beside a word: fit.py makes vectors of the answers.

usage: ask.py DATA PAIRS FOLDER [PART PARTS]      (pip install kiwipiepy numpy; some 4,500 questions a second on one core)

DATA    the folder of the data; the commonest words are counted in its silver-*.tsv.xz
PAIRS   lines 'pair<TAB>오지/NNG<TAB>오/VV<TAB>오지도<TAB>오지/NNG@0-2 도/JX@2-3<TAB>오/VV@0-1 지/EC@1-2 도/JX@2-3': two readings by their first
        morphemes, a surface that has both, and its analyses by them, each morpheme with its syllables, three at most. Other lines, and
        columns after these, are left alone, so that beside.tsv, unpacked, serves
FOLDER  for the words and the answers; what is there already is not asked again
PART    with PARTS: every so-many-th pair only, for several programs side by side

A question is a surface with one word beside it, its analysis given: '산골 오지도' with 오지/NNG 도/JX, and with 오/VV 지/EC 도/JX. The answer is the
difference of the two scores, in nats. All pairs are asked about marks and some 900 words that span the others; the first DENSE pairs of the
list about 3,500, and WIDE of these, which span the others, about all 18,000. And all pairs about the words that stand near one of their
readings, in any of its forms, more often than chance has it.
"""
import collections
import functools
import lzma
import math
import pathlib
import re
import sys

import numpy as np

LEFT, RIGHT = 12000, 6000  # words: eojeols by their first and last morphemes, and first morphemes
NEAR_LEFT, NEAR_RIGHT = 1500, 2000  # of them, what the first pairs are asked about
DENSE, WIDE, THIN = 400, 100, 450
NEAR, REACH = 50, 2  # words near a reading on each side, and how many eojeols away
MARKS_LEFT, MARKS_RIGHT = ['', '3', 'A', ','], ['', '.', ',', '?', '!', '3', 'A', '…']
HANGUL = re.compile('^[가-힣]+$')


def sentences(data, every):
    """The sentences of every so-many-th line: an eojeol and its morphemes, without the marks behind, or None for what is not Hangul."""
    for name, n in zip(('nsmc', 'modern', 'krdict'), every):
        for number, line in enumerate(lzma.open(data / 'train' / f'silver-{name}.tsv.xz', 'rt')):
            text, analysis, *check = line.rstrip('\n').split('\t')
            eojeols, items = text.split(' '), analysis.split(' ')
            if number % n or check == ['no'] or len(eojeols) != len(items):
                continue
            sentence = []
            for eojeol, item in zip(eojeols, items):
                morphs = item.split('+')
                while morphs and morphs[-1].rsplit('/', 1)[-1] in ('SF', 'SP', 'SE', 'SS', 'SSC'):
                    morphs.pop()
                eojeol = eojeol.rstrip('.,!?…)"\'')
                sentence.append((eojeol, morphs) if morphs and HANGUL.match(eojeol) else None)
            yield sentence


def words(data):
    """The commonest words to the left and to the right: (key, count, commonest surface)."""
    counts = [collections.Counter(), collections.Counter()]
    for sentence in sentences(data, (4, 2, 1)):
        for eojeol, morphs in filter(None, sentence):
            counts[0][(morphs[0], morphs[-1]), eojeol] += 1
            counts[1][morphs[0], eojeol] += 1
    for count, most in zip(counts, (LEFT, RIGHT)):
        total, best = collections.Counter(), {}
        for (key, surface), n in count.items():
            total[key] += n
            best[key] = max(best.get(key, (0, '')), (n, surface))
        yield [(key, n, best[key][1]) for key, n in total.most_common(most)]


def near_words(data, readings):
    """For each side, the words near each reading: [(first morpheme, last one, surface)], what says most of the reading first."""
    counts, of, total = ({}, {}), collections.Counter(), 0
    for sentence in sentences(data, (2, 1, 1)):
        for i, here in enumerate(sentence):
            if not here:
                continue
            first = here[1][0]
            of[first] += 1
            total += 1
            if first in readings:
                for side, reach in ((0, range(-REACH, 0)), (1, range(1, REACH + 1))):
                    for j in (i + d for d in reach):
                        if 0 <= j < len(sentence) and sentence[j]:
                            eojeol, morphs = sentence[j]
                            counts[side].setdefault(first, collections.Counter())[morphs[0], morphs[-1], eojeol] += 1
    for side in counts:
        out = {}
        for reading, count in side.items():
            sums, best = collections.Counter(), {}
            for (word, last, surface), n in count.items():
                sums[word] += n
                best[word] = max(best.get(word, (0, '')), (n, last, surface))
            rated = []
            for word, n in sums.items():
                chance = REACH * of[reading] * of[word] / total
                if n > chance and (n > 1 or of[reading] < 200):
                    rated.append((n * math.log(n / chance), word, *best[word][1:]))
            out[reading] = [r[1:] for r in sorted(rated, reverse=True)[:NEAR]]
        yield out


def near(words, first, second):
    """The words near one of two readings, for each side: [(first morpheme, last one, surface, its place among what is near)]."""
    out = {}, {}
    for side, found in zip(words, out):
        for reading in (second, first):
            for place, word in enumerate(side.get(reading, [])):
                found[word[0]] = *word, min(place, found.get(word[0], (0, 0, 0, place))[3])
    return [list(found.values()) for found in out]


def spanning(rows, n):
    """Numbers of n rows that span the others best, one after the other (pivoted Gram-Schmidt)."""
    rows = rows.astype(np.float64)
    chosen, norms = [], (rows**2).sum(1)
    for _ in range(min(n, len(rows))):
        i = int(np.argmax(norms))
        chosen.append(i)
        q = rows[i] / max(np.sqrt(norms[i]), 1e-9)
        rows -= np.outer(rows @ q, q)
        norms = (rows**2).sum(1)
        norms[chosen] = -1
    return chosen


def parse(analysis):
    out = []
    for m in analysis.split():
        morph, _, span = m.rpartition('@')
        form, _, tag = morph.rpartition('/')
        start, end = span.split('-')
        out.append((form, tag, int(start), int(end)))
    return out


class Asker:
    def __init__(self):
        from kiwipiepy import Kiwi
        self.kiwi = Kiwi(num_workers=1, model_type='cong-global')

    def score(self, surface, analysis, left='', right=''):
        text = f'{left} {surface}' if left else surface
        start = len(text) - len(surface)
        if right:
            text += right if right in MARKS_RIGHT and not right.isalnum() else ' ' + right
        given = [(start, start + len(surface), analysis)]
        return self.kiwi.analyze(text, top_n=1, pretokenized=given)[0][1]

    def pair(self, pair, lefts, rights):
        """The answers for a pair, first of what stands to the left; None where the analyser has no such analysis."""
        surface, *analyses = pair
        out = []
        try:
            for a in map(parse, analyses):
                out.append([self.score(surface, a, left=w) for w in lefts] + [self.score(surface, a, right=w) for w in rights])
        except ValueError:
            return None
        return (np.array(out[0]) - np.array(out[1])).astype(np.float16)


@functools.cache
def asker():
    return Asker()


def ask(folder, name, pairs, numbers, lefts, rights):
    for i in numbers:
        path = folder / f'{name}.{i}.npy'
        if not path.exists():
            answers = asker().pair(pairs[i], lefts, rights)
            np.save(path, np.zeros(0, np.float16) if answers is None else answers)


def save(path, sides):
    """Saves something of each side, whatever it is."""
    table = np.empty(2, object)
    table[:] = list(sides)
    np.save(path, table, allow_pickle=True)


def main():
    data, file, folder = map(pathlib.Path, sys.argv[1:4])
    part, parts = map(int, sys.argv[4:6] or (0, 1))
    folder.mkdir(exist_ok=True)
    lines = [f for f in (l.rstrip('\n').split('\t') for l in file.open()) if f[0] == 'pair']
    pairs, readings = [tuple(f[3:6]) for f in lines], [tuple(f[1:3]) for f in lines]
    cache = folder / 'words.npy'
    if not cache.exists():
        save(cache, words(data))
    left, right = ([w[2] for w in side] for side in np.load(cache, allow_pickle=True))
    mine = range(part, len(pairs), parts)
    ask(folder, 'dense', pairs, [i for i in mine if i < DENSE], left[:NEAR_LEFT], right[:NEAR_RIGHT])
    # what spans the others is known when all parts have come so far
    dense = [(i, np.load(p)) for i in range(min(DENSE, len(pairs))) if (p := folder / f'dense.{i}.npy').exists()]
    if len(dense) < min(DENSE, len(pairs)):
        sys.exit('ask the other parts about the first pairs too, then all of them again')
    dense = [(i, a) for i, a in dense if len(a)]
    rows = np.clip(np.nan_to_num(np.stack([a for _, a in dense]).astype(np.float64)), -60, 60)
    rows[:, :NEAR_LEFT] -= rows[:, :NEAR_LEFT].mean(1, keepdims=True)
    rows[:, NEAR_LEFT:] -= rows[:, NEAR_LEFT:].mean(1, keepdims=True)
    wide = [dense[k][0] for k in spanning(rows, WIDE)]
    thin = []
    for side, chance in ((rows[:, :NEAR_LEFT], 1), (rows[:, NEAR_LEFT:], 2)):
        chosen = spanning(side.T, 80)
        others = np.setdiff1d(np.arange(side.shape[1]), chosen)
        thin.append(sorted(chosen + list(np.random.default_rng(chance).permutation(others)[:THIN - len(chosen)])))
    save(folder / 'thin.npy', thin)
    ask(folder, 'wide', pairs, [i for i in wide if i in mine], left[NEAR_LEFT:], right[NEAR_RIGHT:])
    ask(folder, 'thin', pairs, [i for i in mine if i >= DENSE], [left[i] for i in thin[0]], [right[i] for i in thin[1]])
    ask(folder, 'marks', pairs, mine, MARKS_LEFT, MARKS_RIGHT)
    cache = folder / 'near.npy'
    if not cache.exists():
        save(cache, near_words(data, {m for f in readings for m in f}))
    found = np.load(cache, allow_pickle=True)
    for i in mine:
        ask(folder, 'near', pairs, [i], *([w[2] for w in side] for side in near(found, *readings[i])))


if __name__ == '__main__':
    main()
