#!/bin/sh
# Times kstat against pandas with SciPy and against NLTK, one after the other in one run, each several times; prints the
# medians and their ratios.
#
#     bench/side_by_side.sh KSTAT PYTHON LOW HIGH
#
# LOW and HIGH are texts, a document a line (the commands in README.md make them); PYTHON has pandas, SciPy and NLTK.
set -eu
kstat=$1 python=$2 low=$3 high=$4
here=$(dirname "$0")
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
for s in low high; do
	eval "text=\$$s"
	"$kstat" freq --pretokenized "$text" | cut -f 2,4 > "$tmp/$s.tsv"
done

seconds() { # of a command, in hundredths
	rm -f "$tmp/out" # or the time would be that of emptying it too, 0.08 s for the half gigabyte of the one before
	from=$(date +%s%N)
	"$@" > "$tmp/out" 2> /dev/null
	echo $((($(date +%s%N) - from) / 10000000))
}
median() { sort -n | sed -n "$((($1 + 1) / 2))p"; }

for i in 1 2 3; do
	seconds "$python" "$here/keyness_pandas.py" "$tmp/low.tsv" "$tmp/high.tsv" "$tmp/out" >> "$tmp/pandas"
	seconds "$python" "$here/pairs_nltk.py" "$low" "$tmp/out" >> "$tmp/nltk"
	for j in 1 2 3; do
		seconds "$kstat" compare --freq-list --measures all "$tmp/low.tsv" "$tmp/high.tsv" >> "$tmp/lists"
		seconds "$kstat" collocations --pretokenized --ordered --within document --window 4 --min-freq 5 "$low" >> "$tmp/pairs"
	done
done
pandas=$(median 3 < "$tmp/pandas") nltk=$(median 3 < "$tmp/nltk") lists=$(median 9 < "$tmp/lists") pairs=$(median 9 < "$tmp/pairs")
awk "BEGIN {
	printf \"all keyness measures: pandas and SciPy %.2f s, kstat %.2f s, ratio %.1f\n\", $pandas/100, $lists/100, $pandas/$lists
	printf \"pairs within five words: NLTK %.2f s, kstat %.2f s, ratio %.1f\n\", $nltk/100, $pairs/100, $nltk/$pairs
}"
