"""Judges the exported models on writers and sources they were not trained on: counts, intervals, confusions, failures."""

import dataclasses
import time
from collections import Counter

import cv2
import numpy as np

from ..evaluate import rate, wilson
from . import boxes, bubbles
from .camera import HARD, MILD, SCAN, USUAL, Conditions
from .characters import DIGITS, LETTERS, SIGNS
from .pool import Pool, make
from .reader import GlyphModel, softmax

CONDITIONS: dict[str, Conditions] = {"scan": SCAN, "mild": MILD, "usual": USUAL, "hard": HARD}
REFUSED = ("empty", "crossed-out", "unclear")


@dataclasses.dataclass(frozen=True)
class Judged:
    """truth: labels as drawn; found: the likeliest label; confidence: its calibrated probability."""

    truth: np.ndarray
    found: np.ndarray
    confidence: np.ndarray

    def __len__(self) -> int:
        return len(self.truth)

    def where(self, which) -> "Judged":
        return Judged(self.truth[which], self.found[which], self.confidence[which])

    @property
    def right(self) -> np.ndarray:
        return self.truth == self.found

    def accepted(self, threshold: float) -> "Judged":
        """What is sure and says a character, not a refusal."""
        return self.where((self.confidence >= threshold) & ~np.isin(self.found, REFUSED))


def judge(truth: np.ndarray, logits: np.ndarray, settings: dict) -> Judged:
    p = softmax(logits, settings["temperature"])
    return Judged(truth.astype(str), np.array(settings["labels"])[p.argmax(1)], p.max(1))


def of_model(model: GlyphModel, pool: Pool, output: str) -> Judged:
    parts = [model.run(pool.crops[i : i + 500])[output] for i in range(0, len(pool), 500)]
    return judge(pool.labels, np.concatenate(parts), model.settings["outputs"][output])


def digits_row(name: str, judged: Judged, threshold: float) -> str:
    """A row of: population, right before rejection, accepted, wrong among accepted."""
    sure = judged.accepted(threshold)
    wrong = int((~sure.right).sum())
    return (f"| {name} | {rate(int(judged.right.sum()), len(judged))} | {rate(len(sure), len(judged))} | "
            f"{wrong}/{len(sure)} = {100 * wrong / max(len(sure), 1):.2f} % {interval(wrong, len(sure))} |")


def interval(hits: int, n: int) -> str:
    """The 95 % Wilson interval in per cent."""
    low, high = wilson(hits, n)
    return f"[{100 * low:.2f}, {100 * high:.2f}]"


HEAD = ["| population | right before rejection | accepted | wrong among accepted |", "|---|---|---|---|"]


def populations(parts: tuple[str, ...] = ("test",)) -> dict[str, tuple[str, str, tuple[str, ...]]]:
    """name -> source, kind and labels of what is judged."""
    return {
        "digits, MNIST test part": ("mnist", "digits", DIGITS), "digits, UNIPEN unseen writers": ("unipen", "digits", DIGITS),
        "digits, BHMSDS test part (writers seen)": ("bhmsds", "digits", DIGITS),
        "signs, UNIPEN unseen writers": ("unipen", "digits", SIGNS), "signs, BHMSDS test part (writers seen)": ("bhmsds", "digits", ("plus", "minus")),
        "letters, UNIPEN unseen writers": ("unipen", "letters", LETTERS),
        "letters A B C D F, EMNIST test part (both cases)": ("emnist", "letters", LETTERS),
    }


