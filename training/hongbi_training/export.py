"""Calibrates a trained network and writes page.onnx and page.json."""

import json
import pathlib

import numpy as np
import torch

from .frame import HEIGHT, PAD, WIDTH
from .net import BLANK_BELOW, COMPLETE_FROM, PageNet, bend, class_of, classes
from .pool import Pool
from .reader import WAYS
from .train import f1, predict

DOUBT = 1.5  # how far from the threshold's a logit may lie for its photo to be looked at again


def _best(loss, low: float = 0.2, high: float = 8.0) -> float:
    """The temperature with the least loss, on a fine logarithmic grid."""
    grid = np.exp(np.linspace(np.log(low), np.log(high), 120))
    return float(grid[np.argmin([loss(t) for t in grid])])


def readout(share: np.ndarray, kind: np.ndarray) -> tuple[float, float]:
    """Thresholds on the network's own share that part blank, partial and complete well: those nearest to 0.05 and 0.9
    whose macro F1, as a mean over near ones, comes within 0.01 of the best."""
    low, high = np.arange(0.02, 0.1201, 0.005), np.arange(0.78, 0.9601, 0.005)
    table = np.array([[f1(kind, (share >= a).astype(int) + (share >= b)) for b in high] for a in low])
    around = np.pad(table, 2, mode="edge")
    smooth = np.mean([around[i : i + len(low), j : j + len(high)] for i in range(5) for j in range(5)], 0)
    bent = np.abs(low - BLANK_BELOW)[:, None] + np.abs(high - COMPLETE_FROM)[None]
    a, b = np.unravel_index(np.argmin(np.where(smooth >= smooth.max() - 0.01, bent, np.inf)), smooth.shape)
    return round(float(low[a]), 3), round(float(high[b]), 3)


def calibrate(net: PageNet, validation: Pool) -> dict:
    """Temperatures fitted on writers, papers and things that were never trained on (Guo et al. 2017), the threshold
    at which pages and other things are told equally well there, between which logits a photo is looked at again, and
    where the share is to be bent."""
    out, h = predict(net, validation.frames), validation.homework
    middle = _even(out["homework"], h, np.arange(-3, 3.001, 0.05))
    zone = (round(middle - DOUBT, 2), round(middle + DOUBT, 2))
    logit, truth = torch.from_numpy(looked_again(net, validation.frames, out["homework"], zone)), torch.from_numpy(h.astype(np.float32))
    nll = torch.nn.functional.binary_cross_entropy_with_logits
    homework = _best(lambda t: float(nll(logit / t, truth)), 0.5)
    threshold = _even(torch.sigmoid(logit / homework).numpy(), h, np.arange(0.3, 0.801, 0.01))
    counted = h & (validation.places.astype(np.float32).sum((1, 2)) > 0)
    share, spread = torch.from_numpy(out["share"][counted]), torch.from_numpy(out["spread"][counted])
    kind = class_of(torch.from_numpy(validation.share[counted]))
    at = readout(share.numpy(), kind.numpy())
    share = bend(share, at)

    def loss(t):
        p = classes(share, spread, t).clamp(min=1e-4)
        return float(torch.nn.functional.nll_loss(p.log(), kind))

    return {"homeworkTemperature": round(homework, 4), "homeworkThreshold": round(threshold, 2), "againFrom": zone[0], "againTo": zone[1],
            "completionTemperature": round(_best(loss), 4), "readout": at}


def _even(value: np.ndarray, homework: np.ndarray, grid: np.ndarray) -> float:
    """The threshold at which pages and other things are told equally well: the middle of those nearly as good as the best."""
    worse = np.array([min((value[homework] >= t).mean(), (value[~homework] < t).mean()) for t in grid])
    return float(grid[worse >= worse.max() - 0.003].mean())


def looked_again(net: PageNet, frames: np.ndarray, logit: np.ndarray, zone: tuple[float, float]) -> np.ndarray:
    """The logits; of doubtful frames the mean of all ways to look at them, as the reader has it."""
    doubtful, logit = np.flatnonzero((logit >= zone[0]) & (logit < zone[1])), logit.copy()
    if len(doubtful):
        looks = [predict(net, np.ascontiguousarray(frames[doubtful][:, ::down, ::across]))["homework"] for down, across in WAYS]
        logit[doubtful] = np.mean([logit[doubtful], *looks], 0)
    return logit


def export(net: torch.nn.Module, folder: pathlib.Path, version: str, temperatures: dict[str, float]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    net = net.to(memory_format=torch.contiguous_format).eval()
    names = ["homework", "share", "spread", "places", "used"]
    torch.onnx.export(
        net, torch.zeros(1, 1, HEIGHT, WIDTH), str(folder / "page.onnx"), dynamo=False, opset_version=17,
        input_names=["frame"], output_names=names, dynamic_axes={n: {0: "n"} for n in ["frame", *names]},
    )
    settings = {
        "version": version,
        "input": "frame",
        "width": WIDTH,
        "height": HEIGHT,
        "pad": PAD,
        "landscape": "fit into height x width, then turn 90 degrees clockwise",
        "homeworkTemperature": temperatures["homeworkTemperature"],
        "homeworkThreshold": temperatures["homeworkThreshold"],
        "againFrom": temperatures["againFrom"],
        "againTo": temperatures["againTo"],
        "completionTemperature": temperatures["completionTemperature"],
        "blankBelow": BLANK_BELOW,
        "completeFrom": COMPLETE_FROM,
        "outputs": {
            "homework": "[n] logit; from againFrom to below againTo the mean of it and of the logits of the frame upside down, "
            "mirrored and both; probability = sigmoid(logit / homeworkTemperature); homework from homeworkThreshold",
            "share": "[n] 0..1, answer places used; blank below blankBelow, complete from completeFrom, else partial",
            "spread": "[n] P(true share < t) = sigmoid((t - share) / (spread * completionTemperature)); the confidence of a "
            "class is the probability between its thresholds",
            "places": "[n, 64, 48] part of all answer places that lies in each 8x8 cell of the frame, sums to 1",
            "used": "[n, 64, 48] part of the places of each cell that is used, 0..1",
        },
    }
    (folder / "page.json").write_text(json.dumps(settings, indent=2) + "\n")
