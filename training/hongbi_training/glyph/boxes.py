"""Answer boxes: a printed frame with what was written in it, its neighbours, and what else comes to lie there."""

import dataclasses
import string

import cv2
import numpy as np

from .camera import UNIT, USUAL, Conditions, shoot
from .characters import DIGITS, LETTERS, OTHERS, SIGNS, Character, characters
from .cut import CHARACTER

REFUSED = ("empty", "crossed-out", "unclear")
DIGIT_LABELS = DIGITS + SIGNS + REFUSED
LETTER_LABELS = LETTERS + REFUSED
# Of what cannot be taken for a character of the other kind in any hand, each kind learns to refuse the other: a digit is
# never refused because it looks a little like a letter or sign that hardly anybody writes in a digit's box.
NO_DIGIT = frozenset("EHKMNW") | frozenset(OTHERS) - {"greater", "less", "question"}
NO_LETTER = frozenset(("minus", "point", "comma", "asterisk", "percent", "question", "equals", "greater", "divide", "colon"))
HEIGHT = 10 * UNIT
BORDER = 4 * UNIT


@dataclasses.dataclass
class Pen:
    """Width in scene pixels, darkness 0..1, and how much the ink is broken up by the paper's grain."""

    width: float
    dark: float
    grain: float

    @staticmethod
    def pick(rng) -> "Pen":
        kind = rng.choice(["ball", "ball", "gel", "pencil", "pencil", "marker"])
        width = {"ball": (1.8, 4.4), "gel": (2.6, 5.2), "pencil": (2.0, 6.5), "marker": (4.8, 8.5)}[kind]
        dark = {"ball": (0.5, 0.95), "gel": (0.65, 0.98), "pencil": (0.3, 0.75), "marker": (0.7, 0.98)}[kind]
        return Pen(rng.uniform(*width), rng.uniform(*dark), rng.uniform(0, 0.7) if kind == "pencil" else rng.uniform(0, 0.15))


def _fields(rng, n: int, knots: int, size: int = 64) -> np.ndarray:
    """Smooth random fields with deviation 1, float32 (n, size, size)."""
    coarse = rng.normal(0, 1, (n, knots, knots)).astype(np.float32)
    return np.stack([cv2.resize(c, (size, size), interpolation=cv2.INTER_CUBIC) for c in coarse])


_BANK = _fields(np.random.default_rng(3), 256, 5) + 0.35 * _fields(np.random.default_rng(6), 256, 9)
_GRAIN = np.stack([cv2.GaussianBlur(g, (0, 0), 0.8) for g in np.random.default_rng(4).random((32, 160, 160), np.float32)])


def _shape(rng, width: float, height: float, strength: float) -> np.ndarray:
    """The 2x2 matrix of a hand's size, slant, and turn, for points about their centre with the longer side 1."""
    angle, slant = rng.normal(0, 0.06 * strength), np.clip(rng.normal(0, 0.13 * strength), -0.5, 0.5)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return turn @ np.array([[1, slant], [0, 1]]) @ np.diag([width, height])


def _loosened(rng, character: Character, strength: float) -> tuple[np.ndarray, np.ndarray]:
    """Points and stroke lengths of a character whose strokes lie a little elsewhere and begin and end a little late or early."""
    found = []
    for stroke in np.split(character.points, np.cumsum(character.lengths)[:-1]):
        if len(character.lengths) > 1:
            stroke = stroke + rng.normal(0, 0.018 * strength, 2).astype(np.float32)
        if len(stroke) > 8 and rng.random() < 0.3 * strength:
            most = max(2, int(0.08 * len(stroke)))
            stroke = stroke[int(rng.integers(most)) : len(stroke) - int(rng.integers(most))]
        found.append(stroke)
    return np.concatenate(found), np.array([len(s) for s in found])


