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
from .train import fit

TRAIN = {"mnist": 40_000, "unipen": 50_000, "bhmsds": 30_000, "emnist": 10_000, "mdas": 5_000, "drawn": 8_000}
VALIDATION = {"mnist": 1500, "unipen": 3000, "bhmsds": 1000, "emnist": 600}
RISK = {"digits": 0.003, "letters": 0.01, "marks": 0.01}
"""How much of what is accepted on validation may be wrong: frozen before any test part was looked at."""


def pools(counts: dict[str, int], part: str, work: pathlib.Path, seed: int, workers: int) -> Pool:
    return Pool.join([
        kept(work / f"{source}-{part}-{n}-{seed}.npz", lambda s=source, n=n: make(s, part, n, seed, workers=workers))
        for source, n in counts.items()
    ])


def trained(net: torch.nn.Module, training: Pool, validation: Pool, steps: tuple[int, ...], seed: int, path: pathlib.Path) -> torch.nn.Module:
    """A network with the weights kept in files, or trained and kept there: in cycles of so many steps, the later ones at
    half the rate."""
    for cycle, n in enumerate(steps):
        kept_at = path.with_suffix(f".{cycle}.pt")
        if not kept_at.exists():
            rate = 3e-3 if cycle == 0 else 1.5e-3
            torch.save(fit(net, training, validation, n, seed + cycle, rate).state_dict(), kept_at)
        net.load_state_dict(torch.load(kept_at))
    return net


def ship(nets: dict, trainings: dict[str, Pool], validations: dict[str, Pool], version: str, stretch: float, folder: pathlib.Path) -> dict:
    """Calibrates and exports. stretch: how much wider temperatures are on a source left out than on those trained on."""
    temperatures, accept = {}, {}
    for name, net in nets.items():
        for answer, t in export.calibrate(net, validations[name]).items():
            temperatures[answer] = round(t * (1 if name == "marks" else stretch), 4)
            accept[answer] = leaving.accept(net, validations[name], answer, temperatures[answer], RISK[answer])
    said = export.settings(version, nets, temperatures, accept)
    some = np.random.default_rng(1)
    export.write(folder, said, nets, {n: p.crops[some.choice(len(p), 1000, False)] for n, p in trainings.items()})
    return said


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("--version", default="glyph1")
    parse.add_argument("--work", type=pathlib.Path, default=pathlib.Path("out/glyph"))
    parse.add_argument("--share", type=float, default=1.0, help="part of the crops that is made")
    parse.add_argument("--leave", type=int, default=5000, help="steps of each network that leaves a source out, 0: none")
    parse.add_argument("--steps", type=int, nargs="+", default=[15000, 11000], help="steps of the network of characters, cycle by cycle")
    parse.add_argument("--marks", type=int, default=6000, help="steps of the network of marks")
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
    marks = pools({"marks": int(30_000 * a.share)}, "train", a.work, a.seed, a.workers)
    unseen = pools({"marks": 2000}, "validation", a.work, 1, a.workers)
    figures = leaving.run(training, validation, a.leave, a.seed, a.work, RISK["digits"]) if a.leave else []
    nets = {
        "characters": trained(CharacterNet(), training, validation, tuple(a.steps), a.seed, a.work / "characters.pt"),
        "marks": trained(MarkNet(), marks, unseen, (a.marks,), a.seed, a.work / "marks.pt"),
    }
    stretch = leaving.stretch(figures)
    ship(nets, {"characters": training, "marks": marks}, {"characters": validation, "marks": unseen}, a.version, stretch, a.folder)
    golden.write_all()
    facts = {"crops": len(training) + len(marks), "minutes": (time.process_time() - start) / 60, "steps": sum(a.steps), "stretch": stretch}
    (a.work / "facts.json").write_text(json.dumps(facts))
    card.write(a.folder, figures, facts, a.remark)


if __name__ == "__main__":
    main()
