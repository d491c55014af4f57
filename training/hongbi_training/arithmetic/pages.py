"""Photographed pages of sums with known truth: python -m hongbi_training.arithmetic.pages --out DIR --count N --rung NAME

Each is a grey JPEG of phone shape; truth.json says where every expression lies and what it says.
"""

import argparse
import dataclasses
import json
import pathlib
import zlib
from collections.abc import Callable

import cv2
import numpy as np

from .. import sources
from ..camera import _light, background
from ..paper import bare
from .content import Part
from .exercises import Exercise, exercise, verdict
from .faces import CAP, Face, faces
from .lines import _grained, tick
from .scene import Layers, Line
from .writing import Scribe

CELL = 150
"""Rows of a cell's own layers."""


@dataclasses.dataclass(frozen=True)
class Rung:
    """How bad a photo is. tilt: degrees; perspective: share of the width; curl: share of the height; blur, noise: pixels
    and grey levels at 1512x2016; size: longer side in pixels; careless: how the hand writes."""

    tilt: float = 2.0
    perspective: float = 0.008
    curl: float = 0.0
    light: bool = True
    gain: tuple[float, float] = (0.8, 1.05)
    blur: float = 0.6
    noise: float = 3.0
    quality: int = 85
    size: int = 2016
    careless: bool = False


RUNGS = {
    "scan": Rung(0.3, 0, 0, False, (0.95, 1.0), 0.3, 1, 92),
    "mild": Rung(),
    "tilted": Rung(tilt=7, perspective=0.025),
    "curled": Rung(curl=0.012),
    "dim": Rung(gain=(0.3, 0.45), noise=7),
    "soft": Rung(blur=1.6),
    "noisy": Rung(noise=11, quality=60),
    "small": Rung(size=1500),
    "careless": Rung(careless=True),
}


@dataclasses.dataclass(frozen=True)
class Look:
    """What a page of sums is assumed to look like; arithmetic/assumptions.py varies it. Pairs are ranges, lengths are in heights of a
    printed digit.

    scale: pixels to a millimetre, a printed digit being CAP of them. pitch: from line to line. apart: paper between a sum and the next
    column. numbered, ticked: how many pages are. corrected: how many answers are written anew, behind what is crossed out or in another style.
    face: a font's file instead of one of the part's. print: darkness. hand, pen: what of the Scribe and of its pen is as told. kept:
    areas without sums, from left and top to right and bottom in shares of the page. besides: draw what else there is.
    """

    columns: int | None = None
    scale: tuple[float, float] = (5.6, 7.5)
    pitch: tuple[float, float] = (2.4, 4.0)
    apart: float = 0.4
    numbered: float = 0.2
    ticked: float = 0.1
    corrected: float = 0.03
    style: str = ""
    face: str | None = None
    paper: tuple[float, float] = (215, 250)
    print: tuple[float, float] = (0.7, 0.95)
    hand: tuple[tuple[str, object], ...] = ()
    pen: tuple[tuple[str, float], ...] = ()
    kept: tuple[tuple[float, float, float, float], ...] = ()
    besides: "tuple[Callable[[np.random.Generator, Draft], None], ...]" = ()


@dataclasses.dataclass
class Draft:
    """A page in the making. paper: float32, its light before the ink. red: a teacher's ink."""

    paper: np.ndarray
    layers: Layers
    red: np.ndarray
    boxes: list[np.ndarray]
    face: Face
    scribe: Scribe
    look: Look


@dataclasses.dataclass
class Page:
    grey: np.ndarray
    boxes: list[np.ndarray]
    exercises: list[Exercise]


def _cell(rng, face, scribe, parts, width: float, apart: float):
    """Layers with the parts drawn, or None where they do not fit."""
    layers = Layers.blank(int(width) + 400, CELL)
    line = Line(rng, layers, face, scribe, 12, 90)
    try:
        line.draw(list(parts))
    except (ValueError, cv2.error):
        return None
    return (layers, line) if line.x < width - apart * CAP else None


def _paste(onto: Layers, layers: Layers, x: float, baseline: float, width: float) -> None:
    x0, y0 = int(x) - 12, int(baseline) - 90
    for a, b in ((onto.print, layers.print), (onto.pen, layers.pen)):
        part = a[max(0, y0) : y0 + CELL, x0 : x0 + int(width) + 12]
        piece = b[max(0, -y0) : max(0, -y0) + part.shape[0], : part.shape[1]]
        np.maximum(part, piece, out=part)


