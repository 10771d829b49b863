#!/usr/bin/env bash
# Brings the analysers that kstat is measured against into a folder and nowhere else: MeCab's program and library as
# Debian builds them, mecab-ko-dic 2.1.1 as its Python package compiles it, Vibrato 0.5.3 with that dictionary and
# connection ids in the order in which NSMC uses them, Kiwi. Needs apt-get, Python 3, cargo; takes a few minutes.
#
# usage: setup.sh FOLDER NSMC    NSMC: the film reviews, one a line
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
nsmc=$(realpath "$2")
mkdir -p "$1" && cd "$1"

[ -x mecab/usr/bin/mecab ] || {
	apt-get download mecab libmecab2
	for package in mecab_*.deb libmecab2_*.deb; do dpkg -x "$package" mecab; done
}
[ -d python ] || {
	python3 -m venv python
	python/bin/pip install -q python-mecab-ko-dic==2.1.1.post2 kiwipiepy==0.24.1
}
ln -sfn "$(echo python/lib/python*/site-packages/mecab_ko_dic/dictionary)" dictionary

[ -f vibrato.dic ] || {
	cp -r "$here/vibrato" . && (cd vibrato && CARGO_HOME=$PWD/../cargo cargo build -q --release)
	mkdir -p sources && python3 "$here/mecabdic.py" dictionary sources
	head -n 100000 "$nsmc" > sample.txt
	vibrato/target/release/vibrato-bench build sources sample.txt vibrato.dic
}
