"""From the network's output to what a line says and how sure that is; Java does the same."""

import numpy as np

NEGLIGIBLE = 1e-4
"""Labels less likely than this in a column are not followed."""
HOPELESS = 1e-6
"""Prefixes that are so much less likely than the likeliest are not followed."""


def softmax(logits: np.ndarray, temperature: float) -> np.ndarray:
    """Logits [columns, labels] as probabilities, float64."""
    scaled = logits.astype(np.float64) / temperature
    powers = np.exp(scaled - scaled.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def greedy(logits: np.ndarray) -> tuple[int, ...]:
    best = logits.argmax(1)
    return tuple(int(k) for k, before in zip(best, np.concatenate([[-1], best[:-1]])) if k != before and k != 0)


def beam(p: np.ndarray, width: int = 24) -> list[tuple[tuple[int, ...], float]]:
    """Prefix beam search (Hannun et al. 2014) without a language model: the likeliest label sequences with their
    probabilities, the likeliest first."""
    beams: dict[tuple[int, ...], tuple[float, float]] = {(): (1.0, 0.0)}  # ending in a blank, or not
    for column in p:
        likely = np.flatnonzero(column > NEGLIGIBLE)
        after: dict[tuple[int, ...], list[float]] = {}
        for prefix, (blank, other) in beams.items():
            last = prefix[-1] if prefix else -1
            for k in likely.tolist():
                share = float(column[k])
                if k == 0:
                    after.setdefault(prefix, [0.0, 0.0])[0] += (blank + other) * share
                elif k == last:
                    after.setdefault(prefix, [0.0, 0.0])[1] += other * share
                    after.setdefault(prefix + (k,), [0.0, 0.0])[1] += blank * share
                else:
                    after.setdefault(prefix + (k,), [0.0, 0.0])[1] += (blank + other) * share
        kept = sorted(after.items(), key=lambda item: -sum(item[1]))[:width]
        beams = {prefix: (a, b) for prefix, (a, b) in kept if a + b >= HOPELESS * sum(kept[0][1])}
    return sorted(((prefix, a + b) for prefix, (a, b) in beams.items()), key=lambda item: -item[1])
