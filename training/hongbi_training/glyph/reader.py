"""The exported glyph models as a service would use them: ONNX Runtime, the settings beside them, and nothing else."""

import dataclasses
import json
import pathlib

import numpy as np
import onnxruntime as ort

from .cut import Window, tensor

MODELS = pathlib.Path(__file__).resolve().parents[3] / "grading-service/src/main/resources/models/glyph"


@dataclasses.dataclass(frozen=True)
class Glyph:
    """The likeliest label, its calibrated probability, whether that is sure enough, and the next likely label."""

    label: str
    confidence: float
    sure: bool
    second: str
    second_confidence: float


def softmax(logits: np.ndarray, temperature: float) -> np.ndarray:
    scaled = logits.astype(np.float64) / temperature
    powers = np.exp(scaled - scaled.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def interpret(settings: dict, logits: np.ndarray) -> list[Glyph]:
    """settings: of one output, with labels, temperature and accept."""
    found, labels = [], settings["labels"]
    for p in softmax(logits, settings["temperature"]):
        first, second = np.argsort(-p, kind="stable")[:2]
        found.append(Glyph(labels[first], float(p[first]), bool(p[first] >= settings["accept"]), labels[second], float(p[second])))
    return found


class GlyphModel:
    """One of the two networks: 'characters' or 'marks'."""

    def __init__(self, name: str, folder: pathlib.Path = MODELS):
        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        said = json.loads((folder / "glyph.json").read_text())
        self.version, self.settings = said["version"], said[name]
        self.session = ort.InferenceSession(str(folder / self.settings["file"]), options)
        s = self.settings
        self.window = Window(s["width"], s["height"], s["boxWidth"], s["boxHeight"])

    def run(self, crops: np.ndarray) -> dict[str, np.ndarray]:
        """crops uint8 (n, height, width) -> logits of each output, float32 [n, labels]."""
        names = list(self.settings["outputs"])
        return dict(zip(names, self.session.run(names, {self.settings["input"]: tensor(crops)})))

    def read(self, crops: np.ndarray, output: str) -> list[Glyph]:
        return interpret(self.settings["outputs"][output], self.run(crops)[output])
