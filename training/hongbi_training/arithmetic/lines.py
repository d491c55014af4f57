"""Photographed lines of sums as the reader cuts them out, and what they say."""

import dataclasses
import functools

import cv2
import numpy as np

from .. import sources
from ..glyph.boxes import _GRAIN
from ..glyph.camera import HARD, MILD, USUAL, Conditions, _blurred, _copied, _light
from . import content
from .crop import CAP_PX, MOST, cut
from .faces import CAP, Face, faces
from .scene import Layers, Line
from .writing import Scribe

MARGIN, HEIGHT = 60, 110
"""Pixels around a line in its scene, and the scene's height."""


@dataclasses.dataclass
class Crop:
    """spans: where each label begins and ends, float64 [labels, 2] in columns of the image."""

    image: np.ndarray
    labels: list[str]
    spans: np.ndarray


def tick(rng, ink: np.ndarray, x: float, y: float, size: float) -> None:
    """A teacher's tick or cross."""
    width = int(rng.integers(2, 5))
    if rng.random() < 0.7:
        points = [[(x - 0.3 * size, y), (x, y + 0.4 * size), (x + rng.uniform(0.6, 1.3) * size, y - rng.uniform(0.4, 0.9) * size)]]
    else:
        points = [[(x - 0.5 * size, y - 0.5 * size), (x + 0.5 * size, y + 0.5 * size)], [(x + 0.5 * size, y - 0.5 * size), (x - 0.5 * size, y + 0.5 * size)]]
    for stroke in points:
        stroke = np.array(stroke) + rng.normal(0, 0.04 * size, (len(stroke), 2))
        cv2.polylines(ink, [np.round(stroke * 8).astype(np.int32)], False, 255, width, cv2.LINE_AA, 3)


def _besides(rng, layers: Layers, face: Face, scribe: Scribe, x1: float, baseline: float) -> np.ndarray:
    """What lies about a line and is not to be read: the lines above and below, rules. Returns the ink of a teacher's marks."""
    if rng.random() < 0.25:
        aside = Layers(layers.print, layers.pen)
        away = baseline + float(rng.choice([-1, 1])) * CAP * rng.uniform(1.9, 2.6)
        Line(rng, aside, face, scribe, MARGIN * rng.uniform(0.2, 2), away).draw(content.printed_sum(rng))
    if rng.random() < 0.06:
        y = int(baseline + CAP * rng.choice([-1.7, 0.75]) + rng.normal(0, 3))
        cv2.line(layers.print, (0, y), (layers.print.shape[1], y + int(rng.normal(0, 2))), int(rng.integers(60, 200)), 1, cv2.LINE_AA)
    red = np.zeros_like(layers.pen)
    if rng.random() < 0.08:
        tick(rng, red, rng.uniform(MARGIN, x1 + 40), baseline - CAP * rng.uniform(0, 1), CAP * rng.uniform(0.8, 2))
    return red


