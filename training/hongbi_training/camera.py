"""Takes a photo of a flat sheet: where it lies, how it is lit, and what the lens and the codec do to it."""

import dataclasses

import cv2
import numpy as np

from .clutter import surface
from .draft import Sheet


@dataclasses.dataclass
class Photo:
    """grey: 8-bit. points: float32 (n, 4): x, y in 0..1 of the photo, weight of that part of a place, used."""

    grey: np.ndarray
    points: np.ndarray
    homework: bool
    kind: str

    @property
    def share(self) -> float:
        total = self.points[:, 2].sum()
        return float((self.points[:, 2] * self.points[:, 3]).sum() / total) if total > 0 else 0.0


def spread(places: np.ndarray, across: int = 72, down: int = 6) -> np.ndarray:
    """Points all over each place, every place with the same weight in all: rows x, y, weight, used."""
    u, v = np.meshgrid((np.arange(across) + 0.5) / across, (np.arange(down) + 0.5) / down)
    u, v = u.ravel()[None], v.ravel()[None]
    x = places[:, :1] + u * (places[:, 2:3] - places[:, :1])
    y = places[:, 1:2] + v * (places[:, 3:4] - places[:, 1:2])
    weight = np.full(x.shape, 1 / x.shape[1])
    used = np.repeat(places[:, 4:5], x.shape[1], 1)
    return np.stack([x, y, weight, used], 2).reshape(-1, 4).astype(np.float32)


def _size(rng, longer: int) -> tuple[int, int]:
    """Width and height of the photo: mostly 3:4, sometimes 9:16, a scan, or lying."""
    aspect = float(rng.choice([0.75, 0.75, 0.75, 0.5625, rng.uniform(0.68, 0.85), 1.0]))
    return int(longer * aspect), longer


def _corners(rng, sheet: Sheet, width: int, height: int, edges: bool) -> np.ndarray:
    """Where the sheet's corners come to lie in the photo."""
    h, w = sheet.grey.shape
    turn = int(rng.choice([0, 1, 2, 3], p=[0.7, 0.12, 0.06, 0.12]))
    angle = np.deg2rad(90 * turn + np.clip(rng.normal(0, 4), -14, 14))
    box = np.array([(-w, -h), (w, -h), (w, h), (-w, h)], np.float32) / 2
    c, s = np.cos(angle), np.sin(angle)
    box = box @ np.array([[c, s], [-s, c]], np.float32)
    span = np.abs(box).max(0) * 2
    fit = min(width / span[0], height / span[1])
    fill = rng.uniform(0.62, 0.97) if edges or rng.random() < 0.7 else rng.uniform(0.97, 1.25)
    box *= fit * fill
    room = np.maximum(0, np.array([width, height]) - span * fit * fill) / 2
    shift = rng.uniform(-1, 1, 2) * (room + 0.03 * width * (not edges))
    box += np.array([width, height]) / 2 + shift
    return (box + rng.normal(0, 0.018 * min(width, height), (4, 2))).astype(np.float32)


def _light(rng, width: int, height: int) -> np.ndarray:
    """A field of light about 1: slow gradients, soft and hard shadows, a lamp's reflex."""
    h, w = 64, 48
    field = np.full((h, w), 1.0, np.float32)
    if rng.random() < 0.8:
        corner = rng.normal(0, rng.uniform(0.03, 0.22), (3, 3)).astype(np.float32)
        field += cv2.resize(corner, (w, h), interpolation=cv2.INTER_CUBIC)
    if rng.random() < 0.35:
        shadow = np.zeros((h, w), np.float32)
        points = (rng.uniform(-0.3, 1.3, (int(rng.integers(3, 7)), 2)) * (w, h)).astype(np.int32)
        cv2.fillConvexPoly(shadow, cv2.convexHull(points), 1.0)
        shadow = cv2.GaussianBlur(shadow, (0, 0), rng.uniform(0.5, 6))
        field *= 1 - shadow * rng.uniform(0.1, 0.6)
    if rng.random() < 0.06:
        reflex = np.zeros((h, w), np.float32)
        cv2.circle(reflex, (int(rng.integers(w)), int(rng.integers(h))), int(rng.integers(2, 9)), 1.0, -1)
        field += cv2.GaussianBlur(reflex, (0, 0), 3) * rng.uniform(0.2, 0.8)
    return cv2.resize(np.clip(field, 0.15, 1.6), (width, height), interpolation=cv2.INTER_LINEAR)


def develop(rng, grey: np.ndarray) -> np.ndarray:
    """Light, contrast, blur, noise and JPEG."""
    height, width = grey.shape
    if rng.random() < 0.9:
        gain = rng.uniform(0.75, 1.08) if rng.random() < 0.8 else rng.uniform(0.3, 0.75)
        grey = cv2.multiply(grey, _light(rng, width, height) * gain, dtype=cv2.CV_8U)
    if rng.random() < 0.4:
        gamma = np.exp(rng.normal(0, 0.25))
        grey = cv2.LUT(grey, (255 * (np.arange(256) / 255) ** gamma).astype(np.uint8))
    if rng.random() < 0.15:  # a scanner's or an app's stretched contrast
        low, high = rng.uniform(0, 50), rng.uniform(180, 250)
        grey = cv2.LUT(grey, np.clip((np.arange(256) - low) * 255 / (high - low), 0, 255).astype(np.uint8))
    r = rng.random()
    unit = max(width, height) / 1024
    if r < 0.45:
        grey = cv2.GaussianBlur(grey, (0, 0), unit * (rng.uniform(0.3, 1.3) if r < 0.33 else rng.uniform(1.3, 2.6)))
    elif r < 0.52:
        n = max(3, int(unit * rng.uniform(3, 9)))
        kernel = np.zeros((n, n), np.float32)
        cv2.line(kernel, (0, int(rng.integers(n))), (n - 1, int(rng.integers(n))), 1.0)
        grey = cv2.filter2D(grey, -1, kernel / kernel.sum())
    if rng.random() < 0.6:
        noise = np.empty(grey.shape, np.int8)
        cv2.randn(noise, 0, rng.uniform(1, 9))
        grey = cv2.add(grey, noise, dtype=cv2.CV_8U)
    if rng.random() < 0.4:
        quality = int(rng.uniform(25, 90))
        grey = cv2.imdecode(cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_GRAYSCALE)
    return grey


