"""Pages of homework as flat paper: blank, partly or wholly done, with every answer place known."""

import dataclasses
from collections.abc import Callable

import cv2
import numpy as np

from .hands import Hand, Hands, Pen, draw, lay
from .printing import Type, scaled, stamp

WIDTH = 720


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

    def finish(self, used: np.ndarray, kind: str) -> Sheet:
        rng = self.rng
        for place, is_used in zip(self.places, used):
            if is_used:
                place.fill()
        paper = np.full((self.height, WIDTH), self.tone, np.uint8)
        if rng.random() < 0.3:  # mottled or crumpled
            field = rng.normal(0, rng.uniform(1, 6), (int(rng.integers(3, 30)), int(rng.integers(3, 20)))).astype(np.float32)
            paper = np.clip(paper + cv2.resize(field, (WIDTH, self.height), interpolation=cv2.INTER_CUBIC), 0, 255).astype(np.uint8)
        if rng.random() < 0.12:  # the other side shines through
            other = self.ink if self.ink.any() and rng.random() < 0.5 else self.print
            ghost = cv2.GaussianBlur(cv2.flip(other, 1), (0, 0), 1.2)
            paper = over(paper, ghost, rng.uniform(0.04, 0.14))
        paper = over(paper, self.print, rng.uniform(0.6, 0.95))
        paper = over(paper, self.ink, 1.0)
        if rng.random() < 0.1:  # punched holes
            x = int(rng.uniform(12, 30))
            for y in np.linspace(0.1, 0.9, int(rng.integers(2, 5))) * self.height:
                cv2.circle(paper, (x, int(y)), int(rng.uniform(6, 11)), int(rng.uniform(20, 120)), -1, cv2.LINE_AA)
        rows = [(p.x0, p.y0, p.x1, p.y1, float(u)) for p, u in zip(self.places, used)]
        ink = np.maximum(self.ink, (self.print * rng.uniform(0.6, 0.95)).astype(np.uint8))
        return Sheet(paper, np.array(rows, np.float32).reshape(-1, 5), True, kind, ink)


def over(paper: np.ndarray, ink: np.ndarray, dark: float) -> np.ndarray:
    """Ink on paper: the paper's light times what the ink lets through."""
    return cv2.multiply(paper, cv2.addWeighted(ink, -dark, ink, 0, 255), scale=1 / 255)


def wanted_share(rng) -> float:
    """Blank, complete and everything between, so that all three classes are common."""
    r = rng.random()
    return 0.0 if r < 0.24 else 1.0 if r < 0.42 else rng.uniform(0.88, 1.0) if r < 0.5 else rng.uniform(0.02, 0.92)


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


def notes(rng, hands: Hands, type_: Type, share: float | None = None, paper: tuple[float, int] | None = None) -> Sheet:
    """Ruled, squared or plain paper written on by hand. Its places are the ruled lines or, without rules, line-high bands.

    paper: aspect (height by width) and number of lines (0: plain) of a given paper; its rules are then not drawn.
    """
    d = Draft(rng, hands, type_, paper[0] if paper else None)
    kind = "plain" if paper else str(rng.choice(["ruled", "squared", "plain"], p=[0.42, 0.18, 0.4]))
    share = wanted_share(rng) if share is None else share
    left, right = WIDTH * rng.uniform(0.03, 0.14), WIDTH * (1 - rng.uniform(0.02, 0.09))
    top, bottom = d.height * rng.uniform(0.02, 0.11), d.height * (1 - rng.uniform(0.015, 0.08))
    pitch = rng.uniform(20, 40)
    if kind == "plain":
        pitch = rng.uniform(18, 52) if rng.random() < 0.85 else rng.uniform(52, 190)
    if paper and paper[1]:
        top, bottom = d.height * 0.01, d.height * 0.99
        pitch = (bottom - top) / paper[1]
    dark = rng.uniform(0.1, 0.6)
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
    return d.finish(used, kind)