def _grained(rng, ink: np.ndarray, scribe: Scribe) -> np.ndarray:
    pen = ink.astype(np.float32) * np.float32(scribe.pen.dark / 255)
    if scribe.pen.grain > 0.05:
        grain = _GRAIN[int(rng.integers(len(_GRAIN)))]
        grain = np.tile(grain, (1, ink.shape[1] // grain.shape[1] + 1))[: ink.shape[0], : ink.shape[1]]
        pen *= 1 - np.float32(scribe.pen.grain) * np.clip((grain - 0.42) * 4, 0, 1)
    return pen


def laid(rng, layers: Layers, scribe: Scribe, red: np.ndarray) -> np.ndarray:
    """Print, pen and marks on paper: uint8."""
    dark = rng.uniform(0.75, 0.97) if rng.random() < 0.8 else rng.uniform(0.35, 0.75)
    light = (1 - layers.print.astype(np.float32) * np.float32(dark / 255)) * (1 - _grained(rng, layers.pen, scribe))
    if red.any():
        light *= 1 - red.astype(np.float32) * np.float32(rng.uniform(0.25, 0.6) / 255)
    if rng.random() < 0.1:  # the other side shines through
        ghost = cv2.flip(cv2.GaussianBlur(np.maximum(layers.print, layers.pen), (0, 0), rng.uniform(0.8, 3)), 1)
        ghost = np.roll(ghost, (int(rng.normal(0, 14)), int(rng.normal(0, 40))), (0, 1))
        light *= 1 - ghost.astype(np.float32) * np.float32(rng.uniform(0.03, 0.14) / 255)
    return np.clip(light * rng.uniform(205, 255), 0, 255).astype(np.uint8)


def shot(rng, scene: np.ndarray, conditions: Conditions) -> tuple[np.ndarray, float]:
    """A phone's photo of a scene: 8-bit grey, and its pixels to a pixel of the scene."""
    if rng.random() < conditions.copy:
        scene = _copied(rng, scene)
    coarse = rng.random() < conditions.coarse
    scale = float(np.exp(rng.uniform(np.log(0.4), np.log(0.62)) if coarse else rng.uniform(np.log(0.62), np.log(1.3))))
    h, w = scene.shape
    lit = cv2.multiply(scene, _light(rng, w, h, conditions), dtype=cv2.CV_8U)
    lit = _blurred(rng, lit, scale, conditions)
    photo = cv2.resize(lit, None, fx=scale, fy=scale, interpolation=cv2.INTER_LINEAR)
    if rng.random() < 0.8:
        noise = np.empty(photo.shape, np.int8)
        cv2.randn(noise, 0, abs(rng.normal(0, 5)) * conditions.noise + 0.5)
        photo = cv2.add(photo, noise, dtype=cv2.CV_8U)
    if rng.random() < conditions.jpeg:
        quality = [cv2.IMWRITE_JPEG_QUALITY, int(rng.uniform(20, 92))]
        photo = cv2.imdecode(cv2.imencode(".jpg", photo, quality)[1], cv2.IMREAD_GRAYSCALE)
    return photo, scale


def _warped(rng, scene: np.ndarray, conditions: Conditions) -> np.ndarray:
    """The paper is curled, and seen askew: rows wave a little, and lean."""
    h, w = scene.shape
    x, y = np.meshgrid(np.arange(w, dtype=np.float32), np.arange(h, dtype=np.float32))
    wave = rng.normal(0, 1.2 * conditions.tilt) * np.sin(np.arange(w) / rng.uniform(60, 400) + rng.uniform(0, 6))
    lean = np.float32(rng.normal(0, 0.04 * conditions.tilt))
    return cv2.remap(scene, x + (y - h / 2) * lean, y + wave.astype(np.float32)[None], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


@functools.cache
def _things(part: str) -> list[np.ndarray]:
    return [sources.photo(f, 1000) for f in sources.not_homework(part)[:80]]


def nothing(rng, part: str) -> Crop:
    """A piece of a desk or a shirt that was taken for a line."""
    things = _things(part)
    thing = things[int(rng.integers(len(things)))]
    h, w = thing.shape
    cap = rng.uniform(8, 40)
    start = rng.uniform(0, 0.7, 2) * (w, h)
    end = start + np.array([cap * rng.uniform(3, 14), rng.normal(0, 0.5) * cap])
    return Crop(cut(thing, start, end, cap), [], np.empty((0, 2)))


def crop(rng, part: str, conditions: Conditions = USUAL, face: Face | None = None) -> Crop:
    """A line as the reader would cut it out: its ends, slope and height are told a little wrong."""
    if rng.random() < 0.035:
        return nothing(rng, part)
    some = faces(part)
    face = face or some[int(rng.integers(len(some)))]
    scribe = Scribe(rng, part, careless=rng.random() < CARELESS)
    while True:
        layers, baseline = Layers.blank(1500, HEIGHT), HEIGHT / 2 + CAP / 2
        signs = float(np.exp(rng.uniform(-0.4, 0.2))) if rng.random() < 0.5 else 1.0
        line = Line(rng, layers, face, scribe, MARGIN, baseline, signs)
        try:
            line.draw(content.line(rng))
        except (ValueError, cv2.error):  # wider than the scene
            continue
        if line.x < 1500 - MARGIN and line.width / CAP * CAP_PX < MOST - 40:
            break
    labels, spans = layers.labels, np.array(layers.spans)
    red = _besides(rng, Layers(layers.print, layers.pen), face, scribe, line.x, baseline)
    right = int(line.x + MARGIN)
    layers = Layers(layers.print[:, :right], layers.pen[:, :right])
    scene = _warped(rng, laid(rng, layers, scribe, red[:, :right]), conditions)
    photo, scale = shot(rng, scene, conditions)
    hand = all(label.startswith("h") for label in labels)
    cap = CAP * (scribe.ratio * 0.93 if hand else 1.0) * float(np.exp(rng.normal(0, 0.08)))
    middle = baseline - CAP / 2 + rng.normal(0, 0.09) * CAP
    lift = rng.normal(0, 0.012 * conditions.tilt) * line.width / 2
    x0, x1 = line.start - CAP * rng.uniform(0.2, 1.0), line.x + CAP * rng.uniform(0.1, 1.0)
    ends = np.array([(x0, middle - lift), (x1, middle + lift)]) * scale
    image = cut(photo, ends[0], ends[1], cap * scale)
    return Crop(image, labels, (spans - x0) / (x1 - x0) * image.shape[1])


CARELESS = 0.35
"""How many lines are in a careless hand."""

TRAINING = (MILD, MILD, MILD, dataclasses.replace(USUAL, coarse=0.1), dataclasses.replace(USUAL, coarse=0.1), dataclasses.replace(HARD, coarse=0.2))
