"""Lines in bulk."""

from __future__ import annotations

import dataclasses
import multiprocessing as mp
import pathlib

import cv2
import numpy as np

from .alphabet import INDEX, LABELS
from .crop import HEIGHT
from .lines import TRAINING, crop

BATCH = 500


@dataclasses.dataclass
class Pool:
    """images uint8 (HEIGHT, columns of all lines one beside the other); ends int64: where each line ends; labels uint8:
    places among LABELS of all lines; label_ends int64."""

    images: np.ndarray
    ends: np.ndarray
    labels: np.ndarray
    label_ends: np.ndarray

    def __len__(self) -> int:
        return len(self.ends)

    def image(self, i: int) -> np.ndarray:
        return self.images[:, self.ends[i - 1] if i else 0 : self.ends[i]]

    def truth(self, i: int) -> np.ndarray:
        return self.labels[self.label_ends[i - 1] if i else 0 : self.label_ends[i]]

    def said(self, i: int) -> list[str]:
        return [LABELS[k] for k in self.truth(i)]

    @property
    def widths(self) -> np.ndarray:
        return np.diff(self.ends, prepend=0)

    @staticmethod
    def of(lines: list[tuple[np.ndarray, np.ndarray]]) -> Pool:
        images, labels = [a for a, _ in lines], [b for _, b in lines]
        return Pool(np.concatenate(images, 1), np.cumsum([a.shape[1] for a in images]), np.concatenate(labels), np.cumsum([len(b) for b in labels]))

    @staticmethod
    def join(pools: list[Pool]) -> Pool:
        return Pool.of([(p.image(i), p.truth(i)) for p in pools for i in range(len(p))])


def _batch(task: tuple[str, int, int, tuple]) -> Pool:
    part, n, seed, conditions = task
    cv2.setNumThreads(1)
    lines = []
    for i in range(n):
        rng = np.random.default_rng([seed, i])
        made = crop(rng, part, conditions[int(rng.integers(len(conditions)))])
        lines.append((made.image, np.array([INDEX[l] for l in made.labels], np.uint8)))
    return Pool.of(lines)


def make(part: str, n: int, seed: int, conditions: tuple = TRAINING, workers: int = 1) -> Pool:
    """The same lines whatever the number of workers."""
    place = ("train", "validation", "test").index(part)
    tasks = [(part, min(BATCH, n - at), seed * 1_000_003 + place * 100_003 + at // BATCH, conditions) for at in range(0, n, BATCH)]
    if workers == 1:
        return Pool.join([_batch(task) for task in tasks])
    with mp.get_context("spawn").Pool(workers) as some:
        return Pool.join(list(some.imap(_batch, tasks)))


def kept(path: pathlib.Path, maker) -> Pool:
    """The pool kept in a file, or a new one made and kept there."""
    if not path.exists():
        pool = maker()
        path.parent.mkdir(parents=True, exist_ok=True)
        np.savez(path, **{f.name: getattr(pool, f.name) for f in dataclasses.fields(Pool)})
    with np.load(path) as z:
        return Pool(*(z[f.name] for f in dataclasses.fields(Pool)))


def sheet(pool: Pool, which, columns: int = 3, wide: int = 400) -> np.ndarray:
    """Lines one below the other, to be looked at."""
    rows = []
    for at in range(0, len(which), columns):
        row = np.full((HEIGHT + 4, columns * wide), 255, np.uint8)
        for k, i in enumerate(which[at : at + columns]):
            image = pool.image(i)[:, : wide - 6]
            row[:HEIGHT, k * wide : k * wide + image.shape[1]] = image
        rows.append(row)
    return np.concatenate(rows)
