#!/bin/sh
# Makes the tables of docs/accuracy.md again, or those that are named: docs/accuracy.sh bubbles written
# What was not read for certain and right is kept in .local/ladder. All take some ten minutes on two idle cores.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
kept=$root/.local/ladder
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

ladder() {
    name=$1
    shift
    case " $wanted " in
    *" $name "*) ;;
    *) return 0 ;;
    esac
    echo "$name: ./hongbi ladder $*" >&2
    rm -rf "${kept:?}/$name"
    "$root/hongbi" ladder "$@" --failures "$kept/$name" >"$made/out"
    { echo "\`./hongbi ladder $*\`" && echo && cat "$made/out"; } >"$made/$name"
    awk -v table="$name" -v file="$made/$name" '
        /^<!-- \/table/ { skipping = 0 }
        !skipping { print }
        $0 == "<!-- table " table " -->" {
            skipping = 1
            print ""
            while ((getline line < file) > 0) print line
            print ""
        }' "$root/docs/accuracy.md" >"$made/accuracy.md"
    cp "$made/accuracy.md" "$root/docs/accuracy.md"
}

wanted=${*:-bubbles bubbles-12mp written written-12mp blank mishaps}
ladder bubbles --kind bubbles --sheets 61
ladder bubbles-12mp --kind bubbles --sheets 6 --size 4032
ladder written --kind written --sheets 24
ladder written-12mp --kind written --sheets 3 --size 4032
ladder blank --blank --sheets 6
ladder mishaps --rungs mishaps --sheets 6
for kind in wrong doubtful; do
    [ ! -e "$kept/written/$kind.jpg" ] || cp "$kept/written/$kind.jpg" "$root/docs/images/ladder-$kind.jpg"
done
