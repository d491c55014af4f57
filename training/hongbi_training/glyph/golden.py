"""Golden glyphs: a small drawing of boxes and bubbles, what is cut from it, and what the models make of the crops.

The Java reader's test reads the same files. Cutting is compared to a few grey levels, as releases of OpenCV differ in the
last bits; the networks are compared on the crops kept here, to 1e-3.
"""

import json
import pathlib

import cv2
import numpy as np

from .boxes import Desk, Pen, write
from .reader import GlyphModel, interpret

FOLDER = pathlib.Path(__file__).resolve().parents[3] / "grading-service/src/test/resources/golden/glyph"
WRITTEN = ("1", "7", "4", "9", "0", "2", "5", "6", "", "times", "12", "")


def _sheet(rng) -> tuple[np.ndarray, list[dict]]:
    """A drawing on flat paper with its regions, 7 px a millimetre."""
    desk, paper, regions = Desk("drawn", "test"), np.full((320, 760), 228, np.uint8), []
    ink = np.zeros_like(paper)
    for k, text in enumerate(WRITTEN):
        left, top = 20 + k * 60, 30
        cv2.rectangle(paper, (left, top), (left + 56, top + 70), 60, 2)
        for j, label in enumerate([text] if text in ("times", "") else text):
            if label:
                at = (left + 28 + (j * 24 - 12 if len(text) == 2 else 0), top + 37)
                write(rng, ink, desk.pick(rng, label), Pen(2.5, 0.8, 0), at, 30 if len(text) == 2 else 44)
        regions.append({"model": "characters", "drawn": text, "rect": (left, top, left + 56, top + 70), "widthMm": 8.0, "heightMm": 10.0})
    for k, mark in enumerate(("blank", "filled", "tick", "cross", "ring", "crossed-out", "faint", "blank")):
        x, y = 60 + k * 80, 200
        cv2.circle(paper, (x, y), 17, 60, 2, cv2.LINE_AA)
        lines = {"tick": [[(-8, 0), (-2, 9), (14, -14)]], "cross": [[(-12, -12), (12, 12)], [(12, -12), (-12, 12)]],
                 "crossed-out": [[(-26, -24), (26, 24)], [(26, -24), (-26, 24)]]}
        if mark in ("filled", "crossed-out", "faint"):
            cv2.circle(ink, (x, y), 16, {"filled": 255, "crossed-out": 200, "faint": 40}[mark], -1, cv2.LINE_AA)
        if mark == "ring":
            cv2.ellipse(ink, (x, y), (25, 23), 10, 0, 360, 255, 3, cv2.LINE_AA)
        for line in lines.get(mark, []):
            cv2.polylines(ink, [np.array(line) + (x, y)], False, 255, 3, cv2.LINE_AA)
        regions.append({"model": "marks", "drawn": mark, "rect": (x - 17, y - 17, x + 17, y + 17), "widthMm": 5.0, "heightMm": 5.0})
    return cv2.multiply(paper, 1 - ink.astype(np.float32) * np.float32(0.8 / 255), dtype=cv2.CV_8U), regions


def draw(folder: pathlib.Path = FOLDER) -> None:
    """Draws and photographs the sheet, and cuts it; needed once, as the files are kept."""
    folder.mkdir(parents=True, exist_ok=True)
    sheet, regions = _sheet(np.random.default_rng(20261120))
    h, w = sheet.shape
    corners = np.array([(0, 0), (w, 0), (w, h), (0, h)], np.float32)
    seen = np.array([(30, 22), (690, 41), (664, 330), (12, 296)], np.float32)
    matrix = cv2.getPerspectiveTransform(corners, seen)
    photo = cv2.warpPerspective(sheet, matrix, (700, 350), flags=cv2.INTER_LINEAR, borderValue=90)
    light = np.linspace(1.0, 0.62, 700, dtype=np.float32)[None] * np.ones((350, 1), np.float32)
    cv2.imwrite(str(folder / "photo.png"), cv2.multiply(photo, light, dtype=cv2.CV_8U), [cv2.IMWRITE_PNG_COMPRESSION, 9])
    for region in regions:
        x0, y0, x1, y1 = region.pop("rect")
        quad = cv2.perspectiveTransform(np.array([[(x0, y0), (x1, y0), (x1, y1), (x0, y1)]], np.float32), matrix)[0]
        region["quad"] = [[round(float(v), 3) for v in corner] for corner in quad]
    (folder / "golden.json").write_text(json.dumps({"regions": regions}))


def _crops(regions: list[dict], models: dict[str, GlyphModel], folder: pathlib.Path) -> dict[str, np.ndarray]:
    photo = cv2.imread(str(folder / "photo.png"), cv2.IMREAD_GRAYSCALE)
    return {
        name: np.stack([
            model.window.cut(photo, np.array(r["quad"], np.float32), r["widthMm"], r["heightMm"])
            for r in regions if r["model"] == name
        ])
        for name, model in models.items()
    }


def values(models: dict[str, GlyphModel], folder: pathlib.Path = FOLDER) -> list[dict]:
    """What the models make of the kept crops (characters.png and marks.png, one below the other)."""
    regions = json.loads((folder / "golden.json").read_text())["regions"]
    answers: dict[str, list[dict]] = {}
    for name, model in models.items():
        tall = cv2.imread(str(folder / f"{name}.png"), cv2.IMREAD_GRAYSCALE)
        crops = tall.reshape(-1, model.window.height, model.window.width)
        run = model.run(crops)
        read = {output: interpret(model.settings["outputs"][output], logits) for output, logits in run.items()}
        answers[name] = [
            {
                output: {
                    "logits": [round(float(v), 5) for v in run[output][k]], "label": read[output][k].label,
                    "confidence": round(read[output][k].confidence, 6), "sure": read[output][k].sure,
                }
                for output in run
            }
            for k in range(len(crops))
        ]
    keys = ("model", "drawn", "widthMm", "heightMm", "quad")
    return [{k: r[k] for k in keys} | {"answers": answers[r["model"]].pop(0)} for r in regions]


def off_by(models: dict[str, GlyphModel], folder: pathlib.Path = FOLDER) -> int:
    """The largest difference in grey levels between the kept crops and crops cut now."""
    regions = json.loads((folder / "golden.json").read_text())["regions"]
    worst = 0
    for name, crops in _crops(regions, models, folder).items():
        kept = cv2.imread(str(folder / f"{name}.png"), cv2.IMREAD_GRAYSCALE).reshape(crops.shape)
        worst = max(worst, int(np.abs(kept.astype(int) - crops).max()))
    return worst


def write_all(folder: pathlib.Path = FOLDER) -> None:
    models = {name: GlyphModel(name) for name in ("characters", "marks")}
    if not (folder / "photo.png").exists():
        draw(folder)
        for name, crops in _crops(json.loads((folder / "golden.json").read_text())["regions"], models, folder).items():
            cv2.imwrite(str(folder / f"{name}.png"), np.concatenate(list(crops)), [cv2.IMWRITE_PNG_COMPRESSION, 9])
    content = {"version": models["marks"].version, "cutTolerance": 3, "tolerance": 1e-3, "regions": values(models, folder)}
    (folder / "golden.json").write_text(json.dumps(content, indent=1) + "\n")
