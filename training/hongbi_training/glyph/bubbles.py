"""Bubbles: a printed ring to be marked, and the ways in which people mark it, mark it by halves, and take it back."""

import cv2
import numpy as np

from .boxes import Box, Desk, Pen, finish, scribble, write
from .camera import UNIT, USUAL, Conditions, shoot
from .cut import MARK

LABELS = ("blank", "filled", "tick", "cross", "ring", "crossed-out", "faint")
SIZE = 5 * UNIT
BORDER = 6 * UNIT


def _outline(rng, paper: np.ndarray, x: float, y: float, rx: float, ry: float, level: int, line: int, shape: str) -> None:
    if shape == "round":
        cv2.ellipse(paper, (int(x * 8), int(y * 8)), (int(rx * 8), int(ry * 8)), 0, 0, 360, level, line, cv2.LINE_AA, 3)
    else:
        cv2.rectangle(paper, (int((x - rx) * 8), int((y - ry) * 8)), (int((x + rx) * 8), int((y + ry) * 8)), level, line, cv2.LINE_AA, 3)


def draw_bubble(rng) -> tuple[Box, float]:
    """A blank bubble with its neighbours on the sheet, with or without its letter in or beside it; and its pitch."""
    aspect = 1.0 if rng.random() < 0.7 else rng.uniform(0.55, 0.95)
    width, height = (SIZE, SIZE * aspect) if rng.random() < 0.7 else (SIZE * aspect, SIZE)
    paper = np.full((SIZE + 2 * BORDER,) * 2, int(rng.integers(215, 256)), np.uint8)
    c = np.array(paper.shape[::-1]) / 2 + rng.uniform(-0.5, 0.5, 2)
    level = int(rng.uniform(0, 110) if rng.random() < 0.75 else rng.uniform(110, 190))
    line, shape = int(rng.integers(1, 4)), "round" if rng.random() < 0.85 else "square"
    pitch = SIZE * rng.uniform(1.15, 2.2)
    across = rng.random() < 0.7
    inside, letters = rng.random() < 0.45, "ABCDEFGH0123456789TFXV"
    font, scale = int(rng.choice([0, 1, 2, 3, 4])), rng.uniform(0.35, 0.65)
    text_level = int(min(200, level + rng.uniform(0, 120)))
    for k in (-1, 0, 1):
        x, y = c + ((k * pitch, 0) if across else (0, k * pitch))
        if k == 0 or rng.random() < 0.85:
            _outline(rng, paper, x, y, width / 2, height / 2, level, line, shape)
            if inside:
                text = letters[int(rng.integers(len(letters)))]
                (w, h), _ = cv2.getTextSize(text, font, scale, 1)
                cv2.putText(paper, text, (int(x - w / 2), int(y + h / 2)), font, scale, text_level, 1, cv2.LINE_AA)
            elif rng.random() < 0.3:
                text = letters[int(rng.integers(len(letters)))]
                cv2.putText(paper, text, (int(x - width / 2 - 14), int(y + 6)), font, 0.5, level, 1, cv2.LINE_AA)
    rect = np.array([c[0] - width / 2, c[1] - height / 2, c[0] + width / 2, c[1] + height / 2])
    return Box(paper, np.zeros(paper.shape, np.uint8), rect, pitch if across else 0.0), pitch


def _pen_width(pen: Pen) -> int:
    return max(1, int(round(pen.width)))


def _fill(rng, box: Box, pen: Pen, share: float = 1.0) -> None:
    """Shading: a blot, or strokes to and fro, over about a share of the bubble's width and height."""
    (width, height), at = box.size, box.centre + rng.normal(0, 0.06, 2) * box.size
    radius = (width / 2 * share * rng.uniform(0.8, 1.12), height / 2 * share * rng.uniform(0.8, 1.12))
    if rng.random() < 0.45:
        a = np.linspace(0, 2 * np.pi, 24, endpoint=False)
        r = 1 + rng.normal(0, 0.07, 24)
        points = np.stack([np.cos(a) * r * radius[0], np.sin(a) * r * radius[1]], 1) + at
        cv2.fillPoly(box.ink, [np.round(points * 8).astype(np.int32)], 255, cv2.LINE_AA, 3)
    else:
        scribble(rng, box.ink, at, radius, int(rng.integers(7, 14)), max(2, _pen_width(pen)))


def _stroke(rng, box: Box, pen: Pen, points) -> None:
    """A stroke through points in bubble sizes about its centre, bent a little."""
    points = np.array(points, float) * box.size + box.centre
    points = points + rng.normal(0, 0.05, points.shape) * box.size[0]
    cv2.polylines(box.ink, [np.round(points * 8).astype(np.int32)], False, 255, _pen_width(pen), cv2.LINE_AA, 3)


def _tick(rng, desk: Desk, box: Box, pen: Pen) -> None:
    reach = rng.uniform(0.6, 1.5)
    if rng.random() < 0.3 and "V" in desk.by_label:
        at = box.centre + rng.normal(0, 0.12, 2) * box.size
        write(rng, box.ink, desk.pick(rng, "V"), pen, tuple(at), SIZE * rng.uniform(0.5, 1.2))
        return
    low = (rng.uniform(-0.25, 0.1), rng.uniform(0.05, 0.45))
    start = (low[0] - reach * rng.uniform(0.15, 0.4), low[1] - reach * rng.uniform(0.15, 0.45))
    _stroke(rng, box, pen, [start, low, (low[0] + reach * rng.uniform(0.4, 0.8), low[1] - reach * rng.uniform(0.5, 0.95))])


