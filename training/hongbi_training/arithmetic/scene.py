"""Draws a line of sums: print and pen on separate layers, and the labels in the order they are read."""

import dataclasses

import cv2
import numpy as np

from ..glyph.boxes import scribble
from .content import Part
from .faces import CAP, Face, prose
from .writing import Scribe, put


@dataclasses.dataclass
class Layers:
    """print, pen: uint8 with 255 = full ink. labels: what was drawn, in order; spans: where each began and ended."""

    print: np.ndarray
    pen: np.ndarray
    labels: list[str] = dataclasses.field(default_factory=list)
    spans: list[tuple[float, float]] = dataclasses.field(default_factory=list)

    @staticmethod
    def blank(width: int, height: int) -> "Layers":
        return Layers(np.zeros((height, width), np.uint8), np.zeros((height, width), np.uint8))


class Line:
    """Draws parts one after the other from x on a baseline, in one face and one hand. signs: size of its printed signs."""

    def __init__(self, rng, layers: Layers, face: Face, scribe: Scribe, x: float, baseline: float, signs: float = 1.0):
        self.rng, self.layers, self.face, self.scribe = rng, layers, face, scribe
        self.x, self.start, self.baseline = x, x, baseline
        self.spacing = CAP * max(0.0, rng.normal(0.02, 0.04))
        self.around = CAP * (rng.uniform(0.2, 0.5) if rng.random() < 0.4 else rng.uniform(0, 0.15))
        self.frame, self.signs = int(rng.integers(1, 3)), signs

    @property
    def width(self) -> float:
        return self.x - self.start

    def draw(self, parts: list[Part]) -> None:
        for k, part in enumerate(parts):
            getattr(self, "_" + part.kind)(part, k == 0)
        if self.layers.labels[-1:] == [" "]:
            self.layers.labels.pop(), self.layers.spans.pop()

    def _tell(self, label: str, x0: float) -> None:
        labels = self.layers.labels
        if label in ("#", "h#") and labels[-1:] == [label]:  # a run is told once
            self.layers.spans[-1] = (self.layers.spans[-1][0], self.x)
            return
        labels.append(label)
        self.layers.spans.append((x0, self.x))

    def _print(self, part: Part, first: bool) -> None:
        for k, sign in enumerate(part.text):
            x0, wide = self.x, sign in "+-×÷=<>" and self.around
            self.x += wide if k or not first else 0
            size = self.signs if sign in "+-×÷=<>" else 1.0
            self.x = self.face.stamp(self.rng, self.layers.print, sign, self.x, self.baseline, size) + self.spacing + wide
            self._tell(sign, x0)

    def _write(self, text: str, mark: bool = True) -> None:
        scribe, rng = self.scribe, self.rng
        begun = self.x
        for k, sign in enumerate(text):
            x0 = self.x
            base = self.baseline + (scribe.lift + scribe.slope * (self.x - self.start) / CAP / 3) * CAP * 0.6
            base = float(np.clip(base, self.baseline - scribe.strays * CAP, self.baseline + scribe.strays * CAP)) + float(scribe.rise * (x0 - begun))
            self.x = put(rng, self.layers.pen, scribe, sign, self.x, base, CAP)
            if mark:
                self._tell("h" + sign, x0)
            self.x += scribe.apart(rng) * CAP * scribe.ratio * (2 if sign in "1-" else 1)

    def _hand(self, part: Part, first: bool) -> None:
        if part.style == "above":
            self._write_above(part)
            return
        if not first:
            self.x += CAP * self.rng.uniform(*self.scribe.before)
        self._write(part.text)

    def _write_above(self, part: Part) -> None:
        """Over what was written last, which is crossed out."""
        end, line = self.x, self.baseline
        self.x, self.baseline = self.layers.spans[-1][0], line - CAP * (self.scribe.ratio + 0.35)
        self._write(part.text)
        self.x, self.baseline = max(self.x, end), line

    def _gap(self, part: Part, first: bool) -> None:
        rng, wide = self.rng, CAP * _room(self.rng, part.style)
        if part.style == "brackets":
            self._print(Part("print", "("), first)
            x0 = self.x
            self.x += max(0.05, rng.normal(0.25, 0.2)) * CAP
            self._write(part.text)
            self.x = max(self.x, x0 + wide)
            self._print(Part("print", ")"), False)
            return
        self.x += 0.15 * CAP
        x0 = self.x
        if part.text:
            self.x += wide * rng.uniform(0.05, 0.3)
            self._write(part.text)
        self.x = max(self.x + 0.1 * CAP, x0 + wide)
        self._frame(part.style, x0, self.x)
        if not part.text:
            self._tell("□", x0)
        self.x += 0.2 * CAP

    def _frame(self, style: str, x0: float, x1: float) -> None:
        ink, rng, b = self.layers.print, self.rng, self.baseline
        if style == "rule":
            y = round(b + rng.uniform(0.05, 0.25) * CAP)
            cv2.line(ink, (round(x0), y), (round(x1), y), 255, self.frame, cv2.LINE_AA)
            return
        half, middle = CAP * rng.uniform(0.65, 0.85), b - CAP / 2
        if style == "box":
            cv2.rectangle(ink, (round(x0), round(middle - half)), (round(x1), round(middle + half)), 255, self.frame, cv2.LINE_AA)
        else:
            axes = (round((x1 - x0) / 2), round(half))
            cv2.ellipse(ink, (round((x0 + x1) / 2), round(middle)), axes, 0, 0, 360, 255, self.frame, cv2.LINE_AA)

    def _space(self, part: Part, first: bool) -> None:
        x0 = self.x
        self.x += part.width * CAP
        if part.width > 0.8:
            self._tell(" ", x0)

    def _other(self, part: Part, first: bool) -> None:
        x0 = self.x
        self.x += 0.1 * CAP
        for character in part.text or prose(self.rng, self.face):
            self.x = self.face.stamp(self.rng, self.layers.print, character, self.x, self.baseline)
        self.x += 0.15 * CAP
        self._tell("#", x0)

    def _scrawl(self, part: Part, first: bool) -> None:
        letters = [c for c in "ABDEFGHKMNPQRWX" if c in self.scribe.own] or ["A"]
        x0 = self.x
        self._write("".join(self.rng.choice(letters, int(self.rng.integers(1, 6)))), False)
        self._tell("h#", x0)

    def _struck(self, part: Part, first: bool) -> None:
        rng = self.rng
        self.x += CAP * rng.uniform(0, 0.6)
        x0 = self.x
        self._write(part.text, False)
        wide, tall = max(self.x - x0, 0.5 * CAP), CAP * self.scribe.ratio
        middle = np.array([(x0 + self.x) / 2, self.baseline - tall / 2])
        width = max(1, round(self.scribe.pen.width))
        if rng.random() < 0.45:
            scribble(rng, self.layers.pen, middle, (wide * rng.uniform(0.45, 0.65), tall * rng.uniform(0.25, 0.5)), int(rng.integers(4, 11)), width)
        else:
            for _ in range(int(rng.integers(1, 4))):
                lean, y = rng.normal(0, 0.25) * tall, rng.normal(0, 0.12) * tall
                ends = np.array([(x0 - rng.uniform(0, 0.2) * CAP, middle[1] + y + lean), (self.x + rng.uniform(0, 0.2) * CAP, middle[1] + y - lean)])
                ends = np.round(ends * 8).astype(int).tolist()
                cv2.line(self.layers.pen, tuple(ends[0]), tuple(ends[1]), 255, width, cv2.LINE_AA, 3)
        self.x += 0.15 * CAP
        self._tell("h~", x0)


def _room(rng, style: str) -> float:
    """Width of a printed place in heights of a digit."""
    return rng.uniform(1.2, 1.7) if style == "ring" else rng.uniform(1.2, 3.2)
