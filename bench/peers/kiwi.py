"""Kiwi as kstat is measured against it: one thread, its largest model, lines in, morphemes out.

usage: kiwi.py MODEL < TEXT > MORPHEMES    MODEL: cong, cong-global; prints seconds without loading on stderr
"""
import sys
import time

from kiwipiepy import Kiwi

kiwi = Kiwi(num_workers=1, model_type=sys.argv[1])
kiwi.tokenize('준비')
lines = sys.stdin.read().split('\n')
start = time.process_time()
for line in lines:
    sys.stdout.write(' '.join(f'{t.form}/{t.tag}' for t in kiwi.tokenize(line)) + '\n')
print(f'{time.process_time() - start:.3f}', file=sys.stderr)
