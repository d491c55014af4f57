"""Leaves whole sources out of training in turn and judges each network on the source it never saw."""

import dataclasses
import json
import pathlib

import numpy as np

from . import evaluate
from .boxes import DIGIT_LABELS
from .camera import HARD, MILD, USUAL, Conditions
from .characters import DIGITS, LETTERS, PARTS
from .export import calibrate, temperature
from .net import CharacterNet
from .pool import Pool, each, kept
from .train import fit, predict

LEFT_OUT = ("mnist", "unipen", "bhmsds")
CONDITIONS = {"mild": MILD, "usual": USUAL, "hard": HARD}


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


def accept(net, validation: Pool, answer: str, t: float, share: float) -> float:
    """The confidence that so great a share of the characters (or marks) reaches that were not trained on."""
    k = list(net.answers).index(answer)
    asked = {"digits": DIGITS, "letters": LETTERS}.get(answer, tuple(net.answers[answer]))
    pool = validation.take(np.isin(validation.labels, asked))
    judged = evaluate.judge(pool.labels, predict(net, pool.crops)[k], {"labels": net.answers[answer], "temperature": t})
    return round(float(np.quantile(judged.confidence, 1 - share)), 4)


def tested(source: str, name: str, work: pathlib.Path, seed: int = 77) -> Pool:
    """The digits of a source that was left out: all of them, of MNIST its test part."""
    parts = ("test",) if source == "mnist" else PARTS
    return kept(work / f"left-{source}-{name}-{seed}.npz", lambda: each(source, parts, CONDITIONS[name], seed))


def figure(net, source: str, name: str, pool: Pool, t: float, at: float) -> Figure:
    logits = predict(net, pool.crops)[0]
    judged = evaluate.judge(pool.labels, logits, {"labels": DIGIT_LABELS, "temperature": t})
    sure = judged.accepted(at)
    own = temperature(logits, pool.truth[:, 0])
    return Figure(source, name, len(judged), int(judged.right.sum()), len(sure), int((~sure.right).sum()), t, round(own, 4), at)


def run(training: Pool, validation: Pool, steps: int, seed: int, work: pathlib.Path, share: float, names=("mild", "usual")) -> list[Figure]:
    """Figures of every source left out; those found in the work folder for the same steps and seed are kept."""
    found = []
    for source in LEFT_OUT:
        path = work / f"left-{source}-{steps}-{seed}-{len(training)}.json"
        if not path.exists():
            others = validation.take(validation.sources != source)
            net = fit(CharacterNet(), training.take(training.sources != source), others, steps, seed)
            t = calibrate(net, others)["digits"]
            at = accept(net, others, "digits", t, share)
            figures = [figure(net, source, name, tested(source, name, work), t, at) for name in names]
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
