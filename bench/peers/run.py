"""Times kstat side by side with MeCab, Vibrato and Kiwi, on one core, in turn, as whole processes.

usage: run.py FOLDER KSTAT TEXT ...    FOLDER: as setup.sh made it; KSTAT: the program; TEXT: files, a sentence or so a line

What is compared is processor time, user and system, which another program on the machine disturbs less than the clock.
MeCab and kstat are taken with all that they do from start to exit; of Vibrato and Kiwi what a run over no text takes is
taken off, since both are libraries that are loaded once. Each figure is the median of RUNS runs; ratios are medians of
the ratios of neighbouring runs. Texts of less than 5 MB are run three times as often. Kiwi reads the first KIWI bytes of a
text only, and at most three times.
"""
import os
import statistics
import subprocess
import sys
import tempfile

RUNS = int(os.environ.get('RUNS', 5))
CORE = int(os.environ.get('CORE', 1))
KIWI = 1 << 20


def cpu(command, text, env=None):
    """Processor seconds and the most resident memory, in MB, of a command that reads a text."""
    with open(text, 'rb') as stdin, open(os.devnull, 'wb') as null:
        p = subprocess.Popen(command, stdin=stdin, stdout=null, stderr=null, env={**os.environ, **(env or {})},
                             preexec_fn=lambda: os.sched_setaffinity(0, {CORE}))
        _, status, usage = os.wait4(p.pid, 0)
    if status:
        sys.exit(f'{command} failed')
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main(folder, kstat, texts):
    python, empty = f'{folder}/python/bin/python', os.devnull
    tools = {
        'mecab': ([f'{folder}/mecab/usr/bin/mecab', '-r', '/dev/null', '-d', f'{folder}/dictionary', '-O', 'wakati', '-b', '200000'],
                  {'LD_LIBRARY_PATH': f'{folder}/mecab/usr/lib/x86_64-linux-gnu'}, False),
        'vibrato': ([f'{folder}/vibrato/target/release/vibrato-bench', 'run', f'{folder}/vibrato.dic'], None, True),
        'kstat': ([kstat, 'tokenize', '--threads', '1'], None, False),
    }
    kiwis = {f'kiwi {m}': ([python, os.path.join(os.path.dirname(os.path.abspath(__file__)), 'kiwi.py'), m], None, True)
             for m in ('cong', 'cong-global')}
    print(f'{"text":12} {"tool":16} {"MB":>6} {"seconds":>8} {"MB/s":>7} {"MB resident":>11}  kstat is so many times as fast')
    for text in texts:
        start = open(text, 'rb').read(KIWI)
        part = tempfile.NamedTemporaryFile()
        part.write(start[:start.rfind(b'\n') + 1])
        part.flush()
        often = RUNS if os.path.getsize(text) > 5e6 else 3 * RUNS
        for path, row, runs in ((text, tools, often), (part.name, {**kiwis, 'kstat': tools['kstat']}, min(RUNS, 3))):
            size = os.path.getsize(path) / 1e6
            load = {name: statistics.median(cpu(c, empty, env)[0] for _ in range(3)) if net else 0 for name, (c, env, net) in row.items()}
            times, memory = {name: [] for name in row}, {}
            for _ in range(runs + 1):  # the first warms up
                for name, (c, env, _) in row.items():
                    seconds, memory[name] = cpu(c, path, env)
                    times[name].append(max(seconds - load[name], 1e-4))
            for name in row:
                t = times[name][1:]
                ratio = statistics.median(a / b for a, b in zip(t, times['kstat'][1:]))
                s = statistics.median(t)
                print(f'{os.path.basename(text):12} {name:16} {size:6.2f} {s:8.3f} {size / s:7.2f} {memory[name]:11.0f}  {ratio:.2f}', flush=True)


if __name__ == '__main__':
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
