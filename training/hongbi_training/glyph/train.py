"""Trains a glyph network on a pool; keeps the running mean of weights that does best on writers not trained on."""

import copy
import pathlib
import time

import numpy as np
import torch

from .cut import paper, tensor
from .net import loss
from .pool import Pool

RATE = 4e-3


def _batch(rng: np.random.Generator, pool: Pool, papers: np.ndarray, which: np.ndarray) -> tuple[torch.Tensor, torch.Tensor]:
    """Crops moved by up to a pixel, their ink darker or paler, with a little noise."""
    x = torch.from_numpy(tensor(pool.crops[which], papers[which]))
    n = len(which)
    x = x.roll((int(rng.integers(-1, 2)), int(rng.integers(-1, 2))), (2, 3))
    gain = torch.from_numpy(rng.uniform(0.75, 1.2, (n, 1, 1, 1)).astype(np.float32))
    noise = torch.randn(x.shape) * torch.from_numpy(rng.uniform(0, 0.04, (n, 1, 1, 1)).astype(np.float32))
    return 1 - (1 - x) * gain + noise, torch.from_numpy(pool.truth[which].astype(np.int64))


@torch.no_grad()
def predict(net: torch.nn.Module, crops: np.ndarray, size: int = 500) -> list[np.ndarray]:
    """Logits of every answer, float32 [n, labels]."""
    net.eval()
    parts = [net(torch.from_numpy(tensor(crops[i : i + size]))) for i in range(0, len(crops), size)]
    return [torch.cat(answer).numpy() for answer in zip(*parts)]


def right(net: torch.nn.Module, pool: Pool) -> list[float]:
    """For each answer the part of the crops it is asked of that it has right."""
    found = []
    for k, logits in enumerate(predict(net, pool.crops)):
        asked = pool.truth[:, k] >= 0
        found.append(float((logits[asked].argmax(1) == pool.truth[asked, k]).mean()) if asked.any() else float("nan"))
    return found


def fit(net: torch.nn.Module, pool: Pool, validation: Pool, steps: int, seed: int = 1, rate: float = RATE, size: int = 128):
    """Trains for a number of batches with a one-cycle rate."""
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    optimiser = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=2e-2)
    net = net.to(memory_format=torch.channels_last)
    mean, kept, best = copy.deepcopy(net), None, -1.0
    papers = np.concatenate([paper(pool.crops[i : i + 5000]) for i in range(0, len(pool), 5000)])
    order, start, look = np.empty(0, int), time.time(), max(1, steps // 8)
    for step in range(steps):
        if len(order) < size:
            order = rng.permutation(len(pool))
        which, order = np.sort(order[:size]), order[size:]
        passed = step / steps
        for group in optimiser.param_groups:
            group["lr"] = rate * min(1, passed / 0.08 + 0.02) * (0.005 + 0.995 * 0.5 * (1 + np.cos(np.pi * passed)))
        x, truth = _batch(rng, pool, papers, which)
        net.train()
        with torch.autocast("cpu", torch.bfloat16):
            logits = net(x.contiguous(memory_format=torch.channels_last))
        value = loss(logits, truth, 0.02 if passed < 0.7 else 0.0)
        optimiser.zero_grad()
        value.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimiser.step()
        if step % 4 == 0:
            keep = min(0.995, (step + 1) / (step + 100))
            with torch.no_grad():
                for m, n in zip(mean.state_dict().values(), net.state_dict().values()):
                    m.copy_(m * keep + n * (1 - keep) if m.is_floating_point() else n)
        if (step + 1) % look == 0 or step + 1 == steps:
            found = right(mean, validation)
            print(f"{time.time() - start:5.0f} s (CPU {time.process_time():.0f}) step {step + 1} loss {value.item():.3f} "
                  + " ".join(f"{v:.4f}" for v in found), flush=True)
            if passed > 0.7 and np.mean(found) > best:
                best, kept = float(np.mean(found)), copy.deepcopy(mean)
    return kept.to(memory_format=torch.contiguous_format)


def trained(net: torch.nn.Module, training: Pool, validation: Pool, steps: tuple[int, ...], seed: int, path: pathlib.Path) -> torch.nn.Module:
    """A network with the weights kept in files, or trained and kept there: in cycles of so many steps, each from where the
    one before it ended and at half its rate."""
    for cycle, n in enumerate(steps):
        kept_at = path.with_suffix(f".{cycle}.pt")
        if not kept_at.exists():
            torch.save(fit(net, training, validation, n, seed + cycle, RATE / 2**cycle).state_dict(), kept_at)
        net.load_state_dict(torch.load(kept_at))
    return net
