"""Photographs a small piece of a sheet: light, blur, copying, perspective, resolution, noise, JPEG; and cuts the box out of it."""

import dataclasses

import cv2
import numpy as np

from .cut import Window

UNIT = 7  # pixels of a scene per millimetre of a box 10 mm high


@dataclasses.dataclass(frozen=True)
class Conditions:
    """How bad a photo may be: every strength is drawn up to about this factor of what a phone at a desk does."""

    blur: float = 1.0
    noise: float = 1.0
    shadow: float = 0.3
    jpeg: float = 0.5
    copy: float = 0.15
    offset: float = 1.0
    tilt: float = 1.0
    coarse: float = 0.3


SCAN = Conditions(blur=0.2, noise=0.2, shadow=0, jpeg=0.1, copy=0, offset=0.3, tilt=0.2, coarse=0)
MILD = Conditions(blur=0.6, noise=0.5, shadow=0.1, jpeg=0.3, copy=0.05, offset=0.6, tilt=0.6, coarse=0.1)
HARD = Conditions(blur=1.6, noise=2.0, shadow=0.6, jpeg=0.8, copy=0.4, offset=1.4, tilt=2.0, coarse=0.6)
USUAL = Conditions()


def _light(rng, width: int, height: int, conditions: Conditions) -> np.ndarray:
    """Light on the paper about its gain: a slope, and sometimes the edge of a shadow."""
    gain = rng.uniform(0.55, 1.05) if rng.random() < 0.8 else rng.uniform(0.22, 0.55)
    angle = rng.uniform(0, 2 * np.pi)
    x, y = np.linspace(-np.cos(angle), np.cos(angle), width), np.linspace(-np.sin(angle), np.sin(angle), height)
    across = x.astype(np.float32)[None] + y.astype(np.float32)[:, None]
    field = 1 + across * np.float32(rng.normal(0, 0.05))
    if rng.random() < conditions.shadow:
        soft = (across - np.float32(rng.normal(0, 0.6))) / np.float32(np.exp(rng.uniform(-4, -0.7)))
        edge = 1 / (1 + np.exp(-np.clip(soft, -20, 20)))
        field *= 1 - edge * np.float32(rng.uniform(0.15, 0.6))
    return field * np.float32(gain)


def _copied(rng, scene: np.ndarray) -> np.ndarray:
    """A photocopy: contrast driven to its ends, specks, lines grown or shrunk."""
    middle, steep = rng.uniform(150, 215), rng.uniform(12, 40)
    table = 255 / (1 + np.exp(-(np.arange(256) - middle) / steep))
    table = rng.uniform(0, 60) + table * rng.uniform(0.72, 0.97)
    scene = cv2.LUT(cv2.GaussianBlur(scene, (0, 0), rng.uniform(0.5, 1.4)), np.clip(table, 0, 255).astype(np.uint8))
    for _ in range(int(rng.poisson(1.0))):
        at = (int(rng.integers(scene.shape[1])), int(rng.integers(scene.shape[0])))
        cv2.circle(scene, at, int(rng.integers(0, 2)), int(rng.integers(0, 120)), -1)
    return scene


def _blurred(rng, lit: np.ndarray, resolution: float, conditions: Conditions) -> np.ndarray:
    """The lens out of focus or moving, and what is lost to the photo's resolution (pixels of the photo per scene pixel)."""
    r, sigma = rng.random(), 0.4 / min(resolution, 1)
    if r < 0.12 * conditions.blur:
        sigma = np.hypot(sigma, UNIT * rng.uniform(0.2, 0.55))
    elif r < 0.7:
        sigma = np.hypot(sigma, UNIT * abs(rng.normal(0, 0.12)) * conditions.blur)
    lit = cv2.GaussianBlur(lit, (0, 0), sigma)
    if rng.random() < 0.06 * conditions.blur:
        n = int(rng.integers(3, 10))
        kernel = np.zeros((n, n), np.float32)
        cv2.line(kernel, (0, int(rng.integers(n))), (n - 1, int(rng.integers(n))), 1.0)
        lit = cv2.filter2D(lit, -1, kernel / kernel.sum())
    return lit


def shoot(rng, scene: np.ndarray, box: np.ndarray, window: Window, conditions: Conditions = USUAL) -> np.ndarray:
    """Takes a photo of a scene (uint8, UNIT pixels a millimetre) and cuts out the window of a box as a reader would, whose
    homography is a little off. box: left, top, right, bottom in the scene."""
    h, w = scene.shape
    if rng.random() < conditions.copy:
        scene = _copied(rng, scene)
    coarse = rng.random() < conditions.coarse
    resolution = float(np.exp(rng.uniform(np.log(0.32), np.log(0.6)) if coarse else rng.uniform(np.log(0.6), np.log(1.15))))
    lit = cv2.multiply(scene, _light(rng, w, h, conditions), dtype=cv2.CV_8U)
    lit = _blurred(rng, lit, resolution, conditions)
    corners = np.array([(0, 0), (w, 0), (w, h), (0, h)], np.float32) - np.float32((w / 2, h / 2))
    angle = np.deg2rad(rng.normal(0, 4 * conditions.tilt)) + np.pi / 2 * (rng.integers(4) if rng.random() < 0.15 else 0)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    seen = (corners * (1, 1 - abs(rng.normal(0, 0.05 * conditions.tilt)))) @ turn * resolution
    seen = (seen + rng.normal(0, 0.012 * conditions.tilt * resolution * w, (4, 2))).astype(np.float32)
    seen = np.ascontiguousarray(seen - seen.min(0) + 1, np.float32)
    size = np.ceil(seen.max(0) + 1).astype(int)
    matrix = cv2.getPerspectiveTransform(np.float32(corners + np.float32((w / 2, h / 2))), seen)
    photo = cv2.warpPerspective(lit, matrix, (int(size[0]), int(size[1])), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    if rng.random() < 0.7 * min(1, 0.5 + conditions.noise):
        noise = np.empty(photo.shape, np.int8)
        cv2.randn(noise, 0, abs(rng.normal(0, 5)) * conditions.noise + 0.5)
        photo = cv2.add(photo, noise, dtype=cv2.CV_8U)
    if rng.random() < conditions.jpeg:
        quality = [cv2.IMWRITE_JPEG_QUALITY, int(rng.uniform(15, 92))]
        photo = cv2.imdecode(cv2.imencode(".jpg", photo, quality)[1], cv2.IMREAD_GRAYSCALE)
    left, top, right, bottom = box
    quad = np.array([(left, top), (right, top), (right, bottom), (left, bottom)], np.float32)
    off = conditions.offset * UNIT
    quad += rng.normal(0, 0.16 * off, 2) + rng.normal(0, 0.1 * off, (4, 2))
    quad = cv2.perspectiveTransform(quad[None].astype(np.float32), matrix)[0]
    return window.cut(photo, quad, right - left, bottom - top)