def worksheet(rng, hands: Hands, type_: Type, share: float | None = None, aspect: float | None = None) -> Sheet:
    """A printed sheet of sums, gaps, boxes, choices and ruled answer lines."""
    d = Draft(rng, hands, type_, aspect or float(rng.choice([1.414, 1.414, 1.29, 1.2, 0.75])))
    share = wanted_share(rng) if share is None else share
    face = d.type.face(rng)
    left, right = WIDTH * rng.uniform(0.05, 0.12), WIDTH * (1 - rng.uniform(0.04, 0.1))
    y, size = d.height * rng.uniform(0.03, 0.08), rng.uniform(15, 30)
    if rng.random() < 0.8:
        title = d.type.text(rng, face, size * rng.uniform(1.1, 1.8), WIDTH * 0.4)
        stamp(d.print, title, (WIDTH - title.shape[1]) / 2, y)
        y += size * 2.2
    if rng.random() < 0.6:  # name and class: printed blanks that are no answer places
        x, named = left, rng.random() < (0.15 if share == 0 else 0.6)
        for _ in range(int(rng.integers(1, 4))):
            label = d.type.text(rng, face, size, 60)
            stamp(d.print, label, x, y)
            x += label.shape[1] + 4
            end = x + rng.uniform(60, 130)
            d.rule(x, y + size, end)
            if named:
                d.write(x, y - size * 0.3, end, y + size, "letters", size * 0.8)
            x = end + 20
        y += size * rng.uniform(1.8, 3)
    only_sums = rng.random() < 0.4
    while y < d.height * 0.93 - size:
        y = _sums(d, y, left, right, size, whole=True) if only_sums else _block(d, face, y, left, right, size)
    if not d.places:
        return worksheet(rng, hands, type_, share, aspect)
    used = choose(rng, len(d.places), share, str(rng.choice(["first", "random", "random", "run", "all-but-a-run"])))
    return d.finish(used, "sums" if only_sums else "worksheet")


def _sums(d: Draft, y: float, left: float, right: float, size: float, whole: bool) -> float:
    """Rows of printed sums, each with a gap, a box or a blank for its answer."""
    rng = d.rng
    columns = int(rng.integers(1, 5 if size < 24 else 4))
    pitch = size * rng.uniform(1.4, 3)
    rows = int((d.height * 0.95 - y) / pitch) if whole else int(rng.integers(1, 5))
    look = str(rng.choice(["gap", "gap", "box", "blank"]))
    numbered = rng.random() < 0.4
    hand_size = size * rng.uniform(0.7, 1.4)
    gap = size * rng.uniform(1.8, 3.5)
    step = (right - left) / columns
    for _ in range(max(1, rows)):
        for c in range(columns):
            x, end = left + c * step, left + (c + 1) * step - 6
            if numbered:
                label = d.type.sum(rng, size, open_end=False)[:, : int(size)]
                stamp(d.print, label, x, y)
                x += size * 1.3
            printed = d.type.sum(rng, size)
            if x + printed.shape[1] + size > end:
                printed = scaled(printed, size * max(0.5, (end - size - x) / printed.shape[1]))
            at, x = x, x + printed.shape[1] + 4
            wide = min(gap, end - x)
            if wide < size * 0.7:
                continue
            stamp(d.print, printed, at, y + (size - printed.shape[0]) / 2)
            top, bottom = y - size * 0.15, y + size * 1.05
            if look == "box":
                d.box(x, top, x + wide, bottom)
            elif look == "blank":
                d.rule(x, bottom, x + wide)
            d.place(x, top, x + wide, bottom, lambda x=x, t=bottom - max(hand_size * 1.3, size), b=bottom, w=wide:
                    d.write(x + 2, t, x + w, b, "number", hand_size))
        y += pitch
    return y + size * 0.5