def background(rng, desks: list[np.ndarray], width: int, height: int) -> np.ndarray:
    """What lies under the sheet: a real photo of something else, or an invented surface."""
    if desks and rng.random() < 0.5:
        desk = desks[int(rng.integers(len(desks)))]
        h, w = desk.shape
        f = rng.uniform(0.4, 1)
        y, x = int(rng.uniform(0, h * (1 - f))), int(rng.uniform(0, w * (1 - f)))
        part = desk[y : y + int(h * f), x : x + int(w * f)]
        return cv2.resize(part, (width, height), interpolation=cv2.INTER_LINEAR)
    return cv2.resize(surface(rng, height // 2, width // 2), (width, height), interpolation=cv2.INTER_LINEAR)


def photograph(rng, sheet: Sheet, desks: list[np.ndarray], longer: int = 1024, curl: tuple[float, float] = (0.15, 22)) -> Photo:
    """Lays the sheet on something and takes a photo of it. curl: how often the paper is curled, and how far at most."""
    width, height = _size(rng, longer)
    bare = sheet.kind == "plain" and sheet.share < 0.2  # plain paper is told by its edges, so they are in the photo
    if sheet.kind == "screenshot" and rng.random() < 0.6:
        grey = cv2.resize(sheet.grey, None, fx=longer / sheet.grey.shape[0], fy=longer / sheet.grey.shape[0], interpolation=cv2.INTER_AREA)
        return Photo(grey if rng.random() < 0.5 else develop(rng, grey), np.zeros((0, 4), np.float32), False, sheet.kind)
    h, w = sheet.grey.shape
    points = spread(sheet.places)
    flat = sheet.grey
    if not bare and sheet.kind != "receipt" and rng.random() < 0.14:  # a scan: the paper is the picture
        factor = longer / max(h, w)
        flat = cv2.resize(flat, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA if factor < 1 else cv2.INTER_LINEAR)
        points[:, :2] /= (w, h)
        if rng.random() < 0.25:
            flat, points = cv2.rotate(flat, cv2.ROTATE_180), np.concatenate([1 - points[:, :2], points[:, 2:]], 1)
        return Photo(develop(rng, flat), points, sheet.homework, sheet.kind)
    if rng.random() < curl[0]:  # curled paper: columns shift, and shade with the slope
        t = np.linspace(0, np.pi * rng.uniform(0.5, 2), w) + rng.uniform(0, 6)
        bend = rng.uniform(4, curl[1]) * np.sin(t)
        x, y = np.meshgrid(np.arange(w, dtype=np.float32), np.arange(h, dtype=np.float32))
        flat = cv2.remap(flat, x, y + bend.astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        flat = cv2.multiply(flat, np.repeat((1 + rng.uniform(0, 0.15) * np.cos(t))[None].astype(np.float32), h, 0), dtype=cv2.CV_8U)
        points[:, 1] -= bend[np.clip(points[:, 0], 0, w - 1).astype(int)]
    under = background(rng, desks, width, height)
    corners = _corners(rng, sheet, width, height, bare)
    source = np.array([(0, 0), (w, 0), (w, h), (0, h)], np.float32)
    matrix = cv2.getPerspectiveTransform(source, corners)
    if rng.random() < 0.5:  # its shadow on the desk
        shade = np.zeros((height // 4, width // 4), np.uint8)
        cv2.fillConvexPoly(shade, np.round(corners / 4 + rng.normal(0, 2, 2)).astype(np.int32), 255)
        shade = cv2.resize(cv2.GaussianBlur(shade, (0, 0), rng.uniform(1, 4)), (width, height))
        under = cv2.multiply(under, cv2.addWeighted(shade, -rng.uniform(0.2, 0.7), shade, 0, 255), scale=1 / 255)
    if rng.random() < 0.12:  # another sheet below
        other = cv2.warpPerspective(np.full_like(flat, sheet.grey.mean()), cv2.getPerspectiveTransform(
            source, corners + rng.normal(0, 0.05 * width, 2).astype(np.float32) + rng.normal(0, 8, (4, 2)).astype(np.float32)), (width, height))
        under = np.where(other > 0, other, under)
    if rng.random() < 0.08:  # the page that faces it, or one beside it
        aside = (corners[1] - corners[0]) * rng.choice([-1, 1]) * rng.uniform(0.98, 1.15)
        beside = cv2.getPerspectiveTransform(source, corners + aside.astype(np.float32) + rng.normal(0, 6, (4, 2)).astype(np.float32))
        under = cv2.warpPerspective(cv2.flip(flat, -1), beside, (width, height), dst=under, borderMode=cv2.BORDER_TRANSPARENT)
    grey = cv2.warpPerspective(flat, matrix, (width, height), dst=under, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_TRANSPARENT)
    if len(points):
        points[:, :2] = cv2.perspectiveTransform(points[None, :, :2], matrix)[0] / (width, height)
    return Photo(develop(rng, grey), points, sheet.homework, sheet.kind)
