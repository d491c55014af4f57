"""Handwritten characters of sums: one writer's UNIPEN strokes, or bitmaps of a source, and signs drawn where no source has them."""

import dataclasses
import functools

import cv2
import numpy as np

from .. import sources
from ..glyph.boxes import Pen, write
from ..glyph.characters import Character, _not_one, _suspect, characters

NAMES = {"+": "plus", "-": "minus", "=": "equals", "(": "lparen", ")": "rparen", ".": "dot", "<": "less", ">": "greater"}
SIZES = {"+": 0.62, "-": 0.5, "=": 0.58, "(": 1.15, ")": 1.15, "<": 0.68, ">": 0.68, "×": 0.58, "÷": 0.62}
"""The longer side relative to the height of the writer's digits."""


@functools.cache
def writers(part: str) -> list[dict[str, list[Character]]]:
    """UNIPEN's writers of one part, each with the characters it has, without those of doubtful label."""
    mine = set(sources.strokes(part))
    with np.load(sources.ROOT / "strokes" / "unipen.npz") as z:
        xy, stroke_ptr, char_ptr = z["xy"].astype(np.float32), z["stroke_ptr"], z["char_ptr"]
        labels, who = z["labels"].astype(str), z["writer"].astype(str)
    found: dict[str, dict[str, list[Character]]] = {}
    for i, odd in enumerate(_suspect()):
        ends = stroke_ptr[char_ptr[i] : char_ptr[i + 1] + 1]
        points = xy[ends[0] : ends[-1]]
        if odd or len(points) < 2 or who[i] not in mine:
            continue
        points = points - points.min(0)
        lies = labels[i].isdigit() and points[:, 0].max() > 1.6 * points[:, 1].max()
        if lies or _not_one(str(labels[i]), points, np.diff(ends)):
            continue
        character = Character(points=points / max(points.max(), 1), lengths=np.diff(ends))
        found.setdefault(who[i], {}).setdefault(str(labels[i]), []).append(character)
    return [found[w] for w in sorted(found) if sum(d in found[w] for d in "0123456789") >= 8]


@functools.cache
def _pooled(part: str) -> dict[str, list[Character]]:
    """The signs of all writers of a part, for writers who have none of their own."""
    pooled: dict[str, list[Character]] = {}
    for writer in writers(part):
        for label, some in writer.items():
            pooled.setdefault(label, []).extend(some)
    return pooled


def _one(rng, some: list[Character]) -> Character:
    return some[int(rng.integers(len(some)))]


class Scribe:
    """One child's hand for one page: where its characters come from, how large and how steadily it writes.

    careless: its pen may be a marker, its figures tiny or run together, its points a speck; people read it with effort, and
    some of it not at all.
    """

    def __init__(self, rng, part: str, careless: bool = False):
        self.part, self.careless = part, careless
        self.source = str(rng.choice(["unipen", "mnist", "bhmsds", "drawn"], p=[0.48, 0.27, 0.18, 0.07]))
        mine = writers(part)
        self.own = mine[int(rng.integers(len(mine)))]
        self.pen = Pen.pick(rng)
        self.ratio = float(np.clip(np.exp(rng.normal(0.16, 0.22)), 0.7 if careless else 0.85, 1.8))
        self.gap = float(np.clip(rng.normal(0.13, 0.1), -0.1, 0.5) if careless else np.clip(rng.normal(0.2, 0.08), 0.06, 0.5))
        self.wobble = rng.uniform(0.03, 0.12)
        self.slope = rng.normal(0, 0.05)
        self.lift = rng.normal(0, 0.12)
        self.before = (-0.12 if careless else 0.08, 0.9)
        """Paper left between print and an answer, in heights of a printed digit."""
        self.thickest = 5 if careless else 7
        """How many times as high as its strokes are thick a digit is at least."""
        self.rise = 0.0
        """How far an answer leaves the line of print for every pixel that it goes on; less than nothing is upwards."""
        self.strays = 0.4
        """How far off the line of print its figures stand at most, in heights of a printed digit."""

    def width(self, tall: float) -> float:
        """The pen's width for digits so tall: at most a seventh of them, a careless one's a fifth (pencils make 0.3 to 0.8 mm, digits are 4 to 6)."""
        return min(self.pen.width, max(1.5, tall / self.thickest))

    def apart(self, rng) -> float:
        """Paper left after a character, in heights of a digit; less than nothing where the next runs into it."""
        return max(-0.12, rng.normal(self.gap, 0.07)) if self.careless else max(0.02, rng.normal(self.gap, 0.05))

    def character(self, rng, sign: str) -> Character | None:
        """None where it is to be drawn: a point, dots, a division sign."""
        if sign.isdigit():
            if self.source != "unipen":
                some = characters(self.source).get(self.part, {}).get(sign)
                if some:
                    return _one(rng, some)
            return _one(rng, self.own.get(sign) or _pooled(self.part)[sign])
        if sign in "×÷":
            mdas = characters("mdas").get(self.part, {})  # it has no test part
            drawn = not mdas or rng.random() < 0.6
            if sign == "×":
                return _one(rng, characters("drawn")[self.part]["times"] if drawn else mdas["times"])
            return None if drawn else _one(rng, mdas["divide"])
        if sign in "+-" and self.source == "bhmsds":
            return _one(rng, characters("bhmsds")[self.part][NAMES[sign]])
        if sign in NAMES and sign != ".":
            label = NAMES[sign]
            return _one(rng, self.own.get(label) or _pooled(self.part)[label])
        if sign.isalpha() or sign in "%?":
            label = {"%": "percent", "?": "question"}.get(sign, sign)
            return _one(rng, self.own.get(label) or _pooled(self.part)[label])
        return None


