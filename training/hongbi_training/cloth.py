"""Shirts and what is printed on cloth: what looks most like a sheet of paper and is none."""

import cv2
import numpy as np

from .paper import over
from .printing import Type, stamp


SIZE = 400  # of a print


def garment(rng, type_: Type, under: np.ndarray) -> np.ndarray:
    """A plain shirt laid on a background (8-bit grey): its outline, folds, seams, perhaps stripes or a print."""
    height, width = under.shape
    sleeve, long, waist = rng.uniform(0.2, 0.4), rng.uniform(0.1, 0.75), rng.uniform(0.2, 0.32)
    half = [(0.09, -0.45), (0.22, -0.42), (0.22 + sleeve * 0.6, -0.42 + long * 0.6), (0.22 + sleeve * 0.25, -0.36 + long * 0.75),
            (0.24, -0.2 + rng.uniform(0, 0.1)), (waist, 0.1), (waist + rng.uniform(-0.02, 0.05), 0.48)]
    outline = np.array([(0, -0.45 + rng.uniform(0.02, 0.1))] + half + [(0, 0.49)] + [(-x, y) for x, y in half[::-1]])
    outline = outline + rng.normal(0, 0.012, outline.shape)
    angle = rng.choice([0, 0, 0, np.pi / 2, np.pi]) + rng.normal(0, 0.12)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    points = outline @ turn * min(width, height) * rng.uniform(0.8, 1.5) + np.array([width, height]) * rng.uniform(0.44, 0.56, 2)
    mask = np.zeros_like(under)
    cv2.fillPoly(mask, [np.round(points).astype(np.int32)], 255)
    mask = cv2.threshold(cv2.GaussianBlur(mask, (0, 0), width / 90), 127, 255, cv2.THRESH_BINARY)[1]
    cloth = np.full(under.shape, rng.uniform(130, 250) if rng.random() < 0.8 else rng.uniform(20, 90), np.float32)
    for _ in range(int(rng.integers(1, 4))):  # soft shades, then folds along one direction
        grid = rng.normal(0, 1, (int(rng.integers(3, 14)), int(rng.integers(3, 14)))).astype(np.float32)
        cloth *= 1 + rng.uniform(0.01, 0.06) * cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC)
    folds = np.zeros(under.shape, np.float32)
    for _ in range(int(rng.integers(0, 14))):
        a = rng.uniform(0, 1, 2) * (width, height)
        b = a + rng.normal(0, 0.25, 2) * (width, height)
        middle = (a + b) / 2 + rng.normal(0, 0.05, 2) * (width, height)
        cv2.polylines(folds, [np.round([a, middle, b]).astype(np.int32)], False, float(rng.choice([-1, 1])), int(rng.integers(2, 9)))
    cloth *= 1 + rng.uniform(0.1, 0.5) * cv2.GaussianBlur(folds, (0, 0), width / rng.uniform(60, 250))
    if rng.random() < 0.4:  # a hem or a collar: a seam along the outline, a line or two inside of it
        for inset in rng.uniform(0.9, 0.99, int(rng.integers(1, 3))):
            seam = np.zeros(under.shape, np.uint8)
            at = points.mean(0) + (points - points.mean(0)) * inset
            cv2.polylines(seam, [np.round(at).astype(np.int32)], True, 255, int(rng.integers(1, 4)), cv2.LINE_AA)
            cloth *= 1 - cv2.GaussianBlur(seam, (0, 0), 1).astype(np.float32) / 255 * rng.uniform(0.05, 0.35)
    if rng.random() < 0.3:  # a neck: another tone within an arc at the top
        neck = np.zeros(under.shape, np.uint8)
        axes = (np.array([0.09, rng.uniform(0.03, 0.09)]) * min(width, height) * rng.uniform(0.8, 1.4)).astype(int)
        cv2.ellipse(neck, points[0].astype(int).tolist(), axes.tolist(), np.rad2deg(-angle), 0, 360, 255, int(rng.choice([-1, 2, 4])))
        cloth *= 1 - cv2.GaussianBlur(neck, (0, 0), 1.5).astype(np.float32) / 255 * rng.uniform(0.05, 0.6)
    if rng.random() < 0.25:  # stripes
        wave = np.arange(height)[:, None] * rng.uniform(0.05, 0.6) + np.arange(width)[None] * rng.choice([0, 0, 0.05])
        cloth *= np.where(np.sin(wave) > rng.uniform(-0.3, 0.9), rng.uniform(0.4, 0.95), 1).astype(np.float32)
    elif rng.random() < 0.75:  # a print on the chest
        middle = points[0] * 0.65 + points.mean(0) * 0.35 if rng.random() < 0.5 else points.mean(0)
        cloth *= decal(rng, type_, under.shape, middle, min(width, height) * rng.uniform(0.12, 0.42))
    cloth = np.clip(cloth, 0, 255).astype(np.uint8)
    shade = cv2.GaussianBlur(mask, (0, 0), width / rng.uniform(60, 200))
    under = over(under, shade, rng.uniform(0, 0.5))
    alpha = cv2.GaussianBlur(mask, (0, 0), 1.0).astype(np.float32) / 255
    return (under * (1 - alpha) + cloth * alpha).astype(np.uint8)


