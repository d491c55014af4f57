"""Leaves whole sources out of training in turn and judges each network on the source it never saw."""

import dataclasses
import json
import pathlib

import numpy as np
import torch

from . import evaluate
from .boxes import DIGIT_LABELS
from .camera import HARD, MILD, SCAN, USUAL, Conditions
from .characters import PARTS
from .export import calibrate, temperature
from .net import CharacterNet
from .pool import Pool, each, kept
from .train import fit, predict

CROPS = {"mnist": 40_000, "unipen": 50_000, "bhmsds": 30_000, "emnist": 5_000, "mdas": 5_000, "drawn": 8_000}
LEFT_OUT = ("mnist", "unipen", "bhmsds")
CONDITIONS = {"scan": SCAN, "mild": MILD, "usual": USUAL, "hard": HARD}


@dataclasses.dataclass(frozen=True)
class Figure:
    """A source left out under some conditions: counts, and the temperatures on sources seen and on this one."""

    source: str
    conditions: str
    n: int
    right: int
    accepted: int
    wrong: int
    temperature: float
    own_temperature: float
    threshold: float


def accept(net, validation: Pool, answer: str, t: float, risk: float) -> float:
    """The least confidence from which on at most such a share of what is accepted on validation is wrong, refusals that are
    taken for characters counted as wrong."""
    k = list(net.answers).index(answer)
    pool = validation.take(validation.truth[:, k] >= 0)
    labels = np.array(net.answers[answer])[pool.truth[:, k]]
    judged = evaluate.judge(labels, predict(net, pool.crops)[k], {"labels": net.answers[answer], "temperature": t})
    if answer != "marks":
        judged = judged.where(~np.isin(judged.found, evaluate.REFUSED))
    judged = judged.where(np.argsort(-judged.confidence))
    wrong = np.cumsum(~judged.right) / np.arange(1, len(judged) + 1)
    within = np.flatnonzero(wrong <= risk)
    return round(float(judged.confidence[within[-1]]), 4) if len(within) else 1.0


def tested(source: str, name: str, work: pathlib.Path, seed: int = 77) -> Pool:
    """Digits of a source that was left out, of MNIST of its test part."""
    parts = ("test",) if source == "mnist" else PARTS
    return kept(work / f"left-{source}-{name}-{seed}.npz", lambda: each(source, parts, CONDITIONS[name], seed))


def figure(net, source: str, name: str, pool: Pool, t: float, at: float) -> Figure:
    logits = predict(net, pool.crops)[0]
    judged = evaluate.judge(pool.labels, logits, {"labels": DIGIT_LABELS, "temperature": t})
    sure = judged.accepted(at)
    own = temperature(logits, pool.truth[:, 0])
    return Figure(source, name, len(judged), int(judged.right.sum()), len(sure), int((~sure.right).sum()), t, round(own, 4), at)


def run(training: Pool, validation: Pool, steps: int, seed: int, work: pathlib.Path, risk: float, names=("scan", "mild", "usual"),
        sources: tuple[str, ...] = LEFT_OUT) -> list[Figure]:
    """Figures of every source left out; those found in the work folder for the same steps and seed are kept."""
    found = []
    training = Pool.join([training.take(np.flatnonzero(training.sources == s)[:n]) for s, n in CROPS.items()])
    for source in sources:
        path = work / f"left-{source}-{steps}-{seed}.json"
        if not path.exists():
            others = validation.take(validation.sources != source)
            net = fit(CharacterNet(), training.take(training.sources != source), others, steps, seed)
            t = calibrate(net, others)["digits"]
            at = accept(net, others, "digits", t, risk)
            figures = [figure(net, source, name, tested(source, name, work), t, at) for name in names]
            torch.save(net.state_dict(), path.with_suffix(".pt"))
            path.write_text(json.dumps([dataclasses.asdict(f) for f in figures]))
            for f in figures:
                print(f, flush=True)
        found += [Figure(**f) for f in json.loads(path.read_text())]
    return found


def stretch(figures: list[Figure]) -> float:
    """How much wider the temperature is on a source left out than on writers of sources seen, as a mean of ratios."""
    some = [f.own_temperature / f.temperature for f in figures if f.conditions == "usual"]
    return round(float(np.mean(some)), 4) if some else 1.0


def table(figures: list[Figure]) -> list[str]:
    lines = ["| source left out | conditions | right before rejection | accepted | wrong among accepted |", "|---|---|---|---|---|"]
    for f in figures:
        lines.append(
            f"| {f.source} | {f.conditions} | {evaluate.rate(f.right, f.n)} | {evaluate.rate(f.accepted, f.n)} | "
            f"{f.wrong}/{f.accepted} = {100 * f.wrong / max(f.accepted, 1):.2f} % {evaluate.interval(f.wrong, f.accepted)} |"
        )
    for name in dict.fromkeys(f.conditions for f in figures):
        some = [100 * f.right / f.n for f in figures if f.conditions == name]
        lines.append(f"| **mean** | {name} | {np.mean(some):.2f} % (least {min(some):.2f}) | | |")
    return lines
