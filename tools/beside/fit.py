#!/usr/bin/env python3
"""Makes vectors of pairs of readings and of words from the answers that ask.py got, such that their products are near the answers.

usage: fit.py PAIRS FOLDER > tokenize/train/beside.tsv     (pip install numpy; PAIRS, FOLDER: see ask.py)

PAIRS has one more column: how often the text has surfaces that may be either reading.

For each side, the answers less the mean of each pair, bounded to 8 nats, are factored into vectors of RANK numbers, pairs and words in turn
(alternating least squares with a ridge). The vectors of words to the left are then taken apart into one of the first morpheme and one of
the last, or of the tag where that is the only one; and words to the right get a mean for each tag, for such as are not here. A rotation
makes all numbers of a vector about as large, so that a byte holds each. Of the words near a reading, those are kept too about which answer
and product differ most, with the difference, what says most of the reading before what says less. What the text has often it tells by itself: all that is told of a
pair counts the less, the more often the text has it.
"""
import pathlib
import sys

import numpy as np

from ask import MARKS_LEFT, MARKS_RIGHT, NEAR, NEAR_LEFT, NEAR_RIGHT, near

RANK = 32
BOUND = 8.
RIDGE = 3.
WEIGHT = .96  # of the products, beside all else that the choice reads
FREQUENT = 10000  # with so many tokens in the text, what is told of a pair counts half
MOST = 6.  # what the choice takes from one side at most
ADDED = 300000  # differences that are kept


def answers(pairs, folder, counts):
    """For each side a matrix of the answers, pairs by words and marks, NaN where nothing was asked; and the numbers of the pairs."""
    thin = np.load(folder / 'thin.npy', allow_pickle=True)
    left, right = counts
    places = {
        'dense': (np.arange(NEAR_LEFT), np.arange(NEAR_RIGHT)),
        'wide': (np.arange(NEAR_LEFT, left), np.arange(NEAR_RIGHT, right)),
        'thin': tuple(np.array(list(t), int) for t in thin),
        'marks': (left + np.arange(len(MARKS_LEFT)), right + np.arange(len(MARKS_RIGHT))),
    }
    sizes = left + len(MARKS_LEFT), right + len(MARKS_RIGHT)
    kept, rows = [], ([], [])
    for i in range(len(pairs)):
        row = [np.full(n, np.nan, np.float32) for n in sizes]
        for name, at in places.items():
            path = folder / f'{name}.{i}.npy'
            a = np.load(path) if path.exists() else np.zeros(0)
            if len(a):
                row[0][at[0]], row[1][at[1]] = a[:len(at[0])], a[len(at[0]):]
        if np.isfinite(row[0]).sum() > len(MARKS_LEFT):
            kept.append(i)
            for side in (0, 1):
                row[side][~np.isfinite(row[side])] = np.nan
                rows[side].append(row[side])
    return kept, [np.stack(r) for r in rows]


def factor(m, weight, near):
    """Vectors of pairs and of words, the weighted mean of the latter nought. The start is what the first words tell of the first pairs."""
    asked = np.isfinite(m)
    dense = asked[:, :near].mean(1) > .9
    start = m[dense][:, :near]
    start = np.nan_to_num(np.clip(start - np.nanmean(start, 1, keepdims=True), -BOUND, BOUND))
    _, s, v = np.linalg.svd(start, full_matrices=False)
    words = np.zeros((m.shape[1], RANK))
    words[:near] = v[:RANK].T * np.sqrt(s[:RANK])
    known = np.arange(m.shape[1]) < near
    pairs, mean = np.zeros((len(m), RANK)), np.zeros(len(m))
    ridge = RIDGE * np.eye(RANK)
    for turn in range(6):
        free = np.zeros((RANK + 1, RANK + 1))
        free[:RANK, :RANK] = ridge
        for k in range(len(m)):
            o = asked[k] & known
            x, y = np.c_[words[o], np.ones(o.sum())], m[k, o]
            if turn:
                y = np.clip(y, mean[k] - BOUND, mean[k] + BOUND)
            both = np.linalg.solve(x.T @ x + free, x.T @ y)
            pairs[k], mean[k] = both[:RANK], both[RANK]
        about = np.clip(m - mean[:, None], -BOUND, BOUND)
        for c in range(m.shape[1]):
            if (o := asked[:, c]).any():
                words[c], known[c] = np.linalg.solve(pairs[o].T @ pairs[o] + ridge, pairs[o].T @ about[o, c]), True
        centre = weight @ words / weight.sum()
        words -= centre
        mean += pairs @ centre
    about = np.where(asked, np.clip(m - mean[:, None], -BOUND, BOUND), 0)
    error = np.where(asked, about - pairs @ words.T, 0)
    print(f'explained {1 - (error**2).sum() / (about**2).sum():.3f}', file=sys.stderr)
    return pairs, words, mean


