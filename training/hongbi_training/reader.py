"""The exported page model as a service would use it: ONNX Runtime, the settings beside the model, and nothing else."""

import dataclasses
import json
import pathlib

import numpy as np
import onnxruntime as ort

from .frame import letterbox, tensor

MODELS = pathlib.Path(__file__).resolve().parents[2] / "grading-service/src/main/resources/models/page"
# Other ways to look at a frame, as steps down and across: upside down, and both mirrored.
WAYS = ((-1, -1), (1, -1), (-1, 1))
CLASSES = ("blank", "partial", "complete")


@dataclasses.dataclass(frozen=True)
class Reading:
    """What the model says of one photo; confidences are calibrated probabilities of the value named."""

    homework: bool
    homework_confidence: float
    completion: str
    share: float
    completion_confidence: float
    logit: float
    spread: float


def sigmoid(x):
    return 1 / (1 + np.exp(-np.clip(x, -60, 60)))


class PageModel:
    def __init__(self, folder: pathlib.Path = MODELS):
        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self.session = ort.InferenceSession(str(folder / "page.onnx"), options)
        self.settings = json.loads((folder / "page.json").read_text())

    def run(self, frame: np.ndarray) -> dict[str, np.ndarray]:
        names = ["homework", "share", "spread", "places", "used"]
        return dict(zip(names, self.session.run(names, {"frame": tensor(frame)})))

    def read(self, grey: np.ndarray) -> Reading:
        """A photo that may as well be homework as not is looked at in other ways too, and its logit is the mean of all."""
        frame = letterbox(grey)
        out = self.run(frame)
        logit = float(out["homework"][0])
        if self.settings["againFrom"] <= logit < self.settings["againTo"]:
            others = [self.run(np.ascontiguousarray(frame[::down, ::across])) for down, across in WAYS]
            logit = (logit + sum(float(o["homework"][0]) for o in others)) / (1 + len(others))
        return interpret(self.settings, logit, float(out["share"][0]), float(out["spread"][0]))


def interpret(settings: dict, logit: float, share: float, spread: float) -> Reading:
    """The class follows from the share alone; its confidence is the mass of a logistic distribution about the share,
    with scale spread * completionTemperature, between the thresholds."""
    probability = float(sigmoid(logit / settings["homeworkTemperature"]))
    homework = probability >= settings["homeworkThreshold"]
    scale = spread * settings["completionTemperature"]
    blank, below = (float(sigmoid((t - share) / scale)) for t in (settings["blankBelow"], settings["completeFrom"]))
    kind = 0 if share < settings["blankBelow"] else 2 if share >= settings["completeFrom"] else 1
    confidence = (blank, below - blank, 1 - below)[kind]
    return Reading(homework, probability if homework else 1 - probability, CLASSES[kind], share, confidence, logit, spread)
