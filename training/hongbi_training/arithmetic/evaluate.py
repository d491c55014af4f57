"""Counts what the line model reads: python -m hongbi_training.arithmetic.evaluate lines|pages|certainty|sweep ...

lines: on lines of one part, by the exported model. pages: readings of `./hongbi read --kind arithmetic` (one JSON object a
line) against the truth.json of hongbi_training.arithmetic.pages. certainty: the weights that fit them. sweep: what each certainty
from which a sum is judged would give.
"""

import argparse
import json
import math
import pathlib

import numpy as np

from .alphabet import LABELS
from .certainty import JUDGED, evidence, fitted, judged, meaning, told
from .exercises import overlooked
from .pool import Pool
from .reader import LineModel


def wilson(k: int, n: int) -> tuple[float, float]:
    """95 % interval of a share."""
    if n == 0:
        return 0.0, 1.0
    z, p = 1.96, k / n
    middle, half = p + z * z / 2 / n, z * math.sqrt(p * (1 - p) / n + z * z / 4 / n / n)
    return (middle - half) / (1 + z * z / n), (middle + half) / (1 + z * z / n)


def share(k: int, n: int) -> str:
    low, high = wilson(k, n)
    return f"{100 * k / max(n, 1):.2f} % ({k}/{n}; {100 * low:.2f}-{100 * high:.2f})"


