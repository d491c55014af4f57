"""Crops in bulk, as the networks see them, with what they are to answer."""

from __future__ import annotations

import dataclasses
import multiprocessing as mp
import pathlib

import cv2
import numpy as np

from . import boxes, bubbles
from .camera import HARD, MILD, SCAN, USUAL, Conditions
from .characters import DIGITS, LETTERS, OTHERS, PARTS, SIGNS, SOURCES

TRAINING = (SCAN, MILD, MILD, USUAL, USUAL, USUAL, HARD)
# What a source's boxes hold: digits, letters, signs, other signs, and the rest refusals.
MIX = {
    "mnist": (0.88, 0, 0, 0), "unipen": (0.5, 0.3, 0.06, 0.03), "bhmsds": (0.7, 0.04, 0.12, 0), "emnist": (0, 1, 0, 0),
    "mdas": (0, 0, 0.6, 0.4), "drawn": (0.8, 0, 0, 0.08), "marks": (0, 0, 0, 0),
}
KINDS = (DIGITS, LETTERS, SIGNS, OTHERS)
BATCH = 1000


@dataclasses.dataclass
class Pool:
    """crops uint8 (n, height, width); truth int8 (n, answers): places among the labels, -1 not asked; labels and sources str."""

    crops: np.ndarray
    truth: np.ndarray
    labels: np.ndarray
    sources: np.ndarray

    def __len__(self) -> int:
        return len(self.crops)

    def take(self, which) -> Pool:
        return Pool(*(getattr(self, f.name)[which] for f in dataclasses.fields(Pool)))

    @staticmethod
    def join(pools: list[Pool]) -> Pool:
        return Pool(*(np.concatenate([getattr(p, f.name) for p in pools]) for f in dataclasses.fields(Pool)))


def _collect(drawn: list[tuple[str, np.ndarray]], source: str) -> Pool:
    labels = [label for label, _ in drawn]
    truth = [(bubbles.LABELS.index(l),) if source == "marks" else boxes.targets(l) for l in labels]
    return Pool(np.stack([c for _, c in drawn]), np.array(truth, np.int8), np.array(labels, "<U12"), np.array([source] * len(drawn), "<U8"))


def _box(rng, desk: boxes.Desk, source: str, conditions: Conditions) -> tuple[str, np.ndarray]:
    kind = int(np.searchsorted(np.cumsum(MIX[source]), rng.random(), side="right"))
    if kind < len(KINDS):
        label, character = desk.any(rng, KINDS[kind])
        return label, boxes.written(rng, desk, label, character, conditions)
    label = ("empty", "crossed-out", "unclear")[int(rng.integers(3))]
    return label, boxes.REFUSALS[label](rng, desk, conditions)


_desks: dict[tuple[str, str], boxes.Desk] = {}


def _desk(source: str, part: str) -> boxes.Desk:
    if (source, part) not in _desks:
        cv2.setNumThreads(1)
        _desks[source, part] = boxes.Desk("unipen" if source == "marks" else source, part, part == "train")
    return _desks[source, part]


def _batch(task: tuple[str, str, tuple[Conditions, ...], int, int]) -> Pool:
    source, part, conditions, n, seed = task
    desk, drawn = _desk(source, part), []
    for i in range(n):
        rng = np.random.default_rng([seed, i])
        how = conditions[int(rng.integers(len(conditions)))]
        drawn.append(bubbles.bubble(rng, desk, how) if source == "marks" else _box(rng, desk, source, how))
    return _collect(drawn, source)


def each(source: str, parts: tuple[str, ...], conditions: Conditions, seed: int = 77, most: int = 500) -> Pool:
    """Digits of some parts of a source, each once; at most so many of a label in a part."""
    drawn = []
    for part in parts:
        desk = boxes.Desk(source, part)
        for label in DIGITS:
            for k, character in enumerate(desk.by_label.get(label, [])[:most]):
                rng = np.random.default_rng([seed, PARTS.index(part), int(label), k])
                drawn.append((label, boxes.written(rng, desk, label, character, conditions)))
    return _collect(drawn, source)


def make(source: str, part: str, n: int, seed: int, conditions: tuple[Conditions, ...] = TRAINING, workers: int = 1, first: int = 0) -> Pool:
    """Crops of one source and part from the first up to the n-th, the same whatever the number of workers; first is a
    multiple of BATCH."""
    name = [*SOURCES, "marks"].index(source) * 10 + PARTS.index(part)
    tasks = [(source, part, conditions, min(BATCH, n - at), seed * 1_000_003 + name * 10_007 + at // BATCH) for at in range(first, n, BATCH)]
    return Pool.join(_spread(_batch, tasks, workers))


def _spread(work, tasks: list, workers: int) -> list[Pool]:
    if workers == 1:
        return [work(task) for task in tasks]
    with mp.get_context("spawn").Pool(workers) as some:
        return list(some.imap(work, tasks))


def kept(path: pathlib.Path, maker) -> Pool:
    """The pool kept in a file, or a new one made and kept there."""
    if not path.exists():
        pool = maker()
        path.parent.mkdir(parents=True, exist_ok=True)
        np.savez(path, **{f.name: getattr(pool, f.name) for f in dataclasses.fields(Pool)})
    with np.load(path) as z:
        return Pool(*(z[f.name] for f in dataclasses.fields(Pool)))