def write(rng, ink: np.ndarray, character: Character, pen: Pen, centre: tuple[float, float], size: float, strength: float = 1.0) -> None:
    """Writes a character with its longer side size pixels long about a centre onto the ink layer (uint8, 255 = full ink).
    strength: how much it is changed, 0 for not at all."""
    squeeze = np.exp(rng.normal(0, 0.1 * strength))
    shape = _shape(rng, size * squeeze, size, strength)
    bend = rng.uniform(0, 0.028) * strength
    fields = _BANK[rng.integers(len(_BANK), size=2)]
    if character.points is not None:
        w, h = character.size
        points, lengths = _loosened(rng, character, strength)
        points = points - np.float32((w / 2, h / 2))
        at = np.clip((points + 0.5) * 63, 0, 63).astype(int)
        points = points + bend * np.stack([f[at[:, 1], at[:, 0]] for f in fields], 1)
        fixed = np.round((points @ shape.T + centre) * 8).astype(np.int32)
        width = max(1, int(round(min(pen.width, max(size / 5, 2)))))
        cv2.polylines(ink, np.split(fixed, np.cumsum(lengths)[:-1]), False, 255, width, cv2.LINE_AA, 3)
        return
    h, w = character.ink.shape
    longer, half = max(h, w), int(size * 0.8) + 3
    x0, y0 = int(centre[0]) - half, int(centre[1]) - half
    x1, y1 = min(x0 + 2 * half, ink.shape[1]), min(y0 + 2 * half, ink.shape[0])
    x0, y0 = max(x0, 0), max(y0, 0)
    if x1 - x0 < 2 or y1 - y0 < 2:
        return
    back = np.linalg.inv(shape) * longer
    x, y = np.arange(x0, x1) - centre[0], (np.arange(y0, y1) - centre[1])[:, None]
    shift = [cv2.resize(f, (x1 - x0, y1 - y0)) * np.float32(bend * longer) for f in fields]
    source = [
        (m[0] * x + m[1] * y + n / 2 - 0.5).astype(np.float32) + s for m, n, s in zip(back, (w, h), shift)
    ]
    drawn = cv2.remap(character.ink, source[0], source[1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
    part = ink[y0:y1, x0:x1]
    np.maximum(part, _thickened(drawn, pen), out=part)


def _parts(drawn: np.ndarray) -> tuple[int, int]:
    """How many pieces the ink has, and how many pieces of paper it parts."""
    dark = cv2.threshold(drawn, 110, 255, cv2.THRESH_BINARY)[1]
    return cv2.connectedComponents(dark)[0], cv2.connectedComponents(255 - dark, connectivity=4)[0]


def _thickened(drawn: np.ndarray, pen: Pen) -> np.ndarray:
    """Strokes of a bitmap brought nearer to the pen's width, unless that would break them or fill a loop."""
    kernel, parts = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (3, 3)), _parts(drawn)
    for _ in range(2):
        thin = cv2.erode(drawn, kernel)
        lost = 1 - float(thin.sum()) / max(1.0, float(drawn.sum()))
        width = 2 / max(lost, 0.05)  # a stroke of width w loses 2 / w of its area
        if width > pen.width + 1.5 and lost < 0.5:
            other = thin
        elif width < pen.width - 1.5:
            other = cv2.dilate(drawn, kernel)
        else:
            break
        if _parts(other) != parts:
            break
        drawn = other
    return drawn


@dataclasses.dataclass
class Box:
    """A printed box in a scene: paper (uint8), the ink written on it, and the box's left, top, right, bottom."""

    paper: np.ndarray
    ink: np.ndarray
    rect: np.ndarray
    joined: float

    @property
    def size(self) -> tuple[float, float]:
        return self.rect[2] - self.rect[0], self.rect[3] - self.rect[1]

    @property
    def centre(self) -> np.ndarray:
        return np.array([self.rect[0] + self.rect[2], self.rect[1] + self.rect[3]]) / 2


def _print(rng, paper: np.ndarray, left: float, top: float, right: float, bottom: float, level: int, width: int, dotted: bool) -> None:
    a, b = (int(round(left * 8)), int(round(top * 8))), (int(round(right * 8)), int(round(bottom * 8)))
    if not dotted:
        cv2.rectangle(paper, a, b, level, width, cv2.LINE_AA, 3)
        return
    step = rng.uniform(3, 6)
    for x in np.arange(left, right, step):
        for y in (top, bottom):
            cv2.circle(paper, (int(x), int(y)), max(1, width // 2), level, -1, cv2.LINE_AA)
    for y in np.arange(top, bottom, step):
        for x in (left, right):
            cv2.circle(paper, (int(x), int(y)), max(1, width // 2), level, -1, cv2.LINE_AA)


def draw_box(rng) -> Box:
    """A blank box with its neighbours: joined in a comb or apart, framed or dotted, beside other print."""
    width = HEIGHT * (rng.uniform(0.72, 0.88) if rng.random() < 0.6 else rng.uniform(0.62, 1.1))
    canvas = (int(HEIGHT + 2 * BORDER), int(width + 2 * BORDER))
    paper = np.full(canvas, int(rng.integers(215, 256)), np.uint8)
    left, top = BORDER + rng.uniform(0, 1), BORDER + rng.uniform(0, 1)
    rect = np.array([left, top, left + width, top + HEIGHT])
    level = int(rng.uniform(0, 110) if rng.random() < 0.8 else rng.uniform(110, 190))
    line, dotted = int(rng.integers(1, 5)), rng.random() < 0.04
    gap = 0.0 if rng.random() < 0.4 else rng.uniform(0.5, 4) * UNIT
    for side in (-1, 1):
        if rng.random() < 0.6:
            x = left + side * (width + gap)
            _print(rng, paper, x, top, x + width, top + HEIGHT, level, line, dotted)
    _print(rng, paper, *rect, level, line, dotted)
    if rng.random() < 0.25:
        text = "".join(rng.choice(list(string.ascii_letters + string.digits + "+=().:"), int(rng.integers(1, 6))))
        x = rng.uniform(-1, 0.4) * BORDER if rng.random() < 0.5 else rect[2] + rng.uniform(0.3, 1) * BORDER
        y = rng.uniform(0.3, 1) * canvas[0] if rng.random() < 0.5 else rng.choice([BORDER - 0.25 * BORDER, canvas[0]])
        cv2.putText(paper, text, (int(x), int(y)), int(rng.integers(0, 5)), rng.uniform(0.4, 1.0), level, 1, cv2.LINE_AA)
        rect_ = np.round(rect).astype(int)  # print never reaches into a box
        inside = paper[rect_[1] + 3 : rect_[3] - 2, rect_[0] + 3 : rect_[2] - 2]
        inside[:] = paper.max()
    return Box(paper, np.zeros(canvas, np.uint8), rect, gap)


class Desk:
    """Writes into boxes with the characters of one source and part."""

    def __init__(self, source: str, part: str, training: bool = False):
        self.by_label = characters(source).get(part, {})
        self.training = training

    def strength(self, rng) -> float:
        """How much a character is changed: much or little in training, hardly where its own writer's hand is to be judged."""
        return float(rng.uniform(0.2, 1.9)) if self.training else 0.2

    def pick(self, rng, label: str) -> Character:
        some = self.by_label[label]
        return some[int(rng.integers(len(some)))]

    def any(self, rng, labels=DIGITS) -> tuple[str, Character]:
        have = [l for l in labels if l in self.by_label] or sorted(self.by_label)
        label = have[int(rng.integers(len(have)))]
        return label, self.pick(rng, label)

    def place(self, rng, box: Box, label: str, character: Character, pen: Pen) -> None:
        """Writes a character into a box at a size and place that its label and a person would give it."""
        w, h = character.size
        width, height = box.size
        tall = float(np.clip(rng.normal(0.7, 0.11), 0.42, 0.98)) * height
        centre = box.centre + rng.normal(0, 1, 2) * (0.05 * width, 0.04 * height)
        if label in ("point", "comma"):
            size = tall * (rng.uniform(0.03, 0.16) if label == "point" else rng.uniform(0.16, 0.3))
            low = rng.uniform(0.55, 0.98) if rng.random() < 0.9 else rng.uniform(0.4, 0.6)
            centre = box.rect[:2] + np.array([rng.uniform(0.12, 0.88) * width, low * height - size * h / 2])
            pen = dataclasses.replace(pen, width=pen.width * rng.uniform(1, 1.6))
        elif label in ("minus", "plus", "times", "divide", "equals", "asterisk", "colon", "less", "greater"):
            size = min(rng.uniform(0.28, 0.7) * height, width * 0.9)
        else:
            size = tall if h >= w else min(tall / max(h, 0.35), width * 0.95)
            size *= min(1, 1.1 * width / max(size * w, 1))
            room = np.maximum(0, (width - size * w, height - size * h)) / 2
            centre = centre + rng.uniform(-0.7, 0.7, 2) * room
        write(rng, box.ink, character, pen, tuple(centre), size, self.strength(rng))

    def neighbours(self, rng, box: Box, pen: Pen, chance: float = 0.5) -> None:
        """Writing in the boxes on both sides, which may reach into this one."""
        for side in (-1, 1):
            if rng.random() < chance:
                _, character = self.any(rng)
                at = box.centre + (side * (box.size[0] + box.joined) + rng.normal(0, 0.12) * box.size[0], rng.normal(0, 4))
                write(rng, box.ink, character, pen, tuple(at), HEIGHT * float(np.clip(rng.normal(0.72, 0.12), 0.4, 1.05)))


def _lines(rng, box: Box, pen: Pen, count: int, reach: float = 0.45) -> None:
    """Straight or wavy lines through the middle of the box, as of crossing out."""
    width, height = box.size
    base = rng.uniform(0, np.pi)
    for k in range(count):
        angle = base + (np.pi / 2 if k % 2 and rng.random() < 0.6 else 0) + rng.normal(0, 0.15)
        half = np.array([np.cos(angle), np.sin(angle)]) * reach * rng.uniform(0.85, 1.2) * height
        middle = box.centre + rng.normal(0, 0.05, 2) * (width, height)
        t = np.linspace(-1, 1, 12)[:, None]
        points = middle + t * half + np.sin(t * rng.uniform(1, 7)) * rng.uniform(0, 2.5) * half[::-1] / np.linalg.norm(half)
        cv2.polylines(box.ink, [np.round(points * 8).astype(np.int32)], False, 255, max(1, int(round(pen.width))), cv2.LINE_AA, 3)


def scribble(rng, ink: np.ndarray, centre, radius: tuple[float, float], turns: int, width: int) -> None:
    """A pen going to and fro over a place, or round and round."""
    n = turns * 2
    if rng.random() < 0.6:
        t = np.linspace(-1, 1, n)
        points = np.stack([t + rng.normal(0, 0.1, n), np.where(np.arange(n) % 2, 1, -1) * rng.uniform(0.6, 1.1, n)], 1)
    else:
        a = np.linspace(0, turns * np.pi, n * 3)
        r = rng.uniform(0.3, 1.05, len(a))
        points = np.stack([np.cos(a) * r, np.sin(a) * r], 1)
    angle = rng.uniform(0, np.pi)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    points = (points @ turn) * radius + centre
    cv2.polylines(ink, [np.round(points * 8).astype(np.int32)], False, 255, width, cv2.LINE_AA, 3)


def finish(rng, box: Box, pen: Pen) -> np.ndarray:
    """Lays the ink on the paper."""
    ink = box.ink.astype(np.float32) * np.float32(pen.dark / 255)
    if pen.grain > 0.05:
        grain = _GRAIN[int(rng.integers(len(_GRAIN)))][: ink.shape[0], : ink.shape[1]]
        ink *= 1 - np.float32(pen.grain) * np.clip((grain - 0.42) * 4, 0, 1)
    return cv2.multiply(box.paper, 1 - ink, dtype=cv2.CV_8U)


def empty(rng, desk: Desk, conditions: Conditions = USUAL) -> np.ndarray:
    """A box nobody wrote in: perhaps with its neighbours' writing, specks, or the ghost of what shines through."""
    box, pen = draw_box(rng), Pen.pick(rng)
    if rng.random() < 0.6:
        desk.neighbours(rng, box, pen, 0.6)
    scene = finish(rng, box, pen)
    if rng.random() < 0.2:
        ghost = np.zeros_like(box.ink)
        label, character = desk.any(rng)
        character = Character(ink=character.ink[:, ::-1]) if character.ink is not None else character
        write(rng, ghost, character, Pen(3, 1, 0), tuple(box.centre + rng.normal(0, 8, 2)), HEIGHT * rng.uniform(0.4, 0.8))
        scene = cv2.multiply(scene, 1 - ghost.astype(np.float32) * np.float32(rng.uniform(0.02, 0.09) / 255), dtype=cv2.CV_8U)
    return shoot(rng, scene, box.rect, CHARACTER, conditions)


def crossed_out(rng, desk: Desk, conditions: Conditions = USUAL) -> np.ndarray:
    """A character that its writer took back."""
    box, pen = draw_box(rng), Pen.pick(rng)
    label, character = desk.any(rng)
    desk.place(rng, box, label, character, pen)
    if label not in ("0", "1", "4", "7") and rng.random() < 0.3:
        _lines(rng, box, pen, 1, 0.55)
    elif rng.random() < 0.5:
        _lines(rng, box, pen, int(rng.integers(2, 5)), 0.48)
    else:
        width, height = box.size
        radius = (width * rng.uniform(0.25, 0.5), height * rng.uniform(0.22, 0.45))
        scribble(rng, box.ink, box.centre, radius, int(rng.integers(4, 11)), max(1, int(round(pen.width))))
    desk.neighbours(rng, box, pen, 0.3)
    return shoot(rng, finish(rng, box, pen), box.rect, CHARACTER, conditions)


def unclear(rng, desk: Desk, conditions: Conditions = USUAL) -> np.ndarray:
    """Two characters in one box, one written over another, a scribble, or strokes that are no character."""
    box, pen = draw_box(rng), Pen.pick(rng)
    (width, height), r = box.size, rng.random()
    if r < 0.4:  # side by side
        tall = rng.uniform(0.35, 0.62) * height
        for side in (-1, 1):
            at = box.centre + (side * width * rng.uniform(0.2, 0.28), rng.normal(0, 0.05) * height)
            write(rng, box.ink, desk.any(rng)[1], pen, tuple(at), tall)
    elif r < 0.65:  # one over another
        first, a = desk.any(rng)
        second, b = desk.any(rng)
        if first == second or {first, second} <= {"1", "7", "4", "9"}:
            second, b = desk.any(rng, [d for d in "2358" if d != first])
        tall = rng.uniform(0.5, 0.8) * height
        for character in (a, b):
            write(rng, box.ink, character, pen, tuple(box.centre + rng.normal(0, 2, 2)), tall * rng.uniform(0.9, 1.1))
    elif r < 0.85:
        radius = (width * rng.uniform(0.18, 0.42), height * rng.uniform(0.15, 0.42))
        at = box.centre + rng.normal(0, 0.1, 2) * (width, height)
        scribble(rng, box.ink, at, radius, int(rng.integers(6, 13)), max(1, int(round(pen.width))))
    else:  # strokes at random
        for _ in range(int(rng.integers(4, 8))):
            points = box.rect[:2] + rng.uniform(0.05, 0.95, (int(rng.integers(2, 5)), 2)) * box.size
            cv2.polylines(box.ink, [np.round(points * 8).astype(np.int32)], False, 255, max(1, int(round(pen.width))), cv2.LINE_AA, 3)
    desk.neighbours(rng, box, pen, 0.3)
    return shoot(rng, finish(rng, box, pen), box.rect, CHARACTER, conditions)


REFUSALS = {"empty": empty, "crossed-out": crossed_out, "unclear": unclear}


def written(rng, desk: Desk, label: str, character: Character, conditions: Conditions = USUAL) -> np.ndarray:
    """A box with one character in it."""
    box, pen = draw_box(rng), Pen.pick(rng)
    desk.place(rng, box, label.rstrip("?"), character, pen)
    desk.neighbours(rng, box, pen, 0.4)
    return shoot(rng, finish(rng, box, pen), box.rect, CHARACTER, conditions)


def targets(label: str) -> tuple[int, int]:
    """What the two answers of the network are to be for a label: its place among the labels of digits and of letters, -1
    where neither a character nor its refusal can be asked for."""
    digit = DIGIT_LABELS.index(label) if label in DIGIT_LABELS else len(DIGIT_LABELS) - 1 if label in NO_DIGIT else -1
    letter = LETTER_LABELS.index(label) if label in LETTER_LABELS else len(LETTER_LABELS) - 1 if label in NO_LETTER else -1
    return digit, letter
