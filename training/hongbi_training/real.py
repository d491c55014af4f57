"""Real paper: photos of handwritten pages as they are, with the writing painted out, and written on anew.

The handwriting of a photo is replaced by the paper around it, smoothed along the rules where there are any, so that a
blank page remains on its real desk in its real light. Onto it come handwriting and worksheets with known places used.
"""

import dataclasses
import functools

import cv2
import numpy as np

from . import sheets, sources
from .camera import Photo, spread
from .hands import Hands
from .paper import over
from .printing import Type


@dataclasses.dataclass(frozen=True)
class Paper:
    """Where the writing area of a photo lies and how much of it is used, as judged by eye.

    corners: top left, top right, bottom right, bottom left in 0..1 of the photo; lines: ruled lines or 0;
    share: places used, by eye; sure: whether its class is beyond doubt; fold: 0 or 1, sources kept mixed in both.
    """

    name: str
    corners: tuple[tuple[float, float], ...]
    lines: int
    share: float
    sure: bool
    fold: int


ALL = ((0, 0), (1, 0), (1, 1), (0, 1))
PAPERS = [
    Paper("handwritten_page/handwriting-oc-001.jpg", ((0.08, 0.1), (0.92, 0.105), (0.955, 0.91), (0.03, 0.905)), 0, 0.33, True, 0),
    Paper("handwritten_page/handwriting-oc-002.jpg", ((0.06, 0.135), (0.92, 0.14), (0.955, 0.93), (0.07, 0.945)), 0, 0.33, True, 0),
    Paper("handwritten_page/handwriting-oc-003.jpg", ((0, 0), (0.975, 0), (1, 0.93), (0, 0.93)), 38, 0.9, False, 1),
    Paper("handwritten_page/handwriting-oc-004.jpg", ((0.19, 0.02), (0.9, 0.026), (1, 1), (0.03, 1)), 30, 0.85, False, 0),
    Paper("handwritten_page/handwriting-oc-005.jpg", ((0.07, 0.02), (0.97, 0.03), (0.995, 0.97), (0.07, 0.98)), 17, 0.97, True, 1),
    Paper("handwritten_page/handwriting-oc-006.jpg", ((0.108, 0.06), (0.937, 0.058), (0.958, 0.973), (0.084, 0.957)), 0, 0.5, True, 1),
    Paper("handwritten_page/handwriting-oc-007.jpg", ((0.103, 0.07), (0.948, 0.073), (0.93, 0.952), (0.1, 0.957)), 0, 0.72, True, 0),
    Paper("handwritten_page/handwriting-oc-008.jpg", ((0.222, 0.043), (0.761, 0.047), (0.766, 0.97), (0.224, 0.977)), 0, 0.17, True, 1),
    Paper("handwritten_page/handwriting-oc-009.jpg", ((0.092, 0.034), (0.92, 0.034), (0.948, 0.935), (0.067, 0.933)), 0, 0.14, True, 0),
    Paper("handwritten_page/handwriting-oc-010.jpg", ((0, 0), (0.945, 0), (0.98, 1), (0, 1)), 0, 1.0, True, 1),
    Paper("handwritten_page/handwriting-oc-011.jpg", ((0.048, 0.024), (0.955, 0.018), (0.97, 0.995), (0.05, 0.985)), 0, 1.0, True, 0),
    Paper("handwritten_page/handwriting-oc-012.jpg", ((0.097, 0.026), (0.945, 0.024), (0.975, 0.97), (0.057, 0.968)), 0, 1.0, True, 1),
    Paper("handwritten_page/handwriting-oc-013.jpg", ((0.076, 0.02), (0.937, 0.028), (0.948, 0.957), (0.04, 0.963)), 0, 0.2, True, 1),
    Paper("handwritten_page/handwriting-oc-014.jpg", ((0.08, 0.036), (0.96, 0.038), (0.957, 0.98), (0.07, 0.98)), 0, 0.9, False, 0),
    Paper("handwritten_page/handwriting-oc-015.jpg", ((0.038, 0.022), (0.945, 0.018), (0.95, 0.985), (0.038, 0.986)), 0, 1.0, True, 0),
    Paper("handwritten_page/handwriting-oc-016.jpg", ((0.1, 0.026), (0.95, 0.038), (0.948, 0.947), (0.086, 0.957)), 0, 1.0, True, 1),
    Paper("handwritten_page/handwriting-oc-017.jpg", ((0.04, 0.005), (0.945, 0.003), (0.97, 0.963), (0.037, 0.978)), 0, 1.0, True, 0),
    Paper("handwritten_page/handwriting-oc-018.jpg", ((0.09, 0.04), (0.92, 0.042), (0.933, 0.953), (0.04, 0.94)), 0, 1.0, True, 1),
    Paper("handwritten_page/noteshrink-001.jpg", ALL, 0, 0.32, True, 1),
    Paper("handwritten_page/noteshrink-002.jpg", ALL, 0, 0.33, True, 1),
    Paper("handwritten_page/noteshrink-003.jpg", ALL, 30, 0.95, True, 0),
    Paper("handwritten_page/noteshrink-004.jpg", ALL, 30, 0.85, False, 0),
    Paper("handwritten_page/noteshrink-005.jpg", ALL, 0, 0.75, True, 0),
    Paper("handwritten_page/noteshrink-006.jpg", ALL, 0, 0.5, True, 1),
    Paper("handwritten_page/noteshrink-007.jpg", ALL, 0, 0.55, True, 0),
]
# Printed sheets on desks: their print painted out they are blank paper; as they are they stay in the test.
SHEETS = [
    Paper("document_other/synthdocs-001.jpg", ((0.108, 0.12), (0.964, 0.125), (0.975, 0.822), (0.075, 0.81)), 0, 0.0, True, 1),
    Paper("document_other/synthdocs-002.jpg", ((0.12, 0.085), (0.94, 0.09), (0.957, 0.755), (0.083, 0.75)), 0, 0.0, True, 0),
]


