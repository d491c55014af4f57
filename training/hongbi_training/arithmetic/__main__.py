"""Makes the line model from nothing: python -m hongbi_training.arithmetic

Lines are drawn and photographed, the network trained, calibrated, exported and judged on lines; golden values are written.
Pools and weights are kept in --work and made only where they are missing. The card takes the table of pages from
--pages: see hongbi_training.arithmetic.pages and .evaluate.
"""

import argparse
import json
import pathlib
import time

import cv2
import torch

from . import card, evaluate, export, golden, pool, reader, train
from .net import LineNet

RATE = 3e-3
RISK = 0.003
"""How much of what is accepted on validation may be wrong."""


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("--version", default="arith4")
    parse.add_argument("--work", type=pathlib.Path, default=pathlib.Path("out/arithmetic"))
    parse.add_argument("--lines", type=int, default=160_000)
    parse.add_argument("--steps", type=int, default=21_500)
    parse.add_argument("--seed", type=int, default=11)
    parse.add_argument("--workers", type=int, default=2)
    parse.add_argument("--pages", type=pathlib.Path, help="a file with the table of pages")
    parse.add_argument("--folder", type=pathlib.Path, default=reader.MODELS)
    parse.add_argument("--remark", default="")
    a = parse.parse_args()
    cv2.setNumThreads(1)
    torch.set_num_threads(1)
    start = time.process_time()
    parts = {name: pool.kept(a.work / f"{name}-3000.npz", lambda name=name: pool.make(name, 3000, 1, workers=a.workers)) for name in ("validation", "test")}
    training = pool.kept(a.work / f"train-{a.lines}-{a.seed}.npz", lambda: pool.make("train", a.lines, a.seed, workers=a.workers))
    net = train.fit(LineNet(), training, parts["validation"], a.steps, RATE, a.work / "training.pt", a.seed, threads=a.workers)
    settings = export.write(a.folder, net, parts["validation"], a.version, RISK)
    golden.write_all()
    model = reader.LineModel(a.folder)
    figures = {name: evaluate.said(evaluate.lines(parts[name], model)) for name in parts}
    facts = {"parameters": sum(p.numel() for p in net.parameters()), "bytes": (a.folder / export.FILE).stat().st_size,
             "lines": len(training), "steps": a.steps, "minutes": (time.process_time() - start) / 60}
    (a.work / "facts.json").write_text(json.dumps(facts | {"figures": figures}))
    card.write(a.folder, settings, facts, figures, a.pages.read_text() if a.pages else "(not yet)", a.remark)


if __name__ == "__main__":
    main()
