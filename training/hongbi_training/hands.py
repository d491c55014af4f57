"""Handwriting: pen strokes of real writers (UNIPEN), drawn cursive and print letters, and Chinese-like characters."""

import dataclasses

import cv2
import numpy as np

from . import sources

# Skeletons of small letters: x from 0, baseline y = 0, x-height y = 1, ascender 2, descender -1; one list per stroke.
LETTERS = {
    "a": [[(0.9, 0.9), (0.3, 1), (0, 0.5), (0.3, 0), (0.8, 0.4), (0.9, 1), (0.9, 0.1), (1.1, 0)]],
    "b": [[(0, 2), (0, 0), (0.5, 0), (0.9, 0.5), (0.5, 1), (0, 0.7)]],
    "c": [[(0.9, 0.8), (0.5, 1), (0, 0.5), (0.5, 0), (0.9, 0.15)]],
    "d": [[(0.9, 0.7), (0.4, 1), (0, 0.5), (0.4, 0), (0.9, 0.4), (0.9, 2), (0.95, 0)]],
    "e": [[(0.05, 0.5), (0.9, 0.55), (0.5, 1), (0, 0.5), (0.5, 0), (1, 0.2)]],
    "f": [[(0.8, 1.9), (0.4, 2), (0.3, 1), (0.3, 0)], [(0, 1), (0.7, 1)]],
    "g": [[(0.9, 0.8), (0.4, 1), (0, 0.5), (0.4, 0), (0.9, 0.5), (0.9, -0.8), (0.3, -1), (0, -0.7)]],
    "h": [[(0, 2), (0, 0), (0.1, 0.7), (0.5, 1), (0.9, 0.7), (0.9, 0)]],
    "i": [[(0, 1), (0, 0.1), (0.25, 0)], [(0, 1.5), (0.05, 1.55)]],
    "k": [[(0, 2), (0, 0)], [(0.8, 1), (0.1, 0.5), (0.8, 0)]],
    "l": [[(0, 2), (0, 0.1), (0.25, 0)]],
    "m": [[(0, 1), (0, 0), (0.1, 0.8), (0.4, 1), (0.6, 0.7), (0.6, 0), (0.7, 0.8), (1, 1), (1.2, 0.7), (1.2, 0)]],
    "n": [[(0, 1), (0, 0), (0.1, 0.8), (0.5, 1), (0.8, 0.7), (0.8, 0)]],
    "o": [[(0.5, 1), (0, 0.5), (0.5, 0), (0.95, 0.5), (0.5, 1)]],
    "p": [[(0, 1), (0, -1), (0, 0.6), (0.5, 1), (0.9, 0.5), (0.5, 0), (0, 0.3)]],
    "r": [[(0, 1), (0, 0), (0.1, 0.7), (0.6, 1)]],
    "s": [[(0.7, 0.9), (0.3, 1), (0.1, 0.7), (0.7, 0.35), (0.4, 0), (0, 0.15)]],
    "t": [[(0.3, 1.7), (0.3, 0.1), (0.7, 0)], [(0, 1.1), (0.7, 1.1)]],
    "u": [[(0, 1), (0, 0.3), (0.4, 0), (0.8, 0.4), (0.8, 1), (0.8, 0)]],
    "v": [[(0, 1), (0.4, 0), (0.8, 1)]],
    "w": [[(0, 1), (0.3, 0), (0.6, 0.8), (0.9, 0), (1.2, 1)]],
    "x": [[(0, 1), (0.8, 0)], [(0.8, 1), (0, 0)]],
    "y": [[(0, 1), (0.1, 0.3), (0.5, 0.1), (0.8, 1), (0.7, -0.7), (0.3, -1)]],
    "z": [[(0, 1), (0.8, 1), (0, 0), (0.8, 0)]],
}
OFTEN = "eeeeeeeeettttttaaaaaaooooooiiiiiinnnnnnsssssrrrrrhhhhdddlllcccuuummmwwffggyyppbbvkxz"
SMALL = {"minus": 0.5, "dot": 0.12, "comma": 0.22, "equals": 0.55, "asterisk": 0.5, "plus": 0.6, "colon": 0.5}


@dataclasses.dataclass(frozen=True)
class Glyph:
    """One written character: points with baseline y = 0, up positive, digit height 1; the points of each stroke."""

    points: np.ndarray
    lengths: np.ndarray
    advance: float


