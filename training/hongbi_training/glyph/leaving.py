"""Leaves whole sources out of training in turn and judges each network on the source it never saw.

The threshold for a source is frozen before it is looked at: it comes from the other sources, each read by the network that
was trained without it. The shipped threshold comes in the same way from all of them.
"""

import dataclasses
import pathlib

import numpy as np

from . import evaluate
from .boxes import DIGIT_LABELS
from .characters import LETTERS, PARTS
from .export import calibrate, temperature
from .net import CharacterNet
from .pool import Pool, each, kept
from .train import predict, trained

LEFT_OUT = ("mnist", "unipen", "bhmsds")
LETTERS_KEPT = 0.35
"""Share of the letters that stay in these networks' training: only their digits are judged."""


@dataclasses.dataclass(frozen=True)
class Figure:
    """A source left out under some conditions: counts, the temperature and threshold used, and the temperature that fits."""

    source: str
    conditions: str
    n: int
    right: int
    accepted: int
    wrong: int
    temperature: float
    own_temperature: float
    threshold: float


@dataclasses.dataclass(frozen=True)
class Left:
    """What the network that never saw a source says of its digits: logits and labels by conditions, and its temperature on
    the sources that it saw."""

    temperature: float
    logits: dict[str, np.ndarray]
    labels: dict[str, np.ndarray]

    def own(self, name: str) -> float:
        """The temperature that fits the source itself."""
        return temperature(self.logits[name], np.array([DIGIT_LABELS.index(label) for label in self.labels[name]]))

    def judged(self, name: str, stretch: float) -> evaluate.Judged:
        return evaluate.judge(self.labels[name], self.logits[name], {"labels": DIGIT_LABELS, "temperature": self.temperature * stretch})


def threshold(judged: list[evaluate.Judged], risk: float) -> float:
    """The least confidence from which on at most such a share of the accepted is wrong, as a mean over populations;
    refusals that are taken for characters count as wrong."""
    taken = [j.accepted(0) for j in judged]
    confidence = np.concatenate([j.confidence for j in taken])
    order = np.argsort(-confidence)
    risks = np.zeros(len(confidence))
    for k, j in enumerate(taken):
        own = np.concatenate([np.full(len(t), m == k) for m, t in enumerate(taken)])[order]
        wrong = np.concatenate([~t.right for t in taken])[order]
        risks += np.cumsum(own & wrong) / np.maximum(np.cumsum(own), 1) / len(taken)
    within = np.flatnonzero(risks <= risk)
    return round(float(confidence[order][within[-1]]), 4) if len(within) else 1.0


def accept(net, validation: Pool, answer: str, t: float, risk: float) -> float:
    """The threshold of an answer on validation."""
    k = list(net.answers).index(answer)
    pool = validation.take(validation.truth[:, k] >= 0)
    labels = np.array(net.answers[answer])[pool.truth[:, k]]
    return threshold([evaluate.judge(labels, predict(net, pool.crops)[k], {"labels": net.answers[answer], "temperature": t})], risk)


def tested(source: str, name: str, work: pathlib.Path, seed: int = 77) -> Pool:
    """Digits of a source that was left out, of MNIST of its test part."""
    parts = ("test",) if source == "mnist" else PARTS
    return kept(work / f"left-{source}-{name}-{seed}.npz", lambda: each(source, parts, evaluate.CONDITIONS[name], seed))


def _without(training: Pool, source: str) -> Pool:
    letter, some = np.isin(training.labels, LETTERS), np.random.default_rng(1).random(len(training))
    return training.take((training.sources != source) & (~letter | (some < LETTERS_KEPT)))


def read(training: Pool, validation: Pool, steps: tuple[int, ...], seed: int, work: pathlib.Path) -> dict[str, Left]:
    """Every source as read by the network that never saw it; networks found in the work folder are kept."""
    found = {}
    for source in LEFT_OUT:
        others = validation.take(validation.sources != source)
        net = trained(CharacterNet(), _without(training, source), others, steps, seed, work / f"left-{source}.pt")
        pools = {name: tested(source, name, work) for name in evaluate.CONDITIONS}
        logits = {name: predict(net, pool.crops)[0] for name, pool in pools.items()}
        found[source] = Left(calibrate(net, others)["digits"], logits, {name: pool.labels.astype(str) for name, pool in pools.items()})
    return found


def frozen(left: list[Left], risk: float) -> tuple[float, float]:
    """How much wider temperatures are on sources left out than on those seen, and the threshold, under mild conditions."""
    stretch = float(np.exp(np.mean([np.log(l.own("mild") / l.temperature) for l in left])))
    return round(stretch, 4), threshold([l.judged("mild", stretch) for l in left], risk)


def figures(left: dict[str, Left], risk: float) -> list[Figure]:
    """Each source judged with what was frozen on the others."""
    found = []
    for source, one in left.items():
        stretch, at = frozen([other for name, other in left.items() if name != source], risk)
        for name in one.logits:
            judged = one.judged(name, stretch)
            sure = judged.accepted(at)
            wrong = int((~sure.right).sum())
            found.append(Figure(source, name, len(judged), int(judged.right.sum()), len(sure), wrong,
                                round(one.temperature * stretch, 4), round(one.own(name), 4), at))
    return found


def table(figures: list[Figure]) -> list[str]:
    lines = ["| source left out | conditions | right before rejection | threshold | accepted | wrong among accepted |", "|---" * 6 + "|"]
    for f in figures:
        lines.append(
            f"| {f.source} | {f.conditions} | {evaluate.rate(f.right, f.n)} | {f.threshold} | {evaluate.rate(f.accepted, f.n)} | "
            f"{f.wrong}/{f.accepted} = {100 * f.wrong / max(f.accepted, 1):.2f} % {evaluate.interval(f.wrong, f.accepted)} |"
        )
    for name in dict.fromkeys(f.conditions for f in figures):
        some = [100 * f.right / f.n for f in figures if f.conditions == name]
        lines.append(f"| **mean** | {name} | {np.mean(some):.2f} % (least {min(some):.2f}) | | | |")
    return lines