def decal(rng, type_: Type, shape: tuple[int, int], middle: np.ndarray, reach: float) -> np.ndarray:
    """The light that a print on cloth leaves (float32, 1 = bare cloth): rows and rings of letters, drawings, plates."""
    ink, face = np.zeros((SIZE, SIZE), np.uint8), type_.face(rng)
    for _ in range(int(rng.integers(1, 10))):
        r, x, y, dark = rng.integers(0, 7), rng.uniform(60, 340), rng.uniform(40, 360), int(rng.uniform(80, 255))
        if r <= 1:
            strip = type_.text(rng, face, rng.uniform(18, 90), rng.uniform(80, 380))
            if rng.random() < 0.4:
                strip = cv2.dilate(strip, np.ones((3, 3), np.uint8))
            stamp(ink, strip, max(0, (SIZE - strip.shape[1]) / 2), y)
        elif r == 2:
            np.maximum(ink, _ring(rng, type_.text(rng, face, 40, 900)), out=ink)
        elif r == 3:  # a plate or a spot, perhaps with its outline only
            points = np.round((rng.normal(0, rng.uniform(20, 90), (int(rng.integers(3, 14)), 2)) + (x, y)) * 8).astype(np.int32)
            if rng.random() < 0.5:
                cv2.fillPoly(ink, [points], dark, cv2.LINE_AA, 3)
            else:
                cv2.polylines(ink, [points], True, dark, int(rng.integers(1, 9)), cv2.LINE_AA, 3)
        elif r == 4:
            axes = rng.uniform(15, 170, 2).astype(int).tolist()
            cv2.ellipse(ink, (200, int(y)), axes, rng.normal(0, 20), 0, 360, dark, int(rng.choice([-1, 2, 4, 8, 16])), cv2.LINE_AA)
        elif r == 5:
            np.maximum(ink, _drawing(rng, x, y, dark), out=ink)
        else:
            _rows(rng, ink, type_, face, y)
    if rng.random() < 0.3:  # worn
        field = rng.uniform(0, 255, (80, 80)).astype(np.uint8)
        ink = np.where(cv2.resize(field, ink.shape) < rng.uniform(30, 140), ink // 3, ink).astype(np.uint8)
    turn = cv2.getRotationMatrix2D((SIZE / 2, SIZE / 2), rng.normal(0, 8), 2 * reach / SIZE)
    turn[:, 2] += middle - SIZE / 2
    laid = cv2.warpAffine(ink, turn, (shape[1], shape[0]), flags=cv2.INTER_AREA).astype(np.float32) / 255
    return 1 - laid * rng.uniform(0.3, 0.95)


def _rows(rng, ink: np.ndarray, type_: Type, face: list[np.ndarray], y: float) -> None:
    """Rows of letters below each other as on a page, each in the middle or all from one edge, perhaps between lines."""
    size, lined, middle = rng.uniform(10, 30), rng.random() < 0.3, rng.random() < 0.6
    step, wide = size * rng.uniform(1.1, 2.2), rng.uniform(120, 380)
    for k in range(int(rng.integers(3, 14))):
        if y + k * step > SIZE - size:
            break
        strip = type_.text(rng, face, size, wide * rng.uniform(0.5, 1))
        stamp(ink, strip, (SIZE - (strip.shape[1] if middle else wide)) / 2, y + k * step)
        if lined:
            at = int(y + k * step + size)
            cv2.line(ink, (int((SIZE - wide) / 2), at), (int((SIZE + wide) / 2), at), int(rng.uniform(120, 255)), 1)


def _ring(rng, strip: np.ndarray) -> np.ndarray:
    """A line of type bent to a ring."""
    out, thick = rng.uniform(110, 190), int(rng.uniform(20, 60))
    polar = np.zeros((900, int(out)), np.uint8)  # angle down, radius across
    high = cv2.resize(strip[:, :900], (900, thick), interpolation=cv2.INTER_AREA)
    polar[:, -thick:] = cv2.rotate(high, cv2.ROTATE_90_COUNTERCLOCKWISE)
    ring = cv2.warpPolar(polar, (SIZE, SIZE), (SIZE / 2, SIZE / 2), out, cv2.WARP_INVERSE_MAP)
    x, y = np.meshgrid(np.arange(SIZE) - SIZE / 2, np.arange(SIZE) - SIZE / 2)
    return np.where(np.hypot(x, y) < out - 1, ring, 0).astype(np.uint8)


def _drawing(rng, x: float, y: float, dark: int) -> np.ndarray:
    """A tangle of curves, perhaps the same on both sides."""
    half = np.zeros((SIZE, SIZE), np.uint8)
    for _ in range(int(rng.integers(4, 40))):
        line = np.cumsum(rng.normal(0, rng.uniform(4, 20), (int(rng.integers(4, 16)), 2)), 0) + (x, y)
        cv2.polylines(half, [np.round(line * 8).astype(np.int32)], False, dark, int(rng.integers(1, 7)), cv2.LINE_AA, 3)
    return np.maximum(half, cv2.flip(half, 1)) if rng.random() < 0.5 else half
