"""How sure it is that a sum is judged rightly: a logistic curve over what the reader holds possible (Platt 1999).

Its weights are fitted to validation pages by `python -m hongbi_training.arithmetic.evaluate certainty`; submission-service's Certainty
has the same.
"""

import math

import numpy as np

from .exercises import overlooked, solvable, verdict

RIGHT = (1.04, 2.54)
"""Of answers with which the sum holds: the weight of how unlikely another reading is; what is added."""
WRONG = (0.79, 0.34, 0.25, -4.65)
"""Of others: the weights of how unlikely a right answer is, another reading, and what the reader does not name; what is added."""
LEAST = 1e-4
"""What is less likely than this the reader does not name."""
JUDGED = {"right": 0.97, "wrong": 0.975}
"""From which certainty a sum is called so."""
READ = 0.95
"""From which confidence a wrong answer is taken to be what was read; below it only is said that it is wrong."""


def _unlikely(p: float) -> float:
    return -math.log(max(p, 0.0) + LEAST)


def meaning(item: dict) -> str:
    """What the reading comes to, however sure it is; an answer that is crossed out is wrong."""
    if item["response"] is not None:
        return verdict(item["expression"], item["response"])
    if item["state"] not in ("blank", "crossed-out") or not solvable(item["expression"]):
        return "doubtful"
    return "blank" if item["state"] == "blank" else "wrong"


def evidence(item: dict) -> list[float]:
    """The numbers that the weights belong to, of an item that is said to be right or wrong."""
    doubt = 1 - item["confidence"]
    if meaning(item) == "right":
        return [_unlikely(doubt), 1.0]
    holding = sum(a["confidence"] for a in item["alternatives"] if verdict(item["expression"], a["response"]) == "right")
    unnamed = doubt - sum(a["confidence"] for a in item["alternatives"])
    return [_unlikely(holding), _unlikely(doubt), _unlikely(unnamed), 1.0]


def judged(item: dict, enough: dict[str, float] | None = None) -> str:
    """right, wrong, blank or doubtful, as submission-service marks it. What is blank, the reader is sure of itself. A wrong answer that
    would be right with a few pixels more is doubted.

    enough: from which certainty a sum is called right, and wrong.
    """
    means = meaning(item)
    if means in ("blank", "doubtful"):
        return means
    if means == "wrong" and item["response"] is not None and overlooked(item["expression"], item["response"]):
        return "doubtful"
    certainty = 1 / (1 + math.exp(-np.dot(RIGHT if means == "right" else WRONG, evidence(item))))
    return means if certainty >= (enough or JUDGED)[means] else "doubtful"


def told(item: dict) -> bool:
    """Whether what was read is told for certain too, of a sum that is judged."""
    return item["confidence"] >= READ or meaning(item) in ("right", "blank")


def fitted(evidences: list[list[float]], rightly: list[bool]) -> np.ndarray:
    """Logistic regression by Newton's method."""
    x, y = np.array(evidences), np.array(rightly, float)
    weights = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        weights += np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + 1e-6 * np.eye(len(weights)), x.T @ (y - p))
    return weights
