"""Judges the exported model on populations it was not trained on, and says so with counts and intervals."""

import dataclasses
import math
import time
from collections import Counter

import cv2
import numpy as np

from . import real, sources
from .pool import Studio, cells
from .reader import CLASSES, PageModel, Reading

LIMITS = (0.05, 0.9)


@dataclasses.dataclass
class Case:
    population: str
    name: str
    homework: bool
    share: float | None
    reading: Reading
    sure: bool = True

    @property
    def completion(self) -> str | None:
        return None if self.share is None else CLASSES[(self.share >= LIMITS[0]) + (self.share >= LIMITS[1])]


def wilson(hits: int, n: int, z: float = 1.96) -> tuple[float, float]:
    """The 95 % Wilson interval of a proportion."""
    if n == 0:
        return 0.0, 1.0
    p = hits / n
    centre, half = p + z * z / (2 * n), z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return max(0.0, (centre - half) / (1 + z * z / n)), min(1.0, (centre + half) / (1 + z * z / n))


def rate(hits: int, n: int) -> str:
    low, high = wilson(hits, n)
    return f"{hits}/{n} = {100 * hits / max(n, 1):.1f} % [{100 * low:.1f}, {100 * high:.1f}]"


def macro_f1(cases: list[Case]) -> float:
    pairs = Counter((c.completion, c.reading.completion) for c in cases)
    scores = []
    for k in CLASSES:
        truth, found = sum(n for (t, _), n in pairs.items() if t == k), sum(n for (_, f), n in pairs.items() if f == k)
        if truth + found:
            scores.append(2 * pairs[k, k] / (truth + found))
    return float(np.mean(scores)) if scores else float("nan")


def _aside(grey: np.ndarray) -> np.ndarray:
    return cv2.rotate(grey, cv2.ROTATE_90_COUNTERCLOCKWISE)


