"""CTC or character detection, on equal terms: python -m hongbi_training.arithmetic.detection --lines 30000 --steps 2000

Two networks of one shape and the same first weights are shown the same lines, bent in the same way, for as many steps at the same
rate; only the loss, and what is made of the logits, differ. CTC is told the labels in their order. Detection is also told where each
character stands, and learns for every column of the output which character has its middle in it, if any has: a map of
keypoints (Zhou et al. 2019, Objects as Points) in one dimension, with cross-entropy for a loss. It needs scenes that are drawn,
or labels placed by people; a run or a gap, whose middle lies further off than a column sees, is placed at its beginning.
"""

import argparse
import copy
import dataclasses
import time

import cv2
import numpy as np
import torch

from .alphabet import INDEX, LABELS
from .crop import CAP_PX, STEP
from .decode import beam, softmax
from .evaluate import distance, share
from .lines import TRAINING, crop
from .net import LineNet
from .pool import Pool
from .train import _batch, _batches, average, predict, set_rate

LEAST = 0.2
"""Peaks less likely than this are not read; chosen, like the loss, on other lines of validation's writers and faces than are measured."""


@dataclasses.dataclass
class Placed(Pool):
    """points float32: where each label stands, as a part of its line's width."""

    points: np.ndarray

    def placed(self, i: int) -> np.ndarray:
        return self.points[self.label_ends[i - 1] if i else 0 : self.label_ends[i]]


def drawn(part: str, n: int, seed: int) -> Placed:
    place, made = ("train", "validation", "test").index(part), []
    for i in range(n):
        rng = np.random.default_rng([seed, place, i])
        made.append(crop(rng, part, TRAINING[int(rng.integers(len(TRAINING)))]))
    pool = Pool.of([(m.image, np.array([INDEX[l] for l in m.labels], np.uint8)) for m in made])
    points = [np.minimum(m.spans.mean(1), m.spans[:, 0] + CAP_PX) / m.image.shape[1] for m in made]
    return Placed(**vars(pool), points=np.concatenate(points).astype(np.float32))


def _in_order(logits, truth, columns, lengths, points) -> torch.Tensor:
    return torch.nn.functional.ctc_loss(logits.log_softmax(2).transpose(0, 1), truth, columns, lengths, zero_infinity=True)


def _in_place(logits, truth, columns, lengths, points) -> torch.Tensor:
    """Cross-entropy of every column, for each character; train's bending moves the middle of a line's height by its stretch alone."""
    line = torch.repeat_interleave(torch.arange(len(columns)), lengths)
    at = (points * columns[line]).long().clamp(0).minimum(columns[line] - 1)
    told = torch.zeros(logits.shape[:2], dtype=torch.long)
    told[line, at] = truth
    inside = torch.arange(logits.shape[1])[None] < columns[:, None]
    return torch.nn.functional.cross_entropy(logits[inside], told[inside], reduction="sum") / len(truth)


def _beside(p: np.ndarray) -> np.ndarray:
    """The sum of each column's two neighbours."""
    q = np.pad(p, ((1, 1), (0, 0)))
    return q[:-2] + q[2:]


def peaks(logits: np.ndarray) -> tuple[tuple[int, ...], float]:
    """The labels of the peaks from left to right, and how likely all of them are and none of the peaks that are not read.

    A middle on the border of two columns is half in either, so that a peak counts what its neighbours have of its label; of
    peaks in one column or in columns side by side only the likeliest is read.
    """
    p = softmax(logits, 1.0)[:, 1:]
    beside = _beside(p)
    value, height = np.minimum(p + beside, 1), np.pad(p + beside / 4, ((1, 1), (0, 0)))
    column, label = np.nonzero((height[1:-1] > height[:-2]) & (height[1:-1] >= height[2:]) & (value > 1e-3))
    read, sure = {}, 1.0
    for k in np.argsort(-value[column, label], kind="stable"):
        likely = float(value[column[k], label[k]])
        if likely >= LEAST and read.keys().isdisjoint(range(column[k] - 1, column[k] + 2)):
            read[column[k]] = int(label[k]) + 1
            sure *= likely
        else:
            sure *= 1 - likely
    return tuple(read[c] for c in sorted(read)), sure


def likeliest(logits: np.ndarray) -> tuple[tuple[int, ...], float]:
    return beam(softmax(logits, 1.0))[0]


WAYS = {"CTC": (_in_order, likeliest), "character detection": (_in_place, peaks)}


