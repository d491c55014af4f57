"""Makes the page model from nothing: python -m hongbi_training.page

Pages are synthesised, networks trained with early stopping on unseen writers, calibrated, exported, judged, and the model
card and golden values written. With --folds 2, half of the real papers (their writing painted out and written anew) are
trained on and the other half judged, and a sister model does the reverse; the first is the one that is shipped. With
--from-model an exported model is trained further instead, at a lower rate.
"""

import argparse
import datetime
import os
import pathlib
import shlex
import sys
import tempfile

import cv2
import numpy as np
import torch

from . import card, evaluate, export, golden, pool, real, reader, resume, sources, train
from .net import PageNet, Shipped
from .pool import Pool


def _real_pages(task: tuple[int, int, int]) -> Pool:
    """Pages on the real papers of every fold but one, by training writers, and the untouched photos as homework."""
    fold, n, seed = task
    cv2.setNumThreads(1)
    hands, types_ = pool.Hands("train"), pool.types(0)
    papers = [p for p in real.PAPERS + real.SHEETS if p.fold != fold]
    photos = []
    for k in range(n):
        rng = np.random.default_rng([seed, fold, k])
        paper = papers[k % len(papers)]
        if rng.random() < 0.12 and paper in real.PAPERS:
            photo = real.original(paper)
        else:
            photo = real.rewritten(rng, paper, hands, types_, longer=1100)
        photo = real.altered(rng, photo)
        photos.append(pool.Photo(pool.develop(rng, photo.grey), photo.points, True, photo.kind))
    return pool.collect(photos)


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("--version", default="page5")
    parse.add_argument("--from-model", type=pathlib.Path, help="a page.onnx to go on from")
    parse.add_argument("--pages", type=int, default=17000, help="synthetic frames to train on, per seed")
    parse.add_argument("--real", type=int, default=2000, help="frames of real paper to train on, per fold")
    parse.add_argument("--minutes", type=float, default=40, help="training time per model")
    parse.add_argument("--folds", type=int, default=1, choices=(1, 2), help="1: no real paper is trained on")
    parse.add_argument("--seeds", type=int, nargs="+", default=[1], help="of the frames; 200 kB of memory a frame, twice that in passing")
    parse.add_argument("--rate", type=float, default=1e-3, help="highest rate when going on from a model")
    parse.add_argument("--workers", type=int, default=2, help="processes that train the same weights")
    parse.add_argument("--out", type=pathlib.Path, default=reader.MODELS)
    options = parse.parse_args()
    torch.set_num_threads(1)
    print("making pages", flush=True)
    synthetic = Pool.join([pool.make("train", options.pages, seed, (0.58, 0.29)) for seed in options.seeds])
    validation = pool.make("validation", 2500, options.seeds[0] + 10, (0.6, 0.24))
    models, nets, readouts = [], [], []
    for fold in range(options.folds):
        frames = synthetic
        if options.folds == 2:
            frames = Pool.join([synthetic, _real_pages((fold, options.real, options.seeds[0]))])
        net = learn(frames, validation, options, options.seeds[0] + fold)
        nets.append(net)
        folder = options.out if fold == 0 else pathlib.Path(tempfile.mkdtemp())
        facts = export.calibrate(net, validation)
        readouts.append(facts.pop("readout"))
        export.export(Shipped(net, readouts[-1]), folder, options.version, facts)
        models.append(reader.PageModel(folder))
    finish(models, nets[0], readouts[0], options, cpu_minutes())


def learn(frames: Pool, validation: Pool, options, seed: int) -> PageNet:
    """The network trained for options.minutes, from nothing or from a model."""
    seconds = options.minutes * 60
    torch.manual_seed(seed)
    if options.from_model:
        net = resume.load(options.from_model, frames.frames[:200])
        return train.fit(frames, validation, seconds, seed + 10, options.rate, net=net, workers=options.workers)
    return train.fit(frames, validation, seconds, seed, workers=options.workers)


def cpu_minutes() -> float:
    """CPU time of this process and of all it started."""
    t = os.times()
    return (t.user + t.system + t.children_user + t.children_system) / 60


def finish(models: list[reader.PageModel], net, readout, options, minutes: float) -> None:
    """Judges the models, writes the card beside the first, and the golden values."""
    report = evaluate.report(evaluate.cases(models))
    print(report)
    cross = len(models) == 2
    card.write(
        options.out, report, date=datetime.date.today().isoformat(),
        command=shlex.join(["python", "-m", "hongbi_training.page", *sys.argv[1:]]), minutes=minutes,
        parameters=sum(p.numel() for p in net.parameters()), writers=len(sources.strokes("train")),
        things=len(sources.not_homework("train")), readout=readout,
        real="\n| paper of half of the photos of handwritten pages and two printed sheets, writing painted out | Breta01/handwriting-ocr (MIT), "
        "mzucker/noteshrink (MIT), tony-xlh/SynthDocs (Apache-2.0) | see left |" if cross else "",
        protocol="Nothing below was trained on: other writers' strokes, other invented hands, other categories of things."
        + (" Real paper is judged by cross-fitting: the shipped model saw the papers of one half and is judged on the other; a sister "
           "model made alike is judged on the first half." if cross else " No photo of real paper was trained on at all."),
    )
    golden.write()


if __name__ == "__main__":
    main()
