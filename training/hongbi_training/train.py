"""Trains the page network on pools of frames; early stopping on writers, papers and things it never trains on."""

from __future__ import annotations

import copy
import multiprocessing as mp
import time

import numpy as np
import torch

from .net import PageNet, class_of, losses
from .pool import Pool


def batch(rng: np.random.Generator, pool: Pool, which: np.ndarray):
    """Frames as tensors with their truth; half of the batches upside down, some mirrored, all in other light."""
    shape = (len(which), 1, 1, 1)
    gain = torch.from_numpy(rng.uniform(0.7, 1.15, shape).astype(np.float32) / 255)
    lift = torch.from_numpy(rng.uniform(-0.1, 0.1, shape).astype(np.float32))
    x = torch.addcmul(lift, torch.from_numpy(pool.frames[which])[:, None].float(), gain)
    places, used = (torch.from_numpy(a[which].astype(np.float32)) for a in (pool.places, pool.used))
    if rng.random() < 0.5:
        x, places, used = x.flip(2, 3), places.flip(1, 2), used.flip(1, 2)
    if rng.random() < 0.25:
        x, places, used = x.flip(3), places.flip(2), used.flip(2)
    return x, places, used, torch.from_numpy(pool.share[which]), torch.from_numpy(pool.homework[which])


@torch.no_grad()
def predict(net: PageNet, frames: np.ndarray, size: int = 32) -> dict[str, np.ndarray]:
    net.eval()
    parts = []
    for i in range(0, len(frames), size):
        x = torch.from_numpy(frames[i : i + size]).float()[:, None] / 255
        parts.append(net(x.contiguous(memory_format=torch.channels_last)))
    names = ("homework", "share", "spread", "places", "used")
    return {n: torch.cat([p[k] for p in parts]).numpy() for k, n in enumerate(names)}


def f1(truth: np.ndarray, found: np.ndarray) -> float:
    """Macro F1 over blank, partial and complete."""
    scores = []
    for c in range(3):
        hit, either = ((truth == c) & (found == c)).sum(), (truth == c).sum() + (found == c).sum()
        scores.append(2 * hit / either if either else 1.0)
    return float(np.mean(scores))


def score(net: PageNet, pool: Pool) -> dict[str, float]:
    out, h = predict(net, pool.frames), pool.homework
    truth, found = class_of(torch.from_numpy(pool.share[h])).numpy(), class_of(torch.from_numpy(out["share"][h])).numpy()
    return {
        "homework recall": float((out["homework"][h] > 0).mean()),
        "other recall": float((out["homework"][~h] <= 0).mean()),
        "macro F1": f1(truth, found),
        "share error": float(np.abs(out["share"][h] - pool.share[h]).mean()),
    }


def _work(worker: int, net: PageNet, mean: PageNet | None, pool: Pool, look: Look | None, start: float, seconds: float, seed: int,
          rate: float, size: int, warm: bool) -> None:
    """Trains shared weights until the time is up; the first worker also keeps their running mean and looks at it."""
    torch.set_num_threads(1)
    torch.manual_seed(seed + worker)
    rng = np.random.default_rng([seed, worker])
    optimiser = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=1e-3)
    step, order = 0, np.empty(0, int)
    while (passed := (time.time() - start) / seconds) < 1:
        if len(order) < size:
            order = rng.permutation(len(pool))
        which, order = np.sort(order[:size]), order[size:]
        for group in optimiser.param_groups:
            group["lr"] = rate * min(1, passed / 0.04 + 0.02) * (0.01 + 0.99 * 0.5 * (1 + np.cos(np.pi * passed)))
        x, places, used, share, homework = batch(rng, pool, which)
        net.train()
        with torch.autocast("cpu", torch.bfloat16):
            outputs = net(x.contiguous(memory_format=torch.channels_last))
        ripe = 1.0 if warm else max(0.0, min(1.0, passed * 4 - 0.6))
        loss, parts = losses(tuple(o.float() for o in outputs), places, used, share, homework, ripe)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimiser.step()
        step += 1
        if look is None:
            continue
        if step % 4 == 0:
            keep = min(0.99, step / (step + 40))
            with torch.no_grad():
                for m, n in zip(mean.state_dict().values(), net.state_dict().values()):
                    m.copy_(m * keep + n * (1 - keep) if m.is_floating_point() else n)
        if step % 100 == 0:
            told = " ".join(f"{k} {v.item():.3f}" for k, v in parts.items())
            print(f"{time.time() - start:5.0f} s (CPU {time.process_time():.0f}) step {step} {told}", flush=True)
        look.now_and_then(mean, passed)


class Look:
    """Looks at unseen writers now and then, and keeps the weights that do best there once the rate is low."""

    def __init__(self, validation: Pool):
        self.few = validation.take(slice(0, 1000))
        self.next, self.best, self.kept = 0.15, -1.0, None

    def now_and_then(self, net: PageNet, passed: float) -> None:
        if passed > self.next:
            self.next += 0.2 if passed < 0.8 else 0.07
            self.at(net, passed)

    def at(self, net: PageNet, passed: float) -> None:
        s = score(net, self.few)
        print(f"{100 * passed:3.0f} % " + ", ".join(f"{k} {v:.4f}" for k, v in s.items()), flush=True)
        value = s["macro F1"] + s["homework recall"] + s["other recall"] - s["share error"]
        if passed > 0.8 and value > self.best:
            self.best, self.kept = value, copy.deepcopy(net)


def fit(pool: Pool, validation: Pool, seconds: float, seed: int = 1, rate: float = 2e-3, size: int = 32,
        net: PageNet | None = None, workers: int = 2) -> PageNet:
    """Trains for about the given time with a one-cycle rate, from the weights of net where there are any; keeps the
    running mean of weights that validates best. Workers share the weights without locks (Hogwild, Recht et al. 2011):
    on a busy machine one thread each gets further than threads that wait for each other."""
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    warm = net is not None  # its maps are good already
    net = (net or PageNet()).to(memory_format=torch.channels_last)
    mean, look = copy.deepcopy(net), Look(validation)
    net.share_memory()
    common = (time.time(), seconds, seed, rate, size, warm)
    others = [
        mp.get_context("fork").Process(target=_work, args=(w, net, None, pool, None, *common)) for w in range(1, workers)
    ]
    for other in others:
        other.start()
    _work(0, net, mean, pool, look, *common)
    for other in others:
        other.join()
    look.at(mean, 1.0)
    return look.kept