def once(source: str, part: str, labels: tuple[str, ...], conditions: Conditions, seed: int = 78, most: int = 5000) -> Pool:
    """Every character of some labels of a part once, at most so many in all."""
    desk, drawn = boxes.Desk(source, part), []
    for label in labels:
        some = desk.by_label.get(label, [])
        for k, character in enumerate(some[: max(1, most // len(labels))]):
            rng = np.random.default_rng([seed, labels.index(label), k])
            drawn.append((label, boxes.written(rng, desk, label, character, conditions)))
    found = [label for label, _ in drawn]
    return Pool(np.stack([c for _, c in drawn]), np.array([boxes.targets(l) for l in found], np.int8), np.array(found), np.array([source] * len(found)))


def refusals(model: GlyphModel, n: int, conditions: Conditions, seed: int = 79) -> list[str]:
    """Of boxes without one clear character, how many are taken for one."""
    lines = ["| box | refused | taken for a digit or sign, sure | taken for a letter, sure |", "|---|---|---|---|"]
    for label, draw in boxes.REFUSALS.items():
        crops = []
        for k in range(n):
            source = ("unipen", "mnist", "bhmsds")[k % 3]
            rng = np.random.default_rng([seed, boxes.REFUSED.index(label), k])
            crops.append(draw(rng, _desk(source), conditions))
        run = model.run(np.stack(crops))
        cells = []
        for output in ("digits", "letters"):
            judged = judge(np.array([label] * n), run[output], model.settings["outputs"][output])
            if output == "digits":
                cells.append(rate(int(np.isin(judged.found, REFUSED).sum()), n))
            cells.append(rate(len(judged.accepted(model.settings["outputs"][output]["accept"])), n))
        lines.append(f"| {label} | " + " | ".join(cells) + " |")
    return lines


_desks: dict[str, boxes.Desk] = {}


def _desk(source: str) -> boxes.Desk:
    if source not in _desks:
        _desks[source] = boxes.Desk(source, "test")
    return _desks[source]


def confusion(judged: Judged, rows: tuple[str, ...], columns: tuple[str, ...]) -> list[str]:
    pairs = Counter(zip(judged.truth.tolist(), judged.found.tolist()))
    lines = ["| | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
    return lines + [f"| {t} | " + " | ".join(str(pairs[t, f] or "") for f in columns) + " |" for t in rows]


def coverage(judged: Judged) -> list[str]:
    lines = ["| threshold | accepted | wrong among accepted |", "|---|---|---|"]
    for t in (0.0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999):
        sure = judged.accepted(t)
        wrong = int((~sure.right).sum())
        lines.append(f"| {t} | {rate(len(sure), len(judged))} | {wrong}/{len(sure)} {interval(wrong, len(sure))} |")
    return lines


def report(characters: GlyphModel, marks: GlyphModel, most: int = 2000) -> str:
    """Markdown tables of every population (at most so many crops of each), confusions, risk and coverage, refusals, marks."""
    lines, digits = [], {"mild": [], "usual": []}
    for name, conditions in CONDITIONS.items():
        lines += ["", f"Conditions: {name}.", "", *HEAD]
        for population, (source, output, labels) in populations().items():
            judged = of_model(characters, once(source, "test", labels, conditions, most=most), output)
            lines.append(digits_row(population, judged, characters.settings["outputs"][output]["accept"]))
            if labels == DIGITS and name in digits:
                digits[name].append(judged)
    for name, parts in digits.items():
        every = Judged(*(np.concatenate([getattr(j, f.name) for j in parts]) for f in dataclasses.fields(Judged)))
        lines += ["", f"Digits of all test parts, {name} conditions (rows: truth, columns: read):", ""]
        lines += confusion(every, DIGITS, boxes.DIGIT_LABELS)
        lines += ["", "Risk and coverage of the same:", "", *coverage(every)]
    lines += ["", "Boxes that hold no one character, usual conditions:", "", *refusals(characters, most // 4, USUAL)]
    for name, conditions in CONDITIONS.items():
        pool = make("marks", "test", most // 2, 80, (conditions,))
        judged = of_model(marks, pool, "marks")
        accept = marks.settings["outputs"]["marks"]["accept"]
        sure = judged.where(judged.confidence >= accept)
        lines += ["", f"Bubbles, conditions {name}: {rate(int(judged.right.sum()), len(judged))} right; sure {rate(len(sure), len(judged))}, "
                  f"of which wrong {rate(int((~sure.right).sum()), len(sure))}.", ""]
        lines += confusion(judged, bubbles.LABELS, bubbles.LABELS)
    return "\n".join(lines)


def milliseconds(model: GlyphModel, n: int = 40, times: int = 100) -> float:
    """Median CPU milliseconds of one run over n crops on one core."""
    crops, runs = np.full((n, model.window.height, model.window.width), 200, np.uint8), []
    for _ in range(times):
        start = time.process_time()
        model.run(crops)
        runs.append(time.process_time() - start)
    return 1e3 * float(np.median(runs))


if __name__ == "__main__":
    cv2.setNumThreads(1)
    print(report(GlyphModel("characters"), GlyphModel("marks")))
