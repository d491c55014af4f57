"""The exported line model as a service uses it: ONNX Runtime, the settings beside it, and nothing else."""

import json
import pathlib

import numpy as np
import onnxruntime as ort

from .crop import arranged, values
from .decode import beam, softmax

MODELS = pathlib.Path(__file__).resolve().parents[3] / "grading-service/src/main/resources/models/arithmetic"


class LineModel:
    def __init__(self, folder: pathlib.Path = MODELS):
        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self.settings = json.loads((folder / "arithmetic.json").read_text())
        self.session = ort.InferenceSession(str(folder / self.settings["file"]), options)

    def run(self, crop: np.ndarray) -> np.ndarray:
        """A crop uint8 (HEIGHT, width) -> logits float32 [width / 4, labels]."""
        return self.session.run(None, {self.settings["input"]: arranged(values(crop))[None]})[0][0]

    def read(self, crop: np.ndarray) -> list[tuple[list[str], float]]:
        """What it may say with probabilities, the likeliest first."""
        found = beam(softmax(self.run(crop), self.settings["temperature"]))
        return [([self.settings["labels"][k] for k in labels], p) for labels, p in found]
