"""Golden pages: small drawings made here from nothing, with what preprocessing and model make of them.

The Java reader's test reads the same files and must come to the same values to 1e-3.
"""

import json
import pathlib

import cv2
import numpy as np

from . import hands, reader
from .frame import letterbox

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "grading-service/src/test/resources/golden/page"


def _scribble(rng, image, letters, x0, y, x1, size, level):
    names, x = sorted(letters), x0
    while x < x1:
        for _ in range(int(rng.integers(2, 8))):
            glyph = letters[names[int(rng.integers(len(names)))]][int(rng.integers(3))]
            points = np.stack([x + glyph.points[:, 0] * size, y - glyph.points[:, 1] * size], 1)
            strokes = np.split(np.round(points * 8).astype(np.int32), np.cumsum(glyph.lengths)[:-1])
            cv2.polylines(image, strokes, False, level, 1, cv2.LINE_AA, 3)
            x += glyph.advance * size
        x += size * 0.6


def _ruled(rng, width, height, lines):
    image = np.full((height, width), 60, np.uint8)
    left, top, right, bottom = int(width * 0.06), int(height * 0.04), int(width * 0.95), int(height * 0.96)
    cv2.rectangle(image, (left, top), (right, bottom), 226, -1)
    letters, pitch = hands._letters(rng), (bottom - top) / 24
    for k in range(2, 24):
        y = int(top + k * pitch)
        cv2.line(image, (left, y), (right, y), 178, 1)
        if k - 2 < lines:
            _scribble(rng, image, letters, left + 20, y - 3, right - 60, pitch * 0.8, 50)
    return image


def _sums(rng, width, height, answered):
    image = np.full((height, width), 235, np.uint8)
    for k in range(30):
        x, y = 30 + (k % 3) * (width // 3), 60 + (k // 3) * (height // 11)
        text = f"{rng.integers(2, 99)}+{rng.integers(2, 99)}="
        cv2.putText(image, text, (x, y), cv2.FONT_HERSHEY_SIMPLEX, 0.6, 40, 1, cv2.LINE_AA)
        if k % 30 < answered:
            at = x + cv2.getTextSize(text, cv2.FONT_HERSHEY_SIMPLEX, 0.6, 1)[0][0] + 8
            cv2.putText(image, str(rng.integers(5, 198)), (at, y + 2), cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, 0.8, 80, 1, cv2.LINE_AA)
    return image


def _desk(rng, width, height):
    x, y = np.meshgrid(np.arange(width), np.arange(height))
    return (120 + 30 * np.sin(x / 37.0) + 12 * np.sin(y / 5.0 + x / 90.0)).astype(np.uint8)


def _letter(rng, width, height):
    """Lines of type, neither plainly print nor plainly writing: looked at from all sides."""
    image = np.full((height, width), 235, np.uint8)
    for k in range(rng.integers(3, 24)):
        words = ("".join(chr(97 + c) for c in rng.integers(0, 26, rng.integers(2, 9))) for _ in range(rng.integers(1, 6)))
        cv2.putText(image, " ".join(words), (40, 60 + k * 32), cv2.FONT_HERSHEY_SIMPLEX, 0.55, 60, 1, cv2.LINE_AA)
    return image


def draw(folder: pathlib.Path = FOLDER) -> None:
    """Draws the pages; needed once, as the files are kept."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(20261120)
    pages = {
        "ruled-blank": _ruled(rng, 600, 800, 0),
        "ruled-half": _ruled(rng, 756, 1008, 11),
        "ruled-full": _ruled(rng, 612, 792, 24),
        "sums-landscape": _sums(rng, 801, 603, 18),
        "desk": _desk(rng, 450, 800),
        "tiny": cv2.resize(_ruled(rng, 388, 524, 8), (97, 131), interpolation=cv2.INTER_AREA),
        "letter": _letter(np.random.default_rng(24), 600, 800),
    }
    for name, image in pages.items():
        cv2.imwrite(str(folder / f"{name}.png"), image, [cv2.IMWRITE_PNG_COMPRESSION, 9])


def values(model: reader.PageModel, folder: pathlib.Path = FOLDER) -> list[dict]:
    found = []
    for path in sorted(folder.glob("*.png")):
        grey = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
        frame = letterbox(grey)
        out, reading = model.run(frame), model.read(grey)
        rows, columns = (64, 137, 200, 256, 301, 377, 448), (40, 99, 160, 192, 231, 300, 350)
        places, used = out["places"][0], out["used"][0]
        found.append({
            "file": path.name, "width": grey.shape[1], "height": grey.shape[0],
            "frame": {
                "mean": round(float(frame.mean()), 5), "deviation": round(float(frame.std()), 5),
                "samples": [{"row": r, "column": c, "value": int(frame[r, c])} for r, c in zip(rows, columns)],
            },
            "outputs": {k: round(float(out[k][0]), 6) for k in ("homework", "share", "spread")},
            "cells": [{"row": r, "column": c, "places": round(float(places[r, c]), 6), "used": round(float(used[r, c]), 6)}
                      for r, c in ((8, 10), (32, 24), (54, 36))],
            "reading": {
                "homework": reading.homework, "homeworkConfidence": round(reading.homework_confidence, 6),
                "completion": reading.completion, "completionConfidence": round(reading.completion_confidence, 6),
            },
        })
    return found


def write(folder: pathlib.Path = FOLDER) -> None:
    if not list(folder.glob("*.png")):
        draw(folder)
    model = reader.PageModel()
    content = {"version": model.settings["version"], "tolerance": 1e-3, "pages": values(model, folder)}
    (folder / "golden.json").write_text(json.dumps(content, indent=2) + "\n")
