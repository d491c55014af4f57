"""The two glyph networks: small convolutional nets that keep where things lie."""

import torch
from torch import nn

from . import boxes, bubbles
from .cut import CHARACTER, MARK


def _block(inputs: int, outputs: int, kernel: int = 3, stride: int = 1) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)
    )


class CharacterNet(nn.Module):
    """Crops [n, 1, 40, 32] in paper's units -> logits of digits [n, 17] and of letters [n, 29]."""

    window = CHARACTER
    answers = {"digits": boxes.DIGIT_LABELS, "letters": boxes.LETTER_LABELS}

    def __init__(self):
        super().__init__()
        self.trunk = nn.Sequential(
            _block(1, 16, 5, 2), _block(16, 32), _block(32, 32), nn.MaxPool2d(2), _block(32, 64), _block(64, 64),
            nn.MaxPool2d(2), _block(64, 96), nn.Flatten(), nn.Dropout(0.2), nn.Linear(96 * 20, 128), nn.ReLU(inplace=True),
        )
        self.heads = nn.ModuleList(nn.Linear(128, len(labels)) for labels in self.answers.values())

    def forward(self, x):
        seen = self.trunk((1 - x) * 2)
        return tuple(head(seen) for head in self.heads)


class MarkNet(nn.Module):
    """Crops [n, 1, 24, 24] in paper's units -> logits of marks [n, 7]."""

    window = MARK
    answers = {"marks": bubbles.LABELS}

    def __init__(self):
        super().__init__()
        self.trunk = nn.Sequential(
            _block(1, 16, 5, 2), _block(16, 32), nn.MaxPool2d(2), _block(32, 48), _block(48, 48), nn.MaxPool2d(2),
            nn.Flatten(), nn.Dropout(0.1), nn.Linear(48 * 9, 64), nn.ReLU(inplace=True),
        )
        self.heads = nn.ModuleList([nn.Linear(64, len(bubbles.LABELS))])

    def forward(self, x):
        return (self.heads[0](self.trunk((1 - x) * 2)),)


def loss(logits: tuple, truth: torch.Tensor, smoothing: float) -> torch.Tensor:
    """Cross entropy over the answers that are asked for."""
    total = torch.zeros(())
    for k, answer in enumerate(logits):
        asked = truth[:, k] >= 0
        if asked.any():
            part = nn.functional.cross_entropy(answer[asked].float(), truth[asked, k], label_smoothing=smoothing)
            total = total + part * asked.float().mean()
    return total
