"""Bare paper, and ink on it."""

import cv2
import numpy as np

WIDTH = 720


def over(paper: np.ndarray, ink: np.ndarray, dark: float) -> np.ndarray:
    """Ink on paper: the paper's light times what the ink lets through."""
    return cv2.multiply(paper, cv2.addWeighted(ink, -dark, ink, 0, 255), scale=1 / 255)


def bare(rng, height: int, tone: float) -> np.ndarray:
    """Bare paper: mottled or crumpled, folded, stained or rubbed."""
    size = (WIDTH, height)
    light = np.full((height, WIDTH), tone, np.float32)
    if rng.random() < 0.4:
        field = rng.normal(0, rng.uniform(1, 6), (int(rng.integers(3, 30)), int(rng.integers(3, 20)))).astype(np.float32)
        light += cv2.resize(field, size, interpolation=cv2.INTER_CUBIC)
    if rng.random() < 0.25:  # fine grain
        cell = int(rng.integers(1, 6))
        field = rng.normal(0, rng.uniform(1, 5), (height // cell + 1, WIDTH // cell + 1)).astype(np.float32)
        light += cv2.resize(field, size, interpolation=cv2.INTER_LINEAR)
    if rng.random() < 0.2:
        light += _folds(rng, height)
    if rng.random() < 0.25:
        light *= _stains(rng, height)
    return np.clip(light, 0, 255).astype(np.uint8)


def _folds(rng, height: int) -> np.ndarray:
    """Light on folds across the paper: a dark and a bright line side by side."""
    light = np.zeros((height, WIDTH), np.float32)
    for _ in range(int(rng.integers(1, 4))):
        a, b = rng.uniform(0, 1, (2, 2)) * (WIDTH, height)
        across = rng.random() < 0.5
        ends = np.array([(0, a[1]), (WIDTH, b[1])] if across else [(a[0], 0), (b[0], height)])
        fold = np.zeros_like(light)
        for aside, low, high in ((0, -30, 10), (3, -10, 15)):
            start, stop = (ends + aside).astype(int).tolist()
            cv2.line(fold, start, stop, float(rng.uniform(low, high)), int(rng.integers(1, 5)))
        light += cv2.GaussianBlur(fold, (0, 0), rng.uniform(0.6, 3))
    return light


def _stains(rng, height: int) -> np.ndarray:
    """What stains, and an eraser, leave of the light."""
    light = np.ones((height, WIDTH), np.float32)
    small, width = height // 4, WIDTH // 4
    for _ in range(int(rng.integers(1, 9))):
        stain = np.zeros((small, width), np.float32)
        at = (rng.uniform(0, 1, 2) * (width, small)).astype(int).tolist()
        axes = (rng.uniform(0.01, 0.12, 2) * width * (rng.uniform(1, 3), 1)).astype(int).tolist()
        cv2.ellipse(stain, at, axes, rng.normal(0, 12), 0, 360, 1.0, -1)
        stain = cv2.GaussianBlur(stain, (0, 0), rng.uniform(0.7, 4))
        light *= 1 - cv2.resize(stain, (WIDTH, height)) * rng.uniform(0.01, 0.12)
    return light
