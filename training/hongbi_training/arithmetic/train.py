"""Trains the line network with CTC on a pool; the running mean of its weights is what is kept."""

import copy
import math
import pathlib
import queue
import threading
import time

import cv2
import numpy as np
import torch

from .crop import HEIGHT, LEAST, MOST, STEP, values
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


def _bent(rng, image: np.ndarray) -> np.ndarray:
    """A line made longer or shorter, higher or lower, leaning and moved a little, its strokes sometimes a little thicker or
    thinner: there are fewer hands than a network can learn by heart."""
    h, w = image.shape
    wide = int(np.clip(round(w * np.exp(rng.normal(0, 0.06)) / STEP) * STEP, LEAST, MOST))
    tall, lean = np.exp(rng.normal(0, 0.06)), rng.normal(0, 0.08)
    matrix = np.float32([[wide / w, lean, -lean * h / 2], [rng.normal(0, 0.004), tall, (1 - tall) * h / 2 + rng.normal(0, 0.8)]])
    bent = cv2.warpAffine(image, matrix, (wide, h), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    r = rng.random()
    if r < 0.3:
        grown = cv2.erode(bent, None) if r < 0.15 else cv2.dilate(bent, None)
        share = rng.uniform(0.1, 0.5)
        bent = cv2.addWeighted(bent, 1 - share, grown, share, 0)
    return bent


def _batch(rng, pool: Pool, which: np.ndarray) -> tuple[torch.Tensor, ...]:
    """Lines bent a little, their ink darker or paler, with a little noise."""
    images = [_bent(rng, pool.image(i)) for i in which]
    x = torch.from_numpy(_stack(images))
    n = len(which)
    gain = torch.from_numpy(rng.uniform(0.7, 1.2, (n, 1, 1, 1)).astype(np.float32))
    noise = torch.randn(x.shape) * torch.from_numpy(rng.uniform(0, 0.04, (n, 1, 1, 1)).astype(np.float32))
    truth = [torch.from_numpy(pool.truth(i).astype(np.int64)) for i in which]
    columns = torch.tensor([image.shape[1] // STEP for image in images])
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


def _save(path: pathlib.Path, **state) -> None:
    """Written beside the file and then put in its place, so that whoever stops the training leaves a whole file."""
    torch.save(state, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)


def _ahead(made):
    """The same things, made by a thread of their own while the last ones are used."""
    ready: queue.Queue = queue.Queue(6)

    def make() -> None:
        try:
            for thing in made:
                ready.put(thing)
        except Exception as e:  # for whoever waits for the next thing
            ready.put(e)

    threading.Thread(target=make, daemon=True).start()
    while True:
        thing = ready.get()
        if isinstance(thing, Exception):
            raise thing
        yield thing


def set_rate(optimiser: torch.optim.Optimizer, rate: float, step: int, steps: int) -> None:
    """A rate that rises for 400 steps and then falls along a cosine to a hundredth."""
    for group in optimiser.param_groups:
        group["lr"] = min(1, step / 400) * rate * (0.505 + 0.495 * math.cos(math.pi * step / steps))


@torch.no_grad()
def average(mean: torch.nn.Module, net: torch.nn.Module, step: int) -> None:
    """Brings the running mean of the weights up to this step."""
    keep = min(0.99, (step + 1) / (step + 100))
    for m, n in zip(mean.state_dict().values(), net.state_dict().values()):
        m.copy_(m * keep + n * (1 - keep) if m.is_floating_point() else n)


def fit(net: torch.nn.Module, pool: Pool, validation: Pool, steps: int, rate: float, state: pathlib.Path, seed: int = 1, size: int = 48,
        look: int = 500, threads: int = 2) -> torch.nn.Module:
    """Trains for a number of batches, with a rate that rises for 400 of them and then falls along a cosine to a hundredth; returns
    the running mean.

    state: where the training is kept every look steps, and from where it goes on if it is there.
    """
    torch.set_num_threads(threads)
    torch.manual_seed(seed)
    net = net.to(memory_format=torch.channels_last)
    optimiser = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=2e-2)
    mean, done, start = copy.deepcopy(net), 0, time.time()
    if state.exists():
        kept = torch.load(state)
        net.load_state_dict(kept["net"]), mean.load_state_dict(kept["mean"]), optimiser.load_state_dict(kept["optimiser"])
        done = kept["done"]
    rng, losses = np.random.default_rng([seed, done]), []
    batches = _ahead(_batch(rng, pool, which) for which in _batches(rng, pool, size))
    for step, (x, truth, columns, lengths) in zip(range(done + 1, steps + 1), batches):
        set_rate(optimiser, rate, step, steps)
        net.train()
        with torch.autocast("cpu", torch.bfloat16):
            logits = net(x.contiguous(memory_format=torch.channels_last))
        likely = logits.float().log_softmax(2).transpose(0, 1)
        value = torch.nn.functional.ctc_loss(likely, truth, columns, lengths, zero_infinity=True)
        optimiser.zero_grad()
        value.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimiser.step()
        losses.append(value.item())
        if step % 4 == 0:
            average(mean, net, step)
        if step % look == 0 or step == steps:
            _save(state, net=net.state_dict(), mean=mean.state_dict(), optimiser=optimiser.state_dict(), done=step)
            print(f"{time.time() - start:5.0f} s (CPU {time.process_time():.0f}) step {step} loss {np.mean(losses[-look:]):.4f} "
                  f"lines right {right(mean, validation):.4f}", flush=True)
    return mean.to(memory_format=torch.contiguous_format)