def _furniture(rng, layers: Layers, face, scribe, by_hand: bool) -> None:
    """Heading, name, page number."""
    h, w = layers.print.shape
    Line(rng, layers, face, scribe, w * rng.uniform(0.25, 0.4), h * 0.045).draw([Part("other", "口算练习" if face.has("口") else "Sums")])
    name = "姓名" if face.has("姓") else "Name"
    line = Line(rng, layers, face, scribe, w * 0.08, h * 0.085)
    line.draw([Part("other", name)] if by_hand else [Part("other", name), Part("scrawl")])
    Line(rng, layers, face, scribe, w * 0.48, h * 0.975).draw([Part("print", str(rng.integers(1, 120)))])


def _scribe(rng, part: str, careless: bool, look: Look) -> Scribe:
    scribe = Scribe(rng, part, careless)
    scribe.pen = dataclasses.replace(scribe.pen, **dict(look.pen))
    for name, value in look.hand:
        setattr(scribe, name, value)
    return scribe


def _kept(look: Look, x0: float, x1: float, y: float, w: int, h: int) -> bool:
    """Whether a sum on this baseline would lie where there are to be none."""
    return any(x0 < right * w and x1 > left * w and y - 1.6 * CAP < bottom * h and y + 0.6 * CAP > top * h for left, top, right, bottom in look.kept)


def page(rng, part: str, right: float = 0.5, by_hand: bool = False, blank: float = 0.06, careless: bool = False,
         look: Look = Look(), after=None) -> Page:
    """A flat page of sums: printed ones in columns, or all by hand. right: how many answers are right. after: what is drawn after the sums
    comes from this generator, so that it is the same whatever they are."""
    some = faces(part)
    face, scribe, scale = some[int(rng.integers(len(some)))], _scribe(rng, part, careless, look), rng.uniform(*look.scale)
    face = Face(look.face) if look.face else face
    w, h = int(210 * scale), int(297 * scale)
    layers = Layers.blank(w, h)
    if not by_hand:
        _furniture(rng, layers, face, scribe, by_hand)
    columns = look.columns or int(rng.choice([2, 3, 3, 3, 4] if not by_hand else [2, 2, 3]))
    left, pitch = w * rng.uniform(0.05, 0.09), CAP * rng.uniform(*look.pitch) * (1.2 if by_hand else 1)
    wide, numbered = (w * 0.94 - left) / columns, rng.random() < look.numbered and not by_hand
    boxes, exercises = [], []
    for row, y in enumerate(np.arange(h * 0.13, h * 0.94, pitch)):
        for column in range(columns):
            x = left + column * wide
            if _kept(look, x, x + wide, y, w, h):
                continue
            for _ in range(20):
                made = exercise(rng, rng.random() < right, blank, by_hand, look.corrected, look.style)
                label = [Part("print", f"({len(exercises) + 1})"), Part("space", width=rng.uniform(1, 1.5))] if numbered else []
                drawn = _cell(rng, face, scribe, [*label, *made.parts], wide, look.apart)
                if drawn:
                    break
            else:
                continue
            _paste(layers, drawn[0], x, y, wide)
            labels = drawn[0].labels
            start = drawn[0].spans[labels.index(" ") + 1 if numbered else 0][0]
            boxes.append(np.array([x + start - 12, y - 1.3 * CAP, x + drawn[1].x - 12, y + 0.35 * CAP]))
            exercises.append(made)
    rng = after or rng
    red = np.zeros_like(layers.pen)
    if rng.random() < look.ticked:
        for box in boxes:
            if rng.random() < 0.8:
                tick(rng, red, box[2] + CAP * rng.uniform(0.5, 1.5), box[3] - CAP, CAP * rng.uniform(0.8, 1.6))
    paper = cv2.resize(bare(rng, int(720 * h / w), rng.uniform(*look.paper)), (w, h), interpolation=cv2.INTER_LINEAR).astype(np.float32)
    for draw in look.besides:
        draw(rng.spawn(1)[0], Draft(paper, layers, red, boxes, face, scribe, look))
    paper *= 1 - layers.print.astype(np.float32) * np.float32(rng.uniform(*look.print) / 255)
    paper *= 1 - _tall(rng, layers.pen, scribe)
    paper *= 1 - red.astype(np.float32) * np.float32(rng.uniform(0.3, 0.55) / 255)
    return Page(np.clip(paper, 0, 255).astype(np.uint8), boxes, exercises)


def _tall(rng, ink: np.ndarray, scribe: Scribe) -> np.ndarray:
    """The pen's ink with its grain, in strips as high as the grain is."""
    return np.concatenate([_grained(rng, ink[y : y + 160], scribe) for y in range(0, len(ink), 160)])