def fit(loss, pool: Placed, steps: int, rate: float, seed: int, size: int = 48) -> torch.nn.Module:
    """As train.fit, with any loss and on one thread, so that every loss is shown the same lines."""
    torch.manual_seed(seed)
    net = LineNet().to(memory_format=torch.channels_last)
    optimiser = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=2e-2)
    mean, rng, losses = copy.deepcopy(net), np.random.default_rng(seed), []
    for step, which in zip(range(1, steps + 1), _batches(rng, pool, size)):
        x, truth, columns, lengths = _batch(rng, pool, which)
        points = torch.from_numpy(np.concatenate([pool.placed(i) for i in which]))
        set_rate(optimiser, rate, step, steps)
        net.train()
        with torch.autocast("cpu", torch.bfloat16):
            logits = net(x.contiguous(memory_format=torch.channels_last))
        value = loss(logits.float(), truth, columns, lengths, points)
        optimiser.zero_grad()
        value.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimiser.step()
        losses.append(value.item())
        if step % 4 == 0:
            average(mean, net, step)
        if step % 100 == 0:
            print(f"step {step} loss {np.mean(losses[-100:]):.4f} CPU {time.process_time():.0f} s", flush=True)
    return mean.to(memory_format=torch.contiguous_format)


def accepted(right: np.ndarray, sure: np.ndarray, risk: float) -> int:
    """How many lines can be taken, the surest first, before more than this share of them is wrong."""
    wrong = np.cumsum(~right[np.argsort(-sure, kind="stable")])
    return int(np.flatnonzero(np.append(0, wrong - risk * np.arange(1, len(wrong) + 1)) <= 1e-9)[-1])


def _taken(of: str, right: np.ndarray, sure: np.ndarray) -> dict[str, str]:
    """The shares accepted, with 95 % intervals from lines drawn again."""
    rows, n = {}, len(right)
    again = [np.random.default_rng(k).integers(0, n, n) for k in range(500)]
    for risk in (0.005, 0.02):
        low, high = np.quantile([accepted(right[w], sure[w], risk) / n for w in again], (0.025, 0.975))
        rows[f"{of} accepted, {100 * risk:g} % of them wrong"] = f"{100 * accepted(right, sure, risk) / n:.1f} % ({100 * low:.1f}-{100 * high:.1f})"
    return rows


def measured(net: torch.nn.Module, read, pool: Placed) -> dict[str, str]:
    """What the table says of one way; lines of characters alone have no run, no gap and nothing crossed out."""
    start = time.process_time()
    logits = predict(net, pool)
    between = time.process_time()
    said = [read(l) for l in logits]
    end, n = time.process_time(), len(pool)
    pairs = [([LABELS[k] for k in labels], pool.said(i)) for i, (labels, _) in enumerate(said)]
    signs = [([s[-1] for s in a], [s[-1] for s in b]) for a, b in pairs]
    right, sure = np.array([a == b for a, b in pairs]), np.array([p for _, p in said])
    characters = len(pool.labels)
    alone = np.array([bool(b) and not {"#", "h#", "h~", " "} & set(b) for _, b in pairs])
    rows = {"parameters": f"{sum(p.numel() for p in net.parameters()):,}",
            "characters right": share(max(0, characters - sum(distance(a, b) for a, b in pairs)), characters),
            "characters, but for print/hand": share(max(0, characters - sum(distance(a, b) for a, b in signs)), characters),
            "lines right": share(int(right.sum()), n),
            "lines, but for print/hand": share(sum(a == b for a, b in signs), n)}
    rows |= _taken("lines", right, sure)
    rows["lines of characters alone, right"] = share(int(right[alone].sum()), int(alone.sum()))
    rows |= _taken("lines of characters alone", right[alone], sure[alone])
    return rows | {"CPU ms a line, network": f"{1000 * (between - start) / n:.1f}",
                   "CPU ms a line, reading its output in Python": f"{1000 * (end - between) / n:.1f}"}


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("--lines", type=int, default=30_000)
    parse.add_argument("--validation", type=int, default=3_000)
    parse.add_argument("--steps", type=int, default=2_000)
    parse.add_argument("--rate", type=float, default=3e-3)
    parse.add_argument("--seed", type=int, default=21)
    a = parse.parse_args()
    cv2.setNumThreads(1)
    torch.set_num_threads(1)
    training, validation = drawn("train", a.lines, a.seed), drawn("validation", a.validation, a.seed)
    columns = {way: measured(fit(loss, training, a.steps, a.rate, 1), read, validation) for way, (loss, read) in WAYS.items()}
    print(f"| | {' | '.join(columns)} |\n|---|{'---|' * len(columns)}")
    for row in next(iter(columns.values())):
        print(f"| {row} | {' | '.join(column[row] for column in columns.values())} |")


if __name__ == "__main__":
    main()
