#!/bin/sh
# Makes the tables of docs/accuracy.md again, between its markers. Takes about an hour on two cores.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
failures=${1:-$root/.local/ladder}
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

ladder() {
    name=$1
    shift
    echo "$name: ./hongbi ladder $*" >&2
    rm -rf "${failures:?}/$name"
    { echo "\`./hongbi ladder $*\`" && echo && "$root/hongbi" ladder "$@" --failures "$failures/$name"; } >"$made/$name"
}

ladder bubbles --kind bubbles --sheets 61
ladder bubbles-12mp --kind bubbles --sheets 10 --size 4032
ladder written --kind written --sheets 24
ladder written-12mp --kind written --sheets 4 --size 4032
ladder blank --blank --sheets 6
ladder mishaps --rungs mishaps --sheets 6

for kind in wrong doubtful; do
    [ ! -e "$failures/written/$kind.jpg" ] || cp "$failures/written/$kind.jpg" "$root/docs/images/ladder-$kind.jpg"
done
awk -v made="$made" '
    /^<!-- \/table/ { skipping = 0 }
    !skipping { print }
    /^<!-- table / {
        skipping = 1
        print ""
        file = made "/" $3
        while ((getline line < file) > 0) print line
        print ""
    }' "$root/docs/accuracy.md" >"$made/accuracy.md"
cp "$made/accuracy.md" "$root/docs/accuracy.md"