def _cross(rng, desk: Desk, box: Box, pen: Pen) -> None:
    if rng.random() < 0.5 and "X" in desk.by_label:
        at = box.centre + rng.normal(0, 0.08, 2) * box.size
        write(rng, box.ink, desk.pick(rng, "X"), pen, tuple(at), SIZE * rng.uniform(0.55, 1.35))
        return
    r = rng.uniform(0.28, 0.68)
    _stroke(rng, box, pen, [(-r, -r * rng.uniform(0.7, 1.2)), (r, r * rng.uniform(0.7, 1.2))])
    _stroke(rng, box, pen, [(r, -r * rng.uniform(0.7, 1.2)), (-r, r * rng.uniform(0.7, 1.2))])


def _ring(rng, desk: Desk, box: Box, pen: Pen) -> None:
    a = np.linspace(0, 2 * np.pi * rng.uniform(0.92, 1.2), 24) + rng.uniform(0, 2 * np.pi)
    r = rng.uniform(0.57, 0.74) * (1 + np.linspace(0, rng.normal(0, 0.08), 24))
    aspect = np.exp(rng.normal(0, 0.12))
    points = np.stack([np.cos(a) * r * aspect, np.sin(a) * r / aspect], 1) + rng.normal(0, 0.06, 2)
    longer = max(box.size)
    points = points * longer + rng.normal(0, 0.01 * longer, points.shape) + box.centre
    cv2.polylines(box.ink, [np.round(points * 8).astype(np.int32)], False, 255, _pen_width(pen), cv2.LINE_AA, 3)


def _taken_back(rng, desk: Desk, box: Box, pen: Pen) -> None:
    """Filled and then struck through beyond the bubble, or marked in any way and blackened with a wide scribble. A tick or a
    cross that is struck through once or twice is no clear sign of taking back, and not drawn."""
    filled = rng.random() < 0.75
    if filled:
        shade = Box(box.paper, np.zeros_like(box.ink), box.rect, 0)
        _fill(rng, shade, pen)
        # Strokes over a filled bubble show where they leave it, so they reach well beyond.
        np.maximum(box.ink, (shade.ink * rng.uniform(0.55, 1.0)).astype(np.uint8), out=box.ink)
    else:
        (_tick if rng.random() < 0.6 else _cross)(rng, desk, box, pen)
    if filled and rng.random() < 0.75:
        r = rng.uniform(0.8, 1.1)
        turn = rng.uniform(-0.4, 0.4)
        for side in (1, -1)[: 2 if rng.random() < 0.75 else 1]:
            c, s = np.cos(np.pi / 4 * side + turn) * r, np.sin(np.pi / 4 * side + turn) * r
            _stroke(rng, box, pen, [(-c, -s), (0, 0), (c, s)])
    else:
        radius = np.array(box.size) * rng.uniform(0.7, 0.95, 2)
        scribble(rng, box.ink, box.centre, tuple(radius), int(rng.integers(6, 12)), max(2, _pen_width(pen)))


def _trace(rng, desk: Desk, box: Box, pen: Pen) -> None:
    """Too little to be sure of: a dot, a short stroke, a part of the bubble shaded."""
    r = rng.random()
    if r < 0.35:
        at = box.centre + rng.normal(0, 0.12, 2) * box.size
        cv2.circle(box.ink, tuple(np.round(at).astype(int).tolist()), int(rng.integers(2, 6)), 255, -1, cv2.LINE_AA)
    elif r < 0.7:
        a, half = rng.uniform(0, np.pi), rng.uniform(0.12, 0.42)
        off = rng.normal(0, 0.12, 2)
        _stroke(rng, box, pen, [off - half * np.array([np.cos(a), np.sin(a)]), off + half * np.array([np.cos(a), np.sin(a)])])
    else:
        _fill(rng, box, pen, rng.uniform(0.25, 0.5))


def _mark(rng, desk: Desk, box: Box, pen: Pen, label: str) -> None:
    if label == "filled":
        pen.dark = max(pen.dark, 0.4)
        _fill(rng, box, pen)
    elif label == "faint":
        if rng.random() < 0.6:  # erased, or hardly pressed
            pen.dark = rng.uniform(0.11, 0.22)
            (_fill if rng.random() < 0.6 else lambda r, b, p: _tick(r, desk, b, p))(rng, box, pen)
        else:
            _trace(rng, desk, box, pen)
    elif label != "blank":
        {"tick": _tick, "cross": _cross, "ring": _ring, "crossed-out": _taken_back}[label](rng, desk, box, pen)


def bubble(rng, desk: Desk, conditions: Conditions = USUAL, label: str | None = None) -> tuple[str, np.ndarray]:
    """A bubble of one label, at random unless it is given, and the crop of it."""
    label = label or LABELS[int(rng.choice(len(LABELS), p=(0.3, 0.17, 0.1, 0.1, 0.08, 0.12, 0.13)))]
    (box, pitch), pen = draw_bubble(rng), Pen.pick(rng)
    pen.dark = max(pen.dark, 0.4)
    if rng.random() < 0.25:  # its neighbour is marked, perhaps beyond its own ring
        side, other = int(rng.choice([-1, 1])), Pen(pen.width, pen.dark, 0)
        step = np.array([side * pitch, 0] if box.joined else [0, side * pitch])
        near = Box(box.paper, box.ink, box.rect + np.concatenate([step, step]), box.joined)
        _mark(rng, desk, near, other, str(rng.choice(["filled", "tick", "cross", "ring"])))
    _mark(rng, desk, box, pen, label)
    return label, shoot(rng, finish(rng, box, pen), box.rect, MARK, conditions)