def distance(a: list, b: list) -> int:
    """Levenshtein's."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]


def lines(pool: Pool, model: LineModel) -> dict:
    """Characters and lines right, print and hand told, and what is accepted."""
    count = dict.fromkeys(("characters", "errors", "errors_of_sign", "right", "signs_right", "accepted", "accepted_wrong"), 0)
    for i in range(len(pool)):
        truth = [LABELS[k] for k in pool.truth(i)]
        read, p = model.read(pool.image(i))[0]
        count["characters"] += len(truth)
        count["errors"] += distance(read, truth)
        count["errors_of_sign"] += distance([s[-1] for s in read], [s[-1] for s in truth])
        count["right"] += read == truth
        count["signs_right"] += [s[-1] for s in read] == [s[-1] for s in truth]
        if p >= model.settings["accept"]:
            count["accepted"] += 1
            count["accepted_wrong"] += read != truth
    return count | {"lines": len(pool)}


def said(c: dict) -> str:
    n = c["lines"]
    return "\n".join([
        f"characters right       {share(c['characters'] - c['errors'], c['characters'])}",
        f"... but for print/hand {share(c['characters'] - c['errors_of_sign'], c['characters'])}",
        f"lines right            {share(c['right'], n)}",
        f"... but for print/hand {share(c['signs_right'], n)}",
        f"lines accepted         {share(c['accepted'], n)}",
        f"accepted and wrong     {share(c['accepted_wrong'], c['accepted'])}",
    ])


def _inside(quad: np.ndarray, point: np.ndarray) -> bool:
    edges = np.roll(quad, -1, 0) - quad
    to = point - quad
    cross = edges[:, 0] * to[:, 1] - edges[:, 1] * to[:, 0]
    return bool((cross >= 0).all() or (cross <= 0).all())


def page(truth: dict, reading: dict) -> list[tuple[dict, dict | None]]:
    """Every true expression with the item that covers its middle, and every other item with None on its left."""
    items = list(reading.get("items", []))
    pairs = []
    for expression in truth["expressions"]:
        middle = np.mean(expression["quad"], 0)
        over = [i for i in items if _inside(np.array(i["region"], float), middle)]
        over.sort(key=lambda i: float(np.abs(np.mean(i["region"], 0) - middle).sum()))
        item = over[0] if over else None
        if item is not None:
            items.remove(item)
        pairs.append((expression, item))
    return pairs + [(None, item) for item in items]


COUNTS = ("expressions", "found", "print", "judged", "doubtful", "wrong", "missed", "spurious", "spurious_sure",
          "wrong_true", "wrong_called_right", "right_true", "right_called_wrong", "retake", "misread", "misread_told")


def counts(pairs: list[tuple[dict, dict | None]], enough: dict[str, float] | None = None) -> dict:
    c = dict.fromkeys(COUNTS, 0)
    for truth, item in pairs:
        if truth is None:
            c["spurious"] += 1
            c["spurious_sure"] += judged(item, enough) != "doubtful"
            continue
        c["expressions"] += 1
        c["wrong_true"] += truth["verdict"] == "wrong"
        c["right_true"] += truth["verdict"] == "right"
        if item is None:
            c["missed"] += 1
            continue
        c["found"] += 1
        c["print"] += item["expression"] == truth["expression"]
        said = judged(item, enough)
        if said == "doubtful":
            c["doubtful"] += 1
        elif said == truth["verdict"]:
            c["judged"] += 1
            misread = (item["expression"], item["response"]) != (truth["expression"], truth["response"])
            c["misread"] += misread
            c["misread_told"] += misread and told(item)
        else:
            c["wrong"] += 1
            c["wrong_called_right"] += (truth["verdict"], said) == ("wrong", "right")
            c["right_called_wrong"] += (truth["verdict"], said) == ("right", "wrong")
    return c


def pages(truths: list[dict], readings: dict[str, dict], show: int) -> None:
    by_rung: dict[str, dict] = {}
    for truth in truths:
        reading = readings[truth["file"]].get("reading", {})
        back = reading.get("quality", {}).get("verdict") != "ok"
        pairs = [] if back else page(truth, reading)
        c = counts(pairs) | {"retake": int(back), "pages": 1}
        total = by_rung.setdefault(truth.get("rung", "all"), dict.fromkeys(c, 0))
        for k, v in c.items():
            total[k] += v
        for e, item in pairs:
            if show and e and item and judged(item) not in ("doubtful", e["verdict"]):
                show -= 1
                print("WRONG", truth["file"], e["expression"], e["response"], "read", item["expression"], item["response"], item["state"], item["confidence"])
    print("| rung | pages (sent back, not counted) | expressions | found | printed part right | judged right | doubtful | judged wrongly | wrong called right | right called wrong | rightly, though misread (and told so) | found where none is (sure) |")
    print("|---|---|---|---|---|---|---|---|---|---|---|---|")
    for rung, c in by_rung.items():
        n = c["expressions"]
        print(f"| {rung} | {c['pages']} ({c['retake']}) | {n} | {share(c['found'], n)} | {share(c['print'], n)} | {share(c['judged'], n)} | "
              f"{share(c['doubtful'], n)} | {share(c['wrong'], n)} | {c['wrong_called_right']}/{c['wrong_true']} | "
              f"{c['right_called_wrong']}/{c['right_true']} | {c['misread']} ({c['misread_told']}) | {c['spurious']} ({c['spurious_sure']}) |")


def pairs(truths: list[dict], readings: dict[str, dict]) -> dict[str, list[tuple[dict, dict | None]]]:
    """Of all pages that were not sent back, by rung."""
    by_rung: dict[str, list] = {}
    for truth in truths:
        reading = readings[truth["file"]].get("reading", {})
        if reading.get("quality", {}).get("verdict") == "ok":
            by_rung.setdefault(truth.get("rung", "all"), []).extend(page(truth, reading))
    return by_rung


def certainty(truths: list[dict], readings: dict[str, dict]) -> None:
    """Prints the weights of certainty.WRONG, and of how many answers they come."""
    wrong = [(evidence(i), e["verdict"] == "wrong") for some in pairs(truths, readings).values() for e, i in some
             if e and i and i["response"] is not None and meaning(i) == "wrong" and not overlooked(i["expression"], i["response"])]
    print(np.round(fitted(*map(list, zip(*wrong))), 2).tolist(), "of", len(wrong))


THRESHOLDS = {"right": (0.5, 0.6, 0.7, 0.8, 0.9), "wrong": (0.94, 0.96, 0.98, 0.985, 0.99)}


def sweep(truths: list[dict], readings: dict[str, dict]) -> None:
    """The shares judged rightly and wrongly of all true expressions, by the two thresholds."""
    by_rung = pairs(truths, readings)
    print("| right from | wrong from | judged right | judged wrongly | on the worst rung | wrong called right | right called wrong |")
    print("|---|---|---|---|---|---|---|")
    for right in THRESHOLDS["right"]:
        for wrong in THRESHOLDS["wrong"]:
            rungs = [counts(some, JUDGED | {"right": right, "wrong": wrong}) for some in by_rung.values()]
            c = {k: sum(rung[k] for rung in rungs) for k in rungs[0]}
            worst = max(100 * rung["wrong"] / rung["expressions"] for rung in rungs)
            print(f"| {right} | {wrong} | {share(c['judged'], c['expressions'])} | {share(c['wrong'], c['expressions'])} | {worst:.2f} | "
                  f"{c['wrong_called_right']}/{c['wrong_true']} | {c['right_called_wrong']}/{c['right_true']} |")


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("what", choices=("lines", "pages", "certainty", "sweep"))
    parse.add_argument("--pool", type=pathlib.Path, help="a pool's npz")
    parse.add_argument("--truth", type=pathlib.Path)
    parse.add_argument("--readings", type=pathlib.Path)
    parse.add_argument("--show", type=int, default=0, help="so many of what was judged wrongly")
    a = parse.parse_args()
    if a.what == "lines":
        with np.load(a.pool) as z:
            print(said(lines(Pool(*(z[k] for k in ("images", "ends", "labels", "label_ends"))), LineModel())))
        return
    read = [json.loads(line) for line in a.readings.read_text().splitlines() if line.startswith("{")]
    truths, readings = json.loads(a.truth.read_text()), {r["file"]: r for r in read}
    if a.what == "pages":
        pages(truths, readings, a.show)
    else:
        {"certainty": certainty, "sweep": sweep}[a.what](truths, readings)


if __name__ == "__main__":
    main()
