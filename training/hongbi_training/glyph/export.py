"""Calibrates trained networks and writes characters.onnx, marks.onnx and glyph.json."""

import json
import pathlib
import tempfile

import numpy as np
import torch
from onnxruntime import quantization
from onnxruntime.quantization.shape_inference import quant_pre_process

from .cut import BRIGHTEST, PAPER_RANK, tensor
from .pool import Pool
from .reader import softmax
from .train import predict

FILES = {"characters": "characters.onnx", "marks": "marks.onnx"}
PREPROCESSING = [
    "quad: the printed box's corners in the 8-bit grey photo, clockwise from the corner that is top left on paper, in OpenCV's "
    "pixel coordinates; w and h: the box's width and height on paper",
    "s = min(boxWidth / w, boxHeight / h); the box lies at width / 2 -+ s * w / 2, height / 2 -+ s * h / 2 of the input; "
    "times 2, minus 0.5, in float32, these are its corners in an image of twice the size",
    "warpPerspective(photo, getPerspectiveTransform(corners, quad), 2 * width x 2 * height, INTER_LINEAR | WARP_INVERSE_MAP, "
    "BORDER_REPLICATE), then resize to width x height with INTER_AREA",
    "paper = max(1, the crop's value at place floor(paperRank * (width * height - 1)) in rising order, from 0); input = "
    "min(value / paper, brightest), float32 [n, 1, height, width]",
    "probability = softmax(logits / temperature); the likeliest label is sure from accept on, else the answer is doubtful",
]


def temperature(logits: np.ndarray, truth: np.ndarray) -> float:
    """The one with the least negative log likelihood (Guo et al. 2017), on a fine logarithmic grid."""
    grid = np.exp(np.linspace(np.log(0.4), np.log(5), 100))
    rows = np.arange(len(truth))
    losses = [-np.log(np.maximum(softmax(logits, t)[rows, truth], 1e-12)).mean() for t in grid]
    return float(grid[int(np.argmin(losses))])


def calibrate(net: torch.nn.Module, validation: Pool) -> dict[str, float]:
    """The temperature of every answer on writers the network was not trained on."""
    found = {}
    for k, (name, logits) in enumerate(zip(net.answers, predict(net, validation.crops))):
        asked = validation.truth[:, k] >= 0
        found[name] = round(temperature(logits[asked], validation.truth[asked, k]), 4)
    return found


def export(net: torch.nn.Module, path: pathlib.Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    names, window = list(net.answers), net.window
    torch.onnx.export(
        net.eval(), torch.ones(2, 1, window.height, window.width), str(path), dynamo=False, opset_version=17,
        input_names=["crops"], output_names=names, dynamic_axes={n: {0: "n"} for n in ["crops", *names]},
    )


class _Crops(quantization.CalibrationDataReader):
    """Hands the crops out that tell how wide the values inside a network run."""

    def __init__(self, crops: np.ndarray, size: int = 100):
        self._batches = iter([{"crops": tensor(crops[i : i + size])} for i in range(0, len(crops), size)])

    def get_next(self):
        return next(self._batches, None)


def quantised(path: pathlib.Path, crops: np.ndarray) -> None:
    """Turns an exported network's weights and activations into 8-bit integers: half the time, a quarter of the size."""
    with tempfile.TemporaryDirectory() as folder:
        prepared = pathlib.Path(folder) / "prepared.onnx"
        quant_pre_process(str(path), str(prepared))
        quantization.quantize_static(
            str(prepared), str(path), _Crops(crops), quant_format=quantization.QuantFormat.QDQ, per_channel=True,
            activation_type=quantization.QuantType.QUInt8, weight_type=quantization.QuantType.QInt8,
        )


def settings(version: str, nets: dict[str, torch.nn.Module], temperatures: dict[str, float], accept: dict[str, float]) -> dict:
    """What glyph.json says."""
    said = {"version": version, "preprocessing": PREPROCESSING}
    for name, net in nets.items():
        w = net.window
        said[name] = {
            "file": FILES[name], "input": "crops", "width": w.width, "height": w.height, "boxWidth": w.box_width,
            "boxHeight": w.box_height, "paperRank": PAPER_RANK, "brightest": BRIGHTEST,
            "outputs": {
                answer: {"labels": list(labels), "temperature": temperatures[answer], "accept": accept[answer]}
                for answer, labels in net.answers.items()
            },
        }
    return said


def write(folder: pathlib.Path, said: dict, nets: dict[str, torch.nn.Module], crops: dict[str, np.ndarray]) -> None:
    """crops: of each network, to quantise it with."""
    for name, net in nets.items():
        export(net, folder / FILES[name])
        quantised(folder / FILES[name], crops[name])
    (folder / "glyph.json").write_text(json.dumps(said, indent=2, ensure_ascii=False) + "\n")
