"""Handwritten characters of all sources, each as a bitmap or as pen strokes, by source, part and label."""

import dataclasses
import functools

import cv2
import numpy as np

from .. import sources

DIGITS = tuple("0123456789")
LETTERS = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
SIGNS = ("plus", "minus", "point", "comma")
OTHERS = ("asterisk", "percent", "question", "equals", "less", "greater", "colon", "times", "divide")
RENAMED = {"dot": "point", "x_lower": "X", "y_lower": "Y"} | {f"{c}/{c.lower()}": c for c in LETTERS}
PARTS = ("train", "validation", "test")
SOURCES = ("mnist", "unipen", "bhmsds", "emnist", "mdas", "drawn")


@dataclasses.dataclass(frozen=True)
class Character:
    """Either ink, uint8 with 255 for ink, cut to what is written, or points float32 (n, 2) with y down and stroke lengths.
    Its height is 1 unless it is wider than high: then its width is."""

    ink: np.ndarray | None = None
    points: np.ndarray | None = None
    lengths: np.ndarray | None = None

    @property
    def size(self) -> tuple[float, float]:
        """Width and height, the longer one 1."""
        if self.ink is not None:
            h, w = self.ink.shape
        else:
            w, h = np.maximum(self.points.max(0), 0.02)
        return w / max(w, h), h / max(w, h)


def _cut(image: np.ndarray) -> Character | None:
    """A bitmap cut to its ink; its strokes keep their soft edges."""
    ys, xs = np.nonzero(image > 80)
    if len(ys) < 3:
        return None
    y0, y1, x0, x1 = ys.min(), ys.max() + 1, xs.min(), xs.max() + 1
    return Character(ink=np.ascontiguousarray(image[max(y0 - 1, 0) : y1 + 1, max(x0 - 1, 0) : x1 + 1]))