def differences(kept, readings, counts, folder, sides):
    """What is to be added to a product: (how much it matters, number of the pair, side, word, difference), the most important first."""
    found = np.load(folder / 'near.npy', allow_pickle=True)
    out = []
    for k, i in enumerate(kept):
        asked = near(found, *readings[i])
        path = folder / f'near.{i}.npy'
        answers = np.load(path).astype(float) if path.exists() else np.zeros(0)
        if len(answers) != len(asked[0]) + len(asked[1]):
            continue
        for side, (words, part) in enumerate(zip(asked, np.split(answers, [len(asked[0])]))):
            pairs, mean, vector = sides[side]
            for (word, end, _, place), answer in zip(words, part):
                if np.isfinite(answer):
                    product = WEIGHT * (pairs[k] @ vector(word, end))
                    told = WEIGHT * counts[k] * np.clip(answer - mean[k], -BOUND, BOUND)
                    matters = abs(np.clip(told, -MOST, MOST) - np.clip(product, -MOST, MOST)) / (1 + place / NEAR)
                    out.append((matters, i, side, word, told - product))
    return sorted(out, key=lambda d: (-d[0], d[1:4]))


def apart(keys, words, weight):
    """Vectors of first and of last morphemes whose sums are near those of the words."""
    firsts, lasts = ({k: i for i, k in enumerate(dict.fromkeys(side))} for side in zip(*keys))
    f, l = (np.array([n[k] for k in side]) for n, side in ((firsts, [k[0] for k in keys]), (lasts, [k[1] for k in keys])))
    a, b = np.zeros((len(firsts), RANK)), np.zeros((len(lasts), RANK))

    def means(at, n, rest, ridge):
        total = np.bincount(at, weight, n) + ridge
        return np.stack([np.bincount(at, weight * rest[:, j], n) for j in range(RANK)], 1) / total[:, None]

    for _ in range(30):
        b = means(l, len(lasts), words - a[f], .3)
        a = means(f, len(firsts), words - b[l], 1.)
    return dict(zip(firsts, a)), dict(zip(lasts, b))


def tag(morph):
    return morph.rpartition('/')[2].split('-')[0]


def main():
    file, folder = map(pathlib.Path, sys.argv[1:3])
    pairs = [f[1:7] for f in (l.rstrip('\n').split('\t') for l in file.open()) if f[0] == 'pair']
    left, right = np.load(folder / 'words.npy', allow_pickle=True)
    kept, (ml, mr) = answers(pairs, folder, (len(left), len(right)))
    common = np.mean([w[1] for w in left[:NEAR_LEFT]])
    counts = np.array([FREQUENT / (FREQUENT + float(pairs[i][5])) for i in kept])
    # of a word that is all of a piece the last morpheme is known by its tag
    keys = [(f, l if f != l else '=' + tag(l)) for f, l in (w[0] for w in left)] + [(m, '') for m in MARKS_LEFT]
    after = [w[0] for w in right] + MARKS_RIGHT
    wl, wr = (np.sqrt([w[1] for w in side] + [common] * n) for side, n in ((left, len(MARKS_LEFT)), (right, len(MARKS_RIGHT))))
    wl, wr = wl / wl.mean(), wr / wr.mean()
    pl, vl, meanl = factor(ml, wl, NEAR_LEFT)
    pr, vr, meanr = factor(mr, wr, NEAR_RIGHT)
    pl, pr = pl * counts[:, None], pr * counts[:, None]
    first, last = apart(keys, vl, wl)
    tags = {}
    for m, v, n in zip(after, vr, wr):
        if '/' in m:
            total = tags.setdefault(tag(m), [np.zeros(RANK), 0])
            total[0] += n * v
            total[1] += n
    behind, none = dict(zip(after, vr)), np.zeros(RANK)

    def to_left(word, end):
        return first.get(word, none) + last.get(end if end != word else '=' + tag(word), none)

    def to_right(word, end):
        return behind[word] if word in behind else tags[tag(word)][0] / tags[tag(word)][1] if tag(word) in tags else none

    turn, _ = np.linalg.qr(np.random.default_rng(7).normal(size=(RANK, RANK)))
    unit = lambda vectors: np.percentile(np.abs(np.array(vectors) @ turn), 99.7) / 127
    of_words, of_pairs = unit([*first.values(), *last.values(), *vr]), unit([*pl, *pr])

    def written(v, unit):
        return np.clip(np.round(v @ turn / unit), -127, 127).astype(np.int8).tobytes().hex()

    print('scale', f'{WEIGHT * of_words * of_pairs:.9g}', sep='\t')
    for k, i in enumerate(kept):
        print('pair', *pairs[i], written(pl[k], of_pairs), written(pr[k], of_pairs), sep='\t')
    for m, v in first.items():
        print('first', m, written(v, of_words), sep='\t')
    for m, v in last.items():
        if m:
            print(*(('alone', m[1:]) if m[0] == '=' else ('last', m)), written(v, of_words), sep='\t')
    for m, v in zip(after, vr):
        print('after', m, written(v, of_words), sep='\t')
    for t, (v, n) in tags.items():
        print('tag', t, written(v / n, of_words), sep='\t')
    sides = (pl, meanl, to_left), (pr, meanr, to_right)
    added = {}
    for _, i, side, word, value in differences(kept, [p[:2] for p in pairs], counts, folder, sides)[:ADDED]:
        if value := int(np.clip(round(16 * value), -127, 127)):
            added.setdefault((i, side), []).append(f'{word}:{value}')
    for (i, side), values in sorted(added.items()):
        print(('left', 'right')[side], *pairs[i][:2], ' '.join(sorted(values)), sep='\t')


if __name__ == '__main__':
    main()
