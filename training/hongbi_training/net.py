"""The page network: a small convolutional net with a coarse map of answer places, and what it is trained towards."""

import torch
from torch import nn
from torch.nn import functional as F

TRUNK = 64  # channels in cells of 32 px


def _block(inputs: int, outputs: int, kernel: int = 3, stride: int = 1) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)
    )


class Strips(nn.Module):
    """Tells every cell what its whole row, its whole column and the whole page look like."""

    def __init__(self, channels: int):
        super().__init__()
        self.row, self.column, self.page = (nn.Conv2d(channels, channels, 1) for _ in range(3))

    def forward(self, x):
        row, column = x.mean(3, keepdim=True), x.mean(2, keepdim=True)
        return x + F.relu(self.row(row) + self.column(column) + self.page(row.mean(2, keepdim=True)))


class More(nn.Module):
    """A second look that adds to what is known, at first nothing."""

    def __init__(self, channels: int):
        super().__init__()
        self.look = nn.Sequential(nn.Conv2d(channels, channels, 3, 1, 1, bias=False), nn.BatchNorm2d(channels))
        nn.init.zeros_(self.look[1].weight)

    def forward(self, x):
        return F.relu(x + self.look(x))


class PageNet(nn.Module):
    """Frames [n, 1, 512, 384] in 0..1 -> homework logit [n], share [n], spread [n], maps [n, 64, 48]: places, used, plain.

    The trunk sees the page, halved, in cells of 32 px of the whole frame. What it knows is laid over what the stems saw in
    cells of 16 px, about the height of a written line, and both over those of 8 px, of which a line fills one or two: there the
    maps are told. A second stem adds what only the whole frame shows.

    places sums to 1 over a page: how much of the page's answer places lies in each cell. used is the part of the places
    of a cell that is used, 0..1: plain as the cell itself shows it, used as made up in the light of the whole page, so that
    many small doubts about a blank page do not add up to a part of it done. share = sum of places * used. spread is the
    scale of a logistic distribution about share: P(true share < t) = sigmoid((t - share) / spread).
    """

    def __init__(self):
        super().__init__()
        self.near = nn.Sequential(
            _block(1, 16, 7, 4), _block(16, 32, 3, 2), nn.Conv2d(32, 32, 3, 2, 1, bias=False), nn.BatchNorm2d(32)
        )
        self.stem = nn.Sequential(
            _block(1, 16, 7, 4), _block(16, 32, 3, 2), _block(32, 32), _block(32, TRUNK, 3, 2), _block(TRUNK, TRUNK)
        )
        self.more = More(32)
        self.strips1, self.body1 = Strips(TRUNK), _block(TRUNK, TRUNK)
        self.strips2, self.body2 = Strips(TRUNK), _block(TRUNK, TRUNK)
        self.body3 = nn.Sequential(*(More(TRUNK) for _ in range(4)))
        self.lateral = nn.Conv2d(TRUNK, 32, 1)
        self.fine = nn.Sequential(nn.Conv2d(32, 32, 3, 1, 1), nn.ReLU(inplace=True), nn.Conv2d(32, 2, 1))
        self.over, self.under = nn.Conv2d(32, 32, 1), nn.Conv2d(16 + 32, 32, 1)
        self.finest = nn.Sequential(_block(32, 32), More(32), nn.Conv2d(32, 2, 1))
        self.deep = nn.Sequential(_block(TRUNK, 64, 3, 2), _block(64, 64))
        self.homework = nn.Sequential(nn.Linear(128 + 64, 48), nn.ReLU(inplace=True), nn.Linear(48, 1))
        self.tune = nn.Sequential(nn.Linear(128 + 4, 32), nn.ReLU(inplace=True), nn.Linear(32, 2))
        for p in (*self.finest[-1].parameters(), *self.tune[-1].parameters()):
            nn.init.zeros_(p)
        self.spread = nn.Sequential(nn.Linear(128 + 3, 32), nn.ReLU(inplace=True), nn.Linear(32, 1))

    def forward(self, x):
        x = x - 0.5
        far, near = self.stem[0](F.avg_pool2d(x, 2)), self.near[:2](x)
        seen = self.more(self.stem[2](self.stem[1](far) + self.near[2:](near)))
        features = self.body3(self.body2(self.strips2(self.body1(self.strips1(self.stem[3:](seen))))))
        strokes = self.fine[:2](F.relu(seen + _twice(self.lateral(features))))
        finest = self.finest(F.relu(_twice(self.over(strokes)) + self.under(torch.cat([far, near], 1))))
        cell = (_twice(self.fine[2](strokes)) + finest).float()
        places = torch.softmax(cell[:, 0].flatten(1), 1)
        deep = self.deep(features).float()
        pooled = _pooled(deep)
        ink = cell[:, 1].flatten(1)
        plain = torch.sigmoid(ink)
        told = torch.stack([(places * f).sum(1) for f in (plain, plain * (1 - plain), plain**4, (1 - plain) ** 4)], 1)
        steep, lift = self.tune(torch.cat([pooled, told], 1)).split(1, 1)
        used = torch.sigmoid(ink * torch.exp(steep) + lift)
        share = (places * used).sum(1)
        told = torch.stack([share, share * (1 - share), (places * used * (1 - used)).sum(1)], 1)
        spread = F.softplus(self.spread(torch.cat([pooled, told], 1)).squeeze(1)) * 0.1 + 0.003
        shape = cell[:, 0].shape
        maps = [m.reshape(shape) for m in (places, used, plain)]
        homework = self.homework(torch.cat([pooled, _pooled(strokes.float())], 1)).squeeze(1)
        return homework, share, spread, *maps


