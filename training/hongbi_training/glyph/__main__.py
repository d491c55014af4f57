"""Makes the glyph models from nothing: python -m hongbi_training.glyph

Boxes and bubbles are drawn, written in with the sources' characters and photographed; whole sources are left out of training
in turn; then the networks that are shipped are trained on all sources' training parts, calibrated, exported and judged, and
the model card and golden values written. Pools of crops, weights and the figures of sources left out are kept in --work and
made only where they are missing.
"""

import argparse
import json
import pathlib
import time

import cv2
import numpy as np
import torch

from . import card, evaluate, export, golden, leaving, reader
from .net import CharacterNet, MarkNet
from .pool import Pool, kept, make
from .train import trained

TRAIN = {"mnist": 140_000, "unipen": 240_000, "bhmsds": 120_000, "emnist": 25_000, "mdas": 10_000, "drawn": 60_000}
VALIDATION = {"mnist": 4000, "unipen": 5000, "bhmsds": 2500, "emnist": 1000}
RISK = {"digits": 0.005, "letters": 0.01, "marks": 0.01}
"""How much of what is accepted may be wrong on validation; of digits on the other sources left out, for their figures."""
ACCEPT = {"digits": 0.8, "letters": 0.95}
"""Thresholds of written characters, chosen on the ladder of bad photos filled in by validation's writers."""


def pools(counts: dict[str, int], part: str, work: pathlib.Path, seed: int, workers: int) -> Pool:
    return Pool.join([
        kept(work / f"{source}-{part}-{n}-{seed}.npz", lambda s=source, n=n: make(s, part, n, seed, workers=workers))
        for source, n in counts.items()
    ])


def ship(nets: dict, trainings: dict[str, Pool], validations: dict[str, Pool], version: str, stretch: float, folder: pathlib.Path) -> None:
    """Calibrates and exports. stretch: how much wider temperatures are on a source left out than on those trained on."""
    temperatures, accept = {}, {}
    for name, net in nets.items():
        for answer, t in export.calibrate(net, validations[name]).items():
            temperatures[answer] = round(t * (1 if name == "marks" else stretch), 4)
            own = leaving.accept(net, validations[name], answer, temperatures[answer], RISK[answer])
            accept[answer] = ACCEPT.get(answer, own)
    said = export.settings(version, nets, temperatures, accept)
    some = np.random.default_rng(1)
    export.write(folder, said, nets, {n: p.crops[some.choice(len(p), min(2000, len(p)), False)] for n, p in trainings.items()})


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("--version", default="glyph3")
    parse.add_argument("--work", type=pathlib.Path, default=pathlib.Path("out/glyph"))
    parse.add_argument("--share", type=float, default=1.0, help="part of the crops that is made")
    parse.add_argument("--leave", type=int, nargs="*", default=[9000, 5000], help="steps of each network that leaves a source out, none: leave none out")
    parse.add_argument("--steps", type=int, nargs="+", default=[9000, 14000, 12000], help="steps of the network of characters, cycle by cycle")
    parse.add_argument("--marks", type=int, default=8000, help="steps of the network of marks")
    parse.add_argument("--seed", type=int, default=1)
    parse.add_argument("--workers", type=int, default=2)
    parse.add_argument("--folder", type=pathlib.Path, default=reader.MODELS)
    parse.add_argument("--remark", default="", help="said in the card")
    a = parse.parse_args()
    cv2.setNumThreads(1)
    torch.set_num_threads(1)
    start = time.process_time()
    training = pools({s: int(n * a.share) for s, n in TRAIN.items()}, "train", a.work, a.seed, a.workers)
    validation = pools(VALIDATION, "validation", a.work, 1, a.workers)
    marks = pools({"marks": int(90_000 * a.share)}, "train", a.work, a.seed, a.workers)
    unseen = pools({"marks": 4000}, "validation", a.work, 1, a.workers)
    left = leaving.read(training, validation, tuple(a.leave), a.seed, a.work) if a.leave else {}
    figures = leaving.figures(left, RISK["digits"])
    stretch, _ = leaving.frozen(list(left.values()), RISK["digits"]) if left else (1.0, None)
    nets = {
        "characters": trained(CharacterNet(), training, validation, tuple(a.steps), a.seed, a.work / "characters.pt"),
        "marks": trained(MarkNet(), marks, unseen, (a.marks,), a.seed, a.work / "marks.pt"),
    }
    ship(nets, {"characters": training, "marks": marks}, {"characters": validation, "marks": unseen}, a.version, stretch, a.folder)
    golden.write_all()
    facts = {"crops": len(training) + len(marks), "minutes": (time.process_time() - start) / 60, "steps": sum(a.steps), "left_steps": sum(a.leave), "stretch": stretch}
    (a.work / "facts.json").write_text(json.dumps(facts))
    card.write(a.folder, figures, facts, a.remark)


if __name__ == "__main__":
    main()
