"""Sheets of homework, blank, partly or wholly done, with every answer place known: notes, or printed worksheets."""

import cv2

from .draft import Draft, Sheet, choose, wanted_share
from .hands import Hands
from .notes import KINDS, notes
from .paper import WIDTH
from .printing import Type, scaled, stamp


def homework(rng, hands: Hands, type_: Type, share: float | None = None, written: float = 0.55,
             kinds: tuple[float, ...] = KINDS) -> Sheet:
    """A sheet of homework; written: the part of it that is notes, the rest are worksheets; kinds: of the paper of notes."""
    if rng.random() < written:
        return notes(rng, hands, type_, share, kinds=kinds)
    return worksheet(rng, hands, type_, share)


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
