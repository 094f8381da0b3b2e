#!/bin/bash
# Checks a file in N shards with GNU parallel, at most JOBS at once, and merges the shards.
# If it is run again after an interruption, each shard continues where it stopped.
#
#   examples/parallel/run.sh library.smi verdicts.ndjson 2026-09-01 8
set -eu
input=$1 output=$2 day=$3 parts=$4
COVERAGE=${COVERAGE:-coverage}
folder="$output.parts"
mkdir -p "$folder"
part() {
  local code=0
  $COVERAGE batch "$1" --as-of "$2" --shard "$3/$4" --resume --workers 1 --quiet -o "$5/part-$3.ndjson" || code=$?
  # Exit code 3: some inputs were unreadable. They are rows of the result, so this is not a failure.
  [ "$code" -eq 3 ] || return "$code"
}
export -f part
export COVERAGE
seq "$parts" | parallel --jobs "${JOBS:-100%}" --halt soon,fail=1 part "$input" "$day" {} "$parts" "$folder"
code=0
$COVERAGE merge "$folder"/part-*.ndjson -o "$output" || code=$?
[ "$code" -eq 3 ] || exit "$code"