def _block(d: Draft, face, y: float, left: float, right: float, size: float) -> float:
    """One exercise; returns where the next may begin."""
    rng = d.rng
    kind = str(rng.choice(["lines", "blanks", "choice", "bubbles", "boxes", "free", "sums", "text", "table"],
                          p=[0.22, 0.18, 0.12, 0.08, 0.1, 0.1, 0.1, 0.05, 0.05]))
    line = size * rng.uniform(1.25, 1.7)
    style = str(rng.choice(["prose", "characters", "letters", "sums"]))
    if kind == "sums":
        return _sums(d, y, left, right, size, whole=False)
    if kind in ("lines", "free", "text", "table"):
        for _ in range(int(rng.integers(1, 3)) if kind != "text" else int(rng.integers(3, 9))):
            if y < d.height * 0.93:
                stamp(d.print, d.type.text(rng, face, size, (right - left) * rng.uniform(0.4, 1)), left, y)
            y += line
    if kind == "lines":
        pitch, dark = max(24.0, size * rng.uniform(1.2, 2)), rng.uniform(0.4, 1)
        for _ in range(int(rng.integers(1, 9))):
            if y + pitch > d.height * 0.96:
                break
            d.rule(left, y + pitch, right, dark)
            x1 = left + (right - left) * rng.uniform(0.25, 1)
            d.place(left, y, right, y + pitch, lambda y=y, x1=x1: d.write(left, y, x1, y + pitch, style))
            y += pitch
    elif kind == "free":
        high = rng.uniform(70, 240)
        if y + high < d.height * 0.97:
            if rng.random() < 0.8:
                d.box(left, y, right, y + high)
            def fill(y=y, high=high):
                if rng.random() < 0.25:
                    return d.sketch(left + 10, y + 5, right - 10, y + high - 5)
                step = rng.uniform(24, 40)
                for k in range(int(rng.integers(1, 1 + max(1, high // step)))):
                    d.write(left + 10, y + k * step, left + (right - left) * rng.uniform(0.3, 0.98), y + (k + 1) * step, style)
            d.place(left, y, right, y + high, fill)
        y += high
    elif kind == "table":
        rows, columns, high = int(rng.integers(2, 6)), int(rng.integers(2, 6)), size * rng.uniform(1.3, 2.2)
        step = (right - left) / columns
        for r in range(rows):
            if y + high > d.height * 0.97:
                break
            for c in range(columns):
                x = left + c * step
                d.box(x, y, x + step, y + high)
                if r == 0 or c == 0:
                    stamp(d.print, d.type.text(rng, face, size * 0.9, step * 0.6), x + 5, y + 3)
                else:
                    d.place(x, y, x + step, y + high, lambda x=x, y=y: d.write(x + 6, y, x + step - 6, y + high, "answer"))
            y += high
    elif kind in ("blanks", "choice", "boxes"):
        for _ in range(int(rng.integers(2, 7))):
            if y + line > d.height * 0.95:
                break
            x = left
            for _ in range(int(rng.integers(1, 3))):
                text = d.type.text(rng, face, size, (right - left) * rng.uniform(0.15, 0.4))
                stamp(d.print, text, x, y)
                x += text.shape[1] + 5
                wide = size * (rng.uniform(2, 6) if kind != "choice" else 2)
                if x + wide > right:
                    break
                if kind == "blanks":
                    d.rule(x, y + size, x + wide)
                elif kind == "boxes":
                    d.box(x, y - size * 0.2, x + wide, y + size * 1.1)
                else:
                    for at, edge in ((x, "("), (x + wide - size * 0.5, ")")):
                        stamp(d.print, scaled(d.type.signs[0][edge], size), at, y)
                answer = "letter" if kind == "choice" else "answer"
                inset = size * 0.45 if kind == "choice" else 3
                d.place(x, y - size * 0.2, x + wide, y + size * 1.1, lambda x=x, y=y, w=wide, a=answer, i=inset:
                        d.write(x + i, y - size * 0.35, x + w - i, y + size * 1.05, a))
                x += wide + 10
            y += line * rng.uniform(1.1, 1.8)
    elif kind == "bubbles":
        options, radius = int(rng.integers(3, 6)), size * rng.uniform(0.3, 0.45)
        for _ in range(int(rng.integers(2, 8))):
            if y + line > d.height * 0.95:
                break
            text = d.type.text(rng, face, size, (right - left) * 0.3)
            stamp(d.print, text, left, y)
            x0 = left + text.shape[1] + 20
            centres = [x0 + k * size * 1.8 for k in range(options)]
            for x in centres:
                cv2.circle(d.print, (int(x), int(y + size / 2)), int(radius), 255, 1, cv2.LINE_AA)
            x = centres[int(rng.integers(options))]
            d.place(x0 - size, y - size * 0.2, centres[-1] + size, y + size * 1.2, lambda x=x, y=y, r=radius:
                    d.tick(x - r, y + size / 2 - r, x + r, y + size / 2 + r))
            y += line * 1.2
    return y + size * rng.uniform(0.4, 1.5)


def homework(rng, hands: Hands, type_: Type, share: float | None = None, written: float = 0.55) -> Sheet:
    """A sheet of homework; written: the part of it that is notes, the rest are worksheets."""
    return (notes if rng.random() < written else worksheet)(rng, hands, type_, share)
