"""Ruled, squared and plain paper written on by hand."""

import cv2
import numpy as np

from .draft import Draft, Place, Sheet, choose, wanted_share
from .hands import Hands
from .paper import WIDTH
from .printing import Type, stamp


AREA = (0.05, 0.95)
KINDS = (0.42, 0.18, 0.4)  # parts of ruled, squared and plain paper


def notes(rng, hands: Hands, type_: Type, share: float | None = None, paper: tuple[float, int] | None = None,
          kinds: tuple[float, ...] = KINDS) -> Sheet:
    """Ruled, squared or plain paper written on by hand. Its places are the ruled lines; without rules they are line-high
    bands of the writing area, which reaches from AREA[0] to AREA[1] of the height wherever the writer began, since a margin
    that nobody drew cannot be seen.

    paper: aspect (height by width) and number of lines (0: plain) of a given paper; its rules are then not drawn.
    """
    d = Draft(rng, hands, type_, paper[0] if paper else None)
    kind = "plain" if paper else str(rng.choice(["ruled", "squared", "plain"], p=kinds))
    share = wanted_share(rng) if share is None else share
    left, right = WIDTH * rng.uniform(0.03, 0.14), WIDTH * (1 - rng.uniform(0.02, 0.09))
    top, bottom = d.height * rng.uniform(0.02, 0.11), d.height * (1 - rng.uniform(0.015, 0.08))
    pitch = rng.uniform(20, 40)
    if kind == "plain":
        pitch = rng.uniform(18, 52) if rng.random() < 0.85 else rng.uniform(52, 190)
    if paper and paper[1]:
        top, bottom = d.height * 0.01, d.height * 0.99
        pitch = (bottom - top) / paper[1]
    dark = rng.uniform(0.1, 0.6) if rng.random() < 0.8 else rng.uniform(0.04, 0.12)
    if kind == "ruled":
        whole = rng.random() < 0.7
        for y in np.arange(top + pitch, bottom + 1, pitch):
            d.rule(0 if whole else left, y, WIDTH if whole else right, dark)
        if rng.random() < 0.4:
            cv2.line(d.print, (int(left), 0), (int(left), d.height), int(255 * dark * rng.uniform(0.7, 1.3)) % 256, 1)
    elif kind == "squared":
        step = rng.uniform(11, 22)
        pitch = step * int(rng.choice([1, 2, 2])) if step > 16 else 2 * step
        for y in np.arange(rng.uniform(0, step), d.height, step):
            d.rule(0, y, WIDTH, dark * 0.7)
        for x in np.arange(rng.uniform(0, step), WIDTH, step):
            cv2.line(d.print, (int(x), 0), (int(x), d.height), int(255 * dark * 0.7), 1)
    elif rng.random() < 0.15:  # a title printed on otherwise plain paper
        stamp(d.print, d.type.text(rng, d.type.face(rng), 30, 300), left, top * 0.3)
    n = max(3, int((bottom - top) / pitch))
    style = str(rng.choice(["prose", "prose", "characters", "bullets", "sums", "mixed"]))
    size = pitch * rng.uniform(0.42, 0.75)
    fill = rng.uniform(0.75, 1.0)
    used = choose(rng, n, share, str(rng.choice(["first", "first", "first", "run", "random", "all-but-a-run"])))
    indent, sketched = 0.0, np.zeros(n, bool)
    if rng.random() < 0.15 and used.sum() > 5 and kind != "ruled":
        run = np.flatnonzero(used)
        start = int(run[rng.integers(0, len(run) - 3)])
        stop = start
        while stop < n and used[stop] and stop - start < 10:
            sketched[stop] = True
            stop += 1
        if stop - start > 2:
            d.sketch(left, top + start * pitch, right, top + stop * pitch)
        else:
            sketched[:] = False
    for i in range(n):
        y0 = top + i * pitch
        if i == 0 or not used[i - 1] or rng.random() < 0.05:
            indent = (right - left) * (rng.uniform(0, 0.5) if rng.random() < 0.2 else 0)
        now = str(rng.choice(["prose", "sums", "characters"])) if style == "mixed" else style
        ragged = style in ("bullets", "sums") or rng.random() < 0.15
        x1 = left + (right - left) * (rng.uniform(0.12, 1) if ragged else rng.uniform(fill, 1))
        x0 = left + indent + (rng.uniform(0, 60) if style == "bullets" else 0)

        def fill_line(y0=y0, x0=x0, x1=max(x1, x0 + 3 * size), now=now, skip=sketched[i]):
            if not skip:
                d.write(x0, y0, x1, y0 + pitch, now, size * rng.normal(1, 0.04))

        d.places.append(Place(left, y0, right, y0 + pitch, fill_line))
    seen = None if kind == "ruled" or paper and paper[1] else bands(d.height, top, pitch, used)
    return d.finish(used, kind, seen)


def bands(height: int, top: float, pitch: float, used: np.ndarray) -> np.ndarray:
    """The writing area of paper without rules as rows x0, y0, x1, y1, used: bands of about the height of the lines that
    begin at top, each used by as much of its height as written lines cover."""
    a, b = height * AREA[0], height * AREA[1]
    edges = np.linspace(a, b, max(3, int((b - a) / pitch + 0.5)) + 1)
    starts = top + np.flatnonzero(used) * pitch
    covered = lambda y: np.clip(y[:, None] - starts[None], 0, pitch).sum(1)
    part = np.diff(covered(edges)) / np.diff(edges)
    rows = [(WIDTH * 0.06, y0, WIDTH * 0.95, y1, u) for y0, y1, u in zip(edges[:-1], edges[1:], part)]
    return np.array(rows, np.float32)
