"""Trains the line network with CTC on a pool; keeps the running mean of weights that reads most unseen lines."""

import copy
import time

import numpy as np
import torch

from .crop import HEIGHT, STEP, values
from .decode import greedy
from .pool import Pool

PAD = 32


def _stack(images: list[np.ndarray]) -> np.ndarray:
    """Lines of different width side by side in one array, padded with paper on the right."""
    most = -(-max(i.shape[1] for i in images) // PAD) * PAD
    stacked = np.ones((len(images), 1, HEIGHT, most), np.float32)
    for k, image in enumerate(images):
        stacked[k, 0, :, : image.shape[1]] = values(image)
    return stacked


def _batch(rng, pool: Pool, which: np.ndarray) -> tuple[torch.Tensor, ...]:
    """Lines moved by up to two pixels, their ink darker or paler, with a little noise."""
    x = torch.from_numpy(_stack([pool.image(i) for i in which]))
    n = len(which)
    x = x.roll((int(rng.integers(-1, 2)), int(rng.integers(-2, 3))), (2, 3))
    gain = torch.from_numpy(rng.uniform(0.7, 1.2, (n, 1, 1, 1)).astype(np.float32))
    noise = torch.randn(x.shape) * torch.from_numpy(rng.uniform(0, 0.04, (n, 1, 1, 1)).astype(np.float32))
    truth = [torch.from_numpy(pool.truth(i).astype(np.int64)) for i in which]
    columns = torch.from_numpy(pool.widths[which] // STEP)
    return 1 - (1 - x) * gain + noise, torch.cat(truth), columns, torch.tensor([len(t) for t in truth])


@torch.no_grad()
def predict(net: torch.nn.Module, pool: Pool, size: int = 100) -> list[np.ndarray]:
    """Logits of every line, float32 [columns, labels]."""
    net.eval()
    found: list[np.ndarray] = [np.empty(0)] * len(pool)
    order = np.argsort(pool.widths, kind="stable")
    for at in range(0, len(pool), size):
        which = order[at : at + size]
        for i, logits in zip(which, net(torch.from_numpy(_stack([pool.image(i) for i in which]))).float().numpy()):
            found[i] = logits[: pool.widths[i] // STEP].copy()
    return found


def right(net: torch.nn.Module, pool: Pool) -> float:
    """The part of the lines that is read without fault."""
    return float(np.mean([greedy(l) == tuple(pool.truth(i).tolist()) for i, l in enumerate(predict(net, pool))]))


def _batches(rng, pool: Pool, size: int):
    """Lines of about one width together, in a new order each time."""
    while True:
        jittered = pool.widths * np.exp(rng.normal(0, 0.08, len(pool)))
        order = np.argsort(jittered)
        for k in rng.permutation(len(pool) // size):
            yield order[k * size : (k + 1) * size]


def fit(net: torch.nn.Module, pool: Pool, validation: Pool, steps: int, seed: int = 1, rate: float = 3e-3, size: int = 48, looks: int = 8):
    """Trains for a number of batches with a one-cycle rate."""
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    optimiser = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=2e-2)
    net = net.to(memory_format=torch.channels_last)
    mean, kept, best = copy.deepcopy(net), None, -1.0
    start, look = time.time(), max(1, steps // looks)
    for step, which in zip(range(steps), _batches(rng, pool, size)):
        passed = step / steps
        for group in optimiser.param_groups:
            group["lr"] = rate * min(1, passed / 0.06 + 0.02) * (0.005 + 0.995 * 0.5 * (1 + np.cos(np.pi * passed)))
        x, truth, columns, lengths = _batch(rng, pool, which)
        net.train()
        with torch.autocast("cpu", torch.bfloat16):
            logits = net(x.contiguous(memory_format=torch.channels_last))
        likely = logits.float().log_softmax(2).transpose(0, 1)
        value = torch.nn.functional.ctc_loss(likely, truth, columns, lengths, zero_infinity=True)
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
            print(f"{time.time() - start:5.0f} s (CPU {time.process_time():.0f}) step {step + 1} loss {value.item():.3f} lines right {found:.4f}", flush=True)
            if found >= best and passed > 0.6:
                best, kept = found, copy.deepcopy(mean)
    return kept.to(memory_format=torch.contiguous_format)