def cases(models: list[PageModel], pages_per_paper: int = 8, pages: int = 240, seed: int = 77) -> list[Case]:
    """All populations. models: one, which saw no photo of real paper, or two, of which models[k] never saw fold k."""
    of = lambda paper: models[paper.fold] if len(models) == 2 else models[0]
    main = models[0]
    found: list[Case] = []
    studio = Studio("test")
    for paper in real.PAPERS:
        grey = sources.photo(paper.name)
        name = paper.name.split("/")[1]
        found.append(Case("handwritten pages", name, True, paper.share, of(paper).read(grey), paper.sure))
        found.append(Case("handwritten pages on their side", name, True, paper.share, of(paper).read(_aside(grey)), paper.sure))
    for paper in real.PAPERS + real.SHEETS:
        name = paper.name.split("/")[1]
        found.append(Case("writing painted out", name, True, 0.0, of(paper).read(real.blank(paper))))
        for k in range(pages_per_paper):
            rng = np.random.default_rng([seed, hash_of(name), k])
            photo = real.rewritten(rng, paper, studio.hands, studio.types)
            found.append(Case("real paper, unseen writers", f"{name} #{k} {photo.kind}", True, cells(photo)[2], of(paper).read(photo.grey)))
    for k in range(pages):
        rng = np.random.default_rng([seed, 1, k])
        photo = studio.page(rng, longer=int(rng.choice([960, 1400, 2016])))
        found.append(Case("synthetic " + photo.kind, f"page {k}", True, cells(photo)[2], main.read(photo.grey)))
    for k in range(pages // 2):
        rng = np.random.default_rng([seed, 2, k])
        photo = studio.mistake(rng, longer=int(rng.choice([960, 1400, 2016])))
        found.append(Case("invented " + photo.kind, f"mistake {k}", False, None, main.read(photo.grey)))
    for split in ("test", "validation"):
        for row in sources.index():
            if row["class"] == "not_homework" and sources.split_of(row) == split:
                population = "photos of " + sources.category(row) + (" (also used to calibrate)" if split == "validation" else "")
                found.append(Case(population, row["file"].split("/")[1], False, None, main.read(sources.photo(row["file"]))))
    for name in sources.printed():
        for model in models:
            found.append(Case("photos of printed matter", name.split("/")[1], False, None, model.read(sources.photo(name))))
    return found


def hash_of(name: str) -> int:
    return sum(ord(c) * 31**i for i, c in enumerate(name)) % 1_000_003


def report(found: list[Case]) -> str:
    """Markdown tables of every population, calibration, risk and coverage, and failures."""
    lines = ["| population | homework or not: right | blank / partial / complete: right | macro F1 | mean error of share |", "|---|---|---|---|---|"]

    def row(name, some):
        right = sum(c.reading.homework == c.homework for c in some)
        judged = [c for c in some if c.share is not None and c.sure]
        text = f"| {name} | {rate(right, len(some))} |"
        if judged:
            hits = sum(c.completion == c.reading.completion for c in judged)
            error = float(np.mean([abs(c.share - c.reading.share) for c in judged]))
            kinds = len({c.completion for c in judged})
            return text + f" {rate(hits, len(judged))} | {f'{macro_f1(judged):.3f}' if kinds == 3 else '-'} | {error:.3f} |"
        return text + " - | - | - |"

    groups: dict[str, list[Case]] = {}
    for c in found:
        groups.setdefault(c.population, []).append(c)
    lines += [row(name, some) for name, some in groups.items()]
    photos = [c for c in found if c.population.startswith("photos of") and "calibrate" not in c.population]
    paper = [c for c in found if c.population in ("handwritten pages", "writing painted out", "real paper, unseen writers")]
    synthetic = [c for c in found if c.population.startswith("synthetic")]
    lines += [
        row("**all real paper, upright**", paper), row("**all synthetic pages**", synthetic),
        row("**all held-out photos of other things**", photos),
        row("**all invented mistakes**", [c for c in found if c.population.startswith("invented")]),
    ]
    lines += ["", "Blank, partial, complete on all real paper (rows: truth, columns: read):", ""]
    lines += ["| | " + " | ".join(CLASSES) + " |", "|---|---|---|---|"]
    for t in CLASSES:
        counts = [sum(c.completion == t and c.reading.completion == f for c in paper if c.sure) for f in CLASSES]
        lines.append(f"| {t} | " + " | ".join(map(str, counts)) + " |")
    near = [c for c in paper if c.sure and min(abs(c.share - t) for t in LIMITS) > 0.05 or c.sure and c.share in (0.0, 1.0)]
    lines += ["", f"Leaving out pages whose true share lies within 0.05 of a threshold: {rate(sum(c.completion == c.reading.completion for c in near), len(near))}, macro F1 {macro_f1(near):.3f}."]
    lines += ["", "Confidence of completion against truth (all real paper and synthetic pages):", "", "| confidence | pages | mean confidence | right |", "|---|---|---|---|"]
    judged = [c for c in paper + synthetic if c.sure]
    for low, high in ((0, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 0.97), (0.97, 1.01)):
        some = [c for c in judged if low <= c.reading.completion_confidence < high]
        if some:
            mean = np.mean([c.reading.completion_confidence for c in some])
            lines.append(f"| {low:.2f} - {min(high, 1):.2f} | {len(some)} | {mean:.3f} | {rate(sum(c.completion == c.reading.completion for c in some), len(some))} |")
    lines += ["", "Risk and coverage: of the pages whose confidence is at least t, the part that is wrong.", "", "| t | coverage | wrong |", "|---|---|---|"]
    for t in (0.0, 0.6, 0.8, 0.9, 0.95):
        some = [c for c in judged if c.reading.completion_confidence >= t]
        lines.append(f"| {t} | {len(some)}/{len(judged)} | {rate(sum(c.completion != c.reading.completion for c in some), len(some))} |")
    lines += ["", "Failures on photos and on real paper:", ""]
    for c in found:
        if c.reading.homework != c.homework and not c.population.startswith(("synthetic", "invented")):
            lines.append(f"- {c.population}, {c.name}: homework {c.reading.homework} with confidence {c.reading.homework_confidence:.2f}")
    wrong = [c for c in paper if c.completion != c.reading.completion]
    for c in wrong[:40]:
        doubt = "" if c.sure else " (truth doubtful)"
        lines.append(f"- {c.population}, {c.name}: {c.completion} ({c.share:.2f}) read as {c.reading.completion} ({c.reading.share:.2f}, confidence {c.reading.completion_confidence:.2f}){doubt}")
    if len(wrong) > 40:
        lines.append(f"- and {len(wrong) - 40} more")
    return "\n".join(lines)


def milliseconds(model: PageModel, times: int = 200) -> tuple[float, float]:
    """Median CPU milliseconds of one inference and of letterboxing a 1512x2016 photo, on one core."""
    from .frame import letterbox

    frame, photo, runs, boxes = np.full((512, 384), 200, np.uint8), np.full((2016, 1512), 200, np.uint8), [], []
    cv2.setNumThreads(1)
    for _ in range(times):
        start = time.process_time()
        model.run(frame)
        runs.append(time.process_time() - start)
        start = time.process_time()
        letterbox(photo)
        boxes.append(time.process_time() - start)
    return 1e3 * float(np.median(runs)), 1e3 * float(np.median(boxes))


if __name__ == "__main__":
    print(report(cases([PageModel()])))
