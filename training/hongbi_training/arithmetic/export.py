"""Calibrates the line network, and writes it with its settings as services use them."""

import json
import pathlib
import tempfile
import warnings

import numpy as np
import onnx
import torch
from onnxruntime import quantization
from onnxruntime.quantization.shape_inference import quant_pre_process

from . import crop
from .alphabet import LABELS
from .decode import beam, softmax
from .net import LineNet
from .pool import Pool
from .reader import LineModel

FILE = "lines.onnx"
PREPROCESSING = (
    "A line through the middle of its digits is cut from the photo by an affine warp at twice the size, so that a printed "
    "digit is capPx high (bilinear, edge replicated), and averaged by two; pixels over the crop's paper (the value at place "
    "floor(paperRank * (pixels - 1)) in rising order), at most brightest; twice what they lack of 1, squares of four pixels one above the "
    "other: [1, 4, height / 2, width / 2]. Logits [1, width / step, labels] are read by a "
    "prefix beam search over CTC."
)


class _Arranged(torch.nn.Module):
    """A line network that takes its lines arranged by fours."""

    def __init__(self, net: LineNet):
        super().__init__()
        self.net = net

    def forward(self, x):
        return self.net.told(x)


def export(net: LineNet, path: pathlib.Path) -> None:
    net = net.eval().to(memory_format=torch.contiguous_format)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _Arranged(net), (torch.zeros(1, 4, crop.HEIGHT // 2, 64),), str(path), input_names=["line"], output_names=["logits"],
            dynamic_axes={"line": {0: "n", 3: "half"}, "logits": {0: "n", 1: "columns"}}, opset_version=18, dynamo=False,
        )
    onnx.checker.check_model(str(path))


class _Lines(quantization.CalibrationDataReader):
    """Hands the lines out that tell how wide the values inside the network run."""

    def __init__(self, pool: Pool, most: int = 300):
        self._lines = iter([{"line": crop.arranged(crop.values(pool.image(i)))[None]} for i in range(min(most, len(pool)))])

    def get_next(self):
        return next(self._lines, None)


def quantised(path: pathlib.Path, pool: Pool) -> None:
    """Turns the exported network's weights and activations into 8-bit integers."""
    with tempfile.TemporaryDirectory() as folder:
        prepared = pathlib.Path(folder) / "prepared.onnx"
        quant_pre_process(str(path), str(prepared))
        quantization.quantize_static(
            str(prepared), str(path), _Lines(pool), quant_format=quantization.QuantFormat.QDQ, per_channel=True,
            activation_type=quantization.QuantType.QUInt8, weight_type=quantization.QuantType.QInt8,
            calibrate_method=quantization.CalibrationMethod.MinMax,
        )


def confidences(logits: list[np.ndarray], pool: Pool, temperature: float) -> tuple[np.ndarray, np.ndarray]:
    """Of each line the probability of its likeliest meaning, and whether that is right."""
    sure, right = np.empty(len(pool)), np.empty(len(pool), bool)
    for i, line in enumerate(logits):
        labels, p = beam(softmax(line, temperature))[0]
        sure[i], right[i] = p, labels == tuple(pool.truth(i).tolist())
    return sure, right


def calibrate(logits: list[np.ndarray], pool: Pool) -> float:
    """The temperature with which the likeliest meanings' probabilities have the least log loss (Guo et al. 2017)."""
    def cost(temperature: float) -> float:
        sure, right = confidences(logits, pool, temperature)
        sure = np.clip(sure, 1e-6, 1 - 1e-6)
        return float(-np.mean(np.where(right, np.log(sure), np.log(1 - sure))))
    return min((0.7, 0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0), key=cost)


def accept(sure: np.ndarray, right: np.ndarray, risk: float) -> float:
    """The least threshold of which no more than risk of what it accepts is wrong, and so from there on up."""
    order = np.argsort(-sure)
    wrong = np.cumsum(~right[order]) / np.arange(1, len(order) + 1)
    fine = np.flatnonzero(wrong <= risk)
    return float(np.ceil(sure[order[fine[-1]]] * 1e4) / 1e4) if len(fine) else 0.9999


def write(folder: pathlib.Path, net: LineNet, validation: Pool, version: str, risk: float, integers: bool = True) -> dict:
    """Exports, and calibrates what was exported."""
    folder.mkdir(parents=True, exist_ok=True)
    export(net, folder / FILE)
    if integers:
        quantised(folder / FILE, validation)
    said = {
        "version": version, "file": FILE, "input": "line", "height": crop.HEIGHT, "capPx": crop.CAP_PX, "step": crop.STEP,
        "least": crop.LEAST, "most": crop.MOST, "paperRank": crop.PAPER_RANK, "brightest": crop.BRIGHTEST,
        "temperature": 1.0, "accept": 1.0, "labels": list(LABELS), "preprocessing": PREPROCESSING,
    }
    settings = folder / "arithmetic.json"
    settings.write_text(json.dumps(said))
    model = LineModel(folder)
    logits = [model.run(validation.image(i)) for i in range(len(validation))]
    said["temperature"] = calibrate(logits, validation)
    said["accept"] = accept(*confidences(logits, validation, said["temperature"]), risk)
    settings.write_text(json.dumps(said, indent=2, ensure_ascii=False) + "\n")
    return said