def _smooth(points: np.ndarray, times: int = 2) -> np.ndarray:
    """Chaikin's corner cutting."""
    for _ in range(times):
        if len(points) < 3:
            return points
        cut = np.empty((2 * len(points) - 2, 2), np.float32)
        cut[0::2] = 0.75 * points[:-1] + 0.25 * points[1:]
        cut[1::2] = 0.25 * points[:-1] + 0.75 * points[1:]
        points = np.concatenate([points[:1], cut, points[-1:]])
    return points


def _glyph(strokes: list, gap: float) -> Glyph:
    points = np.concatenate(strokes).astype(np.float32)
    points[:, 0] -= points[:, 0].min()
    return Glyph(points, np.array([len(s) for s in strokes]), float(points[:, 0].max()) + gap)


def _letters(rng: np.random.Generator) -> dict[str, list[Glyph]]:
    """Small letters of one invented writer, three drawings of each."""
    gap, width, wobble = rng.uniform(0.08, 0.3), rng.uniform(0.6, 1.2), rng.uniform(0.02, 0.1)
    xheight, joined = rng.uniform(0.4, 0.65), rng.random() < 0.5
    own = {k: [np.array(s) + rng.normal(0, wobble, (len(s), 2)) for s in v] for k, v in LETTERS.items()}
    letters = {}
    for name, skeleton in own.items():
        drawings = []
        for _ in range(3):
            strokes = [s + rng.normal(0, wobble / 2, s.shape) for s in skeleton]
            if joined:
                tail = strokes[0][-1] + [0.3, 0.25]
                strokes[0] = np.concatenate([strokes[0], [tail]])
            drawings.append(_glyph([_smooth(s * [width * xheight, xheight]) for s in strokes], 0 if joined else gap))
        letters[name] = drawings
    return letters


def _character(rng: np.random.Generator) -> Glyph:
    """Something like a Chinese character: strokes of the usual kinds in a square."""
    strokes = []
    for _ in range(int(rng.integers(3, 11))):
        x, y, n = rng.uniform(0.05, 0.9), rng.uniform(0.05, 0.95), rng.uniform(0.25, 0.9)
        kind = rng.integers(0, 6)
        if kind == 0:
            x = rng.uniform(0, 0.4)
            s = [(x, y), (x + n, y + rng.uniform(0, 0.1))]
        elif kind == 1:
            y = rng.uniform(0.5, 1)
            s = [(x, y), (x + rng.uniform(-0.05, 0.05), max(0, y - n))]
        elif kind == 2:
            s = [(x, y), (x - 0.15 * n, y - 0.4 * n), (max(0, x - 0.6 * n), max(0, y - 0.8 * n))]
        elif kind == 3:
            s = [(x, y), (x + 0.25 * n, y - 0.4 * n), (min(1, x + 0.7 * n), max(0, y - 0.7 * n))]
        elif kind == 4:
            s = [(x, y), (x + 0.08, y - 0.12)]
        else:
            x, y, n = rng.uniform(0, 0.5), rng.uniform(0.5, 1), rng.uniform(0.25, 0.5)
            s = [(x, y), (x + n, y), (x + n, y - 0.8 * n), (x + 0.7 * n, y - 0.7 * n)]
        strokes.append(np.array(s, np.float32))
    return _glyph([_smooth(s, 1) if len(s) > 2 else s for s in strokes], 0.12)


