"""A flat sheet of paper in the making: print and pen on it, and its answer places."""

import dataclasses
from collections.abc import Callable

import cv2
import numpy as np

from .hands import Hands, Pen, draw, lay
from .paper import WIDTH, bare, over
from .printing import Type


@dataclasses.dataclass
class Sheet:
    """Flat paper in 8-bit grey. places: float32 (n, 5) rows x0, y0, x1, y1, used; homework: whether it is any.
    ink: all print and writing without the paper (uint8, 255 = full), to be laid on another paper."""

    grey: np.ndarray
    places: np.ndarray
    homework: bool
    kind: str
    ink: np.ndarray | None = None

    @property
    def share(self) -> float:
        return float(self.places[:, 4].mean()) if len(self.places) else 0.0


@dataclasses.dataclass
class Place:
    x0: float
    y0: float
    x1: float
    y1: float
    fill: Callable[[], None]


class Draft:
    """A sheet in the making: paper, print and pen are separate layers (uint8, 255 = full ink)."""

    def __init__(self, rng: np.random.Generator, hands: Hands, type_: Type, aspect: float | None = None):
        self.rng, self.type = rng, type_
        self.hand, self.pen = hands.pick(rng), Pen(rng)
        aspect = aspect or float(rng.choice([1.414, 1.414, 1.414, 1.29, 1.29, 1.5, 1.2, 0.75, 0.6]))
        self.height = int(WIDTH * aspect)
        self.print = np.zeros((self.height, WIDTH), np.uint8)
        self.ink = np.zeros((self.height, WIDTH), np.uint8)
        self.tone = rng.uniform(205, 252) if rng.random() < 0.8 else rng.uniform(150, 215)
        self.places: list[Place] = []

    # Things on paper

    def rule(self, x0, y, x1, dark=1.0, width=1) -> None:
        cv2.line(self.print, (int(x0), int(y)), (int(x1), int(y)), int(255 * dark), width, cv2.LINE_AA)

    def box(self, x0, y0, x1, y1, dark=1.0, width=1) -> None:
        cv2.rectangle(self.print, (int(x0), int(y0)), (int(x1), int(y1)), int(255 * dark), width, cv2.LINE_AA)

    def write(self, x0, y0, x1, y1, style: str, size: float | None = None) -> None:
        """Writes one line of the given style into a rectangle."""
        rng, hand = self.rng, self.hand
        room = max(4.0, x1 - x0)
        size = size or (y1 - y0) * rng.uniform(0.5, 0.85)
        size = max(6.0, size)
        if style == "answer":
            style = str(rng.choice(["number", "number", "letters", "characters"]))
        if style == "number":
            words = [hand.digits(rng, int(rng.integers(1, 5)))]
            if rng.random() < 0.15:
                words[0][1:1] = [hand.sign(rng, str(rng.choice(["dot", "slash", "minus"])))]
        elif style == "letter":
            words = [[hand.sign(rng, str(rng.choice(list("ABCD"))))]]
        elif style == "characters":
            words = [hand.characters_run(rng, int(rng.integers(1, 2 + max(1, room // (size * 1.1)))))]
        elif style == "letters":
            words = [hand.word(rng) for _ in range(1 + int(room // (size * 4)))]
        elif style == "sums":
            words = [hand.expression(rng) for _ in range(1 + int(room // (size * 8)))]
        else:
            words = [hand.word(rng) for _ in range(2 + int(room // (size * 1.2)))]
        natural = sum(g.advance for g in words[0]) * size
        if natural > room * 1.15:
            size = max(6.0, size * room * 1.15 / natural)
        placed, used = lay(rng, hand, words, size, room)
        slack = max(0.0, room - used)
        x = x0 + (slack * rng.uniform(0, 0.5) if style in ("number", "letter", "letters") else 0)
        baseline = y1 - (y1 - y0) * rng.uniform(0.12, 0.3)
        draw(rng, self.ink, hand, self.pen, placed, x, baseline, rng.normal(0, 0.006))

    def sketch(self, x0, y0, x1, y1) -> None:
        """A drawing by hand: circles, boxes, arrows, a graph."""
        rng, w, h = self.rng, x1 - x0, y1 - y0
        level, thick = int(255 * self.pen.dark), self.pen.width
        for _ in range(int(rng.integers(3, 9))):
            cx, cy = x0 + w * rng.uniform(0.1, 0.9), y0 + h * rng.uniform(0.1, 0.9)
            r = min(w, h) * rng.uniform(0.05, 0.3)
            t = np.linspace(0, 2 * np.pi, 24)
            kind = rng.integers(0, 4)
            if kind == 0:
                p = np.stack([cx + r * np.cos(t), cy + r * rng.uniform(0.5, 1) * np.sin(t)], 1)
            elif kind == 1:
                p = np.array([(cx - r, cy - r), (cx + r, cy - r), (cx + r, cy + r), (cx - r, cy + r), (cx - r, cy - r)])
            elif kind == 2:
                p = np.array([(cx - 2 * r, cy), (cx + 2 * r, cy + r * rng.uniform(-1, 1))])
            else:
                s = np.linspace(-1, 1, 20)
                p = np.stack([cx + 2 * r * s, cy + r * np.sin(3 * s + rng.uniform(0, 6))], 1)
            p = np.round((p + rng.normal(0, 0.8, p.shape)) * 8).astype(np.int32)
            cv2.polylines(self.ink, [p], False, level, thick, cv2.LINE_AA, 3)
        for _ in range(int(rng.integers(1, 4))):
            a, b = x0 + w * rng.uniform(0, 0.6), y0 + h * rng.uniform(0, 0.8)
            self.write(a, b, a + w * 0.35, b + 24, "letters")

    def tick(self, x0, y0, x1, y1) -> None:
        rng, level = self.rng, int(255 * self.pen.dark)
        w, h = x1 - x0, y1 - y0
        kind = rng.integers(0, 3)
        if kind == 0:
            p = [[(x0 + 0.1 * w, y0 + 0.5 * h), (x0 + 0.4 * w, y1), (x1 + 0.1 * w, y0 - 0.1 * h)]]
        elif kind == 1:
            p = [[(x0, y0), (x1, y1)], [(x1, y0), (x0, y1)]]
        else:
            t = np.linspace(0, 6.6, 20)
            p = [np.stack([(x0 + x1) / 2 + 0.6 * w * np.cos(t), (y0 + y1) / 2 + 0.6 * h * np.sin(t)], 1)]
        p = [np.round((np.array(s) + rng.normal(0, 0.7, (len(s), 2))) * 8).astype(np.int32) for s in p]
        cv2.polylines(self.ink, p, False, level, max(2, self.pen.width), cv2.LINE_AA, 3)
        if rng.random() < 0.3:
            cv2.circle(self.ink, (int((x0 + x1) / 2), int((y0 + y1) / 2)), int(0.4 * min(w, h)), level, -1)

    def place(self, x0, y0, x1, y1, fill: Callable[[], None]) -> None:
        if y1 < self.height and x1 <= WIDTH:
            self.places.append(Place(x0, y0, x1, y1, fill))

    # Finishing

    def finish(self, used: np.ndarray, kind: str, seen: np.ndarray | None = None) -> Sheet:
        """Fills the places used; seen: places to be told instead of those of the draft."""
        rng = self.rng
        for place, is_used in zip(self.places, used):
            if is_used:
                place.fill()
        paper = self._through(bare(rng, self.height, self.tone))
        paper = over(paper, self.print, rng.uniform(0.6, 0.95))
        paper = over(paper, self.ink, 1.0)
        if rng.random() < 0.1:  # punched holes
            x = int(rng.uniform(12, 30))
            for y in np.linspace(0.1, 0.9, int(rng.integers(2, 5))) * self.height:
                cv2.circle(paper, (x, int(y)), int(rng.uniform(6, 11)), int(rng.uniform(20, 120)), -1, cv2.LINE_AA)
        rows = [(p.x0, p.y0, p.x1, p.y1, float(u)) for p, u in zip(self.places, used)] if seen is None else seen
        ink = np.maximum(self.ink, (self.print * rng.uniform(0.6, 0.95)).astype(np.uint8))
        return Sheet(paper, np.array(rows, np.float32).reshape(-1, 5), True, kind, ink)

    def _through(self, paper: np.ndarray) -> np.ndarray:
        """The other side, or writing that was rubbed out, shows faintly."""
        rng = self.rng
        r = rng.random()
        if r < 0.08:
            other = self.ink if self.ink.any() and rng.random() < 0.5 else self.print
            return over(paper, cv2.GaussianBlur(cv2.flip(other, 1), (0, 0), 1.2), rng.uniform(0.04, 0.14))
        if r < 0.28:
            kept, pitch = self.ink, rng.uniform(18, 60)
            self.ink = np.zeros_like(kept)
            style = str(rng.choice(["prose", "prose", "characters", "sums"]))
            left, right = WIDTH * rng.uniform(0.03, 0.2), WIDTH * rng.uniform(0.6, 0.97)
            for y in np.arange(self.height * rng.uniform(0.02, 0.4), self.height * rng.uniform(0.5, 0.98) - pitch, pitch):
                self.write(left, y, right * rng.uniform(0.7, 1), y + pitch, style, pitch * 0.6)
            ghost, self.ink = self.ink, kept
            ghost = cv2.GaussianBlur(cv2.flip(ghost, 1) if rng.random() < 0.7 else ghost, (0, 0), rng.uniform(0.8, 3))
            return over(paper, ghost, rng.uniform(0.03, 0.13))
        return paper


def wanted_share(rng) -> float:
    """Blank, complete and everything between, so that all three classes are common."""
    r = rng.random()
    return 0.0 if r < 0.24 else 1.0 if r < 0.42 else rng.uniform(0.88, 1.0) if r < 0.5 else rng.uniform(0.02, 0.92)


def doubtful_share(rng) -> float:
    """As wanted_share, with more that lies about the thresholds of blank and complete."""
    r = rng.random()
    if r < 0.36:
        return 0.0 if r < 0.2 else 1.0
    return rng.uniform(0.83, 1.0) if r < 0.5 else rng.uniform(0.01, 0.13) if r < 0.6 else rng.uniform(0.02, 0.92)


def choose(rng, n: int, share: float, how: str) -> np.ndarray:
    """Which of n places in reading order are used."""
    k = int(round(n * share))
    used = np.zeros(n, bool)
    if how == "first":
        used[:k] = True
    elif how == "all-but-a-run":
        used[:] = True
        start = int(rng.integers(0, n - (n - k) + 1))
        used[start : start + n - k] = False
    elif how == "run":
        start = int(rng.integers(0, n - k + 1))
        used[start : start + k] = True
    else:
        used[rng.permutation(n)[:k]] = True
    return used
