"""The pairs of `kstat collocations --pretokenized --ordered --within document --window 4 --min-freq 5 TEXT`, by NLTK.

    python3 pairs_nltk.py TEXT OUT.tsv

NLTK's window of 5 words is a distance of 4. Its margins are divided by the window less one, so that its scores are not
those of kstat (and not those of anybody else); what is compared is the work: count, keep what was seen five times or more,
score, sort, write.
"""
import sys
import time
from nltk.collocations import BigramAssocMeasures, BigramCollocationFinder

start = time.time()
tokens = open(sys.argv[1], encoding='utf-8').read().split()
finder = BigramCollocationFinder.from_words(tokens, window_size=5)
finder.apply_freq_filter(5)
measures = BigramAssocMeasures()
log_likelihood = dict(finder.score_ngrams(measures.likelihood_ratio))
pmi = dict(finder.score_ngrams(measures.pmi))
rows = sorted(log_likelihood.items(), key=lambda x: (-x[1], x[0]))
with open(sys.argv[2], 'w', encoding='utf-8') as out:
    for (a, b), g2 in rows:
        out.write(f'{a}\t{b}\t{finder.ngram_fd[(a, b)]}\t{finder.word_fd[a]}\t{finder.word_fd[b]}\t{g2}\t{pmi[(a, b)]}\n')
print(f'{len(tokens)} tokens, {len(rows)} pairs: {time.time() - start:.1f} s', file=sys.stderr)
