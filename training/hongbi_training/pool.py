"""Makes pages in bulk: frames as the network sees them, with their maps of places."""

import dataclasses
import multiprocessing as mp

import cv2
import numpy as np

from . import cloth, clutter, draft, sheets, sources
from .camera import Photo, background, develop, photograph
from .frame import HEIGHT, WIDTH, letterbox, whole
from .hands import Hands
from .printing import types

CELL = 8
SPLITS = ("train", "validation", "test")
ROWS, COLUMNS = HEIGHT // CELL, WIDTH // CELL


@dataclasses.dataclass
class Pool:
    """frames uint8 (n, HEIGHT, WIDTH); places and used float16 (n, ROWS, COLUMNS): the weight of places in each cell
    (1 per page) and the part of it that is used; share float32; homework bool; kinds str."""

    frames: np.ndarray
    places: np.ndarray
    used: np.ndarray
    share: np.ndarray
    homework: np.ndarray
    kinds: np.ndarray

    def __len__(self) -> int:
        return len(self.frames)

    @staticmethod
    def join(pools: list["Pool"]) -> "Pool":
        return Pool(*(np.concatenate([getattr(p, f.name) for p in pools]) for f in dataclasses.fields(Pool)))

    def take(self, which) -> "Pool":
        return Pool(*(getattr(self, f.name)[which] for f in dataclasses.fields(Pool)))


def cells(photo: Photo) -> tuple[np.ndarray, np.ndarray, float]:
    """Maps of a photo's places and used places in the cells of its letterboxed frame, and the share used."""
    height, width = photo.grey.shape
    places, used = np.zeros((ROWS, COLUMNS)), np.zeros((ROWS, COLUMNS))
    points = photo.points
    inside = (points[:, :2] > 0).all(1) & (points[:, :2] < 1).all(1)
    points = points[inside]
    if not len(points):
        return places, used, 0.0
    x, y = points[:, 0], points[:, 1]
    if width > height:  # turned clockwise, as in letterbox
        x, y, width, height = 1 - y, x, height, width
    scale = min(WIDTH / width, HEIGHT / height)
    scale = 1 / (whole(scale) or 1 / scale)
    column = ((x - 0.5) * width * scale + WIDTH / 2) // CELL
    row = ((y - 0.5) * height * scale + HEIGHT / 2) // CELL
    at = (np.clip(row, 0, ROWS - 1).astype(int), np.clip(column, 0, COLUMNS - 1).astype(int))
    weight = points[:, 2] / points[:, 2].sum()
    np.add.at(places, at, weight)
    np.add.at(used, at, weight * points[:, 3])
    return places, used, float(used.sum())


def collect(photos: list[Photo]) -> Pool:
    maps = [cells(p) for p in photos]
    return Pool(
        np.stack([letterbox(p.grey) for p in photos]),
        np.stack([m[0] for m in maps]).astype(np.float16),
        np.stack([m[1] for m in maps]).astype(np.float16),
        np.array([m[2] for m in maps], np.float32),
        np.array([p.homework for p in photos]),
        np.array([p.kind for p in photos]),
    )