def photograph(rng, page: Page, rung: Rung, desks: list[np.ndarray]) -> tuple[np.ndarray, list[np.ndarray]]:
    """The photo, and the corners of every expression in it, clockwise from top left."""
    flat, (h, w) = page.grey, page.grey.shape
    bend = np.zeros(w, np.float32)
    if rung.curl:
        t = np.linspace(0, np.pi * rng.uniform(0.5, 1.6), w) + rng.uniform(0, 6)
        bend = (h * rung.curl * rng.uniform(0.5, 1) * np.sin(t)).astype(np.float32)
        x, y = np.meshgrid(np.arange(w, dtype=np.float32), np.arange(h, dtype=np.float32))
        flat = cv2.remap(flat, x, y + bend[None], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        flat = cv2.multiply(flat, np.repeat((1 + rng.uniform(0, 0.12) * np.cos(t))[None].astype(np.float32), h, 0), dtype=cv2.CV_8U)
    height, width = rung.size, rung.size * 3 // 4
    angle = np.deg2rad(np.clip(rng.normal(0, rung.tilt), -2.2 * rung.tilt, 2.2 * rung.tilt))
    corners = np.array([(-w, -h), (w, -h), (w, h), (-w, h)], np.float32) / 2
    corners = corners @ np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]], np.float32)
    fit = np.min((width, height) / (np.abs(corners).max(0) * 2)) * rng.uniform(0.86, 0.97)
    corners = (corners * fit + (width / 2, height / 2) + rng.normal(0, rung.perspective * width, (4, 2))).astype(np.float32)
    matrix = cv2.getPerspectiveTransform(np.array([(0, 0), (w, 0), (w, h), (0, h)], np.float32), corners)
    under = background(rng, desks, width, height)
    grey = cv2.warpPerspective(flat, matrix, (width, height), dst=under, flags=cv2.INTER_AREA if fit < 1 else cv2.INTER_LINEAR, borderMode=cv2.BORDER_TRANSPARENT)
    field = _light(rng, width, height) if rung.light else np.float32(1)
    grey = cv2.multiply(grey, np.full((height, width), rng.uniform(*rung.gain), np.float32) * field, dtype=cv2.CV_8U)
    grey = cv2.GaussianBlur(grey, (0, 0), max(0.2, rung.blur * rng.uniform(0.7, 1.2)))
    noise = np.empty(grey.shape, np.int8)
    cv2.randn(noise, 0, rung.noise)
    grey = cv2.add(grey, noise, dtype=cv2.CV_8U)
    quads = []
    for x0, y0, x1, y1 in page.boxes:
        quad = np.array([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], np.float32)
        quad[:, 1] -= bend[np.clip(quad[:, 0], 0, w - 1).astype(int)]
        quads.append(cv2.perspectiveTransform(quad[None], matrix)[0])
    return grey, quads


def write(folder: pathlib.Path, name: str, seed: int, part: str, rung: Rung, right: float, by_hand: bool, desks) -> dict:
    rng = np.random.default_rng([seed, zlib.crc32(name.encode())])
    cv2.setRNGSeed(seed)
    made = page(rng, part, right, by_hand, careless=rung.careless)
    return saved(folder, name, made, *photograph(rng, made, rung, desks), rung)


def saved(folder: pathlib.Path, name: str, made: Page, grey: np.ndarray, quads: list[np.ndarray], rung: Rung) -> dict:
    """Writes the photo; returns its truth."""
    file = folder / f"{name}.jpg"
    cv2.imwrite(str(file), grey, [cv2.IMWRITE_JPEG_QUALITY, rung.quality])
    return {"file": str(file), "expressions": [
        {"quad": q.round(1).tolist(), "expression": e.expression, "response": e.response, "state": e.state,
         "verdict": verdict(e.expression, e.response, e.state)} for q, e in zip(quads, made.exercises)]}


def desks_of(part: str, most: int = 40) -> list[np.ndarray]:
    return [sources.photo(f, 1000) for f in sources.not_homework(part)[:most]]


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("--out", type=pathlib.Path, required=True)
    parse.add_argument("--count", type=int, default=5)
    parse.add_argument("--rung", nargs="+", default=list(RUNGS), choices=list(RUNGS))
    parse.add_argument("--part", default="test")
    parse.add_argument("--seed", type=int, default=1)
    parse.add_argument("--right", type=float, default=0.5)
    parse.add_argument("--by-hand", action="store_true")
    a = parse.parse_args()
    cv2.setNumThreads(1)
    a.out.mkdir(parents=True, exist_ok=True)
    desks, listed = desks_of(a.part), []
    for rung in a.rung:
        for k in range(a.count):
            listed.append({"rung": rung} | write(a.out, f"{rung}-{k:03d}", a.seed, a.part, RUNGS[rung], a.right, a.by_hand, desks))
    (a.out / "truth.json").write_text(json.dumps(listed, indent=1) + "\n")


if __name__ == "__main__":
    main()