class Hand:
    """One writer: characters of a UNIPEN writer, small letters and Chinese-like characters of an invented one."""

    def __init__(self, rng: np.random.Generator, by_label: dict[str, list]):
        self.signs: dict[str, list[Glyph]] = {}
        for label, characters in by_label.items():
            drawings = []
            for points, lengths in characters[:6]:
                p = points * SMALL.get(label, 1)
                height = p[:, 1].max()
                p = np.stack([p[:, 0], height - p[:, 1]], 1)
                if label in ("minus", "equals", "asterisk", "plus"):
                    p[:, 1] += 0.5 - height / 2
                drawings.append(Glyph(p.astype(np.float32), lengths, float(p[:, 0].max()) + 0.18))
            self.signs[label] = drawings
        self.letters = _letters(rng)
        self.characters = [_character(rng) for _ in range(40)]
        self.slant = rng.normal(0.08, 0.15)
        self.wobble = rng.uniform(0.02, 0.08)
        self.capitals = [c for c in "ABCDEFGHIKLMNOPRSTUW" if c in self.signs]

    def sign(self, rng, label: str) -> Glyph:
        drawings = self.signs.get(label)
        if not drawings:
            drawings = next(iter(self.signs.values()))
        return drawings[int(rng.integers(len(drawings)))]

    def digits(self, rng, n: int) -> list[Glyph]:
        return [self.sign(rng, str(d)) for d in rng.integers(0, 10, n)]

    def word(self, rng) -> list[Glyph]:
        n = int(rng.integers(1, 10))
        if self.capitals and rng.random() < 0.06:
            return [self.sign(rng, c) for c in rng.choice(self.capitals, n)]
        glyphs = [self.letters[OFTEN[i]][j] for i, j in zip(rng.integers(0, len(OFTEN), n), rng.integers(0, 3, n))]
        if self.capitals and rng.random() < 0.12:
            glyphs[0] = self.sign(rng, rng.choice(self.capitals))
        return glyphs

    def characters_run(self, rng, n: int) -> list[Glyph]:
        return [self.characters[i] for i in rng.integers(0, len(self.characters), n)]

    def expression(self, rng) -> list[Glyph]:
        signs = ["plus", "minus", "asterisk", "slash"]
        glyphs = self.digits(rng, int(rng.integers(1, 4)))
        for _ in range(int(rng.integers(1, 3))):
            glyphs += [self.sign(rng, signs[int(rng.integers(4))])] + self.digits(rng, int(rng.integers(1, 4)))
        return glyphs + [self.sign(rng, "equals")] + self.digits(rng, int(rng.integers(1, 5)))


class Pen:
    """Width in page pixels and darkness 0..1 of one writing tool."""

    def __init__(self, rng):
        kind = rng.choice(["pen", "pen", "pen", "pencil", "pencil", "marker"])
        self.width = {"pen": int(rng.choice([1, 1, 2, 2, 3])), "pencil": int(rng.integers(1, 3)), "marker": 4}[kind]
        dark = {"pen": (0.5, 0.95), "pencil": (0.3, 0.65), "marker": (0.6, 0.95)}[kind]
        self.dark = rng.uniform(*dark)


def lay(rng, hand: Hand, words: list[list[Glyph]], size: float, width: float) -> tuple[list, float]:
    """Lays words from x = 0 until width is full; size is the digit height. Returns placed glyphs and the width used."""
    placed, x, space = [], 0.0, size * rng.uniform(0.35, 0.7)
    for word in words:
        length = sum(g.advance for g in word) * size
        if x and x + length > width:
            break
        for g in word:
            if x + g.advance * size > width + size and placed:
                break
            scale = size * rng.normal(1, hand.wobble)
            placed.append((g, x, size * rng.normal(0, hand.wobble * 0.6), scale))
            x += g.advance * scale
        x += space
    return placed, x - space


def draw(rng, ink: np.ndarray, hand: Hand, pen: Pen, placed: list, x: float, baseline: float, slope: float = 0.0) -> None:
    """Draws placed glyphs onto the ink layer (uint8, 255 = full ink) with its baseline starting at (x, baseline)."""
    if not placed:
        return
    points = np.concatenate([g.points * s + np.float32((gx, gy)) for g, gx, gy, s in placed])
    lengths = np.concatenate([g.lengths for g, *_ in placed])
    # Slant leans about the baseline; drift of the whole line comes on top.
    px = x + points[:, 0] + hand.slant * points[:, 1]
    wave = rng.uniform(0, 2) * np.sin(points[:, 0] / rng.uniform(80, 200) + rng.uniform(0, 6))
    py = baseline - points[:, 1] + slope * points[:, 0] + wave
    fixed = np.round(np.stack([px, py], 1) * 8).astype(np.int32)
    level = int(255 * np.clip(pen.dark * rng.normal(1, 0.06), 0.15, 1))
    width = int(min(pen.width, max(1, placed[0][3] / 8)))  # small writing is not done with a broad pen
    cv2.polylines(ink, np.split(fixed, np.cumsum(lengths)[:-1]), False, level, width, cv2.LINE_AA, 3)


class Hands:
    """All writers of one split, made when first asked for; the invented halves of train and test never meet."""

    def __init__(self, split: str):
        self._split = split
        self._by_writer = sources.strokes(split)
        self._writers = sorted(self._by_writer)
        self._made: dict[tuple, Hand] = {}

    def pick(self, rng) -> Hand:
        w, v = int(rng.integers(len(self._writers))), int(rng.integers(3))
        if (w, v) not in self._made:
            seed = [("train", "validation", "test").index(self._split), w, v]
            self._made[w, v] = Hand(np.random.default_rng(seed), self._by_writer[self._writers[w]])
        return self._made[w, v]
