"""The line network: convolutions only, so that what it makes of a character depends on its neighbours and on nothing further.

A column of its output sees some 67 columns of the input, about four characters: enough to tell print from handwriting and
characters that touch, not enough to know what the sum is.
"""

import torch
from torch import nn

from .alphabet import LABELS


def _block(inputs: int, outputs: int, kernel=3, stride=1, padding=None) -> nn.Sequential:
    padding = kernel // 2 if padding is None else padding
    return nn.Sequential(nn.Conv2d(inputs, outputs, kernel, stride, padding, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class LineNet(nn.Module):
    """Lines [n, 1, 40, width] in paper's units, width a multiple of 4 -> logits [n, width / 4, labels]."""

    def __init__(self, wide: tuple[int, ...] = (16, 32, 64, 112, 144, 192)):
        super().__init__()
        a, b, c, d, e, f = wide
        self.trunk = nn.Sequential(
            _block(1, a, 5, 2), _block(a, b), nn.MaxPool2d(2),          # 10 rows, width / 4
            _block(b, c), _block(c, c), nn.MaxPool2d((2, 1)),           # 5 rows
            _block(c, d), nn.MaxPool2d((2, 1)),                         # 2 rows
            _block(d, e), _block(e, f, (2, 3), 1, (0, 1)),              # 1 row
            _block(f, f, (1, 3), 1, (0, 1)), _block(f, f, (1, 3), 1, (0, 1)), nn.Dropout(0.1),
        )
        self.head = nn.Conv2d(f, len(LABELS), 1)

    def forward(self, x):
        return self.head(self.trunk((1 - x) * 2)).squeeze(2).transpose(1, 2)
