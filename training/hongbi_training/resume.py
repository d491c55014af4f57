"""A trained network back from an exported model, to be trained further: only what is exported is kept."""

import pathlib

import numpy as np
import onnx
import torch
from torch import nn

from .net import PageNet


def load(path: pathlib.Path, frames: np.ndarray) -> PageNet:
    """The network of a page.onnx, whose normalisations were folded into its convolutions.

    Each convolution gets the folded weights, every filter brought to length 1 so that it learns at the pace of a new one;
    its normalisation gets the statistics that its output has on frames (uint8 [n, h, w]) and undoes both, so that the
    network computes what the model computes, in training nearly so too. Where the network has grown since, what it has
    more starts as in a new one but is at first listened to nowhere.
    """
    net, model = PageNet(), onnx.load(str(path))
    kept = {i.name: torch.from_numpy(onnx.numpy_helper.to_array(i).copy()) for i in model.graph.initializer}
    modules, own = dict(net.named_modules()), net.state_dict()
    with torch.no_grad():
        for name, value in kept.items():
            if name.startswith("net."):
                _lay(own[name.removeprefix("net.")], value)
        for node in model.graph.node:
            if node.op_type == "Conv" and not node.input[1].startswith("net."):
                _unfold(modules, _module(node.name), kept[node.input[1]], kept[node.input[2]])
        net.eval()
        net(torch.from_numpy(frames).float()[:, None] / 255)
    for module in modules.values():
        module._forward_pre_hooks.clear()
    return net


def _module(node: str) -> str:
    """The module that a node was exported from: of /net/body3/body3.0/look/look.0/Conv, body3.0.look.0."""
    name = last = ""
    for part in node.split("/")[2:-1]:
        name = name.removesuffix(last) + part if last and part.rpartition(".")[0] == last else f"{name}.{part}".lstrip(".")
        last = part
    return name


def _lay(target: torch.Tensor, value: torch.Tensor) -> None:
    """Writes value to the corner of target; its filters take nothing from inputs that value does not have."""
    rows = target[: len(value)]
    if rows.dim() > 1:
        rows.zero_()
        rows[:, : value.shape[1]] = value
    else:
        rows.copy_(value)


def _unfold(modules: dict[str, nn.Module], name: str, weight: torch.Tensor, shift: torch.Tensor) -> None:
    length = weight.flatten(1).norm(dim=1).clamp(min=1e-3)
    _lay(modules[name].weight, weight / length[:, None, None, None])
    path, _, number = name.rpartition(".")
    norm = modules[f"{path}.{int(number) + 1}"]

    def fit(norm, inputs):
        variance, mean = torch.var_mean(inputs[0], (0, 2, 3))
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(variance)
        n = len(shift)
        norm.weight[:n] = torch.sqrt(variance[:n] + norm.eps) * length
        norm.bias[:n] = mean[:n] * length + shift

    norm.register_forward_pre_hook(fit)