def _dot(rng, ink: np.ndarray, pen: Pen, x: float, y: float, size: float, least: float = 0.03) -> None:
    radius = max(1.0, pen.width * rng.uniform(0.5, 0.8), size * rng.uniform(least, 0.08))
    end = (x + rng.normal(0, 0.06) * size, y + rng.uniform(-0.02, 0.12) * size)
    points = np.round(np.array([(x, y), end]) * 8).astype(int)
    cv2.line(ink, tuple(points[0].tolist()), tuple(points[1].tolist()), 255, max(1, round(2 * radius)), cv2.LINE_AA, 3)


def put(rng, ink: np.ndarray, scribe: Scribe, sign: str, x: float, baseline: float, cap: float) -> float:
    """Writes one sign with its left edge at x; cap: height of the printed digits. Returns its right edge."""
    tall = cap * scribe.ratio * float(np.clip(rng.normal(1, scribe.wobble), 0.7, 1.3))
    base = baseline + rng.normal(0, 0.4 * scribe.wobble) * cap
    pen = dataclasses.replace(scribe.pen, width=scribe.width(tall))
    if sign == ".":
        _dot(rng, ink, pen, x + 0.06 * tall, base - rng.uniform(-0.05, 0.12) * tall, tall, 0.03 if scribe.careless else 0.055)
        return x + 0.14 * tall
    if sign == "…":
        n, step = int(rng.choice([3, 6, 6])), tall * rng.uniform(0.14, 0.25)
        height = base - tall * (rng.uniform(0.3, 0.5) if rng.random() < 0.6 else rng.uniform(-0.05, 0.15))
        for k in range(n):
            _dot(rng, ink, pen, x + k * step, height + rng.normal(0, 0.02) * tall, tall)
        return x + n * step
    character = scribe.character(rng, sign)
    size = tall * SIZES.get(sign, 1)
    middle = base - tall / 2
    if character is None:  # a division sign
        half, up = size * rng.uniform(0.4, 0.5), size * rng.uniform(0.25, 0.4)
        points = np.array([(x, middle + rng.normal(0, 0.05) * size), (x + 2 * half, middle + rng.normal(0, 0.05) * size)])
        points = np.round(points * 8).astype(int).tolist()
        cv2.line(ink, tuple(points[0]), tuple(points[1]), 255, max(1, round(pen.width)), cv2.LINE_AA, 3)
        for side in (-1, 1):
            _dot(rng, ink, pen, x + half * rng.uniform(0.8, 1.1), middle + side * up, size)
        return x + 2 * half
    w, h = character.size
    if sign.isdigit():
        size = size if h >= w else min(size / max(h, 0.5), size * 1.6)
    centre = (x + size * w / 2, base - size * h / 2 if sign.isdigit() or sign.isalpha() else middle)
    write(rng, ink, character, pen, centre, size)
    return x + size * w
