"""Golden lines: a small photo of three lines, what is cut from it, and what the model makes of that. Java's test reads the same.

Cutting is compared to a few grey levels, as releases of OpenCV differ in the last bits.
"""

import json
import pathlib

import cv2
import numpy as np

from .content import Part
from .crop import HEIGHT, cut
from .faces import CAP, faces
from .reader import LineModel
from .scene import Layers, Line
from .writing import Scribe

FOLDER = pathlib.Path(__file__).resolve().parents[3] / "grading-service/src/test/resources/golden/arithmetic"
SAID = (
    [Part("print", "16+27="), Part("hand", "43")],
    [Part("print", "8×("), Part("print", "12-5)="), Part("hand", "58")],
    [Part("hand", "35÷4="), Part("hand", "8…3")],
)


def draw(folder: pathlib.Path = FOLDER) -> None:
    """Draws and photographs the lines, and cuts them; needed once, as the files are kept."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(20261126)
    layers, ends = Layers.blank(420, 260), []
    scribe = Scribe(rng, "test")
    for k, parts in enumerate(SAID):
        baseline = 70 + 75 * k
        line = Line(rng, layers, faces("test")[0], scribe, 40, baseline)
        line.draw(parts)
        ends.append(((40 - 0.6 * CAP, baseline - CAP / 2), (line.x + 0.5 * CAP, baseline - CAP / 2)))
    light = (1 - layers.print.astype(np.float32) * 0.85 / 255) * (1 - layers.pen.astype(np.float32) * 0.7 / 255)
    sheet = (light * np.linspace(235, 170, 420, dtype=np.float32)[None]).astype(np.uint8)
    matrix = cv2.getRotationMatrix2D((210, 130), 3.0, 0.9)
    photo = cv2.warpAffine(sheet, matrix, (420, 260), flags=cv2.INTER_LINEAR, borderValue=120)
    cv2.imwrite(str(folder / "photo.png"), photo, [cv2.IMWRITE_PNG_COMPRESSION, 9])
    lines = []
    for start, end in ends:
        a, b = (matrix @ np.array([(*start, 1), (*end, 1)]).T).T
        lines.append({"start": a.round(3).tolist(), "end": b.round(3).tolist(), "cap": round(CAP * 0.9, 3)})
    (folder / "golden.json").write_text(json.dumps({"lines": lines}))
    crops = [_crop(photo, line) for line in lines]
    tall = np.full((HEIGHT * len(crops), max(c.shape[1] for c in crops)), 0, np.uint8)
    for k, c in enumerate(crops):
        tall[HEIGHT * k : HEIGHT * (k + 1), : c.shape[1]] = c
    cv2.imwrite(str(folder / "lines.png"), tall, [cv2.IMWRITE_PNG_COMPRESSION, 9])


def _crop(photo: np.ndarray, line: dict) -> np.ndarray:
    return cut(photo, np.array(line["start"]), np.array(line["end"]), line["cap"])


def values(model: LineModel, folder: pathlib.Path = FOLDER) -> list[dict]:
    """What the model makes of the kept crops."""
    photo = cv2.imread(str(folder / "photo.png"), cv2.IMREAD_GRAYSCALE)
    tall = cv2.imread(str(folder / "lines.png"), cv2.IMREAD_GRAYSCALE)
    found = []
    for k, line in enumerate(json.loads((folder / "golden.json").read_text())["lines"]):
        width = _crop(photo, line).shape[1]
        labels, p = model.read(tall[HEIGHT * k : HEIGHT * (k + 1), :width])[0]
        found.append({key: line[key] for key in ("start", "end", "cap")} | {"width": width, "labels": labels, "probability": round(p, 6)})
    return found


def off_by(folder: pathlib.Path = FOLDER) -> int:
    """The largest difference in grey levels between the kept crops and crops cut now."""
    photo = cv2.imread(str(folder / "photo.png"), cv2.IMREAD_GRAYSCALE)
    tall = cv2.imread(str(folder / "lines.png"), cv2.IMREAD_GRAYSCALE).astype(int)
    worst = 0
    for k, line in enumerate(json.loads((folder / "golden.json").read_text())["lines"]):
        crop = _crop(photo, line)
        worst = max(worst, int(np.abs(tall[HEIGHT * k : HEIGHT * (k + 1), : crop.shape[1]] - crop).max()))
    return worst


def write_all(folder: pathlib.Path = FOLDER) -> None:
    model = LineModel()
    if not (folder / "photo.png").exists():
        draw(folder)
    content = {"version": model.settings["version"], "cutTolerance": 3, "lines": values(model, folder)}
    (folder / "golden.json").write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n")
