"""Makes the glyph models from nothing: python -m hongbi_training.glyph

Boxes and bubbles are drawn, written in with the sources' characters and photographed; whole sources are left out of training
in turn; then the networks that are shipped are trained on all sources' training parts, calibrated, exported and judged, and
the model card and golden values written. Pools of crops and the figures of sources left out are kept in --work and made only
where they are missing.
"""

import argparse
import json
import pathlib
import time

import cv2
import torch

from . import card, evaluate, export, golden, leaving, reader
from .net import CharacterNet, MarkNet
from .pool import Pool, kept, make
from .train import fit

TRAIN = {"mnist": 80_000, "unipen": 130_000, "bhmsds": 50_000, "emnist": 20_000, "mdas": 12_000, "drawn": 18_000}
VALIDATION = {"mnist": 1500, "unipen": 3000, "bhmsds": 1000, "emnist": 600}
ACCEPT = {"digits": 0.96, "letters": 0.94, "marks": 0.95}
"""The share of validation characters that is to be sure: frozen before any test part was looked at."""


def pools(counts: dict[str, int], part: str, work: pathlib.Path, seed: int, workers: int) -> Pool:
    return Pool.join([
        kept(work / f"{source}-{part}-{n}-{seed}.npz", lambda s=source, n=n: make(s, part, n, seed, workers=workers))
        for source, n in counts.items()
    ])


def ship(nets: dict, validations: dict[str, Pool], version: str, stretch: float, folder: pathlib.Path) -> dict:
    """Calibrates and exports. stretch: how much wider temperatures are on a source left out than on those trained on."""
    temperatures, accept = {}, {}
    for name, net in nets.items():
        for answer, t in export.calibrate(net, validations[name]).items():
            temperatures[answer] = round(t * (1 if name == "marks" else stretch), 4)
            accept[answer] = leaving.accept(net, validations[name], answer, temperatures[answer], ACCEPT[answer])
    said = export.settings(version, nets, temperatures, accept)
    export.write(folder, said, nets)
    return said


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("--version", default="glyph1")
    parse.add_argument("--work", type=pathlib.Path, default=pathlib.Path("out/glyph"))
    parse.add_argument("--share", type=float, default=1.0, help="part of the crops that is made")
    parse.add_argument("--leave", type=int, default=5000, help="steps of each network that leaves a source out, 0: none")
    parse.add_argument("--steps", type=int, default=16000, help="steps of the network of characters")
    parse.add_argument("--marks", type=int, default=5000, help="steps of the network of marks")
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
    marks = pools({"marks": int(80_000 * a.share)}, "train", a.work, a.seed, a.workers)
    unseen = pools({"marks": 2000}, "validation", a.work, 1, a.workers)
    figures = leaving.run(training, validation, a.leave, a.seed, a.work, ACCEPT["digits"]) if a.leave else []
    nets = {
        "characters": fit(CharacterNet(), training, validation, a.steps, a.seed),
        "marks": fit(MarkNet(), marks, unseen, a.marks, a.seed),
    }
    stretch = leaving.stretch(figures)
    ship(nets, {"characters": validation, "marks": unseen}, a.version, stretch, a.folder)
    golden.write_all()
    facts = {"crops": len(training) + len(marks), "minutes": (time.process_time() - start) / 60, "steps": a.steps, "stretch": stretch}
    (a.work / "facts.json").write_text(json.dumps(facts))
    card.write(a.folder, figures, facts, a.remark)


if __name__ == "__main__":
    main()