def _parts(split: np.ndarray) -> np.ndarray:
    """train, validation or test: every tenth character that may be trained on validates."""
    parts = np.where(split == "test", "test", "train").astype("<U10")
    own = np.flatnonzero(parts == "train")
    parts[own[np.random.default_rng(5).permutation(len(own))[: len(own) // 10]]] = "validation"
    return parts


def _bitmaps(name: str) -> dict[str, dict[str, list[Character]]]:
    with np.load(sources.ROOT / name) as z:
        images, labels, split = z["images"], z["labels"].astype(str), z["split"].astype(str)
        suspect = z["suspect"] if "suspect" in z else np.zeros(len(labels), bool)
    found: dict[str, dict[str, list[Character]]] = {}
    for image, label, part, odd in zip(images, labels, _parts(split), suspect):
        character = None if odd else _cut(image)
        if character is not None:
            found.setdefault(str(part), {}).setdefault(RENAMED.get(str(label), str(label)), []).append(character)
    return found


def _suspect() -> np.ndarray:
    """Which characters of strokes/unipen.npz have a doubtful label: flagged where their bitmaps are, which are the same
    characters in the same order with a few left out."""
    with np.load(sources.ROOT / "chars" / "unipen.npz") as z:
        flagged = list(zip(z["writer"].astype(str), z["labels"].astype(str), z["suspect"]))
    with np.load(sources.ROOT / "strokes" / "unipen.npz") as z:
        drawn = list(zip(z["writer"].astype(str), z["labels"].astype(str)))
    suspect, at = np.zeros(len(drawn), bool), 0
    for writer, label, odd in flagged:
        while drawn[at] != (writer, label):
            at += 1
        suspect[at], at = odd, at + 1
    return suspect


def _not_one(label: str, points: np.ndarray, lengths: np.ndarray) -> bool:
    """Whether a 0 or 4 is plainly cut wrong: UNIPEN has the slash of a zero as a 0 and single strokes of a 4 as a 4, which lie
    along one line, and rows of zeros as a 0, whose strokes lie side by side."""
    centred = points - points.mean(0)
    extent = np.ptp(centred @ np.linalg.svd(centred, full_matrices=False)[2].T, axis=0)
    if label in ("0", "4") and extent.min() < 0.12 * extent.max():
        return True
    strokes = np.split(points[:, 0], np.cumsum(lengths)[:-1])
    return label == "0" and any(a.max() < b.min() for a in strokes for b in strokes)


def _strokes() -> dict[str, dict[str, list[Character]]]:
    """UNIPEN: training writers, and the unseen ones shared out between validation and test as everywhere else. Labels
    end in '?' where they are doubtful."""
    part_of = {writer: part for part in PARTS for writer in sources.strokes(part)}
    with np.load(sources.ROOT / "strokes" / "unipen.npz") as z:
        xy, stroke_ptr, char_ptr = z["xy"].astype(np.float32), z["stroke_ptr"], z["char_ptr"]
        labels, writers = z["labels"].astype(str), z["writer"].astype(str)
    found: dict[str, dict[str, list[Character]]] = {part: {} for part in PARTS}
    for i, odd in enumerate(_suspect()):
        ends = stroke_ptr[char_ptr[i] : char_ptr[i + 1] + 1]
        points = xy[ends[0] : ends[-1]]
        if len(points) < 2 or writers[i] not in part_of:
            continue
        points = points - points.min(0)
        label = RENAMED.get(str(labels[i]), str(labels[i]))
        label += "?" * bool(odd or _not_one(label, points, np.diff(ends)))
        character = Character(points=points / max(points.max(), 1), lengths=np.diff(ends))
        found[part_of[writers[i]]].setdefault(label, []).append(character)
    return found


# Digits as some hands write them and the sources hardly do: skeletons, x right, y down, one list per stroke.
DRAWN = {
    "0": [
        [[(0.3, 0.0), (0.0, 0.5), (0.3, 1.0), (0.6, 0.5), (0.32, 0.02)], [(0.6, 0.05), (0.02, 0.95)]],
        [[(0.3, 0.0), (0.0, 0.5), (0.3, 1.0), (0.6, 0.5), (0.32, 0.02)]],
        [[(0.4, 0.03), (0.12, 0.1), (0.0, 0.5), (0.1, 0.88), (0.35, 1.0), (0.6, 0.75), (0.62, 0.3), (0.45, 0.02), (0.2, 0.06)]],
        [[(0.2, 0.12), (0.02, 0.4), (0.08, 0.85), (0.4, 1.0), (0.7, 0.7), (0.68, 0.25), (0.4, 0.0), (0.25, 0.2)]],
    ],
    "1": [
        [[(0.1, 0.0), (0.05, 0.88), (0.15, 1.0), (0.3, 0.92)]],
        [[(0.0, 0.25), (0.25, 0.0), (0.2, 0.92), (0.35, 1.0)]],
        [[(0.05, 0.42), (0.45, 0.0), (0.45, 1.0)]],
        [[(0.0, 0.55), (0.42, 0.0), (0.38, 1.0)]],
        [[(0.1, 0.25), (0.4, 0.0), (0.4, 1.0)], [(0.12, 1.0), (0.68, 1.0)]],
        [[(0.2, 0.0), (0.2, 1.0)]],
        [[(0.3, 0.0), (0.1, 1.0)]],
        [[(0.0, 0.3), (0.25, 0.0), (0.25, 1.0)]],
        [[(0.0, 0.0), (0.3, 1.0)]],
    ],
    "2": [
        [[(0.0, 0.12), (0.15, 0.0), (0.5, 0.06), (0.0, 1.0), (0.55, 0.95)]],
        [[(0.02, 0.2), (0.3, 0.0), (0.58, 0.25), (0.02, 0.98), (0.3, 0.92), (0.85, 1.0)]],
        [[(0.0, 0.25), (0.1, 0.05), (0.35, 0.0), (0.55, 0.2), (0.45, 0.5), (0.0, 1.0), (0.62, 1.0)]],
        [[(0.0, 0.2), (0.3, 0.0), (0.55, 0.2), (0.4, 0.6), (0.15, 0.95), (0.0, 0.9), (0.1, 0.75), (0.35, 0.9), (0.75, 0.95)]],
        [[(0.05, 0.1), (0.4, 0.0), (0.55, 0.2), (0.3, 0.6), (0.0, 0.95), (0.2, 0.97), (0.6, 0.9)]],
    ],
    "3": [
        [[(0.02, 0.12), (0.3, 0.0), (0.52, 0.2), (0.25, 0.45), (0.55, 0.7), (0.3, 1.0), (0.0, 0.9)]],
        [[(0.0, 0.0), (0.55, 0.0), (0.25, 0.4), (0.58, 0.65), (0.4, 0.98), (0.0, 0.92)]],
        [[(0.0, 0.08), (0.5, 0.0), (0.15, 0.42), (0.52, 0.55), (0.48, 0.88), (0.05, 1.0)]],
        [[(0.1, 0.0), (0.6, 0.04), (0.2, 0.4), (0.5, 0.5), (0.4, 0.85), (0.0, 0.96)]],
        [[(0.05, 0.05), (0.4, 0.02), (0.5, 0.25), (0.18, 0.48), (0.3, 0.46), (0.58, 0.68), (0.4, 0.98), (0.1, 1.0), (0.0, 0.85)]],
    ],
    "4": [
        [[(0.35, 0.0), (0.0, 0.62), (0.65, 0.6)], [(0.45, 0.3), (0.42, 1.0)]],
        [[(0.05, 0.0), (0.0, 0.5), (0.6, 0.5)], [(0.55, 0.0), (0.5, 1.0)]],
        [[(0.45, 1.0), (0.45, 0.0), (0.0, 0.65), (0.7, 0.65)]],
        [[(0.08, 0.05), (0.0, 0.4), (0.2, 0.5), (0.55, 0.42)], [(0.6, 0.0), (0.45, 1.0)]],
        [[(0.4, 0.0), (0.05, 0.55), (0.15, 0.6), (0.75, 0.52)], [(0.6, 0.25), (0.4, 1.0)]],
        [[(0.45, 0.0), (0.0, 0.6), (0.75, 0.58)], [(0.47, 0.02), (0.45, 1.0)]],
    ],
    "5": [
        [[(0.05, 0.1), (0.05, 0.45), (0.4, 0.45), (0.5, 0.75), (0.25, 1.0), (0.0, 0.92)], [(0.15, 0.05), (0.65, 0.0)]],
        [[(0.55, 0.0), (0.1, 0.0), (0.05, 0.42), (0.45, 0.45), (0.5, 0.8), (0.2, 1.0), (0.0, 0.9)]],
        [[(0.12, 0.02), (0.05, 0.42), (0.4, 0.4), (0.55, 0.7), (0.3, 1.0), (0.0, 0.95)], [(0.1, 0.02), (0.6, 0.0)]],
        [[(0.7, 0.0), (0.25, 0.05), (0.15, 0.4), (0.4, 0.5), (0.42, 0.85), (0.15, 1.0), (0.0, 0.92)]],
    ],
    "6": [
        [[(0.35, 0.0), (0.05, 0.45), (0.05, 0.9), (0.35, 1.0), (0.5, 0.75), (0.35, 0.6)]],
        [[(0.05, 0.0), (0.0, 0.9), (0.3, 1.0), (0.5, 0.8), (0.4, 0.62), (0.05, 0.8)]],
        [[(0.5, 0.0), (0.1, 0.4), (0.0, 0.8), (0.25, 1.0), (0.5, 0.78), (0.3, 0.55), (0.05, 0.7)]],
        [[(0.25, 0.0), (0.02, 0.5), (0.1, 0.95), (0.4, 0.98), (0.5, 0.7), (0.3, 0.58), (0.05, 0.72)]],
        [[(0.6, 0.02), (0.3, 0.12), (0.05, 0.55), (0.08, 0.92), (0.35, 1.0), (0.55, 0.8), (0.4, 0.6), (0.12, 0.75)]],
    ],
    "7": [
        [[(0.0, 0.05), (0.55, 0.0), (0.25, 0.9), (0.3, 1.0), (0.45, 0.97)]],
        [[(0.0, 0.02), (0.55, 0.0), (0.3, 1.0)], [(0.0, 0.55), (0.7, 0.52)]],
        [[(0.0, 0.02), (0.6, 0.0), (0.25, 1.0)], [(0.05, 0.5), (0.62, 0.46)]],
        [[(0.0, 0.2), (0.02, 0.0), (0.6, 0.02), (0.3, 1.0)]],
        [[(0.0, 0.22), (0.05, 0.03), (0.62, 0.0), (0.4, 0.45), (0.3, 1.0)], [(0.1, 0.5), (0.65, 0.5)]],
        [[(0.0, 0.0), (0.55, 0.0), (0.5, 1.0)]],
        [[(0.02, 0.1), (0.3, 0.0), (0.6, 0.06), (0.35, 0.5), (0.22, 1.0)]],
        [[(0.0, 0.3), (0.5, 0.0), (0.3, 1.0)]],
        [[(0.0, 0.1), (0.7, 0.2), (0.1, 1.0)]],
        [[(0.0, 0.05), (0.6, 0.0), (0.2, 1.0)]],
        [[(0.0, 0.15), (0.12, 0.03), (0.35, 0.12), (0.65, 0.0), (0.35, 0.55), (0.25, 1.0)]],
    ],
    "8": [
        [[(0.3, 0.0), (0.1, 0.2), (0.3, 0.42), (0.5, 0.2), (0.3, 0.01)], [(0.3, 0.45), (0.02, 0.72), (0.3, 1.0), (0.58, 0.72), (0.28, 0.44)]],
        [[(0.5, 0.05), (0.2, 0.0), (0.08, 0.2), (0.5, 0.7), (0.35, 1.0), (0.08, 0.85), (0.2, 0.55), (0.6, 0.15)]],
        [[(0.5, 0.12), (0.25, 0.0), (0.05, 0.2), (0.3, 0.48), (0.55, 0.75), (0.3, 1.0), (0.02, 0.8), (0.3, 0.45), (0.52, 0.15)]],
        [[(0.28, 0.45), (0.05, 0.2), (0.28, 0.0), (0.5, 0.2), (0.28, 0.45), (0.0, 0.75), (0.28, 1.0), (0.55, 0.75), (0.3, 0.46)]],
        [[(0.55, 0.02), (0.2, 0.02), (0.1, 0.25), (0.45, 0.6), (0.4, 0.95), (0.1, 0.95), (0.05, 0.7), (0.5, 0.25), (0.55, 0.05)]],
    ],
    "9": [
        [[(0.3, 0.0), (0.05, 0.12), (0.1, 0.3), (0.3, 0.28), (0.38, 0.08), (0.35, 0.6), (0.25, 1.0)]],
        [[(0.55, 0.15), (0.25, 0.0), (0.0, 0.25), (0.2, 0.48), (0.55, 0.2), (0.55, 1.0)]],
        [[(0.55, 0.2), (0.25, 0.0), (0.0, 0.25), (0.25, 0.5), (0.55, 0.2), (0.5, 0.8), (0.2, 1.0), (0.02, 0.88)]],
        [[(0.5, 0.1), (0.2, 0.02), (0.02, 0.25), (0.2, 0.45), (0.5, 0.12), (0.4, 0.6), (0.3, 1.0)]],
        [[(0.52, 0.25), (0.3, 0.42), (0.02, 0.3), (0.15, 0.02), (0.45, 0.05), (0.55, 0.4), (0.42, 0.85), (0.05, 1.0)]],
        [[(0.5, 0.08), (0.2, 0.0), (0.0, 0.28), (0.12, 0.42), (0.46, 0.3), (0.52, 0.05), (0.42, 1.0)]],
        [[(0.42, 0.04), (0.12, 0.08), (0.0, 0.36), (0.2, 0.42), (0.5, 0.12), (0.38, 0.55), (0.3, 1.0)]],
        [[(0.18, 0.06), (0.0, 0.3), (0.2, 0.46), (0.48, 0.3), (0.56, 0.04), (0.5, 0.5), (0.42, 1.0)]],
    ],
    "times": [[[(0.0, 0.0), (0.9, 1.0)], [(0.9, 0.0), (0.0, 1.0)]]],
}


def _smooth(points: np.ndarray, rng, least: int) -> np.ndarray:
    """Chaikin's corner cutting, up to three times: hands differ in how round their corners are."""
    for _ in range(int(rng.integers(least, 4))):
        if len(points) > 2:
            cut = np.empty((2 * len(points) - 2, 2))
            cut[0::2], cut[1::2] = 0.75 * points[:-1] + 0.25 * points[1:], 0.25 * points[:-1] + 0.75 * points[1:]
            points = np.concatenate([points[:1], cut, points[-1:]])
    return points


def _drawn(part: str, each: int = 800) -> dict[str, list[Character]]:
    rng = np.random.default_rng([17, PARTS.index(part)])
    found: dict[str, list[Character]] = {}
    for label, drawings in DRAWN.items():
        for k in range(each):
            wobble = rng.uniform(0.01, 0.06)
            strokes = [_smooth(np.array(s) + rng.normal(0, wobble, (len(s), 2)), rng, int(label in "023689")) for s in drawings[k % len(drawings)]]
            points = np.concatenate(strokes).astype(np.float32) * np.float32([rng.uniform(0.7, 1.3), 1])
            points -= points.min(0)
            character = Character(points=points / points.max(), lengths=np.array([len(s) for s in strokes]))
            found.setdefault(label, []).append(character)
    return found


@functools.cache
def characters(source: str) -> dict[str, dict[str, list[Character]]]:
    """part -> label -> characters of one source; parts are train, validation and test."""
    if source == "unipen":
        return _strokes()
    if source == "drawn":
        return {part: _drawn(part) for part in PARTS}
    return _bitmaps({"mnist": "digits/mnist.npz", "emnist": "chars/emnist_abcdft.npz"}.get(source, f"chars/{source}.npz"))
