"""The line network: convolutions only, so that what it makes of a character depends on its neighbours and on nothing further.

A column of its output sees some 76 columns of the input, about four characters: enough to tell print from handwriting and
characters that touch, not enough to know what the sum is.
"""

import torch
from torch import nn

from .alphabet import LABELS


def _block(inputs: int, outputs: int, kernel: tuple[int, int] = (3, 3), padding: tuple[int, int] = (1, 1)) -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(inputs, outputs, kernel, 1, padding, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class _Added(nn.Module):
    """A block whose input is added to what it makes (He et al. 2016)."""

    def __init__(self, width: int, kernel: tuple[int, int] = (3, 3), padding: tuple[int, int] = (1, 1)):
        super().__init__()
        self.block = _block(width, width, kernel, padding)

    def forward(self, x):
        return x + self.block(x)


class LineNet(nn.Module):
    """Lines [n, 1, 40, width] in paper's units, width a multiple of 4 -> logits [n, width / 4, labels]."""

    def __init__(self, wide: tuple[int, ...] = (16, 32, 64, 96, 160)):
        super().__init__()
        a, b, c, d, e = wide
        self.trunk = nn.Sequential(
            nn.PixelUnshuffle(2), _block(4, a), _block(a, b), nn.MaxPool2d(2),                  # 10 rows, width / 4
            _block(b, c), _block(c, c), _Added(c), nn.MaxPool2d((2, 1)),                        # 5 rows
            _block(c, d), _Added(d), _block(d, e, (5, 1), (0, 0)),                              # 1 row
            *(_Added(e, (1, 3), (0, 1)) for _ in range(3)), nn.Dropout(0.05),
        )
        self.head = nn.Conv2d(e, len(LABELS), 1)

    def forward(self, x):
        return self.told(self.trunk[0]((1 - x) * 2))

    def told(self, arranged):
        """Logits of lines [n, 4, 20, width / 2] that are arranged by fours already, see crop.arranged."""
        return self.head(self.trunk[1:](arranged)).squeeze(2).transpose(1, 2)