class Studio:
    """Everything needed to make photos of one split: its writers, and the things its pages lie on.

    hard: more of what is hard to tell, for training and validation: worksheets, plain paper, shares about the thresholds, curled
    book pages, shirts, things in other light, photos that a whole factor leaves a little smaller than the frame.
    """

    def __init__(self, split: str, desks: bool = True, hard: bool = False):
        self.hands = Hands(split)
        self.types = types(SPLITS.index(split), 400 if hard else 160)
        names = sources.not_homework(split) if desks else []
        self.desks = [sources.photo(n, 768) for n in names]
        self.cloth = [i for i, n in enumerate(names) if "clothes" in n]  # looks more like paper than fruit does
        self.hard = hard

    def page(self, rng, share: float | None = None, longer: int = 1024) -> Photo:
        if self.hard:
            share = draft.doubtful_share(rng) if share is None else share
            sheet = sheets.homework(rng, self.hands, self.types, share, 0.48, (0.36, 0.16, 0.48))
            return photograph(rng, sheet, self.desks, longer - (16 if rng.random() < 0.3 else 0), (0.2, 32))
        return photograph(rng, sheets.homework(rng, self.hands, self.types, share), self.desks, longer)

    def mistake(self, rng, longer: int = 1024) -> Photo:
        r = rng.random()
        if r < 0.12:
            grey = develop(rng, clutter.surface(rng, longer, int(longer * 0.75)))
            return Photo(grey, np.zeros((0, 4), np.float32), False, "surface")
        if self.hard and r < 0.62:
            if r < 0.3:
                under = background(rng, self.desks, int(longer * 0.75), longer)
                return Photo(develop(rng, cloth.garment(rng, self.types, under)), np.zeros((0, 4), np.float32), False, "garment")
            made = clutter.book(rng, self.types) if r < 0.48 else clutter.table(rng, self.types)
            return photograph(rng, made, self.desks, longer, (0.6, 45))
        return photograph(rng, clutter.nothing(rng, self.types), self.desks, longer)

    def thing(self, rng) -> Photo:
        """A real photo of something else, cropped, mirrored and turned at random."""
        desk = self.desks[int(rng.choice(self.cloth) if self.hard and rng.random() < 0.5 else rng.integers(len(self.desks)))]
        h, w = desk.shape
        f = rng.uniform(0.4 if self.hard else 0.6, 1)
        y, x = int(rng.uniform(0, h * (1 - f))), int(rng.uniform(0, w * (1 - f)))
        grey = np.ascontiguousarray(desk[y : y + int(h * f), x : x + int(w * f)])
        grey = grey[:, ::-1] if rng.random() < 0.5 else grey
        grey = np.ascontiguousarray(np.rot90(grey, int(rng.choice([0, 0, 0, 1, 2, 3]))))
        if self.hard:
            if rng.random() < 0.3:  # printed on
                middle = rng.uniform(0.35, 0.65, 2) * grey.shape[::-1]
                light = cloth.decal(rng, self.types, grey.shape, middle, min(grey.shape) * rng.uniform(0.1, 0.35))
                grey = (grey * light).astype(np.uint8)
            if rng.random() < 0.12:  # dark cloth on a pale ground becomes pale cloth on a dark one
                grey = 255 - grey
            grey = cv2.LUT(grey, (255 * (np.arange(256) / 255) ** np.exp(rng.normal(0, 0.4))).astype(np.uint8))
            h, w = grey.shape
            corners = np.array([(0, 0), (w, 0), (w, h), (0, h)], np.float32)
            moved = corners + rng.normal(0, 0.05 * min(h, w), (4, 2)).astype(np.float32)
            grey = cv2.warpPerspective(grey, cv2.getPerspectiveTransform(corners, moved), (w, h), borderMode=cv2.BORDER_REFLECT)
        return Photo(develop(rng, grey), np.zeros((0, 4), np.float32), False, "thing")


_studio: Studio | None = None


def _start(split: str) -> None:
    global _studio
    cv2.setNumThreads(1)
    _studio = Studio(split, hard=split != "test")


def _batch(task: tuple[int, int, tuple[float, float]]) -> Pool:
    seed, n, (pages, mistakes) = task
    photos = []
    for i in range(n):
        rng = np.random.default_rng([seed, i])
        r = rng.random()
        photos.append(_studio.page(rng) if r < pages else _studio.mistake(rng) if r < pages + mistakes else _studio.thing(rng))
    return collect(photos)


def make(split: str, n: int, seed: int, mix: tuple[float, float] = (0.66, 0.2), workers: int = 2) -> Pool:
    """n frames of one split; mix is the part of pages and of invented mistakes, the rest are real other things."""
    size = 100
    tasks = [(seed * 100_003 + k, min(size, n - k * size), mix) for k in range((n + size - 1) // size)]
    with mp.get_context("spawn").Pool(workers, _start, (split,)) as workers_:
        return Pool.join(list(workers_.imap(_batch, tasks)))