def quad(paper: Paper, grey: np.ndarray) -> np.ndarray:
    return (np.array(paper.corners) * (grey.shape[1], grey.shape[0])).astype(np.float32)


@functools.cache
def blank(paper: Paper) -> np.ndarray:
    """The photo (8-bit grey) with all ink within its writing area painted out."""
    grey = sources.photo(paper.name)
    unit = max(grey.shape) / 1600
    area = np.zeros_like(grey)
    corners = quad(paper, grey)
    inner = corners + (corners.mean(0) - corners) * (0.012 if paper.corners != ALL else 0)
    cv2.fillConvexPoly(area, np.round(inner).astype(np.int32), 255)
    smooth = cv2.GaussianBlur(grey, (0, 0), 0.8 * unit)
    size = int(25 * unit) | 1
    around = cv2.medianBlur(cv2.dilate(smooth, np.ones((size // 3, size // 3), np.uint8)), size)
    if paper in SHEETS:  # print has tinted bands, wider than any stroke
        band = np.ones((int(91 * unit) | 1,) * 2, np.uint8)
        around = cv2.GaussianBlur(cv2.morphologyEx(np.where(area > 0, smooth, 0).astype(np.uint8), cv2.MORPH_CLOSE, band), (0, 0), 9 * unit)
    depth = cv2.subtract(around, smooth)
    flat = cv2.GaussianBlur(smooth, (0, 0), 3 * unit)
    level = np.median(cv2.absdiff(smooth, flat)[area > 0])
    mask = ((depth > max(9, 5 * level + (8 if paper.lines or paper.corners == ALL else 2))) & (area > 0)).astype(np.uint8)
    mask = cv2.dilate(mask, np.ones((int(7 * unit) | 1,) * 2, np.uint8)) & (area > 0)
    ruled = paper.lines or paper.corners == ALL
    across, down = (30 * unit, 1.0 * unit) if ruled else (10 * unit, 10 * unit)
    keep = ((1 - mask) * (area > 0)).astype(np.float32)
    total = cv2.GaussianBlur(grey * keep, (0, 0), sigmaX=across, sigmaY=down)
    weight = cv2.GaussianBlur(keep, (0, 0), sigmaX=across, sigmaY=down)
    wide = cv2.GaussianBlur(grey * keep, (0, 0), 40 * unit) / np.maximum(cv2.GaussianBlur(keep, (0, 0), 40 * unit), 1e-3)
    trust = np.clip(weight / 0.1, 0, 1)
    fill = trust * total / np.maximum(weight, 1e-3) + (1 - trust) * wide
    grain = np.random.default_rng(0).normal(0, 1.5 + 1.5 * level, grey.shape)
    soft = cv2.GaussianBlur(mask.astype(np.float32), (0, 0), 1.0 * unit)
    return np.clip(grey * (1 - soft) + (fill + grain) * soft, 0, 255).astype(np.uint8)


def reduced(grey: np.ndarray, longer: int | None) -> np.ndarray:
    scale = 1 if longer is None else longer / max(grey.shape)
    return grey if scale >= 1 else cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)


def original(paper: Paper) -> Photo:
    """The photo as it is. Its places are known only where the whole page is written on."""
    grey = reduced(sources.photo(paper.name), 1100)
    points = np.zeros((0, 4), np.float32)
    if paper.sure and paper.share >= 0.97:
        matrix = cv2.getPerspectiveTransform(np.array([(0, 0), (1, 0), (1, 1), (0, 1)], np.float32), np.float32(paper.corners))
        points = spread(np.array([[0.04, 0.03, 0.96, 0.97, 1]], np.float32), 80, 100)
        points[:, :2] = cv2.perspectiveTransform(points[None, :, :2], matrix)[0]
    return Photo(grey, points, True, "real-original")


def rewritten(rng, paper: Paper, hands: Hands, type_: Type, share: float | None = None, longer: int | None = None) -> Photo:
    """The blank photo written on anew by another hand: notes, or on plain paper sometimes a printed worksheet."""
    grey = reduced(blank(paper), longer)
    corners = quad(paper, grey)
    across = np.linalg.norm(corners[1] - corners[0]) + np.linalg.norm(corners[2] - corners[3])
    down = np.linalg.norm(corners[3] - corners[0]) + np.linalg.norm(corners[2] - corners[1])
    aspect = float(down / across)
    if paper.corners != ALL and not paper.lines and rng.random() < 0.35:
        sheet = sheets.worksheet(rng, hands, type_, share, aspect)
    else:
        sheet = sheets.notes(rng, hands, type_, share, (aspect, paper.lines))
    h, w = sheet.ink.shape
    matrix = cv2.getPerspectiveTransform(np.array([(0, 0), (w, 0), (w, h), (0, h)], np.float32), corners)
    ink = cv2.warpPerspective(sheet.ink, matrix, (grey.shape[1], grey.shape[0]), flags=cv2.INTER_AREA)
    sharp = cv2.GaussianBlur(ink, (0, 0), rng.uniform(0.4, 1.2) * max(grey.shape) / 1600)
    points = spread(sheet.places)
    points[:, :2] = cv2.perspectiveTransform(points[None, :, :2], matrix)[0] / (grey.shape[1], grey.shape[0])
    return Photo(over(grey, sharp, 1.0), points, True, "real-" + sheet.kind)


def altered(rng, photo: Photo, strength: float = 1.0) -> Photo:
    """The same photo a little otherwise: turned upside down or on its side, cropped at the desk, other light."""
    grey, points = photo.grey, photo.points.copy()
    turn = int(rng.choice([0, 1, 2, 3], p=[0.7, 0.1, 0.1, 0.1]))
    for _ in range(turn):
        grey = cv2.rotate(grey, cv2.ROTATE_90_CLOCKWISE)
        points[:, :2] = np.stack([1 - points[:, 1], points[:, 0]], 1)
    height, width = grey.shape
    source = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    target = source + rng.normal(0, 0.02 * strength * width, (4, 2)).astype(np.float32)
    target = (target - target.mean(0)) * rng.uniform(1.0, 1.0 + 0.12 * strength) + target.mean(0)
    matrix = cv2.getPerspectiveTransform(source, target.astype(np.float32))
    grey = cv2.warpPerspective(grey, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE)
    if len(points):
        moved = cv2.perspectiveTransform(points[None, :, :2] * np.float32((width, height)), matrix)[0]
        points[:, :2] = moved / np.float32((width, height))
    return Photo(grey, points, photo.homework, photo.kind)