def _twice(x):
    return F.interpolate(x, scale_factor=2.0, mode="nearest")


def _pooled(x):
    return torch.cat([x.mean((2, 3)), x.amax((2, 3))], 1)


class Shipped(nn.Module):
    """A network as it is shipped: whole frames in, maps [n, 64, 48] out. readout: thresholds on the network's share that
    part blank, partial and complete on validation; the share is bent so that they come to lie at 0.05 and 0.9."""

    def __init__(self, net: PageNet, readout: tuple[float, float] = (0.05, 0.9)):
        super().__init__()
        self.net, self.readout = net, readout

    def forward(self, x):
        homework, share, spread, places, used, _ = self.net(x)
        return homework, bend(share, self.readout), spread, places, used


def bend(share, readout: tuple[float, float]):
    """Straight pieces through (0, 0), (readout[0], 0.05), (readout[1], 0.9), (1, 1)."""
    (a, b), (p, q) = readout, (BLANK_BELOW, COMPLETE_FROM)
    low, middle, high = share * (p / a), p + (share - a) * ((q - p) / (b - a)), q + (share - b) * ((1 - q) / (1 - b))
    return torch.where(share < a, low, torch.where(share < b, middle, high))


BLANK_BELOW, COMPLETE_FROM = 0.05, 0.9


def classes(share, spread, temperature: float = 1.0):
    """Probabilities of blank, partial, complete [n, 3] from share and spread (tensors)."""
    scale = spread * temperature
    blank = torch.sigmoid((BLANK_BELOW - share) / scale)
    below = torch.sigmoid((COMPLETE_FROM - share) / scale)
    return torch.stack([blank, below - blank, 1 - below], 1)


def class_of(share):
    """0 blank, 1 partial, 2 complete, by the share alone."""
    return (share >= BLANK_BELOW).long() + (share >= COMPLETE_FROM).long()


def losses(outputs, places, used, share, homework, ripe: float = 1.0):
    """Total loss and its parts. The maps and the share count on homework only. ripe: 0 at first, when only the maps are
    learned, to 1, when the share that follows from them counts too (from the start it only shakes the maps' mean)."""
    logit, share_, spread, places_, _, plain = outputs
    total = {"homework": F.binary_cross_entropy_with_logits(logit, homework.float())}
    h = homework & (places.flatten(1).sum(1) > 0)
    if h.any():
        p, u = places[h].flatten(1), used[h].flatten(1)
        fraction = (u / p.clamp(min=1e-6)).clamp(0, 1)
        s, s_, b = share[h], share_[h], spread[h]
        total["places"] = -(p * (places_[h].flatten(1) + 1e-8).log()).sum(1).mean() * 0.25
        bce = F.binary_cross_entropy(plain[h].flatten(1).clamp(1e-6, 1 - 1e-6), fraction, reduction="none")
        total["used"] = (p * bce).sum(1).mean() * 2
        total["share"] = F.smooth_l1_loss(s_, s, beta=0.05) * 3 * ripe
        z = (s - s_.detach()) / b  # the spread learns from the error, the share does not learn to be vague
        total["spread"] = (z + b.log() + 2 * F.softplus(-z)).mean() * 0.1
        probability = classes(s_, b.detach()).clamp(min=1e-4)
        total["class"] = F.nll_loss(probability.log(), class_of(s)) * 0.4 * ripe
    return sum(total.values()), total
